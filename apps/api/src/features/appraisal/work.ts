import { addDays, appraisal as rules, type Aspect, bagianKeadaan, blindRating, type BahanPenilaian, type Ekspektasi, type FaktaDasar, type FaktaHasil, type FaktaPenilaian, type LocalDate, masaDinilai, PERILAKU, type Party, type Perilaku, type Refusal, selisihHariKerja, tambahHariKerja, yearState } from "@teraju/domain";
import { type BknLine, findBknLine } from "../../bkn-rating.ts";
import type { Ctx } from "../../context.ts";
import { type Exempt, findExempt } from "../../exempt.ts";
import { Problem } from "#http/problem.ts";
import { mustPerson } from "../../standing.ts";
import { findSeat, loadMaterial, type Material, type Seat, type UmpanBalik } from "./material.ts";
import { findPeriod, type Period, spanOf } from "./period.ts";
import { findLatest, type Saved } from "./queries.ts";
import { type Raters, ratersOf } from "./raters.ts";
import { loadYear } from "./year.ts";
import { findUsul, findYearState, type Recorded, type Usul } from "../../year-state.ts";
import { blindFinalRefusals, type BlindStep, findBlindStep } from "../../blind-step.ts";

/** The ratings of one person's period as they are being given: from the database, or from a request not yet saved. */
export type Draft = {
  hasil: ReadonlyMap<string, Ekspektasi>;
  perilaku: ReadonlyMap<Perilaku, Ekspektasi>;
  hasilKerja: Ekspektasi | null; perilakuKerja: Ekspektasi | null;
  alasanHasilKerja: string | null; alasanPerilaku: string | null;
  basis: readonly { aspect: Aspect; kind: "evidence" | "umpan_balik"; id: string }[];
};

/** One person's period on the penilai's desk: some ten queries, whatever its size. */
export type Work = { period: Period; /** What left no SKP on all days of the period; null where a day was worked. */ exempt: Exempt | null; raters: Raters; seat: Seat; material: Material; saved: Saved | null; year: Awaited<ReturnType<typeof loadYear>>; parties: readonly ("penilai" | "atasan")[]; /** What e-Kinerja BKN has of this person's period. */ bkn: BknLine | null; /** Null where the period has no two-blind step. */ blind: BlindStep | null; /** What was recorded of the year; null of shorter periods too. */ state: Recorded | null; /** What the personnel records say of it; null of shorter periods. */ usul: Usul | null; /** Rated on signed paper, which says the two ratings and none of single results. */ isOnPaper?: true };

/**
 * As whom the actor rates. A correction belongs to who set the result; before that the rules of the period decide, and only
 * they: who is penilai today may be somebody else.
 */
function partiesOf(actorId: string, raters: Raters, saved: Saved | null): ("penilai" | "atasan")[] {
  if (saved !== null && (saved.status === "final" || saved.revision > 1)) return saved.penilaiId === actorId ? ["penilai"] : [];
  const isPenilai = raters.penilai.value === actorId;
  return isPenilai ? ["penilai"] : raters.atasanId === actorId ? ["atasan"] : [];
}

/** Loads the work; 404 for who may not know of it, 403 for who may see results but does not rate this period. */
export async function loadWork(ctx: Ctx, periodId: string, personId: string): Promise<Work> {
  const period = await findPeriod(ctx.pool, periodId);
  const raters = await ratersOf(ctx.pool, period, personId, ctx.today);
  // Whom the rules name knows of it, wherever they sit today; what all others learn, the table decides.
  if (raters === null || ![raters.penilai.value, raters.atasanId].includes(ctx.actor.personId)) await mustPerson(ctx, "appraisal.rate", personId, spanOf(period));
  const [saved, material, bkn] = await Promise.all([findLatest(ctx.pool, periodId, personId), loadMaterial(ctx.pool, period, personId, ctx.today), findBknLine(ctx.pool, personId, period)]);
  if (raters === null || raters.penilai.value === null) throw new Problem("not_found");
  const parties = partiesOf(ctx.actor.personId, raters, saved);
  if (parties.length === 0) throw new Problem("forbidden");
  const seat = await findSeat(ctx.pool, { ...period, selesai: raters.selesai }, { personId, unitId: raters.unitId, penilaiId: raters.penilai.value, atasanId: raters.atasanId }, ctx.today);
  if (seat === null) throw new Problem("not_found");
  const year = await loadYear(ctx.pool, period, { personId, rekan: material.rekan, today: ctx.today });
  const blind = period.kind === "tahunan" && blindRating.isBlindStepOn(period.standar) ? await findBlindStep(ctx.pool, period, personId, "penilai") : null;
  const exempt = await findExempt(ctx.pool, personId, { from: period.mulai, until: period.selesai });
  const state = period.kind === "tahunan" ? await findYearState(ctx.pool, periodId, personId) : null;
  const usul = period.kind === "tahunan" ? await findUsul(ctx.pool, personId, { ...period, endedOn: endedOnOf({ period, raters }) }) : null;
  return { period, exempt, raters, seat, material, saved, year, bkn, parties, blind, state, usul };
}

