import type { LocalDate } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/audit.ts";

const DATED = ["placement", "penilai_relation"] as const;
/** Tables of which a draft changes nothing but the unit. */
const HUNG = ["monthly_report", "evaluation_meeting"] as const;
/** Posts that were there before are closed at most. */
const POST = "jabatan";
type Columns = Record<string, unknown>;
/** A row that was written: `before` null where it was made. */
export type Written = { readonly table: (typeof DATED)[number] | (typeof HUNG)[number] | typeof POST; readonly id: string; readonly before: Columns | null; readonly after: Columns };
/** What a draft wrote: rows, and the ids of posts, units and notices that it made. */
export type Journal = { readonly rows: readonly Written[]; readonly posts: readonly string[]; readonly units: readonly string[]; readonly notices: readonly string[] };

/** Remembers, until the transaction ends, what is in force on that day or begins later. */
export async function beginJournal(tx: Tx, from: LocalDate): Promise<void> {
  for (const table of DATED) await tx.execute(sql`create temp table ${sql.raw(`before_${table}`)} on commit drop as select * from ${sql.raw(table)} where valid_until is null or valid_until >= ${from}::date`);
  await tx.execute(sql`create temp table before_monthly_report on commit drop as select id, unit_id from monthly_report where month >= ${from.slice(0, 7)}::text`);
  await tx.execute(sql`create temp table before_evaluation_meeting on commit drop as select id, unit_id from evaluation_meeting where status = 'planned'`);
  await tx.execute(sql`create temp table before_post on commit drop as select id, valid_until from jabatan`);
}

/** What was written since, into the table `reorganisation_diff`, which lives as long as the transaction. */
export async function readJournal(tx: Tx, from: LocalDate): Promise<Pick<Journal, "rows" | "posts">> {
  await tx.execute(sql`drop table if exists reorganisation_diff`);
  await tx.execute(sql`create temp table reorganisation_diff ("table" text, id uuid, before_row jsonb, after_row jsonb) on commit drop`);
  for (const table of DATED) {
    await tx.execute(sql`
      insert into reorganisation_diff select ${table}::text, coalesce(p.id, b.id), to_jsonb(b), to_jsonb(p)
        from (select * from ${sql.raw(table)} where valid_until is null or valid_until >= ${from}::date) p full join ${sql.raw(`before_${table}`)} b on b.id = p.id where (b.*) is distinct from (p.*)`);
  }
  for (const table of HUNG) {
    await tx.execute(sql`
      insert into reorganisation_diff select ${table}::text, t.id, jsonb_build_object('unit_id', b.unit_id), jsonb_build_object('unit_id', t.unit_id)
        from ${sql.raw(table)} t join ${sql.raw(`before_${table}`)} b on b.id = t.id where t.unit_id <> b.unit_id`);
  }
  await tx.execute(sql`
    insert into reorganisation_diff select ${POST}::text, t.id, jsonb_build_object('valid_until', b.valid_until), jsonb_build_object('valid_until', t.valid_until)
      from jabatan t join before_post b on b.id = t.id where t.valid_until is distinct from b.valid_until`);
  const { rows } = await tx.execute<Written>(sql`select "table", id, before_row as before, after_row as after from reorganisation_diff order by 1, 2`);
  const { rows: posts } = await tx.execute<{ id: string }>(sql`select id from jabatan where id not in (select id from before_post) order by 1`);
  return { rows, posts: posts.map(({ id }) => id) };
}

/**
 * Takes back what the journal says, in the opposite order. False where a row is no longer as it was left: something was built on it.
 * Foreign keys say the same of posts and units that others use by now.
 */
export async function undoJournal(tx: Tx, { rows, posts, units, notices }: Journal): Promise<boolean> {
  const list = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d("table" text, id uuid, before jsonb, after jsonb)`;
  for (const table of DATED) {
    const { rows: other } = await tx.execute(sql`select from ${list} left join ${sql.raw(table)} t on t.id = d.id where d."table" = ${table} and to_jsonb(t) is distinct from d.after limit 1`);
    if (other.length > 0) return false;
  }
  const { rows: reclosed } = await tx.execute(sql`select from ${list} join jabatan t on t.id = d.id where d."table" = ${POST} and t.valid_until is distinct from (d.after->>'valid_until')::date limit 1`);
  if (reclosed.length > 0) return false;
  // Posts first: who comes back to one sits on it when it is open.
  await tx.execute(sql`update jabatan t set valid_until = (d.before->>'valid_until')::date from ${list} where d."table" = ${POST} and t.id = d.id`);
  await tx.execute(sql`delete from notification where id in (select jsonb_array_elements_text(${JSON.stringify(notices)}::jsonb)::uuid)`);
  for (const table of HUNG) await tx.execute(sql`update ${sql.raw(table)} t set unit_id = (d.before->>'unit_id')::uuid, version = t.version + 1 from ${list} where d."table" = ${table} and t.id = d.id and t.unit_id = (d.after->>'unit_id')::uuid`);
  for (const table of DATED) await tx.execute(sql`delete from ${sql.raw(table)} t using ${list} where d."table" = ${table} and d.before is null and t.id = d.id`);
  await tx.execute(sql`
    update penilai_relation t set penilai_id = (d.before->>'penilai_id')::uuid, atasan_id = (d.before->>'atasan_id')::uuid, basis = d.before->>'basis', valid_until = (d.before->>'valid_until')::date
      from ${list} where d."table" = 'penilai_relation' and d.before is not null and t.id = d.id`);
  await tx.execute(sql`
    update placement t set unit_id = (d.before->>'unit_id')::uuid, jabatan_id = (d.before->>'jabatan_id')::uuid, valid_until = (d.before->>'valid_until')::date
      from ${list} where d."table" = 'placement' and d.before is not null and t.id = d.id`);
  await tx.execute(sql`delete from jabatan where id in (select jsonb_array_elements_text(${JSON.stringify(posts)}::jsonb)::uuid)`);
  await tx.execute(sql`delete from unit where id in (select jsonb_array_elements_text(${JSON.stringify(units)}::jsonb)::uuid)`);
  return true;
}
