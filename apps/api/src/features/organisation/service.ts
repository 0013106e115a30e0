import { type LocalDate, monthOf, organisation as rules } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { postgresCode, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { publishTree } from "../../tree-write.ts";
import { alignReports, touchedMonths } from "../month-state/service.ts";
import * as queries from "./queries.ts";

/** What a reorganisation does on one day, and the text it rests on, such as a qanun or a keputusan. */
export type Reorganisation = { readonly changes: readonly rules.UnitChange[]; readonly from: LocalDate; readonly legalBasis: string };
/**
 * Who and what goes along: people whose unit is another one, those whose penilai is another one, how many sent reports go to the new
 * penilai, and heads whose unit is no more: they keep a seat, so that nobody is lost, until another post is given to them.
 */
export type Outcome = { readonly movedPeople: readonly string[]; readonly handOvers: readonly queries.HandOver[]; readonly sentReports: number; readonly headsWithoutUnit: readonly string[] };

/**
 * Carries a reorganisation out in one transaction: the next version of the tree, seats and relations of merged units, open reports, the
 * hand-over on the home pages of pegawai and both penilai, and one line of the trail. Who may ask for it is the caller's to check.
 * A day to come is allowed: the tree in force on a day decides everywhere. What was until that day is never touched.
 * @throws refused: a step that the tree does not allow (`rules.reorganise`), `unit_has_people`, `unit_without_head`, `tree_day_taken`.
 */
export async function reorganise(ctx: Ctx, wish: Reorganisation): Promise<Outcome> {
  return change(ctx, async (tx) => {
    const value = await carryOut(ctx, tx, wish);
    const { changes, from, legalBasis } = wish;
    return { value, audit: { action: "organisation.reorganise", target: { type: "tree", id: from }, payload: { changes, from, legalBasis, ...value, handOvers: value.handOvers.map(({ pegawaiId, before, after }) => ({ pegawaiId, before, after })) } } };
  });
}

/** What `reorganise` would do, found by doing it and taking all of it back: a preview that cannot differ from the act. */
export async function preview(ctx: Ctx, wish: Reorganisation): Promise<Outcome> {
  const seen: { outcome?: Outcome } = {};
  await ctx.db.transaction(async (tx) => {
    seen.outcome = await carryOut(ctx, tx, wish);
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  if (seen.outcome === undefined) throw new Error("a preview that was taken back has an outcome");
  return seen.outcome;
}
class TakenBack extends Error {}

function refuseOverlap(error: unknown): never {
  // Another version of the tree begins on that day or later: it was planned on the tree before this one, and needs a person's eye.
  if (postgresCode(error) === "23P01") refuseIf(["tree_day_taken"]);
  throw error;
}

/** One reorganisation at a time: each begins from a tree that no other is changing. */
const LOCK = 7_234_106;

async function carryOut(ctx: Ctx, tx: Tx, { changes, from, legalBasis }: Reorganisation): Promise<Outcome> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const before = await queries.findTree(tx, from);
  const { units, refusals } = rules.reorganise(before, changes);
  refuseIf(refusals);
  const outcome: Gathered = { movedPeople: new Set(), handOvers: [], headsWithoutUnit: [] };
  const line = { from, basis: legalBasis };
  for (const step of changes) {
    if (step.kind === "create") await tx.execute(sql`insert into unit (id, code) values (${step.unit.unitId}, ${step.unit.unitId})`);
    if (step.kind === "close" && (await queries.hasSeats(tx, step.unitId, from))) refuseIf(["unit_has_people"]);
    if (step.kind === "merge") await merge(tx, step, line, outcome);
  }
  await publishTree(tx, { units, from, legalBasis }).catch(refuseOverlap);
  const sentReports = from > ctx.today ? 0 : await queries.moveSentReports(tx, outcome.handOvers, monthOf(from));
  const personIds = [...new Set([...outcome.movedPeople, ...outcome.handOvers.map(({ pegawaiId }) => pegawaiId)])];
  await follow(ctx, tx, from, personIds);
  await tell(ctx, tx, outcome.handOvers);
  return { movedPeople: [...outcome.movedPeople], handOvers: outcome.handOvers, sentReports, headsWithoutUnit: outcome.headsWithoutUnit };
}

type Gathered = { movedPeople: Set<string>; handOvers: queries.HandOver[]; headsWithoutUnit: string[] };
async function merge(tx: Tx, { unitId, into }: { unitId: string; into: string }, { from, basis }: { from: LocalDate; basis: string }, gathered: Gathered): Promise<void> {
  const [old, head, below] = [await queries.findHead(tx, unitId, from), await queries.findHead(tx, into, from), await queries.findPeopleBelow(tx, unitId, from)];
  if (old !== null && head === null) refuseIf(["unit_without_head"]);
  for (const personId of await queries.moveSeats(tx, { unitId, into, from })) gathered.movedPeople.add(personId);
  await queries.moveReportsOfUnit(tx, { unitId, into, from });
  if (old === null || head === null || old.personId === head.personId) return;
  gathered.headsWithoutUnit.push(old.personId);
  gathered.handOvers.push(...await queries.moveRelations(tx, below, { old: old.personId, head, from, basis }));
}

/** Drafts follow their people at once; for a day to come, the month's own job does it when that month begins. */
async function follow(ctx: Ctx, tx: Tx, from: LocalDate, personIds: readonly string[]): Promise<void> {
  if (from > ctx.today || personIds.length === 0) return;
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  for (const month of touchedMonths({ firstDay: from, lastDay: null }, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds, kalender });
}

async function tell(ctx: Ctx, tx: Tx, handOvers: readonly queries.HandOver[]): Promise<void> {
  const lines = handOvers.flatMap(({ pegawaiId, name, before, after }) => [[pegawaiId, "penilai_changed", name], [after, "bawahan_gained", name], [before, "bawahan_lost", name]] as const);
  if (lines.length === 0) return;
  await tx.insert(notification).values(lines.map(([personId, kind, name]) => ({ id: v7(), personId, kind, params: JSON.stringify({ name }), day: ctx.today, createdAt: ctx.now }))).onConflictDoNothing();
}
