/** What changes a draw in mid-period: somebody declines, leaves, is away until the end, or comes. */
import type { Assignment, DrawInput } from "../assignment.ts";
import { byPeople } from "../assignment.ts";
import { at, type Board, emptyBoard, inLoad, isOwn, pair, place, raterOf, rateeOf } from "./board.ts";
import { compareTexts, keyedOrder, labelled, type Prf } from "./keyed-hash.ts";
import { partsOf } from "./mix.ts";
import { anotherBawahan, fillPlace, splitFor } from "./redraw-moves.ts";

/** An assignment as it stands in the register. */
export type DrawnPair = Pick<Assignment, "rater" | "ratee" | "group" | "isSuggested">;

/**
 * How things stand. Nothing in it says who has answered: it is kept for the verifiers, and a mark beside a rater's name would last.
 * That is why a form is *handed over* without asking: whoever had begun it keeps it, which only their own page can tell.
 */
export type RedrawInput = {
  /** As for the draw, with the bans of today and everybody who came since; whoever left stays in it. */
  readonly input: DrawInput;
  /** Number of this redraw in its period, from 1: each is a draw of its own. */
  readonly number: number;
  /** All that was drawn so far, also what was declined or handed over, also of people who are gone. */
  readonly drawn: readonly DrawnPair[];
  /** Pairs [rater, ratee] that were handed over before. */
  readonly handedOver: readonly (readonly [string, string])[];
  /** Who takes part from now on: their places are made by splitting. */
  readonly joined: readonly string[];
  /** Who is asked no more: they left, or are away until the answers are in. */
  readonly gone: readonly string[];
  /** Of these who left: nobody is asked about them. */
  readonly left: readonly string[];
  /** How many raters are lacking for whom. */
  readonly wanted: readonly { readonly ratee: string; readonly group: Assignment["group"]; readonly count: number }[];
};

export type Redraw = {
  readonly added: readonly Assignment[];
  /** Pairs [rater, ratee] that are asked no more unless the rater had begun. */
  readonly handedOver: readonly (readonly [string, string])[];
  /** Places for which nobody could be found. */
  readonly shortfall: number;
  /** Parts of the city that stands (see `Draw`). */
  readonly components: number;
};

/** The colleagues' part of a redraw, on a board of what stands. */
export type Table = {
  readonly board: Board;
  readonly prf: Prf;
  /** Pairs that stood before: only these are split, not those of another who comes on the same day. */
  readonly stood: ReadonlySet<number>;
  readonly isThere: (person: number) => boolean;
  /** How often a person's form, and a form about them, was handed over: whoever had begun it has one more, so the next is somebody else's. */
  readonly relieved: Map<number, number>;
  readonly handedOver: Set<number>;
};

/** Somebody's leaving gives at most so many colleagues another task: work that was begun is worth more than equal numbers. */
export const CHANGES_AT_A_LEAVE = 5;
/** Orders tried so that the city stays one connected part. */
const ORDERS = 24;

/**
 * The smallest change of a draw that keeps its guarantees. Who joins is put between pairs that stand: where a rates c, a now rates b and b
 * rates c, so nobody has a form more or less; the form of a about c is handed over. Places of who declined or is gone go to the colleague of
 * the own unit, else of one that works together, else of any, who has the fewest forms. Bawahan are asked about a new penilai from the
 * next draw on. Plain, and the same again for the same input and key, whatever the order of its lists: a verifier replays it.
 * @throws RangeError when who is named does not take part.
 */
export function redraw(situation: RedrawInput, prf: Prf): Redraw {
  const before = Math.max(1, partsOf(tableOf(situation, prf).board).length);
  let best = attempt(situation, prf, 0);
  for (let order = 1; order < ORDERS && best.components > before; order += 1) {
    const other = attempt(situation, prf, order);
    if (other.components < best.components) best = other;
  }
  return best;
}

