import { addMonths, firstDayOf, monthlyReport, monthOf, type Month } from "@teraju/domain";
import { alignMonth, type Aligned } from "../features/month-state/service.ts";
import { standardOn } from "../standard.ts";
import type { JobCtx } from "./context.ts";

/**
 * The month's reports: one for everybody placed, with the state of the month and the rows of the SKP in force. Also for the
 * month before while it can still be reported, so that a day on which no process ran costs nobody a report.
 */
export async function openMonths(ctx: JobCtx): Promise<Record<Month, Aligned>> {
  const now = monthOf(ctx.today);
  const done: Record<Month, Aligned> = {};
  for (const month of [addMonths(now, -1), now]) {
    const { standar, kalender } = await standardOn(ctx.pool, firstDayOf(month));
    if (ctx.today <= monthlyReport.jendelaLaporan(month, standar, kalender).tutup) done[month] = await alignMonth(ctx, { month, personIds: null, kalender });
  }
  return done;
}
