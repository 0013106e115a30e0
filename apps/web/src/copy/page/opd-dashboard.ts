import { opdDashboard } from "../id/opd-dashboard.ts";
import { pageCopy } from "../page-copy.ts";

export const useOpdDashboardCopy = pageCopy(opdDashboard, async () => (await import("../en/opd-dashboard.ts")).opdDashboard);
