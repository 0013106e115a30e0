import { type LocalDate, type Kalender, type Month, addDays, addMonths, firstDayOf, hariKerjaKe, selisihHariKerja, tambahHariKerja } from "./calendar.ts";
import { rule, noted } from "./decision.ts";
import { NOTES } from "./notes.ts";
import type { Refusal } from "./refusal.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { StandarPenilaian } from "./standar.ts";
import type { JenisIndikator, Kewajiban, MonthlyReportStatus, Verdict } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** One indicator's row of the month. `isDue` is false where the monthly plan asks for nothing. */
export type ReportRow = {
  id: string;
  jenis: JenisIndikator;
  isDue: boolean;
  realisasi: number | null;
  pembilang: number | null;
  penyebut: number | null;
  uraian: string | null;
  sentence: string | null;
  cause: string | null;
  /** Percent, null where it cannot be computed. */
  capaian: number | null;
  evidenceCount: number;
  verdict: Verdict | null;
  verdictNote: string | null;
};

export type MonthlyReport = {
  status: MonthlyReportStatus;
  kewajiban: Kewajiban;
  rows: readonly ReportRow[];
  /** The first verdict ends the pegawai's right to withdraw. */
  isVerdictGiven: boolean;
  /** When it was last returned; null if never. */
  returnedOn: LocalDate | null;
};

export const ACTIONS = {
  save: { from: ["draft", "returned"], to: "same", by: "owner" },
  submit: { from: ["draft", "returned"], to: "submitted", by: "owner" },
  withdraw: { from: ["submitted"], to: "draft", by: "owner" },
  verdict: { from: ["submitted"], to: "same", by: "penilai" },
  return: { from: ["submitted"], to: "returned", by: "penilai" },
  check: { from: ["submitted"], to: "checked", by: "penilai" },
  close: { from: ["submitted"], to: "closed_unreviewed", by: "job" },
} as const satisfies Record<string, Transition<MonthlyReportStatus>>;
export type Action = keyof typeof ACTIONS;

/** The month's four days: both ends of reporting, end of checking, closing. All included; the opening a day of the month itself, the others hk of the month after. */
export type Jendela = { buka: LocalDate; batas: LocalDate; periksaSampai: LocalDate; tutup: LocalDate };

/** `perpanjanganHari`: further working days granted to a unit after an outage; they move all ends, not the opening. */
export function jendelaLaporan(month: Month, standar: Pick<StandarPenilaian, "laporan">, kalender: Kalender, perpanjanganHari = 0): Jendela {
  const next = addMonths(month, 1);
  const { bukaTanggal, batasHari, periksaHari, tutupHari } = standar.laporan;
  const end = (n: number): LocalDate => hariKerjaKe(next, n + perpanjanganHari, kalender);
  return { buka: addDays(firstDayOf(month), bukaTanggal - 1), batas: end(batasHari), periksaSampai: end(periksaHari), tutup: end(tutupHari) };
}

/** Last day on which the report is taken: the closing day, or `perbaikanHari` after a return, whichever is later. */
export function lastDayToSubmit(jendela: Jendela, returnedOn: LocalDate | null, standar: Pick<StandarPenilaian, "laporan">, kalender: Kalender): LocalDate {
  if (returnedOn === null) return jendela.tutup;
  const repair = tambahHariKerja({ mulai: returnedOn, hari: standar.laporan.perbaikanHari, kalender });
  return repair > jendela.tutup ? repair : jendela.tutup;
}

/**
 * Whether a report came in time. `sentOn` is its first sending: a repair never makes it late. `finishedOn` is the day on which
 * the draft was finished on the device: finished in time, it may arrive `susulanHari` calendar days later.
 */
export const ketepatanLaporan = rule({
  name: "Ketepatan waktu laporan bulanan",
  cite: cityStandard("laporan.batasHari, laporan.susulanHari"),
  decide: ({ sentOn, finishedOn, batas, susulanHari }: { sentOn: LocalDate; finishedOn: LocalDate | null; batas: LocalDate; susulanHari: number }) => {
    if (sentOn <= batas) return "tepat_waktu" as const;
    if (finishedOn !== null && finishedOn <= batas && sentOn <= addDays(batas, susulanHari)) return noted("tepat_waktu" as const, NOTES.susulan);
    return noted("terlambat" as const, NOTES.terlambat);
  },
});

/** What a row still lacks. */
export const MISSING = ["realisasi", "ratio", "uraian", "sentence", "cause", "evidence"] as const;
export type Missing = { row: string; what: (typeof MISSING)[number] };

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}

function missingFigure(row: ReportRow): (typeof MISSING)[number] | null {
  switch (row.jenis) {
    case "angka":
      return row.realisasi === null ? "realisasi" : null;
    case "rasio":
      return row.pembilang === null || row.penyebut === null || row.penyebut <= 0 ? "ratio" : null;
    case "uraian":
      return isBlank(row.uraian) ? "uraian" : null;
  }
}

