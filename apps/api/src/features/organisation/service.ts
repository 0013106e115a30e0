import type { OrgChangeLine, OrgStep, Output, listOrganisationChanges, previewOrganisation } from "@teraju/contracts";
import { type LocalDate, organisation as rules } from "@teraju/domain";
import { eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { reorganisation } from "#db/schema/reorganisation.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { renumberReports } from "../../tree-write.ts";
import { asProblem, carryOut, type CarriedOut, type Draft, follow, StepRefused } from "./carry-out.ts";
import { type Journal, undoJournal } from "./journal.ts";
import type { HandOver } from "./ratings.ts";
import * as view from "./view-queries.ts";

/** What is kept beside a change: its outcome in counts, and whose work follows on its day. */
type Kept = { moved: number; handOvers: readonly HandOver[]; people: readonly string[] };

/**
 * Carries a draft out in one transaction: units, posts, seats, who rates whom, open work, notices on the home pages, one line of the trail with
 * each hand-over. A day to come is allowed: what is in force on a day decides everywhere. The same id once more is the same change.
 * @throws refused: what the tree does not allow (`rules.reorganise`), or a person or post that cannot be moved so.
 */
export async function reorganise(ctx: Ctx, { id, steps, from, legalBasis }: Draft & { readonly id: string }): Promise<OrgChangeLine> {
  mustRole(ctx, "organisation.change");
  const [before] = await ctx.db.select({ isSame: sql<boolean>`${reorganisation.effectiveFrom} = ${from} and ${reorganisation.legalBasis} = ${legalBasis} and ${reorganisation.steps} = ${JSON.stringify(steps)}::jsonb` }).from(reorganisation).where(eq(reorganisation.id, id));
  if (before !== undefined) {
    if (!before.isSame) throw new Problem("stale");
    return mustRead(ctx, id);
  }
  await change(ctx, async (tx) => {
    const done = await carryOut(ctx, tx, { steps, from, legalBasis });
    await tx.insert(reorganisation).values({
      id, effectiveFrom: from, legalBasis, steps, treeId: done.treeId, outcome: keptOf(done), journal: done.journal, followedOn: from <= ctx.today ? ctx.today : null, appliedBy: ctx.actor.personId, appliedAt: ctx.now,
    });
    const { moved, displaced, headless } = done.outcome;
    return { value: undefined, audit: { action: "organisation.change", target: { type: "reorganisation", id }, payload: { from, legalBasis, steps, moved: moved.map((one) => one.id), handOvers: done.handOvers, displaced: displaced.map((one) => one.id), headless: headless.map((one) => one.id) } } };
  }).catch(asProblem);
  return mustRead(ctx, id);
}

const keptOf = ({ outcome, handOvers }: CarriedOut): Kept => ({ moved: outcome.moved.length, handOvers, people: [...new Set([...outcome.moved.map(({ id }) => id), ...handOvers.map(({ pegawaiId }) => pegawaiId)])] });

/** What `reorganise` would do, found by doing it and taking all of it back: a preview that cannot differ from the act. */
export async function preview(ctx: Ctx, { steps, from }: Omit<Draft, "legalBasis">): Promise<Output<typeof previewOrganisation>> {
  mustRole(ctx, "organisation.change");
  const seen: { done?: CarriedOut } = {};
  try {
    await ctx.db.transaction(async (tx) => {
      seen.done = await carryOut(ctx, tx, { steps, from, legalBasis: "-" });
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof StepRefused) return { outcome: error.outcome?.outcome ?? null, units: [...(error.outcome?.units ?? [])], refusals: [...error.refusals], step: error.step };
    if (!(error instanceof TakenBack)) throw error;
  }
  if (seen.done === undefined) throw new Error("a preview that was taken back has an outcome");
  return { outcome: seen.done.outcome, units: [...seen.done.units], refusals: [], step: null };
}
class TakenBack extends Error {}

/** Those to come first, the nearest day at the top; then those of the past, the latest first. */
export async function list(ctx: Ctx): Promise<Output<typeof listOrganisationChanges>> {
  mustRole(ctx, "organisation.read");
  const rows = await view.findChanges(ctx.pool, ctx.today, null);
  return { changes: rows.map((row) => toLine(ctx, row)) };
}

/**
 * Takes a coming change back as a whole before its day: what it made is deleted, what it ended goes on, its notices go. Only while nothing was
 * built on it; the trail keeps both.
 */
export async function takeBack(ctx: Ctx, id: string, version: number): Promise<OrgChangeLine> {
  mustRole(ctx, "organisation.change");
  const [row] = await ctx.db.select().from(reorganisation).where(eq(reorganisation.id, id));
  if (row === undefined) throw new Problem("not_found");
  if (row.status === "taken_back" && row.version === version + 1) return mustRead(ctx, id);
  if (row.version !== version) throw new Problem("stale");
  refuseIf(rules.takeBackRefusals({ status: row.status as OrgChangeLine["status"], from: row.effectiveFrom, today: ctx.today }));
  await change(ctx, async (tx) => {
    const written = await tx.execute(sql`
      update reorganisation set status = 'taken_back', version = version + 1, tree_id = null, followed_on = null, taken_back_by = ${ctx.actor.personId}, taken_back_at = ${ctx.now} where id = ${id} and version = ${version} returning id`);
    if (written.rows.length === 0) throw new Problem("stale");
    const tree = row.treeId === null ? null : await view.dropTree(tx, row.treeId, row.effectiveFrom);
    if (tree === "built_on" || !(await undoJournal(tx, row.journal as Journal))) refuseIf(["change_depended_on"]);
    if (tree !== null && tree !== "built_on") await renumberReports(tx, tree, row.effectiveFrom);
    return { value: undefined, audit: { action: "organisation.take-back", target: { type: "reorganisation", id }, payload: { from: row.effectiveFrom, steps: row.steps } } };
  }).catch((error: unknown) => {
    if (["23503", "23P01", "23505", "23514"].includes(postgresCode(error) ?? "")) refuseIf(["change_depended_on"]);
    throw error;
  });
  return mustRead(ctx, id);
}

async function mustRead(ctx: Ctx, id: string): Promise<OrgChangeLine> {
  const [row] = await view.findChanges(ctx.pool, ctx.today, id);
  if (row === undefined) throw new Problem("not_found");
  return toLine(ctx, row);
}

function toLine(ctx: Ctx, row: view.ChangeRow): OrgChangeLine {
  const { outcome, takenBackBy, takenBackAt, steps, ...line } = row;
  const kept = outcome as Kept;
  return {
    ...line, steps: steps as OrgStep[], counts: { moved: kept.moved, handOvers: kept.handOvers.length },
    takenBack: takenBackBy === null || takenBackAt === null ? null : { by: takenBackBy, at: takenBackAt },
    actions: { takeBack: ctx.actor.roles.includes("bkpsdm") ? rules.takeBackRefusals({ status: row.status, from: row.from, today: ctx.today }) : ["not_yours"] },
  };
}

type Clockwork = Omit<Ctx, "actor"> & { readonly actor: null };
/** On the day of a planned change its people's open work follows, once. Gives how many changes. */
export async function followChanges(ctx: Clockwork): Promise<number> {
  const due = await view.findDue(ctx.pool, ctx.today);
  for (const { id, from, outcome } of due) {
    const { handOvers, people } = outcome as Kept;
    await change(ctx, async (tx) => {
      await follow(ctx, tx, { from: from as LocalDate, handOvers, people });
      await tx.execute(sql`update reorganisation set followed_on = ${ctx.today} where id = ${id} and followed_on is null and status = 'applied'`);
      return { value: undefined, audit: { action: "organisation.follow", target: { type: "reorganisation", id }, payload: { from, handOvers: handOvers.length } } };
    });
  }
  return due.length;
}
