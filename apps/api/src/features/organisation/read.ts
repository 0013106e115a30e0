import type { findOrganisationPeople, Output, readOrganisation, readOrganisationUnit } from "@teraju/contracts";
import { access, type LocalDate } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { mustRole, mustUnit } from "../../standing.ts";
import * as view from "./view-queries.ts";

const seesCity = (ctx: Ctx): boolean => access("organisation.read", { relations: [], roles: ctx.actor.roles }).length === 0;

/** The tree of a day, of any past day too; an OPD's admin is given that OPD. Two or three statements. */
export async function tree(ctx: Ctx, on: LocalDate = ctx.today): Promise<Output<typeof readOrganisation>> {
  const opds = seesCity(ctx) ? null : await view.findAdministered(ctx.pool, ctx.actor.personId, ctx.today);
  if (opds?.length === 0) throw new Problem("not_found");
  const [units, versions] = await Promise.all([view.findUnits(ctx.pool, on, opds), view.findVersions(ctx.pool)]);
  const version = versions.find(({ from, until }) => from <= on && (until === null || until > on)) ?? null;
  return { on, units, version, days: versions.map(({ from }) => from), actions: { change: [...access("organisation.change", { relations: [], roles: ctx.actor.roles })] } };
}

/** A unit on a day. Four statements beside the standing. */
export async function unit(ctx: Ctx, id: string, on: LocalDate = ctx.today): Promise<Output<typeof readOrganisationUnit>> {
  if (!seesCity(ctx)) await mustUnit(ctx, "organisation.read", id);
  const [one, posts, history] = await Promise.all([view.findUnit(ctx.pool, on, id), view.findPosts(ctx.pool, on, id), view.findHistory(ctx.pool, id)]);
  if (history.length === 0) throw new Problem("not_found");
  return { on, unit: one, posts, history: joined(history) };
}

type History = Output<typeof readOrganisationUnit>["history"];
/** Versions in which nothing of the unit was another are one line. */
function joined(history: History): History {
  const lines: History = [];
  for (const one of history) {
    const later = lines.at(-1);
    if (later !== undefined && later.from === one.until && later.name === one.name && later.parent === one.parent && later.kind === one.kind) lines.splice(-1, 1, { ...later, from: one.from });
    else lines.push(one);
  }
  return lines;
}

/** People to be put on a post, at most twenty. */
export async function people(ctx: Ctx, q: string, on: LocalDate = ctx.today): Promise<Output<typeof findOrganisationPeople>> {
  mustRole(ctx, "organisation.change");
  return { people: await view.findPeople(ctx.pool, on, q) };
}
