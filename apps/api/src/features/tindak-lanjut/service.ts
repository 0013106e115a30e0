import type { TindakLanjutView } from "@teraju/contracts/tindak-lanjut";
import { isLocalDate, monthOf, tindakLanjut as rules, type Month, type Party, type TindakLanjutJawaban } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { readCursor, writeCursor } from "../../cursor.ts";
import { change } from "#db/audit.ts";
import { tindakLanjut, tindakLanjutAnswer } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustPromise, type PromiseRow } from "../../promise.ts";
import { mustUnit } from "../../standing.ts";
import { countOfUnit, findMine, findOfMeeting, findOfReport, findOfUnit, type UnitChoice, type UnitCounts } from "./queries.ts";

const PAGE = 50;

function viewOf(ctx: Ctx, { owner, ...row }: PromiseRow, parties: readonly Party[]): TindakLanjutView {
  const thing = { status: row.status, evidenceCount: row.evidence.length };
  return {
    ...row, owner: owner ?? { id: row.unit.id, name: row.unit.name, jabatan: null, unit: row.unit.name },
    isOverdue: rules.isOverdue(row, ctx.today), dibawaBulan: row.status === "terbuka" ? rules.dibawaBulan({ due: row.due, tanggal: ctx.today }).value : 0,
    actions: { answer: rules.refusals(thing, "answer", parties), cancel: rules.refusals(thing, "cancel", parties) },
  };
}
const partyOf = (ctx: Ctx, row: PromiseRow): Party[] => (row.owner?.id === ctx.actor.personId ? ["owner"] : []);

/** The actor's own promises; with a month, the rows of that month's report. */
export async function mine(ctx: Ctx, month: Month | undefined): Promise<{ items: TindakLanjutView[]; open: number; overdue: number }> {
  const { personId } = ctx.actor;
  const [all, shown] = await Promise.all([findMine(ctx.pool, ctx.today, personId), month === undefined ? null : findOfReport(ctx.pool, ctx.today, personId, month)]);
  return {
    items: (shown ?? all).map((row) => viewOf(ctx, row, ["owner"])),
    open: all.filter((row) => row.status === "terbuka").length, overdue: all.filter((row) => rules.isOverdue(row, ctx.today)).length,
  };
}

/** Decisions of one meeting, for who leads it: also while it runs. */
export async function viewsOfMeeting(ctx: Ctx, meetingId: string): Promise<TindakLanjutView[]> {
  return (await findOfMeeting(ctx.pool, ctx.today, meetingId)).map((row) => viewOf(ctx, row, partyOf(ctx, row)));
}

type UnitPage = { items: TindakLanjutView[]; next: string | null; counts: UnitCounts };
/** Promises of a unit and below, a page at a time, with the counts of all. */
export async function ofUnit(ctx: Ctx, unitId: string, { status = "terbuka", after }: { status?: UnitChoice["status"] | undefined; after?: string | undefined }): Promise<UnitPage> {
  await mustUnit(ctx, "tindak-lanjut.unit", unitId);
  const [rows, counts] = await Promise.all([findOfUnit(ctx.pool, ctx.today, unitId, { status, after: cursorOf(after), limit: PAGE + 1 }), countOfUnit(ctx.pool, ctx.today, unitId)]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return { items: shown.map((row) => viewOf(ctx, row, row.owner?.id === ctx.actor.personId ? ["owner"] : ["atasan"])), next: rows.length > PAGE && last !== undefined ? writeCursor({ name: last.due, id: last.id }) : null, counts };
}

function cursorOf(after: string | undefined): UnitChoice["after"] {
  const cursor = readCursor(after);
  if (cursor === null) return null;
  if (!isLocalDate(cursor.name)) throw invalid("querystring.after", "invalid_format");
  return { due: cursor.name, id: cursor.id };
}

export async function read(ctx: Ctx, id: string): Promise<TindakLanjutView> {
  const row = await mustPromise(ctx, "tindak-lanjut.read", id);
  const { parties, ...rest } = row;
  return viewOf(ctx, rest, parties);
}

const invalid = (path: string, code: string): Problem => new Problem("invalid", { fields: [{ path, code }] });
type Answer = { version: number; month: Month; jawaban: TindakLanjutJawaban; note: string | null };

/** The owner's answer in a month's report; *sudah* closes it where evidence hangs on it. The same answer again changes nothing. */
export async function answer(ctx: Ctx, id: string, { version, month, jawaban, note }: Answer): Promise<TindakLanjutView> {
  const row = await mustPromise(ctx, "tindak-lanjut.answer", id);
  const before = row.answers.find((one) => one.month === month);
  if (before?.jawaban === jawaban && before.note === note && row.version === version + 1) return read(ctx, id);
  const action = rules.actionOf(jawaban);
  refuseIf(rules.refusals({ status: row.status, evidenceCount: row.evidence.length }, action, row.parties));
  if (month <= row.origin.month || month > monthOf(ctx.today)) throw invalid("body.month", "not_a_month_of_this_promise");
  await change(ctx, async (tx) => {
    const closed = action === "keep" ? { status: "selesai", closedOn: ctx.today, closedBy: ctx.actor.personId } : {};
    await tx.insert(tindakLanjutAnswer).values({ tindakLanjutId: id, month, jawaban, note, answeredOn: ctx.today, answeredBy: ctx.actor.personId })
      .onConflictDoUpdate({ target: [tindakLanjutAnswer.tindakLanjutId, tindakLanjutAnswer.month], set: { jawaban, note, answeredOn: ctx.today, answeredBy: ctx.actor.personId } });
    await write(tx, id, version, closed);
    return { value: undefined, audit: { action: `tindak-lanjut.${action}`, target: { type: "tindak_lanjut", id }, payload: { month, jawaban, evidence: row.evidence.map((one) => one.id) } } };
  });
  return read(ctx, id);
}

/** Given up by a superior of its owner; the reason stays with it. */
export async function cancel(ctx: Ctx, id: string, { version, reason }: { version: number; reason: string }): Promise<TindakLanjutView> {
  const row = await mustPromise(ctx, "tindak-lanjut.cancel", id);
  if (row.status === "dibatalkan" && row.cancelReason === reason && row.version === version + 1) return read(ctx, id);
  refuseIf(rules.refusals({ status: row.status, evidenceCount: row.evidence.length }, "cancel", row.parties));
  await change(ctx, async (tx) => {
    await write(tx, id, version, { status: "dibatalkan", cancelReason: reason, closedOn: ctx.today, closedBy: ctx.actor.personId });
    return { value: undefined, audit: { action: "tindak-lanjut.cancel", target: { type: "tindak_lanjut", id }, payload: { reason, owner: row.owner?.id ?? null } } };
  });
  return read(ctx, id);
}

type Tx = Parameters<Parameters<typeof change>[1]>[0];
async function write(tx: Tx, id: string, version: number, fields: Partial<typeof tindakLanjut.$inferInsert>): Promise<void> {
  const done = await tx.update(tindakLanjut).set({ ...fields, version: sql`${tindakLanjut.version} + 1` }).where(and(eq(tindakLanjut.id, id), eq(tindakLanjut.version, version))).returning({ id: tindakLanjut.id });
  if (done.length === 0) throw new Problem("stale");
}
