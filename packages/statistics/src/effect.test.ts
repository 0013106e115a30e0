import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differenceInDifferences, expectedRegression, lookedTogether, matchedEffect, signFlipInterval, signFlipTest, type MatchedPerson } from "./index.ts";

const expectClose = (actual: number | null | undefined, expected: number, digits = 10): void => expect(actual).toBeCloseTo(expected, digits);

/** Darwin's maize: crossed minus self-fertilized, eighths of an inch, 15 pairs (Fisher 1935, section 21). */
const MAIZE = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

describe("sign-flip test", () => {
  test("Darwin's maize: Fisher counts 863 of 32,768 patterns as large, 1,726 as far", () => {
    expect(signFlipTest(MAIZE)).toEqual({ p: 1726 / 32_768, pOneSided: 863 / 32_768, exact: true });
  });

  test("its interval inverts the test: -0.1667 to 41.0", () => {
    // uniroot of mean(signs %*% (d - x) >= sum(d - x)) - .025 over all 2^15 signs in R
    const interval = signFlipInterval(MAIZE);
    expectClose(interval?.[0], -1 / 6);
    expectClose(interval?.[1], 41);
  });

  test("at the interval's ends the test begins to reject", () => {
    const [low = 0, high = 0] = signFlipInterval(MAIZE) ?? [];
    const p = (shift: number, sign: number): number => signFlipTest(MAIZE.map((d) => sign * (d - shift)))?.pOneSided ?? 1;
    expect(p(low - 0.01, 1)).toBeLessThanOrEqual(0.025);
    expect(p(low + 0.01, 1)).toBeGreaterThan(0.025);
    expect(p(high + 0.01, -1)).toBeLessThanOrEqual(0.025);
    expect(p(high - 0.01, -1)).toBeGreaterThan(0.025);
  });

  test("all of one sign: 1 in 2ⁿ, counted to n = 20 and drawn beyond", () => {
    expect(signFlipTest([1, 2, 3])).toEqual({ p: 0.25, pOneSided: 0.125, exact: true });
    expect(signFlipTest(Array.from({ length: 20 }, (_, i) => 1 + i / 7))).toEqual({ p: 2 / 2 ** 20, pOneSided: 1 / 2 ** 20, exact: true });
    expect(signFlipTest(Array.from({ length: 21 }, () => 1))).toEqual({ p: 1 / 10_001, pOneSided: 1 / 10_001, exact: false });
  });

  test("drawn patterns come near the normal probability and are the same every time", () => {
    const d = Array.from({ length: 40 }, (_, i) => Math.sin(i * i) + 0.15);
    const one = signFlipTest(d);
    expect(signFlipTest(d)).toEqual(one);
    // z = sum / sqrt(sum of squares): the flips' own standard deviation
    const z = d.reduce((a, b) => a + b, 0) / Math.hypot(...d);
    expect(Math.abs((one?.pOneSided ?? 0) - NORMAL_TAIL(z))).toBeLessThan(0.015);
    expect(Math.abs((one?.p ?? 0) - 2 * NORMAL_TAIL(z))).toBeLessThan(0.025);
    const interval = signFlipInterval(d);
    const mean = d.reduce((a, b) => a + b, 0) / 40;
    const half = (1.96 * Math.hypot(...d.map((x) => x - mean))) / 40;
    expect(Math.abs((interval?.[0] ?? 0) - (mean - half))).toBeLessThan(0.06);
    expect(Math.abs((interval?.[1] ?? 0) - (mean + half))).toBeLessThan(0.06);
  });

  test("no differences give nothing; differences of 0 prove nothing; equal but for rounding is equal", () => {
    expect([signFlipTest([]), signFlipInterval([]), signFlipInterval([1, 2, 3, 4, 5])]).toEqual([null, null, null]);
    expect(signFlipTest([0, 0, 0])).toEqual({ p: 1, pOneSided: 1, exact: true });
    expect(signFlipTest([0.1, 0.2, 0.3, -0.3])?.pOneSided).toBe(signFlipTest([1, 2, 3, -3])?.pOneSided);
    expect(signFlipInterval([1, 2, 3, 4, 5, 6])).toEqual([1, 6]);
  });

  test("order and scale change nothing, a turned sign turns the direction, and two-sided is not below one-sided", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 10 }), (d) => {
      const one = signFlipTest(d);
      expect(signFlipTest(d.toReversed().map((x) => x * 0.7))).toEqual(one);
      expect(signFlipTest(d.map((x) => -x))?.p).toBe(one?.p);
      if (d.reduce((a, b) => a + b, 0) >= 0) expect(one?.p).toBeGreaterThanOrEqual(one?.pOneSided ?? 2);
      const [interval, moved] = [signFlipInterval(d, 0.8), signFlipInterval(d.map((x) => 5 + 2 * x).toReversed(), 0.8)];
      if (interval === null) expect(moved).toBeNull();
      else interval.forEach((end, i) => expectClose(moved?.[i], 5 + 2 * end));
    }));
  });
});

