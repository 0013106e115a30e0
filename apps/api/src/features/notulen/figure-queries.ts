import { tindakLanjut, type LocalDate, type Month } from "@teraju/domain";
import type { Pool } from "pg";
import { OWNER } from "../../promise.ts";
import { TREE_CTE } from "../../tree.ts";

export type Tally = { planned: number; held: number; onTime: number; cancelled: number; realMinutes: number; plannedMinutes: number; kept: number; carried: number; overdue: number; open: number };

/** $1 today, $2 year, $3 minutes that count as on time; `x` names the units that are counted together. */
const MEETINGS = `
  count(*) filter (where m.status <> 'cancelled')::int as planned, count(*) filter (where m.status in ('ended', 'signed'))::int as held,
  count(*) filter (where m.status in ('ended', 'signed') and m.started_at - ((m.date + m.start_time::time) at time zone 'Asia/Jakarta') between make_interval(mins => -$3::int) and make_interval(mins => $3::int))::int as "onTime",
  count(*) filter (where m.status = 'cancelled')::int as cancelled,
  coalesce(round(sum(extract(epoch from m.finished_at - m.started_at) / 60) filter (where m.status in ('ended', 'signed') and m.planned_minutes > 0)), 0)::int as "realMinutes",
  coalesce(sum(m.planned_minutes) filter (where m.status in ('ended', 'signed') and m.planned_minutes > 0), 0)::int as "plannedMinutes"`;
const PROMISES = `
  count(*) filter (where t.status = 'selesai')::int as kept, count(*) filter (where t.status = 'terbuka' and t.due < date_trunc('month', $1::date))::int as carried,
  count(*) filter (where t.status = 'terbuka' and t.due < $1)::int as overdue, count(*) filter (where t.status = 'terbuka')::int as open`;
const IN_YEAR = "m.month between ($2 || '-01') and ($2 || '-12')";

const UNIT = {
  name: "meeting_unit_figures",
  text: `with ${TREE_CTE}, below as (select n.unit_id from unit_node n join tree on tree.id = n.tree_id join unit_node it on it.tree_id = n.tree_id and it.unit_id = $4 where n.ord between it.ord and it.last_ord)
    select * from (select ${MEETINGS} from evaluation_meeting m where m.unit_id in (select unit_id from below) and ${IN_YEAR}) a,
      (select ${PROMISES} from tindak_lanjut t join evaluation_meeting m on m.id = t.meeting_id and m.status in ('ended', 'signed') where t.unit_id in (select unit_id from below) and ${IN_YEAR}) b`,
};
export async function findUnitFigures(pool: Pool, today: LocalDate, unitId: string, year: string, onTimeMinutes: number): Promise<Tally> {
  return (await pool.query<Tally>({ ...UNIT, values: [today, year, onTimeMinutes, unitId] })).rows[0] ?? { planned: 0, held: 0, onTime: 0, cancelled: 0, realMinutes: 0, plannedMinutes: 0, kept: 0, carried: 0, overdue: 0, open: 0 };
}

const OPDS = {
  name: "meeting_opd_figures",
  text: `with ${TREE_CTE}, opd as (select n.unit_id, n.name, n.ord from unit_node n join tree on tree.id = n.tree_id where n.opd_id = n.unit_id), seat as (select n.unit_id, n.opd_id from unit_node n join tree on tree.id = n.tree_id),
    a as (select seat.opd_id, ${MEETINGS} from evaluation_meeting m join seat on seat.unit_id = m.unit_id where ${IN_YEAR} group by seat.opd_id),
    b as (select seat.opd_id, ${PROMISES} from tindak_lanjut t join seat on seat.unit_id = t.unit_id join evaluation_meeting m on m.id = t.meeting_id and m.status in ('ended', 'signed') where ${IN_YEAR} group by seat.opd_id)
    select o.unit_id as id, o.name, coalesce(a.planned, 0) as planned, coalesce(a.held, 0) as held, coalesce(a."onTime", 0) as "onTime", coalesce(a.cancelled, 0) as cancelled, coalesce(a."realMinutes", 0) as "realMinutes",
      coalesce(a."plannedMinutes", 0) as "plannedMinutes", coalesce(b.kept, 0) as kept, coalesce(b.carried, 0) as carried, coalesce(b.overdue, 0) as overdue, coalesce(b.open, 0) as open
    from opd o left join a on a.opd_id = o.unit_id left join b on b.opd_id = o.unit_id order by o.ord`,
};
/** Every department in the order of the tree, zeros where it has not met. */
export async function findOpdFigures(pool: Pool, today: LocalDate, year: string, onTimeMinutes: number): Promise<(Tally & { id: string; name: string })[]> {
  return (await pool.query<Tally & { id: string; name: string }>({ ...OPDS, values: [today, year, onTimeMinutes] })).rows;
}

const NEXT = { name: "meeting_next", text: `select id, date, start_time as time, month from evaluation_meeting where unit_id = $2 and status = 'planned' and date >= $1 order by date limit 1` };
export async function findNextMeeting(pool: Pool, today: LocalDate, unitId: string): Promise<{ id: string; date: LocalDate; time: string; month: Month } | null> {
  return (await pool.query<{ id: string; date: LocalDate; time: string; month: Month }>({ ...NEXT, values: [today, unitId] })).rows[0] ?? null;
}

const LONGEST = {
  name: "meeting_longest_overdue",
  text: `with ${TREE_CTE} select t.id, t.text, t.due, coalesce((select p.name from person p where p.id = ${OWNER}), '') as owner from tindak_lanjut t join evaluation_meeting m on m.id = t.meeting_id and m.status in ('ended', 'signed')
    where t.status = 'terbuka' and t.due < $1 and t.unit_id in (select n.unit_id from unit_node n join tree on tree.id = n.tree_id join unit_node it on it.tree_id = n.tree_id and it.unit_id = $2 where n.ord between it.ord and it.last_ord)
    order by t.due, t.id limit 5`,
};
export async function findLongestOverdue(pool: Pool, today: LocalDate, unitId: string): Promise<{ id: string; text: string; owner: string; due: LocalDate; dibawaBulan: number }[]> {
  const { rows } = await pool.query<{ id: string; text: string; owner: string; due: LocalDate }>({ ...LONGEST, values: [today, unitId] });
  return rows.map((row) => ({ ...row, dibawaBulan: tindakLanjut.dibawaBulan({ due: row.due, tanggal: today }).value }));
}
