import { afterAll, describe, expect, it } from "vitest";
import { readPdf } from "#test/pdf.ts";
import { endOf } from "./form-end.ts";
import type { DocumentContent } from "./form-content.ts";
import { formDocument } from "./form-documents.ts";
import { cell, shaded } from "./form-parts.ts";
import { fixtureOf, KOP } from "./forms.fixture.ts";
import { printForms, type Block } from "./forms.ts";
import { createPrinter } from "./print.ts";

const printer = createPrinter(1);
afterAll(printer.stop);
const check = { url: "https://teraju.contoh.go.id/verifikasi/ABCD-EFGH-JKMN-PQRS", code: "ABCD-EFGH-JKMN-PQRS" };
const NOTE = "Cakupan imunisasi dua bulan di bawah target; mohon pendampingan bidan desa sampai akhir tahun ini.";
const HEARD = { from: "dr. Teuku Iskandar", on: "2026-08-20", text: "Kunjungan rumah tertib dan tercatat. Pertahankan, lalu bagikan caranya kepada bidan desa.", reply: null } as const;

/** Each length ends elsewhere on its page. */
function long(content: DocumentContent, n: number): DocumentContent {
  if (content.kind === "dokumen_evaluasi") return { ...content, notes: Array.from({ length: n * 5 }, () => NOTE) };
  if (content.kind === "pembinaan" && content.isi.format === "B.1.6") return { ...content, isi: { ...content.isi, tujuan: `${content.isi.tujuan}. ${NOTE.repeat(n)}` } };
  if (content.kind === "rekaman_umpan_balik") return { ...content, umum: [], perilaku: content.perilaku.map((one, i) => (i === 6 ? { ...one, umpanBalik: Array.from({ length: n * 3 }, () => HEARD) } : one)) };
  return content;
}
/** What stands last before the signatures of each. */
const LAST = { "A.1.7": /Menggerakkan/, "B.1.2": /Bukti Juli–September/, "B.1.4": /Menggerakkan|Kunjungan rumah tertib/, "B.1.6": /Mendampingi gampong ketiga/, "C.1.2": /PREDIKAT KINERJA PEGAWAI/, "D.1.1": /mohon pendampingan/, "D.1.3": /KEPUTUSAN DAN REKOMENDASI|SHA-256 9f/ } as const;

describe("the end of a form", () => {
  it.each(Object.keys(LAST) as (keyof typeof LAST)[])("under Format %s no signature and no check stands on a page without the last of what it is under", async (format) => {
    const contents = Array.from({ length: 7 }, (_, i) => long(fixtureOf(format, i + 1), i + 1));
    const { boxes, isTagged } = await readPdf(await printForms(printer, { title: "Dokumen", date: "2026-10-12", documents: contents.map((content) => formDocument(content, KOP, check)), files: [] }));
    expect(isTagged).toBe(true);
    const pages = [...Map.groupBy(boxes, ({ page }) => page).values()].map((own) => own.map(({ text }) => text).join(" ").replaceAll(/[\s\u200B]+/g, " "));
    const ends = pages.filter((text) => /Dinilai (?:Bidan|Kepala)|Kinerja Kepala|Periksa keaslian/.test(text));
    expect(ends.length).toBeGreaterThanOrEqual(contents.length);
    // A.1.8, behind A.1.7 and signed with it.
    for (const text of ends) expect(text).toMatch(text.includes("LAMPIRAN SASARAN") ? /KONSEKUENSI/ : LAST[format]);
  });

  const LONG = "Kunjungan rumah tertib dan tercatat. ".repeat(6);
  const signatures: Block = { kind: "signatures", slots: [] };
  const table = (rows: Extract<Block, { kind: "table" }>["rows"]): Block => ({ kind: "table", widths: [-8, 1, 1], head: [[shaded("HASIL KERJA", { colspan: 3 })]], rows });
  const tailOf = (rows: Extract<Block, { kind: "table" }>["rows"]) => endOf([table(rows), signatures], 170).end[0];

  it("takes the last row, with those that a cell joins to it and the heading over it", () => {
    const [one, head, first, second] = [[cell("1"), cell("a"), cell("b")], [shaded("B. TAMBAHAN", { colspan: 3, heads: true })], [cell("2", { rowspan: 2 }), cell("a"), cell("b")], [cell("c"), cell("d")]];
    expect(tailOf([one, one])).toMatchObject({ rows: [one], isTail: true });
    expect(tailOf([one, head, first, second])).toMatchObject({ rows: [head, first, second] });
    expect(endOf([table([one]), signatures], 170)).toEqual({ body: [], end: [table([one]), signatures] });
  });

  it("of a longer last row takes the last paragraphs; what is short stays at its beginning", () => {
    const row = [cell("7"), cell("Kolaboratif"), { lines: Array.from({ length: 9 }, (_, i) => ({ text: `${i} ${LONG}` })) }];
    const { body, end } = endOf([table([row]), signatures], 170);
    expect(body).toMatchObject([{ rows: [[{ lines: [{ text: "7" }], open: "below" }, { lines: [{ text: "Kolaboratif" }], open: "below" }, { lines: Array.from({ length: 8 }, () => ({})), open: "below" }]] }]);
    expect(end[0]).toMatchObject({ isTail: true, rows: [[{ lines: [], open: "above" }, { lines: [], open: "above" }, { lines: [{ text: `8 ${LONG}` }], open: "above" }]] });
  });

  it("leaves one endless paragraph as it is, and a form without signatures", () => {
    const endless = table([[cell("1"), cell("a"), cell(LONG.repeat(9))]]);
    expect(endOf([endless, signatures], 170)).toEqual({ body: [endless], end: [signatures] });
    const numbered: Block = { kind: "numbered", number: "5.", title: "CATATAN", width: 44, pairs: [], lines: [{ text: LONG.repeat(9) }] };
    expect(endOf([numbered, signatures], 170)).toEqual({ body: [numbered], end: [signatures] });
    expect(endOf([endless], 170)).toEqual({ body: [endless], end: [] });
    expect(endOf([table([]), signatures], 170)).toEqual({ body: [table([])], end: [signatures] });
  });
});
