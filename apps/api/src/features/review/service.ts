import type { Input, Output, readQueue, readReviewTeam, ReviewState, ReviewView } from "@teraju/contracts";
import { access, addMonths, firstDayOf, monthlyReport, monthOf, type Month, type Party, type Verdict } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { type AuditEntry, change } from "#db/audit.ts";
import { monthlyReport as reportTable } from "#db/schema/monthly-report.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { standardOn, type Standard } from "../../standard.ts";
import { mustPerson } from "../../standing.ts";
import { findQueue, findState, findTeam, findWhole, type StateReport } from "./queries.ts";
import { reviewRefusals, reviewState, reviewView, waitingDays } from "./view.ts";

const TEAM_MONTHS = 12;

/** The newest month that may already be sent. */
function openMonth(today: string, { standar, kalender }: Standard): Month {
  const month = monthOf(today);
  return monthlyReport.jendelaLaporan(month, standar, kalender).buka <= today ? month : addMonths(month, -1);
}

/** Two queries: the standard, and the queue with the counts. Whose penilai is somebody else today waits for that one. */
export async function queue(ctx: Ctx): Promise<Output<typeof readQueue>> {
  const standard = await standardOn(ctx.pool, ctx.today);
  const { standar, kalender } = standard;
  const month = openMonth(ctx.today, standard);
  const { waiting, states } = await findQueue(ctx.pool, ctx.actor.personId, ctx.today, month);
  const { excused = 0, draft = 0, submitted = 0, returned = 0, checked = 0, closed_unreviewed: closed = 0 } = states;
  return {
    month, checkUntil: monthlyReport.jendelaLaporan(month, standar, kalender).periksaSampai,
    waiting: waiting.map(({ personId, name, jabatan, unit, ...row }) => {
      const days = waitingDays(row.submittedAt, ctx.today, standard);
      return { ...row, person: { id: personId, name, jabatan, unit }, waitingDays: days, isEscalated: days > standar.laporan.eskalasiHari };
    }),
    counts: { obliged: draft + submitted + returned + checked + closed, waiting: submitted, checked, returned, notYet: draft, closed, excused },
  };
}

/** The days of the report's month: who was penilai on one of them may still look. */
const spanOf = (month: Month) => ({ from: firstDayOf(month), until: firstDayOf(addMonths(month, 1)) });

/** Three queries: the report whole, how the reader stands to the pegawai, the standard. */
export async function read(ctx: Ctx, reportId: string): Promise<ReviewView> {
  const report = await findWhole(ctx.pool, reportId, ctx.today, ctx.actor.personId);
  if (report === null) throw new Problem("not_found");
  const standing = await mustPerson(ctx, "monthly-report.read", report.personId, spanOf(report.month));
  const isPenilai = access("monthly-report.review", standing).length === 0;
  const parties: Party[] = isPenilai ? ["penilai"] : [];
  return reviewView(report, report.personId === ctx.actor.personId, { parties, today: ctx.today, standard: await standardOn(ctx.pool, firstDayOf(report.month)) });
}

/** The report, if it is the actor's to check today, with what the refusals need. */
async function load(ctx: Ctx, reportId: string) {
  const report = await findState(ctx.pool, reportId);
  if (report === null) throw new Problem("not_found");
  await mustPerson(ctx, "monthly-report.review", report.personId, spanOf(report.month));
  return { report, asked: { parties: ["penilai"] as const, today: ctx.today, standard: await standardOn(ctx.pool, firstDayOf(report.month)) } };
}

type Given = { rowId: string; verdict: Verdict; note: string | null };

/** The report as it will be; rows left out stay. Throws `invalid` for a row that is none of its own, or that stands twice. */
function withVerdicts(report: StateReport, given: readonly Given[]): StateReport {
  const byRow = new Map(given.map((g) => [g.rowId, g]));
  const foreign = given.findIndex((g) => !report.rows.some((row) => row.id === g.rowId));
  if (foreign >= 0 || byRow.size !== given.length) throw new Problem("invalid", { fields: [{ path: `body.verdicts.${Math.max(foreign, 0)}.rowId`, code: "not_a_row_of_this_report" }] });
  const rows = report.rows.map((row) => {
    const it = byRow.get(row.id);
    return it === undefined ? row : { ...row, verdict: it.verdict, verdictNote: it.note };
  });
  return { ...report, rows };
}

/** The rows whose verdict or note the change makes other than it was: those are written, and each is a line of the trail. */
function changedRows(before: StateReport, after: StateReport): Given[] {
  return after.rows.flatMap((row, i) => {
    const old = before.rows[i];
    const isSame = row.verdict === null || (old?.verdict === row.verdict && old.verdictNote === row.verdictNote);
    return isSame || row.verdict === null ? [] : [{ rowId: row.id, verdict: row.verdict, note: row.verdictNote }];
  });
}