/** 1 - pnorm(z) by Abramowitz & Stegun 26.2.17, good to 1e-7. */
function NORMAL_TAIL(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
}

describe("difference in differences", () => {
  /** Card & Krueger 1994, table 3: full-time employment in fast food, New Jersey and Pennsylvania; standard errors in brackets there. */
  const cell = (mean: number, error: number, n: number): { n: number; mean: number; sd: number } => ({ n, mean, sd: error * Math.sqrt(n) });
  const CELLS = { treatedBefore: cell(20.44, 0.51, 321), treatedAfter: cell(21.03, 0.52, 319), controlBefore: cell(23.33, 1.35, 77), controlAfter: cell(21.17, 0.94, 77) };

  test("Card & Krueger 1994: 2.76, to the rounding of their cells", () => {
    expectClose(differenceInDifferences(CELLS)?.estimate, 2.75);
    // sqrt(.51^2 + .52^2 + 1.35^2 + .94^2): four independent samples
    expectClose(differenceInDifferences(CELLS)?.se, 1.7990553, 6);
  });

  test("an empty cell gives nothing; a trend common to all is no effect", () => {
    expect(differenceInDifferences({ ...CELLS, controlAfter: { n: 0, mean: 0, sd: 0 } })).toBeNull();
    expect(differenceInDifferences({ ...CELLS, treatedBefore: { n: 1, mean: 0, sd: 0 } })).not.toBeNull();
    const trend = { ...CELLS, treatedAfter: { ...CELLS.treatedAfter, mean: CELLS.treatedAfter.mean + 3 }, controlAfter: { ...CELLS.controlAfter, mean: CELLS.controlAfter.mean + 3 } };
    expectClose(differenceInDifferences(trend)?.estimate, 2.75);
  });
});

const person = (id: string, before: readonly number[], after: number, stratum = "a"): MatchedPerson => ({ id, before, after, stratum });

