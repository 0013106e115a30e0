import { expect, test } from "vitest";
import { parsePasted } from "./paste.ts";
import { tableText } from "./paste-html.ts";

/** As Word puts it on the clipboard: paragraphs within cells, line breaks in the source, merged cells. */
const WORD = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment--><table class=MsoTableGrid border=1>
 <tr><td><p class=MsoNormal><b>Rencana Hasil Kerja Pimpinan
  yang Diintervensi</b></p></td><td><p>Rencana Hasil Kerja</p></td><td><p>Aspek</p></td><td><p>Indikator Kinerja Individu</p></td><td><p>Target<o:p></o:p></p></td></tr>
 <tr><td colspan=5><p>A. HASIL KERJA UTAMA</p></td></tr>
 <tr><td rowspan=3><p>Meningkatnya kesehatan ibu</p></td><td rowspan=2><p>Ibu hamil terlayani</p><p>sesuai<br>standar</p></td><td><p>Kuantitas</p></td><td><p>Jumlah ibu hamil</p></td><td><p>240 orang</p></td></tr>
 <tr><td><p>Kualitas</p></td><td><p>Kepuasan</p></td><td><p>95%</p></td></tr>
 <tr><td><p>Bayi terlayani</p></td><td><p>Waktu</p></td><td><p>Lama
  pelayanan</p></td><td><p>maksimal 3 hari</p></td></tr>
</table><!--EndFragment--></body></html>`;

test("a table of Word keeps its cells: two paragraphs in one, merged ones, a title over all columns", () => {
  const { results, issues } = parsePasted(tableText(WORD) ?? "", false);
  expect(issues).toEqual([]);
  expect(results.map(({ intervenedText, text, indikator }) => [intervenedText, text, indikator.map((i) => [i.aspek, i.text, i.arah, i.target, i.satuan])])).toEqual([
    ["Meningkatnya kesehatan ibu", "Ibu hamil terlayani sesuai standar", [["kuantitas", "Jumlah ibu hamil", "maks", 240, "orang"], ["kualitas", "Kepuasan", "maks", 95, "persen"]]],
    ["Meningkatnya kesehatan ibu", "Bayi terlayani", [["waktu", "Lama pelayanan", "min", 3, "hari"]]],
  ]);
});

test("words without a table are no table, and wild merging stays small", () => {
  expect([tableText(""), tableText("<p>Hanya kalimat</p>")]).toEqual([null, null]);
  expect(tableText("<table><tr><td colspan=99999999>a<td rowspan=-1>\"b\" c</table>")?.split("\t")).toHaveLength(101);
  expect(tableText('<table><tr><td>"a" b<td>c</table>')).toBe('"""a"" b"\tc');
});
