import { expect, it } from "vitest";
import { isActing, monthsOfBknPeriod, readBknReport } from "./bkn-report.ts";
import { readImport } from "./read.ts";

const HEAD = ["No", "nip", "nama", "skp_unor", "skp_unor_induk", "skp_jabatan", "hasil_kerja", "perilaku_kerja", "hasil_akhir", "golru", "jenis_pegawai", "skp_jenis_jabatan", "is_skp_plt_plh_pjb"];
const TITLES = ["Laporan Penilaian SKP Periode Bulanan Oktober Tahun 2026", "Instansi Pemerintah Kota Langsa", "Periode : Oktober 2026", "Unor Induk : Dinas Kesehatan", "Unor : -", "Data ditarik pada : 5 November 2026 08:15", ""].map((t) => [t]);
const ROW = ["1", "198503142008042001", "SITI", "Puskesmas Langsa Kota", "Dinas Kesehatan", "Bidan Penyelia", "SESUAI EKSPEKTASI", "Di Atas Ekspektasi", "Baik", "III/d", "PNS", "FUNGSIONAL", "0"];

it("the short form: title rows, headings on row 8, ratings in e-Kinerja's words", () => {
  const report = readBknReport([...TITLES, HEAD, ROW]);
  expect(report).toMatchObject({ kind: "penilaian", period: { kind: "bulanan", year: 2026, number: 10 }, instansi: "Pemerintah Kota Langsa", pulledAt: "5 November 2026 08:15" });
  expect(report?.rows).toMatchObject([{ line: 9, nip: "198503142008042001", hasilKerja: "sesuai", perilaku: "di_atas", predikat: "baik", unread: [] }]);
});
it("columns are known by name: shuffled, with others between, they say the same", () => {
  const order = [5, 0, 8, 2, 1, 12, 3, 4, 7, 6, 9, 10, 11];
  const shuffled = readBknReport([...TITLES, ["x", ...order.map((i) => HEAD[i] ?? "")], ["", ...order.map((i) => ROW[i] ?? "")]]);
  expect(shuffled?.rows).toEqual(readBknReport([...TITLES, HEAD, ROW])?.rows);
});
it("a person on several lines, for Plt., goes into the import as several posts of one person", () => {
  const read = readImport([[...TITLES, HEAD, ROW, ["2", ROW[1] ?? "", "SITI", "Puskesmas Langsa Barat", "Dinas Kesehatan", "Plt. Kepala Puskesmas", "", "", "", "III/d", "PNS", "FUNGSIONAL", "1"]]]);
  expect(read).toMatchObject({ fault: null, source: "bkn", people: [{ line: 9, cells: { status: "0" } }, { line: 10, cells: { status: "1", jabatan: "Plt. Kepala Puskesmas" } }] });
});
it.each([
  ["with a note above the titles", [["Catatan: sudah diperiksa"], ...TITLES, HEAD, ROW]],
  ["without any title", [HEAD, ROW]],
  ["headings written by hand", [...TITLES, HEAD.map((name) => ` ${name.toUpperCase().replaceAll("_", " ")} `), ROW]],
  ["blank lines between people", [...TITLES, HEAD, [""], ROW, ["", "", ""]]],
] as const)("the same person %s", (_, table) => {
  const people = (rows: readonly (readonly string[])[]) => { const read = readImport([rows]); return read.fault === null ? read.people.map(({ cells }) => cells) : read.fault; };
  expect(people(table)).toEqual(people([...TITLES, HEAD, ROW]));
});
it("two columns of one name: nobody can say which counts", () => {
  expect(readImport([[...TITLES, [...HEAD, "NIP"], [...ROW, "1"]]])).toEqual({ fault: "heading_twice" });
  expect(readImport([[...TITLES, [...HEAD, "catatan", "catatan"], ROW]])).toMatchObject({ fault: null, source: "bkn" });
});
it("a post is held for a while where the column, or the name of the post, says so", () => {
  const acting = (word: string, jabatan: string): boolean[] => (readBknReport([HEAD, ROW.with(5, jabatan).with(12, word)])?.rows ?? []).map(isActing);
  expect(acting("0", "Bidan Penyelia")).toEqual([false]);
  expect(acting("", "Plh. Kepala Puskesmas")).toEqual([true]);
  expect(acting("1", "Kepala Puskesmas")).toEqual([true]);
  expect(acting("mungkin", "Kepala Puskesmas")).toEqual([true]);
});
it("not rated yet is null; a word of no scale is null too, and named", () => {
  const [row] = readBknReport([HEAD, ["1", "2", "A", "U", "I", "J", "", "Luar biasa", "BUTUH PERBAIKAN"]])?.rows ?? [];
  expect(row).toMatchObject({ hasilKerja: null, perilaku: null, predikat: "butuh_perbaikan", unread: ["perilaku"] });
});
it.each([
  ["Laporan Penilaian SKP Periode Triwulan III Tahun 2026", { kind: "triwulanan", year: 2026, number: 3 }, "2026-07", "2026-09"],
  ["Laporan Penilaian SKP Periode Tahunan Tahun 2025", { kind: "tahunan", year: 2025, number: 1 }, "2025-01", "2025-12"],
  ["Laporan Penilaian SKP Periode Bulanan Januari Tahun 2026", { kind: "bulanan", year: 2026, number: 1 }, "2026-01", "2026-01"],
] as const)("%s", (title, period, first, last) => {
  expect(readBknReport([[title], HEAD, ROW])?.period).toEqual(period);
  expect(monthsOfBknPeriod(period)).toEqual({ first, last });
});
it("a title without a period leaves it open; Laporan SKP has no ratings at all", () => {
  expect(readBknReport([["Laporan SKP"], HEAD.slice(0, 6), ROW.slice(0, 6)])).toMatchObject({ kind: "skp", period: null, rows: [{ predikat: null, unread: [] }] });
  expect(readBknReport([["nip", "nama"], ["1", "2"]])).toBeNull();
});
