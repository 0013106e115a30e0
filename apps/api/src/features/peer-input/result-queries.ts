import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";
import type { PublishedGroup, SealedForm } from "./release.ts";

const SUBJECTS = {
  name: "peer_subjects",
  text: `select distinct i.subject_id as "subjectId", (select n.opd_id from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2))
           where s.person_id = i.subject_id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2) limit 1) as "opdId"
    from peer_invite i where i.cycle_id = $1 order by 1`,
};
/** Everybody about whom somebody was asked, with the department of the first day. */
export async function findSubjects(pool: Pool, cycleId: string, day: string): Promise<{ subjectId: string; opdId: string | null }[]> {
  return (await pool.query<{ subjectId: string; opdId: string | null }>({ ...SUBJECTS, values: [cycleId, day] })).rows;
}
const SEALED = { name: "peer_sealed_all", text: `select subject_id as "subjectId", rater_group as "group", answers from peer_sealed where cycle_id = $1` };
export async function findSealed(pool: Pool, cycleId: string): Promise<SealedForm[]> {
  return (await pool.query<SealedForm>({ ...SEALED, values: [cycleId] })).rows;
}
const SUGGESTIONS = { name: "peer_suggestions_all", text: `select subject_id as "subjectId", text from peer_suggestion where cycle_id = $1 order by id` };
export async function findSuggestions(pool: Pool, cycleId: string): Promise<{ subjectId: string; text: string }[]> {
  return (await pool.query<{ subjectId: string; text: string }>({ ...SUGGESTIONS, values: [cycleId] })).rows;
}

export type ResultRow = { groups: PublishedGroup[]; isMerged: boolean; withheld: "fewer_than_four" | null; suggestions: string[]; n: number | null; rata: number | null };
const RESULT = { name: "peer_result_one", text: `select groups, is_merged as "isMerged", withheld, suggestions, n, rata::float8 as rata from peer_result where cycle_id = $1 and subject_id = $2` };
/** A published result; null where nobody was asked about the person, or nothing has been released. */
export async function findResult(pool: Pool, cycleId: string, personId: string): Promise<ResultRow | null> {
  return (await pool.query<ResultRow>({ ...RESULT, values: [cycleId, personId] })).rows[0] ?? null;
}
const PERSON = { name: "peer_person", text: `select ${personJson("$1", "$2")} as person` };
export async function findPerson(pool: Pool, personId: string, today: string): Promise<PersonRef | null> {
  return (await pool.query<{ person: PersonRef | null }>({ ...PERSON, values: [personId, today] })).rows[0]?.person ?? null;
}
const MINE = { name: "peer_results_mine", text: `select cycle_id as "cycleId", withheld is null as "isShown" from peer_result where subject_id = $1` };
export async function findMyResults(pool: Pool, personId: string): Promise<{ cycleId: string; isShown: boolean }[]> {
  return (await pool.query<{ cycleId: string; isShown: boolean }>({ ...MINE, values: [personId] })).rows;
}
const BY_OPD = {
  name: "peer_results_by_opd",
  text: `select r.opd_id as id, n.name, array_agg(r.rata::float8) filter (where r.rata is not null) as means
    from peer_result r join unit_node n on n.unit_id = r.opd_id and n.tree_id = (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2))
   where r.cycle_id = $1 group by r.opd_id, n.name, n.ord order by n.ord`,
};
/** Published means of each department's people. */
export async function findByOpd(pool: Pool, cycleId: string, day: string): Promise<{ id: string; name: string; means: number[] | null }[]> {
  return (await pool.query<{ id: string; name: string; means: number[] | null }>({ ...BY_OPD, values: [cycleId, day] })).rows;
}
