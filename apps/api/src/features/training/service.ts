import type { actOnPlace, Input, listEffects, listNeeds, listTrainings, makeSession, makeTraining, Output, readSessionPlaces } from "@teraju/contracts";
import { development, FEWEST_ANSWERS, suppress } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { training, trainingPlace, trainingSession } from "#db/schema/development.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { byEffect } from "../../pdf/training-story.ts";
import { mustPerson, mustRole } from "../../standing.ts";
import { standardOn } from "../../standard.ts";
import { effectsOf } from "./effect.ts";
import * as figures from "./figures.ts";
import * as queries from "./queries.ts";
import { findScores } from "./scores.ts";

type TrainingView = Output<typeof listTrainings>["trainings"][number];
type SessionView = Output<typeof readSessionPlaces>;

export async function catalogue(ctx: Ctx): Promise<Output<typeof listTrainings>> {
  return { trainings: await queries.findTrainings(ctx.pool, ctx.today, null) };
}
async function mustTraining(ctx: Ctx, id: string): Promise<TrainingView> {
  const [row] = await queries.findTrainings(ctx.pool, ctx.today, id);
  if (row === undefined) throw new Problem("not_found");
  return row;
}

/** The same id with the same name once more is the same training. */
export async function make(ctx: Ctx, body: Input<typeof makeTraining>["body"]): Promise<TrainingView> {
  mustRole(ctx, "training.manage");
  await change(ctx, async (tx) => {
    await tx.insert(training).values({ ...body, madeBy: ctx.actor.personId });
    return { value: undefined, audit: { action: "training.make", target: { type: "training", id: body.id }, payload: { name: body.name } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) !== "23505") throw error;
  });
  const [made] = await queries.findTrainings(ctx.pool, ctx.today, body.id);
  if (made === undefined) throw new Problem("refused", { refusals: ["name_taken"] });
  if (made.name !== body.name) throw new Problem("stale");
  return made;
}

