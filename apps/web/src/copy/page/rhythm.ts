import { rhythm } from "../id/rhythm.ts";
import { pageCopy } from "../page-copy.ts";

export const useRhythmCopy = pageCopy(rhythm, async () => (await import("../en/rhythm.ts")).rhythm);
