import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawReplacements, type ReplacementInput } from "./assignment-replacement.ts";

/** A small keyed hash of the tests: that it is HMAC-SHA256 is the caller's business. */
const prfOf = (key: number) => (text: string): Uint8Array => {
  let [a, b] = [2166136261 ^ key, 374761393 ^ key];
  for (const letter of text) {
    a = Math.imul(a ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
    b = (Math.imul(b, 31) + a) >>> 0;
  }
  return Uint8Array.from([a >>> 24, a >>> 16, a >>> 8, a, b >>> 24, b >>> 16, b >>> 8, b]);
};
const prf = prfOf(7);
const people = [..."abcdefgh"].map((id) => ({ id, unit: id < "e" ? "u1" : id < "g" ? "u2" : "u3", penilai: id === "b" ? "a" : null }));
const units = [{ id: "u1", worksWith: ["u2"] }, { id: "u2", worksWith: ["u1"] }, { id: "u3", worksWith: [] }];
const input = (more: Partial<ReplacementInput> = {}): ReplacementInput => ({ period: "2026-2", number: 1, people, units, banned: [], vetoes: [], drawn: [], wanted: [{ ratee: "c", group: "rekan", count: 1 }], ...more });
const raters = (more: Partial<ReplacementInput> = {}) => drawReplacements(input(more), prf).assignments.map((one) => one.rater);

describe("who comes in place of somebody who declined", () => {
  it("is of the own unit, then of a unit that works together, then of any", () => {
    expect(["a", "b", "d"]).toContain(raters()[0]);
    const drawn = (list: string) => [...list].map((rater) => ({ rater, ratee: "c", group: "rekan" as const }));
    expect(["e", "f"]).toContain(raters({ drawn: drawn("abd") })[0]);
    expect(["g", "h"]).toContain(raters({ drawn: drawn("abdef") })[0]);
    expect(drawReplacements(input({ drawn: drawn("abdefgh") }), prf)).toEqual({ assignments: [], shortfall: 1 });
  });
  it("has the fewest forms among the near", () => {
    const drawn = ["a", "b"].map((rater) => ({ rater, ratee: "h", group: "rekan" as const }));
    expect(raters({ drawn })).toEqual(["d"]);
  });
  it("is no banned, vetoed, reversed or own pair", () => {
    expect(raters({ banned: [["c", "a"]], vetoes: [{ person: "c", rater: "b" }] })).toEqual(["d"]);
    expect(raters({ banned: [["a", "c"]], drawn: [{ rater: "c", ratee: "d", group: "rekan" }] })).toEqual(["b"]);
  });
  it("is the penilai or the bawahan only in the bawahan's channel", () => {
    expect(raters({ wanted: [{ ratee: "b", group: "rekan", count: 7 }] })).not.toContain("a");
    expect(raters({ wanted: [{ ratee: "a", group: "rekan", count: 7 }] })).not.toContain("b");
    expect(raters({ wanted: [{ ratee: "a", group: "bawahan", count: 2 }] })).toEqual(["b"]);
  });
  it("is nobody who left or is away", () => {
    expect(raters({ gone: ["a", "b"] })).toEqual(["d"]);
    expect(raters({ gone: ["a", "b", "d"] }).every((rater) => ["e", "f"].includes(rater))).toBe(true);
  });
  it("is nobody for who is not in the draw", () => expect(drawReplacements(input({ wanted: [{ ratee: "z", group: "rekan", count: 2 }] }), prf)).toEqual({ assignments: [], shortfall: 2 }));
});

describe("laws", () => {
  it("the order of the input plays no part; another key or number is another draw", () => {
    const wanted = people.map(({ id }) => ({ ratee: id, group: "rekan" as const, count: 2 }));
    const draw = (more: Partial<ReplacementInput> = {}, key = 7) => drawReplacements(input({ wanted, ...more }), prfOf(key)).assignments;
    expect(draw({ people: people.toReversed(), wanted: wanted.toReversed(), units: units.toReversed() })).toEqual(draw());
    expect([draw({}, 8), draw({ number: 2 })]).not.toContainEqual(draw());
  });
  it("never an own, repeated, reciprocal or banned pair, whatever the city", () => {
    const id = fc.constantFrom(...people.map((one) => one.id));
    const pairs = fc.array(fc.tuple(id, id), { maxLength: 12 });
    fc.assert(fc.property(pairs, pairs, fc.array(fc.record({ ratee: id, group: fc.constant("rekan" as const), count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 6 }), fc.integer(), (banned, before, wanted, key) => {
      const drawn = before.map(([rater, ratee]) => ({ rater, ratee, group: "rekan" as const }));
      const { assignments, shortfall } = drawReplacements(input({ banned, drawn, wanted }), prfOf(key));
      const seen = new Set(before.map(([rater, ratee]) => `${rater}${ratee}`));
      for (const { rater, ratee } of assignments) {
        expect(rater).not.toBe(ratee);
        expect(seen.has(`${rater}${ratee}`)).toBe(false);
        expect(banned.some(([a, b]) => `${a}${b}` === `${rater}${ratee}` || `${b}${a}` === `${rater}${ratee}`)).toBe(false);
        seen.add(`${rater}${ratee}`);
      }
      for (const { rater, ratee } of assignments) expect(seen.has(`${ratee}${rater}`)).toBe(false);
      expect(assignments.length + shortfall).toBe(wanted.reduce((sum, one) => sum + one.count, 0));
    }), { numRuns: 200 });
  });
});
