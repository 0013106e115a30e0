/** Files that a people import may be given by accident or on purpose; each can be made again from its number and the seed. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { randomFrom } from "../../proof/report.ts";
import { inline, workbookOf, zipOf, type Part } from "./zip.ts";

export type HostileFile = { readonly name: string; readonly bytes: Buffer };
type Random = () => number;
type Make = (random: Random) => Buffer;

const golden = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, "../golden", name));
const upTo = (random: Random, n: number): number => Math.floor(random() * n);
const oneOf = <T>(random: Random, all: readonly [T, ...T[]]): T => all[upTo(random, all.length)] ?? all[0];
const noise = (random: Random, length: number): Buffer => Buffer.from(Array.from({ length }, () => upTo(random, 256)));

const GOOD = inline([["NIP", "Nama", "Kode Unit", "Jabatan"], ["199501012020121001", "Fajar", "puskesmasA2", "Analis"]]);
const WORKBOOKS = ["bkn-penilaian-bulanan.xlsx", "excel-types.xlsx", "constant-memory-1904.xlsx"] as const;
const HEAD = ["ID Teraju", "NIP", "Nama", "Jenis Pegawai", "Golongan", "Kode Unit", "Unit", "Perangkat Daerah", "Jabatan", "Jenis Jabatan", "Pimpinan Unit", "Status Penempatan", "NIP Penilai", "NIP Atasan Penilai"];
const TEXTS = [
  "=1+1", "=HYPERLINK(\"http://jahat\",\"klik\")", "+62", "-5", "@SUM(A1)", "\t=1", "＝1+1", "'=1", "1.98E+17", "1,98503E+17", "198503032010011003", "199999999999999999", "000000000000000000", "-", "", "  ", "\u202Egnp.exe", "a\u0000b", "\uFFFE", "\uFEFF",
  "__proto__", "constructor", "toString", "'; drop table person; --", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "../../etc/passwd", "😀".repeat(90), "ﷺ".repeat(50), "e\u0301".repeat(150), "x".repeat(32_767), "\uD800", "\r\n\r\n", "Definitif", "Plt.", "Ya", "PNS", "IX", "IV/e", "V/e",
] as const;
const text = (random: Random): string => oneOf(random, TEXTS as unknown as readonly [string, ...string[]]);
const csvCell = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll("\"", "\"\"")}"` : cell);
const csvOf = (rows: readonly (readonly string[])[], delimiter = ";"): Buffer => Buffer.from(rows.map((row) => row.map(csvCell).join(delimiter)).join("\r\n"));
const nip = (i: number): string => `19${80 + (i % 20)}0${(i % 9) + 1}${10 + (i % 18)}2020011${String(i % 1000).padStart(3, "0")}`;
const sheet = (cells: string): string => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);

/** A workbook whose one sheet is written by hand. */
const xml = (make: (random: Random) => string): Make => (random) => workbookOf(make(random));

