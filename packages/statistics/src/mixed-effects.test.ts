import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connectedComponents, crossedEffects, type Ratings } from "./index.ts";

const expectClose = (actual: number | null | undefined, expected: number, digits = 6): void => expect(actual).toBeCloseTo(expected, digits);
const expectAllClose = (actual: ArrayLike<number> | undefined, expected: readonly number[], digits = 6): void => {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => expectClose(actual?.[i], value, digits));
};

/** 24 plates × 6 samples: diameters of the growth inhibited by penicillin (Davies & Goldsmith 1972), lme4::Penicillin. */
const PENICILLIN = `27 23 26 23 23 21 27 23 26 23 23 21 25 21 25 24 24 20 26 23 25 23 23 20 25 22 26 22 23 20 24 22 25 23 22 19 24 20 23 21 22 19 26 22 26 24 24 21
24 21 24 22 22 20 24 21 24 23 22 19 26 23 26 24 24 21 25 22 26 24 24 20 26 24 26 24 25 22 26 23 26 23 23 20 26 23 25 24 24 22 25 22 25 23 23 20 25 21 24 23 23 20
25 22 24 23 23 19 24 21 23 21 21 19 26 23 26 24 24 21 25 21 24 22 22 18 25 22 25 22 22 20 24 21 24 22 24 19 24 21 24 22 21 18`.split(/\s/).map(Number);
const PLATES: Ratings = { ratee: PENICILLIN.map((_, k) => Math.floor(k / 6)), rater: PENICILLIN.map((_, k) => k % 6), y: PENICILLIN };

/** A made-up unbalanced design: 12 ratees (number 6 without a rating), 8 raters, 44 ratings. */
const UNBALANCED: Ratings = {
  ratee: [0, 1, 2, 4, 11, 0, 1, 2, 7, 8, 9, 11, 2, 4, 5, 7, 10, 4, 7, 10, 11, 0, 2, 3, 5, 7, 9, 10, 11, 1, 3, 4, 8, 10, 11, 2, 5, 7, 8, 0, 1, 7, 10, 11],
  rater: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7],
  y: [2.54, 2.36, 4.53, 2.6, 1.74, 2.91, 2.04, 4.2, 2.1, 4.35, 2.46, 3.03, 4.03, 3.19, 3.81, 3.51, 4.48, 3.01, 2.93, 3.76, 1.74, 3.36, 4.6, 3.3, 4.4, 3.01, 3.44, 4.48, 3.36, 1.59, 2.06,
    1.72, 2.88, 2.71, 1.16, 3.05, 3.85, 2.62, 3.27, 2.27, 2.31, 3.04, 4.24, 2.08],
};
const swapped = ({ ratee, rater, y }: Ratings): Ratings => ({ ratee: rater, rater: ratee, y });

