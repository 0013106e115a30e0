import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { change } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import type { JobCtx } from "./context.ts";

type Move = { id: string; from: string; to: string };
/**
 * Who stands above the penilai today: the atasan of the pegawai's own line while that penilai is still theirs, else who rates the
 * penilai. What BKPSDM has handed on by itself stays there. Where nobody is recorded, or it would be one of the two sides, everything stays.
 */
const MOVES = `
  with now as (
    select k.id, k.atasan_id as "from", k.person_id, k.penilai_id, coalesce(
      (select r.atasan_id from penilai_relation r where r.pegawai_id = k.person_id and r.penilai_id = k.penilai_id and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1)),
      (select r.penilai_id from penilai_relation r where r.pegawai_id = k.penilai_id and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1))) as "to"
      from keberatan k where k.status <> 'decided' and not exists (select from keberatan_reassignment m where m.keberatan_id = k.id))
  select id, "from", "to" from now where "to" <> "from" and "to" not in (person_id, penilai_id) order by id`;

/** Hands running keberatan over to the new atasan when the old one has moved: the same clock runs on. Gives how many. */
export async function followKeberatan(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<Move>(MOVES, [ctx.today]);
  for (const { id, from, to } of rows) {
    await change(ctx, async (tx) => {
      await tx.execute(sql`update keberatan set atasan_id = ${to}, version = version + 1 where id = ${id} and status <> 'decided'`);
      await tx.insert(notification).values({ id: v7(), personId: to, kind: "keberatan_filed", params: JSON.stringify({ keberatanId: id }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
      return { value: undefined, audit: { action: "keberatan.hand_over", target: { type: "keberatan", id }, payload: { from, to } } };
    });
  }
  return rows.length;
}
