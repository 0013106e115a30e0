import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Assignment, type DrawInput, drawRaters } from "../assignment.ts";
import { defaultCrossUnit } from "./board.ts";
import { anyPlan, cityOf, type Plan, roomyPlan, testPrf } from "./city.fixture.ts";
import { count, expectLawful, parts, text, textOf } from "./laws.fixture.ts";
import { type DrawnPair, type Redraw, redraw, type RedrawInput } from "./redraw.ts";

const prf = testPrf("kunci periode");
const RUNS = { numRuns: 20 };
const PLAIN: Plan = { sizes: [30, 30, 30], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 7 };

const begin = (input: DrawInput): RedrawInput => ({ input, number: 1, drawn: drawRaters(input, prf).assignments, handedOver: [], joined: [], gone: [], left: [], wanted: [] });

/** The situation on the day after. */
const after = (situation: RedrawInput, { added, handedOver }: Redraw): RedrawInput => ({
  ...situation, number: situation.number + 1, drawn: [...situation.drawn, ...added], handedOver: [...situation.handedOver, ...handedOver], joined: [], wanted: [],
});

/** Somebody who comes into the unit of this number. */
const withJoiner = (situation: RedrawInput, id: string, unit: number): RedrawInput => ({
  ...situation, joined: [...situation.joined, id], wanted: [...situation.wanted, { ratee: id, group: "rekan", count: situation.input.ratersPerPerson }],
  input: { ...situation.input, people: [...situation.input.people, { id, unit: situation.input.units[unit % situation.input.units.length]?.id ?? "", penilai: null }] },
});

/** Somebody leaves; up to five of their forms need another rater. */
function withLeaver(situation: RedrawInput, person: string): RedrawInput {
  const [gone, left] = [[...situation.gone, person], [...situation.left, person]];
  const orphans = standing({ ...situation, left }).filter(({ rater }) => rater === person).slice(0, 5);
  return { ...situation, gone, left, wanted: [...situation.wanted, ...orphans.map(({ ratee, group }) => ({ ratee, group, count: 1 }))] };
}

/** What is asked: drawn, not handed over, by and about people who are there. */
function standing({ drawn, handedOver, gone, left }: RedrawInput): DrawnPair[] {
  const given = new Set(handedOver.map((pair) => text(...pair)));
  return drawn.filter((pair) => !given.has(textOf(pair)) && !gone.includes(pair.rater) && !left.includes(pair.ratee));
}
const colleagues = (pairs: readonly DrawnPair[]): DrawnPair[] => pairs.filter(({ group }) => group === "rekan");
const loads = (situation: RedrawInput, side: "rater" | "ratee"): Map<string, number> => count(colleagues(standing(situation)).map((pair) => pair[side]));
const asAssignments = (pairs: readonly DrawnPair[]): Assignment[] => pairs.map((pair) => ({ ...pair, isCrossUnit: false }));

