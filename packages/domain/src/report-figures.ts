import type { Decision } from "./decision.ts";
import { capaianIndikator, indeksKinerja } from "./regulations/city.ts";
import type { StandarPenilaian } from "./standar.ts";
import type { Arah, JenisIndikator, Prioritas } from "./vocabulary.ts";
import type { Month } from "./calendar.ts";

/** An indicator's side of a month's row: how it is counted, and what was planned. `monthlyTarget` is January first; null: no monthly plan. */
export type Rencana = { jenis: JenisIndikator; target: number | null; monthlyTarget: readonly (number | null)[] | null };

function planned({ monthlyTarget }: Rencana, month: Month): number | null {
  return monthlyTarget?.[Number(month.slice(5, 7)) - 1] ?? null;
}

/** Whether the month asks for this indicator: the rencana aksi has a figure for it, or there is no rencana aksi at all. */
export function isDueIn(rencana: Rencana, month: Month): boolean {
  return rencana.monthlyTarget === null || planned(rencana, month) !== null;
}

/** The month's target. A ratio without a monthly plan has the year's target in every month; a sum without a plan has none. */
export function targetOfMonth(rencana: Rencana, month: Month): number | null {
  if (rencana.monthlyTarget === null) return rencana.jenis === "rasio" ? rencana.target : null;
  return planned(rencana, month);
}

export type RowFigures = {
  jenis: JenisIndikator; arah: Arah;
  target: number | null; targetMin: number | null; targetMax: number | null;
  realisasi: number | null; pembilang: number | null; penyebut: number | null;
};

/** What was reached, as one number: the figure itself, or numerator / denominator in percent; null with words, or where a figure is missing. */
export function realisasiOf({ jenis, realisasi, pembilang, penyebut }: Pick<RowFigures, "jenis" | "realisasi" | "pembilang" | "penyebut">): number | null {
  if (jenis === "angka") return realisasi;
  if (jenis === "uraian" || pembilang === null || penyebut === null || penyebut <= 0) return null;
  return (pembilang / penyebut) * 100;
}

function targetOf({ arah, target, targetMin, targetMax }: RowFigures): number | { min: number; max: number } | null {
  if (arah !== "rentang") return target;
  return targetMin === null || targetMax === null ? null : { min: targetMin, max: targetMax };
}

/** The capaian of one row in percent, as a Decision of `capaianIndikator`; null where there is no target or no figure to compare. */
export function capaianBaris(row: RowFigures): Decision<number | null> | null {
  const target = targetOf(row);
  const realisasi = realisasiOf(row);
  return target === null || realisasi === null ? null : capaianIndikator({ target, realisasi, arah: row.arah });
}

/**
 * The month's capaian: the weighted mean of its rows by the rule of the city's index, so that a month and a period agree.
 * An indicator's own weight counts; without one, that of its result's priority. Rows without a capaian leave their weight to the others.
 */
export function capaianLaporan(rows: readonly { capaian: Decision<number | null> | null; bobot: number | null; prioritas: Prioritas }[], { indeks }: Pick<StandarPenilaian, "indeks">): Decision<number | null> {
  const counted = rows.flatMap(({ capaian, bobot, prioritas }) => (capaian === null ? [] : [{ capaian, bobot: bobot ?? (prioritas === "utama" ? indeks.bobotUtama : indeks.bobotTambahan) }]));
  return indeksKinerja({ capaian: counted.map((row) => row.capaian), bobot: counted.map((row) => row.bobot), batasAtas: indeks.batasAtas });
}
