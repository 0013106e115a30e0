import { describe, expect, it } from "vitest";
import { keyedChance, keyedOrder, labelled } from "./keyed-hash.ts";

const words = (...values: number[]): Uint8Array => Uint8Array.from(values.flatMap((value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)));

describe("chance from the keyed hash", () => {
  it("reads words of 32 bits from the end of each block, then the next block", () => {
    const chance = keyedChance((text) => (text === labelled("x", 0) ? words(7, 12) : words(5)), "x");
    expect([chance(10), chance(10), chance(10)]).toEqual([2, 7, 5]);
  });

  it("passes over the last, incomplete run: no number is likelier than another", () => {
    // 2³² = 3 · 1,431,655,765 + 1: the largest word alone would make 0 likelier.
    expect(keyedChance(() => words(4, 0xff_ff_ff_ff), "x")(3)).toBe(1);
    expect(keyedChance(() => words(4, 0xff_ff_ff_fe), "x")(3)).toBe(2);
  });
});

describe("the keyed order", () => {
  it("is by hash, and by text where hashes are equal", () => {
    expect(keyedOrder((text) => words(text.length), ["ccc", "b", "a"], (item) => item)).toEqual(["a", "b", "ccc"]);
    expect(labelled("a", "b,c")).not.toBe(labelled("a,b", "c"));
  });
});
