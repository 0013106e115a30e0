import type { Task } from "@teraju/contracts";
import type { LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import type { Ctx } from "../../context.ts";
import { keptBy } from "../../kept.ts";

const WAITING = {
  name: "home_corrections",
  // $1 today, $2 perangkat daerah, null for all, $3 whose own question is not theirs to decide
  text: `select count(*)::int as count from penilai_correction k
    where k.status = 'open' and ($2::uuid[] is null or (k.pegawai_id <> $3 and exists (
      select from placement s join unit_node n on n.unit_id = s.unit_id join tree_version t on t.id = n.tree_id and t.valid_from <= $1 and (t.valid_until is null or t.valid_until > $1)
       where s.person_id = k.pegawai_id and s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1) and coalesce(n.opd_id, n.unit_id) = any($2))))`,
};
async function countWaiting(pool: Pool, today: LocalDate, opds: readonly string[] | null, own: string): Promise<number> {
  return (await pool.query<{ count: number }>({ ...WAITING, values: [today, opds, own] })).rows[0]?.count ?? 0;
}

/** Corrections of penilai that wait for the actor: an admin of an OPD or an operator of BKPSDM. At most two queries, none for anybody else. */
export async function correctionTasks(ctx: Ctx): Promise<Task[]> {
  if (!ctx.actor.roles.some((role) => role === "admin_opd" || role === "bkpsdm")) return [];
  const count = await countWaiting(ctx.pool, ctx.today, await keptBy(ctx, "penilai-correction.decide"), ctx.actor.personId);
  return count === 0 ? [] : [{ kind: "penilai_correction", count }];
}
