import type { Slide } from "@teraju/contracts/evaluation-meeting-live";
import type { Kehadiran, LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, seatsOf, type Meeting } from "../../meeting.ts";
import type { PersonRef } from "../../person-sql.ts";
import { iso } from "../../report.ts";

const TREE = "tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2))";

const STORED = { name: "meeting_stored_slides", text: `select slide || jsonb_build_object('itemId', id) as slide from meeting_item where meeting_id = $1 order by position` };
/** The slides as they were frozen. */
export async function findStoredSlides(pool: Pool, meetingId: string): Promise<Slide[]> {
  return (await pool.query<{ slide: Slide }>({ ...STORED, values: [meetingId] })).rows.map((row) => row.slide);
}

const DECISIONS = {
  name: "meeting_decisions",
  text: `with ${TREE} select t.id, t.item_id as "itemId", t.text, t.due, coalesce((select p.name from person p where p.id = t.owner_id), (select n.name from unit_node n where n.unit_id = t.unit_id and n.tree_id = (select id from tree)), '') as owner
    from tindak_lanjut t where t.meeting_id = $1 order by t.created_at, t.id`,
};
export type Decided = { id: string; itemId: string | null; text: string; owner: string; due: LocalDate };
export async function findDecisions(pool: Pool, meetingId: string, today: LocalDate): Promise<Decided[]> {
  return (await pool.query<Decided>({ ...DECISIONS, values: [meetingId, today] })).rows;
}

export type Attending = { person: PersonRef; attendance: Kehadiran; reason: string | null; via: string | null };
const ATTENDING = (people: string): string => `select ${personJson("x.person_id", "$2")} as person, coalesce(a.attendance, 'belum_dikonfirmasi') as attendance, a.reason, a.via
    from (${people}) x left join meeting_participant a on a.meeting_id = $1 and a.person_id = x.person_id join person o on o.id = x.person_id order by o.name, o.id`;
const OF_PLANNED = { name: "meeting_attending_planned", text: `with ${TREE}, m as (select unit_id, is_cascade from evaluation_meeting where id = $1) ${ATTENDING(`select seat.person_id from m cross join lateral (${seatsOf("m", "$2")}) seat`)}` };
const OF_HELD = { name: "meeting_attending_held", text: `with ${TREE} ${ATTENDING("select person_id from meeting_participant where meeting_id = $1")}` };
/** Everybody invited with their attendance, by name. */
export async function findAttendance(pool: Pool, { id, status }: Pick<Meeting, "id" | "status">, today: LocalDate): Promise<Attending[]> {
  return (await pool.query<Attending>({ ...(status === "planned" || status === "cancelled" ? OF_PLANNED : OF_HELD), values: [id, today] })).rows;
}

const QUESTIONS = {
  name: "meeting_questions",
  text: `select q.id, q.item_id as "itemId", p.name as "from", q.text, ${iso("q.at")} as at, q.answered_at is not null as "isAnswered" from meeting_question q join person p on p.id = q.person_id
    where q.meeting_id = $1 and ($2::uuid is null or q.person_id = $2) order by q.at, q.id`,
};
export type Asked = { id: string; itemId: string | null; from: string; text: string; at: string; isAnswered: boolean };
export async function findQuestions(pool: Pool, meetingId: string, personId: string | null = null): Promise<Asked[]> {
  return (await pool.query<Asked>({ ...QUESTIONS, values: [meetingId, personId] })).rows;
}

const NOTES = { name: "meeting_notes", text: `select id, note from meeting_item where meeting_id = $1 and note is not null` };
export async function findNotes(pool: Pool, meetingId: string): Promise<Map<string, string>> {
  return new Map((await pool.query<{ id: string; note: string }>({ ...NOTES, values: [meetingId] })).rows.map((row) => [row.id, row.note]));
}
