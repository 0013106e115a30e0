import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { icc, iccUnbalanced, kappaFromPairs, krippendorffAlpha, ratersNeeded, rwg, rwgj, spearmanBrown, weightedKappa } from "./index.ts";

const expectClose = (actual: number | null | undefined, expected: number, digits = 10): void => expect(actual).toBeCloseTo(expected, digits);

/** Shrout & Fleiss 1979, table 2: four judges on six targets. */
const SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

describe("intraclass correlation", () => {
  // Computed in each test: a fault planted in it is then sought by them.
  const result = () => icc(SHROUT_FLEISS);

  test("mean squares are those of Shrout & Fleiss 1979, table 3", () => {
    expectClose(result()?.bms, 11.24, 2);
    expectClose(result()?.jms, 32.49, 2);
    expectClose(result()?.ems, 1.02, 2);
    expectClose(result()?.wms, 6.26, 2);
  });

  test("the six forms are those of table 4: .17 .29 .71 .44 .62 .91", () => {
    const published = { icc11: 0.17, icc21: 0.29, icc31: 0.71, icc1k: 0.44, icc2k: 0.62, icc3k: 0.91 } as const;
    for (const [form, value] of Object.entries(published)) expectClose(result()?.[form as keyof typeof published], value, 2);
  });

  // psych::ICC(sf, lmer = FALSE)$results, digits = 14
  test.each([
    ["icc11", 0.16574176840548, -0.132932324874751, 0.72256006232812],
    ["icc21", 0.28976377952756, 0.018786513374712, 0.76108436964895],
    ["icc31", 0.71484071484071, 0.342464765033925, 0.94585825995536],
    ["icc1k", 0.44279713367927, -0.884442155238119, 0.91241542034078],
    ["icc2k", 0.62005054759899, 0.071136815302503, 0.92723204016772],
    ["icc3k", 0.90931554237707, 0.675674713816305, 0.98589167816906],
  ] as const)("%s and its 95 %% interval are as psych prints them", (form, value, low, high) => {
    expectClose(result()?.[form], value);
    expectClose(result()?.ci95[form]?.[0], low);
    expectClose(result()?.ci95[form]?.[1], high);
  });

  test("too few targets or judges, a ragged table and equal ratings give nothing", () => {
    for (const rows of [[], [[1, 2]], [[1], [2]], [[1, 2], [3]], [[4, 4], [4, 4], [4, 4]]]) expect(icc(rows)).toBeNull();
  });

  test("judges who agree wholly have 1, and intervals end at 1", () => {
    const whole = icc([[1, 1], [2, 2], [5, 5]]);
    expect(whole).toMatchObject({ icc11: 1, icc21: 1, icc31: 1, icc1k: 1, icc2k: 1, icc3k: 1 });
    expect(whole?.ci95.icc31).toEqual([1, 1]);
    expect(whole?.ci95.icc21).toEqual([1, 1]);
  });

  test("judges who differ by a constant agree in order, not in level", () => {
    const shifted = icc([[1, 3], [2, 4], [5, 7]]);
    expectClose(shifted?.icc31, 1);
    expect(shifted?.ems).toBe(0);
    expect(shifted?.icc21 ?? 1).toBeLessThan(0.9);
    expect(shifted?.ci95.icc21?.every(Number.isFinite)).toBe(true);
  });

  test("targets whose means are all equal have no reliability of the mean, and say so", () => {
    const flat = icc([[1, 3], [3, 1], [2, 2]]);
    expectClose(flat?.icc11, -1);
    expect(flat).toMatchObject({ icc1k: null, icc3k: null, ci95: { icc1k: null, icc3k: null } });
  });

  const table = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 6 })).chain(([k, n]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: k, maxLength: k }), { minLength: n, maxLength: n }));

  test("order of targets and judges, shift and scale change no coefficient; nothing is NaN", () => {
    fc.assert(fc.property(table, (rows) => {
      const one = icc(rows);
      const other = icc(rows.map((row) => row.map((value) => 7 - 2 * value).toReversed()).toReversed());
      for (const form of ["icc11", "icc21", "icc31", "icc1k", "icc2k", "icc3k"] as const) {
        const value = one?.[form] ?? null;
        if (value === null) expect(other?.[form] ?? null).toBeNull();
        // Scaled by (1 + size): the coefficient of a mean is unbounded below.
        else expect(Math.abs((other?.[form] ?? 0) - value) / (1 + Math.abs(value))).toBeLessThan(1e-6);
        const interval = one?.ci95[form] ?? null;
        if (interval !== null) expect(interval[0]).toBeLessThanOrEqual(interval[1] + 1e-12);
      }
      expect(JSON.stringify(one)).not.toContain("NaN");
    }));
  });
});

