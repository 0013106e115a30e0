import { mean, median, sum, sumOfSquares } from "./descriptive.ts";
import { digamma, trigamma, trigammaInverse } from "./special-functions.ts";

export type ShrunkProportions = {
  /** Share of the whole, 0 to 1. */
  mean: number;
  /** How many observations the whole counts for beside a person's own (α + β of the beta distribution); `null` = no differences found: all become the mean. */
  strength: number | null;
  /** Shrunk share of each, 0 to 1; `null` for who has no observation. */
  values: (number | null)[];
};

/**
 * Shares drawn towards the whole's share by how little each is known: (k + s·mean) / (n + s), beta-binomial, the strength s from the analysis
 * of variance of the 0/1 data (intraclass correlation ρ = 1 / (1 + s); Ridout, Demétrio & Firth 1999).
 * `k` of `n` per person, whole numbers. `null` when there is no observation at all.
 * When the data cannot tell (one person, or one observation each), nothing speaks for differences and all become the mean.
 * @throws RangeError unless 0 ≤ k ≤ n for each.
 */
export function shrinkProportions(k: readonly number[], n: readonly number[]): ShrunkProportions | null {
  if (k.length !== n.length || !k.every((count, i) => count >= 0 && count <= (n[i] ?? 0))) throw new RangeError("each k must be between 0 and its n");
  const total = sum(n);
  if (total === 0) return null;
  const share = sum(k) / total;
  const strength = betaStrength(k, n, share);
  const values = n.map((size, i) => {
    if (size === 0) return null;
    return strength === null ? share : ((k[i] ?? 0) + strength * share) / (size + strength);
  });
  return { mean: share, strength, values };
}

/** α + β, or `null` when shares differ no more than chance makes them. */
function betaStrength(k: readonly number[], n: readonly number[], share: number): number | null {
  const people = n.filter((size) => size > 0).length;
  const total = sum(n);
  if (people < 2 || total === people) return null;
  const own = (i: number): number => (k[i] ?? 0) / (n[i] ?? 1);
  const between = sum(n.map((size, i) => (size > 0 ? size * (own(i) - share) ** 2 : 0))) / (people - 1);
  const within = sum(n.map((size, i) => (size > 0 ? size * own(i) * (1 - own(i)) : 0))) / (total - people);
  const typical = (total - sum(n.map((size) => size ** 2)) / total) / (people - 1);
  // ρ = (between − within) / (between + (typical − 1) within), and 1/ρ − 1 = typical · within / (between − within).
  return between > within ? (typical * within) / (between - within) : null;
}

export type ShrunkVariances = {
  /** Degrees of freedom and variance of the whole; `degrees` is `null` when variances differ no more than chance makes them. */
  prior: { degrees: number | null; variance: number };
  /** Shrunk variance of each; `null` for who has no degree of freedom. */
  values: (number | null)[];
};

/**
 * Variances drawn towards the whole's: (d₀s₀² + d·s²) / (d₀ + d), with d₀ and s₀² from the moments of log s² (Smyth 2004, as limma's squeezeVar).
 * `variances` ≥ 0 with their degrees of freedom, same order; entries with 0 degrees are left out. Zeros count as 1e-5 of the median when the
 * prior is fitted. `null` when no variance is left or half of them and more are 0.
 */
export function shrinkVariances(variances: readonly number[], degrees: readonly number[]): ShrunkVariances | null {
  if (variances.length !== degrees.length || !variances.every((value) => value >= 0)) throw new RangeError("variances must be from 0 and have degrees of freedom");
  const known = variances.map((value, i) => ({ value, df: degrees[i] ?? 0 })).filter(({ df }) => df > 0);
  const floor = 1e-5 * (median(known.map(({ value }) => value)) ?? 0);
  if (floor === 0) return null;
  const prior = fitPrior(known.map(({ value, df }) => ({ value: Math.max(value, floor), df })));
  const values = variances.map((value, i) => {
    const df = degrees[i] ?? 0;
    if (df <= 0) return null;
    return prior.degrees === null ? prior.variance : (prior.degrees * prior.variance + df * value) / (prior.degrees + df);
  });
  return { prior, values };
}

function fitPrior(known: readonly { value: number; df: number }[]): ShrunkVariances["prior"] {
  const logs = known.map(({ value, df }) => Math.log(value) - digamma(df / 2) + Math.log(df / 2));
  const centre = mean(logs) ?? 0;
  const surplus = sumOfSquares(logs) / Math.max(1, logs.length - 1) - sum(known.map(({ df }) => trigamma(df / 2))) / known.length;
  if (surplus <= 0) return { degrees: null, variance: sum(known.map(({ value, df }) => value * df)) / sum(known.map(({ df }) => df)) };
  const prior = 2 * trigammaInverse(surplus);
  return { degrees: prior, variance: Math.exp(centre + digamma(prior / 2) - Math.log(prior / 2)) };
}
