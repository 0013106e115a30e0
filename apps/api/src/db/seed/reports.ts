import { addDays, kewajiban, type Kewajiban, type LocalDate } from "@teraju/domain";
import type { City, Person, Unit } from "./city.ts";
import type { Loader } from "./copy.ts";
import { BANTUAN, KENDALA } from "./data/skp-job-families.ts";
import { addEvidence, type EvidenceBook, type MadeEvidence } from "./evidence.ts";
import { figuresOf, reportCapaian, type Figure } from "./figures.ts";
import type { Patterns } from "./patterns.ts";
import type { Random } from "./random.ts";
import { onDay, type Lines } from "./relations.ts";
import type { MadeSkp, Skps } from "./skp.ts";
import { KALENDER, millisOf, moment, must, workingDay, workingDayBefore, type DemoMonth, type Timeline } from "./timeline.ts";

type Status = "draft" | "submitted" | "returned" | "checked" | "closed_unreviewed";
export type MadeReport = {
  id: string; person: Person; month: DemoMonth; unit: Unit; penilai: Person; skp: MadeSkp | null; kewajiban: Kewajiban; status: Status;
  submittedOn: LocalDate | null; checkedOn: LocalDate | null; isLate: boolean; capaian: number | null; figures: Figure[]; rowIds: string[]; evidence: MadeEvidence[];
  /** What was said beside the figures, as it was written; the rows that somebody wants to discuss. */
  kendala: string | null; bantuan: string | null; flagged: boolean[];
};
export type Reports = Map<Person, MadeReport[]>;
type Sources = { city: City; lines: Lines; skps: Skps; patterns: Patterns; timeline: Timeline };

/** Fourteen months of reports of everybody, in the order of months, written while they are made. */
export async function buildReports(random: Random, load: Loader, sources: Sources, book: EvidenceBook): Promise<Reports> {
  const addReport = load.table("monthly_report", ["id", "person_id", "month", "skp_id", "unit_id", "opd_id", "unit_ord", "penilai_id", "kewajiban", "status", "kendala", "bantuan", "submitted_at", "is_late", "receipt_number", "first_verdict_at", "returned_at", "checked_at", "closed_at", "capaian", "version"]);
  const addRow = load.table("report_row", ["id", "report_id", "hasil_kerja_id", "indikator_id", "position", "target", "realisasi", "pembilang", "penyebut", "uraian", "sentence", "cause", "is_flagged", "capaian", "verdict", "verdict_note", "verdict_at"]);
  const reports: Reports = new Map();
  const mood = new Map(sources.city.units.map((unit) => [unit, random.normal() * 0.015]));
  for (const month of sources.timeline.months) {
    for (const [at, person] of sources.city.people.entries()) {
      const report = makeReport(random, person, month, sources, mood);
      if (report === null) continue;
      writeReport(random, report, addReport, addRow, book, sources.timeline);
      const own = reports.get(person);
      if (own) own.push(report);
      else reports.set(person, [report]);
      if (at % 250 === 0) await load.breathe();
    }
  }
  return reports;
}

