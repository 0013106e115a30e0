import type { Input, makeTppTable, Output, readTpp } from "@teraju/contracts";
import { career, dasarTpp, lastDayOf } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { tppTable } from "#db/schema/careers.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { writeWorkbook } from "../../xlsx.ts";
import { type Decided, findClosedPeriods, findTppBasis, findTppTables, type Period, type TppTableRow } from "./approval-queries.ts";
import { approvalOf } from "./talent.ts";

type Tpp = Output<typeof readTpp>;
type TableView = Tpp["tables"][number];

const inForce = (tables: readonly TppTableRow[], day: string): TppTableRow | undefined =>
  tables.filter(({ status, validFrom }) => status === "approved" && validFrom <= day).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
const toView = (row: TppTableRow, tables: readonly TppTableRow[], ctx: Ctx): TableView =>
  ({ id: row.id, perwal: row.perwal, validFrom: row.validFrom, persen: row.persen, isInForce: inForce(tables, ctx.today)?.id === row.id, ...approvalOf(row, ctx.actor.personId) });

export async function read(ctx: Ctx): Promise<Tpp> {
  mustRole(ctx, "tpp.read");
  const [tables, periods] = await Promise.all([findTppTables(ctx.pool, null), findClosedPeriods(ctx.pool, ctx.today)]);
  return { tables: tables.map((row) => toView(row, tables, ctx)), periods: periods.map(({ id, year, kind, number }) => ({ id, year, kind, number })) };
}

async function mustView(ctx: Ctx, id: string): Promise<TableView> {
  const tables = await findTppTables(ctx.pool, null);
  const row = tables.find((one) => one.id === id) ?? (await findTppTables(ctx.pool, id))[0];
  if (row === undefined) throw new Problem("not_found");
  return toView(row, tables, ctx);
}

/** Enters the percents of a Perwal; the same id once more is the same table. */
export async function make(ctx: Ctx, { id, perwal, validFrom, persen }: Input<typeof makeTppTable>["body"]): Promise<TableView> {
  mustRole(ctx, "tpp.make");
  await change(ctx, async (tx) => {
    await tx.insert(tppTable).values({ id, perwal, validFrom, persen, madeBy: ctx.actor.personId, madeOn: ctx.today });
    return { value: undefined, audit: { action: "tpp-table.make", target: { type: "tpp-table", id }, payload: { perwal, validFrom, persen } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) !== "23505") throw error;
  });
  const [made] = await findTppTables(ctx.pool, id);
  if (made === undefined || made.madeBy !== ctx.actor.personId || made.perwal !== perwal || made.validFrom !== validFrom) throw new Problem("stale");
  return mustView(ctx, id);
}

export async function decide(ctx: Ctx, id: string, { version, approve, note }: Decided): Promise<TableView> {
  mustRole(ctx, "tpp.decide");
  const [row] = await findTppTables(ctx.pool, id);
  if (row === undefined) throw new Problem("not_found");
  const status = approve ? "approved" as const : "rejected" as const;
  if (row.status === status && row.version === version + 1 && row.decidedBy === ctx.actor.personId) return mustView(ctx, id);
  refuseIf([...career.persetujuanRefusals({ status: row.status, madeBy: row.madeBy }, ctx.actor.personId), ...(!approve && note === null ? ["words_too_short" as const] : [])]);
  await change(ctx, async (tx) => {
    const written = await tx.update(tppTable).set({ status, decidedBy: ctx.actor.personId, decidedOn: ctx.today, note, version: sql`${tppTable.version} + 1` })
      .where(and(eq(tppTable.id, id), eq(tppTable.version, version), eq(tppTable.status, "draft"))).returning({ id: tppTable.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: `tpp-table.${approve ? "approve" : "reject"}`, target: { type: "tpp-table", id } } };
  }).catch((error: unknown) => {
    // Another table already holds from that day.
    if (postgresCode(error) === "23505") refuseIf(["table_day_taken"]);
    throw error;
  });
  return mustView(ctx, id);
}

const KIND: Readonly<Record<Period["kind"], string>> = { bulanan: "Bulan", triwulanan: "Triwulan", tahunan: "Tahun" };
const PREDIKAT_WORDS = { sangat_baik: "Sangat Baik", baik: "Baik", butuh_perbaikan: "Butuh Perbaikan", kurang: "Kurang", sangat_kurang: "Sangat Kurang" } as const;

/** Predikat and index of a closed period with the percent of the table that held on its last day. No amount, and nothing taken off. */
export async function exportBasis(ctx: Ctx, periodId: string): Promise<Buffer> {
  mustRole(ctx, "tpp.read");
  const [tables, periods] = await Promise.all([findTppTables(ctx.pool, null), findClosedPeriods(ctx.pool, ctx.today)]);
  const period = periods.find(({ id }) => id === periodId);
  if (period === undefined) throw new Problem("not_found");
  const table = inForce(tables, lastDayOf(period.lastMonth));
  if (table === undefined) throw new Problem("refused", { refusals: ["no_tpp_table"] });
  const tabel = { perwal: table.perwal, persen: table.persen };
  const people = await findTppBasis(ctx.pool, period);
  return writeWorkbook([{
    name: "Dasar TPP",
    heading: [`Dasar TPP: ${KIND[period.kind]} ${period.kind === "tahunan" ? "" : `${period.number} `}${period.year}`, `${table.perwal}. Hanya dasar perhitungan; tidak ada potongan otomatis. Sumber resmi predikat: e-Kinerja BKN.`],
    columns: [{ title: "NIP", width: 22 }, { title: "Nama", width: 32 }, { title: "Unit", width: 36 }, { title: "Jabatan", width: 32 }, { title: "Predikat", width: 18 }, { title: "Indeks kota (bukan dasar predikat)", format: "0.00", width: 18 }, { title: "Persen menurut tabel", format: "0.00", width: 14 }, { title: "Keterangan", width: 28 }],
    rows: people.map((one) => [one.nip ?? "", one.name, one.unit ?? "", one.jabatan ?? "", one.predikat === null ? "" : PREDIKAT_WORDS[one.predikat], one.indeks, dasarTpp({ predikat: one.predikat, tabel }).value, one.predikat === null ? "Belum ada hasil final" : one.isUnderKeberatan ? "Keberatan berjalan" : ""]),
  }]);
}
