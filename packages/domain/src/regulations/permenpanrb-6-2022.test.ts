import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import { EKSPEKTASI, type Ekspektasi, PERILAKU, PREDIKAT, type Prioritas } from "../vocabulary.ts";
import { predikatKinerja, saranRatingHasilKerja, saranRatingPerilaku } from "./permenpanrb-6-2022.ts";

const rank = (rating: Ekspektasi): number => EKSPEKTASI.length - EKSPEKTASI.indexOf(rating);
const ekspektasi = fc.constantFrom(...EKSPEKTASI);

describe("kuadran kinerja (p. 99, 102)", () => {
  test.each([
    ["di_atas", "di_atas", "sangat_baik"], ["di_atas", "sesuai", "baik"], ["di_atas", "di_bawah", "kurang"],
    ["sesuai", "di_atas", "baik"], ["sesuai", "sesuai", "baik"], ["sesuai", "di_bawah", "kurang"],
    ["di_bawah", "di_atas", "butuh_perbaikan"], ["di_bawah", "sesuai", "butuh_perbaikan"], ["di_bawah", "di_bawah", "sangat_kurang"],
  ] as const)("hasil kerja %s, perilaku %s: %s", (hasilKerja, perilaku, predikat) => {
    const decision = predikatKinerja({ hasilKerja, perilaku });
    expect(decision.value).toBe(predikat);
    expect(decision.rule).toBe("Predikat kinerja");
    expect(decision.cite).toMatchObject({ regulation: "PermenPANRB 6/2022", part: "Lampiran BAB IV huruf B angka 3 huruf a angka 3) huruf (c)" });
    expect(decision.given).toEqual({ hasilKerja, perilaku });
  });

  // The words that are not struck out in Anak Lampiran 4, 5 and 6.
  test.each([
    ["Anak Lampiran 4 Tabel 1 (p. 191–193)", "sesuai", "di_atas", "baik"],
    ["Anak Lampiran 4 Tabel 2 (p. 199–201)", "sesuai", "di_atas", "baik"],
    ["Anak Lampiran 4 Tabel 4 (p. 212–214)", "di_atas", "sesuai", "baik"],
    ["Anak Lampiran 5 Tabel 1 (p. 218–220)", "sesuai", "sesuai", "baik"],
    ["Anak Lampiran 5 Tabel 2 (p. 224–226)", "sesuai", "di_atas", "baik"],
    ["Anak Lampiran 5 Tabel 3 (p. 229–231)", "sesuai", "sesuai", "baik"],
    ["Anak Lampiran 6 Tabel 2 (p. 238–239)", "di_bawah", "sesuai", "butuh_perbaikan"],
  ] as const)("the worked example of %s comes out as printed", (_where, hasilKerja, perilaku, printed) => {
    expect(predikatKinerja({ hasilKerja, perilaku })).toMatchObject({ value: printed });
    expect(predikatKinerja({ hasilKerja, perilaku }).note).toBeUndefined();
  });

  test("Anak Lampiran 4 Tabel 3 (p. 205–208) prints Butuh Perbaikan; the quadrant wins, with a note", () => {
    const decision = predikatKinerja({ hasilKerja: "sesuai", perilaku: "di_bawah" });
    expect(decision.value).toBe("kurang");
    expect(decision.note).toBe(NOTES.erratumTabel3);
    expect(predikatKinerja({ hasilKerja: "di_atas", perilaku: "di_bawah" }).note).toBeUndefined();
  });

  test("a better rating never gives a worse predikat, save where the text itself calls good work with bad conduct Kurang", () => {
    // Order of the text: 1 Sangat Baik, 2 Baik, 3 Butuh Perbaikan, 4 Kurang, 5 Sangat Kurang.
    fc.assert(fc.property(ekspektasi, ekspektasi, ekspektasi, ekspektasi, (h1, p1, h2, p2) => {
      fc.pre(rank(h1) >= rank(h2) && rank(p1) >= rank(p2));
      const [better, worse] = [predikatKinerja({ hasilKerja: h1, perilaku: p1 }).value, predikatKinerja({ hasilKerja: h2, perilaku: p2 }).value];
      expect(PREDIKAT.indexOf(better)).toBeLessThanOrEqual(PREDIKAT.indexOf(worse));
    }));
  });

  test("both ratings may come as Decisions, and stand in the explanation", () => {
    const saran = saranRatingHasilKerja({ hasil: [{ prioritas: "utama", rating: "di_atas" }], umpanBalik: null, batas: { sebagianBesar: 0.5, sebagianKecil: 0.25 } });
    const set = rule({ name: "Rating ditetapkan", cite: saran.cite, decide: ({ rating }: { rating: Ekspektasi | null }) => rating ?? ("sesuai" as const) })({ rating: saran });
    const decision = predikatKinerja({ hasilKerja: set, perilaku: "di_atas" });
    expect(decision.value).toBe("sangat_baik");
    expect(decision.from).toEqual([set]);
    expect(decision.from[0]?.from).toEqual([saran]);
  });
});

