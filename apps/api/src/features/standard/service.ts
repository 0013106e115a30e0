import type { Input, makeStandardDraft, Output, readStandard, saveStandardDraft, StandardDraftView } from "@teraju/contracts";
import { STANDAR_FIXED, standarDraftRefusals, standarFaults, standarLengkap, standarOf, standarPublishRefusals, type StandarPenilaian, standarReturnRefusals, standarValues } from "@teraju/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { type AuditEntry, change, type Tx } from "#db/audit.ts";
import { standarDraft, standarPenilaian } from "#db/schema/standard.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import * as queries from "./queries.ts";
import { FIELDS, latestOf, toDraft, toStandard } from "./view.ts";

/** Standards, drafts, the form, and the periods a draft can be tried on. Three queries. */
export async function read(ctx: Ctx): Promise<Output<typeof readStandard>> {
  mustRole(ctx, "standard.read");
  const [standards, drafts, periods] = await Promise.all([queries.findStandards(ctx.pool), queries.findDrafts(ctx.pool, null), queries.findClosedPeriods(ctx.pool, ctx.today)]);
  return { fields: FIELDS, fixed: [...STANDAR_FIXED], standards: standards.map((one) => toStandard(one, ctx)), drafts: drafts.map((one) => toDraft(one, standards, ctx)), periods };
}

/** The standard of the values, or every fault of them by its field. */
function parametersOf(values: Input<typeof makeStandardDraft>["body"]["values"]): StandarPenilaian {
  const faults = standarFaults(values);
  if (faults.length > 0) throw new Problem("invalid", { fields: faults.map(({ path, code }) => ({ path: `body.values.${path}`, code })) });
  return standarOf(values);
}

/** Begins a draft. The same id with the same content once more is the same draft. */
export async function make(ctx: Ctx, { id, values, validFrom, ...words }: Input<typeof makeStandardDraft>["body"]): Promise<StandardDraftView> {
  mustRole(ctx, "standard.draft");
  const parameters = parametersOf(values);
  const [before] = await queries.findDrafts(ctx.pool, id);
  if (before !== undefined) {
    const isSame = before.madeBy === ctx.actor.personId && before.name === words.name && before.validFrom === validFrom && before.status === "draft";
    if (!isSame) throw new Problem("stale");
    return mustView(ctx, id);
  }
  await change(ctx, async (tx) => {
    await tx.insert(standarDraft).values({ id, ...words, from: validFrom, parameters, madeBy: ctx.actor.personId, madeOn: ctx.today });
    return { value: undefined, audit: entry("standard-draft.make", id, { ...words, validFrom, changes: await changesOf(ctx, parameters) }) };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") throw new Problem("stale");
    throw error;
  });
  return mustView(ctx, id);
}

export async function save(ctx: Ctx, id: string, { version, values, validFrom, ...words }: Input<typeof saveStandardDraft>["body"]): Promise<StandardDraftView> {
  mustRole(ctx, "standard.draft");
  const row = await mustFind(ctx, id);
  refuseIf(standarDraftRefusals(row, "save", ctx.actor.personId));
  const parameters = parametersOf(values);
  const isSame = row.name === words.name && row.legalBasis === words.legalBasis && row.validFrom === validFrom && JSON.stringify(standarValues(row.parameters)) === JSON.stringify(standarValues(parameters));
  if (isSame && (row.version === version || row.version === version + 1)) return mustView(ctx, id);
  await change(ctx, async (tx) => {
    await move(tx, id, version, "draft", { ...words, from: validFrom, parameters });
    return { value: undefined, audit: entry("standard-draft.save", id, { ...words, validFrom, changes: await changesOf(ctx, parameters) }) };
  });
  return mustView(ctx, id);
}

/** Hands it over, or gives it up. */
export async function settle(ctx: Ctx, id: string, action: "propose" | "discard", version: number): Promise<StandardDraftView> {
  mustRole(ctx, "standard.draft");
  const row = await mustFind(ctx, id);
  const status = action === "propose" ? "proposed" as const : "discarded" as const;
  if (row.status === status && row.version === version + 1 && row.madeBy === ctx.actor.personId) return mustView(ctx, id);
  refuseIf(standarDraftRefusals(row, action, ctx.actor.personId));
  await change(ctx, async (tx) => {
    // Who sent it back decided on what stood there then; handed over again, it waits for a decision anew.
    await move(tx, id, version, row.status, { status, ...(action === "propose" ? { decidedBy: null, decidedOn: null } : {}) });
    return { value: undefined, audit: entry(`standard-draft.${action}`, id) };
  });
  return mustView(ctx, id);
}

