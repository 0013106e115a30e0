import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iccUnbalanced, shrinkProportions, shrinkVariances } from "./index.ts";

const expectClose = (actual: number | null | undefined, expected: number, digits = 9): void => expect(actual).toBeCloseTo(expected, digits);

describe("shares drawn towards the whole's", () => {
  const [K, N] = [[2, 9, 4, 20, 1, 7, 0], [20, 25, 22, 24, 8, 30, 5]];

  test("mean, strength and values from the analysis of variance of the 0/1 data, anova(lm(y ~ factor(g))) in R", () => {
    const result = shrinkProportions(K, N);
    expectClose(result?.mean, 0.32089552238806);
    expectClose(result?.strength, 2.27932734558421);
    [0.12259912056079, 0.35673262085877, 0.19487467143999, 0.78888723697634, 0.16843766922146, 0.23951632747738, 0.10047988014969].forEach((value, i) => expectClose(result?.values[i], value));
  });

  test("baseball (Efron & Morris 1975, table 1): 18 batters after 45 at bats are drawn to .265 by about four fifths", () => {
    const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
    const result = shrinkProportions(hits, hits.map(() => 45));
    expectClose(result?.mean, 0.265, 3);
    // They keep .212 of a distance: 1 - (18 - 3) v / S. Ours, unbiased for the variance, has 18 - 1 in the same place.
    const kept = 45 / (45 + (result?.strength ?? 0));
    expectClose(1 - (15 / 17) * (1 - kept), 0.212, 2);
    expectClose(result?.values[0], 0.265 + kept * (0.4 - 0.265), 3);
  });

  test("1 / (1 + strength) is the intraclass correlation of the 0/1 data", () => {
    const groups = K.map((k, i) => Array.from({ length: N[i] ?? 0 }, (_, j) => (j < k ? 1 : 0)));
    expectClose(1 / (1 + (shrinkProportions(K, N)?.strength ?? 0)), iccUnbalanced(groups)?.icc1 ?? Number.NaN);
  });

  test("shares that differ no more than by chance all become the mean; who has no form stays unknown", () => {
    expect(shrinkProportions([5, 5, 0, 5], [10, 10, 0, 10])).toEqual({ mean: 0.5, strength: null, values: [0.5, 0.5, null, 0.5] });
    expect(shrinkProportions([3, 0], [4, 0])).toEqual({ mean: 0.75, strength: null, values: [0.75, null] });
    expect(shrinkProportions([1, 0, 0], [1, 1, 1])).toMatchObject({ strength: null });
    expect(shrinkProportions([0, 0], [0, 0])).toBeNull();
    expect(shrinkProportions([], [])).toBeNull();
  });

  test("all or nothing per person: no shrinking at all", () => {
    expect(shrinkProportions([5, 0], [5, 5])).toEqual({ mean: 0.5, strength: 0, values: [1, 0] });
  });

  test("counts that cannot be are a fault of the caller", () => {
    for (const [k, n] of [[[3], [2]], [[-1], [2]], [[1], []], [[Number.NaN], [2]]] as const) expect(() => shrinkProportions(k, n)).toThrow(RangeError);
  });

  test("each lies between its own share and the mean; order does not matter; failures mirror successes", () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })).map(([a, b]) => ({ k: Math.min(a, b), n: Math.max(a, b) })), { minLength: 1, maxLength: 9 });
    fc.assert(fc.property(counts, (people) => {
      const [k, n] = [people.map((one) => one.k), people.map((one) => one.n)];
      const one = shrinkProportions(k, n);
      const reversed = shrinkProportions(k.toReversed(), n.toReversed());
      const mirrored = shrinkProportions(people.map(({ k: own, n: of }) => of - own), n);
      one?.values.forEach((value, i) => {
        if (value === null) return expect(n[i]).toBe(0);
        const own = (k[i] ?? 0) / (n[i] ?? 1);
        expect(value).toBeGreaterThanOrEqual(Math.min(own, one.mean) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(own, one.mean) + 1e-12);
        expectClose(reversed?.values.at(-1 - i), value, 8);
        expectClose(mirrored?.values[i], 1 - value, 8);
      });
    }));
  });
});

