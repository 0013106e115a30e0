import type { DrawInput, DrawUnit } from "../assignment.ts";
import { compareTexts, keyedOrder, labelled, type Prf } from "./keyed-hash.ts";

/**
 * The draw at work: people as numbers in the order of their ids, and who rates whom so far. A pair is one number, rater × people + ratee.
 * Everything that no rule may break is asked in `mayRate`, and every pair goes through `join`.
 */
export type Board = {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly unitOf: readonly number[];
  /** Of each unit, its people in keyed order; and all people in keyed order. */
  readonly staff: readonly (readonly number[])[];
  readonly everybody: readonly number[];
  /** Of each unit, the units that work together with it. */
  readonly partners: readonly ReadonlySet<number>[];
  readonly forbidden: ReadonlySet<number>;
  /** Pairs better not drawn: who rated whom before, either way. */
  readonly avoided: ReadonlySet<number>;
  /** Raters of each person, and how many of them at least from another unit. */
  readonly places: number;
  readonly crossPlaces: number;
  readonly pairs: Set<number>;
  /** Pairs that keep their place: suggestions. */
  readonly fixed: Set<number>;
  readonly ratersOf: readonly number[][];
  readonly rateesOf: readonly number[][];
  /** Raters of each person from the own unit; people of the own unit whom each rates. */
  readonly ownIn: number[];
  readonly ownOut: number[];
};

/** The element that must be there. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`nothing at ${index}`);
  return element;
}

/**
 * An empty board. People and units come in the order of their ids and keyed hashes, whatever the order of the input.
 * `attempt`: another number, another order. `barred`: further pairs that are as good as vetoed.
 * @throws RangeError for an id given twice, an unknown unit, or two people who are each other's penilai.
 */
export function emptyBoard(input: DrawInput, prf: Prf, attempt: number, barred: NonNullable<DrawInput["vetoes"]> = []): Board {
  const people = input.people.toSorted((a, b) => compareTexts(a.id, b.id));
  const units = input.units.toSorted((a, b) => compareTexts(a.id, b.id));
  const indexOf = uniqueIndex(people);
  const unitIndex = uniqueIndex(units);
  const unitOf = people.map(({ id, unit }) => known(unitIndex, unit, `the unit of ${id}`));
  const inOrder = keyedOrder(prf, people.map((_, i) => i), (i) => labelled(input.period, attempt, at(people, i).unit, at(people, i).id));
  const none = (): number[] => people.map(() => 0);
  return {
    ids: people.map(({ id }) => id), indexOf, unitOf,
    staff: units.map((_, u) => inOrder.filter((i) => unitOf[i] === u)),
    everybody: inOrder,
    partners: partnersOf(units, unitIndex),
    forbidden: forbiddenPairs({ ...input, vetoes: [...(input.vetoes ?? []), ...barred] }, indexOf),
    avoided: pairNumbers(input.previous ?? [], indexOf, "both"),
    places: input.ratersPerPerson, crossPlaces: input.crossUnitPerPerson ?? defaultCrossUnit(input.ratersPerPerson),
    pairs: new Set(), fixed: new Set(),
    ratersOf: people.map(() => []), rateesOf: people.map(() => []), ownIn: none(), ownOut: none(),
  };
}

/** At least one of five raters, rounded up, comes from another unit: 1 of 5, 2 of 7. */
export function defaultCrossUnit(ratersPerPerson: number): number {
  return Math.max(1, Math.ceil(ratersPerPerson / 5));
}

function uniqueIndex(things: readonly { readonly id: string }[]): Map<string, number> {
  const index = new Map(things.map(({ id }, i) => [id, i]));
  if (index.size !== things.length) throw new RangeError("an id stands twice");
  return index;
}

/** Working together holds both ways, whichever of the two names the other. */
function partnersOf(units: readonly DrawUnit[], unitIndex: ReadonlyMap<string, number>): Set<number>[] {
  const both = units.flatMap(({ id, worksWith }, u) => worksWith.filter((other) => other !== id).flatMap((other) => {
    const partner = known(unitIndex, other, `a unit that works with ${id}`);
    return [[u, partner], [partner, u]] as const;
  }));
  return units.map((_, u) => new Set(both.filter(([unit]) => unit === u).map(([, partner]) => partner).toSorted((a, b) => a - b)));
}

function known(index: ReadonlyMap<string, number>, id: string, what: string): number {
  const found = index.get(id);
  if (found === undefined) throw new RangeError(`${what} is unknown: ${id}`);
  return found;
}

