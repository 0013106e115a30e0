import { fault, type FieldChange, type PersonCells, type RowProblem } from "./fields.ts";
import { headingKey } from "./headings.ts";
import type { SeatPlan, StatePerson, StatePost, StateUnit, UnitKey } from "./state.ts";
import { postName, readJenisJabatan, readSeatKind, readYesNo, type SeatKind } from "./values.ts";

/** Units and posts as they can be found by what a file says of them; units that the same file makes are there too. */
export type Places = {
  readonly byCode: ReadonlyMap<string, Place>;
  readonly byName: ReadonlyMap<string, readonly Place[]>;
  readonly units: ReadonlyMap<string, StateUnit>;
  readonly posts: ReadonlyMap<string, StatePost>;
  readonly postsOfUnit: ReadonlyMap<string, readonly StatePost[]>;
  /** False for a file that does not know every acting post, such as e-Kinerja's: what it leaves out stays. */
  readonly endsActing: boolean;
};
export type Place = { readonly key: UnitKey; readonly name: string; readonly opd: string | null };
export type SeatWish = { readonly line: number; readonly kind: SeatKind; readonly unit: Place; readonly plan: SeatPlan };

type Planned = { mainRow: PersonCells; seats: SeatWish[]; closeSeats: string[]; openSeats: SeatPlan[]; isMoved: boolean; changes: FieldChange[]; problems: RowProblem[] };

/** What the lines of one person change of their posts. The definitive line is the one that speaks for the person; without one the first does. */
export function planSeats(lines: readonly PersonCells[], before: StatePerson | null, places: Places): Planned {
  const problems: RowProblem[] = [];
  const seats = lines.flatMap((row) => wishOf(row, before, places, problems));
  const definitive = seats.filter(({ kind }) => kind === "definitif");
  for (const extra of definitive.slice(1)) problems.push(fault(extra.line, "status", isSame(extra, definitive[0]) ? "same_row_twice" : "two_definitive"));
  const acting = seats.filter(({ kind }) => kind !== "definitif");
  for (const [i, one] of acting.entries()) if (acting.slice(0, i).some((other) => isSame(one, other))) problems.push(fault(one.line, null, "same_row_twice"));
  for (const [i, one] of seats.entries()) if (seats.slice(0, i).some((other) => other.kind !== one.kind && isSamePost(one, other))) problems.push(fault(one.line, "status", "same_post_twice", one.plan.name));
  const mainRow = lines.find(({ line }) => line === definitive[0]?.line) ?? lines[0];
  if (mainRow === undefined) throw new Error("a person without a line");
  const keptSeats = new Set<string>();
  const opened: SeatWish[] = [];
  for (const seat of seats) {
    const same = before?.seats.find((old) => !keptSeats.has(old.id) && old.kind === seat.kind && holds(old.postId, seat.plan, places));
    if (same === undefined) opened.push(seat);
    else keptSeats.add(same.id);
  }
  const hasDefinitive = definitive.length > 0;
  for (const { line, unit, plan } of opened) problems.push(...closingProblems(line, { unit, plan }, places));
  // Who gets a post for good does not go on acting on it, whether or not the file says so.
  const becomesTheirs = (postId: string): boolean => opened.some(({ plan }) => plan.postId === postId);
  const closed = (before?.seats ?? []).filter((old) => !keptSeats.has(old.id) && (old.kind === "definitif" ? hasDefinitive : places.endsActing || becomesTheirs(old.postId)));
  const oldMain = closed.find(({ kind }) => kind === "definitif");
  const newMain = opened.find(({ kind }) => kind === "definitif");
  const isMoved = oldMain !== undefined && newMain !== undefined && newMain.plan.unit !== `u:${oldMain.unitId}`;
  return {
    mainRow, seats, problems, isMoved, openSeats: opened.map(({ plan }) => plan), closeSeats: closed.map(({ id }) => id),
    changes: before === null ? [] : changesOf({ closed, opened, oldMain, newMain, isMoved, places }),
  };
}

