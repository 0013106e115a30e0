import { finite, sum, variance } from "./descriptive.ts";

type Metric = "nominal" | "ordinal" | "interval" | "ratio";
type Weights = "none" | "linear" | "quadratic";

/**
 * Krippendorff's alpha = 1 − Dₒ/Dₑ on the coincidence matrix, for any number of observers and with gaps.
 * `observers`: rows = observers, columns = units, `null` = not observed; units with fewer than two values are dropped.
 * `null` when no unit is left or when all values are equal (Dₑ = 0): then agreement cannot be told from lack of variation.
 * Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability.
 */
export function krippendorffAlpha(observers: readonly (readonly (number | null)[])[], metric: Metric): number | null {
  const width = Math.max(0, ...observers.map((row) => row.length));
  const units = Array.from({ length: width }, (_, u) => observers.map((row) => row[u] ?? null).filter((value) => value !== null))
    .filter((values) => values.length >= 2);
  const categories = [...new Set(units.flat())].toSorted((a, b) => a - b);
  const index = new Map(categories.map((value, i) => [value, i]));
  const counts = categories.map((value) => sum(units.map((values) => values.filter((other) => other === value).length)));
  const distance = distances(metric, categories, counts);
  let observed = 0;
  for (const values of units) {
    const places = values.map((value) => index.get(value) ?? 0);
    observed += sum(places.map((c) => sum(places.map((k) => distance(c, k))))) / (values.length - 1);
  }
  const total = sum(counts);
  const expected = sum(counts.map((nc, c) => sum(counts.map((nk, k) => nc * nk * distance(c, k))))) / (total - 1);
  return expected > 0 ? finite(1 - observed / expected) : null;
}

/** Squared difference between the categories at two places. */
function distances(metric: Metric, values: readonly number[], counts: readonly number[]): (c: number, k: number) => number {
  const at = (c: number): number => values[c] ?? 0;
  switch (metric) {
    case "nominal": return (c, k) => (c === k ? 0 : 1);
    case "interval": return (c, k) => (at(c) - at(k)) ** 2;
    case "ratio": return (c, k) => (c === k ? 0 : ((at(c) - at(k)) / (at(c) + at(k))) ** 2);
    case "ordinal": {
      // Half of a category lies below its own middle: the distance counts the values between two middles.
      const middles = counts.map((count, c) => sum(counts.slice(0, c)) + count / 2);
      return (c, k) => ((middles[c] ?? 0) - (middles[k] ?? 0)) ** 2;
    }
  }
}

/**
 * Cohen's kappa, weighted: 1 − Σ w·o / Σ w·e with disagreement weights w.
 * `table`: square, rows = first rater's category, columns = second's; counts or proportions. `weights`: "none" (0/1), "linear"
 * |i − j|, "quadratic" (i − j)², or a matrix of disagreement weights. `null` for an empty or ragged table and when chance
 * alone would leave no disagreement (both raters used one and the same category). Source: Cohen 1960, 1968.
 */
export function weightedKappa(table: readonly (readonly number[])[], weights: Weights | readonly (readonly number[])[]): number | null {
  const size = table.length;
  if (table.some((row) => row.length !== size)) return null;
  const total = sum(table.map(sum));
  const weight = typeof weights === "string" ? (i: number, j: number) => disagreement(weights, i - j) : (i: number, j: number) => weights[i]?.[j] ?? 0;
  const columns = table.map((_, j) => sum(table.map((row) => row[j] ?? 0)));
  const observed = sum(table.map((row, i) => sum(row.map((count, j) => weight(i, j) * count)))) / total;
  const expected = sum(table.map((row, i) => sum(columns.map((column, j) => weight(i, j) * sum(row) * column)))) / total ** 2;
  return expected > 0 ? finite(1 - observed / expected) : null;
}

function disagreement(weights: Weights, difference: number): number {
  if (weights === "none") return difference === 0 ? 0 : 1;
  return weights === "linear" ? Math.abs(difference) : difference ** 2;
}

/**
 * Weighted kappa of raw pairs (first rater's category, second rater's). Categories are numbers, and weights are the distances
 * between them, so a category that nobody used needs no place. `null` as for `weightedKappa`.
 */
export function kappaFromPairs(pairs: readonly (readonly [number, number])[], weights: Weights): number | null {
  const categories = [...new Set(pairs.flat())];
  const place = new Map(categories.map((value, i) => [value, i]));
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) {
    const row = table[place.get(first) ?? 0];
    const column = place.get(second) ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return weightedKappa(table, categories.map((a) => categories.map((b) => disagreement(weights, a - b))));
}

const uniformVariance = (categories: number): number => (categories ** 2 - 1) / 12;

/**
 * Within-group agreement on one item: r_wg = 1 − s² / σ², at least 0.
 * `values`: one per rater, on a scale of `categories` steps (≥ 2). `nullVariance` is σ² of ratings without any agreement: by default
 * uniform, (A² − 1)/12, which flatters lenient scales; 1.34 is the slightly skewed one for A = 5 (LeBreton & Senter 2008).
 * `null` for fewer than two raters. Source: James, Demaree & Wolf 1984.
 */
export function rwg(values: readonly number[], categories: number, nullVariance = uniformVariance(categories)): number | null {
  const spread = variance(values);
  return spread === null || !(nullVariance > 0) ? null : Math.max(0, 1 - spread / nullVariance);
}

/**
 * Within-group agreement on J parallel items: J(1 − v) / (J(1 − v) + v), v = mean item variance / σ², at least 0.
 * `raters`: rows = raters (≥ 2), columns = items, complete. `null` when too few or ragged. Source: James, Demaree & Wolf 1984.
 */
export function rwgj(raters: readonly (readonly number[])[], categories: number, nullVariance = uniformVariance(categories)): number | null {
  const items = raters[0]?.length ?? 0;
  if (raters.length < 2 || items === 0 || !(nullVariance > 0) || raters.some((row) => row.length !== items)) return null;
  const spreads = Array.from({ length: items }, (_, j) => variance(raters.map((row) => row[j] ?? 0)) ?? 0);
  const v = sum(spreads) / items / nullVariance;
  return v >= 1 ? 0 : (items * (1 - v)) / (items * (1 - v) + v);
}

/**
 * Reliability of the mean of `k` raters when one has reliability `r`: k·r / (1 + (k − 1) r).
 * `null` where the formula has no value (its divisor is not positive). Source: Spearman 1910, Brown 1910.
 */
export function spearmanBrown(r: number, k: number): number | null {
  const divisor = 1 + (k - 1) * r;
  return divisor > 0 ? (k * r) / divisor : null;
}

/**
 * The smallest whole number of raters whose mean reaches the reliability `target` when one rater has reliability `r`.
 * `null` when no number does: r ≤ 0, or target ≥ 1 with r < 1.
 */
export function ratersNeeded(r: number, target: number): number | null {
  if (target <= r) return 1;
  if (r <= 0 || target >= 1) return null;
  const exact = (target * (1 - r)) / (r * (1 - target));
  // A whole number reached but for rounding is that number, not the next.
  return Math.ceil(exact - 1e-9);
}
