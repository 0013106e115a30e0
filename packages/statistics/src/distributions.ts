import { incompleteBeta, upperGamma } from "./special-functions.ts";

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  const tail = 0.5 * upperGamma(0.5, (z * z) / 2);
  return z > 0 ? 1 - tail : tail;
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  return bisect((z) => normalCdf(z) < p, -40, 0);
}

/** P(|T| ≥ |t|) of Student's t with `df` > 0 degrees of freedom. */
export function tTwoSided(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/** P(X² ≥ x) of the chi-square distribution with `df` degrees of freedom. */
export function chiSquareUpper(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/** P(F ≤ f) of the F distribution. */
function fCdf(f: number, df1: number, df2: number): number {
  return incompleteBeta((df1 * f) / (df1 * f + df2), df1 / 2, df2 / 2);
}

/** The f with P(F ≤ f) = p, 0 < p < 1. Degrees of freedom need not be whole. */
export function fQuantile(p: number, df1: number, df2: number): number {
  // Below the median a probability keeps its digits.
  if (p > 0.5) return 1 / fQuantile(1 - p, df2, df1);
  // On the logarithmic scale, for F has a long tail: e^±700 is as far as a number goes.
  return Math.exp(bisect((x) => fCdf(Math.exp(x), df1, df2) < p, -700, 700));
}

/** The border between where `isBelow` holds (left) and where not (right), to the last bit that halving can find. */
export function bisect(isBelow: (x: number) => boolean, left: number, right: number): number {
  let [low, high] = [left, right];
  for (let i = 0; i < 200; i += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
