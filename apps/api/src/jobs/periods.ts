import { addDays, addMonths, AKHIR_DESEMBER_TANGGAL, akhirEvaluasi, firstDayOf, jatuhTempo, lastDayOf, monthOf, periodeOf, rulebookOf, tambahHariKerja, type LocalDate, type Month, type Periode, type PeriodeKind } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { change } from "#db/audit.ts";
import { standardOn } from "../standard.ts";
import type { JobCtx } from "./context.ts";

/**
 * The evaluation periods that today and the month before belong to: monthly or quarterly as the standard of their last day says, and the
 * year (Pasal 24). Rating of a short one begins on the day after it and takes as many working days as the standard gives. How many were made.
 */
export async function openPeriods(ctx: JobCtx): Promise<number> {
  const now = monthOf(ctx.today);
  let made = 0;
  for (const month of [addMonths(now, -1), now]) {
    const { standar } = await standardOn(ctx.pool, firstDayOf(month));
    for (const kind of [standar.periodeEvaluasi, "tahunan"] as const) made += await openPeriod(ctx, periodeOf(month, kind), month);
  }
  return made;
}

/** The days in which the penilai rates (Lampiran BAB IV.A.8). */
async function timeOf(ctx: JobCtx, periode: Periode, month: Month): Promise<{ standarId: string; from: LocalDate; until: LocalDate }> {
  const { id: standarId, standar, kalender } = await standardOn(ctx.pool, firstDayOf(month));
  if (periode.kind === "tahunan") {
    const { mulai, selesai } = rulebookOf(periode).rules.waktuEvaluasiTahunan({ tahun: periode.year, mulaiTanggal: AKHIR_DESEMBER_TANGGAL }).value;
    return { standarId, from: mulai, until: selesai };
  }
  const end = lastDayOf(periode.lastMonth);
  return { standarId, from: addDays(end, 1), until: tambahHariKerja({ mulai: end, hari: standar.penilaian.penilaianHari, kalender }) };
}

async function openPeriod(ctx: JobCtx, periode: Periode, month: Month): Promise<number> {
  const { year, kind, number, firstMonth, lastMonth } = periode;
  const { rows } = await ctx.pool.query("select from evaluation_period where year = $1 and kind = $2 and number = $3", [year, kind, number]);
  if (rows.length > 0) return 0;
  const { standarId, from, until } = await timeOf(ctx, periode, month);
  return change(ctx, async (tx) => {
    const id = v7();
    const { rowCount } = await tx.execute(sql`insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id)
      values (${id}, ${year}, ${kind}, ${number}, ${firstMonth}, ${lastMonth}, ${from}, ${until}, ${standarId}) on conflict do nothing`);
    return { value: rowCount ?? 0, audit: { action: "period.open", target: { type: "evaluation_period", id }, payload: { year, kind, number } } };
  });
}

/** A period closes when the time for its report to the PyB is over (Lampiran BAB V): what is not rated by then stays without a predikat. */
export async function closePeriods(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<{ id: string; kind: PeriodeKind; lastMonth: Month; ratingUntil: LocalDate }>("select id, kind, last_month as \"lastMonth\", rating_until as \"ratingUntil\" from evaluation_period where closed_at is null and rating_until < $1", [ctx.today]);
  let closed = 0;
  for (const { id, ...period } of rows) {
    const end = akhirEvaluasi(period);
    const { kalender } = await standardOn(ctx.pool, end);
    if (ctx.today <= jatuhTempo({ peristiwa: "pelaporan", mulai: end, kalender }).value) continue;
    closed += await change(ctx, async (tx) => {
      const { rowCount } = await tx.execute(sql`update evaluation_period set closed_at = ${ctx.now}::timestamptz where id = ${id} and closed_at is null`);
      return { value: rowCount ?? 0, audit: { action: "period.close", target: { type: "evaluation_period", id } } };
    });
  }
  return closed;
}
