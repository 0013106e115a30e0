import type { OrgUnit } from "./organisation.ts";
import type { PenempatanKind } from "./vocabulary.ts";

/** Somebody on a post of a unit, as they sit on one day. */
export type OrgSeat = { readonly personId: string; readonly unitId: string; readonly isHead: boolean; readonly kind: PenempatanKind };
/** The city, or a part of it that holds whole perangkat daerah and its root, on one day. */
export type OrgDay = { readonly units: readonly OrgUnit[]; readonly seats: readonly OrgSeat[] };
export type Rating = { readonly pegawaiId: string; readonly penilaiId: string; readonly atasanId: string | null };
/** `after` null: nobody leads where the pegawai will sit, and nobody above it in the perangkat daerah. */
export type RatingChange = { readonly pegawaiId: string; readonly before: Rating | null; readonly after: Rating | null };

const RANK: Record<PenempatanKind, number> = { definitif: 0, plt: 1, plh: 2 };

type Reading = {
  /** Head of the unit, a definitive one before a Plt. or Plh. */ headOf: (unitId: string) => string | null;
  /** Units from the person's own up to the city. */ way: (personId: string) => readonly OrgUnit[];
  leads: (personId: string) => boolean; sits: (personId: string) => boolean;
};

function read({ units, seats }: OrgDay): Reading {
  const unitOf = new Map(units.map((unit) => [unit.unitId, unit]));
  const inOrder = seats.toSorted((a, b) => RANK[a.kind] - RANK[b.kind]);
  const heads = new Map<string, string>();
  const homes = new Map<string, string>();
  for (const { unitId, personId, isHead } of inOrder) {
    if (isHead && !heads.has(unitId)) heads.set(unitId, personId);
    if (!homes.has(personId)) homes.set(personId, unitId);
  }
  const leaders = new Set(heads.values());
  const way = (personId: string): OrgUnit[] => {
    const up: OrgUnit[] = [];
    for (let unit = unitOf.get(homes.get(personId) ?? ""); unit !== undefined; unit = unitOf.get(unit.parentId ?? "")) up.push(unit);
    return up;
  };
  return { headOf: (unitId) => heads.get(unitId) ?? null, way, leads: (personId) => leaders.has(personId), sits: (personId) => homes.has(personId) };
}

/**
 * The direct superior by the tree (Pasal 1 angka 9): the nearest head on the way up, not oneself. It stays within the perangkat daerah: the
 * Wali Kota rates those who head one, never the staff of one that has no head.
 */
function nearest(day: Reading, personId: string): string | null {
  for (const unit of day.way(personId)) {
    const head = day.headOf(unit.unitId);
    if (unit.parentId === null) return head !== personId && day.way(personId).some(({ parentId, unitId }) => parentId === unit.unitId && day.headOf(unitId) === personId) ? head : null;
    if (head !== null && head !== personId) return head;
  }
  return null;
}

const isAbove = (day: Reading, head: string, personId: string): boolean => day.way(personId).some(({ unitId }) => day.headOf(unitId) === head);

type Question = {
  readonly before: OrgDay; readonly after: OrgDay; readonly ratings: readonly Rating[];
  /** Put on another post by name: their penilai is asked anew even where the old one still stands above them. */ readonly movers: readonly string[];
};

/**
 * Whose penilai or atasan changes with the organisation. Who was rated by the nearest head is rated by the nearest head; who was rated by
 * somebody else, by a decision of their own, goes on being so until that penilai leaves, or no longer stands above them. Who led a unit that is
 * no more keeps their penilai while that one stands above them: an equal does not rate an equal. The atasan is the penilai's penilai (rules
 * §1.2); the Wali Kota, whom nobody rates, is their own.
 */
export function ratingChanges({ before, after, ratings, movers }: Question): RatingChange[] {
  const [old, next] = [read(before), read(after)];
  const known = new Map(ratings.map((one) => [one.pegawaiId, one]));
  const people = [...known.keys(), ...movers.filter((id) => !known.has(id))];
  const penilaiAfter = new Map(people.map((id) => [id, next.sits(id) ? nextPenilai(old, next, id, known.get(id)?.penilaiId ?? null, movers.includes(id)) : null]));
  const found: RatingChange[] = [];
  for (const pegawaiId of people) {
    const rating = known.get(pegawaiId) ?? null;
    const penilaiId = penilaiAfter.get(pegawaiId) ?? null;
    if (penilaiId === null) {
      if (rating === null || !next.sits(pegawaiId) || !next.sits(rating.penilaiId)) found.push({ pegawaiId, before: rating, after: null });
      continue;
    }
    const above = penilaiAfter.get(penilaiId) ?? (next.headOf(rootOf(after)) === penilaiId ? penilaiId : null);
    const aboveBefore = rating === null ? null : known.get(rating.penilaiId)?.penilaiId ?? null;
    const follows = rating === null || penilaiId !== rating.penilaiId || (rating.atasanId !== null && (rating.atasanId === aboveBefore || !next.sits(rating.atasanId)));
    const atasanId = follows ? above ?? (penilaiId === rating?.penilaiId ? rating.atasanId : null) : rating.atasanId;
    if (rating?.penilaiId !== penilaiId || rating.atasanId !== atasanId) found.push({ pegawaiId, before: rating, after: { pegawaiId, penilaiId, atasanId } });
  }
  return found;
}

function nextPenilai(old: Reading, next: Reading, id: string, penilaiId: string | null, isMover: boolean): string | null {
  const [was, is] = [nearest(old, id), nearest(next, id)];
  if (penilaiId === null || !next.sits(penilaiId)) return is;
  const stays = isAbove(next, penilaiId, id);
  if (old.leads(id) && !next.leads(id) && !isMover && stays) return penilaiId;
  if (isMover || penilaiId === was || (isAbove(old, penilaiId, id) && !stays)) return is ?? penilaiId;
  return penilaiId;
}

const rootOf = ({ units }: OrgDay): string => units.find(({ parentId }) => parentId === null)?.unitId ?? "";
