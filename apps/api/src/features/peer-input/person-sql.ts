/** A person with the definitive post of day $2, as JSON, else the highest other one; `id` is an SQL expression. */
export const personJson = (id: string, day: string): string => `(
  select json_build_object('id', p.id, 'name', p.name, 'jabatan', seat.jabatan, 'unit', seat.unit) from person p left join lateral (
    select j.name as jabatan, n.name as unit from placement s join jabatan j on j.id = s.jabatan_id
      join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree_version where valid_from <= ${day} and (valid_until is null or valid_until > ${day}))
     where s.person_id = p.id and s.valid_from <= ${day} and (s.valid_until is null or s.valid_until > ${day})
     order by (s.kind = 'definitif') desc, n.depth limit 1) seat on true where p.id = ${id})`;
export type PersonRef = { id: string; name: string; jabatan: string | null; unit: string | null };
