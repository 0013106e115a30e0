import type { AgendaItem } from "@teraju/contracts/evaluation-meeting";
import type { Kehadiran, LocalDate, NotulenStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { meetingsSql, personJson, type MeetingRow } from "../../meeting.ts";

const TREE = "tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2))";

/** Meetings that can concern person $1 at all, found by indexes: of the offices above their seat, of those below an office that they lead, or with a part of their own. */
const CONCERNS = `(
  m.unit_id in (select up.unit_id from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree) join unit_node up on up.tree_id = n.tree_id and n.ord between up.ord and up.last_ord
    where s.person_id = $1 and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2))
  or m.unit_id in (select b.unit_id from unit_node b join led on b.ord between led.ord and led.last_ord where b.tree_id = (select id from tree) and (led.kind <> 'kota' or led.unit_id = b.unit_id))
  or m.id in (select a.meeting_id from meeting_participant a where a.person_id = $1) or $1 in (m.delegate_id, m.secretary_id, m.leader_id))`;
const YEAR = {
  name: "meetings_of_year",
  // First those that can concern the actor at all, then each one's standing.
  text: `select * from (${meetingsSql(`m.month between ($3 || '-01') and ($3 || '-12') and ${CONCERNS}`)}) x where x."takesPart" or x.leads or (x.delegate->>'id') = $1::text or (x.secretary->>'id') = $1::text or (x.leader->>'id') = $1::text order by x.date, x.time, x.id`,
};
/** The year's meetings in which the person has a part. */
export async function findOfYear(pool: Pool, personId: string, today: LocalDate, year: string): Promise<MeetingRow[]> {
  return (await pool.query<MeetingRow>({ ...YEAR, values: [personId, today, year] })).rows;
}

const PLANNABLE = {
  name: "meeting_plannable",
  text: `with ${TREE}, led as (
      select n.unit_id, n.ord, n.last_ord, n.kind from placement p join jabatan j on j.id = p.jabatan_id and j.is_head join unit_node n on n.unit_id = p.unit_id join tree on tree.id = n.tree_id
       where p.person_id = $1 and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2) and n.kind <> 'kota')
    select n.unit_id as id, n.name, n.kind from unit_node n join tree on tree.id = n.tree_id join led on n.ord between led.ord and led.last_ord and (n.unit_id = led.unit_id or n.parent_id = led.unit_id) group by n.unit_id, n.name, n.kind, n.ord order by n.ord`,
};
/** Units whose meetings the person plans: those they head, and the offices directly below. */
export async function findPlannable(pool: Pool, personId: string, today: LocalDate): Promise<{ id: string; name: string; kind: string }[]> {
  return (await pool.query<{ id: string; name: string; kind: string }>({ ...PLANNABLE, values: [personId, today] })).rows;
}

export type Counts = { people: number; minutes: number; present: number; decisions: number; notulen: NotulenStatus | null };
const COUNTS = {
  name: "meeting_counts",
  text: `with ${TREE} select m.id,
      case when m.status in ('planned', 'cancelled') then (select count(*)::int from placement s join jabatan j on j.id = s.jabatan_id join unit_node n on n.unit_id = s.unit_id join tree on tree.id = n.tree_id
          join unit_node it on it.unit_id = m.unit_id and it.tree_id = n.tree_id
         where s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2) and n.ord between it.ord and it.last_ord and not (s.unit_id = m.unit_id and j.is_head)
           and (not m.is_cascade or s.unit_id = m.unit_id or (j.is_head and n.parent_id = m.unit_id)))
        else (select count(*)::int from meeting_item i where i.meeting_id = m.id and i.kind in ('person', 'unit') and i.bagian <> 'dialog_pribadi') end as people,
      case when m.finished_at is not null and m.started_at is not null then round(extract(epoch from m.finished_at - m.started_at) / 60)::int else coalesce(m.planned_minutes, 0) end as minutes,
      (select count(*)::int from meeting_participant a where a.meeting_id = m.id and a.attendance = 'hadir') as present,
      (select count(*)::int from tindak_lanjut t where t.meeting_id = m.id) as decisions,
      (select case when k.signed_at is not null then 'signed' when exists (select from notulen_signature g where g.meeting_id = k.meeting_id) then 'half_signed' else 'draft' end from notulen k where k.meeting_id = m.id) as notulen
    from evaluation_meeting m where m.id = any($1)`,
};
/** What a card counts, by meeting. */
export async function findCounts(pool: Pool, ids: readonly string[], today: LocalDate): Promise<Map<string, Counts>> {
  const { rows } = await pool.query<Counts & { id: string }>({ ...COUNTS, values: [ids, today] });
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Line `i` of a meeting that has begun, as the agenda shows it; `tree` is a CTE, $2 the day. */
export const ITEM = `
  i.id as key, i.kind, i.bagian, i.position, ${personJson("i.person_id", "$2")} as person,
  (select json_build_object('id', n.unit_id, 'name', n.name, 'kind', n.kind) from unit_node n where n.unit_id = i.unit_id and n.tree_id = (select id from tree)) as unit,
  i.minutes, i.usual_minutes as "usualMinutes", i.alasan, i.why, coalesce(i.slide->>'report', '') = 'ada' as "hasReport", i.slide->>'headline' as headline,
  i.status, i.spent_ms as "spentMs", ${personJson("i.speaker_id", "$2")} as speaker, i.is_raised as "isRaised"`;
const ITEMS = { name: "meeting_items", text: `with ${TREE} select ${ITEM} from meeting_item i where i.meeting_id = $1 order by i.position` };
export async function findItems(pool: Pool, meetingId: string, today: LocalDate): Promise<AgendaItem[]> {
  return (await pool.query<AgendaItem>({ ...ITEMS, values: [meetingId, today] })).rows;
}

const MINE = {
  name: "meeting_mine",
  text: `select coalesce(a.attendance, 'belum_dikonfirmasi') as attendance, coalesce(a.is_private, false) as "isPrivate", exists (select from meeting_choice c where c.meeting_id = $1 and c.position is not null) as "isOwnOrder"
    from (select 1) one left join meeting_participant a on a.meeting_id = $1 and a.person_id = $2`,
};
export async function findMine(pool: Pool, meetingId: string, personId: string): Promise<{ attendance: Kehadiran; isPrivate: boolean; isOwnOrder: boolean }> {
  return (await pool.query<{ attendance: Kehadiran; isPrivate: boolean; isOwnOrder: boolean }>({ ...MINE, values: [meetingId, personId] })).rows[0] ?? { attendance: "belum_dikonfirmasi", isPrivate: false, isOwnOrder: false };
}

const OF_UNIT = {
  name: "meetings_of_unit",
  text: `select id, month, date, start_time as time, place, status from evaluation_meeting where unit_id = $1 and status <> 'cancelled' order by month desc`,
};
/** The meetings of a unit that stand, newest month first. */
export async function findOfUnit(pool: Pool, unitId: string): Promise<{ id: string; month: string; date: LocalDate; time: string; place: string; status: AgendaStatus }[]> {
  return (await pool.query<{ id: string; month: string; date: LocalDate; time: string; place: string; status: AgendaStatus }>({ ...OF_UNIT, values: [unitId] })).rows;
}
type AgendaStatus = MeetingRow["status"];

const UNIT = { name: "meeting_unit", text: `with ${TREE} select n.unit_id as id, n.name, n.kind from unit_node n join tree on tree.id = n.tree_id where n.unit_id = $1` };
export async function findUnit(pool: Pool, unitId: string, today: LocalDate): Promise<MeetingRow["unit"] | null> {
  return (await pool.query<MeetingRow["unit"]>({ ...UNIT, values: [unitId, today] })).rows[0] ?? null;
}
