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
    const { results, issues } = parsePasted(table(
      HEADING, ["(1)", "(2)", "(3)", "(4)", "(5)"],
      ["Gizi balita membaik", "1. Tersedianya data gizi", "Kuantitas", "Jumlah balita terdata", "1.200 balita"],
      ["", "", "Waktu", "Data masuk tiap bulan", "maksimal 5 hari"],
      ["", "Terlaksananya kelas ibu", "Kualitas", "Kepuasan peserta", "85%"],
    ), false);
    expect(issues).toEqual([]);
    expect(results.map(({ intervenedText, text, prioritas, indikator }) => [intervenedText, text, prioritas, indikator.map((i) => [i.text, i.aspek, i.target, i.satuan])])).toEqual([
      ["Gizi balita membaik", "Tersedianya data gizi", "utama", [["Jumlah balita terdata", "kuantitas", 1200, "balita"], ["Data masuk tiap bulan", "waktu", 5, "hari"]]],
      ["Gizi balita membaik", "Terlaksananya kelas ibu", "utama", [["Kepuasan peserta", "kualitas", 85, "persen"]]],
    ]);
  });

  test("without a heading reads the columns in the order of the form, with or without a column of numbers", () => {
    const row = ["Atasan", "Hasil", "Biaya", "Indikator", "10 unit"];
    const expected = { intervenedText: "Atasan", text: "Hasil", indikator: [{ text: "Indikator", aspek: "biaya", target: 10, satuan: "unit" }] };
    expect(parsePasted(table(row), false).results).toMatchObject([expected]);
    expect(parsePasted(table(["1", ...row], ["2.", "Atasan", "Hasil lain", ...row.slice(2)]), false).results).toMatchObject([expected, { ...expected, text: "Hasil lain" }]);
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
    expect(parsePasted(rows, true)).toMatchObject({ results: [{ indikator: [{ perspektif: "penerima_layanan", aspek: null }] }, { indikator: [{ perspektif: null }] }], issues: [{ row: 2, code: "aspek_unknown", word: "Lain-lain" }] });
  });

  test("names each row that it could not use, and what is missing, by its place in what was pasted", () => {
    const { results, issues } = parsePasted(table(["", "", "Kuantitas", "yatim", "1 kali"], [""], ["", "a", "", "i", ""], ["", "b", "", "", ""], ["", "c", "", "x".repeat(1001), "1 kali"]), false);
    expect(results.map(({ text }) => text)).toEqual(["a", "b", "c"]);
    expect(issues.map(({ row, code, word }) => [row, code, word.length > 9 ? word.length : word])).toEqual([[1, "no_result", "Kuantitas"], [3, "no_target", "i"], [4, "no_indikator", "b"], [5, "too_long", 1001]]);
    expect(parsePasted("\n\n", false)).toEqual({ results: [], perilaku: [], lampiran: [], issues: [] });
  });

  test("words that come again in each row are one result, as e-Kinerja writes merged cells into a plain table", () => {
    const rows = table(["Atasan", "Hasil", "Kuantitas", "i", "1 kali"], ["Atasan", "Hasil", "Waktu", "j", "2 hari"], ["Atasan", "Lain", "Waktu", "k", "2 hari"]);
    expect(parsePasted(rows, false).results.map(({ text, indikator }) => [text, indikator.length])).toEqual([["Hasil", 2], ["Lain", 1]]);
  });

  test("e-Kinerja's whole page becomes results, the superior's own expectations and the lampiran; its head and signatures stay out", () => {
    const { results, perilaku, lampiran, issues } = parsePasted(table(
      ["NO", "PEGAWAI YANG DINILAI", "NO", "PEJABAT PENILAI KINERJA"], ["1", "NAMA", "1", "NAMA"], ["HASIL KERJA"],
      ["NO", ...HEADING.map((word) => word.toUpperCase())], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], ["A. UTAMA"],
      ["1", "Kesehatan ibu membaik", "Ibu hamil terlayani", "Kuantitas", "Jumlah ibu hamil", "240 orang"], ["", "", "", "Kualitas", "Kepuasan", "95 %"],
      ["B. TAMBAHAN"], ["2", "", "Kelas ibu berjalan", "Waktu", "Kelas tiap bulan", "12 kali"],
      ["PERILAKU KERJA"], ["1", "Berorientasi Pelayanan - Memahami dan memenuhi kebutuhan masyarakat", "Ekspektasi Khusus Pimpinan:"],
      ["2", "Akuntabel - Jujur", "Ekspektasi Khusus Pimpinan: - Laporan sebelum tanggal lima"], ["3", "Loyal"], ["", "", "Ekspektasi khusus pimpinan/leader: Hadir apel"],
      ["DUKUNGAN SUMBER DAYA"], ["1", "Dua laptop"], ["2.", "-"], ["SKEMA PERTANGGUNGJAWABAN"], ["1. Laporan bulanan"], ["KONSEKUENSI"], ["1", "Teguran"],
    ), false);
    expect(results.map(({ intervenedText, text, prioritas, indikator }) => [intervenedText, text, prioritas, indikator.map((i) => [i.aspek, i.target, i.satuan])])).toEqual([
      ["Kesehatan ibu membaik", "Ibu hamil terlayani", "utama", [["kuantitas", 240, "orang"], ["kualitas", 95, "persen"]]],
      ["Kesehatan ibu membaik", "Kelas ibu berjalan", "tambahan", [["waktu", 12, "kali"]]],
    ]);
    expect(perilaku).toEqual([{ perilaku: "akuntabel", ekspektasi: "Laporan sebelum tanggal lima" }, { perilaku: "loyal", ekspektasi: "Hadir apel" }]);
    expect(lampiran).toEqual([{ kind: "sumber_daya", text: "Dua laptop" }, { kind: "pertanggungjawaban", text: "Laporan bulanan" }, { kind: "konsekuensi", text: "Teguran" }]);
    expect(issues).toEqual([]);
  });
});
