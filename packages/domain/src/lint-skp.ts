import { type Citation } from "./decision.ts";
import { permenpanrb6 } from "./regulations/permenpanrb-6-2022.ts";
import { type HasilKerja, type Indikator, type SkpContent, isTargetMissing } from "./skp.ts";
import { PERSPEKTIF } from "./vocabulary.ts";

/** "wajib": the text demands it; "saran": advice, never a block. */
export type Tingkat = "wajib" | "saran";

const TEMUAN = {
  tanpa_hasil_kerja: { tingkat: "wajib", cite: permenpanrb6("Pasal 7 ayat (3) huruf a angka 1") },
  tanpa_hasil_kerja_utama: { tingkat: "wajib", cite: permenpanrb6("Lampiran BAB II huruf A angka 6 huruf a)") },
  tanpa_indikator: { tingkat: "wajib", cite: permenpanrb6("Pasal 7 ayat (3) huruf a angka 1") },
  target_kosong: { tingkat: "wajib", cite: permenpanrb6("Pasal 7 ayat (3) huruf a angka 1") },
  satuan_kosong: { tingkat: "wajib", cite: permenpanrb6("Lampiran BAB II huruf A angka 7 huruf a) angka 4)") },
  perspektif_anggaran_tidak_ada: { tingkat: "wajib", cite: permenpanrb6("Lampiran BAB II huruf A angka 2 huruf a) angka 8) huruf (d)") },
  perspektif_tidak_lengkap: { tingkat: "saran", cite: permenpanrb6("Lampiran BAB II huruf A angka 2 huruf a) angka 8)") },
  perspektif_kosong: { tingkat: "saran", cite: permenpanrb6("Format A.1.1 dan A.1.2") },
  aspek_kosong: { tingkat: "saran", cite: permenpanrb6("Pasal 9 ayat (2)") },
  rencana_berupa_aktivitas: { tingkat: "saran", cite: permenpanrb6("Anak Lampiran 1") },
  rencana_berupa_kategori: { tingkat: "saran", cite: permenpanrb6("Anak Lampiran 1") },
  target_mutlak: { tingkat: "saran", cite: permenpanrb6("Lampiran BAB II huruf A angka 7 huruf a) angka 7)") },
} as const satisfies Record<string, { tingkat: Tingkat; cite: Citation }>;

export type KodeTemuan = keyof typeof TEMUAN;
export const KODE_TEMUAN = Object.keys(TEMUAN) as KodeTemuan[];

/** One finding: where (positions from 0; null: the SKP or the result as a whole) and the words or values it is about. */
export type Temuan = { kode: KodeTemuan; tingkat: Tingkat; cite: Citation; hasilKerja: number | null; indikator: number | null; rincian: string[] };

function temuan(kode: KodeTemuan, hasilKerja: number | null = null, indikator: number | null = null, rincian: string[] = []): Temuan {
  return { kode, ...TEMUAN[kode], hasilKerja, indikator, rincian };
}

/** Verbs of doing begin with me- and a nasal; "meningkatnya" and its like name a result. */
const ACTIVE_VERB = /^(?:meng|meny|mem|men|mel|mer|mew)\p{L}{3,}$/u;
const NO_VERB = new Set(["mental", "menteri", "mentor", "mentoring", "member", "memori", "memorandum", "merek", "merit", "meritokrasi", "melayu", "mengenai", "menara", "merata"]);
/** Names of an activity in Anak Lampiran 1 that are no verbs. */
const ACTIVITY_NOUN = new Set(["asistensi", "pendampingan"]);
/** First words of the kategori in Anak Lampiran 1, and the family they stand for. */
const CATEGORY_NOUN = new Set(["layanan", "monitoring", "supervisi", "sosialisasi", "fasilitasi", "pengawasan", "hubungan", "koordinasi", "pembinaan", "administrasi", "bimbingan", "penyuluhan"]);
/** What turns such a noun into a result: a quality or a state that is reached. */
const RESULT_MARK = /(?:^|\s)(?:yang|di\p{L}{4,}|ter(?!hadap|kait|masuk|utama|sebut)\p{L}{4,}|ber\p{L}{4,}|meningkat|menurun|turun|naik|tidak|sesuai|tepat|cepat|lengkap|optimal|memuaskan|puas|selesai|tertib|mutakhir|andal|aman|lancar|akurat)(?=$|[\s,.;])/u;

