import { keberatan } from "../id/keberatan.ts";
import { pageCopy } from "../page-copy.ts";

export const useKeberatanCopy = pageCopy(keberatan, async () => (await import("../en/keberatan.ts")).keberatan);
