/**
 * The shape in which the demo city's SKP texts are written down. A measure says how the month is reported:
 * `rasio` as numerator of denominator (target in percent), `angka` as a number, `uraian` in words.
 */
export type Aspek = "kuantitas" | "kualitas" | "waktu" | "biaya";
export type Perspektif = "penerima_layanan" | "proses_bisnis" | "penguatan_internal" | "anggaran";
/** When the indicator is due: each month, at the end of each quarter, of each half year, or in December. */
export type Rhythm = "bulanan" | "triwulanan" | "semesteran" | "tahunan";

export type Measure =
  | { jenis: "rasio"; arah: "maks" | "min"; target: number; satuan: "persen"; base: number; rhythm: Rhythm }
  | { jenis: "angka"; arah: "maks" | "min"; target: number; satuan: string; perMonth: number; rhythm: Rhythm; plan?: readonly number[] }
  | { jenis: "angka"; arah: "rentang"; targetMin: number; targetMax: number; satuan: string; rhythm: Rhythm }
  | { jenis: "uraian"; targetText: string; rhythm: Rhythm };

export type IndikatorData = { text: string; aspek?: Aspek; perspektif?: Perspektif; measure: Measure };
export type HasilKerjaData = {
  prioritas: "utama" | "tambahan";
  text: string;
  /** Position in the superior's SKP (0 first) of the result that this one intervenes in; absent where there is none. */
  intervenes?: number;
  indikator: readonly IndikatorData[];
  /** What people write in the month: {n} realisasi, {d} denominator, {bulan} month. */
  sentences: readonly string[];
  /** Why a figure stays under its target. */
  causes: readonly string[];
  /** What the evidence is called. */
  evidence: string;
};
export type SkpData = {
  pendekatan: "kuantitatif" | "kualitatif";
  isPimpinan: boolean;
  assignedBy: string;
  hasilKerja: readonly HasilKerjaData[];
  perilaku: Readonly<Partial<Record<PerilakuName, readonly string[]>>>;
  lampiran: { sumberDaya: readonly string[]; pertanggungjawaban: readonly string[]; konsekuensi: readonly string[] };
};
export type PerilakuName = "berorientasi_pelayanan" | "akuntabel" | "kompeten" | "harmonis" | "loyal" | "adaptif" | "kolaboratif";

/** A ratio in percent; `base` is the usual denominator of one month. */
export function persen(target: number, base: number, rhythm: Rhythm = "bulanan"): Measure {
  return { jenis: "rasio", arah: "maks", target, satuan: "persen", base, rhythm };
}
/** A ratio that is better when lower, in percent. */
export function palingBanyakPersen(target: number, base: number): Measure {
  return { jenis: "rasio", arah: "min", target, satuan: "persen", base, rhythm: "bulanan" };
}
/** So many pieces each month; the year's target is the sum. */
export function perBulan(perMonth: number, satuan: string): Measure {
  return { jenis: "angka", arah: "maks", target: perMonth * 12, satuan, perMonth, rhythm: "bulanan" };
}
/** So many pieces each quarter; the year's target is the sum. */
export function perTriwulan(perQuarter: number, satuan: string): Measure {
  return { jenis: "angka", arah: "maks", target: perQuarter * 4, satuan, perMonth: perQuarter, rhythm: "triwulanan" };
}
/** A level to reach or pass whenever it is measured (an index, a score, a share that has no single cases). */
export function nilai(target: number, satuan: string, rhythm: Rhythm = "triwulanan"): Measure {
  return { jenis: "angka", arah: "maks", target, satuan, perMonth: target, rhythm };
}
/** At most this much: days, complaints, mistakes. */
export function palingBanyak(target: number, satuan: string, rhythm: Rhythm = "bulanan"): Measure {
  return { jenis: "angka", arah: "min", target, satuan, perMonth: target, rhythm };
}
/** Budget spent so far in percent, growing towards December as a real rencana kas does. */
export function serapan(target: number): Measure {
  const curve = [0.03, 0.08, 0.15, 0.24, 0.33, 0.43, 0.52, 0.61, 0.7, 0.8, 0.9, 1];
  return { jenis: "angka", arah: "maks", target, satuan: "persen", perMonth: target, rhythm: "bulanan", plan: curve.map((share) => Math.round(share * target)) };
}
/** A level that should stay between two bounds. */
export function antara(targetMin: number, targetMax: number, satuan: string): Measure {
  return { jenis: "angka", arah: "rentang", targetMin, targetMax, satuan, rhythm: "bulanan" };
}
/** Reported in words. */
export function uraian(targetText: string, rhythm: Rhythm = "bulanan"): Measure {
  return { jenis: "uraian", targetText, rhythm };
}
