import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { capaianIndikator, cityStandard, indeksKinerja } from "./city.ts";

describe("capaian of an indicator", () => {
  test.each([
    ["maks", 100, 90, 90], ["maks", 95, 93, 97.894736842105], ["maks", 3, 1, 33.333333333333], ["maks", 10, 11, 110], ["maks", 1, 1.1, 110], ["maks", 50, 0, 0], ["maks", 10, 100, 1000],
    ["min", 10, 10, 100], ["min", 10, 8, 120], ["min", 10, 12, 80], ["min", 10, 0, 200], ["min", 10, 20, 0], ["min", 10, 25, 0], ["min", 4, 3, 125],
  ] as const)("%s target %d, realisasi %d: %d percent", (arah, target, realisasi, capaian) => {
    const decision = capaianIndikator({ target, realisasi, arah });
    expect(decision.value).toBe(capaian);
    expect(decision).toMatchObject({ rule: "Capaian indikator", cite: cityStandard("Rumus capaian indikator (model PermenPANRB 8/2021)"), given: { target, realisasi, arah } });
  });

  test.each([[80, 90, 80, 100], [80, 90, 85, 100], [80, 90, 90, 100], [80, 90, 99, 110], [80, 90, 90.45, 100.5], [80, 90, 79.6, 99.5], [80, 90, 72, 90], [2, 3, 0, 0], [0, 5, 3, 100], [3, 3, 3, 100]])("range %d–%d, realisasi %d: %d percent", (min, max, realisasi, capaian) => {
    const decision = capaianIndikator({ target: { min, max }, realisasi, arah: "rentang" });
    expect(decision.value).toBe(capaian);
    expect(decision.note).toBeUndefined();
  });

  test("the floor of nothing is said", () => {
    expect(capaianIndikator({ target: 10, realisasi: 25, arah: "min" })).toMatchObject({ value: 0, note: NOTES.capaianLantaiNol });
    expect(capaianIndikator({ target: 10, realisasi: -5, arah: "maks" })).toMatchObject({ value: 0, note: NOTES.capaianLantaiNol });
    expect(capaianIndikator({ target: 10, realisasi: -0.05, arah: "maks" })).toMatchObject({ value: 0, note: NOTES.capaianLantaiNol });
    expect(capaianIndikator({ target: 10, realisasi: 20, arah: "min" }).note).toBeUndefined();
  });

  test.each([
    [{ target: 0, realisasi: 5, arah: "maks" }, NOTES.targetNol], [{ target: 0, realisasi: 0, arah: "min" }, NOTES.targetNol], [{ target: -1, realisasi: 0, arah: "maks" }, NOTES.targetNol],
    [{ target: { min: -5, max: 0 }, realisasi: 3, arah: "rentang" }, NOTES.targetNol], [{ target: { min: 0, max: 5 }, realisasi: -3, arah: "rentang" }, NOTES.targetNol],
    [{ target: { min: 5, max: 4 }, realisasi: 3, arah: "rentang" }, NOTES.rentangTidakSah],
    [{ target: 5, realisasi: 3, arah: "rentang" }, NOTES.targetTidakCocok], [{ target: { min: 1, max: 2 }, realisasi: 3, arah: "maks" }, NOTES.targetTidakCocok], [{ target: { min: 1, max: 2 }, realisasi: 3, arah: "min" }, NOTES.targetTidakCocok],
  ] as const)("%j cannot be computed: null, and why", (input, note) => expect(capaianIndikator(input)).toMatchObject({ value: null, note }));

  const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  test("more never gives less where more is better, and never more where less is better; never a NaN, never negative", () => {
    fc.assert(fc.property(amount, amount, amount, (target, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const maks = [low, high].map((realisasi) => capaianIndikator({ target, realisasi, arah: "maks" }).value ?? Number.NaN);
      const min = [low, high].map((realisasi) => capaianIndikator({ target, realisasi, arah: "min" }).value ?? Number.NaN);
      expect(maks[1]).toBeGreaterThanOrEqual(maks[0] ?? 0);
      expect(min[0]).toBeGreaterThanOrEqual(min[1] ?? 0);
      for (const value of [...maks, ...min]) expect(value).toBeGreaterThanOrEqual(0);
    }));
  });

  test("in a range more is never less", () => {
    fc.assert(fc.property(amount, amount, amount, amount, (x, y, a, b) => {
      const target = { min: Math.min(x, y), max: Math.max(x, y) };
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((realisasi) => capaianIndikator({ target, realisasi, arah: "rentang" }).value ?? Number.NaN);
      expect(high).toBeGreaterThanOrEqual(low ?? 0);
    }));
  });
});

