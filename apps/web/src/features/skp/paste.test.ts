import { describe, expect, test } from "vitest";
import { cellsOf, parsePasted, targetOf } from "./paste.ts";

const table = (...rows: string[][]): string => rows.map((row) => row.join("\t")).join("\r\n");
const HEADING = ["Rencana Hasil Kerja Pimpinan yang Diintervensi", "Rencana Hasil Kerja", "Aspek", "Indikator Kinerja Individu", "Target"];

describe("cells", () => {
  test("tab and line break divide, quotes keep both within a cell", () => {
    expect(cellsOf('a\tb\r\n"c 1\nc 2"\t"kata ""dikutip"""\n\td')).toEqual([["a", "b"], ["c 1 c 2", 'kata "dikutip"'], ["", "d"]]);
    expect(cellsOf("")).toEqual([]);
    expect(cellsOf("satu")).toEqual([["satu"]]);
  });
  test("a quote that never closes is plain text and loses nothing", () => {
    expect(cellsOf('"rusak\tb\nc\td')).toEqual([['"rusak', "b"], ["c", "d"]]);
    expect(cellsOf('5" pipa\tb')).toEqual([['5" pipa', "b"]]);
  });
  test("hard blanks of Word become blanks", () => {
    expect(cellsOf("a\u00a0 b\tc")).toEqual([["a b", "c"]]);
  });
  test("a large text is read in reasonable time", () => {
    const began = performance.now();
    expect(cellsOf('"'.repeat(20_001)).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe("a target in words becomes figure, unit and direction", () => {
  test.each([
    ["120 dokumen", { jenis: "angka", arah: "maks", target: 120, satuan: "dokumen" }],
    ["1.200 orang", { target: 1200, satuan: "orang" }],
    ["12,5 hari", { target: 12.5, satuan: "hari" }],
    ["95%", { jenis: "rasio", target: 95, satuan: "persen" }],
    ["95 %", { jenis: "rasio", target: 95, satuan: "persen" }],
    ["Rp 1.500.000", { jenis: "angka", target: 1_500_000, satuan: "rupiah" }],
    ["maksimal 3 hari", { arah: "min", target: 3, satuan: "hari" }],
    ["≤ 8 komplain", { arah: "min", target: 8, satuan: "komplain" }],
    ["minimal 80 persen", { jenis: "rasio", arah: "maks", target: 80, satuan: "persen" }],
    ["2 - 4 hari", { jenis: "angka", arah: "rentang", target: null, targetMin: 2, targetMax: 4, satuan: "hari" }],
    ["85 s.d. 95 skor", { arah: "rentang", targetMin: 85, targetMax: 95, satuan: "skor" }],
    ["Predikat A", { jenis: "uraian", target: null, targetText: "Predikat A", satuan: null }],
    ["", { jenis: "uraian", targetText: null }],
  ] as const)("%s", (cell, expected) => expect(targetOf(cell)).toMatchObject(expected));

  test("a column of units wins over the words behind the figure", () => {
    expect(targetOf("12", "laporan")).toMatchObject({ target: 12, satuan: "laporan" });
    expect(targetOf("100", "%")).toMatchObject({ jenis: "rasio", satuan: "persen" });
  });
});

describe("a pasted table", () => {
  test("with its heading, merged cells and numbers becomes results with indicators", () => {
    const { results, ignored } = parsePasted(table(
      HEADING, ["(1)", "(2)", "(3)", "(4)", "(5)"],
      ["Gizi balita membaik", "1. Tersedianya data gizi", "Kuantitas", "Jumlah balita terdata", "1.200 balita"],
      ["", "", "Waktu", "Data masuk tiap bulan", "maksimal 5 hari"],
      ["", "Terlaksananya kelas ibu", "Kualitas", "Kepuasan peserta", "85%"],
    ), false);
    expect(ignored).toBe(0);
    expect(results.map(({ intervenedText, text, prioritas, indikator }) => [intervenedText, text, prioritas, indikator.map((i) => [i.text, i.aspek, i.target, i.satuan])])).toEqual([
      ["Gizi balita membaik", "Tersedianya data gizi", "utama", [["Jumlah balita terdata", "kuantitas", 1200, "balita"], ["Data masuk tiap bulan", "waktu", 5, "hari"]]],
      ["Gizi balita membaik", "Terlaksananya kelas ibu", "utama", [["Kepuasan peserta", "kualitas", 85, "persen"]]],
    ]);
  });

  test("without a heading reads the columns in the order of the form, with or without a column of numbers", () => {
    const row = ["Atasan", "Hasil", "Biaya", "Indikator", "10 unit"];
    const expected = { intervenedText: "Atasan", text: "Hasil", indikator: [{ text: "Indikator", aspek: "biaya", target: 10, satuan: "unit" }] };
    expect(parsePasted(table(row), false).results).toMatchObject([expected]);
    expect(parsePasted(table(["1", ...row], ["2.", ...row]), false).results).toMatchObject([expected, expected]);
  });

  test("takes columns in another order from their headings", () => {
    const { results } = parsePasted(table(["Hasil Kerja", "Indikator", "Target", "Satuan"], ["Arsip tertata", "Jumlah berkas", "60", "berkas"]), false);
    expect(results).toMatchObject([{ intervenedText: null, text: "Arsip tertata", indikator: [{ target: 60, satuan: "berkas", aspek: null }] }]);
  });

  test("divides utama from tambahan where a row says so", () => {
    const row = (text: string) => ["", text, "Kuantitas", "i", "1 kali"];
    const { results } = parsePasted(table(["A. HASIL KERJA UTAMA"], row("a"), ["B. HASIL KERJA TAMBAHAN"], row("b")), false);
    expect(results.map(({ text, prioritas }) => [text, prioritas])).toEqual([["a", "utama"], ["b", "tambahan"]]);
  });

  test("reads perspektif for pimpinan, and says which words it does not know", () => {
    const rows = table(["", "a", "Penerima Layanan", "i", "1 kali"], ["", "b", "Lain-lain", "i", "1 kali"]);
    expect(parsePasted(rows, true)).toMatchObject({ results: [{ indikator: [{ perspektif: "penerima_layanan", aspek: null }] }, { indikator: [{ perspektif: null }] }], unknownAspek: ["Lain-lain"] });
  });

  test("counts rows that belong to nothing, and makes nothing of an empty text", () => {
    expect(parsePasted(table(["", "", "Kuantitas", "yatim", "1 kali"], ["", "a", "", "i", "1 kali"]), false)).toMatchObject({ ignored: 1, results: [{ text: "a" }] });
    expect(parsePasted("\n\n", false)).toEqual({ results: [], ignored: 0, unknownAspek: [] });
  });
});
