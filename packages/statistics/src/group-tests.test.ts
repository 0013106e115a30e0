import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg, benjaminiYekutieli, declaredRelations, fisherExact, fourFifths, hedgesG, mantelHaenszel, newcombe, normalTwoSided, welch, wilson } from "./index.ts";

const expectClose = (actual: number | null | undefined, expected: number, digits = 10): void => expect(actual).toBeCloseTo(expected, digits);

describe("false discovery rate", () => {
  /** Benjamini & Hochberg 1995, section 3.2: 15 tests of a trial of thrombolysis. */
  const P = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];

  test("Benjamini & Hochberg reject the first four of their fifteen at .05", () => {
    expect(benjaminiHochberg(P, 0.05).rejected.map(Number)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("adjusted as p.adjust(p, 'BH') and p.adjust(p, 'BY') print", () => {
    const bh = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645, 0.0765, 0.486, 0.5811818181818, 0.714875, 0.7532307692308, 0.8132142857143, 1];
    const by = [0.00497734348984, 0.00995468697969, 0.03152317543568, 0.11821190788378, 0.20008920829171, 0.21189262285334, 0.21189262285334, 0.21402577006327, 0.25384451798202, 1, 1, 1, 1, 1, 1];
    benjaminiHochberg(P, 0.05).adjusted.forEach((value, i) => expectClose(value, bh[i] ?? 0));
    benjaminiYekutieli(P, 0.05).adjusted.forEach((value, i) => expectClose(value, by[i] ?? 0));
    expect(benjaminiYekutieli(P, 0.05).rejected.filter(Boolean)).toHaveLength(3);
  });

  test("a p on its own line is rejected, and takes those below it along", () => {
    expect(benjaminiHochberg([0.05], 0.05).rejected).toEqual([true]);
    expect(benjaminiHochberg([0.09, 0.1, 0.08], 0.1).rejected).toEqual([true, true, true]);
    expect(benjaminiHochberg([0.05000001], 0.05).rejected).toEqual([false]);
  });

  test("none of none, and what is no probability is a fault", () => {
    expect(benjaminiHochberg([], 0.1)).toEqual({ adjusted: [], rejected: [] });
    for (const bad of [-0.1, 1.1, Number.NaN]) expect(() => benjaminiHochberg([0.5, bad], 0.1)).toThrow(RangeError);
  });

  test("rejected are exactly those adjusted to at most q; order does not matter; BY is stricter; adjusted never undercuts p", () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), fc.double({ min: 0.01, max: 0.3, noNaN: true }), (p, q) => {
      const { adjusted, rejected } = benjaminiHochberg(p, q);
      adjusted.forEach((value, i) => {
        if (Math.abs(value - q) > 1e-9) expect(rejected[i]).toBe(value < q);
        expect(value).toBeGreaterThanOrEqual(p[i] ?? 1);
        expect(benjaminiYekutieli(p, q).adjusted[i]).toBeGreaterThanOrEqual(value);
      });
      expect(benjaminiHochberg(p.toReversed(), q).adjusted.toReversed()).toEqual(adjusted);
    }));
  });
});

