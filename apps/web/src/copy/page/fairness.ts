import { fairness } from "../id/fairness.ts";
import { pageCopy } from "../page-copy.ts";

export const useFairnessCopy = pageCopy(fairness, async () => (await import("../en/fairness.ts")).fairness);
