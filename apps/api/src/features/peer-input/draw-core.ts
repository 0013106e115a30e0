import { type DrawInput, type DrawnBecause, drawRaters, drawReplacements, type PeerGroup } from "@teraju/domain";
import type { StoredDraw } from "./draw-inputs.ts";
import { hashTree, leafOf, rootOf, saltOf } from "./hash-tree.ts";
import { prfOf } from "./keys.ts";

/** An assignment with why it was drawn. */
export type Drawn = { raterId: string; subjectId: string; group: PeerGroup; because: DrawnBecause };
/**
 * What a draw of replacements is made from, beside the cycle's first draw: who lacks how many, the pairs that are banned by then, who is
 * no longer there to be asked, who came since. It says nothing of who has answered: so it can be kept for the verifiers.
 */
export type ReplacementInputs = { wanted: readonly { ratee: string; group: PeerGroup; count: number }[]; banned: DrawInput["banned"]; gone?: readonly string[]; joined?: DrawInput["people"] };
export type Outcome = { drawn: Drawn[]; components: number; shortfall: number };

/** The cycle's draw: number 0. */
export function firstDraw(input: DrawInput, key: Buffer): Outcome {
  const { assignments, components, shortfalls } = drawRaters(input, prfOf(key));
  const drawn = assignments.map(({ rater, ratee, group, isCrossUnit, isSuggested }): Drawn => ({
    raterId: rater, subjectId: ratee, group, because: group === "bawahan" ? "bawahan" : isSuggested ? "suggested" : isCrossUnit ? "other_unit" : "same_unit",
  }));
  return { drawn, components, shortfall: new Set(shortfalls.filter(({ kind }) => kind === "raters").map(({ person }) => person)).size };
}

/** Draw number `number`, after all that was drawn before it. */
export function replacementDraw({ first, more, before, number, key }: { first: DrawInput; more: ReplacementInputs; before: readonly Drawn[]; number: number; key: Buffer }): Outcome {
  const { assignments, shortfall } = drawReplacements({
    period: first.period, number, people: [...first.people, ...(more.joined ?? [])], gone: more.gone ?? [], units: first.units, vetoes: first.vetoes ?? [], banned: more.banned, wanted: more.wanted,
    drawn: before.map(({ raterId, subjectId, group }) => ({ rater: raterId, ratee: subjectId, group })),
  }, prfOf(key));
  const unitOf = new Map([...first.people, ...(more.joined ?? [])].map((one) => [one.id, one.unit]));
  const joined = new Set((more.joined ?? []).map((one) => one.id));
  const because = (rater: string, ratee: string): DrawnBecause => (!joined.has(ratee) ? "replacement" : unitOf.get(rater) === unitOf.get(ratee) ? "same_unit" : "other_unit");
  return { drawn: assignments.map(({ rater, ratee, group }): Drawn => ({ raterId: rater, subjectId: ratee, group, because: because(rater, ratee) })), components: 1, shortfall };
}

/** Root of the tree of hashes over some assignments. */
export function rootOfDraw(drawn: readonly Drawn[], cycleId: string, key: Buffer): string {
  const prf = prfOf(key);
  return rootOf(hashTree(drawn.map((edge) => leafOf(saltOf(prf, cycleId, edge), edge))));
}

/** The roots of all draws of a cycle from key and inputs alone: what a verifier computes and compares. */
export function recomputeRoots(stored: readonly Pick<StoredDraw, "number" | "inputs">[], cycleId: string, key: Buffer): string[] {
  const [head, ...rest] = stored;
  if (head === undefined) return [];
  // Written by `draw`, read back as it was.
  const first = head.inputs as DrawInput;
  const before = firstDraw(first, key).drawn;
  const roots = [rootOfDraw(before, cycleId, key)];
  for (const { number, inputs } of rest) {
    const { drawn } = replacementDraw({ first, more: inputs as ReplacementInputs, before, number, key });
    before.push(...drawn);
    roots.push(rootOfDraw(drawn, cycleId, key));
  }
  return roots;
}
