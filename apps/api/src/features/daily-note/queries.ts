import type { NoteView } from "@teraju/contracts";
import type { LocalDate, Month } from "@teraju/domain";
import type { Pool } from "pg";
import { type Post, postJson } from "../../rhythm.ts";

const NOTE = `
  select n.id, n.day, n.text, n.line_id as "lineId", n.report_row_id is not null as "isAttached",
         coalesce(r.status not in ('draft', 'returned'), false) as "isFixed", n.version,
         coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'mime', e.mime, 'sizeBytes', e.size_bytes, 'url', e.url,
             'registerNumber', e.register_number, 'createdAt', to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.created_at, e.id)
           from evidence e where e.note_id = n.id), '[]') as photos
    from daily_note n left join report_row x on x.id = n.report_row_id left join monthly_report r on r.id = x.report_id`;

const OF_MONTH = { name: "daily_notes_of_month", text: `${NOTE} where n.person_id = $1 and n.day >= $2::date and n.day < $2::date + interval '1 month' order by n.day desc, n.id desc limit 400` };
/** A person's notes of a month, newest first. The person is always the one who asks: nobody else reads notes. */
export async function findNotes(pool: Pool, personId: string, month: Month): Promise<NoteView[]> {
  return (await pool.query<NoteView>({ ...OF_MONTH, values: [personId, `${month}-01`] })).rows;
}

const ONE = { name: "daily_note", text: `${NOTE} where n.id = $2 and n.person_id = $1` };
export async function findNote(pool: Pool, personId: string, id: string): Promise<NoteView | null> {
  return (await pool.query<NoteView>({ ...ONE, values: [personId, id] })).rows[0] ?? null;
}

const RESULTS = {
  name: "daily_note_results",
  text: `select h.line_id as "lineId", h.text from hasil_kerja h join skp s on s.id = h.skp_id
    where s.person_id = $1 and s.year = $2 and s.status = 'set' order by h.position`,
};
/** Results of the SKP in force in a year. */
export async function findResults(pool: Pool, personId: string, year: number): Promise<{ lineId: string; text: string }[]> {
  return (await pool.query<{ lineId: string; text: string }>({ ...RESULTS, values: [personId, year] })).rows;
}

/** Whether the line is a result of an SKP of this person, in whatever revision. */
export async function isOwnLine(pool: Pool, personId: string, lineId: string): Promise<boolean> {
  const { rowCount } = await pool.query("select 1 from hasil_kerja h join skp s on s.id = h.skp_id where s.person_id = $1 and h.line_id = $2 limit 1", [personId, lineId]);
  return rowCount === 1;
}

const POST = { name: "daily_note_post", text: `select ${postJson("$1", "$2::date")} as post` };
export async function findPost(pool: Pool, personId: string, today: LocalDate): Promise<Post> {
  return (await pool.query<{ post: Post | null }>({ ...POST, values: [personId, today] })).rows[0]?.post ?? { rumpun: null, jabatan: null };
}

/** Today's month is asked for where none is. */
export const monthOf = (day: LocalDate): Month => day.slice(0, 7);
