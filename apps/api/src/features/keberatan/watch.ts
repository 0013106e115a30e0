import type { Output } from "@teraju/contracts/endpoint";
import type { listOpenKeberatan, OpenKeberatan } from "@teraju/contracts/keberatan";
import { access, type AlihAtasan, keberatan as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { keberatan, keberatanReassignment } from "#db/schema/keberatan.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { findPeriod, type Period, periodView } from "../appraisal/period.ts";
import { clockOf } from "./clock.ts";
import { tell } from "./service.ts";
import { listDecidedSince, listOpen, type OpenRow } from "./watch-queries.ts";

/** What stands in the way of handing it on; `alasan` null: the button. */
function refusalsOf(ctx: Ctx, row: OpenRow, { kalender, standar }: Period, alasan: string | null) {
  const sides = [row.personId, row.penilaiId];
  const mayReassign = access("keberatan.reassign", { relations: [], roles: ctx.actor.roles }).length === 0;
  const facts = { hasNext: row.nextId !== null, isNextAParty: row.nextId !== null && sides.includes(row.nextId), isActorAParty: [...sides, row.atasanId, row.nextId].includes(ctx.actor.personId), alasan };
  return rules.reassignRefusals({ status: row.status, filedOn: row.filedOn }, facts, { parties: mayReassign ? ["bkpsdm"] : [], today: ctx.today, kalender, standar });
}

async function periodsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Period>> {
  return new Map(await Promise.all([...new Set(ids)].map(async (id) => [id, await findPeriod(ctx.pool, id)] as const)));
}

/** What waits in the city, the fewest working days left first; names only for who may read keberatan. */
export async function listOpenOf(ctx: Ctx): Promise<Output<typeof listOpenKeberatan>> {
  mustRole(ctx, "keberatan.watch");
  const [rows, decided] = await Promise.all([listOpen(ctx.pool, ctx.today), listDecidedSince(ctx.pool, `${ctx.today.slice(0, 4)}-01-01`)]);
  const periods = await periodsOf(ctx, [...rows, ...decided].map((row) => row.periodId));
  const seesNames = access("keberatan.read", { relations: [], roles: ctx.actor.roles }).length === 0;
  const items = rows.flatMap((row): OpenKeberatan[] => {
    const period = periods.get(row.periodId);
    if (period === undefined) return [];
    const explainUntil = rules.explainUntil(row.filedOn, period);
    const { id, version, unit, status, filedOn, pegawai, penilai, atasan, next, timesReassigned } = row;
    return [{
      id, version, unit, status, filedOn, timesReassigned, period: periodView(period, ctx.today), explainUntil, isExplanationLate: status === "filed" && ctx.today > explainUntil, clock: clockOf("keputusan", filedOn, period, ctx.today),
      people: seesNames ? { pegawai, penilai, atasan, next } : null, actions: { reassign: refusalsOf(ctx, row, period, null) },
    }];
  });
  const late = decided.filter((one) => { const period = periods.get(one.periodId); return period !== undefined && one.decidedOn > clockOf("keputusan", one.filedOn, period, one.decidedOn).sampai; });
  return { items: items.toSorted((a, b) => a.clock.sisa - b.clock.sisa), decidedThisYear: decided.length, lateThisYear: late.length };
}

/** Hands it to who stands above the atasan: the same clock runs on, both sides and both atasan are told. */
export async function reassign(ctx: Ctx, id: string, { version, ground, basis }: { version: number; ground: AlihAtasan; basis: string }): Promise<Output<typeof listOpenKeberatan>> {
  mustRole(ctx, "keberatan.reassign");
  const row = (await listOpen(ctx.pool, ctx.today)).find((one) => one.id === id);
  if (row === undefined) throw new Problem("not_found");
  const period = await findPeriod(ctx.pool, row.periodId);
  refuseIf(refusalsOf(ctx, row, period, basis));
  const to = row.nextId;
  if (to === null) throw new Error("a keberatan without refusals has nobody above");
  await change(ctx, async (tx) => {
    const moved = await tx.update(keberatan).set({ atasanId: to, version: sql`${keberatan.version} + 1` }).where(and(eq(keberatan.id, id), eq(keberatan.version, version))).returning({ id: keberatan.id });
    if (moved.length === 0) throw new Problem("stale");
    await tx.insert(keberatanReassignment).values({ id: v7(), keberatanId: id, fromId: row.atasanId, toId: to, ground, basis, byId: ctx.actor.personId, on: ctx.today });
    await tell(tx, ctx, "keberatan_reassigned", id, [row.personId, row.penilaiId, row.atasanId, to]);
    return { value: undefined, audit: { action: "keberatan.reassign", target: { type: "keberatan", id }, payload: { from: row.atasanId, to, ground, basis } } };
  });
  return listOpenOf(ctx);
}
