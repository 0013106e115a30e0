import { cycle } from "../id/cycle.ts";
import { pageCopy } from "../page-copy.ts";

export const useCycleCopy = pageCopy(cycle, async () => (await import("../en/cycle.ts")).cycle);
