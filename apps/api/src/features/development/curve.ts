import type { PlanView } from "@teraju/contracts";
import { addMonths, monthOf, monthsFrom, type LocalDate, type Month } from "@teraju/domain";
import { expectedRegression } from "@teraju/statistics";
import type { Pool } from "pg";
import { standardOn } from "../../standard.ts";
import * as queries from "./curve-queries.ts";
import type { PlanRow } from "./queries.ts";
import type { Reader } from "./view.ts";

export type Around = Pick<PlanView, "curve" | "behaviour">;

/** What figures say around a help that was carried out: the capaian that it aims at, and for the plan's two people the perilaku. */
export async function around(pool: Pool, row: PlanRow, { parties, today }: Reader): Promise<Around> {
  if (row.doneOn === null) return { curve: null, behaviour: null };
  const [curve, behaviour] = await Promise.all([curveOf(pool, row, { doneOn: row.doneOn, today }), parties.length === 0 || row.perilaku === null ? null : behaviourOf(pool, row.personId, row.perilaku, row.doneOn)]);
  return { curve, behaviour };
}

const BEFORE = 3;
const AFTER = 6;
/** Under thirty people how two periods hang together is not known. */
const FEWEST_FOR_CORRELATION = 30;
/** As far from the person's own mean as a matched comparator of a training may be (fairness.md 5), in standard deviations. */
const REACH = 0.25;

/**
 * The capaian of the indicator that the plan aims at (of its result where it names none, of the whole report where it is about neither) in three
 * months before the help and six after. Beside it, where something can be compared: the mean of colleagues who stood as high, and what the later
 * mean would be without any effect. One result's figures have no likeness among colleagues: of these nothing is said.
 */
async function curveOf(pool: Pool, row: PlanRow, { doneOn, today }: { doneOn: LocalDate; today: LocalDate }): Promise<PlanView["curve"]> {
  const doneMonth = monthOf(doneOn);
  const span = { first: addMonths(doneMonth, -BEFORE), last: addMonths(doneMonth, -1), from: addMonths(doneMonth, 1), to: addMonths(doneMonth, AFTER) };
  const of = row.indikator !== null ? "indikator" : row.line !== null ? "hasil_kerja" : "capaian";
  const figures = await queries.findFigures(pool, row, of, span);
  const ownOf = (month: Month): number | null => figures.find((one) => one.month === month)?.capaian ?? null;
  const meanOf = (from: Month, to: Month): { mean: number; n: number } | null => {
    const scores = monthsFrom(from, to).flatMap((month) => ownOf(month) ?? []);
    return scores.length === 0 ? null : { mean: scores.reduce((sum, one) => sum + one, 0) / scores.length, n: scores.length };
  };
  const before = meanOf(span.first, span.last);
  if (before === null || before.n < BEFORE) return null;
  const { standar } = await standardOn(pool, today);
  const { average, later, correlation, n, near, months } = of === "hasil_kerja" ? NOBODY : await queries.findColleagues(pool, row, span, { score: before.mean, reach: REACH, fewest: standar.sandiMin });
  const until = span.to < monthOf(today) ? span.to : monthOf(today);
  const isKnown = average !== null && later !== null && correlation !== null && n >= FEWEST_FOR_CORRELATION;
  return {
    of, doneMonth, before: before.mean, after: meanOf(span.from, addMonths(span.from, BEFORE - 1))?.mean ?? null, similar: near >= standar.sandiMin ? near : 0,
    // What moved all of them moved this person too.
    expected: isKnown ? before.mean + expectedRegression({ score: before.mean, average, correlation }) + later - average : null,
    months: monthsFrom(span.first, until).map((month) => ({ month, capaian: ownOf(month), colleagues: months.find((one) => one.month === month)?.capaian ?? null })),
  };
}
const NOBODY: queries.Colleagues = { average: null, later: null, correlation: null, n: 0, near: 0, months: [] };

async function behaviourOf(pool: Pool, personId: string, perilaku: NonNullable<PlanRow["perilaku"]>, doneOn: LocalDate): Promise<PlanView["behaviour"]> {
  const [ratings, peers] = await Promise.all([queries.findRatings(pool, personId, perilaku, monthOf(doneOn)), queries.findPeers(pool, personId, perilaku, doneOn)]);
  return { ratings, peers };
}