describe("Fisher's exact test", () => {
  // fisher.test(matrix(c(…), 2)): two-sided, less, greater, conditional odds ratio
  test.each([
    ["the lady tasting tea (Fisher 1935)", [[3, 1], [1, 3]], [0.485714285714, 0.985714285714, 0.242857142857, 6.408308867006]],
    ["convictions of like-sex twins (Fisher 1935)", [[10, 3], [2, 15]], [5.36724119143e-4, 0.999984519019, 4.65180943363e-4, 21.305331275]],
    ["the same, rows changed", [[2, 15], [10, 3]], [5.36724119143e-4, 4.65180943363e-4, 0.999984519019, 0.046936608827699]],
    ["a large table", [[120, 90], [80, 130]], [1.33036653973e-4, 0.999970648251, 6.65183269866e-5, 2.16258709165]],
    ["a cell of 0", [[0, 3], [5, 4]], [0.204545454545, 0.159090909091, 1, 0]],
  ] as const)("%s: as R prints", (_, table, [twoSided, less, greater, oddsRatio]) => {
    const result = fisherExact(table);
    expectClose(result.twoSided, twoSided);
    expectClose(result.less, less);
    expectClose(result.greater, greater);
    // R searches the odds ratio to five digits only.
    expectClose(result.oddsRatio === 0 ? 1 : (result.oddsRatio ?? 0) / oddsRatio, 1, 5);
  });

  test("the odds ratio of the tea is the root of x⁴ − 36 x² − 32 x − 3, and of a cell of 0 it is 0", () => {
    const x = fisherExact([[3, 1], [1, 3]]).oddsRatio ?? 0;
    expectClose(x ** 4 - 36 * x ** 2 - 32 * x - 3, 0, 9);
    expect(fisherExact([[0, 3], [5, 4]]).oddsRatio).toBe(0);
  });

  test("an infinite odds ratio is no number", () => {
    const result = fisherExact([[5, 1], [0, 6]]);
    expectClose(result.twoSided, 0.01515151515152);
    expectClose(result.greater, 0.00757575757576);
    expect(result).toMatchObject({ less: 1, oddsRatio: null });
  });

  test("a margin of 0 leaves one table: nothing to test", () => {
    for (const table of [[[0, 0], [3, 4]], [[0, 3], [0, 4]], [[0, 0], [0, 0]]] as const) expect(fisherExact(table)).toEqual({ twoSided: 1, less: 1, greater: 1, oddsRatio: null });
  });

  test("rows and columns may change places together; changing one turns the direction", () => {
    const cell = fc.integer({ min: 0, max: 40 });
    fc.assert(fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const one = fisherExact([[a, b], [c, d]]);
      const turned = fisherExact([[a, c], [b, d]]);
      const swapped = fisherExact([[c, d], [a, b]]);
      expectClose(turned.twoSided, one.twoSided);
      expectClose(turned.less, one.less);
      expectClose(swapped.less, one.greater);
      expectClose(swapped.twoSided, one.twoSided, 8);
      if (one.oddsRatio !== null && swapped.oddsRatio !== null) expectClose(one.oddsRatio * swapped.oddsRatio, 1, 7);
      expect(Math.max(one.less, one.greater, one.twoSided)).toBeLessThanOrEqual(1);
    }));
  });
});

describe("Mantel-Haenszel", () => {
  /** UCBAdmissions (Bickel, Hammel & O'Connell 1975): admitted and rejected × men and women in departments A to F. */
  const BERKELEY = [[[512, 89], [313, 19]], [[353, 17], [207, 8]], [[120, 202], [205, 391]], [[138, 131], [279, 244]], [[53, 94], [138, 299]], [[22, 24], [351, 317]]];

  test("admissions to Berkeley: as mantelhaen.test(UCBAdmissions, correct = FALSE) prints", () => {
    const result = mantelHaenszel(BERKELEY);
    expectClose(result.oddsRatio, 0.904696828259);
    expectClose(result.chiSquare, 1.524606660443);
    expectClose(result.p, 0.216923697056);
  });

  test("one stratum has its own odds ratio, and strata of fewer than two people say nothing", () => {
    expectClose(mantelHaenszel([[[10, 3], [2, 15]]]).oddsRatio, 25);
    expect(mantelHaenszel([...BERKELEY, [[1, 0], [0, 0]], [[0, 0], [0, 0]], []])).toEqual(mantelHaenszel(BERKELEY));
  });

  test("two people are enough for a stratum", () => {
    expect(mantelHaenszel([[[1, 0], [0, 1]]])).toMatchObject({ oddsRatio: null, chiSquare: 1 });
    expect(mantelHaenszel([[[0, 1], [1, 0]]])).toMatchObject({ oddsRatio: 0, chiSquare: 1 });
  });

  test("what does not vary cannot be tested", () => {
    expect(mantelHaenszel([])).toEqual({ oddsRatio: null, chiSquare: null, p: null });
    expect(mantelHaenszel([[[4, 5], [0, 0]]])).toEqual({ oddsRatio: null, chiSquare: null, p: null });
  });

  test("order of strata does not matter; changed rows invert the odds and keep the test", () => {
    const cell = fc.integer({ min: 1, max: 30 });
    const table = fc.tuple(fc.tuple(cell, cell), fc.tuple(cell, cell));
    fc.assert(fc.property(fc.array(table, { minLength: 1, maxLength: 5 }), (tables) => {
      const one = mantelHaenszel(tables);
      expectClose(mantelHaenszel(tables.toReversed()).chiSquare, one.chiSquare ?? Number.NaN);
      const swapped = mantelHaenszel(tables.map(([first, second]) => [second, first]));
      expectClose((swapped.oddsRatio ?? 0) * (one.oddsRatio ?? 0), 1);
      expectClose(swapped.p, one.p ?? Number.NaN);
    }));
  });
});

