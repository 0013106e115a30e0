import type { LocalDate, Month } from "@teraju/domain";
import type { Pool } from "pg";
import { startOf } from "../../opd-start.ts";
import { type Post, postJson } from "../../rhythm.ts";
import { ADDS_UP, HEAD, NOTES, ROWS, type MarkRow, type StoredReport, type StoredRow } from "../../report.ts";

const STRIP = {
  name: "my_report_strip",
  text: `select month, kewajiban, status, is_late as "isLate", capaian::float8 as capaian from monthly_report where person_id = $1 and month between $2 and $3 order by month`,
};
/** First month that the person's OPD records; null where none was set. */
export async function findStart(pool: Pool, personId: string, today: LocalDate): Promise<Month | null> {
  return (await pool.query<{ start: Month | null }>({ name: "my_report_start", text: `select ${startOf("$1", "$2")} as start`, values: [personId, today] })).rows[0]?.start ?? null;
}
export async function findMarks(pool: Pool, personId: string, first: Month, last: Month): Promise<MarkRow[]> {
  return (await pool.query<MarkRow>({ ...STRIP, values: [personId, first, last] })).rows;
}

const FILE = `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'mime', e.mime, 'sizeBytes', e.size_bytes, 'url', e.url, 'registerNumber', e.register_number, 'createdAt', e.created_at)`;

const MINE = {
  name: "my_report",
  text: `with r as (${HEAD}, (select p.name from person p where p.id = r.penilai_id) as penilai,
      ${postJson("r.person_id", "(r.month || '-01')::date")} as post,
      to_char((r.month || '-01')::date - 1, 'YYYY-MM') as "monthBefore"
      from monthly_report r where r.person_id = $1 and r.month = $2)
    select r.*, ${NOTES}, coalesce((select json_agg(q order by q.position) from (${ROWS},
        (select json_build_object('by', b.name, 'on', x.imported_on, 'source', x.import_source) from person b where b.id = x.imported_by) as imported,
        h.line_id as "lineId", h.position as "resultPosition", h.text as "resultText", i.text as "indikatorText", i.satuan, i.target_text as "targetText",
        (select json_build_object('realisasi', o.realisasi, 'pembilang', o.pembilang, 'penyebut', o.penyebut, 'uraian', o.uraian, 'sentence', o.sentence)
           from monthly_report m join report_row o on o.report_id = m.id join indikator oi on oi.id = o.indikator_id
          where m.person_id = $1 and m.month = r."monthBefore" and m.submitted_at is not null and oi.line_id = i.line_id) as "lastMonth",
        case when ${ADDS_UP} then (select coalesce(sum(o.realisasi), 0)::float8
           from monthly_report m join report_row o on o.report_id = m.id join indikator oi on oi.id = o.indikator_id
          where m.person_id = $1 and m.month >= left(r.month, 4) || '-01' and m.month < r.month and m.submitted_at is not null and oi.line_id = i.line_id) end as "yearBefore",
        coalesce((select json_agg(json_build_object('id', n.id, 'day', n.day, 'text', n.text, 'isAttached', n.report_row_id is not null,
            'photos', coalesce((select json_agg(${FILE} order by e.created_at, e.id) from evidence e where e.note_id = n.id), '[]')) order by n.day, n.id)
           from daily_note n where n.person_id = $1 and (n.report_row_id = x.id or (n.report_row_id is null and n.line_id = h.line_id and to_char(n.day, 'YYYY-MM') = r.month))), '[]') as notes,
        coalesce((select json_agg(${FILE} order by e.created_at, e.id) from evidence e where e.report_row_id = x.id), '[]') as evidence
      from report_row x join indikator i on i.id = x.indikator_id join hasil_kerja h on h.id = x.hasil_kerja_id where x.report_id = r.id) q), '[]') as rows from r`,
};
type File = { id: string; kind: "file" | "link" | "register"; title: string; mime: string | null; sizeBytes: number | null; url: string | null; registerNumber: string | null; createdAt: string };
export type MineRow = StoredRow & {
  imported: { by: string; on: LocalDate; source: string } | null;
  lineId: string; resultPosition: number; resultText: string; indikatorText: string; satuan: string | null; targetText: string | null;
  lastMonth: { realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null } | null;
  yearBefore: number | null; notes: { id: string; day: string; text: string; isAttached: boolean; photos: File[] }[]; evidence: File[];
};
export type MineReport = Omit<StoredReport, "rows"> & { penilai: string | null; post: Post; rows: MineRow[] };
/** A person's own month with all that its page shows, in one query; null where the month has not been opened for them. */
export async function findMine(pool: Pool, personId: string, month: Month): Promise<MineReport | null> {
  return (await pool.query<MineReport>({ ...MINE, values: [personId, month] })).rows[0] ?? null;
}
