import { createHash } from "node:crypto";
import { skpTemplateBody, type listTeamSkp, type Output, type readMySkp, type SkpDraft, type SkpView, type listSkpTemplates } from "@teraju/contracts";
import { tenggatPenetapanSkp } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change, type AuditEntry, type Tx } from "#db/audit.ts";
import { notification } from "#db/schema/people.ts";
import { hasilKerja, skp } from "#db/schema/skp.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustPerson, type Span } from "../../standing.ts";
import { fromDraft, intervenedText, unknownBindings, writeContent } from "./content.ts";
import * as queries from "./queries.ts";
import type { SkpRow } from "./queries.ts";
import { countsOf, partiesOf, refusalsOf, toView } from "./view.ts";

/** The year from the day on which the revision began: who had left before has no part in it. */
const spanOf = ({ year, effectiveFrom }: Pick<SkpRow, "year" | "effectiveFrom">): Span => ({ from: effectiveFrom > `${year}-01-01` ? effectiveFrom : `${year}-01-01`, until: `${year + 1}-01-01` });
const yearOr = (ctx: Ctx, year: string | undefined): number => Number(year ?? ctx.today.slice(0, 4));

/** My SKP of a year. Two statements. */
export async function mine(ctx: Ctx, query: { year?: string | undefined }): Promise<Output<typeof readMySkp>> {
  const year = yearOr(ctx, query.year);
  const [current, history] = await Promise.all([queries.findCurrent(ctx.pool, ctx.today, ctx.actor.personId, year), queries.findHistory(ctx.pool, ctx.actor.personId)]);
  const inForce = current.find((row) => row.status === "set");
  const inWork = current.find((row) => row.status !== "set");
  return { year, inForce: inForce ? toView(ctx, inForce) : null, inWork: inWork ? toView(ctx, inWork) : null, history, actions: { create: inWork ? ["revision_in_work"] : [] } };
}

/** An SKP by its id. Two statements. A draft is its owner's alone until it is proposed. */
export async function read(ctx: Ctx, id: string): Promise<SkpView> {
  return toView(ctx, await load(ctx, id, "skp.read"));
}

/** Those whom the actor rates today, waiting proposals first. One statement. */
export async function team(ctx: Ctx, query: { year?: string | undefined }): Promise<Output<typeof listTeamSkp>> {
  const year = yearOr(ctx, query.year);
  const deadline = tenggatPenetapanSkp({ tahun: year }).value;
  return { year, deadline, team: await queries.findTeam(ctx.pool, ctx.today, ctx.actor.personId, year, ctx.today > deadline) };
}

/** Examples for the actor's jabatan and job family. Two statements. */
export async function templates(ctx: Ctx): Promise<Output<typeof listSkpTemplates>> {
  const seat = await queries.findSeat(ctx.pool, ctx.today, ctx.actor.personId);
  if (seat === null) return [];
  const rows = await queries.findTemplates(ctx.pool, seat, null);
  return rows.map(({ body, ...row }) => {
    const { pendekatan, hasilKerja: results } = skpTemplateBody.parse(JSON.parse(body));
    return { ...row, pendekatan, hasilKerja: results.map((result) => result.text) };
  });
}

/** Saves the whole draft. */
export async function save(ctx: Ctx, id: string, draft: SkpDraft): Promise<SkpView> {
  const row = await load(ctx, id, "skp.edit");
  refuseIf(refusalsOf(ctx, row, "save"));
  mustKnow(unknownBindings(draft.hasilKerja, row), "hasilKerja");
  return write(ctx, row, draft.version, { pendekatan: draft.pendekatan }, async (tx) => {
    await writeContent(tx, id, fromDraft(draft, row));
    return { action: "skp.save", payload: countsOf(draft) };
  });
}

/** Takes a draft away. Gone already, it is not found: the caller has what they wanted. */
export async function discard(ctx: Ctx, id: string): Promise<void> {
  const row = await load(ctx, id, "skp.edit");
  refuseIf(refusalsOf(ctx, row, "discard"));
  await change(ctx, async (tx) => {
    const gone = await tx.delete(skp).where(and(eq(skp.id, id), eq(skp.status, "draft"), eq(skp.version, row.version))).returning({ id: skp.id });
    if (gone.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "skp.discard", target: { type: "skp", id }, payload: { year: row.year, revision: row.revision, ...countsOf(row) } } };
  });
}

/** Says which of the superior's results the pegawai's own serve, in a draft or in force. */
export async function bind(ctx: Ctx, id: string, { version, bindings }: { version: number; bindings: { lineId: string; intervenedLineId: string | null }[] }): Promise<SkpView> {
  const row = await load(ctx, id, "skp.edit");
  refuseIf(refusalsOf(ctx, row, "bind"));
  mustKnow(bindings.flatMap(({ lineId }, at) => (row.hasilKerja.some((own) => own.lineId === lineId) ? [] : [at])), "bindings", "lineId");
  mustKnow(unknownBindings(bindings, row), "bindings");
  return write(ctx, row, version, {}, async (tx) => {
    for (const { lineId, intervenedLineId } of bindings) {
      await tx.update(hasilKerja).set({ intervenedLineId, intervenedText: intervenedText({ intervenedLineId, intervenedText: null }, row) })
        .where(and(eq(hasilKerja.skpId, id), eq(hasilKerja.lineId, lineId)));
    }
    return { action: "skp.bind", payload: { bindings } };
  });
}

