import type { Refusal } from "./refusal.ts";
import type { UnitKind } from "./vocabulary.ts";

/** A unit as it stands in one version of the tree; siblings keep their order. */
export type OrgUnit = { readonly unitId: string; readonly parentId: string | null; readonly name: string; readonly shortName: string | null; readonly kind: UnitKind };

/**
 * One step of a reorganisation. `merge` puts what lies below `unitId`, and whoever sits in it, into `into`; `close` is for a unit
 * with nothing in it. A split is a `create` with `move` of what goes over to it.
 */
export type UnitChange =
  | { readonly kind: "create"; readonly unit: OrgUnit & { readonly parentId: string } }
  | { readonly kind: "rename"; readonly unitId: string; readonly name: string; readonly shortName: string | null }
  | { readonly kind: "move"; readonly unitId: string; readonly parentId: string }
  | { readonly kind: "merge"; readonly unitId: string; readonly into: string }
  | { readonly kind: "close"; readonly unitId: string };

type Tree = readonly OrgUnit[];
export type Reorganised = { readonly units: Tree; readonly refusals: readonly Refusal[] };

/** The next tree when the steps are done one after the other; at the first step that cannot be done, the tree so far and the reasons. */
export function reorganise(units: Tree, changes: readonly UnitChange[]): Reorganised {
  let tree = units;
  for (const change of changes) {
    const refusals = changeRefusals(tree, change);
    if (refusals.length > 0) return { units: tree, refusals };
    tree = changed(tree, change);
  }
  return { units: tree, refusals: [] };
}

function changed(tree: Tree, change: UnitChange): Tree {
  switch (change.kind) {
    case "create": return [...tree, change.unit];
    case "rename": return tree.map((unit) => (unit.unitId === change.unitId ? { ...unit, name: change.name, shortName: change.shortName } : unit));
    case "move": return tree.map((unit) => (unit.unitId === change.unitId ? { ...unit, parentId: change.parentId } : unit));
    case "merge": return without(tree, change.unitId).map((unit) => (unit.parentId === change.unitId ? { ...unit, parentId: change.into } : unit));
    case "close": return without(tree, change.unitId);
  }
}

function changeRefusals(tree: Tree, change: UnitChange): Refusal[] {
  const named = change.kind === "create" ? [change.unit.parentId] : change.kind === "move" ? [change.unitId, change.parentId] : change.kind === "merge" ? [change.unitId, change.into] : [change.unitId];
  if (named.some((id) => find(tree, id) === undefined)) return ["unit_unknown"];
  if (change.kind === "create") return find(tree, change.unit.unitId) === undefined ? [] : ["unit_exists"];
  // The city may get another name; it cannot go anywhere.
  if (change.kind !== "rename" && find(tree, change.unitId)?.parentId === null) return ["unit_is_city"];
  const target = change.kind === "move" ? change.parentId : change.kind === "merge" ? change.into : null;
  if (target !== null && isWithin(tree, target, change.unitId)) return ["unit_inside_itself"];
  if (change.kind === "close" && tree.some(({ parentId }) => parentId === change.unitId)) return ["unit_has_children"];
  return [];
}

const find = (tree: Tree, unitId: string): OrgUnit | undefined => tree.find((unit) => unit.unitId === unitId);
const without = (tree: Tree, unitId: string): Tree => tree.filter((unit) => unit.unitId !== unitId);

/** Whether `unitId` is `above`, or lies anywhere below it. */
function isWithin(tree: Tree, unitId: string, above: string): boolean {
  for (let at: string | null = unitId; at !== null; at = find(tree, at)?.parentId ?? null) if (at === above) return true;
  return false;
}