describe("variance components", () => {
  test("Penicillin by REML: as lme4 prints (Bates et al.: standard deviations 0.8467, 1.9316, 0.5499, mean 22.97)", () => {
    const result = crossedEffects(PLATES, { method: "reml" });
    // lmer(diameter ~ 1 + (1|plate) + (1|sample)), optimizer bobyqa, rhoend = 1e-12
    expectClose(result?.variances.ratee, 0.71690817676607);
    expectClose(result?.variances.rater, 3.73091758834559, 5);
    expectClose(result?.variances.residual, 0.30241546271322);
    expectClose(result?.mean, 22.972222222225);
    expectAllClose(result?.raterEffects, [2.187057966770604, -1.010476149208385, 1.937899464226784, -0.096894973214395, -0.01384213903312, -3.003744169558928]);
    expectAllClose(result?.rateeEffects.slice(0, 3), [0.80454704112259, 0.80454704112259, 0.18167191251155]);
  });

  test("Penicillin by moments: of a balanced design they are the same", () => {
    const result = crossedEffects(PLATES, { method: "moments" });
    expectClose(result?.variances.ratee, 0.71690817676607);
    expectClose(result?.variances.rater, 3.73091758834559, 5);
    expectClose(result?.variances.residual, 0.30241546271322);
  });

  test("unbalanced by REML: as lme4 prints, whichever side is larger", () => {
    for (const [data, parts] of [[UNBALANCED, ["ratee", "rater"]], [swapped(UNBALANCED), ["rater", "ratee"]]] as const) {
      const result = crossedEffects(data, { method: "reml" });
      expectClose(result?.variances[parts[0]], 0.43431521538169);
      expectClose(result?.variances[parts[1]], 0.21692891730226);
      expectClose(result?.variances.residual, 0.16514346335372);
      expectClose(result?.mean, 3.0278445219549);
      expectAllClose(result?.[`${parts[0]}Effects`], [-0.40993726425747, -0.71182469776128, 0.82314196835922, -0.2050726150437, -0.24605706445714, 0.66409829552395, 0,
        -0.28182706250387, 0.70684791702565, -0.3779452934946, 0.81448069123293, -0.77590487462368]);
      expectAllClose(result?.[`${parts[1]}Effects`], [-0.0084426870676632, 0.118864124698566, 0.365707077291597, -0.038239677081231, 0.6250468545585331, -0.8326141118890682, -0.2590982728534749, 0.0287766993427355]);
    }
  });

  test("unbalanced by moments: Gao & Owen's three sums over all pairs, in R by their definition", () => {
    const result = crossedEffects(UNBALANCED, { method: "moments" });
    expectClose(result?.variances.ratee, 0.50239946266848, 11);
    expectClose(result?.variances.rater, 0.30331466739431, 11);
    expectClose(result?.variances.residual, 0.10259846391883, 11);
  });

  test("a part that is not there is 0, not negative, and its side is not adjusted", () => {
    // Ratings vary with the ratee only, and by a pattern that is even over raters.
    const data: Ratings = { ratee: [0, 0, 0, 1, 1, 1, 2, 2, 2], rater: [0, 1, 2, 0, 1, 2, 0, 1, 2], y: [1, 2, 3, 5, 3, 4, 8, 9, 7] };
    for (const method of ["moments", "reml"] as const) {
      const result = crossedEffects(data, { method });
      expect(result?.variances.rater).toBe(0);
      expect(result?.variances.ratee).toBeGreaterThan(1);
      expect([...(result?.raterEffects ?? [1])]).toEqual([0, 0, 0]);
      expect([...(result?.raterPev ?? [1])]).toEqual([0, 0, 0]);
      expect(result?.rateePev.every((value) => value > 0)).toBe(true);
    }
  });

  test("without any rest the residual is 0 and predictions reproduce the ratings", () => {
    const [ratees, raters] = [[1, 4, 2, 6], [0, 3, -1]];
    const cells = ratees.flatMap((a, i) => raters.map((b, j) => ({ i, j, y: a + b })));
    const data: Ratings = { ratee: cells.map(({ i }) => i), rater: cells.map(({ j }) => j), y: cells.map(({ y }) => y) };
    const result = crossedEffects(data, { method: "moments" });
    expectClose(result?.variances.residual, 0);
    for (const { i, j, y } of cells) expectClose((result?.mean ?? 0) + (result?.rateeEffects[i] ?? 0) + (result?.raterEffects[j] ?? 0), y, 5);
    const reml = crossedEffects(data, { method: "reml" });
    expectClose(reml?.variances.residual, 0, 4);
    expect([...(reml?.rateePev ?? []), ...(reml?.raterPev ?? [])].every(Number.isFinite)).toBe(true);
    for (const known of [{ ratee: 1, rater: 0, residual: 0 }, { ratee: 1, rater: 1, residual: 0 }, { ratee: 0, rater: 0, residual: 0 }, { ratee: 0, rater: 0, residual: 1 }]) {
      const given = crossedEffects(data, { variances: known });
      expect([given?.mean ?? Number.NaN, ...(given?.rateeEffects ?? []), ...(given?.raterEffects ?? []), ...(given?.rateePev ?? []), ...(given?.raterPev ?? [])].every(Number.isFinite)).toBe(true);
    }
  });

  test("all ratings equal: every variance and effect is 0 and nothing is NaN", () => {
    for (const method of ["moments", "reml"] as const) {
      const result = crossedEffects({ ...PLATES, y: PENICILLIN.map(() => 4.1) }, { method });
      expect(result).toMatchObject({ variances: { ratee: 0, rater: 0, residual: 0 }, components: 1 });
      expectClose(result?.mean, 4.1, 12);
      for (const values of [result?.rateeEffects, result?.raterEffects, result?.rateePev, result?.raterPev]) expect(values?.every((value) => value === 0)).toBe(true);
    }
  });

  test("what a design cannot separate is null: nothing rated, each ratee or each rater once", () => {
    expect(crossedEffects({ ratee: [], rater: [], y: [] }, { method: "moments" })).toBeNull();
    expect(crossedEffects({ ratee: [], rater: [], y: [] }, { variances: { ratee: 1, rater: 1, residual: 1 } })).toBeNull();
    expect(crossedEffects({ ratee: [0, 1, 2], rater: [0, 0, 1], y: [1, 2, 4] }, { method: "moments" })).toBeNull();
    expect(crossedEffects({ ratee: [0, 0, 1], rater: [0, 1, 2], y: [1, 2, 4] }, { method: "reml" })).toBeNull();
    expect(crossedEffects({ ratee: [0, 0, 0], rater: [0, 0, 0], y: [1, 2, 4] }, { method: "moments" })).toBeNull();
  });
});

