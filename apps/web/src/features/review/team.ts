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

/** Those whose name holds what was typed, in whatever case. */
export function named(people: readonly TeamRow[], typed: string): readonly TeamRow[] {
  const part = typed.trim().toLowerCase();
  return part === "" ? people : people.filter(({ name }) => name.toLowerCase().includes(part));
}

/** A team of one penilai is shown whole; a unit of hundreds would be a long wait on a cheap phone. */
const PAGE = 60;
/** One page of many; `number` is brought into range. `from` and `until` count from 1. */
export function pageOf<Row>(rows: readonly Row[], asked: number): { rows: readonly Row[]; number: number; last: number; from: number; until: number } {
  const last = Math.max(1, Math.ceil(rows.length / PAGE));
  const number = Number.isInteger(asked) ? Math.min(Math.max(1, asked), last) : 1;
  const shown = rows.slice((number - 1) * PAGE, number * PAGE);
  return { rows: shown, number, last, from: shown.length === 0 ? 0 : (number - 1) * PAGE + 1, until: (number - 1) * PAGE + shown.length };
}
