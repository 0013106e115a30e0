import type { Habit } from "@teraju/contracts";
import { shrinkProportions, wilson } from "@teraju/statistics";
import { type Interval, intervalOf, short } from "./analysis.ts";
import type { Habits } from "./mirror-queries.ts";

/** Fewest forms: of leniency as for a penilai's team, of the other habits eight (design: fairness, section 1). */
export const LEAST = { leniency: 5, habits: 8, city: 10 };
const Z95 = 1.959964;

/** A year's habits of one rater: the sealed semesters put together. */
export type Year = { forms: number; leniency: number; leniencyVariance: number; spread: number | null; degrees: number; halo: number | null; straight: number };

export function yearOf(semesters: readonly Habits[]): Year {
  const forms = semesters.reduce((sum, one) => sum + one.forms, 0);
  const over = (of: (one: Habits) => number): number => semesters.reduce((sum, one) => sum + one.forms * of(one), 0) / Math.max(1, forms);
  const degrees = semesters.reduce((sum, one) => sum + (one.spread === null ? 0 : one.spreadDegrees), 0);
  const squares = semesters.reduce((sum, one) => sum + (one.spread ?? 0) * one.spreadDegrees, 0);
  const ratios = semesters.flatMap((one) => (one.halo === null || one.haloOthers === null || one.haloOthers === 0 ? [] : [{ forms: one.forms, ratio: one.halo / one.haloOthers }]));
  const ratioForms = ratios.reduce((sum, one) => sum + one.forms, 0);
  return {
    forms, leniency: over((one) => one.leniency), leniencyVariance: semesters.reduce((sum, one) => sum + (one.forms / Math.max(1, forms)) ** 2 * one.leniencyVariance, 0),
    spread: degrees === 0 ? null : Math.sqrt(squares / degrees), degrees, halo: ratioForms === 0 ? null : ratios.reduce((sum, one) => sum + one.forms * one.ratio, 0) / ratioForms,
    straight: semesters.reduce((sum, one) => sum + one.straight, 0),
  };
}

export type Mirror = { leniency: Habit; spread: Habit; halo: Habit; straight: Habit };
/** One's own four habits with intervals, beside the median and the middle 80 percent of the city's raters. */
export function mirrorOf(own: Year | null, city: readonly Year[]): Mirror {
  const enough = city.filter((one) => one.forms >= LEAST.habits);
  const shares = shrinkProportions(enough.map((one) => one.straight), enough.map((one) => one.forms));
  return {
    leniency: habitOf(own, LEAST.leniency, (one) => intervalOf(one.leniency, one.leniencyVariance), city.filter((one) => one.forms >= LEAST.leniency).map((one) => one.leniency)),
    spread: habitOf(own, LEAST.habits, (one) => (one.spread === null ? null : aroundRatio(one.spread, 1 / Math.sqrt(2 * one.degrees))), enough.flatMap((one) => one.spread ?? [])),
    // A standard deviation of seven behaviours has six degrees of freedom in each form.
    halo: habitOf(own, LEAST.habits, (one) => (one.halo === null ? null : aroundRatio(one.halo, 1 / Math.sqrt(12 * one.forms))), enough.flatMap((one) => one.halo ?? [])),
    straight: habitOf(own, LEAST.habits, straightOf, (shares?.values ?? []).flatMap((share) => (share === null ? [] : 100 * share))),
  };
}

function straightOf({ straight, forms }: Year): Interval | null {
  const interval = wilson(straight, forms);
  return interval === null ? null : { value: short((100 * straight) / forms), low: short(100 * interval[0]), high: short(100 * interval[1]) };
}
/** A ratio or a deviation is never negative: its interval is symmetric in its logarithm. */
function aroundRatio(value: number, relative: number): Interval {
  return { value: short(value), low: short(value * Math.exp(-Z95 * relative)), high: short(value * Math.exp(Z95 * relative)) };
}

export function habitOf<T extends { forms: number }>(own: T | null, least: number, intervalOfOne: (one: T) => Interval | null, values: readonly number[]): Habit {
  const city = cityOf(values);
  const n = own?.forms ?? 0;
  const mine = own === null || n < least ? null : intervalOfOne(own);
  const reason = mine !== null ? null : own === null ? "no_data" : "too_few";
  return { n, least, mine, reason, city, side: mine === null || city === null ? null : mine.low > city.median ? "higher" : mine.high < city.median ? "lower" : "around" };
}
export function cityOf(values: readonly number[]): Habit["city"] {
  if (values.length < LEAST.city) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => short(sorted[Math.min(sorted.length - 1, Math.round(share * (sorted.length - 1)))] ?? 0);
  return { median: at(0.5), low: at(0.1), high: at(0.9), raters: values.length };
}