describe("predictions and their errors", () => {
  const given = { variances: { ratee: 0.4, rater: 0.25, residual: 0.3 } };

  test("with given variances: solution and inverse of Henderson's equations, solve(C) in R", () => {
    const result = crossedEffects(UNBALANCED, given);
    expectClose(result?.mean, 3.0309185557247891, 9);
    expectAllClose(result?.rateeEffects, [-0.3596029497520246, -0.6559407559150486, 0.7713780478150892, -0.1849367590282218, -0.2338910991212771, 0.591223268918004, 0, -0.2647575809152815, 0.6111985252115014,
      -0.309092653168433, 0.7625584682916086, -0.7281365123359189], 8);
    expectAllClose(result?.raterEffects, [-0.0287741144056078, 0.0986004864617794, 0.3611122768367602, -0.0422014420804403, 0.5895671983018328, -0.7828282224238022, -0.2005224007554754, 0.0050462180649543], 8);
    expectAllClose(result?.rateePev, [0.09828606473043, 0.098999739274648, 0.088302282415999, 0.138986899897009, 0.100530193389292, 0.115680166158401, 0.4, 0.081597610745941, 0.11452024155919, 0.138481498077026, 0.088911308506939, 0.081093594895633], 11);
    expectAllClose(result?.raterPev, [0.077426348433695, 0.067976965647126, 0.077446996102521, 0.084588925204912, 0.064676475917242, 0.073098787091578, 0.087585658908487, 0.07682889445734], 11);
  });

  test("beyond 300 levels errors are approximated, and come within 4 % of the exact ones", () => {
    // The same ring of raters once inside the limit, once with ids that never occur to pass it.
    const staff = 140;
    const near = [1, 2, 5, 7, 31];
    const ratee = Array.from({ length: staff * near.length }, (_, k) => Math.floor(k / near.length));
    const rater = ratee.map((i, k) => (i + (near[k % near.length] ?? 0)) % staff);
    const y = ratee.map((i, k) => 3 + Math.sin(i) + Math.cos(2 * (rater[k] ?? 0)) / 2 + Math.sin(7 * k) / 2);
    const exact = crossedEffects({ ratee, rater, y }, given);
    const approximate = crossedEffects({ ratee: [...ratee, 170], rater: [...rater, 170], y: [...y, 3] }, given);
    for (const side of ["rateePev", "raterPev"] as const) {
      for (let i = 0; i < staff; i += 1) {
        const ratio = (approximate?.[side][i] ?? 0) / (exact?.[side][i] ?? 1);
        expect(ratio).toBeGreaterThan(0.96);
        expect(ratio).toBeLessThan(1.005);
      }
    }
    expect(approximate?.components).toBe(2);
    expectClose(approximate?.rateePev[160], 0.4, 12);
    expectClose(approximate?.raterPev[160], 0.25, 12);
  });

  test("a chain that backfitting cannot settle in 1,000 sweeps is settled by conjugate gradients", () => {
    // A path: ratee i is met by raters i and i + 1; almost no residual, so what one end says travels to the other.
    const length = 140;
    const ratee = Array.from({ length: 2 * length }, (_, k) => Math.floor(k / 2));
    const rater = ratee.map((i, k) => i + (k % 2));
    const y = ratee.map((i, k) => 3 + Math.sin(i * i) + Math.cos((rater[k] ?? 0) * 1.7));
    const variances = { ratee: 1, rater: 1, residual: 1e-5 };
    const result = crossedEffects({ ratee, rater, y }, { variances });
    expect(result?.sweeps).toBeGreaterThan(1000);
    expect(result?.sweeps).toBeLessThan(2000);
    // Henderson's own equations, row by row.
    const [mean, ratees, raters] = [result?.mean ?? 0, result?.rateeEffects ?? [], result?.raterEffects ?? []];
    const rest = y.map((value, k) => value - mean - (ratees[ratee[k] ?? 0] ?? 0) - (raters[rater[k] ?? 0] ?? 0));
    expectClose(rest.reduce((total, value) => total + value, 0), 0, 8);
    for (let i = 0; i < length; i += 1) {
      const own = rest.reduce((total, value, k) => (ratee[k] === i ? total + value : total), 0);
      expectClose(own - 1e-5 * (ratees[i] ?? 0), 0, 9);
    }
    for (let j = 0; j <= length; j += 1) {
      const own = rest.reduce((total, value, k) => (rater[k] === j ? total + value : total), 0);
      expectClose(own - 1e-5 * (raters[j] ?? 0), 0, 9);
    }
  });

  test("most designs settle in a few dozen sweeps, also where the residual is the largest part", () => {
    for (const variances of [given.variances, { ratee: 0.1, rater: 0.1, residual: 5 }, { ratee: 1, rater: 1, residual: 0.1 }]) {
      for (const data of [UNBALANCED, PLATES]) {
        const sweeps = crossedEffects(data, { variances })?.sweeps ?? 0;
        expect(sweeps).toBeGreaterThan(2);
        expect(sweeps).toBeLessThan(60);
      }
    }
  });

  test("typed arrays give what plain ones give, and are not changed", () => {
    const typed = { ratee: Int32Array.from(UNBALANCED.ratee), rater: Int32Array.from(UNBALANCED.rater), y: Float64Array.from(UNBALANCED.y) };
    expect(crossedEffects(typed, { method: "moments" })).toEqual(crossedEffects(UNBALANCED, { method: "moments" }));
    expect([...typed.y]).toEqual(UNBALANCED.y);
  });

  const ratings = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 30 });
  const columns = (rows: readonly (readonly [number, number, number])[]): Ratings => ({ ratee: rows.map(([i]) => i), rater: rows.map(([, r]) => r), y: rows.map(([, , y]) => y) });

  test("order and names do not matter; a shift moves the mean alone; a scale moves effects, its square variances; both sides are alike", () => {
    fc.assert(fc.property(ratings, (rows) => {
      const full = [[0, 0, 2] as const, ...rows, [5, 4, 5] as const];
      const one = crossedEffects(columns(full), { method: "moments" });
      const same = crossedEffects(columns(full.toReversed().map(([i, r, y]) => [5 - i, 4 - r, 10 + 3 * y])), { method: "moments" });
      const other = crossedEffects(swapped(columns(full)), { method: "moments" });
      if (one === null) {
        expect([same, other]).toEqual([null, null]);
        return;
      }
      // The iteration ends at a step of 1e-6; where it converges slowly, both orders are some tens of such steps apart.
      expectClose(same?.mean, 10 + 3 * one.mean, 4);
      expectAllClose(same?.rateeEffects.toReversed(), [...one.rateeEffects].map((value) => 3 * value), 4);
      expectAllClose(same?.raterPev.toReversed(), [...one.raterPev].map((value) => 9 * value));
      expectClose(same?.variances.residual, 9 * one.variances.residual);
      expectAllClose(other?.raterEffects, [...one.rateeEffects], 4);
      expectClose(other?.variances.rater, one.variances.ratee);
      expect(JSON.stringify({ ...one, effects: [...one.rateeEffects, ...one.raterEffects, ...one.rateePev, ...one.raterPev] })).not.toMatch(/null|NaN/);
    }), { numRuns: 200 });
  });

  test("REML gives numbers from 0, and no error of a prediction exceeds what was unknown before", () => {
    fc.assert(fc.property(ratings, (rows) => {
      const result = crossedEffects(columns(rows), { method: "reml" });
      if (result === null) return;
      const { ratee, rater, residual } = result.variances;
      expect([ratee, rater, residual].every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
      expect(result.rateePev.every((value) => value >= -1e-12 && value <= ratee * (1 + 1e-9))).toBe(true);
    }), { numRuns: 50 });
  });

  test("malformed columns are a fault of the caller", () => {
    const { ratee, rater } = UNBALANCED;
    const bad: Ratings[] = [{ ratee, rater, y: [1] }, { ratee: [1], rater: [1, 2], y: [1, 2] }, { ratee: [0, 0.5], rater: [0, 1], y: [1, 2] }, { ratee: [0, -1], rater: [0, 1], y: [1, 2] }, { ratee: [0, 1], rater: [0, 1], y: [1, Number.NaN] }];
    for (const data of bad) expect(() => crossedEffects(data, { method: "moments" })).toThrow(RangeError);
    for (const variances of [{ ratee: -1, rater: 1, residual: 1 }, { ratee: 1, rater: Infinity, residual: 1 }, { ratee: 1, rater: 1, residual: Number.NaN }]) expect(() => crossedEffects(UNBALANCED, { variances })).toThrow(RangeError);
  });
});

