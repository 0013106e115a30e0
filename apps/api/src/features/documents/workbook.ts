import { PERILAKU, roundHalfUp, type DocumentKind } from "@teraju/domain";
import { monthName, longDate } from "../../pdf/dates.ts";
import { keberatanLines, PREDIKAT as PREDIKAT_D } from "../../pdf/dokumen-evaluasi.ts";
import { actionLines, doneLines, UMUM } from "../../pdf/evaluation-form.ts";
import type { DocumentContent, HasilContent, IndikatorContent } from "../../pdf/form-content.ts";
import { nameOf, whenOf } from "../../pdf/form-documents.ts";
import { realisasiLines, saidLines } from "../../pdf/form-parts.ts";
import { ASPEK, ORGANISASI, PERILAKU_NAME, PERSPEKTIF, PREDIKAT, RATING, spanWords } from "../../pdf/form-words.ts";
import type { Line } from "../../pdf/forms.ts";
import { hasilLines, indikatorOf } from "../../pdf/skp-form.ts";
import { writeWorkbook, type Column, type Sheet } from "../../xlsx.ts";

type Value = string | number | null;
const WHO: readonly Column[] = [{ title: "NAMA", width: 32 }, { title: "NIP", width: 20 }, { title: "JABATAN", width: 28 }, { title: "UNIT KERJA", width: 28 }, { title: "PEJABAT PENILAI KINERJA", width: 32 }];
const whoOf = ({ pegawai: { name, nip, jabatan, unit }, penilai }: DocumentContent): Value[] => [name, nip, jabatan, unit, penilai.name];
/** The very lines of the page, one below the other. */
const textOf = (lines: readonly Line[]): string | null => lines.map(({ text }) => text).join("\n") || null;
const isEvidence = ({ text }: Line): boolean => text.startsWith("Bukti ");

const PLAN: readonly Column[] = [
  { title: "HASIL KERJA", width: 14 }, { title: "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", width: 40 }, { title: "RENCANA HASIL KERJA", width: 48 }, { title: "ASPEK", width: 12 }, { title: "PERSPEKTIF", width: 20 },
  { title: "INDIKATOR KINERJA INDIVIDU", width: 44 }, { title: "TARGET", width: 18 },
];
const UMPAN_BALIK: Column = { title: "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG", width: 48 };
const DONE: readonly Column[] = [{ title: "REALISASI BERDASARKAN BUKTI DUKUNG", width: 44 }, { title: "BUKTI DUKUNG", width: 36 }, UMPAN_BALIK];
/** Of B.1.2, whose columns are its own. */
const RECORD: readonly Column[] = [{ title: "RENCANA HASIL KERJA", width: 48 }, { title: "RENCANA AKSI", width: 44 }, { title: "REALISASI DAN BUKTI DUKUNG", width: 56 }];

const sectionOf = ({ prioritas }: HasilContent): string => (prioritas === "utama" ? "A. UTAMA" : "B. TAMBAHAN");
const planCells = (hasil: HasilContent, i: IndikatorContent): Value[] => [sectionOf(hasil), hasil.intervened, textOf(hasilLines(hasil)), i.aspek === null ? null : ASPEK[i.aspek], i.perspektif === null ? null : PERSPEKTIF[i.perspektif], i.text, i.target];

