/** Sum of the values in their order; 0 for none. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i] ?? 0;
  return total;
}

/** Arithmetic mean; `null` for no values. */
export function mean(values: ArrayLike<number>): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Sum of squared deviations from the mean (two passes, so that a large mean costs no digits). Equal values give exactly 0. */
export function sumOfSquares(values: ArrayLike<number>): number {
  const first = values[0] ?? 0;
  const shifted = Float64Array.from(values, (value) => value - first);
  const centre = sum(shifted) / Math.max(1, shifted.length);
  return shifted.reduce((total, value) => total + (value - centre) ** 2, 0);
}

/** Unbiased variance (divisor n − 1); `null` for fewer than two values. */
export function variance(values: ArrayLike<number>): number | null {
  return values.length < 2 ? null : sumOfSquares(values) / (values.length - 1);
}

/** Median; `null` for no values. */
export function median(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The number itself when it is finite, else `null`: a result that cannot be computed is said, never shown as NaN. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
