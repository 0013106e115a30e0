import { explanation } from "../id/explanation.ts";
import { pageCopy } from "../page-copy.ts";

export const useExplanationCopy = pageCopy(explanation, async () => (await import("../en/explanation.ts")).explanation);
