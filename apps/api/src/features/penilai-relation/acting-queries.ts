import type { LocalDate, PenempatanKind } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";

export type ActingRow = { id: string; personId: string; unitId: string; kind: Exclude<PenempatanKind, "definitif">; from: LocalDate; until: LocalDate | null };
const ACTING = { name: "acting_one", text: `select id, person_id as "personId", unit_id as "unitId", kind, valid_from as "from", valid_until as until from placement where id = $1 and kind <> 'definitif'` };
export async function findActing(pool: Pool, id: string): Promise<ActingRow | null> {
  return (await pool.query<ActingRow>({ ...ACTING, values: [id] })).rows[0] ?? null;
}

export type HeadPost = { postId: string; until: LocalDate | null; holderId: string | null; acting: { from: LocalDate; until: LocalDate | null }[] };
const HEAD_POST = {
  name: "acting_head_post",
  // $1 unit, $2 day
  text: `select j.id as "postId", j.valid_until::text as until, (select s.person_id from placement s where s.jabatan_id = j.id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2) limit 1) as "holderId",
      coalesce((select json_agg(json_build_object('from', s.valid_from, 'until', s.valid_until)) from placement s where s.unit_id = $1 and s.kind <> 'definitif' and s.jabatan_id in (select id from jabatan where unit_id = $1 and is_head)), '[]') as acting
    from jabatan j where j.unit_id = $1 and j.is_head and (j.valid_from is null or j.valid_from <= $2) and (j.valid_until is null or j.valid_until > $2)
   order by exists (select from placement s where s.jabatan_id = j.id and s.kind = 'definitif' and s.valid_from <= $2 and (s.valid_until is null or s.valid_until > $2)) desc,
            (select max(s.valid_from) from placement s where s.jabatan_id = j.id) desc nulls last, j.id limit 1`,
};
/** The post that leads a unit, the one that is held today or was held last; null where it has none. */
export async function findHeadPost(pool: Pool, unitId: string, on: LocalDate): Promise<HeadPost | null> {
  return (await pool.query<HeadPost>({ ...HEAD_POST, values: [unitId, on] })).rows[0] ?? null;
}

const SEATED = { name: "acting_seated", text: `select exists (select from placement where person_id = $1 and kind = 'definitif' and valid_from <= $2 and (valid_until is null or valid_until > $2)) as is` };
export async function isSeated(pool: Pool, personId: string, on: LocalDate): Promise<boolean> {
  return (await pool.query<{ is: boolean }>({ ...SEATED, values: [personId, on] })).rows[0]?.is ?? false;
}

/** Everybody who holds a post in the unit or below it on that day. */
export async function findPeopleBelow(tx: Tx, unitId: string, on: LocalDate): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with tree as (select id from tree_version where valid_from <= ${on} and (valid_until is null or valid_until > ${on})),
    it as (select n.ord, n.last_ord from unit_node n join tree on tree.id = n.tree_id where n.unit_id = ${unitId})
    select distinct s.person_id as id from placement s join unit_node n on n.unit_id = s.unit_id join tree on tree.id = n.tree_id join it on n.ord between it.ord and it.last_ord
     where s.valid_from <= ${on} and (s.valid_until is null or s.valid_until > ${on})`);
  return rows.map(({ id }) => id);
}
