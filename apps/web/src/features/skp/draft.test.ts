import type { SkpView } from "@teraju/contracts/skp";
import { expect, test } from "vitest";
import { id } from "#copy/id.ts";
import { skp } from "#copy/id/skp.ts";
import { type Draft, draftFaults, fromPasted, insertAt, moveBy, newIndikator, newResult, removeAt, replaceAt, serverFaults } from "./draft.ts";
import { parsePasted } from "./paste.ts";

const copy = { ...id, skp };

const draft = (over: Partial<Draft> = {}): Draft => ({ pendekatan: "kuantitatif", hasilKerja: [], perilaku: [], lampiran: [], ...over });

test("a new result has one indicator, in words where the SKP is kualitatif", () => {
  expect(newResult("kuantitatif").indikator.map((i) => i.jenis)).toEqual(["angka"]);
  expect(newIndikator("kualitatif").jenis).toBe("uraian");
  expect(newResult("kuantitatif").lineId).not.toBe(newResult("kuantitatif").lineId);
});

test("lists move, lose and gain one and stay within their ends", () => {
  expect([moveBy(["a", "b", "c"], 0, 1), moveBy(["a", "b"], 0, -1), moveBy(["a", "b"], 1, 1), moveBy(["a", "b", "c"], 2, -1)]).toEqual([["b", "a", "c"], ["a", "b"], ["a", "b"], ["a", "c", "b"]]);
  expect([removeAt(["a", "b"], 0), insertAt(["b"], 0, "a"), replaceAt(["a", "b"], 1, "c")]).toEqual([["b"], ["a", "b"], ["a", "c"]]);
});

test("an empty sentence is named with its place, once for each field", () => {
  const faults = draftFaults(copy, draft({ hasilKerja: [{ ...newResult("kuantitatif"), text: "Arsip tertata" }, newResult("kuantitatif")] }), 1);
  expect(faults).toEqual([
    { field: "hasilKerja.0.indikator.0.text", text: "Hasil kerja 1, indikator 1: isi kalimatnya." },
    { field: "hasilKerja.1.text", text: "Hasil kerja 2: isi kalimatnya." },
    { field: "hasilKerja.1.indikator.0.text", text: "Hasil kerja 2, indikator 1: isi kalimatnya." },
  ]);
});

test("a whole draft has no fault; a figure with three decimals has one", () => {
  const result = { ...newResult("kuantitatif"), text: "a", indikator: [{ ...newIndikator("kuantitatif"), text: "i", target: 1.5 }] };
  expect(draftFaults(copy, draft({ hasilKerja: [result] }), 1)).toEqual([]);
  const wrong = { ...result, indikator: [{ ...newIndikator("kuantitatif"), text: "i", target: 1.555 }] };
  expect(draftFaults(copy, draft({ hasilKerja: [wrong] }), 1)).toEqual([{ field: "hasilKerja.0.indikator.0.target", text: "Hasil kerja 1, indikator 1: paling banyak dua angka di belakang koma." }]);
});

test("what the server alone knows stands at the same field", () => {
  expect(serverFaults(copy, [{ path: "body.hasilKerja.2.intervenedLineId", code: "unknown_line" }])).toEqual([
    { field: "hasilKerja.2.intervenedLineId", text: "Hasil kerja 3: hasil kerja pimpinan ini sudah tidak ada. Pilih yang lain." },
  ]);
});

test("pasted results become lines of their own that the contract takes", () => {
  const { results } = parsePasted("Atasan\tHasil\tKuantitas\tJumlah\t12 dokumen", false);
  const made = fromPasted(results);
  expect(made).toMatchObject([{ text: "Hasil", intervenedText: "Atasan", intervenedLineId: null, indikator: [{ target: 12, monthlyTarget: null }] }]);
  expect(draftFaults(copy, draft({ hasilKerja: made }), 1)).toEqual([]);
});

test("reading a view and saving it unchanged is taken by the contract", () => {
  const view: Pick<SkpView, "pendekatan" | "hasilKerja" | "perilaku" | "lampiran"> = {
    pendekatan: "kuantitatif", perilaku: [{ perilaku: "loyal", ekspektasi: "Hadir" }], lampiran: [{ kind: "konsekuensi", text: "Teguran" }],
    hasilKerja: fromPasted(parsePasted("Atasan\tHasil\tKuantitas\tJumlah\t12 dokumen", false).results).map((r) => ({ ...r, assignedBy: null, intervenedText: r.intervenedText ?? null, intervenedLineId: null, indikator: r.indikator.map((i) => ({ ...i, targetText: null, satuan: i.satuan ?? null, monthlyTarget: null })) })),
  };
  expect(draftFaults(copy, view, 3)).toEqual([]);
});
