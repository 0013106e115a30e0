import { type EvidenceView, type ReviewRow, type ReviewView, TEAM_PAGE } from "@teraju/contracts";
import type { Kewajiban, LocalDate, Month, MonthlyReportStatus, Verdict } from "@teraju/domain";
import type { Pool } from "pg";
import { startOf } from "../../opd-start.ts";
import { ADDS_UP, EXTRA_DAYS, iso } from "../../report.ts";

const TODAY = "valid_from <= $2 and (valid_until is null or valid_until > $2)";
/** Post and unit of `${person}` on day $2: the definitive post, else the highest of the others. */
const seatOf = (person: string): string => `lateral (
  select j.name as jabatan, n.name as unit from placement s join jabatan j on j.id = s.jabatan_id
    join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree_version where ${TODAY})
   where s.person_id = ${person} and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)
   order by (s.kind = 'definitif') desc, n.depth limit 1)`;

const QUEUE = {
  name: "review_queue",
  // $1 penilai, $2 today, $3 the open month
  text: `
    with mine as (select pegawai_id from penilai_relation where penilai_id = $1 and ${TODAY}),
    waiting as (
      select r.id as "reportId", r.month, r.version, r.person_id as "personId", p.name, seat.jabatan, seat.unit, ${iso("r.submitted_at")} as "submittedAt", r.is_late as "isLate",
             r.returned_at is not null as "isRepaired", x.rows, x."underTarget", x.flagged
        from mine join monthly_report r on r.person_id = mine.pegawai_id and r.status = 'submitted'
        join person p on p.id = r.person_id left join ${seatOf("r.person_id")} seat on true
        cross join lateral (select count(*)::int as rows, (count(*) filter (where w.capaian < 100))::int as "underTarget", (count(*) filter (where w.is_flagged))::int as flagged
                              from report_row w where w.report_id = r.id) x)
    select coalesce((select json_agg(w order by w."submittedAt", w.name, w."reportId") from waiting w), '[]') as waiting,
      coalesce((select json_object_agg(c.state, c.n) from (
        select case when r.kewajiban <> 'wajib_lapor' then 'excused' else r.status end as state, count(*)::int as n
          from mine join monthly_report r on r.person_id = mine.pegawai_id and r.month = $3 group by 1) c), '{}') as states`,
};
export type WaitingRow = {
  reportId: string; month: Month; version: number; personId: string; name: string; jabatan: string | null; unit: string | null;
  submittedAt: string; isLate: boolean; isRepaired: boolean; rows: number; underTarget: number; flagged: number;
};
export type QueueRow = { waiting: WaitingRow[]; states: Partial<Record<MonthlyReportStatus | "excused", number>> };

/** What waits for this penilai and how the month stands among the bawahan of today, in one statement. */
export async function findQueue(pool: Pool, penilaiId: string, today: LocalDate, month: Month): Promise<QueueRow> {
  const { rows } = await pool.query<QueueRow>({ ...QUEUE, values: [penilaiId, today, month] });
  return rows[0] ?? { waiting: [], states: {} };
}

/** The rows as the refusals of the domain need them. */
const ROW = `
  select x.id, x.position, x.target::float8 as target, x.realisasi::float8 as realisasi, x.pembilang::float8 as pembilang, x.penyebut::float8 as penyebut, x.uraian, x.sentence, x.cause,
         x.is_flagged as "isFlagged", x.capaian::float8 as capaian, x.verdict, x.verdict_note as "verdictNote", i.jenis,
         (i.monthly_target is null or i.monthly_target[substr(r.month, 6)::int] is not null) as "isDue"`;
const HEAD = `
  r.id, r.person_id as "personId", r.month, r.status, r.kewajiban, r.version, ${iso("r.submitted_at")} as "submittedAt", ${iso("r.returned_at")} as "returnedAt", r.first_verdict_at is not null as "isVerdictGiven",
  ${EXTRA_DAYS}::int as "extraDays"`;

export type StateRow = Pick<ReviewRow, "id" | "position" | "target" | "realisasi" | "pembilang" | "penyebut" | "uraian" | "sentence" | "cause" | "isFlagged" | "capaian" | "isDue"> & {
  verdict: Verdict | null; verdictNote: string | null; jenis: ReviewRow["indikator"]["jenis"];
};
export type StateReport = {
  id: string; personId: string; month: Month; status: MonthlyReportStatus; kewajiban: Kewajiban; version: number; submittedAt: string | null; returnedAt: string | null; isVerdictGiven: boolean; extraDays: number;
  rows: StateRow[];
};

