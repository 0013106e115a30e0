import { keberatanDays } from "../id/keberatan-days.ts";
import { pageCopy } from "../page-copy.ts";

export const useKeberatanDaysCopy = pageCopy(keberatanDays, async () => (await import("../en/keberatan-days.ts")).keberatanDays);
