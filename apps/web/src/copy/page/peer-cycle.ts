import { peerCycle } from "../id/peer-cycle.ts";
import { pageCopy } from "../page-copy.ts";

export const usePeerCycleCopy = pageCopy(peerCycle, async () => (await import("../en/peer-cycle.ts")).peerCycle);
