import { draftPeople, type People, type PersonDraft, type PersonEntry } from "./people-import/diff-people.ts";
import { diffUnits, type UnitEntry } from "./people-import/diff-units.ts";
import { fault, type ImportGroup, type PersonCells, type RowProblem, type UnitCells } from "./people-import/fields.ts";
import { headingKey } from "./people-import/headings.ts";
import { headProblems, planRaters } from "./people-import/raters.ts";
import type { Place, Places } from "./people-import/seats.ts";
import type { CityState, PersonKey, StateUnit, UnitKey } from "./people-import/state.ts";
import type { Refusal } from "./refusal.ts";
import { reasons, transitionRefusals, type Party, type Transition } from "./workflow.ts";

export type { PersonEntry } from "./people-import/diff-people.ts";
export type { UnitEntry } from "./people-import/diff-units.ts";
export { IMPORT_GROUP, PERSON_FIELDS, PERSON_HEADINGS, ROW_PROBLEMS, UNIT_FIELDS, UNIT_HEADINGS, type FieldChange, type ImportField, type ImportGroup, type PersonCells, type PersonField, type RowProblem, type RowProblemCode, type UnitCells, type UnitField } from "./people-import/fields.ts";
export { findHeading, headingKey, readBelow, tidy, type Heading, type Table } from "./people-import/headings.ts";
export type { CityState, PersonKey, PersonPlan, SeatPlan, StatePerson, StatePost, StateSeat, StateUnit, UnitKey, UnitPlan } from "./people-import/state.ts";
export { FILE_FAULTS, readImport, type FileFault, type ImportSource, type ReadImport } from "./people-import/read.ts";
export { isActing, monthsOfBknPeriod, type BknPeriod, type BknReport, type BknRow } from "./people-import/bkn-report.ts";

/** An uploaded file, from its preview to its end. */
export const PEOPLE_IMPORT_STATUS = ["previewed", "applied", "undone", "discarded"] as const;
export type PeopleImportStatus = (typeof PEOPLE_IMPORT_STATUS)[number];
export const ACTIONS = {
  apply: { from: ["previewed"], to: "applied", by: "bkpsdm" },
  discard: { from: ["previewed"], to: "discarded", by: "bkpsdm" },
  undo: { from: ["applied"], to: "undone", by: "bkpsdm" },
} as const satisfies Record<string, Transition<PeopleImportStatus>>;

/** What has come of an applied import since: reports written, results, sessions, another import. Each keeps it from being undone. */
export const IMPORT_DEPENDENT = ["account", "report", "appraisal", "skp", "tree", "changed", "other"] as const;
export type ImportDependent = (typeof IMPORT_DEPENDENT)[number];

/** Why the file cannot be carried out; lines with a problem are left out, they stop nothing. */
export function applyRefusals(status: PeopleImportStatus, parties: readonly Party[], counts: Record<ImportGroup, number> & { readonly units: Record<ImportGroup, number> }, { endMissing }: { endMissing: boolean }): Refusal[] {
  const work = (c: Record<ImportGroup, number>): number => c.baru + c.pindah + c.berubah;
  const isEmpty = work(counts) + work(counts.units) === 0 && !(endMissing && counts.hilang > 0);
  return [...transitionRefusals<PeopleImportStatus>(ACTIONS.apply, status, parties), ...reasons({ import_empty: isEmpty })];
}
/** Undone as a whole, and only while nothing depends on it. */
export function undoRefusals(status: PeopleImportStatus, parties: readonly Party[], dependents: readonly ImportDependent[]): Refusal[] {
  return [...transitionRefusals<PeopleImportStatus>(ACTIONS.undo, status, parties), ...reasons({ import_depended_on: dependents.length > 0 })];
}
export function discardRefusals(status: PeopleImportStatus, parties: readonly Party[]): Refusal[] {
  return transitionRefusals<PeopleImportStatus>(ACTIONS.discard, status, parties);
}

export type ImportRows = { readonly people: readonly PersonCells[]; readonly units: readonly UnitCells[]; /** Our template names every acting post of a person, e-Kinerja's report does not. */ readonly endsActing: boolean };
/** `endMissing`: who stands in a department of the file, but not in the file, loses post and penilai on that day. */
export type ImportChoice = { readonly endMissing: boolean };
export type ImportDiff = { readonly people: readonly PersonEntry[]; readonly units: readonly UnitEntry[]; readonly counts: Record<ImportGroup, number> & { readonly units: Record<ImportGroup, number> } };

/**
 * What the file would change of the city as it stands on the day from which it holds. Nothing is written here: the same rows and the
 * same city give the same answer, so what was previewed can be compared with what is about to be applied.
 * People of `hilang` stand today in a department that the file names, but not in the file; they are changed only where somebody says so.
 */
export function diffImport(rows: ImportRows, state: CityState, { endMissing }: ImportChoice): ImportDiff {
  const units = diffUnits(rows.units, state);
  const people: People = {
    byId: new Map(state.people.map((p) => [p.id, p])), byNip: new Map(state.people.flatMap((p) => (p.nip === null ? [] : [[p.nip, p] as const]))),
    byLogin: new Map(state.people.flatMap((p) => (p.login === null ? [] : [[p.login.toLowerCase(), p] as const]))),
  };
  const drafts = draftPeople(rows.people, people, placesOf(units, state, rows.endsActing));
  const raters = planRaters(drafts, people, state);
  const missing = missingPeople(drafts, raters, state, endMissing);
  const going = new Set(missing.flatMap(({ plan, personId }) => (plan === null ? [] : [personId])));
  const heads = headProblems(drafts, state, ({ id }) => going.has(id));
  const problems = spread(drafts, new Map(drafts.map((draft) => [draft.key, [...draft.problems, ...(raters.get(draft.key)?.problems ?? []), ...[heads.get(draft.key) ?? []].flat()]])), raters);
  const entries = drafts.map((draft) => entryOf(draft, raters, problems.get(draft.key) ?? []));
  return { people: [...entries, ...missing], units, counts: { ...count([...entries, ...missing]), units: count(units) } };
}

