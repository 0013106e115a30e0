import { readFile } from "node:fs/promises";
import path from "node:path";
import { peopleImport } from "@teraju/domain";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { inline, workbookOf, zipOf } from "#test/sheets/zip.ts";
import { writeWorkbook } from "../xlsx.ts";
import { LIMITS, SheetFault } from "./limits.ts";
import { readSheets } from "./read.ts";
import { Zip } from "./zip.ts";

const golden = (name: string): Promise<Buffer> => readFile(path.join(import.meta.dirname, "../../test/golden", name));
const faultOf = async (bytes: Buffer): Promise<string> => readSheets(bytes).then(() => "none", (error: unknown) => (error instanceof SheetFault ? error.code : String(error)));
const onlyRows = async (bytes: Buffer): Promise<string[][]> => (await readSheets(bytes)).flatMap(({ rows }) => rows);

describe("golden files, written by others", () => {
  it("every type of cell comes as text: dates as days, a number with more digits than Excel holds as what Excel made of it, a formula as its result", async () => {
    const sheets = await readSheets(await golden("excel-types.xlsx"));
    expect(sheets.map(({ name }) => name)).toEqual(["Tipe"]);
    const [head, first, second, ...rest] = sheets[0]?.rows ?? [];
    expect(head).toEqual(["NIP", "Nama", "Tanggal", "Rumus", "Benar", "Angka"]);
    expect(first).toEqual(["1.98503032010011E+17", "Siti Contoh", "2026-10-30", "2", "Ya", "12.5"]);
    expect(second).toEqual(["198503032010011003", "<b> & \"tanda\" 'kutip'\nbaris dua é 中", "2026-10-30", "=1+1", "Tidak", "0.1"]);
    // Line numbers stay those of the file: a clerk finds the line that we name.
    expect(rest.findIndex((row) => row[1] === "jauh di bawah") + 4).toBe(10);
  });
  it("days counted from 1904, strings inside of the cells", async () => {
    expect(await onlyRows(await golden("constant-memory-1904.xlsx"))).toEqual([["NIP", "Nama", "Mulai"], ["199006062023212006", "Inline", "2026-03-01"]]);
  });
  it("e-Kinerja's report as XLSX and as CSV with semicolons says the same", async () => {
    const read = await Promise.all(["bkn-penilaian-bulanan.xlsx", "bkn-penilaian-bulanan.csv"].map(async (name) => peopleImport.readImport((await readSheets(await golden(name))).map(({ rows }) => rows))));
    expect(read[0]).toEqual(read[1]);
    expect(read[0]).toMatchObject({ source: "bkn", bkn: { kind: "penilaian", period: { kind: "bulanan", year: 2026, number: 10 }, rows: [{ line: 9, hasilKerja: "sesuai", predikat: "baik" }, { hasilKerja: "di_atas", perilaku: "di_atas", predikat: "sangat_baik" }, { acting: "PLT", predikat: null }] } });
  });
});

describe("what we write, we read", () => {
  const texts = ["198503032010011003", "007", "=1+1", "+62", "-5", "@x", "baris\ndua", "a & b <c>", "é 中 😀", "  di tengah  "];
  it("XLSX: each text as it was, also for a reader that is not ours", async () => {
    const file = await writeWorkbook([{ name: "Satu", heading: ["Judul"], columns: [{ title: "Teks" }, { title: "Angka" }], rows: texts.map((t, i) => [t, i]) }]);
    const rows = await onlyRows(file);
    expect(rows.slice(3)).toEqual(texts.map((t, i) => [t, String(i)]));
    const theirs = await readSheet(file);
    expect(theirs.slice(3).map((row) => String(row[0]).trim())).toEqual(texts.map((t) => t.trim()));
  });
  it("the parts of a workbook of ours are those of the golden files, letter by letter", async () => {
    const rows = [["198503032010011003", "=1+1", 12.5], ["007", "a & b <c>", null]] as const;
    const zip = new Zip(await writeWorkbook([{ name: "Pegawai", heading: ["Daftar"], columns: [{ title: "NIP", width: 22 }, { title: "Nama" }, { title: "Nilai", format: "0.00" }], rows }]));
    for (const part of ["workbook", "worksheets/sheet1", "sharedStrings"]) await expect(zip.read(`xl/${part}.xml`)?.toString("utf8") ?? "none").toMatchFileSnapshot(`../../test/golden/our-${part.replace("worksheets/", "")}.xml`);
  });
  it("no formula comes out of 500 texts that begin like one", async () => {
    const starts = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"];
    const bodies = ["1+1", "HYPERLINK(\"http://jahat\",\"klik\")", "cmd|' /C calc'!A0", "SUM(A1:A9)", "IMPORTXML(\"http://x\",\"//a\")"];
    const payloads = Array.from({ length: 500 }, (_, i) => `${starts[i % starts.length]}${bodies[i % bodies.length]}${"x".repeat(i % 7)}${i}`);
    const file = await writeWorkbook([{ name: "X", heading: [], columns: [{ title: "T" }], rows: payloads.map((p) => [p]) }]);
    const xml = new Zip(file).read("xl/worksheets/sheet1.xml")?.toString("utf8") ?? "";
    expect(xml.match(/<c /g)?.length).toBeGreaterThan(500);
    expect(xml).not.toMatch(/<f[ />]/);
    const back = (await onlyRows(file)).slice(-500).map(([cell]) => cell?.replaceAll("\r", "\n"));
    expect(back).toEqual(payloads.map((p) => p.replaceAll("\r", "\n")));
  });
});

