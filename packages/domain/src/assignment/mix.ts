import { at, type Board, crossFloor, crossIn, isOwn, isPartner, join, pair, part, place, raterOf, rateeOf } from "./board.ts";
import type { Chance } from "./keyed-hash.ts";

/** Exchanges tried for each pair. */
const ROUNDS = 4;
/** Exchanges tried to get rid of one pair that is better avoided. */
const TRIES = 60;

/**
 * Shakes the draw: again and again two pairs of one kind exchange their raters, where that breaks nothing. Loads stay; the order of the
 * ring is gone, so that somebody who knows a few pairs cannot work out the others. Then pairs better avoided are exchanged away.
 */
export function shake(board: Board, chance: Chance): void {
  for (const kind of kinds(board)) {
    if (kind.length < 2) continue;
    for (let i = 0; i < kind.length * ROUNDS; i += 1) exchangeWithin(board, kind, chance(kind.length), chance(kind.length), 0);
    for (let place = 0; place < kind.length; place += 1) {
      for (let i = 0; i < TRIES && isAvoided(board, at(kind, place)); i += 1) exchangeWithin(board, kind, place, chance(kind.length), -1);
    }
  }
}

/** Pairs within each unit, unit by unit, and pairs across units: an exchange within one of these lists keeps everybody's share of other units. */
function kinds(board: Board): number[][] {
  const lists: number[][] = [...board.staff.map(() => []), []];
  for (const number of inOrder(board)) {
    if (board.fixed.has(number)) continue;
    const rater = raterOf(board, number);
    at(lists, isOwn(board, rater, rateeOf(board, number)) ? at(board.unitOf, rater) : board.staff.length).push(number);
  }
  return lists;
}

function inOrder(board: Board): number[] {
  return [...board.pairs].toSorted((a, b) => a - b);
}

function exchangeWithin(board: Board, kind: number[], i: number, j: number, most: number): void {
  const exchanged = exchange(board, at(kind, i), at(kind, j), (before, after) => after - before <= most);
  if (exchanged !== null) [kind[i], kind[j]] = exchanged;
}

const isAvoided = (board: Board, number: number): boolean => board.avoided.has(number);

/** How much is wrong with two pairs: a repeated pair is worse than a rater from a unit that does not work together. */
function cost(board: Board, numbers: readonly number[]): number {
  const of = (number: number): number => {
    const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
    return (isAvoided(board, number) ? 1 : 0) + (isOwn(board, rater, ratee) || isPartner(board, rater, ratee) ? 0 : 1);
  };
  return numbers.reduce((all, number) => all + of(number), 0);
}

/** Two pairs exchange their raters if that may be, keeps everybody's places of other units and is `wanted`. The new pairs, or `null`: nothing changed. */
function exchange(board: Board, one: number, other: number, wanted: (before: number, after: number) => boolean): [number, number] | null {
  const [a, b, c, d] = [raterOf(board, one), rateeOf(board, one), raterOf(board, other), rateeOf(board, other)];
  const after: [number, number] = [pair(board, a, d), pair(board, c, b)];
  if (a === c || b === d || !wanted(cost(board, [one, other]), cost(board, after))) return null;
  const [floorB, floorD] = [b, d].map((ratee) => Math.min(crossFloor(board, ratee), crossIn(board, ratee)));
  part(board, a, b);
  part(board, c, d);
  const isFirst = join(board, a, d);
  const isSecond = isFirst && join(board, c, b);
  if (isSecond && crossIn(board, b) >= (floorB ?? 0) && crossIn(board, d) >= (floorD ?? 0)) return after;
  turn(board, [...(isFirst ? [pair(board, a, d)] : []), ...(isSecond ? [pair(board, c, b)] : [])], [one, other]);
  return null;
}

/** Takes pairs away and puts back others that stood before. */
function turn(board: Board, away: readonly number[], back: readonly number[]): void {
  for (const number of away) part(board, raterOf(board, number), rateeOf(board, number));
  for (const number of back) place(board, raterOf(board, number), rateeOf(board, number));
}

/**
 * Joins separate parts by exchanging a pair of one with a pair of the other, gently first: without worse pairs, then with any that may be.
 * A pair that was the only link inside its part would tear it: such an exchange is taken back.
 */
export function connect(board: Board): void {
  for (const most of [0, Number.POSITIVE_INFINITY]) {
    while (joinTwoParts(board, most));
  }
}

/** Exchanges asked for, and exchanges made and taken back, for one part before it is left as it is. */
const LINK_TRIES = { asked: 20_000, made: 50 };

function joinTwoParts(board: Board, most: number): boolean {
  const parts = partsOf(board).toSorted((a, b) => a.length - b.length || at(a, 0) - at(b, 0));
  return parts.length > 1 && parts.some((small, i) => linkPart(board, small, parts.filter((_, k) => k !== i).flat(), { most, parts: parts.length }));
}

function linkPart(board: Board, small: readonly number[], others: readonly number[], { most, parts }: { most: number; parts: number }): boolean {
  const tries = { asked: 0, made: 0 };
  for (const one of small) {
    for (const other of others) {
      tries.asked += 1;
      if (tries.asked > LINK_TRIES.asked || tries.made > LINK_TRIES.made) return false;
      if (board.fixed.has(one) || board.fixed.has(other)) continue;
      const exchanged = exchange(board, one, other, (before, after) => after - before <= most);
      if (exchanged === null) continue;
      if (partsOf(board).length < parts) return true;
      turn(board, exchanged, [one, other]);
      tries.made += 1;
    }
  }
  return false;
}

/**
 * The pairs of each connected part. Raters and ratees are separate points, as in the statistics that compare units later; with one rater a
 * person that can never be one part, so there a person is one point.
 */
export function partsOf(board: Board): number[][] {
  const isOnePoint = board.places < 2;
  const people = board.ids.length;
  const parent = Array.from({ length: isOnePoint ? people : 2 * people }, (_, point) => point);
  const root = (point: number): number => {
    let top = point;
    while (at(parent, top) !== top) {
      parent[top] = at(parent, at(parent, top));
      top = at(parent, top);
    }
    return top;
  };
  const asRatee = (number: number): number => rateeOf(board, number) + (isOnePoint ? 0 : people);
  const pairs = inOrder(board);
  for (const number of pairs) parent[root(raterOf(board, number))] = root(asRatee(number));
  const parts = new Map<number, number[]>();
  for (const number of pairs) {
    const top = root(raterOf(board, number));
    const list = parts.get(top) ?? [];
    list.push(number);
    parts.set(top, list);
  }
  return [...parts.values()];
}
