import type { listReports, Output } from "@teraju/contracts";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { developmentReceipt } from "#db/schema/development.ts";
import { Problem } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { printOf } from "./forms.ts";
import * as queries from "./queries.ts";
import { findReports } from "./report-queries.ts";

type Report = Output<typeof listReports>["reports"][number];

/** Reports on problems of behaviour that reached the office of personnel; who they are about, never what they say. */
export async function list(ctx: Ctx): Promise<Output<typeof listReports>> {
  mustRole(ctx, "development-report.receive");
  return { reports: await findReports(ctx.pool, ctx.today, null) };
}

async function mustReport(ctx: Ctx, planId: string): Promise<Report> {
  const [report] = await findReports(ctx.pool, ctx.today, planId);
  if (report === undefined) throw new Problem("not_found");
  return report;
}

/** Taken in once; whoever presses again sees the first day. */
export async function receive(ctx: Ctx, planId: string): Promise<Report> {
  mustRole(ctx, "development-report.receive");
  const before = await mustReport(ctx, planId);
  if (before.received !== null) return before;
  await change(ctx, async (tx) => {
    const written = await tx.insert(developmentReceipt).values({ planId, receivedBy: ctx.actor.personId, receivedOn: ctx.today }).onConflictDoNothing().returning({ planId: developmentReceipt.planId });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "development.receive", target: { type: "development-plan", id: planId } } };
  });
  return mustReport(ctx, planId);
}

export async function print(ctx: Ctx, planId: string, mark: { origin: string; secret: string }): Promise<{ pdf: Uint8Array; name: string }> {
  mustRole(ctx, "development-report.receive");
  await mustReport(ctx, planId);
  const row = await queries.findPlan(ctx.pool, planId);
  if (row === null) throw new Problem("not_found");
  return printOf(ctx, row, "B.1.10", mark);
}