const FOR_WRITE = {
  name: "review_for_write",
  text: `select ${HEAD}, coalesce((select json_agg(q order by q.position) from (${ROW}
      from report_row x join indikator i on i.id = x.indikator_id where x.report_id = r.id) q), '[]') as rows
    from monthly_report r where r.id = $1`,
};
/** The report with its verdicts, as the writing verbs need it; null where there is none. */
export async function findState(pool: Pool, id: string): Promise<StateReport | null> {
  return (await pool.query<StateReport>({ ...FOR_WRITE, values: [id] })).rows[0] ?? null;
}

const FILE = `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'mime', e.mime, 'sizeBytes', e.size_bytes, 'url', e.url, 'registerNumber', e.register_number, 'createdAt', e.created_at)`;
/** What is still a draft, or back for repair, is the pegawai's own. */
const SENT = (report: string): string => `${report}.status in ('submitted', 'checked', 'closed_unreviewed')`;
/** The same indicator in another report of the person: lines keep their id through the revisions of a year. */
const SAME_LINE = (month: string): string => `from monthly_report m join report_row o on o.report_id = m.id join indikator oi on oi.id = o.indikator_id
  where m.person_id = r."personId" and ${month} and ${SENT("m")} and oi.line_id = i.line_id`;

const WHOLE = {
  name: "review_whole",
  // $1 report, $2 today, $3 who looks
  text: `
    with r as (select ${HEAD}, r.is_late as "isLate", r.capaian::float8 as capaian, r.receipt_number as "receiptNumber", ${iso("r.checked_at")} as "checkedAt", r.kendala, r.bantuan, p.name, seat.jabatan, seat.unit
      from monthly_report r join person p on p.id = r.person_id left join ${seatOf("r.person_id")} seat on true where r.id = $1)
    select r.*,
      (select json_build_object('id', u.id, 'month', u.month, 'nada', u.nada, 'text', u.text, 'givenOn', u.given_on, 'reply', u.reply) from umpan_balik u
        where u.to_id = r."personId" and u.from_id = $3 and u.status = 'diberikan' order by u.given_on desc, u.given_at desc limit 1) as "lastUmpanBalik",
      coalesce((select json_agg(q order by q.position) from (${ROW},
          h.line_id as "lineId", h.position as "resultPosition", h.text as "resultText", h.prioritas, i.text as "indikatorText", i.arah, i.satuan,
          i.target::float8 as "targetYear", i.target_min::float8 as "targetMin", i.target_max::float8 as "targetMax", i.target_text as "targetText",
          (select json_build_object('realisasi', o.realisasi, 'pembilang', o.pembilang, 'penyebut', o.penyebut, 'uraian', o.uraian)
             ${SAME_LINE(`m.month = to_char((r.month || '-01')::date - 1, 'YYYY-MM')`)}) as "lastMonth",
          case when ${ADDS_UP} then (select coalesce(sum(o.realisasi), 0)::float8 ${SAME_LINE(`m.month between left(r.month, 4) || '-01' and r.month`)}) end as "yearTotal",
          coalesce((select json_agg(${FILE} order by e.created_at, e.id) from evidence e
            where e.report_row_id = x.id or e.note_id in (select n.id from daily_note n where n.report_row_id = x.id)), '[]') as evidence
        from report_row x join indikator i on i.id = x.indikator_id join hasil_kerja h on h.id = x.hasil_kerja_id where x.report_id = r.id) q), '[]') as rows
    from r`,
};
export type WholeRow = StateRow & {
  lineId: string; resultPosition: number; resultText: string; prioritas: ReviewRow["hasilKerja"]["prioritas"]; indikatorText: string; arah: ReviewRow["indikator"]["arah"]; satuan: string | null;
  targetYear: number | null; targetMin: number | null; targetMax: number | null; targetText: string | null;
  lastMonth: ReviewRow["lastMonth"]; yearTotal: number | null; evidence: EvidenceView[];
};
export type WholeReport = Omit<StateReport, "rows"> & {
  rows: WholeRow[]; isLate: boolean; capaian: number | null; receiptNumber: string | null; checkedAt: string | null; kendala: string | null; bantuan: string | null;
  name: string; jabatan: string | null; unit: string | null; lastUmpanBalik: ReviewView["lastUmpanBalik"];
};
/** The report with all that its check needs, in one statement; null where there is none. */
export async function findWhole(pool: Pool, id: string, today: LocalDate, viewerId: string): Promise<WholeReport | null> {
  return (await pool.query<WholeReport>({ ...WHOLE, values: [id, today, viewerId] })).rows[0] ?? null;
}

