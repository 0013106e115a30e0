import type { OrgChangeLine, Output, readOrganisation, readOrganisationUnit, findOrganisationPeople } from "@teraju/contracts";
import type { LocalDate } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";
import { inForce } from "../../person-sql.ts";

type Tree = Output<typeof readOrganisation>;
type Unit = Output<typeof readOrganisationUnit>;
const ON = (t: string): string => inForce(t, "$1");
const TREE = `tree as (select id from tree_version t where ${ON("t")})`;
/** Read once for all units, never once for each: placements have no index by post. */
const HEADS = `heads as (select distinct on (j.unit_id) j.unit_id, json_build_object('id', p.id, 'name', p.name, 'kind', s.kind) as head
  from placement s join jabatan j on j.id = s.jabatan_id and j.is_head join person p on p.id = s.person_id where ${ON("s")} order by j.unit_id, array_position(array['definitif', 'plt', 'plh'], s.kind), s.valid_from desc)`;
const SEATS = `seats as (select s.unit_id, count(*)::int as people from placement s where s.kind = 'definitif' and ${ON("s")} group by 1)`;
const UNIT = `select n.unit_id as "unitId", n.parent_id as "parentId", n.name, n.short_name as "shortName", n.kind, heads.head, coalesce(seats.people, 0) as people
  from unit_node n join tree on tree.id = n.tree_id left join heads on heads.unit_id = n.unit_id left join seats on seats.unit_id = n.unit_id`;

const UNITS = {
  name: "organisation_units",
  text: `with ${TREE}, ${HEADS}, ${SEATS} ${UNIT} where $2::uuid[] is null or n.opd_id = any ($2) order by n.ord`,
};
/** The units of a day in pre-order; with `opds`, only those. */
export async function findUnits(pool: Pool, on: LocalDate, opds: readonly string[] | null): Promise<Tree["units"]> {
  return (await pool.query<Tree["units"][number]>({ ...UNITS, values: [on, opds] })).rows;
}

const VERSIONS = { name: "organisation_versions", text: `select valid_from as "from", valid_until as until, legal_basis as "legalBasis" from tree_version order by valid_from desc` };
export async function findVersions(pool: Pool): Promise<NonNullable<Tree["version"]>[]> {
  return (await pool.query<NonNullable<Tree["version"]>>(VERSIONS)).rows;
}

const ADMINISTERED = { name: "organisation_administered", text: `select r.unit_id as id from role_assignment r where r.person_id = $2 and r.role = 'admin_opd' and ${ON("r")}` };
/** Perangkat daerah whose admin the person is on that day. */
export async function findAdministered(pool: Pool, personId: string, today: LocalDate): Promise<string[]> {
  return (await pool.query<{ id: string }>({ ...ADMINISTERED, values: [today, personId] })).rows.map(({ id }) => id);
}

const ONE = { name: "organisation_unit", text: `with ${TREE}, ${HEADS}, ${SEATS} ${UNIT} where n.unit_id = $2` };
export async function findUnit(pool: Pool, on: LocalDate, unitId: string): Promise<Unit["unit"]> {
  return (await pool.query<NonNullable<Unit["unit"]>>({ ...ONE, values: [on, unitId] })).rows[0] ?? null;
}

const POSTS = {
  name: "organisation_posts",
  text: `select j.id, j.name, j.jenis, j.jenjang, j.is_head as "isHead", j.valid_from as "from", j.valid_until as until, coalesce((
      select json_agg(json_build_object('id', p.id, 'name', p.name, 'kind', s.kind, 'from', s.valid_from, 'until', s.valid_until, 'penilai',
          (select json_build_object('id', q.id, 'name', q.name) from penilai_relation r join person q on q.id = r.penilai_id where r.pegawai_id = p.id and ${ON("r")})) order by array_position(array['definitif', 'plt', 'plh'], s.kind), p.name)
        from placement s join person p on p.id = s.person_id where s.jabatan_id = j.id and ${ON("s")}), '[]') as holders
    from jabatan j where j.unit_id = $2 and (j.valid_from is null or j.valid_from <= $1) and (j.valid_until is null or j.valid_until > $1)
   order by j.is_head desc, array_position(array['jpt_pratama', 'administrator', 'pengawas', 'fungsional', 'pelaksana'], j.jenis), j.name, j.id limit 1000`,
};
/** Posts of a unit that are open on that day, with who sits on them; vacant ones too. */
export async function findPosts(pool: Pool, on: LocalDate, unitId: string): Promise<Unit["posts"]> {
  return (await pool.query<Unit["posts"][number]>({ ...POSTS, values: [on, unitId] })).rows;
}

