import type { LocalDate, PenempatanKind } from "@teraju/domain";
import { penilaiRelation as rules } from "@teraju/domain";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { penilaiDelegation, placement } from "#db/schema/index.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { followTree } from "./follow.ts";
import { trailOf } from "./hand-over.ts";
import * as queries from "./acting-queries.ts";

/** Who acts for the head of a unit, on [from, until), by which letter, and whether the authority to rate was delegated with it. */
export type Acting = { readonly id: string; readonly personId: string; readonly unitId: string; readonly kind: Exclude<PenempatanKind, "definitif">; readonly from: LocalDate; readonly until: LocalDate; readonly basis: string; readonly hasDelegasi: boolean };

/**
 * Puts somebody on the post of a unit's head for a time, beside their own: they are rated from above that unit meanwhile (Lampiran BAB
 * IV.A.5), its people by them where that was delegated (angka 3), and all goes back on the day it ends (angka 6). Who may do it is the
 * caller's to check. The same id once more is the same appointment.
 * @throws refused: `no_head_post`, `post_not_vacant` (Plt. beside a head), `acting_overlaps`, `post_closes`, `span_empty`, `before_relation`.
 */
export async function assignActing(ctx: Ctx, wish: Acting): Promise<void> {
  const known = await queries.findActing(ctx.pool, wish.id);
  if (known !== null) {
    if (known.personId !== wish.personId || known.unitId !== wish.unitId || known.kind !== wish.kind || known.from !== wish.from) throw new Problem("stale");
    return;
  }
  const post = await queries.findHeadPost(ctx.pool, wish.unitId, wish.from);
  if (!(await queries.isSeated(ctx.pool, wish.personId, wish.from))) throw new Problem("invalid", { fields: [{ path: "body.personId", code: "unknown_person" }] });
  refuseIf(rules.actingRefusals({ kind: wish.kind, from: wish.from, until: wish.until, hasPost: post !== null, postUntil: post?.until ?? null, holderId: post?.holderId ?? null, personId: wish.personId, others: post?.acting ?? [] }));
  if (post === null) throw new Error("refused before");
  await change(ctx, async (tx) => {
    const { personId, unitId, kind, from, until, basis } = wish;
    await tx.insert(placement).values({ id: wish.id, personId, jabatanId: post.postId, unitId, kind, validFrom: from, validUntil: until });
    if (wish.hasDelegasi) await tx.insert(penilaiDelegation).values({ id: v7(), personId, unitId, basis, validFrom: from, validUntil: until });
    const { handOvers, reports } = await followTree(ctx, tx, await concerned(tx, wish), { from, basis });
    const { id: _, ...payload } = wish;
    return { value: undefined, audit: { action: "acting.assign", target: { type: "placement", id: wish.id }, payload: { ...payload, reports, handOvers: trailOf(handOvers) } } };
  }).catch(refuseOverlap);
}

/** The appointment ends on that day, earlier than its letter said; who rates whom goes back then. The same day once more is the same end. */
export async function endActing(ctx: Ctx, id: string, on: LocalDate): Promise<void> {
  const acting = await queries.findActing(ctx.pool, id);
  if (acting === null) throw new Problem("not_found");
  if (acting.until === on) return;
  refuseIf(rules.endRefusals({ from: acting.from, until: acting.until }, on));
  await change(ctx, async (tx) => {
    await tx.update(placement).set({ validUntil: on }).where(eq(placement.id, id));
    await tx.execute(sql`update penilai_delegation set valid_until = ${on} where person_id = ${acting.personId} and unit_id = ${acting.unitId} and valid_from <= ${on} and (valid_until is null or valid_until > ${on})`);
    const { handOvers, reports } = await followTree(ctx, tx, await concerned(tx, acting), { from: on, basis: `Penugasan berakhir, ${on}` });
    return { value: undefined, audit: { action: "acting.end", target: { type: "placement", id }, payload: { on, reports, handOvers: trailOf(handOvers) } } };
  }).catch(refuseOverlap);
}

/** The one who acts, everybody in the unit and below it, and whom its head rates or stands above elsewhere. */
async function concerned(tx: Tx, { personId, unitId, from }: Pick<Acting, "personId" | "unitId" | "from">): Promise<string[]> {
  return [...new Set([personId, ...await queries.findPeopleBelow(tx, unitId, from)])];
}

function refuseOverlap(error: unknown): never {
  if (postgresCode(error) === "23P01") refuseIf(["acting_overlaps"]);
  throw error;
}