/** Facts of the year that its state is recorded in. */
export function yearOf({ period, saved }: Pick<Work, "period" | "saved">): { selesai: LocalDate; isClosed: boolean; isFinal: boolean } {
  return { selesai: period.selesai, isClosed: period.isClosed, isFinal: saved?.status === "final" };
}

/** The first day of the year without a post, where its last day has none. */
export function endedOnOf({ period, raters }: Pick<Work, "period" | "raters">): LocalDate | null {
  return raters.selesai === period.selesai ? null : addDays(raters.selesai, 1);
}

export function draftOf(saved: Saved | null): Draft {
  const of = (aspect: Aspect) => (saved?.ratings ?? []).filter((one) => one.aspect === aspect);
  return {
    hasil: new Map(of("hasil_kerja").map((one) => [one.target, one.rating])),
    perilaku: new Map(PERILAKU.flatMap((name) => of("perilaku").filter((one) => one.target === name).map((one) => [name, one.rating] as const))),
    hasilKerja: saved?.hasilKerja ?? null, perilakuKerja: saved?.perilaku ?? null,
    alasanHasilKerja: saved?.alasanHasilKerja ?? null, alasanPerilaku: saved?.alasanPerilaku ?? null,
    basis: (saved?.basis ?? []).flatMap(({ aspect, evidenceId, umpanBalikId }): Draft["basis"][number][] =>
      evidenceId !== null ? [{ aspect, kind: "evidence", id: evidenceId }] : umpanBalikId !== null ? [{ aspect, kind: "umpan_balik", id: umpanBalikId }] : []),
  };
}

/** Results with their months' figures and the ratings of the draft. */
function hasilOf({ lines, figures }: Material, { hasil }: Pick<Draft, "hasil">): FaktaHasil[] {
  const byIndicator = Map.groupBy(figures, (figure) => figure.indikatorId);
  return [...Map.groupBy(lines, (line) => line.lineId)].flatMap(([lineId, own]) => own.slice(0, 1).map(({ text, prioritas }) => ({
    lineId, text, prioritas, rating: hasil.get(lineId) ?? null,
    indikator: own.map((line) => ({
      id: line.indikatorId, text: line.indikatorText, jenis: line.jenis, arah: line.arah, satuan: line.satuan, targetMin: line.targetMin, targetMax: line.targetMax, bobot: line.bobot,
      bulan: (byIndicator.get(line.indikatorId) ?? []).map(({ month, target, realisasi, pembilang, penyebut }) => ({ bulan: month, target, realisasi, pembilang, penyebut })),
    })),
  })));
}

/** What suggestions and index are computed from. Umpan balik on a behaviour speaks to that, all other to the results. */
export function bahanOf({ period, material, seat, state }: Pick<Work, "period" | "material" | "seat" | "state">, draft: Pick<Draft, "hasil" | "perilaku">): BahanPenilaian {
  const { id: _id, ratingFrom: _from, ratingUntil: _until, isClosed: _closed, mulai: _mulai, selesai: _selesai, standar, kalender: _kalender, ...periode } = period;
  const masa = state === null ? null : masaDinilai({ perlakuan: bagianKeadaan(period, state).perlakuan.value, kalender: period.kalender, isTargetDipotong: standar.indeks.targetSebagian });
  const onResults = material.umpanBalik.filter((one) => one.perilaku === null);
  const count = (nada: UmpanBalik["nada"]): number => onResults.filter((one) => one.nada === nada).length;
  return {
    periode,
    hasil: hasilOf(material, draft),
    perilaku: PERILAKU.map((perilaku) => ({ perilaku, rating: draft.perilaku.get(perilaku) ?? null })),
    umpanBalik: { positif: count("positif"), netral: count("netral"), negatif: count("negatif") },
    rekan: material.rekan,
    ...(masa === null ? {} : { masa }),
    // Of a quarter the unit's capaian is said beside the suggestion; of the year it is the suggestion.
    ...(period.kind === "tahunan" && seat.ownPredikat !== null ? { pimpinanUnit: { unit: seat.unit, predikat: seat.ownPredikat } } : {}),
    standar: { bobotRekan: standar.rekan.bobot, jawabanMin: standar.rekan.jawabanMin, batas: standar.penilaian.batas, batasAtas: standar.indeks.batasAtas, bobotUtama: standar.indeks.bobotUtama, bobotTambahan: standar.indeks.bobotTambahan },
  };
}

