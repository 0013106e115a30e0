import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { PREDIKAT } from "../vocabulary.ts";
import { JENJANG, angkaKreditAkumulasi, angkaKreditMinimal, angkaKreditPeriode, dasarKonversi } from "./permenpanrb-1-2023.ts";

describe("angka kredit of a period (Pasal 37)", () => {
  test.each([
    // jenjang, koefisien a year, kenaikan pangkat, kenaikan jenjang
    ["pemula", 3.75, 15, 15], ["terampil", 5, 20, 60], ["mahir", 12.5, 50, 100], ["penyelia", 25, 100, null],
    ["ahli_pertama", 12.5, 50, 100], ["ahli_muda", 25, 100, 200], ["ahli_madya", 37.5, 150, 450], ["ahli_utama", 50, 200, null],
  ] as const)("%s: a year of Baik is %d; pangkat asks %d, jenjang %s", (jenjang, koefisien, kenaikanPangkat, kenaikanJenjang) => {
    expect(angkaKreditPeriode({ jenjang, predikat: "baik", bulan: 12 }).value).toBe(koefisien);
    expect(angkaKreditMinimal({ jenjang })).toMatchObject({ rule: "Angka kredit minimal", value: { kenaikanPangkat, kenaikanJenjang }, given: { jenjang }, cite: { regulation: "PermenPANRB 1/2023", part: "Pasal 37 dan lampiran angka kredit kumulatif" }, note: NOTES.angkaKreditMinimalSumberKedua });
  });

  test.each([["sangat_baik", 37.5], ["baik", 25], ["butuh_perbaikan", 18.75], ["kurang", 12.5], ["sangat_kurang", 6.25]] as const)("a year of Ahli Muda with %s is %d", (predikat, value) => {
    expect(angkaKreditPeriode({ jenjang: "ahli_muda", predikat, bulan: 12 })).toMatchObject({ rule: "Angka kredit periode", value, cite: { regulation: "PermenPANRB 1/2023", part: "Pasal 37" }, note: NOTES.angkaKreditSumberKedua });
  });

  test.each([
    ["ahli_muda", "baik", 1, 2.08], ["ahli_pertama", "sangat_baik", 12, 18.75], ["ahli_pertama", "baik", 2, 2.08], ["pemula", "sangat_kurang", 1, 0.08], ["pemula", "butuh_perbaikan", 7, 1.64],
    ["ahli_pertama", "sangat_baik", 1, 1.56], ["terampil", "sangat_kurang", 6, 0.63], ["ahli_utama", "baik", 0, 0],
  ] as const)("%s %s for %d months is %d", (jenjang, predikat, bulan, value) => expect(angkaKreditPeriode({ jenjang, predikat, bulan }).value).toBe(value));
});

test.each([["ahli_pertama", "sangat_baik", 150, 12.5], ["penyelia", "baik", 100, 25], ["pemula", "butuh_perbaikan", 75, 3.75], ["ahli_utama", "kurang", 50, 50], ["mahir", "sangat_kurang", 25, 12.5]] as const)("%s %s is converted by %d percent of %d, and a year of it is their product", (jenjang, predikat, persen, koefisien) => {
  expect(dasarKonversi({ jenjang, predikat })).toEqual({ persen, koefisien });
  expect(angkaKreditPeriode({ jenjang, predikat, bulan: 12 }).value).toBeCloseTo((persen * koefisien) / 100, 2);
});

describe("angka kredit akumulasi", () => {
  test("the slide of BKN: 18.75 + 2.08 = 20.83, with both periods in the explanation", () => {
    const total = angkaKreditAkumulasi([{ jenjang: "ahli_pertama", predikat: "sangat_baik", bulan: 12 }, { jenjang: "ahli_pertama", predikat: "baik", bulan: 2 }]);
    expect(total).toMatchObject({ rule: "Angka kredit akumulasi", value: 20.83, given: { angkaKredit: [18.75, 2.08] }, cite: { part: "Pasal 37" } });
    expect(total.from.map(({ rule, value }) => [rule, value])).toEqual([["Angka kredit periode", 18.75], ["Angka kredit periode", 2.08]]);
  });

  test("each period is rounded before the sum: three months one by one are 6.24, not 6.25", () => {
    const month = { jenjang: "ahli_muda", predikat: "baik", bulan: 1 } as const;
    expect(angkaKreditAkumulasi([month, month, month]).value).toBe(6.24);
    expect(angkaKreditPeriode({ ...month, bulan: 3 }).value).toBe(6.25);
  });

  test("no period, no angka kredit; the noise of adding is gone", () => {
    expect(angkaKreditAkumulasi([]).value).toBe(0);
    const tenth = { jenjang: "pemula", predikat: "sangat_kurang", bulan: 1 } as const;
    expect(angkaKreditAkumulasi(Array.from({ length: 30 }, () => tenth)).value).toBe(2.4);
  });

  test("a better predikat or more months never give less, and the order of the periods plays no role", () => {
    const period = fc.record({ jenjang: fc.constantFrom(...JENJANG), predikat: fc.constantFrom(...PREDIKAT), bulan: fc.integer({ min: 1, max: 12 }) });
    fc.assert(fc.property(fc.array(period), (periods) => {
      expect(angkaKreditAkumulasi(periods.toReversed()).value).toBe(angkaKreditAkumulasi(periods).value);
    }));
    fc.assert(fc.property(period, (one) => {
      const better = PREDIKAT[Math.max(0, PREDIKAT.indexOf(one.predikat) - 1)] ?? one.predikat;
      expect(angkaKreditPeriode({ ...one, predikat: better }).value).toBeGreaterThanOrEqual(angkaKreditPeriode(one).value);
      expect(angkaKreditPeriode({ ...one, bulan: one.bulan + 1 }).value).toBeGreaterThan(angkaKreditPeriode(one).value);
    }));
  });
});
