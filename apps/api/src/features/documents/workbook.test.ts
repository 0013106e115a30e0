import readXlsxFile from "read-excel-file/node";
import { afterAll, expect, it } from "vitest";
import { readPdf } from "#test/pdf.ts";
import { longDate } from "../../pdf/dates.ts";
import { formDocument } from "../../pdf/form-documents.ts";
import { fixtureOf, KOP } from "../../pdf/forms.fixture.ts";
import { printForms } from "../../pdf/forms.ts";
import { createPrinter } from "../../pdf/print.ts";
import { documentsWorkbook } from "./workbook.ts";

const printer = createPrinter(1);
afterAll(printer.stop);
const plain = (text: string): string => text.replaceAll(/[\s\u200B\u2066\u2069]+/g, "");

it.each(["A.1.1", "A.1.2", "A.1.6", "A.1.7", "B.1.2", "B.1.3", "B.1.4", "B.1.5", "C.1.1", "C.1.2", "C.1.3", "D.1.1", "D.1.2", "D.1.3"] as const)("the workbook of Format %s says what its pages say, word for word", async (format) => {
  const content = fixtureOf(format);
  const sheets = await readXlsxFile(await documentsWorkbook([content]));
  const { text } = await readPdf(await printForms(printer, { title: "Dokumen", date: content.date, documents: [formDocument(content, KOP, null)], files: [] }));
  // A qualitative form writes indicators into one narrative: words, not columns.
  const page = plain(`${text} ${longDate(content.date)}`).toLowerCase();
  const values = sheets.flatMap(({ data }) => data.slice(5).flat()).filter((value) => typeof value === "string").flatMap((value) => value.split("\n"));
  expect(values.length).toBeGreaterThan(8);
  // What a form leaves out for its kind of pegawai stands in the workbook's common columns all the same.
  const absent: readonly string[] = ["A.1.1", "A.1.2", "A.1.6", "B.1.3", "B.1.4", "C.1.1", "C.1.2"].includes(format) ? ["Kuantitas", "Waktu", "Meningkatnya derajat kesehatan ibu dan anak", "Terlaksananya layanan esensial 2", "Terlaksananya layanan esensial 3"] : [];
  const perspektif: readonly string[] = ["A.1.6", "A.1.7", "B.1.5", "C.1.3", "B.1.3", "C.1.1"].includes(format) ? ["Penerima Layanan", "Proses Bisnis"] : [];
  expect(values.filter((value) => !page.includes(plain(value).toLowerCase()) && !absent.includes(value) && !perspektif.includes(value))).toEqual([]);
});