describe("the city's index", () => {
  test("weighted mean, capped, with the capaian in the explanation; it says that it is no basis of a predikat", () => {
    const capaian = [capaianIndikator({ target: 10, realisasi: 15, arah: "maks" }), capaianIndikator({ target: 100, realisasi: 80, arah: "maks" })];
    const indeks = indeksKinerja({ capaian, bobot: [0.6, 0.4], batasAtas: 120 });
    expect(indeks).toMatchObject({ rule: "Indeks kinerja kota", value: 104, cite: cityStandard("indeks.batasAtas dan bobot indikator"), given: { capaian: [150, 80], bobot: [0.6, 0.4], batasAtas: 120 }, from: capaian });
    expect(indeks.note).toBe(`${NOTES.indeksBukanPredikat}\n${NOTES.capaianDibatasi}`);
  });

  test("without the noise of binary arithmetic", () => expect(indeksKinerja({ capaian: [0.1, 0.2], bobot: [1, 1], batasAtas: 120 }).value).toBe(0.15));

  test("exactly at the cap nothing is capped", () => expect(indeksKinerja({ capaian: [120], bobot: [1], batasAtas: 120 })).toMatchObject({ value: 120, note: NOTES.indeksBukanPredikat }));

  test("what cannot be computed is left out and its weight falls to the others", () => {
    const indeks = indeksKinerja({ capaian: [null, 90, 60], bobot: [2, 2, 1], batasAtas: 120 });
    expect(indeks.value).toBe(80);
    expect(indeks.note).toBe(`${NOTES.indeksBukanPredikat}\n${NOTES.capaianDikeluarkan}`);
  });

  test.each([[[], [], NOTES.tanpaCapaian], [[null], [1], NOTES.tanpaCapaian], [[90], [0], NOTES.bobotNol], [[90, null], [0, 5], NOTES.bobotNol]])("%j with weights %j: null and why", (capaian, bobot, note) => {
    expect(indeksKinerja({ capaian, bobot, batasAtas: 120 })).toMatchObject({ value: null, note: `${note}\n${NOTES.indeksBukanPredikat}` });
  });

  test("lists of unequal length are a bug", () => expect(() => indeksKinerja({ capaian: [90], bobot: [1, 2], batasAtas: 120 })).toThrow("1 capaian, 2 bobot"));

  test("it lies between the least and the greatest, the order plays no role, the scale of the weights neither", () => {
    const item = fc.tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.integer({ min: 1, max: 9 }));
    fc.assert(fc.property(fc.array(item, { minLength: 1 }), fc.integer({ min: 2, max: 9 }), (items, scale) => {
      const decide = (list: typeof items, times = 1) => indeksKinerja({ capaian: list.map(([value]) => value), bobot: list.map(([, weight]) => weight * times), batasAtas: 120 }).value ?? Number.NaN;
      const capped = items.map(([value]) => Math.min(value, 120));
      expect(decide(items)).toBeGreaterThanOrEqual(Math.min(...capped) - 1e-9);
      expect(decide(items)).toBeLessThanOrEqual(Math.max(...capped) + 1e-9);
      expect(decide(items.toReversed())).toBeCloseTo(decide(items), 8);
      expect(decide(items, scale)).toBeCloseTo(decide(items), 8);
    }));
  });
});
