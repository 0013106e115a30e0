import type { KeberatanBasis, KeberatanView } from "@teraju/contracts/keberatan";
import type { Aspect, Ekspektasi, KeberatanStatus, LocalDate, PengembalianAnswer, Predikat, Putusan } from "@teraju/domain";
import type { Pool } from "pg";
import type { Period } from "../appraisal/period.ts";

/** Evidence of reports that were sent, and umpan balik that was received, as a claim may point at them. */
const EVIDENCE = `json_build_object('kind', 'evidence', 'id', e.id, 'title', e.title, 'month', m.month, 'url', e.url, 'registerNumber', e.register_number, 'hasFile', e.storage_key is not null)`;
const EVIDENCE_FROM = "evidence e left join daily_note n on n.id = e.note_id join report_row w on w.id = coalesce(e.report_row_id, n.report_row_id) join monthly_report m on m.id = w.report_id";
const UMPAN_BALIK = `json_build_object('kind', 'umpan_balik', 'id', u.id, 'from', g.name, 'nada', u.nada, 'text', u.text, 'givenOn', u.given_on)`;
const UMPAN_BALIK_FROM = "umpan_balik u join person g on g.id = u.from_id";

const MATERIAL = {
  name: "keberatan_material",
  text: `
    select b.basis from (
      select ${EVIDENCE} as basis, 1 as kind, m.month as at, e.id from ${EVIDENCE_FROM} where m.person_id = $1 and m.month between $2 and $3 and m.status in ('submitted', 'checked', 'closed_unreviewed')
      union all
      select ${UMPAN_BALIK}, 2, u.given_on::text, u.id from ${UMPAN_BALIK_FROM} where u.to_id = $1 and u.month between $2 and $3 and u.status = 'diberikan') b
     order by b.kind, b.at, b.id`,
};
/** All that the pegawai of a period may point at. One query. */
export async function listMaterial(pool: Pool, period: Period, personId: string): Promise<KeberatanBasis[]> {
  const { rows } = await pool.query<{ basis: KeberatanBasis }>({ ...MATERIAL, values: [personId, period.firstMonth, period.lastMonth] });
  return rows.map((row) => row.basis);
}

export type ClaimRow = { id: string; aspect: Aspect; target: string | null; alasan: string; basis: KeberatanBasis[] };
/** Minutes of a hearing, with the answers of those who gave one. */
export type HearingRow = {
  id: string; on: LocalDate; place: string; isOwnerPresent: boolean; isPenilaiPresent: boolean; others: string | null; said: string; by: string; writtenOn: LocalDate; hash: string;
  answers: { personId: string; answer: PengembalianAnswer; note: string | null; on: LocalDate }[];
};
type Named = { id: string; name: string; jabatan: string | null };
export type KeberatanRow = {
  id: string; appraisalId: string; periodId: string; personId: string; penilaiId: string; atasanId: string; status: KeberatanStatus; version: number;
  receivedOn: LocalDate; filedOn: LocalDate; explanation: string | null; explainedOn: LocalDate | null;
  putusan: Putusan | null; alasan: string | null; rekomendasi: string | null; decidedOn: LocalDate | null; decidedAt: string | null;
  outcome: { id: string; predikat: Predikat; hasilKerja: Ekspektasi; perilaku: Ekspektasi } | null;
  penilai: Named; atasan: Named & { isKepalaDaerah: boolean }; claims: ClaimRow[]; laid: KeberatanView["laid"]; hearings: HearingRow[];
};

const POST = (id: string): string => `(select j.name from placement s join jabatan j on j.id = s.jabatan_id where s.person_id = ${id} and s.valid_from <= k.filed_on and (s.valid_until is null or s.valid_until > k.filed_on) order by (s.kind = 'definitif') desc limit 1)`;
const COLUMNS = `k.id, k.appraisal_id as "appraisalId", a.period_id as "periodId", k.person_id as "personId", k.penilai_id as "penilaiId", k.atasan_id as "atasanId", k.status, k.version,
  k.received_on as "receivedOn", k.filed_on as "filedOn", k.explanation, k.explained_on as "explainedOn", k.putusan, k.alasan, k.rekomendasi, k.decided_on as "decidedOn", to_json(k.decided_at) #>> '{}' as "decidedAt"`;