/** Rows of HASIL KERJA: one for each indicator, of B.1.2 one for each result; then what was said of the work as a whole. */
function hasilRows(content: DocumentContent): Value[][] {
  if (!("hasil" in content)) return [];
  if (content.kind === "pendokumentasian") return content.hasil.map((hasil) => [...whoOf(content), textOf(hasilLines(hasil)), textOf(actionLines(hasil)), textOf(doneLines(hasil))]);
  const rows = content.hasil.flatMap((hasil) => indikatorOf(hasil).map((i, at): Value[] => {
    const done = realisasiLines(i);
    return [...whoOf(content), ...planCells(hasil, i), ...(content.kind === "skp" ? [] : [textOf(done.filter((line) => !isEvidence(line))), textOf(done.filter(isEvidence)), at === 0 ? textOf(saidLines(hasil.umpanBalik)) : null])];
  }));
  if (content.kind === "skp" || content.umum.length === 0) return rows;
  return [...rows, [...whoOf(content), UMUM, ...PLAN.slice(1).map(() => null), null, null, textOf(saidLines(content.umum))]];
}
function perilakuRows(content: DocumentContent): Value[][] {
  if (!("perilaku" in content)) return [];
  return PERILAKU.map((name) => {
    const own = content.perilaku.find((one) => one.perilaku === name);
    return [...whoOf(content), PERILAKU_NAME[name], own?.ekspektasi ?? null, ...(content.kind === "skp" ? [] : [textOf(saidLines(own?.umpanBalik ?? []))])];
  });
}
function resultRows(content: DocumentContent): Value[][] {
  switch (content.kind) {
    case "hasil_evaluasi": return [[...whoOf(content), ORGANISASI[content.capaian], RATING[content.hasilKerja], RATING[content.perilakuKerja], PREDIKAT[content.predikat], content.signer.name, longDate(content.date)]];
    case "konversi_angka_kredit": case "akumulasi_angka_kredit": return content.baris.map(({ tahun, dari, sampai, predikat, persen, koefisien, bulan, angkaKredit }) => [...whoOf(content), tahun, `${monthName(dari)} - ${monthName(sampai)}`, bulan, PREDIKAT[predikat], persen, koefisien, angkaKredit]);
    case "penetapan_angka_kredit": return [[...whoOf(content), content.last.slice(0, 4), content.pak.nilai, content.pak.sumber, content.jumlah, roundHalfUp(content.pak.nilai + content.jumlah, 2), content.minimal.kenaikanPangkat, content.minimal.kenaikanJenjang]];
    case "dokumen_evaluasi": {
      const { keberatan } = content;
      const lines = keberatan === null ? null : keberatanLines(keberatan, content);
      return [[
        ...whoOf(content), content.atasan.name, ORGANISASI[content.capaian], PREDIKAT_D[content.predikat], content.notes.join("\n") || null,
        ...(lines === null ? [null, null, null] : [textOf(lines.claims), textOf(lines.explanation), textOf(lines.decision)]),
        keberatan?.newPredikat == null ? null : PREDIKAT_D[keberatan.newPredikat], longDate(content.date),
      ]];
    }
    default: return [];
  }
}
const EVALUASI: readonly Column[] = [
  { title: "ATASAN PEJABAT PENILAI KINERJA", width: 32 }, { title: "CAPAIAN KINERJA ORGANISASI", width: 22 }, { title: "PREDIKAT KINERJA PEGAWAI", width: 24 }, { title: "CATATAN/REKOMENDASI", width: 60 }, { title: "KEBERATAN", width: 48 },
  { title: "PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", width: 48 }, { title: "KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", width: 48 }, { title: "PREDIKAT SETELAH KEBERATAN", width: 24 }, { title: "TANGGAL", width: 18 },
];

