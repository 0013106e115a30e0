import type { OrgOutcome, OrgStep, UnitView } from "@teraju/contracts";
import { type LocalDate, monthOf, organisation as rules, type Refusal } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import type { Tx } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { postgresCode, Problem } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { publishTree } from "../../tree-write.ts";
import { alignReports, touchedMonths } from "../month-state/service.ts";
import { beginJournal, type Journal, readJournal } from "./journal.ts";
import * as queries from "./queries.ts";
import { changeRatings, type HandOver } from "./ratings.ts";
import { findWork, moveMeetings } from "./work.ts";

/** A draft: its steps in their order, their day, and the text that they rest on, such as a qanun or a keputusan. */
export type Draft = { readonly steps: readonly OrgStep[]; readonly from: LocalDate; readonly legalBasis: string };
export type CarriedOut = { readonly outcome: OrgOutcome; readonly units: readonly UnitView[]; readonly handOvers: readonly HandOver[]; readonly treeId: string | null; readonly journal: Journal };

/** A step that cannot be done: its place in the draft, null where it is the whole that cannot be. */
export class StepRefused extends Error {
  readonly step: number | null;
  readonly refusals: readonly Refusal[];
  readonly outcome: CarriedOut | null;
  constructor(step: number | null, refusals: readonly Refusal[], outcome: CarriedOut | null = null) {
    super(refusals.join(", "));
    this.step = step;
    this.refusals = refusals;
    this.outcome = outcome;
  }
}

/** One reorganisation at a time: each begins from a tree that no other is changing. */
const LOCK = 7_234_106;

/**
 * Carries a draft out within a transaction: units, posts and seats step by step, then the next version of the tree, who rates whom by it, and
 * the open work. Everything on its day: what was until then is never touched.
 * @throws StepRefused; with an outcome where all steps can be done, but somebody would be left without a penilai.
 */
export async function carryOut(ctx: Ctx, tx: Tx, { steps, from, legalBasis }: Draft): Promise<CarriedOut> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const before = await queries.findTree(tx, from);
  const { units, refusals, step } = rules.reorganise(before, steps);
  if (step !== null) throw new StepRefused(step, refusals);
  await beginJournal(tx, from);
  const displaced = new Set<string>();
  const ratings = await changeRatings(tx, { before, steps, from, basis: legalBasis });
  for (const [index, one] of steps.entries()) await doStep(tx, one, { from, index, displaced });
  await queries.dropEmptyPosts(tx, steps.flatMap((one) => (one.kind === "post" ? [one.postId] : [])));
  const meetings = await moveMeetings(tx, steps, from);
  const treeId = rules.changesTree(steps) ? (await publishTree(tx, { units, from, legalBasis }).catch(refuseOverlap)).treeId : null;
  const { changes, handOvers, withoutPenilai, headless } = await ratings(units);
  const { rows, posts } = await readJournal(tx, from);
  if (await queries.hasLostSeats(tx, from)) throw new StepRefused(null, [treeId === null ? "tree_day_taken" : "post_unknown"]);
  const moved = await movedPeople(tx, rows, { before, units });
  const names = await queries.findNames(tx, [...displaced, ...withoutPenilai, ...handOvers.flatMap(({ pegawaiId, beforeId, afterId }) => [pegawaiId, afterId, ...(beforeId === null ? [] : [beforeId])])]);
  const named = (id: string) => ({ id, name: names.get(id) ?? "" });
  const work = await findWork(tx, { handOvers, from, today: ctx.today, meetings, steps });
  if (from <= ctx.today) await follow(ctx, tx, { from, handOvers, people: [...new Set([...changes.map(({ pegawaiId }) => pegawaiId), ...moved.map(({ id }) => id)])] });
  const notices = await tell(ctx, tx, handOvers, names, from);
  const outcome: OrgOutcome = {
    moved, work, carried: await carriedAlong(tx, { before, units, from }), headless: headless.map(({ unitId: id, name }) => ({ id, name })),
    handOvers: inOrder(handOvers.map(({ pegawaiId, beforeId, afterId }) => ({ ...named(pegawaiId), before: beforeId === null ? null : named(beforeId), after: named(afterId) }))),
    withoutPenilai: inOrder(withoutPenilai.map(named)), displaced: inOrder([...displaced].map(named)),
  };
  const done = { outcome, units, handOvers, treeId, journal: { rows, posts, units: made(steps), notices } };
  if (withoutPenilai.length > 0) throw new StepRefused(null, ["unit_without_head"], done);
  return done;
}

