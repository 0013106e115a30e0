import type { DrawnBecause, PeerGroup, SeenWhen } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";

export type Invite = { id: string; cycleId: string; subjectId: string; subject: PersonRef; group: PeerGroup; because: DrawnBecause; /** False where the subject has left since: asked about no more. */ isHere: boolean; /** Asked of somebody else, unless the rater had begun. */ isHandedOver: boolean };
const IS_HERE = "exists (select from placement s where s.person_id = i.subject_id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2))";
const IS_HANDED_OVER = "exists (select from peer_handover h where h.cycle_id = i.cycle_id and h.rater_id = i.rater_id and h.subject_id = i.subject_id)";
const INVITE = `i.id, i.cycle_id as "cycleId", i.subject_id as "subjectId", ${personJson("i.subject_id", "$2")} as subject, i.rater_group as "group", i.because, ${IS_HERE} as "isHere", ${IS_HANDED_OVER} as "isHandedOver"`;

const MINE = { name: "peer_invites_mine", text: `select ${INVITE} from peer_invite i where i.rater_id = $1 and i.cycle_id = $3 order by i.rater_group desc, (select name from person where id = i.subject_id), i.id` };
/** The forms of a rater in a cycle, colleagues first, by name. */
export async function findInvites(pool: Pool, raterId: string, cycleId: string, today: string): Promise<Invite[]> {
  return (await pool.query<Invite>({ ...MINE, values: [raterId, today, cycleId] })).rows;
}
const ONE = { name: "peer_invite_one", text: `select ${INVITE} from peer_invite i where i.id = $1 and i.rater_id = $3` };
/** A form, for its own rater alone; null for everybody else. */
export async function findInvite(pool: Pool, id: string, raterId: string, today: string): Promise<Invite | null> {
  return (await pool.query<Invite>({ ...ONE, values: [id, today, raterId] })).rows[0] ?? null;
}

export type Response = { pseudonym: string; state: "draft" | "sent" | "declined"; answers: (number | null)[]; seenWhen: (SeenWhen | null)[]; suggestion: string | null };
const RESPONSES = { name: "peer_responses", text: `select pseudonym, state, answers, seen_when as "seenWhen", suggestion from peer_response where pseudonym = any($1)` };
/** Answers under these pseudonyms, whoever holds them. */
export async function findResponses(pool: Pool, pseudonyms: readonly string[]): Promise<Map<string, Response>> {
  const { rows } = await pool.query<Response>({ ...RESPONSES, values: [pseudonyms] });
  return new Map(rows.map((row) => [row.pseudonym, row]));
}

const UPSERT = {
  name: "peer_response_write",
  text: `insert into peer_response (id, cycle_id, subject_id, rater_group, pseudonym, state, answers, seen_when, suggestion, decline_reason) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (pseudonym) do update set state = case when peer_response.state = 'sent' and excluded.state = 'draft' then 'sent' else excluded.state end,
      answers = excluded.answers, seen_when = excluded.seen_when, suggestion = excluded.suggestion, decline_reason = excluded.decline_reason`,
};
/** One statement and nothing beside it: no other row is written in its transaction, so that no transaction id ties the answer to anything. */
export async function writeResponse(pool: Pool, r: Omit<Response, "state"> & { cycleId: string; subjectId: string; group: PeerGroup; state: Response["state"]; declineReason: string | null }): Promise<void> {
  await pool.query({ ...UPSERT, values: [r.cycleId, r.subjectId, r.group, r.pseudonym, r.state, r.answers, r.seenWhen, r.suggestion, r.declineReason] });
}