describe("intraclass correlation of unequal groups", () => {
  test("is the analysis of variance's, with k0 for the size of a group", () => {
    // a <- anova(lm(y ~ factor(g))); (MSB - MSW) / (MSB + (k0 - 1) MSW)
    const result = iccUnbalanced([[3, 4, 4], [2, 3], [5, 4, 4, 5], [1, 2, 3]]);
    expectClose(result?.icc1, 0.703910614525);
    expectClose(result?.icc1k, 0.875);
    expectClose(result?.k0, 2.944444444444);
  });

  test("of equal groups is ICC(1,1) of Shrout & Fleiss", () => {
    const result = iccUnbalanced(SHROUT_FLEISS);
    expectClose(result?.icc1, 0.16574176840548);
    expectClose(result?.icc1k, 0.44279713367927);
    expect(result?.k0).toBe(4);
  });

  test("empty groups are left out; one group, single ratings and equal ratings give nothing", () => {
    expect(iccUnbalanced([[1, 2], [], [4, 5]])).toEqual(iccUnbalanced([[1, 2], [4, 5]]));
    for (const groups of [[], [[1, 2, 3]], [[1], [2], [3]], [[0.1, 0.1, 0.1], [0.1, 0.1]]]) expect(iccUnbalanced(groups)).toBeNull();
  });

  test("groups that differ inside only have no reliability of the mean", () => {
    expect(iccUnbalanced([[1, 3], [2, 2]])).toMatchObject({ icc1: -1, icc1k: null });
  });
});

describe("Krippendorff's alpha", () => {
  const n = null;
  /** Krippendorff 2011, section D: four observers, twelve units, gaps. */
  const GAPS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, n, n, n],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, n, 3],
    [n, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, n],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, n],
  ];

  test.each([["nominal", 0.743], ["ordinal", 0.815], ["interval", 0.849], ["ratio", 0.797]] as const)("%s: the published %d", (metric, published) => {
    expectClose(krippendorffAlpha(GAPS, metric), published, 3);
  });

  test("two observers, binary data: .095; five categories: .692 (Krippendorff 2011, sections A and B)", () => {
    expectClose(krippendorffAlpha([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]], "nominal"), 0.095, 3);
    const [ben, gerry] = ["aabbdcccedda", "babbbcccEddd".toLowerCase()].map((text) => [...text].map((mark) => mark.charCodeAt(0)));
    expectClose(krippendorffAlpha([ben ?? [], gerry ?? []], "nominal"), 0.692, 3);
  });

  test("no pair of values, or no variation at all, cannot be told: null, not 1", () => {
    expect(krippendorffAlpha([], "nominal")).toBeNull();
    expect(krippendorffAlpha([[1, n, 2], [n, 3, n]], "interval")).toBeNull();
    expect(krippendorffAlpha([[3, 3, 3], [3, 3, 3]], "ordinal")).toBeNull();
  });

  test("on the ratio scale a value and its opposite have no distance that can be computed", () => {
    expect(krippendorffAlpha([[1, -1, 2], [-1, 1, 2]], "ratio")).toBeNull();
  });

  const data = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 4 });

  test("order of observers and units does not matter; each metric has the relabellings that its scale allows", () => {
    fc.assert(fc.property(data, (rows) => {
      for (const metric of ["nominal", "ordinal", "interval", "ratio"] as const) {
        const value = krippendorffAlpha(rows, metric);
        const relabel = { nominal: (x: number) => 5 - ((x * 2) % 5), ordinal: (x: number) => x ** 3, interval: (x: number) => 10 - 3 * x, ratio: (x: number) => 7 * x }[metric];
        const other = krippendorffAlpha(rows.map((row) => row.map((x) => (x === null ? null : relabel(x))).toReversed()).toReversed(), metric);
        if (value === null) expect(other).toBeNull();
        else {
          expectClose(other, value);
          expect(value).toBeLessThanOrEqual(1);
        }
      }
    }));
  });
});

