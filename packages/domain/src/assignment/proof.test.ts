import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Assignment, drawRaters } from "../assignment.ts";
import { anyPlan, cityOf, testPrf } from "./city.fixture.ts";
import { afterChange, drawSeal, isAssignmentProven, type LoggedChange, proveAssignments, verifyDraw } from "./proof.ts";
import { redraw } from "./redraw.ts";

const prf = testPrf("kunci periode");
const hash = testPrf("tanpa kunci");
const input = cityOf({ sizes: [15, 20, 9], isLed: true, bans: [[1, 2]], vetoes: [[3, 4]], suggestions: [], links: [[0, 1]], ratersPerPerson: 5 });
const drawn = drawRaters(input, prf).assignments;

describe("a verifier", () => {
  const log: LoggedChange[] = [];
  let now: readonly Assignment[] = drawn;
  const [pair] = drawn;
  for (const change of [{ kind: "leave", person: input.people[9]?.id ?? "" }, { kind: "abstain", rater: pair?.rater ?? "", ratee: pair?.ratee ?? "" }] as const) {
    const logged = { input, submitted: [], abstained: [], gone: log.length === 0 ? [] : [input.people[9]?.id ?? ""], change };
    log.push(logged);
    now = afterChange(now, redraw({ ...logged, assignments: now }, change, prf));
  }

  it("who has key and inputs gets the same draw, and with the log of changes the same end", () => {
    expect(verifyDraw({ input, changes: [], assignments: drawn.toReversed() }, prf)).toEqual({ isSame: true, missing: [], extra: [] });
    expect(now).not.toEqual(drawn);
    expect(verifyDraw({ input, changes: log, assignments: now }, prf)).toEqual({ isSame: true, missing: [], extra: [] });
  });

  it("names what a tampered register lacks and has too much", () => {
    const [first, ...rest] = drawn;
    const forged = { ...(first ?? { rater: "", ratee: "", group: "rekan", isCrossUnit: false, isSuggested: false }), rater: "friend" };
    expect(verifyDraw({ input, changes: [], assignments: [forged, ...rest] }, prf)).toEqual({ isSame: false, missing: [first], extra: [forged] });
    expect(verifyDraw({ input, changes: [], assignments: rest }, prf)).toEqual({ isSame: false, missing: [first], extra: [] });
    expect(verifyDraw({ input, changes: [], assignments: [forged, ...drawn] }, prf)).toEqual({ isSame: false, missing: [], extra: [forged] });
  });

  it("sees another key, another input and a change left out", () => {
    expect(verifyDraw({ input, changes: [], assignments: drawn }, testPrf("kunci lain")).isSame).toBe(false);
    expect(verifyDraw({ input: { ...input, vetoes: [] }, changes: [], assignments: drawRaters({ ...input, vetoes: [{ person: drawn[0]?.ratee ?? "", rater: drawn[0]?.rater ?? "" }] }, prf).assignments }, prf).isSame).toBe(false);
    expect(verifyDraw({ input, changes: log.slice(0, 1), assignments: now }, prf).isSame).toBe(false);
  });
});

describe("a rater", () => {
  it("proves exactly their own assignments against the published seal, whatever the draw", () => {
    fc.assert(fc.property(anyPlan, fc.nat(999), (plan, k) => {
      const city = cityOf(plan);
      const { assignments } = drawRaters(city, prf);
      const root = drawSeal(city.period, assignments, prf, hash);
      const rater = city.people[k % city.people.length]?.id ?? "";
      const own = assignments.filter((pair) => pair.rater === rater).map(({ ratee }) => ratee).toSorted();
      const proof = proveAssignments({ period: city.period, rater }, assignments.toReversed(), prf, hash);
      expect(proof?.ratees ?? []).toEqual(own);
      expect(proof === null || isAssignmentProven(proof, root, hash)).toBe(true);
    }), { numRuns: 60 });
  }, 60_000);

  it("proves nothing else: other people, one more or one less, another period, another's salt", () => {
    const root = drawSeal("2026-S2", drawn, prf, hash);
    const [one, two] = [...new Set(drawn.map(({ rater }) => rater))].map((rater) => proveAssignments({ period: "2026-S2", rater }, drawn, prf, hash));
    if (one == null || two == null) throw new Error("nobody rates");
    const forged = [{ ...one, ratees: one.ratees.slice(1) }, { ...one, ratees: [...one.ratees, "x"] }, { ...one, rater: two.rater }, { ...one, period: "2027-S1" }, { ...one, salt: two.salt }, { ...one, path: two.path }, { ...one, path: one.path.slice(1) }];
    expect([one, ...forged].map((proof) => isAssignmentProven(proof, root, hash))).toEqual([true, false, false, false, false, false, false, false]);
    expect(drawSeal("2026-S2", drawn.slice(1), prf, hash)).not.toBe(root);
  });

  it("tells nobody else's names by it: a proof holds the rater's own and hashes", () => {
    const { rater } = drawn[0] ?? { rater: "" };
    const text = JSON.stringify(proveAssignments({ period: "2026-S2", rater }, drawn, prf, hash));
    const own = new Set([rater, ...drawn.filter((pair) => pair.rater === rater).map(({ ratee }) => ratee)]);
    expect(input.people.map(({ id }) => id).filter((id) => text.includes(id)).toSorted()).toEqual([...own].toSorted());
  });

  it("has nothing to prove in an empty draw", () => {
    expect([drawSeal("1", [], prf, hash), proveAssignments({ period: "1", rater: "x" }, [], prf, hash)]).toEqual(["", null]);
  });
});
