import type { listMissing, Output, readCycle, readCycleMonth } from "@teraju/contracts";
import { AKHIR_DESEMBER_TANGGAL, rulebookOf, access, addDays, firstDayOf, type Kalender, lastDayOf, type LocalDate, type Month, monthsFrom, type Periode, periodesOf, type Refusal, tambahHariKerja } from "@teraju/domain";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { evaluationPeriod } from "#db/schema/appraisal.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findStandard, type Standard, standardOn } from "../../standard.ts";
import { mustRole } from "../../standing.ts";
import * as queries from "./queries.ts";
import { toReopening } from "./reopening.ts";
import { windowOf } from "./window.ts";

const toCounts = ({ people, obliged, submitted, checked }: queries.Counts) => ({ people, obliged, sent: submitted, checked, missing: obliged - submitted });

/** A period as it would be made: rating begins on the day after it and takes as many working days as its standard gives; of the year from the end of December to the end of January. */
type Planned = Periode & { ratingFrom: LocalDate; ratingUntil: LocalDate; standardId: string };
/** Evaluasi periodik of the year as the standard of each period's first day says, and evaluasi tahunan (Pasal 24 and 25). */
async function plan(ctx: Ctx, year: number): Promise<Planned[]> {
  const start = await standardOn(ctx.pool, `${year}-01-01`);
  const standards = new Map<Month, Standard>();
  for (const month of monthsFrom(`${year}-01`, `${year}-12`)) standards.set(month, await standardOn(ctx.pool, firstDayOf(month)));
  return [...periodesOf(year, start.standar.periodeEvaluasi), ...periodesOf(year, "tahunan")].map((period) => {
    const { id, standar } = standards.get(period.firstMonth) ?? start;
    if (period.kind === "tahunan") {
      const { mulai, selesai } = rulebookOf(period).rules.waktuEvaluasiTahunan({ tahun: period.year, mulaiTanggal: AKHIR_DESEMBER_TANGGAL }).value;
      return { ...period, standardId: id, ratingFrom: mulai, ratingUntil: selesai };
    }
    return { ...period, standardId: id, ratingFrom: addDays(lastDayOf(period.lastMonth), 1), ratingUntil: ratingUntil(period, standar.penilaian.penilaianHari, start.kalender) };
  });
}
const ratingUntil = ({ lastMonth }: Periode, hari: number, kalender: Kalender): LocalDate => tambahHariKerja({ mulai: lastDayOf(lastMonth), hari, kalender });

function openRefusals(year: number, periods: readonly { kind: string }[], planned: readonly Planned[], today: LocalDate): Refusal[] {
  const thisYear = Number(today.slice(0, 4));
  const refusals: Refusal[] = [];
  if (periods.length >= planned.length) refusals.push("year_open");
  if (year < thisYear || year > thisYear + 1) refusals.push("year_too_far");
  return refusals;
}

/** The year as it lies in the database; what is not made yet, as it would be made. */
export async function read(ctx: Ctx, asked: string | undefined): Promise<Output<typeof readCycle>> {
  mustRole(ctx, "cycle.read");
  const year = Number(asked ?? ctx.today.slice(0, 4));
  const months = monthsFrom(`${year}-01`, `${year}-12`);
  if ((await findStandard(ctx.pool, `${year}-01-01`)) === null) throw new Problem("not_found");
  const [periods, planned, names, counts] = await Promise.all([queries.findPeriods(ctx.pool, year), plan(ctx, year), queries.findStandardNames(ctx.pool), queries.findMonths(ctx.pool, months)]);
  const byMonth = new Map(counts.map((one) => [one.month, one]));
  const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? "";
  const future = planned.filter(({ kind, number }) => !periods.some((one) => one.kind === kind && one.number === number));
  const missing = future.map(({ kind, number, firstMonth, lastMonth, ratingFrom, ratingUntil: until, standardId }) => ({ id: null, kind, number, firstMonth, lastMonth, ratingFrom, ratingUntil: until, isClosed: false, standard: nameOf(standardId) }));
  const views = await Promise.all(months.map(async (month) => {
    const standard = await standardOn(ctx.pool, firstDayOf(month));
    const count = byMonth.get(month);
    return { month, ...windowOf(month, standard, ctx.today), standard: nameOf(standard.id), counts: count === undefined ? null : toCounts(count) };
  }));
  const may = (action: "cycle.manage" | "cycle.reopen"): boolean => access(action, { relations: [], roles: ctx.actor.roles }).length === 0;
  return {
    year, isOpen: missing.length === 0, months: views,
    periods: [...periods, ...missing].sort((a, b) => Number(a.kind === "tahunan") - Number(b.kind === "tahunan") || (a.lastMonth < b.lastMonth ? -1 : 1)),
    actions: { open: openRefusals(year, periods, planned, ctx.today), manage: may("cycle.manage"), reopen: may("cycle.reopen") },
  };
}

/** Makes the periods of the year that are not there; the nightly work would make them one by one, and finds them made. */
export async function open(ctx: Ctx, year: number): Promise<{ made: number }> {
  mustRole(ctx, "cycle.manage");
  const thisYear = Number(ctx.today.slice(0, 4));
  refuseIf(year < thisYear || year > thisYear + 1 ? ["year_too_far"] : []);
  const [periods, planned] = await Promise.all([queries.findPeriods(ctx.pool, year), plan(ctx, year)]);
  refuseIf(openRefusals(year, periods, planned, ctx.today));
  const missing = planned.filter(({ kind, number }) => !periods.some((one) => one.kind === kind && one.number === number));
  await change(ctx, async (tx) => {
    await tx.insert(evaluationPeriod).values(missing.map(({ kind, number, firstMonth, lastMonth, ratingFrom, ratingUntil: until, standardId }) => ({ id: v7(), year, kind, number, firstMonth, lastMonth, ratingFrom, ratingUntil: until, standarId: standardId }))).onConflictDoNothing();
    return { value: undefined, audit: { action: "cycle.open", target: { type: "cycle", id: String(year) }, payload: { periods: missing.map(({ kind, number }) => `${kind} ${number}`) } } };
  });
  return { made: missing.length };
}

/** One month by department. */
export async function readMonth(ctx: Ctx, month: Month): Promise<Output<typeof readCycleMonth>> {
  mustRole(ctx, "cycle.read");
  const standard = await findStandard(ctx.pool, firstDayOf(month));
  if (standard === null) throw new Problem("not_found");
  const [units, extensions, reopenings] = await Promise.all([queries.findUnits(ctx.pool, month), queries.findExtensions(ctx.pool, month, null), queries.findReopenings(ctx.pool, month, null)]);
  return {
    month, ...windowOf(month, standard, ctx.today),
    units: units.filter(({ people }) => people > 0).map(({ id, name, ...counts }) => ({ id, name, ...toCounts(counts) })),
    extensions: extensions.map(({ unitId: _unit, month: _month, ...one }) => one), reopenings: reopenings.map((one) => toReopening(one, ctx)),
  };
}

export async function missing(ctx: Ctx, month: Month, unitId: string): Promise<Output<typeof listMissing>> {
  mustRole(ctx, "cycle.read");
  return { people: await queries.findMissing(ctx.pool, month, unitId) };
}
