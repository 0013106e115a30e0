import { at, type Board, crossIn, emptyBoard, inLoad, isOwn, isPartner, outLoad, pair, raterOf, rateeOf } from "./assignment/board.ts";
import { fillFromOtherUnits, fillOwnUnits, fillTheRest, placeSuggestions } from "./assignment/fill.ts";
import { compareTexts, keyedChance, keyedOrder, labelled, type Prf } from "./assignment/keyed-hash.ts";
import { connect, partsOf, shake } from "./assignment/mix.ts";

export type { Prf } from "./assignment/keyed-hash.ts";

/** `penilai`: the direct superior, whose ratings have a channel of their own; `null` when there is none. */
export type DrawPerson = { readonly id: string; readonly unit: string; readonly penilai?: string | null };
/** `worksWith`: the units from which raters of another unit come where that is possible. */
export type DrawUnit = { readonly id: string; readonly worksWith: readonly string[] };

export type DrawInput = {
  /** Name of the period, e.g. "2026-S2": another period is another draw. */
  readonly period: string;
  readonly people: readonly DrawPerson[];
  readonly units: readonly DrawUnit[];
  /** Pairs that are not drawn, either way: declared relations, less than three months together. Why is not said, for nobody needs it here. */
  readonly banned: readonly (readonly [string, string])[];
  /** Raters of each person, from 1. */
  readonly ratersPerPerson: number;
  /** How many of them at least come from another unit, from 1; left out: one of five, rounded up. */
  readonly crossUnitPerPerson?: number;
  /** A penilai with at least `BAWAHAN_MIN` bawahan is rated by at most so many of them, besides; left out: 8. */
  readonly bawahanPerPenilai?: number;
  /** At most `VETOES` colleagues by whom the person is not to be rated. */
  readonly vetoes?: readonly { readonly person: string; readonly rater: string }[];
  /** Colleagues who know the person's work; they fill at most one of five places. */
  readonly suggestions?: readonly { readonly person: string; readonly rater: string }[];
  /** Pairs [rater, ratee] of earlier periods: neither they nor their opposites are drawn where that is avoidable. */
  readonly previous?: readonly (readonly [string, string])[];
};

/** Who is asked about whom: as a colleague, or as bawahan about the penilai. */
export type Assignment = {
  readonly rater: string;
  readonly ratee: string;
  readonly group: "rekan" | "bawahan";
  readonly isCrossUnit: boolean;
  readonly isSuggested: boolean;
};

/**
 * What could not be had. `raters`: fewer raters than wanted; `ratees`: fewer people to rate than others have; `cross_unit`: fewer raters of
 * another unit; `partner_unit`: so many raters of a unit that does not work together; `bawahan`: too few may be asked about the penilai.
 */
export type Shortfall = { readonly kind: "raters" | "ratees" | "cross_unit" | "partner_unit" | "bawahan"; readonly person: string; readonly wanted: number; readonly got: number };

export type Draw = {
  /** In the order of ratees' and raters' ids, which tells nothing. */
  readonly assignments: readonly Assignment[];
  readonly shortfalls: readonly Shortfall[];
  /** Separate parts of the city (raters and ratees as separate points; with one rater a person: people as points). More than 1: never compare across. */
  readonly components: number;
};

/** Answers without which a group is not shown; a group of fewer bawahan is not asked. */
export const BAWAHAN_MIN = 4;
/** At 70 % response 94 of 100 groups of eight give at least four answers. */
const BAWAHAN_PER_PENILAI = 8;
export const VETOES = 2;

/**
 * The draw of who gives umpan balik rekan about whom. The same key gives the same draw whatever the order of the input; without the key
 * nobody can foresee it. Everybody is rated by and rates `ratersPerPerson` colleagues, never themselves, never a banned pair, never each other
 * within the period, at least `crossUnitPerPerson` of another unit, and the city is one connected part. What cannot be had is a shortfall.
 * `prf`: the keyed hash, at least 4 bytes of any text. Plain: the draw is proven by being drawn again (`verifyDraw`).
 * @throws RangeError for malformed input: an unknown unit, an id given twice, more than two vetoes, numbers that are no whole numbers from 1.
 */
export function drawRaters(input: DrawInput, prf: Prf): Draw {
  refuseMalformed(input);
  const board = filledBoard(input, prf);
  shake(board, keyedChance(prf, labelled(input.period, "shake")));
  connect(board);
  const bawahan = drawBawahan(input, board, prf);
  return {
    assignments: [...colleagues(board), ...bawahan.assignments].toSorted(byPeople),
    shortfalls: [...shortfallsOf(board), ...bawahan.shortfalls].toSorted((a, b) => compareTexts(a.person, b.person) || compareTexts(a.kind, b.kind)),
    components: partsOf(board).length,
  };
}

/** Attempts times people: a full draw of a few people may need luck, a large city does not and has no time for it. */
const ATTEMPTS = 2000;

