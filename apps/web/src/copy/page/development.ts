import { development } from "../id/development.ts";
import { pageCopy } from "../page-copy.ts";

export const useDevelopmentCopy = pageCopy(development, async () => (await import("../en/development.ts")).development);
