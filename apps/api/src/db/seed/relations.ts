import type { LocalDate } from "@teraju/domain";
import type { City, Jabatan, Person, Unit } from "./city.ts";
import type { Patterns } from "./patterns.ts";
import { CITY_SINCE, must } from "./timeline.ts";

export type PlacementSpan = { person: Person; jabatan: Jabatan; kind: "definitif" | "plt" | "plh"; from: LocalDate; until: LocalDate | null };
export type RelationSpan = { penilai: Person; atasan: Person; from: LocalDate; until: LocalDate | null; basis: string | null };
export type Lines = { placements: PlacementSpan[]; placementsOf: Map<Person, PlacementSpan[]>; relationsOf: Map<Person, RelationSpan[]>; moverJabatan: Jabatan };

/** Who sits where and who rates whom (rules §1.2), from the tree and the planted changes. */
export function drawLines(city: City, patterns: Patterns, newId: () => string): Lines {
  const moverJabatan = jabatanAt(city, patterns.mover.to, patterns.mover.person.jabatan, newId);
  const placements = city.people.flatMap((person) => placementsFor(person, patterns, moverJabatan));
  placements.push({ person: patterns.plt.plt, jabatan: patterns.plt.retired.jabatan, kind: "plt", from: patterns.plt.on, until: null });
  placements.push({ person: patterns.plh.plh, jabatan: must(patterns.plh.unit.head).jabatan, kind: "plh", from: patterns.plh.from, until: patterns.plh.until });
  const placementsOf = new Map<Person, PlacementSpan[]>();
  for (const span of placements) placementsOf.set(span.person, [...(placementsOf.get(span.person) ?? []), span]);
  const relationsOf = new Map(city.people.filter((one) => one !== city.wali).map((one) => [one, relationsFor(city, one, patterns)]));
  return { placements, placementsOf, relationsOf, moverJabatan };
}

function jabatanAt(city: City, unit: Unit, like: Jabatan, newId: () => string): Jabatan {
  const known = city.jabatan.find((one) => one.unit === unit && one.name === like.name);
  if (known) return known;
  const made = { ...like, id: newId(), unit };
  city.jabatan.push(made);
  return made;
}

function placementsFor(person: Person, { mover, plt, newcomers }: Patterns, moverJabatan: Jabatan): PlacementSpan[] {
  const since = newcomers.get(person) ?? CITY_SINCE;
  const seat = { person, jabatan: person.jabatan, kind: "definitif" as const };
  if (person === mover.person) return [{ ...seat, from: since, until: mover.on }, { ...seat, jabatan: moverJabatan, from: mover.on, until: null }];
  return [{ ...seat, from: since, until: person === plt.retired ? plt.on : null }];
}

/** The head of the nearest unit above that has one; camat are rated by the Wali Kota, as other heads of perangkat daerah (a local decision, rules §1.2). */
function superiorOf(city: City, person: Person, unit: Unit): Person {
  if (!person.isHead) return must(unit.head);
  for (let above = unit.parent; above !== null; above = above.parent) if (above.head !== null) return above.head;
  return city.wali;
}

function relationsFor(city: City, person: Person, patterns: Patterns): RelationSpan[] {
  const { mover, plt, newcomers } = patterns;
  const since = newcomers.get(person) ?? CITY_SINCE;
  if (person === mover.person) {
    return [{ ...pairOf(city, person, mover.from), from: since, until: mover.on, basis: null }, { ...pairOf(city, person, mover.to), from: mover.on, until: null, basis: "Pindah unit" }];
  }
  const before = pairOf(city, person, person.unit);
  if (person === plt.retired) return [{ ...before, from: since, until: plt.on, basis: null }];
  const after = person === plt.plt ? { penilai: city.wali, atasan: city.wali } : { penilai: before.penilai === plt.retired ? plt.plt : before.penilai, atasan: before.atasan === plt.retired ? plt.plt : before.atasan };
  // Who reports to the Plt. in two lines at once has the Wali Kota above.
  if (after.penilai === plt.plt && (after.atasan === plt.plt || before.penilai === plt.plt)) after.atasan = before.penilai === plt.plt ? city.wali : after.atasan;
  if (after.penilai === before.penilai && after.atasan === before.atasan) return [{ ...before, from: since, until: null, basis: null }];
  return [{ ...before, from: since, until: plt.on, basis: null }, { ...after, from: plt.on, until: null, basis: "Surat perintah Plt." }];
}

function pairOf(city: City, person: Person, unit: Unit): { penilai: Person; atasan: Person } {
  const penilai = superiorOf(city, person, unit);
  return { penilai, atasan: penilai === city.wali ? city.wali : superiorOf(city, penilai, penilai.unit) };
}

/** The row in force on that day. */
export function onDay<T extends { from: LocalDate; until: LocalDate | null }>(spans: readonly T[], day: LocalDate): T | undefined {
  return spans.find((one) => one.from <= day && (one.until === null || day < one.until));
}
