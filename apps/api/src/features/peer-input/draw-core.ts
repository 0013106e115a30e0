import { type DrawInput, type DrawnBecause, drawRaters, type PeerGroup, redraw } from "@teraju/domain";
import type { StoredDraw } from "./draw-inputs.ts";
import { type Edge, hashTree, leafOf, rootOf, saltOf } from "./hash-tree.ts";
import { prfOf } from "./keys.ts";

/** An assignment with why it was drawn. */
export type Drawn = { raterId: string; subjectId: string; group: PeerGroup; because: DrawnBecause };
/**
 * What a later draw is made from, beside what was drawn before: who lacks how many, the pairs that are banned by then, who is asked no
 * more, who of them left, and all who came since the first draw. It says nothing of who has answered: so it can be kept for the verifiers.
 */
export type LaterInputs = { wanted: readonly { ratee: string; group: PeerGroup; count: number }[]; banned: DrawInput["banned"]; gone: readonly string[]; left: readonly string[]; joined: DrawInput["people"] };
export type HandedOver = { raterId: string; subjectId: string };
export type Outcome = { drawn: Drawn[]; handedOver: HandedOver[]; components: number; shortfall: number };
/** All draws of a cycle up to now. */
export type SoFar = { drawn: readonly Drawn[]; handedOver: readonly HandedOver[]; /** Who had come by the draw before. */ joined: DrawInput["people"] };

/** The cycle's draw: number 0. */
export function firstDraw(input: DrawInput, key: Buffer): Outcome {
  const { assignments, components, shortfalls } = drawRaters(input, prfOf(key));
  const drawn = assignments.map(({ rater, ratee, group, isCrossUnit, isSuggested }): Drawn => ({
    raterId: rater, subjectId: ratee, group, because: group === "bawahan" ? "bawahan" : isSuggested ? "suggested" : isCrossUnit ? "other_unit" : "same_unit",
  }));
  return { drawn, handedOver: [], components, shortfall: new Set(shortfalls.filter(({ kind }) => kind === "raters").map(({ person }) => person)).size };
}

/** Draw number `number`, after all that was drawn before it. */
export function laterDraw({ first, more, before, number, key }: { first: DrawInput; more: LaterInputs; before: SoFar; number: number; key: Buffer }): Outcome {
  const known = new Set(before.joined.map((one) => one.id));
  const { added, handedOver, components, shortfall } = redraw({
    input: { ...first, people: [...first.people, ...more.joined], banned: more.banned }, number, wanted: more.wanted, gone: more.gone, left: more.left,
    joined: more.joined.map((one) => one.id).filter((id) => !known.has(id)),
    drawn: before.drawn.map(({ raterId, subjectId, group, because }) => ({ rater: raterId, ratee: subjectId, group, isSuggested: because === "suggested" })),
    handedOver: before.handedOver.map(({ raterId, subjectId }) => [raterId, subjectId] as const),
  }, prfOf(key));
  const joined = new Set(more.joined.map((one) => one.id));
  const because = (ratee: string, isCrossUnit: boolean): DrawnBecause => (joined.has(ratee) ? (isCrossUnit ? "other_unit" : "same_unit") : "replacement");
  return {
    drawn: added.map(({ rater, ratee, group, isCrossUnit }): Drawn => ({ raterId: rater, subjectId: ratee, group, because: because(ratee, isCrossUnit) })),
    handedOver: handedOver.map(([raterId, subjectId]) => ({ raterId, subjectId })), components, shortfall,
  };
}

/** The tree of hashes over what a draw asked, and what it handed over. */
export function treeOfDraw({ drawn, handedOver }: Pick<Outcome, "handedOver"> & { drawn: readonly Edge[] }, cycleId: string, key: Buffer): string[][] {
  const prf = prfOf(key);
  const edges = [...drawn, ...handedOver.map((one) => ({ ...one, group: "handed_over" }))];
  return hashTree(edges.map((edge) => leafOf(saltOf(prf, cycleId, edge), edge)));
}
export function rootOfDraw(outcome: Parameters<typeof treeOfDraw>[0], cycleId: string, key: Buffer): string {
  return rootOf(treeOfDraw(outcome, cycleId, key));
}

/** The roots of all draws of a cycle from key and inputs alone: what a verifier computes and compares. */
export function recomputeRoots(stored: readonly Pick<StoredDraw, "number" | "inputs">[], cycleId: string, key: Buffer): string[] {
  const [head, ...rest] = stored;
  if (head === undefined) return [];
  // Written by `draw`, read back as it was.
  const first = head.inputs as DrawInput;
  const begin = firstDraw(first, key);
  let before: SoFar = { drawn: begin.drawn, handedOver: [], joined: [] };
  const roots = [rootOfDraw(begin, cycleId, key)];
  for (const { number, inputs } of rest) {
    const more = inputs as LaterInputs;
    const outcome = laterDraw({ first, more, before, number, key });
    before = { drawn: [...before.drawn, ...outcome.drawn], handedOver: [...before.handedOver, ...outcome.handedOver], joined: more.joined };
    roots.push(rootOfDraw(outcome, cycleId, key));
  }
  return roots;
}