const TEAM = {
  name: "review_team",
  // $1 who leads, $2 today, $3 the months oldest first, $4 whether everyone below the unit led counts too, $5 part of a name, $6 the order, $7 the page; null for all
  text: `
    with tree as (select id from tree_version where ${TODAY}),
    led as (
      select n.ord, n.last_ord from placement p join jabatan j on j.id = p.jabatan_id and j.is_head join unit_node n on n.unit_id = p.unit_id and n.kind <> 'kota' join tree on tree.id = n.tree_id
       where $4 and p.person_id = $1 and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)),
    team as (
      select pegawai_id as id from penilai_relation where penilai_id = $1 and ${TODAY}
      union select s.person_id from led join unit_node n on n.ord between led.ord and led.last_ord join tree on tree.id = n.tree_id
        join placement s on s.unit_id = n.unit_id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2) where s.person_id <> $1),
    ranked as (
      select t.id, p.name, (select a.figures[1] - a.figures[2] from (select array_agg(c.capaian order by c.month desc) as figures from monthly_report c
               where c.person_id = t.id and c.month between ($3::text[])[1] and ($3::text[])[cardinality($3::text[])] and ${SENT("c")} and c.capaian is not null) a) as change
        from team t join person p on p.id = t.id),
    found as (
      select r.*, row_number() over (order by case when $6::text = 'nama' then lower(r.name) end, case when $6::text = '-nama' then lower(r.name) end desc,
               case when $6::text = '-perubahan' then -r.change else r.change end nulls last, lower(r.name), r.id) as place
        from ranked r where position(lower($5::text) in lower(r.name)) > 0),
    page as (select count(*)::int as found, least(coalesce($7::int, 1), greatest(1, ceil(count(*) / ${TEAM_PAGE}.0)::int)) as number from found)
    select json_build_object('months', to_json($3::text[]), 'total', (select count(*) from ranked), 'fallen', (select count(*) from ranked where change <= -1),
        'largest', (select json_build_object('name', r.name, 'change', r.change) from ranked r where r.change <= -1 order by r.change, lower(r.name), r.id limit 1),
        'found', page.found, 'page', page.number, 'people', coalesce((
      select json_agg(json_build_object('id', f.id, 'name', f.name, 'jabatan', j.name, 'unit', n.name, 'months', y.months, 'change', f.change) order by f.place)
        from found f
        left join placement s on s.person_id = f.id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)
        left join jabatan j on j.id = s.jabatan_id left join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree)
        cross join lateral (
          select json_agg(case when r.id is null then case when m.month < ${startOf("f.id", "$2")} then json_build_object('kewajiban', 'tidak_tercatat', 'status', 'draft', 'isLate', false, 'capaian', null, 'reportId', null) end else json_build_object('kewajiban', r.kewajiban, 'status', r.status, 'isLate', r.is_late, 'capaian', case when ${SENT("r")} then r.capaian end, 'reportId', r.id) end order by m.month) as months
            from unnest($3::text[]) as m(month) left join monthly_report r on r.person_id = f.id and r.month = m.month) y
       where $7::int is null or f.place between (page.number - 1) * ${TEAM_PAGE} + 1 and page.number * ${TEAM_PAGE}), '[]'))::text as team
      from page`,
};
export type TeamAsked = { leaderId: string; today: LocalDate; months: readonly Month[]; withUnit: boolean; name?: string | undefined; order?: string | undefined; page?: number | undefined };
/**
 * W2, the prepared statement of a head's team: the people with their months as JSON text that goes out as it is,
 * since passing 200 rows of 12 months through objects and a serialiser costs more than the query. Also what the bench runs bare.
 * The months are read only for the people of the page: below a large department stand thousands.
 */
export function teamStatement(v: TeamAsked): { name: string; text: string; values: unknown[] } {
  return { ...TEAM, values: [v.leaderId, v.today, v.months, v.withUnit, v.name ?? "", v.order ?? "perubahan", v.page ?? null] };
}
/** The answer as JSON text of `teamView`. */
export async function findTeam(pool: Pool, v: TeamAsked): Promise<string> {
  const [row] = (await pool.query<{ team: string }>(teamStatement(v))).rows;
  if (row === undefined) throw new Error("a statement without a condition gave no row");
  return row.team;
}