describe("the four-fifths rule", () => {
  test("EEOC's example (Questions and Answers 1979, no. 12): 48 of 80 against 12 of 40 is half, and adverse", () => {
    expect(fourFifths({ whites: 48 / 80, blacks: 12 / 40 })).toEqual({ ratios: { whites: 1, blacks: 0.5 }, adverse: ["blacks"] });
  });

  test("exactly four fifths is not adverse, in binary or not; a hair below is", () => {
    expect(fourFifths({ a: 0.3, b: 0.24, c: 0.5 * 0.3 }).adverse).toEqual(["c"]);
    expect(fourFifths({ a: 0.5, b: 0.4 }).adverse).toEqual([]);
    expect(0.04 / 0.05).toBeLessThan(0.8);
    expect(fourFifths({ a: 0.05, b: 0.04 }).adverse).toEqual([]);
    expect(fourFifths({ a: 1, b: 0.7999 }).adverse).toEqual(["b"]);
  });

  test("no rate above 0 has no ratio", () => {
    expect(fourFifths({ a: 0, b: 0 })).toEqual({ ratios: { a: null, b: null }, adverse: [] });
    expect(fourFifths({})).toEqual({ ratios: {}, adverse: [] });
    expect(fourFifths({ a: 0, b: 0.2 })).toEqual({ ratios: { a: 0, b: 1 }, adverse: ["a"] });
  });
});

describe("Wilson's interval", () => {
  // prop.test(k, n, correct = FALSE, conf.level)$conf.int; 81 of 263: Newcombe 1998, table I, 95 %: .2553 .3662
  test.each([[15, 50, 0.95, 0.19103553500881, 0.43750350464453], [0, 10, 0.95, 0, 0.27753279986289], [81, 263, 0.9, 0.263313617188, 0.356566349608]])(
    "%d of %d at %d: as R prints", (k, n, level, low, high) => {
      const interval = wilson(k, n, level);
      expectClose(interval?.[0], low);
      expectClose(interval?.[1], high);
    });

  test("Newcombe 1998: 81 of 263 lies in .2553 to .3662, 0 of 20 in 0 to .1611", () => {
    expect(wilson(81, 263)?.map((value) => value.toFixed(4))).toEqual(["0.2553", "0.3662"]);
    expect(wilson(0, 20)?.map((value) => value.toFixed(4))).toEqual(["0.0000", "0.1611"]);
    expect(wilson(0, 20)?.[0]).toBe(0);
  });

  test("none of none is unknown; all of all ends at 1; failures mirror successes", () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(7, 7)?.[1]).toBe(1);
    fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const k = Math.floor(share * n);
      const [one, other] = [wilson(k, n), wilson(n - k, n)];
      expectClose(one?.[0], 1 - (other?.[1] ?? Number.NaN));
      expect(one?.[0]).toBeLessThanOrEqual(k / n);
      expect(one?.[1]).toBeGreaterThanOrEqual(k / n);
    }));
  });
});

describe("difference of two shares", () => {
  /** Newcombe 1998, table II, method 10: contrasts (a) to (h). */
  for (const [a, n, b, m, low, high] of [[56, 70, 48, 80, 0.0524, 0.3339], [9, 10, 3, 10, 0.1705, 0.809], [6, 7, 2, 7, 0.0582, 0.8062], [5, 56, 0, 29, -0.0381, 0.1926], [0, 10, 0, 20, -0.1611, 0.2775], [0, 10, 0, 10, -0.2775, 0.2775], [10, 10, 0, 20, 0.6791, 1], [10, 10, 0, 10, 0.6075, 1]] as const) {
    test(`${a}/${n} against ${b}/${m} lies in ${low} to ${high}`, () => {
      const found = newcombe({ k: a, n }, { k: b, n: m });
      expectClose(found?.difference, a / n - b / m);
      expectClose(found?.interval[0], low, 4);
      expectClose(found?.interval[1], high, 4);
    });
  }

  test("turned round it is the same with the other sign, a lower level is narrower, and an empty group has none", () => {
    const [one, other, narrow] = [newcombe({ k: 3, n: 12 }, { k: 9, n: 11 }), newcombe({ k: 9, n: 11 }, { k: 3, n: 12 }), newcombe({ k: 3, n: 12 }, { k: 9, n: 11 }, 0.8)];
    expectClose(one?.interval[0], -(other?.interval[1] ?? Number.NaN));
    expectClose(one?.interval[1], -(other?.interval[0] ?? Number.NaN));
    expect(narrow?.interval[0]).toBeGreaterThan(one?.interval[0] ?? Number.NaN);
    expect(newcombe({ k: 0, n: 0 }, { k: 1, n: 2 })).toBeNull();
    expect(newcombe({ k: 1, n: 2 }, { k: 0, n: 0 })).toBeNull();
  });
});

