import { konseling } from "../id/konseling.ts";
import { pageCopy } from "../page-copy.ts";

export const useKonselingCopy = pageCopy(konseling, async () => (await import("../en/konseling.ts")).konseling);