describe("kappa", () => {
  /** Cohen 1968: two psychiatrists, proportions; disagreement weights 0 1 3 / 1 0 6 / 3 6 0. */
  const COHEN = [[0.44, 0.07, 0.09], [0.05, 0.2, 0.05], [0.01, 0.03, 0.06]];

  test("Cohen 1968 reports .492 without weights and .348 with his", () => {
    expectClose(weightedKappa(COHEN, "none"), 0.492, 3);
    expectClose(weightedKappa(COHEN, [[0, 1, 3], [1, 0, 6], [3, 6, 0]]), 0.348, 3);
    // and .353 with weights that are not symmetric, to his two digits of rounding
    expectClose(weightedKappa(COHEN, [[0, 1, 4], [1, 0, 6], [2, 2, 0]]), 0.353, 2);
  });

  test("Fleiss, Cohen & Everitt 1969 report .429 and .507", () => {
    const table = [[0.53, 0.05, 0.02], [0.11, 0.14, 0.05], [0.01, 0.06, 0.03]];
    expectClose(weightedKappa(table, "none"), 0.429, 3);
    expectClose(weightedKappa(table, [[0, 1, 0.5556], [1, 0, 0.3333], [0.5556, 0.3333, 0]]), 0.507, 3);
  });

  test("husbands and wives (Agresti 1990): as vcd::Kappa prints for SexualFun", () => {
    const table = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]];
    expectClose(weightedKappa(table, "none"), 0.129330254042);
    expectClose(weightedKappa(table, "linear"), 0.237380627558);
    expectClose(weightedKappa(table, "quadratic"), 0.332045586247);
  });

  const PAIRS: [number, number][] = [1, 2, 3, 1, 2, 3, 3, 2, 1, 1, 4, 4, 3, 5, 5].map((a, i) => [a, [1, 2, 3, 2, 2, 3, 2, 2, 1, 3, 4, 5, 3, 5, 4][i] ?? 0]);

  test("pairs: as psych::cohen.kappa prints", () => {
    expectClose(kappaFromPairs(PAIRS, "none"), 0.578651685393);
    expectClose(kappaFromPairs(PAIRS, "quadratic"), 0.84);
    expectClose(kappaFromPairs(PAIRS, "linear"), 0.723926380368);
  });

  test("a category that nobody used keeps its distance", () => {
    // table of the categories 1 to 5 with empty 2, 3 and 4
    const table = [[3, 0, 0, 0, 1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [1, 0, 0, 0, 2]];
    const pairs: [number, number][] = [[1, 1], [1, 1], [1, 1], [1, 5], [5, 1], [5, 5], [5, 5]];
    expectClose(kappaFromPairs(pairs, "quadratic"), weightedKappa(table, "quadratic") ?? Number.NaN);
    expectClose(kappaFromPairs([...pairs, [4, 1]], "linear"), weightedKappa([[3, 0, 0, 0, 1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 0, 2]], "linear") ?? Number.NaN);
  });

  test("no pairs, a ragged table, or one category for all give nothing", () => {
    expect(kappaFromPairs([], "none")).toBeNull();
    expect(weightedKappa([], "none")).toBeNull();
    expect(weightedKappa([[1, 2], [3]], "linear")).toBeNull();
    expect(weightedKappa([[1, 2, 3], [3, 1, 2]], "linear")).toBeNull();
    expect(weightedKappa([[0, 0], [0, 0]], "linear")).toBeNull();
    expect(kappaFromPairs([[3, 3], [3, 3]], "quadratic")).toBeNull();
  });

  test("counts or proportions, either rater first, any order of pairs: the same", () => {
    const table = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(fc.property(table, fc.constantFrom("none" as const, "linear" as const, "quadratic" as const), (counts, weights) => {
      const value = weightedKappa(counts, weights);
      const pairs = counts.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, (): [number, number] => [i, j])));
      const others = [
        weightedKappa(counts.map((row) => row.map((count) => count / 7)), weights),
        weightedKappa(counts.map((row, i) => row.map((_, j) => counts[j]?.[i] ?? 0)), weights),
        kappaFromPairs(pairs.toReversed().map(([a, b]) => [10 - 3 * a, 10 - 3 * b]), weights),
      ];
      for (const other of others) {
        if (value === null) expect(other).toBeNull();
        else expectClose(other, value);
      }
    }));
  });
});

