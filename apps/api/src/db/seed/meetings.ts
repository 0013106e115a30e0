import { hariRapat, susunAgenda, tindakLanjut, type Agenda, type Decision, type Kehadiran, type LaporanRapat, type LocalDate } from "@teraju/domain";
import type { City, Person, Unit } from "./city.ts";
import { slidesOf, type MeetingSlide } from "./meeting-slides.ts";
import { makePromises, stateOn, type MadePromise } from "./meeting-promises.ts";
import type { Patterns } from "./patterns.ts";
import type { Random } from "./random.ts";
import type { MadeReport, Reports } from "./reports.ts";
import { KALENDER, millisOf, must, STANDAR, workingDayBefore, type DemoMonth, type Timeline } from "./timeline.ts";
import type { TrailEvent } from "./trail.ts";

export type MadeItem = { id: string; key: string; kind: MeetingSlide["kind"]; minutes: number; usualMinutes: number; alasan: readonly string[]; why: Decision<unknown> | null; slide: MeetingSlide; status: "selesai" | "ditunda"; spentMs: number; summary: string | null };
export type MadeMeeting = {
  id: string; unit: Unit; month: DemoMonth; date: LocalDate; time: string; place: string; leader: Person; secretary: Person; isCascade: boolean; isExceptionsOnly: boolean;
  /** Null for one that is planned. */
  held: { startedAt: string; finishedAt: string; plannedMinutes: number; items: MadeItem[]; attendance: { person: Person; state: Kehadiran }[]; promises: MadePromise[]; isSigned: boolean } | null;
};

/** Units that meet in six months of the history, and whose heads sign in: they meet today too. The other departments met in the last four. */
const OFTEN: Readonly<Record<string, { time: string; secretary: string | null }>> = { DINKES: { time: "13:30", secretary: "DINKES-P3" }, "DINKES-P3": { time: "09:00", secretary: null }, "DINKES-P4": { time: "09:00", secretary: null } };
const MONTHS_OFTEN = 6;
const MONTHS_OTHERS = 4;
/** Months after the open one that are planned already. */
const PLANNED_AHEAD = 3;

type Sources = { city: City; reports: Reports; patterns: Patterns; timeline: Timeline };
type Book = { byMonth: ReadonlyMap<string, ReadonlyMap<Person, MadeReport>>; turns: Map<string, { giliran: number[]; isPertama: boolean }> };

/** The meetings of the last months with what was promised in them, and those that are planned; the visitors' own one is today. */
export function buildMeetings(random: Random, sources: Sources): MadeMeeting[] {
  const { city, timeline } = sources;
  const byMonth = new Map<string, Map<Person, MadeReport>>(timeline.months.map((month) => [month.month, new Map()]));
  for (const list of sources.reports.values()) for (const report of list) byMonth.get(report.month.month)?.set(report.person, report);
  const departments = city.units.filter((unit) => unit.depth === 1 && unit.units.length > 0 && unit.code !== "DINKES");
  const often = Object.keys(OFTEN).flatMap((code) => city.byCode.get(code) ?? []);
  return [...often.flatMap((unit) => seriesOf(random, sources, byMonth, unit, MONTHS_OFTEN)), ...departments.flatMap((unit) => seriesOf(random, sources, byMonth, unit, MONTHS_OTHERS))];
}

function seriesOf(random: Random, sources: Sources, byMonth: Book["byMonth"], unit: Unit, count: number): MadeMeeting[] {
  const { timeline } = sources;
  const book: Book = { byMonth, turns: new Map() };
  const past = timeline.months.slice(-1 - count, -1);
  const made: MadeMeeting[] = [];
  for (const month of past) made.push(hold(random, sources, book, unit, month, made));
  const isOften = Object.hasOwn(OFTEN, unit.code);
  if (!isOften) return made;
  made.push(plan(random, sources, unit, timeline.open, timeline.today));
  return made;
}

/** The third Thursday of the month after, always before today. */
export function dayOf({ month }: Pick<DemoMonth, "month">, today: LocalDate): LocalDate {
  const day = hariRapat({ bulan: month, pekan: 3, hari: 4, kalender: KALENDER }).value;
  return day < today ? day : workingDayBefore(today);
}

export const monthsAhead = PLANNED_AHEAD;

function headOf(unit: Unit, { plt }: Patterns): Person {
  return unit.head === plt.retired ? plt.plt : must(unit.head);
}

