import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, variance } from "./descriptive.ts";
import { reciprocity } from "./index.ts";

type Pair = readonly [number, number];

/** R's mtcars (Motor Trend 1974): miles per gallon and weight of 32 cars. */
const MPG = [21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4];
const WEIGHT = [2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78];
/** Around 0 and of equal spread, each pair entered both ways is Pearson's correlation. */
const standardised = (values: readonly number[]): number[] => values.map((value) => (value - (mean(values) ?? 0)) / Math.sqrt(variance(values) ?? 1));
const CARS: Pair[] = standardised(MPG).map((value, i) => [value, standardised(WEIGHT)[i] ?? 0]);
const turned = (pairs: readonly Pair[]): Pair[] => pairs.map(([a, b]) => [a, -b]);

describe("reciprocity of pairs", () => {
  test("of standardised pairs as cor(mtcars$mpg, mtcars$wt) prints: -0.8676594", () => {
    const found = reciprocity(CARS);
    expect(found?.rho.toFixed(7)).toBe("-0.8676594");
    expect(found?.n).toBe(32);
    // tanh(atanh(rho) ± 1.959964 / sqrt(30.5)), Fisher's z of an intraclass correlation.
    expect(found?.interval.map((end) => end.toFixed(7))).toEqual(["-0.9326568", "-0.7481049"]);
    expect(found?.p).toBe(1);
  });

  test("what comes back is found beyond chance, what does not is not", () => {
    const back = reciprocity(turned(CARS));
    expect(back?.rho).toBeCloseTo(0.8676594, 7);
    // None of 2,000 permutations comes near: the observed one alone is counted.
    expect(back?.p).toBeCloseTo(1 / 2001, 12);
    const apart = Array.from({ length: 40 }, (_, i): Pair => [i % 2 === 0 ? 1 : -1, i % 4 < 2 ? 1 : -1]);
    expect(reciprocity(apart)?.rho).toBe(0);
    expect(reciprocity(apart)?.p).toBeGreaterThan(0.4);
    expect(reciprocity(apart)?.p).toBeLessThan(0.75);
  });

  test("fewer than thirty pairs, or none that vary, say nothing; pairs of equal sides are 1", () => {
    expect(reciprocity(CARS.slice(0, 29))).toBeNull();
    expect(reciprocity(CARS.slice(0, 30))).not.toBeNull();
    expect(reciprocity(CARS.map(() => [0, 0] as const))).toBeNull();
    expect(reciprocity(CARS.map(([a]) => [a, a] as const))).toMatchObject({ rho: 1, interval: [1, 1] });
    expect(reciprocity([])).toBeNull();
  });

  test("one pair far out counts as three standard deviations, and makes no figure by itself", () => {
    const apart = Array.from({ length: 60 }, (_, i): Pair => [i % 2 === 0 ? 1 : -1, i % 4 < 2 ? 1 : -1]);
    const found = reciprocity([...apart, [1000, 1000]]);
    // The far pair takes part with (3 · spread)², the others with what they are.
    const spread = Math.sqrt((2 * 1000 ** 2 + 120) / 122);
    expect(found?.rho).toBeCloseTo((9 * spread ** 2) / (9 * spread ** 2 + 60), 10);
    const mild = reciprocity([...apart, [5, 5]]);
    const least = Math.sqrt((50 + 120) / 122);
    expect(mild?.rho).toBeCloseTo((9 * least ** 2) / (9 * least ** 2 + 60), 10);
  });

  test("order of pairs and of the two sides changes no rho, a scale changes nothing, a turned side turns the sign", () => {
    const pairs = fc.array(fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })), { minLength: 30, maxLength: 60 });
    fc.assert(fc.property(pairs, fc.double({ min: 0.5, max: 4, noNaN: true }), (some, scale) => {
      const found = reciprocity(some);
      if (found === null) return;
      expect(reciprocity(some.toReversed())?.rho).toBeCloseTo(found.rho, 9);
      expect(reciprocity(some.map(([a, b]) => [b, a] as const))?.rho).toBeCloseTo(found.rho, 9);
      expect(reciprocity(some.map(([a, b]) => [a * scale, b * scale] as const))?.rho).toBeCloseTo(found.rho, 9);
      expect(reciprocity(turned(some))?.rho).toBeCloseTo(-found.rho, 9);
      expect(found.p).toBeGreaterThan(0);
      expect(found.p).toBeLessThanOrEqual(1);
    }), { numRuns: 10 });
  });
});
