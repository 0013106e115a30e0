import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../calendar.ts";
import { rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import { EKSPEKTASI, type Ekspektasi, PERILAKU, PREDIKAT, type Prioritas } from "../vocabulary.ts";
import { type BarisPenilai, jatuhTempo, kategoriIpk, penilaiPeriode, predikatKinerja, saranRatingHasilKerja, saranRatingPerilaku, tenggatPenetapanSkp } from "./permenpanrb-6-2022.ts";

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

describe("tenggat (Pasal 14, Lampiran BAB V)", () => {
  const kalender = { libur: ["2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20"], hariKerjaPengganti: ["2024-06-22", "2024-06-29"] };
  test("the SKP is set by the end of January", () => {
    expect(tenggatPenetapanSkp({ tahun: 2026 })).toMatchObject({ value: "2026-01-31", cite: { part: "Pasal 14 ayat (1)" }, rule: "Tenggat penetapan SKP" });
  });

  // From Monday 10 June 2024 in Aceh: 11 12 13 14 | 21 22 24 25 26 27 28 29 | 1–5 | 8–12 | 15–19 | 22 July …
  test.each([
    ["penyampaian", "2024-07-02", "Lampiran BAB V huruf A angka 5"],
    ["pengembalian", "2024-07-02", "Lampiran BAB V huruf A angka 6"],
    ["keberatan", "2024-07-02", "Lampiran BAB V huruf B angka 2"],
    ["keputusan", "2024-06-24", "Lampiran BAB V huruf B angka 6"],
    ["pelaporan", "2024-07-24", "Lampiran BAB V huruf A angka 7 dan 11"],
    ["atasanMenandatangani", "2024-07-02", "Lampiran BAB V huruf A angka 8"],
    ["atasanMenyampaikan", "2024-06-24", "Lampiran BAB V huruf A angka 9"],
    ["pengembalianAtasan", "2024-06-24", "Lampiran BAB V huruf A angka 10"],
  ] as const)("%s from Monday 10 June 2024 falls on %s", (peristiwa, due, part) => {
    const decision = jatuhTempo({ peristiwa, mulai: "2024-06-10", kalender });
    expect(decision.value).toBe(due);
    expect(decision.cite.part).toBe(part);
    expect(decision.rule).toBe("Jatuh tempo");
    expect(decision.note).toBe(peristiwa === "pelaporan" ? NOTES.hariKerjaMelewatiBatas : undefined);
    expect(decision.given).toEqual({ peristiwa, mulai: "2024-06-10", kalender });
  });

  test("without the Saturdays that replace, and with the days off worked, the same clock stops on other days", () => {
    expect(jatuhTempo({ peristiwa: "keputusan", mulai: "2024-06-10", kalender: { libur: kalender.libur, hariKerjaPengganti: [] } }).value).toBe("2024-06-25");
    expect(jatuhTempo({ peristiwa: "keputusan", mulai: "2024-06-10", kalender: { libur: [], hariKerjaPengganti: [] } }).value).toBe("2024-06-19");
  });
});

describe("penilai periode (Lampiran BAB IV.A, p. 89–92)", () => {
  const row = (over: Partial<BarisPenilai>): BarisPenilai => ({ unit: "direktorat-a", kind: "definitif", penilai: "purnama", atasan: "atasan", mulai: "2026-01-01", selesai: null, ...over });
  const decide = (penempatan: BarisPenilai[], jendelaHari = 14) => penilaiPeriode({ pegawai: "pegawai", periode: { mulai: "2026-07-01", selesai: "2026-09-30" }, penempatan, jendelaHari });
  const moves = (day: string) => [row({ selesai: day }), row({ penilai: "baru", mulai: day })];

  test("nobody moved: the penilai rates", () => expect(decide([row({})])).toMatchObject({ value: "purnama", rule: "Penilai periode", cite: { part: "Lampiran BAB IV huruf A angka 2, 5, 6, 13, dan 14" } }));

  test.each([
    ["2026-08-25", "baru", NOTES.penilaiPindahDiLuarJendela], // the example of p. 91
    ["2026-09-25", "purnama", NOTES.penilaiPindahDalamJendela], // and of p. 92
    ["2026-09-15", "baru", NOTES.penilaiPindahDiLuarJendela], // the day before the window
    ["2026-09-16", "purnama", NOTES.penilaiPindahDalamJendela], // its first day
    ["2026-09-30", "purnama", NOTES.penilaiPindahDalamJendela],
    ["2026-10-01", "purnama", undefined], // after the period: he is still the penilai of its last day
    ["2026-07-01", "baru", undefined], // on its first day: the new one had it all
    ["2026-07-02", "baru", NOTES.penilaiPindahDiLuarJendela],
  ])("the penilai moves on %s: %s rates", (day, penilai, note) => {
    expect(decide(moves(day))).toMatchObject({ value: penilai });
    expect(decide(moves(day)).note).toBe(note);
  });

  test("the width of the window is the city's choice", () => {
    expect(decide(moves("2026-08-25"), 60).value).toBe("purnama");
    expect(decide(moves("2026-09-25"), 5).value).toBe("purnama");
    expect(decide(moves("2026-09-25"), 4).value).toBe("baru");
  });

  test("the pegawai moves: the penilai of the new unit rates, also when it was within the window", () => {
    for (const day of ["2026-08-25", "2026-09-25"]) {
      const decision = decide([row({ selesai: day }), row({ unit: "direktorat-b", penilai: "lain", mulai: day })]);
      expect(decision).toMatchObject({ value: "lain", note: NOTES.pegawaiPindah });
    }
  });

  test("a Plt. is rated where he reports as Plt., and at home again when that has ended", () => {
    const plt = (selesai: string | null) => [row({}), row({ unit: "sekretariat", kind: "plt", penilai: "sekda", mulai: "2026-08-01", selesai })];
    expect(decide(plt(null))).toMatchObject({ value: "sekda", note: NOTES.bertugasPlt });
    expect(decide(plt("2026-09-30"))).toMatchObject({ value: "purnama" });
    expect(decide(plt("2026-10-01"))).toMatchObject({ value: "sekda" });
    const pltBefore = [row({ mulai: "2026-09-01" }), row({ unit: "sekretariat", kind: "plt", penilai: "sekda", mulai: "2026-01-01", selesai: "2026-09-01" })];
    expect(decide(pltBefore)).toMatchObject({ value: "purnama" });
    expect(decide(pltBefore).note).toBeUndefined();
    expect(decide(plt(null).toReversed()).value).toBe("sekda");
    expect(decide([row({ kind: "plh", unit: "x", penilai: "plh" }), row({})]).value).toBe("purnama");
    expect(decide([row({ kind: "plh", unit: "x", penilai: "plh" })]).value).toBe("plh");
    // Plt. of a higher post in his own unit, within the window: nobody's penilai has moved.
    expect(decide([row({ selesai: "2026-09-25" }), row({ kind: "plt", penilai: "sekda", mulai: "2026-09-25" })])).toMatchObject({ value: "sekda", note: NOTES.bertugasPlt });
  });

  test("no penilai: his atasan; nobody recorded: null", () => {
    expect(decide([row({ penilai: null })])).toMatchObject({ value: "atasan", note: NOTES.atasanBerjenjang });
    expect(decide([row({ selesai: "2026-09-20" }), row({ penilai: null, mulai: "2026-09-20" })])).toMatchObject({ value: "purnama", note: NOTES.penilaiPindahDalamJendela });
    expect(decide([row({ penilai: null, selesai: "2026-09-20" }), row({ penilai: "baru", mulai: "2026-09-20" })])).toMatchObject({ value: "baru" });
    expect(decide([row({ selesai: "2026-09-30" })])).toMatchObject({ value: null, note: NOTES.tanpaPenilai });
    expect(decide([])).toMatchObject({ value: null, note: NOTES.tanpaPenilai });
  });

  test("one who came within the period is rated by the penilai he came to", () => {
    expect(decide([row({ mulai: "2026-08-01" })])).toMatchObject({ value: "purnama" });
    expect(decide([row({ mulai: "2026-08-01" })]).note).toBeUndefined();
  });

  test("the order of the rows plays no role", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 91 }), (day) => {
      const rows = moves(addDays("2026-07-01", day));
      expect(decide(rows.toReversed()).value).toBe(decide(rows).value);
    }));
  });
});

