import type { DrawInput } from "@teraju/domain";
import { expect, test } from "vitest";
import { firstDraw, rootOfDraw } from "./features/peer-input/draw-core.ts";
import { hashOfKey } from "./features/peer-input/keys.ts";
import { verifyDraw } from "./verify-draw.ts";

const KEY = Buffer.alloc(32, 7);
const CYCLE = "0193f000-0000-7000-8000-000000000001";
const input: DrawInput = {
  period: "2026-2", units: [{ id: "u1", worksWith: ["u2"] }, { id: "u2", worksWith: ["u1"] }], banned: [["p1", "p2"]], ratersPerPerson: 4, crossUnitPerPerson: 1, bawahanPerPenilai: 8, vetoes: [], suggestions: [], previous: [],
  people: Array.from({ length: 24 }, (_, n) => ({ id: `p${n}`, unit: n < 12 ? "u1" : "u2", penilai: null })),
};
const root = rootOfDraw(firstDraw(input, KEY), CYCLE, KEY);
/** As it comes from the page: through JSON. */
const file = (more: object = {}): unknown => JSON.parse(JSON.stringify({ key: KEY.toString("hex"), keyHash: hashOfKey(KEY), root, inputs: { cycleId: CYCLE, draws: [{ number: 0, inputs: input }] }, ...more }));

test("the draw done again from the file alone gives the published root", () => {
  expect(verifyDraw(file())).toEqual({ root, isKeyPublished: true, isEqual: true });
});

test("another key, another person or another rule is seen", () => {
  expect(verifyDraw(file({ key: "8".repeat(64) }))).toMatchObject({ isKeyPublished: false, isEqual: false });
  const without = { ...input, people: input.people.slice(1) };
  expect(verifyDraw(file({ inputs: { cycleId: CYCLE, draws: [{ number: 0, inputs: without }] } }))).toMatchObject({ isKeyPublished: true, isEqual: false });
  expect(verifyDraw(file({ inputs: { cycleId: CYCLE, draws: [{ number: 0, inputs: { ...input, banned: [] } }] } })).isEqual).toBe(false);
});

test("a file of another shape is refused, not half believed", () => {
  expect(() => verifyDraw({ key: "x" })).toThrow();
});
