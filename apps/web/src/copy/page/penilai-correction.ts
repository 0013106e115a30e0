import { penilaiCorrection } from "../id/penilai-correction.ts";
import { pageCopy } from "../page-copy.ts";

export const usePenilaiCorrectionCopy = pageCopy(penilaiCorrection, async () => (await import("../en/penilai-correction.ts")).penilaiCorrection);
