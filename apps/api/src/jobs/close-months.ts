import { firstDayOf, type Month } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { change } from "#db/audit.ts";
import { EXTRA_DAYS, jendelaOf } from "../report.ts";
import { standardOn } from "../standard.ts";
import type { JobCtx } from "./context.ts";

type Waiting = { month: Month; extraDays: number; ids: string[] };

/**
 * Whatever was sent and never checked closes as `belum direviu` once its month has closed: that is the penilai's omission and is
 * never charged to the pegawai.
 */
export async function closeMonths(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<Waiting>(`
    select r.month, q.extra as "extraDays", array_agg(r.id) as ids from monthly_report r cross join lateral (select ${EXTRA_DAYS}::int as extra) q
     where r.status = 'submitted' group by 1, 2 order by 1, 2`);
  let closed = 0;
  for (const group of rows) {
    const standard = await standardOn(ctx.pool, firstDayOf(group.month));
    if (ctx.today > jendelaOf(group, standard).tutup) closed += await close(ctx, group);
  }
  return closed;
}

async function close(ctx: JobCtx, { month, ids }: Waiting): Promise<number> {
  return change(ctx, async (tx) => {
    const { rowCount } = await tx.execute(sql`update monthly_report set status = 'closed_unreviewed', closed_at = ${ctx.now}::timestamptz, version = version + 1 where id = any (${sql.param(ids)}::uuid[]) and status = 'submitted'`);
    return { value: rowCount ?? 0, audit: { action: "month.close", target: { type: "month", id: month }, payload: { closedUnreviewed: rowCount ?? 0 } } };
  });
}