const BATAS = { sebagianBesar: 0.5, sebagianKecil: 0.25 };
type Hasil = { prioritas: Prioritas; rating: Ekspektasi };
/** "u+ u= t-" → two utama (above, as expected) and a tambahan below. */
const hasil = (text: string): Hasil[] => text.split(" ").filter(Boolean).map((item) => ({ prioritas: item.startsWith("u") ? "utama" : "tambahan", rating: item.endsWith("+") ? "di_atas" : item.endsWith("=") ? "sesuai" : "di_bawah" }));

describe("saran rating hasil kerja (p. 97–98, 100–101)", () => {
  test.each([
    // huruf a of each row
    ["u+", null, "di_atas"],
    ["u+ u+ u=", null, "di_atas"],
    ["u+ u+ t-", null, "di_atas"], // a tambahan below does not prevent it
    ["u+ u+ u-", null, null], // an utama below does
    ["u+ u+ u+ u+ u-", null, null], // however few of them
    ["u+ u=", null, null], // half is not most
    ["u+ u+ u+ u= u= u=", null, null],
    ["u=", null, "sesuai"],
    ["u= u= u= u-", null, "sesuai"], // a quarter of the utama is a small part
    ["u= u= u-", null, null], // a third is not
    ["u= u= t-", null, "sesuai"],
    ["t= t= t= u-", null, null], // all of the utama is not a small part
    ["u+ u= u-", null, null],
    ["u-", null, "di_bawah"],
    ["u- u- u+", null, "di_bawah"],
    ["u- u+", null, null],
    ["t- t- u=", null, "di_bawah"],
    // huruf b
    ["u+", [3, 1, 1], "di_atas"],
    ["u+", [2, 1, 1], null], // half positive is not most
    ["u=", [1, 5, 5], "sesuai"],
    ["u=", [0, 1, 0], null], // none positive
    ["u=", [4, 0, 0], "sesuai"],
    ["u-", [1, 1, 1], "di_bawah"], // a neutral answer is not a positive response
    ["u-", [1, 1, 0], null],
    ["u-", [0, 0, 2], "di_bawah"],
    ["u-", [2, 0, 0], null],
    ["u+", [0, 0, 0], "di_atas"], // no umpan balik at all
    ["", null, null],
  ] as const)("results %s with umpan balik %j suggest %s", (results, feedback, rating) => {
    const umpanBalik = feedback === null ? null : { positif: feedback[0], netral: feedback[1], negatif: feedback[2] };
    expect(saranRatingHasilKerja({ hasil: hasil(results), umpanBalik, batas: BATAS }).value).toBe(rating);
  });

  test("it says what it rests on", () => {
    const decision = saranRatingHasilKerja({ hasil: hasil("u+"), umpanBalik: null, batas: BATAS });
    expect(decision).toMatchObject({ rule: "Saran rating hasil kerja", cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB IV huruf B angka 3 huruf a angka 1) huruf (d)" }, given: { batas: BATAS, umpanBalik: null } });
    expect(decision.note).toBe(`${NOTES.tanpaUmpanBalik}\n${NOTES.batasPilihanKota}`);
    expect(saranRatingHasilKerja({ hasil: hasil("u+"), umpanBalik: { positif: 1, netral: 0, negatif: 0 }, batas: BATAS }).note).toBe(NOTES.batasPilihanKota);
    expect(saranRatingHasilKerja({ hasil: hasil("u+ u="), umpanBalik: null, batas: BATAS }).note).toContain(NOTES.tanpaSaran);
    expect(saranRatingHasilKerja({ hasil: hasil("u="), umpanBalik: { positif: 0, netral: 0, negatif: 1 }, batas: BATAS }).note).toContain(NOTES.umpanBalikTidakSejalan);
    expect(saranRatingHasilKerja({ hasil: [], umpanBalik: null, batas: BATAS }).note).toBe(NOTES.tanpaHasil);
  });

  test("the city's own thresholds are used", () => {
    const batas = { sebagianBesar: 0.7, sebagianKecil: 0.4 };
    expect(saranRatingHasilKerja({ hasil: hasil("u+ u+ u="), umpanBalik: null, batas }).value).toBeNull();
    expect(saranRatingHasilKerja({ hasil: hasil("u+ u+ u+ u="), umpanBalik: null, batas }).value).toBe("di_atas");
    expect(saranRatingHasilKerja({ hasil: hasil("t= t= t= t= t= u= u= u-"), umpanBalik: null, batas }).value).toBe("sesuai");
  });

  const anyHasil = fc.array(fc.record({ prioritas: fc.constantFrom("utama" as const, "tambahan" as const), rating: ekspektasi }), { minLength: 1, maxLength: 9 });
  const anyUmpanBalik = fc.option(fc.record({ positif: fc.nat(4), netral: fc.nat(4), negatif: fc.nat(4) }));

  test("the order of the results plays no role", () => {
    fc.assert(fc.property(anyHasil, anyUmpanBalik, (list, umpanBalik) => {
      expect(saranRatingHasilKerja({ hasil: list.toReversed(), umpanBalik, batas: BATAS }).value).toBe(saranRatingHasilKerja({ hasil: list, umpanBalik, batas: BATAS }).value);
    }));
  });

  test("better results never lead from one suggestion to a worse one", () => {
    fc.assert(fc.property(anyHasil, anyUmpanBalik, fc.array(fc.boolean()), (list, umpanBalik, lifts) => {
      const lifted = list.map((one, index) => (lifts[index] === true ? { ...one, rating: EKSPEKTASI[Math.max(0, EKSPEKTASI.indexOf(one.rating) - 1)] ?? one.rating } : one));
      const [before, after] = [list, lifted].map((results) => saranRatingHasilKerja({ hasil: results, umpanBalik, batas: BATAS }).value);
      if (before != null && after != null) expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
    }), { numRuns: 1000 });
  });
});

describe("saran rating perilaku (p. 98, 102)", () => {
  /** "+++===-" for the seven values in order; "?" is not rated. */
  const nilai = (text: string) => PERILAKU.map((perilaku, index) => ({ perilaku, rating: ({ "+": "di_atas", "=": "sesuai", "-": "di_bawah" } as const)[text[index] ?? ""] ?? null }));

  test.each([
    ["+++++++", "di_atas"], ["++++===", "di_atas"], ["+++====", "sesuai"], ["++++++-", "sesuai"], ["=======", "sesuai"], ["======-", "sesuai"],
    ["=====--", null], ["====---", null], ["===----", "di_bawah"], ["-------", "di_bawah"], ["???????", null], ["++?????", "di_atas"], ["+??????", "di_atas"], ["+=?????", "sesuai"], ["=-?????", null], ["===-???", "sesuai"],
  ] as const)("%s suggests %s", (values, rating) => expect(saranRatingPerilaku({ nilai: nilai(values), rekan: null, batas: BATAS }).value).toBe(rating));

  test.each([
    ["+++++++", { rata: 1, n: 5, bobot: 0.4 }, "sesuai"], // 0.6·3 + 0.4·1 = 2.2
    ["+++++++", { rata: 2, n: 5, bobot: 0.4 }, "di_atas"], // 2.6
    ["+++++++", { rata: 1.75, n: 5, bobot: 0.4 }, "di_atas"], // 2.5 exactly
    ["=======", { rata: 3, n: 5, bobot: 0.5 }, "di_atas"], // 2.5
    ["=======", { rata: 3, n: 5, bobot: 0.4 }, "sesuai"], // 2.4
    ["=======", { rata: 1, n: 5, bobot: 0.5 }, "sesuai"], // 1.5 is not below
    ["=======", { rata: 1, n: 5, bobot: 0.6 }, "di_bawah"], // 1.4
    ["+++++++", { rata: 1, n: 0, bobot: 0.4 }, "di_atas"], // nobody answered
  ] as const)("%s with peers %j suggests %s", (values, rekan, rating) => expect(saranRatingPerilaku({ nilai: nilai(values), rekan, batas: BATAS }).value).toBe(rating));

  test("it says what was left out and what was taken in", () => {
    const decide = (values: string, rekan: { rata: number; n: number; bobot: number } | null) => saranRatingPerilaku({ nilai: nilai(values), rekan, batas: BATAS });
    expect(decide("=======", null)).toMatchObject({ rule: "Saran rating perilaku kerja", cite: { part: "Lampiran BAB IV huruf B angka 3 huruf a angka 2) huruf (c)" }, note: NOTES.perilakuPilihanKota });
    expect(decide("======?", null).note).toBe(`${NOTES.perilakuPilihanKota}\n${NOTES.perilakuBelumDinilai}`);
    expect(decide("====---", null).note).toContain(NOTES.tanpaSaran);
    expect(decide("=======", { rata: 2, n: 4, bobot: 0.4 }).note).toContain(NOTES.rekanDisertakan);
    expect(decide("=======", { rata: 2, n: 0, bobot: 0.4 }).note).toBe(NOTES.perilakuPilihanKota);
    expect(decide("???????", null).note).toBe(NOTES.tanpaPerilaku);
  });

  test("a better value or better peers never lead from one suggestion to a worse one", () => {
    const anyNilai = fc.array(ekspektasi, { minLength: 7, maxLength: 7 });
    fc.assert(fc.property(anyNilai, fc.array(fc.boolean()), fc.double({ min: 1, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (ratings, lifts, rata, gain, bobot) => {
      const decide = (list: Ekspektasi[], mean: number) => saranRatingPerilaku({ nilai: list.map((rating, index) => ({ perilaku: PERILAKU[index] ?? "loyal", rating })), rekan: { rata: mean, n: 5, bobot }, batas: BATAS }).value;
      const lifted = ratings.map((rating, index) => (lifts[index] === true ? (EKSPEKTASI[Math.max(0, EKSPEKTASI.indexOf(rating) - 1)] ?? rating) : rating));
      const [before, after] = [decide(ratings, rata), decide(lifted, Math.min(3, rata + gain))];
      if (before !== null && after !== null) expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
    }), { numRuns: 1000 });
  });
});
