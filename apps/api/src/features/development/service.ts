import type { Input, listTeamPlans, Output, PlanView, proposePlan, readDevelopment, writeEntry, lookBack } from "@teraju/contracts";
import { access, development, type Party, type Relation } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { developmentEntry, developmentLook, developmentPlan } from "#db/schema/development.ts";
import { notification } from "#db/schema/people.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustPerson } from "../../standing.ts";
import * as queries from "./queries.ts";
import { around } from "./curve.ts";
import { rencanaOf, toView } from "./view.ts";

/** As whom one acts on a plan: the pegawai, or who rates them today. A superior's superior reads, and is no party. */
export function partiesOf(relations: readonly Relation[]): Party[] {
  if (relations.includes("self")) return ["owner"];
  return relations.includes("bawahan") ? ["penilai"] : [];
}

/** A person's findings and plans. Five statements, and up to four more for each plan that was carried out. */
export async function read(ctx: Ctx, personId: string): Promise<Output<typeof readDevelopment>> {
  const standing = await mustPerson(ctx, "development.read", personId);
  const parties = partiesOf(standing.relations);
  const [frame, findings, plans] = await Promise.all([queries.findFrame(ctx.pool, personId, ctx.today), parties.length === 0 ? [] : queries.findFindings(ctx.pool, personId, ctx.today), queries.findPlans(ctx.pool, personId)]);
  const reader = { actor: ctx.actor.personId, parties, today: ctx.today };
  return {
    person: frame.person, isOwn: personId === ctx.actor.personId, mayWrite: access("development.write", standing).length === 0, penilai: frame.penilai, lines: frame.lines,
    findings: findings.map(({ text, ...one }) => ({ ...one, text: text ?? "" })),
    plans: await Promise.all(plans.map(async (row) => toView(row, reader, await around(ctx.pool, row, reader)))),
  };
}