const inOrder = <T extends { name: string }>(list: T[]): T[] => list.sort((a, b) => a.name.localeCompare(b.name, "id"));
const made = (steps: readonly OrgStep[]): string[] => steps.flatMap((step) => (step.kind === "create" || step.kind === "split" ? [step.unit.unitId] : []));

function refuseOverlap(error: unknown): never {
  // Another version of the tree begins on that day or later: it was planned on the tree before this one, and needs a person's eye.
  if (postgresCode(error) === "23P01") throw new StepRefused(null, ["tree_day_taken"]);
  throw error;
}

type Place = { from: LocalDate; index: number; displaced: Set<string> };
async function doStep(tx: Tx, step: OrgStep, { from, index, displaced }: Place): Promise<void> {
  const refuse = (...refusals: Refusal[]): never => { throw new StepRefused(index, refusals); };
  switch (step.kind) {
    case "create": if (!(await makeUnit(tx, step.unit.unitId))) refuse("unit_exists"); return;
    case "close":
      if ((await queries.findPeopleOf(tx, step.unitId, from)).length > 0) refuse("unit_has_people");
      return queries.closeLeftPosts(tx, { unitId: step.unitId, from });
    case "merge": return merge(tx, step, from, displaced);
    case "split": return split(tx, step, from, displaced, refuse);
    case "post":
      if (step.isHead && (await queries.findHeadPost(tx, step.unitId, from)) !== null) refuse("head_post_exists");
      if (!(await queries.addPost(tx, step, from))) refuse("post_unknown");
      return;
    case "closePost":
      await mustPost(tx, step.postId, from, refuse);
      if (await queries.isHeld(tx, step.postId, from)) refuse("post_held");
      return queries.closePost(tx, step.postId, from);
    case "seat": return reseat(tx, step, from, displaced, refuse);
    case "leave": {
      const person = await queries.findPersonOn(tx, step.personId, from);
      if (person === null || !person.sits) return refuse("person_unknown");
      if (person.isPlanned) return refuse("person_planned");
      await queries.forgetMade(tx, step.personId);
      displaced.delete(step.personId);
      return queries.endSeats(tx, step.personId, from);
    }
    default: return;
  }
}

async function makeUnit(tx: Tx, id: string): Promise<boolean> {
  return (await tx.execute(sql`insert into unit (id, code) values (${id}, ${id}) on conflict do nothing`)).rowCount === 1;
}

async function merge(tx: Tx, { unitId, into }: { unitId: string; into: string }, from: LocalDate, displaced: Set<string>): Promise<void> {
  const head = await queries.findHeadPost(tx, unitId, from);
  if (head?.personId) displaced.add(head.personId);
  await queries.moveSeats(tx, { unitId, into, from });
  await queries.closeLeftPosts(tx, { unitId, from });
  await queries.moveReportsOfUnit(tx, { unitId, into, from });
}

type Refuse = (...refusals: Refusal[]) => never;
async function split(tx: Tx, step: OrgStep & { kind: "split" }, from: LocalDate, displaced: Set<string>, refuse: Refuse): Promise<void> {
  const { unitId, unit, personIds, headId, headPost } = step;
  if (!(await makeUnit(tx, unit.unitId))) refuse("unit_exists");
  const here = await queries.findPeopleOf(tx, unitId, from);
  if (personIds.some((id) => !here.includes(id))) refuse("person_unknown");
  const head = await queries.findHeadPost(tx, unitId, from);
  if (head?.personId && personIds.includes(head.personId) && head.personId !== headId) displaced.add(head.personId);
  const move = { unitId, into: unit.unitId, from, people: personIds };
  await queries.moveSeats(tx, move);
  await queries.closeLeftPosts(tx, { unitId, from, people: personIds });
  await queries.moveReportsOfUnit(tx, move);
  if (headId === null) return;
  const postId = v7();
  await queries.addPost(tx, { postId, unitId: unit.unitId, name: headPost ?? `Kepala ${unit.name}`, jenis: (head?.jenis ?? "pengawas") as "pengawas", jenjang: head?.jenjang ?? null, isHead: true }, from);
  // The seat that was just moved becomes the one that leads: one move, not two.
  await tx.execute(sql`update placement set jabatan_id = ${postId} where person_id = ${headId} and unit_id = ${unit.unitId} and valid_from = ${from} and kind = 'definitif'`);
}

/** A post that is open on that day and stays so. */
async function mustPost(tx: Tx, postId: string, from: LocalDate, refuse: Refuse): Promise<queries.Post> {
  const post = await queries.findPost(tx, postId, from);
  if (post === null) return refuse("post_unknown");
  return post.until === null ? post : refuse("post_closes");
}