/** The penilai of the period and who acts in his place both write "own notes". */
export function isFromPenilai({ raters }: Pick<Work, "raters">, actorId: string, { fromId }: Pick<UmpanBalik, "fromId">): boolean {
  return fromId === actorId || fromId === raters.penilai.value;
}

/** From which day an own note may carry "di bawah", and whether it does today. */
export function carries(work: Work, ctx: Pick<Ctx, "today" | "actor">, note: UmpanBalik): { carriesDiBawah: boolean; carriesFrom: string | null } {
  const { kalender, standar } = work.period;
  if (!isFromPenilai(work, ctx.actor.personId, note)) return { carriesDiBawah: true, carriesFrom: null };
  const hari = standar.penilaian.catatanHari;
  return { carriesDiBawah: selisihHariKerja(note.givenOn, ctx.today, kalender) >= hari, carriesFrom: tambahHariKerja({ mulai: note.givenOn, hari, kalender }) };
}

function basisOf(work: Work, draft: Draft, aspect: Aspect, ctx: Pick<Ctx, "actor">): rules.Basis[] {
  return draft.basis.filter((one) => one.aspect === aspect).flatMap((one): rules.Basis[] => {
    if (one.kind === "evidence") return [{ kind: "evidence", isInPeriod: work.material.evidence.some((item) => item.id === one.id) }];
    const note = work.material.umpanBalik.find((item) => item.id === one.id);
    return note === undefined ? [] : [{ kind: "umpan_balik", isInPeriod: true, isFromPenilai: isFromPenilai(work, ctx.actor.personId, note), givenOn: note.givenOn }];
  });
}

/** A correction is outside of the window by nature: that of the first evaluation is over. */
const NO_END = "9999-12-31";

export type Saran = { hasilKerja: Ekspektasi | null; perilaku: Ekspektasi | null };

/** Every reason why the action is not allowed now on this draft, from the domain's one table. */
export function refusalsOf(work: Work, action: rules.Action, draft: Draft, saran: Saran, ctx: Ctx, correctionReason: string | null = null): Refusal[] {
  const { period, saved, material, seat } = work;
  const isCorrection = saved !== null && saved.revision > 1;
  const source = sourceOf(work, draft);
  // Of ratings that come from e-Kinerja only reason and evidence are asked: nobody rates each result a second time.
  const areResultsRated = source !== null || work.isOnPaper === true || bahanOf(work, draft).hasil.every((one) => one.rating !== null);
  const thing: rules.Appraisal = {
    status: saved?.status ?? "draft",
    // Without a rating for each result there is no suggestion to compare with: the whole is not yet rated.
    hasilKerja: { rating: action === "finalize" && !areResultsRated ? null : draft.hasilKerja, saran: saran.hasilKerja, alasan: draft.alasanHasilKerja, basis: basisOf(work, draft, "hasil_kerja", ctx) },
    perilaku: { rating: draft.perilakuKerja, saran: saran.perilaku, alasan: draft.alasanPerilaku, basis: basisOf(work, draft, "perilaku", ctx) },
    hasCapaianOrganisasi: seat.capaianPredikat !== null,
    hasSkpInForce: material.lines.length > 0,
    isUnderKeberatan: saved?.isUnderKeberatan ?? false,
    isOwn: work.raters.personId === ctx.actor.personId,
    ratingFrom: period.ratingFrom,
    ratingUntil: isCorrection ? NO_END : period.ratingUntil,
  };
  const context: rules.Context = { parties: work.parties satisfies readonly Party[], today: ctx.today, kalender: period.kalender, standar: period.standar, correctionReason };
  const closed: Refusal[] = period.isClosed && !isCorrection && action !== "correct" ? ["period_closed"] : [];
  const replaced: Refusal[] = action === "finalize" && source === "replaced" ? ["bkn_replaced"] : [];
  const blind = action === "finalize" && !isCorrection ? blindFinalRefusals(work.blind, { parties: work.parties, today: ctx.today, kalender: period.kalender, standar: period.standar }) : [];
  const state = action === "correct" ? [] : yearState.ratingRefusals({ perlakuan: work.state === null ? null : bagianKeadaan(period, work.state).perlakuan.value.perlakuan, endedOn: endedOnOf(work) }, action === "finalize");
  const exempt: Refusal[] = work.exempt !== null && !isCorrection && action !== "correct" ? ["period_exempt"] : [];
  return [...closed, ...exempt, ...replaced, ...rules.refusals(thing, action, context), ...blind, ...state];
}

