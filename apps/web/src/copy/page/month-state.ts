import { monthState } from "../id/month-state.ts";
import { pageCopy } from "../page-copy.ts";

export const useMonthStateCopy = pageCopy(monthState, async () => (await import("../en/month-state.ts")).monthState);
