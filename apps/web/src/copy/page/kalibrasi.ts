import { kalibrasi } from "../id/kalibrasi.ts";
import { pageCopy } from "../page-copy.ts";

export const useKalibrasiCopy = pageCopy(kalibrasi, async () => (await import("../en/kalibrasi.ts")).kalibrasi);
