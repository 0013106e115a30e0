import type { ImportLine } from "@teraju/contracts";
import { monthOf, peopleImport as rules, type LocalDate } from "@teraju/domain";
import { sql, type SQL } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { mustRole } from "../../standing.ts";
import { alignReports, touchedMonths } from "../month-state/service.ts";
import * as queries from "./queries.ts";
import { digestOf, mustFind, PARTIES, toLine, toRows } from "./service.ts";
import { writePeople, writeUnits, type Written } from "./write.ts";

type Wish = { version: number; from: LocalDate; endMissing: boolean; digest: string };

/** Statements about ten thousand people may take longer than one that somebody's click waits for; only this transaction gets so long. */
export const patience = (): SQL => sql`set local statement_timeout = '120s'`;

/** One import at a time: each is compared with a city that no other import is changing. */
const LOCK = 7_234_105;

/**
 * Carries the preview out, in one transaction: all that had no problem, or nothing at all. The city is compared with the file once more
 * inside of it; where that gives anything else than what was previewed (`digest`), somebody changed something meanwhile: `stale`.
 * Drafts and sent reports from that day on follow their people. What was rated before the day stays with who rated it.
 */
export async function apply(ctx: Ctx, id: string, wish: Wish): Promise<ImportLine> {
  mustRole(ctx, "people-import.manage");
  const row = await mustFind(ctx, id);
  const isRepeat = row.status === "applied" && row.version === wish.version + 1 && row.effectiveFrom === wish.from && row.endMissing === wish.endMissing;
  if (isRepeat) return toLine(row);
  if (row.version !== wish.version) throw new Problem("stale");
  await inOneTransaction(ctx, row, wish).catch((error: unknown) => {
    // A dated row that the state read before did not have yet: somebody was faster.
    if (["23P01", "23505", "23503", "23514"].includes(postgresCode(error) ?? "")) throw new Problem("stale");
    throw error;
  });
  return toLine(await mustFind(ctx, id));
}

async function inOneTransaction(ctx: Ctx, row: queries.ImportRow, { version, from, endMissing, digest }: Wish): Promise<void> {
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  const stored = await queries.findRows(ctx.pool, row.id);
  const tell = (step: queries.Progress["step"], done: number, total: number): Promise<void> => queries.writeProgress(ctx.pool, row.id, { step, done, total }, ctx.now);
  await tell("read", 0, 0);
  await change(ctx, async (tx) => {
    await tx.execute(patience());
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    const { rows: [locked] } = await tx.execute<{ version: number }>(sql`select version from people_import where id = ${row.id} for update`);
    if (locked?.version !== version) throw new Problem("stale");
    const diff = rules.diffImport(toRows(stored), await queries.loadState(queries.readsOf(tx), from), { endMissing });
    refuseIf(rules.applyRefusals(row.status, PARTIES, diff.counts, { endMissing }));
    if (digestOf(from, endMissing, diff) !== digest) throw new Problem("stale");
    const written: Written = { changes: [], unitIds: new Map(), personIds: new Map() };
    await tell("units", 0, diff.units.length);
    await writeUnits(tx, { diff, from, legalBasis: `Impor ${row.fileName}, ${ctx.today}`.slice(0, 300) }, written);
    const moved = await writePeople(tx, { diff, from, importId: row.id, today: ctx.today, now: ctx.now }, written, tell);
    await tell("reports", 0, moved.length);
    await moveReports(tx, moved, from, ctx.today, written);
    if (from <= ctx.today && moved.length > 0) {
      for (const month of touchedMonths({ firstDay: from, lastDay: null }, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds: moved.map(({ id }) => id), kalender });
    }
    await tell("trail", 0, written.changes.length);
    await keepChanges(tx, row.id, written);
    const counts = JSON.stringify(diff.counts);
    await tx.execute(sql`update people_import set status = 'applied', version = version + 1, effective_from = ${from}, end_missing = ${endMissing}, counts = ${counts}::jsonb, applied_by = ${ctx.actor.personId}, applied_at = ${ctx.now} where id = ${row.id}`);
    const payload = { sha256: row.sha256, from, endMissing, counts: diff.counts, people: moved.map(({ id: personId }) => personId), units: [...written.unitIds.values()] };
    return { value: undefined, audit: { action: "people-import.apply", target: { type: "people-import", id: row.id }, payload } };
  });
}

export type MovedPerson = { readonly id: string; readonly penilaiId: string | null };

/** Sent and returned reports of months from that day on go to the new penilai; each gets a new version. */
async function moveReports(tx: Tx, moved: readonly MovedPerson[], from: LocalDate, today: LocalDate, { changes }: Written): Promise<void> {
  const rated = moved.filter(({ penilaiId }) => penilaiId !== null);
  if (from > today || rated.length === 0) return;
  const { rows } = await tx.execute<{ id: string; before: string | null; after: string; version: number }>(sql`
    with d as (select * from jsonb_to_recordset(${JSON.stringify(rated)}::jsonb) as d(id uuid, "penilaiId" uuid)),
    old as (select r.id, r.penilai_id, d."penilaiId" from monthly_report r join d on d.id = r.person_id
             where r.month >= ${monthOf(from)} and r.status in ('submitted', 'returned') and r.penilai_id is distinct from d."penilaiId" for update of r)
    update monthly_report r set penilai_id = old."penilaiId", version = r.version + 1 from old where old.id = r.id returning r.id, old.penilai_id as before, old."penilaiId" as after, r.version`);
  for (const one of rows) changes.push({ entity: "monthly_report", rowId: one.id, op: "update", before: { penilai_id: one.before }, after: { penilai_id: one.after, version: one.version } });
}

async function keepChanges(tx: Tx, importId: string, { changes }: Written): Promise<void> {
  await tx.execute(sql`
    insert into people_import_change (import_id, seq, entity, row_id, op, before, after)
    select ${importId}, d.seq, d.entity, d."rowId", d.op, d.before, d.after
      from jsonb_to_recordset(${JSON.stringify(changes.map((one, i) => ({ ...one, seq: i + 1 })))}::jsonb) as d(seq int, entity text, "rowId" uuid, op text, before jsonb, after jsonb)`);
  // Undoing joins these rows with everything that it restores; until the next autovacuum the planner would take them for none.
  await tx.execute(sql`analyze people_import_change`);
}
