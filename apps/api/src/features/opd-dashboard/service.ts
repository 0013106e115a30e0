import type { listMatrixPeople, listOpdPeople, Output, readOpdDashboard, readPersonYear, remindLate } from "@teraju/contracts";
import { addMonths, monthlyReport, polaDistribusi, PREDIKAT, selisihHariKerja, type Action, type Ekspektasi, type Month, type Predikat, type StandarPenilaian } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { readCursor, writeCursor } from "../../cursor.ts";
import { currentMonth, monthsWithReports } from "../../months.ts";
import { mustPerson, mustUnit } from "../../standing.ts";
import { standardOn, type Standard } from "../../standard.ts";
import { unitTrail, type UnitRef } from "../../tree.ts";
import { writeWorkbook } from "../../xlsx.ts";
import { countSumber } from "../../sumber-count.ts";
import * as queries from "./queries.ts";

const HEAT_MONTHS = 6;
const TREND_MONTHS = 12;
const FALLING = 3;
/** Less than so many points in all is the noise of rounding and of who reported, however many months it lasts. */
const FALL_POINTS = 5;
const PAGE = 30;

type Dashboard = Output<typeof readOpdDashboard>;

/** The city is no department: who leads it has the mayor's page, which names nobody below Kepala OPD. */
async function mustDepartment(ctx: Ctx, action: Action, unitId: string): Promise<void> {
  await mustUnit(ctx, action, unitId);
  if (await queries.isCity(ctx.pool, unitId)) throw new Problem("not_found");
}

/** The whole dashboard of a unit: seven named statements, five of them at once. */
export async function dashboard(ctx: Ctx, input: { unitId: string; month?: Month }): Promise<Dashboard> {
  await mustDepartment(ctx, "opd-dashboard.read", input.unitId);
  const [trail, months, standard] = await Promise.all([unitTrail(ctx, input.unitId), monthsWithReports(ctx.pool), standardOn(ctx.pool, ctx.today)]);
  const unit = trail.at(-1);
  if (unit === undefined) throw new Problem("not_found");
  const month = input.month ?? currentMonth(months, ctx.today, standard);
  const window12 = Array.from({ length: TREND_MONTHS }, (_, i) => addMonths(month, i - TREND_MONTHS + 1));
  const [heat, raw, period] = await Promise.all([
    queries.heat(ctx.pool, ctx.today, unit.id, window12),
    queries.attention(ctx.pool, ctx.today, unit.id, month, addMonths(month, -6)),
    queries.closedPeriod(ctx.pool, ctx.today, unit.id),
  ]);
  const rows = heatRows(heat, window12.slice(-HEAT_MONTHS));
  return {
    unit, trail: trail.filter((u) => u.kind !== "kota"), month, months,
    window: monthlyReport.jendelaLaporan(month, standard.standar, standard.kalender),
    completion: completion(heat.filter((h) => h.month === month)),
    heat: { months: window12.slice(-HEAT_MONTHS), rows },
    attention: attentionLines(raw, rows, ctx, standard, period?.capaian_organisasi === null && period !== null ? unit : null),
    period: period === null ? null : periodView(period, standard),
    trend: window12.map((m) => ({ month: m, ...sum(heat.filter((h) => h.month === m)) })),
  };
}

function sum(rows: readonly queries.HeatRow[]) {
  return {
    obliged: rows.reduce((n, r) => n + r.obliged, 0),
    submitted: rows.reduce((n, r) => n + r.submitted, 0),
    onTime: rows.reduce((n, r) => n + r.on_time, 0),
  };
}

function completion(rows: readonly queries.HeatRow[]): Dashboard["completion"] {
  const { obliged, submitted, onTime } = sum(rows);
  const worst = rows.map((r) => ({ unit: r.name, isDirect: r.is_direct, count: r.obliged - r.submitted })).sort((a, b) => b.count - a.count)[0];
  return {
    obliged, submitted, missing: obliged - submitted, late: submitted - onTime,
    checked: rows.reduce((n, r) => n + r.checked, 0), excused: rows.reduce((n, r) => n + r.excused, 0),
    missingMost: worst !== undefined && worst.count > 0 && rows.filter((r) => r.obliged > 0).length > 1 ? worst : null,
  };
}

function heatRows(heat: readonly queries.HeatRow[], months: readonly Month[]): Dashboard["heat"]["rows"] {
  const byUnit = Map.groupBy(heat, (h) => `${h.id}${h.is_direct}`);
  return [...byUnit.values()].flatMap((rows) => {
    const first = rows[0];
    if (first === undefined || rows.every((r) => r.obliged + r.excused === 0)) return [];
    const cells = months.map((m) => rows.find((r) => r.month === m)).map((r) => ({ median: r?.median ?? null, n: r?.n ?? 0, isUnrecorded: r?.is_unrecorded ?? false }));
    return [{ unit: { id: first.id, name: first.name, kind: first.kind }, isDirect: first.is_direct, cells, fallingMonths: fallingMonths(cells.map((c) => c.median)) }];
  });
}

