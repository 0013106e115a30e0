import type { Output } from "@teraju/contracts/endpoint";
import type { OrgStep, readOrganisation, readOrganisationUnit, UnitView } from "@teraju/contracts/organisation";

export type Unit = Output<typeof readOrganisationUnit>;
type TreeUnit = Output<typeof readOrganisation>["units"][number];
/** A unit as the tree draws it: `isNew` where only the draft has it. */
export type DrawnUnit = TreeUnit & { isNew?: boolean };
/** `total`: people in the unit and below it. */
export type Placed = { unit: DrawnUnit; level: number; hasChildren: boolean; total: number };

/** Pre-order with levels. What hangs on nothing in the list (an OPD's admin sees that OPD alone) stands at the top. */
export function placed(units: readonly DrawnUnit[]): Placed[] {
  const known = new Set(units.map(({ unitId }) => unitId));
  const below = new Map<string | null, DrawnUnit[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const lines: Placed[] = [];
  const put = (unit: DrawnUnit, level: number): number => {
    const children = below.get(unit.unitId) ?? [];
    const line: Placed = { unit, level, hasChildren: children.length > 0, total: unit.people };
    lines.push(line);
    for (const child of children) line.total += put(child, level + 1);
    return line.total;
  };
  for (const root of below.get(null) ?? []) put(root, 1);
  return lines;
}

const plain = (text: string) => text.toLocaleLowerCase("id");
const matches = ({ name, shortName, head }: DrawnUnit, words: readonly string[]) => {
  const text = plain(`${name} ${shortName ?? ""} ${head?.name ?? ""}`);
  return words.every((word) => text.includes(word));
};
/** Ids of the units whose name, short name or head has all the words. */
export function search(units: readonly DrawnUnit[], typed: string): Set<string> {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return new Set(words.length === 0 ? [] : units.filter((unit) => matches(unit, words)).map(({ unitId }) => unitId));
}

/** Names of the units above each up to its perangkat daerah, the nearest first: many offices of a city share a name. */
export function trails(units: readonly DrawnUnit[]): (unitId: string) => string[] {
  const known = new Map(units.map((unit) => [unit.unitId, unit]));
  return (unitId) => {
    const up: string[] = [];
    for (let at = known.get(known.get(unitId)?.parentId ?? ""); at !== undefined && at.parentId !== null; at = known.get(at.parentId)) up.push(at.name);
    return up;
  };
}

/** A unit's name; with its perangkat daerah where another one is called the same. */
export function fullName(units: readonly DrawnUnit[], { unitId, name }: DrawnUnit): string {
  const opd = trails(units)(unitId).at(-1);
  return opd !== undefined && units.some((other) => other.name === name && other.unitId !== unitId) ? `${name} (${opd})` : name;
}

/** A post with its unit, where its own name does not say it: "Bidan, Puskesmas Langsa Kota", but "Kepala Puskesmas Langsa Kota". */
export const postIn = (post: string, unit: string): string => (post.includes(unit) ? post : `${post}, ${unit}`);

/** Units whose name, or whose name and way up, has all the words: the former first. */
export function pickable(units: readonly DrawnUnit[], typed: string): DrawnUnit[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const own = search(units, typed);
  const trail = trails(units);
  const wider = units.filter((unit) => { const text = plain([unit.name, unit.shortName, ...trail(unit.unitId)].join(" ")); return !own.has(unit.unitId) && words.every((word) => text.includes(word)) && words.some((word) => plain(unit.name).includes(word)); });
  return [...units.filter(({ unitId }) => own.has(unitId)), ...wider];
}

/** The tree after a draft, with heads and numbers as they stand before it; what only the draft has is marked. */
export function afterDraft(before: readonly TreeUnit[], after: readonly UnitView[]): DrawnUnit[] {
  const old = new Map(before.map((unit) => [unit.unitId, unit]));
  return after.map((unit) => {
    const was = old.get(unit.unitId);
    return { ...unit, head: was?.head ?? null, people: was?.people ?? 0, isNew: was === undefined };
  });
}

/** Posts that the draft makes in a unit. */
export const draftPosts = (steps: readonly OrgStep[], unitId: string) => steps.filter((step) => step.kind === "post").filter((step) => step.unitId === unitId);
