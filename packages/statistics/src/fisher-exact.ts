import { bisect } from "./distributions.ts";
import { logChoose } from "./special-functions.ts";

export type FisherExact = {
  /** Probabilities of a table as extreme as this: in both directions, with a smaller odds ratio, with a greater one. */
  twoSided: number;
  less: number;
  greater: number;
  /** Conditional maximum-likelihood estimate, as R prints; `null` when it has no finite value or a margin is 0. */
  oddsRatio: number | null;
};

/**
 * Fisher's (1935) exact test of a 2×2 table of counts [[a, b], [c, d]]. Two-sided: all tables not likelier than this one.
 * A margin of 0 leaves one possible table: every probability is then 1.
 */
export function fisherExact([[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]]): FisherExact {
  const low = Math.max(0, a - d);
  const high = Math.min(a + b, a + c);
  const support = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  // Logarithms of the weights, up to a constant that cancels.
  const logs = support.map((x) => logChoose(a + b, x) + logChoose(c + d, a + c - x));
  const weights = exponentials(logs);
  const total = add(weights);
  const own = weights[a - low] ?? 0;
  const share = (isIn: (x: number, weight: number) => boolean): number => Math.min(1, add(weights.filter((weight, i) => isIn(low + i, weight))) / total);
  return {
    // Tables of equal probability must not fall on different sides by rounding: R's factor.
    twoSided: share((_, weight) => weight <= own * (1 + 1e-7)),
    less: share((x) => x <= a),
    greater: share((x) => x >= a),
    oddsRatio: conditionalOddsRatio(support, logs, a),
  };
}

/** The odds ratio under which the expected first cell is the observed one. */
function conditionalOddsRatio(support: readonly number[], logs: readonly number[], a: number): number | null {
  if (a === support.at(-1)) return null;
  if (a === support[0]) return 0;
  const expected = (logOdds: number): number => {
    const weights = exponentials(logs.map((log, i) => log + (support[i] ?? 0) * logOdds));
    return add(weights.map((weight, i) => weight * (support[i] ?? 0))) / add(weights);
  };
  return Math.exp(bisect((logOdds) => expected(logOdds) < a, -700, 700));
}

/** Scaled so that the largest is 1. */
function exponentials(logs: readonly number[]): number[] {
  const top = logs.reduce((largest, log) => Math.max(largest, log), -Infinity);
  return logs.map((log) => Math.exp(log - top));
}

function add(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
