import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { severity, type SeverityInput } from "./index.ts";

const expectClose = (actual: number | null | undefined, expected: number, digits = 10): void => expect(actual).toBeCloseTo(expected, digits);
const expectAllClose = (actual: ArrayLike<number | null> | undefined, expected: readonly number[], digits = 10): void => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => expectClose(actual?.[i], value, digits));
};

/** A made-up office: 7 supervisors of 3 to 9 people; peers' level t, result o, score s. */
const OFFICE = {
  supervisor: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6],
  score: [2.52, 2.64, 2.18, 1.89, 3.28, 2.29, 3.45, 2.8, 3.35, 2.86, 3.64, 3.09, 3.67, 2.58, 4.29, 3.38, 3.1, 2.61, 3.3, 3.56, 3.18, 2.79, 1.78, 2.73, 3.28, 4.47, 3.47, 3.31, 3.69, 3.96, 2.42, 3.5, 4.1, 4.29, 4.12, 4.19, 2.63, 2.43, 3.33],
  predictors: [
    [-0.38, -0.41, -0.07, -0.14, 0.22, -0.59, 0.6, -0.01, -0.12, -0.18, 0.64, -0.23, 0.04, -0.13, 0.92, -0.42, -0.04, -1.31, 0.44, -0.35, 0.88, 0.09, -0.13, 0.46, -0.35, 1.34, 0.11, -0.35, 0.21, 0.18, -0.46, -0.16, 0.52, 0.08, 0.02, -0.51, 0.19, -0.41, 0.18],
    [0.09, -0.81, -2.02, -0.74, 0.38, 1.73, -0.2, -1, -1.31, -1, -0.57, 1.75, -0.55, -0.86, 0.05, -0.2, -1.1, 0.24, 0.38, 2.23, 1.2, 0.28, -1.2, 0.47, 0.35, -0.59, -0.85, -0.25, 1.54, 0.55, 1.56, 0.25, -1.96, -0.81, -0.5, 0.31, -0.29, 1.46, 0.87],
  ],
} satisfies SeverityInput;

/** Dyestuff (Davies & Goldsmith 1972): yield of 6 batches × 5, lme4::Dyestuff. */
const DYESTUFF = [1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560, 1445, 1440, 1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445];
const BATCHES: SeverityInput = { supervisor: DYESTUFF.map((_, k) => Math.floor(k / 5)), score: DYESTUFF, predictors: [] };

