import { randomBytes } from "node:crypto";
import type { drawSample, listAudit, Output, verifyAudit } from "@teraju/contracts";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { verifyAudit as verify, writeCheckpoint } from "#db/checkpoint.ts";
import { mustRole } from "../../standing.ts";
import { recompute } from "../appraisal/decision.ts";
import * as queries from "./queries.ts";

const PAGE = 50;

export async function list(ctx: Ctx, query: { before?: string; action?: string; actor?: string; target?: string; from?: string; until?: string }): Promise<Output<typeof listAudit>> {
  mustRole(ctx, "audit.read");
  const filter = { before: query.before === undefined ? null : Number(query.before), action: query.action ?? null, actor: query.actor ?? null, target: query.target ?? null, from: query.from ?? null, until: query.until ?? null };
  const [rows, actions] = await Promise.all([queries.listEntries(ctx.pool, filter, PAGE + 1), queries.listActions(ctx.pool)]);
  const entries = rows.slice(0, PAGE).map((r) => ({
    seq: r.seq, at: r.at, actor: r.actor_id !== null ? { id: r.actor_id, name: r.actor_name ?? "" } : null, action: r.action,
    target: { type: r.target_type, id: r.target_id, name: r.target_name }, payload: r.payload,
  }));
  return { entries, next: rows.length > PAGE ? String(rows[PAGE - 1]?.seq ?? "") : null, actions };
}

/** Goes through the chain, writes that it was done, and signs the head when all is well. */
export async function verifyTrail(ctx: Ctx, dataDir: string): Promise<Output<typeof verifyAudit>> {
  mustRole(ctx, "audit.verify");
  const start = performance.now();
  const verdict = await verify(ctx.pool, dataDir);
  const milliseconds = Math.round(performance.now() - start);
  await change(ctx, async () => ({ value: undefined, audit: { action: "audit.verify", target: { type: "audit", id: String(verdict.head?.seq ?? 0) }, payload: { rows: verdict.rows, firstBad: verdict.firstBad } } }));
  if (verdict.firstBad === null) await writeCheckpoint(ctx.pool, dataDir, ctx.now);
  const { checkpoint, ...rest } = verdict;
  return { ...rest, checkpoint: checkpoint === null ? null : { seq: checkpoint.seq, at: checkpoint.at }, milliseconds };
}

/** Thirty final results by chance, each computed anew from its stored facts; the draw itself stands in the trail. */
export async function sample(ctx: Ctx, input: { period?: string; seed?: string }): Promise<Output<typeof drawSample>> {
  mustRole(ctx, "audit.sample");
  const seed = input.seed ?? randomBytes(8).toString("hex");
  const period = input.period ?? null;
  const [rows, population] = await Promise.all([queries.sampleResults(ctx.pool, period, seed, ctx.today), queries.countFinal(ctx.pool, period)]);
  await change(ctx, async () => ({ value: undefined, audit: { action: "audit.sample", target: { type: "audit", id: seed }, payload: { period, results: rows.map((r) => r.id) } } }));
  return {
    seed, drawnOn: ctx.today, population,
    results: rows.map(({ id, year, kind, number, hasil_kerja, finalized_at, facts, digest, ...r }) => {
      const again = recompute(facts);
      return {
        ...r, appraisalId: id, period: { year, kind, number }, hasilKerja: hasil_kerja, finalizedAt: finalized_at,
        recomputed: { predikat: again.predikat, isEqual: again.digest === digest && again.predikat === r.predikat },
      };
    }),
  };
}
