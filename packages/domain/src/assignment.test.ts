import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BAWAHAN_MIN, type Assignment, type Draw, type DrawInput, drawRaters, type Shortfall } from "./assignment.ts";
import { anyPlan, cityOf, type Plan, roomyPlan, testPrf } from "./assignment/city.fixture.ts";
import { defaultCrossUnit } from "./assignment/board.ts";
import { colleaguesOf, count, expectLawful, forbidden, parts, text } from "./assignment/laws.fixture.ts";

const prf = testPrf("kunci periode");
const RUNS = { numRuns: 40 };

const ofColleagues = (draw: Draw): Assignment[] => colleaguesOf(draw.assignments);
const shortfalls = (draw: Draw, kind: Shortfall["kind"]): Map<string, number> => new Map(draw.shortfalls.filter((shortfall) => shortfall.kind === kind).map(({ person, wanted, got }) => [person, wanted - got]));

const everyCity = (plans: fc.Arbitrary<Plan>, law: (input: DrawInput, draw: Draw) => void): void =>
  fc.assert(fc.property(plans, (plan) => {
    const input = cityOf(plan);
    law(input, drawRaters(input, prf));
  }), RUNS);

describe("the draw of raters", { timeout: 60_000 }, () => {
  it("gives everybody as many raters, and as many to rate, as the city chose", () => {
    everyCity(roomyPlan, (input, draw) => {
      const [by, about] = [count(ofColleagues(draw).map(({ rater }) => rater)), count(ofColleagues(draw).map(({ ratee }) => ratee))];
      expect(input.people.map(({ id }) => [by.get(id), about.get(id)])).toEqual(input.people.map(() => [input.ratersPerPerson, input.ratersPerPerson]));
      expect([shortfalls(draw, "raters").size, shortfalls(draw, "ratees").size, shortfalls(draw, "cross_unit").size]).toEqual([0, 0, 0]);
    });
  });

  it("says of each missing place whose it is, in any city", () => {
    everyCity(anyPlan, (input, draw) => {
      const [by, about] = [count(ofColleagues(draw).map(({ rater }) => rater)), count(ofColleagues(draw).map(({ ratee }) => ratee))];
      const others = count(ofColleagues(draw).filter(({ isCrossUnit }) => isCrossUnit).map(({ ratee }) => ratee));
      for (const { id } of input.people) {
        expect(about.get(id) ?? 0).toBe(input.ratersPerPerson - (shortfalls(draw, "raters").get(id) ?? 0));
        expect(by.get(id) ?? 0).toBe(input.ratersPerPerson - (shortfalls(draw, "ratees").get(id) ?? 0));
        const cross = (others.get(id) ?? 0) + (shortfalls(draw, "cross_unit").get(id) ?? 0);
        expect(cross).toBeGreaterThanOrEqual(defaultCrossUnit(input.ratersPerPerson));
      }
    });
  });

  it("finds a full draw in a city of a few people whenever there is one", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 6 }), fc.integer({ min: 4, max: 7 }), fc.integer({ min: 1, max: 2 }), (bans, size, ratersPerPerson) => {
      const input = cityOf({ sizes: Array.from({ length: size }, () => 1), isLed: false, bans, vetoes: [], suggestions: [], links: [], ratersPerPerson });
      if (hasFullDraw(input)) expect(ofColleagues(drawRaters(input, prf))).toHaveLength(size * ratersPerPerson);
    }), { numRuns: 300 });
  });

  it("never lets anybody rate themselves, a banned pair, one who vetoed them, the penilai or the bawahan as a colleague, nor two people each other", () => {
    everyCity(anyPlan, (input, draw) => expectLawful(input, draw.assignments));
  });

  it("links the whole city: raters and ratees are one connected part, so units can be compared", () => {
    everyCity(roomyPlan, (input, draw) => expect(parts(ofColleagues(draw), input.ratersPerPerson === 1)).toBe(1));
  });

  it("counts the parts of a city that cannot be linked", () => {
    everyCity(anyPlan, (input, draw) => expect(draw.components).toBe(parts(ofColleagues(draw), input.ratersPerPerson === 1)));
    // Bans leave people here with a single colleague to rate: exchanging such a pair links one part and tears another.
    const torn = cityOf({ sizes: [3, 2, 2], isLed: true, bans: [[1, 2], [3, 0], [3, 8], [11, 0]], vetoes: [], suggestions: [], links: [], ratersPerPerson: 2 });
    const left = drawRaters(torn, prf);
    expect(left.components).toBe(parts(ofColleagues(left), false));
    expectLawful(torn, left.assignments);
    const missing = left.shortfalls.filter(({ kind }) => kind === "raters").reduce((all, { wanted, got }) => all + wanted - got, 0);
    expect(ofColleagues(left)).toHaveLength(2 * torn.people.length - missing);
    const ban = (a: string, b: string): [string, string] => [a, b];
    const two = ["a", "b"].map((unit) => ({ id: unit, worksWith: [] }));
    const people = two.flatMap(({ id: unit }) => Array.from({ length: 5 }, (_, i) => ({ id: `${unit}${i}`, unit })));
    const banned = people.filter(({ unit }) => unit === "a").flatMap((a) => people.filter(({ unit }) => unit === "b").map((b) => ban(a.id, b.id)));
    expect(drawRaters({ period: "1", people, units: two, banned, ratersPerPerson: 2 }, prf).components).toBe(2);
  });

  it("is the same whatever the order of people, units, bans, vetoes and suggestions, and another with another key or period", () => {
    fc.assert(fc.property(anyPlan, (plan) => {
      const input = cityOf(plan);
      const turned = {
        ...input, people: input.people.toReversed(), units: input.units.toReversed().map((unit) => ({ ...unit, worksWith: unit.worksWith.toReversed() })), banned: input.banned.map(([a, b]): [string, string] => [b, a]).toReversed(),
        vetoes: input.vetoes?.toReversed(), suggestions: input.suggestions?.toReversed(),
      };
      expect(drawRaters(turned, prf)).toEqual(drawRaters(input, prf));
    }), RUNS);
    const input = cityOf({ sizes: [20, 20, 20], isLed: true, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 5 });
    const draw = drawRaters(input, prf).assignments;
    const shared = (other: readonly Assignment[]): number => {
      const all = new Set(other.map(({ rater, ratee }) => text(rater, ratee)));
      return draw.filter(({ rater, ratee, group }) => group === "rekan" && all.has(text(rater, ratee))).length;
    };
    expect(shared(drawRaters(input, testPrf("kunci lain")).assignments)).toBeLessThan(110);
    expect(shared(drawRaters({ ...input, period: "2027-S1" }, prf).assignments)).toBeLessThan(110);
  });

  it("gives everybody a rater of another unit, at least one of five in the whole, from units that work together where they have the people", () => {
    everyCity(roomyPlan, (_input, draw) => {
      const all = ofColleagues(draw);
      const others = all.filter(({ isCrossUnit }) => isCrossUnit);
      expect(new Set(others.map(({ ratee }) => ratee)).size).toBe(new Set(all.map(({ ratee }) => ratee)).size);
      expect(others.length / all.length).toBeGreaterThanOrEqual(0.2);
    });
    const ring = Array.from({ length: 6 }, (_, u): [number, number] => [u, u + 1]);
    const input = cityOf({ sizes: [20, 20, 20, 20, 20, 20], isLed: false, bans: [], vetoes: [], suggestions: [], links: ring, ratersPerPerson: 7 });
    const draw = drawRaters(input, prf);
    expect(shortfalls(draw, "partner_unit").size).toBe(0);
    const unit = new Map(input.people.map((person) => [person.id, Number(person.unit.slice(5))]));
    const apart = draw.assignments.map(({ rater, ratee }) => Math.abs((unit.get(rater) ?? 0) - (unit.get(ratee) ?? 0)));
    expect(new Set(apart)).toEqual(new Set([0, 1, 5]));
  });

  it("asks five of the own unit and two of others about each of seven, where the unit is large enough", () => {
    const draw = drawRaters(cityOf({ sizes: [40, 30, 20, 25], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 7 }), prf);
    expect(new Set(count(ofColleagues(draw).filter(({ isCrossUnit }) => isCrossUnit).map(({ ratee }) => ratee)).values())).toEqual(new Set([2]));
  });

  it("serves units of one and two people with raters of other units alone", () => {
    everyCity(roomyPlan.map((plan) => ({ ...plan, sizes: [...plan.sizes, 1, 2] })), (input, draw) => {
      const sizes = count(input.people.map(({ unit }) => unit));
      const small = new Set(input.people.filter(({ unit }) => (sizes.get(unit) ?? 0) < 3).map(({ id }) => id));
      const asked = ofColleagues(draw).filter(({ ratee }) => small.has(ratee));
      expect(asked.filter(({ isCrossUnit }) => !isCrossUnit)).toEqual([]);
      expect(asked).toHaveLength(small.size * input.ratersPerPerson);
    });
  });

  it("lets suggested colleagues fill at most one of five places, never one that chance keeps for another unit", () => {
    everyCity(roomyPlan, (input, draw) => {
      const suggested = ofColleagues(draw).filter(({ isSuggested }) => isSuggested);
      const known = new Set(input.suggestions?.map(({ person, rater }) => text(rater, person)));
      expect(suggested.every(({ rater, ratee }) => known.has(text(rater, ratee)))).toBe(true);
      for (const side of ["rater", "ratee"] as const) expect(Math.max(0, ...count(suggested.map((pair) => pair[side])).values())).toBeLessThanOrEqual(Math.floor(input.ratersPerPerson / 5));
      const byChance = count(ofColleagues(draw).filter(({ isCrossUnit, isSuggested }) => isCrossUnit && !isSuggested).map(({ ratee }) => ratee));
      expect(input.people.filter(({ id }) => (byChance.get(id) ?? 0) < 1)).toEqual([]);
    });
    const input = cityOf({ sizes: [20, 20, 20], isLed: false, bans: [], vetoes: [], suggestions: [[3, 4], [25, 2], [8, 9]], links: [], ratersPerPerson: 5 });
    expect(drawRaters(input, prf).assignments.filter(({ isSuggested }) => isSuggested)).toHaveLength(3);
  });

  it("draws pairs of an earlier period again, or turned round, only where a unit has hardly anybody else", () => {
    const input = cityOf({ sizes: [30, 30, 30, 30], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 5 });
    const first = drawRaters(input, prf).assignments.map(({ rater, ratee }): [string, string] => [rater, ratee]);
    const before = new Set(first.flatMap(([a, b]) => [text(a, b), text(b, a)]));
    const second = drawRaters({ ...input, period: "2027-S1", previous: first }, prf);
    expect(second.assignments.filter(({ rater, ratee }) => before.has(text(rater, ratee)))).toEqual([]);
  });

  it("makes over four periods fewer mutual pairs than chance would", () => {
    let input = cityOf({ sizes: [8, 12, 20, 35, 60], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 5 });
    const all: [string, string][] = [];
    for (const period of ["1", "2", "3", "4"]) {
      input = { ...input, period, previous: all };
      all.push(...drawRaters(input, prf).assignments.map(({ rater, ratee }): [string, string] => [rater, ratee]));
    }
    const drawn = new Set(all.map(([a, b]) => text(a, b)));
    const mutual = [...drawn].filter((pair) => drawn.has(pair.split("→").toReversed().join("→"))).length / 2;
    // By chance: in each unit 16 of the n − 1 others rate a person over the year, each pair of people both ways with (16 / (n − 1))².
    const expected = [8, 12, 20, 35, 60].reduce((sum, n) => sum + ((n * (n - 1)) / 2) * Math.min(1, (4 * Math.min(4, Math.floor((n - 1) / 2))) / (n - 1)) ** 2, 0);
    expect(mutual).toBeLessThan(expected);
  });

  it("draws 4,000 people", () => {
    const sizes = [5, 200, 7, 180, 12, 150, 22, 120, 9, 90, 40, 70, 33, 62];
    const input = cityOf({ sizes: [...sizes, ...sizes, ...sizes, ...sizes], isLed: true, bans: Array.from({ length: 4000 }, (_, i): [number, number] => [i, i + (i % 9)]), vetoes: [], suggestions: [], links: Array.from({ length: 150 }, (_, i): [number, number] => [i, i * 5 + 1]), ratersPerPerson: 7 });
    expect(input.people).toHaveLength(4000);
    const draw = drawRaters(input, prf);
    expect([draw.components, ofColleagues(draw).length, shortfalls(draw, "raters").size]).toEqual([1, 28_000, 0]);
  });
});