function entryOf(draft: PersonDraft, raters: ReturnType<typeof planRaters>, problems: readonly RowProblem[]): PersonEntry {
  const { before, line, nip, name } = draft;
  const rated = raters.get(draft.key);
  const changes = [...draft.changes, ...(rated?.changes ?? [])];
  const base = { line, personId: before?.id ?? null, nip, name };
  if (problems.length > 0) return { ...base, group: "bermasalah", changes, problems, plan: null };
  if (before !== null && changes.length === 0) return { ...base, group: "sama", changes, problems, plan: null };
  const plan = { key: draft.key, person: draft.person, closeSeats: draft.closeSeats, openSeats: draft.openSeats, penilai: rated?.plan ?? null, endPenilai: null };
  return { ...base, group: before === null ? "baru" : draft.isMoved ? "pindah" : "berubah", changes, problems, plan };
}

/** A new penilai whose own line cannot be carried out rates nobody; nor does who should be rated by one of those. */
function spread(drafts: readonly PersonDraft[], problems: Map<PersonKey, RowProblem[]>, raters: ReturnType<typeof planRaters>): Map<PersonKey, RowProblem[]> {
  const isBroken = (key: PersonKey | null | undefined): boolean => key?.startsWith("n:") === true && (problems.get(key)?.length ?? 0) > 0;
  for (let found = true; found;) {
    found = false;
    for (const { key, penilaiText: { line, penilai } } of drafts) {
      const plan = raters.get(key)?.plan;
      if ((problems.get(key)?.length ?? 0) > 0 || (!isBroken(plan?.penilai) && !isBroken(plan?.atasan))) continue;
      problems.set(key, [fault(line, "penilai", "penilai_has_problem", penilai ?? null)]);
      found = true;
    }
  }
  return problems;
}

function missingPeople(drafts: readonly PersonDraft[], raters: ReturnType<typeof planRaters>, state: CityState, endMissing: boolean): PersonEntry[] {
  const units = new Map(state.units.map((unit) => [unit.id, unit]));
  const opdOf = (unitId: string): string | null => units.get(unitId)?.opdId ?? null;
  const named = new Map(drafts.flatMap((draft) => (draft.before === null ? [] : [[draft.before.id, draft] as const])));
  const opds = new Set(drafts.flatMap(({ seats, before }) => [...seats.flatMap(({ unit }) => (unit.key.startsWith("u:") ? [opdOf(unit.key.slice(2))] : [])), ...(before?.seats ?? []).map(({ unitId }) => opdOf(unitId))]));
  const missing = state.people.filter((person) => {
    const main = person.seats.find(({ kind }) => kind === "definitif");
    const opd = main === undefined ? null : opdOf(main.unitId);
    return person.jenis !== "pejabat" && !named.has(person.id) && opd !== null && opds.has(opd);
  });
  const gone = new Set(missing.map(({ id }) => id));
  const stillRate = new Set(state.people.flatMap(({ id, penilai }) => {
    const draft = named.get(id);
    const isMovedOn = gone.has(id) || (draft !== undefined && (raters.get(draft.key)?.plan ?? null) !== null);
    return penilai === null || isMovedOn ? [] : [penilai.penilaiId];
  }));
  return missing.map((person): PersonEntry => {
    const base = { group: "hilang" as const, line: null, personId: person.id, nip: person.nip, name: person.name, changes: [] };
    // Who still rates others, or whose record goes on later, is not ended by being left out of a file.
    const code = person.hasLaterSeat || person.hasLaterPenilai ? "later_record" : stillRate.has(person.id) ? "still_penilai" : null;
    if (code !== null) return { ...base, problems: [fault(0, null, code)], plan: null };
    return { ...base, problems: [], plan: endMissing ? { key: `p:${person.id}`, person: null, closeSeats: person.seats.map(({ id }) => id), openSeats: [], penilai: null, endPenilai: person.penilai?.id ?? null } : null };
  });
}

function placesOf(units: readonly UnitEntry[], state: CityState, endsActing: boolean): Places {
  const byId = new Map(state.units.map((unit) => [unit.id, unit]));
  const placeOf = (unit: StateUnit): Place => ({ key: `u:${unit.id}`, name: unit.name, opd: unit.opdId === null ? null : byId.get(unit.opdId)?.name ?? null });
  const made = units.flatMap(({ group, plan, code, name }) => (group === "baru" && plan !== null ? [{ code, place: { key: plan.key, name, opd: null } satisfies Place }] : []));
  const all = [...state.units.map((unit) => ({ code: unit.code, place: placeOf(unit) })), ...made];
  return {
    byCode: new Map(all.map(({ code, place }) => [headingKey(code), place])), byName: grouped(all.map(({ place }) => [headingKey(place.name), place] as const)),
    units: byId, posts: new Map(state.posts.map((post) => [post.id, post])), postsOfUnit: grouped(state.posts.map((post) => [`u:${post.unitId}` as UnitKey, post] as const)), endsActing,
  };
}

function grouped<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const map = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  }
  return map;
}

function count(entries: readonly { readonly group: ImportGroup }[]): Record<ImportGroup, number> {
  const counts: Record<ImportGroup, number> = { bermasalah: 0, baru: 0, pindah: 0, berubah: 0, hilang: 0, sama: 0 };
  for (const { group } of entries) counts[group] += 1;
  return counts;
}
