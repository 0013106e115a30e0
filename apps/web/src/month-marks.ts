import type { MonthMark } from "@teraju/contracts/monthly-report";
import { useCopy } from "#copy/copy.tsx";
import type { StripMonth } from "#ui/light/MonthStrip.tsx";

/** How a month of one's own stands, for the strip and the list. Who is excused is never "missing". */
export function markState({ kewajiban, status, isLate, tutup }: MonthMark, today: string): StripMonth["state"] {
  if (kewajiban !== null && kewajiban !== "wajib_lapor") return "excused";
  if (status === null || kewajiban === null) return "future";
  if (status === "draft" || status === "returned") return today > tutup ? "missing" : "open";
  return isLate ? "late" : "done";
}

/** The same in words. */
export function useMarkWords(): (mark: MonthMark) => string {
  const { vocabulary, monthlyReport } = useCopy();
  return ({ kewajiban, status, isLate }) => {
    if (kewajiban !== null && kewajiban !== "wajib_lapor") return vocabulary.kewajiban[kewajiban];
    if (status === null || kewajiban === null) return monthlyReport.notOpened;
    return isLate && status !== "draft" ? `${vocabulary.monthlyReportStatus[status]}, ${vocabulary.ketepatan.terlambat.toLowerCase()}` : vocabulary.monthlyReportStatus[status];
  };
}