function makeReport(random: Random, person: Person, month: DemoMonth, sources: Sources, mood: Map<Unit, number>): MadeReport | null {
  const { lines, skps, patterns, timeline } = sources;
  const seats = (lines.placementsOf.get(person) ?? []).filter((one) => one.kind === "definitif");
  const onDate = month.lastDay < timeline.today ? month.lastDay : timeline.today;
  const seat = onDay(seats, onDate);
  const relation = onDay(lines.relationsOf.get(person) ?? [], onDate);
  if (seat === undefined || relation === undefined) return null;
  const skp = skps.get(person)?.findLast((one) => one.year === month.year && one.effectiveFrom <= month.lastDay && (one.status === "set" || one.status === "superseded")) ?? null;
  const state = stateOf(person, month, patterns, seats, skp !== null);
  const unit = seat.jabatan.unit;
  const base = { id: random.uuid(millisOf(month.lastDay)), person, month, unit, penilai: relation.penilai, skp, kewajiban: state };
  const nothing = { ...base, status: "draft" as const, submittedOn: null, checkedOn: null, isLate: false, capaian: null, figures: [], rowIds: [], evidence: [], kendala: null, bantuan: null, flagged: [] };
  if (skp === null) return nothing;
  if (state !== "wajib_lapor") {
    // In the open month rows stand ready for who comes back; past ones would say nothing.
    if (!month.isOpen) return nothing;
    const empty = figuresOf(random, skp, month.month, 1, () => false);
    return { ...nothing, figures: empty, rowIds: empty.map(() => random.uuid(millisOf(month.lastDay))) };
  }
  const submittedOn = submissionDay(random, person, month, patterns, timeline, unit);
  const strength = strengthOf(person, month, unit, patterns, timeline, mood);
  const untouched = submittedOn === null && !random.chance(0.4);
  const figures = figuresOf(random, skp, month.month, strength, (position) => submittedOn !== null || (!untouched && position === 1));
  const fate = submittedOn === null ? { status: "draft" as const, checkedOn: null } : fateOf(random, person, month, relation.penilai, submittedOn, patterns, timeline);
  return {
    ...base, ...fate, submittedOn, isLate: submittedOn !== null && submittedOn > month.jendela.batas, capaian: submittedOn === null ? null : reportCapaian(figures), figures,
    rowIds: figures.map(() => random.uuid(millisOf(month.lastDay))), evidence: [], kendala: null, bantuan: null, flagged: [],
  };
}

/** Only who has something special asks the rule; for the others the answer is plain and the rule is slow over 56,000 months. */
function stateOf(person: Person, month: DemoMonth, patterns: Patterns, seats: readonly { from: LocalDate; until: LocalDate | null }[], hasSkp: boolean): Kewajiban {
  const absences = patterns.absentOf.get(person) ?? [];
  if (absences.length === 0 && !patterns.newcomers.has(person)) return hasSkp ? "wajib_lapor" : "tidak_ada_target";
  return kewajiban({
    bulan: month.month, kalender: KALENDER, hasTarget: hasSkp, mulaiMemakai: null,
    penempatan: seats.map((one) => ({ validFrom: one.from, validUntil: one.until })),
    ketidakhadiran: absences.map((one) => ({ kind: one.kind, validFrom: one.from, validUntil: one.until })),
  }).value;
}

function strengthOf(person: Person, month: DemoMonth, unit: Unit, patterns: Patterns, timeline: Timeline, mood: Map<Unit, number>): number {
  const falls = patterns.falling.has(unit) ? Math.max(0, month.index - (timeline.months.length - 5)) * 0.07 : 0;
  return person.ability + (mood.get(unit) ?? 0) + (mood.get(must(unit.opd)) ?? 0) + month.index * 0.001 - falls;
}

/** The day on which the report came in; null where it has not. The demo's own people keep their part for the visitor. */
function submissionDay(random: Random, person: Person, month: DemoMonth, patterns: Patterns, timeline: Timeline, unit: Unit): LocalDate | null {
  const dice = random.next();
  const latest = timeline.today > month.jendela.buka ? workingDayBefore(addDays(timeline.today, 0)) : timeline.today;
  const inRange = (day: LocalDate): LocalDate => (day < month.jendela.buka ? month.jendela.buka : day > latest && month.isOpen ? (latest < month.jendela.buka ? month.jendela.buka : latest) : day);
  const isOften = patterns.lateUnits.has(unit);
  if (month.isOpen) {
    if (person.account !== null && !person.isHead) return null;
    // Half of the people have reported; departments differ, late units least.
    const share = isOften ? 0.2 : 0.42 + 0.22 * fraction(must(unit.opd).code) + (person.punctuality - 0.93);
    return dice < share ? inRange(addDays(latest, -random.int(0, 6))) : null;
  }
  if (person.account !== null) return inRange(workingDay(month.month, random.int(1, 4), latest));
  const never = isOften ? 0.05 : 0.012;
  if (dice < never) return null;
  const isLate = random.chance(isOften ? 0.55 : 1 - person.punctuality);
  if (isLate) return inRange(workingDay(month.month, random.int(6, 13), latest));
  return random.chance(0.2) ? inRange(addDays(month.lastDay, -random.int(0, 5))) : inRange(workingDay(month.month, random.int(1, 5), latest));
}

