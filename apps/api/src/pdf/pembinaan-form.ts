/** Formats B.1.6 to B.1.10 (Lampiran BAB III.D): coaching, mentoring, what the pegawai says of the guidance, competences, and the report on a problem of behaviour. The record of a konseling beside them. */
import { development } from "@teraju/domain";
import { longDate } from "./dates.ts";
import type { PembinaanContent } from "./form-content.ts";
import { bothSign, cell, listed, part, partiesTable, placeAndDay, placeOf, shaded, slot, spanBlock, title } from "./form-parts.ts";
import { NONE } from "./form-words.ts";
import type { Block, Cell, Line, Part } from "./forms.ts";
import { konselingBlocks } from "./konseling-form.ts";

const PIMPINAN = "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus";
/** A shaded line of the form with who fills it in under it. */
const asked = (text: string, by: string | null, colspan: number): Cell[] => [{ lines: [{ text }, ...(by === null ? [] : [{ text: `(${by})`, style: "soft" } as const])], fill: true, center: true, colspan }];
const OWNER = "diisi oleh Pegawai";
const PENILAI = "diisi oleh pejabat penilai kinerja";
/** Where no line of the period stands between the title and the first table. */
const APART: Block = { kind: "text", above: 6, lines: [] };
const lines = (texts: readonly (string | null)[]): Line[] => texts.flatMap((text) => (text === null ? [] : [{ text }]));
const headed = (columns: readonly string[]): Cell[] => columns.map((text) => title(text));

type Of<K extends PembinaanContent["isi"]["format"]> = Extract<PembinaanContent["isi"], { format: K }>;

function coaching(content: PembinaanContent, { indikator, tujuan, masalah, catatan }: Of<"B.1.6">): Block[] {
  const own = indikator.length === 0 ? [{ text: NONE, target: NONE, awal: null, progres: null }] : indikator;
  return [
    spanBlock(content), partiesTable(content),
    { kind: "table", widths: [1, 1, 1, 1], head: [], rows: [
      asked("TUJUAN: APA YANG INGIN SAYA CAPAI?", OWNER, 4), headed(["INDIKATOR KINERJA INDIVIDU", "BASELINE TARGET (JIKA ADA)", "TARGET", "STRATEGI PENCAPAIAN TARGET"]),
      ...own.map((one, i): Cell[] => [cell(one.text), cell(one.awal ?? NONE), cell(one.target), ...(i === 0 ? [cell(tujuan, { rowspan: own.length })] : [])]),
      asked("FAKTA: DIMANA SAYA SEKARANG?", OWNER, 4), headed(["TARGET SKP", "PROGRES PENCAPAIAN TARGET", "MASALAH / HAMBATAN", "PENYEBAB"]),
      ...own.map((one, i): Cell[] => [cell(one.target), cell(one.progres ?? NONE), ...(i === 0 ? [{ lines: lines([masalah, ...catatan.map(({ fakta }) => fakta)]), rowspan: own.length }, listed(lines(catatan.map(({ penyebab }) => penyebab)), { rowspan: own.length })] : [])]),
      asked("PELUANG: APA YANG DAPAT SAYA LAKUKAN?", OWNER, 4), [listed(lines(catatan.map(({ peluang }) => peluang)), { colspan: 4 })],
    ] },
    { kind: "table", widths: [1, 1, 1], head: [], rows: [
      asked("LANGKAH KEDEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?", "rekomendasi pimpinan atau pihak lain yang diberikan penugasan khusus yang disepakati dengan pegawai", 3),
      headed(["INDIKATOR KINERJA INDIVIDU", "STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN", "PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*"]),
      ...catatan.map(({ hari, langkah, penyesuaian }, i): Cell[] => [...(i === 0 ? [listed(lines(own.map(({ text }) => text)), { rowspan: catatan.length })] : []), { lines: [{ text: longDate(hari), style: "soft" }, { text: langkah }] }, cell(penyesuaian ? "YA" : "TIDAK", { center: true })]),
    ] },
    { kind: "notes", lines: ["*Jika diperlukan penyesuaian indikator/ target kinerja maka dilakukan perubahan SKP"] },
  ];
}