describe("agreement within a group", () => {
  test("one item: as multilevel::rwg prints; the uniform null of five steps has variance 2", () => {
    expectClose(rwg([4, 5, 4, 3, 5], 5), 0.65);
    expectClose(rwg([4, 5, 4, 3, 5], 5, 1.34), 1 - 0.7 / 1.34);
  });

  test("several items: as multilevel::rwg.j prints", () => {
    expectClose(rwgj([[4, 4, 5], [3, 4, 4], [5, 5, 4], [3, 4, 4]], 5), 0.906593406593);
  });

  test("never below 0, and 1 when all say the same", () => {
    expect([rwg([1, 5, 1, 5], 5), rwgj([[1, 5], [5, 1]], 5), rwg([4, 4], 5), rwgj([[4, 2], [4, 2]], 5)]).toEqual([0, 0, 1, 1]);
    // exactly as much variance as chance: 0, not more
    expect(rwgj([[1], [3]], 5)).toBe(0);
  });

  test("one rater, no items, ragged forms or a scale of one step give nothing", () => {
    expect([rwg([4], 5), rwg([], 5), rwg([4, 4], 1), rwgj([[4, 4]], 5), rwgj([[], []], 5), rwgj([[4, 4], [4]], 5), rwgj([[4], [4]], 1)]).toEqual([null, null, null, null, null, null, null]);
  });

  test("of one item both are the same; order of raters and items does not matter", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 9 }), (raters) => {
      expectClose(rwgj(raters.map(([a]) => [a]), 5), rwg(raters.map(([a]) => a), 5) ?? Number.NaN);
      expectClose(rwgj(raters.toReversed().map((row) => row.toReversed()), 5), rwgj(raters, 5) ?? Number.NaN);
    }));
  });
});

describe("how many raters", () => {
  // Conway & Huffcutt 1997: one peer .37, one subordinate .30.
  test.each([[0.37, 3, 0.638], [0.37, 4, 0.701], [0.37, 5, 0.746], [0.37, 6, 0.779], [0.37, 8, 0.825], [0.3, 3, 0.562], [0.3, 5, 0.682], [0.3, 6, 0.72], [0.3, 8, 0.774]])(
    "one rater of %d, %d raters: %d", (r, k, expected) => expectClose(spearmanBrown(r, k), expected, 2.9));

  test(".70 asks for 4 peers or 6 subordinates, .80 for 7 or 10", () => {
    expect([ratersNeeded(0.37, 0.7), ratersNeeded(0.3, 0.7), ratersNeeded(0.37, 0.8), ratersNeeded(0.3, 0.8)]).toEqual([4, 6, 7, 10]);
  });

  test("a number that is reached exactly is not raised; a target already reached asks for one", () => {
    expect([ratersNeeded(0.5, 0.75), ratersNeeded(0.1, 0.5), ratersNeeded(0.2, 0.5), ratersNeeded(0.5, 0.5), ratersNeeded(0.8, 0.5), ratersNeeded(1, 1)]).toEqual([3, 9, 4, 1, 1, 1]);
  });

  test("what no number reaches is null", () => {
    expect([ratersNeeded(0, 0.7), ratersNeeded(-0.1, 0.7), ratersNeeded(0.5, 1), spearmanBrown(-1, 2), spearmanBrown(-0.5, 3)]).toEqual([null, null, null, null, null]);
  });

  test("the number found reaches the target, and one fewer does not", () => {
    fc.assert(fc.property(fc.double({ min: 0.05, max: 0.6, noNaN: true }), fc.double({ min: 0.61, max: 0.95, noNaN: true }), (r, target) => {
      const k = ratersNeeded(r, target) ?? 0;
      expect(spearmanBrown(r, k) ?? 0).toBeGreaterThanOrEqual(target - 1e-9);
      expect(spearmanBrown(r, k - 1) ?? 1).toBeLessThan(target);
    }));
  });
});
