import { home } from "../id/home.ts";
import { pageCopy } from "../page-copy.ts";

export const useHomeCopy = pageCopy(home, async () => (await import("../en/home.ts")).home);
