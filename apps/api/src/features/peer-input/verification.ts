import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { signText } from "#db/checkpoint.ts";
import { accessLog } from "#db/schema/audit.ts";
import { peerVerifier } from "#db/schema/peer-input.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { type Cycle, findAnswered, listCycles, mustCycle, type VerifierRow } from "./cycle-queries.ts";
import { combinedRoot, refOf, verdictsOf } from "./cycle-view.ts";
import type { Files } from "./draw.ts";
import { treeOfDraw } from "./draw-core.ts";
import { findDrawn, findHandedOver, findStoredDraws } from "./draw-inputs.ts";
import { findInvites } from "./form-queries.ts";
import { climb, leafOf, pathOf, saltOf } from "./hash-tree.ts";

import { prfOf, readKey } from "./keys.ts";

export type Verdict = ReturnType<typeof verdictsOf>[number];

/** Only who is named for this cycle and still holds one of the two roles; for everybody else there is nothing here. */
async function mustVerifier(ctx: Ctx, id: string): Promise<{ cycle: Cycle; verifier: VerifierRow; root: string }> {
  mustRole(ctx, "peer-draw.verify");
  const cycle = await mustCycle(ctx.pool, id);
  const verifier = cycle.verifiers.find((one) => one.person.id === ctx.actor.personId);
  if (verifier === undefined) throw new Problem("not_found");
  // Before the answers are in, the key would name who is being asked.
  refuseIf(cycle.status === "preparing" || cycle.status === "answering" ? ["wrong_status"] : []);
  const root = combinedRoot(cycle.draws.map((draw) => draw.root));
  if (root === null) throw new Problem("not_found");
  return { cycle, verifier, root };
}
/** Key and inputs, without the outcome: each opening is logged. */
export async function read(ctx: Ctx, { dataDir }: Files, id: string) {
  const { cycle, root } = await mustVerifier(ctx, id);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "peer-draw.verify", subjectId: id });
  const [key, stored] = await Promise.all([readKey(dataDir, id, "draw"), findStoredDraws(ctx.pool, id)]);
  return {
    cycle: refOf(cycle), key: key.toString("hex"), keyHash: cycle.keyHash, root,
    inputs: { cycleId: id, draws: stored.map(({ number, inputs }) => ({ number, inputs })) }, command: "pnpm verify:draw <berkas.json>",
  };
}

/** What is signed: the verdict and its cycle, in this order of fields. */
export function signedText(cycleId: string, v: Omit<Verdict, "signature" | "name">): string {
  return JSON.stringify([cycleId, v.role, v.isEqual, v.digest, v.statement, v.on]);
}

/** Once. Whether it agrees is compared here: a verifier says what they computed, not whether they are content. */
export async function publish(ctx: Ctx, { dataDir }: Files, id: string, { digest, statement }: { digest: string; statement: string }): Promise<Verdict> {
  const { verifier, root } = await mustVerifier(ctx, id);
  refuseIf(verifier.signature === null ? [] : ["verdict_published"]);
  const verdict = { role: verifier.role, isEqual: digest === root, digest, statement, on: ctx.today };
  const signature = await signText(dataDir, signedText(id, verdict));
  return change(ctx, async (tx) => {
    const { rowCount } = await tx.update(peerVerifier).set({ digest, statement, isEqual: verdict.isEqual, verdictOn: ctx.today, signature }).where(and(eq(peerVerifier.cycleId, id), eq(peerVerifier.role, verifier.role), isNull(peerVerifier.signature)));
    refuseIf(rowCount === 0 ? ["verdict_published"] : []);
    return { value: { ...verdict, name: verifier.person.name, signature }, audit: { action: "peer-draw.verdict", target: { type: "peer_cycle", id }, payload: { role: verifier.role, isEqual: verdict.isEqual, digest } } };
  });
}

/** My own assignments of a cycle (left out: the one being answered, else the newest drawn) with the way from each to the published root. */
export async function proof(ctx: Ctx, { dataDir }: Files, cycleId: string | undefined) {
  const cycle = cycleId === undefined ? ((await findAnswered(ctx.pool)) ?? (await listCycles(ctx.pool)).find((one) => one.draws.length > 0) ?? null) : await mustCycle(ctx.pool, cycleId);
  const root = cycle === null ? null : combinedRoot(cycle.draws.map((draw) => draw.root));
  if (cycle === null || root === null) return { cycle: cycle === null ? null : refOf(cycle), keyHash: cycle?.keyHash ?? null, root: null, assignments: [], verdicts: [] };
  const [invites, drawn, handedOver, key] = await Promise.all([findInvites(ctx.pool, ctx.actor.personId, cycle.id, ctx.today), findDrawn(ctx.pool, cycle.id), findHandedOver(ctx.pool, cycle.id), readKey(dataDir, cycle.id, "draw")]);
  const prf = prfOf(key);
  const trees = invites.length === 0 ? [] : cycle.draws.map(({ number, root: own }) => ({ root: own, tree: treeOfDraw({ drawn: drawn.filter((one) => one.number === number), handedOver: handedOver.filter((one) => one.number === number) }, cycle.id, key) }));
  const assignments = invites.flatMap(({ subjectId, subject, because, group, isHandedOver }) => {
    const edge = { raterId: ctx.actor.personId, subjectId, group };
    const salt = saltOf(prf, cycle.id, edge);
    const leaf = leafOf(salt, edge);
    return trees.flatMap(({ root: own, tree }) => {
      const path = pathOf(tree, leaf);
      return path === null ? [] : [{ subject, because, isHandedOver, salt, leaf, path, root: own, isProved: climb(leaf, path) === own }];
    });
  });
  return { cycle: refOf(cycle), keyHash: cycle.keyHash, root, assignments, verdicts: verdictsOf(cycle) };
}
