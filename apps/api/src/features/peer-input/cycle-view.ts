import { createHash } from "node:crypto";
import type { PeerCycleRef, PeerCycleView } from "@teraju/contracts";
import { FEWEST_ANSWERS, fewestAnswers, type Party, peerInput, type Refusal } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import type { Cycle, VerifierRow } from "./cycle-queries.ts";

export function refOf({ id, year, semester, status, answersFrom, answersUntil }: Cycle): PeerCycleRef {
  return { id, year, semester, status, answersFrom, answersUntil };
}
/** "2026-2": how a semester is named in the draw and in Decisions. */
export const periodOf = ({ year, semester }: Pick<Cycle, "year" | "semester">): string => `${year}-${semester}`;

/** One root for all draws of a cycle: that of the only one, else the hash of theirs in order. Null before the first. */
export function combinedRoot(roots: readonly string[]): string | null {
  if (roots.length <= 1) return roots[0] ?? null;
  return createHash("sha256").update(roots.join("|")).digest("hex");
}

export const partiesOf = (ctx: Pick<Ctx, "actor">): Party[] => (ctx.actor.roles.includes("bkpsdm") ? ["bkpsdm"] : []);

export function stateOf(cycle: Cycle): peerInput.PeerCycle {
  return { status: cycle.status, answersUntil: cycle.answersUntil, verifiers: cycle.verifiers.length, isOtherUnsealed: cycle.isOtherUnsealed };
}

export function verdictOf({ role, person, digest, isEqual, statement, on, signature }: VerifierRow): PeerCycleView["verifiers"][number]["verdict"] {
  // Given once and whole, as the table's check says.
  if (digest === null || isEqual === null || statement === null || on === null || signature === null) return null;
  return { role, name: person.name, isEqual, digest, statement, on, signature };
}
export function verdictsOf(cycle: Cycle): NonNullable<ReturnType<typeof verdictOf>>[] {
  return cycle.verifiers.flatMap((verifier) => verdictOf(verifier) ?? []);
}

const STEP_PERCENT = 5;
/** Down to steps of five percent, and under 100 until the seal: a counter that moves with one answer would name who gave it. */
function sentPercent(sent: number, forms: number): number {
  return forms === 0 ? 0 : Math.floor((100 * Math.min(sent, forms)) / forms / STEP_PERCENT) * STEP_PERCENT;
}

/** Few are not counted aloud: where one form was replaced and one colleague is known to be away, one declined. */
export function countedAloud(count: number): number | null {
  return count > 0 && count < FEWEST_ANSWERS ? null : count;
}

export function viewOf(cycle: Cycle, ctx: Ctx): PeerCycleView {
  const first = cycle.draws[0];
  const last = cycle.draws.at(-1);
  const root = combinedRoot(cycle.draws.map((draw) => draw.root));
  const total = (of: "forms" | "shortfall"): number => cycle.draws.reduce((sum, draw) => sum + draw.facts[of], 0);
  const may = (action: peerInput.Action): Refusal[] => peerInput.refusals(stateOf(cycle), action, partiesOf(ctx), ctx.today);
  const { perOrang, lintasUnit, bawahan, bobot, jawabanMin } = cycle.rekan;
  return {
    ...refOf(cycle), version: cycle.version, keyHash: cycle.keyHash,
    parameters: { perOrang, lintasUnit, bawahan, minBawahan: FEWEST_ANSWERS, minJawaban: fewestAnswers(jawabanMin), bobot },
    draw: first === undefined || root === null ? null : { on: first.on, people: first.facts.people, forms: total("forms"), root, components: first.facts.components, crossPercent: first.facts.crossPercent, shortfall: total("shortfall"), replaced: countedAloud(total("forms") - first.facts.forms), left: countedAloud(last?.facts.left ?? 0), joined: countedAloud(last?.facts.joined ?? 0) },
    progress: cycle.progressDay === null ? null : { forms: cycle.progressForms ?? 0, sentPercent: sentPercent(cycle.progressSent ?? 0, cycle.progressForms ?? 0), asOf: cycle.progressDay },
    sealed: cycle.sealedOn === null ? null : { on: cycle.sealedOn, answers: cycle.sealedAnswers ?? 0 },
    released: cycle.releasedOn === null ? null : { on: cycle.releasedOn, shown: cycle.shown ?? 0, merged: cycle.merged ?? 0, none: cycle.none ?? 0 },
    verifiers: cycle.verifiers.map((verifier) => ({ role: verifier.role, person: verifier.person, verdict: verdictOf(verifier) })),
    actions: { nameVerifiers: may("nameVerifiers"), setLastDay: may("setLastDay"), draw: may("draw"), replace: may("replace"), close: may("close"), seal: may("seal"), release: may("release") },
  };
}
