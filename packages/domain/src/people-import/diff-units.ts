import type { UnitKind } from "../vocabulary.ts";
import { fault, type FieldChange, type RowProblem, type UnitCells } from "./fields.ts";
import { headingKey } from "./headings.ts";
import type { CityState, StateUnit, UnitKey, UnitPlan } from "./state.ts";
import { readUnitKind } from "./values.ts";

export type UnitEntry = { readonly group: "bermasalah" | "baru" | "pindah" | "berubah" | "sama"; readonly line: number; readonly code: string; readonly name: string; readonly changes: readonly FieldChange[]; readonly problems: readonly RowProblem[]; readonly plan: UnitPlan | null };

const KIND_WORD: Record<UnitKind, string> = { kota: "Kota", opd: "OPD", kecamatan: "Kecamatan", bidang: "Bidang", subbagian: "Subbagian", upt: "UPT", puskesmas: "Puskesmas", sekolah: "Sekolah" };
const LONGEST_NAME = 200;
const LONGEST_CODE = 60;

/** What the file's units change of the tree: new ones, other names, other parents. A unit that the file does not name stays as it is; none is closed by a file. */
export function diffUnits(rows: readonly UnitCells[], state: CityState): UnitEntry[] {
  const known = new Map(state.units.map((unit) => [headingKey(unit.code), unit]));
  const byId = new Map(state.units.map((unit) => [unit.id, unit]));
  const others = new Set(state.otherCodes.map(headingKey));
  const named = new Set(rows.map(({ cells }) => headingKey(cells.kodeUnit ?? "")));
  const seen = new Set<string>();
  const drafts = rows.map((row): Draft => {
    const code = row.cells.kodeUnit ?? "";
    const before = known.get(headingKey(code));
    const problems = problemsOf(row, before, { known, others, named, seen, state });
    seen.add(headingKey(code));
    if (isFirstRoot(row, state)) seen.add(ROOT);
    const kind = readUnitKind(row.cells.jenisUnit ?? "") ?? before?.kind;
    const parentCode = row.cells.kodeInduk;
    const parent = parentCode === undefined ? (before?.parentId == null ? null : keyOf(byId.get(before.parentId))) : parentCode === "" ? null : keyOf(known.get(headingKey(parentCode))) ?? `n:${headingKey(parentCode)}` as const;
    const name = row.cells.namaUnit ?? before?.name ?? "";
    const plan = kind === undefined ? null : { key: keyOf(before) ?? (`n:${headingKey(code)}` as const), code: before?.code ?? code, name, kind, parent, shortName: row.cells.namaPendek === undefined ? before?.shortName ?? null : row.cells.namaPendek || null };
    return { line: row.line, code, name, before, plan, problems };
  });
  const broken = circles(drafts, state);
  return drafts.map((draft) => entryOf(draft, broken, byId, drafts, state));
}

function entryOf({ line, code, name, before, plan, problems }: Draft, broken: ReadonlySet<UnitKey>, byId: ReadonlyMap<string, StateUnit>, drafts: readonly Draft[], state: CityState): UnitEntry {
  const failed = (all: readonly RowProblem[]): UnitEntry => ({ group: "bermasalah", line, code, name, changes: [], problems: all, plan: null });
  if (plan === null || problems.length > 0) return failed(problems);
  if (broken.has(plan.key)) return failed([fault(line, "kodeInduk", "parent_circle", code)]);
  const changes = before === undefined ? [] : changesOf(before, plan, byId, drafts);
  if (before !== undefined && changes.length === 0) return { group: "sama", line, code, name, changes, problems: [], plan: null };
  if (state.hasLaterTree) return failed([fault(line, null, "later_record", code)]);
  const group = before === undefined ? "baru" : changes.some(({ field }) => field === "kodeInduk") ? "pindah" : "berubah";
  return { group, line, code, name, changes, problems: [], plan };
}

type Draft = { line: number; code: string; name: string; before: StateUnit | undefined; plan: UnitPlan | null; problems: RowProblem[] };

const keyOf = (unit: StateUnit | undefined): UnitKey | null => (unit === undefined ? null : `u:${unit.id}`);

