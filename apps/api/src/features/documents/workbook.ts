import { PERILAKU, roundHalfUp, type DocumentKind } from "@teraju/domain";
import { monthName, longDate } from "../../pdf/dates.ts";
import type { DocumentContent, HasilContent, IndikatorContent, UmpanBalikContent } from "../../pdf/form-content.ts";
import { nameOf, whenOf } from "../../pdf/form-documents.ts";
import { ASPEK, ORGANISASI, PERILAKU_NAME, PERSPEKTIF, PREDIKAT, RATING } from "../../pdf/form-words.ts";
import { indikatorOf } from "../../pdf/skp-form.ts";
import { writeWorkbook, type Column, type Sheet } from "../../xlsx.ts";

type Value = string | number | null;
const WHO: readonly Column[] = [{ title: "NAMA", width: 32 }, { title: "NIP", width: 20 }, { title: "JABATAN", width: 28 }, { title: "UNIT KERJA", width: 28 }];
const whoOf = ({ pegawai: { name, nip, jabatan, unit } }: DocumentContent): Value[] => [name, nip, jabatan, unit];
const saidText = (heard: readonly UmpanBalikContent[]): string | null => (heard.length === 0 ? null : heard.map(({ from, on, text }) => `${from}, ${longDate(on)}: ${text}`).join("\n"));
const realisasiText = ({ realisasi, bulan }: IndikatorContent): string | null => {
  const lines = [...(realisasi === null ? [] : [realisasi]), ...bulan.map((one) => `${monthName(one.month)}: ${[one.realisasi, one.sentence].filter((text) => text !== null).join(". ") || "–"}`)];
  return lines.length === 0 ? null : lines.join("\n");
};
const evidenceText = ({ bulan }: IndikatorContent): string | null => bulan.flatMap(({ month, bukti }) => bukti.map((title) => `${monthName(month)}: ${title}`)).join("\n") || null;

const PLAN: readonly Column[] = [
  { title: "PRIORITAS", width: 12 }, { title: "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", width: 40 }, { title: "RENCANA HASIL KERJA", width: 48 }, { title: "ASPEK", width: 12 }, { title: "PERSPEKTIF", width: 20 },
  { title: "INDIKATOR KINERJA INDIVIDU", width: 44 }, { title: "TARGET", width: 18 },
];
const DONE: readonly Column[] = [{ title: "REALISASI BERDASARKAN BUKTI DUKUNG", width: 44 }, { title: "BUKTI DUKUNG", width: 36 }, { title: "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG", width: 48 }];

const planCells = (hasil: HasilContent, i: IndikatorContent): Value[] => [hasil.prioritas === "utama" ? "UTAMA" : "TAMBAHAN", hasil.intervened, hasil.text, i.aspek === null ? null : ASPEK[i.aspek], i.perspektif === null ? null : PERSPEKTIF[i.perspektif], i.text, i.target];

/** Rows of HASIL KERJA, one for each indicator. */
function hasilRows(content: DocumentContent): Value[][] {
  if (!("hasil" in content)) return [];
  return content.hasil.flatMap((hasil) => indikatorOf(hasil).map((i, at) => [...whoOf(content), ...planCells(hasil, i), ...(content.kind === "skp" ? [] : [realisasiText(i), evidenceText(i), at === 0 ? saidText(hasil.umpanBalik) : null])]));
}
function perilakuRows(content: DocumentContent): Value[][] {
  if (!("perilaku" in content)) return [];
  return PERILAKU.map((name) => {
    const own = content.perilaku.find((one) => one.perilaku === name);
    return [...whoOf(content), PERILAKU_NAME[name], own?.ekspektasi ?? null, ...(content.kind === "skp" ? [] : [saidText(own?.umpanBalik ?? [])])];
  });
}
function resultRows(content: DocumentContent): Value[][] {
  switch (content.kind) {
    case "hasil_evaluasi": return [[...whoOf(content), ORGANISASI[content.capaian], RATING[content.hasilKerja], RATING[content.perilakuKerja], PREDIKAT[content.predikat], content.signer.name, longDate(content.date)]];
    case "konversi_angka_kredit": case "akumulasi_angka_kredit": return content.baris.map(({ tahun, dari, sampai, predikat, persen, koefisien, bulan, angkaKredit }) => [...whoOf(content), tahun, `${monthName(dari)} - ${monthName(sampai)}`, bulan, PREDIKAT[predikat], persen, koefisien, angkaKredit]);
    case "penetapan_angka_kredit": return [[...whoOf(content), content.last.slice(0, 4), content.pak.nilai, content.pak.sumber, content.jumlah, roundHalfUp(content.pak.nilai + content.jumlah, 2), content.minimal.kenaikanPangkat, content.minimal.kenaikanJenjang]];
    case "dokumen_evaluasi": return [[...whoOf(content), content.penilai.name, content.atasan.name, ORGANISASI[content.capaian], PREDIKAT[content.predikat], content.notes.join("\n") || null, content.keberatan?.newPredikat == null ? null : PREDIKAT[content.keberatan.newPredikat], longDate(content.date)]];
    default: return [];
  }
}