type Word = { version: number; publish: boolean; note: string | null };
/** The second person publishes it for its day, which ends the standard before it on that day; or sends it back with the reason. */
export async function decide(ctx: Ctx, id: string, { version, publish, note }: Word): Promise<StandardDraftView> {
  mustRole(ctx, "standard.publish");
  const row = await mustFind(ctx, id);
  const status = publish ? "published" as const : "draft" as const;
  if (row.status === status && row.version === version + 1 && row.decidedBy === ctx.actor.personId) return mustView(ctx, id);
  const actorId = ctx.actor.personId;
  if (!publish) return sendBack(ctx, row, version, note);
  const latest = latestOf(await queries.findStandards(ctx.pool));
  refuseIf(standarPublishRefusals({ ...row, values: standarValues(standarLengkap(row.parameters)) }, { actorId, today: ctx.today, latest }));
  const standardId = v7();
  await change(ctx, async (tx) => {
    await move(tx, id, version, "proposed", { status, decidedBy: actorId, decidedOn: ctx.today, note });
    const ended = await tx.update(standarPenilaian).set({ validUntil: row.validFrom }).where(and(eq(standarPenilaian.id, latest.id), isNull(standarPenilaian.validUntil))).returning({ id: standarPenilaian.id });
    if (ended.length === 0) throw new Problem("stale");
    await tx.insert(standarPenilaian).values({ id: standardId, name: row.name, legalBasis: row.legalBasis, parameters: standarLengkap(row.parameters), draftedBy: row.madeBy, publishedBy: actorId, publishedOn: ctx.today, validFrom: row.validFrom });
    return { value: undefined, audit: entry("standard.publish", id, { standardId, replaces: latest.id, validFrom: row.validFrom, legalBasis: row.legalBasis, parameters: row.parameters }) };
  }).catch((error: unknown) => {
    // Another draft was published meanwhile for days that overlap.
    if (postgresCode(error) === "23P01") refuseIf(["standard_before_latest"]);
    throw error;
  });
  return mustView(ctx, id);
}

async function sendBack(ctx: Ctx, row: queries.DraftRow, version: number, note: string | null): Promise<StandardDraftView> {
  refuseIf([...standarReturnRefusals(row, ctx.actor.personId), ...(note === null ? ["words_too_short" as const] : [])]);
  await change(ctx, async (tx) => {
    await move(tx, row.id, version, "proposed", { status: "draft", decidedBy: ctx.actor.personId, decidedOn: ctx.today, note });
    return { value: undefined, audit: entry("standard-draft.return", row.id, { note }) };
  });
  return mustView(ctx, row.id);
}

type Set = Partial<typeof standarDraft.$inferInsert>;
async function move(tx: Tx, id: string, version: number, from: string, set: Set): Promise<void> {
  const written = await tx.update(standarDraft).set({ ...set, version: sql`${standarDraft.version} + 1` })
    .where(and(eq(standarDraft.id, id), eq(standarDraft.version, version), eq(standarDraft.status, from))).returning({ id: standarDraft.id });
  if (written.length === 0) throw new Problem("stale");
}

const entry = (action: string, id: string, payload: Record<string, unknown> = {}): AuditEntry => ({ action, target: { type: "standard-draft", id }, payload });

/** What the draft changes of the latest standard: path, before, after. */
async function changesOf(ctx: Ctx, parameters: StandarPenilaian): Promise<Record<string, unknown>> {
  const { values } = latestOf(await queries.findStandards(ctx.pool));
  return Object.fromEntries(Object.entries(standarValues(parameters)).filter(([path, value]) => values[path] !== value).map(([path, value]) => [path, [values[path] ?? null, value]]));
}

export async function mustFind(ctx: Ctx, id: string): Promise<queries.DraftRow> {
  const [row] = await queries.findDrafts(ctx.pool, id);
  if (row === undefined) throw new Problem("not_found");
  return row;
}
async function mustView(ctx: Ctx, id: string): Promise<StandardDraftView> {
  const [row, standards] = await Promise.all([mustFind(ctx, id), queries.findStandards(ctx.pool)]);
  return toDraft(row, standards, ctx);
}
