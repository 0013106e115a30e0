import type { LocalDate } from "@teraju/domain";
import { sql, type SQL } from "drizzle-orm";

/** SQL: the row `of`, which holds [valid_from, valid_until), is in force on a day; both are expressions. */
export const inForce = (of: string, day: string): string => `${of}.valid_from <= ${day} and (${of}.valid_until is null or ${of}.valid_until > ${day})`;
/** The same with the day as a parameter of its own. */
export const inForceOn = (of: string, day: LocalDate): SQL => sql.join(inForce(of, "?").split("?").map((text) => sql.raw(text)), sql`${day}`);
const treeOn = (day: string): string => `(select id from tree_version where ${inForce("tree_version", day)})`;

/**
 * A person with the post of a day, as JSON: the definitive post, else the highest of the others. All three are SQL expressions;
 * `tree` gives the id of the tree in force, where the statement has it at hand already.
 */
export const personJson = (id: string, day: string, tree = treeOn(day)): string => `(
  select json_build_object('id', p.id, 'name', p.name, 'jabatan', seat.jabatan, 'unit', seat.unit) from person p left join lateral (
    select j.name as jabatan, n.name as unit from placement s join jabatan j on j.id = s.jabatan_id
      join unit_node n on n.unit_id = s.unit_id and n.tree_id = ${tree}
     where s.person_id = p.id and ${inForce("s", day)}
     order by (s.kind = 'definitif') desc, n.depth limit 1) seat on true where p.id = ${id})`;
/** Name, post and unit as they are on the day asked. */
export type PersonRef = { id: string; name: string; jabatan: string | null; unit: string | null };
