import { addDays, hariKerjaKe, type LocalDate } from "@teraju/domain";
import type { City, Jabatan, Person, Unit } from "./city.ts";
import type { Loader } from "./copy.ts";
import { ANAK_LAMPIRAN_3 } from "./data/anak-lampiran-3.ts";
import { skpKepala } from "./data/skp-kepala.ts";
import type { HasilKerjaData, IndikatorData, Measure, SkpData } from "./data/skp-data.ts";
import { JOB_FAMILIES } from "./data/skp-job-families.ts";
import type { Patterns } from "./patterns.ts";
import type { Random } from "./random.ts";
import { onDay, type Lines } from "./relations.ts";
import { millisOf, moment, must, workingDayBefore, KALENDER, type Timeline } from "./timeline.ts";

export type MadeIndikator = { id: string; lineId: string; data: IndikatorData; target: number | null; targetMin: number | null; targetMax: number | null; monthly: readonly (number | null)[] | null };
export type MadeHasil = { id: string; lineId: string; position: number; data: HasilKerjaData; indikator: MadeIndikator[] };
export type MadeSkp = { id: string; year: number; person: Person; unit: Unit; jabatan: Jabatan; penilai: Person; effectiveFrom: LocalDate; status: "set" | "superseded" | "proposed" | "draft"; hasil: MadeHasil[]; data: SkpData };
export type Skps = Map<Person, MadeSkp[]>;

const HEALTH = new Set(["apoteker", "asisten_apoteker", "sanitarian", "promkes", "pranata_lab", "nutrisionis", "petugas_loket"]);
/** The family as it is kept with the person; families of health workers say so, for the warning about patients' data. */
export function jobFamilyOf(family: string): string {
  return HEALTH.has(family) ? `kesehatan_${family}` : family.startsWith("kepala:") ? "kepala_perangkat_daerah" : family;
}

export function skpDataOf(person: Person): SkpData | null {
  if (person.family === "wali_kota") return null;
  if (person.family.startsWith("kepala:")) return skpKepala(person.family.slice(7), must(person.unit.opd).name);
  return must(ANAK_LAMPIRAN_3[person.family]?.skp ?? JOB_FAMILIES[person.family]);
}

/** Twelve figures of the rencana aksi, January first; null for a month in which nothing is due; null altogether for words of each month. */
export function monthlyPlan(measure: Measure): readonly (number | null)[] | null {
  if (measure.jenis === "uraian" && measure.rhythm === "bulanan") return null;
  const figure = measure.jenis === "uraian" ? 1 : measure.jenis === "rasio" ? measure.target : measure.arah === "rentang" ? measure.targetMax : measure.perMonth;
  const every = { bulanan: 1, triwulanan: 3, semesteran: 6, tahunan: 12 }[measure.rhythm];
  return Array.from({ length: 12 }, (_, at) => ((at + 1) % every === 0 ? (("plan" in measure && measure.plan?.[at]) || figure) : null));
}

/** Every person's SKP of every year of the history, the superior's before the bawahan's, so that results can be bound. */
export function buildSkps(random: Random, city: City, lines: Lines, patterns: Patterns, timeline: Timeline): Skps {
  const skps: Skps = new Map();
  for (const person of city.people) {
    const data = skpDataOf(person);
    if (data === null) continue;
    const list: MadeSkp[] = [];
    for (const year of timeline.years) {
      const begin = patterns.newcomers.get(person);
      const effectiveFrom = begin !== undefined && begin.startsWith(String(year)) ? addDays(begin, 16) : `${year}-01-01`;
      // Not yet here, or here so late in the year that the first SKP is the next year's.
      if (!effectiveFrom.startsWith(String(year)) || (begin !== undefined && effectiveFrom < begin)) continue;
      if (person === patterns.plt.retired && effectiveFrom >= patterns.plt.on) continue;
      const first = make(random, person, data, year, effectiveFrom, lines);
      list.push(first);
      if (person === patterns.mover.person && patterns.mover.on.startsWith(String(year)) && patterns.mover.on > effectiveFrom) {
        list.push(revise(random, first, patterns.mover.on, lines));
        first.status = "superseded";
      }
      first.status = statusOf(random, first, person, patterns, timeline);
    }
    skps.set(person, list);
  }
  return skps;
}

function make(random: Random, person: Person, data: SkpData, year: number, effectiveFrom: LocalDate, lines: Lines): MadeSkp {
  const relation = must(onDay(must(lines.relationsOf.get(person)), effectiveFrom));
  const seat = must(onDay(must(lines.placementsOf.get(person)).filter((one) => one.kind === "definitif"), effectiveFrom));
  const id = (): string => random.uuid(millisOf(effectiveFrom));
  const hasil = data.hasilKerja.map((one, at): MadeHasil => ({ id: id(), lineId: id(), position: at + 1, data: one, indikator: one.indikator.map((indikator) => makeIndikator(indikator, id)) }));
  return { id: id(), year, person, unit: seat.jabatan.unit, jabatan: seat.jabatan, penilai: relation.penilai, effectiveFrom, status: "set", hasil, data };
}

function makeIndikator(data: IndikatorData, id: () => string): MadeIndikator {
  const { measure } = data;
  const isRange = measure.jenis === "angka" && measure.arah === "rentang";
  return {
    id: id(), lineId: id(), data, monthly: monthlyPlan(measure),
    target: measure.jenis === "uraian" || isRange ? null : measure.target, targetMin: isRange ? measure.targetMin : null, targetMax: isRange ? measure.targetMax : null,
  };
}

