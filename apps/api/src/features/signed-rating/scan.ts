import { signedRating as rules } from "@teraju/domain";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog, signedRating } from "#db/schema/index.ts";
import { findResult } from "../../final-result.ts";
import { mustResult } from "../../result-standing.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { findPeriod, spanOf } from "../appraisal/period.ts";
import type { Key } from "../appraisal/service.ts";
import { checkFile, dropFile, keepFile, openFile } from "../evidence/files.ts";
import { findScanOfResult, findSigned } from "./queries.ts";
import { factsOf, hold, UNRETURNED } from "./service.ts";

/** Keeps the scan; until the paper is confirmed a later one takes its place. The same file again changes nothing. */
export async function upload(ctx: Ctx, dataDir: string, key: Key, { title, body, contentType }: { title: string; body: unknown; contentType: string | undefined }): Promise<{ hash: string }> {
  mustRole(ctx, "signed-rating.enter");
  const held = await hold(ctx, key);
  const { paper } = held;
  if (paper === null) throw new Problem("not_found");
  const { bytes, mime, sha256 } = await checkFile(body, contentType, title);
  if (paper.scanSha256 === sha256 && paper.scanTitle === title) return { hash: sha256 };
  refuseIf(rules.enterRefusals(factsOf(ctx, held), { signedOn: paper.signedOn, today: ctx.today }));
  const scanKey = await keepFile(dataDir, bytes);
  try {
    await change(ctx, async (tx) => {
      // Who brings the scan answers for the whole entry: nobody confirms a page of their own.
      const done = await tx.update(signedRating).set({ ...UNRETURNED, scanKey, scanMime: mime, scanTitle: title, scanSha256: sha256, enteredBy: ctx.actor.personId, enteredOn: ctx.today, version: sql`${signedRating.version} + 1` })
        .where(and(eq(signedRating.id, paper.id), eq(signedRating.version, paper.version), ne(signedRating.status, "confirmed"))).returning({ id: signedRating.id });
      if (done.length === 0) throw new Problem("stale");
      return { value: undefined, audit: { action: "signed-rating.scan", target: { type: "signed_rating", id: paper.id }, payload: { sha256 } } };
    });
  } finally {
    const kept = await findSigned(ctx.pool, key);
    for (const old of [scanKey, paper.scanKey]) if (old !== null && kept?.scanKey !== old) await dropFile(dataDir, old);
  }
  return { hash: sha256 };
}

export type OpenScan = { title: string; mime: string; size: number; stream: NodeJS.ReadableStream };

/** Opens the scan; that it was seen as it is now is what the second person's confirmation rests on. */
export async function open(ctx: Ctx, dataDir: string, key: Key): Promise<OpenScan> {
  mustRole(ctx, "signed-rating.read");
  const paper = await findSigned(ctx.pool, key);
  if (paper === null || paper.scanKey === null || paper.scanMime === null || paper.scanTitle === null) throw new Problem("not_found");
  const file = await openFile(dataDir, paper.scanKey);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "signed-rating.scan", subjectId: key.personId });
  if (paper.status === "entered" && paper.enteredBy.id !== ctx.actor.personId) {
    await ctx.db.update(signedRating).set({ seenBy: ctx.actor.personId, seenVersion: paper.version }).where(and(eq(signedRating.id, paper.id), eq(signedRating.version, paper.version), eq(signedRating.status, "entered")));
  }
  return { title: paper.scanTitle, mime: paper.scanMime, ...file };
}

/** The scan behind a final result, for whoever reads that. */
export async function openOfResult(ctx: Ctx, dataDir: string, id: string): Promise<OpenScan> {
  const row = await findResult(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  await mustResult(ctx, row, spanOf(await findPeriod(ctx.pool, row.periodId)));
  const scan = await findScanOfResult(ctx.pool, id);
  if (scan === null) throw new Problem("not_found");
  return { title: scan.title, mime: scan.mime, ...await openFile(dataDir, scan.key) };
}
