import type { ReviewRow } from "@teraju/contracts/review";
import type { Format } from "#copy/format.ts";

type Figures = Pick<ReviewRow, "realisasi" | "pembilang" | "penyebut">;

/** The figure to set beside the target: the number, or the ratio in percent; null with words or where one is missing. */
export function figureOf({ jenis }: ReviewRow["indikator"], { realisasi, pembilang, penyebut }: Figures): number | null {
  if (jenis === "angka") return realisasi;
  return jenis === "uraian" || pembilang === null || penyebut === null || penyebut <= 0 ? null : (pembilang / penyebut) * 100;
}

/** "17", "57/60 (95%)", or null. */
export function figureText({ jenis }: ReviewRow["indikator"], f: Figures, format: Format): string | null {
  if (jenis === "angka") return f.realisasi === null ? null : format.number(f.realisasi);
  if (jenis === "uraian" || f.pembilang === null || f.penyebut === null || f.penyebut <= 0) return null;
  return `${format.number(f.pembilang)}/${format.number(f.penyebut)} (${format.percent((f.pembilang / f.penyebut) * 100)})`;
}

/** "20 dokumen", "95%", "10–12 hari"; null where the month has none. */
export function targetText(row: ReviewRow, format: Format): string | null {
  const { jenis, arah, satuan, targetMin, targetMax, targetText: words } = row.indikator;
  if (jenis === "uraian") return words;
  if (arah === "rentang" && targetMin !== null && targetMax !== null) return `${format.number(targetMin)}–${format.number(targetMax)} ${satuan ?? ""}`.trim();
  if (row.target === null) return null;
  return jenis === "rasio" ? format.percent(row.target) : `${format.number(row.target)} ${satuan ?? ""}`.trim();
}
