import { umpanBalik } from "../id/umpan-balik.ts";
import { pageCopy } from "../page-copy.ts";

export const useUmpanBalikCopy = pageCopy(umpanBalik, async () => (await import("../en/umpan-balik.ts")).umpanBalik);
