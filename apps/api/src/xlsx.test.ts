import { inflateRawSync } from "node:zlib";
import { readSheet } from "read-excel-file/node";
import { expect, it } from "vitest";
import { writeWorkbook } from "./xlsx.ts";

/** The bytes of the zip's entry, by the central directory: read without the library that wrote it. */
function entry(zip: Buffer, name: string): string {
  for (let at = zip.indexOf("PK\u0001\u0002"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 4)) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8");
  }
  throw new Error(`no ${name}`);
}

const HOSTILE = ["=1+1", "=HYPERLINK(\"http://jahat\")", "+62811", "-5", "@SUM(A1)", "\t=1", "＝1+1", "198503032010011003", "007"];

it("writes a text as text, whatever it begins with, and figures as figures", async () => {
  const file = await writeWorkbook([{ name: "Rekap", heading: ["Rekap bulanan", "November 2026"], columns: [{ title: "Teks" }, { title: "Angka", format: "0.00" }], rows: HOSTILE.map((t, i) => [t, i + 0.25]) }]);
  const xml = entry(file, "xl/worksheets/sheet1.xml");
  expect(xml).not.toMatch(/<f[ >]/);
  const rows = await readSheet(file);
  // The reader trims; what matters is that each came back as the text it was.
  expect(rows.slice(-HOSTILE.length)).toEqual(HOSTILE.map((t, i) => [t.trim(), i + 0.25]));
  expect(rows[0]?.[0]).toBe("Rekap bulanan");
});