export async function mustFind(ctx: Ctx, id: string): Promise<{ row: queries.PlanRow; parties: Party[] }> {
  const row = await queries.findPlan(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  const { relations } = await mustPerson(ctx, "development.write", row.personId);
  return { row, parties: partiesOf(relations) };
}
export async function viewOf(ctx: Ctx, id: string): Promise<PlanView> {
  const { row, parties } = await mustFind(ctx, id);
  const reader = { actor: ctx.actor.personId, parties, today: ctx.today };
  return toView(row, reader, await around(ctx.pool, row, reader));
}
/** The other side learns of it; what it is about stays on the page. */
async function tell(tx: Tx, ctx: Ctx, row: { id: string; personId: string; penilaiId: string }, kind: "development_proposed" | "development_decided"): Promise<void> {
  const personId = ctx.actor.personId === row.personId ? row.penilaiId : row.personId;
  await tx.insert(notification).values({ personId, kind, params: JSON.stringify({ personId: row.personId }), day: ctx.today }).onConflictDoNothing();
}

/** The same id with the same words once more is the same plan. */
export async function propose(ctx: Ctx, personId: string, { id, indikatorId = null, ...body }: Input<typeof proposePlan>["body"]): Promise<PlanView> {
  await mustPerson(ctx, "development.write", personId);
  const before = await queries.findPlan(ctx.pool, id);
  if (before !== null) {
    if (before.proposedBy !== ctx.actor.personId || before.personId !== personId || before.goal !== body.goal) throw new Problem("stale");
    return viewOf(ctx, id);
  }
  const { penilaiId, lines } = await queries.findFrame(ctx.pool, personId, ctx.today);
  if (penilaiId === null) throw new Problem("refused", { refusals: ["no_penilai"] });
  const line = lines.find((one) => one.id === body.lineId);
  if (body.lineId !== null && (body.perilaku !== null || line === undefined)) throw new Problem("invalid", { fields: [{ path: "body.lineId", code: "unknown_line" }] });
  const aim = line?.indikator.find((one) => one.id === indikatorId);
  if (indikatorId !== null && aim === undefined) throw new Problem("invalid", { fields: [{ path: "body.indikatorId", code: "unknown_indikator" }] });
  if (body.dueOn < ctx.today) throw new Problem("invalid", { fields: [{ path: "body.dueOn", code: "in_the_past" }] });
  await change(ctx, async (tx) => {
    await tx.insert(developmentPlan).values({ id, personId, penilaiId, ...body, ...(aim && { indikatorLineId: aim.id, indikatorText: aim.text, indikatorKunci: aim.kunci }), proposedBy: ctx.actor.personId, proposedOn: ctx.today });
    await tell(tx, ctx, { id, personId, penilaiId }, "development_proposed");
    return { value: undefined, audit: { action: "development.propose", target: { type: "development-plan", id }, payload: { bentuk: body.bentuk, source: body.source } } };
  });
  return viewOf(ctx, id);
}

const NEXT = { agree: "agreed", decline: "declined", cancel: "cancelled", finish: "done" } as const;
type PlanAction = keyof typeof NEXT;

export async function act(ctx: Ctx, id: string, { version, action, note }: { version: number; action: PlanAction; note: string | null }): Promise<PlanView> {
  const { row, parties } = await mustFind(ctx, id);
  const status = NEXT[action];
  if (row.status === status && row.version === version + 1) return viewOf(ctx, id);
  refuseIf(development.refusals(rencanaOf(row), action, { actor: ctx.actor.personId, parties, today: ctx.today, note }));
  await change(ctx, async (tx) => {
    const written = await tx.update(developmentPlan)
      .set({ status, note, version: sql`${developmentPlan.version} + 1`, ...(action === "finish" ? { doneOn: ctx.today } : { decidedOn: ctx.today }) })
      .where(and(eq(developmentPlan.id, id), eq(developmentPlan.version, version), eq(developmentPlan.status, row.status))).returning({ id: developmentPlan.id });
    if (written.length === 0) throw new Problem("stale");
    await tell(tx, ctx, row, "development_decided");
    return { value: undefined, audit: { action: `development.${action}`, target: { type: "development-plan", id } } };
  });
  return viewOf(ctx, id);
}

/** An entry of the journal; what was written stays. */
export async function write(ctx: Ctx, planId: string, { id, day, fact, option, step, cause = null, place = null, stepDue = null, changesTarget = false }: Input<typeof writeEntry>["body"]): Promise<PlanView> {
  const { row, parties } = await mustFind(ctx, planId);
  if (row.entries.some((entry) => entry.id === id)) return viewOf(ctx, planId);
  refuseIf(development.refusals(rencanaOf(row), "record", { actor: ctx.actor.personId, parties, today: ctx.today }));
  if (day > ctx.today) throw new Problem("invalid", { fields: [{ path: "body.day", code: "in_the_future" }] });
  await change(ctx, async (tx) => {
    await tx.insert(developmentEntry).values({ id, planId, day, fact, option, step, cause, place, stepDue, changesTarget, writtenBy: ctx.actor.personId });
    return { value: undefined, audit: { action: "development.record", target: { type: "development-plan", id: planId } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") throw new Problem("stale");
    throw error;
  });
  return viewOf(ctx, planId);
}

/** Three or six months later: once each, by whichever side looks first. */
export async function lookAgain(ctx: Ctx, planId: string, look: development.Look, { seen, note, hindrance }: Input<typeof lookBack>["body"]): Promise<PlanView> {
  const { row, parties } = await mustFind(ctx, planId);
  const before = row.looks.find((one) => one.look === look);
  if (before !== undefined && before.seen === seen && before.note === note && before.hindrance === hindrance) return viewOf(ctx, planId);
  refuseIf(development.refusals(rencanaOf(row), "look", { actor: ctx.actor.personId, parties, today: ctx.today, note, look }));
  await change(ctx, async (tx) => {
    await tx.insert(developmentLook).values({ planId, look, seen, note, hindrance, lookedBy: ctx.actor.personId, lookedOn: ctx.today });
    return { value: undefined, audit: { action: "development.look", target: { type: "development-plan", id: planId }, payload: { look } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") refuseIf(["looked_already"]);
    throw error;
  });
  return viewOf(ctx, planId);
}

/** Those whom one rates today, with what waits. One statement. */
export async function team(ctx: Ctx): Promise<Output<typeof listTeamPlans>> {
  const rows = await queries.findTeam(ctx.pool, ctx.actor.personId, ctx.today);
  return {
    people: rows.map(({ person, plans }) => ({
      person,
      waiting: plans.filter((one) => one.status === "proposed" && one.proposedBy !== ctx.actor.personId).length,
      running: plans.filter((one) => one.status === "agreed").length,
      due: plans.reduce((sum, one) => sum + development.looksDue(one, ctx.today).length, 0),
      done: plans.filter((one) => one.status === "done").length,
    })),
  };
}
