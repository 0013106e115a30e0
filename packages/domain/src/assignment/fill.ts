import { at, type Board, crossFloor, crossIn, crossOut, inLoad, isOwn, isPartner, join, mayRate, outLoad, pair, part } from "./board.ts";
import { keyedOrder, labelled, type Prf } from "./keyed-hash.ts";
import { unitFlow } from "./unit-flow.ts";

/** One way of filling places: whose pairs it makes and how many a person still wants and may still give. */
type Channel = {
  /** Units from which the ratee's raters come. */
  readonly units: (ratee: number) => readonly number[];
  /** Whether a pair that stands may be taken apart for another. */
  readonly isMovable: (rater: number, ratee: number) => boolean;
  readonly wants: (ratee: number) => number;
  readonly gives: (rater: number) => number;
};

/** Offsets that make each unit's ring one connected part and compare its people well: of {1, 2, 5, 7} no difference comes twice. */
const RING = [1, 2, 5, 7];

/** `count` different offsets of a ring of `size` people, none the opposite of another, so that nobody rates who rates them. */
export function ringOffsets(size: number, count: number): number[] {
  const half = Math.floor((size - 1) / 2);
  const others = Array.from({ length: half }, (_, i) => i + 1).filter((offset) => !RING.includes(offset));
  return (half >= 7 ? [...RING, ...others] : Array.from({ length: half }, (_, i) => i + 1)).slice(0, count);
}

/** Suggestions of colleagues who know the work: at most one of five places of who is rated, and of who rates. */
export function placeSuggestions(board: Board, suggestions: readonly (readonly [number, number])[]): void {
  const most = Math.floor(board.places / 5);
  const [taken, given] = [new Map<number, number>(), new Map<number, number>()];
  for (const [rater, ratee] of suggestions) {
    if ((taken.get(ratee) ?? 0) >= most || (given.get(rater) ?? 0) >= most || !join(board, rater, ratee)) continue;
    board.fixed.add(pair(board, rater, ratee));
    taken.set(ratee, (taken.get(ratee) ?? 0) + 1);
    given.set(rater, (given.get(rater) ?? 0) + 1);
  }
}

/** The own unit: a ring in keyed order, then what bans and suggestions left open. */
export function fillOwnUnits(board: Board): void {
  const half = (person: number): number => Math.floor((at(board.staff, at(board.unitOf, person)).length - 1) / 2);
  const limits = board.ids.map((_, person) => Math.min(half(person), board.places - crossFloor(board, person)));
  const wants = (ratee: number): number => at(limits, ratee) - at(board.ownIn, ratee);
  const gives = (rater: number): number => Math.min(half(rater), board.places - Math.max(board.crossPlaces, crossOut(board, rater))) - at(board.ownOut, rater);
  for (const staff of board.staff) {
    for (const offset of ringOffsets(staff.length, board.places - board.crossPlaces)) {
      staff.forEach((ratee, place) => {
        const rater = at(staff, (place + offset) % staff.length);
        if (wants(ratee) > 0 && gives(rater) > 0) join(board, rater, ratee);
      });
    }
    complete(board, staff, { units: (ratee) => [at(board.unitOf, ratee)], isMovable: (rater, ratee) => isOwn(board, rater, ratee), wants, gives });
  }
}

/** Other units: everybody gets the first place before anybody gets the second, from units that work together where that is possible. */
export function fillFromOtherUnits(board: Board, prf: Prf, period: string): void {
  const units = unitOrder(board);
  const extra = board.ids.map((_, person) => crossFloor(board, person) - board.crossPlaces);
  const partners = (ratee: number): number[] => from([...at(board.partners, at(board.unitOf, ratee))], ratee);
  for (const floor of [...Array.from({ length: board.crossPlaces }, (_, i) => i + 1), board.places]) {
    const wants = (ratee: number): number => Math.min(board.places - inLoad(board, ratee), floor + at(extra, ratee) - crossIn(board, ratee));
    const gives = (rater: number): number => Math.min(board.places - outLoad(board, rater), floor - crossOut(board, rater));
    const order = keyedOrder(prf, board.everybody, (person) => labelled(period, "cross", floor, at(board.ids, person)));
    lend(board, (unit) => [...at(board.partners, unit)], { wants, gives });
    complete(board, order, { units: partners, isMovable: (rater, ratee) => isPartner(board, rater, ratee), wants, gives });
    lend(board, (unit) => from(units, unit).filter((other) => other !== unit), { wants, gives });
    const others = (ratee: number): number[] => from(units, ratee).filter((unit) => unit !== board.unitOf[ratee]);
    complete(board, order, { units: others, isMovable: (rater, ratee) => !isOwn(board, rater, ratee), wants, gives: (rater) => board.places - outLoad(board, rater) });
  }
}

