import type { Assignment } from "../assignment.ts";
import { at, crossFloor, crossIn, inLoad, isOwn, isPartner, join, mayRate, outLoad, pair, part, place, raterOf, rateeOf } from "./board.ts";
import { keyedOrder, labelled, type Prf } from "./keyed-hash.ts";
import type { DrawnPair, RedrawInput, Table } from "./redraw.ts";

/**
 * Puts the joiner between raters and ratees of `count` pairs that stand, whether answered or not: who had begun the form keeps it, everybody
 * else has one for one. Pairs of people who gave or lost the fewest so far come first.
 */
export function splitFor(table: Table, joiner: number, count: number): void {
  const { board } = table;
  const isInside = (person: number): boolean => isOwn(board, person, joiner);
  const isNear = (person: number): boolean => !isInside(person) && isPartner(board, person, joiner);
  const kinds: { fits: (rater: number, ratee: number) => boolean; until: number }[] = [
    { fits: (rater, ratee) => isInside(rater) && isInside(ratee), until: Math.min(count, board.places - board.crossPlaces) },
    { fits: (rater, ratee) => isNear(rater) && isNear(ratee), until: count },
    { fits: (rater, ratee) => !isInside(rater) && !isInside(ratee), until: count },
    { fits: () => true, until: count },
  ];
  for (const { fits, until } of kinds) {
    if (inLoad(board, joiner) >= until) continue;
    for (const number of inTurn(table, joiner, fits)) {
      if (inLoad(board, joiner) >= until) break;
      split(table, number, joiner);
    }
  }
}

/** The pairs that can be split, pairs of an earlier period last, those touched least first; among equals the keyed order decides. */
function inTurn({ board, prf, stood, isThere, relieved }: Table, joiner: number, fits: (rater: number, ratee: number) => boolean): number[] {
  const open = [...stood].filter((number) => {
    const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
    return board.pairs.has(number) && !board.fixed.has(number) && isThere(rater) && fits(rater, ratee) && mayRate(board, rater, joiner) && mayRate(board, joiner, ratee);
  });
  const keyed = keyedOrder(prf, open, (number) => labelled("split", at(board.ids, joiner), at(board.ids, raterOf(board, number)), at(board.ids, rateeOf(board, number))));
  const rank = (number: number): number[] => {
    const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
    const isRepeated = board.avoided.has(pair(board, rater, joiner)) || board.avoided.has(pair(board, joiner, ratee));
    return [Number(isRepeated), (relieved.get(rater) ?? 0) + (relieved.get(ratee) ?? 0)];
  };
  return byRank(keyed, rank);
}

/** a rates c becomes a rates b and b rates c, unless a rule or the ratee's places of other units speak against it. */
function split({ board, relieved, handedOver }: Table, number: number, joiner: number): void {
  const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
  const floor = Math.min(crossFloor(board, ratee), crossIn(board, ratee));
  part(board, rater, ratee);
  const isFirst = join(board, rater, joiner);
  const isSecond = isFirst && join(board, joiner, ratee);
  if (isSecond && crossIn(board, ratee) >= floor) {
    handedOver.add(number);
    for (const person of [rater, ratee]) relieved.set(person, (relieved.get(person) ?? 0) + 1);
    return;
  }
  if (isFirst) part(board, rater, joiner);
  if (isSecond) part(board, joiner, ratee);
  place(board, rater, ratee);
}

/**
 * One more rater: of another unit if the ratee has too few of those, then who has no form more than the others yet, then no pair of an earlier
 * period, then of the own unit, of a unit that works together, of any, then with the fewest forms. Says whether there was one.
 */
export function fillPlace({ board, prf, isThere, handedOver }: Table, ratee: number): boolean {
  const barred = new Set([...handedOver].flatMap((number) => [number, pair(board, rateeOf(board, number), raterOf(board, number))]));
  const candidates = board.everybody.filter((rater) => isThere(rater) && mayRate(board, rater, ratee) && !barred.has(pair(board, rater, ratee)));
  const isLacking = crossIn(board, ratee) < crossFloor(board, ratee);
  const rank = (rater: number): number[] => [
    Number(isLacking && isOwn(board, rater, ratee)),
    Number(outLoad(board, rater) > board.places),
    Number(board.avoided.has(pair(board, rater, ratee))),
    isOwn(board, rater, ratee) ? 0 : isPartner(board, rater, ratee) ? 1 : 2,
    outLoad(board, rater),
  ];
  const [first] = keyedOrder(prf, best(candidates, rank), (rater) => labelled("replacement", at(board.ids, ratee), at(board.ids, rater)));
  return first !== undefined && join(board, first, ratee);
}

/** Those of the lowest rank: only among them need chance decide. */
function best(people: readonly number[], rank: (person: number) => number[]): number[] {
  const ranked = people.map((person) => ({ person, rank: rank(person) }));
  const lowest = ranked.reduce<number[] | null>((low, one) => (low === null || compareRanks(one.rank, low) < 0 ? one.rank : low), null);
  return ranked.filter((one) => lowest !== null && compareRanks(one.rank, lowest) === 0).map(({ person }) => person);
}

function byRank(items: readonly number[], rank: (item: number) => number[]): number[] {
  return items.map((item) => ({ item, rank: rank(item) })).toSorted((a, b) => compareRanks(a.rank, b.rank)).map(({ item }) => item);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** One more of the bawahan about their penilai, who was not asked before and may be; null where there is none. */
export function anotherBawahan({ input, gone }: RedrawInput, drawn: readonly DrawnPair[], ratee: string, prf: Prf): Assignment | null {
  const barred = new Set([ratee, ...gone]);
  for (const one of drawn) {
    if (one.ratee === ratee) barred.add(one.rater);
    if (one.rater === ratee) barred.add(one.ratee);
  }
  for (const { person, rater } of input.vetoes ?? []) if (person === ratee) barred.add(rater);
  for (const [a, b] of input.banned) {
    if (a === ratee) barred.add(b);
    if (b === ratee) barred.add(a);
  }
  const left = input.people.filter(({ id, penilai }) => penilai === ratee && !barred.has(id));
  const [first] = keyedOrder(prf, left, ({ id }) => labelled("bawahan", ratee, id));
  const unit = input.people.find(({ id }) => id === ratee)?.unit;
  return first === undefined ? null : { rater: first.id, ratee, group: "bawahan", isCrossUnit: first.unit !== unit, isSuggested: false };
}
