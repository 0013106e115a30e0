import { finite, mean, sum, sumOfSquares, variance } from "./descriptive.ts";
import { chiSquareUpper, normalCdf, normalQuantile, tTwoSided } from "./distributions.ts";

export type Discoveries = { adjusted: number[]; rejected: boolean[] };

/**
 * Benjamini & Hochberg's (1995) control of the false discovery rate at level `q`, step-up, for independent or positively dependent tests.
 * `p`: probabilities in [0, 1]; answers are in the same order. `adjusted`: the smallest q at which the test is rejected.
 * @throws RangeError for a p that is no number in [0, 1].
 */
export function benjaminiHochberg(p: readonly number[], q: number): Discoveries {
  return stepUp(p, q, 1);
}

/** The same for any dependence between tests (Benjamini & Yekutieli 2001): stricter by the factor Σ 1/i. */
export function benjaminiYekutieli(p: readonly number[], q: number): Discoveries {
  return stepUp(p, q, sum(p.map((_, i) => 1 / (i + 1))));
}

function stepUp(p: readonly number[], q: number, penalty: number): Discoveries {
  if (!p.every((value) => value >= 0 && value <= 1)) throw new RangeError("every p must be in [0, 1]");
  const order = p.map((_, i) => i).toSorted((a, b) => (p[b] ?? 0) - (p[a] ?? 0));
  const adjusted = p.map(() => 1);
  const rejected = p.map(() => false);
  let lowest = 1;
  let isFound = false;
  order.forEach((i, fromTop) => {
    const own = p[i] ?? 0;
    const rank = p.length - fromTop;
    lowest = Math.min(lowest, own * ((p.length * penalty) / rank));
    isFound ||= own * p.length * penalty <= q * rank;
    adjusted[i] = lowest;
    rejected[i] = isFound;
  });
  return { adjusted, rejected };
}

export type MantelHaenszel = { oddsRatio: number | null; chiSquare: number | null; p: number | null };

/**
 * Common odds ratio of 2×2 tables of several strata (Mantel & Haenszel 1959) and its chi-square test with one degree of freedom,
 * without continuity correction. `tables`: each [[a, b], [c, d]] of counts; strata with fewer than two people say nothing.
 * `oddsRatio` is `null` when no stratum has b and c; `chiSquare` and `p` when no stratum varies in both directions.
 */
