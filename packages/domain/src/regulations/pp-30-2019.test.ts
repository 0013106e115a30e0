import fc from "fast-check";
import { expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { bobotPp30, predikatPp30 } from "./pp-30-2019.ts";

test.each([[false, { skp: 0.7, perilaku: 0.3 }], [true, { skp: 0.6, perilaku: 0.4 }]])("with peers heard: %s, the weights are %j", (peerInput, value) => {
  expect(bobotPp30({ peerInput })).toEqual({ rule: "Bobot SKP dan perilaku kerja", cite: { regulation: "PP 30/2019", part: "Pasal 41 ayat (1)–(3)", link: expect.any(String) }, given: { peerInput }, value, from: [] });
});

test.each([
  [120, true, "sangat_baik"], [110, true, "sangat_baik"], [109.99, true, "baik"], [110, false, "baik"], [120, false, "baik"], [90, false, "baik"], [90, true, "baik"], [89.99, true, "cukup"],
  [70, false, "cukup"], [69.99, false, "kurang"], [50, false, "kurang"], [49.99, false, "sangat_kurang"], [0, true, "sangat_kurang"],
] as const)("%d with a new idea: %s is %s", (nilai, ideBaru, predikat) => {
  expect(predikatPp30({ nilai, ideBaru })).toMatchObject({ rule: "Predikat menurut nilai", value: predikat, cite: { regulation: "PP 30/2019", part: "Pasal 41 ayat (5)" }, given: { nilai, ideBaru } });
  expect(predikatPp30({ nilai, ideBaru }).note).toBe(nilai >= 110 && !ideBaru ? NOTES.tanpaIdeBaru : undefined);
});

test("a higher value, or an idea, never gives a worse predikat", () => {
  const order = ["sangat_baik", "baik", "cukup", "kurang", "sangat_kurang"];
  fc.assert(fc.property(fc.double({ min: 0, max: 120, noNaN: true }), fc.double({ min: 0, max: 120, noNaN: true }), fc.boolean(), fc.boolean(), (a, b, ideA, ideB) => {
    fc.pre(a >= b && (ideA || !ideB));
    expect(order.indexOf(predikatPp30({ nilai: a, ideBaru: ideA }).value)).toBeLessThanOrEqual(order.indexOf(predikatPp30({ nilai: b, ideBaru: ideB }).value));
  }));
});