const SHORT: Record<DocumentKind, string> = { skp: "SKP", pendokumentasian: "Pendokumentasian", rekaman_umpan_balik: "Umpan balik", hasil_evaluasi: "Hasil evaluasi", dokumen_evaluasi: "Dokumen evaluasi", konversi_angka_kredit: "Konversi angka kredit", akumulasi_angka_kredit: "Akumulasi angka kredit", penetapan_angka_kredit: "Penetapan angka kredit" };
function sheetsOf(kind: DocumentKind, contents: readonly DocumentContent[]): Sheet[] {
  const [first] = contents;
  if (first === undefined) return [];
  const heading = [`${nameOf(first)}, ${whenOf(first)}`, first.instansi, spanWords(first.first, first.last), ...(contents.length === 1 && first.notice !== null ? [first.notice] : [])];
  const sheet = (name: string, columns: readonly Column[], rows: readonly Value[][]): Sheet[] => (rows.length === 0 ? [] : [{ name, heading, columns: [...WHO, ...columns], rows }]);
  const isPlan = kind === "skp";
  return [
    ...(kind === "hasil_evaluasi" ? sheet(SHORT[kind], [{ title: "CAPAIAN KINERJA ORGANISASI", width: 22 }, { title: "RATING HASIL KERJA", width: 24 }, { title: "RATING PERILAKU KERJA", width: 24 }, { title: "PREDIKAT KINERJA PEGAWAI", width: 24 }, { title: "DITETAPKAN OLEH", width: 32 }, { title: "TANGGAL", width: 18 }], contents.flatMap(resultRows)) : []),
    ...(kind === "konversi_angka_kredit" || kind === "akumulasi_angka_kredit" ? sheet(SHORT[kind], CREDIT, contents.flatMap(resultRows)) : []),
    ...(kind === "penetapan_angka_kredit" ? sheet(SHORT[kind], PAK, contents.flatMap(resultRows)) : []),
    ...(kind === "dokumen_evaluasi" ? sheet(SHORT[kind], EVALUASI, contents.flatMap(resultRows)) : []),
    ...sheet(isPlan ? "SKP, hasil kerja" : `${SHORT[kind]}, hasil kerja`.slice(0, 31), kind === "pendokumentasian" ? RECORD : [...PLAN, ...(isPlan ? [] : DONE)], contents.flatMap(hasilRows)),
    ...sheet(isPlan ? "SKP, perilaku" : `${SHORT[kind]}, perilaku`.slice(0, 31), [{ title: "PERILAKU KERJA", width: 24 }, { title: "Ekspektasi Khusus Pimpinan", width: 48 }, ...(isPlan ? [] : [UMPAN_BALIK])], contents.flatMap(perilakuRows)),
    ...(isPlan ? sheet("SKP, lampiran", [{ title: "BAGIAN", width: 32 }, { title: "ISI", width: 80 }], contents.flatMap((content) => (content.kind !== "skp" ? [] : LAMPIRAN.flatMap(([key, title]) => content.lampiran[key].map((text) => [...whoOf(content), title, text]))))) : []),
  ];
}
const CREDIT: readonly Column[] = [{ title: "TAHUN" }, { title: "PERIODIK (BULAN)", width: 30 }, { title: "BANYAK BULAN" }, { title: "PREDIKAT", width: 20 }, { title: "PROSENTASE" }, { title: "KOEFISIEN PER TAHUN", format: "0.00" }, { title: "ANGKA KREDIT YANG DIDAPAT", format: "0.00" }];
const PAK: readonly Column[] = [
  { title: "SAMPAI TAHUN" }, { title: "PAK TERAKHIR", format: "0.00" }, { title: "SUMBER PAK TERAKHIR", width: 30 }, { title: "AK KONVERSI", format: "0.00" }, { title: "JUMLAH ANGKA KREDIT KUMULATIF", format: "0.00" },
  { title: "MINIMAL UNTUK KENAIKAN PANGKAT", format: "0.00" }, { title: "MINIMAL UNTUK KENAIKAN JENJANG", format: "0.00" },
];
const LAMPIRAN = [["sumber_daya", "DUKUNGAN SUMBER DAYA"], ["pertanggungjawaban", "SKEMA PERTANGGUNGJAWABAN"], ["konsekuensi", "KONSEKUENSI"]] as const;

/** The data of documents as a workbook: the columns of the forms, the people beside them; sheets kind by kind. */
export function documentsWorkbook(contents: readonly DocumentContent[]): Promise<Buffer> {
  // Formats B.1.6 to B.1.10 are read with their plan and stand in no job.
  const kinds = [...new Set(contents.flatMap(({ kind }) => (kind === "pembinaan" ? [] : [kind])))];
  return writeWorkbook(kinds.flatMap((kind) => sheetsOf(kind, contents.filter((one) => one.kind === kind))));
}
