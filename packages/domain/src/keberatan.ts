import { compareDates, type Kalender, type LocalDate, tambahHariKerja } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { StandarPenilaian } from "./standar.ts";
import type { Aspect, Ekspektasi, KeberatanStatus, Putusan } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** The result that a keberatan is about, as the law looks at it. */
export type Result = {
  /** `hakKeberatan`: false where the law makes it final. */
  isOpen: boolean;
  isCurrent: boolean;
  hasAtasan: boolean;
  setOn: LocalDate;
  /** `penerimaanHasil` and, from it, `jatuhTempo` of "keberatan"; null before receipt. */
  receivedOn: LocalDate | null;
  until: LocalDate | null;
};

export type Keberatan = { status: KeberatanStatus | "not_filed"; filedOn: LocalDate | null };

/**
 * Lampiran BAB V.B: the pegawai files with reasons (2), the penilai explains (4), the atasan confirms or changes (5). The text knows
 * no withdrawal: who no longer objects says so to the atasan, who decides all the same, so that nobody is talked out of it unseen.
 */
export const ACTIONS = {
  file: { from: ["not_filed"], to: "filed", by: "owner" },
  explain: { from: ["filed"], to: "explained", by: "penilai" },
  decide: { from: ["filed", "explained"], to: "decided", by: "atasan" },
  // The atasan is absent, or stands too near to one side: the next above decides (NOTES.atasanBerjenjang). The clock runs on.
  reassign: { from: ["filed", "explained"], to: "same", by: "bkpsdm" },
  // Until the penilai has explained: after that both sides have spoken on what lies there.
  addEvidence: { from: ["filed"], to: "same", by: "owner" },
  // A new file of either side: what was found after the period, or never hung on a report. Nothing is put before the atasan that the other side could not answer.
  layEvidence: { from: ["filed"], to: "same", by: ["owner", "penilai"] },
  // Lampiran BAB V.B.4: the examination asks both sides. Each hearing is a record of its own, signed by who held it.
  recordHearing: { from: ["filed", "explained"], to: "same", by: "atasan" },
  // Until the decision: what was not answered by then stays unanswered, and stops nothing.
  answerHearing: { from: ["filed", "explained"], to: "same", by: ["owner", "penilai"] },
} as const satisfies Record<string, Transition<Keberatan["status"]>>;
export type Action = keyof typeof ACTIONS;

export type Context = {
  parties: readonly Party[];
  today: LocalDate;
  kalender: Kalender;
  standar: Pick<StandarPenilaian, "keberatan" | "penilaian">;
};

/** One claim: a row of the receipt, or a whole rating, and why it is wrong. */
export type Claim = { alasan: string };

/** What the atasan decides; `basis` counts what each of the two ratings stands on. */
export type Keputusan = {
  putusan: Putusan; alasan: string; rekomendasi: string | null;
  isAnythingChanged: boolean;
  ratings: Record<Aspect, { rating: Ekspektasi; basis: number }>;
};

function isShort(text: string, { standar }: Context): boolean {
  return text.trim().length < standar.penilaian.alasanMin;
}

/** The last day on which the penilai's explanation is waited for. */
export function explainUntil(filedOn: LocalDate, { kalender, standar }: Pick<Context, "kalender" | "standar">): LocalDate {
  return tambahHariKerja({ mulai: filedOn, hari: standar.keberatan.penjelasanHari, kalender });
}

/** Why nobody may file on this result today, whatever the claims. */
function resultReasons({ isOpen, isCurrent, hasAtasan, receivedOn, until }: Result, today: LocalDate): Partial<Record<Refusal, boolean>> {
  return {
    keberatan_not_open: !isOpen,
    result_replaced: !isCurrent,
    no_atasan: !hasAtasan,
    result_not_received: isOpen && receivedOn === null,
    keberatan_time_over: until !== null && today > until,
  };
}

/** All reasons why a keberatan may not be filed now; `claims` null: the button, before there are any. */
export function fileRefusals(result: Result, keberatan: Keberatan, claims: readonly Claim[] | null, context: Context): Refusal[] {
  const isFiled = keberatan.status !== "not_filed";
  // "Filed already" says more than "wrong status".
  const who = transitionRefusals<Keberatan["status"]>(ACTIONS.file, "not_filed", context.parties);
  return [...who, ...reasons({
    keberatan_filed: isFiled,
    ...resultReasons(result, context.today),
    claims_missing: claims?.length === 0,
    words_too_short: claims?.some(({ alasan }) => isShort(alasan, context)) ?? false,
  })];
}

