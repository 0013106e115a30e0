import type { HasilContent, HasilEvaluasiContent, RecordContent, UmpanBalikRecordContent } from "./form-content.ts";
import { bothSign, byText, cell, evidenceLines, listed, numbers, part, partiesTable, perilakuTable, placeAndDay, placeOf, realisasiLines, saidLines, shaded, slot, spanBlock, title, unsignedWords } from "./form-parts.ts";
import { NONE, ORGANISASI, periodeWord, PREDIKAT, RATING } from "./form-words.ts";
import type { Block, Cell, Line, Part } from "./forms.ts";
import { attributeOf, hasilLines, indikatorOf, intervenedRows, narrative, sectionsOf } from "./skp-form.ts";

type Heard = UmpanBalikRecordContent | HasilEvaluasiContent;
const REALISASI = "REALISASI BERDASARKAN BUKTI DUKUNG";
const UMPAN_BALIK = "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG";

/** B.1.3 and C.1.1: the result and its measure at the left, realisasi and umpan balik beside both; A and B each under a head of its own. */
function kualitatif({ hasil, isPimpinan, kind }: Heard): Block[] {
  const label = kind === "rekaman_umpan_balik" ? "Ukuran keberhasilan dan Target:" : "Ukuran Keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif****:";
  return sectionsOf(hasil).map((section, i): Block => ({
    kind: "table", widths: [-8, 1.3, 1, 1],
    head: i === 0 ? [[shaded("HASIL KERJA", { colspan: 2 }), title(REALISASI, { rowspan: 2 }), title(UMPAN_BALIK, { rowspan: 2 })], [shaded(section.label, { colspan: 2 })]] : [[shaded(section.label, { colspan: 2 }), title(REALISASI), title(UMPAN_BALIK)]],
    rows: section.rows.length === 0 ? [[cell(""), cell(NONE), cell(NONE), cell(NONE)]] : section.rows.flatMap(({ no, hasil: one }): Cell[][] => [
      [cell(String(no), { center: true, rowspan: 2 }), { lines: hasilLines(one) }, listed(indikatorOf(one).flatMap(realisasiLines), { rowspan: 2 }), listed(saidLines(one.umpanBalik), { rowspan: 2 })],
      [{ lines: narrative(label, one, isPimpinan) }],
    ]),
  }));
}

