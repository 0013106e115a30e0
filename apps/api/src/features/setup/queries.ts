import { BUILT_IN_STANDAR, type LocalDate, type SetupFacts } from "@teraju/domain";
import type { Pool } from "pg";

const IN_FORCE = (of: string): string => `${of}.valid_from <= $1 and (${of}.valid_until is null or ${of}.valid_until > $1)`;

const FACTS = {
  name: "setup_facts",
  text: `
    with node as (select n.* from unit_node n join tree_version t on t.id = n.tree_id and ${IN_FORCE("t")}),
    active as (select person_id from account where is_active and password_hash is not null),
    holder as (select r.person_id, r.role from role_assignment r join active using (person_id) where ${IN_FORCE("r")}),
    seat as materialized (
      select p.id, a.is_active, (a.password_hash is not null or (a.activation_hash is not null and a.activation_expires_at > now())) as is_reached,
             exists (select from penilai_relation r where r.pegawai_id = p.id and ${IN_FORCE("r")}) as has_penilai
        from person p join placement s on s.person_id = p.id and s.kind = 'definitif' and ${IN_FORCE("s")} join node n on n.unit_id = s.unit_id left join account a on a.person_id = p.id
       where p.jenis <> 'pejabat')
    select (select count(distinct person_id) from holder where role = 'bkpsdm')::int as operators,
           (select count(distinct person_id) from holder where role = 'bkpsdm_analis')::int as analysts,
           (select count(distinct person_id) from holder where role = 'bkpsdm_kepala')::int as heads,
           exists (select from holder h join holder a on a.person_id <> h.person_id where h.role = 'bkpsdm_kepala' and a.role = 'bkpsdm_analis') as "isApart",
           (select count(*) from hari_khusus where extract(year from day) = extract(year from $1::date))::int as "daysThisYear",
           (select count(*) from hari_khusus where extract(year from day) = extract(year from $1::date) + 1)::int as "daysNextYear",
           (select count(*) from standar_penilaian where name <> $2::text)::int as "ownStandards",
           (select count(*) from node where unit_id = opd_id)::int as opds,
           (select count(*) from node n where n.unit_id = n.opd_id and not exists (
              select from placement s join jabatan j on j.id = s.jabatan_id and j.is_head where s.unit_id = n.unit_id and ${IN_FORCE("s")}))::int as "opdsWithoutHead",
           (select count(*) from node n join opd_start o on o.unit_id = n.unit_id and o.is_current where n.unit_id = n.opd_id)::int as "opdsStarted",
           (select count(distinct s.person_id) from placement s join jabatan j on j.id = s.jabatan_id and j.is_head and j.jenis = 'kepala_daerah' where ${IN_FORCE("s")})::int as "kepalaDaerah",
           (select count(*) from seat)::int as placed,
           (select count(*) from person p where p.jenis <> 'pejabat' and not exists (select from placement s where s.person_id = p.id))::int as unplaced,
           (select count(*) from seat where not has_penilai)::int as "withoutPenilai",
           (select count(*) from seat where is_active and is_reached)::int as reached,
           (select count(*) from seat where is_active and not is_reached)::int as unreached`,
};

/** What the city's tables say today, for `setupSteps`. One query. */
export async function findFacts(pool: Pool, today: LocalDate): Promise<SetupFacts> {
  const [row] = (await pool.query<Omit<SetupFacts, "today">>({ ...FACTS, values: [today, BUILT_IN_STANDAR.name] })).rows;
  if (row === undefined) throw new Error("a statement without a condition gave no row");
  return { today, ...row };
}

export async function standardInForce(pool: Pool, today: LocalDate): Promise<string | null> {
  const { rows } = await pool.query<{ name: string }>({ name: "setup_standard", text: `select name from standar_penilaian s where ${IN_FORCE("s")}`, values: [today] });
  return rows[0]?.name ?? null;
}

export type KepalaDaerah = { id: string; name: string; login: string; jabatan: string; from: LocalDate };
const KEPALA_DAERAH = {
  name: "setup_kepala_daerah",
  text: `select p.id, p.name, a.login, j.name as jabatan, s.valid_from as from
      from placement s join jabatan j on j.id = s.jabatan_id and j.is_head and j.jenis = 'kepala_daerah' join person p on p.id = s.person_id join account a on a.person_id = p.id
     where case when $2::uuid is null then s.kind = 'definitif' and (s.valid_until is null or s.valid_until > $1::date) else p.id = $2::uuid end
     order by s.valid_from desc limit 1`,
};
/** Who leads the city on the day or will; with `personId` that one, whenever it was. */
export async function findKepalaDaerah(pool: Pool, day: LocalDate, personId: string | null): Promise<KepalaDaerah | null> {
  return (await pool.query<KepalaDaerah>({ ...KEPALA_DAERAH, values: [day, personId] })).rows[0] ?? null;
}

/** The unit at the top of the day's tree; null where there is no tree yet. */
export async function findRoot(pool: Pool, day: LocalDate): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({ name: "setup_root", text: `select n.unit_id as id from unit_node n join tree_version t on t.id = n.tree_id and ${IN_FORCE("t")} where n.parent_id is null`, values: [day] });
  return rows[0]?.id ?? null;
}