function mentoring(content: PembinaanContent, { keahlian, dari, sampai, perubahan, ukuran, catatan }: Of<"B.1.7">): Block[] {
  return [
    spanBlock(content), partiesTable(content),
    { kind: "table", widths: [1, 1, 1, 1], head: [], rows: [
      asked("TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING?", OWNER, 4), headed(["KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN", "JANGKA WAKTU MENTORING", "PERUBAHAN YANG DIHARAPKAN", "UKURAN KEBERHASILAN MENTORING"]),
      [cell(keahlian), cell(`${longDate(dari)} sampai ${longDate(sampai)}`), cell(perubahan), cell(ukuran)],
      asked("JURNAL MENTORING", null, 4), headed(["WAKTU DAN TEMPAT", "MATERI MENTORING", "RENCANA AKSI", "TARGET WAKTU RENCANA AKSI"]),
      ...catatan.map((one): Cell[] => [{ lines: lines([longDate(one.hari), one.tempat]) }, { lines: lines([one.fakta, one.peluang]) }, cell(one.langkah), cell(one.batas === null ? NONE : longDate(one.batas))]),
    ] },
  ];
}

const SUBJECTS = ["TENTANG PEGAWAI", "TENTANG PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS", "TENTANG PEGAWAI DAN PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS"] as const;
const PER_SUBJECT = 3;
const JAWABAN = { ya: "Ya", sebagian: "Sebagian", tidak: "Tidak" } as const;
function umpanBalik(content: PembinaanContent, { jawaban, catatan }: Of<"B.1.8">): Block[] {
  return [
    APART, partiesTable(content),
    { kind: "table", widths: [1.1, 1.7, 0.8], head: [headed(["SUBJEK", "KRITERIA", "UMPAN BALIK"])], rows: development.KRITERIA_BIMBINGAN.map((text, i): Cell[] => {
      const answer = jawaban[i];
      return [...(i % PER_SUBJECT === 0 ? [title(SUBJECTS[i / PER_SUBJECT] ?? "", { rowspan: PER_SUBJECT, keep: true })] : []), cell(`${i + 1}. ${text}`), cell(answer === undefined ? NONE : JAWABAN[answer], { center: true })];
    }) },
    ...(catatan === null ? [] : [{ kind: "shaded", title: "Catatan pegawai", lines: [{ text: catatan }], fill: false } as const]),
  ];
}

const MANAJERIAL = 8;
const SKALA = [
  ["1.", "Sangat Kurang", "Diberikan apabila pegawai yang dinilai kompetensinya jauh dibawah standar kompetensi yang dipersyaratkan pada jabatan pegawai bersangkutan (Tidak ada Indikator Kompetensi yang dipenuhi)"],
  ["2", "Kurang memadai", "Diberikan apabila pegawai yang dinilai kompetensinya dibawah standar kompetensi yang dipersyaratkan pada jabatan pegawai yang bersangkutan (1-2 Indikator Kompetensi yang dipenuhi)"],
  ["3", "Memadai", "Diberikan apabila pegawai yang dinilai kompetensinya sesuai standar kompetensi yang dipersyaratkan pada jabatan pegawai yang bersangkutan (3 Indikator Kompetensi yang dipenuhi)"],
  ["4", "Diatas Memadai", "Diberikan apabila pegawai yang dinilai kompetensinya diatas standar kompetensi yang dipersyaratkan pada jabatan pegawai yang bersangkutan (3 Indikator Kompetensi dipenuhi dan menunjukkan perilaku di atas level kompetensinya)"],
  ["5", "Istimewa", "Diberikan apabila pegawai yang dinilai kompetensinya jauh diatas standar kompetensi yang dipersyaratkan pada jabatan pegawai yang bersangkutan (3 Indikator Perilaku dipenuhi dan menunjukkan perilaku jauh di atas level kompetensinya)"],
] as const;
function kompetensi(content: PembinaanContent, { nilai, teknis, rekomendasi }: Of<"B.1.9">): Block[] {
  const scored = (name: string, at: number, one: { nilai: number; alasan: string } | undefined): Cell[] => [cell(`${at}. ${name}`), cell(one === undefined ? NONE : String(one.nilai), { center: true }), cell(one?.alasan ?? NONE)];
  const group = (no: string, name: string, rows: readonly Cell[][]): Cell[][] => [[cell(no, { center: true, rowspan: rows.length + 1, keep: true }), cell(name, { colspan: 3 })], ...rows];
  const fixed = development.KOMPETENSI.map((name, i) => ({ name, one: nilai[i] }));
  return [
    APART, partiesTable(content),
    { kind: "table", widths: [-10, 1.2, -22, 1.6], head: [headed(["NO", "KOMPETENSI PEGAWAI*", "NILAI (SKALA 1-5)", "ALASAN TERHADAP PENILAIAN KOMPETENSI"])], rows: [
      ...group("1", "Manajerial", fixed.slice(0, MANAJERIAL).map(({ name, one }, i) => scored(name, i + 1, one))), ...group("2", "Sosio Kultural", fixed.slice(MANAJERIAL).map(({ name, one }, i) => scored(name, i + 1, one))),
      ...group("3", "Teknis", teknis.length === 0 ? [scored(NONE, 1, undefined)] : teknis.map((one, i) => scored(one.nama, i + 1, one))),
      [shaded("REKOMENDASI", { colspan: 4 })], [cell(rekomendasi, { colspan: 4 })],
    ] },
    APART,
    { kind: "table", widths: [-10, -32, 1], head: [[title("DESKRIPSI SKALA PENILAIAN", { colspan: 3 })]], rows: SKALA.map(([no, name, text]) => [cell(no, { center: true }), cell(name), cell(text)]) },
  ];
}

