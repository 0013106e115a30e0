import { peopleImport as rules, type Refusal } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { bknReport } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { findImport, findRows } from "./queries.ts";

/** e-Kinerja's report can be kept whether or not its people are imported, as long as its rows and its period are known. */
export function keepRefusals(status: rules.PeopleImportStatus, bkn: rules.BknReport | null): Refusal[] {
  if (bkn === null || status === "discarded") return ["wrong_status"];
  return bkn.period === null ? ["bkn_period_unknown"] : [];
}

/**
 * Keeps what e-Kinerja BKN says of a period, line by line, in `bkn_report` and `bkn_row`: what comparing with our own results starts from.
 * An older report of the same kind, period and part of the city is no longer current, but stays. Keeping the same file again changes nothing.
 * Periods map to ours by their months (`first_month` to `last_month`): a quarter of BKN is three months of ours.
 */
export async function keepReport(ctx: Ctx, id: string, version: number): Promise<{ rows: number }> {
  mustRole(ctx, "people-import.manage");
  const row = await findImport(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  const bkn = (await findRows(ctx.pool, id))?.bkn ?? null;
  if (row.version !== version) throw new Problem("stale");
  refuseIf(keepRefusals(row.status, bkn));
  const period = bkn?.period ?? null;
  if (bkn === null || period === null) throw new Error("refused above");
  const months = rules.monthsOfBknPeriod(period);
  const { rows: kept } = await ctx.pool.query("select from bkn_report where import_id = $1 and is_current", [id]);
  if (kept.length > 0) return { rows: bkn.rows.length };
  const reportId = v7();
  return change(ctx, async (tx) => {
    await tx.execute(sql`update bkn_report set is_current = false where is_current and kind = ${bkn.kind} and period_kind = ${period.kind} and year = ${period.year} and number = ${period.number} and scope = ${bkn.scope}`);
    await tx.insert(bknReport).values({
      id: reportId, importId: id, kind: bkn.kind, periodKind: period.kind, year: period.year, number: period.number, firstMonth: months.first, lastMonth: months.last, title: bkn.title, scope: bkn.scope,
      pulledAt: bkn.pulledAt, keptBy: ctx.actor.personId, keptAt: ctx.now,
    });
    await tx.execute(sql`
      insert into bkn_row (report_id, line, nip, name, unor, unor_induk, jabatan, is_acting, hasil_kerja, perilaku, predikat, penilai_nip, penilai_name, rated_at, unread)
      select ${reportId}, d.line, d.nip, d.name, d.unor, d."unorInduk", d.jabatan, d."isActing", d."hasilKerja", d.perilaku, d.predikat, d."penilaiNip", d."penilaiName", d."ratedAt", array(select jsonb_array_elements_text(d.unread))
        from jsonb_to_recordset(${JSON.stringify(bkn.rows.map((r) => ({ ...r, isActing: rules.isActing(r) })))}::jsonb)
          as d(line int, nip text, name text, unor text, "unorInduk" text, jabatan text, "isActing" boolean, "hasilKerja" text, perilaku text, predikat text, "penilaiNip" text, "penilaiName" text, "ratedAt" text, unread jsonb)`);
    return { value: { rows: bkn.rows.length }, audit: { action: "bkn-report.keep", target: { type: "bkn-report", id: reportId }, payload: { importId: id, kind: bkn.kind, period, rows: bkn.rows.length } } };
  });
}