describe("CSV", () => {
  it("commas, semicolons, tabs; UTF-8 with and without mark, UTF-16, the code page of old Windows", async () => {
    const wanted = [["NIP", "Nama"], ["198503032010011003", "Siti é; \"A\""]];
    for (const d of [",", ";", "\t"]) {
      const text = `NIP${d}Nama\r\n198503032010011003${d}"Siti é; ""A"""\r\n`;
      for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]), Buffer.from(text, "latin1")]) expect(await onlyRows(bytes)).toEqual(wanted);
    }
  });
});

describe("what is refused, and why", () => {
  const rowsOf = (n: number): string => inline(Array.from({ length: n }, (_, i) => [`x${i}`]));
  it.each([
    ["nothing at all", Buffer.alloc(0), "empty"],
    ["an .xls of before 2007", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "old_xls"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), "not_a_sheet"],
    ["a zip that is no workbook", zipOf([{ name: "a.txt", data: "a" }]), "not_a_sheet"],
    ["a zip cut short", workbookOf(inline([["a"]])).subarray(0, 300), "zip_broken"],
    ["something behind the zip's end", Buffer.concat([workbookOf(inline([["a"]])), Buffer.from("<script>")]), "zip_broken"],
    ["an encrypted part", workbookOf(inline([["a"]]), {}, { flags: 1 }), "encrypted"],
    ["101 parts", zipOf(Array.from({ length: 101 }, (_, i) => ({ name: `${i}`, data: "" }))), "zip_bomb"],
    ["zeros that inflate a thousand times", workbookOf(Buffer.alloc(15_000_000)), "zip_bomb"],
    ["a declared size that lies", workbookOf(Buffer.alloc(30_000_000, "ab"), {}, { size: 1000 }), "zip_bomb"],
    ["parts that lie on one another", zipOf([{ name: "a", data: "aaaaaaaa" }, { name: "b", data: "bbbbbbbb", lies: { offset: 0 } }]), "zip_bomb"],
    ["a name that climbs out", zipOf([{ name: "../../etc/passwd", data: "a" }]), "zip_broken"],
    ["entities that grow", workbookOf('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'), "xml_broken"],
    ["no XML", workbookOf("<worksheet><sheetData><row><c"), "xml_broken"],
    ["elements inside of elements without end", workbookOf("<a>".repeat(5000)), "xml_broken"],
    ["a cell in the last corner of a sheet", workbookOf('<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'), "too_many_rows"],
    ["too many lines", workbookOf(rowsOf(LIMITS.rows + LIMITS.headingRows + 1)), "too_many_rows"],
    ["too many columns", workbookOf(inline([Array.from({ length: 51 }, () => "x")])), "too_many_columns"],
    ["a cell that is a book", workbookOf(inline([["x".repeat(40_000)]])), "cell_too_long"],
    ["a CSV with too many lines", Buffer.from("a\n".repeat(LIMITS.rows + LIMITS.headingRows + 1)), "too_many_rows"],
    ["a quote that never ends", Buffer.from(`NIP,Nama\n"${"x".repeat(3_000_000)}`), "csv_broken"],
  ] as const)("%s", async (_, bytes, code) => { expect(await faultOf(bytes)).toBe(code); });

  it("more than 5 MB is not looked at", async () => {
    await expect(readSheets(Buffer.alloc(LIMITS.fileBytes + 1))).rejects.toMatchObject({ code: "too_large" });
  });
  it("after all of this the next file is read as before", async () => {
    expect(await onlyRows(workbookOf(inline([["NIP", "Nama"], ["1", "2"]])))).toEqual([["NIP", "Nama"], ["1", "2"]]);
  });
});
