import { type fillTeamSkp, type FillSource, type Input, type listFillSources, type Output, skpTemplateBody } from "@teraju/contracts";
import { skp as rules, type Refusal } from "@teraju/domain";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { notification } from "#db/schema/people.ts";
import { Problem } from "#http/problem.ts";
import { mustPerson } from "../../standing.ts";
import { begin, isPlanned, mustBeNear, type New } from "./begin.ts";
import { asNewLines, fromTemplate } from "./content.ts";
import * as queries from "./queries.ts";

type Body = Input<typeof fillTeamSkp>["body"];

function toSource({ kind, id, title, jabatan, source, body, texts }: queries.FillSourceRow): FillSource {
  const hasilKerja = body === null ? (texts ?? []) : skpTemplateBody.parse(JSON.parse(body)).hasilKerja.map((one) => one.text);
  return { kind, id, title, jabatan, source, hasilKerja };
}

/** Why a person of the team cannot be filled; none when they can. */
function refusalsOf({ inForce, inWork, person }: Awaited<ReturnType<typeof queries.findTeam>>[number]): Refusal[] {
  return rules.fillRefusals({ hasInForce: inForce !== null, hasInWork: inWork !== null, hasPost: person.jabatan !== null });
}

/** Examples for the posts of those whom the actor rates, their SKP in force, and who of them has none for the year. Two statements. */
export async function sources(ctx: Ctx, query: { year?: string | undefined }): Promise<Output<typeof listFillSources>> {
  const year = Number(query.year ?? ctx.today.slice(0, 4));
  const [rows, team] = await Promise.all([queries.findFillSources(ctx.pool, ctx.today, ctx.actor.personId, year, null), queries.findTeam(ctx.pool, ctx.today, ctx.actor.personId, year, false)]);
  return { year, sources: rows.map(toSource), people: team.map((row) => ({ person: row.person, refusals: refusalsOf(row) })) };
}

/**
 * Lays the same first draft before several bawahan: each is a draft of their own, which the penilai no longer sees until it is proposed.
 * Who has an SKP of the year is skipped and named; what an earlier sending of the same request made counts as made.
 */
export async function fill(ctx: Ctx, { year, from, people }: Body): Promise<Output<typeof fillTeamSkp>> {
  for (const { personId } of people) await mustPerson(ctx, "skp.fill", personId);
  mustBeNear(ctx, year);
  const [source] = await queries.findFillSources(ctx.pool, ctx.today, ctx.actor.personId, year, from.id);
  if (source === undefined || source.kind !== from.kind) throw new Problem("not_found");
  const made: Output<typeof fillTeamSkp> = { filled: [], skipped: [] };
  for (const { id, personId } of people) {
    const refusals = await fillOne(ctx, { id, personId, year, source });
    if (refusals.length === 0) made.filled.push({ personId, skpId: id });
    else made.skipped.push({ personId, refusals });
  }
  return made;
}

async function fillOne(ctx: Ctx, { id, personId, year, source }: Pick<New, "id" | "personId" | "year"> & { source: queries.FillSourceRow }): Promise<Refusal[]> {
  const [current, seat, same] = await Promise.all([queries.findCurrent(ctx.pool, ctx.today, personId, year), queries.findSeat(ctx.pool, ctx.today, personId), queries.findSkp(ctx.pool, ctx.today, id)]);
  if (same !== null) {
    if (same.personId !== personId || same.year !== year) throw new Problem("stale");
    return [];
  }
  const refusals = rules.fillRefusals({ hasInForce: current.some((row) => row.status === "set"), hasInWork: current.some((row) => row.status !== "set"), hasPost: isPlanned(seat) });
  if (refusals.length > 0) return refusals;
  const params = JSON.stringify({ skpId: id, year });
  await begin(ctx, { id, personId, year, ...(await contentOf(ctx, source)) }, { action: "skp.fill", payload: { personId, from: source.kind, sourceId: source.id } }, async (tx) => {
    await tx.insert(notification).values({ id: v7(), personId, kind: "skp_filled", params, day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
  });
  return [];
}

/** New lines for everybody: two people's figures never share one. */
async function contentOf(ctx: Ctx, { body, id }: queries.FillSourceRow): Promise<Pick<New, "pendekatan" | "content">> {
  if (body !== null) {
    const template = skpTemplateBody.parse(JSON.parse(body));
    return { pendekatan: template.pendekatan, content: fromTemplate(template) };
  }
  const source = await queries.findSkp(ctx.pool, ctx.today, id);
  if (source === null) throw new Problem("not_found");
  return { pendekatan: source.pendekatan, content: asNewLines(source) };
}
