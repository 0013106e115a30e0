import { createHash } from "node:crypto";
import type { answerKeberatanHearing, KeberatanView, recordKeberatanHearing } from "@teraju/contracts/keberatan";
import { canonicalText, keberatan as rules, type LocalDate } from "@teraju/domain";
import { and, eq, ne, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { keberatan, keberatanHearing, keberatanHearingAnswer } from "#db/schema/keberatan.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import type { HearingRow } from "./queries.ts";
import { read, tell } from "./service.ts";
import { viewOf } from "./view.ts";
import { contextOf, loadKeberatan, standingAt } from "./work.ts";

type Recorded = z.output<typeof recordKeberatanHearing.body & {}>;
type Answered = z.output<typeof answerKeberatanHearing.body & {}>;
type Signed = Pick<HearingRow, "id" | "on" | "place" | "isOwnerPresent" | "isPenilaiPresent" | "others" | "said">;

/** What the atasan signs, and what a later answer is about: all that the minutes say, of which keberatan, by whom and on which day. */
function hashOf({ id, on, place, isOwnerPresent, isPenilaiPresent, others, said }: Signed, by: { keberatanId: string; writtenBy: string; writtenOn: LocalDate }): string {
  return createHash("sha256").update(canonicalText({ id, on, place, isOwnerPresent, isPenilaiPresent, others, said, ...by }), "utf8").digest("hex");
}

const isSame = (row: HearingRow, { on, place, isOwnerPresent, isPenilaiPresent, others, said }: Recorded): boolean =>
  JSON.stringify([row.on, row.place, row.isOwnerPresent, row.isPenilaiPresent, row.others, row.said]) === JSON.stringify([on, place, isOwnerPresent, isPenilaiPresent, others, said]);

/** Keeps the minutes of a hearing under the atasan's signature; both sides are told. Sent again they are the same minutes. */
export async function recordHearing(ctx: Ctx, id: string, { version, hearingId, ...said }: Recorded): Promise<KeberatanView> {
  const work = await loadKeberatan(ctx, id);
  const { row, period, parties } = work;
  const kept = row.hearings.find((one) => one.id === hearingId);
  if (parties.includes("atasan") && kept !== undefined && isSame(kept, { version, hearingId, ...said })) return viewOf(work, ctx);
  refuseIf(rules.recordHearingRefusals(row, said, contextOf(ctx, period, parties)));
  const hash = hashOf({ id: hearingId, ...said }, { keberatanId: id, writtenBy: ctx.actor.personId, writtenOn: ctx.today });
  const { on: heldOn, ...words } = said;
  await change(ctx, async (tx) => {
    const held = await tx.update(keberatan).set({ version: sql`${keberatan.version} + 1` }).where(and(eq(keberatan.id, id), eq(keberatan.version, version), ne(keberatan.status, "decided"))).returning({ id: keberatan.id });
    if (held.length === 0) throw new Problem("stale");
    const made = await tx.insert(keberatanHearing).values({ id: hearingId, keberatanId: id, heldOn, ...words, writtenBy: ctx.actor.personId, writtenOn: ctx.today, writtenAt: ctx.now, hash }).onConflictDoNothing().returning({ id: keberatanHearing.id });
    if (made.length === 0) throw new Problem("stale");
    await tell(tx, ctx, "keberatan_heard", id, [...(said.isOwnerPresent ? [row.personId] : []), ...(said.isPenilaiPresent ? [row.penilaiId] : [])]);
    return { value: undefined, audit: { action: "keberatan.hear", target: { type: "keberatan", id }, payload: { hearingId, on: heldOn, isOwnerPresent: said.isOwnerPresent, isPenilaiPresent: said.isPenilaiPresent, hash } } };
  });
  return read(ctx, id);
}

/** The actor signs the minutes as they stand, or refuses to, once. Sent again it is the same answer. */
export async function answerHearing(ctx: Ctx, { id, hearingId }: { id: string; hearingId: string }, { answer, note }: Answered): Promise<KeberatanView> {
  const work = await loadKeberatan(ctx, id);
  const { row, parties } = work;
  const hearing = row.hearings.find((one) => one.id === hearingId);
  if (hearing === undefined) throw new Problem("not_found");
  const mine = standingAt(hearing, parties.includes("penilai") ? "penilai" : "owner", row);
  if (mine.answer?.personId === ctx.actor.personId && mine.answer.answer === answer && mine.answer.note === note) return viewOf(work, ctx);
  refuseIf(rules.answerHearingRefusals(row, { isPresent: mine.isPresent, isAnswered: mine.answer !== null }, parties));
  await change(ctx, async (tx) => {
    const made = await tx.insert(keberatanHearingAnswer).values({ hearingId, personId: ctx.actor.personId, answer, note, answeredOn: ctx.today, answeredAt: ctx.now, hash: hearing.hash }).onConflictDoNothing().returning({ id: keberatanHearingAnswer.hearingId });
    if (made.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "keberatan.answer_hearing", target: { type: "keberatan", id }, payload: { hearingId, answer, hash: hearing.hash } } };
  });
  return read(ctx, id);
}
