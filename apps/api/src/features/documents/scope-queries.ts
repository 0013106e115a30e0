import type { DocumentPerson, DocumentPeriod } from "@teraju/contracts/documents";
import type { LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson } from "../../person-sql.ts";

const IN_FORCE = (x: string): string => `${x}.valid_from <= $2 and (${x}.valid_until is null or ${x}.valid_until > $2)`;
/** The tree of day $2, and the intervals that the actor $1 may reach: those of the units they lead, or (by $3) all but the city itself. */
const REACH = `
  tree as (select id from tree_version t where ${IN_FORCE("t")}),
  node as (select n.* from unit_node n join tree on tree.id = n.tree_id),
  led as (select n.ord, n.last_ord from placement p join jabatan j on j.id = p.jabatan_id and j.is_head join node n on n.unit_id = p.unit_id and n.kind <> 'kota' where p.person_id = $1 and ${IN_FORCE("p")}
          union all select n.ord, n.last_ord from node n where $3::boolean and n.kind = 'kota')`;

const SCOPE = {
  name: "documents_scope",
  text: `
    with ${REACH},
    seated as (select n.ord, count(*)::int as people from placement p join node n on n.unit_id = p.unit_id where p.kind = 'definitif' and ${IN_FORCE("p")} group by n.ord)
    select coalesce((select json_agg(json_build_object('id', n.unit_id, 'name', n.name, 'depth', n.depth, 'people', coalesce((select sum(s.people) from seated s where s.ord between n.ord and n.last_ord), 0)) order by n.ord)
             from node n where n.kind <> 'kota' and exists (select from led where n.ord between led.ord and led.last_ord)), '[]') as units,
           coalesce((select json_agg(y.year order by y.year desc) from (select distinct year from skp) y), '[]') as years,
           coalesce((select json_agg(json_build_object('id', e.id, 'year', e.year, 'kind', e.kind, 'number', e.number, 'firstMonth', e.first_month, 'lastMonth', e.last_month) order by e.last_month desc, e.kind)
             from evaluation_period e where e.first_month <= to_char($2::date, 'YYYY-MM')), '[]') as periods`,
};
export type Scope = { units: { id: string; name: string; depth: number; people: number }[]; years: number[]; periods: DocumentPeriod[] };
export async function findScope(pool: Pool, { actorId, today, isAll }: { actorId: string; today: LocalDate; isAll: boolean }): Promise<Scope> {
  return (await pool.query<Scope>({ ...SCOPE, values: [actorId, today, isAll] })).rows[0] ?? { units: [], years: [], periods: [] };
}

const SEARCH = {
  name: "documents_search",
  // $4: what was typed, its wildcards made harmless; a bawahan may sit outside of every unit that the actor leads
  text: `
    with ${REACH},
    near as (
      select p.person_id as id from placement p join node n on n.unit_id = p.unit_id where p.kind = 'definitif' and ${IN_FORCE("p")} and exists (select from led where n.ord between led.ord and led.last_ord)
      union select r.pegawai_id from penilai_relation r where $1 in (r.penilai_id, r.atasan_id) and ${IN_FORCE("r")}),
    found as (select p.id from near join person p on p.id = near.id where p.name ilike '%' || $4 || '%' or p.nip like $4 || '%' order by p.name, p.id limit 20)
    select ${personJson("found.id", "$2")} as person from found`,
};
/** At most 20, by name. */
export async function searchPeople(pool: Pool, { actorId, today, isAll, q }: { actorId: string; today: LocalDate; isAll: boolean; q: string }): Promise<DocumentPerson[]> {
  const { rows } = await pool.query<{ person: DocumentPerson }>({ ...SEARCH, values: [actorId, today, isAll, q.replaceAll(/[\\%_]/g, "\\$&")] });
  return rows.map(({ person }) => person);
}

const PERSON = { name: "documents_person", text: `select ${personJson("$1", "$2")} as person` };
export async function findPerson(pool: Pool, id: string, today: LocalDate): Promise<DocumentPerson | null> {
  return (await pool.query<{ person: DocumentPerson | null }>({ ...PERSON, values: [id, today] })).rows[0]?.person ?? null;
}

const IS_CITY = { name: "documents_is_city", text: "select n.kind = 'kota' as is from unit_node n join tree_version t on t.id = n.tree_id and t.valid_from <= $2 and (t.valid_until is null or t.valid_until > $2) where n.unit_id = $1" };
export async function isCityUnit(pool: Pool, unitId: string, today: LocalDate): Promise<boolean> {
  return (await pool.query<{ is: boolean }>({ ...IS_CITY, values: [unitId, today] })).rows[0]?.is ?? false;
}
