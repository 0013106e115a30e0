import type { EvidenceView } from "@teraju/contracts";
import { addMonths, firstDayOf, type Month } from "@teraju/domain";
import { inArray } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { type AuditEntry, change } from "#db/audit.ts";
import { evidence } from "#db/schema/index.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustPerson, type Span } from "../../standing.ts";
import { findReport, ownRefusals } from "../../report.ts";
import { mustLayEvidence, mustReadLaid } from "../../keberatan-evidence.ts";
import { mustBeOpenPromise, mustReadPromise } from "../../promise.ts";
import { checkFile, dropFile, keepFile, openFile } from "./files.ts";
import { findEvidence, findTarget, type EvidenceRow } from "./queries.ts";

type Target = { reportRowId?: string | undefined; noteId?: string | undefined; tindakLanjutId?: string | undefined; keberatanId?: string | undefined };
const MOST_PER_TARGET = 20;

const spanOf = (month: Month): Span => ({ from: firstDayOf(month), until: firstDayOf(addMonths(month, 1)) });
const viewOf = (e: EvidenceRow): EvidenceView => ({ id: e.id, kind: e.kind, title: e.title, mime: e.mime, sizeBytes: e.sizeBytes, url: e.url, registerNumber: e.registerNumber, createdAt: e.createdAt });

/** Only the owner, and only while the report can be written; a note that hangs on no report is free. */
async function mustBeEditable(ctx: Ctx, { ownerId, reportId, month }: { ownerId: string; reportId: string | null; month: Month | null }): Promise<void> {
  // What hangs on no report is its owner's alone: for others it does not exist.
  if (ownerId !== ctx.actor.personId && month === null) throw new Problem("not_found");
  await mustPerson(ctx, "monthly-report.write", ownerId, month === null ? undefined : spanOf(month));
  if (reportId === null || month === null) return;
  const found = await findReport(ctx.pool, reportId);
  if (found === null) throw new Problem("not_found");
  refuseIf(ownRefusals(found.report, "save", found.standard, ctx));
}

async function mustHaveRoom(ctx: Ctx, target: Target): Promise<void> {
  if (target.tindakLanjutId !== undefined || target.keberatanId !== undefined) {
    const { count } = target.tindakLanjutId !== undefined ? await mustBeOpenPromise(ctx, target.tindakLanjutId) : await mustLayEvidence(ctx, target.keberatanId ?? "");
    return refuseIf(count >= MOST_PER_TARGET ? ["evidence_full"] : []);
  }
  const found = await findTarget(ctx.pool, target);
  if (found === null) throw new Problem("not_found");
  await mustBeEditable(ctx, found);
  refuseIf(found.count >= MOST_PER_TARGET ? ["evidence_full"] : []);
}

type Content = { title: string; mime?: string; sizeBytes?: number; sha256?: string; url?: string | undefined; registerNumber?: string | undefined };

/** The evidence that stands under this id already, if it is this very one; another's or another one is not taken for it. */
function sameOrProblem(stored: EvidenceRow, ctx: Ctx, target: Target, content: Content): EvidenceView {
  if (stored.ownerId !== ctx.actor.personId) throw new Problem("not_found");
  const isSame = stored.reportRowId === (target.reportRowId ?? null) && stored.noteId === (target.noteId ?? null) && stored.tindakLanjutId === (target.tindakLanjutId ?? null) && stored.keberatanId === (target.keberatanId ?? null) && stored.title === content.title
    && stored.sha256 === (content.sha256 ?? null) && stored.url === (content.url ?? null) && stored.registerNumber === (content.registerNumber ?? null);
  if (!isSame) throw new Problem("stale");
  return viewOf(stored);
}

type NewEvidence = { id: string; target: Target; kind: "file" | "link" | "register"; content: Content; storageKey?: string };
async function add(ctx: Ctx, { id, target, kind, content, storageKey }: NewEvidence): Promise<EvidenceView> {
  const { sha256 = null, ...said } = content;
  try {
    await change(ctx, async (tx) => {
      await tx.insert(evidence).values({ id, ownerId: ctx.actor.personId, reportRowId: target.reportRowId ?? null, noteId: target.noteId ?? null, tindakLanjutId: target.tindakLanjutId ?? null, keberatanId: target.keberatanId ?? null, kind, ...said, sha256, storageKey: storageKey ?? null, createdAt: ctx.now });
      // The title may name somebody: the trail keeps the fingerprint, not the words.
      return { value: undefined, audit: { action: "evidence.add", target: { type: "evidence", id }, payload: { kind, ...target, sha256 } } };
    });
  } catch (error) {
    // The same request came in twice at the same instant: the other one has made it.
    if (postgresCode(error) !== "23505" && postgresCode(error) !== "23503") throw error;
    if (postgresCode(error) === "23503") throw new Problem("not_found");
  }
  const stored = await findEvidence(ctx.pool, id);
  if (stored === null) throw new Problem("stale");
  return sameOrProblem(stored, ctx, target, content);
}