const HISTORY = {
  name: "organisation_history",
  text: `select t.valid_from as "from", t.valid_until as until, n.name, p.name as parent, n.kind from unit_node n join tree_version t on t.id = n.tree_id
    left join unit_node p on p.tree_id = n.tree_id and p.unit_id = n.parent_id where n.unit_id = $1 order by t.valid_from desc`,
};
/** A unit in each version of the tree, the latest first. */
export async function findHistory(pool: Pool, unitId: string): Promise<Unit["history"]> {
  return (await pool.query<Unit["history"][number]>({ ...HISTORY, values: [unitId] })).rows;
}

type Found = Output<typeof findOrganisationPeople>["people"][number];
const PEOPLE = {
  name: "organisation_people",
  text: `with ${TREE} select p.id, p.name, p.nip, j.name as jabatan, n.name as unit from person p
      left join placement s on s.person_id = p.id and s.kind = 'definitif' and ${ON("s")} left join jabatan j on j.id = s.jabatan_id
      left join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree)
     where p.name ilike $2 or p.nip like $2 order by (s.id is null), p.name, p.id limit 20`,
};
export async function findPeople(pool: Pool, on: LocalDate, q: string): Promise<Found[]> {
  return (await pool.query<Found>({ ...PEOPLE, values: [on, `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`] })).rows;
}

export type ChangeRow = Pick<OrgChangeLine, "id" | "version" | "status" | "from" | "legalBasis" | "by" | "at" | "names"> & { steps: unknown; outcome: unknown; takenBackBy: string | null; takenBackAt: string | null };
const CHANGES = {
  name: "organisation_changes",
  text: `select r.id, r.version, r.status, r.effective_from as "from", r.legal_basis as "legalBasis", r.steps, r.outcome, p.name as by, to_json(r.applied_at) #>> '{}' as at, q.name as "takenBackBy", to_json(r.taken_back_at) #>> '{}' as "takenBackAt",
      coalesce((select json_object_agg(x.id, coalesce((select n.name || coalesce((select ' (' || o.name || ')' from unit_node o where o.tree_id = n.tree_id and o.unit_id = n.opd_id and o.unit_id <> n.unit_id and exists (select from unit_node q where q.tree_id = n.tree_id and q.name = n.name and q.unit_id <> n.unit_id)), '')
            from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = x.id order by (t.valid_from >= r.effective_from), t.valid_from desc limit 1),
          (select s->'unit'->>'name' from jsonb_array_elements(r.steps) s where (s->'unit'->>'unitId')::uuid = x.id limit 1), (select o.name from person o where o.id = x.id), (select j.name || coalesce((select case when position(n.name in j.name) > 0 then '' else ', ' || n.name end from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = j.unit_id order by t.valid_from desc limit 1), '') from jabatan j where j.id = x.id),
          (select s->>'name' from jsonb_array_elements(r.steps) s where s->>'kind' = 'post' and (s->>'postId')::uuid = x.id limit 1), ''))
        from (select distinct v.value::uuid as id from jsonb_array_elements(r.steps) s cross join lateral (
          select e.value from jsonb_each_text(s || coalesce(s->'unit', '{}')) e where e.key in ('unitId', 'parentId', 'into', 'personId', 'postId')) v) x), '{}') as names
    from reorganisation r join person p on p.id = r.applied_by left join person q on q.id = r.taken_back_by
   where $2::uuid is null or r.id = $2
   order by (r.effective_from > $1) desc, case when r.effective_from > $1 then r.effective_from end, r.effective_from desc, r.id desc limit 50`,
};
/** Changes that were applied, or the one of this id: those to come first. */
export async function findChanges(pool: Pool, today: LocalDate, id: string | null): Promise<ChangeRow[]> {
  return (await pool.query<ChangeRow>({ ...CHANGES, values: [today, id] })).rows;
}

export async function findDue(pool: Pool, today: LocalDate): Promise<{ id: string; from: LocalDate; outcome: unknown }[]> {
  return (await pool.query<{ id: string; from: LocalDate; outcome: unknown }>({ name: "organisation_due", text: `select id, effective_from as "from", outcome from reorganisation where status = 'applied' and followed_on is null and effective_from <= $1 order by effective_from, id`, values: [today] })).rows;
}

/** Takes the version of the tree away and lets the one before it go on. Gives that one's id, or `built_on` where another was planned after it. */
export async function dropTree(tx: Tx, treeId: string, from: LocalDate): Promise<string> {
  const { rows: later } = await tx.execute(sql`select from tree_version where valid_from > ${from} or (id = ${treeId} and valid_until is not null) limit 1`);
  if (later.length > 0) return "built_on";
  await tx.execute(sql`delete from unit_node where tree_id = ${treeId}`);
  await tx.execute(sql`delete from tree_version where id = ${treeId}`);
  const { rows: [before] } = await tx.execute<{ id: string }>(sql`update tree_version set valid_until = null where valid_until = ${from} returning id`);
  if (before === undefined) throw new Error("a version of the tree that was taken back had one before it");
  return before.id;
}
