import type { Refusal } from "./refusal.ts";
import type { JenisJabatan, UnitKind } from "./vocabulary.ts";

/** A unit as it stands in one version of the tree; siblings keep their order. */
export type OrgUnit = { readonly unitId: string; readonly parentId: string | null; readonly name: string; readonly shortName: string | null; readonly kind: UnitKind };
type NewUnit = OrgUnit & { readonly parentId: string };

/**
 * One step of the tree. `merge` puts what lies below `unitId`, and whoever sits in it, into `into`; `split` makes a unit beside `unitId` and
 * puts the chosen units and people into it, one of whom may lead it; `close` is for a unit with nothing in it.
 */
export type UnitChange =
  | { readonly kind: "create"; readonly unit: NewUnit }
  | { readonly kind: "rename"; readonly unitId: string; readonly name: string; readonly shortName: string | null }
  | { readonly kind: "move"; readonly unitId: string; readonly parentId: string }
  | { readonly kind: "merge"; readonly unitId: string; readonly into: string }
  | { readonly kind: "split"; readonly unitId: string; readonly unit: NewUnit; readonly childIds: readonly string[]; readonly personIds: readonly string[]; readonly headId: string | null; readonly headPost: string | null }
  | { readonly kind: "close"; readonly unitId: string };

/** Why somebody leaves the city's service; what it means for pay and pension is decided elsewhere. */
export const LEAVE_REASON = ["pensiun", "meninggal", "pindah_instansi", "berhenti"] as const;
export type LeaveReason = (typeof LEAVE_REASON)[number];

/** One step of posts and people: a post is made, a vacant one is closed, somebody is put on a post (mutasi), somebody leaves. */
export type PeopleChange =
  | { readonly kind: "post"; readonly postId: string; readonly unitId: string; readonly name: string; readonly jenis: JenisJabatan; readonly jenjang: string | null; readonly isHead: boolean }
  | { readonly kind: "closePost"; readonly postId: string }
  | { readonly kind: "seat"; readonly personId: string; readonly postId: string }
  | { readonly kind: "leave"; readonly personId: string; readonly reason: LeaveReason };

export type OrgChange = UnitChange | PeopleChange;

type Tree = readonly OrgUnit[];
/** `step`: the place of the step that cannot be done; null where all can. */
export type Reorganised = { readonly units: Tree; readonly refusals: readonly Refusal[]; readonly step: number | null };

/** The next tree when the steps are done one after the other; at the first step that cannot be done, the tree so far and the reasons. */
export function reorganise(units: Tree, changes: readonly OrgChange[]): Reorganised {
  let tree = units;
  for (const [step, change] of changes.entries()) {
    const refusals = changeRefusals(tree, change);
    if (refusals.length > 0) return { units: tree, refusals, step };
    tree = changed(tree, change);
  }
  return { units: tree, refusals: [], step: null };
}

/** Whether a draft changes the tree itself; one of posts and people alone leaves the version in force as it is. */
export function changesTree(changes: readonly OrgChange[]): boolean {
  return changes.some(({ kind }) => kind !== "post" && kind !== "closePost" && kind !== "seat" && kind !== "leave");
}

function changed(tree: Tree, change: OrgChange): Tree {
  switch (change.kind) {
    case "create": return [...tree, change.unit];
    case "rename": return tree.map((unit) => (unit.unitId === change.unitId ? { ...unit, name: change.name, shortName: change.shortName } : unit));
    case "move": return tree.map((unit) => (unit.unitId === change.unitId ? { ...unit, parentId: change.parentId } : unit));
    case "merge": return without(tree, change.unitId).map((unit) => (unit.parentId === change.unitId ? { ...unit, parentId: change.into } : unit));
    case "split": return [...tree, change.unit].map((unit) => (change.childIds.includes(unit.unitId) ? { ...unit, parentId: change.unit.unitId } : unit));
    case "close": return without(tree, change.unitId);
    default: return tree;
  }
}

/** Units that a step speaks of and that must be in the tree for it. */
function named(change: OrgChange): string[] {
  switch (change.kind) {
    case "create": return [change.unit.parentId];
    case "move": return [change.unitId, change.parentId];
    case "merge": return [change.unitId, change.into];
    case "split": return [change.unitId, change.unit.parentId, ...change.childIds];
    case "closePost": case "seat": case "leave": return [];
    default: return [change.unitId];
  }
}

