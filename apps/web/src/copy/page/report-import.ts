import { reportImport } from "../id/report-import.ts";
import { pageCopy } from "../page-copy.ts";

export const useReportImportCopy = pageCopy(reportImport, async () => (await import("../en/report-import.ts")).reportImport);
