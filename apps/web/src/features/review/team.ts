import type { TeamRow } from "@teraju/contracts/review";

/** Ordered by how far each has moved, the largest fall first; who cannot be compared comes last, by name. No ranking by score. */
export function byChange(people: readonly TeamRow[]): TeamRow[] {
  const known = people.filter((p) => p.change !== null).sort((a, b) => (a.change ?? 0) - (b.change ?? 0));
  return [...known, ...people.filter((p) => p.change === null)];
}

/** A change of less than this many points is no fall: figures of small targets jump. */
const LEAST_POINTS = 1;
export function fallen(people: readonly TeamRow[]): TeamRow[] {
  return byChange(people).filter((p) => p.change !== null && p.change <= -LEAST_POINTS);
}
