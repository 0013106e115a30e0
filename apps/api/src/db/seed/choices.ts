import { type Ekspektasi, type FaktaDasar, type LocalDate, type Perilaku, PERILAKU } from "@teraju/domain";
import type { Person, Unit } from "./city.ts";
import type { Patterns } from "./patterns.ts";
import type { Random } from "./random.ts";
import type { MadeReport } from "./reports.ts";
import type { MadeSkp } from "./skp.ts";
import { addWorkingDays, must, STANDAR, type DemoPeriod, type Timeline } from "./timeline.ts";
import { dayWithin, type MadeUmpanBalik, type UmpanBalikBook } from "./umpan-balik.ts";

export type Choice = { rating: Ekspektasi; alasan: string | null; basis: readonly { fact: FaktaDasar }[] };

export function capaianKey(period: DemoPeriod, unit: Unit): string {
  return `${period.firstMonth}/${unit.id}`;
}

/** How the city's penilai usually read a quarter's mean capaian of one result. */
const ABOVE = 103;
const BELOW = 93;

/** The rating of each line by the mean of its figures; words count as expected unless they speak of failure. */
export function chooseHasilKerja(reports: readonly MadeReport[], skp: MadeSkp): Map<string, Ekspektasi> {
  return new Map(skp.hasil.map((hasil) => {
    const figures = reports.flatMap((report) => report.figures.filter((one) => one.hasil.lineId === hasil.lineId && one.isDue));
    const counted = figures.flatMap((one) => (one.capaian === null ? [] : [Math.min(one.capaian, STANDAR.indeks.batasAtas)]));
    if (counted.length === 0) return [hasil.lineId, figures.some((one) => !one.isGood) && figures.length > 1 ? "di_bawah" : "sesuai"];
    const mean = counted.reduce((sum, one) => sum + one, 0) / counted.length;
    return [hasil.lineId, mean > ABOVE ? "di_atas" : mean < BELOW ? "di_bawah" : "sesuai"];
  }));
}

/** The seven values: mostly as expected; who brings results above expectation is more often seen as an example. */
export function choosePerilaku(random: Random, person: Person, penilai: Person, patterns: Patterns, ratings: readonly Ekspektasi[]): { perilaku: Perilaku; rating: Ekspektasi | null }[] {
  const isStrong = ratings.filter((one) => one === "di_atas").length > ratings.length / 2;
  const misconduct = person.account === null && penilai !== patterns.lenient && random.chance(0.005);
  const above = penilai === patterns.lenient ? 0.95 : penilai === patterns.severe ? 0.02 : isStrong && random.chance(0.8) ? 0.82 : 0.12;
  return PERILAKU.map((perilaku) => ({ perilaku, rating: misconduct ? (random.chance(0.8) ? "di_bawah" : "sesuai") : random.chance(above) ? "di_atas" : "sesuai" }));
}

type Context = { random: Random; person: Person; penilai: Person; reports: readonly MadeReport[]; finalOn: LocalDate; umpanBalik: UmpanBalikBook; given: () => MadeUmpanBalik[]; timeline: Timeline };

/**
 * What the rating points at: evidence of the period for di atas, an umpan balik that came in time for di bawah. Where that was
 * never given, it is given now within the period, and answered, as the standard asks for.
 */
export function basisFor(context: Context, rating: Ekspektasi): { fact: FaktaDasar }[] {
  const { reports, penilai, person, random, umpanBalik, timeline, finalOn } = context;
  if (rating === "sesuai") return [];
  if (rating === "di_atas") {
    const withEvidence = reports.filter((one) => one.evidence.length > 0);
    if (withEvidence.length > 0) return withEvidence.slice(0, 2).map((report) => ({ fact: { kind: "evidence", id: must(report.evidence[0]).id, title: must(report.evidence[0]).title, bulan: report.month.month } }));
  }
  const inTime = context.given().filter((one) => one.from === penilai && one.nada === (rating === "di_atas" ? "positif" : "negatif") && one.givenOn <= addWorkingDays(finalOn, -STANDAR.penilaian.catatanHari));
  const report = must(reports.at(-1));
  const used = inTime[0] ?? umpanBalik.give({ from: penilai, to: person, report, nada: rating === "di_atas" ? "positif" : "negatif", givenOn: dayWithin(random, report, timeline), mustReply: true });
  return [{ fact: { kind: "umpan_balik", id: used.id, dari: used.from.name, isFromPenilai: used.from === penilai, nada: used.nada, text: used.text, givenOn: used.givenOn, reply: used.reply } }];
}
