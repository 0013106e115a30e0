import type { ReportView } from "@teraju/contracts";
import { monthlyReport, rumpunJabatan, type LocalDate, type Refusal } from "@teraju/domain";
import { domainReport, jendelaOf, ownRefusals } from "../../report.ts";
import type { Standard } from "../../standard.ts";
import type { MineReport } from "./queries.ts";

/** The page of one's own month. */
export function viewOf(report: MineReport, standard: Standard, today: LocalDate): ReportView {
  const may = (action: monthlyReport.Action): Refusal[] => ownRefusals(report, action, standard, { today });
  const domain = domainReport(report, standard);
  const { sebabDiBawah, buktiWajib } = standard.standar.laporan;
  return {
    id: report.id, month: report.month, kewajiban: report.kewajiban, status: report.status, penilai: report.penilai, kendala: report.kendala, bantuan: report.bantuan,
    isLate: report.isLate, capaian: report.capaian, submittedAt: report.submittedAt, receiptNumber: report.receiptNumber, returnedAt: report.returnedAt, version: report.version,
    jendela: jendelaOf(report, standard), rules: { sebabDiBawah, buktiWajib }, isHealth: rumpunJabatan(report.post).value === "kesehatan",
    rows: report.rows.map((row, i) => ({
      id: row.id, position: row.position,
      hasilKerja: { lineId: row.lineId, position: row.resultPosition, text: row.resultText, prioritas: row.prioritas },
      indikator: { text: row.indikatorText, jenis: row.jenis, arah: row.arah, satuan: row.satuan, targetYear: row.targetYear, targetMin: row.targetMin, targetMax: row.targetMax, targetText: row.targetText },
      isDue: row.isDue, target: row.target, realisasi: row.realisasi, pembilang: row.pembilang, penyebut: row.penyebut, uraian: row.uraian, sentence: row.sentence, cause: row.cause,
      isFlagged: row.isFlagged, imported: row.imported, capaian: domain.rows[i]?.capaian ?? null, lastMonth: row.lastMonth, yearBefore: row.yearBefore, notes: row.notes, evidence: row.evidence,
      verdict: row.verdict, verdictNote: row.verdictNote,
    })),
    missing: report.kewajiban === "wajib_lapor" ? monthlyReport.completeReport(domain.rows, standard.standar).missing : [],
    actions: { save: may("save"), submit: may("submit"), withdraw: may("withdraw") },
  };
}
