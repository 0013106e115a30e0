import type { Month } from "@teraju/domain";
import type { Pool } from "pg";

const MINE = {
  name: "meeting_my_photos",
  text: `with x as (select x.id, x.sentence, x.position, x.capaian from monthly_report r join report_row x on x.report_id = r.id where r.person_id = $1 and r.month = $2)
    select (select sentence from x where sentence is not null order by capaian desc nulls last, position limit 1) as sentence,
      coalesce((select json_agg(json_build_object('id', e.id, 'title', e.title) order by e.created_at, e.id) from evidence e
        where e.owner_id = $1 and e.kind = 'file' and e.mime like 'image/%'
          and (e.report_row_id in (select id from x) or e.note_id in (select n.id from daily_note n where n.report_row_id in (select id from x)))), '[]') as photos`,
};
/** Photos among one's own evidence of the month, and the sentence of the best row as a first headline. */
export async function findMyPhotos(pool: Pool, personId: string, month: Month): Promise<{ sentence: string | null; photos: { id: string; title: string }[] }> {
  return (await pool.query<{ sentence: string | null; photos: { id: string; title: string }[] }>({ ...MINE, values: [personId, month] })).rows[0] ?? { sentence: null, photos: [] };
}

const SHOWN = {
  name: "meeting_shown_photo",
  text: `select e.mime, e.storage_key as "storageKey" from evidence e where e.id = $2 and e.kind = 'file' and e.mime like 'image/%'
    and exists (select from meeting_participant a where a.meeting_id = $1 and a.person_id = e.owner_id and $2 = any(a.photo_ids))`,
};
export async function findShownPhoto(pool: Pool, meetingId: string, photoId: string): Promise<{ mime: string; storageKey: string } | null> {
  return (await pool.query<{ mime: string; storageKey: string }>({ ...SHOWN, values: [meetingId, photoId] })).rows[0] ?? null;
}