/** The next version after a move: the same lines, a new unit and penilai. */
function revise(random: Random, skp: MadeSkp, on: LocalDate, lines: Lines): MadeSkp {
  const next = make(random, skp.person, skp.data, skp.year, on, lines);
  return { ...next, hasil: next.hasil.map((one, at) => ({ ...one, lineId: must(skp.hasil[at]).lineId, indikator: one.indikator.map((i, n) => ({ ...i, lineId: must(must(skp.hasil[at]).indikator[n]).lineId })) })) };
}

function statusOf(random: Random, skp: MadeSkp, person: Person, patterns: Patterns, timeline: Timeline): MadeSkp["status"] {
  if (skp.status === "superseded") return "superseded";
  if (patterns.withoutTarget.has(person) && skp.year === timeline.open.year) return "proposed";
  // In January the new year's SKP are still being discussed.
  if (skp.year <= timeline.open.year || timeline.today > `${skp.year}-01-31`) return "set";
  const dice = random.next();
  return person.isHead || dice < 0.4 ? "set" : dice < 0.75 ? "proposed" : "draft";
}

export function loadSkps(random: Random, load: Loader, skps: Skps, timeline: Timeline): void {
  const addSkp = load.table("skp", ["id", "person_id", "year", "revision", "status", "pendekatan", "is_pimpinan", "jabatan_id", "unit_id", "penilai_id", "note", "effective_from", "proposed_at", "set_at", "version"]);
  const addHasil = load.table("hasil_kerja", ["id", "skp_id", "line_id", "position", "prioritas", "text", "intervened_line_id", "intervened_text", "assigned_by"]);
  const addIndikator = load.table("indikator", ["id", "hasil_kerja_id", "line_id", "position", "text", "aspek", "perspektif", "jenis", "arah", "target", "target_min", "target_max", "target_text", "satuan", "bobot", "monthly_target"]);
  const addPerilaku = load.table("skp_perilaku", ["skp_id", "perilaku", "ekspektasi"]);
  const addLampiran = load.table("skp_lampiran", ["id", "skp_id", "kind", "position", "text"]);
  for (const list of skps.values()) {
    for (const [at, skp] of list.entries()) {
      const revision = list.slice(0, at + 1).filter((one) => one.year === skp.year).length;
      const days = skp.status === "draft" ? null : datesOf(random, skp, timeline);
      addSkp(skp.id, skp.person.id, skp.year, revision, skp.status, skp.data.pendekatan, skp.data.isPimpinan, skp.jabatan.id, skp.unit.id, skp.penilai.id, revision > 1 ? "Penyesuaian setelah pindah unit" : null,
        skp.effectiveFrom, days && moment(days.proposed, 540), days && skp.status !== "proposed" ? moment(days.set, 600) : null, days === null ? 1 : 3);
      const above = skps.get(skp.penilai)?.findLast((one) => one.year === skp.year && one.effectiveFrom <= skp.effectiveFrom);
      for (const hasil of skp.hasil) loadHasil(addHasil, addIndikator, skp, hasil, above);
      for (const [perilaku, list_] of Object.entries(skp.data.perilaku)) addPerilaku(skp.id, perilaku, list_.join("\n"));
      const { sumberDaya, pertanggungjawaban, konsekuensi } = skp.data.lampiran;
      for (const [kind, texts] of [["sumber_daya", sumberDaya], ["pertanggungjawaban", pertanggungjawaban], ["konsekuensi", konsekuensi]] as const) {
        for (const [position, text] of texts.entries()) addLampiran(random.uuid(millisOf(skp.effectiveFrom)), skp.id, kind, position + 1, text);
      }
    }
  }
}

/** Proposed and set in January, or in the weeks after a later beginning; never after today. */
export function datesOf(random: Random, skp: MadeSkp, timeline: Timeline): { proposed: LocalDate; set: LocalDate } {
  const month = skp.effectiveFrom.slice(0, 7);
  const latest = workingDayBefore(timeline.today);
  const proposed = hariKerjaKe(month, random.int(2, 9), KALENDER);
  const set = hariKerjaKe(month, random.int(10, 17), KALENDER);
  return { proposed: proposed < latest ? proposed : latest, set: set < latest ? set : latest };
}

type Add = ReturnType<Loader["table"]>;
function loadHasil(addHasil: Add, addIndikator: Add, skp: MadeSkp, hasil: MadeHasil, above: MadeSkp | undefined): void {
  const target = hasil.data.intervenes === undefined ? undefined : (above?.hasil[hasil.data.intervenes] ?? above?.hasil[0]);
  addHasil(hasil.id, skp.id, hasil.lineId, hasil.position, hasil.data.prioritas, hasil.data.text, target?.lineId ?? null, target?.data.text ?? null, skp.data.assignedBy);
  for (const [at, made] of hasil.indikator.entries()) {
    const { text, aspek, perspektif, measure } = made.data;
    addIndikator(made.id, hasil.id, made.lineId, at + 1, text, aspek ?? null, perspektif ?? null, measure.jenis, measure.jenis === "uraian" ? "maks" : measure.arah, made.target, made.targetMin, made.targetMax,
      measure.jenis === "uraian" ? measure.targetText : null, measure.jenis === "uraian" ? null : measure.satuan, null, made.monthly);
  }
}
