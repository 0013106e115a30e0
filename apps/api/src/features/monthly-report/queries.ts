import type { Kewajiban, Month, monthlyReport, JenisIndikator, Arah, Prioritas, Verdict } from "@teraju/domain";
import type { Pool } from "pg";

type Status = monthlyReport.MonthlyReport["status"];

const STRIP = {
  name: "my_report_strip",
  text: `select month, kewajiban, status, is_late as "isLate", capaian::float8 as capaian from monthly_report where person_id = $1 and month between $2 and $3 order by month`,
};
export type MarkRow = { month: Month; kewajiban: Kewajiban; status: Status; isLate: boolean; capaian: number | null };
export async function findMarks(pool: Pool, personId: string, first: Month, last: Month): Promise<MarkRow[]> {
  return (await pool.query<MarkRow>({ ...STRIP, values: [personId, first, last] })).rows;
}

/** Further working days of the month for the unit or one above it, after an outage. */
export const EXTRA_DAYS = `coalesce((
  select max(e.extra_days) from report_extension e join unit_node n on n.unit_id = e.unit_id
    join tree_version t on t.id = n.tree_id and t.valid_from <= (r.month || '-01')::date and (t.valid_until is null or t.valid_until > (r.month || '-01')::date)
   where e.month = r.month and r.unit_ord between n.ord and n.last_ord), 0)`;

/** An instant as text, in UTC. */
export const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const HEAD = `
  select r.id, r.person_id as "personId", r.month, r.skp_id as "skpId", r.kewajiban, r.status, r.kendala, r.bantuan, ${iso("r.submitted_at")} as "submittedAt", r.is_late as "isLate",
         r.receipt_number as "receiptNumber", ${iso("r.first_verdict_at")} as "firstVerdictAt", ${iso("r.returned_at")} as "returnedAt", r.capaian::float8 as capaian, r.version, ${EXTRA_DAYS}::int as "extraDays"`;

/** A row of the report as it lies in the database, with its indicator. Figures as numbers. */
const ROWS = `
  select x.id, x.position, x.target::float8 as target, x.realisasi::float8 as realisasi, x.pembilang::float8 as pembilang, x.penyebut::float8 as penyebut, x.uraian, x.sentence, x.cause,
         x.is_flagged as "isFlagged", x.capaian::float8 as capaian, x.verdict, x.verdict_note as "verdictNote",
         i.jenis, i.arah, i.target::float8 as "targetYear", i.target_min::float8 as "targetMin", i.target_max::float8 as "targetMax", i.bobot::float8 as bobot, h.prioritas,
         (i.monthly_target is null or i.monthly_target[substr(r.month, 6)::int] is not null) as "isDue",
         coalesce((select array_agg(n.id order by n.id) from daily_note n where n.report_row_id = x.id), '{}') as "noteIds",
         (select count(*) from evidence e where e.report_row_id = x.id)::int as "ownEvidence"`;
/** The month's notes that can be, or are, attached to a row, with the number of their photos: those count as evidence too. */
const NOTES = `
  coalesce((select json_agg(json_build_object('id', n.id, 'photos', (select count(*) from evidence e where e.note_id = n.id))) from daily_note n
    where n.person_id = r."personId" and (n.report_row_id in (select x.id from report_row x where x.report_id = r.id)
      or (n.report_row_id is null and n.day >= (r.month || '-01')::date and n.day < (r.month || '-01')::date + interval '1 month'))), '[]') as "ownNotes"`;

export type HeadRow = {
  id: string; personId: string; month: Month; skpId: string | null; kewajiban: Kewajiban; status: Status; kendala: string | null; bantuan: string | null; submittedAt: string | null;
  isLate: boolean; receiptNumber: string | null; firstVerdictAt: string | null; returnedAt: string | null; capaian: number | null; version: number; extraDays: number;
};
export type StoredRow = {
  id: string; position: number; target: number | null; realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; cause: string | null;
  isFlagged: boolean; capaian: number | null; verdict: Verdict | null; verdictNote: string | null; jenis: JenisIndikator; arah: Arah; targetYear: number | null; targetMin: number | null; targetMax: number | null;
  bobot: number | null; prioritas: Prioritas; isDue: boolean; noteIds: string[]; ownEvidence: number;
};
export type StoredReport = HeadRow & { rows: StoredRow[]; ownNotes: { id: string; photos: number }[] };

const FOR_WRITE = {
  name: "report_for_write",
  text: `with r as (${HEAD} from monthly_report r where r.id = $1)
    select r.*, ${NOTES}, coalesce((select json_agg(q order by q.position) from (${ROWS} from report_row x join indikator i on i.id = x.indikator_id join hasil_kerja h on h.id = x.hasil_kerja_id where x.report_id = r.id) q), '[]') as rows from r`,
};
/** The report with its rows, as the writing verbs need it; null where there is none. */
export async function findReport(pool: Pool, id: string): Promise<StoredReport | null> {
  return (await pool.query<StoredReport>({ ...FOR_WRITE, values: [id] })).rows[0] ?? null;
}

const FILE = `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'mime', e.mime, 'sizeBytes', e.size_bytes, 'url', e.url, 'registerNumber', e.register_number, 'createdAt', e.created_at)`;

const MINE = {
  name: "my_report",
  text: `with r as (${HEAD}, (select p.name from person p where p.id = r.penilai_id) as penilai,
      exists (select from person p where p.id = r.person_id and p.job_family ilike any (array['%kesehatan%', '%bidan%', '%perawat%', '%dokter%', '%medis%', '%gizi%', '%farmasi%'])) as "isHealth",
      to_char((r.month || '-01')::date - 1, 'YYYY-MM') as "monthBefore"
      from monthly_report r where r.person_id = $1 and r.month = $2)
    select r.*, ${NOTES}, coalesce((select json_agg(q order by q.position) from (${ROWS},
        h.line_id as "lineId", h.position as "resultPosition", h.text as "resultText", i.text as "indikatorText", i.satuan, i.target_text as "targetText",
        (select json_build_object('realisasi', o.realisasi, 'pembilang', o.pembilang, 'penyebut', o.penyebut, 'uraian', o.uraian, 'sentence', o.sentence)
           from monthly_report m join report_row o on o.report_id = m.id join indikator oi on oi.id = o.indikator_id
          where m.person_id = $1 and m.month = r."monthBefore" and m.submitted_at is not null and oi.line_id = i.line_id) as "lastMonth",
        case when i.jenis = 'angka' then (select coalesce(sum(o.realisasi), 0)::float8
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
  lineId: string; resultPosition: number; resultText: string; indikatorText: string; satuan: string | null; targetText: string | null;
  lastMonth: { realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null } | null;
  yearBefore: number | null; notes: { id: string; day: string; text: string; isAttached: boolean; photos: File[] }[]; evidence: File[];
};
export type MineReport = Omit<StoredReport, "rows"> & { penilai: string | null; isHealth: boolean; rows: MineRow[] };
/** A person's own month with all that its page shows, in one query; null where the month has not been opened for them. */
export async function findMine(pool: Pool, personId: string, month: Month): Promise<MineReport | null> {
  return (await pool.query<MineReport>({ ...MINE, values: [personId, month] })).rows[0] ?? null;
}
