import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Assignment, type DrawInput, drawRaters } from "../assignment.ts";
import { anyPlan, cityOf, type Plan, roomyPlan, testPrf } from "./city.fixture.ts";
import { colleaguesOf, count, expectLawful, parts, text, textOf } from "./laws.fixture.ts";
import { afterChange } from "./proof.ts";
import { CHANGES_AT_A_LEAVE, type DrawChange, type DrawSituation, type Redraw, redraw } from "./redraw.ts";

const prf = testPrf("kunci periode");
const RUNS = { numRuns: 20 };

const begin = (input: DrawInput): DrawSituation => ({ input, assignments: drawRaters(input, prf).assignments, submitted: [], abstained: [], gone: [] });

/** The situation once the change was made. */
function after(situation: DrawSituation, change: DrawChange, result: Redraw): DrawSituation {
  return {
    ...situation, assignments: afterChange(situation.assignments, result),
    gone: change.kind === "leave" ? [...situation.gone, change.person] : situation.gone,
    abstained: change.kind === "abstain" ? [...situation.abstained, [change.rater, change.ratee]] : situation.abstained,
  };
}

/** Sends about one form of `every`, chosen by their place. */
const send = (situation: DrawSituation, every: number): DrawSituation => ({ ...situation, submitted: situation.assignments.filter((_, i) => i % every === 0).map(({ rater, ratee }): [string, string] => [rater, ratee]) });

const joined = (situation: DrawSituation, k: number): DrawSituation => ({ ...situation, input: { ...situation.input, people: [...situation.input.people, { id: `new-${k}`, unit: situation.input.units[k % situation.input.units.length]?.id ?? "", penilai: null }] } });

const events = fc.array(fc.tuple(fc.constantFrom<DrawChange["kind"][]>("leave", "join", "abstain"), fc.nat(9999)), { minLength: 1, maxLength: 10 });

/** A period with all that may happen in it; the law is told of each change. */
function everyPeriod(plans: fc.Arbitrary<Plan>, law: (before: DrawSituation, change: DrawChange, result: Redraw) => void, kinds = events): void {
  fc.assert(fc.property(plans, kinds, fc.integer({ min: 2, max: 6 }), (plan, happened, every) => {
    let situation = send(begin(cityOf(plan)), every);
    happened.forEach(([kind, k], i) => {
      const here = situation.input.people.filter(({ id }) => !situation.gone.includes(id));
      const open = situation.assignments.filter(({ rater, ratee }) => !situation.submitted.some((pair) => text(...pair) === text(rater, ratee)));
      const pair = open[k % Math.max(1, open.length)];
      let change: DrawChange | undefined;
      if (kind === "join") {
        situation = joined(situation, i);
        change = { kind, person: `new-${i}` };
      } else if (kind === "leave") change = here.length > 0 ? { kind, person: here[k % here.length]?.id ?? "" } : undefined;
      else if (pair !== undefined) change = { kind: "abstain", rater: pair.rater, ratee: pair.ratee };
      if (change === undefined) return;
      const result = redraw(situation, change, prf);
      law(situation, change, result);
      situation = after(situation, change, result);
    });
  }), RUNS);
}

const only = (kind: DrawChange["kind"]): typeof events => events.map((happened) => happened.map(([, k]): [DrawChange["kind"], number] => [kind, k]));
const submittedTexts = ({ submitted }: DrawSituation): Set<string> => new Set(submitted.map((pair) => text(...pair)));
const loads = (assignments: readonly Assignment[], side: "rater" | "ratee"): Map<string, number> => count(colleaguesOf(assignments).map((pair) => pair[side]));