const SHORT: Record<DocumentKind, string> = { skp: "SKP", pendokumentasian: "Pendokumentasian", rekaman_umpan_balik: "Umpan balik", hasil_evaluasi: "Hasil evaluasi", dokumen_evaluasi: "Dokumen evaluasi", konversi_angka_kredit: "Konversi angka kredit", akumulasi_angka_kredit: "Akumulasi angka kredit", penetapan_angka_kredit: "Penetapan angka kredit" };
function sheetsOf(kind: DocumentKind, contents: readonly DocumentContent[]): Sheet[] {
  const [first] = contents;
  if (first === undefined) return [];
  const heading = [`${nameOf(first)}, ${whenOf(first)}`, first.instansi, ...(contents.length === 1 && first.notice !== null ? [first.notice] : [])];
  const sheet = (name: string, columns: readonly Column[], rows: readonly Value[][]): Sheet[] => (rows.length === 0 ? [] : [{ name, heading, columns: [...WHO, ...columns], rows }]);
  const isPlan = kind === "skp";
  return [
    ...(kind === "hasil_evaluasi" ? sheet(SHORT[kind], [{ title: "CAPAIAN KINERJA ORGANISASI", width: 22 }, { title: "RATING HASIL KERJA", width: 24 }, { title: "RATING PERILAKU KERJA", width: 24 }, { title: "PREDIKAT KINERJA PEGAWAI", width: 24 }, { title: "DITETAPKAN OLEH", width: 32 }, { title: "TANGGAL", width: 18 }], contents.flatMap(resultRows)) : []),
    ...(kind === "konversi_angka_kredit" || kind === "akumulasi_angka_kredit" ? sheet(SHORT[kind], CREDIT, contents.flatMap(resultRows)) : []),
    ...(kind === "penetapan_angka_kredit" ? sheet(SHORT[kind], PAK, contents.flatMap(resultRows)) : []),
    ...(kind === "dokumen_evaluasi" ? sheet(SHORT[kind], [{ title: "PEJABAT PENILAI KINERJA", width: 32 }, { title: "ATASAN PEJABAT PENILAI KINERJA", width: 32 }, { title: "CAPAIAN KINERJA ORGANISASI", width: 22 }, { title: "PREDIKAT KINERJA PEGAWAI", width: 24 }, { title: "CATATAN/REKOMENDASI", width: 60 }, { title: "PREDIKAT SETELAH KEBERATAN", width: 24 }, { title: "TANGGAL", width: 18 }], contents.flatMap(resultRows)) : []),
    ...sheet(isPlan ? "SKP, hasil kerja" : `${SHORT[kind]}, hasil kerja`.slice(0, 31), [...PLAN, ...(isPlan ? [] : DONE)], contents.flatMap(hasilRows)),
    ...sheet(isPlan ? "SKP, perilaku" : `${SHORT[kind]}, perilaku`.slice(0, 31), [{ title: "PERILAKU KERJA", width: 24 }, { title: "EKSPEKTASI KHUSUS PIMPINAN", width: 48 }, ...(isPlan ? [] : DONE.slice(2))], contents.flatMap(perilakuRows)),
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