function perilaku(content: PembinaanContent, { ekspektasi, masalah, serupa, upaya }: Of<"B.1.10">): Block[] {
  const row = (question: string, answer: string): Cell[] => [{ lines: [{ text: question, style: "soft" }, { text: answer }] }];
  return [
    APART, partiesTable(content),
    { kind: "table", widths: [1], head: [], rows: [
      asked("MASALAH: APA PERMASALAHAN PERILAKU KERJA PEGAWAI DIDASARKAN PADA NILAI DASAR ASN?", PENILAI, 1),
      row("APAKAH ANDA MEMILIKI EKSPEKTASI KHUSUS TERHADAP YANG BERSANGKUTAN? JIKA YA, APA EKSPEKTASI KHUSUS TERSEBUT?", ekspektasi ?? "TIDAK"),
      row("JELASKAN SECARA DETIL PERMASALAHAN TERKAIT PERILAKU KERJA PEGAWAI YANG DIANGGAP MENGHAMBAT KINERJA INDIVIDU, UNIT KERJA, DAN/ATAU TIM KERJA!", masalah),
      row("APAKAH PERMASALAHAN PERILAKU KERJA SERUPA JUGA TERJADI PADA PEGAWAI LAINNYA?", serupa ? "YA" : "TIDAK"),
      asked("RETROSPEKTIF: APA YANG SUDAH ANDA LAKUKAN UNTUK PERBAIKAN PERILAKU KERJA PEGAWAI?", PENILAI, 1),
      row("YANG SUDAH SAYA LAKUKAN UNTUK MEMPERBAIKI PERILAKU KERJA PEGAWAI ADALAH:", upaya),
    ] },
  ];
}

function blocksOf(content: PembinaanContent): Block[] {
  const { isi } = content;
  switch (isi.format) {
    case "B.1.6": return coaching(content, isi);
    case "B.1.7": return mentoring(content, isi);
    case "B.1.8": return umpanBalik(content, isi);
    case "B.1.9": return kompetensi(content, isi);
    case "B.1.10": return perilaku(content, isi);
    case "KONSELING": return konselingBlocks(content, isi);
  }
}

/** Who signs: both under B.1.6 and B.1.7, the pegawai under B.1.8, who guided under B.1.9, the penilai under B.1.10, the konselor under the record of a konseling. */
function signers(content: PembinaanContent): Block {
  const place = placeAndDay(content);
  const signed = content.signed ?? null;
  const one = (who: PembinaanContent["pegawai"], role: string): Block => ({ kind: "signatures", slots: [null, slot({ ...who, role, signed, place: placeOf(content, signed) })] });
  switch (content.isi.format) {
    case "B.1.6": case "B.1.7": return bothSign(content, { pegawai: null, penilai: null }, { role: PIMPINAN });
    case "B.1.8": return one(content.pegawai, "Pegawai yang Dinilai");
    case "B.1.9": return one(content.penilai, "Pimpinan atau Pihak Lain yang Diberikan Penugasan Khusus");
    case "B.1.10": return one(content.penilai, "Pejabat Penilai Kinerja");
    case "KONSELING": return { kind: "signatures", slots: [null, slot({ ...content.isi.konselor, role: "Konselor", signed: content.isi.signed, place })] };
  }
}

export function pembinaanParts(content: PembinaanContent): Part[] {
  return [part(content, content.format, { flipped: false, blocks: [...blocksOf(content), signers(content)] })];
}