describe("whatever happens in mid-period", { timeout: 120_000 }, () => {
  it("no pair arises that may not be, none twice, none both ways", () => {
    everyPeriod(anyPlan, (before, _change, result) => expectLawful(before.input, afterChange(before.assignments, result)));
  });

  it("no form that was sent is dropped", () => {
    everyPeriod(anyPlan, (before, _change, { removed }) => {
      const sent = submittedTexts(before);
      expect(removed.filter((pair) => sent.has(textOf(pair)))).toEqual([]);
    });
  });

  it("nobody who left is asked, nor anybody again who abstained", () => {
    everyPeriod(anyPlan, (before, change, { added }) => {
      const gone = new Set(change.kind === "leave" ? [...before.gone, change.person] : before.gone);
      const barred = new Set([...before.abstained.map((pair) => text(...pair)), ...(change.kind === "abstain" ? [textOf(change)] : [])]);
      expect(added.filter(({ rater, ratee }) => gone.has(rater) || gone.has(ratee) || barred.has(text(rater, ratee)))).toEqual([]);
    });
  });

  it("the same situation gives the same change whatever the order of its lists", () => {
    everyPeriod(anyPlan, (before, change, result) => {
      const turned = { ...before, assignments: before.assignments.toReversed(), submitted: before.submitted.toReversed(), gone: before.gone.toReversed(), abstained: before.abstained.toReversed(), input: { ...before.input, people: before.input.people.toReversed() } };
      expect(redraw(turned, change, prf)).toEqual(result);
    });
  });

  it("places of who is touched that stay open are said", () => {
    everyPeriod(anyPlan, (before, change, result) => {
      const about = loads(afterChange(before.assignments, result), "ratee");
      const said = new Map(result.shortfalls.filter(({ kind }) => kind === "raters").map(({ person, got }) => [person, got]));
      const gone = new Set(change.kind === "leave" ? [...before.gone, change.person] : before.gone);
      const touched = new Set(colleaguesOf([...result.added, ...result.removed]).flatMap(({ rater, ratee }) => [rater, ratee]));
      const open = [...touched].filter((id) => !gone.has(id) && (about.get(id) ?? 0) < before.input.ratersPerPerson);
      expect(open.map((id) => [id, said.get(id)])).toEqual(open.map((id) => [id, about.get(id) ?? 0]));
    });
  });

  it("a linked city stays linked", () => {
    everyPeriod(roomyPlan.filter(({ ratersPerPerson }) => ratersPerPerson >= 3), (before, _change, result) => {
      expect(parts(colleaguesOf(afterChange(before.assignments, result)), false)).toBe(1);
      expect(result.components).toBe(1);
    });
  });
});

describe("when somebody leaves", { timeout: 120_000 }, () => {
  it("at most five colleagues get another task, and it is the leaver's raters who take over", () => {
    everyPeriod(roomyPlan, (_before, change, { added, removed }) => {
      expect(added.length).toBeLessThanOrEqual(CHANGES_AT_A_LEAVE);
      expect(removed.every(({ rater, ratee }) => change.kind === "leave" && (rater === change.person || ratee === change.person))).toBe(true);
    }, only("leave"));
    const situation = begin(cityOf({ sizes: [30, 30, 30], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 5 }));
    const leaver = situation.input.people[7]?.id ?? "";
    const { added, removed, shortfalls } = redraw(situation, { kind: "leave", person: leaver }, prf);
    expect([added.length, removed.length, shortfalls]).toEqual([5, 10, []]);
    const names = (pairs: readonly Assignment[], side: "rater" | "ratee"): string[] => pairs.map((pair) => pair[side]).filter((id) => id !== leaver).toSorted();
    expect([names(added, "rater"), names(added, "ratee")]).toEqual([names(removed, "rater"), names(removed, "ratee")]);
    expect(added.every(({ ratee }) => situation.assignments.filter((pair) => pair.ratee === ratee && pair.isCrossUnit && pair.rater !== leaver).length + added.filter((pair) => pair.ratee === ratee && pair.isCrossUnit).length > 0)).toBe(true);
  });

  it("their ratees keep a rater of another unit, and the city stays one part, whoever leaves", () => {
    const leavings = (ratersPerPerson: number): Redraw[] => {
      const situation = begin(cityOf({ sizes: [12, 10, 8], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson }));
      return situation.input.people.map(({ id }) => redraw(situation, { kind: "leave", person: id }, prf));
    };
    for (const { components, shortfalls } of [...leavings(3), ...leavings(5)]) expect([components, shortfalls.filter(({ kind }) => kind === "cross_unit")]).toEqual([1, []]);
    // With two raters there are two ways to take over, one of which tears the city: it is taken only where the other may not be, and said.
    expect(leavings(2).filter(({ components }) => components > 1).length).toBeLessThanOrEqual(4);
  });

  it("everybody who can has as many raters as before, up to five of them", () => {
    for (const [ratersPerPerson, open] of [[4, 0], [5, 0], [7, 2]] as const) {
      const situation = begin(cityOf({ sizes: [40, 35, 30], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson }));
      const { shortfalls } = redraw(situation, { kind: "leave", person: situation.input.people[3]?.id ?? "" }, prf);
      expect(shortfalls.filter(({ kind }) => kind === "raters")).toHaveLength(open);
    }
  });

  it("what was sent by them and about them stays, and needs nobody else", () => {
    const situation = begin(cityOf({ sizes: [20, 20], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 4 }));
    const leaver = situation.input.people[0]?.id ?? "";
    const submitted = situation.assignments.filter(({ rater, ratee }) => rater === leaver || ratee === leaver).map(({ rater, ratee }): [string, string] => [rater, ratee]);
    expect(redraw({ ...situation, submitted }, { kind: "leave", person: leaver }, prf)).toMatchObject({ added: [], removed: [], shortfalls: [] });
  });

  it("another bawahan is asked about the penilai, where there is one; about a penilai who left nobody is", () => {
    const situation = begin(cityOf({ sizes: [6, 12, 12], isLed: true, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 3 }));
    const asked = (head: string): string[] => situation.assignments.filter(({ group, ratee }) => group === "bawahan" && ratee === head).map(({ rater }) => rater);
    const [small = "", large = ""] = situation.input.people.filter(({ penilai }) => penilai === null).map(({ id }) => id);
    const fromLarge = redraw(situation, { kind: "leave", person: asked(large)[0] ?? "" }, prf).added.filter(({ group }) => group === "bawahan");
    expect(fromLarge.map(({ ratee, rater }) => [ratee, asked(large).includes(rater)])).toEqual([[large, false]]);
    expect(redraw(situation, { kind: "leave", person: asked(small)[0] ?? "" }, prf).shortfalls).toContainEqual({ kind: "bawahan", person: small, wanted: 1, got: 0 });
    const headLeft = redraw(situation, { kind: "leave", person: large }, prf);
    expect([headLeft.removed.filter(({ group }) => group === "bawahan").length, headLeft.added.filter(({ group }) => group === "bawahan").length]).toEqual([8, 0]);
  });
});

