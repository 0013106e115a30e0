import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median, sumOfSquares, variance } from "./descriptive.ts";
import { chiSquareUpper, fQuantile, normalCdf, normalQuantile, tTwoSided } from "./distributions.ts";
import { digamma, incompleteBeta, logChoose, logGamma, trigamma, trigammaInverse, upperGamma } from "./special-functions.ts";

/** Each row: what, ours, what R 4.2.2 prints with digits = 16. Tolerance 1e-11 relative. */
const R: [string, number, number][] = [
  ["pnorm(1.3)", normalCdf(1.3), 0.9031995154143897],
  ["pnorm(-6)", normalCdf(-6), 9.865876450376981e-10],
  ["pnorm(-20)", normalCdf(-20), 2.753624118606234e-89],
  ["qnorm(.975)", normalQuantile(0.975), 1.959963984540054],
  ["2*pt(-2.3, 7.5)", tTwoSided(2.3, 7.5), 0.05257289610436902],
  ["pchisq(3.7, 1, lower=F)", chiSquareUpper(3.7, 1), 0.05441246799160129],
  ["pchisq(12, 5, lower=F)", chiSquareUpper(12, 5), 0.03478778050624185],
  ["pgamma(.2, .5, lower=F)", upperGamma(0.5, 0.2), 0.5270892568655381],
  ["qf(.975, 5, 18)", fQuantile(0.975, 5, 18), 3.381967805875243],
  ["qf(.975, 4.19, 5)", fQuantile(0.975, 4.19, 5), 7.334267478960749],
  ["qf(.025, 3.2, 11)", fQuantile(0.025, 3.2, 11), 0.07872024159117981],
  ["pbeta(.3, 2.5, 4)", incompleteBeta(0.3, 2.5, 4), 0.3521975859067671],
  ["lgamma(.3)", logGamma(0.3), 1.095797994818076],
  ["lgamma(123.4)", logGamma(123.4), 469.3360974421906],
  ["lchoose(20, 7)", logChoose(20, 7), 11.25829124656465],
  ["digamma(.7)", digamma(0.7), -1.220023553697935],
  ["digamma(30)", digamma(30), 3.384438132685525],
  ["trigamma(.7)", trigamma(0.7), 2.834049156694610],
  ["trigamma(30)", trigamma(30), 0.03389506035773994],
];

describe("distributions and special functions", () => {
  test.each(R)("%s is as R prints it", (_, ours, expected) => {
    expect(Math.abs(ours / expected - 1)).toBeLessThan(1e-11);
  });

  test("ends: nothing lies below 0 or above 1", () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3), incompleteBeta(-0.1, 2, 3), incompleteBeta(1.1, 2, 3)]).toEqual([0, 1, 0, 1]);
    expect([upperGamma(2, 0), upperGamma(2, -1), normalCdf(0)]).toEqual([1, 1, 0.5]);
  });

  test("a distribution's two tails are 1 together, and quantiles undo probabilities", () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 0.4, max: 60, noNaN: true }), fc.double({ min: 0.4, max: 60, noNaN: true }), (x, a, b) => {
      expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 12);
      expect(normalCdf(normalQuantile(x))).toBeCloseTo(x, 12);
      expect(fQuantile(x, a, b) * fQuantile(1 - x, b, a)).toBeCloseTo(1, 8);
      expect(Math.abs(trigamma(trigammaInverse(a)) / a - 1)).toBeLessThan(1e-10);
      expect(Math.abs(trigamma(trigammaInverse(x)) / x - 1)).toBeLessThan(1e-10);
    }));
  });

  test("trigamma's inverse settles within few rounds however large or small its argument", () => {
    for (const y of [1e-6, 1e-3, 0.4, 3, 1e3, 1e6]) expect(Math.abs(trigamma(trigammaInverse(y)) / y - 1)).toBeLessThan(1e-9);
  });
});

describe("descriptive numbers", () => {
  test("what has no value is null", () => {
    expect([median([]), variance([]), variance([3])]).toEqual([null, null, null]);
  });

  test("a large mean costs no digits, and equal values have exactly no spread", () => {
    expect(sumOfSquares([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBe(2);
    expect(sumOfSquares([0.1, 0.1, 0.1])).toBe(0);
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), variance([1, 2, 3, 4])]).toEqual([2, 2.5, 5 / 3]);
  });
});
