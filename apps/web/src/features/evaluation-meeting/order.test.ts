import fc from "fast-check";
import { expect, test } from "vitest";
import { moved } from "./order.ts";

test("up, down, to the ends, and past them", () => {
  const list = ["a", "b", "c", "d"];
  expect(moved(list, 2, 1)).toEqual(["a", "c", "b", "d"]);
  expect(moved(list, 0, 1)).toEqual(["b", "a", "c", "d"]);
  expect(moved(list, 1, 99)).toEqual(["a", "c", "d", "b"]);
  expect(moved(list, 3, -1)).toEqual(["d", "a", "b", "c"]);
  expect(moved(list, 9, 0)).toEqual(list);
});

test("whoever is moved wherever: nobody is lost and nobody doubled", () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 }), fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }), (list, from, to) => {
    expect(moved(list, from, to).toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b));
  }));
});
