import type { MeetingEvent, MeetingState } from "@teraju/contracts/evaluation-meeting-live";
import type { MeetingEventKind, MeetingStatus } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Ctx } from "../../context.ts";
import type { Tx } from "#db/audit.ts";
import { meetingEvent } from "#db/schema/index.ts";
import { Problem } from "#http/problem.ts";

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The room at one moment as JSON, without the server's time; `meeting` and `day` are SQL expressions. */
const stateJson = (meeting: string, day: string): string => `
  select json_build_object('seq', m.last_seq, 'status', m.status, 'itemId', m.current_item_id, 'position', (select i.position from meeting_item i where i.id = m.current_item_id), 'isBlank', m.is_blank,
    'timer', (select json_build_object('itemId', i.id, 'minutes', i.minutes, 'spentMs', i.spent_ms, 'startedAt', ${iso("m.timer_started_at")}) from meeting_item i where i.id = coalesce(m.timer_item_id, m.current_item_id)),
    'controller', (select json_build_object('deviceId', m.controller_device, 'name', p.name) from person p where p.id = m.controller_id and m.controller_device is not null),
    'present', (select count(*)::int from meeting_participant a where a.meeting_id = m.id and a.attendance = 'hadir'),
    'invited', case when m.status in ('planned', 'cancelled') then (
        select count(*)::int from placement s join jabatan j on j.id = s.jabatan_id join tree_version v on v.valid_from <= ${day} and (v.valid_until is null or v.valid_until > ${day})
          join unit_node n on n.unit_id = s.unit_id and n.tree_id = v.id join unit_node it on it.unit_id = m.unit_id and it.tree_id = v.id
         where s.kind = 'definitif' and s.valid_from <= ${day} and (s.valid_until is null or s.valid_until > ${day}) and n.ord between it.ord and it.last_ord and (not m.is_cascade or s.unit_id = m.unit_id or (j.is_head and n.parent_id = m.unit_id)))
      else (select count(*)::int from meeting_participant a where a.meeting_id = m.id) end,
    'decisions', (select count(*)::int from tindak_lanjut t where t.meeting_id = m.id),
    'applause', (select count(*)::int from meeting_applause a where a.meeting_id = m.id and a.item_id = m.current_item_id),
    'questions', (select count(*)::int from meeting_question q where q.meeting_id = m.id and q.answered_at is null),
    'startedAt', ${iso("m.started_at")}, 'finishedAt', ${iso("m.finished_at")}) as state
  from evaluation_meeting m where m.id = ${meeting}`;

type Stored = Omit<MeetingState, "serverTime">;
const STATE = { name: "meeting_state", text: stateJson("$1", "$2::date") };
/** The room as it is; `not_found` where there is no such meeting. */
export async function readState(ctx: Pick<Ctx, "pool" | "today" | "now">, meetingId: string): Promise<MeetingState> {
  const stored = (await ctx.pool.query<{ state: Stored }>({ ...STATE, values: [meetingId, ctx.today] })).rows[0]?.state;
  if (stored === undefined) throw new Problem("not_found");
  return { ...stored, serverTime: ctx.now };
}

export type Locked = { lastSeq: number; status: MeetingStatus; controllerDevice: string | null; currentItemId: string | null; timerItemId: string | null; timerStartedAt: string | null; lastAt: string | null };
/** Takes the meeting for this transaction: who comes at the same instant waits, so that events have one order. */
export async function lockRoom(tx: Tx, meetingId: string): Promise<Locked> {
  const { rows } = await tx.execute<Locked>(sql`
    select m.last_seq as "lastSeq", m.status, m.controller_device as "controllerDevice", m.current_item_id as "currentItemId", m.timer_item_id as "timerItemId",
           ${sql.raw(iso("m.timer_started_at"))} as "timerStartedAt", (select ${sql.raw(iso("e.at"))} from meeting_event e where e.meeting_id = m.id order by e.seq desc limit 1) as "lastAt"
      from evaluation_meeting m where m.id = ${meetingId} for update of m`);
  const room = rows[0];
  if (room === undefined) throw new Problem("not_found");
  return room;
}

type Happening = { kind: MeetingEventKind; at: string; commandId: string | null; deviceId: string | null; itemId: string | null } & Partial<Pick<MeetingEvent, "decision" | "person" | "question">>;
/** Writes one event with the room as it then is, in the transaction that changed it. Committing tells every process. */
export async function appendEvent(ctx: Ctx, tx: Tx, meetingId: string, { kind, at, commandId, deviceId, itemId, decision = null, person = null, question = null }: Happening): Promise<MeetingState> {
  await tx.execute(sql`update evaluation_meeting set last_seq = last_seq + 1 where id = ${meetingId}`);
  const { rows } = await tx.execute<{ state: Stored }>(sql.raw(stateJson(`'${uuidOnly(meetingId)}'`, `'${ctx.today}'::date`)));
  const state = rows[0]?.state;
  if (state === undefined) throw new Problem("not_found");
  const full = { ...state, serverTime: ctx.now };
  await tx.insert(meetingEvent).values({ meetingId, seq: state.seq, kind, at, commandId, deviceId, actorId: ctx.actor.personId, itemId, data: { state: full, decision, person, question } });
  return full;
}

/** The text is put into a statement: nothing but a UUID may be in it. */
function uuidOnly(id: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(id)) throw new Error("not a UUID");
  return id;
}

const EVENTS = {
  name: "meeting_events",
  text: `select seq, kind, ${iso("at")} as at, command_id as "commandId", device_id as "deviceId", item_id as "itemId", data from meeting_event where meeting_id = $1 and seq > $2 order by seq limit 500`,
};
/** Events after `seq`, oldest first, as the leader may see them. */
export async function eventsAfter(pool: Pool, meetingId: string, seq: number): Promise<MeetingEvent[]> {
  const { rows } = await pool.query<Omit<MeetingEvent, "state" | "decision" | "person" | "question"> & { data: Pick<MeetingEvent, "state" | "decision" | "person" | "question"> }>({ ...EVENTS, values: [meetingId, seq] });
  return rows.map(({ data, ...event }) => ({ ...event, ...data }));
}

const DONE = { name: "meeting_command_done", text: `select exists (select from meeting_event where meeting_id = $1 and command_id = $2) or exists (select from meeting_command where meeting_id = $1 and command_id = $2) as done` };
/** Whether a command of this id has been carried out. */
export async function isDone(pool: Pool, meetingId: string, commandId: string): Promise<boolean> {
  return (await pool.query<{ done: boolean }>({ ...DONE, values: [meetingId, commandId] })).rows[0]?.done ?? false;
}
