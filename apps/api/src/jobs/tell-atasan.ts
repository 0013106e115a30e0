import { firstDayOf, monthlyReport, monthOf, type LocalDate, type Month } from "@teraju/domain";
import { v7 } from "uuid";
import { dayInJakarta } from "../clock.ts";
import { change } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { standardOn, type Standard } from "../standard.ts";
import type { JobCtx } from "./context.ts";

type Waiting = { atasanId: string; penilaiId: string; penilai: string; month: Month; submittedAt: Date[] };

const WAITING = `
  select l.atasan_id as "atasanId", l.penilai_id as "penilaiId", p.name as penilai, r.month, array_agg(r.submitted_at) as "submittedAt"
    from monthly_report r join penilai_relation l on l.pegawai_id = r.person_id and l.valid_from <= $1 and (l.valid_until is null or l.valid_until > $1)
    join person p on p.id = l.penilai_id
   where r.status = 'submitted' and r.first_verdict_at is null and l.atasan_id is not null and l.atasan_id <> l.penilai_id
     and not exists (select from notification n where n.person_id = l.atasan_id and n.kind = 'unchecked_reports' and n.params::json ->> 'penilaiId' = l.penilai_id::text and n.params::json ->> 'month' = r.month)
   group by 1, 2, 3, 4 order by 1, 2, 4`;

/** Tells the atasan penilai, once per penilai and month, of reports that have waited longer than the standard allows. Gives how many messages. */
export async function tellAtasan(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<Waiting>(WAITING, [ctx.today]);
  const standards = new Map<Month, Standard>();
  const messages: (typeof notification.$inferInsert)[] = [];
  for (const waiting of rows) {
    const standard = standards.get(waiting.month) ?? await standardOn(ctx.pool, firstDayOf(waiting.month));
    standards.set(waiting.month, standard);
    const count = waiting.submittedAt.filter((at) => isTooLong(dayInJakarta(at), ctx.today, standard)).length;
    if (count > 0) messages.push({ id: v7(), personId: waiting.atasanId, kind: "unchecked_reports", day: ctx.today, createdAt: ctx.now, params: JSON.stringify({ penilaiId: waiting.penilaiId, penilai: waiting.penilai, month: waiting.month, count }) });
  }
  if (messages.length === 0) return 0;
  return change(ctx, async (tx) => {
    const { rowCount } = await tx.insert(notification).values(messages).onConflictDoNothing();
    return { value: rowCount ?? 0, audit: { action: "atasan.told", target: { type: "month", id: monthOf(ctx.today) }, payload: { messages: rowCount ?? 0 } } };
  });
}

function isTooLong(submittedOn: LocalDate, today: LocalDate, { standar, kalender }: Standard): boolean {
  return monthlyReport.isEscalated(submittedOn, today, standar, kalender);
}
