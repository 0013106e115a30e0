import type { PeerCycleView } from "@teraju/contracts";
import { canonicalText, type DrawInput, peerInput } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { peerCycle, peerDraw, peerHandover } from "#db/schema/peer-input.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { type Cycle, mustCycle } from "./cycle-queries.ts";
import { partiesOf, stateOf, viewOf } from "./cycle-view.ts";
import { type Drawn, firstDraw, laterDraw, type LaterInputs, type Outcome, rootOfDraw } from "./draw-core.ts";
import { findDrawn, findHandedOver, findMoves, findStoredDraws, findWanted, loadDrawInput } from "./draw-inputs.ts";
import { readKey } from "./keys.ts";

export type Files = { readonly dataDir: string };
type Step = { version: number };

/** Draws who answers about whom and opens the forms. */
export async function draw(ctx: Ctx, files: Files, id: string, { version }: Step): Promise<PeerCycleView> {
  mustRole(ctx, "peer-cycle.manage");
  const cycle = await mustCycle(ctx.pool, id);
  refuseIf(peerInput.refusals(stateOf(cycle), "draw", partiesOf(ctx), ctx.today));
  const key = await readKey(files.dataDir, id, "draw");
  const input = await loadDrawInput(ctx.pool, cycle);
  const outcome = firstDraw(input, key);
  const { drawn, components, shortfall } = outcome;
  const colleagues = drawn.filter((one) => one.group === "rekan");
  const crossing = countCrossing(colleagues, input);
  const facts = { people: input.people.length, forms: drawn.length, components, shortfall, crossPercent: colleagues.length === 0 ? 0 : Math.round((1000 * crossing) / colleagues.length) / 10 };
  await change(ctx, async (tx) => {
    await step(tx, cycle, version, { status: "answering" });
    await insertDraw(tx, cycle, { number: 0, today: ctx.today, root: rootOfDraw(outcome, id, key), inputs: input, facts, outcome });
    return { value: undefined, audit: { action: "peer-cycle.draw", target: { type: "peer_cycle", id }, payload: { ...facts } } };
  });
  return viewOf(await mustCycle(ctx.pool, id), ctx);
}

function countCrossing(colleagues: readonly Drawn[], { people }: DrawInput): number {
  const unitOf = new Map(people.map((one) => [one.id, one.unit]));
  return colleagues.filter((one) => unitOf.get(one.raterId) !== unitOf.get(one.subjectId)).length;
}

/** One step of the cycle, of the version that the caller has seen. */
export async function step(tx: Tx, cycle: Cycle, version: number, set: Partial<typeof peerCycle.$inferInsert>): Promise<void> {
  const { rowCount } = await tx.update(peerCycle).set({ ...set, version: sql`${peerCycle.version} + 1` }).where(and(eq(peerCycle.id, cycle.id), eq(peerCycle.version, version)));
  if (rowCount === 0) throw new Problem("stale");
}

type NewDraw = { number: number; today: string; root: string; inputs: unknown; facts: unknown; outcome: Pick<Outcome, "drawn" | "handedOver"> };
async function insertDraw(tx: Tx, { id }: Cycle, { number, today, root, inputs, facts, outcome: { drawn, handedOver } }: NewDraw): Promise<void> {
  await tx.insert(peerDraw).values({ cycleId: id, number, drawnOn: today, root, inputs, facts });
  const column = (of: (one: Drawn) => string): string => `{${drawn.map(of).join(",")}}`;
  await tx.execute(sql`
    insert into peer_invite (cycle_id, draw_number, rater_id, subject_id, rater_group, because)
    select ${id}::uuid, ${number}::int, r, s, g, b from unnest(${column((one) => one.raterId)}::uuid[], ${column((one) => one.subjectId)}::uuid[], ${column((one) => one.group)}::text[], ${column((one) => one.because)}::text[]) as x(r, s, g, b)`);
  if (handedOver.length > 0) await tx.insert(peerHandover).values(handedOver.map((one) => ({ ...one, cycleId: id, drawNumber: number })));
}

/**
 * Raters in place of those who declined, who left or who are away until the end, and a place in the draw for who has been here long enough
 * since; false where nobody is lacking. Nothing in it says who declined or had answered: it knows only how many are lacking for whom.
 */
export async function replace(ctx: Ctx | (Omit<Ctx, "actor"> & { actor: null }), files: Files, cycle: Cycle, version: number): Promise<boolean> {
  const [stored, drawnSoFar, handedSoFar, now] = await Promise.all([findStoredDraws(ctx.pool, cycle.id), findDrawn(ctx.pool, cycle.id), findHandedOver(ctx.pool, cycle.id), loadDrawInput(ctx.pool, cycle, ctx.today)]);
  const number = stored.length;
  // Written by `draw`, read back as they were.
  const first = stored[0]?.inputs as DrawInput;
  const last = number > 1 ? (stored.at(-1)?.inputs as LaterInputs | undefined) : undefined;
  const known = new Set(first.people.map((one) => one.id));
  // Who came by an earlier draw and left since stays named: pairs of theirs stand among what was drawn.
  const earlier = last?.joined ?? [];
  const joined = [...earlier, ...now.people.filter((one) => !known.has(one.id) && !earlier.some((other) => other.id === one.id))];
  const { left, gone } = await findMoves(ctx.pool, [...known, ...joined.map((one) => one.id)], { today: ctx.today, until: cycle.answersUntil });
  const wanted = await findWanted(ctx.pool, cycle.id, { left, gone, joined: joined.map((one) => one.id), perPerson: first.ratersPerPerson });
  if (wanted.length === 0) return false;
  const key = await readKey(files.dataDir, cycle.id, "draw");
  const more: LaterInputs = { wanted, banned: now.banned, gone, left, joined };
  const outcome = laterDraw({ first, more, number, key, before: { drawn: drawnSoFar, handedOver: handedSoFar, joined: earlier } });
  const { drawn, handedOver, components, shortfall } = outcome;
  // Nobody can be found for the same places as last time: another draw of nothing would be added each night.
  if (drawn.length === 0 && last !== undefined && canonicalText(last.wanted) === canonicalText(wanted)) return false;
  const facts = { people: 0, forms: drawn.length - handedOver.length, components, crossPercent: 0, shortfall, left: gone.length, joined: joined.length };
  await change(ctx, async (tx) => {
    await step(tx, cycle, version, {});
    await insertDraw(tx, cycle, { number, today: ctx.today, root: rootOfDraw(outcome, cycle.id, key), inputs: more, facts, outcome });
    return { value: undefined, audit: { action: "peer-cycle.replace", target: { type: "peer_cycle", id: cycle.id }, payload: { forms: drawn.length, handedOver: handedOver.length, shortfall, left: gone.length, joined: joined.length } } };
  });
  return true;
}

/** The same at BKPSDM's wish. */
export async function replaceDeclined(ctx: Ctx, files: Files, id: string, { version }: Step): Promise<PeerCycleView> {
  mustRole(ctx, "peer-cycle.manage");
  const cycle = await mustCycle(ctx.pool, id);
  refuseIf(peerInput.refusals(stateOf(cycle), "replace", partiesOf(ctx), ctx.today));
  if (cycle.version !== version) throw new Problem("stale");
  await replace(ctx, files, cycle, version);
  return viewOf(await mustCycle(ctx.pool, id), ctx);
}
