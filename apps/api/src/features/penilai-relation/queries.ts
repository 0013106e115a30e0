import type { LocalDate, Month, MonthlyReportStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";

const ON = (t: string): string => `${t}.valid_from <= $1 and (${t}.valid_until is null or ${t}.valid_until > $1)`;
const TREE = `(select t.id from tree_version t where ${ON("t")})`;
const PERSON = (id: string): string => personJson(id, "$1", TREE);

export type ListRow = { personId: string; name: string; penilaiId: string | null; atasanId: string | null; since: LocalDate | null; basis: string | null; isPenilaiSeated: boolean };
const LIST = {
  name: "penilai_relation_list",
  // $1 today, $2 perangkat daerah, null for all
  text: `
    with tree as (select t.id from tree_version t where ${ON("t")}), seat as (
      select distinct on (s.person_id) s.person_id, coalesce(n.opd_id, n.unit_id) as opd from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree)
       where ${ON("s")} order by s.person_id, (s.kind = 'definitif') desc)
    select p.id as "personId", p.name, r.penilai_id as "penilaiId", r.atasan_id as "atasanId", r.valid_from as since, r.basis,
           exists (select from placement q where q.person_id = r.penilai_id and ${ON("q")}) as "isPenilaiSeated"
      from seat join person p on p.id = seat.person_id and p.jenis <> 'pejabat' left join penilai_relation r on r.pegawai_id = p.id and ${ON("r")}
     where $2::uuid[] is null or seat.opd = any($2) order by lower(p.name), p.id`,
};
/** Everybody on a post of these departments, or of the city, with who rates them. One query. */
export async function findList(pool: Pool, today: LocalDate, opds: readonly string[] | null): Promise<ListRow[]> {
  return (await pool.query<ListRow>({ ...LIST, values: [today, opds] })).rows;
}

const OPDS = { name: "penilai_relation_opds", text: `select n.unit_id as id, n.name from unit_node n where n.tree_id = ${TREE} and n.depth = 1 and ($2::uuid[] is null or n.unit_id = any($2)) order by n.ord` };
export async function findOpds(pool: Pool, today: LocalDate, opds: readonly string[] | null): Promise<{ id: string; name: string }[]> {
  return (await pool.query<{ id: string; name: string }>({ ...OPDS, values: [today, opds] })).rows;
}

const PEOPLE = { name: "penilai_relation_people", text: `select ${PERSON("d.id")} as person from unnest($2::uuid[]) d(id)` };
/** Names, posts and units of a day, by id. */
export async function findPersons(pool: Pool, today: LocalDate, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  const { rows } = await pool.query<{ person: PersonRef | null }>({ ...PEOPLE, values: [today, [...new Set(ids)]] });
  return new Map(rows.flatMap(({ person }) => (person === null ? [] : [[person.id, person] as const])));
}

const SEARCH = { name: "penilai_relation_search", text: `select ${PERSON("o.id")} as person from person o where o.name ilike $2 and exists (select from placement s where s.person_id = o.id and ${ON("s")}) order by lower(o.name), o.id limit 20` };
export async function findByName(pool: Pool, today: LocalDate, q: string): Promise<PersonRef[]> {
  const { rows } = await pool.query<{ person: PersonRef }>({ ...SEARCH, values: [today, `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`] });
  return rows.map(({ person }) => person);
}

export type Days = { from: LocalDate; until: LocalDate | null };
export type LineRow = Days & { penilaiId: string; atasanId: string | null; basis: string | null };
export type PimpinanRow = Days & { id: string; pegawaiId: string; pimpinanId: string; task: string };
export type OneRow = { lines: LineRow[]; pimpinan: PimpinanRow[]; reports: { month: Month; status: MonthlyReportStatus }[]; bawahanIds: string[]; heads: string[] };
const ONE = {
  name: "penilai_relation_one",
  // $1 today, $2 pegawai
  text: `
    with own as (select n.ord from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = ${TREE} where s.person_id = $2 and ${ON("s")})
    select
      coalesce((select json_agg(json_build_object('penilaiId', r.penilai_id, 'atasanId', r.atasan_id, 'basis', r.basis, 'from', r.valid_from, 'until', r.valid_until) order by r.valid_from desc) from penilai_relation r where r.pegawai_id = $2), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', m.id, 'pegawaiId', m.pegawai_id, 'pimpinanId', m.pimpinan_id, 'task', m.task, 'from', m.valid_from, 'until', m.valid_until) order by m.valid_from desc) from pimpinan_relation m where m.pegawai_id = $2), '[]') as pimpinan,
      coalesce((select json_agg(json_build_object('month', m.month, 'status', m.status) order by m.month) from monthly_report m where m.person_id = $2 and m.kewajiban = 'wajib_lapor' and m.status in ('draft', 'submitted', 'returned')), '[]') as reports,
      coalesce((select json_agg(b.pegawai_id) from penilai_relation b where b.penilai_id = $2 and ${ON("b")}), '[]') as "bawahanIds",
      coalesce((select json_agg(h.id order by h.depth desc) from (select distinct s.person_id as id, n.depth from unit_node n join jabatan j on j.unit_id = n.unit_id and j.is_head join placement s on s.jabatan_id = j.id and ${ON("s")}
        where n.tree_id = ${TREE} and s.person_id <> $2 and exists (select from own where own.ord between n.ord and n.last_ord)) h), '[]') as heads`,
};
/** A pegawai's line through time, further pimpinan, open reports, whom they rate, and who leads above them, nearest first. One query. */
export async function findOne(pool: Pool, today: LocalDate, personId: string): Promise<OneRow> {
  const { rows } = await pool.query<OneRow>({ ...ONE, values: [today, personId] });
  const [row] = rows;
  if (row === undefined) throw new Error("a select of scalars gave no row");
  return row;
}

const SUPERIOR = { name: "penilai_relation_superior", text: `select r.penilai_id as id, exists (select from placement s where s.person_id = $2 and ${ON("s")}) as "isSeated" from (select 1) one left join penilai_relation r on r.pegawai_id = $2 and ${ON("r")}` };
/** Who rates somebody on a day, and whether that somebody holds a post then: only such a person rates. */
export async function findSuperior(pool: Pool, on: LocalDate, personId: string): Promise<{ id: string | null; isSeated: boolean }> {
  return (await pool.query<{ id: string | null; isSeated: boolean }>({ ...SUPERIOR, values: [on, personId] })).rows[0] ?? { id: null, isSeated: false };
}

export async function findPimpinan(pool: Pool, id: string): Promise<PimpinanRow | null> {
  const { rows } = await pool.query<PimpinanRow>({ name: "pimpinan_one", text: `select id, pegawai_id as "pegawaiId", pimpinan_id as "pimpinanId", task, valid_from as "from", valid_until as until from pimpinan_relation where id = $1`, values: [id] });
  return rows[0] ?? null;
}

export type ActingView = Days & { id: string; personId: string; unit: { id: string; name: string }; kind: "plt" | "plh"; hasDelegasi: boolean; basis: string | null };
const ACTING = {
  name: "acting_list",
  // $1 today, $2 perangkat daerah, null for all
  text: `select s.id, s.person_id as "personId", json_build_object('id', n.unit_id, 'name', n.name) as unit, s.kind, s.valid_from as "from", s.valid_until as until, d.id is not null as "hasDelegasi", d.basis
    from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = ${TREE}
    left join lateral (select id, basis from penilai_delegation d where d.person_id = s.person_id and d.unit_id = s.unit_id and d.valid_from = s.valid_from limit 1) d on true
   where s.kind <> 'definitif' and (s.valid_until is null or s.valid_until > $1) and ($2::uuid[] is null or coalesce(n.opd_id, n.unit_id) = any($2)) order by s.valid_from, n.ord limit 200`,
};
/** Who acts for a head today or is going to, oldest first. */
export async function findActingOf(pool: Pool, today: LocalDate, opds: readonly string[] | null): Promise<ActingView[]> {
  return (await pool.query<ActingView>({ ...ACTING, values: [today, opds] })).rows;
}
const HEADED = {
  name: "acting_units",
  text: `select n.unit_id as id, n.name, o.name as opd, (select p.name from placement s join jabatan j on j.id = s.jabatan_id and j.is_head join person p on p.id = s.person_id where s.unit_id = n.unit_id and s.kind = 'definitif' and ${ON("s")} limit 1) as head
    from unit_node n left join unit_node o on o.tree_id = n.tree_id and o.unit_id = n.opd_id and o.unit_id <> n.unit_id
   where n.tree_id = ${TREE} and n.depth > 0 and ($2::uuid[] is null or coalesce(n.opd_id, n.unit_id) = any($2)) and exists (select from jabatan j where j.unit_id = n.unit_id and j.is_head and (j.valid_from is null or j.valid_from <= $1) and (j.valid_until is null or j.valid_until > $1)) order by n.ord`,
};
/** Units with a post that leads them, in the tree's order; `head` null: it is empty. */
export async function findHeaded(pool: Pool, today: LocalDate, opds: readonly string[] | null): Promise<{ id: string; name: string; opd: string | null; head: string | null }[]> {
  return (await pool.query<{ id: string; name: string; opd: string | null; head: string | null }>({ ...HEADED, values: [today, opds] })).rows;
}
