import { tindakLanjut } from "../id/tindak-lanjut.ts";
import { pageCopy } from "../page-copy.ts";

export const useTindakLanjutCopy = pageCopy(tindakLanjut, async () => (await import("../en/tindak-lanjut.ts")).tindakLanjut);
