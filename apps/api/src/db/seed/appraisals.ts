import { type Ekspektasi, type FaktaPenilaian, type LocalDate, type Perilaku, type PredikatOrganisasi, periodeOf, ratingKepalaUnit, saranRatingHasilKerja, saranRatingPerilaku } from "@teraju/domain";
import { recompute } from "../../features/appraisal/decision.ts";
import { basisFor, capaianKey, chooseHasilKerja, choosePerilaku, type Choice } from "./choices.ts";
import type { City, Person, Unit } from "./city.ts";
import type { Loader } from "./copy.ts";
import { hasilFacts, reportsOfPeriod } from "./facts.ts";
import type { CapaianOrganisasi } from "./organisation-results.ts";
import type { Patterns } from "./patterns.ts";
import type { Random } from "./random.ts";
import type { MadeReport, Reports } from "./reports.ts";
import { onDay, type Lines } from "./relations.ts";
import { addWorkingDays, millisOf, moment, must, STANDAR, type DemoPeriod, type Timeline } from "./timeline.ts";
import type { MadeUmpanBalik, UmpanBalikBook } from "./umpan-balik.ts";

export type FinalEvent = { on: LocalDate; minute: number; actor: Person; person: Person; isYear: boolean; appraisalId: string; digest: string };
type Behaviour = { perilaku: Perilaku; rating: Ekspektasi | null }[];
export type Sources = { city: City; lines: Lines; patterns: Patterns; timeline: Timeline; reports: Reports; umpanBalik: UmpanBalikBook; organisasi: CapaianOrganisasi; periodIds: Map<DemoPeriod, string> };
type Adders = { appraisal: ReturnType<Loader["table"]>; rating: ReturnType<Loader["table"]>; basis: ReturnType<Loader["table"]> };
/** By first month and person: how the behaviours were rated, which a year repeats. */
type Rated = Map<string, Behaviour>;

/** Ratings and predikat of the closed periods, and of a part of the people in the period that is being rated; of the past year from dice of their own. */
export async function buildAppraisals(random: Random, ofYear: Random, load: Loader, sources: Sources): Promise<FinalEvent[]> {
  const add: Adders = {
    appraisal: load.table("appraisal", ["id", "period_id", "person_id", "unit_id", "opd_id", "unit_ord", "penilai_id", "skp_id", "status", "hasil_kerja", "perilaku", "predikat", "saran_hasil_kerja", "saran_perilaku", "alasan_hasil_kerja", "alasan_perilaku", "indeks", "facts", "decision", "digest", "rulebook", "finalized_at", "finalized_on", "opened_at", "version"]),
    rating: load.table("appraisal_rating", ["appraisal_id", "aspect", "target", "rating"]),
    basis: load.table("appraisal_basis", ["id", "appraisal_id", "aspect", "evidence_id", "umpan_balik_id"]),
  };
  const events: FinalEvent[] = [];
  const rated: Rated = new Map();
  const { periods, rating, pastYear } = sources.timeline;
  for (const period of [...periods.filter((one) => one.closedOn !== null || one === rating), ...(pastYear === undefined ? [] : [pastYear])]) {
    for (const [at, person] of sources.city.people.entries()) {
      const event = appraise(period === pastYear ? ofYear : random, add, sources, period, person, rated);
      if (event !== null) events.push(event);
      if (at % 100 === 0) await load.breathe();
    }
  }
  return events;
}

