import { standard } from "../id/standard.ts";
import { pageCopy } from "../page-copy.ts";

export const useStandardCopy = pageCopy(standard, async () => (await import("../en/standard.ts")).standard);
