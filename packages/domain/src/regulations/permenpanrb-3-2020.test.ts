import { expect, test } from "vitest";
import { kotakTalenta, sumbuKinerja } from "./permenpanrb-3-2020.ts";

test.each([["sangat_baik", "di_atas"], ["baik", "sesuai"], ["butuh_perbaikan", "di_bawah"], ["kurang", "di_bawah"], ["sangat_kurang", "di_bawah"]] as const)("predikat %s stands on the kinerja axis as %s", (predikat, axis) => expect(sumbuKinerja(predikat)).toBe(axis));

test.each([
  ["di_atas", "rendah", 4], ["di_atas", "menengah", 7], ["di_atas", "tinggi", 9],
  ["sesuai", "rendah", 2], ["sesuai", "menengah", 5], ["sesuai", "tinggi", 8],
  ["di_bawah", "rendah", 1], ["di_bawah", "menengah", 3], ["di_bawah", "tinggi", 6],
] as const)("kinerja %s, potensial %s: box %d", (kinerja, potensial, box) => {
  expect(kotakTalenta({ kinerja, potensial })).toMatchObject({ rule: "Kotak manajemen talenta", value: box, given: { kinerja, potensial }, cite: { regulation: "PermenPANRB 3/2020", part: "Lampiran, kotak manajemen talenta" } });
});
