import type { grantExtension, Input, Output, proposeReopening, readCycleMonth } from "@teraju/contracts";
import { firstDayOf, type Month, type Refusal } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { monthReopening } from "#db/schema/cycle.ts";
import { reportExtension } from "#db/schema/organisation.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { findStandard, type Standard } from "../../standard.ts";
import { mustRole } from "../../standing.ts";
import * as queries from "./queries.ts";
import { windowOf } from "./window.ts";

type View = Output<typeof readCycleMonth>["reopenings"][number];

function decideRefusals({ status, madeBy }: queries.ReopeningRow, actorId: string): Refusal[] {
  return [...(madeBy === actorId ? ["second_person_needed" as const] : []), ...(status === "proposed" ? [] : ["wrong_status" as const])];
}
export function toReopening(row: queries.ReopeningRow, ctx: Pick<Ctx, "actor">): View {
  const { id, unit, reason, status, madeByName, madeOn, decidedByName, decidedOn, note, version, reports } = row;
  return { id, unit, reason, status, madeBy: madeByName, madeOn, decidedBy: decidedByName, decidedOn, note, version, reports, actions: { decide: decideRefusals(row, ctx.actor.personId) } };
}

async function mustKnow(ctx: Ctx, month: Month, unitId: string): Promise<{ standard: Standard; name: string }> {
  const [standard, name] = await Promise.all([findStandard(ctx.pool, firstDayOf(month)), queries.findUnitName(ctx.pool, month, unitId)]);
  if (standard === null || name === null) throw new Problem("invalid", { fields: [{ path: "body.unitId", code: "unknown_unit" }] });
  return { standard, name };
}

type Extension = Input<typeof grantExtension>["body"];
/** Adds working days to a month for a unit and all below it, and tells everybody who owes a report there and their penilai. */
export async function extend(ctx: Ctx, { id, month, unitId, extraDays, cause, reason }: Extension): Promise<{ told: number }> {
  mustRole(ctx, "cycle.manage");
  const { standard, name } = await mustKnow(ctx, month, unitId);
  const [before] = await queries.findExtensions(ctx.pool, null, id);
  if (before !== undefined) {
    if (before.unitId !== unitId || before.month !== month || before.extraDays !== extraDays) throw new Problem("stale");
    return { told: 0 };
  }
  refuseIf(windowOf(month, standard, ctx.today).state === "ditutup" ? ["period_closed"] : []);
  const told = await change(ctx, async (tx) => {
    await tx.insert(reportExtension).values({ id, unitId, month, extraDays, cause, reason, grantedBy: ctx.actor.personId, grantedOn: ctx.today });
    const value = await queries.tellUnit(tx, { month, unitId, kind: "report_extended", params: JSON.stringify({ month, unit: name, days: String(extraDays) }), today: ctx.today, now: ctx.now });
    return { value, audit: { action: "cycle.extend", target: { type: "unit", id: unitId }, payload: { id, month, extraDays, cause, reason, told: value } } };
  });
  return { told };
}

type Question = Input<typeof proposeReopening>["body"];
/** Puts a closed month forward to be opened again. A month whose evaluation period is closed stays: its results rest on it. */
export async function propose(ctx: Ctx, { id, month, unitId, reason }: Question): Promise<Output<typeof proposeReopening>> {
  mustRole(ctx, "cycle.manage");
  const { standard } = await mustKnow(ctx, month, unitId);
  const [before] = await queries.findReopenings(ctx.pool, null, id);
  const { n, isRated } = await queries.countToReopen(ctx.pool, month, unitId);
  if (before !== undefined) {
    if (before.madeBy !== ctx.actor.personId || before.unitId !== unitId || before.month !== month || before.reason !== reason) throw new Problem("stale");
    return { id, reports: n };
  }
  refuseIf([
    ...(windowOf(month, standard, ctx.today).state === "ditutup" ? [] : ["month_not_closed" as const]), ...(isRated ? ["period_closed" as const] : []), ...(n === 0 ? ["nothing_to_reopen" as const] : []),
  ]);
  await change(ctx, async (tx) => {
    await tx.insert(monthReopening).values({ id, month, unitId, reason, madeBy: ctx.actor.personId, madeOn: ctx.today });
    return { value: undefined, audit: { action: "cycle.reopen-propose", target: { type: "month", id: month }, payload: { id, unitId, reason, reports: n } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") refuseIf(["reopening_running"]);
    throw error;
  });
  return { id, reports: n };
}

type Word = { version: number; confirm: boolean; note: string | null };
/** The second person's word. Confirmed, the reports as they stood are kept and each goes back to its owner, who is told. */
export async function decide(ctx: Ctx, id: string, { version, confirm, note }: Word) {
  mustRole(ctx, "cycle.reopen");
  const [row] = await queries.findReopenings(ctx.pool, null, id);
  if (row === undefined) throw new Problem("not_found");
  const status = confirm ? "confirmed" as const : "declined" as const;
  if (row.status === status && row.version === version + 1 && row.decidedBy === ctx.actor.personId) return { id, status, reports: row.reports };
  const { isRated } = await queries.countToReopen(ctx.pool, row.month, row.unitId);
  refuseIf([...decideRefusals(row, ctx.actor.personId), ...(confirm && isRated ? ["period_closed" as const] : []), ...(!confirm && note === null ? ["words_too_short" as const] : [])]);
  const reports = await change(ctx, async (tx) => {
    const written = await tx.update(monthReopening).set({ status, decidedBy: ctx.actor.personId, decidedOn: ctx.today, note, version: sql`${monthReopening.version} + 1` })
      .where(and(eq(monthReopening.id, id), eq(monthReopening.version, version), eq(monthReopening.status, "proposed"))).returning({ id: monthReopening.id });
    if (written.length === 0) throw new Problem("stale");
    const value = confirm ? await queries.reopenReports(tx, { id, month: row.month, unitId: row.unitId, now: ctx.now }) : 0;
    if (confirm) await queries.tellUnit(tx, { month: row.month, unitId: row.unitId, kind: "month_reopened", params: JSON.stringify({ month: row.month, unit: row.unit }), today: ctx.today, now: ctx.now });
    return { value, audit: { action: `cycle.reopen-${confirm ? "confirm" : "decline"}`, target: { type: "month", id: row.month }, payload: { id, unitId: row.unitId, reason: row.reason, note, reports: value } } };
  });
  return { id, status, reports };
}
