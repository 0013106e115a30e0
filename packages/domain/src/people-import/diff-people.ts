import { parseNip } from "../nip.ts";
import { fault, nipProblem, type FieldChange, type ImportGroup, type PersonCells, type PersonField, type RowProblem } from "./fields.ts";
import { planSeats, type Places, type SeatWish } from "./seats.ts";
import type { PersonKey, PersonPlan, StatePerson } from "./state.ts";
import { readGolongan, readJenis } from "./values.ts";

export type PersonEntry = {
  readonly group: ImportGroup;
  /** First line of the person in the file; null where the file does not name them. */
  readonly line: number | null;
  readonly personId: string | null; readonly nip: string | null; readonly name: string;
  readonly changes: readonly FieldChange[]; readonly problems: readonly RowProblem[];
  readonly plan: PersonPlan | null;
};

/** A person of the file before it is asked who rates them. */
export type PersonDraft = {
  readonly key: PersonKey; readonly line: number; readonly nip: string | null; readonly name: string; readonly before: StatePerson | null;
  readonly penilaiText: { readonly penilai: string | undefined; readonly atasan: string | undefined; readonly line: number };
  readonly person: PersonPlan["person"]; readonly seats: readonly SeatWish[];
  readonly closeSeats: readonly string[]; readonly openSeats: PersonPlan["openSeats"];
  readonly isMoved: boolean; readonly changes: FieldChange[]; readonly problems: RowProblem[];
};

const LONGEST = 200;
/** Marks that turn the direction of writing, control characters: never in a name (as in every text of ours). */
// oxlint-disable-next-line no-control-regex -- naming the control characters is the point of this line
const FORBIDDEN = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/u;

/** The lines put together by person: e-Kinerja gives one for each post, ours too. */
export function draftPeople(rows: readonly PersonCells[], people: People, places: Places): PersonDraft[] {
  const groups = new Map<string, PersonCells[]>();
  for (const row of rows) {
    const key = identity(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((lines) => draftOf(lines, people, places));
}

/** Who is whom: by NIP, by our own number, by what they sign in with. */
export type People = { readonly byId: ReadonlyMap<string, StatePerson>; readonly byNip: ReadonlyMap<string, StatePerson>; readonly byLogin: ReadonlyMap<string, StatePerson> };

function identity({ line, cells }: PersonCells): string {
  const nip = parseNip(cells.nip ?? "");
  if (nip.valid) return nip.nip;
  return (cells.nip ?? "") === "" && (cells.id ?? "") !== "" ? `id ${cells.id}` : `line ${line}`;
}

function draftOf(lines: readonly PersonCells[], people: People, places: Places): PersonDraft {
  const [first] = lines;
  if (first === undefined) throw new Error("a group of no lines");
  const nip = parseNip(first.cells.nip ?? "");
  const before = (first.cells.id ? people.byId.get(first.cells.id) : undefined) ?? (nip.valid ? people.byNip.get(nip.nip) : undefined) ?? null;
  const wished = planSeats(lines, before, places);
  const main = wished.mainRow;
  const problems = [...lines.flatMap((row) => wordProblems(row)), ...whoProblems(first, before, people), ...wished.problems];
  const said = readPerson(main, before, problems);
  const changes = [...said.changes, ...wished.changes];
  if (before?.hasLaterSeat === true && wished.openSeats.length + wished.closeSeats.length > 0) problems.push(fault(main.line, null, "later_record"));
  return {
    key: before === null ? `n:${first.line}` : `p:${before.id}`, line: main.line, nip: nip.valid ? nip.nip : before?.nip ?? null, name: main.cells.nama || before?.name || "", before,
    penilaiText: { penilai: main.cells.penilai, atasan: main.cells.atasan, line: main.line },
    person: said.person, seats: wished.seats, closeSeats: wished.closeSeats, openSeats: wished.openSeats, isMoved: wished.isMoved, changes, problems,
  };
}

function wordProblems({ line, cells }: PersonCells): RowProblem[] {
  // The keys of these cells are the fields that have a column.
  return (Object.entries(cells) as [PersonField, string][]).flatMap(([field, text]) => [
    ...(text.length > LONGEST ? [fault(line, field, "text_too_long", text)] : []),
    ...(FORBIDDEN.test(text) ? [fault(line, field, "text_forbidden")] : []),
  ]);
}

function whoProblems({ line, cells }: PersonCells, before: StatePerson | null, { byId, byNip }: People): RowProblem[] {
  const text = cells.nip ?? "";
  const nip = parseNip(text);
  const jenis = cells.jenis === undefined ? before?.jenis : readJenis(cells.jenis);
  const problems: RowProblem[] = [];
  if (cells.id && !byId.has(cells.id)) problems.push(fault(line, "id", "id_unknown", cells.id));
  if (before?.jenis === "pejabat") problems.push(fault(line, null, "pejabat"));
  if (text === "") {
    if (before === null && jenis !== "pppk") problems.push(fault(line, "nip", "nip_missing"));
    return problems;
  }
  if (!nip.valid) return [...problems, fault(line, "nip", nipProblem(nip.alasan), text)];
  if (jenis !== undefined && jenis !== "pejabat" && jenis !== nip.jenis) problems.push(fault(line, "jenis", "nip_jenis_differs", cells.jenis ?? null));
  const holder = byNip.get(nip.nip);
  if (holder !== undefined && before !== null && holder.id !== before.id) problems.push(fault(line, "nip", "nip_of_other", nip.nip));
  else if (before !== null && before.nip !== null && before.nip !== nip.nip) problems.push(fault(line, "nip", "nip_changed", nip.nip));
  return problems;
}

const JENIS_WORD = { pns: "PNS", pppk: "PPPK", pejabat: "Pejabat" } as const;

function readPerson({ line, cells }: PersonCells, before: StatePerson | null, problems: RowProblem[]): { person: PersonPlan["person"]; changes: FieldChange[] } {
  const parsed = parseNip(cells.nip ?? "");
  const nip = parsed.valid ? parsed.nip : before?.nip ?? null;
  const name = cells.nama || before?.name || "";
  if (name === "") problems.push(fault(line, "nama", "name_missing"));
  const stated = cells.jenis === undefined || cells.jenis === "" ? (parsed.valid ? parsed.jenis : before?.jenis) : readJenis(cells.jenis);
  if (stated === undefined && before === null && (cells.jenis ?? "") === "" && cells.nip !== "") return { person: null, changes: [] };
  if (stated === undefined) problems.push(fault(line, "jenis", "jenis_unknown", cells.jenis ?? null));
  const golongan = cells.golongan === undefined ? before?.golongan ?? null : readGolongan(cells.golongan);
  if (golongan === undefined) problems.push(fault(line, "golongan", "golongan_unknown", cells.golongan ?? null));
  const rumpun = cells.rumpun === undefined ? before?.rumpun ?? null : cells.rumpun || null;
  if (stated === undefined || stated === "pejabat" || golongan === undefined) return { person: null, changes: [] };
  const person = { nip, name, jenis: stated, golongan, rumpun };
  if (before === null) return { person, changes: [] };
  const pairs: [PersonField, string | null, string | null][] = [
    ["nip", before.nip, nip], ["nama", before.name, name], ["jenis", JENIS_WORD[before.jenis], JENIS_WORD[stated]], ["golongan", before.golongan, golongan], ["rumpun", before.rumpun, rumpun],
  ];
  const changes = pairs.filter(([, a, b]) => a !== b).map(([field, a, b]) => ({ field, before: a, after: b }));
  return { person: changes.length === 0 ? null : person, changes };
}
