import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { PREDIKAT, PREDIKAT_ORGANISASI } from "../vocabulary.ts";
import { garisPola, pitaPola, polaDistribusi, ratingKepalaUnit, type TEMUAN_POLA } from "./se-menpanrb-3-2023.ts";

/** Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang. */
type Counts = readonly [number, number, number, number, number];
const jumlah = ([sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang]: Counts) => ({ sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang });
const decide = (organisasi: (typeof PREDIKAT_ORGANISASI)[number], counts: Counts) => polaDistribusi({ organisasi, jumlah: jumlah(counts) });

describe("pola distribusi (SE MenPANRB 3/2023)", () => {
  test.each([
    // Istimewa: most, at most 70 %, Sangat Baik
    ["istimewa", [70, 30, 0, 0, 0], []],
    ["istimewa", [71, 29, 0, 0, 0], ["puncak_melebihi_70_persen"]],
    ["istimewa", [51, 49, 0, 0, 0], []],
    ["istimewa", [50, 50, 0, 0, 0], ["puncak_bukan_sebagian_besar"]],
    // Baik: the same of Baik, and there must be Butuh Perbaikan and/or Kurang
    ["baik", [10, 70, 20, 0, 0], []],
    ["baik", [29, 70, 0, 1, 0], []],
    ["baik", [30, 70, 0, 0, 0], ["tanpa_butuh_perbaikan_atau_kurang"]],
    ["baik", [20, 70, 0, 0, 10], ["tanpa_butuh_perbaikan_atau_kurang"]],
    ["baik", [0, 80, 20, 0, 0], ["puncak_melebihi_70_persen"]],
    ["baik", [60, 40, 0, 0, 0], ["puncak_bukan_sebagian_besar", "tanpa_butuh_perbaikan_atau_kurang"]],
    // Butuh Perbaikan: at least 60 %; Sangat Baik at most 10 %
    ["butuh_perbaikan", [10, 30, 60, 0, 0], []],
    ["butuh_perbaikan", [10, 31, 59, 0, 0], ["puncak_kurang_dari_60_persen"]],
    ["butuh_perbaikan", [11, 29, 60, 0, 0], ["sangat_baik_melebihi_10_persen"]],
    ["butuh_perbaikan", [0, 0, 100, 0, 0], []],
    // Kurang: at least 60 %, at least 10 % Butuh Perbaikan, Sangat Baik at most 10 %
    ["kurang", [10, 20, 10, 60, 0], []],
    ["kurang", [10, 21, 10, 59, 0], ["puncak_kurang_dari_60_persen"]],
    ["kurang", [10, 21, 9, 60, 0], ["butuh_perbaikan_kurang_dari_10_persen"]],
    ["kurang", [11, 19, 10, 60, 0], ["sangat_baik_melebihi_10_persen"]],
    // Sangat Kurang: at least 60 %, at least 10 % Kurang and/or Butuh Perbaikan, no Sangat Baik
    ["sangat_kurang", [0, 30, 5, 5, 60], []],
    ["sangat_kurang", [0, 31, 5, 5, 59], ["puncak_kurang_dari_60_persen"]],
    ["sangat_kurang", [0, 31, 4, 5, 60], ["butuh_perbaikan_dan_kurang_kurang_dari_10_persen"]],
    ["sangat_kurang", [1, 29, 10, 0, 60], ["sangat_baik_tidak_boleh_ada"]],
    ["sangat_kurang", [0, 30, 0, 10, 60], []],
  ] as const)("organisation %s with %j: %j", (organisasi, counts, temuan) => {
    const { value, rule, cite, given, note } = decide(organisasi, counts);
    expect(value).toEqual({ sesuai: temuan.length === 0, temuan });
    expect(rule).toBe("Pola distribusi predikat");
    expect(cite).toMatchObject({ regulation: "SE MenPANRB 3/2023", part: "Pola distribusi predikat kinerja Pegawai" });
    expect(given).toEqual({ organisasi, jumlah: jumlah(counts) });
    expect(note).toBe(NOTES.pembulatanPola);
  });

  test.each([
    // at most 70 % of 6 is 4.2: four; of 5, three; of 7, four
    ["baik", [1, 4, 1, 0, 0], []], ["baik", [0, 5, 1, 0, 0], ["puncak_melebihi_70_persen"]], ["baik", [1, 3, 1, 0, 0], []], ["baik", [0, 4, 1, 0, 0], ["puncak_melebihi_70_persen"]], ["baik", [1, 5, 1, 0, 0], ["puncak_melebihi_70_persen"]],
    // at least 60 % of 6 is 3.6: four; at most 10 % of nine is nobody, of ten one; at least 10 % of 11 is two
    ["butuh_perbaikan", [0, 2, 4, 0, 0], []], ["butuh_perbaikan", [0, 3, 3, 0, 0], ["puncak_kurang_dari_60_persen"]], ["butuh_perbaikan", [1, 0, 8, 0, 0], ["sangat_baik_melebihi_10_persen"]], ["butuh_perbaikan", [1, 0, 9, 0, 0], []],
    ["kurang", [0, 3, 1, 7, 0], ["butuh_perbaikan_kurang_dari_10_persen"]], ["kurang", [0, 2, 2, 7, 0], []],
    // under five the limits yield: one is all, two are both, three leave room for one, four need three
    ["baik", [0, 1, 0, 0, 0], []], ["baik", [0, 2, 0, 0, 0], []], ["baik", [1, 1, 0, 0, 0], ["puncak_bukan_sebagian_besar"]], ["baik", [0, 2, 1, 0, 0], []], ["baik", [1, 2, 0, 0, 0], ["tanpa_butuh_perbaikan_atau_kurang"]],
    ["istimewa", [3, 0, 0, 0, 0], ["puncak_melebihi_70_persen"]], ["istimewa", [3, 1, 0, 0, 0], []], ["istimewa", [4, 0, 0, 0, 0], ["puncak_melebihi_70_persen"]],
    ["kurang", [0, 0, 0, 1, 0], []], ["kurang", [0, 0, 0, 2, 0], []], ["sangat_kurang", [0, 0, 0, 0, 1], []], ["sangat_kurang", [0, 0, 0, 0, 3], ["butuh_perbaikan_dan_kurang_kurang_dari_10_persen"]],
  ] as const)("a small unit: organisation %s with %j: %j", (organisasi, counts, temuan) => expect(decide(organisasi, counts).value.temuan).toEqual(temuan));

  test("it says how it rounds, and when the limits had to yield", () => {
    expect(decide("baik", [0, 3, 1, 0, 0]).note).toBe(`${NOTES.pembulatanPola}\n${NOTES.unitKecil}`);
    expect(decide("baik", [1, 3, 1, 0, 0]).note).toBe(NOTES.pembulatanPola);
    expect(decide("baik", [0, 0, 0, 0, 0])).toMatchObject({ value: { sesuai: true, temuan: [] }, note: NOTES.polaKosong });
  });

  test("to the nearest person, where the city chose so: a fraction is no finding, a person is", () => {
    const near = (organisasi: "baik" | "butuh_perbaikan", [sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang]: Counts) => polaDistribusi({ organisasi, jumlah: { sangat_baik, baik, butuh_perbaikan, kurang, sangat_kurang }, pembulatan: "terdekat" });
    // At most 70 % of 5 is 3.5: four; of 6 is 4.2: four. At most 10 % of nine is 0.9: one. At least 60 % of 7 is 4.2: four.
    expect(near("baik", [0, 4, 1, 0, 0])).toMatchObject({ value: { sesuai: true }, note: NOTES.pembulatanPolaTerdekat, given: { pembulatan: "terdekat" } });
    expect(near("baik", [0, 5, 1, 0, 0]).value.temuan).toEqual(["puncak_melebihi_70_persen"]);
    expect(near("butuh_perbaikan", [1, 0, 8, 0, 0]).value.sesuai).toBe(true);
    expect([near("butuh_perbaikan", [0, 3, 4, 0, 0]).value.sesuai, decide("butuh_perbaikan", [0, 3, 4, 0, 0]).value.sesuai]).toEqual([true, false]);
    expect(near("butuh_perbaikan", [2, 0, 7, 0, 0]).value.temuan).toEqual(["sangat_baik_melebihi_10_persen"]);
  });

  test("in a unit of any size and any organisation there is a distribution that follows the pattern", () => {
    const PEAK = { istimewa: 0, baik: 1, butuh_perbaikan: 2, kurang: 3, sangat_kurang: 4 } as const;
    const without: string[] = [];
    for (const organisasi of PREDIKAT_ORGANISASI) {
      for (let people = 1; people <= 60; people += 1) {
        const found = PREDIKAT.some((_, besides) => Array.from({ length: people + 1 }, (_unused, peak) => peak).some((peak) => {
          const counts = [0, 0, 0, 0, 0];
          counts[PEAK[organisasi]] = peak;
          counts[besides] = (counts[besides] ?? 0) + people - peak;
          return decide(organisasi, counts as unknown as Counts).value.sesuai;
        }));
        if (!found) without.push(`${organisasi} with ${people}`);
      }
    }
    expect(without).toEqual([]);
  });

  test("twice the people in the same shares: what was within the pattern stays within it", () => {
    fc.assert(fc.property(fc.constantFrom(...PREDIKAT_ORGANISASI), fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }), (organisasi, counts) => {
      fc.pre(counts.reduce((sum, n) => sum + n, 0) >= 5);
      const once = decide(organisasi, counts as unknown as Counts).value.sesuai;
      const twice = decide(organisasi, counts.map((n) => 2 * n) as unknown as Counts).value.sesuai;
      if (once) expect(twice).toBe(true);
    }), { numRuns: 2000 });
  });
});

