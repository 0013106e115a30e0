import type { Output, PenilaiCorrectionView, readMyPenilai } from "@teraju/contracts";
import { penilaiCorrection as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { penilaiCorrection } from "#db/schema/penilai-correction.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { proposalOf } from "../penilai-relation/proposals.ts";
import * as queries from "./queries.ts";
import { toView } from "./view.ts";

/** Who rates me, who it might be instead, and what I have asked. Six statements. */
export async function mine(ctx: Ctx): Promise<Output<typeof readMyPenilai>> {
  const me = ctx.actor.personId;
  const { kalender, standar } = await standardOn(ctx.pool, ctx.today);
  const usulan = await proposalOf(ctx, me, standar.penilaian);
  const [record, asked, candidates] = await Promise.all([queries.findOnRecord(ctx.pool, me, ctx.today), queries.findMine(ctx.pool, me, ctx.today), queries.findCandidates(ctx.pool, me, ctx.today, null, usulan?.penilai ?? null)]);
  const open = asked.find((row) => row.status === "open");
  const { penilai, atasan, since, basis, penilaiId, bawahanIds, isFinal, pimpinan } = record;
  return {
    penilai, atasan, since, basis, isFinal, pimpinan,
    candidates: candidates.filter(({ id }) => id !== penilaiId && !bawahanIds.includes(id)),
    asked: asked.map((row) => toView(row, ctx.today, kalender)),
    actions: {
      ask: rules.askRefusals({ pegawaiId: me, penilaiId, proposedId: null, bawahanIds }, { hasOpen: open !== undefined }),
      withdraw: open === undefined ? ["wrong_status"] : rules.refusals(open, "withdraw", ["owner"]),
    },
  };
}

type Question = { id: string; proposedId: string | null; reason: string };

/** Puts the question to BKPSDM. The same id with the same words once more is the same question; the trail holds no reason. */
export async function ask(ctx: Ctx, { id, proposedId, reason }: Question): Promise<PenilaiCorrectionView> {
  const me = ctx.actor.personId;
  const before = await queries.findOne(ctx.pool, id, ctx.today);
  if (before !== null) return sameQuestion(ctx, before, { id, proposedId, reason });
  const [record, asked, seated] = await Promise.all([
    queries.findOnRecord(ctx.pool, me, ctx.today), queries.findMine(ctx.pool, me, ctx.today), proposedId === null ? null : queries.findSeated(ctx.pool, proposedId, ctx.today),
  ]);
  if (proposedId !== null && seated === null) throw new Problem("invalid", { fields: [{ path: "body.proposedId", code: "unknown_person" }] });
  const { penilaiId, bawahanIds } = record;
  refuseIf(rules.askRefusals({ pegawaiId: me, penilaiId, proposedId, bawahanIds }, { hasOpen: asked.some((row) => row.status === "open") }));
  await change(ctx, async (tx) => {
    await tx.insert(penilaiCorrection).values({ id, pegawaiId: me, penilaiId, proposedId, reason, askedOn: ctx.today });
    return { value: undefined, audit: { action: "penilai-correction.ask", target: { type: "penilai-correction", id }, payload: { penilaiId, proposedId } } };
  }).catch((error: unknown) => {
    // Two windows asked at once: the second finds the first's question.
    if (postgresCode(error) === "23505") refuseIf(["correction_open"]);
    throw error;
  });
  return mustRead(ctx, id);
}

export async function withdraw(ctx: Ctx, id: string, version: number): Promise<PenilaiCorrectionView> {
  const row = await queries.findOne(ctx.pool, id, ctx.today);
  if (row === null || row.pegawaiId !== ctx.actor.personId) throw new Problem("not_found");
  if (row.status === "withdrawn" && row.version === version + 1) return mustRead(ctx, id);
  refuseIf(rules.refusals(row, "withdraw", ["owner"]));
  await change(ctx, async (tx) => {
    const written = await tx.update(penilaiCorrection).set({ status: "withdrawn", version: sql`${penilaiCorrection.version} + 1` })
      .where(and(eq(penilaiCorrection.id, id), eq(penilaiCorrection.version, version), eq(penilaiCorrection.status, "open"))).returning({ id: penilaiCorrection.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "penilai-correction.withdraw", target: { type: "penilai-correction", id } } };
  });
  return mustRead(ctx, id);
}

/** As it stands now, in the view of whoever may see it. */
export async function mustRead(ctx: Ctx, id: string): Promise<PenilaiCorrectionView> {
  const [row, { kalender }] = await Promise.all([queries.findOne(ctx.pool, id, ctx.today), standardOn(ctx.pool, ctx.today)]);
  if (row === null) throw new Problem("not_found");
  return toView(row, ctx.today, kalender);
}

async function sameQuestion(ctx: Ctx, before: queries.Row, { id, proposedId, reason }: Question): Promise<PenilaiCorrectionView> {
  if (before.pegawaiId !== ctx.actor.personId) throw new Problem("not_found");
  if (before.proposedId !== proposedId || before.reason !== reason) throw new Problem("stale");
  return mustRead(ctx, id);
}
