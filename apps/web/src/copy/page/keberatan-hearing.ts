import { keberatanHearing } from "../id/keberatan-hearing.ts";
import { pageCopy } from "../page-copy.ts";

export const useKeberatanHearingCopy = pageCopy(keberatanHearing, async () => (await import("../en/keberatan-hearing.ts")).keberatanHearing);