type Known = { known: ReadonlyMap<string, StateUnit>; others: ReadonlySet<string>; named: ReadonlySet<string>; seen: ReadonlySet<string>; state: CityState };
/** Stands among the codes seen for the city's own line; no code is empty. */
const ROOT = "";
/** The line of the city itself in the first file of an empty city: it alone hangs on nothing. */
function isFirstRoot({ cells }: UnitCells, state: CityState): boolean {
  return state.units.length === 0 && readUnitKind(cells.jenisUnit ?? "") === "kota" && cells.kodeInduk === "";
}
function problemsOf({ line, cells }: UnitCells, before: StateUnit | undefined, { known, others, named, seen, state }: Known): RowProblem[] {
  const code = cells.kodeUnit ?? "";
  const name = cells.namaUnit ?? before?.name ?? "";
  const parent = cells.kodeInduk;
  const isFirst = isFirstRoot({ line, cells }, state);
  const isRoot = isFirst || (before !== undefined && before.parentId === null);
  return [
    ...(code === "" ? [fault(line, "kodeUnit", "unit_code_missing", null)] : []),
    ...(code.length > LONGEST_CODE ? [fault(line, "kodeUnit", "text_too_long", code.slice(0, 40))] : []),
    ...(others.has(headingKey(code)) ? [fault(line, "kodeUnit", "unit_code_used", code)] : []),
    ...(code !== "" && seen.has(headingKey(code)) ? [fault(line, "kodeUnit", "unit_twice", code)] : []),
    ...(isFirst && seen.has(ROOT) ? [fault(line, "kodeInduk", "parent_unknown", null)] : []),
    ...(name === "" ? [fault(line, "namaUnit", "unit_name_missing", null)] : []),
    ...(name.length > LONGEST_NAME ? [fault(line, "namaUnit", "text_too_long", name.slice(0, 40))] : []),
    ...((cells.jenisUnit ?? "") !== "" || before === undefined ? (readUnitKind(cells.jenisUnit ?? "") === undefined ? [fault(line, "jenisUnit", "unit_kind_unknown", cells.jenisUnit ?? null)] : []) : []),
    ...(isRoot && (parent ?? "") !== "" ? [fault(line, "kodeInduk", "unit_root", parent ?? null)] : []),
    ...(!isRoot && parent !== undefined && !known.has(headingKey(parent)) && !named.has(headingKey(parent)) ? [fault(line, "kodeInduk", "parent_unknown", parent)] : []),
    ...(before === undefined && parent === undefined ? [fault(line, "kodeInduk", "parent_unknown", null)] : []),
    ...(before !== undefined && !isRoot && parent === "" ? [fault(line, "kodeInduk", "parent_unknown", null)] : []),
  ];
}

/** Units from which the way up does not reach the city: it turns in a circle, or ends at a line that cannot be carried out. */
function circles(drafts: readonly Draft[], state: CityState): ReadonlySet<UnitKey> {
  const parentOf = new Map<UnitKey, UnitKey | null>(state.units.map((unit) => [`u:${unit.id}`, unit.parentId === null ? null : `u:${unit.parentId}`]));
  for (const { plan, problems } of drafts) if (plan !== null && problems.length === 0) parentOf.set(plan.key, plan.parent);
  const broken = new Set<UnitKey>();
  for (const { plan } of drafts) {
    if (plan === null) continue;
    const way = new Set<UnitKey>();
    let at: UnitKey | null = plan.key;
    while (at !== null && !way.has(at)) {
      way.add(at);
      const up: UnitKey | null | undefined = parentOf.get(at);
      if (up === undefined) break;
      at = up;
    }
    if (at !== null) broken.add(plan.key);
  }
  return broken;
}

function changesOf(before: StateUnit, plan: UnitPlan, byId: ReadonlyMap<string, StateUnit>, drafts: readonly Draft[]): FieldChange[] {
  const parentBefore = before.parentId === null ? null : byId.get(before.parentId) ?? null;
  const nameOf = (key: UnitKey | null): string | null => (key === null ? null : byId.get(key.slice(2))?.name ?? drafts.find((d) => d.plan?.key === key)?.name ?? key.slice(2));
  const pairs: [FieldChange["field"], string | null, string | null][] = [
    ["namaUnit", before.name, plan.name], ["namaPendek", before.shortName, plan.shortName], ["jenisUnit", KIND_WORD[before.kind], KIND_WORD[plan.kind]],
    ["kodeInduk", parentBefore?.name ?? null, plan.parent === keyOf(parentBefore ?? undefined) ? parentBefore?.name ?? null : nameOf(plan.parent)],
  ];
  const isMoved = plan.parent !== keyOf(parentBefore ?? undefined);
  return pairs.filter(([field, a, b]) => (field === "kodeInduk" ? isMoved : a !== b)).map(([field, a, b]) => ({ field, before: a, after: b }));
}