describe("rating of the head of a unit", () => {
  test.each([["istimewa", "di_atas"], ["baik", "sesuai"], ["butuh_perbaikan", "di_bawah"], ["kurang", "di_bawah"], ["sangat_kurang", "di_bawah"]] as const)("organisation %s: %s, with the note that this is our reading", (organisasi, rating) => {
    expect(ratingKepalaUnit({ organisasi })).toMatchObject({ rule: "Rating hasil kerja kepala unit", value: rating, note: NOTES.pemetaanOrganisasi, cite: { regulation: "SE MenPANRB 3/2023" }, given: { organisasi } });
  });
});

describe("the pola as a band", () => {
  const selang = (temuan: (typeof TEMUAN_POLA)[number], rendah: number, tinggi: number) => ({ temuan, n: 7, dari: 10, rendah, tinggi });
  test.each(PREDIKAT_ORGANISASI)("%s: the lines are those of the pola, each with whom it counts", (organisasi) => {
    const lines = garisPola(organisasi);
    const all = [[0, 0, 0, 0, 100], [100, 0, 0, 0, 0], [20, 60, 0, 0, 20], [0, 0, 100, 0, 0], [49, 0, 0, 51, 0]] as const;
    for (const counts of all) for (const temuan of decide(organisasi, counts).value.temuan) expect(lines.map((line) => line.temuan)).toContain(temuan);
    for (const line of lines) expect(line.predikat.length).toBeGreaterThan(0);
  });
  test("Baik: more than half and at most 70 percent Baik, somebody below", () => {
    expect(garisPola("baik")).toEqual([
      { temuan: "puncak_bukan_sebagian_besar", predikat: ["baik"], batas: 50, arah: "paling_sedikit" }, { temuan: "puncak_melebihi_70_persen", predikat: ["baik"], batas: 70, arah: "paling_banyak" },
      { temuan: "tanpa_butuh_perbaikan_atau_kurang", predikat: ["butuh_perbaikan", "kurang"], batas: 0, arah: "paling_sedikit" },
    ]);
  });
  test.each([
    // 71 of 100 Baik: outside, but its interval reaches the line
    [[29, 71, 0, 0, 0], [61.5, 79], "mungkin_kebetulan"], [[10, 70, 20, 0, 0], [60, 78], "di_dalam"], [[5, 95, 0, 0, 0], [88.8, 97.8], "di_luar"], [[5, 95, 0, 0, 0], [70, 97.8], "mungkin_kebetulan"],
  ] as const)("%j with the interval %j at most 70 percent: %s", (counts, [rendah, tinggi], posisi) => {
    const { value, from, cite, note } = pitaPola({ organisasi: "baik", pola: decide("baik", counts), selang: [selang("puncak_melebihi_70_persen", rendah, tinggi)] });
    expect(value).toEqual([{ temuan: "puncak_melebihi_70_persen", posisi }]);
    expect(from.map((one) => one.rule)).toEqual(["Pola distribusi predikat"]);
    expect(cite.regulation).toBe("SE MenPANRB 3/2023");
    expect(note).toBe(NOTES.pitaPolaKota);
  });
  test("at least: the interval's upper end counts; that somebody must be there is met or not", () => {
    const at = (temuan: (typeof TEMUAN_POLA)[number], rendah: number, tinggi: number) => pitaPola({ organisasi: "baik", pola: decide("baik", [60, 40, 0, 0, 0]), selang: [selang(temuan, rendah, tinggi)] }).value[0]?.posisi;
    expect(at("puncak_bukan_sebagian_besar", 31, 50)).toBe("mungkin_kebetulan");
    expect(at("puncak_bukan_sebagian_besar", 31, 49.9)).toBe("di_luar");
    expect(at("tanpa_butuh_perbaikan_atau_kurang", 0, 3.7)).toBe("di_luar");
  });
});
