import { addMonths, type LocalDate, type Month, monthOf, monthsFrom, type UkurDampak } from "@teraju/domain";
import type { Pool } from "pg";
import * as figures from "./figures.ts";

/** Months before a training whose mean is matched, and those after it that are looked at: the first three, and the three after them. */
export const WINDOWS = { before: [-3, -1], 3: [1, 3], 6: [4, 6] } as const;
/** Scores before, of each measure: so many months, periods, or at most so many cycles of colleagues. */
const BEFORE = 3;

type Slot = 0 | 3 | 6;
type Looked = { score: number; hasOtherRaters: boolean };
/**
 * One measure of somebody who took a training, or who could be compared with who did. `after`: the mean of the first three months after it, and
 * of the three after them. `hasOtherRaters`: nobody who scored them then had scored them before or sent them; true of a measured figure, which
 * nobody gives, and of colleagues, whom the lot draws anew and among whom the superior never is.
 */
export type Scored = { trainingId: string; measure: UkurDampak; id: string; stratum: string; isTrained: boolean; before: number[]; after: Record<3 | 6, Looked | null> };

/** Of one month in which trainings ended: which month, period or cycle is before, and which after. */
type Slots = { months: ReadonlyMap<string, Slot>; periods: ReadonlyMap<string, Slot>; cycles: ReadonlyMap<string, Slot>; cyclesBefore: number };

function slotsOf(m: Month, { periods, cycles }: figures.Occasions): Slots {
  const window = ([from, to]: readonly [number, number]): Month[] => monthsFrom(addMonths(m, from), addMonths(m, to));
  const after = ([3, 6] as const).map((slot) => [slot, window(WINDOWS[slot])] as const);
  const months = [...window(WINDOWS.before).map((month) => [month, 0] as const), ...after.flatMap(([slot, own]) => own.map((month) => [month, slot] as const))];
  // A period that began before the training and went on after it is neither before nor after.
  const prior = periods.filter(({ last }) => last < m).toSorted((a, b) => (a.last < b.last || (a.last === b.last && a.id < b.id) ? 1 : -1)).slice(0, BEFORE);
  const later = after.flatMap(([slot, own]) => periods.filter(({ first }) => own.includes(first)).map(({ id }) => [id, slot] as const));
  const closed = cycles.filter(({ until }) => monthOf(until) < m).toSorted((a, b) => (a.until < b.until ? 1 : -1)).slice(0, BEFORE);
  const opened = cycles.filter(({ from }) => after.some(([, own]) => own.includes(monthOf(from)))).toSorted((a, b) => (a.from < b.from ? -1 : 1)).slice(0, 1);
  return {
    months: new Map(months), periods: new Map([...prior.map(({ id }) => [id, 0] as const), ...later]),
    cycles: new Map([...closed.map(({ id }) => [id, 0] as const), ...opened.map(({ id }) => [id, 6] as const)]), cyclesBefore: closed.length,
  };
}

type Person = figures.Eligible;
/** Null for who was not scored as often before: their mean would be of other times than the others'. */
function scored(person: Person, measure: UkurDampak, own: readonly figures.Score[], { slots, fewest, stratum = person.stratum }: { slots: ReadonlyMap<string, Slot>; fewest: number; stratum?: string }): Scored | null {
  const of = (slot: Slot): figures.Score[] => own.filter(({ at }) => slots.get(at) === slot);
  const before = of(0);
  if (before.length !== fewest) return null;
  const known = new Set([...person.senders, ...before.flatMap(({ rater }) => rater ?? [])]);
  const look = (slot: 3 | 6): Looked | null => {
    const then = of(slot);
    return then.length === 0 ? null : { score: then.reduce((sum, { score }) => sum + score, 0) / then.length, hasOtherRaters: !then.some(({ rater }) => rater !== null && known.has(rater)) };
  };
  return { trainingId: person.trainingId, measure, id: `${person.personId} ${person.m}`, stratum, isTrained: person.isTrained, before: before.map(({ score }) => score).toSorted((a, b) => a - b), after: { 3: look(3), 6: look(6) } };
}

const keyed = <Row>(rows: readonly Row[], key: (row: Row) => string): ((wanted: string) => readonly Row[]) => {
  const groups = Map.groupBy(rows, key);
  return (wanted) => groups.get(wanted) ?? [];
};
const all = <T>(items: Iterable<T>): T[] => [...new Set(items)];

/** All measures of all trainings that somebody attended. Six statements, whatever the number of trainings: each person and month is read once. */
export async function findScores(pool: Pool, today: LocalDate): Promise<Scored[]> {
  const [eligible, occasions] = await Promise.all([figures.findEligible(pool, today), figures.findOccasions(pool)]);
  const slots = new Map(all(eligible.map(({ m }) => m)).map((m) => [m, slotsOf(m, occasions)]));
  const at = (which: "months" | "periods" | "cycles"): string[] => all([...slots.values()].flatMap((one) => [...one[which].keys()]));
  const people = all(eligible.map(({ personId }) => personId));
  const aimKey = ({ trainingId, stratum }: Person): string => `${trainingId} ${stratum}`;
  const aims = keyed(eligible.filter(({ kunci }) => kunci !== null), aimKey);
  const holders = all(eligible.filter((one) => aims(aimKey(one)).length > 0).map(({ personId }) => personId));
  const perilaku = all(eligible.flatMap((one) => one.perilaku ?? []));
  const [capaian, indikator, ratings, rekan] = await Promise.all([
    figures.findCapaian(pool, { people, at: at("months") }), figures.findIndikator(pool, { people: holders, at: at("months"), kunci: all(eligible.flatMap(({ kunci }) => kunci ?? [])) }),
    figures.findPerilaku(pool, { people, at: at("periods"), perilaku }), figures.findRekan(pool, { people, at: at("cycles"), perilaku }),
  ]);
  const capaianOf = keyed(capaian, ({ personId }) => personId);
  const indikatorOf = keyed(indikator, (one) => `${one.personId} ${one.kunci}`);
  const ratingsOf = keyed(ratings, (one) => `${one.personId} ${one.perilaku}`);
  const rekanOf = keyed(rekan, (one) => `${one.personId} ${one.perilaku}`);
  return eligible.flatMap((person) => {
    const own = slots.get(person.m);
    if (own === undefined) return [];
    const { personId } = person;
    const aimed = person.isTrained ? all([person.kunci]) : all(aims(aimKey(person)).map(({ kunci }) => kunci));
    return [
      scored(person, "capaian", capaianOf(personId), { slots: own.months, fewest: BEFORE }),
      ...aimed.map((kunci) => (kunci === null ? null : scored(person, "indikator", indikatorOf(`${personId} ${kunci}`), { slots: own.months, fewest: BEFORE, stratum: `${person.stratum}|${kunci}` }))),
      ...(person.perilaku === null ? [] : [
        scored(person, "perilaku", ratingsOf(`${personId} ${person.perilaku}`), { slots: own.periods, fewest: BEFORE }),
        scored(person, "rekan", rekanOf(`${personId} ${person.perilaku}`), { slots: own.cycles, fewest: Math.max(1, own.cyclesBefore) }),
      ]),
    ].filter((one) => one !== null);
  });
}
