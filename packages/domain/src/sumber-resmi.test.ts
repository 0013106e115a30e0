import { expect, test } from "vitest";
import { periodeOf } from "./calendar.ts";
import { sumberRefusals, sumberState } from "./sumber-resmi.ts";

const periode = periodeOf("2026-08", "triwulanan");
const row = { hasilKerja: "sesuai", perilaku: "sesuai", predikat: "baik" } as const;

test("ratings of e-Kinerja are taken where both are there and its predikat is that of the quadrant", () => {
  expect([sumberRefusals(row, periode), sumberRefusals({ ...row, predikat: null }, periode)]).toEqual([[], []]);
  expect([sumberRefusals(null, periode), sumberRefusals({ ...row, hasilKerja: null }, periode), sumberRefusals({ ...row, perilaku: null }, periode)]).toEqual([["bkn_rating_missing"], ["bkn_rating_missing"], ["bkn_rating_missing"]]);
  // Anak Lampiran 4 Tabel 3 prints butuh perbaikan for this pair, the quadrant says kurang.
  expect([sumberRefusals({ ...row, perilaku: "di_bawah", predikat: "butuh_perbaikan" }, periode), sumberRefusals({ ...row, perilaku: "di_bawah", predikat: "kurang" }, periode)]).toEqual([["bkn_predikat_differs"], []]);
});

test("a result stands to e-Kinerja in one of four ways", () => {
  expect(sumberState(row, null)).toBe("belum_dicocokkan");
  expect(sumberState(row, { hasilKerja: null, perilaku: null, predikat: null })).toBe("belum_dinilai_bkn");
  expect([sumberState(row, row), sumberState(row, { ...row, predikat: "kurang" }), sumberState(row, { ...row, hasilKerja: "di_atas" }), sumberState(row, { ...row, perilaku: null })]).toEqual(["cocok", "berbeda", "berbeda", "berbeda"]);
});
