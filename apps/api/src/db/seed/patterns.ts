import { addDays, addMonths, firstDayOf, type LocalDate } from "@teraju/domain";
import { unitsUnder, type City, type Person, type Unit } from "./city.ts";
import type { Random } from "./random.ts";
import { must, type Timeline } from "./timeline.ts";

export type Absence = { person: Person; kind: "cuti" | "tugas_belajar"; note: string; from: LocalDate; until: LocalDate | null };
/** What is planted in the demo city; the head comment of index.ts says it in words. */
export type Patterns = {
  /** Its people lose about 7 % of capaian in each of the last four months. */
  falling: Set<Unit>;
  lenient: Person;
  severe: Person;
  lateUnits: Set<Unit>;
  mover: { person: Person; from: Unit; to: Unit; on: LocalDate };
  neverChecks: Person;
  plt: { unit: Unit; retired: Person; plt: Person; on: LocalDate };
  plh: { unit: Unit; plh: Person; from: LocalDate; until: LocalDate };
  /** A department of at least fifty whose predikat do not fit its own result. */
  mismatch: Unit;
  /** Rated di bawah ekspektasi after an umpan balik that came in time and was answered. */
  below: Person;
  newcomers: Map<Person, LocalDate>;
  /** Their SKP of this year is still proposed: months without a target. */
  withoutTarget: Set<Person>;
  absences: Absence[];
  absentOf: Map<Person, Absence[]>;
};

export function plantPatterns(random: Random, city: City, timeline: Timeline): Patterns {
  const unit = (code: string): Unit => must(city.byCode.get(code));
  const month = (index: number): LocalDate => firstDayOf(must(timeline.months[index]).month);
  const moverFrom = unit("DINKES-P1");
  const mover = must(moverFrom.staff.find((one) => one.family === "bidan_mahir"));
  // Never in January: then it would be a new year's SKP, not a move within the year.
  const moveIndex = month(9).endsWith("-01-01") ? 8 : 9;
  const dishub = unit("DISHUB");
  const below = must(unit("DINKES-P3").staff.find((one) => one.family === "perawat_puskesmas" && one.jabatan.name === "Perawat Terampil"));
  const kecamatan = unit("KEC3");
  const withoutTarget = new Set([must(unit("DINKES-P3").staff.findLast((one) => one.family === "promkes")), ...random.sample(ordinary(city).filter((one) => one.jenis === "pppk" && one !== below), 6)]);
  const newcomers = new Map(random.sample(ordinary(city).filter((one) => one.unit.kind === "sekolah" && !withoutTarget.has(one)), 24).map((one) => [one, addDays(month(7), 15)]));
  const absences = absencesOf(random, city, timeline, new Set([mover, below, ...withoutTarget, ...newcomers.keys()]));
  const absentOf = new Map<Person, Absence[]>();
  for (const absence of absences) absentOf.set(absence.person, [...(absentOf.get(absence.person) ?? []), absence]);
  below.ability = 0.84;
  below.punctuality = 0.75;
  return {
    falling: new Set(unitsUnder(city, unit("DINKES-P4"))),
    lenient: must(unit("PUPR-B1").head), severe: must(unit("BPKD-B1").head), neverChecks: must(unit("DISHUB-B1").head),
    lateUnits: new Set(unitsUnder(city, unit("SATPOLPP-B1"))),
    mover: { person: mover, from: moverFrom, to: unit("DINKES-P3"), on: month(moveIndex) },
    plt: { unit: dishub, retired: must(dishub.head), plt: must(must(dishub.units[0]).head), on: month(10) },
    plh: { unit: kecamatan, plh: must(must(kecamatan.units[0]).head), from: addDays(month(11), 6), until: addDays(month(11), 20) },
    mismatch: unit("DLH"), below, newcomers, withoutTarget, absences, absentOf,
  };
}

/** Neither heads nor people with an account of the demo: what happens to the others disturbs no story. */
function ordinary(city: City): Person[] {
  return city.people.filter((one) => !one.isHead && one.account === null && one.jenis !== "pejabat");
}

function absencesOf(random: Random, city: City, timeline: Timeline, kept: ReadonlySet<Person>): Absence[] {
  const list: Absence[] = [];
  const first = must(timeline.months[0]).month;
  for (const person of ordinary(city)) {
    const dice = random.next();
    if (kept.has(person) || dice > 0.045) continue;
    const begin = firstDayOf(addMonths(first, random.int(0, timeline.months.length - 1)));
    if (dice < 0.006) list.push({ person, kind: "tugas_belajar", note: "Tugas belajar", from: firstDayOf(addMonths(first, 1)), until: null });
    else if (dice < 0.03) list.push({ person, kind: "cuti", note: "Cuti melahirkan", from: begin, until: firstDayOf(addMonths(begin.slice(0, 7), 3)) });
    else list.push({ person, kind: "cuti", note: "Cuti besar", from: firstDayOf(addMonths(timeline.open.month, -random.int(0, 1))), until: firstDayOf(addMonths(timeline.open.month, random.int(1, 2))) });
  }
  return list;
}
