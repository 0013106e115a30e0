import type { Slide } from "@teraju/contracts";
import { addMonths, type Agenda, type LocalDate } from "@teraju/domain";
import type { Person, Unit } from "./city.ts";
import type { Figure } from "./figures.ts";
import { stateOn, type MadePromise } from "./meeting-promises.ts";
import type { Random } from "./random.ts";
import type { MadeReport } from "./reports.ts";
import { millisOf, STANDAR, type DemoMonth } from "./timeline.ts";

export type MeetingSlide = Slide;
type ByPerson = ReadonlyMap<Person, MadeReport>;
export type MadeLine = { id: string; key: string; kind: Slide["kind"]; minutes: number; usualMinutes: number; alasan: readonly string[]; slide: Slide };
type Source = {
  agenda: Agenda; speakers: ReadonlyMap<string, { person: Person; child: Unit | null }>; reports: ByPerson; before: ReadonlyMap<string, ByPerson>; month: DemoMonth; date: LocalDate;
  promises: readonly { promise: MadePromise; dibawaBulan: number }[];
};

/** As many as the product's own slide has. */
const MOST_BARS = 5;
const EMPTY: Omit<Slide, "itemId" | "kind" | "position"> = {
  bagian: "tindak_lanjut", minutes: 0, person: null, speaker: null, unit: null, headline: null, report: null, bars: [], moreBars: 0, kendala: null, bantuan: null, photos: [], promises: [], unitMonth: null,
};

export function refOf(person: Person): { id: string; name: string; jabatan: string | null; unit: string | null } {
  return { id: person.id, name: person.name, jabatan: person.jabatan.name, unit: person.unit.name };
}

function valueOf({ realisasi, pembilang, penyebut }: Figure): number | null {
  return realisasi ?? (pembilang !== null && penyebut !== null ? Math.round((pembilang / penyebut) * 10_000) / 100 : null);
}

function barsOf(report: MadeReport, last: MadeReport | undefined): Slide["bars"] {
  const bars = report.figures.flatMap((figure, i) => {
    if (valueOf(figure) === null && figure.uraian === null) return [];
    const { measure, text } = figure.indikator.data;
    const before = last?.submittedOn == null ? undefined : last.figures.find((one) => one.indikator.lineId === figure.indikator.lineId);
    const isToDiscuss = report.flagged[i] === true || (figure.capaian !== null && figure.capaian < STANDAR.rapat.melesetDi);
    return [{ text, satuan: "satuan" in measure ? measure.satuan : null, arah: measure.jenis === "uraian" ? ("maks" as const) : measure.arah, target: figure.target, realisasi: valueOf(figure), lastMonth: before === undefined ? null : valueOf(before), uraian: figure.uraian, isToDiscuss }];
  });
  return bars.toSorted((a, b) => Number(b.isToDiscuss) - Number(a.isToDiscuss));
}

function promiseOf({ promise, dibawaBulan }: Source["promises"][number], date: LocalDate): Slide["promises"][number] {
  const state = stateOn(promise, date);
  const isHalf = promise.answers.some((one) => one.jawaban === "sebagian" && one.on <= date);
  return { id: promise.id, text: promise.text, owner: promise.owner?.name ?? promise.unit.name, due: promise.due, state: state !== "terbuka" ? state : promise.due < date ? "lewat" : isHalf ? "sebagian" : "terbuka", dibawaBulan };
}

/** The lines of a meeting that was held, each with the slide that the room saw. */
export function slidesOf(random: Random, source: Source): MadeLine[] {
  const { agenda, date } = source;
  const id = (): string => random.uuid(millisOf(date));
  const frame = (kind: "opening" | "closing", position: number): MadeLine => {
    const itemId = id();
    return { id: itemId, key: kind, kind, minutes: 0, usualMinutes: 0, alasan: [], slide: { ...EMPTY, itemId, kind, position } };
  };
  const lines = agenda.items.map((item, i): MadeLine => {
    const itemId = id();
    const base = { ...EMPTY, itemId, bagian: item.bagian, position: i + 1, minutes: item.minutes };
    const slide = item.key === "promises" ? { ...base, kind: "promises" as const, promises: source.promises.map((one) => promiseOf(one, date)) } : personSlide(base, item.key, source);
    return { id: itemId, key: item.key, kind: slide.kind, minutes: item.minutes, usualMinutes: item.usualMinutes, alasan: item.alasan, slide };
  });
  return [frame("opening", 0), ...lines, frame("closing", lines.length + 1)];
}

function personSlide(base: Omit<Slide, "kind">, key: string, { speakers, reports, before, month, date, promises }: Source): Slide {
  const speaker = speakers.get(key);
  if (speaker === undefined) throw new Error("a line of the agenda is nobody's");
  const { person, child } = speaker;
  const report = reports.get(person);
  const isSent = report?.submittedOn != null;
  const bars = report !== undefined && isSent ? barsOf(report, before.get(addMonths(month.month, -1))?.get(person)) : [];
  return {
    ...base, kind: child === null ? "person" : "unit", person: refOf(person), unit: child === null ? null : { id: child.id, name: child.name, kind: child.kind }, headline: null,
    report: isSent ? "ada" : report !== undefined && report.kewajiban !== "wajib_lapor" ? "tidak_wajib" : "belum", bars: bars.slice(0, MOST_BARS), moreBars: Math.max(0, bars.length - MOST_BARS),
    kendala: isSent ? report.kendala : null, bantuan: isSent ? report.bantuan : null, promises: promises.filter(({ promise }) => (child === null ? promise.owner === person : promise.unit === child || promise.owner === person)).map((one) => promiseOf(one, date)),
    unitMonth: child === null ? null : monthOf(child, reports),
  };
}

function monthOf(child: Unit, reports: ByPerson): NonNullable<Slide["unitMonth"]> {
  const own = [...reports.values()].filter((report) => report.unit.ord >= child.ord && report.unit.ord <= child.lastOrd && report.kewajiban === "wajib_lapor");
  const sent = own.filter((report) => report.submittedOn !== null);
  const named = sent.filter((report) => report.bantuan !== null).slice(0, 5).map((report) => ({ name: report.person.name, note: report.bantuan }));
  return { obliged: own.length, submitted: sent.length, toDiscuss: sent.filter((report) => report.bantuan !== null || report.flagged.some(Boolean)).length, meetingHeld: null, decisions: 0, named };
}
