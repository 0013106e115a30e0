import { appraisal } from "../id/appraisal.ts";
import { pageCopy } from "../page-copy.ts";

export const useAppraisalCopy = pageCopy(appraisal, async () => (await import("../en/appraisal.ts")).appraisal);