describe("bawahan about their penilai", { timeout: 60_000 }, () => {
  const input = cityOf({ sizes: [4, 5, 12], isLed: true, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 3 });
  const about = (draw: Draw): Map<string, number> => count(draw.assignments.filter(({ group }) => group === "bawahan").map(({ ratee }) => ratee));

  it("are asked where there are at least four, at most eight of them, besides the colleagues", () => {
    const heads = input.people.filter(({ penilai }) => penilai === null).map(({ id }) => id);
    expect(heads.map((head) => about(drawRaters(input, prf)).get(head))).toEqual([undefined, 4, 8]);
    expect(heads.map((head) => about(drawRaters({ ...input, bawahanPerPenilai: 10 }, prf)).get(head))).toEqual([undefined, 4, 10]);
  });

  it("are only people whom the penilai rates, without those who are banned or vetoed; fewer than four left is said", () => {
    everyCity(anyPlan, (city, draw) => {
      const barred = new Set([...city.banned.flatMap(([a, b]) => [text(a, b), text(b, a)]), ...(city.vetoes ?? []).map(({ person, rater }) => text(rater, person))]);
      const penilai = new Map(city.people.map((person) => [person.id, person.penilai]));
      for (const { rater, ratee, group } of draw.assignments) if (group === "bawahan") expect([penilai.get(rater), barred.has(text(rater, ratee))]).toEqual([ratee, false]);
      for (const n of about(draw).values()) expect(n).toBeGreaterThanOrEqual(BAWAHAN_MIN);
    });
    const [head, ...staff] = input.people.filter(({ unit }) => unit === "unit-1");
    const vetoes = staff.slice(0, 1).map(({ id }) => ({ person: head?.id ?? "", rater: id }));
    expect(drawRaters({ ...input, vetoes }, prf).shortfalls.filter(({ kind }) => kind === "bawahan")).toEqual([{ kind: "bawahan", person: head?.id, wanted: 4, got: 0 }]);
  });
});

