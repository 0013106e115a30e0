import type { Output, readCityDashboard } from "@teraju/contracts";
import { addMonths, monthlyReport, PREDIKAT, suppress, suppressTable, type Month, type Predikat } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { currentMonth, monthsWithReports } from "../../months.ts";
import { mustRole } from "../../standing.ts";
import { standardOn } from "../../standard.ts";
import { countSumber } from "../../sumber-count.ts";
import { unitTrail } from "../../tree.ts";
import { writeWorkbook } from "../../xlsx.ts";
import * as queries from "./queries.ts";

const HEAT_MONTHS = 6;
const TREND_MONTHS = 12;

type Dashboard = Output<typeof readCityDashboard>;
type Cell = Dashboard["total"];

/** Whether this reader may see single persons' ratings, and so the figures of small groups. */
export function maySeePersons(ctx: Ctx): boolean {
  return ctx.actor.roles.some((r) => r === "bkpsdm_analis" || r === "auditor");
}

/** One node of the tree by its children: months, and the predikat of a closed period. */
export async function dashboard(ctx: Ctx, input: { month?: Month; unit?: string; period?: string }): Promise<Dashboard> {
  mustRole(ctx, "city-dashboard.read");
  const unitId = input.unit ?? (await queries.rootUnit(ctx.pool, ctx.today));
  if (unitId === null) throw new Problem("not_found");
  const [trail, months, standard, periods] = await Promise.all([unitTrail(ctx, unitId), monthsWithReports(ctx.pool), standardOn(ctx.pool, ctx.today), queries.closedPeriods(ctx.pool, ctx.today)]);
  const unit = trail.at(-1);
  const period = input.period === undefined ? periods[0] : periods.find((p) => p.id === input.period);
  if (unit === undefined || (input.period !== undefined && period === undefined)) throw new Problem("not_found");
  const month = input.month ?? currentMonth(months, ctx.today, standard);
  const window = Array.from({ length: TREND_MONTHS }, (_, i) => addMonths(month, i - TREND_MONTHS + 1));
  const isSuppressed = !maySeePersons(ctx);
  const k = standard.standar.sandiMin;
  const [raw, isUnitHidden, distribution, official] = await Promise.all([
    queries.unitMonths(ctx.pool, ctx.today, unitId, window),
    isSuppressed && period !== undefined ? isHiddenAbove(ctx, trail, period, k) : false,
    period === undefined ? [] : queries.distribution(ctx.pool, ctx.today, unitId, period),
    period === undefined ? [] : queries.official(ctx.pool, ctx.today, unitId, period),
  ]);
  const heatMonths = window.slice(-HEAT_MONTHS);
  const byUnit = [...Map.groupBy(raw, (r) => `${r.id}${r.is_direct}`).values()].filter((rows) => rows.some((r) => r.people > 0));
  const hidden = new Map(window.map((m) => [m, isSuppressed ? hiddenFigures(byUnit, m, k) : NOTHING_HIDDEN]));
  const totals = window.map((m) => ({ month: m, ...cellOf(raw.filter((r) => r.month === m), hidden.get(m)?.isTotalHidden ?? false) }));
  const shownUnits = new Set(byUnit.map((rows) => `${rows[0]?.id ?? ""}${rows[0]?.is_direct ?? false}`));
  return {
    unit, trail, month, months, batas: monthlyReport.jendelaLaporan(month, standard.standar, standard.kalender).batas, heatMonths, isSuppressed,
    total: bare(totals.at(-1) ?? { month, ...cellOf([], false) }),
    rows: byUnit.flatMap((rows) => {
      const first = rows[0];
      if (first === undefined) return [];
      const key = `${first.id}${first.is_direct}`;
      return [{
        unit: { id: first.id, name: first.name, kind: first.kind }, isDirect: first.is_direct, hasChildren: first.has_children, people: rows.find((r) => r.month === month)?.people ?? 0,
        cells: heatMonths.map((m) => cellOf(rows.filter((r) => r.month === m), hidden.get(m)?.keys.has(key) ?? false)),
      }];
    }),
    period: period === undefined ? null : { id: period.id, year: period.year, kind: period.kind, number: period.number },
    periods: periods.map(({ last_month: _, ...p }) => p),
    distribution: distributionView(distribution.filter((d) => shownUnits.has(`${d.id}${d.is_direct}`)), isSuppressed ? k : 0, isUnitHidden),
    official: isUnitHidden || period === undefined ? null : countSumber(official),
    trend: totals.map(({ checked: _, isUnrecorded: __, ...point }) => point),
  };
}

const NOTHING_HIDDEN = { keys: new Set<string>(), isTotalHidden: false };

/** Averages of too few people, and those that a total would give back. */
function hiddenFigures(byUnit: readonly (readonly queries.UnitMonth[])[], month: Month, k: number) {
  const parts = byUnit.flatMap((rows) => rows.filter((r) => r.month === month)).map((r) => ({ key: `${r.id}${r.is_direct}`, n: r.figures }));
  const { cells, isTotalHidden } = suppress(parts, k);
  return { keys: new Set(cells.filter((c) => c.isHidden).map((c) => c.key)), isTotalHidden };
}

