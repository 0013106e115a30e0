import { at, type Board, crossFloor, crossIn, inLoad, isOwn, isPartner, join, mayRate, outLoad, pair, part, place, raterOf, rateeOf } from "./board.ts";
import { keyedOrder, labelled } from "./keyed-hash.ts";
import { match } from "./matching.ts";
import type { Table } from "./redraw.ts";

const keyed = ({ board, prf }: Table, people: readonly number[], why: string): number[] => keyedOrder(prf, people, (person) => labelled(why, at(board.ids, person)));

/** Whether one more rater lost would leave the person with too few of other units, so that the next must be one. */
const needsOther = (board: Board, ratee: number): boolean => crossIn(board, ratee) < crossFloor(board, ratee);

/** The leaver's raters take over the leaver's ratees, at most `most` of them, those with the fewest raters first. Forms that were sent stay. */
export function leave(table: Table, leaver: number, most: number): void {
  const { board, sent, isThere, keepsOthers } = table;
  const freed = at(board.ratersOf, leaver).filter((rater) => !sent.has(pair(board, rater, leaver)));
  const orphans = at(board.rateesOf, leaver).filter((ratee) => !sent.has(pair(board, leaver, ratee)));
  for (const rater of freed) part(board, rater, leaver);
  for (const ratee of orphans) part(board, leaver, ratee);
  const idle = board.everybody.filter((rater) => outLoad(board, rater) < board.places && !freed.includes(rater));
  const raters = [...keyed(table, freed, "freed"), ...keyed(table, idle, "idle")].filter(isThere);
  const ratees = keyed(table, orphans.filter(isThere), "orphan").toSorted((a, b) => inLoad(board, a) - inLoad(board, b));
  const taken = match(ratees, raters, (ratee, rater) => mayRate(board, rater, ratee), (ratee, rater) => !keepsOthers || !needsOther(board, ratee) || !isOwn(board, rater, ratee));
  const seated = ratees.flatMap((ratee) => (taken.has(ratee) ? [{ ratee, rater: taken.get(ratee) ?? -1 }] : []));
  for (const { ratee, rater } of seated.slice(0, Math.max(0, most))) join(board, rater, ratee);
}

/** Puts the joiner between raters and ratees of pairs that are not answered yet: nobody else has a form more or less. */
export function splitFor(table: Table, joiner: number): void {
  const { board, prf, sent, isThere } = table;
  const open = [...board.pairs].filter((number) => !sent.has(number) && !board.fixed.has(number) && isThere(raterOf(board, number)) && isThere(rateeOf(board, number)));
  const order = keyedOrder(prf, open, (number) => labelled("split", at(board.ids, raterOf(board, number)), at(board.ids, rateeOf(board, number))));
  const isInside = (person: number): boolean => isOwn(board, person, joiner);
  const isNear = (person: number): boolean => isPartner(board, person, joiner);
  const kinds: { fits: (rater: number, ratee: number) => boolean; until: number }[] = [
    { fits: (rater, ratee) => isInside(rater) && isInside(ratee), until: board.places - board.crossPlaces },
    { fits: (rater, ratee) => isNear(rater) && isNear(ratee), until: board.places },
    { fits: (rater, ratee) => !isInside(rater) && !isInside(ratee), until: board.places },
    { fits: () => true, until: board.places },
  ];
  for (const { fits, until } of kinds) {
    for (const number of order) {
      if (inLoad(board, joiner) >= until) break;
      const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
      if (board.pairs.has(number) && fits(rater, ratee)) split(board, rater, ratee, joiner);
    }
  }
}

/** a rates c becomes a rates b and b rates c, unless a rule or the ratee's places of other units speak against it. */
function split(board: Board, rater: number, ratee: number, joiner: number): void {
  const floor = Math.min(crossFloor(board, ratee), crossIn(board, ratee));
  part(board, rater, ratee);
  const isFirst = join(board, rater, joiner);
  const isSecond = isFirst && join(board, joiner, ratee);
  if (isSecond && crossIn(board, ratee) >= floor) return;
  if (isFirst) part(board, rater, joiner);
  if (isSecond) part(board, joiner, ratee);
  place(board, rater, ratee);
}

/**
 * Another rater instead of one who abstained: of another unit if the ratee would have too few of those, then of the same kind, then of a unit
 * that works together, then with the fewest forms; never more than one form above the others.
 */
export function replace(table: Table, abstainer: number, ratee: number): void {
  const { board, isThere } = table;
  const wasOwn = isOwn(board, abstainer, ratee);
  part(board, abstainer, ratee);
  const candidates = keyed(table, board.everybody, "replacement").filter((rater) => rater !== abstainer && isThere(rater) && outLoad(board, rater) <= board.places && mayRate(board, rater, ratee));
  const isLacking = needsOther(board, ratee);
  const rank = (rater: number): number[] => [
    isLacking && isOwn(board, rater, ratee) ? 1 : 0,
    isOwn(board, rater, ratee) === wasOwn ? 0 : 1,
    isOwn(board, rater, ratee) || isPartner(board, rater, ratee) ? 0 : 1,
    outLoad(board, rater),
  ];
  const [first] = candidates.map((rater) => ({ rater, rank: rank(rater) })).toSorted((a, b) => compareRanks(a.rank, b.rank));
  if (first !== undefined) join(board, first.rater, ratee);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
