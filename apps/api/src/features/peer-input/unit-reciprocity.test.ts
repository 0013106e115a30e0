import { describe, expect, it } from "vitest";
import { type RatedForm, sealStatistics } from "./seal-statistics.ts";
import { type Across, unitReciprocity } from "./unit-reciprocity.ts";

/** A small generator: the same numbers each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}
const UNITS = Array.from({ length: 12 }, (_, i) => `u${String(i).padStart(2, "0")}`);
/** Each unit about each other: four answers, with what it gives to all, what the other gets from all, and what the two trade. */
function city(seed: number, { traded, given = 0, gotten = 0 }: { traded: number; given?: number; gotten?: number }): Across[] {
  const next = dice(seed);
  const gives = new Map(UNITS.map((unit) => [unit, given * next()]));
  const gets = new Map(UNITS.map((unit) => [unit, gotten * next()]));
  const trade = new Map<string, number>();
  return UNITS.flatMap((from) => UNITS.filter((to) => to !== from).flatMap((to) => {
    const key = [from, to].toSorted().join("|");
    const both = trade.get(key) ?? traded * next();
    trade.set(key, both);
    return Array.from({ length: 4 }, () => ({ from, to, residual: (gives.get(from) ?? 0) + (gets.get(to) ?? 0) + both + next() }));
  }));
}

describe("returning favours between units", () => {
  it("is found where units trade, and is one figure without a unit in it", () => {
    const found = unitReciprocity(city(1, { traded: 1.5 }));
    expect(found).toMatchObject({ pairs: 66, p: 0.0005 });
    expect(found?.low).toBeGreaterThan(0.4);
    expect(JSON.stringify(found)).not.toContain("u0");
  });
  it("is not where they do not: in twenty such cities it is called more than chance as seldom as chance allows", () => {
    const called = Array.from({ length: 20 }, (_, i) => unitReciprocity(city(i + 10, { traded: 0 }))).filter((found) => (found?.p ?? 1) <= 0.05);
    expect(called.length).toBeLessThanOrEqual(3);
  });
  it("does not take units that give or get much for units that trade", () => {
    const called = Array.from({ length: 20 }, (_, i) => unitReciprocity(city(i + 40, { traded: 0, given: 3, gotten: 3 }))).filter((found) => (found?.p ?? 1) <= 0.05);
    expect(called.length).toBeLessThanOrEqual(3);
  });
  it("says nothing of fewer than thirty pairs, of answers within a unit, or of none", () => {
    expect(unitReciprocity(city(1, { traded: 1 }).filter(({ from, to }) => from < "u08" && to < "u08"))).toBeNull();
    expect(unitReciprocity(city(1, { traded: 1 }).map((one) => ({ ...one, to: one.from })))).toBeNull();
    expect(unitReciprocity([])).toBeNull();
  });
});

describe("the seal", () => {
  /** Eight people in each of twelve units: rated by three of their own and by one of each other unit. */
  function forms(traded: number): { forms: RatedForm[]; unitOf: Map<string, string> } {
    const next = dice(7);
    const people = UNITS.flatMap((unit) => Array.from({ length: 8 }, (_, i) => ({ id: `${unit}-${i}`, unit, i })));
    const level = (value: number): 1 | 2 | 3 | 4 => (value < 1.5 ? 1 : value < 2.5 ? 2 : value < 3.5 ? 3 : 4);
    const trade = new Map<string, number>();
    const made = people.flatMap((subject) => people.filter((rater) => rater.id !== subject.id && (rater.unit === subject.unit ? (rater.i + subject.i) % 2 === 1 : rater.i === subject.i)).map((rater): RatedForm => {
      const key = [rater.unit, subject.unit].toSorted().join("|");
      const both = trade.get(key) ?? (rater.unit === subject.unit ? 0 : traded * next());
      trade.set(key, both);
      return { raterId: rater.id, subjectId: subject.id, group: "rekan", levels: Array.from({ length: 7 }, () => level(2.5 + both + 2 * next())) };
    }));
    return { forms: made, unitOf: new Map(people.map(({ id, unit }) => [id, unit])) };
  }
  it("keeps the figure of colleagues of other units, once raters and people are taken out; bawahan take no part", () => {
    const { forms: made, unitOf } = forms(2);
    const { facts } = sealStatistics(made, unitOf);
    expect(facts.reciprocity).toMatchObject({ pairs: 66, p: 0.0005 });
    expect(facts.reciprocity?.low).toBeGreaterThan(0.4);
    expect(sealStatistics(made.map((one) => ({ ...one, group: "bawahan" as const })), unitOf).facts.reciprocity).toBeNull();
    expect(sealStatistics(made, new Map()).facts.reciprocity).toBeNull();
    expect(sealStatistics([], unitOf).facts.reciprocity).toBeNull();
  });
  it("finds none where nobody trades", () => {
    const { forms: made, unitOf } = forms(0);
    expect(sealStatistics(made, unitOf).facts.reciprocity?.p).toBeGreaterThan(0.05);
  });
});
