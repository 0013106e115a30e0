import { access, evaluationMeeting as rules, type Action, type LocalDate, type MeetingStatus, type Month, type Party, type Refusal, type Relation, type Standing } from "@teraju/domain";
import type { Ctx } from "./context.ts";
import { Problem } from "./http/problem.ts";
import { personJson as personSql, type PersonRef } from "./person-sql.ts";
import { iso } from "./report.ts";
import { inForce, standardJson, type Standard } from "./standard.ts";

export type UnitRef = { id: string; name: string; kind: string };

/** A meeting as its verbs and pages need it, with how the actor stands to it. */
export type MeetingRow = {
  id: string; unit: UnitRef; unitCode: string; opd: string; month: Month; date: LocalDate; time: string; place: string; status: MeetingStatus;
  delegate: PersonRef | null; secretary: PersonRef | null; leader: PersonRef | null; /** Who heads the unit today. */ head: PersonRef | null;
  cancelReason: string | null; icsSequence: number; isGrouped: boolean; isExceptionsOnly: boolean; isCascade: boolean; plannedMinutes: number | null;
  startedAt: string | null; finishedAt: string | null; isPaper: boolean; hasScan: boolean; version: number;
  isHead: boolean; leads: boolean; takesPart: boolean;
};

/** A person with the post of day `day`, in a statement that has `tree` as a CTE. */
export const personJson = (id: string, day: string): string => personSql(id, day, "(select id from tree)");

/** Who heads unit `unit` on `day`: who holds the post, else who stands in for it. */
export const headOf = (unit: string, day: string): string => `(
  select s.person_id from placement s join jabatan j on j.id = s.jabatan_id and j.is_head
   where s.unit_id = ${unit} and s.valid_from <= ${day} and (s.valid_until is null or s.valid_until > ${day})
   order by (s.kind = 'definitif') desc, s.valid_from desc limit 1)`;

/**
 * The people of a meeting by their seat on `day`, as a subquery with person_id, unit_id, ord, child_id: all below the unit, or in a cascade
 * the unit's own staff and the heads of the offices directly below (`child_id`). `it`, `tree` are CTEs; `m` is the meeting.
 */
export const seatsOf = (m: string, day: string): string => `
  select s.person_id, s.unit_id, n.ord, n.name as unit_name, case when ${m}.is_cascade and s.unit_id <> ${m}.unit_id then s.unit_id end as child_id,
         (s.unit_id = ${m}.unit_id and j.is_head) as is_head
    from placement s join jabatan j on j.id = s.jabatan_id join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree)
    join unit_node it on it.unit_id = ${m}.unit_id and it.tree_id = n.tree_id
   where n.ord between it.ord and it.last_ord and s.valid_from <= ${day} and (s.valid_until is null or s.valid_until > ${day})
     and s.kind = 'definitif'
     and (not ${m}.is_cascade or s.unit_id = ${m}.unit_id or (j.is_head and n.parent_id = ${m}.unit_id))`;

/**
 * Where meeting `m` stands for oversight: its unit; where that is no more, the one that took it over, else the one that it hung on last.
 * What a merged unit decided stays with who was there, and with who answers for its people now. `node` is the unit as it was last.
 */
const OVERSEEN = `case when node.tree_id = (select id from tree) then m.unit_id else coalesce((
  select (step ->> 'into')::uuid from reorganisation c cross join jsonb_array_elements(c.steps) step
   where c.status = 'applied' and c.effective_from <= $2 and step ->> 'kind' = 'merge' and step ->> 'unitId' = m.unit_id::text order by c.effective_from desc limit 1), node.parent_id) end`;

