import type { addKeberatanEvidence, KeberatanView } from "@teraju/contracts/keberatan";
import { keberatan as rules } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { keberatan, keberatanBasis } from "#db/schema/keberatan.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { listMaterial } from "./queries.ts";
import { read } from "./service.ts";
import { contextOf, loadKeberatan } from "./work.ts";

/** Lays more evidence to one claim. What lies there already is passed over, so that sent again it is the same. */
export async function addEvidence(ctx: Ctx, id: string, { version, aspect, target, basis }: z.output<typeof addKeberatanEvidence.body & {}>): Promise<KeberatanView> {
  const work = await loadKeberatan(ctx, id);
  const { row, period, parties } = work;
  const claim = row.claims.find((one) => one.aspect === aspect && one.target === target);
  const there = new Set(claim?.basis.map((one) => one.id));
  const asked = [...new Map(basis.map((one) => [one.id, one])).values()];
  if (parties.includes("owner") && asked.length > 0 && asked.every((one) => there.has(one.id))) return read(ctx, id);
  const fresh = asked.filter((one) => !there.has(one.id));
  refuseIf(rules.addEvidenceRefusals(row, fresh.length, contextOf(ctx, period, parties)));
  const own = new Set((await listMaterial(ctx.pool, period, row.personId)).map((one) => `${one.kind} ${one.id}`));
  const fields = [...(claim === undefined ? [{ path: "body.target", code: "unknown" }] : []), ...fresh.flatMap((one, at) => (own.has(`${one.kind} ${one.id}`) ? [] : [{ path: `body.basis.${at}.id`, code: "unknown" }]))];
  if (claim === undefined || fields.length > 0) throw new Problem("invalid", { fields });
  await change(ctx, async (tx) => {
    const held = await tx.update(keberatan).set({ version: sql`${keberatan.version} + 1` }).where(and(eq(keberatan.id, id), eq(keberatan.version, version), eq(keberatan.status, "filed"))).returning({ id: keberatan.id });
    if (held.length === 0) throw new Problem("stale");
    await tx.insert(keberatanBasis).values(fresh.map(({ kind, id: of }) => ({ id: v7(), claimId: claim.id, evidenceId: kind === "evidence" ? of : null, umpanBalikId: kind === "umpan_balik" ? of : null })));
    return { value: undefined, audit: { action: "keberatan.add_evidence", target: { type: "keberatan", id }, payload: { aspect, target, basis: fresh.length } } };
  });
  return read(ctx, id);
}