/** How Anak Lampiran 1 would class the wording of a rencana hasil kerja. A guess from the first word: advice only. */
export function jenisPernyataan(text: string): "pencapaian" | "aktivitas" | "kategori" {
  const words = text.trim().toLowerCase();
  const first = words.split(/[\s/,.]+/)[0] ?? "";
  if (ACTIVITY_NOUN.has(first)) return "aktivitas";
  if (ACTIVE_VERB.test(first) && !first.endsWith("nya") && !NO_VERB.has(first)) return "aktivitas";
  return CATEGORY_NOUN.has(first) && !RESULT_MARK.test(words) ? "kategori" : "pencapaian";
}

/** "setiap 2 minggu", "setiap bulan" give a rhythm and are not absolute. */
const ABSOLUTE = /\b(semua|selalu|tidak pernah|setiap(?!\s+(?:\d|hari|minggu|bulan|triwulan|semester|tahun)))\b/giu;

/** The words of p. 51 that make a target absolute, as they stand in the text. */
export function kataMutlak(text: string): string[] {
  return [...text.matchAll(ABSOLUTE)].map((match) => match[0].toLowerCase());
}

function lintIndikator(indikator: Indikator, skp: SkpContent, at: number, position: number): Temuan[] {
  const isCounted = skp.pendekatan === "kuantitatif" && indikator.jenis !== "uraian";
  const absolute = skp.isPimpinan ? [] : kataMutlak(`${indikator.text} ${indikator.targetText ?? ""}`);
  return [
    ...(isTargetMissing(indikator, skp.pendekatan) ? [temuan("target_kosong", at, position)] : []),
    ...(isCounted && (indikator.satuan ?? "").trim() === "" ? [temuan("satuan_kosong", at, position)] : []),
    ...(skp.isPimpinan && indikator.perspektif === null ? [temuan("perspektif_kosong", at, position)] : []),
    ...(!skp.isPimpinan && skp.pendekatan === "kuantitatif" && indikator.aspek === null ? [temuan("aspek_kosong", at, position)] : []),
    ...(absolute.length > 0 ? [temuan("target_mutlak", at, position, absolute)] : []),
  ];
}

function lintHasilKerja(result: HasilKerja, skp: SkpContent, at: number): Temuan[] {
  const jenis = jenisPernyataan(result.text);
  return [
    ...(jenis === "aktivitas" ? [temuan("rencana_berupa_aktivitas", at)] : []),
    ...(jenis === "kategori" ? [temuan("rencana_berupa_kategori", at)] : []),
    ...(result.indikator.length === 0 ? [temuan("tanpa_indikator", at)] : []),
    ...result.indikator.flatMap((indikator, position) => lintIndikator(indikator, skp, at, position)),
  ];
}

function lintPerspektif({ isPimpinan, hasilKerja }: SkpContent): Temuan[] {
  if (!isPimpinan || hasilKerja.length === 0) return [];
  const present = hasilKerja.flatMap((result) => result.indikator.map((indikator) => indikator.perspektif));
  const missing = PERSPEKTIF.filter((perspektif) => perspektif !== "anggaran" && !present.includes(perspektif));
  return [
    ...(present.includes("anggaran") ? [] : [temuan("perspektif_anggaran_tidak_ada")]),
    ...(missing.length > 0 ? [temuan("perspektif_tidak_lengkap", null, null, missing)] : []),
  ];
}

/** What the text demands of an SKP and what it advises; empty when nothing is found. Never changes anything. */
export function lintSkp(skp: SkpContent): Temuan[] {
  const { hasilKerja } = skp;
  return [
    ...(hasilKerja.length === 0 ? [temuan("tanpa_hasil_kerja")] : []),
    ...(hasilKerja.length > 0 && !hasilKerja.some((result) => result.prioritas === "utama") ? [temuan("tanpa_hasil_kerja_utama")] : []),
    ...lintPerspektif(skp),
    ...hasilKerja.flatMap((result, at) => lintHasilKerja(result, skp, at)),
  ];
}
