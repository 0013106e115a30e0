import { skpPaste } from "../id/skp-paste.ts";
import { pageCopy } from "../page-copy.ts";

export const useSkpPasteCopy = pageCopy(skpPaste, async () => (await import("../en/skp-paste.ts")).skpPaste);
