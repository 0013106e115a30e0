import { official } from "../id/official.ts";
import { pageCopy } from "../page-copy.ts";

export const useOfficialCopy = pageCopy(official, async () => (await import("../en/official.ts")).official);