export function mantelHaenszel(tables: readonly (readonly (readonly number[])[])[]): MantelHaenszel {
  let [agree, cross, surplus, spread] = [0, 0, 0, 0];
  for (const table of tables) {
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
    const n = a + b + c + d;
    if (n < 2) continue;
    agree += (a * d) / n;
    cross += (b * c) / n;
    surplus += a - ((a + b) * (a + c)) / n;
    spread += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  const chiSquare = finite(surplus ** 2 / spread);
  return { oddsRatio: finite(agree / cross), chiSquare, p: chiSquare === null ? null : chiSquareUpper(chiSquare, 1) };
}

/**
 * The four-fifths rule: each group's rate against the highest; a ratio below .80 is adverse, exactly .80 is not.
 * Ratios are `null` when the highest rate is 0. Never use it alone: with 50 people per group it fires in 47 % of cases without any difference.
 * Source: EEOC Uniform Guidelines 1978, section 4D.
 */
export function fourFifths(rates: Readonly<Record<string, number>>): { ratios: Record<string, number | null>; adverse: string[] } {
  const highest = Math.max(0, ...Object.values(rates));
  const ratios = Object.fromEntries(Object.entries(rates).map(([group, rate]) => [group, finite(rate / highest)]));
  // .04 / .05 is 0.7999… in binary: four fifths reached but for rounding is four fifths.
  const adverse = Object.keys(ratios).filter((group) => (ratios[group] ?? 1) < 0.8 - 1e-12);
  return { ratios, adverse };
}

/**
 * Wilson's (1927) score interval of a share: `k` of `n`, at `level` (0.95). `null` for n = 0.
 */
export function wilson(k: number, n: number, level = 0.95): [number, number] | null {
  if (n <= 0) return null;
  const z = -normalQuantile((1 - level) / 2);
  const share = k / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At none and all the end is 0 or 1 but for rounding.
  return [k === 0 ? 0 : (middle - half) / scale, k === n ? 1 : (middle + half) / scale];
}

/**
 * Difference of two shares, `k` of `n` each (positive = `a` is higher), with Newcombe's hybrid score interval at `level` (0.95): holds its level
 * in small groups and at shares of 0 and 1, where the usual interval does not. `null` when a group is empty.
 * Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
 */
export function newcombe(a: { readonly k: number; readonly n: number }, b: { readonly k: number; readonly n: number }, level = 0.95): { difference: number; interval: [number, number] } | null {
  const [endsA, endsB] = [wilson(a.k, a.n, level), wilson(b.k, b.n, level)];
  if (endsA === null || endsB === null) return null;
  const [shareA, shareB] = [a.k / a.n, b.k / b.n];
  const difference = shareA - shareB;
  return { difference, interval: [difference - Math.hypot(shareA - endsA[0], endsB[1] - shareB), difference + Math.hypot(endsA[1] - shareA, shareB - endsB[0])] };
}

/**
 * Welch's (1947) t test of two means with unequal variances; positive t = `a` is higher; p is two-sided.
 * `null` when a group has fewer than two values or nothing varies.
 */
export function welch(a: readonly number[], b: readonly number[]): { t: number; df: number; p: number } | null {
  const [varianceA, varianceB] = [variance(a), variance(b)];
  if (varianceA === null || varianceB === null || varianceA + varianceB === 0) return null;
  const [shareA, shareB] = [varianceA / a.length, varianceB / b.length];
  const t = ((mean(a) ?? 0) - (mean(b) ?? 0)) / Math.sqrt(shareA + shareB);
  const df = (shareA + shareB) ** 2 / (shareA ** 2 / (a.length - 1) + shareB ** 2 / (b.length - 1));
  return { t, df, p: tTwoSided(t, df) };
}

/**
 * Standardized difference of two means in pooled standard deviations (`d`, positive = `a` is higher) and Hedges' (1981) correction
 * for small samples, g = d (1 − 3 / (4 df − 1)), df = nₐ + n_b − 2. `null` when a group has fewer than two values or nothing varies.
 */
export function hedgesG(a: readonly number[], b: readonly number[]): { d: number; g: number } | null {
  const df = a.length + b.length - 2;
  const squares = sumOfSquares(a) + sumOfSquares(b);
  if (a.length < 2 || b.length < 2 || squares === 0) return null;
  const d = ((mean(a) ?? 0) - (mean(b) ?? 0)) / Math.sqrt(squares / df);
  return { d, g: d * (1 - 3 / (4 * df - 1)) };
}

/** Fewer declared pairs than this are not tested. */
const DECLARED_MIN = 10;

/**
 * Whether people who declared a relation are rated above expectation as a group: one-sided t test of their standardized residuals (`z` of
 * `severity`) against 0. Says something about the practice of a city, nothing about any pair. `p` is small when the mean is above 0.
 * `null` for fewer than ten pairs or residuals that do not vary. Source: Student 1908.
 */
export function declaredRelations(z: readonly number[]): { n: number; mean: number; t: number; df: number; p: number } | null {
  const spread = variance(z);
  if (z.length < DECLARED_MIN || spread === null || spread === 0) return null;
  const average = mean(z) ?? 0;
  const t = average / Math.sqrt(spread / z.length);
  const half = tTwoSided(t, z.length - 1) / 2;
  return { n: z.length, mean: average, t, df: z.length - 1, p: t > 0 ? half : 1 - half };
}

/**
 * P(|Z| ≥ |z|) of the standard normal distribution: the probability that goes with a residual in standard errors, for `benjaminiHochberg`.
 */
export function normalTwoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}
