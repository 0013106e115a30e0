import { addDays, addMonths, firstDayOf, jatuhTempo, lastDayOf, monthOf, periodeOf, tambahHariKerja, type Month } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { change } from "#db/audit.ts";
import { standardOn } from "../standard.ts";
import type { JobCtx } from "./context.ts";

/**
 * The evaluation periods that today and the month before belong to, monthly or quarterly as the standard of their last day says
 * (Pasal 24). Rating begins on the day after the period and takes as many working days as the standard gives. Gives how many were made.
 */
export async function openPeriods(ctx: JobCtx): Promise<number> {
  const now = monthOf(ctx.today);
  const made = await Promise.all([...new Set([addMonths(now, -1), now])].map((month) => openPeriod(ctx, month)));
  return made.reduce((n, one) => n + one, 0);
}

async function openPeriod(ctx: JobCtx, month: Month): Promise<number> {
  const { id: standarId, standar, kalender } = await standardOn(ctx.pool, firstDayOf(month));
  const { year, kind, number, firstMonth, lastMonth } = periodeOf(month, standar.periodeEvaluasi);
  const { rows } = await ctx.pool.query("select from evaluation_period where year = $1 and kind = $2 and number = $3", [year, kind, number]);
  if (rows.length > 0) return 0;
  const end = lastDayOf(lastMonth);
  const ratingUntil = tambahHariKerja({ mulai: end, hari: standar.penilaian.penilaianHari, kalender });
  return change(ctx, async (tx) => {
    const id = v7();
    const { rowCount } = await tx.execute(sql`insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id)
      values (${id}, ${year}, ${kind}, ${number}, ${firstMonth}, ${lastMonth}, ${addDays(end, 1)}, ${ratingUntil}, ${standarId}) on conflict do nothing`);
    return { value: rowCount ?? 0, audit: { action: "period.open", target: { type: "evaluation_period", id }, payload: { year, kind, number } } };
  });
}

/** A period closes when the time for its report to the PyB is over (Lampiran BAB V): what is not rated by then stays without a predikat. */
export async function closePeriods(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<{ id: string; last_month: Month }>("select id, last_month from evaluation_period where closed_at is null and rating_until < $1", [ctx.today]);
  let closed = 0;
  for (const { id, last_month } of rows) {
    const end = lastDayOf(last_month);
    const { kalender } = await standardOn(ctx.pool, end);
    if (ctx.today <= jatuhTempo({ peristiwa: "pelaporan", mulai: end, kalender }).value) continue;
    closed += await change(ctx, async (tx) => {
      const { rowCount } = await tx.execute(sql`update evaluation_period set closed_at = ${ctx.now}::timestamptz where id = ${id} and closed_at is null`);
      return { value: rowCount ?? 0, audit: { action: "period.close", target: { type: "evaluation_period", id } } };
    });
  }
  return closed;
}
