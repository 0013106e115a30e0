import { addDays, addMonths, firstDayOf, type LocalDate, type Month, skp as rules } from "@teraju/domain";
import type { City, Person } from "./city.ts";
import type { Loader } from "./copy.ts";
import type { Random } from "./random.ts";
import { type Lines, onDay } from "./relations.ts";
import type { MadeReport, Reports } from "./reports.ts";
import { jobFamilyOf, type MadeHasil, type MadeIndikator } from "./skp.ts";
import { millisOf, type Timeline } from "./timeline.ts";

/** Months since the trainings of the demo: long enough that both looks back are over. */
const MONTHS_AGO = 8;
const SPAN = 3;
const LOOKS = [3, 6] as const;
/** Of whom the helpful training's people are taken: near the middle of their colleagues before, so that each has colleagues to be compared with. */
const MIDDLE = 1 / 3;
/** People sent to the helpful training for each of two indicators that their plans aim at. */
const HELPED = 7;
const AIMS = 2;
const HINDRANCES = ["Jadwal mengajar bertabrakan dengan waktu pendampingan.", "Data murid masih dicatat di kertas.", "Perangkat di sekolah dipakai bergantian."] as const;
type Change = { person: Person; before: number; gain: number };
type Aimed = { person: Person; aim: MadeIndikator; hasil: MadeHasil };

type Score = (report: MadeReport) => number | null;
/** Mean of six months after a month beside that of three before it; only of who has all nine. */
function changesOf(reports: Iterable<[Person, MadeReport[]]>, month: Month, score: Score): Change[] {
  const meanOf = (own: readonly MadeReport[], from: number, to: number): number | null => {
    const figures = own.filter((one) => one.month.month >= addMonths(month, from) && one.month.month <= addMonths(month, to)).flatMap((one) => score(one) ?? []);
    return figures.length < to - from + 1 ? null : figures.reduce((sum, one) => sum + one, 0) / figures.length;
  };
  return [...reports].flatMap(([person, own]) => {
    const [before, after] = [meanOf(own, -SPAN, -1), meanOf(own, 1, 2 * SPAN)];
    return before === null || after === null ? [] : [{ person, before, gain: after - before }];
  });
}

/** Of the largest group of one job family and kind of unit, on each of its first monthly indicators those who rose most among the middle third of the months before. */
function helped(reports: Reports, among: readonly Person[], month: Month): Aimed[] {
  const groups = Map.groupBy(among, (person) => `${jobFamilyOf(person.family)}|${person.unit.kind}`);
  const largest = [...groups.values()].reduce<Person[]>((most, one) => (one.length > most.length ? one : most), []);
  const ofGroup = largest.map((person): [Person, MadeReport[]] => [person, reports.get(person) ?? []]);
  const monthly = (ofGroup[0]?.[1].at(-1)?.figures ?? []).filter(({ indikator }) => indikator.data.measure.jenis !== "uraian" && indikator.data.measure.rhythm === "bulanan").slice(0, AIMS);
  const taken = new Set<Person>();
  return monthly.flatMap(({ indikator: { data } }) => {
    const figureOf = (report: MadeReport) => report.figures.find((one) => one.indikator.data.text === data.text);
    const changes = changesOf(ofGroup, month, (report) => figureOf(report)?.capaian ?? null).toSorted((a, b) => a.before - b.before);
    const edge = Math.floor((changes.length * (1 - MIDDLE)) / 2);
    const chosen = changes.slice(edge, changes.length - edge).filter(({ person }) => !taken.has(person)).sort((a, b) => b.gain - a.gain).slice(0, HELPED);
    return chosen.flatMap(({ person }): Aimed[] => {
      taken.add(person);
      const own = (reports.get(person) ?? []).find((report) => report.month.month === addMonths(month, -1));
      const figure = own === undefined ? undefined : figureOf(own);
      return figure === undefined ? [] : [{ person, aim: figure.indikator, hasil: figure.hasil }];
    });
  });
}

/**
 * Three trainings of this spring: one planted as helpful, whose people's plans aim at an indicator, one that anybody took, one of four people; a
 * session to come; and two plans of the pegawai whose account is printed. `plans` draws the ids of the plans before a training.
 */
