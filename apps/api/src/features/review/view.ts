import type { ReviewRow, ReviewState, ReviewView } from "@teraju/contracts";
import { type LocalDate, monthlyReport, type Party, type Refusal, selisihHariKerja } from "@teraju/domain";
import { dayInJakarta } from "../../clock.ts";
import type { Standard } from "../../standard.ts";
import type { StateReport, WholeReport, WholeRow } from "./queries.ts";

function dayOf(instant: string | null): LocalDate | null {
  return instant === null ? null : dayInJakarta(new Date(instant));
}

/** Working days that a report has waited since it was sent. */
export function waitingDays(submittedAt: string | null, today: LocalDate, { kalender }: Standard): number {
  const sentOn = dayOf(submittedAt);
  return sentOn === null ? 0 : selisihHariKerja(sentOn, today, kalender);
}

type Asked = { parties: readonly Party[]; today: LocalDate; standard: Standard };

/** Why this may not be done now. Evidence is no matter of the check: its count is left out. */
export function reviewRefusals(report: StateReport, action: "verdict" | "check" | "return", { parties, today, standard: { standar, kalender } }: Asked): Refusal[] {
  const jendela = monthlyReport.jendelaLaporan(report.month, standar, kalender, report.extraDays);
  const { status, kewajiban, isVerdictGiven } = report;
  const rows = report.rows.map((row) => ({ ...row, evidenceCount: 0 }));
  return monthlyReport.refusals({ status, kewajiban, isVerdictGiven, rows, returnedOn: dayOf(report.returnedAt) }, action, { parties, today, jendela, standar, kalender });
}

function actionsOf(report: StateReport, asked: Asked): ReviewView["actions"] {
  return { verdict: reviewRefusals(report, "verdict", asked), check: reviewRefusals(report, "check", asked), return: reviewRefusals(report, "return", asked) };
}

/** A row sent again after a repair keeps the note that asked for it, without the verdict. */
function noteOf({ verdict, verdictNote }: Pick<WholeRow, "verdict" | "verdictNote">): Pick<ReviewRow, "verdictNote" | "earlierNote"> {
  return verdict === null ? { verdictNote: null, earlierNote: verdictNote } : { verdictNote, earlierNote: null };
}

function rowView(row: WholeRow): ReviewRow {
  return {
    id: row.id, position: row.position,
    hasilKerja: { lineId: row.lineId, position: row.resultPosition, text: row.resultText, prioritas: row.prioritas },
    indikator: { text: row.indikatorText, jenis: row.jenis, arah: row.arah, satuan: row.satuan, targetYear: row.targetYear, targetMin: row.targetMin, targetMax: row.targetMax, targetText: row.targetText },
    isDue: row.isDue, target: row.target, realisasi: row.realisasi, pembilang: row.pembilang, penyebut: row.penyebut, uraian: row.uraian, sentence: row.sentence, cause: row.cause,
    isFlagged: row.isFlagged, capaian: row.capaian, lastMonth: row.lastMonth, yearTotal: row.yearTotal, evidence: row.evidence, verdict: row.verdict, ...noteOf(row),
  };
}

/** The page of the check. What has not been sent, or is being repaired, is the pegawai's own: no rows, no words. */
export function reviewView(report: WholeReport, isOwn: boolean, asked: Asked): ReviewView {
  const isOpen = isOwn || (report.status !== "draft" && report.status !== "returned");
  return {
    id: report.id, month: report.month, status: report.status, version: report.version,
    person: { id: report.personId, name: report.name, jabatan: report.jabatan, unit: report.unit },
    submittedAt: report.submittedAt, waitingDays: report.status === "submitted" ? waitingDays(report.submittedAt, asked.today, asked.standard) : null, isLate: report.isLate,
    capaian: isOpen ? report.capaian : null, receiptNumber: report.receiptNumber, returnedAt: report.returnedAt, checkedAt: report.checkedAt,
    kendala: isOpen ? report.kendala : null, bantuan: isOpen ? report.bantuan : null,
    rows: isOpen ? report.rows.map(rowView) : [], lastUmpanBalik: report.lastUmpanBalik, actions: actionsOf(report, asked),
  };
}

export function reviewState(report: StateReport, asked: Asked): ReviewState {
  const { id, month, status, version } = report;
  return { id, month, status, version, rows: report.rows.map((row) => ({ id: row.id, verdict: row.verdict, verdictNote: noteOf(row).verdictNote })), actions: actionsOf(report, asked) };
}
