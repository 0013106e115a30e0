import type { LocalDate, Role } from "@teraju/domain";
import type { Pool } from "pg";
import { TREE_CTE } from "../../tree.ts";

export type Holder = { id: string; name: string; nip: string | null; unit: string | null };
export type AssignmentRow = { id: string; person: Holder; role: Role; opd: { id: string; name: string } | null; from: LocalDate; until: LocalDate | null; basis: string | null; givenBy: string | null };

const SEAT = `
    left join placement s on s.person_id = p.id and s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)
    left join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree)`;
const ASSIGNMENT = `
  with ${TREE_CTE}
  select r.id, jsonb_build_object('id', p.id, 'name', p.name, 'nip', p.nip, 'unit', n.name) as person, r.role,
         case when r.unit_id is not null then jsonb_build_object('id', r.unit_id, 'name', coalesce(o.name, u.code)) end as opd,
         r.valid_from as from, r.valid_until as until, r.basis, g.name as "givenBy"
    from role_assignment r join person p on p.id = r.person_id left join person g on g.id = r.given_by
    left join unit u on u.id = r.unit_id left join unit_node o on o.unit_id = r.unit_id and o.tree_id = (select id from tree) ${SEAT}`;

/** What holds on this day or will, in the order of roles and names. */
export async function currentAssignments(pool: Pool, today: LocalDate): Promise<AssignmentRow[]> {
  return (await pool.query<AssignmentRow>({ name: "role_current", text: `${ASSIGNMENT} where r.valid_until is null or r.valid_until > $1 order by r.role, p.name, r.valid_from`, values: [today] })).rows;
}
/** What ended last, the latest first. */
export async function endedAssignments(pool: Pool, today: LocalDate, limit: number): Promise<AssignmentRow[]> {
  return (await pool.query<AssignmentRow>({ name: "role_ended", text: `${ASSIGNMENT} where r.valid_until <= $1 order by r.valid_until desc, p.name limit $2`, values: [today, limit] })).rows;
}
export async function findAssignment(pool: Pool, today: LocalDate, id: string): Promise<AssignmentRow | null> {
  return (await pool.query<AssignmentRow>({ name: "role_one", text: `${ASSIGNMENT} where r.id = $2`, values: [today, id] })).rows[0] ?? null;
}

/** By a part of the name or the beginning of the NIP; percent signs are taken as they are. */
export async function findHolders(pool: Pool, today: LocalDate, q: string, limit: number): Promise<Holder[]> {
  const { rows } = await pool.query<Holder>({
    name: "role_holders",
    text: `with ${TREE_CTE} select p.id, p.name, p.nip, n.name as unit from person p join account a on a.person_id = p.id ${SEAT}
            where p.name ilike '%' || $2::text || '%' escape '\\' or p.nip like $2::text || '%' escape '\\' order by p.name, p.id limit $3`,
    values: [today, q.replaceAll(/[\\%_]/g, "\\$&"), limit],
  });
  return rows;
}
export async function hasAccount(pool: Pool, personId: string): Promise<boolean> {
  return (await pool.query({ name: "role_person", text: "select from account where person_id = $1", values: [personId] })).rowCount === 1;
}

/** Roles that a person holds on some day of [from, until). */
export async function rolesHeld(pool: Pool, personId: string, from: LocalDate, until: LocalDate | null): Promise<Role[]> {
  const { rows } = await pool.query<{ role: Role }>({ name: "role_held", text: "select distinct role from role_assignment where person_id = $1 and daterange(valid_from, valid_until) && daterange($2::date, $3::date)", values: [personId, from, until] });
  return rows.map(({ role }) => role);
}

/** The OPD of today's tree, as they stand in it. */
export async function listOpds(pool: Pool, today: LocalDate): Promise<{ id: string; name: string }[]> {
  return (await pool.query<{ id: string; name: string }>({ name: "role_opds", text: `with ${TREE_CTE} select n.unit_id as id, n.name from unit_node n join tree on tree.id = n.tree_id where n.unit_id = n.opd_id order by n.ord`, values: [today] })).rows;
}