const nights = fc.array(fc.array(fc.tuple(fc.constantFrom<("leave" | "join" | "decline")[]>("leave", "join", "decline"), fc.nat(9999)), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

/** Nights on which people leave, come and decline; the law is told of each. */
function everyPeriod(plans: fc.Arbitrary<Plan>, law: (before: RedrawInput, result: Redraw, next: RedrawInput) => void, events = nights): void {
  fc.assert(fc.property(plans, events, (plan, happened) => {
    let situation = begin(cityOf(plan));
    happened.forEach((night, n) => {
      night.forEach(([kind, k], i) => {
        const here = situation.input.people.filter(({ id }) => !situation.gone.includes(id) && !situation.joined.includes(id));
        const asked = standing(situation);
        const [person, form] = [here[k % Math.max(1, here.length)], asked[k % Math.max(1, asked.length)]];
        if (kind === "join") situation = withJoiner(situation, `new-${n}-${i}`, k);
        else if (kind === "leave" && person !== undefined) situation = withLeaver(situation, person.id);
        else if (form !== undefined) situation = { ...situation, wanted: [...situation.wanted, { ratee: form.ratee, group: form.group, count: 1 }] };
      });
      // Who left on the same day needs nobody any more.
      situation = { ...situation, wanted: situation.wanted.filter(({ ratee }) => !situation.left.includes(ratee)) };
      const result = redraw(situation, prf);
      const next = after(situation, result);
      law(situation, result, next);
      situation = next;
    });
  }), RUNS);
}
const only = (kind: "leave" | "join" | "decline"): typeof nights => nights.map((all) => all.map((night) => night.map(([, k]): [typeof kind, number] => [kind, k])));

describe("whatever happens in mid-period", { timeout: 120_000 }, () => {
  it("no pair arises that may not be, none twice, none both ways, also not with what was handed over and may have been answered", () => {
    everyPeriod(anyPlan, ({ input }, _result, next) => expectLawful(input, asAssignments(next.drawn)));
  });

  it("only pairs that stood are handed over, each once; what was suggested never is", () => {
    everyPeriod(anyPlan, (before, { handedOver }) => {
      const stood = new Map(colleagues(standing(before)).map((pair) => [textOf(pair), pair.isSuggested]));
      expect(handedOver.map((pair) => stood.get(text(...pair)))).toEqual(handedOver.map(() => false));
      expect(new Set(handedOver.map((pair) => text(...pair))).size).toBe(handedOver.length);
    });
  });

  it("nobody who is gone is asked, and nobody is asked about who left", () => {
    everyPeriod(anyPlan, ({ gone, left }, { added }) => expect(added.filter(({ rater, ratee }) => gone.includes(rater) || left.includes(ratee))).toEqual([]));
  });

  it("the same situation gives the same change whatever the order of its lists; another key or number gives another", () => {
    everyPeriod(anyPlan, (before, result) => {
      const turned = { ...before, drawn: before.drawn.toReversed(), handedOver: before.handedOver.toReversed(), joined: before.joined.toReversed(), gone: before.gone.toReversed(), wanted: before.wanted.toReversed(), input: { ...before.input, people: before.input.people.toReversed(), banned: before.input.banned.toReversed() } };
      expect(redraw(turned, prf)).toEqual(result);
    });
    const situation = withJoiner(begin(cityOf(PLAIN)), "new", 0);
    for (const other of [redraw(situation, testPrf("kunci lain")), redraw({ ...situation, number: 2 }, prf)]) expect(other.added).not.toEqual(redraw(situation, prf).added);
  });

  it("each place that was wanted is filled or counted as lacking", () => {
    everyPeriod(anyPlan, (before, { added, shortfall }, next) => {
      const wanted = before.wanted.reduce((sum, one) => sum + one.count, 0);
      // A split makes two pairs of one: the joiner's place is filled, and the other's kept.
      expect(added.length - (next.handedOver.length - before.handedOver.length) + shortfall).toBe(wanted);
    });
  });

  it("a linked city stays linked", () => {
    everyPeriod(roomyPlan.filter(({ ratersPerPerson }) => ratersPerPerson >= 3), (_before, { components }, next) => {
      expect([components, parts(colleagues(standing(next)), false)]).toEqual([1, 1]);
    });
  });
});

describe("who joins", { timeout: 120_000 }, () => {
  it("is rated by and rates as many as everybody, and nobody else has a form more or less", () => {
    everyPeriod(roomyPlan, (before, { shortfall }, next) => {
      expect(shortfall).toBe(0);
      for (const side of ["rater", "ratee"] as const) {
        const [was, is] = [loads(before, side), loads(next, side)];
        for (const { id } of next.input.people) expect([id, is.get(id)]).toEqual([id, before.joined.includes(id) ? next.input.ratersPerPerson : was.get(id)]);
      }
    }, only("join"));
  });

  it("comes between two who stood: a about c becomes a about the joiner, and the joiner about c", () => {
    const situation = withJoiner(begin(cityOf(PLAIN)), "new", 0);
    const { added, handedOver } = redraw(situation, prf);
    const [raters, ratees] = [added.filter(({ ratee }) => ratee === "new").map(({ rater }) => rater), added.filter(({ rater }) => rater === "new").map(({ ratee }) => ratee)];
    expect([raters.length, ratees.length, added.length]).toEqual([7, 7, 14]);
    expect(handedOver.map(([rater]) => rater).toSorted()).toEqual(raters.toSorted());
    expect(handedOver.map(([, ratee]) => ratee).toSorted()).toEqual(ratees.toSorted());
  });

  it("and whoever was rated by one of another unit still is; the joiner too, where that can be", () => {
    everyPeriod(roomyPlan, (before, _result, next) => {
      const unitOf = new Map(next.input.people.map(({ id, unit }) => [id, unit]));
      const crossing = (one: RedrawInput): Map<string, number> => count(colleagues(standing(one)).filter(({ rater, ratee }) => unitOf.get(rater) !== unitOf.get(ratee)).map(({ ratee }) => ratee));
      const [was, is] = [crossing(before), crossing(next)];
      const least = defaultCrossUnit(next.input.ratersPerPerson);
      for (const { id } of next.input.people) expect(is.get(id) ?? 0).toBeGreaterThanOrEqual(before.joined.includes(id) ? least : Math.min(least, was.get(id) ?? 0));
    }, only("join"));
  });

  it("takes from one colleague after the other: who had begun a form that is handed over has one more at most, until everybody had one", () => {
    let situation = begin(cityOf({ ...PLAIN, sizes: [60, 60, 60] }));
    for (const [i, unit] of [0, 1, 2, 0, 1].entries()) {
      const joined = withJoiner(situation, `new-${i}`, unit);
      situation = after(joined, redraw(joined, prf));
    }
    expect(Math.max(...count(situation.handedOver.map(([rater]) => rater)).values())).toBe(1);
  });

  it("is rated from other units alone in a unit of one or two", () => {
    const situation = withJoiner(begin(cityOf({ ...PLAIN, sizes: [1, 30, 30] })), "new", 0);
    const { added, shortfall } = redraw(situation, prf);
    expect([added.filter(({ ratee }) => ratee === "new").map(({ isCrossUnit }) => isCrossUnit), shortfall]).toEqual([Array.from({ length: 7 }, () => true), 0]);
  });

  it("among 4,000 people takes less than the draw", () => {
    const sizes = [5, 200, 7, 180, 12, 150, 22, 120, 9, 90, 40, 70, 33, 62];
    const situation = withJoiner(begin(cityOf({ ...PLAIN, sizes: [...sizes, ...sizes, ...sizes, ...sizes] })), "new", 1);
    expect(redraw(situation, prf)).toMatchObject({ shortfall: 0, components: 1, handedOver: { length: 7 } });
  });
});

describe("in place of who declined or is gone", { timeout: 120_000 }, () => {
  const wanting = (more: Partial<RedrawInput> = {}): RedrawInput => ({ ...begin(cityOf(PLAIN)), wanted: [{ ratee: cityOf(PLAIN).people[4]?.id ?? "", group: "rekan", count: 1 }], ...more });

  it("one of the own unit is asked, then of a unit that works together, then of any", () => {
    const people = [..."abcdefgh"].map((id) => ({ id, unit: id < "e" ? "u1" : id < "g" ? "u2" : "u3", penilai: null }));
    const units = [{ id: "u1", worksWith: ["u2"] }, { id: "u2", worksWith: ["u1"] }, { id: "u3", worksWith: [] }];
    const input: DrawInput = { period: "1", people, units, banned: [], ratersPerPerson: 3, crossUnitPerPerson: 1 };
    const drawn = (raters: string): DrawnPair[] => [...raters].map((rater) => ({ rater, ratee: "c", group: "rekan", isSuggested: false }));
    const asked = (raters: string): string => redraw({ ...wanting(), input, drawn: drawn(raters), wanted: [{ ratee: "c", group: "rekan", count: 1 }] }, prf).added.map(({ rater }) => rater).join();
    // Without a rater of another unit the next is one of those.
    expect(["e", "f"]).toContain(asked("ab"));
    expect(asked("eab")).toBe("d");
    expect(["e", "f"]).toContain(asked("abdg"));
    expect(["g", "h"]).toContain(asked("abdef"));
    expect(redraw({ ...wanting(), input, drawn: drawn("abdefgh"), wanted: [{ ratee: "c", group: "rekan", count: 2 }] }, prf)).toMatchObject({ added: [], shortfall: 2 });
  });

  it("who rated somebody who left is the first to be asked: their forms became one less", () => {
    everyPeriod(roomyPlan, (before, { added, handedOver }, next) => {
      expect(handedOver).toEqual([]);
      // Each has at most one more than the draw gave, as long as anybody is free.
      expect(Math.max(0, ...loads(next, "rater").values())).toBeLessThanOrEqual(next.input.ratersPerPerson + (added.length > 0 ? 1 : 0));
      expect(before.gone.length).toBeGreaterThan(0);
    }, only("leave"));
    const begun = begin(cityOf(PLAIN));
    const leaver = begun.input.people[3]?.id ?? "";
    const raters = new Set(begun.drawn.filter(({ ratee }) => ratee === leaver).map(({ rater }) => rater));
    const { added, shortfall } = redraw(withLeaver(begun, leaver), prf);
    expect([added.length, shortfall, added.filter(({ rater }) => raters.has(rater)).length]).toEqual([5, 0, 5]);
  });

  it("another of the bawahan about their penilai, where there is one; never one who declined, is banned, vetoed or gone", () => {
    const situation = begin(cityOf({ ...PLAIN, sizes: [6, 14, 14], isLed: true, ratersPerPerson: 3 }));
    const [small = "", large = ""] = situation.input.people.filter(({ penilai }) => penilai === null).map(({ id }) => id);
    const asked = (head: string): string[] => situation.drawn.filter(({ group, ratee }) => group === "bawahan" && ratee === head).map(({ rater }) => rater);
    const wanted = (ratee: string, times: number, more: Partial<RedrawInput> = {}): Redraw => redraw({ ...situation, wanted: [{ ratee, group: "bawahan", count: times }], ...more }, prf);
    const { added, shortfall } = wanted(large, 1);
    expect([added.map(({ rater, group }) => [asked(large).includes(rater), group]), shortfall]).toEqual([[[false, "bawahan"]], 0]);
    // Six have five bawahan, all asked from the beginning.
    expect(wanted(small, 2)).toMatchObject({ added: [], shortfall: 2 });
    const left = situation.input.people.filter(({ id, penilai }) => penilai === large && !asked(large).includes(id)).map(({ id }) => id);
    const all = wanted(large, left.length);
    expect(all.added.map(({ rater }) => rater).toSorted()).toEqual(left.toSorted());
    const [banned = "", vetoed = "", away = ""] = left;
    const input = { ...situation.input, banned: [[large, banned] as const], vetoes: [{ person: large, rater: vetoed }] };
    expect(wanted(large, left.length, { input, gone: [away] }).added.map(({ rater }) => rater).toSorted()).toEqual(left.slice(3).toSorted());
    expect(wanted(large, left.length, { input: { ...situation.input, banned: [[banned, large] as const] } }).shortfall).toBe(1);
    expect(all.added.every(({ isCrossUnit }) => !isCrossUnit)).toBe(true);
  });

  it("a pair of an earlier period only where nobody else is near", () => {
    const situation = wanting();
    const [ratee] = situation.wanted.map((one) => one.ratee);
    const first = redraw(situation, prf).added[0]?.rater ?? "";
    const again = redraw({ ...situation, input: { ...situation.input, previous: [[first, ratee ?? ""]] } }, prf).added;
    expect(again).toHaveLength(1);
    expect(again[0]?.rater).not.toBe(first);
  });

  it("who does not take part is refused", () => expect(() => redraw(wanting({ wanted: [{ ratee: "nobody", group: "rekan", count: 1 }] }), prf)).toThrow(RangeError));
});
