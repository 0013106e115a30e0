import type { career, LocalDate, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import { inForce } from "../../person-sql.ts";

const ON = (t: string): string => inForce(t, "$1");

export type Row = {
  id: string; name: string; nip: string | null; golongan: string | null; jenis: "pns" | "pppk" | "pejabat"; jabatan: string | null; unit: string | null; jenjang: string | null;
  riwayat: career.RiwayatJenjang[];
  predikat: { tahun: number; predikat: Predikat; sumber: string | null }[];
  facts: career.Fakta[];
};

/**
 * Each person on a definitive post that day, below a unit or one by one, with all that the conditions look at. Of facts the newest of
 * each kind and year; of a year's predikat our own final result before the one that was recorded. `only` is a condition on `p` and `n`.
 */
const people = (only: string): string => `
  with tree as (select t.id from tree_version t where ${ON("t")})
  select p.id, p.name, p.nip, p.golongan, p.jenis, j.name as jabatan, n.name as unit, j.jenjang,
    (select json_agg(json_build_object('jenjang', h.jenjang, 'dari', s.valid_from, 'sampai', s.valid_until) order by s.valid_from)
       from placement s join jabatan h on h.id = s.jabatan_id where s.person_id = p.id and s.kind = 'definitif') as riwayat,
    coalesce((select json_agg(json_build_object('tahun', y.tahun, 'predikat', y.predikat, 'sumber', y.sumber) order by y.tahun) from (
      select distinct on (b.tahun) b.* from (
        select e.year as tahun, a.predikat, null as sumber, 1 as rank, e.rating_from as on_day, a.id from appraisal a join evaluation_period e on e.id = a.period_id and e.kind = 'tahunan'
         where a.person_id = p.id and a.is_current and a.status = 'final'
        union all select f.tahun, f.nilai, f.sumber, 2, f.per_tanggal, f.id from career_fact f where f.person_id = p.id and f.jenis = 'predikat') b
      order by b.tahun, b.rank, b.on_day desc, b.id desc) y), '[]') as predikat,
    coalesce((select json_agg(json_build_object('jenis', f.jenis, 'tahun', f.tahun, 'nilai', f.nilai, 'perTanggal', f.per_tanggal, 'sumber', f.sumber) order by f.jenis, f.tahun) from (
      select distinct on (x.jenis, x.tahun) x.* from career_fact x where x.person_id = p.id and x.per_tanggal <= $1 order by x.jenis, x.tahun, x.per_tanggal desc, x.id desc) f), '[]') as facts
    from person p join placement d on d.person_id = p.id and d.kind = 'definitif' and ${ON("d")}
    join jabatan j on j.id = d.jabatan_id join unit_node n on n.unit_id = d.unit_id and n.tree_id = (select id from tree)
   where ${only} order by n.ord, j.is_head desc, p.name, p.id`;

const ONE = { name: "career_one", text: people("p.id = $2") };
export async function findCareer(pool: Pool, personId: string, today: LocalDate): Promise<Row | null> {
  return (await pool.query<Row>({ ...ONE, values: [today, personId] })).rows[0] ?? null;
}
const ALL = {
  name: "career_all",
  text: people("p.jenis <> 'pejabat' and ($2::uuid is null or exists (select from unit_node u where u.tree_id = n.tree_id and u.unit_id = $2 and n.ord between u.ord and u.last_ord))"),
};
/** Everybody in service below a unit; of the whole city without one. One query. */
export async function findCareers(pool: Pool, unitId: string | null, today: LocalDate): Promise<Row[]> {
  return (await pool.query<Row>({ ...ALL, values: [today, unitId] })).rows;
}

const OPDS = { name: "career_opds", text: `select n.unit_id as id, n.name from unit_node n join tree_version t on t.id = n.tree_id where ${ON("t")} and n.unit_id = n.opd_id order by n.ord` };
/** The departments of that day, for the choice of one. */
export async function findOpds(pool: Pool, today: LocalDate): Promise<{ id: string; name: string }[]> {
  return (await pool.query<{ id: string; name: string }>({ ...OPDS, values: [today] })).rows;
}

const BY_NIP = { name: "career_by_nip", text: "select id, nip, name from person where nip = any($1)" };
export async function findByNip(pool: Pool, nips: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  const { rows } = await pool.query<{ id: string; nip: string; name: string }>({ ...BY_NIP, values: [nips] });
  return new Map(rows.map(({ nip, id, name }) => [nip, { id, name }]));
}
const KNOWN = { name: "career_known_facts", text: "select distinct on (person_id, jenis, tahun) person_id as \"personId\", jenis, tahun, nilai, per_tanggal as \"perTanggal\", sumber from career_fact where person_id = any($1) order by person_id, jenis, tahun, per_tanggal desc, id desc" };
/** The newest fact of each kind and year of these people. */
export async function findKnownFacts(pool: Pool, personIds: readonly string[]): Promise<(career.Fakta & { personId: string })[]> {
  return (await pool.query<career.Fakta & { personId: string }>({ ...KNOWN, values: [personIds] })).rows;
}