/** Keeps a file. The same id with the same file again is answered as the first time. */
export async function upload(ctx: Ctx, dataDir: string, input: { id: string; target: Target; title: string; body: unknown; contentType: string | undefined }): Promise<EvidenceView> {
  const { id, target, title } = input;
  const { bytes, mime, sha256 } = await checkFile(input.body, input.contentType, title);
  const content = { title, mime, sizeBytes: bytes.length, sha256 };
  const before = await findEvidence(ctx.pool, id);
  if (before !== null) return sameOrProblem(before, ctx, target, content);
  await mustHaveRoom(ctx, target);
  const storageKey = await keepFile(dataDir, bytes);
  try {
    return await add(ctx, { id, target, kind: "file", content, storageKey });
  } finally {
    const kept = await findEvidence(ctx.pool, id);
    if (kept?.storageKey !== storageKey) await dropFile(dataDir, storageKey);
  }
}

/** Keeps a link or a register number. */
export async function addWords(ctx: Ctx, input: Target & { id: string; title: string; url?: string | undefined; registerNumber?: string | undefined }): Promise<EvidenceView> {
  const { id, title, url, registerNumber, ...target } = input;
  const content = { title, url, registerNumber };
  const before = await findEvidence(ctx.pool, id);
  if (before !== null) return sameOrProblem(before, ctx, target, content);
  await mustHaveRoom(ctx, target);
  return add(ctx, { id, target, kind: url === undefined ? "register" : "link", content });
}

/** Takes evidence away. What is gone already is not found: the caller has what they wanted. */
export async function remove(ctx: Ctx, dataDir: string, id: string): Promise<void> {
  await removeAll(ctx, dataDir, [id]);
}

/** Several at once, such as the photos of a note: all of them or, where one must stay, none. */
export async function removeAll(ctx: Ctx, dataDir: string, ids: readonly string[]): Promise<void> {
  const all = await Promise.all(ids.map((id) => removable(ctx, id)));
  const audit = all.map(({ id, kind, sha256 }): AuditEntry => ({ action: "evidence.remove", target: { type: "evidence", id }, payload: { kind, sha256 } }));
  const [first, ...rest] = audit;
  if (first === undefined) return;
  await change(ctx, async (tx) => {
    await tx.delete(evidence).where(inArray(evidence.id, [...ids]));
    return { value: undefined, audit: [first, ...rest] };
  });
  for (const { storageKey } of all) if (storageKey !== null) await dropFile(dataDir, storageKey);
}

async function removable(ctx: Ctx, id: string): Promise<EvidenceRow> {
  const found = await findEvidence(ctx.pool, id);
  if (found === null) throw new Problem("not_found");
  if (found.tindakLanjutId !== null) await mustBeOpenPromise(ctx, found.tindakLanjutId);
  // Laid before the atasan it lies there: the other side may have answered to it.
  else if (found.keberatanId !== null) await mustReadLaid(ctx, found.keberatanId);
  else await mustBeEditable(ctx, found);
  refuseIf(found.isUsed ? ["evidence_in_use"] : []);
  return found;
}

/** The file for who may read the report of its month once it is sent; before, and for a note's photo on no report, it is its owner's alone. */
export async function read(ctx: Ctx, dataDir: string, id: string): Promise<{ title: string; mime: string; size: number; stream: NodeJS.ReadableStream }> {
  const found = await findEvidence(ctx.pool, id);
  if (found === null || found.storageKey === null || found.mime === null) throw new Problem("not_found");
  if (found.tindakLanjutId !== null || found.keberatanId !== null) {
    await (found.tindakLanjutId !== null ? mustReadPromise(ctx, found.tindakLanjutId) : mustReadLaid(ctx, found.keberatanId ?? ""));
    return { title: found.title, mime: found.mime, ...await openFile(dataDir, found.storageKey) };
  }
  if (found.ownerId !== ctx.actor.personId && !found.isSent) throw new Problem("not_found");
  await mustPerson(ctx, "monthly-report.read", found.ownerId, found.month === null ? undefined : spanOf(found.month));
  return { title: found.title, mime: found.mime, ...await openFile(dataDir, found.storageKey) };
}