describe("connectivity", () => {
  test("two units without a rating between them are two parts; one link joins them", () => {
    const split = { ratee: [0, 1, 2, 3, 3], rater: [0, 0, 1, 1, 2] };
    expect(connectedComponents(split)).toEqual({ count: 2, ofRatee: Int32Array.of(0, 0, 1, 1), ofRater: Int32Array.of(0, 1, 1) });
    expect(connectedComponents({ ratee: [...split.ratee, 0], rater: [...split.rater, 2] }).count).toBe(1);
    expect(crossedEffects({ ...split, y: [1, 2, 3, 4, 5] }, { variances: { ratee: 1, rater: 1, residual: 1 } })?.components).toBe(2);
  });

  test("ids that never occur belong nowhere", () => {
    expect(connectedComponents({ ratee: [2], rater: [1] })).toEqual({ count: 1, ofRatee: Int32Array.of(-1, -1, 0), ofRater: Int32Array.of(-1, 0) });
    expect(connectedComponents({ ratee: [], rater: [] }).count).toBe(0);
  });

  test("parts are those that a walk along the ratings finds", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 25 }), (links) => {
      const { count, ofRatee, ofRater } = connectedComponents({ ratee: links.map(([i]) => i), rater: links.map(([, r]) => r) });
      const left = new Set(links);
      let parts = 0;
      while (left.size > 0) {
        parts += 1;
        const [start] = left;
        const found = new Set<number>([start?.[0] ?? 0]);
        const raters = new Set<number>();
        for (let grew = true; grew;) {
          grew = false;
          for (const link of left) {
            if (!found.has(link[0]) && !raters.has(link[1])) continue;
            found.add(link[0]);
            raters.add(link[1]);
            left.delete(link);
            grew = true;
          }
        }
      }
      expect(count).toBe(parts);
      for (const [i, r] of links) expect(ofRatee[i]).toBe(ofRater[r]);
      expect(new Set([...ofRatee].filter((part) => part >= 0)).size).toBe(count);
    }));
  });
});
