import type { Colleague, UmpanBalikView } from "@teraju/contracts";
import type { LocalDate, Month, Perilaku, UmpanBalikNada, UmpanBalikStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson } from "../../person-sql.ts";
import { iso } from "../../report.ts";

const PERSON = (id: string): string => personJson(id, "$2");
/** One umpan balik as the view needs it. The result in words, from the newest revision of the receiver's SKP. */
const VIEW = `
  u.id, u.from_id as "fromId", u.to_id as "toId", ${PERSON("u.from_id")} as "from", ${PERSON("u.to_id")} as "to", u.month, u.line_id as "lineId", u.report_row_id as "reportRowId",
  (select h.text from hasil_kerja h join skp s on s.id = h.skp_id where h.line_id = u.line_id and s.person_id = u.to_id order by s.year desc, s.revision desc limit 1) as result,
  u.perilaku, u.status, u.question, u.requested_on as "requestedOn", u.nada, u.text, u.given_on as "givenOn", ${iso("u.read_at")} as "readAt", u.reply, ${iso("u.replied_at")} as "repliedAt", u.version`;
type Person = UmpanBalikView["from"];
export type Row = {
  id: string; fromId: string; toId: string; from: Person; to: Person; month: Month; lineId: string | null; reportRowId: string | null; result: string | null; perilaku: Perilaku | null;
  status: UmpanBalikStatus; question: string | null; requestedOn: LocalDate | null; nada: UmpanBalikNada | null; text: string | null; givenOn: LocalDate | null; readAt: string | null;
  reply: string | null; repliedAt: string | null; version: number;
};

const ONE = { name: "umpan_balik_one", text: `select ${VIEW} from umpan_balik u where u.id = $1` };
/** One of them, with people as they sit today; null where there is none. */
export async function findOne(pool: Pool, id: string, today: LocalDate): Promise<Row | null> {
  return (await pool.query<Row>({ ...ONE, values: [id, today] })).rows[0] ?? null;
}

/** The day that orders a thread: when it was given, else asked for. */
const DAY = "coalesce(u.given_on, u.requested_on)";
const BOX = `case when u.status = 'diberikan' then case when u.to_id = $1 then 'to_me' else 'by_me' end else case when u.from_id = $1 then 'asked_of_me' else 'asked_by_me' end end`;
const MINE = {
  name: "umpan_balik_mine",
  // $1 who, $2 today, $3 with, $4 month, $5 box, $6 day and $7 id of the last one shown, $8 how many
  text: `
    with mine as (select u.* from umpan_balik u where u.to_id = $1 union select u.* from umpan_balik u where u.from_id = $1),
    chosen as (
      select u.* from mine u
       where ($3::uuid is null or $3 in (u.from_id, u.to_id)) and ($4::text is null or u.month = $4) and ($5::text is null or ${BOX} = $5)
         and ($6::date is null or (${DAY}, u.id) < ($6, $7::uuid))
       order by ${DAY} desc, u.id desc limit $8)
    select (select count(*)::int from mine where to_id = $1 and status = 'diberikan' and read_at is null) as unread,
           (select count(*)::int from mine where from_id = $1 and status = 'diminta') as "askedOfMe",
           coalesce((select json_agg(q order by coalesce(q."givenOn", q."requestedOn") desc, q.id desc) from (select ${VIEW} from chosen u) q), '[]') as items`,
};
export type Choice = { with?: string | undefined; month?: Month | undefined; box?: UmpanBalikView["box"] | undefined };
/** Mine, newest first, with the two counts, in one statement. `after`: day and id of the last one of the page before. */
export async function findMine(pool: Pool, personId: string, today: LocalDate, c: Choice, after: { day: LocalDate; id: string } | null, limit: number): Promise<{ items: Row[]; unread: number; askedOfMe: number }> {
  const { rows } = await pool.query<{ items: Row[]; unread: number; askedOfMe: number }>({ ...MINE, values: [personId, today, c.with ?? null, c.month ?? null, c.box ?? null, after?.day ?? null, after?.id ?? null, limit] });
  return rows[0] ?? { items: [], unread: 0, askedOfMe: 0 };
}

/** Whose report the row stands in, of which month and about which result; null where there is no such row, or it was never sent. */
export async function findReportRow(pool: Pool, rowId: string): Promise<{ personId: string; month: Month; lineId: string } | null> {
  const { rows } = await pool.query<{ personId: string; month: Month; lineId: string }>(
    `select r.person_id as "personId", r.month, h.line_id as "lineId" from report_row x join monthly_report r on r.id = x.report_id join hasil_kerja h on h.id = x.hasil_kerja_id
      where x.id = $1 and r.status <> 'draft'`, [rowId]);
  return rows[0] ?? null;
}

const LINES = {
  name: "umpan_balik_lines",
  text: `select h.line_id as "lineId", h.text from skp s join hasil_kerja h on h.skp_id = s.id where s.person_id = $1 and s.year = $2 and s.status = 'set' order by h.position`,
};
/** The results of the SKP in force in a year, in their order. */
export async function findLines(pool: Pool, personId: string, year: number): Promise<{ lineId: string; text: string }[]> {
  return (await pool.query<{ lineId: string; text: string }>({ ...LINES, values: [personId, year] })).rows;
}

const COLLEAGUES = {
  name: "colleague_list",
  // $1 who asks, $2 today, $3 part of a name, escaped, or null
  text: `
    with tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2)),
    seat as (
      select s.person_id, j.name as jabatan, n.name as unit, n.unit_id, n.opd_id from placement s join jabatan j on j.id = s.jabatan_id join unit_node n on n.unit_id = s.unit_id join tree on tree.id = n.tree_id
       where s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)),
    me as (select * from seat where person_id = $1),
    near as (
      select r.penilai_id as id, 1 as rank from penilai_relation r where r.pegawai_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
      union all select r.atasan_id, 2 from penilai_relation r where r.pegawai_id = $1 and r.atasan_id is not null and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
      union all select r.pegawai_id, 3 from penilai_relation r where r.penilai_id = $1 and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)
      union all select m.pimpinan_id, 2 from pimpinan_relation m where m.pegawai_id = $1 and m.valid_from <= $2 and (m.valid_until is null or m.valid_until > $2)
      union all select m.pegawai_id, 4 from pimpinan_relation m where m.pimpinan_id = $1 and m.valid_from <= $2 and (m.valid_until is null or m.valid_until > $2)
      union all select seat.person_id, case when seat.unit_id = me.unit_id then 4 else 5 end from me join seat on seat.opd_id = me.opd_id),
    best as (select id, min(rank) as rank from near where id <> $1 group by id)
    select p.id, p.name, seat.jabatan, seat.unit, case when b.rank <= 2 then 'superior' when b.rank = 3 then 'bawahan' else 'colleague' end as relation
      from best b join person p on p.id = b.id left join seat on seat.person_id = p.id
     where $3::text is null or p.name ilike $3
     order by b.rank, p.name, p.id limit 20`,
};
/** Own penilai first, then the atasan and further pimpinan, then bawahan and whom one leads in a task, then the same office, then the department. */
export async function findColleagues(pool: Pool, personId: string, today: LocalDate, q: string | null): Promise<Colleague[]> {
  const pattern = q === null ? null : `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return (await pool.query<Colleague>({ ...COLLEAGUES, values: [personId, today, pattern] })).rows;
}
