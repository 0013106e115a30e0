import type { Candidate, PenilaiCorrectionView } from "@teraju/contracts";
import type { LocalDate, Month, MonthlyReportStatus, PenilaiCorrectionStatus, PeriodeKind } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson } from "../../person-sql.ts";

export type Person = PenilaiCorrectionView["pegawai"];

const ON = (t: string): string => `${t}.valid_from <= $1 and (${t}.valid_until is null or ${t}.valid_until > $1)`;
const TREE = `(select t.id from tree_version t where ${ON("t")})`;
const PERSON = (id: string): string => personJson(id, "$1", TREE);

export type Row = {
  id: string; pegawaiId: string; penilaiId: string | null; proposedId: string | null; status: PenilaiCorrectionStatus; version: number; reason: string; askedOn: LocalDate;
  pegawai: Person; penilai: Person | null; proposed: Person | null; decidedOn: LocalDate | null; decidedPenilai: Person | null; effectiveFrom: LocalDate | null; note: string | null;
};
const VIEW = `
  c.id, c.pegawai_id as "pegawaiId", c.penilai_id as "penilaiId", c.proposed_id as "proposedId", c.status, c.version, c.reason, c.asked_on as "askedOn",
  ${PERSON("c.pegawai_id")} as pegawai, ${PERSON("c.penilai_id")} as penilai, ${PERSON("c.proposed_id")} as proposed,
  c.decided_on as "decidedOn", ${PERSON("c.decided_penilai_id")} as "decidedPenilai", c.effective_from as "effectiveFrom", c.note`;

const ONE = { name: "penilai_correction_one", text: `select ${VIEW} from penilai_correction c where c.id = $2` };
export async function findOne(pool: Pool, id: string, today: LocalDate): Promise<Row | null> {
  return (await pool.query<Row>({ ...ONE, values: [today, id] })).rows[0] ?? null;
}
const MINE = { name: "penilai_correction_mine", text: `select ${VIEW} from penilai_correction c where c.pegawai_id = $2 order by c.asked_on desc, c.id desc limit 20` };
/** What one pegawai has asked, the latest first. */
export async function findMine(pool: Pool, pegawaiId: string, today: LocalDate): Promise<Row[]> {
  return (await pool.query<Row>({ ...MINE, values: [today, pegawaiId] })).rows;
}
const QUEUE = {
  name: "penilai_correction_queue",
  // $1 today, $2 perangkat daerah, null for all
  text: `with kept as (
      select k.* from penilai_correction k where $2::uuid[] is null or exists (select from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = ${TREE}
        where s.person_id = k.pegawai_id and s.kind = 'definitif' and ${ON("s")} and coalesce(n.opd_id, n.unit_id) = any($2)))
    select ${VIEW} from ((select * from kept where status = 'open' order by asked_on, id limit 500)
    union all (select * from kept where status in ('accepted', 'declined') order by decided_on desc, id desc limit 20)) c
   order by (c.status = 'open') desc, case when c.status = 'open' then c.asked_on end, c.decided_on desc nulls last, c.id`,
};
/** The open ones, longest first, then the last twenty that were settled. */
export async function findQueue(pool: Pool, today: LocalDate, opds: readonly string[] | null): Promise<Row[]> {
  return (await pool.query<Row>({ ...QUEUE, values: [today, opds] })).rows;
}

export type OnRecord = { relationId: string | null; penilaiId: string | null; penilai: Person | null; atasan: Person | null; since: LocalDate | null; until: LocalDate | null; basis: string | null; bawahanIds: string[]; isFinal: boolean; pimpinan: { person: Person; task: string; from: LocalDate }[] };
const ON_RECORD = {
  name: "penilai_on_record",
  text: `select r.id as "relationId", r.penilai_id as "penilaiId", ${PERSON("r.penilai_id")} as penilai, ${PERSON("r.atasan_id")} as atasan, r.valid_from as since, r.valid_until as until, r.basis,
    coalesce((select json_agg(b.pegawai_id) from penilai_relation b where b.penilai_id = $2 and ${ON("b")}), '[]') as "bawahanIds",
    exists (select from placement s join jabatan j on j.id = s.jabatan_id and j.jenis = 'kepala_daerah' where s.person_id = r.penilai_id and ${ON("s")}) as "isFinal",
    coalesce((select json_agg(json_build_object('person', ${PERSON("m.pimpinan_id")}, 'task', m.task, 'from', m.valid_from) order by m.valid_from) from pimpinan_relation m where m.pegawai_id = $2 and ${ON("m")}), '[]') as pimpinan
    from (select $2::uuid as pegawai_id) me left join penilai_relation r on r.pegawai_id = me.pegawai_id and ${ON("r")}`,
};
/** Who rates a pegawai today, which further pimpinan there are, and whom the pegawai rates. Always a row; its parts are null where nobody is on record. */
export async function findOnRecord(pool: Pool, pegawaiId: string, today: LocalDate): Promise<OnRecord> {
  const { rows } = await pool.query<OnRecord>({ ...ON_RECORD, values: [today, pegawaiId] });
  const [row] = rows;
  if (row === undefined) throw new Error("a left join from one row gave none");
  return row;
}

