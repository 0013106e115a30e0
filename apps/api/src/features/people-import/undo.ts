import type { ImportLine } from "@teraju/contracts";
import { peopleImport as rules } from "@teraju/domain";
import { sql, type SQL } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { mustRole } from "../../standing.ts";
import { renumberReports } from "../../tree-write.ts";
import { alignReports, touchedMonths } from "../month-state/service.ts";
import { patience } from "./apply.ts";
import { readsOf } from "./queries.ts";
import { mustFind, PARTIES, toLine } from "./service.ts";
import { EMPTY_DRAFT, findDependents } from "./undo-queries.ts";

/**
 * Takes an import back as a whole: what it made is deleted, what it ended goes on, in the opposite order. Only while nothing depends on it;
 * a foreign key that nobody thought of says the same. The trail keeps both, the doing and the undoing.
 */
export async function undo(ctx: Ctx, id: string, version: number): Promise<ImportLine> {
  mustRole(ctx, "people-import.manage");
  const row = await mustFind(ctx, id);
  if (row.status === "undone" && row.version === version + 1) return toLine(row);
  if (row.version !== version) throw new Problem("stale");
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  await change(ctx, async (tx) => {
    await tx.execute(patience());
    const { rows: [locked] } = await tx.execute<{ version: number }>(sql`select version from people_import where id = ${id} for update`);
    if (locked?.version !== version) throw new Problem("stale");
    refuseIf(rules.undoRefusals(row.status, PARTIES, row.status === "applied" ? await findDependents(readsOf(tx), id) : []));
    const people = await touchedPeople(tx, id);
    await takeBack(tx, id);
    const from = row.effectiveFrom;
    if (from !== null && from <= ctx.today && people.length > 0) {
      for (const month of touchedMonths({ firstDay: from, lastDay: null }, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds: people, kalender });
    }
    await tx.execute(sql`update people_import set status = 'undone', version = version + 1, undone_by = ${ctx.actor.personId}, undone_at = ${ctx.now} where id = ${id}`);
    return { value: undefined, audit: { action: "people-import.undo", target: { type: "people-import", id }, payload: { from, people } } };
  }).catch((error: unknown) => {
    if (["23503", "23P01", "23505", "23514"].includes(postgresCode(error) ?? "")) refuseIf(["import_depended_on"]);
    throw error;
  });
  return toLine(await mustFind(ctx, id));
}

/** People who were there before, and whose post or penilai the import changed: their drafts go back with them. */
async function touchedPeople(tx: Tx, importId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct t.person_id as id from (
      select s.person_id from placement s join people_import_change c on c.row_id = s.id and c.entity = 'placement' and c.import_id = ${importId}
      union select r.pegawai_id from penilai_relation r join people_import_change c on c.row_id = r.id and c.entity = 'penilai_relation' and c.import_id = ${importId}) t
     where t.person_id not in (select row_id from people_import_change where import_id = ${importId} and entity = 'person' and op = 'insert') order by 1`);
  return rows.map(({ id }) => id);
}

async function takeBack(tx: Tx, importId: string): Promise<void> {
  const made = (entity: string): SQL => sql`(select row_id from people_import_change where import_id = ${importId} and entity = ${entity} and op = 'insert')`;
  const restore = (table: string, set: string): SQL => sql`update ${sql.identifier(table)} t set ${sql.raw(set)} from people_import_change c where c.import_id = ${importId} and c.entity = ${table} and c.op = 'update' and c.row_id = t.id`;
  await tx.execute(sql`delete from notification where id in ${made("notification")}`);
  await tx.execute(restore("monthly_report", "penilai_id = (c.before->>'penilai_id')::uuid, version = t.version + 1"));
  await tx.execute(sql`delete from monthly_report r where r.person_id in ${made("person")} and ${sql.raw(EMPTY_DRAFT)}`);
  await tx.execute(sql`delete from penilai_relation where id in ${made("penilai_relation")}`);
  await tx.execute(restore("penilai_relation", "valid_until = (c.before->>'valid_until')::date"));
  await tx.execute(sql`delete from placement where id in ${made("placement")}`);
  await tx.execute(restore("placement", "valid_until = (c.before->>'valid_until')::date"));
  // Drafts that followed somebody into a unit which is about to go return with the next alignment; only their place is cleared first.
  await backToOldUnits(tx, importId);
  await tx.execute(sql`delete from jabatan where id in ${made("jabatan")}`);
  await tx.execute(sql`delete from notification where person_id in ${made("person")}`);
  await tx.execute(sql`delete from account where person_id in ${made("account")}`);
  await tx.execute(sql`delete from person where id in ${made("person")}`);
  await tx.execute(restore("person", "nip = c.before->>'nip', name = c.before->>'name', jenis = c.before->>'jenis', golongan = c.before->>'golongan', job_family = c.before->>'job_family'"));
  await tx.execute(sql`delete from unit_node where tree_id in ${made("tree_version")}`);
  await tx.execute(sql`delete from tree_version where id in ${made("tree_version")}`);
  await tx.execute(restore("tree_version", "valid_until = (c.before->>'valid_until')::date"));
  await tx.execute(sql`delete from unit where id in ${made("unit")}`);
  const { rows: [tree] } = await tx.execute<{ id: string; from: string }>(sql`
    select c.row_id as id, c.after->>'valid_until' as "from" from people_import_change c where c.import_id = ${importId} and c.entity = 'tree_version' and c.op = 'update'`);
  if (tree !== undefined) await renumberReports(tx, tree.id, tree.from);
}

/** Reports of people who were in a unit of ours before, and stand in one that this import made: their old unit, as their posts say it again. */
async function backToOldUnits(tx: Tx, importId: string): Promise<void> {
  await tx.execute(sql`
    update monthly_report r set unit_id = s.unit_id from placement s
     where r.unit_id in (select row_id from people_import_change where import_id = ${importId} and entity = 'unit' and op = 'insert') and s.person_id = r.person_id and s.kind = 'definitif'
       and s.valid_from <= (r.month || '-28')::date and (s.valid_until is null or s.valid_until > (r.month || '-28')::date)`);
}
