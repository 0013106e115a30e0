import type { countTraining, findKonselor, Input, listKonselor, Output, recordCertificate } from "@teraju/contracts";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { konselorCertificate, konselorTraining } from "#db/schema/konseling.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import * as queries from "./konselor-queries.ts";

type KonselorList = Output<typeof listKonselor>;

/** What makes a penilai a konselor. Two statements. */
export async function list(ctx: Ctx): Promise<KonselorList> {
  mustRole(ctx, "konselor.keep");
  const [trainings, certificates] = await Promise.all([queries.findTrainings(ctx.pool), queries.findCertificates(ctx.pool, ctx.today)]);
  return { trainings, certificates };
}

/** Says that a training of the catalogue counts, or no longer does; who was named konselor on it stays. */
export async function count(ctx: Ctx, trainingId: string, { counts }: Input<typeof countTraining>["body"]): Promise<KonselorList> {
  const { trainings } = await list(ctx);
  const before = trainings.find(({ id }) => id === trainingId);
  if (before === undefined) throw new Problem("not_found");
  if (before.counts === counts) return list(ctx);
  await change(ctx, async (tx) => {
    const written = counts
      ? await tx.insert(konselorTraining).values({ trainingId, markedBy: ctx.actor.personId, markedOn: ctx.today }).onConflictDoNothing().returning({ id: konselorTraining.trainingId })
      : await tx.delete(konselorTraining).where(eq(konselorTraining.trainingId, trainingId)).returning({ id: konselorTraining.trainingId });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "konselor.training", target: { type: "training", id: trainingId }, payload: { counts } } };
  });
  return list(ctx);
}

/** A certificate from elsewhere. The same id with the same words is the same certificate. */
export async function record(ctx: Ctx, { id, ...paper }: Input<typeof recordCertificate>["body"]): Promise<KonselorList> {
  const { certificates } = await list(ctx);
  const before = certificates.find((one) => one.id === id);
  if (before !== undefined) {
    if (before.person.id !== paper.personId || before.number !== paper.number) throw new Problem("stale");
    return list(ctx);
  }
  if (paper.issuedOn > ctx.today) throw new Problem("invalid", { fields: [{ path: "body.issuedOn", code: "in_the_future" }] });
  await change(ctx, async (tx) => {
    await tx.insert(konselorCertificate).values({ id, ...paper, recordedBy: ctx.actor.personId, recordedOn: ctx.today });
    return { value: undefined, audit: { action: "konselor.certificate", target: { type: "person", id: paper.personId }, payload: { id, name: paper.name, number: paper.number, issuer: paper.issuer, issuedOn: paper.issuedOn } } };
  }).catch((error: unknown) => {
    const code = postgresCode(error);
    if (code === "23505") refuseIf(["certificate_known"]);
    if (code === "23503") throw new Problem("invalid", { fields: [{ path: "body.personId", code: "unknown_person" }] });
    throw error;
  });
  return list(ctx);
}

export async function find(ctx: Ctx, q: string): Promise<Output<typeof findKonselor>> {
  mustRole(ctx, "konselor.keep");
  return { people: await queries.findByName(ctx.pool, ctx.today, q) };
}