const ONE = {
  name: "keberatan_one",
  text: `
    select ${COLUMNS},
      (select json_build_object('id', o.id, 'predikat', o.predikat, 'hasilKerja', o.hasil_kerja, 'perilaku', o.perilaku) from appraisal o where o.id = k.outcome_id) as outcome,
      (select json_build_object('id', p.id, 'name', p.name, 'jabatan', ${POST("p.id")}) from person p where p.id = k.penilai_id) as penilai,
      (select json_build_object('id', p.id, 'name', p.name, 'jabatan', ${POST("p.id")}, 'isKepalaDaerah', exists (
         select from placement s join jabatan j on j.id = s.jabatan_id and j.is_head join unit_node n on n.unit_id = s.unit_id and n.kind = 'kota'
          where s.person_id = p.id and s.valid_from <= k.filed_on and (s.valid_until is null or s.valid_until > k.filed_on))) from person p where p.id = k.atasan_id) as atasan,
      coalesce((select json_agg(json_build_object('id', c.id, 'aspect', c.aspect, 'target', c.target, 'alasan', c.alasan, 'basis', coalesce((
         select json_agg(x.basis order by x.id) from (
           select b.id, ${EVIDENCE} as basis from keberatan_basis b join ${EVIDENCE_FROM.replace("evidence e", "evidence e on e.id = b.evidence_id")} where b.claim_id = c.id
           union all
           select b.id, ${UMPAN_BALIK} from keberatan_basis b join umpan_balik u on u.id = b.umpan_balik_id join person g on g.id = u.from_id where b.claim_id = c.id) x), '[]')) order by c.position)
         from keberatan_claim c where c.keberatan_id = k.id), '[]') as claims,
      coalesce((select json_agg(json_build_object('id', e.id, 'title', e.title, 'url', e.url, 'registerNumber', e.register_number, 'hasFile', e.storage_key is not null, 'by', case when e.owner_id = k.person_id then 'owner' else 'penilai' end,
         'on', to_char(e.created_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD')) order by e.created_at, e.id) from evidence e where e.keberatan_id = k.id), '[]') as laid,
      coalesce((select json_agg(json_build_object('id', h.id, 'on', h.held_on, 'place', h.place, 'isOwnerPresent', h.is_owner_present, 'isPenilaiPresent', h.is_penilai_present, 'others', h.others, 'said', h.said,
         'by', w.name, 'writtenOn', h.written_on, 'hash', h.hash, 'answers', coalesce((select json_agg(json_build_object('personId', r.person_id, 'answer', r.answer, 'note', r.note, 'on', r.answered_on)) from keberatan_hearing_answer r where r.hearing_id = h.id), '[]'))
         order by h.held_on, h.written_at, h.id) from keberatan_hearing h join person w on w.id = h.written_by where h.keberatan_id = k.id), '[]') as hearings
      from keberatan k join appraisal a on a.id = k.appraisal_id where k.id = $1`,
};
/** A keberatan, whole. One query; null where there is none. */
export async function findKeberatan(pool: Pool, id: string): Promise<KeberatanRow | null> {
  return (await pool.query<KeberatanRow>({ ...ONE, values: [id] })).rows[0] ?? null;
}

const OF_RESULT = { name: "keberatan_of_result", text: "select id, status, filed_on as \"filedOn\" from keberatan where appraisal_id = $1" };
export async function findOfResult(pool: Pool, resultId: string): Promise<{ id: string; status: KeberatanStatus; filedOn: LocalDate } | null> {
  return (await pool.query<{ id: string; status: KeberatanStatus; filedOn: LocalDate }>({ ...OF_RESULT, values: [resultId] })).rows[0] ?? null;
}

const ATASAN = {
  name: "keberatan_atasan",
  text: `
    select p.id, p.name, (select j.name from placement s join jabatan j on j.id = s.jabatan_id where s.person_id = p.id and s.valid_from <= $4 and (s.valid_until is null or s.valid_until > $4) order by (s.kind = 'definitif') desc limit 1) as jabatan
      from person p where p.id = coalesce((select atasan_id from penilai_relation where pegawai_id = $1 and penilai_id = $2 and valid_from <= $4 and (valid_until is null or valid_until > $4)), $3)`,
};
/** Who stands above the penilai: today's atasan as long as the penilai is still the pegawai's, else who stood there when the result was set. */
export async function findAtasan(pool: Pool, of: { personId: string; penilaiId: string; atasanId: string | null }, today: LocalDate): Promise<Named | null> {
  return (await pool.query<Named>({ ...ATASAN, values: [of.personId, of.penilaiId, of.atasanId, today] })).rows[0] ?? null;
}

const MINE = {
  name: "keberatan_mine",
  text: `
    select k.id, k.appraisal_id as "resultId", a.period_id as "periodId", k.person_id as "personId", k.penilai_id as "penilaiId", p.name as pegawai, k.status, k.filed_on as "filedOn", k.putusan, k.outcome_id as "outcomeId"
      from keberatan k join appraisal a on a.id = k.appraisal_id join person p on p.id = k.person_id
     where $1 in (k.person_id, k.penilai_id, k.atasan_id) and ($2::uuid is null or $2 in (k.appraisal_id, k.outcome_id))
     order by (k.status = 'decided'), k.filed_on desc, k.id limit 200`,
};
export type MineRow = { id: string; resultId: string; periodId: string; personId: string; penilaiId: string; pegawai: string; status: KeberatanStatus; filedOn: LocalDate; putusan: Putusan | null; outcomeId: string | null };
/** What somebody is a party to, waiting first, at most 200. */
export async function listMine(pool: Pool, actorId: string, resultId: string | null): Promise<MineRow[]> {
  return (await pool.query<MineRow>({ ...MINE, values: [actorId, resultId] })).rows;
}