function missingInRow(row: ReportRow, { sebabDiBawah, buktiWajib }: StandarPenilaian["laporan"]): Missing[] {
  if (!row.isDue) return [];
  const figure = missingFigure(row);
  const missing = [
    figure,
    // In a row of words the words are the sentence.
    row.jenis !== "uraian" && isBlank(row.sentence) ? "sentence" : null,
    row.capaian !== null && row.capaian < sebabDiBawah && isBlank(row.cause) ? "cause" : null,
    buktiWajib === "baris" && row.evidenceCount === 0 ? "evidence" : null,
  ] as const;
  return missing.filter((what) => what !== null).map((what) => ({ row: row.id, what }));
}

/** Either nothing is missing, or the list of what is: row by row, in order. Rows where nothing is due may stay empty. */
export function completeReport(rows: readonly ReportRow[], standar: Pick<StandarPenilaian, "laporan">): { isComplete: boolean; missing: Missing[] } {
  const missing = rows.flatMap((row) => missingInRow(row, standar.laporan));
  return { isComplete: missing.length === 0, missing };
}

export type Context = {
  parties: readonly Party[];
  today: LocalDate;
  /** When the device says the draft was finished; an offline draft may arrive `susulanHari` after the closing day. */
  finishedOn?: LocalDate | null;
  jendela: Jendela;
  standar: Pick<StandarPenilaian, "laporan">;
  kalender: Kalender;
};

function submitRefusals(report: MonthlyReport, { today, finishedOn, jendela, standar, kalender }: Context): Refusal[] {
  const { missing } = completeReport(report.rows, standar);
  const lastDay = lastDayToSubmit(jendela, report.returnedOn, standar, kalender);
  const lastArrival = finishedOn != null && finishedOn <= lastDay ? addDays(lastDay, standar.laporan.susulanHari) : lastDay;
  const lacks = (...what: readonly Missing["what"][]): boolean => missing.some((item) => what.includes(item.what));
  const isWithoutEvidence = standar.laporan.buktiWajib === "laporan" && report.rows.every((row) => row.evidenceCount === 0);
  return reasons({
    not_obliged: report.kewajiban !== "wajib_lapor",
    window_not_open: today < jendela.buka,
    period_closed: today > lastArrival,
    no_rows: report.rows.length === 0,
    rows_incomplete: lacks("realisasi", "ratio", "uraian", "sentence"),
    cause_missing: lacks("cause"),
    no_evidence: lacks("evidence") || (report.rows.some((row) => row.isDue) && isWithoutEvidence),
  });
}

function verdictReasons(rows: readonly ReportRow[]): Record<"verdicts_missing" | "perbaikan_requested" | "verdict_note_missing", boolean> {
  const perbaikan = rows.filter((row) => row.verdict === "minta_perbaikan");
  return {
    verdicts_missing: rows.some((row) => row.verdict === null),
    perbaikan_requested: perbaikan.length > 0,
    verdict_note_missing: perbaikan.some((row) => isBlank(row.verdictNote)),
  };
}

function conditionRefusals(report: MonthlyReport, action: Action, context: Context): Refusal[] {
  const verdicts = verdictReasons(report.rows);
  switch (action) {
    case "save":
      return reasons({ not_obliged: report.kewajiban !== "wajib_lapor", period_closed: context.today > addDays(lastDayToSubmit(context.jendela, report.returnedOn, context.standar, context.kalender), context.standar.laporan.susulanHari) });
    case "submit":
      return submitRefusals(report, context);
    case "withdraw":
      return reasons({ verdict_given: report.isVerdictGiven });
    case "verdict":
      return reasons({ verdict_note_missing: verdicts.verdict_note_missing });
    case "return":
      return reasons({ no_perbaikan_requested: !verdicts.perbaikan_requested, verdict_note_missing: verdicts.verdict_note_missing });
    case "check":
      return reasons({ verdicts_missing: verdicts.verdicts_missing, perbaikan_requested: verdicts.perbaikan_requested });
    case "close":
      return reasons({ not_yet_closing: context.today <= context.jendela.tutup });
  }
}

/** All reasons why the action is not allowed now; empty when it is. */
export function refusals(report: MonthlyReport, action: Action, context: Context): Refusal[] {
  return [...transitionRefusals<MonthlyReportStatus>(ACTIONS[action], report.status, context.parties), ...conditionRefusals(report, action, context)];
}

/** True when a report has waited so long that the atasan penilai is told. */
export function isEscalated(submittedOn: LocalDate, today: LocalDate, standar: Pick<StandarPenilaian, "laporan">, kalender: Kalender): boolean {
  return selisihHariKerja(submittedOn, today, kalender) > standar.laporan.eskalasiHari;
}
