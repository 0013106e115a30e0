import { capaianBaris, capaianLaporan, roundHalfUp, targetOfMonth, isDueIn, type Month } from "@teraju/domain";
import { storedCapaian } from "../../report.ts";
import { KENDALA, QUALITATIVE } from "./data/skp-job-families.ts";
import type { Random } from "./random.ts";
import type { MadeHasil, MadeIndikator, MadeSkp } from "./skp.ts";
import { STANDAR } from "./timeline.ts";

/** One row of a month as it was reported; `isGood` tells whether words speak of success. */
export type Figure = {
  hasil: MadeHasil; indikator: MadeIndikator; target: number | null; isDue: boolean;
  realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; cause: string | null;
  capaian: number | null; isGood: boolean;
};

const MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"] as const;
const NUMBER = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 });

/** All rows of one month, with figures and words, at this strength (1 is as targeted). `isFilled` false: an untouched draft. */
export function figuresOf(random: Random, skp: MadeSkp, month: Month, strength: number, isFilled: (at: number) => boolean): Figure[] {
  return skp.hasil.flatMap((hasil) => hasil.indikator.map((indikator) => figureOf(random, hasil, indikator, month, strength, isFilled(hasil.position))));
}

function figureOf(random: Random, hasil: MadeHasil, indikator: MadeIndikator, month: Month, strength: number, isFilled: boolean): Figure {
  const { measure } = indikator.data;
  const plan = { jenis: measure.jenis, target: indikator.target, monthlyTarget: indikator.monthly };
  const target = targetOfMonth(plan, month);
  const isDue = isDueIn(plan, month);
  const figure: Figure = { hasil, indikator, target, isDue, realisasi: null, pembilang: null, penyebut: null, uraian: null, sentence: null, cause: null, capaian: null, isGood: true };
  if (!isDue || !isFilled) return figure;
  const f = strength * (1 + random.normal() * 0.035);
  if (measure.jenis === "uraian") {
    figure.isGood = f > 0.9;
    figure.uraian = random.pick(figure.isGood ? QUALITATIVE.tercapai : QUALITATIVE.belum);
    return figure;
  }
  if (measure.jenis === "rasio") {
    figure.penyebut = Math.max(1, Math.round(measure.base * (1 + random.normal() * 0.08)));
    const share = Math.max(0, measure.arah === "maks" ? Math.min(1, (measure.target / 100) * f) : (measure.target / 100) * (2 - f));
    figure.pembilang = Math.min(figure.penyebut, chanceRound(random, figure.penyebut * share));
  } else {
    figure.realisasi = reached(random, target ?? 0, measure, f);
  }
  const decision = capaianBaris({ jenis: measure.jenis, arah: measure.arah, target, targetMin: indikator.targetMin, targetMax: indikator.targetMax, realisasi: figure.realisasi, pembilang: figure.pembilang, penyebut: figure.penyebut });
  figure.capaian = storedCapaian(decision?.value);
  figure.sentence = words(sentenceFor(random, hasil, indikator), figure, month);
  if (figure.capaian !== null && figure.capaian < STANDAR.laporan.sebabDiBawah) figure.cause = words(hasil.data.causes.length > 0 ? random.pick(hasil.data.causes) : random.pick(KENDALA), figure, month);
  return figure;
}

function reached(random: Random, target: number, measure: Extract<MadeIndikator["data"]["measure"], { jenis: "angka" }>, f: number): number {
  if (measure.arah === "rentang") return roundHalfUp(measure.targetMin + (measure.targetMax - measure.targetMin) * (0.5 + random.normal() * 0.2) * f, 1);
  const isShare = measure.satuan.startsWith("persen");
  const value = measure.arah === "maks" ? target * f : target * (2 - f);
  if (isShare && measure.arah === "maks") return Math.min(100, roundHalfUp(value, target % 1 === 0 && "plan" in measure ? 0 : 1));
  if (target % 1 !== 0) return Math.max(0, roundHalfUp(value, 1));
  return Math.max(0, target > 60 ? Math.round(value) : chanceRound(random, value));
}

/** Rounds up as often as the fraction says, so that small counts keep their mean. */
function chanceRound(random: Random, value: number): number {
  const whole = Math.floor(value);
  return whole + (random.chance(value - whole) ? 1 : 0);
}

/** The sentence that speaks of this indicator: those with a denominator belong to ratios, in the order of the indicators. */
function sentenceFor(random: Random, hasil: MadeHasil, indikator: MadeIndikator): string {
  const isRatio = indikator.data.measure.jenis === "rasio";
  const fitting = hasil.data.sentences.filter((one) => one.includes("{d}") === isRatio);
  const alike = hasil.indikator.filter((one) => one.data.measure.jenis !== "uraian" && (one.data.measure.jenis === "rasio") === isRatio);
  if (alike.length === 1 && fitting.length > 0) return random.pick(fitting);
  const own = alike.length === fitting.length ? fitting[alike.indexOf(indikator)] : undefined;
  return own ?? plainSentence(indikator);
}

/** Where no written sentence speaks of this very indicator. */
function plainSentence({ data: { measure } }: MadeIndikator): string {
  if (measure.jenis === "rasio") return "Tercapai {n} dari {d} pada bulan {bulan}.";
  return measure.jenis === "angka" && ["nilai", "indeks", "skor"].includes(measure.satuan) ? "Pengukuran bulan {bulan} memberi nilai {n}." : "Realisasi bulan {bulan}: {n} {satuan}.";
}

function words(template: string, figure: Figure, month: Month): string {
  const { measure } = figure.indikator.data;
  const n = figure.pembilang ?? figure.realisasi ?? 0;
  return template.replaceAll("{n}", NUMBER.format(n)).replaceAll("{d}", NUMBER.format(figure.penyebut ?? 0)).replaceAll("{bulan}", MONTHS[Number(month.slice(5, 7)) - 1] ?? "")
    .replaceAll("{satuan}", measure.jenis === "uraian" ? "" : measure.satuan);
}

/** The report's capaian by the rule of the city's index, as the product stores it. */
export function reportCapaian(figures: readonly Figure[]): number | null {
  const rows = figures.map((figure) => {
    const { measure } = figure.indikator.data;
    if (measure.jenis === "uraian") return { capaian: null, bobot: null, prioritas: figure.hasil.data.prioritas };
    const capaian = capaianBaris({ jenis: measure.jenis, arah: measure.arah, target: figure.target, targetMin: figure.indikator.targetMin, targetMax: figure.indikator.targetMax, realisasi: figure.realisasi, pembilang: figure.pembilang, penyebut: figure.penyebut });
    return { capaian, bobot: null, prioritas: figure.hasil.data.prioritas };
  });
  return storedCapaian(capaianLaporan(rows, STANDAR).value);
}