/** A fraction that belongs to a name. */
function fraction(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return sum / 997;
}

function fateOf(random: Random, person: Person, month: DemoMonth, penilai: Person, submittedOn: LocalDate, patterns: Patterns, timeline: Timeline): { status: Status; checkedOn: LocalDate | null } {
  const latest = workingDayBefore(timeline.today);
  if (month.isOpen) {
    const dice = random.next();
    // The visitor who signs in as penilai finds a queue.
    if (penilai.account !== null && dice < 0.75) return { status: "submitted", checkedOn: null };
    if (penilai === patterns.neverChecks || submittedOn > latest || dice < 0.5) return { status: "submitted", checkedOn: null };
    return { status: dice < 0.56 ? "returned" : "checked", checkedOn: latest };
  }
  if (penilai === patterns.neverChecks || (person.account === null && random.chance(0.015))) return { status: "closed_unreviewed", checkedOn: null };
  const day = workingDay(month.month, random.int(6, 13), latest);
  return { status: "checked", checkedOn: day > submittedOn ? day : submittedOn };
}

type Add = ReturnType<Loader["table"]>;
function writeReport(random: Random, report: MadeReport, addReport: Add, addRow: Add, book: EvidenceBook, timeline: Timeline): void {
  const { month, person, status, submittedOn, checkedOn } = report;
  const minute = random.int(450, 960);
  const isToday = submittedOn === timeline.today;
  const submittedAt = submittedOn && moment(submittedOn, isToday ? random.int(1, 59) : minute);
  const checkedAt = checkedOn && moment(checkedOn, checkedOn === submittedOn ? minute + 5 : random.int(450, 980));
  const wasReturned = status === "returned" || (status === "checked" && !month.isOpen && random.chance(0.03));
  const closedAt = month.isOpen || report.kewajiban !== "wajib_lapor" ? null : moment(addDays(month.jendela.tutup, 1), 5);
  const hasTrouble = submittedOn !== null && random.chance(0.06);
  report.kendala = hasTrouble ? random.pick(KENDALA) : null;
  report.bantuan = hasTrouble && random.chance(0.4) ? random.pick(BANTUAN) : null;
  addReport(report.id, person.id, month.month, report.skp?.id ?? null, report.unit.id, must(report.unit.opd).id, report.unit.ord, report.penilai.id, report.kewajiban, status,
    report.kendala, report.bantuan, submittedAt, report.isLate, submittedAt && receiptNumber(random, month.month),
    checkedAt, wasReturned ? checkedAt : null, status === "checked" ? checkedAt : null, closedAt, report.capaian, submittedOn === null ? 1 : wasReturned ? 4 : status === "checked" ? 3 : 2);
  const mustHaveEvidence = report.figures.findIndex((one) => one.isDue);
  for (const [at, figure] of report.figures.entries()) {
    const rowId = must(report.rowIds[at]);
    const isFlagged = submittedOn !== null && figure.isDue && random.chance(figure.capaian !== null && figure.capaian < 80 ? 0.3 : 0.01);
    report.flagged.push(isFlagged);
    const verdict = checkedOn === null ? null : status === "returned" && at === mustHaveEvidence ? "minta_perbaikan" : isFlagged ? "bahas_di_rapat" : "terima";
    addRow(rowId, report.id, figure.hasil.id, figure.indikator.id, at + 1, figure.target, figure.realisasi, figure.pembilang, figure.penyebut, figure.uraian, figure.sentence, figure.cause,
      isFlagged, figure.capaian, verdict, verdict === "minta_perbaikan" ? "Bukti belum memuat tanggal. Mohon lampirkan rekap yang bertanggal." : null, verdict && checkedAt);
    if (submittedOn !== null && figure.isDue && (at === mustHaveEvidence || random.chance(0.1))) report.evidence.push(addEvidence(random, book, { person, rowId, figure, month, on: submittedOn }));
  }
}

const RECEIPT_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** In the form that the product gives. */
function receiptNumber(random: Random, month: string): string {
  const five = (): string => Array.from({ length: 5 }, () => RECEIPT_LETTERS[random.int(0, RECEIPT_LETTERS.length - 1)]).join("");
  return `L-${month}-${five()}-${five()}`;
}
