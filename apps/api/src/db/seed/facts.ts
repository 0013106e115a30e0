import type { Ekspektasi, FaktaHasil } from "@teraju/domain";
import type { Person } from "./city.ts";
import type { MadeReport, Reports } from "./reports.ts";
import type { MadeSkp } from "./skp.ts";
import type { DemoPeriod } from "./timeline.ts";

/** A person's reports of a period that came in. */
export function reportsOfPeriod(reports: Reports, person: Person, period: DemoPeriod): MadeReport[] {
  return (reports.get(person) ?? []).filter((one) => one.submittedOn !== null && one.status !== "returned" && period.months.includes(one.month));
}

/** The period's figures by the lines of the SKP in force at its end; a line keeps its figures through a revision. */
export function hasilFacts(reports: readonly MadeReport[], skp: MadeSkp, ratings: ReadonlyMap<string, Ekspektasi>): FaktaHasil[] {
  return skp.hasil.map((hasil) => ({
    lineId: hasil.lineId, text: hasil.data.text, prioritas: hasil.data.prioritas, rating: ratings.get(hasil.lineId) ?? null,
    indikator: hasil.indikator.map(({ lineId, data: { text, measure }, targetMin, targetMax }) => ({
      id: lineId, text, jenis: measure.jenis, arah: measure.jenis === "uraian" ? "maks" : measure.arah, satuan: measure.jenis === "uraian" ? null : measure.satuan, targetMin, targetMax, bobot: null,
      bulan: reports.flatMap((report) => report.figures.filter((one) => one.indikator.lineId === lineId).map(({ target, realisasi, pembilang, penyebut }) => ({ bulan: report.month.month, target, realisasi, pembilang, penyebut }))),
    })),
  }));
}
