import { KEWAJIBAN, JENIS_INDIKATOR, ARAH, PRIORITAS, MONTHLY_REPORT_STATUS, VERDICT } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { evidenceView } from "./evidence.ts";
import { Figure, Id, Instant, LocalDate, Month, optionalText, Version, YearText } from "./fields.ts";

const refusals = z.array(z.string());
export const reportStatus = z.enum(MONTHLY_REPORT_STATUS);
export const kewajiban = z.enum(KEWAJIBAN);

/** One month of the strip: a habit, not a rank. `status` is null where the month has not been opened for this person. */
export const monthMark = z.object({
  month: Month, kewajiban: z.nullable(kewajiban), status: z.nullable(reportStatus), isLate: z.boolean(), capaian: z.nullable(z.number()),
  /** Last day on which the month could be sent, but for a unit that was granted more. */
  tutup: LocalDate,
});
export type MonthMark = z.output<typeof monthMark>;

/** A daily note of the same result and month: its owner's alone until attached to the row. */
const rowNote = z.object({ id: Id, day: LocalDate, text: z.string(), isAttached: z.boolean(), photos: z.array(evidenceView) });

/** One indicator's row of the month. Figures as reported; `capaian` in percent, null where it cannot be computed. */
export const reportRowView = z.object({
  id: Id,
  position: z.int(),
  hasilKerja: z.object({ lineId: Id, position: z.int(), text: z.string(), prioritas: z.enum(PRIORITAS) }),
  indikator: z.object({ text: z.string(), jenis: z.enum(JENIS_INDIKATOR), arah: z.enum(ARAH), satuan: z.nullable(z.string()), targetYear: z.nullable(z.number()), targetMin: z.nullable(z.number()), targetMax: z.nullable(z.number()), targetText: z.nullable(z.string()) }),
  isDue: z.boolean(),
  target: z.nullable(z.number()),
  realisasi: z.nullable(z.number()),
  pembilang: z.nullable(z.number()),
  penyebut: z.nullable(z.number()),
  uraian: z.nullable(z.string()),
  sentence: z.nullable(z.string()),
  cause: z.nullable(z.string()),
  isFlagged: z.boolean(),
  /** Where the figures came from when a list was imported, until the pegawai changes them. */
  imported: z.nullable(z.object({ by: z.string(), on: LocalDate, source: z.string() })),
  capaian: z.nullable(z.number()),
  /** Of the month before, as sent then. */
  lastMonth: z.nullable(z.object({ realisasi: z.nullable(z.number()), pembilang: z.nullable(z.number()), penyebut: z.nullable(z.number()), uraian: z.nullable(z.string()), sentence: z.nullable(z.string()) })),
  /** Sum of the year's sent months before this one (January on); null where figures do not add up, as with words. */
  yearBefore: z.nullable(z.number()),
  notes: z.array(rowNote),
  evidence: z.array(evidenceView),
  verdict: z.nullable(z.enum(VERDICT)),
  verdictNote: z.nullable(z.string()),
});
export type ReportRowView = z.output<typeof reportRowView>;

export const reportView = z.object({
  id: Id,
  month: Month,
  kewajiban,
  status: reportStatus,
  penilai: z.nullable(z.string()),
  kendala: z.nullable(z.string()),
  bantuan: z.nullable(z.string()),
  isLate: z.boolean(),
  capaian: z.nullable(z.number()),
  submittedAt: z.nullable(Instant),
  receiptNumber: z.nullable(z.string()),
  returnedAt: z.nullable(Instant),
  version: Version,
  /** The window: both ends of reporting, end of checking, closing; all included. */
  jendela: z.object({ buka: LocalDate, batas: LocalDate, periksaSampai: LocalDate, tutup: LocalDate }),
  /** A row whose capaian is under this (percent) needs a cause; where evidence is obligatory. */
  rules: z.object({ sebabDiBawah: z.number(), buktiWajib: z.enum(["tidak", "laporan", "baris"]) }),
  /** True where the job family works with patients: the screen warns against their data in evidence. */
  isHealth: z.boolean(),
  rows: z.array(reportRowView),
  /** What the rows still lack, row by row. */
  missing: z.array(z.object({ row: Id, what: z.enum(["realisasi", "ratio", "uraian", "sentence", "cause", "evidence"]) })),
  actions: z.object({ save: refusals, submit: refusals, withdraw: refusals }),
});
export type ReportView = z.output<typeof reportView>;

/** What the pegawai fills in on one row. `noteIds`: the daily notes attached to it; left out, they stay as they are. */
const rowDraft = z.strictObject({
  id: Id,
  realisasi: z.nullable(Figure), pembilang: z.nullable(Figure), penyebut: z.nullable(Figure.check(z.positive())),
  uraian: optionalText(4000), sentence: optionalText(1000), cause: optionalText(1000),
  isFlagged: z.boolean(),
  noteIds: z.optional(z.array(Id).check(z.maxLength(62))),
});
export type RowDraft = z.input<typeof rowDraft>;
const rowDrafts = z.array(rowDraft).check(z.maxLength(60));

const draftBody = z.strictObject({ version: Version, rows: rowDrafts, kendala: optionalText(1000), bantuan: optionalText(1000) });
export type ReportDraft = z.input<typeof draftBody>;

/** What every write answers: enough for the phone to go on without asking again. */
export const reportState = z.object({ id: Id, month: Month, status: reportStatus, version: Version, submittedAt: z.nullable(Instant), receiptNumber: z.nullable(z.string()), isLate: z.boolean(), capaian: z.nullable(z.number()) });
export type ReportState = z.output<typeof reportState>;

export const listMyReports = endpoint({
  method: "GET", path: "/api/monthly-report", access: "signed_in", summary: "My twelve months of a year",
  query: z.object({ year: YearText }), response: z.object({ year: z.int(), months: z.array(monthMark) }),
});
export const readMyReport = endpoint({
  method: "GET", path: "/api/monthly-report/:month", access: "signed_in", summary: "My report of a month: rows, targets, notes, evidence and what may be done",
  params: z.object({ month: Month }), response: reportView,
});
export const saveReport = endpoint({
  method: "PUT", path: "/api/monthly-report/:id", access: "monthly-report.write", summary: "Save the draft rows", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: draftBody, response: reportState,
});
/** Rows may come along, so that a phone without signal needs one request when it has it again. `finishedOn`: when the device says it was finished. */
export const submitReport = endpoint({
  method: "POST", path: "/api/monthly-report/:id/submit", access: "monthly-report.write", summary: "Send the report to the penilai", refuses: [403, 409, 412],
  params: z.object({ id: Id }),
  body: z.strictObject({ version: Version, finishedOn: z.optional(LocalDate), draft: z.optional(z.strictObject({ rows: rowDrafts, kendala: optionalText(1000), bantuan: optionalText(1000) })) }),
  response: reportState,
});
export const withdrawReport = endpoint({
  method: "POST", path: "/api/monthly-report/:id/withdraw", access: "monthly-report.write", summary: "Take the report back before the penilai begins", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: reportState,
});