function changeRefusals(tree: Tree, change: OrgChange): Refusal[] {
  if (named(change).some((id) => find(tree, id) === undefined)) return ["unit_unknown"];
  switch (change.kind) {
    case "create": return find(tree, change.unit.unitId) === undefined ? placeRefusals(tree, change.unit) : ["unit_exists"];
    case "rename": case "post": case "closePost": case "seat": case "leave": return [];
    case "move": return firstOf(cityRefusals(tree, change.unitId), insideRefusals(tree, change.parentId, change.unitId), placeRefusals(tree, { parentId: change.parentId, kind: find(tree, change.unitId)?.kind ?? "kota" }));
    case "merge": return firstOf(cityRefusals(tree, change.unitId), cityRefusals(tree, change.into), insideRefusals(tree, change.into, change.unitId));
    case "split": return splitRefusals(tree, change);
    case "close": return [...cityRefusals(tree, change.unitId), ...(tree.some(({ parentId }) => parentId === change.unitId) ? ["unit_has_children" as const] : [])];
  }
}

function splitRefusals(tree: Tree, { unitId, unit, childIds, personIds, headId }: UnitChange & { kind: "split" }): Refusal[] {
  if (find(tree, unit.unitId) !== undefined) return ["unit_exists"];
  if (unitId === unit.unitId || childIds.some((id) => find(tree, id)?.parentId !== unitId)) return ["unit_unknown"];
  if (childIds.includes(unit.parentId)) return ["unit_inside_itself"];
  if (childIds.length + personIds.length === 0) return ["split_empty"];
  if (headId !== null && !personIds.includes(headId)) return ["person_unknown"];
  return firstOf(cityRefusals(tree, unitId), placeRefusals(tree, unit));
}

/** A perangkat daerah, and only one, lies directly below the city: rights and dashboards go by that line. */
function placeRefusals(tree: Tree, { parentId, kind }: Pick<NewUnit, "parentId" | "kind">): Refusal[] {
  const isTop = find(tree, parentId)?.parentId === null;
  const isOpd = kind === "opd" || kind === "kecamatan";
  return kind === "kota" || isTop !== isOpd ? ["unit_kind_wrong"] : [];
}
/** The city may get another name; it cannot go anywhere. */
function cityRefusals(tree: Tree, unitId: string): Refusal[] {
  return find(tree, unitId)?.parentId === null ? ["unit_is_city"] : [];
}
function insideRefusals(tree: Tree, target: string, unitId: string): Refusal[] {
  return isWithin(tree, target, unitId) ? ["unit_inside_itself"] : [];
}

const firstOf = (...checks: readonly Refusal[][]): Refusal[] => checks.find((check) => check.length > 0) ?? [];
const find = (tree: Tree, unitId: string): OrgUnit | undefined => tree.find((unit) => unit.unitId === unitId);
const without = (tree: Tree, unitId: string): Tree => tree.filter((unit) => unit.unitId !== unitId);

/** Whether `unitId` is `above`, or lies anywhere below it. */
function isWithin(tree: Tree, unitId: string, above: string): boolean {
  for (let at: string | null = unitId; at !== null; at = find(tree, at)?.parentId ?? null) if (at === above) return true;
  return false;
}

/** A unit that hangs on another one from now on. `within`: itself and all that lies below it, as the next tree has them. */
export type CarriedUnit = { readonly unitId: string; readonly name: string; readonly from: string; readonly to: string; readonly within: readonly string[] };

/** Units that go elsewhere as a whole, with their people in them: those of a merger that lay below, those that a split takes along. */
export function carriedUnits(before: Tree, after: Tree): CarriedUnit[] {
  return after.flatMap(({ unitId, name, parentId }): CarriedUnit[] => {
    const was = find(before, unitId)?.parentId ?? null;
    if (was === null || parentId === null || was === parentId) return [];
    return [{ unitId, name, from: find(before, was)?.name ?? "", to: find(after, parentId)?.name ?? "", within: after.filter((other) => isWithin(after, other.unitId, unitId)).map((other) => other.unitId) }];
  });
}

/** A planned change is taken back only before its day; what has begun is changed by the next one. */
export function takeBackRefusals({ status, from, today }: { status: "applied" | "taken_back"; from: string; today: string }): Refusal[] {
  if (status !== "applied") return ["wrong_status"];
  return from > today ? [] : ["change_begun"];
}
