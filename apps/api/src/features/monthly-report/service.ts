import { randomInt } from "node:crypto";
import type { MonthMark, ReportDraft, ReportState, ReportView } from "@teraju/contracts";
import { addDays, firstDayOf, monthlyReport, type LocalDate, type Month } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findStandard, standardOn, type Standard } from "../../standard.ts";
import { mustPerson } from "../../standing.ts";
import { followSkp } from "../month-state/service.ts";
import { capaianOf, dayOf, findReport, jendelaOf, marksOf, ownRefusals, type StoredReport, type StoredRow } from "../../report.ts";
import { findMarks, findMine, findStart } from "./queries.ts";
import { viewOf } from "./view.ts";
import { saveStatement, submitStatement, WITHDRAW, type StateRow } from "./write-queries.ts";

/** These months of the actor, in three queries. */
export async function monthMarks(ctx: Ctx, months: readonly Month[]): Promise<MonthMark[]> {
  const [start, found, standard] = await Promise.all([findStart(ctx.pool, ctx.actor.personId, ctx.today), findMarks(ctx.pool, ctx.actor.personId, months[0] ?? "", months.at(-1) ?? ""), standardOn(ctx.pool, ctx.today)]);
  return marksOf(months, found, standard, start);
}

/** My month: three queries (standard, state of the rows, the page); one more transaction where the SKP has changed since. */
export async function readMine(ctx: Ctx, month: Month): Promise<ReportView> {
  const standard = await findStandard(ctx.pool, firstDayOf(month));
  if (standard === null) throw new Problem("not_found");
  await followSkp({ ...ctx, actor: null }, { month, personId: ctx.actor.personId, kalender: standard.kalender });
  const report = await findMine(ctx.pool, ctx.actor.personId, month);
  if (report === null) throw new Problem("not_found");
  return viewOf(report, standard, ctx.today);
}

/** The report, if it is the actor's to write; with the standard of its month. */
async function loadOwn(ctx: Ctx, id: string): Promise<{ report: StoredReport; standard: Standard }> {
  const found = await findReport(ctx.pool, id);
  if (found === null) throw new Problem("not_found");
  const first = firstDayOf(found.report.month);
  await mustPerson(ctx, "monthly-report.write", found.report.personId, { from: first, until: addDays(first, 31) });
  return found;
}

type Draft = Omit<ReportDraft, "version">;
const WORDS_AND_FIGURES = ["realisasi", "pembilang", "penyebut", "uraian", "sentence", "cause", "isFlagged"] as const;

/** The report as it will be once the draft is written. Throws `invalid` for a row that is none of its own. */
function withDraft(report: StoredReport, draft: Draft): StoredReport {
  const given = new Map(draft.rows.map((row) => [row.id, row]));
  const foreign = draft.rows.findIndex((row) => !report.rows.some((own) => own.id === row.id));
  if (foreign >= 0 || given.size !== draft.rows.length) throw new Problem("invalid", { fields: [{ path: `body.rows.${Math.max(foreign, 0)}.id`, code: "not_a_row_of_this_report" }] });
  const rows = report.rows.map((row): StoredRow => {
    const { noteIds, ...fields } = given.get(row.id) ?? {};
    return { ...row, ...fields, noteIds: noteIds === undefined ? row.noteIds : known(report, noteIds) };
  });
  return { ...report, kendala: draft.kendala, bantuan: draft.bantuan, rows };
}

/** Of these notes, those that can be attached: another's, or one that was thrown away meanwhile, is passed over. */
function known(report: StoredReport, noteIds: readonly string[]): string[] {
  return noteIds.filter((id) => report.ownNotes.some((note) => note.id === id));
}

/** Whether the report already says all that the draft would make it say: then a repeated request has nothing left to do. */
function saysAlready(report: StoredReport, draft: Draft): boolean {
  const hasSameNotes = (row: StoredRow, noteIds: readonly string[] | undefined): boolean => noteIds === undefined || known(report, noteIds).sort().join() === [...row.noteIds].sort().join();
  return report.kendala === draft.kendala && report.bantuan === draft.bantuan && draft.rows.every((row) => {
    const stored = report.rows.find((own) => own.id === row.id);
    return stored !== undefined && WORDS_AND_FIGURES.every((key) => stored[key] === row[key]) && hasSameNotes(stored, row.noteIds);
  });
}

function written(ctx: Ctx, report: StoredReport, draft: Draft, standard: Standard) {
  const after = withDraft(report, draft);
  const capaian = capaianOf(after.rows, standard);
  const noteRows = draft.rows.flatMap((row) => {
    const before = report.rows.find((own) => own.id === row.id)?.noteIds ?? [];
    const wanted = row.noteIds === undefined ? before : known(report, row.noteIds);
    return [...wanted.filter((id) => !before.includes(id)).map((id) => ({ id, rowId: row.id })), ...before.filter((id) => !wanted.includes(id)).map((id) => ({ id, rowId: null }))];
  });
  // A note that moves from one row to another is both let go and taken: it is taken.
  const taken = new Set(noteRows.filter((n) => n.rowId !== null).map((n) => n.id));
  const rowCapaian = draft.rows.map((row) => capaian.rows[after.rows.findIndex((own) => own.id === row.id)] ?? null);
  return {
    after, reportCapaian: capaian.report,
    values: { id: report.id, actorId: ctx.actor.personId, rows: draft.rows, capaian: rowCapaian, noteRows: noteRows.filter((n) => n.rowId !== null || !taken.has(n.id)), kendala: draft.kendala, bantuan: draft.bantuan },
  };
}

