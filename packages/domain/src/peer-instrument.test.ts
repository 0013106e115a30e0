import { expect, test } from "vitest";
import { PEER_INSTRUMENT, WARM_UP_CASES } from "./peer-instrument.ts";
import { PERILAKU } from "./vocabulary.ts";

const words = PERILAKU.flatMap((perilaku) => [PEER_INSTRUMENT[perilaku].question, ...PEER_INSTRUMENT[perilaku].levels]);

test("each of the seven values has one question and four different levels, in both languages", () => {
  expect(Object.keys(PEER_INSTRUMENT)).toEqual([...PERILAKU]);
  for (const { levels } of Object.values(PEER_INSTRUMENT)) {
    expect(levels).toHaveLength(4);
    for (const language of ["id", "en"] as const) expect(new Set(levels.map((level) => level[language])).size).toBe(4);
  }
  expect(words.filter(({ id, en }) => id.trim() === "" || en.trim() === "" || id === en)).toEqual([]);
});

test("a level tells what happens: no absolute that nobody can observe, no character, no feeling of the rater", () => {
  const judged = words.filter(({ id }) => /\b(selalu|tidak pernah|setiap saat|malas|pemalas|baik hati|buruk|jahat|menurut saya|rasanya)\b/i.test(id));
  expect(judged).toEqual([]);
});

test("a level is read in one breath on a phone", () => {
  expect(words.filter(({ id }) => id.split(/\s+/).length > 12).map(({ id }) => id)).toEqual([]);
});

test("the four cases use each level once as their reference, and say why", () => {
  expect(WARM_UP_CASES.map(({ reference }) => reference).toSorted()).toEqual([1, 2, 3, 4]);
  expect(new Set(WARM_UP_CASES.map(({ perilaku }) => perilaku)).size).toBe(4);
  expect(WARM_UP_CASES.filter(({ why, story }) => why.id === "" || why.en === "" || story.id === story.en)).toEqual([]);
});