/** A file says from when somebody sits there, never until when: where the unit or the post ends on a day already planned, it cannot say so. */
function closingProblems(line: number, { unit, plan }: Pick<SeatWish, "unit" | "plan">, { posts, units }: Places): RowProblem[] {
  const [ofUnit, ofPost] = [units.get(unit.key.slice(2))?.until ?? null, posts.get(plan.postId ?? "")?.until ?? null];
  if (ofUnit !== null) return [fault(line, "unit", "unit_closes", `${unit.name}, ${ofUnit}`)];
  return ofPost === null ? [] : [fault(line, "jabatan", "post_closes", `${plan.name}, ${ofPost}`)];
}
function isSamePost({ plan }: SeatWish, { plan: other }: SeatWish): boolean {
  if (plan.postId !== null || other.postId !== null) return plan.postId === other.postId;
  return plan.unit === other.unit && plan.name === other.name && plan.jenis === other.jenis && plan.jenjang === other.jenjang && plan.isHead === other.isHead;
}
function isSame(a: SeatWish, b: SeatWish | undefined): boolean {
  return b !== undefined && a.kind === b.kind && a.plan.unit === b.plan.unit && headingKey(a.plan.name) === headingKey(b.plan.name);
}
/** Whether the post held is the one wished for: a post found by its id, or one that has only been written differently. */
function holds(postId: string, plan: SeatPlan, { posts }: Places): boolean {
  const post = posts.get(postId);
  return post !== undefined && (plan.postId === postId || (plan.unit === `u:${post.unitId}` && headingKey(post.name) === headingKey(plan.name) && post.jenis === plan.jenis && post.isHead === plan.isHead && post.jenjang === plan.jenjang));
}

function wishOf({ line, cells }: PersonCells, before: StatePerson | null, places: Places, problems: RowProblem[]): SeatWish[] {
  const text = cells.jabatan ?? "";
  const kind = readSeatKind(cells.status ?? "", text);
  if (kind === undefined) problems.push(fault(line, "status", "status_unknown", cells.status ?? null));
  const name = postName(text);
  if (name === "") problems.push(fault(line, "jabatan", "jabatan_missing"));
  const unit = unitOf({ line, cells }, places, problems);
  if (kind === undefined || name === "" || unit === null) return [];
  const plan = postPlan({ line, cells }, { name, kind, unit, before }, places, problems);
  return plan === null ? [] : [{ line, kind, unit, plan }];
}

function unitOf({ line, cells }: PersonCells, { byCode, byName }: Places, problems: RowProblem[]): Place | null {
  if (cells.kodeUnit) {
    const found = byCode.get(headingKey(cells.kodeUnit));
    if (found === undefined) problems.push(fault(line, "kodeUnit", "unit_unknown", cells.kodeUnit));
    return found ?? null;
  }
  if (!cells.unit) {
    problems.push(fault(line, cells.kodeUnit === undefined ? "unit" : "kodeUnit", "unit_missing"));
    return null;
  }
  const all = byName.get(headingKey(cells.unit)) ?? [];
  const induk = headingKey(cells.unitInduk ?? "");
  // The department above tells two units of one name apart: every dinas has a Sekretariat.
  const found = all.length > 1 && induk !== "" ? all.filter(({ opd }) => opd !== null && headingKey(opd) === induk) : all;
  if (found.length !== 1) problems.push(fault(line, "unit", found.length === 0 ? "unit_unknown" : "unit_ambiguous", cells.unit));
  return found.length === 1 ? found[0] ?? null : null;
}

