const SIGNIFICANT_DIGITS = 14;

/** The same number without the noise of binary arithmetic (0.1 + 0.2 → 0.3): not a rounding that anybody could see. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/**
 * The only place that rounds: half away from zero, on the decimal number that a person would write.
 *
 * Binary floats carry noise (1.005 is stored as 1.00499999999999989…; 0.1 + 0.2 as 0.30000000000000004). The value is first
 * taken to 14 significant digits, which removes that noise and nothing that a form could show, then shifted in decimal.
 */
export function roundHalfUp(value: number, places: number): number {
  if (!Number.isFinite(value)) return value;
  const shifted = Math.round(shift(Math.abs(withoutNoise(value)), places));
  const rounded = shift(shifted, -places);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** value × 10^places through the decimal notation, so that 1.005 → 100.5 and not 100.49999999999999. */
function shift(value: number, places: number): number {
  const [digits, exponent] = value.toExponential().split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
