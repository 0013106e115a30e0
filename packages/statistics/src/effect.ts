import { sum } from "./descriptive.ts";

export type SignFlip = {
  /** Two-sided, and one-sided for a positive mean. */
  p: number;
  pOneSided: number;
  /** True when every one of the 2ⁿ sign patterns was counted; else 10,000 were drawn. */
  exact: boolean;
};

const EXACT_UP_TO = 20;
const DRAWS = 10_000;

/**
 * Fisher's (1935) randomization test of paired differences: the share of sign patterns whose sum is at least as large as the observed.
 * `d`: differences in any unit. Exact to n = 20; beyond, from 10,000 draws with a fixed seed, so that equal input gives equal output.
 * `null` for no differences.
 */
export function signFlipTest(d: readonly number[]): SignFlip | null {
  if (d.length === 0) return null;
  const observed = sum(d);
  // Sums that are equal but for rounding are equal.
  const slack = 1e-9 * sum(d.map(Math.abs));
  const exact = d.length <= EXACT_UP_TO;
  const sums = exact ? allFlips(d) : drawnFlips(d);
  let [asLarge, asFar] = [0, 0];
  for (const total of sums) {
    if (total >= observed - slack) asLarge += 1;
    if (Math.abs(total) >= Math.abs(observed) - slack) asFar += 1;
  }
  // The observed pattern is one of all; among draws it is added.
  const [own, patterns] = exact ? [0, sums.length] : [1, DRAWS + 1];
  return { p: (asFar + own) / patterns, pOneSided: (asLarge + own) / patterns, exact };
}

/** Sums under each of the 2ⁿ sign patterns. */
function allFlips(d: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** d.length);
  d.forEach((value, i) => {
    const filled = 2 ** i;
    for (let k = 0; k < filled; k += 1) {
      const before = sums[k] ?? 0;
      sums[k] = before + value;
      sums[filled + k] = before - value;
    }
  });
  return sums;
}

function drawnFlips(d: readonly number[]): Float64Array {
  const bit = coin();
  return Float64Array.from({ length: DRAWS }, () => sum(d.map((value) => (bit() ? value : -value))));
}

/** Fair bits from a fixed seed: the high bit of Marsaglia's xorshift32. */
function coin(): () => boolean {
  let state = 0x9e3779b9 | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state < 0;
  };
}

/**
 * The interval that the sign-flip test does not reject at `level`: order statistics of the means of all non-empty subsets, or of 10,000 random
 * ones beyond n = 20 (Hartigan 1969). `null` when there are too few differences for that level (n < 6 at 95 %).
 */
export function signFlipInterval(d: readonly number[], level = 0.95): [number, number] | null {
  const means = (d.length <= EXACT_UP_TO ? allSubsetMeans(d) : drawnSubsetMeans(d)).sort();
  const cut = Math.floor(((1 - level) / 2) * (means.length + 1) + 1e-9);
  if (cut < 1) return null;
  return [means[cut - 1] ?? 0, means[means.length - cut] ?? 0];
}

function allSubsetMeans(d: readonly number[]): Float64Array {
  const sums = new Float64Array(2 ** d.length);
  const sizes = new Uint8Array(sums.length);
  d.forEach((value, i) => {
    const filled = 2 ** i;
    for (let k = 0; k < filled; k += 1) {
      sums[filled + k] = (sums[k] ?? 0) + value;
      sizes[filled + k] = (sizes[k] ?? 0) + 1;
    }
  });
  return sums.map((total, k) => total / (sizes[k] ?? 1)).subarray(1);
}

function drawnSubsetMeans(d: readonly number[]): Float64Array {
  const bit = coin();
  const draw = (): number[] => {
    const chosen = d.filter(() => bit());
    return chosen.length > 0 ? chosen : draw();
  };
  return Float64Array.from({ length: DRAWS }, () => {
    const chosen = draw();
    return sum(chosen) / chosen.length;
  });
}

/** One cell of a before-and-after comparison: number of people, their mean and standard deviation. */
export type Cell = { n: number; mean: number; sd: number };

/**
 * Difference in differences: (treated after − before) − (control after − before), and its standard error for four independent
 * samples, √Σ sd²/n. With the same people before and after the error is smaller; with a lowest quarter sent to training the estimate shows
 * regression to the mean as effect: use `matchedEffect` there. `null` when a cell is empty. Source: Card & Krueger 1994.
 */
export function differenceInDifferences(
  cells: Readonly<Record<"treatedBefore" | "treatedAfter" | "controlBefore" | "controlAfter", Cell>>,
): { estimate: number; se: number } | null {
  const { treatedBefore, treatedAfter, controlBefore, controlAfter } = cells;
  const all = [treatedBefore, treatedAfter, controlBefore, controlAfter];
  if (all.some(({ n }) => n < 1)) return null;
  const estimate = treatedAfter.mean - treatedBefore.mean - (controlAfter.mean - controlBefore.mean);
  return { estimate, se: Math.sqrt(sum(all.map(({ n, sd }) => sd ** 2 / n))) };
}
