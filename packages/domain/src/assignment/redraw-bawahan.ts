import type { Assignment, Shortfall } from "../assignment.ts";
import { keyedOrder, labelled, type Prf } from "./keyed-hash.ts";
import type { DrawChange, DrawSituation } from "./redraw.ts";

export type BawahanChange = { readonly added: readonly Assignment[]; readonly removed: readonly Assignment[]; readonly shortfalls: readonly Shortfall[] };

/** The bawahan who are asked no more about a penilai, and another of them instead where there is one. `situation.gone` has who leaves now. */
export function bawahanAfter(situation: DrawSituation, change: DrawChange, prf: Prf): BawahanChange {
  const sent = new Set(situation.submitted.map((pair) => labelled(...pair)));
  const removed = situation.assignments.filter(({ group, rater, ratee }) => {
    if (group !== "bawahan" || sent.has(labelled(rater, ratee))) return false;
    return change.kind === "abstain" ? rater === change.rater && ratee === change.ratee : change.kind === "leave" && (rater === change.person || ratee === change.person);
  });
  const vacant = removed.filter(({ ratee }) => !situation.gone.includes(ratee));
  const found = vacant.map((old) => ({ old, rater: another(situation, old, prf) }));
  return {
    added: found.flatMap(({ old, rater }) => (rater === undefined ? [] : [{ ...old, rater: rater.id, isCrossUnit: rater.unit !== unitOf(situation, old.ratee) }])),
    removed,
    shortfalls: found.filter(({ rater }) => rater === undefined).map(({ old }) => ({ kind: "bawahan", person: old.ratee, wanted: 1, got: 0 })),
  };
}

const unitOf = ({ input }: DrawSituation, id: string): string | undefined => input.people.find((person) => person.id === id)?.unit;

function another({ input, assignments, abstained, gone }: DrawSituation, { ratee, rater: old }: Assignment, prf: Prf): DrawSituation["input"]["people"][number] | undefined {
  const barred = new Set([old, ...gone]);
  for (const assignment of assignments) if (assignment.group === "bawahan" && assignment.ratee === ratee) barred.add(assignment.rater);
  for (const [rater, about] of abstained) if (about === ratee) barred.add(rater);
  for (const { person, rater } of input.vetoes ?? []) if (person === ratee) barred.add(rater);
  for (const [a, b] of input.banned) {
    if (a === ratee) barred.add(b);
    if (b === ratee) barred.add(a);
  }
  const left = input.people.filter(({ id, penilai }) => penilai === ratee && id !== ratee && !barred.has(id));
  return keyedOrder(prf, left, ({ id }) => labelled(input.period, "bawahan", ratee, id))[0];
}