/** All reasons why the penilai may not explain now; `text` null: the button. */
export function explainRefusals({ status }: Keberatan, text: string | null, context: Context): Refusal[] {
  return [...transitionRefusals<Keberatan["status"]>(ACTIONS.explain, status, context.parties), ...reasons({ words_too_short: text !== null && isShort(text, context) })];
}

/**
 * All reasons why the atasan may not decide now; `keputusan` null: the button. Being late is no reason: the pegawai would pay for it.
 * A changed rating needs a basis as any other does, and a new recommendation (Lampiran BAB V.B.7).
 */
export function decideRefusals({ status, filedOn }: Keberatan, keputusan: Keputusan | null, context: Context): Refusal[] {
  const isAwaited = status === "filed" && filedOn !== null && context.today <= explainUntil(filedOn, context);
  const isChange = keputusan?.putusan === "mengubah";
  const lacksBasis = (aspect: Aspect): boolean => isChange && keputusan.ratings[aspect].rating !== "sesuai" && keputusan.ratings[aspect].basis === 0;
  return [...transitionRefusals<Keberatan["status"]>(ACTIONS.decide, status, context.parties), ...reasons({
    explanation_awaited: isAwaited,
    words_too_short: keputusan !== null && isShort(keputusan.alasan, context),
    nothing_changed: isChange && !keputusan.isAnythingChanged,
    recommendation_missing: isChange && (keputusan.rekomendasi ?? "").trim() === "",
    no_basis_hasil_kerja: lacksBasis("hasil_kerja"),
    no_basis_perilaku: lacksBasis("perilaku"),
  })];
}

/** All reasons why BKPSDM may not hand a keberatan to the next above; `alasan` null: the button. Nobody decides whom it is between. */
export function reassignRefusals({ status }: Keberatan, facts: { hasNext: boolean; isNextAParty: boolean; isActorAParty: boolean; alasan: string | null }, context: Context): Refusal[] {
  return [...transitionRefusals<Keberatan["status"]>(ACTIONS.reassign, status, context.parties), ...reasons({
    own_appraisal: facts.isActorAParty, no_atasan: !facts.hasNext || facts.isNextAParty, words_too_short: facts.alasan !== null && isShort(facts.alasan, context),
  })];
}

/** All reasons why the pegawai may not lay more evidence to the claims; `count` null: the button. */
export function addEvidenceRefusals({ status }: Keberatan, count: number | null, context: Context): Refusal[] {
  return [...transitionRefusals<Keberatan["status"]>(ACTIONS.addEvidence, status, context.parties), ...reasons({ nothing_changed: count === 0 })];
}

/** All reasons why the actor may not lay a new file before the atasan. */
export function layEvidenceRefusals({ status }: Pick<Keberatan, "status">, parties: readonly Party[]): Refusal[] {
  return transitionRefusals<Keberatan["status"]>(ACTIONS.layEvidence, status, parties);
}

/** One hearing: when, who of the two was there, what was said. */
export type Pemeriksaan = { on: LocalDate; isOwnerPresent: boolean; isPenilaiPresent: boolean; said: string };

/** All reasons why the minutes of a hearing may not be recorded now; `hearing` null: the button. They are written on the day itself or after it. */
export function recordHearingRefusals({ status, filedOn }: Keberatan, hearing: Pemeriksaan | null, context: Context): Refusal[] {
  return [...transitionRefusals<Keberatan["status"]>(ACTIONS.recordHearing, status, context.parties), ...reasons({
    hearing_day_wrong: hearing !== null && (hearing.on > context.today || (filedOn !== null && hearing.on < filedOn)),
    nobody_heard: hearing !== null && !hearing.isOwnerPresent && !hearing.isPenilaiPresent,
    words_too_short: hearing !== null && isShort(hearing.said, context),
  })];
}

/** All reasons why the actor may not sign the minutes of a hearing, or refuse to: once each, and not of a hearing that was without them. */
export function answerHearingRefusals({ status }: Pick<Keberatan, "status">, hearing: { isPresent: boolean; isAnswered: boolean }, parties: readonly Party[]): Refusal[] {
  return [...transitionRefusals<Keberatan["status"]>(ACTIONS.answerHearing, status, parties), ...reasons({ not_at_hearing: !hearing.isPresent, hearing_answered: hearing.isAnswered })];
}

/** All reasons why a hand-over on paper may not be recorded: by the penilai who set the result, for a day between setting it and today. */
export function handoverRefusals(result: Result, day: LocalDate | null, { parties, today }: Pick<Context, "parties" | "today">): Refusal[] {
  return reasons({
    not_your_bawahan: !parties.includes("penilai"),
    result_received: result.receivedOn !== null,
    handover_day_wrong: day !== null && (compareDates(day, result.setOn) < 0 || compareDates(day, today) > 0),
  });
}
