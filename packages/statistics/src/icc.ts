import { spearmanBrown } from "./agreement.ts";
import { finite, mean, sum, sumOfSquares } from "./descriptive.ts";
import { fQuantile } from "./distributions.ts";

const FORMS = ["icc11", "icc21", "icc31", "icc1k", "icc2k", "icc3k"] as const;
type Form = (typeof FORMS)[number];
type Interval = [number, number];

export type Icc = {
  /** Mean squares between targets, between judges, residual, and within targets; squared units of the ratings. */
  bms: number;
  jms: number;
  ems: number;
  wms: number;
  /** 95 % intervals; `null` where the coefficient is. */
  ci95: Record<Form, Interval | null>;
} & Record<Form, number | null>;

/**
 * The six intraclass correlations of Shrout & Fleiss (1979) with their 95 % intervals.
 * `rows`: n targets × k judges, complete, n ≥ 2, k ≥ 2. 1 = each target has other judges, 2 = judges are a sample, 3 = these
 * judges only; k = reliability of the judges' mean. `null` when the table is too small or ragged or all ratings are equal; a
 * single coefficient is `null` when its divisor is 0.
 */
export function icc(rows: readonly (readonly number[])[]): Icc | null {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (n < 2 || k < 2 || rows.some((row) => row.length !== k)) return null;
  const rowMeans = rows.map((row) => sum(row) / k);
  const columnMeans = Array.from({ length: k }, (_, j) => sum(rows.map((row) => row[j] ?? 0)) / n);
  const within = sum(rows.map(sumOfSquares));
  const between = k * sumOfSquares(rowMeans);
  const judges = n * sumOfSquares(columnMeans);
  if (within + between === 0) return null;
  // What rounding leaves of a residual that is 0 must not become a huge F.
  const residual = within - judges > 1e-12 * (within + between) ? within - judges : 0;
  const squares = { n, k, bms: between / (n - 1), jms: judges / (k - 1), ems: residual / ((n - 1) * (k - 1)), wms: within / (n * (k - 1)) };
  const values = coefficients(squares);
  const intervals = { ...oneWay(squares), ...sampled(squares, values.icc21 ?? 0), ...fixed(squares) };
  const ci95 = Object.fromEntries(FORMS.map((form) => [form, values[form] === null ? null : finiteInterval(intervals[form])])) as Icc["ci95"];
  return { bms: squares.bms, jms: squares.jms, ems: squares.ems, wms: squares.wms, ...values, ci95 };
}

type Squares = { n: number; k: number; bms: number; jms: number; ems: number; wms: number };

function coefficients({ n, k, bms, jms, ems, wms }: Squares): Record<Form, number | null> {
  return {
    icc11: share(bms - wms, bms + (k - 1) * wms),
    icc21: share(bms - ems, bms + (k - 1) * ems + (k * (jms - ems)) / n),
    icc31: share(bms - ems, bms + (k - 1) * ems),
    icc1k: share(bms - wms, bms),
    icc2k: share(bms - ems, bms + (jms - ems) / n),
    icc3k: share(bms - ems, bms),
  };
}

/** A divisor that is 0 but for rounding has no quotient. */
function share(part: number, whole: number): number | null {
  return Math.abs(whole) <= 1e-12 * Math.abs(part) ? null : finite(part / whole);
}

function oneWay({ n, k, bms, wms }: Squares): Record<"icc11" | "icc1k", Interval> {
  const [single, average] = ofRatio(bms, wms, { df1: n - 1, df2: n * (k - 1), k });
  return { icc11: single, icc1k: average };
}

function fixed({ n, k, bms, ems }: Squares): Record<"icc31" | "icc3k", Interval> {
  const [single, average] = ofRatio(bms, ems, { df1: n - 1, df2: (n - 1) * (k - 1), k });
  return { icc31: single, icc3k: average };
}

/** Intervals of a coefficient that is a function of one F = top / bottom, written so that a bottom of 0 gives 1, not NaN. */
function ofRatio(top: number, bottom: number, { df1, df2, k }: { df1: number; df2: number; k: number }): [Interval, Interval] {
  const lowTop = top / fQuantile(0.975, df1, df2);
  const highTop = top * fQuantile(0.975, df2, df1);
  const single = (x: number): number => (x - bottom) / (x + (k - 1) * bottom);
  const average = (x: number): number => (x - bottom) / x;
  return [[single(lowTop), single(highTop)], [average(lowTop), average(highTop)]];
}

/** Satterthwaite's approximation, Shrout & Fleiss (1979), page 424. */
function sampled({ n, k, bms, jms, ems }: Squares, icc21: number): Record<"icc21" | "icc2k", Interval> {
  if (jms + ems === 0) return { icc21: [1, 1], icc2k: [1, 1] };
  const a = k * icc21;
  const b = n * (1 + (k - 1) * icc21) - k * icc21;
  // The paper divides both by EMS²; multiplied out, a residual of 0 does no harm.
  const df = ((k - 1) * (n - 1) * (a * jms + b * ems) ** 2) / ((n - 1) * (a * jms) ** 2 + (b * ems) ** 2);
  if (!Number.isFinite(df)) return { icc21: [Number.NaN, Number.NaN], icc2k: [Number.NaN, Number.NaN] };
  const upper = fQuantile(0.975, n - 1, df);
  const lower = fQuantile(0.975, df, n - 1);
  const rest = k * jms + (k * n - k - n) * ems;
  const low = (n * (bms - upper * ems)) / (upper * rest + n * bms);
  const high = (n * (lower * bms - ems)) / (rest + n * lower * bms);
  // A single coefficient at or below −1/(k − 1) has no mean's coefficient.
  const stepUp = (r: number): number => spearmanBrown(r, k) ?? Number.NaN;
  return { icc21: [low, high], icc2k: [stepUp(low), stepUp(high)] };
}

function finiteInterval([low, high]: Interval): Interval | null {
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}

/**
 * One-way intraclass correlation for groups of unequal size, as when every ratee has other raters and some did not answer:
 * icc1 = (MSB − MSW) / (MSB + (k0 − 1) MSW), icc1k = (MSB − MSW) / MSB, k0 = (N − Σ nᵢ² / N) / (n − 1).
 * `groups`: the ratings of each target; empty groups are left out. `null` when fewer than two groups are left, when no group
 * has two ratings, or when all ratings are equal; icc1k is `null` when the groups' means do not differ at all.
 * Source: Fisher's analysis of variance; k0 as in Snedecor & Cochran.
 */
export function iccUnbalanced(groups: readonly (readonly number[])[]): { icc1: number | null; icc1k: number | null; k0: number } | null {
  const filled = groups.filter((group) => group.length > 0);
  const total = sum(filled.map((group) => group.length));
  if (filled.length < 2 || total === filled.length) return null;
  const grand = mean(filled.flat()) ?? 0;
  const msb = sum(filled.map((group) => group.length * ((mean(group) ?? 0) - grand) ** 2)) / (filled.length - 1);
  const msw = sum(filled.map(sumOfSquares)) / (total - filled.length);
  if (sumOfSquares(filled.flat()) === 0) return null;
  const k0 = (total - sum(filled.map((group) => group.length ** 2)) / total) / (filled.length - 1);
  return { icc1: finite((msb - msw) / (msb + (k0 - 1) * msw)), icc1k: finite((msb - msw) / msb), k0 };
}