function cellOf(rows: readonly queries.UnitMonth[], isHidden: boolean): Cell {
  const add = (of: (r: queries.UnitMonth) => number): number => rows.reduce((n, r) => n + of(r), 0);
  const figures = add((r) => r.figures);
  return {
    obliged: add((r) => r.obliged), submitted: add((r) => r.submitted), onTime: add((r) => r.on_time), checked: add((r) => r.checked),
    isUnrecorded: rows.length > 0 && rows.every((r) => r.is_unrecorded),
    capaian: isHidden || figures === 0 ? null : add((r) => r.capaian_sum) / figures,
  };
}
function bare({ month: _, ...cell }: Cell & { month: Month }): Cell {
  return cell;
}

/** Whether the node itself is hidden in the table of the node above: then its own table must not tell what that one hides. */
async function isHiddenAbove(ctx: Ctx, trail: readonly { id: string }[], period: queries.Period, k: number): Promise<boolean> {
  for (let i = 1; i < trail.length; i++) {
    const rows = await queries.distribution(ctx.pool, ctx.today, trail[i - 1]?.id ?? "", period);
    const published = suppressTable(rows.map((r) => ({ key: `${r.id}${r.is_direct}`, counts: PREDIKAT.map((p) => r.counts[p] ?? 0) })), k);
    const row = published.rows.find((r) => r.key === `${trail[i]?.id ?? ""}false`);
    // A row of which one part is hidden is hidden whole below: the children's parts would add up to it.
    if (row === undefined || row.total === null || row.counts.includes(null)) return true;
  }
  return false;
}

function distributionView(rows: readonly queries.DistributionRow[], k: number, isUnitHidden: boolean): Dashboard["distribution"] {
  const table = suppressTable(rows.map((r) => ({ key: `${r.id}${r.is_direct}`, counts: PREDIKAT.map((p) => r.counts[p] ?? 0) })), k);
  const blank = PREDIKAT.map(() => null);
  return {
    total: { rated: isUnitHidden ? null : table.total, counts: named(isUnitHidden ? blank : table.totals) },
    rows: rows.map((r, i) => ({
      unitId: r.id, capaianOrganisasi: r.capaian_organisasi,
      rated: isUnitHidden ? null : (table.rows[i]?.total ?? null), counts: named(isUnitHidden ? blank : (table.rows[i]?.counts ?? blank)),
    })),
  };
}
export function named(counts: readonly (number | null)[]): Record<Predikat, number | null> {
  const at = (p: Predikat) => counts[PREDIKAT.indexOf(p)] ?? null;
  return { sangat_baik: at("sangat_baik"), baik: at("baik"), butuh_perbaikan: at("butuh_perbaikan"), kurang: at("kurang"), sangat_kurang: at("sangat_kurang") };
}

/**
 * Units whose average must not be printed beside that of the unit above: too few, or needed to protect such a one. A unit's own
 * direct staff is a part like its offices, though it has no line. Rows come in the order of the tree, so parents first.
 */
function hiddenInTree(rows: readonly queries.RecapRow[], k: number): Set<string> {
  const hidden = new Set(rows.filter((r) => r.parent_id === null && r.figures < k).map((r) => r.id));
  for (const unit of rows) {
    const kids = rows.filter((r) => r.parent_id === unit.id);
    const direct = unit.figures - kids.reduce((n, r) => n + r.figures, 0);
    const { cells } = suppress([...kids.map((r) => ({ key: r.id, n: r.figures })), { key: "direct", n: direct }], k);
    for (const cell of cells) if (cell.isHidden || hidden.has(unit.id)) hidden.add(cell.key);
  }
  return hidden;
}

const KIND: Readonly<Record<string, string>> = { kota: "Kota", opd: "Dinas/Badan", kecamatan: "Kecamatan", bidang: "Bidang", subbagian: "Subbagian", upt: "UPT", puskesmas: "Puskesmas", sekolah: "Sekolah" };

/** Rekap bulanan: every unit of the city in the order of the tree, always the same columns; small averages hidden where the reader may not see them. */
export async function exportRecap(ctx: Ctx, month: Month): Promise<Buffer> {
  mustRole(ctx, "city-dashboard.export");
  const [rows, { standar }] = await Promise.all([queries.recap(ctx.pool, month), standardOn(ctx.pool, ctx.today)]);
  const hidden = maySeePersons(ctx) ? new Set<string>() : hiddenInTree(rows, standar.sandiMin);
  return writeWorkbook([{
    name: "Rekap bulanan", heading: [`Rekap bulanan Kota Langsa, ${month}`, `Data per ${ctx.today}. Satu baris tiap unit kerja; angka unit memuat unit di bawahnya.`, "Rata-rata dari kurang dari 5 orang tidak ditampilkan."],
    columns: [
      { title: "Perangkat daerah (SKPK/OPD)", width: 40 }, { title: "Unit kerja", width: 40 }, { title: "Jenis", width: 14 }, { title: "Pegawai" }, { title: "Wajib lapor" }, { title: "Cuti" }, { title: "Tugas belajar" }, { title: "Lainnya" }, { title: "Tidak tercatat" },
      { title: "Masuk" }, { title: "Masuk (%)", format: "0.0" }, { title: "Terlambat" }, { title: "Sudah diperiksa" }, { title: "Belum direviu" }, { title: "Rata-rata capaian (%)", format: "0.00", width: 20 },
    ],
    rows: rows.map((r) => [
      r.opd ?? "", r.name, KIND[r.kind] ?? r.kind, r.people, r.obliged, r.cuti, r.tugas_belajar, r.others, r.unrecorded,
      r.submitted, r.obliged === 0 ? null : (r.submitted / r.obliged) * 100, r.late, r.checked, r.unreviewed, hidden.has(r.id) ? null : r.capaian,
    ]),
  }]);
}
