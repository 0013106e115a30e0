import type { OrgStep, UnitView } from "@teraju/contracts";
import { type LocalDate, organisationRaters as rules } from "@teraju/domain";
import type { Tx } from "#db/audit.ts";
import * as queries from "./queries.ts";

export type HandOver = { readonly pegawaiId: string; readonly beforeId: string | null; readonly afterId: string };
type Changed = { changes: readonly rules.RatingChange[]; handOvers: readonly HandOver[]; withoutPenilai: readonly string[]; headless: readonly UnitView[] };
type Question = { before: readonly UnitView[]; steps: readonly OrgStep[]; from: LocalDate; basis: string };

/**
 * Looks at who rates whom before a draft, and gives what writes the difference after it. Only the perangkat daerah that the draft touches are
 * read, and those of people whom somebody in it rates.
 */
export async function changeRatings(tx: Tx, { before, steps, from, basis }: Question): Promise<(after: readonly UnitView[]) => Promise<Changed>> {
  const movers = steps.flatMap((step) => (step.kind === "seat" ? [step.personId] : []));
  const named = [...movers, ...steps.flatMap((step) => (step.kind === "leave" ? [step.personId] : []))];
  const units = new Set(steps.flatMap(unitsOf));
  for (const step of steps) if (step.kind === "seat") for (const unitId of await unitOfPost(tx, step.postId, from)) units.add(unitId);
  for (const step of steps) if (step.kind === "merge" || step.kind === "split") named.push(...(step.kind === "split" ? step.personIds : await queries.findPeopleOf(tx, step.unitId, from)));
  for (const unitId of await queries.findHomes(tx, named, from)) units.add(unitId);
  const scopeBefore = scopeOf(before, units);
  const seats = await queries.findSeats(tx, scopeBefore, from);
  return async (after) => {
    const scope = [...new Set([...scopeBefore, ...scopeOf(after, units)])];
    const seatsAfter = await queries.findSeats(tx, scope, from);
    const people = [...new Set([...seats, ...seatsAfter].map(({ personId }) => personId).concat(named))];
    const ratings = await queries.findRatings(tx, people, from);
    const days = { before: { units: before, seats }, after: { units: after, seats: seatsAfter } };
    const changes = rules.ratingChanges({ ...days, ratings, movers });
    await queries.writeRatings(tx, changes, { from, basis });
    const sits = new Set(seatsAfter.map(({ personId }) => personId));
    const ledBefore = new Set(seats.filter(({ isHead }) => isHead).map(({ unitId }) => unitId));
    const isNew = (unitId: string): boolean => !before.some((unit) => unit.unitId === unitId);
    const led = new Set(seatsAfter.filter(({ isHead }) => isHead).map(({ unitId }) => unitId));
    return {
      changes,
      handOvers: changes.flatMap(({ pegawaiId, before: old, after: next }) => (next === null || next.penilaiId === old?.penilaiId ? [] : [{ pegawaiId, beforeId: old?.penilaiId ?? null, afterId: next.penilaiId }])),
      withoutPenilai: changes.filter(({ pegawaiId, after: next }) => next === null && sits.has(pegawaiId)).map(({ pegawaiId }) => pegawaiId),
      headless: after.filter(({ unitId, parentId }) => parentId !== null && units.has(unitId) && !led.has(unitId) && (ledBefore.has(unitId) || isNew(unitId))),
    };
  };
}

function unitsOf(step: OrgStep): string[] {
  switch (step.kind) {
    case "create": return [step.unit.unitId, step.unit.parentId];
    case "rename": case "closePost": case "seat": case "leave": return [];
    case "move": return [step.unitId, step.parentId];
    case "merge": return [step.unitId, step.into];
    case "split": return [step.unitId, step.unit.unitId, step.unit.parentId];
    default: return [step.unitId];
  }
}

async function unitOfPost(tx: Tx, postId: string, from: LocalDate): Promise<string[]> {
  const post = await queries.findPost(tx, postId, from);
  return post === null ? [] : [post.unitId];
}

/** The perangkat daerah that hold one of these units, whole, with the city itself. */
function scopeOf(tree: readonly UnitView[], units: ReadonlySet<string>): string[] {
  const parents = new Map(tree.map(({ unitId, parentId }) => [unitId, parentId]));
  const top = (unitId: string): string => {
    let at = unitId;
    for (let parent = parents.get(at); parent && parents.get(parent) !== null; parent = parents.get(at)) at = parent;
    return at;
  };
  const tops = new Set([...units].filter((id) => parents.get(id)).map(top));
  return tree.filter(({ unitId, parentId }) => parentId === null || tops.has(top(unitId))).map(({ unitId }) => unitId);
}