describe("when somebody joins", { timeout: 120_000 }, () => {
  it("only pairs not answered yet are split: nobody else has a form more or less", () => {
    everyPeriod(roomyPlan, (before, change, result) => {
      const joiner = change.kind === "abstain" ? "" : change.person;
      const sent = submittedTexts(before);
      expect(result.removed.filter((pair) => sent.has(textOf(pair)))).toEqual([]);
      for (const side of ["rater", "ratee"] as const) {
        const [was, is] = [loads(before.assignments, side), loads(afterChange(before.assignments, result), side)];
        is.delete(joiner);
        expect(is).toEqual(was);
      }
    }, only("join"));
  });

  it("a suggested colleague keeps the place", () => {
    const suggestions = Array.from({ length: 30 }, (_, i): [number, number] => [i, (i + 1) % 30]);
    const situation = joined(begin(cityOf({ sizes: [10, 10, 10], isLed: false, bans: [], vetoes: [], suggestions, links: [], ratersPerPerson: 5 })), 1);
    expect(situation.assignments.filter(({ isSuggested }) => isSuggested).length).toBeGreaterThan(20);
    expect(redraw(situation, { kind: "join", person: "new-1" }, prf).removed.filter(({ isSuggested }) => isSuggested)).toEqual([]);
  });

  it("they get as many raters, and as many to rate, as everybody, with their places of other units", () => {
    const situation = joined(begin(cityOf({ sizes: [30, 30, 30], isLed: false, bans: [], vetoes: [], suggestions: [], links: [[0, 1], [1, 2]], ratersPerPerson: 7 })), 1);
    const { added, removed, shortfalls } = redraw(situation, { kind: "join", person: "new-1" }, prf);
    expect([added.filter(({ ratee }) => ratee === "new-1").length, added.filter(({ rater }) => rater === "new-1").length, removed.length, shortfalls]).toEqual([7, 7, 7, []]);
    expect(added.filter(({ ratee, isCrossUnit }) => ratee === "new-1" && isCrossUnit)).toHaveLength(2);
    const banned = situation.input.people.filter(({ unit }) => unit === "unit-1").map(({ id }): [string, string] => ["new-1", id]);
    const stranger = redraw({ ...situation, input: { ...situation.input, banned } }, { kind: "join", person: "new-1" }, prf);
    expect(new Set(stranger.added.map(({ isCrossUnit }) => isCrossUnit))).toEqual(new Set([true]));
  });
});

