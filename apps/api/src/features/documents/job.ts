import type { DocumentJob, DocumentWish, listDocumentJobs } from "@teraju/contracts/documents";
import type { Output } from "@teraju/contracts/endpoint";
import { officialDocument } from "@teraju/domain";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { documentJob } from "#db/schema/documents.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import type { JobQueue } from "../../queue.ts";
import { mustPerson, mustUnit } from "../../standing.ts";
import { openJobFile } from "./job-files.ts";
import { countOpen, dayOf, findJob, listJobs, type JobRow } from "./job-queries.ts";
import { listPeriodRows } from "./queries.ts";
import { isCityUnit } from "./scope-queries.ts";
import { listPeopleOfUnit, listWanted } from "./sources.ts";

type Scope = { readonly unitId: string } | { readonly personId: string };

function viewOf(ctx: Ctx, { id, status, packaging, kinds, year, period, scope, total, done, createdAt, finishedAt, file, ownerId }: JobRow): DocumentJob {
  return { id, status, packaging, kinds, year, period, scope, total, done, createdAt, finishedAt, file, actions: { cancel: officialDocument.cancelRefusals(status, ownerId === ctx.actor.personId ? ["owner"] : []) } };
}

/** Somebody's job is nobody else's business, whatever their rights: they can make the documents themselves. */
async function mustOwn(ctx: Ctx, id: string): Promise<JobRow> {
  const row = await findJob(ctx.pool, id);
  if (row === null || row.ownerId !== ctx.actor.personId) throw new Problem("not_found");
  return row;
}

async function mustScope(ctx: Ctx, scope: Scope): Promise<void> {
  if ("unitId" in scope) await mustUnit(ctx, "document.batch", scope.unitId);
  else await mustPerson(ctx, "document.read", scope.personId);
}

/** Notes the job and asks the queue for it, both or neither. The same id again, with the same wish, is the same job. */
export async function start(ctx: Ctx, { queue, origin }: { queue: JobQueue; origin: string }, scope: Scope, { id, kinds, year, periodId, packaging }: DocumentWish): Promise<DocumentJob> {
  await mustScope(ctx, scope);
  const before = await findJob(ctx.pool, id);
  if (before !== null) {
    if (before.ownerId !== ctx.actor.personId || before.packaging !== packaging || before.year !== year || before.periodId !== periodId) throw new Problem("stale");
    return viewOf(ctx, before);
  }
  if (periodId === null ? kinds.some((kind) => !officialDocument.isOfYear(kind)) : !(await listPeriodRows(ctx.pool, [periodId])).has(periodId)) throw new Problem("invalid", { fields: [{ path: "body.periodId", code: "period_missing" }] });
  const isCity = "unitId" in scope && (await isCityUnit(ctx.pool, scope.unitId, ctx.today));
  const people = isCity ? [] : "unitId" in scope ? await listPeopleOfUnit(ctx.pool, scope.unitId, await dayOf(ctx.pool, { periodId, year }, ctx.today)) : [scope.personId];
  const wanted = await listWanted(ctx.pool, people, { kinds, year, periodId });
  refuseIf(officialDocument.jobRefusals({ documents: wanted.length, open: await countOpen(ctx.pool, ctx.actor.personId), isCity }));
  await change(ctx, async (tx) => {
    await tx.insert(documentJob).values({ id, ownerId: ctx.actor.personId, personId: "personId" in scope ? scope.personId : null, unitId: "unitId" in scope ? scope.unitId : null, kinds: [...kinds], year, periodId, packaging, origin, total: wanted.length, createdAt: ctx.now });
    await queue.send("documents", { id, tx });
    return { value: undefined, audit: { action: "document-job.start", target: { type: "document_job", id }, payload: { ...scope, kinds, year, periodId, packaging, documents: wanted.length } } };
  });
  return viewOf(ctx, await mustOwn(ctx, id));
}

export async function list(ctx: Ctx): Promise<Output<typeof listDocumentJobs>> {
  return { jobs: (await listJobs(ctx.pool, ctx.actor.personId)).map((row) => viewOf(ctx, row)) };
}
export async function read(ctx: Ctx, id: string): Promise<DocumentJob> {
  return viewOf(ctx, await mustOwn(ctx, id));
}

export async function cancel(ctx: Ctx, queue: JobQueue, id: string): Promise<DocumentJob> {
  const row = await mustOwn(ctx, id);
  if (row.status === "cancelled") return viewOf(ctx, row);
  refuseIf(officialDocument.cancelRefusals(row.status, ["owner"]));
  await change(ctx, async (tx) => {
    const done = await tx.update(documentJob).set({ status: "cancelled", finishedAt: ctx.now }).where(and(eq(documentJob.id, id), inArray(documentJob.status, ["waiting", "running"]))).returning({ id: documentJob.id });
    if (done.length === 0) throw new Problem("stale");
    await queue.cancel("documents", { id, tx });
    return { value: undefined, audit: { action: "document-job.cancel", target: { type: "document_job", id } } };
  });
  return viewOf(ctx, await mustOwn(ctx, id));
}

/** The file, for who made it and may still read what is in it; leaves a trace beside the chain. */
export async function download(ctx: Ctx, dataDir: string, id: string): Promise<{ name: string; size: number; stream: NodeJS.ReadableStream }> {
  const { file, attempt, unitId, personId } = await mustOwn(ctx, id);
  if (file === null) throw new Problem("not_found");
  await mustScope(ctx, unitId === null ? { personId: personId ?? "" } : { unitId });
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "document-job.file", subjectId: id });
  return { name: file.name, ...(await openJobFile(dataDir, { id, attempt })) };
}