export async function propose(ctx: Ctx, id: string, version: number): Promise<SkpView> {
  const row = await load(ctx, id, "skp.edit");
  refuseIf(refusalsOf(ctx, row, "propose"));
  return write(ctx, row, version, { status: "proposed", proposedAt: ctx.now, penilaiId: row.currentPenilaiId, note: null }, async () => ({ action: "skp.propose", payload: receiptOf(row) }));
}

/** Taken back, it is the owner's alone again. */
export async function withdraw(ctx: Ctx, id: string, version: number): Promise<SkpView> {
  const row = await load(ctx, id, "skp.edit");
  refuseIf(refusalsOf(ctx, row, "withdraw"));
  return write(ctx, row, version, { status: "draft", proposedAt: null }, async () => ({ action: "skp.withdraw" }));
}

export async function sendBack(ctx: Ctx, id: string, { version, note }: { version: number; note: string | null }): Promise<SkpView> {
  const row = await loadForSetting(ctx, id);
  refuseIf(refusalsOf(ctx, row, "sendBack", note));
  return write(ctx, row, version, { status: "returned", note, penilaiId: ctx.actor.personId }, async (tx) => {
    await tellOwner(tx, ctx, row, "skp_returned");
    return { action: "skp.send_back" };
  });
}

/** Sets it: from now on it governs, and the one in force until now is superseded in the same transaction. */
export async function set(ctx: Ctx, id: string, version: number): Promise<SkpView> {
  const row = await loadForSetting(ctx, id);
  refuseIf(refusalsOf(ctx, row, "set"));
  let superseded: string | null = null;
  return write(ctx, row, version, { status: "set", setAt: ctx.now, penilaiId: ctx.actor.personId, note: null }, async (tx) => {
    await tx.update(skp).set({ effectiveFrom: superseded === null ? `${row.year}-01-01` : ctx.today }).where(eq(skp.id, id));
    await tellOwner(tx, ctx, row, "skp_set");
    return { action: "skp.set", payload: { ...receiptOf(row), superseded } };
  }, async (tx) => {
    const [older] = await tx.update(skp).set({ status: "superseded", version: sql`${skp.version} + 1` })
      .where(and(eq(skp.personId, row.personId), eq(skp.year, row.year), eq(skp.status, "set"))).returning({ id: skp.id });
    superseded = older?.id ?? null;
  });
}

/** The pegawai learns of it on Beranda; the version makes a second sending back on one day a message of its own. */
async function tellOwner(tx: Tx, ctx: Ctx, { id, personId, year, version }: SkpRow, kind: "skp_set" | "skp_returned"): Promise<void> {
  await tx.insert(notification).values({ id: v7(), personId, kind, params: JSON.stringify({ skpId: id, year, version }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
}

/** What the trail keeps of an SKP that is proposed or set: how much, and a fingerprint of every word and figure. */
function receiptOf(row: SkpRow): Record<string, unknown> {
  const { pendekatan, isPimpinan, hasilKerja: results, perilaku, lampiran } = row;
  const content = JSON.stringify({ pendekatan, isPimpinan, hasilKerja: results, perilaku, lampiran });
  return { year: row.year, revision: row.revision, ...countsOf(row), sha256: createHash("sha256").update(content).digest("hex") };
}

/** The SKP, for an actor whom the access table grants `action`. Throws `not_found` or `forbidden`. */
export async function load(ctx: Ctx, id: string, action: "skp.read" | "skp.edit" | "skp.set" | "skp-template.make"): Promise<SkpRow> {
  const row = await queries.findSkp(ctx.pool, ctx.today, id);
  if (row === null || (row.status === "draft" && row.personId !== ctx.actor.personId)) throw new Problem("not_found");
  await mustPerson(ctx, action, row.personId, spanOf(row));
  return row;
}

/** Only today's penilai and the atasan penilai: whoever else stands above sees it and may not set it. */
async function loadForSetting(ctx: Ctx, id: string): Promise<SkpRow> {
  const row = await load(ctx, id, "skp.set");
  if (partiesOf(ctx, row).length === 0) throw new Problem("forbidden");
  return row;
}

function mustKnow(unknown: readonly number[], list: string, field = "intervenedLineId"): void {
  if (unknown.length > 0) throw new Problem("invalid", { fields: unknown.map((at) => ({ path: `body.${list}.${at}.${field}`, code: "unknown_line" })) });
}

type Audit = Pick<AuditEntry, "action" | "payload">;
/** One step of an SKP that exists: first what must go before it, then the row itself if nobody was faster, then the rest. */
async function write(ctx: Ctx, row: SkpRow, version: number, patch: Partial<typeof skp.$inferInsert>, then: (tx: Tx) => Promise<Audit>, before?: (tx: Tx) => Promise<void>): Promise<SkpView> {
  await change(ctx, async (tx) => {
    await before?.(tx);
    const written = await tx.update(skp).set({ ...patch, version: sql`${skp.version} + 1` }).where(and(eq(skp.id, row.id), eq(skp.version, version))).returning({ id: skp.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { ...(await then(tx)), target: { type: "skp", id: row.id } } };
  });
  return read(ctx, row.id);
}