describe("matched effect", () => {
  /** Six trained people at 1.0, 1.1 … each with comparators within reach; everybody gains 1, the trained 2, 3, 2, 3, 2, 3. */
  const trained = [0, 1, 2, 3, 4, 5].map((i) => person(`t${i}`, [i, i, i], i + 2 + (i % 2)));
  const pool = [0, 1, 2, 3, 4, 5].flatMap((i) => [0, 1, 2, 3].map((j) => person(`p${i}${j}`, [i + j / 100, i + j / 100, i + j / 100], i + 1 + j / 100)));

  test("each is compared with the three nearest; the effect is the mean of the differences", () => {
    const result = matchedEffect(trained, pool);
    expect(result.refused).toBeNull();
    expect(result.matches.map(({ comparators }) => comparators)).toEqual([0, 1, 2, 3, 4, 5].map((i) => [`p${i}0`, `p${i}1`, `p${i}2`]));
    result.matches.forEach(({ difference }, i) => expectClose(difference, 1 + (i % 2)));
    expectClose(result.effect, 1.5);
    expect(result).toMatchObject({ p: 2 / 64, pOneSided: 1 / 64, exact: true, unmatched: [] });
    expectClose(result.ci95?.[0], 1);
    expectClose(result.ci95?.[1], 2);
    // changes 2, 3, 2, 3, 2, 3 against 1 six times: d = 1.5 / sqrt(1.5 / 10), df = 10
    expectClose(result.g, (1.5 / Math.sqrt(0.15)) * (1 - 3 / 39), 8);
  });

  test("fewer than six trained, or fewer than four to choose from for each: curves and comparators, but no claim", () => {
    const few = matchedEffect(trained.slice(0, 5), pool);
    expect(few).toMatchObject({ refused: "too_few_trained", effect: null, p: null, pOneSided: null, exact: null, ci95: null, g: null });
    expect(few.matches).toHaveLength(5);
    expect(matchedEffect(trained, pool.slice(1)).refused).toBe("pool_too_small");
    expect(matchedEffect([], pool).refused).toBe("too_few_trained");
  });

  test("people of another stratum are no comparators and do not fill the pool", () => {
    expect(matchedEffect(trained, [...pool.slice(1), person("x", [0, 0], 1, "b")]).refused).toBe("pool_too_small");
    const mixed = matchedEffect(trained, [...pool, ...[0, 1, 2].map((j) => person(`a${j}`, [0], 9, "b"))]);
    expect(mixed.matches[0]?.comparators).toEqual(["p00", "p01", "p02"]);
  });

  test("who has fewer than three within the caliper is left out and named; fewer than six left is no claim", () => {
    const far = [...pool, ...[0, 1, 2, 3].map((j) => person(`f${j}`, [30], 31))];
    const result = matchedEffect([...trained, person("t9", [20], 22)], far);
    expect(result).toMatchObject({ refused: null, unmatched: ["t9"] });
    expect(result.matches).toHaveLength(6);
    const six = matchedEffect([...trained.slice(0, 5), person("t9", [20], 22)], far);
    expect(six).toMatchObject({ refused: "too_few_trained", unmatched: ["t9"], effect: null });
  });

  test("a comparator serves once, the nearest pair first, and equal distances go by id", () => {
    const rule = { comparators: 1, caliper: 10, minimumTrained: 2, poolPerTrained: 1 };
    const result = matchedEffect([person("u", [2], 3), person("t", [1], 2)], [person("q", [1.4], 2), person("p", [1.6], 2), person("r", [9], 9)], rule);
    expect(result.matches.map(({ id, comparators }) => [id, ...comparators])).toEqual([["t", "q"], ["u", "p"]]);
    const rivals = matchedEffect([person("u", [1], 3), person("t", [1], 2)], [person("z", [1], 2), person("b", [1], 2)], rule);
    expect(rivals.matches.map(({ id, comparators }) => [id, ...comparators])).toEqual([["t", "b"], ["u", "z"]]);
  });

  test("exactly at the caliper is within it", () => {
    // scores 0, 0, 2, 2: standard deviation 2/sqrt(3); caliper sqrt(3) reaches exactly 2
    const rule = { comparators: 1, caliper: Math.sqrt(3) * (1 + 1e-12), minimumTrained: 1, poolPerTrained: 1 };
    expect(matchedEffect([person("t", [0], 0), person("u", [0], 0)], [person("p", [2], 2), person("q", [2], 2)], rule).unmatched).toEqual([]);
    expect(matchedEffect([person("t", [0], 0), person("u", [0], 0)], [person("p", [2], 2), person("q", [2], 2)], { ...rule, caliper: 1.7 }).unmatched).toEqual(["t", "u"]);
  });

  test("where strata measure on scales of their own, near means near in each: who R matches by each stratum's own caliper, and its effect", () => {
    // The same arithmetic in R 4: greedy by distance within .25 sd(level) of the stratum, all 2^9 signs. One caliper for both strata (5.2) would
    // join ta1 and ta4 to people far from them, and give 3.869 of eleven.
    const unit = (i: number, k: number, salt: number): number => ((i * i * 17 + i * 37 + i * k * 29 + k * 53 + salt * 71) % 101) / 101;
    const people = (prefix: string, n: number, salt: number, [base, scale, gain]: readonly [number, number, number]): MatchedPerson[] => Array.from({ length: n }, (_, i) => {
      const score = (k: number): number => base + scale * (unit(i, 0, salt) + unit(i, k, salt) / 4);
      return person(`${prefix}${i}`, [1, 2, 3].map(score), score(4) + gain, prefix.slice(1));
    });
    const result = matchedEffect([...people("ta", 6, 1, [85, 12, 3]), ...people("tb", 5, 2, [20, 80, 12])], [...people("pa", 30, 3, [85, 12, 1]), ...people("pb", 30, 4, [20, 80, 2])]);
    expect(result.matches.map(({ id, comparators }) => `${id}: ${comparators.join(" ")}`)).toEqual([
      "ta0: pa23 pa20 pa3", "ta2: pa5 pa21 pa0", "ta3: pa4 pa28 pa13", "ta5: pa12 pa8 pa24", "tb0: pb8 pb27 pb3", "tb1: pb5 pb4 pb18", "tb2: pb9 pb21 pb0", "tb3: pb26 pb28 pb13", "tb4: pb7 pb24 pb19",
    ]);
    [3.5841584158416, 2.1815181518152, 2.993399339934, 2.0132013201320, 0.0770077007701, 0.3410341034104, 4.7854785478548, 16.8426842684268, 4.5214521452145].forEach((d, i) => expectClose(result.matches[i]?.difference, d));
    expect(result).toMatchObject({ unmatched: ["ta1", "ta4"], p: 2 / 512 });
    expectClose(result.effect, 4.1488815548221);
  });

  test("a stratum with too few to choose from for its own trained matches nobody, however many there are in the others", () => {
    const wide = pool.map((row) => ({ ...row, id: `w${row.id}` }));
    const thin = [person("s1", [1], 2, "thin"), person("s2", [1], 2, "thin")];
    const few = [0, 1, 2, 3, 4, 5, 6].map((i) => person(`f${i}`, [1], 2, "thin"));
    expect(matchedEffect([...trained, ...thin], [...pool, ...wide, ...few])).toMatchObject({ refused: null, unmatched: ["s1", "s2"] });
    expect(matchedEffect([...trained, ...thin], [...pool, ...wide, ...few, person("f7", [1], 2, "thin")]).unmatched).toEqual([]);
  });

  test("who could serve under two strata counts once and serves in one", () => {
    const rule = { comparators: 1, caliper: 10, minimumTrained: 2, poolPerTrained: 2 };
    const both = (["a", "b"] as const).map((stratum) => person(`t${stratum}`, [1], 2, stratum));
    const others = (["a", "b"] as const).flatMap((stratum) => [person("p", [1], 2, stratum), person("q", [3], 2, stratum)]);
    expect(matchedEffect(both, others, rule).refused).toBe("pool_too_small");
    expect(matchedEffect(both, others, { ...rule, poolPerTrained: 1 }).matches.map(({ comparators }) => comparators)).toEqual([["p"], ["q"]]);
  });

  test("a person without a score before is a fault of the caller", () => {
    expect(() => matchedEffect([person("t", [], 1)], pool)).toThrow(RangeError);
  });

  test("order of people does not matter; a shift of all changes nothing; a gain given to the trained is the effect's gain", () => {
    const score = fc.integer({ min: 0, max: 12 });
    const people = (prefix: string): fc.Arbitrary<MatchedPerson[]> => fc.array(fc.tuple(score, score), { minLength: 6, maxLength: 40 }).map((rows) => rows.map(([before, after], i) => person(`${prefix}${i}`, [before], after)));
    const rule = { comparators: 2, caliper: 0.5, minimumTrained: 2, poolPerTrained: 1 };
    fc.assert(fc.property(people("t").map((rows) => rows.slice(0, 6)), people("p"), (some, others) => {
      const one = matchedEffect(some, others, rule);
      expect(matchedEffect(some.toReversed(), others.toReversed(), rule)).toEqual(one);
      const shift = (rows: readonly MatchedPerson[], by: number): MatchedPerson[] => rows.map((row) => ({ ...row, before: row.before.map((x) => x + 4), after: row.after + by }));
      const moved = matchedEffect(shift(some, 7), shift(others, 4), rule);
      expect(moved.refused).toBe(one.refused);
      if (one.effect !== null) expectClose(moved.effect, one.effect + 3);
      expect(new Set(one.matches.flatMap(({ comparators }) => comparators)).size).toBe(one.matches.length * 2);
    }));
  });

  test("a useless training of the lowest quarter is rarely declared effective, and a real one of .5 is estimated so", () => {
    const runs = 120;
    const random = generator(11);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const study = (effect: number): { estimate: number; rejects: boolean } => {
      // Reliability .6 of one period, three periods before; everybody rises by .15.
      const all = Array.from({ length: 240 }, (_, i) => {
        const level = Math.sqrt(0.6) * normal();
        const period = (): number => level + Math.sqrt(0.4) * normal();
        return { id: `x${i}`, stratum: "a", before: [period(), period(), period()], after: period() + 0.15 };
      });
      const mean = ({ before }: MatchedPerson): number => before.reduce((a, b) => a + b, 0);
      const lowest = all.toSorted((a, b) => mean(a) - mean(b)).slice(0, 60);
      const sent = new Set(lowest.filter((_, i) => i % 6 === 3));
      const result = matchedEffect([...sent].map((row) => ({ ...row, after: row.after + effect })), all.filter((row) => !sent.has(row)));
      return { estimate: result.effect ?? Number.NaN, rejects: (result.p ?? 1) <= 0.05 };
    };
    const summary = (effect: number): [number, number] => {
      const studies = Array.from({ length: runs }, () => study(effect));
      return [studies.reduce((total, { estimate }) => total + estimate, 0) / runs, studies.filter(({ rejects }) => rejects).length / runs];
    };
    const [none, falseAlarms] = summary(0);
    expect(Math.abs(none)).toBeLessThan(0.1);
    expect(falseAlarms).toBeLessThanOrEqual(0.1);
    const [half, found] = summary(0.5);
    expect(Math.abs(half - 0.5)).toBeLessThan(0.1);
    expect(found).toBeGreaterThan(0.2);
  });

  test("looks at one training are corrected together; one that was not made is none", () => {
    const found = lookedTogether([0.01, null, 0.04, 0.03]);
    expect(found[1]).toBeNull();
    [0.03, 0.04, 0.04].forEach((value, i) => expectClose(found.filter((one) => one !== null)[i], value));
    expect([lookedTogether([]), lookedTogether([null]), lookedTogether([0.04])]).toEqual([[], [null], [0.04]]);
  });

  test("one standard deviation below the mean gains .40 of it without any effect at r = .6", () => {
    expectClose(expectedRegression({ score: -1, average: 0, correlation: 0.6 }), 0.4);
    expectClose(expectedRegression({ score: 4, average: 3, correlation: 1 }), 0);
  });
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