describe("kategori IPK tugas belajar (p. 63)", () => {
  type Row = readonly ["dalam_negeri" | "luar_negeri", "s1" | "s2_s3_profesi", "A" | "B" | "C" | undefined, number, number, number];
  test.each([
    ["dalam_negeri", "s1", "A", 3.51, 3.01, 2.76], ["dalam_negeri", "s1", "B", 3.61, 3.1, 2.76], ["dalam_negeri", "s1", "C", 3.71, 3.2, 2.76],
    ["dalam_negeri", "s2_s3_profesi", "A", 3.51, 3.2, 3], ["dalam_negeri", "s2_s3_profesi", "B", 3.61, 3.25, 3], ["dalam_negeri", "s2_s3_profesi", "C", 3.71, 3.3, 3],
    ["luar_negeri", "s1", undefined, 3.51, 3.01, 2.76], ["luar_negeri", "s2_s3_profesi", undefined, 3.51, 3.2, 3], ["luar_negeri", "s1", "C", 3.51, 3.01, 2.76],
  ] satisfies Row[])("%s %s %s: Sangat Baik from %d, Baik from %d, Butuh Perbaikan from %d", (lokasi, jenjang, akreditasiPT, sangatBaik, baik, butuhPerbaikan) => {
    const decide = (ipk: number) => kategoriIpk({ lokasi, jenjang, akreditasiPT, ipk }).value;
    expect([4, sangatBaik, sangatBaik - 0.01, baik, baik - 0.01, butuhPerbaikan, butuhPerbaikan - 0.01, 0].map(decide)).toEqual(["sangat_baik", "sangat_baik", "baik", "baik", "butuh_perbaikan", "butuh_perbaikan", "kurang", "kurang"]);
  });

  test("a study programme below the row's least accreditation is outside the guide, and says so", () => {
    const decide = (akreditasiPT: "A" | "B" | "C", akreditasiProdiMinimal: "A" | "B" | "C", lokasi: "dalam_negeri" | "luar_negeri" = "dalam_negeri") => kategoriIpk({ lokasi, jenjang: "s1", akreditasiPT, akreditasiProdiMinimal, ipk: 3.5 });
    expect(decide("C", "C").note).toBe(NOTES.akreditasiDiLuarPanduan);
    for (const [pt, prodi] of [["C", "B"], ["C", "A"], ["B", "C"], ["A", "C"]] as const) expect(decide(pt, prodi).note).toBeUndefined();
    expect(decide("C", "C", "luar_negeri").note).toBeUndefined();
    expect(decide("A", "C")).toMatchObject({ rule: "Kategori IPK tugas belajar", cite: { part: "Lampiran BAB II huruf B angka 5 dan 6" } });
  });

  test("without an accreditation the row of A is used", () => expect(kategoriIpk({ lokasi: "dalam_negeri", jenjang: "s1", ipk: 3.51 }).value).toBe("sangat_baik"));
});