type Wish = { name: string; kind: SeatKind; unit: Place; before: StatePerson | null };
/** The post itself: one that the unit has, by its name and what the file says of it, else a new one. */
function postPlan({ line, cells }: PersonCells, { name, kind, unit, before }: Wish, { postsOfUnit, posts }: Places, problems: RowProblem[]): SeatPlan | null {
  const jenis = readJenisJabatan(cells.jenisJabatan ?? "");
  const isHead = cells.pimpinan === undefined ? null : readYesNo(cells.pimpinan);
  const jenjang = cells.jenjang === undefined ? null : headingKey(cells.jenjang).replaceAll(" ", "_");
  if (jenis === undefined) problems.push(fault(line, "jenisJabatan", "jenis_jabatan_unknown", cells.jenisJabatan ?? null));
  if (isHead === undefined) problems.push(fault(line, "pimpinan", "pimpinan_unknown", cells.pimpinan ?? null));
  if (jenis === undefined || isHead === undefined) return null;
  const held = new Set(before?.seats.map(({ postId }) => postId));
  const fitting = (postsOfUnit.get(unit.key) ?? []).filter((post) => headingKey(post.name) === headingKey(name) && (jenis === null || post.jenis === jenis) && (isHead === null || post.isHead === isHead) && (jenjang === null || (post.jenjang ?? "") === jenjang));
  const post = fitting.find(({ id }) => held.has(id)) ?? fitting.find(({ until }) => until === null) ?? fitting[0];
  if (post !== undefined) return { unit: unit.key, postId: post.id, name: post.name, jenis: post.jenis, jenjang: post.jenjang, isHead: post.isHead, kind };
  // e-Kinerja's "Struktural" leaves open which kind: the same name elsewhere tells it.
  const known = jenis ?? [...posts.values()].find((other) => headingKey(other.name) === headingKey(name))?.jenis;
  if (known === undefined) {
    problems.push(fault(line, "jenisJabatan", "jenis_jabatan_unknown", cells.jenisJabatan || null));
    return null;
  }
  return { unit: unit.key, postId: null, name, jenis: known, jenjang: jenjang || null, isHead: isHead ?? false, kind };
}

type Moves = { closed: StatePerson["seats"]; opened: readonly SeatWish[]; oldMain: StatePerson["seats"][number] | undefined; newMain: SeatWish | undefined; isMoved: boolean; places: Places };
const KIND_WORD = { definitif: "", plt: "Plt. ", plh: "Plh. " } as const;
const YES_NO = { true: "Ya", false: "Tidak" } as const;
function changesOf({ closed, opened, oldMain, newMain, isMoved, places: { posts, units } }: Moves): FieldChange[] {
  const changes: FieldChange[] = [];
  const oldPost = oldMain === undefined ? undefined : posts.get(oldMain.postId);
  if (newMain !== undefined) {
    if (isMoved || oldMain === undefined) changes.push({ field: "unit", before: oldMain === undefined ? null : units.get(oldMain.unitId)?.name ?? null, after: newMain.unit.name });
    if (oldPost?.name !== newMain.plan.name) changes.push({ field: "jabatan", before: oldPost?.name ?? null, after: newMain.plan.name });
    if (oldPost !== undefined && oldPost.jenis !== newMain.plan.jenis) changes.push({ field: "jenisJabatan", before: oldPost.jenis, after: newMain.plan.jenis });
    if (oldPost !== undefined && oldPost.jenjang !== newMain.plan.jenjang) changes.push({ field: "jenjang", before: oldPost.jenjang, after: newMain.plan.jenjang });
    if (oldPost !== undefined && oldPost.isHead !== newMain.plan.isHead) changes.push({ field: "pimpinan", before: YES_NO[`${oldPost.isHead}`], after: YES_NO[`${newMain.plan.isHead}`] });
  }
  for (const seat of closed) if (seat.kind !== "definitif") changes.push({ field: "status", before: `${KIND_WORD[seat.kind]}${posts.get(seat.postId)?.name ?? ""}`, after: null });
  for (const seat of opened) if (seat.kind !== "definitif") changes.push({ field: "status", before: null, after: `${KIND_WORD[seat.kind]}${seat.plan.name}` });
  return changes;
}
