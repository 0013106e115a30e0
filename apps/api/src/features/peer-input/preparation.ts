import type { RelationKind } from "@teraju/domain";
import { peerInput } from "@teraju/domain";
import { and, eq } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { peerChoice, peerRelation, peerStatement } from "#db/schema/peer-input.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { findCurrent, mustCycle } from "./cycle-queries.ts";
import { refOf } from "./cycle-view.ts";
import { countStated, findChoices, findDeclarations, findPeople, findRelations, knownPeople } from "./preparation-queries.ts";

/** What I may say before the draw. Before I state this cycle's relations, those of my last statement are proposed. */
export async function read(ctx: Ctx) {
  const cycle = await findCurrent(ctx.pool);
  if (cycle === null) return { cycle: null, choice: { vetoes: [], suggestions: [] }, relations: { isStated: false, list: [] }, actions: { choose: ["wrong_status"], declare: ["wrong_status"] } };
  const [choices, relations] = await Promise.all([findChoices(ctx.pool, cycle.id, ctx.actor.personId, ctx.today), findRelations(ctx.pool, ctx.actor.personId, ctx.today)]);
  const named = (kind: "veto" | "suggestion") => choices.filter((one) => one.kind === kind).map((one) => one.person);
  return {
    cycle: refOf(cycle), choice: { vetoes: named("veto"), suggestions: named("suggestion") },
    relations: { isStated: relations?.cycleId === cycle.id, list: relations?.list ?? [] },
    actions: { choose: peerInput.preparationRefusals(cycle, "choice"), declare: peerInput.preparationRefusals(cycle, "relation") },
  };
}

/** The whole of it each time. Who was named stands in no trail: only how many. */
export async function choose(ctx: Ctx, cycleId: string, { vetoes, suggestions }: { vetoes: readonly string[]; suggestions: readonly string[] }): Promise<void> {
  const cycle = await mustCycle(ctx.pool, cycleId);
  refuseIf(peerInput.preparationRefusals(cycle, "choice"));
  await mustKnow(ctx, [...vetoes, ...suggestions]);
  const mine = and(eq(peerChoice.cycleId, cycleId), eq(peerChoice.personId, ctx.actor.personId));
  const rows = [...vetoes.map((otherId, i) => ({ otherId, kind: "veto", position: i + 1 })), ...suggestions.map((otherId, i) => ({ otherId, kind: "suggestion", position: i + 1 }))];
  await change(ctx, async (tx) => {
    await tx.delete(peerChoice).where(mine);
    if (rows.length > 0) await tx.insert(peerChoice).values(rows.map((row) => ({ ...row, cycleId, personId: ctx.actor.personId })));
    return { value: undefined, audit: { action: "peer-preparation.choose", target: { type: "peer_cycle", id: cycleId }, payload: { vetoes: vetoes.length, suggestions: suggestions.length } } };
  });
}

/** My family and business relations of this cycle; an empty list is a statement too. */
export async function declare(ctx: Ctx, cycleId: string, { relations }: { relations: readonly { personId: string; kind: RelationKind }[] }): Promise<void> {
  const cycle = await mustCycle(ctx.pool, cycleId);
  refuseIf(peerInput.preparationRefusals(cycle, "relation"));
  await mustKnow(ctx, relations.map((one) => one.personId));
  const me = ctx.actor.personId;
  await change(ctx, async (tx) => {
    await tx.insert(peerStatement).values({ cycleId, personId: me, statedOn: ctx.today }).onConflictDoUpdate({ target: [peerStatement.cycleId, peerStatement.personId], set: { statedOn: ctx.today } });
    await tx.delete(peerRelation).where(and(eq(peerRelation.cycleId, cycleId), eq(peerRelation.personId, me)));
    if (relations.length > 0) await tx.insert(peerRelation).values(relations.map(({ personId, kind }) => ({ cycleId, personId: me, otherId: personId, kind })));
    return { value: undefined, audit: { action: "peer-preparation.declare", target: { type: "peer_cycle", id: cycleId }, payload: { relations: relations.length } } };
  });
}

async function mustKnow(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.includes(ctx.actor.personId)) throw new Problem("invalid", { fields: [{ path: "body", code: "names_oneself" }] });
  if ((await knownPeople(ctx.pool, ids)) !== ids.length) throw new Problem("invalid", { fields: [{ path: "body", code: "unknown_person" }] });
}

export async function search(ctx: Ctx, q: string) {
  return { people: await findPeople(ctx.pool, ctx.actor.personId, q, ctx.today) };
}

/** Confidential: BKPSDM's analyst alone, and each look is logged. */
export async function declarations(ctx: Ctx, cycleId: string) {
  mustRole(ctx, "relation-declaration.read");
  const cycle = await mustCycle(ctx.pool, cycleId);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "relation-declaration.read", subjectId: cycleId });
  const [list, stated] = await Promise.all([findDeclarations(ctx.pool, cycleId, ctx.today), countStated(ctx.pool, cycleId)]);
  return { cycle: refOf(cycle), stated, declarations: list };
}
