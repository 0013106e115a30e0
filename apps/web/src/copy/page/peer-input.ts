import { peerInput } from "../id/peer-input.ts";
import { pageCopy } from "../page-copy.ts";

export const usePeerInputCopy = pageCopy(peerInput, async () => (await import("../en/peer-input.ts")).peerInput);
