import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { combineSealed, crossedEffects } from "./index.ts";

describe("sealed periods combined", () => {
  test("equal errors: prior N(0, 1) and two means of error variance 1 give precision 3 (Gelman et al. 2013, eq. 2.11)", () => {
    // One mean y with prior N(0, 1) and error 1 gives y/2 ± 1/2; two give (y₁ + y₂)/3 ± 1/3.
    const combined = combineSealed([{ effect: 0.6, pev: 0.5, variance: 1 }, { effect: -0.1, pev: 0.5, variance: 1 }]);
    expect(combined?.effect).toBeCloseTo((1.2 - 0.2) / 3, 12);
    expect(combined?.pev).toBeCloseTo(1 / 3, 12);
  });

  test("equals predicting from all answers at once where raters do not differ", () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(fc.property(fc.array(number, { minLength: 1, maxLength: 6 }), fc.array(number, { minLength: 1, maxLength: 6 }), fc.double({ min: 0.1, max: 2, noNaN: true }), (first, second, variance) => {
      // By hand: n answers with error variance .5 around a known mean of 0.
      const predict = (answers: readonly number[]): { effect: number; pev: number; variance: number } => {
        const pev = 1 / (1 / variance + answers.length / 0.5);
        return { effect: (pev * answers.reduce((a, b) => a + b, 0)) / 0.5, pev, variance };
      };
      const combined = combineSealed([predict(first), predict(second)]);
      const whole = predict([...first, ...second]);
      expect(combined?.effect).toBeCloseTo(whole.effect, 9);
      expect(combined?.pev).toBeCloseTo(whole.pev, 9);
    }));
  });

  test("order does not matter; scale goes through; a period without answers adds nothing; one without differences is left out", () => {
    const periods = [{ effect: 0.4, pev: 0.2, variance: 0.9 }, { effect: -0.3, pev: 0.5, variance: 1.1 }, { effect: 0.1, pev: 0.4, variance: 1 }];
    const combined = combineSealed(periods);
    expect(combineSealed(periods.toReversed())?.effect).toBeCloseTo(combined?.effect ?? Number.NaN, 12);
    const scaled = combineSealed(periods.map(({ effect, pev, variance }) => ({ effect: 3 * effect, pev: 9 * pev, variance: 9 * variance })));
    expect(scaled?.effect).toBeCloseTo(3 * (combined?.effect ?? 0), 12);
    expect(scaled?.pev).toBeCloseTo(9 * (combined?.pev ?? 0), 12);
    expect(combineSealed([...periods, { effect: 0, pev: 1, variance: 1 }])?.effect).toBeCloseTo(combined?.effect ?? 0, 12);
    expect(combineSealed([...periods, { effect: 0, pev: 0, variance: 0 }])).toEqual(combined);
    expect(combineSealed([periods[0] ?? { effect: 0, pev: 1, variance: 1 }])?.effect).toBeCloseTo(0.4, 12);
    expect(combineSealed([])).toBeNull();
    expect(combineSealed([{ effect: 0, pev: 0, variance: 0 }])).toBeNull();
  });

  test("takes what crossedEffects gives, also of somebody without an answer", () => {
    const fit = crossedEffects({ ratee: [0, 0, 1, 1, 2, 2, 4, 4], rater: [1, 2, 0, 2, 0, 1, 0, 1], y: [3, 4, 2, 2, 5, 4, 1, 2] }, { variances: { ratee: 0.5, rater: 0.2, residual: 0.3 } });
    for (const person of [0, 3]) {
      const one = { effect: fit?.rateeEffects[person] ?? 0, pev: fit?.rateePev[person] ?? 0, variance: 0.5 };
      expect(combineSealed([one])?.effect).toBeCloseTo(one.effect, 12);
      expect(combineSealed([one, one])?.pev).toBeLessThanOrEqual(one.pev);
    }
  });

  test("an error variance of 0, or above the variance of people, is a fault", () => {
    for (const pev of [0, 1.01, Number.NaN]) expect(() => combineSealed([{ effect: 0, pev, variance: 1 }])).toThrow(RangeError);
  });
});
