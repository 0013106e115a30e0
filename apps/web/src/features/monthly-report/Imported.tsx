import type { ReportRowView } from "@teraju/contracts/monthly-report";
import type { ReactNode } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useReportImportCopy } from "#copy/page/report-import.ts";

/** "Diisi dari “Rekap mengajar” oleh Siti, 3 November 2026." */
export default function Imported({ of: { by, on, source } }: { of: NonNullable<ReportRowView["imported"]> }): ReactNode {
  const words = useReportImportCopy();
  const format = useFormat();
  return <p className="small quiet">{words.imported(source, by, format.date(on))}</p>;
}
