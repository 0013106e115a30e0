import type { LocalDate, Month, TindakLanjutStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { OWNER, promisesSql, type PromiseRow } from "../../promise.ts";
import { TREE_CTE } from "../../tree.ts";

const ORDER = "(t.status <> 'terbuka'), t.due, t.id";
const MINE = { name: "promises_mine", text: `${promisesSql(`${OWNER} = $2 and o.status in ('ended', 'signed')`)} order by ${ORDER} limit 200` };
/** What a person answers for today, of meetings that are over; open and oldest first. */
export async function findMine(pool: Pool, today: LocalDate, personId: string): Promise<PromiseRow[]> {
  return (await pool.query<PromiseRow>({ ...MINE, values: [today, personId] })).rows;
}

const OF_REPORT = {
  name: "promises_of_report",
  text: `${promisesSql(`${OWNER} = $2 and o.status in ('ended', 'signed') and o.month < $3
    and ((t.status = 'terbuka' and t.due < (($3 || '-01')::date + interval '2 months')) or exists (select from tindak_lanjut_answer a where a.tindak_lanjut_id = t.id and a.month = $3))`)} order by ${ORDER}`,
};
/** The rows of a person's report of a month: open and due by the end of the month after it, when it is looked at, or answered in it. */
export async function findOfReport(pool: Pool, today: LocalDate, personId: string, month: Month): Promise<PromiseRow[]> {
  return (await pool.query<PromiseRow>({ ...OF_REPORT, values: [today, personId, month] })).rows;
}

const OF_MEETING = { name: "promises_of_meeting", text: `${promisesSql("t.meeting_id = $2")} order by t.created_at, t.id` };
export async function findOfMeeting(pool: Pool, today: LocalDate, meetingId: string): Promise<PromiseRow[]> {
  return (await pool.query<PromiseRow>({ ...OF_MEETING, values: [today, meetingId] })).rows;
}

/** Promises of the meetings of unit $2 and of those below it. */
const OF_UNIT = `o.status in ('ended', 'signed') and t.unit_id in (
  select n.unit_id from unit_node n join tree on tree.id = n.tree_id join unit_node it on it.tree_id = n.tree_id and it.unit_id = $2 where n.ord between it.ord and it.last_ord)`;
const UNIT = {
  name: "promises_of_unit",
  text: `${promisesSql(`${OF_UNIT} and case $3 when 'lewat' then t.status = 'terbuka' and t.due < $1 else t.status = $3 end and ($4::date is null or (t.due, t.id) > ($4, $5::uuid))`)} order by t.due, t.id limit $6`,
};
export type UnitChoice = { status: TindakLanjutStatus | "lewat"; after: { due: LocalDate; id: string } | null; limit: number };
export async function findOfUnit(pool: Pool, today: LocalDate, unitId: string, { status, after, limit }: UnitChoice): Promise<PromiseRow[]> {
  return (await pool.query<PromiseRow>({ ...UNIT, values: [today, unitId, status, after?.due ?? null, after?.id ?? null, limit] })).rows;
}

const COUNTS = {
  name: "promises_counts",
  text: `with ${TREE_CTE}
    select count(*) filter (where t.status = 'terbuka')::int as open, count(*) filter (where t.status = 'terbuka' and t.due < $1)::int as overdue,
      count(*) filter (where t.status = 'terbuka' and t.due < date_trunc('month', $1::date))::int as carried, count(*) filter (where t.status = 'selesai')::int as kept, count(*) filter (where t.status = 'dibatalkan')::int as cancelled
    from tindak_lanjut t join evaluation_meeting o on o.id = t.meeting_id where ${OF_UNIT}`,
};
export type UnitCounts = { open: number; overdue: number; carried: number; kept: number; cancelled: number };
export async function countOfUnit(pool: Pool, today: LocalDate, unitId: string): Promise<UnitCounts> {
  return (await pool.query<UnitCounts>({ ...COUNTS, values: [today, unitId] })).rows[0] ?? { open: 0, overdue: 0, carried: 0, kept: 0, cancelled: 0 };
}