/** Who takes the minutes: in a puskesmas the visitor, where there is one; else the head of the first office below, or a colleague. */
function secretaryOf(unit: Unit, leader: Person, isToday: boolean, city: City): Person {
  const named = isToday ? OFTEN[unit.code]?.secretary : null;
  const visitor = unit.staff.find((person) => person.account !== null);
  const others = [named === null || named === undefined ? undefined : city.byCode.get(named)?.head, visitor, unit.units[0]?.head, unit.units[1]?.head, unit.staff[0]];
  return must(others.find((person) => person !== null && person !== undefined && person !== leader));
}

function frame(random: Random, { city, patterns }: Sources, unit: Unit, month: DemoMonth, date: LocalDate, isToday: boolean): Omit<MadeMeeting, "held"> {
  const leader = headOf(unit, patterns);
  const isCascade = unit.depth === 1;
  return { id: random.uuid(millisOf(date)), unit, month, date, time: OFTEN[unit.code]?.time ?? "09:00", place: `Aula ${unit.name}`, leader, secretary: secretaryOf(unit, leader, isToday, city), isCascade, isExceptionsOnly: !isCascade };
}
function plan(random: Random, sources: Sources, unit: Unit, month: DemoMonth, date: LocalDate): MadeMeeting {
  return { ...frame(random, sources, unit, month, date, true), held: null };
}

/** Who is invited, by their report of the month: all below, or in a cascade one's own staff and the heads of the offices below. */
function invitedOf(unit: Unit, isCascade: boolean, month: ReadonlyMap<Person, MadeReport>): Person[] {
  if (isCascade) return [...unit.staff, ...unit.units.flatMap((child) => child.head ?? [])].filter((person) => month.has(person));
  return [...month.values()].filter((report) => report.unit.ord >= unit.ord && report.unit.ord <= unit.lastOrd).map((report) => report.person);
}

function laporanOf(key: string, unitId: string, report: MadeReport | undefined, turn: { giliran: number[]; isPertama: boolean } | undefined): LaporanRapat {
  const isSent = report?.submittedOn != null;
  const figures = (report?.figures ?? []).flatMap(({ capaian }) => (isSent && capaian !== null ? [capaian] : []));
  const flagged = isSent ? (report?.flagged.filter(Boolean).length ?? 0) : 0;
  return {
    key, unitId, kewajiban: report?.kewajiban ?? "wajib_lapor", isSent, bahasPegawai: flagged, bahasPenilai: flagged, targetMeleset: figures.filter((capaian) => capaian < STANDAR.rapat.melesetDi).length,
    mintaBantuan: isSent && report?.bantuan != null, adaKendala: isSent && report?.kendala != null, capaianTertinggi: figures.length === 0 ? null : Math.max(...figures), capaianTerendah: figures.length === 0 ? null : Math.min(...figures),
    isDitunda: false, mintaDialog: false, giliran: turn?.giliran ?? [], isPertamaBulanLalu: turn?.isPertama ?? false,
  };
}

function hold(random: Random, sources: Sources, book: Book, unit: Unit, month: DemoMonth, before: readonly MadeMeeting[]): MadeMeeting {
  const { timeline, patterns } = sources;
  const date = dayOf(month, timeline.today);
  const base = frame(random, sources, unit, month, date, false);
  const reports = must(book.byMonth.get(month.month));
  const people = invitedOf(unit, base.isCascade, reports).filter((person) => person !== base.leader);
  const children = base.isCascade ? unit.units.filter((child) => child.head !== null) : [];
  const speakers = new Map<string, { person: Person; child: Unit | null }>([
    ...children.map((child) => [child.id, { person: headOf(child, patterns), child }] as const), ...people.filter((person) => !children.some((child) => child.head === person)).map((person) => [person.id, { person, child: null }] as const),
  ]);
  const laporan = [...speakers].map(([key, { person, child }]) => laporanOf(key, child?.id ?? person.unit.id, reports.get(person), book.turns.get(key)));
  const earlier = before.flatMap((one) => one.held?.promises ?? []);
  const open = earlier.filter((one) => stateOn(one, date) === "terbuka" || (one.closedOn !== null && one.status === "selesai" && one.closedOn >= must(before.at(-1)).date));
  const decision = susunAgenda({
    bulan: month.month, tanggal: date, laporan, janji: open.map((one) => ({ id: one.id, due: one.due, isTerbuka: stateOn(one, date) === "terbuka" })), aturan: STANDAR.rapat,
    pilihan: { isGrouped: false, isExceptionsOnly: base.isExceptionsOnly, order: [], minutes: {} },
  });
  const why = new Map(laporan.map(({ key }, i) => [key, must(decision.from[i])]));
  remember(book, decision.value);
  const lines = slidesOf(random, { agenda: decision.value, speakers, reports, before: book.byMonth, month, date, promises: open.map((one) => ({ promise: one, dibawaBulan: stateOn(one, date) === "terbuka" ? tindakLanjut.dibawaBulan({ due: one.due, tanggal: date }).value : 0 })) });
  const items = lines.map((line): MadeItem => ({ ...line, why: why.get(line.key) ?? null, ...spentOn(random, line.minutes) }));
  const promises = makePromises(random, { meeting: base, items, people, next: nextDay(timeline, month), after: afterNext(timeline, month), today: timeline.today });
  const length = Math.round(decision.value.totalMinutes * (0.85 + random.next() * 0.35));
  const startedAt = minutesLater(`${date}T${base.time}:00+07:00`, random.chance(0.85) ? random.int(0, 12) : random.int(16, 30));
  const attendance = [...new Set([base.leader, base.secretary, ...speakersOf(speakers), ...people])].map((person) => ({ person, state: presenceOf(random, person, base.leader) }));
  return { ...base, held: { startedAt, finishedAt: minutesLater(startedAt, length), plannedMinutes: decision.value.totalMinutes, items, attendance, promises, isSigned: unit !== patterns.plt.unit || month !== timeline.months.at(-2) } };
}