describe("variances drawn towards the whole's", () => {
  const VARIANCES = [0.2, 0.5, 1.1, 0.9, 0.05, 2.2, 0.7, 0.33];

  test("equal degrees of freedom: as limma::squeezeVar(v, 6) prints", () => {
    const result = shrinkVariances(VARIANCES, VARIANCES.map(() => 6));
    expectClose(result?.prior.degrees, 2.9145180739837);
    expectClose(result?.prior.variance, 0.38553412870048);
    [0.26065864323238, 0.46257645696738, 0.8664120844374, 0.73180020861406, 0.15969973636487, 1.60677740146576, 0.59718833279072, 0.34815636251755].forEach((value, i) => expectClose(result?.values[i], value));
  });

  test("unequal degrees of freedom and a variance of 0: as limma::squeezeVar prints", () => {
    const result = shrinkVariances(VARIANCES.with(4, 0), [4, 9, 6, 6, 12, 3, 7, 7]);
    expectClose(result?.prior.degrees, 0.49832717095322);
    expectClose(result?.prior.variance, 0.01064660860348);
    [0.17902332661476, 0.4743262064212, 1.01646244034474, 0.83179953119423, 0.00042449635644, 1.88813257638959, 0.6541866449023, 0.3087762699012].forEach((value, i) => expectClose(result?.values[i], value));
  });

  test("variances that differ no more than by chance become the pooled one: as limma prints for 1, 1.1, .9, 1.05", () => {
    const result = shrinkVariances([1, 1.1, 0.9, 1.05], [5, 5, 5, 5]);
    expect(result?.prior.degrees).toBeNull();
    result?.values.forEach((value) => expectClose(value, 1.0125));
    expectClose(shrinkVariances([1, 1.2], [1, 3])?.prior.variance, 1.15);
  });

  test("who has no degree of freedom stays unknown and says nothing; one variance is its own prior", () => {
    const result = shrinkVariances([...VARIANCES, 99, 1], [...VARIANCES.map(() => 6), 0, -1]);
    expect(result?.values.slice(-2)).toEqual([null, null]);
    expectClose(result?.prior.degrees, 2.9145180739837);
    expect(shrinkVariances([2], [4])).toEqual({ prior: { degrees: null, variance: 2 }, values: [2] });
  });

  test("nothing known, or half and more 0, gives nothing; negative variances and missing degrees are faults", () => {
    expect([shrinkVariances([], []), shrinkVariances([1], [0]), shrinkVariances([0, 0], [3, 3]), shrinkVariances([0, 0, 1], [3, 3, 3])]).toEqual([null, null, null, null]);
    expect(() => shrinkVariances([-1], [3])).toThrow(RangeError);
    expect(() => shrinkVariances([1, 2], [3])).toThrow(RangeError);
  });

  test("each lies between its own and the whole's; scale moves all; order does not matter", () => {
    const entries = fc.array(fc.tuple(fc.double({ min: 0.01, max: 50, noNaN: true }), fc.integer({ min: 1, max: 20 })), { minLength: 2, maxLength: 10 });
    fc.assert(fc.property(entries, (rows) => {
      const [variances, degrees] = [rows.map(([value]) => value), rows.map(([, df]) => df)];
      const one = shrinkVariances(variances, degrees);
      const moved = shrinkVariances(variances.map((value) => 4 * value).toReversed(), degrees.toReversed());
      const prior = one?.prior.variance ?? 0;
      one?.values.forEach((value, i) => {
        const own = variances[i] ?? 0;
        expect(value).toBeGreaterThanOrEqual(Math.min(own, prior) * (1 - 1e-9));
        expect(value).toBeLessThanOrEqual(Math.max(own, prior) * (1 + 1e-9));
        expect(Math.abs((moved?.values.at(-1 - i) ?? 0) / (4 * (value ?? 1)) - 1)).toBeLessThan(1e-6);
      });
    }));
  });
});