const stateOf = ({ id, month, status, version, submittedAt, receiptNumber, isLate, capaian }: ReportState): ReportState => ({ id, month, status, version, submittedAt, receiptNumber, isLate, capaian });

async function run(ctx: Ctx, statement: { name: string; text: string; values: unknown[] }): Promise<ReportState> {
  const row = (await ctx.pool.query<StateRow>(statement)).rows[0];
  if (row === undefined) throw new Problem("stale");
  return stateOf(row);
}

/** Keeps the draft. Said twice it is kept once; said on an old version it is `stale`. */
export async function save(ctx: Ctx, id: string, { version, ...draft }: ReportDraft): Promise<ReportState> {
  const { report, standard } = await loadOwn(ctx, id);
  if (report.version !== version && saysAlready(report, draft)) return stateOf(report);
  refuseIf(ownRefusals(report, "save", standard, ctx));
  if (report.version !== version) throw new Problem("stale");
  const { values } = written(ctx, report, draft, standard);
  return run(ctx, saveStatement({ ...values, version, payload: { month: report.month, version } }));
}

type Sending = { version: number; finishedOn?: LocalDate | undefined; draft?: Draft | undefined };

/**
 * Sends the report, with the rows where they come along. The same sending again finds its own content already there and
 * is answered as the first time, so that a phone which lost the answer may ask again.
 */
export async function submit(ctx: Ctx, id: string, { version, finishedOn, draft: sent }: Sending): Promise<ReportState> {
  const { report, standard } = await loadOwn(ctx, id);
  if (isReplay(report, version, sent)) return stateOf(report);
  const { after, reportCapaian, values } = written(ctx, report, wholeDraft(report, sent), standard);
  // What the device says of its day counts only where it is in the past.
  const finished = finishedOn !== undefined && finishedOn <= ctx.today ? finishedOn : null;
  if (report.version !== version) throw new Problem("stale");
  refuseIf(ownRefusals(after, "submit", standard, { today: ctx.today, finishedOn: finished }));
  const isLate = report.returnedAt === null ? isLateNow(report, standard, ctx.today, finished) : report.isLate;
  return run(ctx, submitStatement({
    ...values, version, now: ctx.now, isLate, reportCapaian, receiptNumber: newReceipt(report.month),
    payload: { month: report.month, version, isLate, capaian: reportCapaian, finishedOn: finished },
  }));
}

/** All rows, also those that did not come along: sending answers for each of them. */
function wholeDraft(report: StoredReport, sent: Draft | undefined): Draft {
  const rest = report.rows.filter((row) => sent?.rows.every((given) => given.id !== row.id) ?? true)
    .map(({ id, realisasi, pembilang, penyebut, uraian, sentence, cause, isFlagged }) => ({ id, realisasi, pembilang, penyebut, uraian, sentence, cause, isFlagged }));
  return { kendala: sent === undefined ? report.kendala : sent.kendala, bantuan: sent === undefined ? report.bantuan : sent.bantuan, rows: [...(sent?.rows ?? []), ...rest] };
}

function isReplay(report: StoredReport, version: number, draft: Draft | undefined): boolean {
  if (report.submittedAt === null || report.status === "draft" || report.version <= version) return false;
  return draft === undefined ? report.status === "submitted" && report.version === version + 1 : saysAlready(report, draft);
}

function isLateNow(report: StoredReport, standard: Standard, today: LocalDate, finishedOn: LocalDate | null): boolean {
  const { batas } = jendelaOf(report, standard);
  return monthlyReport.ketepatanLaporan({ sentOn: today, finishedOn, batas, susulanHari: standard.standar.laporan.susulanHari }).value === "terlambat";
}

// Without letters and digits that a person on the telephone takes for one another.
const RECEIPT_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** "L-2026-11-K7M3Q-9XF2B": thirty to the tenth, without a counter that all would have to queue for; the database refuses a second. */
function newReceipt(month: Month): string {
  const five = (): string => Array.from({ length: 5 }, () => RECEIPT_LETTERS[randomInt(RECEIPT_LETTERS.length)]).join("");
  return `L-${month}-${five()}-${five()}`;
}

/** Takes the report back. A second time finds it taken back already. */
export async function withdraw(ctx: Ctx, id: string, version: number): Promise<ReportState> {
  const { report, standard } = await loadOwn(ctx, id);
  if (report.status === "draft" && report.submittedAt !== null && report.version === version + 1) return stateOf(report);
  refuseIf(ownRefusals(report, "withdraw", standard, ctx));
  return run(ctx, { ...WITHDRAW, values: [id, version, ctx.actor.personId, JSON.stringify({ month: report.month, sentAt: report.submittedAt, sentOn: dayOf(report.submittedAt) })] });
}
