import type { Colleague, UmpanBalikView } from "@teraju/contracts";
import { access, addMonths, firstDayOf, isLocalDate, monthOf, umpanBalik as rules, type Month, type Party, type Perilaku, type UmpanBalikNada } from "@teraju/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { umpanBalik } from "#db/schema/umpan-balik.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustPerson, standingToPerson } from "../../standing.ts";
import { type Choice, findColleagues, findLines, findMine, findOne, findReportRow, type Row } from "./queries.ts";

const PAGE = 30;

function partiesOf(row: Row, ctx: Ctx): Party[] {
  return [...(row.fromId === ctx.actor.personId ? ["giver" as const] : []), ...(row.toId === ctx.actor.personId ? ["receiver" as const] : [])];
}
function refusalsOf(row: Row, action: rules.Action, ctx: Ctx) {
  return rules.refusals({ status: row.status, isReplied: row.reply !== null }, action, partiesOf(row, ctx));
}
function boxOf(row: Row, ctx: Ctx): UmpanBalikView["box"] {
  const isGiver = row.fromId === ctx.actor.personId;
  if (row.status === "diberikan") return isGiver ? "by_me" : "to_me";
  return isGiver ? "asked_of_me" : "asked_by_me";
}
function viewOf(row: Row, ctx: Ctx): UmpanBalikView {
  const { fromId: _from, toId: _to, lineId, reportRowId, result, perilaku, ...rest } = row;
  return {
    ...rest, box: boxOf(row, ctx), about: { lineId, reportRowId, result, perilaku },
    actions: { answer: refusalsOf(row, "answer", ctx), read: refusalsOf(row, "read", ctx), reply: refusalsOf(row, "reply", ctx) },
  };
}

/** Mine, a page at a time; one query. The cursor is "day_id". */
export async function list(ctx: Ctx, { after, limit, ...choice }: Choice & { after?: string | undefined; limit?: string | undefined }): Promise<{ items: UmpanBalikView[]; next: string | null; unread: number; askedOfMe: number }> {
  const size = limit === undefined ? PAGE : Number(limit);
  const { items, unread, askedOfMe } = await findMine(ctx.pool, ctx.actor.personId, ctx.today, choice, cursorOf(after), size + 1);
  const shown = items.slice(0, size);
  const last = shown.at(-1);
  const next = items.length > size && last !== undefined ? `${last.givenOn ?? last.requestedOn ?? ""}_${last.id}` : null;
  return { items: shown.map((row) => viewOf(row, ctx)), next, unread, askedOfMe };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function cursorOf(after: string | undefined): { day: string; id: string } | null {
  if (after === undefined) return null;
  const [day = "", id = ""] = after.split("_");
  if (!isLocalDate(day) || !UUID.test(id)) throw invalid("query.after", "invalid_format");
  return { day, id };
}

/** People whom I may ask or give; one query. */
export async function colleagues(ctx: Ctx, q: string): Promise<{ people: Colleague[] }> {
  return { people: await findColleagues(ctx.pool, ctx.actor.personId, ctx.today, q === "" ? null : q) };
}

/** Results that an umpan balik to this person can name: one's own, or those whose SKP one may read. */
export async function topics(ctx: Ctx, { personId, month }: { personId: string; month: Month }): Promise<{ lines: { lineId: string; text: string }[] }> {
  const standing = await standingToPerson(ctx, personId, spanOf(month));
  return { lines: access("skp.read", standing).length === 0 ? await findLines(ctx.pool, personId, Number(month.slice(0, 4))) : [] };
}

const spanOf = (month: Month) => ({ from: firstDayOf(month), until: firstDayOf(addMonths(month, 1)) });
const invalid = (path: string, code: string): Problem => new Problem("invalid", { fields: [{ path, code }] });

type Topic = { lineId?: string | undefined; reportRowId?: string | undefined; perilaku?: Perilaku | undefined };
type Subject = { lineId: string | null; reportRowId: string | null; perilaku: Perilaku | null };

/** What it is about, looked up in the receiver's own papers; a row of another's report or month, or a result that is not theirs, is `invalid`. */
async function subjectOf(ctx: Ctx, toId: string, month: Month, { lineId, reportRowId, perilaku }: Topic): Promise<Subject> {
  if (month > monthOf(ctx.today)) throw invalid("body.month", "in_the_future");
  if (reportRowId !== undefined) {
    await mustPerson(ctx, "monthly-report.read", toId, spanOf(month));
    const row = await findReportRow(ctx.pool, reportRowId);
    if (row === null || row.personId !== toId || row.month !== month) throw invalid("body.reportRowId", "not_a_row_of_this_month");
    return { lineId: row.lineId, reportRowId, perilaku: null };
  }
  if (lineId !== undefined) {
    await mustPerson(ctx, "skp.read", toId, spanOf(month));
    const lines = await findLines(ctx.pool, toId, Number(month.slice(0, 4)));
    if (!lines.some((line) => line.lineId === lineId)) throw invalid("body.lineId", "not_a_result_of_this_person");
    return { lineId, reportRowId: null, perilaku: null };
  }
  return { lineId: null, reportRowId: null, perilaku: perilaku ?? null };
}

/** Nobody asks himself or gives to himself, whatever the access table says: the second wall, held by the table's mutants. */
async function mustOther(ctx: Ctx, action: "umpan-balik.give" | "umpan-balik.request", personId: string): Promise<void> {
  if (personId === ctx.actor.personId) throw new Problem("not_found");
  await mustPerson(ctx, action, personId);
}

/** One that was made before under this id: the same again is answered, anything else is not there for the caller. */
async function madeBefore(ctx: Ctx, id: string, isSame: (row: Row) => boolean): Promise<UmpanBalikView | null> {
  const row = await findOne(ctx.pool, id, ctx.today);
  if (row === null) return null;
  if (!isSame(row)) throw new Problem("not_found");
  return viewOf(row, ctx);
}

async function mustOne(ctx: Ctx, id: string): Promise<Row> {
  const row = await findOne(ctx.pool, id, ctx.today);
  // What is asked of another, or given to another, does not exist for third persons.
  if (row === null || partiesOf(row, ctx).length === 0) throw new Problem("not_found");
  return row;
}

type NewRow = Subject & { id: string; fromId: string; toId: string; month: Month };
async function insert(ctx: Ctx, row: NewRow & Partial<typeof umpanBalik.$inferInsert> & { status: "diminta" | "diberikan" }, action: string): Promise<UmpanBalikView> {
  await change(ctx, async (tx) => {
    const made = await tx.insert(umpanBalik).values(row).onConflictDoNothing().returning({ id: umpanBalik.id });
    if (made.length === 0) throw new Problem("stale");
    const payload = { from: row.fromId, to: row.toId, month: row.month, nada: row.nada ?? null, line: row.lineId, row: row.reportRowId, perilaku: row.perilaku };
    return { value: undefined, audit: { action, target: { type: "umpan_balik", id: row.id }, payload } };
  });
  return viewOf(await mustOne(ctx, row.id), ctx);
}

type Giving = Topic & { id: string; toId: string; month: Month; nada: UmpanBalikNada; text: string };
/** Given today, and never changed afterwards: a correction is a new one. */
export async function give(ctx: Ctx, input: Giving): Promise<UmpanBalikView> {
  const { id, toId, month, nada, text } = input;
  const before = await madeBefore(ctx, id, (row) => row.fromId === ctx.actor.personId && row.toId === toId && row.text === text && row.nada === nada);
  if (before !== null) return before;
  await mustOther(ctx, "umpan-balik.give", toId);
  const subject = await subjectOf(ctx, toId, month, input);
  return insert(ctx, { id, fromId: ctx.actor.personId, toId, month, ...subject, status: "diberikan", nada, text, givenOn: ctx.today, givenAt: ctx.now }, "umpan-balik.give");
}

type Asking = Topic & { id: string; fromId: string; month: Month; question: string };
/** Asks a colleague or superior about one's own work. */
export async function request(ctx: Ctx, input: Asking): Promise<UmpanBalikView> {
  const { id, fromId, month, question } = input;
  const before = await madeBefore(ctx, id, (row) => row.toId === ctx.actor.personId && row.fromId === fromId && row.question === question);
  if (before !== null) return before;
  await mustOther(ctx, "umpan-balik.request", fromId);
  const subject = await subjectOf(ctx, ctx.actor.personId, month, input);
  return insert(ctx, { id, fromId, toId: ctx.actor.personId, month, ...subject, status: "diminta", question, requestedOn: ctx.today }, "umpan-balik.request");
}

type Fields = Partial<Pick<typeof umpanBalik.$inferInsert, "status" | "nada" | "text" | "givenOn" | "givenAt" | "reply" | "repliedAt" | "readAt">>;
async function update(ctx: Ctx, id: string, version: number, fields: Fields, action: string): Promise<UmpanBalikView> {
  await change(ctx, async (tx) => {
    const done = await tx.update(umpanBalik).set({ ...fields, version: sql`${umpanBalik.version} + 1` }).where(and(eq(umpanBalik.id, id), eq(umpanBalik.version, version))).returning({ id: umpanBalik.id });
    if (done.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action, target: { type: "umpan_balik", id }, payload: { version, nada: fields.nada ?? null } } };
  });
  return viewOf(await mustOne(ctx, id), ctx);
}