export function loadDevelopment({ random, plans }: { random: Random; plans: Random }, load: Loader, { city, reports, lines, timeline }: { city: City; reports: Reports; lines: Lines; timeline: Timeline }): void {
  const { today } = timeline;
  const month = addMonths(timeline.open.month, -MONTHS_AGO);
  const held = firstDayOf(month);
  const penilaiOf = (person: Person, day: LocalDate): Person => onDay(lines.relationsOf.get(person) ?? [], day)?.penilai ?? person;
  const among = changesOf(reports, month, ({ capaian }) => capaian).map(({ person }) => person).filter((person) => !person.isHead && person.account === null && penilaiOf(person, held) !== person);
  const aimed = helped(reports, among, month);
  const large = aimed.map(({ person }) => person);
  const rest = among.filter((person) => !large.includes(person));
  const addTraining = load.table("training", ["id", "name", "bentuk", "provider", "perilaku", "about", "hours", "cost_per_person"]);
  const addSession = load.table("training_session", ["id", "training_id", "first_day", "last_day", "place", "places"]);
  const addPlace = load.table("training_place", ["id", "session_id", "person_id", "plan_id", "nominated_by", "nominated_on", "status", "has_attended", "certificate"]);
  const planOf = new Map(aimed.map(({ person }) => [person, plans.uuid(millisOf(held))]));
  const give = (name: string, about: string, perilaku: string | null, cost: number, people: readonly Person[]): string => {
    const [training, session] = [random.uuid(millisOf(held)), random.uuid(millisOf(held))];
    addTraining(training, name, "pelatihan", "BKPSDM Kota Langsa", perilaku, about, 16, cost);
    if (people.length === 0) return training;
    addSession(session, training, addDays(held, 6), addDays(held, 8), "Aula BKPSDM", 30);
    for (const [at, person] of people.entries()) addPlace(random.uuid(millisOf(held)), session, person.id, planOf.get(person) ?? null, penilaiOf(person, held).id, addDays(held, -20), "accepted", true, `${at + 1}/PLT/${month.slice(0, 4)}`);
    return training;
  };
  const time = give("Manajemen waktu dan prioritas", "Mengatur waktu, menyusun prioritas, dan menyelesaikan pekerjaan tepat waktu.", "akuntabel", 750_000, large);
  give("Pelayanan prima", "Melayani masyarakat dengan ramah, cepat, dan jelas.", "berorientasi_pelayanan", 600_000, random.sample(rest, Math.min(16, rest.length)));
  give("Bahasa isyarat dasar", "Menyapa dan melayani warga tuli dengan bahasa isyarat.", "harmonis", 900_000, random.sample(rest, Math.min(4, rest.length)));
  addSession(random.uuid(millisOf(today)), time, addDays(today, 20), addDays(today, 21), "Aula BKPSDM", 25);
  const add = load.table("development_plan", PLAN_COLUMNS);
  loadPlans(random, { load, add }, { city, lines, today, held });
  const addLook = load.table("development_look", ["plan_id", "look", "seen", "note", "hindrance", "looked_by", "looked_on"]);
  for (const [at, { person, aim, hasil }] of aimed.entries()) {
    const penilai = penilaiOf(person, held);
    const id = planOf.get(person) ?? "";
    const { text, measure } = aim.data;
    const kunci = rules.kunciIndikator({ text, jenis: measure.jenis, arah: measure.jenis === "uraian" ? "maks" : measure.arah, satuan: measure.jenis === "uraian" ? null : measure.satuan });
    add(id, person.id, penilai.id, "evaluasi", "Hasil ini tertinggal karena pekerjaan menumpuk pada akhir bulan.", null, hasil.lineId, aim.lineId, text, kunci, "pelatihan", "Mengatur waktu agar hasil ini tidak tertinggal", "Capaian indikator ini tiga dan enam bulan kemudian", addDays(held, 30), "done", penilai.id, addDays(held, -25), addDays(held, -22), addDays(held, 8), 3);
    for (const look of LOOKS) addLook(id, look, look === SPAN ? "membaik" : "tetap", "Pekerjaan disusun menurut prioritas setiap Senin.", look === SPAN ? (HINDRANCES[at] ?? null) : null, penilai.id, addDays(firstDayOf(addMonths(month, look + 1)), 4));
  }
}

const PLAN_COLUMNS = ["id", "person_id", "penilai_id", "source", "finding", "perilaku", "line_id", "indikator_line_id", "indikator_text", "indikator_kunci", "bentuk", "goal", "measure", "due_on", "status", "proposed_by", "proposed_on", "decided_on", "done_on", "version"];
function loadPlans(random: Random, { load, add }: { load: Loader; add: ReturnType<Loader["table"]> }, { city, lines, today, held }: { city: City; lines: Lines; today: LocalDate; held: LocalDate }): void {
  const addEntry = load.table("development_entry", ["id", "plan_id", "day", "fact", "option", "step", "written_by"]);
  const pegawai = city.people.find((one) => one.account?.login === "198503142008042001");
  const penilai = pegawai === undefined ? undefined : onDay(lines.relationsOf.get(pegawai) ?? [], today)?.penilai;
  if (pegawai === undefined || penilai === undefined) return;
  const [done, running] = [random.uuid(millisOf(held)), random.uuid(millisOf(today))];
  add(done, pegawai.id, penilai.id, "umpan_balik", "Rekap kunjungan sering disusun pada hari terakhir.", "akuntabel", null, null, null, null, "coaching", "Menyusun rekap setiap pekan", "Rekap siap setiap hari Senin", addDays(held, 60), "done", penilai.id, addDays(held, -25), addDays(held, -20), addDays(held, 10), 3);
  addEntry(random.uuid(millisOf(held)), done, addDays(held, 3), "Data dikumpulkan sekaligus pada akhir bulan.", "Mencatat setelah setiap posyandu.", "Rekap singkat setiap Jumat sore.", penilai.id);
  add(running, pegawai.id, penilai.id, "keinginan", "Ingin mengolah data ibu hamil lebih cepat.", "kompeten", null, null, null, null, "pelatihan", "Mengolah data dengan lembar kerja", "Laporan bulanan selesai dua hari lebih awal", addDays(today, 90), "agreed", pegawai.id, addDays(today, -12), addDays(today, -10), null, 2);
}
