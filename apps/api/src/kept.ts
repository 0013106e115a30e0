import { access, type Action, type LocalDate, type Standing } from "@teraju/domain";
import type { Pool } from "pg";
import type { Ctx } from "./context.ts";
import { Problem } from "./http/problem.ts";
import { mustPerson } from "./standing.ts";
import { TREE_CTE } from "./tree.ts";

const ADMINISTERED = { name: "administered_opds", text: "select unit_id as id from role_assignment where person_id = $1 and role = 'admin_opd' and valid_from <= $2 and (valid_until is null or valid_until > $2)" };
async function findAdministered(pool: Pool, personId: string, today: LocalDate): Promise<string[]> {
  return (await pool.query<{ id: string }>({ ...ADMINISTERED, values: [personId, today] })).rows.map(({ id }) => id);
}

const OUTSIDE = {
  name: "outside_opds",
  text: `
    with ${TREE_CTE}
    select exists (select from unnest($2::uuid[]) d(id) where not exists (
      select from placement s join unit_node n on n.unit_id = s.unit_id and n.tree_id = (select id from tree)
       where s.person_id = d.id and s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1) and coalesce(n.opd_id, n.unit_id) = any($3))) as "isOutside"`,
};
/** Whether one of these people has no post in these departments today. */
async function findOutside(pool: Pool, today: LocalDate, people: readonly string[], opds: readonly string[]): Promise<boolean> {
  return (await pool.query<{ isOutside: boolean }>({ ...OUTSIDE, values: [today, people, opds] })).rows[0]?.isOutside ?? true;
}

/** For an action that BKPSDM may do for the city and an admin for their OPD: the departments that are the actor's, null for all. Throws where there are none. */
export async function keptBy(ctx: Ctx, action: Action): Promise<string[] | null> {
  const { personId, roles } = ctx.actor;
  if (access(action, { relations: [], roles }).length === 0) return null;
  const opds = roles.includes("admin_opd") ? await findAdministered(ctx.pool, personId, ctx.today) : [];
  const standing: Standing = { relations: opds.length > 0 ? ["administers"] : [], roles };
  const [refusal] = access(action, standing);
  if (refusal !== undefined) throw new Problem(refusal === "not_yours" ? "forbidden" : "not_found");
  return opds;
}

/** The same about people, who must all have a post in those departments; also for oneself, whom `mustPerson` knows by nothing but `self`. */
export async function mustKeep(ctx: Ctx, action: Action, people: readonly string[]): Promise<void> {
  const [one] = people;
  if (one !== undefined && people.length === 1 && one !== ctx.actor.personId) {
    await mustPerson(ctx, action, one);
    return;
  }
  const opds = await keptBy(ctx, action);
  if (opds !== null && (await findOutside(ctx.pool, ctx.today, people, opds))) throw new Problem("not_found");
}

/** An OPD's admin changes nothing in which they stand themselves; who keeps the whole city may. */
export function ownLine(ctx: Ctx, action: Action, people: readonly (string | null)[]): "own_line"[] {
  return access(action, { relations: [], roles: ctx.actor.roles }).length > 0 && people.includes(ctx.actor.personId) ? ["own_line"] : [];
}
