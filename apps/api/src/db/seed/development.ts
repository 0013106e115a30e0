import { addDays, addMonths, firstDayOf, type LocalDate, type Month } from "@teraju/domain";
import type { City, Person } from "./city.ts";
import type { Loader } from "./copy.ts";
import type { Random } from "./random.ts";
import { type Lines, onDay } from "./relations.ts";
import type { MadeReport, Reports } from "./reports.ts";
import { jobFamilyOf } from "./skp.ts";
import { millisOf, type Timeline } from "./timeline.ts";

/** Months since the trainings of the demo: long enough that both looks back are over. */
const MONTHS_AGO = 8;
const SPAN = 3;
/** Of whom the helpful training's people are taken: near the middle of their colleagues before, so that each has colleagues to be compared with. */
const MIDDLE = 1 / 3;
const HELPED = 14;
type Change = { person: Person; before: number; gain: number };

/** Mean capaian of three months after a month beside that of three before it; only of who has all six. */
function changesOf(reports: Reports, month: Month): Change[] {
  const meanOf = (own: readonly MadeReport[], from: number, to: number): number | null => {
    const figures = own.filter((one) => one.month.month >= addMonths(month, from) && one.month.month <= addMonths(month, to)).flatMap((one) => one.capaian ?? []);
    return figures.length < SPAN ? null : figures.reduce((sum, one) => sum + one, 0) / figures.length;
  };
  return [...reports].flatMap(([person, own]) => {
    const [before, after] = [meanOf(own, -SPAN, -1), meanOf(own, 1, SPAN)];
    return before === null || after === null ? [] : [{ person, before, gain: after - before }];
  });
}

/** Of the largest group of one job family and kind of unit, those who rose most among the middle third of the months before. */
function helped(changes: readonly Change[]): Person[] {
  const groups = Map.groupBy(changes, ({ person }) => `${jobFamilyOf(person.family)}|${person.unit.kind}`);
  const largest = [...groups.values()].reduce<Change[]>((most, one) => (one.length > most.length ? one : most), []).toSorted((a, b) => a.before - b.before);
  const edge = Math.floor((largest.length * (1 - MIDDLE)) / 2);
  return largest.slice(edge, largest.length - edge).sort((a, b) => b.gain - a.gain).slice(0, HELPED).map(({ person }) => person);
}

/**
 * Three trainings of this spring: one planted as helpful, one that anybody took, one of four people; a session to come; and two plans of the pegawai whose account is printed.
 */
export function loadDevelopment(random: Random, load: Loader, { city, reports, lines, timeline }: { city: City; reports: Reports; lines: Lines; timeline: Timeline }): void {
  const { today } = timeline;
  const month = addMonths(timeline.open.month, -MONTHS_AGO);
  const held = firstDayOf(month);
  const changes = changesOf(reports, month).filter(({ person }) => !person.isHead && person.account === null);
  const large = helped(changes);
  const rest = changes.map(({ person }) => person).filter((person) => !large.includes(person));
  const addTraining = load.table("training", ["id", "name", "bentuk", "provider", "perilaku", "about", "hours", "cost_per_person"]);
  const addSession = load.table("training_session", ["id", "training_id", "first_day", "last_day", "place", "places"]);
  const addPlace = load.table("training_place", ["id", "session_id", "person_id", "nominated_by", "nominated_on", "status", "has_attended", "certificate"]);
  const penilaiOf = (person: Person, day: LocalDate): Person => onDay(lines.relationsOf.get(person) ?? [], day)?.penilai ?? person;
  const give = (name: string, about: string, perilaku: string | null, cost: number, people: readonly Person[]): string => {
    const [training, session] = [random.uuid(millisOf(held)), random.uuid(millisOf(held))];
    addTraining(training, name, "pelatihan", "BKPSDM Kota Langsa", perilaku, about, 16, cost);
    if (people.length === 0) return training;
    addSession(session, training, addDays(held, 6), addDays(held, 8), "Aula BKPSDM", 30);
    for (const [at, person] of people.entries()) addPlace(random.uuid(millisOf(held)), session, person.id, penilaiOf(person, held).id, addDays(held, -20), "accepted", true, `${at + 1}/PLT/${month.slice(0, 4)}`);
    return training;
  };
  const time = give("Manajemen waktu dan prioritas", "Mengatur waktu, menyusun prioritas, dan menyelesaikan pekerjaan tepat waktu.", "akuntabel", 750_000, large);
  give("Pelayanan prima", "Melayani masyarakat dengan ramah, cepat, dan jelas.", "berorientasi_pelayanan", 600_000, random.sample(rest, Math.min(16, rest.length)));
  give("Bahasa isyarat dasar", "Menyapa dan melayani warga tuli dengan bahasa isyarat.", "harmonis", 900_000, random.sample(rest, Math.min(4, rest.length)));
  addSession(random.uuid(millisOf(today)), time, addDays(today, 20), addDays(today, 21), "Aula BKPSDM", 25);
  loadPlans(random, load, { city, lines, today, held });
}

function loadPlans(random: Random, load: Loader, { city, lines, today, held }: { city: City; lines: Lines; today: LocalDate; held: LocalDate }): void {
  const add = load.table("development_plan", ["id", "person_id", "penilai_id", "source", "finding", "perilaku", "bentuk", "goal", "measure", "due_on", "status", "proposed_by", "proposed_on", "decided_on", "done_on", "version"]);
  const addEntry = load.table("development_entry", ["id", "plan_id", "day", "fact", "option", "step", "written_by"]);
  const pegawai = city.people.find((one) => one.account?.login === "198503142008042001");
  const penilai = pegawai === undefined ? undefined : onDay(lines.relationsOf.get(pegawai) ?? [], today)?.penilai;
  if (pegawai === undefined || penilai === undefined) return;
  const [done, running] = [random.uuid(millisOf(held)), random.uuid(millisOf(today))];
  add(done, pegawai.id, penilai.id, "umpan_balik", "Rekap kunjungan sering disusun pada hari terakhir.", "akuntabel", "coaching", "Menyusun rekap setiap pekan", "Rekap siap setiap hari Senin", addDays(held, 60), "done", penilai.id, addDays(held, -25), addDays(held, -20), addDays(held, 10), 3);
  addEntry(random.uuid(millisOf(held)), done, addDays(held, 3), "Data dikumpulkan sekaligus pada akhir bulan.", "Mencatat setelah setiap posyandu.", "Rekap singkat setiap Jumat sore.", penilai.id);
  add(running, pegawai.id, penilai.id, "keinginan", "Ingin mengolah data ibu hamil lebih cepat.", "kompeten", "pelatihan", "Mengolah data dengan lembar kerja", "Laporan bulanan selesai dua hari lebih awal", addDays(today, 90), "agreed", pegawai.id, addDays(today, -12), addDays(today, -10), null, 2);
}
