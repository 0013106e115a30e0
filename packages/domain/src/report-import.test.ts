import { describe, expect, test } from "vitest";
import { bacaCapaian, type BarisLaporan, type IsianCapaian, type LaporanImpor, MOST_LINES, putusanBaris } from "./report-import.ts";

const HEAD = ["NIP", "Nama", "Bulan", "Indikator", "Realisasi", "Pembilang", "Penyebut", "Uraian", "Kalimat", "Sebab"];
const NIP = "199001012015011001";
const line = (over: Partial<Record<string, string>> = {}) => HEAD.map((name) => ({ NIP, Nama: "Guru", Bulan: "2026-10", Indikator: "Jumlah jam", Realisasi: "96", ...over })[name] ?? "");
const read = (over: Partial<Record<string, string>>) => bacaCapaian([HEAD, line(over)]).rows[0];

describe("reading a list", () => {
  test("by the names of the headings, below titles, in any order, with the line of the file", () => {
    const rows = bacaCapaian([["Daftar capaian SDN 1"], [], HEAD.toReversed(), line().toReversed(), HEAD.map(() => ""), line({ Bulan: "2026-10-01", Realisasi: "12,5", Kalimat: "Sesuai jadwal" }).toReversed()]);
    expect(rows).toEqual({ fault: null, rows: [
      { line: 4, nip: NIP, bulan: "2026-10", indikator: "Jumlah jam", isian: { realisasi: 96, pembilang: null, penyebut: null, uraian: null, kalimat: null, sebab: null } },
      { line: 6, nip: NIP, bulan: "2026-10", indikator: "Jumlah jam", isian: { realisasi: 12.5, pembilang: null, penyebut: null, uraian: null, kalimat: "Sesuai jadwal", sebab: null } },
    ] });
  });

  test.each([
    ["an unknown table", [["Nama", "Nilai"], ["x", "1"]], "columns_missing"], ["nothing", [], "empty"], ["headings alone", [HEAD], "empty"],
    ["too many lines", [HEAD, ...Array.from({ length: MOST_LINES + 1 }, () => line())], "too_many_rows"],
  ] as const)("%s", (_, rows, fault) => { expect(bacaCapaian(rows)).toEqual({ fault, rows: [] }); });

  test.each([
    [{ NIP: "1.98E+17" }, "nip", "nip_tidak_sah"], [{ Bulan: "Oktober" }, "bulan", "bulan_tidak_sah"], [{ Bulan: "2026-13" }, "bulan", "bulan_tidak_sah"], [{ Indikator: " " }, "indikator", "indikator_kosong"],
    // A point before three digits is a thousand to some and a decimal to others: nobody guesses.
    [{ Realisasi: "1.250" }, "realisasi", "angka_tidak_sah"], [{ Realisasi: "-1" }, "realisasi", "angka_tidak_sah"], [{ Realisasi: "9999999999999" }, "realisasi", "angka_tidak_sah"], [{ Penyebut: "0" }, "penyebut", "angka_tidak_sah"],
    [{ Kalimat: "x".repeat(1001) }, "kalimat", "teks_terlalu_panjang"],
  ])("%j is named with its column", (over, kolom, masalah) => { expect(read(over)).toMatchObject({ line: 2, kolom, masalah }); });

  test("a NIP may have spaces, or the apostrophe that keeps it a text", () => { expect(read({ NIP: "'19900101 201501 1 001" })).toMatchObject({ nip: NIP }); });
});

const isian = (over: Partial<IsianCapaian> = {}): IsianCapaian => ({ realisasi: 96, pembilang: null, penyebut: null, uraian: null, kalimat: null, sebab: null, ...over });
const EMPTY = isian({ realisasi: null });
const row = (over: Partial<BarisLaporan> = {}): BarisLaporan => ({ id: "r1", indikator: "Jumlah jam", jenis: "angka", isImported: false, ...EMPTY, ...over });
type Report = NonNullable<LaporanImpor["report"]>;
const found = (rows: BarisLaporan[], over: Partial<Report> = {}, ritme: LaporanImpor["ritme"] = "impor"): LaporanImpor => ({ ritme, report: { id: "l", status: "draft", kewajiban: "wajib_lapor", isOpen: true, rows, ...over } });
const judge = (on: LaporanImpor | null, given = isian(), indikator = "jumlah  JAM") => putusanBaris({ indikator, isian: given }, on);

describe("what a line does", () => {
  test("fills an empty row of a draft, and one that an import filled before", () => {
    expect(judge(found([row(), row({ id: "r2", indikator: "Lain" })]))).toEqual({ putusan: "isi", rowId: "r1" });
    expect(judge(found([row({ ...isian({ realisasi: 90 }), isImported: true })]))).toEqual({ putusan: "isi", rowId: "r1" });
    expect(judge(found([row({ ...isian({ kalimat: "Menurut daftar." }), isImported: true })]))).toEqual({ putusan: "sama", rowId: "r1" });
  });

  test("never replaces what the pegawai wrote, not even a sentence without a figure", () => {
    for (const own of [isian({ realisasi: 90 }), isian({ realisasi: null, kalimat: "Saya tulis sendiri" })]) expect(judge(found([row(own)]))).toMatchObject({ masalah: "sudah_diisi" });
  });

  test.each(["submitted", "returned", "checked", "closed_unreviewed"] as const)("never touches a report that is %s", (status) => { expect(judge(found([row()], { status }))).toEqual({ putusan: "masalah", kolom: "bulan", masalah: "laporan_terkirim" }); });

  test.each<[string, LaporanImpor | null, string]>([
    ["nobody of the reader's", null, "orang_tidak_ada"], ["a rumpun that writes itself", found([row()], {}, "harian"), "bukan_ritme_impor"], ["a month without a report", { ritme: "impor", report: null }, "laporan_tidak_ada"],
    ["leave", found([row()], { kewajiban: "cuti" }), "tidak_wajib_lapor"], ["a month that closed", found([row()], { isOpen: false }), "bulan_ditutup"],
    ["another indicator", found([row({ indikator: "Lain" })]), "indikator_tidak_ada"], ["two of the same words", found([row(), row({ id: "r2" })]), "indikator_ganda"],
  ])("%s is named", (_, on, masalah) => { expect(judge(on)).toMatchObject({ putusan: "masalah", masalah }); });

  test("each kind of indicator asks for its own cells", () => {
    expect(judge(found([row()]), EMPTY)).toMatchObject({ kolom: "realisasi", masalah: "angka_kosong" });
    expect(judge(found([row({ jenis: "rasio" })]))).toMatchObject({ kolom: "pembilang", masalah: "pembilang_penyebut_kosong" });
    expect(judge(found([row({ jenis: "rasio" })]), isian({ realisasi: null, pembilang: 3, penyebut: 4 }))).toMatchObject({ putusan: "isi" });
    expect(judge(found([row({ jenis: "uraian" })]))).toMatchObject({ kolom: "uraian", masalah: "uraian_kosong" });
    expect(judge(found([row({ jenis: "uraian" })]), isian({ realisasi: null, uraian: "Selesai" }))).toMatchObject({ putusan: "isi" });
  });
});
