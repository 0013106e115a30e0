import type { SignalView } from "@teraju/contracts";
import { access, reasons, type Refusal, type SignalOutcome } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { fairnessSignal } from "#db/schema/fairness.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { findPeriod, periodView } from "../appraisal/period.ts";
import { findPeople } from "./ratings.ts";
import { findOpenings, findSignal, findSignalsAbout, type SignalRow } from "./signal-queries.ts";

const READERS = ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] as const;
const isReader = (ctx: Ctx): boolean => READERS.some((role) => ctx.actor.roles.includes(role));
/** That there was a keberatan is told by the access table alone. */
export const mayReadKeberatan = (ctx: Ctx): boolean => access("keberatan.read", { relations: [], roles: ctx.actor.roles }).length === 0;
export const mayReadKind = (ctx: Ctx, { kind }: Pick<SignalRow, "kind">): boolean => kind !== "after_keberatan" || mayReadKeberatan(ctx);
const concerns = (ctx: Ctx, row: SignalRow): boolean => row.personId === ctx.actor.personId || row.penilaiId === ctx.actor.personId;

export function statusOf(row: SignalRow): SignalView["status"] {
  if (row.outcome !== null) return "closed";
  return row.reply === null ? "open" : "answered";
}
export function rowOf(row: SignalRow) {
  return { id: row.id, kind: row.kind, status: statusOf(row), raisedOn: row.raisedOn, expiresOn: row.expiresOn };
}

/**
 * Who answers: the penilai where a single rating is in question, else whom it is about. Whose rating it is has a word of their own beside it.
 * Nobody answers for a group of the city.
 */
function voiceOf(ctx: Ctx, row: SignalRow): "answers" | "adds" | null {
  if ((row.penilaiId ?? row.personId) === ctx.actor.personId) return "answers";
  return row.personId === ctx.actor.personId ? "adds" : null;
}
const saidBy = (row: SignalRow, voice: "answers" | "adds" | null): string | null => (voice === "adds" ? row.personReply : row.reply);
function replyRefusals(ctx: Ctx, row: SignalRow): Refusal[] {
  const voice = voiceOf(ctx, row);
  return reasons({ not_yours: voice === null, already_replied: saidBy(row, voice) !== null, outcome_given: row.outcome !== null });
}
/** Judged by an analyst, never about oneself. */
function judgeRefusals(ctx: Ctx, row: SignalRow): Refusal[] {
  return reasons({ not_yours: !ctx.actor.roles.includes("bkpsdm_analis") || concerns(ctx, row), outcome_given: row.outcome !== null });
}

/** For everybody else it does not exist. */
async function mustSignal(ctx: Ctx, id: string): Promise<SignalRow> {
  const row = await findSignal(ctx.pool, id, ctx.today);
  if (row === null || (!concerns(ctx, row) && !(isReader(ctx) && mayReadKind(ctx, row)))) throw new Problem("not_found");
  return row;
}

async function viewOf(ctx: Ctx, row: SignalRow): Promise<SignalView> {
  const [period, people, openings] = await Promise.all([findPeriod(ctx.pool, row.periodId), findPeople(ctx.pool, row.personId === null ? [] : [row.personId], ctx.today), findOpenings(ctx.pool, row.id)]);
  const { id, kind, version, unit, about, n, figure, scale, p, pAdjusted, innocent, raisedOn, expiresOn } = row;
  const seesOpenings = concerns(ctx, row) || ctx.actor.roles.includes("bkpsdm_analis");
  return {
    id, kind, version, status: statusOf(row), person: row.personId === null ? null : (people.get(row.personId) ?? null), unit, about, period: periodView(period, ctx.today),
    n, figure, scale, p, pAdjusted, innocent, raisedOn, expiresOn,
    reply: row.reply === null || row.repliedOn === null ? null : { text: row.reply, on: row.repliedOn },
    personReply: row.personReply === null || row.personRepliedOn === null ? null : { text: row.personReply, on: row.personRepliedOn },
    replyAs: voiceOf(ctx, row) === "adds" ? "person" : "answerer",
    outcome: row.outcome === null || row.outcomeNote === null || row.outcomeOn === null ? null : { outcome: row.outcome, note: row.outcomeNote, on: row.outcomeOn, by: row.outcomeByName ?? "" },
    openings: seesOpenings ? openings : [],
    actions: { reply: replyRefusals(ctx, row), judge: judgeRefusals(ctx, row) },
  };
}

/** The look itself is written down, before the answer goes out. */
export async function read(ctx: Ctx, id: string): Promise<SignalView> {
  const row = await mustSignal(ctx, id);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "fairness.signal", subjectId: id });
  return viewOf(ctx, row);
}

export async function reply(ctx: Ctx, id: string, { version, text }: { version: number; text: string }): Promise<SignalView> {
  const row = await mustSignal(ctx, id);
  const voice = voiceOf(ctx, row);
  if (voice === null) throw new Problem("forbidden");
  if (saidBy(row, voice) !== text) {
    refuseIf(replyRefusals(ctx, row));
    await write(ctx, row, version, voice === "adds" ? { personReply: text, personRepliedOn: ctx.today } : { reply: text, repliedOn: ctx.today }, "fairness.reply");
  }
  return viewOf(ctx, await mustSignal(ctx, id));
}

export async function judge(ctx: Ctx, id: string, { version, outcome, note }: { version: number; outcome: SignalOutcome; note: string }): Promise<SignalView> {
  // Who may not read it as BKPSDM learns nothing of it here either.
  mustRole(ctx, "fairness.judge");
  const row = await mustSignal(ctx, id);
  refuseIf(judgeRefusals(ctx, row));
  await write(ctx, row, version, { outcome, outcomeNote: note, outcomeOn: ctx.today, outcomeBy: ctx.actor.personId }, "fairness.judge");
  return viewOf(ctx, await mustSignal(ctx, id));
}

async function write(ctx: Ctx, row: SignalRow, version: number, set: Partial<typeof fairnessSignal.$inferInsert>, action: string): Promise<void> {
  await change(ctx, async (tx) => {
    const { rowCount } = await tx.update(fairnessSignal).set({ ...set, version: sql`${fairnessSignal.version} + 1` }).where(and(eq(fairnessSignal.id, row.id), eq(fairnessSignal.version, version)));
    if (rowCount === 0) throw new Problem("stale");
    return { value: undefined, audit: { action, target: { type: "fairness_signal", id: row.id }, payload: { kind: row.kind, ...(set.outcome === undefined ? {} : { outcome: set.outcome }) } } };
  });
}

export async function mine(ctx: Ctx) {
  return { signals: (await findSignalsAbout(ctx.pool, ctx.actor.personId, ctx.today)).map(rowOf) };
}
