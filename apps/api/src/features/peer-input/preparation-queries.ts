import type { RelationKind } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";

const CHOICES = { name: "peer_choices", text: `select c.kind, ${personJson("c.other_id", "$3")} as person from peer_choice c where c.cycle_id = $1 and c.person_id = $2 order by c.kind, c.position` };
export async function findChoices(pool: Pool, cycleId: string, personId: string, today: string): Promise<{ kind: "veto" | "suggestion"; person: PersonRef }[]> {
  return (await pool.query<{ kind: "veto" | "suggestion"; person: PersonRef }>({ ...CHOICES, values: [cycleId, personId, today] })).rows;
}

const RELATIONS = {
  name: "peer_relations_mine",
  text: `select s.cycle_id as "cycleId", coalesce((select json_agg(json_build_object('kind', r.kind, 'person', ${personJson("r.other_id", "$2")}) order by r.kind, r.other_id) from peer_relation r where r.cycle_id = s.cycle_id and r.person_id = s.person_id), '[]') as list
    from peer_statement s join peer_cycle c on c.id = s.cycle_id where s.person_id = $1 order by c.year desc, c.semester desc limit 1`,
};
/** My newest statement; null where I have never made one. */
export async function findRelations(pool: Pool, personId: string, today: string): Promise<{ cycleId: string; list: { kind: RelationKind; person: PersonRef }[] } | null> {
  return (await pool.query<{ cycleId: string; list: { kind: RelationKind; person: PersonRef }[] }>({ ...RELATIONS, values: [personId, today] })).rows[0] ?? null;
}

const KNOWN = { name: "peer_known_people", text: "select count(*)::int as n from person where id = any($1)" };
export async function knownPeople(pool: Pool, ids: readonly string[]): Promise<number> {
  return (await pool.query<{ n: number }>({ ...KNOWN, values: [ids] })).rows[0]?.n ?? 0;
}

const PEOPLE = {
  name: "peer_people_search",
  text: `select ${personJson("x.id", "$3")} as person from person x where x.id <> $1 and x.jenis in ('pns', 'pppk') and x.name ilike $2
      and exists (select from placement s where s.person_id = x.id and s.valid_from <= $3 and (s.valid_until is null or s.valid_until > $3)) order by x.name, x.id limit 20`,
};
export async function findPeople(pool: Pool, personId: string, q: string, today: string): Promise<PersonRef[]> {
  return (await pool.query<{ person: PersonRef }>({ ...PEOPLE, values: [personId, `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`, today] })).rows.map((row) => row.person);
}

const DECLARATIONS = { name: "peer_declarations", text: `select ${personJson("r.person_id", "$2")} as "by", ${personJson("r.other_id", "$2")} as person, r.kind from peer_relation r where r.cycle_id = $1 order by (select name from person where id = r.person_id), r.other_id` };
export async function findDeclarations(pool: Pool, cycleId: string, today: string): Promise<{ by: PersonRef; person: PersonRef; kind: RelationKind }[]> {
  return (await pool.query<{ by: PersonRef; person: PersonRef; kind: RelationKind }>({ ...DECLARATIONS, values: [cycleId, today] })).rows;
}
const STATED = { name: "peer_stated", text: "select count(*)::int as n from peer_statement where cycle_id = $1" };
export async function countStated(pool: Pool, cycleId: string): Promise<number> {
  return (await pool.query<{ n: number }>({ ...STATED, values: [cycleId] })).rows[0]?.n ?? 0;
}
