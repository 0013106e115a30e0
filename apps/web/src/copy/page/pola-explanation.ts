import { polaExplanation } from "../id/pola-explanation.ts";
import { pageCopy } from "../page-copy.ts";

export const usePolaExplanationCopy = pageCopy(polaExplanation, async () => (await import("../en/pola-explanation.ts")).polaExplanation);