const CANDIDATES = {
  name: "penilai_candidates",
  // Heads of the pegawai's own unit and of those above it, nearest first (rules: the direct superior); who stands in for one counts too.
  text: `
    with seat as (select n.ord from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = ${TREE} where s.person_id = $2 and ${ON("s")}),
    above as (
      select s.person_id as id, case when s.kind = 'definitif' then 'head' else 'plt' end as why, max(n.depth) as depth
        from unit_node n join jabatan j on j.unit_id = n.unit_id and j.is_head join placement s on s.jabatan_id = j.id and ${ON("s")}
       where n.tree_id = ${TREE} and exists (select from seat where seat.ord between n.ord and n.last_ord) group by 1, 2),
    named as (
      select id, why, 1 as rank, depth from above
      union all (
        select p.id, 'search', 2, 0 from person p where $3::text is not null and p.name ilike $3
           and exists (select from placement s where s.person_id = p.id and ${ON("s")}) order by p.name limit 10)),
    best as (select distinct on (id) * from named where id <> $2 order by id, rank, why)
    select b.why, ${PERSON("b.id")} as person from best b order by b.rank, b.depth desc, b.why, b.id limit 20`,
};
/** Who might be the right penilai: `usulanId`, then heads up the tree, nearest first; with `q` also people on a post by a part of their name. */
export async function findCandidates(pool: Pool, pegawaiId: string, today: LocalDate, q: string | null, usulanId: string | null): Promise<Candidate[]> {
  const pattern = q === null ? null : `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await pool.query<{ why: Candidate["why"]; person: Person }>({ ...CANDIDATES, values: [today, pegawaiId, pattern] });
  const found = rows.map(({ why, person }): Candidate => (person.id === usulanId ? { ...person, why: "usulan" } : { ...person, why }));
  return [...found.filter(({ why }) => why === "usulan"), ...found.filter(({ why }) => why !== "usulan")];
}

const SEATED = { name: "penilai_seated", text: `select ${PERSON("$2::uuid")} as person where exists (select from placement s where s.person_id = $2 and ${ON("s")})` };
/** Somebody who sits on a post on that day; null for everybody else: only such a person can rate. */
export async function findSeated(pool: Pool, personId: string, today: LocalDate): Promise<Person | null> {
  return (await pool.query<{ person: Person | null }>({ ...SEATED, values: [today, personId] })).rows[0]?.person ?? null;
}

export type OpenWork = { reports: { month: Month; status: MonthlyReportStatus }[]; skpWaiting: boolean; periods: { id: string; year: number; kind: PeriodeKind; number: number }[] };
const OPEN_WORK = {
  name: "penilai_open_work",
  text: `select
    coalesce((select json_agg(json_build_object('month', r.month, 'status', r.status) order by r.month) from monthly_report r
      where r.person_id = $2 and r.status in ('draft', 'submitted', 'returned') and r.kewajiban = 'wajib_lapor'), '[]') as reports,
    exists (select from skp k where k.person_id = $2 and k.status = 'proposed') as "skpWaiting",
    coalesce((select json_agg(json_build_object('id', e.id, 'year', e.year, 'kind', e.kind, 'number', e.number) order by e.rating_until) from evaluation_period e
      where e.closed_at is null and e.rating_from <= $1 and not exists (select from appraisal a where a.period_id = e.id and a.person_id = $2 and a.is_current and a.status = 'final')), '[]') as periods`,
};
/** What of a pegawai still waits for a penilai, whoever that is. */
export async function findOpenWork(pool: Pool, pegawaiId: string, today: LocalDate): Promise<OpenWork> {
  const { rows } = await pool.query<OpenWork>({ ...OPEN_WORK, values: [today, pegawaiId] });
  const [row] = rows;
  if (row === undefined) throw new Error("a select of scalars gave no row");
  return row;
}

/** Who rates that person on a day: the atasan of whoever they rate. Null where nobody is on record. */
export async function findPenilaiId(pool: Pool, pegawaiId: string, on: LocalDate): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({ name: "penilai_id_on", text: `select r.penilai_id as id from penilai_relation r where r.pegawai_id = $2 and ${ON("r")}`, values: [on, pegawaiId] });
  return rows[0]?.id ?? null;
}