function appraise(random: Random, add: Adders, sources: Sources, period: DemoPeriod, person: Person, rated: Rated): FinalEvent | null {
  const { lines, timeline, patterns, umpanBalik } = sources;
  const reports = reportsOfPeriod(sources.reports, person, period);
  const last = reports.at(-1);
  const endsOn = must(period.months.at(-1)).lastDay;
  const relation = onDay(lines.relationsOf.get(person) ?? [], endsOn);
  if (last === undefined || last.skp === null || relation === undefined) return null;
  const isRunning = period === timeline.rating;
  // In the period that is being rated, the visitor's team waits, and half of the others.
  if (isRunning && (relation.penilai.account !== null || random.chance(0.4))) return null;
  const isFinal = !isRunning || !random.chance(0.15);
  const weighed = sources.organisasi.get(capaianKey(period, ledUnit(sources, relation.penilai, last.unit, endsOn)));
  if (isFinal && weighed === undefined) return null;
  const finalOn = finalDay(random, period, timeline);
  const choice = choose(random, sources, { person, penilai: relation.penilai, period, reports, last, finalOn, behaviour: behaviourOf(rated, period, person) });
  rated.set(`${period.lastMonth}/${person.id}`, choice.nilai);
  const id = random.uuid(millisOf(finalOn));
  const given = umpanBalikOf(umpanBalik, person, period);
  const minute = random.int(470, 960);
  const head = [id, must(sources.periodIds.get(period)), person.id, last.unit.id, must(last.unit.opd).id, last.unit.ord, relation.penilai.id, last.skp.id] as const;
  if (!isFinal || weighed === undefined) {
    add.appraisal(...head, "draft", choice.hasilKerja.rating, choice.perilaku.rating, null, choice.saranHasilKerja, choice.saranPerilaku, choice.hasilKerja.alasan, choice.perilaku.alasan, null, null, null, null, null, null, null, null, 2);
    writeParts(random, add, id, choice, finalOn);
    return null;
  }
  const facts: FaktaPenilaian = {
    periode: periodeOf(period.firstMonth, period.kind),
    hasil: hasilFacts(reports, last.skp, choice.ratings),
    perilaku: choice.nilai,
    umpanBalik: count(given),
    ...(choice.unit === undefined || period.kind !== "tahunan" ? {} : { pimpinanUnit: { unit: choice.unit.unit.name, predikat: choice.unit.predikat } }),
    standar: { batas: STANDAR.penilaian.batas, batasAtas: STANDAR.indeks.batasAtas, bobotUtama: STANDAR.indeks.bobotUtama, bobotTambahan: STANDAR.indeks.bobotTambahan },
    pegawai: { id: person.id, name: person.name, jabatan: person.jabatan.name, unit: last.unit.name },
    penilai: { id: relation.penilai.id, name: relation.penilai.name, jabatan: relation.penilai.jabatan.name, sebagai: "penilai", isKepalaDaerah: relation.penilai === sources.city.wali },
    atasan: relation.penilai === sources.city.wali ? null : { id: relation.atasan.id, name: relation.atasan.name, jabatan: relation.atasan.jabatan.name },
    capaianOrganisasi: { unitId: weighed.unit.id, unit: weighed.unit.name, predikat: weighed.predikat },
    hasilKerja: { rating: choice.hasilKerja.rating, alasan: choice.hasilKerja.alasan, dasar: choice.hasilKerja.basis.map((one) => one.fact) },
    perilakuKerja: { rating: choice.perilaku.rating, alasan: choice.perilaku.alasan, dasar: choice.perilaku.basis.map((one) => one.fact) },
    koreksi: null,
  };
  const receipt = recompute(facts);
  const openedOn = addWorkingDays(finalOn, random.int(1, 8));
  const isOpened = openedOn < timeline.today && (period.kind === "tahunan" || patterns.below === person || random.chance(0.75));
  add.appraisal(...head, "final", facts.hasilKerja.rating, facts.perilakuKerja.rating, receipt.predikat, receipt.saranHasilKerja, receipt.saranPerilaku, facts.hasilKerja.alasan, facts.perilakuKerja.alasan, receipt.indeks,
    { json: facts }, { json: receipt.decision }, receipt.digest, receipt.rulebook, moment(finalOn, minute), finalOn, isOpened ? moment(openedOn, 480) : null, 3);
  writeParts(random, add, id, choice, finalOn);
  return { on: finalOn, minute, actor: relation.penilai, person, isYear: period.kind === "tahunan", appraisalId: id, digest: receipt.digest };
}

/** The unit led by the penilai whose capaian is weighed (Lampiran BAB IV.B.1.g); who is rated by the Wali Kota leads it himself. */
function ledUnit({ city, patterns }: Sources, penilai: Person, seat: Unit, day: LocalDate): Unit {
  if (penilai === city.wali) return seat;
  const isBelowOwn = seat.ord >= penilai.unit.ord && seat.ord <= penilai.unit.lastOrd;
  return penilai === patterns.plt.plt && day >= patterns.plt.on && !isBelowOwn ? patterns.plt.unit : penilai.unit;
}

/** The behaviours of a year are those of its last shorter period: nobody is another person in January. */
function behaviourOf(rated: Rated, { kind, lastMonth }: DemoPeriod, person: Person): Behaviour | undefined {
  return kind === "tahunan" ? rated.get(`${lastMonth}/${person.id}`) : undefined;
}

type Chosen = { ratings: Map<string, Ekspektasi>; nilai: Behaviour; /** The own unit's capaian of who leads one. */ unit: { unit: Unit; predikat: PredikatOrganisasi } | undefined; saranHasilKerja: Ekspektasi | null; saranPerilaku: Ekspektasi | null; hasilKerja: Choice; perilaku: Choice };
type Case = { person: Person; penilai: Person; period: DemoPeriod; reports: MadeReport[]; last: MadeReport; finalOn: LocalDate; behaviour: Behaviour | undefined };