const FAMILIES: Record<string, Make> = {
  "a workbook cut short": (random) => { const file = golden(oneOf(random, WORKBOOKS)); return file.subarray(0, upTo(random, file.length)); },
  "a workbook with bytes turned over": (random) => {
    const file = Buffer.from(golden(oneOf(random, WORKBOOKS)));
    for (let i = upTo(random, 12) + 1; i > 0; i -= 1) file[upTo(random, file.length)] = upTo(random, 256);
    return file;
  },
  "a workbook with its directory turned over": (random) => {
    const file = Buffer.from(golden(oneOf(random, WORKBOOKS)));
    for (let i = upTo(random, 6) + 1; i > 0; i -= 1) file[file.length - 1 - upTo(random, 600)] = upTo(random, 256);
    return file;
  },
  "a piece taken out of a workbook": (random) => { const file = golden(oneOf(random, WORKBOOKS)); const at = upTo(random, file.length); return Buffer.concat([file.subarray(0, at), file.subarray(at + upTo(random, 400))]); },
  "two workbooks in one": (random) => Buffer.concat([golden(oneOf(random, WORKBOOKS)), golden(oneOf(random, WORKBOOKS))]),
  "a report of e-Kinerja with bytes turned over": (random) => {
    const file = Buffer.from(golden("bkn-penilaian-bulanan.csv"));
    for (let i = upTo(random, 30) + 1; i > 0; i -= 1) file[upTo(random, file.length)] = upTo(random, 256);
    return file;
  },
  "noise": (random) => noise(random, upTo(random, 20_000)),
  "noise that begins like a zip": (random) => Buffer.concat([Buffer.from("PK\u0003\u0004"), noise(random, upTo(random, 5_000))]),
  "noise that begins like an old workbook": (random) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), noise(random, 3_000)]),
  "noise that begins like UTF-16": (random) => Buffer.concat([Buffer.from(oneOf(random, [[0xff, 0xfe], [0xfe, 0xff]])), noise(random, 4_001)]),
  "only the end of a zip": (random) => zipOf([], { count: upTo(random, 70_000) }),
  "zeros that inflate a thousand times": (random) => workbookOf(zeros(4 + upTo(random, 15))),
  "zeros in a part that is no sheet": (random) => workbookOf(GOOD, { "xl/media/a.bin": zeros(4 + upTo(random, 15)).toString("latin1") }),
  "a declared size that lies": (random) => workbookOf(Buffer.alloc(3_000_000 + upTo(random, 9_000_000), "ab"), {}, { size: upTo(random, 5_000) }),
  "a declared size that boasts": (random) => workbookOf(GOOD, {}, { size: oneOf(random, [0xffffffff, 0x7fffffff, 25_000_000, 1_000_000]) }),
  "a packed size that lies": (random) => workbookOf(GOOD, {}, { packed: oneOf(random, [0, 1, 0xffffffff, 5_000]) }),
  "parts that lie on one another": (random) => zipOf(Array.from({ length: 2 + upTo(random, 60) }, (_, i) => ({ name: `xl/${i}`, data: "a".repeat(5_000), lies: { offset: 0 } }))),
  "more parts than a workbook has": (random) => zipOf(Array.from({ length: oneOf(random, [101, 1_000, 10_001]) }, (_, i) => ({ name: `${i}`, data: "" }))),
  "a zip in a zip in a zip": (random) => { let inner: Buffer = deflateRawSync(zeros(2)); for (let i = 0; i < 2 + upTo(random, 6); i += 1) inner = workbookOf(inner); return inner; },
  "names that climb out": (random) => zipOf([{ name: oneOf(random, ["../../etc/passwd", "/etc/passwd", "..\\..\\windows", "C:\\x", "xl/../../x", "a\u0000b"]), data: "x" }, ...Object.entries({ "xl/workbook.xml": "<workbook/>" }).map(([name, data]): Part => ({ name, data }))]),
  "flags and methods of other zips": (random) => workbookOf(GOOD, {}, oneOf(random, [{ flags: 1 }, { flags: 0x41 }, { method: 9 }, { method: 12 }, { method: 99 }, { offset: 0xfffffff0 }, { offset: 3 }])),
  "something before and behind the zip": (random) => { const file = workbookOf(GOOD); return oneOf(random, [Buffer.concat([file, noise(random, 900)]), Buffer.concat([Buffer.from("%PDF-1.7\n"), file]), Buffer.concat([Buffer.from("GIF89a"), file])]); },
  "a document of another program": (random) => zipOf([{ name: oneOf(random, ["word/document.xml", "content.xml", "ppt/presentation.xml", "META-INF/MANIFEST.MF"]), data: "<a/>" }]),
  "entities that grow": xml((random) => `<!DOCTYPE x [${Array.from({ length: 3 + upTo(random, 20) }, (_, i) => `<!ENTITY e${i} "${i === 0 ? "lol" : `&e${i - 1};`.repeat(10)}">`).join("")}]>${sheet("<row><c><v>&e2;</v></c></row>")}`),
  "entities from outside": xml((random) => `<?xml version="1.0"?><!doctype x [<!ENTITY e SYSTEM "${oneOf(random, ["file:///etc/passwd", "http://127.0.0.1:1/", "php://x"])}">]>${sheet("<row><c><v>&e;</v></c></row>")}`),
  "elements inside of elements without end": xml((random) => `${"<a>".repeat(90 + upTo(random, 60_000))}`),
  "XML that breaks off": xml((random) => { const whole = sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>NIP</t></is></c></row>`); return whole.slice(0, upTo(random, whole.length)); }),
  "XML that is none": xml((random) => oneOf(random, ["", "<", "<>", "<<<<", "</a>", "<a b=c>", "<a b='", "<![CDATA[", "<!--", "<?", "&", "<a>&#xFFFFFFFF;</a>", "<a>&#0;</a>", "{}", "PK"])),
  "XML of broken letters": (random) => workbookOf(Buffer.concat([Buffer.from("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>"), Buffer.from([0xc3, 0x28, 0xff, upTo(random, 256)]), Buffer.from("</t></is></c></row></sheetData></worksheet>")])),
  "cells where none can be": xml((random) => sheet(`<row r="${oneOf(random, ["-1", "0", "1e9", "1048577", "NaN", "1.5", "99999999999999999999", ""])}"><c r="${oneOf(random, ["A0", "ZZZZ1", "XFD1048576", "1A", "", "A-1", "ÄÄ1"])}" t="inlineStr"><is><t>x</t></is></c></row>`)),
  "cells of no type": xml((random) => sheet(`<row><c t="${oneOf(random, ["s", "b", "e", "d", "str", "zzz", "n"])}" s="${oneOf(random, ["-1", "1e99", "x", "999999"])}"><v>${oneOf(random, ["-1", "1e308", "99999999", "NaN", "", "0x10", "__proto__"])}</v></c></row>`)),
  "an attribute that is a book": xml((random) => sheet(`<row a="${"x".repeat(100_000 + upTo(random, 3_000_000))}"><c><v>1</v></c></row>`)),
  "a million attributes": xml((random) => sheet(`<row ${Array.from({ length: 5_000 + upTo(random, 60_000) }, (_, i) => `a${i}="1"`).join(" ")}/>`)),
  "too many lines": (random) => (random() < 0.5 ? Buffer.from("a;b\n".repeat(10_051 + upTo(random, 200_000))) : workbookOf(inline(Array.from({ length: 10_051 + upTo(random, 2_000) }, (_, i) => [`${i}`])))),
  "too many columns": (random) => { const row = Array.from({ length: 51 + upTo(random, 3_000) }, (_, i) => `x${i}`); return random() < 0.5 ? csvOf([row]) : workbookOf(inline([row])); },
  "cells that are books": (random) => { const row = ["NIP", "Nama", "x".repeat(32_768 + upTo(random, 400_000))]; return random() < 0.5 ? csvOf([row]) : workbookOf(inline([row])); },
  "too many sheets": (random) => { const n = 21 + upTo(random, 60); return workbookOf(GOOD, { "xl/workbook.xml": `<workbook xmlns:r="x"><sheets>${`<sheet name="a" sheetId="1" r:id="r1"/>`.repeat(n)}</sheets></workbook>` }); },
  "one sheet read twenty times": () => workbookOf(inline(Array.from({ length: 4_000 }, (_, i) => [`${i}`, "b".repeat(40)])), { "xl/workbook.xml": `<workbook xmlns:r="x"><sheets>${`<sheet name="a" sheetId="1" r:id="r1"/>`.repeat(20)}</sheets></workbook>` }),
  "relations that lead nowhere": (random) => workbookOf(GOOD, { "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="${oneOf(random, ["", "../../x", "http://x/y", "/xl/workbook.xml", "workbook.xml", "_rels/workbook.xml.rels"])}"/></Relationships>` }),
  "strings that are shared with nobody": (random) => workbookOf(sheet(`<row><c t="s"><v>${upTo(random, 100)}</v></c></row>`), { "xl/sharedStrings.xml": oneOf(random, ["<sst/>", "<sst><si><t>a", "<sst><si><rPh><t>a</t></rPh></si></sst>", "", `<sst>${"<si><t>x</t></si>".repeat(200_000)}</sst>`]) }),
  "dates of no calendar": (random) => workbookOf(sheet(`<row><c s="0"><v>${oneOf(random, ["1e300", "-1e300", "60", "0", "-1", "2958466", "NaN"])}</v></c></row>`), { "xl/styles.xml": "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>" }),
  "a quote that never ends": (random) => Buffer.from(`NIP;Nama\n"${"x".repeat(upTo(random, 3_000_000))}`),
  "one line of a whole file": (random) => Buffer.from("x".repeat(1_000_000 + upTo(random, 4_000_000))),
  "separators alone": (random) => Buffer.from(oneOf(random, [";", ",", "\t", "\n", "\r", "\"", "\" ", "\u2028"]).repeat(10_000 + upTo(random, 500_000))),
  "a text with NUL": (random) => Buffer.from(`NIP;Nama\n19950101\u0000;${"a\u0000".repeat(upTo(random, 50))}`),
  "headings twice, and of other tables": (random) => csvOf([[...HEAD, oneOf(random, ["NIP", "nip", "N I P", "Nama"])], HEAD.map(() => text(random))]),
  "headings alone": (random) => csvOf([...Array.from({ length: upTo(random, 29) }, () => ["judul"]), HEAD]),
  "cells that want to be something else": (random) => csvOf([HEAD, ...Array.from({ length: 40 }, () => HEAD.map(() => text(random)))]),
  "the same as XLSX": (random) => workbookOf(inline([HEAD, ...Array.from({ length: 20 }, () => HEAD.map(() => text(random).toWellFormed().replaceAll(/\p{Cc}|\uFFFE/gu, "")))])),
  "units that hang on one another": (random) => { const n = 3 + upTo(random, 400); return csvOf([["Kode Unit", "Nama Unit", "Jenis Unit", "Kode Induk"], ...Array.from({ length: n }, (_, i) => [`u${i}`, `Unit ${i}`, "Bidang", oneOf(random, [`u${(i + 1) % n}`, `u${i}`, "", "__proto__"])])]); },
  "people who rate one another in a circle": (random) => { const n = 3 + upTo(random, 600); return csvOf([["NIP", "Nama", "Kode Unit", "Jabatan", "Jenis Jabatan", "NIP Penilai"], ...Array.from({ length: n }, (_, i) => [nip(i), `Orang ${i}`, "puskesmasA2", "Analis", "Pelaksana", nip((i + 1) % n)])]); },
  "one person on ten thousand lines": (random) => csvOf([["NIP", "Nama", "Kode Unit", "Jabatan"], ...Array.from({ length: oneOf(random, [2_000, 5_000]) }, () => ["199501012020121001", "Fajar", "puskesmasA2", "Analis"])]),
  "e-Kinerja's headings over anything": (random) => csvOf([[text(random)], ["nip", "nama", "skp_unor", "skp_jabatan", "hasil_akhir", "hasil_kerja", "is_skp_plt_plh_pjb"], ...Array.from({ length: 30 }, () => Array.from({ length: 7 }, () => text(random)))]),
};

/** How many kinds there are. */
export const FAMILY_COUNT = Object.keys(FAMILIES).length;

/** `count` files, the kinds taking turns, each made when it is asked for: all at once would be more than a test should hold. */
export function* hostileFiles(count: number, seed: number): Generator<HostileFile> {
  const families = Object.entries(FAMILIES);
  for (let i = 0; i < count; i += 1) {
    const [name, make] = families[i % families.length] ?? ["", () => Buffer.alloc(0)];
    yield { name: `${name} (${i}, seed ${seed})`, bytes: make(randomFrom(seed * 100_003 + i)) };
  }
}