/** The fullest board of some attempts, each in another keyed order; one is enough as soon as nothing is missing. */
function filledBoard(input: DrawInput, prf: Prf): Board {
  const attempt = (number: number): Board => {
    const board = emptyBoard(input, prf, number);
    placeSuggestions(board, suggestedPairs(input, board, prf));
    fillOwnUnits(board);
    fillFromOtherUnits(board, prf, input.period);
    fillTheRest(board);
    return board;
  };
  let best = attempt(0);
  const full = input.people.length * input.ratersPerPerson;
  for (let number = 1; best.pairs.size < full && number * input.people.length < ATTEMPTS; number += 1) {
    const board = attempt(number);
    if (board.pairs.size > best.pairs.size) best = board;
  }
  return best;
}

export const byPeople = (a: Assignment, b: Assignment): number => compareTexts(a.ratee, b.ratee) || compareTexts(a.rater, b.rater);

function refuseMalformed({ ratersPerPerson, crossUnitPerPerson = 1, bawahanPerPenilai = BAWAHAN_MIN, vetoes = [] }: DrawInput): void {
  if (![ratersPerPerson, crossUnitPerPerson, bawahanPerPenilai].every((n) => Number.isInteger(n) && n >= 1)) throw new RangeError("numbers of raters are whole numbers from 1");
  if (crossUnitPerPerson > ratersPerPerson) throw new RangeError("more raters of another unit than raters");
  const own = new Map<string, Set<string>>();
  for (const { person, rater } of vetoes) own.set(person, (own.get(person) ?? new Set<string>()).add(rater));
  for (const [person, names] of own) if (names.size > VETOES) throw new RangeError(`${person} vetoes more than ${VETOES} colleagues`);
}

/** In keyed order, so that it is chance, not haste, who gets the place when many suggest the same colleague. */
function suggestedPairs(input: DrawInput, board: Board, prf: Prf): [number, number][] {
  const known = (input.suggestions ?? []).flatMap(({ person, rater }): [number, number][] => {
    const [by, about] = [board.indexOf.get(rater), board.indexOf.get(person)];
    return by === undefined || about === undefined ? [] : [[by, about]];
  });
  return keyedOrder(prf, known, ([rater, ratee]) => labelled(input.period, "suggestion", at(board.ids, ratee), at(board.ids, rater)));
}

function colleagues(board: Board): Assignment[] {
  return [...board.pairs].map((number) => {
    const [rater, ratee] = [raterOf(board, number), rateeOf(board, number)];
    return { rater: at(board.ids, rater), ratee: at(board.ids, ratee), group: "rekan", isCrossUnit: !isOwn(board, rater, ratee), isSuggested: board.fixed.has(number) };
  });
}

function drawBawahan(input: DrawInput, board: Board, prf: Prf): { assignments: Assignment[]; shortfalls: Shortfall[] } {
  const vetoed = new Set((input.vetoes ?? []).map(({ person, rater }) => labelled(person, rater)));
  const banned = new Set(input.banned.flatMap(([a, b]) => [labelled(a, b), labelled(b, a)]));
  const led = new Map<string, string[]>();
  for (const { id, penilai } of input.people) if (penilai != null && board.indexOf.has(penilai)) led.set(penilai, [...(led.get(penilai) ?? []), id]);
  const assignments: Assignment[] = [];
  const shortfalls: Shortfall[] = [];
  for (const [penilai, people] of led) {
    if (people.length < BAWAHAN_MIN) continue;
    const askable = people.filter((id) => id !== penilai && !vetoed.has(labelled(penilai, id)) && !banned.has(labelled(penilai, id)));
    if (askable.length < BAWAHAN_MIN) {
      shortfalls.push({ kind: "bawahan", person: penilai, wanted: BAWAHAN_MIN, got: 0 });
      continue;
    }
    const drawn = keyedOrder(prf, askable, (id) => labelled(input.period, "bawahan", penilai, id)).slice(0, input.bawahanPerPenilai ?? BAWAHAN_PER_PENILAI);
    for (const id of drawn) assignments.push({ rater: id, ratee: penilai, group: "bawahan", isCrossUnit: at(board.unitOf, board.indexOf.get(id) ?? -1) !== at(board.unitOf, board.indexOf.get(penilai) ?? -1), isSuggested: false });
  }
  return { assignments, shortfalls };
}

function shortfallsOf(board: Board): Shortfall[] {
  return board.ids.flatMap((person, i) => {
    const strangers = at(board.ratersOf, i).filter((rater) => !isOwn(board, rater, i) && !isPartner(board, rater, i) && !board.fixed.has(pair(board, rater, i))).length;
    const hasPartners = at(board.partners, at(board.unitOf, i)).size > 0;
    const found: Shortfall[] = [
      { kind: "raters", person, wanted: board.places, got: inLoad(board, i) },
      { kind: "ratees", person, wanted: board.places, got: outLoad(board, i) },
      { kind: "cross_unit", person, wanted: board.crossPlaces, got: crossIn(board, i) },
      { kind: "partner_unit", person, wanted: hasPartners ? strangers : 0, got: 0 },
    ];
    return found.filter(({ wanted, got }) => got < wanted);
  });
}