/** Bans hold both ways, a veto only against being rated by who is named, a penilai and the bawahan have a channel of their own. */
function forbiddenPairs(input: DrawInput, indexOf: ReadonlyMap<string, number>): Set<number> {
  const byPenilai = input.people.flatMap(({ id, penilai }): [string, string][] => (penilai == null ? [] : [[penilai, id]]));
  const led = pairNumbers(byPenilai, indexOf, "one");
  const mutual = byPenilai.find(([penilai, id]) => led.has((indexOf.get(id) ?? -1) * indexOf.size + (indexOf.get(penilai) ?? -1)));
  if (mutual !== undefined) throw new RangeError(`${mutual.join(" and ")} are each other's penilai`);
  const vetoes = (input.vetoes ?? []).map(({ person, rater }): [string, string] => [rater, person]);
  return new Set([...pairNumbers([...input.banned, ...byPenilai], indexOf, "both"), ...pairNumbers(vetoes, indexOf, "one")]);
}

/** Pairs [rater, ratee] as numbers; people who do not take part are passed over. */
function pairNumbers(pairs: readonly (readonly [string, string])[], indexOf: ReadonlyMap<string, number>, ways: "one" | "both"): Set<number> {
  const numbers = new Set<number>();
  for (const [a, b] of pairs) {
    const [rater, ratee] = [indexOf.get(a), indexOf.get(b)];
    if (rater === undefined || ratee === undefined) continue;
    numbers.add(rater * indexOf.size + ratee);
    if (ways === "both") numbers.add(ratee * indexOf.size + rater);
  }
  return numbers;
}

export const pair = (board: Board, rater: number, ratee: number): number => rater * board.ids.length + ratee;
export const raterOf = (board: Board, number: number): number => Math.floor(number / board.ids.length);
export const rateeOf = (board: Board, number: number): number => number % board.ids.length;

export const isOwn = (board: Board, a: number, b: number): boolean => board.unitOf[a] === board.unitOf[b];
export const isPartner = (board: Board, a: number, b: number): boolean => board.partners[board.unitOf[b] ?? -1]?.has(board.unitOf[a] ?? -1) ?? false;

/** Units of one or two people are rated from outside alone: inside, the answer of one colleague would be known. */
const SMALLEST_UNIT = 3;

/** No self, no banned pair, no pair twice, nobody who is rated by the same person: all that holds for every single pair. */
export function mayRate(board: Board, rater: number, ratee: number): boolean {
  const there = pair(board, rater, ratee);
  if (isOwn(board, rater, ratee) && at(board.staff, at(board.unitOf, ratee)).length < SMALLEST_UNIT) return false;
  return rater !== ratee && !board.forbidden.has(there) && !board.pairs.has(there) && !board.pairs.has(pair(board, ratee, rater));
}

/** Adds the pair if it may be; says whether it did. */
export function join(board: Board, rater: number, ratee: number): boolean {
  const may = mayRate(board, rater, ratee);
  if (may) place(board, rater, ratee);
  return may;
}

/** Adds a pair that is known to stand. */
export function place(board: Board, rater: number, ratee: number): void {
  board.pairs.add(pair(board, rater, ratee));
  at(board.ratersOf, ratee).push(rater);
  at(board.rateesOf, rater).push(ratee);
  count(board, rater, ratee, 1);
}

export function part(board: Board, rater: number, ratee: number): void {
  board.pairs.delete(pair(board, rater, ratee));
  drop(at(board.ratersOf, ratee), rater);
  drop(at(board.rateesOf, rater), ratee);
  count(board, rater, ratee, -1);
}

function drop(list: number[], value: number): void {
  list.splice(list.indexOf(value), 1);
}

function count(board: Board, rater: number, ratee: number, by: 1 | -1): void {
  if (!isOwn(board, rater, ratee)) return;
  board.ownIn[ratee] = (board.ownIn[ratee] ?? 0) + by;
  board.ownOut[rater] = (board.ownOut[rater] ?? 0) + by;
}

export const inLoad = (board: Board, person: number): number => board.ratersOf[person]?.length ?? 0;
export const outLoad = (board: Board, person: number): number => board.rateesOf[person]?.length ?? 0;
export const crossIn = (board: Board, person: number): number => inLoad(board, person) - (board.ownIn[person] ?? 0);
/** Places that are for other units: as many as the city chose, and always one that no suggestion fills. */
export const crossFloor = (board: Board, person: number): number =>
  Math.max(board.crossPlaces, 1 + at(board.ratersOf, person).filter((rater) => !isOwn(board, rater, person) && board.fixed.has(pair(board, rater, person))).length);
export const crossOut = (board: Board, person: number): number => outLoad(board, person) - (board.ownOut[person] ?? 0);
