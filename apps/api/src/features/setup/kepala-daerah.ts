import type { Input, Output, recordKepalaDaerah } from "@teraju/contracts";
import { kepalaDaerahRefusals, type LocalDate } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { jabatan, placement } from "#db/schema/organisation.ts";
import { account, person } from "#db/schema/people.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { findKepalaDaerah, findRoot, type KepalaDaerah } from "./queries.ts";

/**
 * Who leads the city, from a day on: an official without NIP, on the head's post of the tree's root. Who led it before ends on that day,
 * and the lines of penilai that led to them lead to the new one; months before stay whose they were. The same id again is the same act.
 */
export async function record(ctx: Ctx, body: Input<typeof recordKepalaDaerah>["body"]): Promise<Output<typeof recordKepalaDaerah>> {
  mustRole(ctx, "organisation.change");
  const known = await findKepalaDaerah(ctx.pool, body.from, body.id);
  if (known !== null) {
    if (known.name !== body.name.trim() || known.from !== body.from) throw new Problem("stale");
    return known;
  }
  const [root, before] = await Promise.all([findRoot(ctx.pool, body.from), findKepalaDaerah(ctx.pool, body.from, null)]);
  refuseIf(kepalaDaerahRefusals({ from: body.from, hasRoot: root !== null, before }));
  if (root === null) throw new Error("a refusal was let through");
  const name = body.name.trim();
  await change(ctx, async (tx) => {
    await tx.insert(person).values({ id: body.id, name, jenis: "pejabat" });
    await tx.insert(account).values({ personId: body.id, login: body.login });
    const jabatanId = await headPost(tx, root, body.jabatan.trim());
    if (before !== null) await tx.execute(sql`update placement set valid_until = ${body.from} where person_id = ${before.id} and jabatan_id = ${jabatanId} and (valid_until is null or valid_until > ${body.from})`);
    await tx.insert(placement).values({ personId: body.id, jabatanId, unitId: root, kind: "definitif", validFrom: body.from });
    const lines = before === null ? 0 : await handLines(tx, { from: body.from, before: before.id, after: body.id, basis: body.basis.trim() });
    const payload = { login: body.login, from: body.from, basis: body.basis.trim(), before: before?.id ?? null, lines };
    return { value: undefined, audit: { action: "kepala-daerah.record", target: { type: "person", id: body.id }, payload } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") refuseIf(["login_taken"]);
    throw error;
  });
  const recorded = await findKepalaDaerah(ctx.pool, body.from, body.id);
  if (recorded === null) throw new Error("who was just written is gone");
  return recorded;
}

async function headPost(tx: Tx, unitId: string, name: string): Promise<string> {
  const { rows: [known] } = await tx.execute<{ id: string }>(sql`select id from jabatan where unit_id = ${unitId} and is_head and jenis = 'kepala_daerah' limit 1`);
  if (known !== undefined) return known.id;
  const id = v7();
  await tx.insert(jabatan).values({ id, unitId, name, jenis: "kepala_daerah", isHead: true });
  return id;
}

type HandOver = { from: LocalDate; before: KepalaDaerah["id"]; after: string; basis: string };
/** Lines in force on the day end and begin anew; those that begin later only change the name. Gives how many lines lead to the new one. */
async function handLines(tx: Tx, { from, before, after, basis }: HandOver): Promise<number> {
  const swap = (column: "penilai_id" | "atasan_id") => sql`case when ${sql.raw(column)} = ${before}::uuid then ${after}::uuid else ${sql.raw(column)} end`;
  const theirs = sql`${before}::uuid in (penilai_id, atasan_id)`;
  const later = await tx.execute(sql`update penilai_relation set penilai_id = ${swap("penilai_id")}, atasan_id = ${swap("atasan_id")} where ${theirs} and valid_from >= ${from}`);
  const ended = await tx.execute<{ pegawai_id: string; penilai_id: string; atasan_id: string | null; source: string; until: string | null }>(sql`
    with old as (select id, valid_until from penilai_relation where ${theirs} and valid_from < ${from} and (valid_until is null or valid_until > ${from}))
    update penilai_relation r set valid_until = ${from} from old where r.id = old.id
    returning r.pegawai_id, ${swap("penilai_id")} as penilai_id, ${swap("atasan_id")} as atasan_id, r.source, old.valid_until as until`);
  await tx.execute(sql`
    insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, basis, source, valid_from, valid_until)
    select gen_random_uuid(), d.pegawai_id, d.penilai_id, d.atasan_id, ${basis}, d.source, ${from}, d.until
      from jsonb_to_recordset(${JSON.stringify(ended.rows)}::jsonb) as d(pegawai_id uuid, penilai_id uuid, atasan_id uuid, source text, until date)`);
  return (later.rowCount ?? 0) + ended.rows.length;
}