/**
 * Others of the same job family and level with a final result of the period, of another unit and another penilai: whether this
 * penilai measures like the rest is the question. With how many there are, so that too few are not shown.
 */
const COMPARABLE = {
  name: "keberatan_comparable",
  text: `
    with me as (
      select a.*, pe.job_family, j.jenis, j.jenjang from appraisal a join person pe on pe.id = a.person_id
        join placement p on p.person_id = a.person_id and p.kind = 'definitif' and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2) join jabatan j on j.id = p.jabatan_id
       where a.id = $1),
    pool as (
      select a.id, a.predikat, a.hasil_kerja as "hasilKerja", a.perilaku, round(a.indeks)::int as indeks, abs(a.indeks - me.indeks) as distance
        from me join appraisal a on a.period_id = me.period_id and a.status = 'final' and a.is_current and a.person_id <> me.person_id and a.unit_id <> me.unit_id and a.penilai_id <> me.penilai_id
        join person pe on pe.id = a.person_id and pe.job_family = me.job_family
        join placement p on p.person_id = a.person_id and p.kind = 'definitif' and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)
        join jabatan j on j.id = p.jabatan_id and j.jenis = me.jenis and j.jenjang is not distinct from me.jenjang)
    select (select count(*)::int from pool) as n, predikat, "hasilKerja", perilaku, indeks,
           (select json_build_object('di_atas', count(*) filter (where r.rating = 'di_atas'), 'sesuai', count(*) filter (where r.rating = 'sesuai'), 'di_bawah', count(*) filter (where r.rating = 'di_bawah'))
              from appraisal_rating r where r.appraisal_id = pool.id) as rows
      from pool order by distance nulls last, md5(id::text || $1::text) limit 3`,
};
type Case = { predikat: Predikat; hasilKerja: Ekspektasi; perilaku: Ekspektasi; indeks: number | null; rows: Record<Ekspektasi, number> };
export async function listComparable(pool: Pool, resultId: string, day: LocalDate): Promise<{ people: number; cases: Case[] }> {
  const { rows } = await pool.query<Case & { n: number }>({ ...COMPARABLE, values: [resultId, day] });
  return { people: rows[0]?.n ?? 0, cases: rows.map(({ n: _, ...one }) => one) };
}

/** A person as official forms name them on the day of filing. */
export type DocumentPerson = { name: string; nip: string | null; golongan: string | null; jabatan: string | null; unit: string | null };
const PEOPLE = {
  name: "keberatan_document_people",
  text: `
    with tree as (select id from tree_version where valid_from <= $4 and (valid_until is null or valid_until > $4)),
    who as (
      select p.id, json_build_object('name', p.name, 'nip', p.nip, 'golongan', p.golongan, 'jabatan', s.jabatan, 'unit', s.unit) as person, s.opd_id
        from person p left join lateral (
          select j.name as jabatan, n.name as unit, n.opd_id from placement l join jabatan j on j.id = l.jabatan_id join unit_node n on n.unit_id = l.unit_id and n.tree_id = (select id from tree)
           where l.person_id = p.id and l.valid_from <= $4 and (l.valid_until is null or l.valid_until > $4) order by (l.kind = 'definitif') desc, n.depth limit 1) s on true
       where p.id in ($1, $2, $3))
    select json_build_object('pegawai', (select person from who where id = $1), 'penilai', (select person from who where id = $2), 'atasan', (select person from who where id = $3)) as people,
           (select n.name from unit_node n where n.tree_id = (select id from tree) and n.kind = 'kota') as government,
           (select opd_id from who where id = $1) as "opdId", (select n.name from unit_node n where n.tree_id = (select id from tree) and n.unit_id = (select opd_id from who where id = $1)) as opd`,
};
type Documented = { people: Record<"pegawai" | "penilai" | "atasan", DocumentPerson>; government: string; opdId: string | null; opd: string | null };
/** The three of a keberatan with the letterhead's names. One query. */
export async function findDocumentPeople(pool: Pool, of: Pick<KeberatanRow, "personId" | "penilaiId" | "atasanId" | "filedOn">): Promise<Documented> {
  const { rows } = await pool.query<Documented>({ ...PEOPLE, values: [of.personId, of.penilaiId, of.atasanId, of.filedOn] });
  const [row] = rows;
  if (row === undefined) throw new Error("a select of scalars gave no row");
  return row;
}
