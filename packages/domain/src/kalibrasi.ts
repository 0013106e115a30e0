import * as capaianOrganisasi from "./capaian-organisasi.ts";
import type { LocalDate } from "./calendar.ts";
import { isTooShort } from "./pola-explanation.ts";
import type { Refusal } from "./refusal.ts";
import type { StandarPenilaian } from "./standar.ts";
import { PREDIKAT, type Ekspektasi, type KalibrasiBagian, type KalibrasiStatus, type Predikat } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/**
 * Rapat kalibrasi of one perangkat daerah and one evaluation period. It looks at final results and proposes; who set a result decides, and
 * sets the next revision at the own desk. Nothing is blocked by it and nothing changes without that person's act.
 */
export type Kalibrasi = { status: KalibrasiStatus | "not_opened"; /** BKPSDM's analis is present. */ hasAnalis: boolean };

/** Led by the head of the perangkat daerah with BKPSDM's analis present. */
export const ACTIONS = {
  open: { from: ["not_opened"], to: "open", by: "kepala" },
  attend: { from: ["open"], to: "same", by: "bkpsdm" },
  read: { from: ["open"], to: "same", by: ["kepala", "bkpsdm"] },
  propose: { from: ["open"], to: "same", by: "kepala" },
  close: { from: ["open"], to: "closed", by: "kepala" },
} as const satisfies Record<string, Transition<Kalibrasi["status"]>>;
export type Action = keyof typeof ACTIONS;

export type Context = { parties: readonly Party[]; standar: Pick<StandarPenilaian, "penilaian" | "pola"> };

const standing = ({ status }: Kalibrasi, action: Action, { parties }: Context): Refusal[] => transitionRefusals<Kalibrasi["status"]>(ACTIONS[action], status, parties);

/** The evaluation period that a meeting speaks of, and the day. */
export type Masa = { ratingFrom: LocalDate; isClosed: boolean; today: LocalDate };

/**
 * Why no meeting may be opened: one for each perangkat daerah and period, from the fifty people on from whom the pola is meant, while the
 * period is evaluated. Afterwards its results are delivered and reported (Lampiran BAB V huruf A): only a keberatan still changes them.
 */
export function openRefusals(kalibrasi: Kalibrasi, facts: { people: number; hasCapaianOrganisasi: boolean; masa: Masa }, context: Context): Refusal[] {
  const isOpened = kalibrasi.status !== "not_opened";
  return [...standing({ ...kalibrasi, status: "not_opened" }, "open", context), ...capaianOrganisasi.refusals(facts.masa, facts.masa), ...reasons({
    kalibrasi_opened: isOpened,
    capaian_organisasi_missing: !facts.hasCapaianOrganisasi,
    pola_unit_small: facts.people < context.standar.pola.minPegawai,
  })];
}

export function attendRefusals(kalibrasi: Kalibrasi, context: Context): Refusal[] {
  return [...standing(kalibrasi, "attend", context), ...reasons({ analis_present: kalibrasi.hasAnalis })];
}

/** Why a case's evidence is not opened: outside of the meeting nobody needs it. */
export function readRefusals(kalibrasi: Kalibrasi, context: Context): Refusal[] {
  return standing(kalibrasi, "read", context);
}

/** A case as the proposal finds it; `usul` null: the button. */
export type Kasus = {
  isCurrent: boolean; isUnderKeberatan: boolean; isOwn: boolean; isRead: boolean; hasOpenProposal: boolean;
  ratings: { hasilKerja: Ekspektasi; perilaku: Ekspektasi };
};
export type Usul = { hasilKerja: Ekspektasi; perilaku: Ekspektasi; alasan: string };

/** Why the leader may not propose a change of this case. Names open with the evidence, and only who has read it speaks about it. */
export function proposeRefusals(kalibrasi: Kalibrasi, kasus: Kasus, usul: Usul | null, context: Context & { isPeriodClosed: boolean }): Refusal[] {
  return [...standing(kalibrasi, "propose", context), ...reasons({
    period_closed: context.isPeriodClosed,
    analis_absent: !kalibrasi.hasAnalis,
    own_appraisal: kasus.isOwn,
    evidence_unread: !kasus.isRead,
    result_replaced: !kasus.isCurrent,
    keberatan_running: kasus.isUnderKeberatan,
    proposal_open: kasus.hasOpenProposal,
    nothing_changed: usul !== null && usul.hasilKerja === kasus.ratings.hasilKerja && usul.perilaku === kasus.ratings.perilaku,
    words_too_short: usul !== null && isTooShort(usul.alasan, context),
  })];
}