describe("difference of two means", () => {
  /** sleep (Student 1908): hours gained with two drugs. */
  const [A, B] = [[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]];

  test("Welch: as t.test(extra ~ group, sleep) prints", () => {
    const result = welch(A, B);
    expectClose(result?.t, -1.8608134674869);
    expectClose(result?.df, 17.7764735161785);
    expectClose(result?.p, 0.0793941401874);
  });

  test("Welch of groups of unequal size: as t.test(sleep$extra[1:4], sleep$extra[11:20]) prints", () => {
    const result = welch(A.slice(0, 4), B);
    expectClose(result?.t, WELCH_UNEQUAL[0]);
    expectClose(result?.df, WELCH_UNEQUAL[1]);
    expectClose(result?.p, WELCH_UNEQUAL[2]);
  });

  test("d and g of the same drugs: -0.832 (Cohen), -0.797 (Hedges)", () => {
    const result = hedgesG(A, B);
    expectClose(result?.d, -0.83218108134954);
    expectClose(result?.g, -0.79701850044745);
  });

  test("too few, or nothing that varies, gives nothing", () => {
    expect([welch([1], [1, 2]), welch([1, 2], [3]), welch([2, 2], [1, 1]), hedgesG([1], [1, 2, 3]), hedgesG([1, 2, 3], [1]), hedgesG([2, 2], [1, 1])]).toEqual([null, null, null, null, null, null]);
    expect(welch([2, 2], [1, 3])).toMatchObject({ t: 0, p: 1, df: 1 });
  });

  const group = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 8 });

  test("groups changed turn the sign; order, shift and scale change nothing", () => {
    fc.assert(fc.property(group, group, (a, b) => {
      const move = (values: number[]): number[] => values.map((value) => 8 + 4 * value).toReversed();
      for (const [one, other, moved] of [[hedgesG(a, b)?.g, hedgesG(b, a)?.g, hedgesG(move(a), move(b))?.g], [welch(a, b)?.t, welch(b, a)?.t, welch(move(a), move(b))?.t]]) {
        if (one === undefined) expect([other, moved]).toEqual([undefined, undefined]);
        else {
          expectClose(other, -one, 8);
          expectClose(moved, one, 8);
        }
      }
    }));
  });
});

/** t.test(sleep$extra[1:4], sleep$extra[11:20]): t, df, p. */
const WELCH_UNEQUAL = [-3.553821489899431, 10.713942097828765,  0.004706776639973] as const;

describe("declared relations as a group", () => {
  /** sleep (Student 1908): what the second drug gave above the first. */
  const GAINS = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];

  test("as t.test(gains, alternative = 'greater') prints, in both directions", () => {
    const above = declaredRelations(GAINS);
    expect(above).toMatchObject({ n: 10, df: 9 });
    expectClose(above?.mean, 1.58);
    expectClose(above?.t, 4.0621276833820366);
    expectClose(above?.p, 0.0014164450986921);
    expectClose(declaredRelations(GAINS.map((gain) => -gain))?.p, 0.99858355490131);
  });

  test("fewer than ten, or all alike, are not tested; a mean of 0 has p = .5", () => {
    expect([declaredRelations(GAINS.slice(1)), declaredRelations(GAINS.map(() => 1)), declaredRelations([])]).toEqual([null, null, null]);
    expectClose(declaredRelations([1, -1, 2, -2, 3, -3, 1, -1, 2, -2])?.p, 0.5);
  });

  test("order and scale do not matter", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 10, maxLength: 20 }), (z) => {
      const [one, other] = [declaredRelations(z), declaredRelations(z.toReversed().map((value) => value * 4))];
      if (one === null) expect(other).toBeNull();
      else expectClose(other?.p, one.p, 9);
    }));
  });

  test("the probability of a residual: as 2 * pnorm(-z) prints", () => {
    for (const [z, p] of [[1.96, 0.04999579029644086], [-2.5, 0.01241933065155227], [4, 0.00006334248366624], [0, 1]] as const) expectClose(normalTwoSided(z), p, 12);
  });
});
