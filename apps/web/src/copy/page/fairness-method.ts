import { fairnessMethod } from "../id/fairness-method.ts";
import { pageCopy } from "../page-copy.ts";

export const useFairnessMethodCopy = pageCopy(fairnessMethod, async () => (await import("../en/fairness-method.ts")).fairnessMethod);
