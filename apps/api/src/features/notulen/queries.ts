import type { Slide } from "@teraju/contracts/evaluation-meeting-live";
import type { Kehadiran, LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson } from "../../meeting.ts";
import type { PersonRef } from "../../person-sql.ts";
import { iso } from "../../report.ts";
import type { NotulenContent } from "./content.ts";

const TREE = "tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2))";

export type StoredNotulen = {
  number: string; letterNumber: string | null; opening: string | null; closing: string | null; content: NotulenContent | null; hash: string | null; code: string | null; version: number; hasScan: boolean;
  signatures: { role: "pemimpin" | "notulis"; person: PersonRef; at: string; hash: string }[];
  addenda: { id: string; number: number; text: string; by: PersonRef; at: string; hash: string }[];
};
const ONE = {
  name: "notulen_one",
  text: `with ${TREE} select k.number, k.letter_number as "letterNumber", k.opening, k.closing, k.content, k.hash, k.code, k.version, k.scan_key is not null as "hasScan",
      coalesce((select json_agg(json_build_object('role', g.role, 'person', ${personJson("g.person_id", "$2")}, 'at', ${iso("g.at")}, 'hash', g.hash) order by g.role desc) from notulen_signature g where g.meeting_id = k.meeting_id), '[]') as signatures,
      coalesce((select json_agg(json_build_object('id', a.id, 'number', a.number, 'text', a.text, 'by', ${personJson("a.by_id", "$2")}, 'at', ${iso("a.at")}, 'hash', a.hash) order by a.number) from notulen_addendum a where a.meeting_id = k.meeting_id), '[]') as addenda
    from notulen k where k.meeting_id = $1`,
};
/** The minutes as they lie in the database; null where the meeting is not over. */
export async function findNotulen(pool: Pool, meetingId: string, today: LocalDate): Promise<StoredNotulen | null> {
  return (await pool.query<StoredNotulen>({ ...ONE, values: [meetingId, today] })).rows[0] ?? null;
}

export type HeldItem = { id: string; position: number; kind: string; status: string; spentMs: number; summary: string | null; slide: Slide };
const ITEMS = { name: "notulen_items", text: `select id, position, kind, status, spent_ms as "spentMs", summary, slide from meeting_item where meeting_id = $1 order by position` };
export async function findHeldItems(pool: Pool, meetingId: string): Promise<HeldItem[]> {
  return (await pool.query<HeldItem>({ ...ITEMS, values: [meetingId] })).rows;
}

/** Attendance with state alone: the reason is not even asked for. */
const ATTENDANCE = {
  name: "notulen_attendance",
  text: `with ${TREE} select ${personJson("a.person_id", "$2")} as person, a.attendance from meeting_participant a join person p on p.id = a.person_id where a.meeting_id = $1 order by p.name, p.id`,
};
export async function findStates(pool: Pool, meetingId: string, today: LocalDate): Promise<{ person: PersonRef; attendance: Kehadiran }[]> {
  return (await pool.query<{ person: PersonRef; attendance: Kehadiran }>({ ...ATTENDANCE, values: [meetingId, today] })).rows;
}

const NIPS = { name: "notulen_nips", text: "select id, nip from person where id = any($1)" };
/** NIP of who signs, for the page alone. */
export async function findNips(pool: Pool, ids: readonly string[]): Promise<Map<string, string | null>> {
  return new Map((await pool.query<{ id: string; nip: string | null }>({ ...NIPS, values: [ids] })).rows.map((row) => [row.id, row.nip]));
}

const SCAN = { name: "notulen_scan", text: `select scan_key as key, scan_mime as mime, scan_title as title, scan_sha256 as sha256 from notulen where meeting_id = $1 and scan_key is not null` };
export async function findScan(pool: Pool, meetingId: string): Promise<{ key: string; mime: string; title: string; sha256: string } | null> {
  return (await pool.query<{ key: string; mime: string; title: string; sha256: string }>({ ...SCAN, values: [meetingId] })).rows[0] ?? null;
}

const BY_CODE = {
  name: "notulen_by_code",
  text: `select coalesce(k.letter_number, k.number) as number, m.date, k.hash,
      coalesce((select json_agg(json_build_object('number', a.number, 'date', to_char(a.at at time zone 'Asia/Jakarta', 'YYYY-MM-DD'), 'hash', a.hash) order by a.number) from notulen_addendum a where a.meeting_id = k.meeting_id), '[]') as addenda
    from notulen k join evaluation_meeting m on m.id = k.meeting_id where k.code = $1`,
};
export type Verified = { number: string; date: LocalDate; hash: string; addenda: { number: number; date: LocalDate; hash: string }[] };
/** What anybody may know who holds the printed code; null for any other. */
export async function findByCode(pool: Pool, code: string): Promise<Verified | null> {
  return (await pool.query<Verified>({ ...BY_CODE, values: [code] })).rows[0] ?? null;
}
