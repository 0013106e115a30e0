import fc from "fast-check";
import { expect, test } from "vitest";
import { roundHalfUp, withoutNoise } from "./rounding.ts";

test.each([
  [1.005, 2, 1.01], [2.675, 2, 2.68], [1.004, 2, 1], [1.0049999, 2, 1], [0.1 + 0.2, 1, 0.3], [2.5, 0, 3], [3.5, 0, 4], [-1.005, 2, -1.01], [-2.4, 0, -2], [-0.001, 2, 0],
  [2.0833333333333335, 2, 2.08], [18.75, 2, 18.75], [1e-7, 2, 0], [1.5e21, 2, 1.5e21], [98.5, 0, 99], [0, 2, 0], [1234.5, -2, 1200], [8.345 * 3, 3, 25.035],
])("%d to %d places is %d", (value, places, rounded) => expect(roundHalfUp(value, places)).toBe(rounded));

test("any amount of half cents is rounded up, as on paper", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), (cents) => {
    expect(roundHalfUp(Number(`${cents}.5e-2`), 2)).toBe(Number(`${cents + 1}e-2`));
  }));
});

test("rounding twice is rounding once, and never moves by more than half a unit", () => {
  fc.assert(fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
    const once = roundHalfUp(value, 2);
    expect(roundHalfUp(once, 2)).toBe(once);
    expect(Math.abs(once - value)).toBeLessThanOrEqual(0.005 + 1e-8);
  }));
});

test("what is not finite stays so", () => {
  expect(roundHalfUp(Infinity, 2)).toBe(Infinity);
  expect(roundHalfUp(Number.NaN, 2)).toBeNaN();
});

test("noise goes, digits stay", () => {
  expect(withoutNoise(0.1 + 0.2)).toBe(0.3);
  expect(withoutNoise(1 / 3)).toBeCloseTo(1 / 3, 13);
});