type Move = { to: "submitted" | "checked" | "returned"; action: string };

/** Writes state, verdicts and trail in one transaction; `stale` where somebody was faster. Gives the state as it is now. */
async function write(ctx: Ctx, before: StateReport, after: StateReport, version: number, { to, action }: Move): Promise<StateReport> {
  const changed = changedRows(before, after);
  return change(ctx, async (tx) => {
    const moved = await tx.update(reportTable).set({
      status: to, version: sql`${reportTable.version} + 1`, firstVerdictAt: sql`coalesce(${reportTable.firstVerdictAt}, ${ctx.now}::timestamptz)`,
      ...(to === "checked" && { checkedAt: ctx.now }), ...(to === "returned" && { returnedAt: ctx.now }),
    }).where(and(eq(reportTable.id, before.id), eq(reportTable.version, version), eq(reportTable.status, "submitted"))).returning({ version: reportTable.version });
    const now = moved[0];
    if (now === undefined) throw new Problem("stale");
    await tx.execute(sql`update report_row x set verdict = d.verdict, verdict_note = d.note, verdict_at = ${ctx.now}::timestamptz
      from unnest(${sql.param(changed.map((c) => c.rowId))}::uuid[], ${sql.param(changed.map((c) => c.verdict))}::text[], ${sql.param(changed.map((c) => c.note))}::text[]) as d(id, verdict, note) where x.id = d.id`);
    const verdicts = changed.map((c): AuditEntry => ({ action: "review.verdict", target: { type: "report_row", id: c.rowId }, payload: { report: before.id, verdict: c.verdict, note: c.note } }));
    const whole: AuditEntry = { action, target: { type: "monthly_report", id: before.id }, payload: { month: before.month, version, rows: changed.length } };
    const isReturned = to === "returned" ? ctx.now : before.returnedAt;
    return { value: { ...after, status: to, version: now.version, returnedAt: isReturned, isVerdictGiven: true }, audit: [whole, ...verdicts] };
  });
}

/** Judges some rows or all. Said twice it is kept once. */
export async function giveVerdicts(ctx: Ctx, reportId: string, { version, verdicts }: { version: number; verdicts: readonly Given[] }): Promise<ReviewState> {
  const { report, asked } = await load(ctx, reportId);
  const after = withVerdicts(report, verdicts);
  if (report.version !== version && changedRows(report, after).length === 0) return reviewState(report, asked);
  const bare = verdicts.flatMap((v, i) => (v.verdict === "minta_perbaikan" && v.note === null ? [{ path: `body.verdicts.${i}.note`, code: "verdict_note_missing" }] : []));
  refuseIf(reviewRefusals(after, "verdict", asked), bare.length > 0 ? { fields: bare } : {});
  return reviewState(await write(ctx, report, after, version, { to: "submitted", action: "review.verdicts" }), asked);
}

/** The check is done. With `acceptRest` every row without a verdict is accepted. */
export async function check(ctx: Ctx, reportId: string, { version, acceptRest }: { version: number; acceptRest: boolean }): Promise<ReviewState> {
  const { report, asked } = await load(ctx, reportId);
  if (report.status === "checked" && report.version === version + 1) return reviewState(report, asked);
  const rest = acceptRest ? report.rows.filter((row) => row.verdict === null).map((row): Given => ({ rowId: row.id, verdict: "terima", note: null })) : [];
  const after = withVerdicts(report, rest);
  refuseIf(reviewRefusals(after, "check", asked));
  return reviewState(await write(ctx, report, after, version, { to: "checked", action: "review.check" }), asked);
}

/** Back to the pegawai, with what is to be repaired. */
export async function sendBack(ctx: Ctx, reportId: string, { version }: { version: number }): Promise<ReviewState> {
  const { report, asked } = await load(ctx, reportId);
  if (report.status === "returned" && report.version === version + 1) return reviewState(report, asked);
  refuseIf(reviewRefusals(report, "return", asked));
  return reviewState(await write(ctx, report, report, version, { to: "returned", action: "review.return" }), asked);
}

/** The team's twelve months as JSON text of `teamView`, in one statement and one round trip. */
export async function team(ctx: Ctx, { month, cakupan, q, urut, halaman }: Input<typeof readReviewTeam>["query"]): Promise<string> {
  const months = Array.from({ length: TEAM_MONTHS }, (_, i) => addMonths(month, i - TEAM_MONTHS + 1));
  return findTeam(ctx.pool, { leaderId: ctx.actor.personId, today: ctx.today, months, withUnit: cakupan === "unit", name: q, order: urut, page: halaman === undefined ? undefined : Number(halaman) });
}
