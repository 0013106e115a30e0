import { PREDIKAT_ORGANISASI, type LocalDate, type PredikatOrganisasi } from "@teraju/domain";
import { capaianKey } from "./choices.ts";
import { unitsUnder, type City, type Person, type Unit } from "./city.ts";
import type { Loader } from "./copy.ts";
import type { Patterns } from "./patterns.ts";
import type { Random } from "./random.ts";
import type { Reports } from "./reports.ts";
import { onDay, type Lines } from "./relations.ts";
import { addWorkingDays, millisOf, moment, must, type DemoPeriod, type Timeline } from "./timeline.ts";

export type CapaianOrganisasi = Map<string, { unit: Unit; predikat: PredikatOrganisasi; setBy: Person; on: LocalDate; id: string }>;
type Sources = { city: City; lines: Lines; patterns: Patterns; timeline: Timeline; reports: Reports; periodIds: Map<DemoPeriod, string> };

/** Where the head above has not entered the capaian of the running period yet: the visitor can. */
const NOT_YET = new Set(["DINKES-P5", "DINKES-P1"]);
const BASIS: Readonly<Record<PredikatOrganisasi, string>> = {
  istimewa: "Rencana aksi perjanjian kinerja melampaui target yang disepakati.",
  baik: "Sebagian besar rencana aksi perjanjian kinerja periode ini tercapai sesuai target.",
  butuh_perbaikan: "Beberapa rencana aksi belum tercapai; rencana perbaikan sudah disepakati.",
  kurang: "Sebagian besar rencana aksi di bawah target.",
  sangat_kurang: "Sebagian besar rencana aksi tidak menunjukkan kemajuan.",
};

/** Step 1 of Pasal 24: the capaian of each unit with a head, entered by the head above. */
export function buildOrganisationResults(random: Random, load: Loader, sources: Sources): CapaianOrganisasi {
  return enterResults(random, load, sources, sources.timeline.periods);
}

/** The same of some periods; each period from dice that the caller chose. */
export function enterResults(random: Random, load: Loader, sources: Sources, periods: readonly DemoPeriod[]): CapaianOrganisasi {
  const add = load.table("capaian_organisasi", ["id", "period_id", "unit_id", "predikat", "basis", "document", "set_by", "set_at"]);
  const results: CapaianOrganisasi = new Map();
  for (const period of periods) {
    const isRunning = period === sources.timeline.rating;
    if (period.closedOn === null && !isRunning) continue;
    const mean = meansOf(sources, period);
    for (const unit of sources.city.units) {
      if (unit.kind === "kota" || unit.head === null || (isRunning && NOT_YET.has(unit.code))) continue;
      const head = unit === sources.patterns.plt.unit && must(period.months.at(-1)).lastDay >= sources.patterns.plt.on ? sources.patterns.plt.plt : unit.head;
      const above = onDay(must(sources.lines.relationsOf.get(head)), must(period.months.at(-1)).lastDay);
      if (above === undefined) continue;
      const predikat = predikatOf(mean(unit), unit, sources.patterns);
      const day = addWorkingDays(period.ratingFrom, random.int(2, 4));
      const on = day < sources.timeline.today ? day : addWorkingDays(sources.timeline.today, -1);
      const made = { unit, predikat, setBy: above.penilai, on, id: random.uuid(millisOf(on)) };
      add(made.id, must(sources.periodIds.get(period)), unit.id, predikat, BASIS[predikat], documentOf(period), above.penilai.id, moment(on, random.int(480, 900)));
      results.set(capaianKey(period, unit), made);
    }
  }
  return results;
}

function documentOf({ kind, number, year }: DemoPeriod): string {
  return kind === "tahunan" ? `Laporan kinerja tahun ${year}` : `Laporan capaian ${kind === "bulanan" ? "bulan" : "triwulan"} ${number} tahun ${year}`;
}

function predikatOf(mean: number, unit: Unit, patterns: Patterns): PredikatOrganisasi {
  // A department whose own result is poor while its people are rated well: the pola has something to say.
  if (unit === patterns.mismatch) return "butuh_perbaikan";
  const [istimewa, baik, butuhPerbaikan, kurang] = PREDIKAT_ORGANISASI;
  return mean > 105.5 ? istimewa : mean > 95 ? baik : mean > 85 ? butuhPerbaikan : kurang;
}

/** Mean capaian of the reports under a unit in the period. */
function meansOf({ city, reports }: Sources, period: DemoPeriod): (unit: Unit) => number {
  const sums = new Map<Unit, { sum: number; n: number }>();
  for (const list of reports.values()) {
    for (const report of list) {
      if (report.capaian === null || !period.months.includes(report.month)) continue;
      const own = sums.get(report.unit) ?? { sum: 0, n: 0 };
      sums.set(report.unit, { sum: own.sum + report.capaian, n: own.n + 1 });
    }
  }
  return (unit) => {
    const parts = unitsUnder(city, unit).flatMap((one) => sums.get(one) ?? []);
    const n = parts.reduce((total, one) => total + one.n, 0);
    return n === 0 ? 100 : parts.reduce((total, one) => total + one.sum, 0) / n;
  };
}
