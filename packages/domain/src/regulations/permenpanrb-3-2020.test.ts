import { expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { EKSPEKTASI, PREDIKAT } from "../vocabulary.ts";
import { kotakTalenta, saranKotak, POTENSIAL, sumbuKinerja } from "./permenpanrb-3-2020.ts";

test.each([["sangat_baik", "di_atas"], ["baik", "sesuai"], ["butuh_perbaikan", "di_bawah"], ["kurang", "di_bawah"], ["sangat_kurang", "di_bawah"]] as const)("predikat %s stands on the kinerja axis as %s", (predikat, axis) => expect(sumbuKinerja(predikat)).toBe(axis));

test.each([
  ["di_atas", "rendah", 4], ["di_atas", "menengah", 7], ["di_atas", "tinggi", 9],
  ["sesuai", "rendah", 2], ["sesuai", "menengah", 5], ["sesuai", "tinggi", 8],
  ["di_bawah", "rendah", 1], ["di_bawah", "menengah", 3], ["di_bawah", "tinggi", 6],
] as const)("kinerja %s, potensial %s: box %d", (kinerja, potensial, box) => {
  expect(kotakTalenta({ kinerja, potensial })).toMatchObject({ rule: "Kotak manajemen talenta", value: box, given: { kinerja, potensial }, cite: { regulation: "PermenPANRB 3/2020", part: "Lampiran, kotak manajemen talenta" }, note: NOTES.kotakTalentaPerubahan });
});

test("every box has one place, and neither a better predikat nor a greater potensial leads to a lower box", () => {
  const boxes = EKSPEKTASI.flatMap((kinerja) => POTENSIAL.map((potensial) => kotakTalenta({ kinerja, potensial }).value));
  expect(boxes.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const kinerja of EKSPEKTASI) {
    const row = POTENSIAL.map((potensial) => kotakTalenta({ kinerja, potensial }).value);
    expect(row).toEqual(row.toSorted());
  }
  for (const potensial of POTENSIAL) {
    const column = PREDIKAT.map((predikat) => kotakTalenta({ kinerja: sumbuKinerja(predikat), potensial }).value);
    expect(column).toEqual(column.toSorted((a, b) => b - a));
  }
});

test("the axis may come as a Decision, and stands in the explanation", () => {
  const earlier = kotakTalenta({ kinerja: "sesuai", potensial: "tinggi" });
  expect(kotakTalenta({ kinerja: { ...earlier, value: "di_atas" as const }, potensial: "tinggi" })).toMatchObject({ value: 9, from: [{ rule: "Kotak manajemen talenta" }] });
});

// rules §4, the recommendations as they are printed for each box.
test.each([
  [9, ["promosi_dan_pertahankan", "krs_instansi_nasional", "penghargaan"]], [8, ["pertahankan", "krs_instansi", "rotasi_perluasan", "bimbingan"]],
  [7, ["pertahankan", "krs", "rotasi_pengayaan", "pengembangan_kompetensi", "tugas_belajar"]], [6, ["penempatan_sesuai", "bimbingan", "konseling"]], [5, ["penempatan_sesuai", "bimbingan", "pengembangan_kompetensi"]],
  [4, ["rotasi", "pengembangan_kompetensi"]], [3, ["bimbingan", "konseling", "pengembangan_kompetensi", "penempatan_sesuai"]], [2, ["bimbingan", "pengembangan_kompetensi", "penempatan_sesuai"]], [1, ["sesuai_peraturan"]],
] as const)("box %d suggests %j", (kotak, value) => {
  expect(saranKotak({ kotak })).toMatchObject({ rule: "Saran kotak manajemen talenta", value, cite: { regulation: "PermenPANRB 3/2020", part: "Lampiran, rekomendasi tiap kotak" }, note: NOTES.kotakTalentaPerubahan });
});