/** $1 who asks, $2 today. `where` picks the meetings (`m`). */
export const meetingsSql = (where: string): string => `
  with tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2)),
  led as (
    select n.unit_id, n.ord, n.last_ord, n.kind from placement p join jabatan j on j.id = p.jabatan_id and j.is_head
      join unit_node n on n.unit_id = p.unit_id join tree on tree.id = n.tree_id
     where p.person_id = $1 and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2))
  select m.id, json_build_object('id', m.unit_id, 'name', node.name, 'kind', node.kind) as unit, u.code as "unitCode",
         coalesce((select o.name from unit_node o where o.unit_id = node.opd_id and o.tree_id = node.tree_id), node.name) as opd,
         m.month, m.date, m.start_time as time, m.place, m.status,
         ${personJson("m.delegate_id", "$2")} as delegate, ${personJson("m.secretary_id", "$2")} as secretary, ${personJson("m.leader_id", "$2")} as leader,
         ${personJson(headOf("m.unit_id", "$2"), "$2")} as head,
         m.cancel_reason as "cancelReason", m.ics_sequence as "icsSequence", m.is_grouped as "isGrouped", m.is_exceptions_only as "isExceptionsOnly", m.is_cascade as "isCascade",
         m.planned_minutes as "plannedMinutes", ${iso("m.started_at")} as "startedAt", ${iso("m.finished_at")} as "finishedAt", m.is_paper as "isPaper",
         exists (select from notulen k where k.meeting_id = m.id and k.scan_key is not null) as "hasScan", m.version,
         exists (select from led where led.unit_id = m.unit_id) as "isHead",
         exists (select from led join unit_node at on at.tree_id = (select id from tree) and at.unit_id = ${OVERSEEN} where at.ord between led.ord and led.last_ord and (led.kind <> 'kota' or led.unit_id = m.unit_id)) as leads,
         case when m.status in ('planned', 'cancelled') then exists (select from (${seatsOf("m", "$2")}) seat where seat.person_id = $1)
              else exists (select from meeting_participant a where a.meeting_id = m.id and a.person_id = $1) end as "takesPart"
    from evaluation_meeting m join unit u on u.id = m.unit_id
    join lateral (select n.name, n.kind, n.opd_id, n.parent_id, n.tree_id from unit_node n join tree_version v on v.id = n.tree_id
                   where n.unit_id = m.unit_id and v.valid_from <= $2 order by v.valid_from desc limit 1) node on true
   where ${where}`;

const ONE = { name: "meeting_one", text: `with one as (${meetingsSql("m.id = $3")}) select one.*, ${standardJson("(one.month || '-01')::date")} as standard from one` };

export type Meeting = MeetingRow & { standard: Standard; standing: Standing };

/** The meeting with the actor's standing to it; throws `not_found` where there is none. One query. */
export async function findMeeting(ctx: Ctx, id: string): Promise<Meeting> {
  const row = (await ctx.pool.query<MeetingRow & { standard: Standard | null }>({ ...ONE, values: [ctx.actor.personId, ctx.today, id] })).rows[0];
  if (row === undefined) throw new Problem("not_found");
  return { ...row, standard: inForce(row.standard, `${row.month}-01`), standing: standingOf(row, ctx) };
}

function standingOf(row: MeetingRow, { actor }: Ctx): Standing {
  const is = (person: PersonRef | null): boolean => person?.id === actor.personId;
  const relations: [Relation, boolean][] = [["leadsMeeting", row.isHead || is(row.delegate) || is(row.leader)], ["overseesMeeting", row.leads], ["takesMinutes", is(row.secretary)], ["takesPart", row.takesPart]];
  return { relations: relations.filter(([, holds]) => holds).map(([relation]) => relation), roles: actor.roles };
}

/** The meeting, where the access table lets the actor do `action`. */
export async function mustMeeting(ctx: Ctx, action: Action, id: string): Promise<Meeting> {
  const meeting = await findMeeting(ctx, id);
  const [refusal] = access(action, meeting.standing);
  if (refusal !== undefined) throw new Problem(refusal === "not_yours" ? "forbidden" : "not_found");
  return meeting;
}

/** Who leads it: who led it, else the delegate, else the head of the unit. */
export function leaderOf(meeting: MeetingRow): PersonRef | null {
  return meeting.leader ?? meeting.delegate ?? meeting.head;
}

/** The instant of the planned beginning, milliseconds. */
export function beginsAt({ date, time }: Pick<MeetingRow, "date" | "time">): number {
  return Date.parse(`${date}T${time}:00+07:00`);
}
export function presenceFrom(meeting: Meeting): number {
  return beginsAt(meeting) - meeting.standard.standar.rapat.hadirSebelumMenit * 60_000;
}

/** The actor as the domain's tables know them. */
export function partiesOf({ standing }: Meeting): Party[] {
  const parties: [Party, Relation][] = [["kepala", "overseesMeeting"], ["pemimpin", "leadsMeeting"], ["notulis", "takesMinutes"], ["peserta", "takesPart"]];
  return parties.filter(([, relation]) => standing.relations.includes(relation)).map(([party]) => party);
}

type More = Partial<Pick<rules.Context, "newDate" | "hasSigned" | "parties">>;
/** Why the actor may not do this with the meeting now; empty when they may. */
export function meetingRefusals(ctx: Ctx, meeting: Meeting, action: rules.Action, more: More = {}): Refusal[] {
  const thing: rules.EvaluationMeeting = {
    status: meeting.status, date: meeting.date, isPresenceOpen: presenceFrom(meeting) <= Date.parse(ctx.now), secretaryId: meeting.secretary?.id ?? null,
    leaderId: leaderOf(meeting)?.id ?? null, isPaper: meeting.isPaper, hasScan: meeting.hasScan,
  };
  return rules.refusals(thing, action, { parties: partiesOf(meeting), today: ctx.today, ...more });
}