/** A proposal is answered once, by who set the result, also after the meeting has ended. */
export type Proposal = { isAnswered: boolean; isCurrent: boolean; isUnderKeberatan: boolean };
export function answerRefusals(proposal: Proposal, answer: { isAccepted: boolean; words: string } | null, context: Context): Refusal[] {
  return [...transitionRefusals({ from: ["open"], to: "answered", by: "penilai" }, proposal.isAnswered ? "answered" : "open", context.parties), ...reasons({
    // Another version says nothing about this one: then only "no" is left.
    result_replaced: answer?.isAccepted === true && !proposal.isCurrent,
    keberatan_running: answer?.isAccepted === true && proposal.isUnderKeberatan,
    words_too_short: answer !== null && isTooShort(answer.words, context),
  })];
}

/**
 * A distribution that needs words (`kewajibanPenjelasan`) ends with them: the published explanation of the period; `explanation` undefined: the
 * button. A meeting that the closing of its period overtook ends like any other, so that its words are still published.
 */
export function closeRefusals(kalibrasi: Kalibrasi, facts: { needsWords: boolean; explanation: string | null | undefined }, context: Context): Refusal[] {
  return [...standing(kalibrasi, "close", context), ...reasons({
    analis_absent: !kalibrasi.hasAnalis,
    explanation_missing: facts.explanation !== undefined && facts.needsWords && isTooShort(facts.explanation, context),
    words_too_short: !facts.needsWords && typeof facts.explanation === "string" && isTooShort(facts.explanation, context),
  })];
}

/** What the order knows of one final result: no name. `z` is its residual in standard errors; null where it cannot be compared. */
export type KasusAgenda = { key: string; penilai: string; predikat: Predikat; z: number | null; bukti: number; isFragile: boolean };
/** A penilai whose leniency is a signal: 1 lenient, -1 severe. */
export type PenilaiAgenda = { key: string; arah: 1 | -1 };
export type ButirKalibrasi = { key: string; bagian: KalibrasiBagian; penilai: string };

const ANCHOR_Z = 1;
const FAR_Z = 2;
const PER_PENILAI = 5;
const BORDERLINE = 20;

/**
 * The order of the talk: first patokan, one clear case for each predikat (rating, colleagues and results agree, most evidence), so that all
 * speak of the same measure (where nothing can be compared, most evidence alone); then cases of penilai with a leniency signal, farthest in its direction first; then borderline cases, whose
 * suggestion hangs on one source or whose rating is far from what is expected. Each case once. `sisa`: borderline cases beyond the twenty.
 */
export function susunKalibrasi(kasus: readonly KasusAgenda[], signals: readonly PenilaiAgenda[]): { butir: ButirKalibrasi[]; sisa: number } {
  const taken = new Set<string>();
  const take = (bagian: KalibrasiBagian, list: readonly KasusAgenda[]): ButirKalibrasi[] => list.map(({ key, penilai }) => {
    taken.add(key);
    return { key, bagian, penilai };
  });
  const free = (): KasusAgenda[] => kasus.filter(({ key }) => !taken.has(key));
  const clear = (predikat: Predikat) => free().filter((one) => one.predikat === predikat && !one.isFragile && Math.abs(one.z ?? 0) <= ANCHOR_Z)
    .toSorted((a, b) => Number(a.z === null) - Number(b.z === null) || b.bukti - a.bukti || Math.abs(a.z ?? 0) - Math.abs(b.z ?? 0) || byKey(a, b)).slice(0, 1);
  const patokan = PREDIKAT.flatMap((predikat) => take("patokan", clear(predikat)));
  const ofSignals = signals.toSorted(byKey).flatMap(({ key, arah }) => take("penilai", free().filter((one) => one.penilai === key).toSorted((a, b) => arah * ((b.z ?? 0) - (a.z ?? 0)) || byKey(a, b)).slice(0, PER_PENILAI)));
  const borderline = free().filter((one) => one.isFragile || (one.z !== null && Math.abs(one.z) > FAR_Z)).toSorted((a, b) => Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0) || byKey(a, b));
  return { butir: [...patokan, ...ofSignals, ...take("perbatasan", borderline.slice(0, BORDERLINE))], sisa: Math.max(0, borderline.length - BORDERLINE) };
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
