import { describe, expect, test } from "vitest";
import { trainingsOf } from "./lines/training.ts";
import { judged, lineOf, PARTS, type Result, runPart, runTrainings } from "./table.ts";
import { count, type Tally, valueOf } from "./tally.ts";

/** A small city cannot show rare findings: what it can show is listed here, with room for its chance. `pnpm proof` runs the whole table on 20 cities. */
const SMALL = { cities: 2, people: 900 };
const measured = (results: readonly Result[]): Map<string, number | null> => new Map(results.map(({ measure, value }) => [measure, value]));

describe("a city with planted bias", { timeout: 240_000 }, () => {
  const [quarters, semesters] = PARTS.map((part) => measured(runPart(part, SMALL)));
  const value = (of: Map<string, number | null> | undefined, measure: string): number => of?.get(measure) ?? Number.NaN;

  test("every line has a value", () => {
    for (const part of [quarters, semesters]) expect([...(part ?? [])].filter(([, found]) => found === null)).toEqual([]);
  });

  test("levels are recovered better than by raw means, from a year better than from one period", () => {
    for (const part of [quarters, semesters]) {
      for (const window of ["one period", "year"]) expect(value(part, `recovery: ${window}, above raw`)).toBeGreaterThan(0);
      expect(value(part, "recovery: year")).toBeGreaterThan(value(part, "recovery: one period"));
    }
    expect(value(quarters, "recovery: one period")).toBeGreaterThan(0.84);
    expect(value(quarters, "recovery: year")).toBeGreaterThan(0.94);
  });

  test("lenient and severe supervisors are found, never in the wrong direction; hardly lenient ones are left alone", () => {
    for (const part of [quarters, semesters]) {
      expect(value(part, "severity 1.5")).toBeGreaterThan(0.85);
      expect(value(part, "severity 1.5, 3 points")).toBeGreaterThan(0.8);
      expect([value(part, "severity: wrong direction"), value(part, "severity: small flagged")]).toEqual([0, 0]);
      expect(value(part, "severity: precision")).toBeGreaterThan(0.85);
    }
  });

  test("declared pairs that are all favoured are found as a group; a group rated lower is found in the city", () => {
    expect(value(quarters, "declared: all favoured")).toBeGreaterThan(0.85);
    expect(value(quarters, "declared: nobody favoured")).toBeLessThan(0.15);
    expect(value(quarters, "group 0.5: city")).toBe(1);
    expect(value(quarters, "group 0.0: units")).toBeLessThan(0.1);
  });

  test("a ring of four gains little where raters are drawn, and much where they are chosen", () => {
    expect(value(quarters, "ring: nominated")).toBeGreaterThan(0.4);
    expect(value(quarters, "ring: drawn, one period")).toBeLessThan(0.2);
    expect(value(semesters, "ring: drawn, year")).toBeLessThan(0.2);
  });

  test("a city without raters of other units is not compared; a linked one is", () => {
    expect([value(quarters, "unlinked: refused"), value(quarters, "linked: one part"), value(semesters, "linked: one part")]).toEqual([1, 1, 1]);
  });

  test("with seven raters a semester and 70 % response 85 of 100 people have a result", () => {
    expect(value(semesters, "response 0.7: result")).toBeGreaterThanOrEqual(0.85);
    expect(value(semesters, "response 0.6: result")).toBeLessThan(value(semesters, "response 0.8: result"));
  });

  test("equal scores give no NaN and no signal, and 200 forms of one rater do no harm", () => {
    expect([value(quarters, "equal scores: NaN"), value(quarters, "equal scores: signals")]).toEqual([0, 0]);
    expect(value(quarters, "busy rater: recovery")).toBeGreaterThan(0.83);
  });

  test("a useless training is seldom called useful", () => {
    const trainings = measured(runTrainings(2));
    expect(value(trainings, "training 20, effect 0: claimed")).toBeLessThanOrEqual(0.5);
    const found: Tally = new Map();
    trainingsOf(found, 25, { n: 10, effect: 0.8 });
    expect(valueOf(found, "training 10, effect 0.8: claimed")).toBeGreaterThan(0.5);
  });

  test("five looks at a useless training claim an effect in at most 8 of 100, as they would not alone, with and without a named indicator", () => {
    for (const aim of ["indikator", "capaian"] as const) {
      const looked: Tally = new Map();
      trainingsOf(looked, 75, { n: 10, effect: 0, aim });
      const name = aim === "indikator" ? "training 10, effect 0" : "training 10, effect 0, no indicator named";
      expect(valueOf(looked, `${name}: claimed`)).toBeLessThanOrEqual(0.08);
      expect(valueOf(looked, `${name}: each look alone`)).toBeGreaterThan(valueOf(looked, `${name}: claimed`) ?? 1);
    }
  });
});

describe("the table", () => {
  const tally: Tally = new Map();
  count(tally, "found", 9, 10);

  test("says what is reached, missed, and what nothing was counted for", () => {
    expect([judged({ planted: "", measure: "found", least: 0.9 }, tally).isReached, judged({ planted: "", measure: "found", least: 0.91 }, tally).isReached]).toEqual([true, false]);
    expect([judged({ planted: "", measure: "found", most: 0.9 }, tally).isReached, judged({ planted: "", measure: "found", most: 0.89 }, tally).isReached]).toEqual([true, false]);
    expect(judged({ planted: "", measure: "lost", most: 1 }, tally)).toMatchObject({ value: null, isReached: false });
    expect(judged({ planted: "", measure: "found" }, tally).isReached).toBeNull();
  });

  test("prints our result beside what it must reach", () => {
    expect(lineOf({ planted: "x", measure: "found", least: 0.5, value: 0.9, isReached: true })).toMatch(/^x +0\.900 +≥ 0\.5 +reached$/);
    expect(lineOf({ planted: "x", measure: "found", most: 0.5, value: 0.9, isReached: false })).toMatch(/0\.900 +≤ 0\.5 +MISSED$/);
    expect(lineOf({ planted: "x", measure: "lost", value: null, isReached: null })).toMatch(/^x +– +$/);
  });
});