function choose(random: Random, sources: Sources, { person, penilai, period, reports, last, finalOn, behaviour }: Case): Chosen {
  const { patterns, umpanBalik, organisasi } = sources;
  const ratings = chooseHasilKerja(reports, must(last.skp));
  const nilai = behaviour ?? choosePerilaku(random, person, penilai, patterns, [...ratings.values()]);
  const hasil = must(last.skp).hasil.map((one) => ({ prioritas: one.data.prioritas, rating: must(ratings.get(one.lineId)) }));
  const own = person.isHead ? organisasi.get(capaianKey(period, last.unit)) : undefined;
  const ofUnit = own === undefined ? null : ratingKepalaUnit({ organisasi: own.predikat }).value;
  // Of the year the unit's own capaian is the suggestion to who rates its head.
  const suggest = (): Ekspektasi | null => period.kind === "tahunan" && ofUnit !== null ? ofUnit : saranRatingHasilKerja({ hasil, umpanBalik: count(umpanBalikOf(umpanBalik, person, period)), batas: STANDAR.penilaian.batas }).value;
  const first = wish(random, suggest(), ofUnit, penilai, patterns);
  const context = { random, person, penilai, reports, finalOn, umpanBalik, given: () => umpanBalikOf(umpanBalik, person, period), timeline: sources.timeline };
  const saranPerilaku = saranRatingPerilaku({ nilai, rekan: null, batas: STANDAR.penilaian.batas }).value;
  const perilakuRating = saranPerilaku ?? "sesuai";
  // Both bases come first: an umpan balik that is given for one of them counts in the suggestion.
  const basis = basisFor(context, first);
  const basisPerilaku = basisFor(context, perilakuRating);
  const saranHasilKerja = suggest();
  return {
    ratings, nilai, unit: own, saranHasilKerja, saranPerilaku,
    hasilKerja: { rating: first, alasan: first === (saranHasilKerja ?? "sesuai") ? null : reasonFor(first, own !== undefined), basis },
    perilaku: { rating: perilakuRating, alasan: null, basis: basisPerilaku },
  };
}

function wish(random: Random, saran: Ekspektasi | null, ofUnit: Ekspektasi | null, penilai: Person, patterns: Patterns): Ekspektasi {
  if (ofUnit !== null) return ofUnit;
  if (penilai === patterns.lenient) return "di_atas";
  if (penilai === patterns.severe) return saran === "di_atas" || random.chance(0.55) ? "sesuai" : "di_bawah";
  return saran ?? "sesuai";
}

function reasonFor(rating: Ekspektasi, isHead: boolean): string {
  if (isHead) return "Capaian kinerja organisasi ditetapkan sebagai rating hasil kerja pimpinannya (SE MenPANRB 3/2023).";
  if (rating === "di_atas") return "Kontribusi pada hasil tim lebih besar daripada yang terlihat pada angka sendiri.";
  return rating === "di_bawah" ? "Hasil yang penting bagi unit belum tercapai meskipun angka lain sesuai target." : "Capaian dinilai sesuai harapan setelah dibandingkan dengan pegawai setara.";
}

function writeParts(random: Random, add: Adders, id: string, choice: Chosen, on: LocalDate): void {
  for (const [lineId, rating] of choice.ratings) add.rating(id, "hasil_kerja", lineId, rating);
  for (const { perilaku, rating } of choice.nilai) if (rating !== null) add.rating(id, "perilaku", perilaku, rating);
  for (const [aspect, basis] of [["hasil_kerja", choice.hasilKerja.basis], ["perilaku", choice.perilaku.basis]] as const) {
    for (const { fact } of basis) add.basis(random.uuid(millisOf(on)), id, aspect, fact.kind === "evidence" ? fact.id : null, fact.kind === "umpan_balik" ? fact.id : null);
  }
}

/** Between the third working day of the window and its end; in a running window before today. */
function finalDay(random: Random, period: DemoPeriod, timeline: Timeline): LocalDate {
  const day = addWorkingDays(period.ratingFrom, random.int(5, 11));
  const latest = addWorkingDays(timeline.today, -1);
  return period === timeline.rating && day > latest ? latest : day;
}

function umpanBalikOf(book: UmpanBalikBook, person: Person, period: DemoPeriod): MadeUmpanBalik[] {
  return (book.of.get(person) ?? []).filter((one) => one.month >= period.firstMonth && one.month <= period.lastMonth);
}
function count(list: readonly MadeUmpanBalik[]): { positif: number; netral: number; negatif: number } {
  const of = (nada: string): number => list.filter((one) => one.nada === nada).length;
  return { positif: of("positif"), netral: of("netral"), negatif: of("negatif") };
}