/** What is still open: first more of the own unit, then anybody, as long as nobody loses the places of other units. */
export function fillTheRest(board: Board): void {
  const wants = (ratee: number): number => board.places - inLoad(board, ratee);
  const gives = (rater: number): number => board.places - outLoad(board, rater);
  const own = (rater: number, ratee: number): boolean => isOwn(board, rater, ratee);
  const rest = { wants, gives };
  const units = unitOrder(board);
  complete(board, board.everybody, { ...rest, units: (ratee) => [at(board.unitOf, ratee)], isMovable: own });
  const isSpare = (rater: number, ratee: number): boolean => own(rater, ratee) || crossIn(board, ratee) > crossFloor(board, ratee);
  complete(board, board.everybody, { ...rest, units: (ratee) => from(units, ratee), isMovable: isSpare });
}

/** Units lend each other raters, as many as they can; then each loan is spread over the people of both, in turn. */
function lend(board: Board, lenders: Channel["units"], { wants, gives }: Pick<Channel, "wants" | "gives">): void {
  const total = (staff: readonly number[], places: (person: number) => number): number => staff.reduce((all, person) => all + Math.max(0, places(person)), 0);
  const flow = unitFlow(board.staff.map((staff) => total(staff, gives)), board.staff.map((staff) => total(staff, wants)), lenders, unitOrder(board));
  const free = board.staff.map((staff) => inRounds(staff, gives));
  flow.forEach((loans, unit) => {
    const open = inRounds(at(board.staff, unit), wants);
    for (const [lender, amount] of loans) {
      for (const ratee of open.splice(0, amount)) {
        const queue = at(free, lender);
        const place = queue.findIndex((rater) => mayRate(board, rater, ratee));
        if (place !== -1) for (const rater of queue.splice(place, 1)) join(board, rater, ratee);
      }
    }
  });
}

/** Units in the order in which keyed chance names their people. */
function unitOrder(board: Board): number[] {
  return [...new Set(board.everybody.map((person) => at(board.unitOf, person)))];
}

/** Each person once, then once again who has more than one place, and so on. */
function inRounds(people: readonly number[], places: (person: number) => number): number[] {
  const most = Math.max(0, ...people.map(places));
  return Array.from({ length: most }, (_, round) => people.filter((person) => places(person) > round)).flat();
}

/** The list begun at another place by each person: else the first in it would bear all. */
function from(list: readonly number[], person: number): number[] {
  return [...list.slice(person % list.length), ...list.slice(0, person % list.length)];
}

/** Fills the open places of the ratees as far as possible. Who was searched without success is not searched again: nothing leads further from there. */
function complete(board: Board, ratees: readonly number[], channel: Channel): void {
  const dead = new Set<number>();
  for (const ratee of ratees) while (channel.wants(ratee) > 0 && extend(board, ratee, channel, dead));
}

type Step = { readonly ratee: number; /** Who shall rate the previous step's ratee instead of this one. */ readonly mover: number; readonly before: Step | null };

/**
 * One more rater for the ratee: who has a place free, or whoever is taken from another ratee, who then needs one, and so on: a shortest
 * chain of such moves (augmenting path; Kuhn 1955), so that loads stay equal.
 */
function extend(board: Board, start: number, channel: Channel, dead: Set<number>): boolean {
  if (dead.has(start)) return false;
  const queue: Step[] = [{ ratee: start, mover: -1, before: null }];
  const seen = new Set([start]);
  const unasked = new Map<number, number[]>();
  for (const step of queue) {
    for (const unit of channel.units(step.ratee)) {
      // Who was asked once leads nowhere new: asking each rater once keeps the search as short as the list of pairs.
      const left: number[] = [];
      for (const rater of unasked.get(unit) ?? at(board.staff, unit)) {
        if (!mayRate(board, rater, step.ratee)) left.push(rater);
        else if (channel.gives(rater) > 0 && move(board, step, rater)) return true;
        else queue.push(...nextSteps(board, step, rater, { channel, seen, dead }));
      }
      unasked.set(unit, left);
    }
  }
  for (const ratee of seen) dead.add(ratee);
  return false;
}

/** The ratees from whom the rater could be taken for this step's. */
function nextSteps(board: Board, step: Step, rater: number, search: { channel: Channel; seen: Set<number>; dead: ReadonlySet<number> }): Step[] {
  const next = at(board.rateesOf, rater).filter((ratee) => !search.seen.has(ratee) && !search.dead.has(ratee)
    && !board.fixed.has(pair(board, rater, ratee)) && search.channel.isMovable(rater, ratee));
  for (const ratee of next) search.seen.add(ratee);
  return next.map((ratee) => ({ ratee, mover: rater, before: step }));
}

/** Carries a chain out from its start; takes everything back when two of its moves would make people rate each other. */
function move(board: Board, last: Step, rater: number): boolean {
  const chain: Step[] = [];
  for (let step: Step | null = last; step !== null; step = step.before) chain.unshift(step);
  const done: (() => void)[] = [];
  for (const [i, { ratee }] of chain.entries()) {
    const next = chain[i + 1];
    const mover = next?.mover ?? rater;
    if (next !== undefined) {
      part(board, mover, next.ratee);
      done.push(() => void join(board, mover, next.ratee));
    }
    if (!join(board, mover, ratee)) {
      for (const undo of done.toReversed()) undo();
      return false;
    }
    done.push(() => part(board, mover, ratee));
  }
  return true;
}
