import { expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { dasarTpp } from "./tpp.ts";

const tabel = { perwal: "Peraturan Wali Kota contoh 1/2026", persen: { sangat_baik: 100, baik: 100, butuh_perbaikan: 80, kurang: 60, sangat_kurang: 40 } };

test("the table's percent, with the Perwal as its citation, and no deduction", () => {
  expect(dasarTpp({ predikat: "butuh_perbaikan", tabel })).toMatchObject({ rule: "Dasar TPP", value: 80, cite: { regulation: tabel.perwal, part: "tabel persen prestasi kerja", link: null }, note: NOTES.tppTanpaPotongan });
});
test("without a final predikat there is no percent, which is not 0", () => {
  expect(dasarTpp({ predikat: null, tabel })).toMatchObject({ value: null, note: `${NOTES.tppTanpaPotongan}\n${NOTES.tppTanpaPredikat}` });
});