/** Who was asked gives it, today. */
export async function answer(ctx: Ctx, id: string, { version, nada, text }: { version: number; nada: UmpanBalikNada; text: string }): Promise<UmpanBalikView> {
  const row = await mustOne(ctx, id);
  if (row.fromId === ctx.actor.personId && row.status === "diberikan" && row.text === text && row.nada === nada) return viewOf(row, ctx);
  refuseIf(refusalsOf(row, "answer", ctx));
  return update(ctx, id, version, { status: "diberikan", nada, text, givenOn: ctx.today, givenAt: ctx.now }, "umpan-balik.answer");
}

/** The receiver's tanggapan, once; who responds has read it. */
export async function reply(ctx: Ctx, id: string, { version, text }: { version: number; text: string }): Promise<UmpanBalikView> {
  const row = await mustOne(ctx, id);
  if (row.toId === ctx.actor.personId && row.reply === text) return viewOf(row, ctx);
  refuseIf(refusalsOf(row, "reply", ctx));
  return update(ctx, id, version, { reply: text, repliedAt: ctx.now, ...(row.readAt === null && { readAt: ctx.now }) }, "umpan-balik.reply");
}

/** Read: the first time counts. The version stays, so that a tanggapan written meanwhile is not stale. */
export async function markRead(ctx: Ctx, id: string): Promise<UmpanBalikView> {
  const row = await mustOne(ctx, id);
  refuseIf(refusalsOf(row, "read", ctx));
  if (row.readAt !== null) return viewOf(row, ctx);
  await change(ctx, async (tx) => {
    await tx.update(umpanBalik).set({ readAt: ctx.now }).where(and(eq(umpanBalik.id, id), isNull(umpanBalik.readAt)));
    return { value: undefined, audit: { action: "umpan-balik.read", target: { type: "umpan_balik", id } } };
  });
  return viewOf(await mustOne(ctx, id), ctx);
}
