import type { Output } from "@teraju/contracts/endpoint";
import type { listResults, recomputeResult, ResultView } from "@teraju/contracts/result";
import { and, eq, isNull } from "drizzle-orm";
import { findBknLine } from "../../bkn-rating.ts";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { appraisal } from "#db/schema/appraisal.ts";
import { accessLog } from "#db/schema/audit.ts";
import { Problem } from "#http/problem.ts";
import { mustResult } from "../../result-standing.ts";
import { recompute } from "../appraisal/decision.ts";
import { findPeriod, listPeriods, type Period, spanOf } from "../appraisal/period.ts";
import { findPola } from "../../pola.ts";
import { findKalibrasiOfResult } from "../../kalibrasi-of-result.ts";
import { findResult, type ResultRow } from "../../final-result.ts";
import { listOwn, listReplies } from "./queries.ts";
import { resultViewOf } from "./view.ts";

/** The actor's own results, newest period first. Two queries. */
export async function list(ctx: Ctx): Promise<Output<typeof listResults>> {
  const [periods, rows] = await Promise.all([listPeriods(ctx.pool, ctx.today), listOwn(ctx.pool, ctx.actor.personId)]);
  const byPeriod = new Map(rows.map((row) => [row.periodId, row]));
  return { results: periods.flatMap((period) => {
    const row = byPeriod.get(period.id);
    return row === undefined ? [] : [{ id: row.id, period, predikat: row.predikat, penilai: row.penilai, finalizedOn: row.finalizedOn, isOpened: row.isOpened, revision: row.revision }];
  }) };
}

/** A draft is nobody's result: it answers like one that does not exist. */
async function load(ctx: Ctx, id: string): Promise<{ row: ResultRow; period: Period }> {
  const row = await findResult(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  const period = await findPeriod(ctx.pool, row.periodId);
  await mustResult(ctx, row, spanOf(period));
  return { row, period };
}

/** The pegawai's first opening is the receipt from which the keberatan's days run. */
async function receive(ctx: Ctx, row: ResultRow): Promise<ResultRow> {
  await change(ctx, async (tx) => {
    await tx.update(appraisal).set({ openedAt: ctx.now }).where(and(eq(appraisal.id, row.id), isNull(appraisal.openedAt)));
    return { value: undefined, audit: { action: "result.open", target: { type: "appraisal", id: row.id } } };
  });
  return { ...row, openedAt: ctx.now, openedOn: ctx.today };
}

/** Eight queries. Reading another's result leaves a trace beside the chain. */
export async function read(ctx: Ctx, id: string): Promise<ResultView> {
  const { row, period } = await load(ctx, id);
  const isMine = row.personId === ctx.actor.personId;
  const seen = isMine && row.openedAt === null ? await receive(ctx, row) : row;
  if (!isMine) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "result.read", subjectId: row.personId });
  const notes = [...row.facts.hasilKerja.dasar, ...row.facts.perilakuKerja.dasar].filter((one) => one.kind === "umpan_balik").map((one) => one.id);
  const [replies, kalibrasi, bkn, pola] = await Promise.all([listReplies(ctx.pool, notes), findKalibrasiOfResult(ctx.pool, id), findBknLine(ctx.pool, row.personId, period), row.opdId === null ? null : findPola(ctx.pool, { periodId: period.id, unitId: row.opdId }, ctx.today)]);
  return resultViewOf(seen, period, { replies, kalibrasi, pola, bkn }, { today: ctx.today, actorId: ctx.actor.personId });
}

/** Computes the result again from its stored facts; the trail says who checked and what came out. */
export async function check(ctx: Ctx, id: string): Promise<Output<typeof recomputeResult>> {
  const { row } = await load(ctx, id);
  const { digest, predikat } = recompute(row.facts);
  const answer = { isEqual: digest === row.digest && predikat === row.predikat, stored: row.digest, computed: digest, predikat };
  return change(ctx, async () => ({ value: answer, audit: { action: "result.recompute", target: { type: "appraisal", id }, payload: { isEqual: answer.isEqual } } }));
}