/** How many times in a row, up to the last month with a figure, the median fell: 94 93 91 88 85 has fallen four months; 101 100.8 100.5 is no fall. */
export function fallingMonths(medians: readonly (number | null)[]): number {
  const known = medians.filter((m) => m !== null);
  const last = known.length - 1;
  let start = last;
  while (start > 0 && (known[start] ?? 0) < (known[start - 1] ?? 0)) start -= 1;
  return (known[start] ?? 0) - (known[last] ?? 0) < FALL_POINTS ? 0 : last - start;
}

function attentionLines(raw: readonly queries.AttentionRow[], rows: Dashboard["heat"]["rows"], ctx: Ctx, { kalender }: Standard, withoutResult: UnitRef | null): Dashboard["attention"] {
  const falling = rows.filter((r) => r.fallingMonths >= FALLING).map((r) => ({ kind: "falling_unit" as const, person: null, unit: r.unit, count: r.fallingMonths, figure: r.cells.at(-1)?.median ?? null, text: null }));
  const people = raw.map((a) => ({
    kind: a.kind, person: { id: a.person_id, name: a.name, unit: a.unit }, unit: null, count: a.count,
    figure: a.kind === "waiting_review" && a.text !== null ? selisihHariKerja(a.text.slice(0, 10), ctx.today, kalender) : a.figure,
    text: a.kind === "waiting_review" ? null : a.text,
  }));
  const missing = withoutResult === null ? [] : [{ kind: "capaian_organisasi_missing" as const, person: null, unit: withoutResult, count: 1, figure: null, text: null }];
  return [...falling, ...people, ...missing].slice(0, 10);
}

function periodView(p: queries.ClosedPeriod, { standar }: Standard): NonNullable<Dashboard["period"]> {
  const distribution = counts(p.cells);
  const rated = p.cells.reduce((n, c) => n + c.n, 0);
  const matrix = Object.entries(Object.groupBy(p.cells, (c) => `${c.hasilKerja}/${c.perilaku}`)).flatMap(([, cells]) => {
    const first = cells?.[0];
    return first === undefined || cells === undefined ? [] : [{ hasilKerja: first.hasilKerja, perilaku: first.perilaku, n: cells.reduce((n, c) => n + c.n, 0) }];
  });
  const isShown = standar.pola.pemeriksaan !== "mati" && rated >= standar.pola.minPegawai && p.capaian_organisasi !== null;
  return {
    id: p.id, year: p.year, kind: p.kind, number: p.number, rated, distribution, capaianOrganisasi: p.capaian_organisasi,
    pola: isShown && p.capaian_organisasi !== null ? pola(p.capaian_organisasi, distribution, standar.pola) : null, matrix, official: countSumber(p.cells),
  };
}

/** Where the circular draws a line for the largest group: at most 70 % for Istimewa and Baik, at least 60 % for the others. */
const GARIS = { istimewa: 0.7, baik: 0.7, butuh_perbaikan: 0.6, kurang: 0.6, sangat_kurang: 0.6 } as const;

function pola(organisasi: keyof typeof GARIS, jumlah: Record<Predikat, number>, { pembulatan }: StandarPenilaian["pola"]): NonNullable<NonNullable<Dashboard["period"]>["pola"]> {
  const { value } = polaDistribusi({ organisasi, jumlah, pembulatan });
  return { ...value, batas: GARIS[organisasi], predikat: organisasi === "istimewa" ? "sangat_baik" : organisasi };
}

export function counts(cells: readonly { predikat: Predikat; n: number }[]): Record<Predikat, number> {
  const of = (p: Predikat) => cells.filter((c) => c.predikat === p).reduce((n, c) => n + c.n, 0);
  return { sangat_baik: of(PREDIKAT[0]), baik: of(PREDIKAT[1]), butuh_perbaikan: of(PREDIKAT[2]), kurang: of(PREDIKAT[3]), sangat_kurang: of(PREDIKAT[4]) };
}

/** One page of the people behind a figure. */
export async function people(ctx: Ctx, input: { unitId: string; month: Month; state?: queries.State; after?: string }): Promise<Output<typeof listOpdPeople>> {
  await mustDepartment(ctx, "opd-dashboard.read", input.unitId);
  const rows = await queries.peopleOf(ctx.pool, ctx.today, input.unitId, input.month, input.state ?? "all", readCursor(input.after), PAGE + 1);
  const last = rows[PAGE - 1];
  return { people: rows.slice(0, PAGE).map(({ nip: _, ...line }) => line), next: rows.length > PAGE && last !== undefined ? writeCursor(last) : null };
}

export async function matrixPeople(ctx: Ctx, input: { unitId: string; period: string; hasilKerja: Ekspektasi; perilaku: Ekspektasi }): Promise<Output<typeof listMatrixPeople>> {
  await mustDepartment(ctx, "opd-dashboard.read", input.unitId);
  return { people: await queries.matrixPeople(ctx.pool, input.unitId, input.period, input.hasilKerja, input.perilaku) };
}