function attempt(situation: RedrawInput, prf: Prf, order: number): Redraw {
  const { period } = situation.input;
  const table = tableOf(situation, (text) => prf(labelled(period, "redraw", situation.number, order, text)));
  const { board, stood } = table;
  const joined = new Set(situation.joined);
  for (const id of keyedOrder(table.prf, situation.joined, (who) => labelled("joined", who))) splitFor(table, personOf(board, id), countFor(situation, id));
  let shortfall = 0;
  const bawahan: Assignment[] = [];
  for (const { ratee, group } of placesOf(situation, table)) {
    if (group === "rekan") shortfall += fillPlace(table, personOf(board, ratee)) ? 0 : 1;
    else {
      const found = anotherBawahan(situation, [...situation.drawn, ...bawahan], ratee, table.prf);
      if (found === null) shortfall += 1;
      else bawahan.push(found);
    }
  }
  const added = [...board.pairs].filter((number) => !stood.has(number)).map((number) => assignmentOf(board, number));
  const handedOver = [...table.handedOver].map((number): readonly [string, string] => [at(board.ids, raterOf(board, number)), at(board.ids, rateeOf(board, number))]);
  return { added: [...added, ...bawahan].toSorted(byPeople), handedOver: handedOver.toSorted((a, b) => compareTexts(labelled(...a), labelled(...b))), shortfall, components: partsOf(board).length };

  function placesOf({ wanted }: RedrawInput, { board: filled, prf: keyed }: Table): { ratee: string; group: Assignment["group"]; nth: number }[] {
    const open = (one: RedrawInput["wanted"][number]): number => (joined.has(one.ratee) && one.group === "rekan" ? Math.max(0, one.count - inLoad(filled, personOf(filled, one.ratee))) : one.count);
    const places = wanted.flatMap((one) => Array.from({ length: open(one) }, (_, nth) => ({ ratee: one.ratee, group: one.group, nth })));
    return keyedOrder(keyed, places, ({ ratee, group, nth }) => labelled("place", ratee, group, nth));
  }
}

const countFor = ({ wanted }: RedrawInput, id: string): number => wanted.filter(({ ratee, group }) => ratee === id && group === "rekan").reduce((sum, { count }) => sum + count, 0);

/** What stands is on the board; what is over stands beside it as barred, either way: nobody is asked twice, nor about who was asked about them. */
function tableOf({ input, drawn, handedOver, gone, left }: RedrawInput, prf: Prf): Table {
  const [away, departed] = [new Set(gone), new Set(left)];
  const given = new Set(handedOver.map((one) => labelled(...one)));
  const isOver = ({ rater, ratee }: DrawnPair): boolean => away.has(rater) || departed.has(ratee) || given.has(labelled(rater, ratee));
  const over = drawn.filter((one) => one.group === "rekan" && isOver(one));
  const board = emptyBoard(input, prf, 0, over.flatMap(({ rater, ratee }) => [{ person: ratee, rater }, { person: rater, rater: ratee }]));
  for (const one of drawn) {
    if (one.group !== "rekan" || isOver(one)) continue;
    // What was drawn stands, also where a ban came later: only a new pair is asked whether it may be.
    const [rater, ratee] = [personOf(board, one.rater), personOf(board, one.ratee)];
    place(board, rater, ratee);
    if (one.isSuggested) board.fixed.add(pair(board, rater, ratee));
  }
  const relieved = new Map<number, number>();
  for (const id of handedOver.flat()) relieved.set(personOf(board, id), (relieved.get(personOf(board, id)) ?? 0) + 1);
  return { board, prf, stood: new Set(board.pairs), isThere: (person) => !away.has(at(board.ids, person)), relieved, handedOver: new Set() };
}

function personOf(board: Board, id: string): number {
  const person = board.indexOf.get(id);
  if (person === undefined) throw new RangeError(`${id} does not take part`);
  return person;
}

function assignmentOf(board: Board, number: number): Assignment {
  const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
  return { rater: at(board.ids, rater), ratee: at(board.ids, ratee), group: "rekan", isCrossUnit: !isOwn(board, rater, ratee), isSuggested: false };
}
