import { expect, test } from "vitest";
import { canonical } from "./digest.ts";
import { isDecision, noted, rule } from "./decision.ts";

const cite = { regulation: "Uji", part: "Pasal 1", link: null };
const double = rule({ name: "Dua kali", cite, decide: ({ n }: { n: number }) => n * 2 });
const sum = rule({ name: "Jumlah", cite, decide: ({ list }: { list: readonly number[] }) => list.reduce((a, b) => a + b, 0) });

test("a rule answers with its value, its article and its inputs", () => {
  expect(double({ n: 3 })).toEqual({ rule: "Dua kali", cite, given: { n: 3 }, value: 6, from: [] });
});

test("a Decision as input is unwrapped for the rule and remembered in the explanation", () => {
  const inner = double({ n: 3 });
  const outer = double({ n: inner });
  expect(outer.value).toBe(12);
  expect(outer.given).toEqual({ n: 6 });
  expect(outer.from).toEqual([inner]);
});

test("a list of Decisions is unwrapped one by one, in order, mixed with plain values", () => {
  const [one, two] = [double({ n: 1 }), double({ n: 2 })];
  const total = sum({ list: [one, 10, two] });
  expect(total.value).toBe(16);
  expect(total.given).toEqual({ list: [2, 10, 4] });
  expect(total.from).toEqual([one, two]);
});

test("a Decision of a whole list is unwrapped too", () => {
  const list = rule({ name: "Daftar", cite, decide: ({ n }: { n: number }) => [n, n] })({ n: 4 });
  expect(sum({ list })).toMatchObject({ value: 8, given: { list: [4, 4] }, from: [list] });
});

test("notes stand one per line, and a rule without notes has none", () => {
  const answer = rule({ name: "Catatan", cite, decide: ({ n }: { n: number }) => noted(n, n > 0 && "Satu.", n > 1 && "Dua.") });
  expect(answer({ n: 2 }).note).toBe("Satu.\nDua.");
  expect(answer({ n: 1 }).note).toBe("Satu.");
  expect("note" in answer({ n: 0 })).toBe(false);
  expect(answer({ n: 2 }).value).toBe(2);
});

test("a citation may follow from the input", () => {
  const answer = rule({ name: "Pasal", cite: ({ n }: { n: number }) => ({ ...cite, part: `Pasal ${n}` }), decide: ({ n }: { n: number }) => n });
  expect(answer({ n: double({ n: 7 }) }).cite.part).toBe("Pasal 14");
});

test("an object that is a value, null or an array is not taken for a Decision", () => {
  expect(isDecision(double({ n: 1 }))).toBe(true);
  expect(isDecision(JSON.parse(JSON.stringify(double({ n: 1 }))))).toBe(true);
  for (const thing of [null, undefined, 5, "rule", [], {}, { rule: "x", cite, given: {}, value: 1 }, { cite, given: {}, value: 1, from: [] }]) expect(isDecision(thing)).toBe(false);
});

test("a stored Decision read back from JSON can feed the next rule", () => {
  const stored: unknown = JSON.parse(JSON.stringify(double({ n: 5 })));
  if (!isDecision(stored)) throw new Error("not read back");
  expect(double({ n: { ...stored, value: 10 } })).toMatchObject({ value: 20, from: [{ rule: "Dua kali" }] });
});

test("the canonical text of a Decision does not depend on the order of its keys", () => {
  const decision = double({ n: double({ n: 1 }) });
  const shuffled = { from: decision.from, value: decision.value, given: decision.given, cite: { link: null, part: "Pasal 1", regulation: "Uji" }, rule: decision.rule };
  expect(canonical(shuffled)).toBe(canonical(decision));
  expect(canonical(decision)).toBe(
    '{"cite":{"link":null,"part":"Pasal 1","regulation":"Uji"},"from":[{"cite":{"link":null,"part":"Pasal 1","regulation":"Uji"},"from":[],"given":{"n":1},"rule":"Dua kali","value":2}],"given":{"n":2},"rule":"Dua kali","value":4}',
  );
});

test("the canonical text survives a round through JSON, and changes with any value", () => {
  const decision = { ...double({ n: 1 }), given: { n: 1, absent: undefined, list: [1, undefined, "ä\n"], z: true } };
  expect(canonical(JSON.parse(JSON.stringify(decision)))).toBe(canonical(decision));
  expect(canonical({ ...decision, value: 3 })).not.toBe(canonical(decision));
});

test("a number that JSON cannot hold is a bug, not a null", () => {
  expect(() => canonical({ ...double({ n: 1 }), value: Number.NaN })).toThrow(TypeError);
  expect(() => canonical({ ...double({ n: 1 }), value: Infinity })).toThrow(/not in a Decision/);
});
