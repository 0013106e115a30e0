import type { LocalDate, Month } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";
import { TREE_CTE } from "../../tree.ts";

export type Row = { id: string; name: string; month: Month | null; note: string | null; setBy: string | null; setOn: LocalDate | null; firstRecorded: Month | null };

const LIST = {
  name: "opd_start_list",
  text: `
    with ${TREE_CTE}
    select n.unit_id as id, n.name, s.month, s.note, p.name as "setBy", s.set_on as "setOn",
           least((select min(r.month) from monthly_report r where r.opd_id = n.unit_id and r.status <> 'draft'),
                 (select min(e.last_month) from appraisal a join evaluation_period e on e.id = a.period_id where a.opd_id = n.unit_id and a.status = 'final')) as "firstRecorded"
      from unit_node n join tree on tree.id = n.tree_id left join opd_start s on s.unit_id = n.unit_id and s.is_current left join person p on p.id = s.set_by
     where n.unit_id = n.opd_id order by n.ord`,
};
/** The OPD of today's tree in its order, each with its first month. One query. */
export async function listStarts(pool: Pool, today: LocalDate): Promise<Row[]> {
  return (await pool.query<Row>({ ...LIST, values: [today] })).rows;
}

/** The latest month before `month` of which one of these OPD has a sent report or a final result. */
export async function lastRecorded(pool: Pool, unitIds: readonly string[], month: Month): Promise<Month | null> {
  const { rows } = await pool.query<{ month: Month | null }>({
    name: "opd_start_recorded",
    text: `select greatest((select max(r.month) from monthly_report r where r.opd_id = any ($1::uuid[]) and r.month < $2::text and r.status <> 'draft'),
                           (select max(e.last_month) from appraisal a join evaluation_period e on e.id = a.period_id where a.opd_id = any ($1::uuid[]) and e.last_month < $2::text and a.status = 'final')) as month`,
    values: [unitIds, month],
  });
  return rows[0]?.month ?? null;
}

/** Months of which these OPD have drafts: those whose state may change with the start. */
export async function monthsWithDrafts(tx: Tx, unitIds: readonly string[]): Promise<{ month: Month; personIds: string[] }[]> {
  const { rows } = await tx.execute<{ month: Month; personIds: string[] }>(sql`
    select month, array_agg(person_id) as "personIds" from monthly_report where opd_id = any (${sql.param([...unitIds])}::uuid[]) and status = 'draft' group by month order by month`);
  return rows;
}

/** What held before stays on record, no longer current. */
export async function writeStarts(tx: Tx, { unitIds, month, note, setBy, today }: { unitIds: readonly string[]; month: Month; note: string | null; setBy: string; today: LocalDate }): Promise<void> {
  const units = sql.param([...unitIds]);
  await tx.execute(sql`update opd_start set is_current = false where unit_id = any (${units}::uuid[]) and is_current`);
  await tx.execute(sql`insert into opd_start (id, unit_id, month, note, set_by, set_on) select gen_random_uuid(), u, ${month}, ${note}, ${setBy}::uuid, ${today}::date from unnest(${units}::uuid[]) u`);
}
