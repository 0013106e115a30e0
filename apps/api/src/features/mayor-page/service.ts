import type { Output, readMayorPage } from "@teraju/contracts";
import { addMonths, monthlyReport, PREDIKAT, suppress, suppressTable, type Month, type Predikat } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { currentMonth, monthsWithReports } from "../../months.ts";
import { mustRole } from "../../standing.ts";
import { standardOn } from "../../standard.ts";
import { countSumber } from "../../sumber-count.ts";
import * as queries from "./queries.ts";

const TREND_MONTHS = 12;
type Page = Output<typeof readMayorPage>;

/** The city on one page: four statements. Nobody below a head of department is named. */
export async function mayorPage(ctx: Ctx, input: { month?: Month }): Promise<Page> {
  mustRole(ctx, "mayor-page.read");
  const [months, standard, period] = await Promise.all([monthsWithReports(ctx.pool), standardOn(ctx.pool, ctx.today), queries.cityPeriod(ctx.pool, ctx.today)]);
  const month = input.month ?? currentMonth(months, ctx.today, standard);
  const window = Array.from({ length: TREND_MONTHS }, (_, i) => addMonths(month, i - TREND_MONTHS + 1));
  const rows = await queries.departments(ctx.pool, ctx.today, window, period?.id ?? null);
  const k = standard.standar.sandiMin;
  const trend = window.map((m) => point(m, rows.filter((r) => r.month === m), k));
  const now = point(month, rows.filter((r) => r.month === month), k);
  const before = trend.at(-2);
  const ofMonth = rows.filter((r) => r.month === month);
  const [isHiddenNow, isHiddenBefore] = [month, addMonths(month, -1)].map((m) => hiddenDepartments(rows.filter((r) => r.month === m), k));
  return {
    month, months, batas: monthlyReport.jendelaLaporan(month, standard.standar, standard.kalender).batas,
    city: {
      people: ofMonth.reduce((n, r) => n + r.people, 0), obliged: now.obliged, submitted: now.submitted, onTime: now.onTime, checked: ofMonth.reduce((n, r) => n + r.checked, 0),
      capaian: now.capaian, capaianBefore: before?.capaian ?? null, submittedShareBefore: before === undefined || before.obliged === 0 ? null : before.submitted / before.obliged,
    },
    departments: ofMonth.map((r) => {
      const last = rows.find((x) => x.id === r.id && x.month === addMonths(month, -1));
      return {
        unit: { id: r.id, name: r.name, kind: r.kind }, head: r.head !== null && r.head_kind !== null ? { name: r.head, kind: r.head_kind } : null,
        obliged: r.obliged, submitted: r.submitted, checked: r.checked, isUnrecorded: r.is_unrecorded, capaian: isHiddenNow?.has(r.id) ? null : mean([r], k), capaianBefore: last === undefined || isHiddenBefore?.has(r.id) ? null : mean([last], k), capaianOrganisasi: r.capaian_organisasi,
      };
    }),
    period: period === null ? null : periodView(period, k),
    trend,
  };
}

function point(month: Month, rows: readonly queries.DepartmentMonth[], k: number): Page["trend"][number] {
  const add = (of: (r: queries.DepartmentMonth) => number): number => rows.reduce((n, r) => n + of(r), 0);
  return { month, obliged: add((r) => r.obliged), submitted: add((r) => r.submitted), onTime: add((r) => r.on_time), capaian: mean(rows, k) };
}

/** Departments whose mean would show few people, and those from which the city's mean would give it back. */
function hiddenDepartments(rows: readonly queries.DepartmentMonth[], k: number): Set<string> {
  return new Set(suppress(rows.map((r) => ({ key: r.id, n: r.figures })), k).cells.filter((c) => c.isHidden).map((c) => c.key));
}

/** The mean of sent reports; null from too few people. */
function mean(rows: readonly queries.DepartmentMonth[], k: number): number | null {
  const figures = rows.reduce((n, r) => n + r.figures, 0);
  return figures < k ? null : rows.reduce((n, r) => n + r.capaian_sum, 0) / figures;
}

function periodView(p: queries.CityPeriod, k: number): NonNullable<Page["period"]> {
  const table = suppressTable([{ key: "kota", counts: PREDIKAT.map((x) => p.counts[x] ?? 0) }], k);
  const at = (x: Predikat) => table.rows[0]?.counts[PREDIKAT.indexOf(x)] ?? null;
  return {
    id: p.id, year: p.year, kind: p.kind, number: p.number, official: countSumber(p.official), rated: Object.values(p.counts).reduce((n, c) => n + c, 0),
    distribution: { sangat_baik: at("sangat_baik"), baik: at("baik"), butuh_perbaikan: at("butuh_perbaikan"), kurang: at("kurang"), sangat_kurang: at("sangat_kurang") },
  };
}