describe("when a rater abstains", { timeout: 120_000 }, () => {
  it("another of the same kind is asked, nobody has more than one form above the others", () => {
    everyPeriod(roomyPlan, (before, change, result) => {
      expect([result.removed.length, result.added.length]).toEqual([1, result.shortfalls.some(({ kind }) => kind === "bawahan") ? 0 : 1]);
      expect(result.removed[0]).toMatchObject(change.kind === "abstain" ? { rater: change.rater, ratee: change.ratee } : {});
      expect(Math.max(...loads(afterChange(before.assignments, result), "rater").values())).toBeLessThanOrEqual(before.input.ratersPerPerson + 1);
    }, only("abstain"));
    const situation = begin(cityOf({ sizes: [20, 20, 20, 20], isLed: false, bans: [], vetoes: [], suggestions: [], links: [[0, 1], [2, 3]], ratersPerPerson: 5 }));
    const unit = new Map(situation.input.people.map(({ id, unit: own }) => [id, own]));
    for (const { rater, ratee, isCrossUnit } of situation.assignments.slice(0, 60)) {
      const [added] = redraw(situation, { kind: "abstain", rater, ratee }, prf).added;
      expect([added?.ratee, added?.isCrossUnit]).toEqual([ratee, isCrossUnit]);
      const [a, b] = [unit.get(ratee), unit.get(added?.rater ?? "")].map((name) => Number(name?.slice(5)));
      if (isCrossUnit) expect(Math.floor((a ?? 0) / 2)).toBe(Math.floor((b ?? -9) / 2));
    }
  });

  it("who has a form less is asked before others", () => {
    const situation = begin(cityOf({ sizes: [16], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 3 }));
    const [first] = situation.assignments;
    const change: DrawChange = { kind: "abstain", rater: first?.rater ?? "", ratee: first?.ratee ?? "" };
    const next = after(situation, change, redraw(situation, change, prf));
    const free = first?.rater ?? "";
    const others = next.assignments.filter(({ rater, ratee }) => ![rater, ratee].includes(free) && ratee !== first?.ratee && !next.assignments.some((pair) => [text(free, ratee), text(ratee, free)].includes(textOf(pair))));
    expect(others.length).toBeGreaterThan(10);
    for (const { rater, ratee } of others) expect(redraw(next, { kind: "abstain", rater, ratee }, prf).added.map((pair) => pair.rater)).toEqual([free]);
  });

  it("nobody is asked who has a form more already, even where nobody else may be: the place stays open", () => {
    const situation = begin(cityOf({ sizes: [16], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 2 }));
    const [one, two] = situation.assignments.filter(({ ratee }, i, all) => all.findIndex((pair) => pair.ratee === ratee) === i);
    const change: DrawChange = { kind: "abstain", rater: one?.rater ?? "", ratee: one?.ratee ?? "" };
    const result = redraw(situation, change, prf);
    const next = after(situation, change, result);
    const busy = result.added[0]?.rater ?? "";
    const alone = { ...next, input: { ...next.input, banned: next.input.people.filter(({ id }) => id !== busy && id !== two?.ratee).map(({ id }): [string, string] => [id, two?.ratee ?? ""]) } };
    const open = redraw(alone, { kind: "abstain", rater: two?.rater ?? "", ratee: two?.ratee ?? "" }, prf);
    expect([open.added, open.shortfalls.filter(({ kind }) => kind === "raters")]).toEqual([[], [{ kind: "raters", person: two?.ratee, wanted: 2, got: 1 }]]);
  });

  it("of bawahan another one is asked, neither vetoed nor banned nor one who abstained before", () => {
    const input = cityOf({ sizes: [14, 20], isLed: true, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 3 });
    const head = input.people[0]?.id ?? "";
    const [asked, rest] = [true, false].map((isAsked) => input.people.filter(({ id, penilai }) => penilai === head && isAsked === begin(input).assignments.some((pair) => pair.ratee === head && pair.rater === id)).map(({ id }) => id));
    const [a = "", b = "", c = "", d = "", e = ""] = rest ?? [];
    const situation: DrawSituation = { ...begin(input), input: { ...input, vetoes: [{ person: head, rater: a }], banned: [[b, head], [head, c]] }, abstained: [[d, head]] };
    expect(rest).toHaveLength(5);
    expect(redraw(situation, { kind: "abstain", rater: asked?.[0] ?? "", ratee: head }, prf)).toMatchObject({ added: [{ rater: e, ratee: head, group: "bawahan", isCrossUnit: false }], removed: [{ rater: asked?.[0], ratee: head, group: "bawahan" }], shortfalls: [] });
  });
});

describe("what cannot be", () => {
  const situation = begin(cityOf({ sizes: [10, 10], isLed: false, bans: [], vetoes: [], suggestions: [], links: [], ratersPerPerson: 2 }));
  const [first] = situation.assignments;
  it.each<[string, DrawSituation, DrawChange]>([
    ["a stranger leaves", situation, { kind: "leave", person: "x" }],
    ["a stranger joins", situation, { kind: "join", person: "x" }],
    ["an abstention from a pair that is not asked", situation, { kind: "abstain", rater: first?.ratee ?? "", ratee: first?.rater ?? "" }],
    ["an abstention after sending", send(situation, 1), { kind: "abstain", rater: first?.rater ?? "", ratee: first?.ratee ?? "" }],
  ])("is refused: %s", (_, now, change) => expect(() => redraw(now, change, prf)).toThrow(RangeError));
});
