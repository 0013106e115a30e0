import { addDays } from "@teraju/domain";
import type pg from "pg";
import { must, type DemoPeriod } from "./timeline.ts";

/** One document in so many came back with *menolak menandatangani*. */
const REFUSED_ONE_IN = 256;

/** The year's documents came back on the day on which they were opened, and all were reported to the PyB on the last day for it. */
export async function closeYear(client: pg.PoolClient, { year, closedOn }: DemoPeriod): Promise<void> {
  await client.query(`
    insert into result_return (appraisal_id, answer, note, returned_on, returned_at)
    select a.id, case when d.is_refused then 'menolak_menandatangani' else 'setuju' end, case when d.is_refused then 'Saya tidak sependapat, tetapi tidak mengajukan keberatan.' end,
           (a.opened_at at time zone 'Asia/Jakarta')::date, a.opened_at + interval '20 minutes'
      from appraisal a join evaluation_period e on e.id = a.period_id cross join lateral (select ('x' || right(a.id::text, 4))::bit(16)::int % ${REFUSED_ONE_IN} = 0 as is_refused) d
     where e.kind = 'tahunan' and e.year = $1 and a.status = 'final'`, [year]);
  await client.query(`
    insert into result_report (appraisal_id, reported_on, is_keberatan_running) select a.id, $2, false from appraisal a join evaluation_period e on e.id = a.period_id where e.kind = 'tahunan' and e.year = $1 and a.status = 'final'`,
    [year, addDays(must(closedOn), -1)]);
}
