import type { ReportView } from "@teraju/contracts";
import { capaianBaris, capaianLaporan, monthlyReport, roundHalfUp, type LocalDate, type Refusal } from "@teraju/domain";
import { dayInJakarta } from "../../clock.ts";
import type { Standard } from "../../standard.ts";
import type { HeadRow, MineReport, StoredReport, StoredRow } from "./queries.ts";

/** What `numeric(7,2)` holds: a capaian beyond it says no more than "very much". */
const MOST_CAPAIAN = 99_999.99;

/** Percent as stored: two decimals. */
export function storedCapaian(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.min(roundHalfUp(value, 2), MOST_CAPAIAN);
}

/** The rows' capaian and the report's, as the standard of that month weighs them. */
export function capaianOf(rows: readonly StoredRow[], { standar }: Standard): { rows: (number | null)[]; report: number | null } {
  const decisions = rows.map((row) => ({ capaian: capaianBaris(row), bobot: row.bobot, prioritas: row.prioritas }));
  return { rows: decisions.map((d) => storedCapaian(d.capaian?.value)), report: storedCapaian(capaianLaporan(decisions, standar).value) };
}

/** Day in Jakarta of an instant of ours. */
export function dayOf(instant: string | null): LocalDate | null {
  return instant === null ? null : dayInJakarta(new Date(instant));
}

/** The stored report as the domain knows it. */
export function domainReport(report: StoredReport, standard: Standard): monthlyReport.MonthlyReport {
  const capaian = capaianOf(report.rows, standard);
  return {
    status: report.status, kewajiban: report.kewajiban, isVerdictGiven: report.firstVerdictAt !== null, returnedOn: dayOf(report.returnedAt),
    rows: report.rows.map((row, i) => ({ ...row, capaian: capaian.rows[i] ?? null, evidenceCount: row.ownEvidence + report.ownNotes.reduce((n, note) => n + (row.noteIds.includes(note.id) ? note.photos : 0), 0) })),
  };
}

export function jendelaOf({ month, extraDays }: Pick<HeadRow, "month" | "extraDays">, { standar, kalender }: Standard): monthlyReport.Jendela {
  return monthlyReport.jendelaLaporan(month, standar, kalender, extraDays);
}

type Asked = { today: LocalDate; finishedOn?: LocalDate | null };
/** Why the owner may not do this now; empty when they may. */
export function ownRefusals(report: StoredReport, action: monthlyReport.Action, standard: Standard, { today, finishedOn = null }: Asked): Refusal[] {
  return monthlyReport.refusals(domainReport(report, standard), action, { parties: ["owner"], today, finishedOn, jendela: jendelaOf(report, standard), standar: standard.standar, kalender: standard.kalender });
}

/** The page of one's own month. */
export function viewOf(report: MineReport, standard: Standard, today: LocalDate): ReportView {
  const may = (action: monthlyReport.Action): Refusal[] => ownRefusals(report, action, standard, { today });
  const domain = domainReport(report, standard);
  const { sebabDiBawah, buktiWajib } = standard.standar.laporan;
  return {
    id: report.id, month: report.month, kewajiban: report.kewajiban, status: report.status, penilai: report.penilai, kendala: report.kendala, bantuan: report.bantuan,
    isLate: report.isLate, capaian: report.capaian, submittedAt: report.submittedAt, receiptNumber: report.receiptNumber, returnedAt: report.returnedAt, version: report.version,
    jendela: jendelaOf(report, standard), rules: { sebabDiBawah, buktiWajib }, isHealth: report.isHealth,
    rows: report.rows.map((row, i) => ({
      id: row.id, position: row.position,
      hasilKerja: { lineId: row.lineId, position: row.resultPosition, text: row.resultText, prioritas: row.prioritas },
      indikator: { text: row.indikatorText, jenis: row.jenis, arah: row.arah, satuan: row.satuan, targetYear: row.targetYear, targetMin: row.targetMin, targetMax: row.targetMax, targetText: row.targetText },
      isDue: row.isDue, target: row.target, realisasi: row.realisasi, pembilang: row.pembilang, penyebut: row.penyebut, uraian: row.uraian, sentence: row.sentence, cause: row.cause,
      isFlagged: row.isFlagged, capaian: domain.rows[i]?.capaian ?? null, lastMonth: row.lastMonth, yearBefore: row.yearBefore, notes: row.notes, evidence: row.evidence,
      verdict: row.verdict, verdictNote: row.verdictNote,
    })),
    missing: report.kewajiban === "wajib_lapor" ? monthlyReport.completeReport(domain.rows, standard.standar).missing : [],
    actions: { save: may("save"), submit: may("submit"), withdraw: may("withdraw") },
  };
}
