import { cityDashboard } from "../id/city-dashboard.ts";
import { pageCopy } from "../page-copy.ts";

export const useCityDashboardCopy = pageCopy(cityDashboard, async () => (await import("../en/city-dashboard.ts")).cityDashboard);
