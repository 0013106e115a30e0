import { peerInput } from "./id/peer-input.ts";
import { pageCopy } from "./page-copy.ts";

/** Words of umpan balik rekan on the phone. */
export const usePeerCopy = pageCopy(peerInput, async () => (await import("./en/peer-input.ts")).peerInput);
