import type { Input, Output } from "@teraju/contracts/endpoint";
import type { listPolaExplanations, PolaExplanationView, PolaPeriodLine, readUnitPola, writePolaExplanation } from "@teraju/contracts/pola-explanation";
import { polaExplanation as rules } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findPola, listPola, type Pola } from "../../pola.ts";
import { mustRole, mustUnit } from "../../standing.ts";
import { listPeriods, periodView } from "../appraisal/period.ts";
import { publish } from "./publish.ts";
import { listVersions } from "./queries.ts";

type Key = { periodId: string; unitId: string };
const lineOf = ({ thing, isOwed, explanation }: Pola): Omit<PolaPeriodLine, "period"> => ({ kesesuaian: thing.kesesuaian, final: thing.final, isOwed, isKalibrasiOpen: thing.isKalibrasiOpen, explanation });

/** Every perangkat daerah in a period; left out, the newest whose days for rating are over. */
export async function list(ctx: Ctx, periodId: string | undefined): Promise<Output<typeof listPolaExplanations>> {
  mustRole(ctx, "pola-explanation.list");
  const periods = (await listPeriods(ctx.pool, ctx.today)).filter((one) => one.state !== "running");
  const chosen = periodId === undefined ? (periods.find((one) => one.ratingUntil < ctx.today) ?? periods[0]) : periods.find((one) => one.id === periodId);
  if (chosen === undefined && periodId !== undefined) throw new Problem("not_found");
  const units = chosen === undefined ? [] : await listPola(ctx.pool, { unitIds: null, periodId: chosen.id, today: ctx.today });
  return { periods, period: chosen ?? null, units: units.map((pola) => ({ unit: pola.unit, capaianOrganisasi: pola.capaian, ...lineOf(pola) })) };
}

/** The periods of one perangkat daerah. One query beside the standing. */
export async function ofUnit(ctx: Ctx, unitId: string): Promise<Output<typeof readUnitPola>> {
  await mustUnit(ctx, "pola-explanation.read", unitId);
  const periods = await listPola(ctx.pool, { unitIds: [unitId], periodId: null, today: ctx.today });
  const [newest] = periods;
  // Units below a perangkat daerah, and the city, have no pola of their own.
  if (newest === undefined) throw new Problem("not_found");
  return { unit: newest.unit, periods: periods.map((pola) => ({ period: periodView(pola.period, ctx.today), ...lineOf(pola) })) };
}

async function load(ctx: Ctx, { periodId, unitId }: Key, action: "pola-explanation.read" | "pola-explanation.write"): Promise<{ pola: Pola; context: rules.Context }> {
  const standing = await mustUnit(ctx, action, unitId);
  const pola = await findPola(ctx.pool, { periodId, unitId }, ctx.today);
  if (pola === null || pola.period.ratingFrom > ctx.today) throw new Problem("not_found");
  return { pola, context: { parties: standing.relations.includes("leads") ? ["kepala"] : [], standar: pola.standar } };
}

async function viewOf(ctx: Ctx, key: Key, { pola, context }: Awaited<ReturnType<typeof load>>): Promise<PolaExplanationView> {
  const { period, standar, unit, capaian, jumlah, band, thing } = pola;
  return {
    period: periodView(period, ctx.today), unit, capaianOrganisasi: capaian, ...lineOf(pola), alasanMin: standar.penilaian.alasanMin, minPegawai: standar.pola.minPegawai, jumlah, band,
    versions: await listVersions(ctx.pool, key.periodId, key.unitId), actions: { write: rules.writeRefusals(thing, undefined, context) },
  };
}

export async function read(ctx: Ctx, key: Key): Promise<PolaExplanationView> {
  return viewOf(ctx, key, await load(ctx, key, "pola-explanation.read"));
}

/** Publishes the next version. Sent again with the same words it is the same. No predikat changes by it. */
export async function write(ctx: Ctx, key: Key, { revision, text }: Input<typeof writePolaExplanation>["body"]): Promise<PolaExplanationView> {
  const loaded = await load(ctx, key, "pola-explanation.write");
  const { capaian, jumlah, thing, explanation } = loaded.pola;
  const now = explanation?.revision ?? 0;
  if (now === revision + 1 && explanation?.text === text) return viewOf(ctx, key, loaded);
  if (now !== revision) throw new Problem("stale");
  refuseIf(rules.writeRefusals(thing, text, loaded.context));
  if (capaian === null) throw new Error("an explanation without a capaian was not refused");
  await change(ctx, async (tx) => {
    await publish(tx, { ...key, after: revision, text, capaian, jumlah, authorId: ctx.actor.personId, writtenOn: ctx.today, kalibrasiId: null });
    return { value: undefined, audit: { action: "pola-explanation.write", target: { type: "unit", id: key.unitId }, payload: { periodId: key.periodId, revision: revision + 1, capaian, jumlah, before: explanation?.text ?? null, text } } };
  });
  return read(ctx, key);
}
