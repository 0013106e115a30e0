import { skpTemplateBody, type Input, type createSkp, type SkpView } from "@teraju/contracts";
import { skp as rules } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change, type AuditEntry, type Tx } from "#db/audit.ts";
import { skp } from "#db/schema/skp.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustPerson } from "../../standing.ts";
import { asNewLines, fromTemplate, writeContent, type Content } from "./content.ts";
import * as queries from "./queries.ts";
import { load, read } from "./service.ts";
import { countsOf, refusalsOf } from "./view.ts";

export type New = { id: string; personId: string; year: number; pendekatan: SkpView["pendekatan"]; content: Content };

/** Begins an SKP of the year: from one of one's own, from a template, or empty. The same id once more gives the same SKP. */
export async function create(ctx: Ctx, input: Input<typeof createSkp>["body"]): Promise<SkpView> {
  await mustPerson(ctx, "skp.edit", ctx.actor.personId);
  const replayed = await findReplayed(ctx, input);
  if (replayed !== null) return replayed;
  mustBeNear(ctx, input.year);
  const { pendekatan, content } = await contentFrom(ctx, input.from);
  await begin(ctx, { id: input.id, personId: ctx.actor.personId, year: input.year, pendekatan, content }, { action: "skp.create", payload: { from: input.from.kind } });
  return read(ctx, input.id);
}

/** Begins the next revision of the one in force; its lines stay, so that the year's figures keep together. */
export async function revise(ctx: Ctx, id: string, newId: string): Promise<SkpView> {
  const row = await load(ctx, id, "skp.edit");
  const replayed = await findReplayed(ctx, { id: newId, year: row.year });
  if (replayed !== null) return replayed;
  refuseIf(refusalsOf(ctx, row, "revise"));
  await begin(ctx, { id: newId, personId: ctx.actor.personId, year: row.year, pendekatan: row.pendekatan, content: row }, { action: "skp.revise", payload: { from: id } });
  return read(ctx, newId);
}

/** What an earlier sending of the same request made; another person's id does not exist for this one. */
async function findReplayed(ctx: Ctx, { id, year }: { id: string; year: number }): Promise<SkpView | null> {
  const row = await queries.findSkp(ctx.pool, ctx.today, id);
  if (row === null) return null;
  if (row.personId !== ctx.actor.personId) throw new Problem("not_found");
  if (row.year !== year) throw new Problem("stale");
  return read(ctx, id);
}

/** Nobody plans for years that are far away. */
export function mustBeNear(ctx: Ctx, year: number): void {
  if (Math.abs(year - Number(ctx.today.slice(0, 4))) > 1) throw new Problem("invalid", { fields: [{ path: "body.year", code: "year_too_far" }] });
}

async function contentFrom(ctx: Ctx, from: Input<typeof createSkp>["body"]["from"]): Promise<Pick<New, "pendekatan" | "content">> {
  if (from.kind === "empty") return { pendekatan: from.pendekatan, content: { hasilKerja: [], perilaku: [], lampiran: [] } };
  if (from.kind === "previous") {
    const source = await load(ctx, from.skpId, "skp.edit");
    return { pendekatan: source.pendekatan, content: asNewLines(source) };
  }
  const seat = await queries.findSeat(ctx.pool, ctx.today, ctx.actor.personId);
  const [template] = seat === null ? [] : await queries.findTemplates(ctx.pool, seat, from.templateId);
  if (template === undefined) throw new Problem("not_found");
  const body = skpTemplateBody.parse(JSON.parse(template.body));
  return { pendekatan: body.pendekatan, content: fromTemplate(body) };
}

/** Writes the draft of a person's year; `also` in the same transaction. Throws `forbidden` for who sits on no post that plans, `revision_in_work` where somebody was faster. */
export async function begin(ctx: Ctx, { id, personId, year, pendekatan, content }: New, audit: Pick<AuditEntry, "action" | "payload">, also?: (tx: Tx) => Promise<void>): Promise<void> {
  const seat = await queries.findSeat(ctx.pool, ctx.today, personId);
  if (!isPlanned(seat)) throw new Problem("forbidden");
  const isPimpinan = rules.isPimpinan({ isHead: seat.isHead ?? false, jenis: seat.jenis, unitKind: seat.unitKind });
  await change(ctx, async (tx) => {
    const [row] = await tx.insert(skp).values({
      id, personId, year, pendekatan, isPimpinan, jabatanId: seat.jabatanId, unitId: seat.unitId, effectiveFrom: `${year}-01-01`,
      revision: sql`(select coalesce(max(s.revision), 0) + 1 from skp s where s.person_id = ${personId} and s.year = ${year})`,
    }).onConflictDoNothing().returning({ revision: skp.revision });
    // Another one is in work; or the same request came twice at once, and its sender will find the first one's when trying again.
    if (row === undefined) throw (await queries.findSkp(ctx.pool, ctx.today, id)) === null ? new Problem("refused", { refusals: ["revision_in_work"] }) : new Problem("busy");
    await writeContent(tx, id, withAttribute(content, isPimpinan));
    await also?.(tx);
    return { value: undefined, audit: { ...audit, target: { type: "skp", id }, payload: { ...audit.payload, year, revision: row.revision, ...countsOf(content) } } };
  });
}

type PlannedSeat = queries.Seat & { jabatanId: string; jenis: NonNullable<queries.Seat["jenis"]>; unitKind: NonNullable<queries.Seat["unitKind"]> };
/** An official without a post of ASN plans nothing here (rules §1.3, exempt from planning). */
export function isPlanned(seat: queries.Seat | null): seat is PlannedSeat {
  return seat !== null && seat.jabatanId !== null && seat.jenis !== null && seat.unitKind !== null && seat.personJenis !== "pejabat";
}

/** Content that comes from another post keeps only the attribute of this one: perspektif for pimpinan, aspek for the others. */
function withAttribute(content: Content, isPimpinan: boolean): Content {
  const fit = (i: Content["hasilKerja"][number]["indikator"][number]) => ({ ...i, aspek: isPimpinan ? null : i.aspek, perspektif: isPimpinan ? i.perspektif : null });
  return { ...content, hasilKerja: content.hasilKerja.map((result) => ({ ...result, indikator: result.indikator.map(fit) })) };
}