async function reseat(tx: Tx, { personId, postId }: { personId: string; postId: string }, from: LocalDate, displaced: Set<string>, refuse: Refuse): Promise<void> {
  const [person, post] = [await queries.findPersonOn(tx, personId, from), await mustPost(tx, postId, from, refuse)];
  if (person === null) return refuse("person_unknown");
  if (post.holders.includes(personId)) return refuse("post_is_theirs");
  if (person.isPlanned) return refuse("person_planned");
  if (post.isHead && post.holders.length > 0) {
    for (const id of post.holders) displaced.add(id);
    await queries.moveSeats(tx, { unitId: post.unitId, into: post.unitId, from, people: post.holders, onPost: postId });
  }
  displaced.delete(personId);
  await queries.forgetMade(tx, personId);
  await queries.seat(tx, { personId, postId, unitId: post.unitId, from });
}

/** Who sits elsewhere than before, by the names of both trees. */
async function movedPeople(tx: Tx, rows: Journal["rows"], { before, units }: { before: readonly UnitView[]; units: readonly UnitView[] }): Promise<OrgOutcome["moved"]> {
  const seats = rows.filter(({ table }) => table === "placement");
  const unitName = (list: readonly UnitView[], id: unknown): string | null => list.find(({ unitId }) => unitId === id)?.name ?? null;
  const [was, is] = [new Map<string, string | null>(), new Map<string, string | null>()];
  const posts = new Map<string, unknown>();
  for (const { before: old, after } of seats) {
    if (old !== null && old["kind"] === "definitif") { was.set(String(old["person_id"]), unitName(before, old["unit_id"])); posts.set(String(old["person_id"]), old["jabatan_id"]); }
    if (old === null && after["kind"] === "definitif") is.set(String(after["person_id"]), unitName(units, after["unit_id"]));
    else if (old !== null && after !== null && after["kind"] === "definitif" && after["unit_id"] !== old["unit_id"]) is.set(String(after["person_id"]), unitName(units, after["unit_id"]));
  }
  const people = [...new Set([...was.keys(), ...is.keys()])];
  const names = await queries.findNames(tx, people);
  return inOrder(people.map((id) => ({ id, name: names.get(id) ?? "", from: was.get(id) ?? null, to: is.get(id) ?? null })));
}

/** Whole units that go along, with how many sit in them on that day. */
async function carriedAlong(tx: Tx, { before, units, from }: { before: readonly UnitView[]; units: readonly UnitView[]; from: LocalDate }): Promise<OrgOutcome["carried"]> {
  const carried = rules.carriedUnits(before, units);
  const all = [...new Set(carried.flatMap(({ within }) => within))];
  const people = await queries.countPeople(tx, all, from);
  const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + (people.get(id) ?? 0), 0);
  return { units: all.length, people: sum(all), items: carried.map(({ unitId: id, within, ...line }) => ({ id, ...line, units: within.length, people: sum(within) })) };
}

/**
 * Open work follows its people: sent reports to the new penilai, drafts into line. For a day to come the clockwork does it on that day
 * (`followChanges`); drafts would by themselves.
 */
export async function follow(ctx: Pick<Ctx, "pool" | "today">, tx: Tx, { from, handOvers, people }: { from: LocalDate; handOvers: readonly HandOver[]; people: readonly string[] }): Promise<void> {
  await queries.moveSentReports(tx, handOvers, monthOf(from), from);
  if (people.length === 0) return;
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  for (const month of touchedMonths({ firstDay: from, lastDay: null }, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds: people, kalender });
}

/** The hand-over on the home pages of pegawai and both penilai. Gives the notices' ids: who takes the change back takes them back. */
async function tell(ctx: Ctx, tx: Tx, handOvers: readonly HandOver[], names: ReadonlyMap<string, string>, from: LocalDate): Promise<string[]> {
  const lines = handOvers.flatMap(({ pegawaiId, beforeId, afterId }) => {
    const name = names.get(pegawaiId) ?? "";
    return [[pegawaiId, "penilai_changed", name], [afterId, "bawahan_gained", name], ...(beforeId === null ? [] : [[beforeId, "bawahan_lost", name]])] as [string, string, string][];
  });
  if (lines.length === 0) return [];
  const begins = from > ctx.today ? { from } : {};
  const rows = await tx.insert(notification).values(lines.map(([personId, kind, name]) => ({ id: v7(), personId, kind, params: JSON.stringify({ name, ...begins }), day: ctx.today, createdAt: ctx.now }))).onConflictDoNothing().returning({ id: notification.id });
  return rows.map(({ id }) => id);
}

/** As the answer to the caller who wanted it done. */
export function asProblem(error: unknown): never {
  if (error instanceof StepRefused) throw new Problem("refused", { refusals: error.refusals });
  throw error;
}
