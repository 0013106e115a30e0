import { keberatanEvidence } from "../id/keberatan-evidence.ts";
import { pageCopy } from "../page-copy.ts";

export const useKeberatanEvidenceCopy = pageCopy(keberatanEvidence, async () => (await import("../en/keberatan-evidence.ts")).keberatanEvidence);