const speakersOf = (speakers: ReadonlyMap<string, { person: Person }>): Person[] => [...speakers.values()].map((one) => one.person);
function spentOn(random: Random, minutes: number): Pick<MadeItem, "spentMs" | "status" | "summary"> {
  return { spentMs: Math.round(minutes * 60_000 * (0.7 + random.next() * 0.5)), status: "selesai", summary: null };
}
function presenceOf(random: Random, person: Person, leader: Person): Kehadiran {
  if (person === leader || person.account !== null || random.chance(0.88)) return "hadir";
  return random.pick(["izin", "sakit", "dinas_luar", "dinas_jaga", "belum_dikonfirmasi", "cuti"] as const);
}
function minutesLater(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
function monthAfter(timeline: Timeline, month: DemoMonth): DemoMonth | undefined {
  return timeline.months[timeline.months.indexOf(month) + 1] ?? timeline.open;
}
/** The day of the next meeting; after the last one that was held comes today's. */
function nextDay(timeline: Timeline, month: DemoMonth): { date: LocalDate; month: string } {
  const next = must(monthAfter(timeline, month));
  return { date: next.isOpen ? timeline.today : dayOf(next, timeline.today), month: next.month };
}

/** The meeting after the next; null where that is still to come. */
function afterNext(timeline: Timeline, month: DemoMonth): { date: LocalDate; month: string } | null {
  const next = must(monthAfter(timeline, month));
  return next.isOpen ? null : nextDay(timeline, next);
}

/** Where each spoke, for the order of the next month. */
function remember(book: Book, { items }: Agenda): void {
  const speaking = items.filter(({ key }) => key !== "promises");
  for (const turn of book.turns.values()) turn.isPertama = false;
  for (const [i, { key }] of speaking.entries()) {
    const turn = book.turns.get(key) ?? { giliran: [], isPertama: false };
    turn.giliran.unshift(speaking.length > 1 ? i / (speaking.length - 1) : 0.5);
    turn.isPertama = i === 0;
    book.turns.set(key, turn);
  }
}

/** What the trail keeps of the last two months: begun, ended, signed, and what became of promises. */
export function meetingEvents(meetings: readonly MadeMeeting[], timeline: Timeline): TrailEvent[] {
  const recent = new Set(timeline.months.slice(-3).map((one) => one.month));
  return meetings.flatMap(({ id, leader, secretary, month, held }) => {
    if (held === null || !recent.has(month.month)) return [];
    const event = (at: string, actor: Person, action: string): TrailEvent => ({ at, actor, action, type: "evaluation_meeting", id, payload: { month: month.month } });
    return [event(held.startedAt, leader, "evaluation-meeting.start"), event(held.finishedAt, leader, "evaluation-meeting.finish"), ...(held.isSigned ? [event(minutesLater(held.finishedAt, 20), leader, "notulen.sign"), event(minutesLater(held.finishedAt, 30), secretary, "notulen.sign")] : [])];
  });
}
