import { type Kalender, type LocalDate, selisihHariKerja } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { StandarPenilaian } from "./standar.ts";
import type { AppraisalStatus, Ekspektasi } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** What a rating points at: evidence, or umpan balik that the pegawai has received. */
export type Basis =
  | { kind: "evidence"; isInPeriod: boolean }
  | { kind: "umpan_balik"; isInPeriod: boolean; isFromPenilai: boolean; givenOn: LocalDate };

/** One of the two ratings, with the suggestion that was shown (null: the guide has none). */
export type Rated = { rating: Ekspektasi | null; saran: Ekspektasi | null; alasan: string | null; basis: readonly Basis[] };

export type Appraisal = {
  status: AppraisalStatus;
  hasilKerja: Rated;
  perilaku: Rated;
  /** Step 1 of Pasal 24/25: the capaian of the unit led by the penilai has been entered. */
  hasCapaianOrganisasi: boolean;
  hasSkpInForce: boolean;
  /** The atasan examines a keberatan on this period's result (Lampiran BAB V.B.3). */
  isUnderKeberatan: boolean;
  /** Rater and rated are one person. */
  isOwn: boolean;
  ratingFrom: LocalDate;
  ratingUntil: LocalDate;
};

/**
 * `adopt` takes the two ratings from e-Kinerja BKN, the official source: what they stand on is asked for before they become final.
 * `correct` begins the next revision as a draft; the final row itself never changes.
 * Saving ratings needs no capaian organisasi, making them final does: Pasal 24 ayat (1) puts a. capaian, b. pola, c. predikat in
 * that order, and Lampiran BAB IV.B.3 lets the penilai look at progress and umpan balik before; only the predikat closes the steps.
 */
export const ACTIONS = {
  save: { from: ["draft"], to: "same", by: ["penilai", "atasan"] },
  finalize: { from: ["draft"], to: "final", by: ["penilai", "atasan"] },
  adopt: { from: ["draft"], to: "same", by: ["penilai", "atasan"] },
  correct: { from: ["final"], to: "same", by: ["penilai", "atasan"] },
} as const satisfies Record<string, Transition<AppraisalStatus>>;
export type Action = keyof typeof ACTIONS;

export type Context = {
  parties: readonly Party[];
  today: LocalDate;
  kalender: Kalender;
  standar: Pick<StandarPenilaian, "penilaian">;
  /** Why a final result is corrected. */
  correctionReason?: string | null;
};

function isReason(text: string | null | undefined, { standar }: Context): boolean {
  return (text ?? "").trim().length >= standar.penilaian.alasanMin;
}

/** The penilai's own words carry "di bawah" only when the pegawai had them long enough to answer. */
function isTooRecent(basis: Basis, { today, kalender, standar }: Context): boolean {
  if (basis.kind === "evidence" || !basis.isFromPenilai) return false;
  return selisihHariKerja(basis.givenOn, today, kalender) < standar.penilaian.catatanHari;
}

type AspectRefusals = { none: boolean; tooRecent: boolean; reason: boolean };

/**
 * di_atas and di_bawah need a basis of the period; di_bawah does not stand on recent notes of the penilai alone. A rating other
 * than the suggested one needs a reason; where the guide suggests nothing, any rating but "sesuai" does.
 */
function aspectRefusals({ rating, saran, alasan, basis }: Rated, context: Context): AspectRefusals {
  if (rating === null) return { none: false, tooRecent: false, reason: false };
  const ofPeriod = basis.filter((item) => item.isInPeriod);
  const needsBasis = rating !== "sesuai";
  const isTooRecentAlone = rating === "di_bawah" && ofPeriod.length > 0 && ofPeriod.every((item) => isTooRecent(item, context));
  return { none: needsBasis && ofPeriod.length === 0, tooRecent: isTooRecentAlone, reason: rating !== (saran ?? "sesuai") && !isReason(alasan, context) };
}

function ratingReasons(appraisal: Appraisal, context: Context): Partial<Record<Refusal, boolean>> {
  const hasilKerja = aspectRefusals(appraisal.hasilKerja, context);
  const perilaku = aspectRefusals(appraisal.perilaku, context);
  return {
    no_basis_hasil_kerja: hasilKerja.none,
    no_basis_perilaku: perilaku.none,
    note_too_recent_hasil_kerja: hasilKerja.tooRecent,
    note_too_recent_perilaku: perilaku.tooRecent,
    reason_missing_hasil_kerja: hasilKerja.reason,
    reason_missing_perilaku: perilaku.reason,
  };
}

/** Lampiran BAB IV.A.11: the penilai within the time of evaluation, after it the atasan penilai. */
function timeReasons({ ratingFrom, ratingUntil }: Appraisal, { today, parties }: Context): Partial<Record<Refusal, boolean>> {
  const isAtasanAlone = parties.includes("atasan") && !parties.includes("penilai");
  const isPenilaiAlone = parties.includes("penilai") && !parties.includes("atasan");
  return {
    rating_window_not_open: today < ratingFrom,
    penilai_in_time: isAtasanAlone && today <= ratingUntil,
    rating_window_closed: isPenilaiAlone && today > ratingUntil,
  };
}

function conditionRefusals(appraisal: Appraisal, action: Action, context: Context): Refusal[] {
  const own = { own_appraisal: appraisal.isOwn, keberatan_running: appraisal.isUnderKeberatan };
  switch (action) {
    case "save":
      return reasons({ ...own, skp_not_set: !appraisal.hasSkpInForce, ...timeReasons(appraisal, context), ...ratingReasons(appraisal, context) });
    case "adopt":
      return reasons({ ...own, skp_not_set: !appraisal.hasSkpInForce, ...timeReasons(appraisal, context) });
    case "finalize":
      return reasons({
        ...own,
        skp_not_set: !appraisal.hasSkpInForce,
        ...timeReasons(appraisal, context),
        capaian_organisasi_missing: !appraisal.hasCapaianOrganisasi,
        ratings_missing: appraisal.hasilKerja.rating === null || appraisal.perilaku.rating === null,
        ...ratingReasons(appraisal, context),
      });
    case "correct":
      return reasons({ ...own, correction_reason_missing: !isReason(context.correctionReason, context) });
  }
}

/** All reasons why the action is not allowed now; empty when it is. */
export function refusals(appraisal: Appraisal, action: Action, context: Context): Refusal[] {
  return [...transitionRefusals<AppraisalStatus>(ACTIONS[action], appraisal.status, context.parties), ...conditionRefusals(appraisal, action, context)];
}

/** Which of a rating's bases carry it, so that a screen can mark the others. */
export function carryingBasis(rated: Rated, context: Context): Basis[] {
  return rated.basis.filter((item) => item.isInPeriod && !(rated.rating === "di_bawah" && isTooRecent(item, context)));
}

/** Why the pola of a department may not be shown yet. `unsaved` counts people whose ratings are not saved. */
export function polaRefusals(facts: { hasCapaianOrganisasi: boolean; unsaved: number; people: number }, standar: Pick<StandarPenilaian, "pola">): Refusal[] {
  return reasons({
    capaian_organisasi_missing: !facts.hasCapaianOrganisasi,
    pola_ratings_unsaved: facts.unsaved > 0,
    pola_unit_small: facts.people < standar.pola.minPegawai,
  });
}