export async function plan(ctx: Ctx, trainingId: string, body: Input<typeof makeSession>["body"]): Promise<TrainingView> {
  mustRole(ctx, "training.manage");
  const before = await mustTraining(ctx, trainingId);
  if (before.sessions.some((one) => one.id === body.id)) return before;
  if (body.lastDay < body.firstDay) throw new Problem("invalid", { fields: [{ path: "body.lastDay", code: "before_first_day" }] });
  await change(ctx, async (tx) => {
    await tx.insert(trainingSession).values({ ...body, trainingId });
    return { value: undefined, audit: { action: "training.plan", target: { type: "training-session", id: body.id }, payload: { firstDay: body.firstDay, places: body.places } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") throw new Problem("stale");
    throw error;
  });
  return mustTraining(ctx, trainingId);
}

async function mustSession(ctx: Ctx, id: string): Promise<queries.SessionPlaces> {
  const row = await queries.findSession(ctx.pool, ctx.today, id);
  if (row === null) throw new Problem("not_found");
  return row;
}
function toView({ trainingId, training: name, session, places }: queries.SessionPlaces): SessionView {
  const may = (status: development.PesertaStatus, action: "accept" | "refuse" | "attend"): string[] => development.pesertaRefusals({ status, hasEnded: session.hasEnded, taken: session.taken, places: session.places }, action);
  return {
    training: { id: trainingId, name }, session,
    places: places.map(({ planId, ...one }) => ({ ...one, fromPlan: planId !== null, actions: { accept: may(one.status, "accept"), refuse: may(one.status, "refuse"), attend: may(one.status, "attend") } })),
  };
}
export async function readSession(ctx: Ctx, id: string): Promise<SessionView> {
  mustRole(ctx, "training.manage");
  return toView(await mustSession(ctx, id));
}

/** Oneself, or somebody whom one rates; BKPSDM may put forward anybody. Once for each session. */
export async function nominate(ctx: Ctx, sessionId: string, { id, personId, planId }: { id: string; personId: string; planId: string | null }): Promise<{ id: string; status: development.PesertaStatus }> {
  await mustPerson(ctx, "training.nominate", personId);
  const { session } = await mustSession(ctx, sessionId);
  const before = await queries.findPlace(ctx.pool, id);
  if (before !== null) {
    if (before.sessionId !== sessionId || before.personId !== personId) throw new Problem("stale");
    return { id, status: before.status };
  }
  refuseIf(session.hasEnded ? ["training_over"] : []);
  if (planId !== null && !(await queries.isOwnPlan(ctx.pool, planId, personId))) throw new Problem("invalid", { fields: [{ path: "body.planId", code: "unknown_plan" }] });
  await change(ctx, async (tx) => {
    await tx.insert(trainingPlace).values({ id, sessionId, personId, planId, nominatedBy: ctx.actor.personId, nominatedOn: ctx.today });
    return { value: undefined, audit: { action: "training.nominate", target: { type: "training-place", id }, payload: { sessionId } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") refuseIf(["nominated_already"]);
    throw error;
  });
  return { id, status: "nominated" };
}

export async function act(ctx: Ctx, id: string, { version, action, certificate }: Input<typeof actOnPlace>["body"]): Promise<SessionView> {
  mustRole(ctx, "training.manage");
  const place = await queries.findPlace(ctx.pool, id);
  if (place === null) throw new Problem("not_found");
  const before = await mustSession(ctx, place.sessionId);
  const row = before.places.find((one) => one.id === id);
  const { session } = before;
  const set = action === "accept" || action === "refuse" ? { status: action === "accept" ? ("accepted" as const) : ("refused" as const) } : { hasAttended: action === "attend", certificate: action === "attend" ? certificate : null };
  if (row !== undefined && row.version === version + 1 && Object.entries(set).every(([key, value]) => row[key as "status"] === value)) return toView(before);
  refuseIf(development.pesertaRefusals({ status: place.status, hasEnded: session.hasEnded, taken: session.taken, places: session.places }, action === "absent" ? "attend" : action));
  await change(ctx, async (tx) => {
    const written = await tx.update(trainingPlace).set({ ...set, decidedBy: ctx.actor.personId, version: sql`${trainingPlace.version} + 1` })
      .where(and(eq(trainingPlace.id, id), eq(trainingPlace.version, version))).returning({ id: trainingPlace.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: `training.${action}`, target: { type: "training-place", id } } };
  });
  return toView(await mustSession(ctx, place.sessionId));
}

/** Plans from which an indicator is named beside a training: fewer would be single people. */
const FEWEST_PLANS = 5;
/** Each training that somebody attended, with what it is seen to do. Nine statements, whatever the number of trainings. */
export async function effects(ctx: Ctx): Promise<Output<typeof listEffects>> {
  mustRole(ctx, "training-effect.read");
  const year = Number(ctx.today.slice(0, 4));
  const [attended, scored, trainings, budget] = await Promise.all([figures.findAttended(ctx.pool, ctx.today, FEWEST_PLANS), findScores(ctx.pool, ctx.today), queries.findTrainings(ctx.pool, ctx.today, null), queries.findBudget(ctx.pool, year)]);
  const rows = attended.flatMap((one) => {
    const of = trainings.find(({ id }) => id === one.trainingId);
    if (of === undefined) return [];
    const { id, name, perilaku, costPerPerson } = of;
    const effects = effectsOf({ attended: one, rows: scored.filter(({ trainingId }) => trainingId === id), perilaku, today: ctx.today });
    return { training: { id, name, perilaku, costPerPerson }, attended: one.attended, cost: one.attended * costPerPerson, indikator: one.indikator, effects, hindrances: one.attended < FEWEST_ANSWERS ? [] : one.hindrances };
  });
  return { rows: rows.sort(byEffect), budget: { year, ...budget } };
}

/** What is agreed and not done, by department; small groups are hidden, with as many others as it takes. */
export async function needs(ctx: Ctx): Promise<Output<typeof listNeeds>> {
  mustRole(ctx, "training-effect.read");
  const [all, { standar }] = await Promise.all([queries.findNeeds(ctx.pool, ctx.today), standardOn(ctx.pool, ctx.today)]);
  const units = [...new Map(all.map((one) => [one.unitId, one.unit]))].map(([id, name]) => ({ id, name, own: all.filter((one) => one.unitId === id) }));
  const people = suppress(units.map((unit) => ({ key: unit.id, n: new Set(unit.own.map((one) => one.personId)).size })), standar.sandiMin).cells;
  const byForm = Object.fromEntries(development.BENTUK_PEMBINAAN.map((bentuk) => [bentuk, suppress(units.map((unit) => ({ key: unit.id, n: unit.own.filter((one) => one.bentuk === bentuk).length })), standar.sandiMin).cells]));
  const byPerilaku = [...new Set(all.flatMap((one) => one.perilaku ?? []))].map((perilaku) => ({ key: perilaku, n: all.filter((one) => one.perilaku === perilaku).length }));
  return {
    rows: units.map(({ id, name }, i) => ({
      unit: { id, name }, people: people[i]?.cell?.n ?? null,
      byForm: { coaching: byForm["coaching"]?.[i]?.cell?.n ?? null, mentoring: byForm["mentoring"]?.[i]?.cell?.n ?? null, pelatihan: byForm["pelatihan"]?.[i]?.cell?.n ?? null, belajar_mandiri: byForm["belajar_mandiri"]?.[i]?.cell?.n ?? null, konseling: byForm["konseling"]?.[i]?.cell?.n ?? null },
    })),
    byPerilaku: Object.fromEntries(suppress(byPerilaku, standar.sandiMin).cells.map(({ key, cell }) => [key, cell?.n ?? null])),
  };
}

