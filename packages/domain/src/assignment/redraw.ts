import { type Assignment, byPeople, type DrawInput, type Shortfall } from "../assignment.ts";
import { at, type Board, crossIn, emptyBoard, inLoad, isOwn, outLoad, pair, place, raterOf, rateeOf } from "./board.ts";
import { compareTexts, labelled, type Prf } from "./keyed-hash.ts";
import { partsOf } from "./mix.ts";
import { bawahanAfter } from "./redraw-bawahan.ts";
import { leave, replace, splitFor } from "./redraw-moves.ts";

/** What happened in mid-period: somebody left, somebody came, or a rater does not know the person well enough. */
export type DrawChange = { readonly kind: "leave" | "join"; readonly person: string } | { readonly kind: "abstain"; readonly rater: string; readonly ratee: string };

/** How things stand when it happens. Pairs are [rater, ratee]. */
export type DrawSituation = {
  /** As for the draw, with everybody who came since; whoever left stays in it. */
  readonly input: DrawInput;
  readonly assignments: readonly Assignment[];
  /** Forms that were sent: they stay whatever happens. */
  readonly submitted: readonly (readonly [string, string])[];
  /** Pairs that ended in an abstention: not asked again. */
  readonly abstained: readonly (readonly [string, string])[];
  /** People who left before. */
  readonly gone: readonly string[];
};

/** `removed` is asked no more, `added` is asked now; places that stay open are shortfalls. */
export type Redraw = { readonly added: readonly Assignment[]; readonly removed: readonly Assignment[]; readonly shortfalls: readonly Shortfall[]; readonly components: number };

/** The colleagues' part of a situation, on a board. */
export type Table = {
  readonly board: Board;
  readonly prf: Prf;
  /** Pairs whose forms were sent. */
  readonly sent: ReadonlySet<number>;
  readonly isThere: (person: number) => boolean;
  /** Whether raters of other units are looked for first: given up in every second order, for a city in one part is worth more than one such rater. */
  readonly keepsOthers: boolean;
};

/** Somebody's leaving gives at most so many colleagues another task: work that was begun is worth more than equal numbers. */
export const CHANGES_AT_A_LEAVE = 5;
/** Orders tried so that the city stays one connected part. */
const ORDERS = 24;

/**
 * The smallest change of a draw that keeps its guarantees; no form that was sent is ever dropped.
 * Leave: the raters of who left take over their ratees, at most `CHANGES_AT_A_LEAVE` of them. Join: pairs not answered yet are split, so
 * that a who rates c now rates b, and b rates c; bawahan are asked about a new penilai from the next draw on. Abstain: another rater of
 * the same kind with the fewest forms, at most one more than the others have; of bawahan, another of them.
 * Plain, and the same again for the same situation and key: a verifier replays the changes one by one (`verifyDraw`).
 * @throws RangeError when who is named does not take part, or when the pair abstained from is not asked or was sent.
 */
export function redraw(situation: DrawSituation, change: DrawChange, prf: Prf): Redraw {
  const before = Math.max(1, partsOf(tableOf(situation, prf, true).board).length);
  let best = attempt(situation, change, prf, 0);
  for (let order = 1; order < ORDERS && best.components > before; order += 1) {
    const other = attempt(situation, change, prf, order);
    if (other.components < best.components) best = other;
  }
  return best;
}

function attempt(situation: DrawSituation, change: DrawChange, prf: Prf, order: number): Redraw {
  const gone = change.kind === "leave" ? [...situation.gone, change.person] : situation.gone;
  const table = tableOf({ ...situation, gone }, (text) => prf(labelled(situation.input.period, "redraw", order, text)), order % 2 === 0);
  const colleagues = new Set(table.board.pairs);
  const bawahan = bawahanAfter({ ...situation, gone }, change, table.prf);
  moveColleagues(table, situation, change, CHANGES_AT_A_LEAVE - bawahan.added.length);
  const added = [...table.board.pairs].filter((number) => !colleagues.has(number)).map((number) => assignmentOf(table.board, number));
  const removed = situation.assignments.filter(({ group, rater, ratee }) => group === "rekan" && !table.board.pairs.has(numberOf(table.board, rater, ratee)));
  return {
    added: [...added, ...bawahan.added].toSorted(byPeople), removed: [...removed, ...bawahan.removed].toSorted(byPeople),
    shortfalls: [...openPlaces(table, [...added, ...removed]), ...bawahan.shortfalls], components: partsOf(table.board).length,
  };
}

function moveColleagues(table: Table, situation: DrawSituation, change: DrawChange, most: number): void {
  const { board } = table;
  if (change.kind === "leave") leave(table, personOf(board, change.person), most);
  if (change.kind === "join") splitFor(table, personOf(board, change.person));
  if (change.kind !== "abstain") return;
  const asked = situation.assignments.find(({ rater, ratee }) => rater === change.rater && ratee === change.ratee);
  const number = numberOf(board, change.rater, change.ratee);
  if (asked === undefined || table.sent.has(number)) throw new RangeError("only who is asked and has not answered can abstain");
  if (asked.group === "rekan") replace(table, raterOf(board, number), rateeOf(board, number));
}

function tableOf({ input, assignments, submitted, abstained, gone }: DrawSituation, prf: Prf, keepsOthers: boolean): Table {
  const barred = abstained.map(([rater, person]) => ({ person, rater }));
  const board = emptyBoard(input, prf, 0, barred);
  for (const { rater, ratee, group, isSuggested } of assignments) {
    if (group !== "rekan") continue;
    // What was drawn stands, also where a ban came later: only a new pair is asked whether it may be.
    place(board, personOf(board, rater), personOf(board, ratee));
    if (isSuggested) board.fixed.add(numberOf(board, rater, ratee));
  }
  const left = new Set(gone);
  return { board, prf, sent: new Set(submitted.map(([rater, ratee]) => numberOf(board, rater, ratee))), isThere: (person) => !left.has(at(board.ids, person)), keepsOthers };
}

function personOf(board: Board, id: string): number {
  const person = board.indexOf.get(id);
  if (person === undefined) throw new RangeError(`${id} does not take part`);
  return person;
}

const numberOf = (board: Board, rater: string, ratee: string): number => pair(board, personOf(board, rater), personOf(board, ratee));

function assignmentOf(board: Board, number: number): Assignment {
  const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
  return { rater: at(board.ids, rater), ratee: at(board.ids, ratee), group: "rekan", isCrossUnit: !isOwn(board, rater, ratee), isSuggested: false };
}

/** Of those whom the change touched and who are still there: places that stay open. */
function openPlaces({ board, isThere }: Table, touched: readonly Assignment[]): Shortfall[] {
  const people = new Set(touched.flatMap(({ rater, ratee }) => [rater, ratee]));
  return [...people].toSorted(compareTexts).filter((id) => isThere(personOf(board, id))).flatMap((person) => {
    const i = personOf(board, person);
    const places: Shortfall[] = [
      { kind: "cross_unit", person, wanted: board.crossPlaces, got: crossIn(board, i) },
      { kind: "ratees", person, wanted: board.places, got: outLoad(board, i) },
      { kind: "raters", person, wanted: board.places, got: inLoad(board, i) },
    ];
    return places.filter(({ wanted, got }) => got < wanted);
  });
}
