import type { PeerCycleView } from "@teraju/contracts";
import { addDays, monthOf, peerInput, type Refusal } from "@teraju/domain";
import { eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { peerCycle, peerVerifier } from "#db/schema/peer-input.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { standardOn } from "../../standard.ts";
import { type Cycle, findCycle, listCandidates, listCycles, mustCycle } from "./cycle-queries.ts";
import { partiesOf, stateOf, viewOf } from "./cycle-view.ts";
import { type Files, step } from "./draw.ts";
import { makeKeys } from "./keys.ts";

type Next = { year: number; semester: number; answersFrom: string; answersUntil: string };
/** The semester of today, as long as it has no cycle. */
async function nextOf(ctx: Ctx, cycles: readonly Cycle[]): Promise<Next | null> {
  const [year = 0, month = 1] = monthOf(ctx.today).split("-").map(Number);
  const semester = month <= 6 ? 1 : 2;
  if (cycles.some((one) => one.year === year && one.semester === semester)) return null;
  const { standar } = await standardOn(ctx.pool, ctx.today);
  return { year, semester, answersFrom: ctx.today, answersUntil: addDays(ctx.today, standar.rekan.hari) };
}

export async function list(ctx: Ctx) {
  mustRole(ctx, "peer-cycle.read");
  const [cycles, candidates] = await Promise.all([listCycles(ctx.pool), listCandidates(ctx.pool, ctx.today)]);
  const open: Refusal[] = partiesOf(ctx).length === 0 ? ["not_yours"] : [];
  return { cycles: cycles.map((one) => viewOf(one, ctx)), candidates, next: await nextOf(ctx, cycles), actions: { open } };
}

/** Makes the keys first: a file without a row is an unused key, a row without a file would be a cycle that nobody can answer. */
export async function open(ctx: Ctx, files: Files, body: Next & { id: string }): Promise<PeerCycleView> {
  mustRole(ctx, "peer-cycle.manage");
  const known = await findCycle(ctx.pool, body.id);
  if (known !== null) return sameAgain(known, body, ctx);
  if (body.answersUntil < ctx.today) throw new Problem("invalid", { fields: [{ path: "body.answersUntil", code: "in_the_past" }] });
  const { id: standarId } = await standardOn(ctx.pool, body.answersFrom);
  const keyHash = await makeKeys(files.dataDir, body.id);
  try {
    await change(ctx, async (tx) => {
      await tx.insert(peerCycle).values({ ...body, standarId, keyHash });
      return { value: undefined, audit: { action: "peer-cycle.open", target: { type: "peer_cycle", id: body.id }, payload: { year: body.year, semester: body.semester, answersFrom: body.answersFrom, answersUntil: body.answersUntil, keyHash } } };
    });
  } catch (cause) {
    if (postgresCode(cause) === "23505") refuseIf(["wrong_status"]);
    throw cause;
  }
  return viewOf(await mustCycle(ctx.pool, body.id), ctx);
}
function sameAgain(known: Cycle, body: Next, ctx: Ctx): PeerCycleView {
  if (known.year !== body.year || known.semester !== body.semester) throw new Problem("refused", { refusals: ["wrong_status"] });
  return viewOf(known, ctx);
}

/** Each holds the role today: the one of Inspektorat, the other among BKPSDM's analysts. */
export async function nameVerifiers(ctx: Ctx, id: string, { version, inspektoratId, analisId }: { version: number; inspektoratId: string; analisId: string }): Promise<PeerCycleView> {
  const cycle = await mustStep(ctx, id, "nameVerifiers");
  const candidates = await listCandidates(ctx.pool, ctx.today);
  const holds = (role: string, personId: string): boolean => candidates.some((one) => one.role === role && one.person.id === personId);
  if (!holds("inspektorat", inspektoratId)) throw new Problem("invalid", { fields: [{ path: "body.inspektoratId", code: "not_of_this_role" }] });
  if (!holds("bkpsdm_analis", analisId) || analisId === inspektoratId) throw new Problem("invalid", { fields: [{ path: "body.analisId", code: "not_of_this_role" }] });
  await change(ctx, async (tx) => {
    await step(tx, cycle, version, {});
    await tx.delete(peerVerifier).where(eq(peerVerifier.cycleId, id));
    await tx.insert(peerVerifier).values([{ cycleId: id, role: "inspektorat", personId: inspektoratId }, { cycleId: id, role: "bkpsdm_analis", personId: analisId }]);
    return { value: undefined, audit: { action: "peer-cycle.verifiers", target: { type: "peer_cycle", id }, payload: { inspektoratId, analisId } } };
  });
  return viewOf(await mustCycle(ctx.pool, id), ctx);
}

export async function setLastDay(ctx: Ctx, id: string, { version, answersUntil }: { version: number; answersUntil: string }): Promise<PeerCycleView> {
  const cycle = await mustStep(ctx, id, "setLastDay");
  if (answersUntil < ctx.today || answersUntil < cycle.answersFrom) throw new Problem("invalid", { fields: [{ path: "body.answersUntil", code: "in_the_past" }] });
  await change(ctx, async (tx) => {
    await step(tx, cycle, version, { answersUntil });
    return { value: undefined, audit: { action: "peer-cycle.last_day", target: { type: "peer_cycle", id }, payload: { from: cycle.answersUntil, to: answersUntil } } };
  });
  return viewOf(await mustCycle(ctx.pool, id), ctx);
}

export async function close(ctx: Ctx, id: string, { version }: { version: number }): Promise<PeerCycleView> {
  await closeCycle(ctx, await mustStep(ctx, id, "close"), version);
  return viewOf(await mustCycle(ctx.pool, id), ctx);
}
/** No answer is taken any more; what stands waits for the seal. */
export async function closeCycle(ctx: Pick<Ctx, "db"> & { actor: Ctx["actor"] | null }, cycle: Cycle, version: number): Promise<void> {
  await change(ctx, async (tx) => {
    // Who is writing an answer at this moment is waited for: afterwards the trigger of the table refuses it.
    await tx.execute(sql`lock table peer_response in share mode`);
    await step(tx, cycle, version, { status: "closed" });
    return { value: undefined, audit: { action: "peer-cycle.close", target: { type: "peer_cycle", id: cycle.id } } };
  });
}

export async function mustStep(ctx: Ctx, id: string, action: peerInput.Action): Promise<Cycle> {
  mustRole(ctx, "peer-cycle.manage");
  const cycle = await mustCycle(ctx.pool, id);
  refuseIf(peerInput.refusals(stateOf(cycle), action, partiesOf(ctx), ctx.today));
  return cycle;
}