export async function personYear(ctx: Ctx, personId: string): Promise<Output<typeof readPersonYear>> {
  await mustPerson(ctx, "monthly-report.read", personId);
  const [found, { standar, kalender }] = await Promise.all([queries.personYear(ctx.pool, ctx.today, personId, ctx.today.slice(0, 7)), standardOn(ctx.pool, ctx.today)]);
  if (found === null) throw new Problem("not_found");
  const { months, results, ...person } = found;
  return { person, months: months.map((m) => ({ ...m, tutup: monthlyReport.jendelaLaporan(m.month, standar, kalender).tutup })), results };
}

/** Puts one reminder a day before each who has not reported; gives their names, so that the head can write to them elsewhere too. */
export async function remind(ctx: Ctx, input: { unitId: string; month: Month }): Promise<Output<typeof remindLate>> {
  await mustDepartment(ctx, "opd-dashboard.remind", input.unitId);
  const standard = await standardOn(ctx.pool, ctx.today);
  const { buka, batas, tutup } = monthlyReport.jendelaLaporan(input.month, standard.standar, standard.kalender);
  refuseIf(ctx.today < buka ? ["window_not_open"] : ctx.today > tutup ? ["period_closed"] : []);
  const missing: { id: string; name: string }[] = [];
  for (let after: { name: string; id: string } | null = null; ;) {
    const rows = await queries.peopleOf(ctx.pool, ctx.today, input.unitId, input.month, "missing", after, 1000);
    missing.push(...rows);
    after = rows.at(-1) ?? null;
    if (rows.length < 1000) break;
  }
  const params = JSON.stringify({ month: input.month, batas });
  const sent = await change(ctx, async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(sql`
      with put as (insert into notification (id, person_id, kind, params, day)
        select * from unnest(${sql.param(missing.map(() => v7()))}::uuid[], ${sql.param(missing.map((m) => m.id))}::uuid[], ${sql.param(missing.map(() => "reminder_report"))}::text[], ${sql.param(missing.map(() => params))}::text[], ${sql.param(missing.map(() => ctx.today))}::date[])
        on conflict do nothing returning 1) select count(*)::int as n from put`);
    return { value: rows[0]?.n ?? 0, audit: { action: "opd-dashboard.remind", target: { type: "unit", id: input.unitId }, payload: { month: input.month, people: missing.length } } };
  });
  return { reminded: missing.map(({ id, name }) => ({ id, name })), alreadyToday: missing.length - sent, batas };
}

/** Words of the file, which has no switch of language: it goes into the department's own papers. */
const STATUS = { draft: "Belum dikirim", returned: "Minta perbaikan", submitted: "Menunggu diperiksa", checked: "Sudah diperiksa", closed_unreviewed: "Belum direviu" } as const;
const KEWAJIBAN = { wajib_lapor: "Wajib lapor", cuti: "Cuti", tugas_belajar: "Tugas belajar", belum_mulai: "Belum mulai", tidak_ada_target: "Tidak ada target", tidak_tercatat: "Tidak tercatat" } as const;

/** The month as a workbook: everyone of the unit with state and capaian. */
export async function exportMonth(ctx: Ctx, input: { unitId: string; month: Month }): Promise<{ file: Buffer; name: string }> {
  await mustDepartment(ctx, "opd-dashboard.read", input.unitId);
  const [trail, lines] = await Promise.all([unitTrail(ctx, input.unitId), queries.peopleOf(ctx.pool, ctx.today, input.unitId, input.month, "all", null, 100_000)]);
  const unit = trail.at(-1)?.name ?? "";
  const file = await writeWorkbook([{
    name: "Laporan bulanan", heading: [`Laporan bulanan ${unit}`, `Bulan ${input.month}. Data per ${ctx.today}.`, "Sumber predikat resmi: e-Kinerja BKN. Berkas ini bukan dokumen penilaian."],
    columns: [{ title: "NIP", width: 22 }, { title: "Nama", width: 32 }, { title: "Jabatan", width: 34 }, { title: "Unit kerja", width: 34 }, { title: "Kewajiban", width: 16 }, { title: "Status", width: 20 }, { title: "Terlambat", width: 11 }, { title: "Dikirim", width: 12 }, { title: "Capaian (%)", width: 12, format: "0.00" }],
    rows: lines.map((l) => [l.nip ?? "", l.name, l.jabatan ?? "", l.unit, words(KEWAJIBAN, l.kewajiban), l.kewajiban === "wajib_lapor" ? words(STATUS, l.status) : "", l.isLate ? "Ya" : "", l.submittedAt?.slice(0, 10) ?? "", l.capaian]),
  }]);
  return { file, name: `laporan-${input.month}-${slug(unit)}.xlsx` };
}

function words(table: Readonly<Record<string, string>>, key: string): string {
  return table[key] ?? key;
}
function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
}

