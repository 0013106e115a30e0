import { expect, test } from "vitest";
import { boundWithKnownLeniency, carriedPower, carriedRecovery, PRODUCT_FORMS } from "./carry.ts";

test("half as many forms: what the plan reaches with 20 becomes what Spearman–Brown says, less the plan's own room", () => {
  // By hand: .965² = .9312, an error of .0739 of the level's variance; 20/9.8 times as much is .1508, so r = 1/√1.1508 = .932; less .010.
  expect(carriedRecovery(0.965, 0.955)).toBeCloseTo(0.922, 3);
  expect(carriedRecovery(0.984, 0.975)).toBeCloseTo(0.959, 3);
});

test("the plan's .955 is out of reach for every estimator on the forms that the product hears: with each leniency known it would be .946", () => {
  expect(boundWithKnownLeniency(PRODUCT_FORMS)).toBeCloseTo(0.9455, 4);
  expect(boundWithKnownLeniency(20)).toBeGreaterThan(0.965);
});

test("favourites: power falls as the residual widens, never below nothing", () => {
  const [small, middle, large] = [carriedPower(0.04, 0.02, 0.965), carriedPower(0.24, 0.18, 0.965), carriedPower(0.48, 0.4, 0.965)];
  expect([small, middle, large].every((power, i) => power >= 0 && power < ([0.02, 0.18, 0.4][i] ?? 0))).toBe(true);
  expect(middle).toBeGreaterThan(0.1);
  expect(large).toBeGreaterThan(middle);
  // With as many forms as the plan it would be the plan's own figure: the law alone moves it.
  expect(carriedPower(0.24, 0.18, 0.001)).toBeCloseTo(0.18, 2);
});
