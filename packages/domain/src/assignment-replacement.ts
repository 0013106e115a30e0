/** Raters in place of those who declined or left, and for who came since: drawn like the rest, from the same key, without touching what stands. */
import { byText } from "./text-order.ts";
import type { PeerGroup } from "./peer-input.ts";

export type ReplacementInput = {
  /** Name of the period and number of this draw in it: each is a draw of its own. */
  readonly period: string;
  readonly number: number;
  readonly people: readonly { readonly id: string; readonly unit: string; readonly penilai?: string | null }[];
  readonly units: readonly { readonly id: string; readonly worksWith: readonly string[] }[];
  /** Pairs that are not drawn, either way. */
  readonly banned: readonly (readonly [string, string])[];
  readonly vetoes: readonly { readonly person: string; readonly rater: string }[];
  /** All that has been drawn so far, of those who declined too. */
  readonly drawn: readonly { readonly rater: string; readonly ratee: string; readonly group: PeerGroup }[];
  /** Who left, or will not be there until the answers are in: asked no more. Whether they had answered nobody needs to know: at most a person hears one voice more. */
  readonly gone?: readonly string[];
  /** How many are wanted for whom. */
  readonly wanted: readonly { readonly ratee: string; readonly group: PeerGroup; readonly count: number }[];
};
export type Replacement = { readonly rater: string; readonly ratee: string; readonly group: PeerGroup };
export type ReplacementDraw = { readonly assignments: readonly Replacement[]; readonly shortfall: number };

const pair = (a: string, b: string): string => `${a}|${b}`;

/**
 * For each place the colleague of the own unit, else of a unit that works together, else of any, who has the fewest forms so far; among
 * equals the keyed order decides. Never oneself, a banned or vetoed name, a pair drawn before or its reverse; a penilai and the bawahan
 * only in the bawahan's own channel. `prf`: the keyed hash of the draw. What cannot be filled is counted in `shortfall`.
 */
export function drawReplacements(input: ReplacementInput, prf: (text: string) => Uint8Array): ReplacementDraw {
  const board = boardOf(input);
  const places = input.wanted.flatMap(({ ratee, group, count }) => Array.from({ length: count }, (_, i) => ({ ratee, group, key: keyOf(prf, ["place", input.period, input.number, ratee, group, i]) })));
  const assignments: Replacement[] = [];
  for (const { ratee, group } of places.toSorted((a, b) => byText(a.key, b.key))) {
    const rater = choose(board, input, prf, ratee, group);
    if (rater === null) continue;
    board.pairs.add(pair(rater, ratee));
    board.load.set(rater, (board.load.get(rater) ?? 0) + 1);
    assignments.push({ rater, ratee, group });
  }
  return { assignments: assignments.toSorted((a, b) => byText(pair(a.ratee, a.rater), pair(b.ratee, b.rater))), shortfall: places.length - assignments.length };
}

type Board = { gone: ReadonlySet<string>; people: Map<string, ReplacementInput["people"][number]>; partners: Map<string, Set<string>>; no: Set<string>; pairs: Set<string>; load: Map<string, number> };

function boardOf({ people, units, banned, vetoes, drawn, gone = [] }: ReplacementInput): Board {
  const load = new Map<string, number>();
  for (const { rater } of drawn) load.set(rater, (load.get(rater) ?? 0) + 1);
  return {
    gone: new Set(gone),
    people: new Map(people.map((one) => [one.id, one])),
    partners: new Map(units.map(({ id, worksWith }) => [id, new Set(worksWith)])),
    no: new Set([...banned.flatMap(([a, b]) => [pair(a, b), pair(b, a)]), ...vetoes.map(({ person, rater }) => pair(rater, person))]),
    pairs: new Set(drawn.map(({ rater, ratee }) => pair(rater, ratee))),
    load,
  };
}

function choose(board: Board, input: ReplacementInput, prf: (text: string) => Uint8Array, ratee: string, group: PeerGroup): string | null {
  const subject = board.people.get(ratee);
  if (subject === undefined) return null;
  const ranked = input.people.filter((one) => mayRate(board, one, subject, group)).map((one) => ({
    id: one.id, distance: distanceOf(board, one.unit, subject.unit), load: board.load.get(one.id) ?? 0,
  }));
  const nearest = Math.min(...ranked.map((one) => one.distance));
  const near = ranked.filter((one) => one.distance === nearest);
  const least = Math.min(...near.map((one) => one.load));
  const equal = near.filter((one) => one.load === least).map(({ id }) => ({ id, key: keyOf(prf, ["replacement", input.period, input.number, ratee, id]) }));
  return equal.toSorted((a, b) => byText(a.key, b.key))[0]?.id ?? null;
}

function mayRate({ no, pairs, gone }: Board, one: ReplacementInput["people"][number], subject: ReplacementInput["people"][number], group: PeerGroup): boolean {
  const isOwnSuperior = subject.penilai === one.id;
  const isBawahan = one.penilai === subject.id;
  const channel = group === "bawahan" ? isBawahan : !isBawahan && !isOwnSuperior;
  return one.id !== subject.id && !gone.has(one.id) && channel && !no.has(pair(one.id, subject.id)) && !pairs.has(pair(one.id, subject.id)) && !pairs.has(pair(subject.id, one.id));
}

function distanceOf({ partners }: Board, unit: string, own: string): 0 | 1 | 2 {
  if (unit === own) return 0;
  return partners.get(own)?.has(unit) === true ? 1 : 2;
}

/** The keyed hash of some words, as text that sorts. */
function keyOf(prf: (text: string) => Uint8Array, words: readonly (string | number)[]): string {
  return [...prf(JSON.stringify(words))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