/** The line that the draft's ratings come from, `replaced` where a newer report is kept since; null where they are the penilai's own choice. */
export function sourceOf({ saved, bkn }: Pick<Work, "saved" | "bkn">, draft: Pick<Draft, "hasilKerja" | "perilakuKerja">): BknLine | "replaced" | null {
  if (saved === null || saved.bknReportId === null || draft.hasilKerja !== saved.hasilKerja || draft.perilakuKerja !== saved.perilaku) return null;
  return bkn !== null && bkn.reportId === saved.bknReportId && bkn.line === saved.bknLine ? bkn : "replaced";
}

function dasarOf(work: Work, draft: Draft, aspect: Aspect, ctx: Ctx): FaktaDasar[] {
  return draft.basis.filter((one) => one.aspect === aspect).flatMap((one): FaktaDasar[] => {
    const evidence = work.material.evidence.find((item) => item.id === one.id);
    if (evidence !== undefined) return [{ kind: "evidence", id: evidence.id, title: evidence.title, bulan: evidence.month }];
    const note = work.material.umpanBalik.find((item) => item.id === one.id);
    if (note === undefined) return [];
    return [{ kind: "umpan_balik", id: note.id, dari: note.from, isFromPenilai: isFromPenilai(work, ctx.actor.personId, note), nada: note.nada, text: note.text, givenOn: note.givenOn, reply: note.reply }];
  });
}

/** Left out where the ratings were chosen here, so that such facts are what they always were. */
function sumberOf(source: ReturnType<typeof sourceOf>): Pick<FaktaPenilaian, "sumberResmi"> {
  if (source === null || source === "replaced") return {};
  return { sumberResmi: { sistem: "e-Kinerja BKN", laporan: source.title, baris: source.line, ditarik: source.pulledAt, penilai: source.penilai, dinilai: source.ratedAt } };
}

/** All that the final result rests on; null where a rating or the capaian is still missing. */
export function factsOf(work: Work, draft: Draft, ctx: Ctx): FaktaPenilaian | null {
  const { seat, raters, saved } = work;
  if (draft.hasilKerja === null || draft.perilakuKerja === null || seat.capaianPredikat === null) return null;
  const isAtasan = raters.penilai.value !== ctx.actor.personId && raters.atasanId === ctx.actor.personId;
  const setter = isAtasan ? { name: seat.atasanName ?? ctx.actor.name, jabatan: seat.atasanJabatan } : { name: seat.penilaiName, jabatan: seat.penilaiJabatan };
  return {
    ...bahanOf(work, draft),
    pegawai: { id: raters.personId, name: seat.name, jabatan: seat.jabatan, unit: seat.unit },
    penilai: { id: ctx.actor.personId, ...setter, sebagai: isAtasan ? "atasan" : "penilai", isKepalaDaerah: seat.isKepalaDaerah },
    atasan: raters.atasanId === null || seat.atasanName === null ? null : { id: raters.atasanId, name: seat.atasanName, jabatan: seat.atasanJabatan },
    capaianOrganisasi: { unitId: seat.capaianUnitId, unit: seat.capaianUnit, predikat: seat.capaianPredikat },
    hasilKerja: { rating: draft.hasilKerja, alasan: draft.alasanHasilKerja, dasar: dasarOf(work, draft, "hasil_kerja", ctx) },
    perilakuKerja: { rating: draft.perilakuKerja, alasan: draft.alasanPerilaku, dasar: dasarOf(work, draft, "perilaku", ctx) },
    koreksi: saved?.koreksi ?? null,
    ...sumberOf(sourceOf(work, draft)),
    ...(work.state === null || work.state.keadaan === "bekerja" ? {} : { keadaan: { keadaan: work.state.keadaan, sejak: work.state.sejak, studi: work.state.studi } }),
  };
}

