import { bagianPenilaian, DEFAULT_STANDAR, monthsFrom, type FaktaIndikator, type Month, type Periode } from "@teraju/domain";
import { figureWords, NONE } from "../../pdf/form-words.ts";
import type { BulanContent, IndikatorContent } from "../../pdf/form-content.ts";
import type { Figure, PlanIndikator } from "./queries.ts";

const isNumber = (value: unknown): value is number => typeof value === "number";
const unitOf = ({ jenis, satuan }: Pick<PlanIndikator, "jenis" | "satuan">): string | null => (jenis === "rasio" ? "%" : satuan);

export type TargetOf = Pick<PlanIndikator, "jenis" | "arah" | "satuan" | "target" | "targetMin" | "targetMax" | "targetText">;
/** The year's target in words: "240 bayi", "90–95%", or the words of a target that is told. */
export function targetWords(i: TargetOf): string {
  const unit = unitOf(i);
  if (i.jenis === "uraian") return i.targetText ?? NONE;
  if (i.arah === "rentang" && i.targetMin !== null && i.targetMax !== null) return `${figureWords(i.targetMin, null)}–${figureWords(i.targetMax, unit)}`;
  return i.target === null ? (i.targetText ?? NONE) : figureWords(i.target, unit);
}

/** One month's figure as it was reported: "17 dari 20 (85%)", "12 dokumen", or the words. */
function monthWords({ realisasi, pembilang, penyebut, uraian }: Figure, i: PlanIndikator): string | null {
  if (uraian !== null) return uraian;
  if (pembilang !== null && penyebut !== null) return `${figureWords(pembilang, null)} dari ${figureWords(penyebut, null)} (${figureWords((pembilang / penyebut) * 100, "%")})`;
  return realisasi === null ? null : figureWords(realisasi, unitOf(i));
}

// Bounds and weights belong to suggestions and index; figures of an indicator do not depend on them.
const STANDAR = { batas: DEFAULT_STANDAR.penilaian.batas, ...DEFAULT_STANDAR.indeks };

function factOf(i: PlanIndikator, figures: readonly Figure[]): FaktaIndikator {
  const { lineId: id, text, jenis, arah, satuan, targetMin, targetMax } = i;
  return { id, text, jenis, arah, satuan, targetMin, targetMax, bobot: null, bulan: figures.map(({ month, target, realisasi, pembilang, penyebut }) => ({ bulan: month, target, realisasi, pembilang, penyebut })) };
}

/**
 * The figures of the whole period, as the rating's own rule takes months together: "57 bayi dari target 60 bayi (95%)". A fact that was
 * frozen with a result is taken before the reports. Null where nothing can be compared.
 */
export function periodWords(periode: Periode, i: PlanIndikator, fact: FaktaIndikator): string | null {
  const { capaian } = bagianPenilaian({ periode, hasil: [{ lineId: i.lineId, text: i.text, prioritas: "utama", rating: null, indikator: [fact] }], perilaku: [], umpanBalik: { positif: 0, netral: 0, negatif: 0 }, standar: STANDAR });
  const decision = capaian.get(fact.id);
  if (decision === undefined || decision.value === null) return null;
  const { target, realisasi } = decision.given;
  if (!isNumber(realisasi)) return null;
  const unit = unitOf(i);
  const aim = isNumber(target) ? ` dari target ${figureWords(target, unit)}` : "";
  return `${figureWords(realisasi, unit)}${aim} (capaian ${figureWords(decision.value, "%")})`;
}

/** An indicator with its months; without `periode` the year's plan alone. */
export function indikatorContent(i: PlanIndikator, heard: { periode: Periode; figures: readonly Figure[]; fact: FaktaIndikator | null } | null): IndikatorContent {
  const base = { text: i.text, target: targetWords(i), aspek: i.aspek, perspektif: i.perspektif };
  if (heard === null) return { ...base, realisasi: null, bulan: [] };
  const own = heard.figures.filter(({ lineId }) => lineId === i.lineId);
  const bulan = monthsFrom(heard.periode.firstMonth, heard.periode.lastMonth).flatMap((month: Month): BulanContent[] => {
    const figure = own.find((one) => one.month === month);
    const planned = figure?.target ?? i.monthlyTarget?.[Number(month.slice(5)) - 1] ?? null;
    if (figure === undefined && planned === null) return [];
    return [{ month, target: planned === null ? (i.jenis === "uraian" ? i.targetText : null) : figureWords(planned, unitOf(i)), realisasi: figure === undefined ? null : monthWords(figure, i), sentence: figure?.sentence ?? null, bukti: figure?.bukti ?? [] }];
  });
  return { ...base, realisasi: periodWords(heard.periode, i, heard.fact ?? factOf(i, own)), bulan };
}
