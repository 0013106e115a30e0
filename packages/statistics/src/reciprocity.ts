import { sum } from "./descriptive.ts";
import { normalQuantile } from "./distributions.ts";

export type Reciprocity = {
  /** Pairs that were compared. */
  n: number;
  /** −1 to 1: does what one side gives beyond expectation come back? 0 when not. */
  rho: number;
  interval: [number, number];
  /** One-sided: how often pairs put together by chance agree at least so well. */
  p: number;
};

/** Fewer pairs than this say nothing. */
const LEAST = 30;
const CLIP = 3;
const DRAWS = 2000;

/**
 * Reciprocity of sparse pairs: Fisher's (1925, section 38) intraclass correlation of the two sides around 0, each pair entered both ways,
 * Σ ab / Σ (a² + b²)/2. `pairs`: residuals of both directions, in any unit, with their expectation taken out; beyond three standard deviations
 * they are clipped, so that no single pair makes the figure. The interval is that of Fisher's z with standard error 1/√(n − 3/2), at 95 percent.
 * p from 2,000 permutations of the partners with a fixed seed, the observed one counted in. `null` for fewer than 30 pairs or where nothing varies.
 */
export function reciprocity(pairs: readonly (readonly [number, number])[]): Reciprocity | null {
  const n = pairs.length;
  const spread = Math.sqrt(sum(pairs.map(([a, b]) => a * a + b * b)) / (2 * n));
  if (n < LEAST || spread === 0) return null;
  const clip = (value: number): number => Math.max(-CLIP * spread, Math.min(CLIP * spread, value));
  const [one, other] = [Float64Array.from(pairs, ([a]) => clip(a)), Float64Array.from(pairs, ([, b]) => clip(b))];
  const both = productOf(one, other);
  const rho = Math.max(-1, Math.min(1, both / (sum(one.map((value, i) => value * value + (other[i] ?? 0) ** 2)) / 2)));
  const [middle, half] = [Math.atanh(rho), -normalQuantile(0.025) / Math.sqrt(n - 1.5)];
  return { n, rho, interval: [Math.tanh(middle - half), Math.tanh(middle + half)], p: (1 + asLarge(one, other, both)) / (1 + DRAWS) };
}

function productOf(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

/** Of the permutations, how many have at least this product; equal but for rounding is equal. */
function asLarge(one: Float64Array, other: Float64Array, both: number): number {
  const shuffled = other.slice();
  const below = dice();
  const slack = 1e-9 * sum(one.map((value, i) => Math.abs(value * (other[i] ?? 0))));
  let count = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const j = below(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j] ?? 0, shuffled[i] ?? 0];
    }
    if (productOf(one, shuffled) >= both - slack) count += 1;
  }
  return count;
}

/** Whole numbers from 0 to below `n`, from a fixed seed: Marsaglia's xorshift32. */
function dice(): (n: number) => number {
  let state = 0x9e3779b9 | 0;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * n);
  };
}
