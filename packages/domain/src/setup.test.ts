import { describe, expect, test } from "vitest";
import { SETUP_STEP, type SetupFacts, type SetupStep, kepalaDaerahRefusals, setupSteps } from "./setup.ts";

const EMPTY: SetupFacts = { today: "2026-11-23", operators: 0, analysts: 0, heads: 0, isApart: false, daysThisYear: 0, daysNextYear: 0, ownStandards: 0, opds: 0, opdsWithoutHead: 0, opdsStarted: 0, kepalaDaerah: 0, placed: 0, unplaced: 0, withoutPenilai: 0, reached: 0, unreached: 0 };
const FULL: SetupFacts = { ...EMPTY, operators: 1, analysts: 1, heads: 1, isApart: true, daysThisYear: 27, ownStandards: 1, opds: 24, opdsStarted: 24, kepalaDaerah: 1, placed: 4000, reached: 4000 };
const stateOf = (facts: SetupFacts, step: SetupStep) => setupSteps(facts).find((one) => one.step === step);

describe("the first day of an empty city", () => {
  test("of an empty city nothing is done; of one where everything stands, all", () => {
    expect(setupSteps(EMPTY).map(({ isDone }) => isDone)).toEqual(SETUP_STEP.map(() => false));
    expect(setupSteps(FULL).map(({ step, isDone }) => [step, isDone])).toEqual(SETUP_STEP.map((step) => [step, true]));
  });
  test.each<[SetupStep, Partial<SetupFacts>, { count: number; lacking: number }]>([
    ["operator", { operators: 0 }, { count: 0, lacking: 1 }],
    ["two_people", { heads: 0, isApart: false }, { count: 1, lacking: 1 }],
    // One person who holds both roles could not publish what they wrote.
    ["two_people", { isApart: false }, { count: 2, lacking: 1 }],
    ["calendar", { daysThisYear: 0 }, { count: 0, lacking: 1 }],
    ["calendar", { today: "2026-12-01" }, { count: 27, lacking: 1 }],
    ["calendar", { today: "2026-12-01", daysThisYear: 0 }, { count: 0, lacking: 1 }],
    ["standard", { ownStandards: 0 }, { count: 0, lacking: 1 }],
    ["units", { opdsWithoutHead: 3 }, { count: 24, lacking: 3 }],
    ["kepala_daerah", { kepalaDaerah: 0 }, { count: 0, lacking: 1 }],
    ["people", { unplaced: 2 }, { count: 4000, lacking: 2 }],
    ["penilai", { withoutPenilai: 1 }, { count: 3999, lacking: 1 }],
    ["start", { opdsStarted: 20 }, { count: 20, lacking: 4 }],
    ["letters", { reached: 3900, unreached: 100 }, { count: 3900, lacking: 100 }],
  ])("%s is not done with %j", (step, over, expected) => {
    expect(stateOf({ ...FULL, ...over }, step)).toEqual({ step, ...expected, isDone: false });
  });
  test("the next year's holidays are asked for from December on alone", () => {
    expect(stateOf({ ...FULL, today: "2026-11-30" }, "calendar")?.isDone).toBe(true);
    expect(stateOf({ ...FULL, today: "2026-12-30", daysThisYear: 0, daysNextYear: 26 }, "calendar")?.isDone).toBe(true);
  });
});

test("who leads the city is recorded once its unit is there, and after who leads it now", () => {
  const before = { from: "2025-02-20" };
  expect(kepalaDaerahRefusals({ from: "2026-11-23", hasRoot: false, before: null })).toEqual(["no_units_yet"]);
  expect(kepalaDaerahRefusals({ from: "2026-11-23", hasRoot: true, before: null })).toEqual([]);
  expect(kepalaDaerahRefusals({ from: "2025-02-20", hasRoot: true, before })).toEqual(["begins_before_last"]);
  expect(kepalaDaerahRefusals({ from: "2025-02-21", hasRoot: true, before })).toEqual([]);
});
