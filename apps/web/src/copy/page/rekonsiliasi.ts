import { rekonsiliasi } from "../id/rekonsiliasi.ts";
import { pageCopy } from "../page-copy.ts";

export const useRekonsiliasiCopy = pageCopy(rekonsiliasi, async () => (await import("../en/rekonsiliasi.ts")).rekonsiliasi);