describe("input that makes no sense", () => {
  const input = cityOf({ sizes: [4, 4], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 2 });
  const [one, two, three, four] = input.people.map(({ id }) => id);
  it.each<[string, Partial<DrawInput>]>([
    ["nobody rates", { ratersPerPerson: 0 }],
    ["half a rater", { ratersPerPerson: 2.5 }],
    ["more of other units than raters", { crossUnitPerPerson: 3 }],
    ["no bawahan at all", { bawahanPerPenilai: 0 }],
    ["three vetoes", { vetoes: [two, three, four].map((rater) => ({ person: one ?? "", rater: rater ?? "" })) }],
    ["a person twice", { people: [...input.people, ...input.people.slice(0, 1)] }],
    ["an unknown unit", { people: [{ id: "x", unit: "nowhere" }] }],
    ["an unknown unit that works together", { units: [...input.units, { id: "unit-9", worksWith: ["nowhere"] }] }],
    ["two who are each other's penilai", { people: [{ id: "x", unit: "unit-0", penilai: "y" }, { id: "y", unit: "unit-0", penilai: "x" }] }],
  ])("is refused: %s", (_, fault) => expect(() => drawRaters({ ...input, ...fault }, prf)).toThrow(RangeError));

  it("is refused: a hash of less than four bytes", () => expect(() => drawRaters(input, () => new Uint8Array(3))).toThrow(RangeError));

  it("passes over bans, suggestions and penilai who do not take part, and draws nobody from nobody", () => {
    expect(drawRaters({ ...input, banned: [["x", "y"]], suggestions: [{ person: "x", rater: "y" }], people: input.people.map((person) => ({ ...person, penilai: "x" })) }, prf)).toEqual(drawRaters(input, prf));
    expect(drawRaters({ ...input, people: [] }, prf)).toEqual({ assignments: [], shortfalls: [], components: 0 });
  });
});

/** By going through all possibilities: can everybody have so many raters, and as many to rate, nobody each other? */
function hasFullDraw(input: DrawInput): boolean {
  const ids = input.people.map(({ id }) => id);
  const bad = forbidden(input);
  const wanted = input.ratersPerPerson;
  const given = new Map<string, number>();
  const drawn = new Set<string>();
  const go = (ratee: number, first: number, left: number): boolean => {
    const about = ids[ratee];
    if (about === undefined) return true;
    if (left === 0) return go(ratee + 1, 0, wanted);
    for (let i = first; i < ids.length; i += 1) {
      const rater = ids[i] ?? "";
      if (bad.has(text(rater, about)) || drawn.has(text(about, rater)) || (given.get(rater) ?? 0) >= wanted) continue;
      given.set(rater, (given.get(rater) ?? 0) + 1);
      drawn.add(text(rater, about));
      if (go(ratee, i + 1, left - 1)) return true;
      given.set(rater, (given.get(rater) ?? 0) - 1);
      drawn.delete(text(rater, about));
    }
    return false;
  };
  return go(0, 0, wanted);
}
