import { expect } from "vitest";
import type { Assignment, DrawInput } from "../assignment.ts";

export const text = (rater: string, ratee: string): string => `${rater}→${ratee}`;
export const textOf = ({ rater, ratee }: { rater: string; ratee: string }): string => text(rater, ratee);
export const count = (names: readonly string[]): Map<string, number> => names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>());
export const colleaguesOf = (assignments: readonly Assignment[]): Assignment[] => assignments.filter(({ group }) => group === "rekan");

/** Every pair that must not be: self, bans both ways, vetoes, penilai and bawahan. */
export function forbidden(input: DrawInput): Set<string> {
  return new Set([
    ...input.people.map(({ id }) => text(id, id)),
    ...input.banned.flatMap(([a, b]) => [text(a, b), text(b, a)]),
    ...(input.vetoes ?? []).map(({ person, rater }) => text(rater, person)),
    ...input.people.flatMap(({ id, penilai }) => (penilai == null ? [] : [text(id, penilai), text(penilai, id)])),
  ]);
}

/** Connected parts, counted anew: by spreading a mark until nothing changes. */
export function parts(pairs: readonly { rater: string; ratee: string }[], isOnePoint: boolean): number {
  const links = pairs.map(({ rater, ratee }) => [`r:${rater}`, isOnePoint ? `r:${ratee}` : `e:${ratee}`] as const);
  const near = new Map<string, string[]>();
  for (const [a, b] of links) {
    near.set(a, [...(near.get(a) ?? []), b]);
    near.set(b, [...(near.get(b) ?? []), a]);
  }
  const seen = new Set<string>();
  let found = 0;
  for (const start of near.keys()) {
    if (seen.has(start)) continue;
    found += 1;
    const queue = [start];
    seen.add(start);
    for (const point of queue) {
      const next = (near.get(point) ?? []).filter((other) => !seen.has(other));
      for (const other of next) seen.add(other);
      queue.push(...next);
    }
  }
  return found;
}

/** What holds for every set of assignments, whatever happened: no pair that may not be, none twice, none both ways. */
export function expectLawful(input: DrawInput, assignments: readonly Assignment[]): void {
  const bad = forbidden(input);
  const all = new Set(assignments.map(textOf));
  expect(colleaguesOf(assignments).filter((pair) => bad.has(textOf(pair)))).toEqual([]);
  expect(all.size).toBe(assignments.length);
  expect(assignments.filter(({ rater, ratee }) => all.has(text(ratee, rater)))).toEqual([]);
}