/** B.1.4 and C.1.2: seven columns. */
function kuantitatifPimpinan({ hasil }: Heard): Block {
  const rows = sectionsOf(hasil).flatMap((section): Cell[][] => [
    [shaded(section.label, { colspan: 7, heads: true })],
    ...(section.rows.length === 0 ? [[cell(""), ...Array.from({ length: 6 }, () => cell(NONE))]] : section.rows.flatMap(({ no, hasil: one }) => indikatorOf(one).map((i, at, all): Cell[] => [
      ...(at === 0 ? [cell(String(no), { center: true, rowspan: all.length }), { lines: hasilLines(one), rowspan: all.length }] : []),
      cell(i.text), cell(i.target), cell(attributeOf(i, true)), listed(realisasiLines(i)), ...(at === 0 ? [listed(saidLines(one.umpanBalik), { rowspan: all.length })] : []),
    ]))),
  ]);
  return {
    kind: "table", widths: [-9, 1.2, 1.1, 0.7, 0.7, 1.3, 1.3],
    head: [[shaded("HASIL KERJA", { colspan: 7 })], ["NO.", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF", REALISASI, UMPAN_BALIK].map((text) => title(text)), numbers(7)],
    rows,
  };
}

/** B.1.5 and C.1.3: eight columns. */
function kuantitatif({ hasil, kind }: Heard): Block {
  const no = kind === "rekaman_umpan_balik" ? "NO" : "No.";
  return {
    kind: "table", widths: [-9, 1, 1.1, 0.58, 1, 0.66, 1.35, 1.35],
    head: [[shaded("HASIL KERJA", { colspan: 8 })], [no, "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK", "INDIKATOR KINERJA INDIVIDU", "TARGET", REALISASI, UMPAN_BALIK].map((text) => title(text)), numbers(8)],
    rows: intervenedRows(hasil, 8, ({ hasil: one, indikator, isFirst, count }) => [listed(realisasiLines(indikator)), ...(isFirst ? [listed(saidLines(one.umpanBalik), { rowspan: count })] : [])]),
  };
}

function hasilTables(content: Heard): Block[] {
  if (content.pendekatan === "kualitatif") return kualitatif(content);
  return [content.isPimpinan ? kuantitatifPimpinan(content) : kuantitatif(content)];
}

export const UMUM = "Umpan balik atas pekerjaan secara keseluruhan";
/** The form has no cell for what was said of the work as a whole; it stands under both tables, in the same frame. */
const umumBlock = ({ umum }: Heard): Block[] => (umum.length === 0 ? [] : [{ kind: "table", widths: [1], head: [[cell(UMUM)]], rows: umum.map((one) => [{ lines: saidLines([one]) }]) }]);
const chosen = (heading: string, text: string): Block => ({ kind: "shaded", title: heading, lines: [{ text, style: "bold" }], fill: true });

const PERIODE_NOTE = "*pilih salah satu (periode disesuaikan dengan periode evaluasi siklus pendek yang ditetapkan Instansi Pemerintah)";
/** Formats B.1.3, B.1.4, B.1.5. */
export function umpanBalikParts(content: UmpanBalikRecordContent): Part[] {
  const base = part(content, content.format, { flipped: true, blocks: [spanBlock(content), partiesTable(content), ...hasilTables(content), perilakuTable(content, true), ...umumBlock(content), bothSign(content, { pegawai: content.signed.pegawai.signed, penilai: content.signed.penilai.signed }, { unsigned: { pegawai: unsignedWords(content.signed.pegawai), penilai: unsignedWords(content.signed.penilai) } }), { kind: "notes", lines: [PERIODE_NOTE] }] });
  return [{ ...base, lines: [...base.lines, `PERIODE: ${periodeWord(content.periode)}*`] }];
}

const ORGANISASI_NAME = { istimewa: "Istimewa", baik: "Baik", butuh_perbaikan: "Butuh Perbaikan", kurang: "Kurang", sangat_kurang: "Sangat Kurang" } as const;
const MOST = { istimewa: "Sangat Baik", baik: "Baik", butuh_perbaikan: "Butuh Perbaikan", kurang: "Kurang", sangat_kurang: "Sangat Kurang" } as const;
const HASIL_NOTES = [
  "* pilih salah satu",
  "** rating hasil dan rating perilaku kerja Pegawai ditetapkan dengan mempertimbangkan pola distribusi predikat Kinerja Pegawai berdasarkan capaian kinerja organisasi serta kontribusi Pegawai terhadap Kinerja Organisasi",
  "*** periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah",
] as const;
const PERSPEKTIF_NOTE = "**** perspektif hanya digunakan untuk pejabat pimpinan tinggi dan pimpinan unit kerja mandiri";
/** Formats C.1.1, C.1.2, C.1.3; signed by the penilai alone. Of "pilih salah satu" the chosen one is printed, with the marks and notes of the form, as in the examples of Anak Lampiran 4 and 5. */
export function hasilEvaluasiParts(content: HasilEvaluasiContent): Part[] {
  const { capaian, signer, signed } = content;
  const base = part(content, content.format, {
    flipped: true,
    blocks: [
      spanBlock(content), partiesTable(content), chosen("CAPAIAN KINERJA ORGANISASI*", ORGANISASI[capaian]),
      { kind: "pola", title: content.format === "C.1.2" ? "POLA DISTRIBUSI:" : "POLA DISTRIBUSI", caption: `KURVA DISTRIBUSI PREDIKAT KINERJA PEGAWAI DENGAN CAPAIAN KINERJA ORGANISASI ${ORGANISASI[capaian]}`, predikat: capaian, alt: `Kurva distribusi predikat kinerja Pegawai dengan capaian kinerja organisasi ${ORGANISASI_NAME[capaian]}: idealnya sebagian besar ${MOST[capaian]}` },
      ...hasilTables(content), chosen("RATING HASIL KERJA*", `${RATING[content.hasilKerja]}**`), perilakuTable(content, true), ...umumBlock(content),
      chosen("RATING PERILAKU KERJA*", `${RATING[content.perilakuKerja]}**`), chosen("PREDIKAT KINERJA PEGAWAI*", PREDIKAT[content.predikat]),
      { kind: "signatures", slots: [null, slot({ ...signer, signed, place: placeAndDay(content) })] },
      { kind: "notes", lines: [...HASIL_NOTES, ...(content.format === "C.1.1" ? [PERSPEKTIF_NOTE] : [])] },
    ],
  });
  return [{ ...base, lines: [...base.lines, `PERIODE***: ${periodeWord(content.periode)}*`] }];
}

const item = (text: string): Line => ({ text, style: "item" });
/** Rencana aksi of a result: each indicator with what was planned for its months. */
export const actionLines = ({ indikator }: HasilContent): Line[] => indikator.flatMap(({ text, bulan }, at): Line[] => [{ text: `${at + 1}. ${text}` }, ...byText(bulan.map(({ month, target }) => ({ month, text: target ?? NONE }))).map(item)]);
/** What came of it, with its evidence. */
export const doneLines = ({ indikator }: HasilContent): Line[] => indikator.flatMap(({ realisasi, bulan }, at): Line[] => [
  { text: realisasi === null ? `${at + 1}.` : `${at + 1}. ${realisasi}` },
  ...byText(bulan.map(({ month, realisasi: figure, sentence }) => ({ month, text: [figure ?? NONE, ...(sentence === null ? [] : [sentence])].join(". ") }))).map(item),
  ...evidenceLines(bulan),
]);

/** Format B.1.2: what was planned for the months of the period, and what came of it, with its evidence; one line for each indicator. */
export function pendokumentasianParts(content: RecordContent): Part[] {
  const rows = content.hasil.map((one, i): Cell[] => [cell(String(i + 1), { center: true }), { lines: hasilLines(one) }, { lines: [{ text: "Rencana Aksi:" }, ...actionLines(one)] }, { lines: [{ text: "Realisasi dan Bukti Dukung:" }, ...doneLines(one)] }]);
  return [part(content, "B.1.2", {
    flipped: false,
    blocks: [
      spanBlock(content), partiesTable(content), { kind: "table", widths: [-8, 1, 1, 1.4], head: [[shaded("HASIL KERJA", { colspan: 4 })]], rows },
      { kind: "signatures", slots: [null, slot({ ...content.pegawai, role: "Pegawai yang Dinilai", signed: content.signed.pegawai.signed, unsigned: unsignedWords(content.signed.pegawai), place: placeOf(content, content.signed.pegawai.signed) })] },
    ],
  })];
}