describe("the supervisor step", () => {
  test("without predictors and with equal teams it is lme4's: Dyestuff, standard deviations 42.00 and 49.51, mean 1527.5", () => {
    const result = severity(BATCHES);
    expectClose(Math.sqrt(result?.variances.supervisor ?? 0), 42.0, 2);
    expectClose(Math.sqrt(result?.variances.residual ?? 0), 49.51, 2);
    expectAllClose(result?.coefficients, [1527.5]);
    // ranef(lmer(Yield ~ 1 + (1|Batch), Dyestuff)); lmer's own optimum is good to five digits
    expectAllClose(result?.leniency, [-17.6068514, 0.3912634, 28.5622256, -23.0845385, 56.7331877, -44.9952868], 2);
  });

  test("with predictors and unequal teams: the same 12 rounds by full matrices, solve(t(X) %*% solve(V, X), …) in R", () => {
    const result = severity(OFFICE);
    expectAllClose(result?.coefficients, [3.11856014214194, 0.7559174037044, 0.10479961337105]);
    expectClose(result?.variances.supervisor, 0.27602167140555);
    expectClose(result?.variances.residual, 0.12790394435554);
    expectAllClose(result?.leniency, [-0.42271643844358, 0.042423988314885, 0.224659417115916, -0.684577689563767, 0.269846512466291, 0.902188529886647, -0.331824319776384]);
    expectAllClose(result?.leniencyVariance, [0.019789006845643, 0.0234111223549, 0.013515667161163, 0.028656273547321, 0.017137527619641, 0.0234111223549, 0.036930341915189]);
    expectAllClose(result?.probability, [0.291371357224894, 0.0015885807504569, 0.0089330748257276, 0.8622223916878302, 0.0393652835503909, 0.995712689638982, 0.1907596651466033]);
    // e <- residuals / sqrt(1 - lambda / n); e / mad(e[n >= 4])
    expectAllClose(result?.z.slice(0, 8), [0.3202226643192, 1.0644579799568, -0.78894364141538, -1.95470414667693, 1.1871185158548, -0.44326733819434, -0.45861102898359, -0.79416752471835]);
  });

  test("lme4's REML comes near: slopes .757 and .106, leniency within .02 of a point", () => {
    const result = severity(OFFICE);
    // lmer(s ~ t + o + (1|sup))
    expectAllClose(result?.coefficients, [3.11782243187178, 0.75712958902129, 0.10588674479843], 2);
    expectAllClose(result?.leniency, [-0.425256470314129, 0.044160699510656, 0.22662765031641, -0.693215184836911, 0.272148874011574, 0.912841081024975, -0.337306649712544], 1.6);
  });

  test("a signal asks for five people, half a point and nine chances in ten; teams below four have no z", () => {
    const result = severity(OFFICE);
    expect(result?.signal).toEqual([false, false, false, false, false, true, false]);
    expect([...(result?.staff ?? [])]).toEqual([6, 5, 9, 4, 7, 5, 3]);
    expect(result?.z.slice(-3)).toEqual([null, null, null]);
    expect(result?.z.slice(20, 24)).not.toContain(null);
    // The fourth, most severe, has four people: with the bar of chance lowered only its size keeps it silent.
    expect(severity(OFFICE, { staff: 5, points: 0.5, probability: 0.8 })?.signal[3]).toBe(false);
    expect(severity(OFFICE, { staff: 4, points: 0.5, probability: 0.8 })?.signal[3]).toBe(true);
    expect(severity(OFFICE, { staff: 5, points: 0.5, probability: 0.999 })?.signal[5]).toBe(false);
    expect(severity(OFFICE, { staff: 6, points: 0.5, probability: 0.9 })?.signal[5]).toBe(false);
    const exact = result?.probability[5] ?? 1;
    expect(severity(OFFICE, { staff: 5, points: 0.5, probability: exact })?.signal[5]).toBe(true);
  });

  test("supervisors who do not differ have no leniency at all", () => {
    const result = severity({ supervisor: [0, 0, 0, 0, 1, 1, 1, 1], score: [1, 2, 3, 4, 4, 3, 2, 1], predictors: [] });
    expect(result?.variances.supervisor).toBe(0);
    expect([...(result?.leniency ?? [1])]).toEqual([0, 0]);
    expect([...(result?.probability ?? [1])]).toEqual([0, 0]);
    expectAllClose(result?.residuals, [-1.5, -0.5, 0.5, 1.5, 1.5, 0.5, -0.5, -1.5]);
  });

  test("teams without any spread inside: leniency is certain, and z has no unit", () => {
    const result = severity({ supervisor: [0, 0, 0, 0, 1, 1, 1, 1], score: [4, 4, 4, 4, 2, 2, 2, 2], predictors: [] });
    expectAllClose(result?.leniency, [1, -1]);
    expect([...(result?.probability ?? [])]).toEqual([1, 1]);
    expect(result?.z.every((value) => value === null)).toBe(true);
    const equal = severity({ supervisor: [0, 0, 1, 1], score: [3, 3, 3, 3], predictors: [] });
    expect(equal).toMatchObject({ variances: { supervisor: 0, residual: 0 }, signal: [false, false] });
    expect([...(equal?.probability ?? [1])]).toEqual([0, 0]);
  });

  test("a supervisor id without people is unknown: no leniency, the whole variance, no signal", () => {
    const result = severity({ ...OFFICE, supervisor: OFFICE.supervisor.map((j) => j + 1) });
    expect([result?.staff[0], result?.leniency[0], result?.signal[0]]).toEqual([0, 0, false]);
    expectClose(result?.leniencyVariance[0], result?.variances.supervisor ?? Number.NaN);
    expectClose(result?.leniency[6], 0.902188529886647);
  });

  test("one supervisor, too few people, or predictors that say the same give nothing", () => {
    expect(severity({ supervisor: [0, 0, 0], score: [1, 2, 3], predictors: [] })).toBeNull();
    expect(severity({ supervisor: [], score: [], predictors: [] })).toBeNull();
    expect(severity({ supervisor: [0, 1, 2], score: [1, 2, 3], predictors: [] })).toBeNull();
    expect(severity({ supervisor: [0, 0, 1], score: [1, 2, 3], predictors: [[1, 2, 4]] })).toBeNull();
    expect(severity({ supervisor: [0, 0, 1], score: [1, 2, 3], predictors: [] })).not.toBeNull();
    expect(severity({ ...OFFICE, predictors: [OFFICE.predictors[0] ?? [], OFFICE.predictors[0] ?? []] })).toBeNull();
    expect(severity({ ...OFFICE, predictors: [OFFICE.score.map(() => 1)] })).toBeNull();
  });

  test("malformed columns are a fault of the caller", () => {
    expect(() => severity({ ...OFFICE, predictors: [[1]] })).toThrow(RangeError);
    expect(() => severity({ ...OFFICE, supervisor: [0] })).toThrow(RangeError);
    expect(() => severity({ supervisor: [0, 1], score: [1, Number.NaN], predictors: [] })).toThrow(RangeError);
  });

  test("order of people does not matter; shift and scale move what they should; supervisors may change names", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: -9, max: 9 })), { minLength: 8, maxLength: 30 }), (rows) => {
      const input = (people: readonly (readonly [number, number, number])[]): SeverityInput => ({ supervisor: people.map(([j]) => j), score: people.map(([, s]) => s), predictors: [people.map(([, , t]) => t)] });
      const one = severity(input([...rows, [3, 5, 1]]));
      const other = severity(input([...rows, [3, 5, 1] as const].toReversed().map(([j, s, t]) => [j, 100 + 2 * s, t])));
      if (one === null) {
        expect(other).toBeNull();
        return;
      }
      expectClose(other?.coefficients[0], 100 + 2 * (one.coefficients[0] ?? 0), 6);
      expectAllClose(other?.leniency, [...one.leniency].map((value) => 2 * value), 6);
      expectClose(other?.variances.residual, 4 * one.variances.residual, 5);
      const renamed = severity(input([...rows, [3, 5, 1] as const].map(([j, s, t]) => [3 - j, s, t])));
      const names = one.leniency.toReversed();
      if (renamed?.leniency.length === names.length) expectAllClose(renamed.leniency, [...names], 6);
      expect(JSON.stringify([one.coefficients, one.variances, [...one.leniency], [...one.leniencyVariance], [...one.probability], [...one.residuals]])).not.toContain("null");
    }));
  });
});
