import { describe, expect, test } from "vitest";
import { crossedEffects, type Ratings } from "./index.ts";

/** Designs that take a second or more: planted faults are sought by the smaller ones beside this file. */
const expectClose = (actual: number | null | undefined, expected: number, digits = 6): void => expect(actual).toBeCloseTo(expected, digits);
const swapped = ({ ratee, rater, y }: Ratings): Ratings => ({ ratee: rater, rater: ratee, y });

describe("large designs", () => {
  test("two parts with thousands of ratings each settle so slowly that a small step is no sign of being there", () => {
    const cells = [[0, 0, 1], [0, 1, 3], [1, 0, 2], [1, 1, 4], [2, 2, 7], [2, 3, 7], [3, 2, 9], [3, 3, 9]] as const;
    const many = Array.from({ length: 3000 }, () => cells).flat();
    const data: Ratings = { ratee: many.map(([i]) => i), rater: many.map(([, r]) => r), y: many.map(([, , y]) => y) };
    // So little residual for so many ratings leaves even conjugate gradients three digits; stopping by the step alone leaves none.
    const variances = { ratee: 1, rater: 1, residual: 2.5e-6 };
    const one = crossedEffects(data, { variances });
    const other = crossedEffects(swapped(data), { variances });
    one?.rateeEffects.forEach((effect, i) => expectClose(other?.raterEffects[i], effect, 2));
    one?.raterEffects.forEach((effect, i) => expectClose(other?.rateeEffects[i], effect, 2));
    expect([other?.raterEffects.length, other?.rateeEffects.length]).toEqual([4, 4]);
    // What a part has more than the other is shared by its ratees and raters in equal halves, as their variances are equal.
    const average = (effects: ArrayLike<number> | undefined, from: number): number => ((effects?.[from] ?? 0) + (effects?.[from + 1] ?? 0)) / 2;
    expectClose(average(one?.rateeEffects, 2) - average(one?.rateeEffects, 0), 2.75, 2);
    expectClose(average(one?.raterEffects, 2) - average(one?.raterEffects, 0), 2.75, 2);
  });

  test("REML is for at most 300 levels", () => {
    const ring = (staff: number): Ratings => ({ ratee: Array.from({ length: 2 * staff }, (_, k) => k >> 1), rater: Array.from({ length: 2 * staff }, (_, k) => ((k >> 1) + (k % 2)) % staff), y: Array.from({ length: 2 * staff }, (_, k) => Math.sin(k) + Math.sin(k >> 1)) });
    expect(crossedEffects(ring(150), { method: "reml" })).not.toBeNull();
    expect(() => crossedEffects(ring(151), { method: "reml" })).toThrow(RangeError);
  });
});
