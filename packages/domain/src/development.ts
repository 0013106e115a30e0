/**
 * Rencana pengembangan: from something that was found, to help that both sides agree to, to a look back at three and six months
 * (PermenPANRB 6/2022 Pasal 20-21, Lampiran BAB III.D: bimbingan by coaching, mentoring, formal or informal training; konseling).
 */
import { addMonths, type LocalDate, type Month, monthOf } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import { type Party, reasons, type Transition, transitionRefusals } from "./workflow.ts";

/** Lampiran BAB III.D.3-4. `pelatihan` is formal training, `belajar_mandiri` informal. */
export const BENTUK_PEMBINAAN = ["coaching", "mentoring", "pelatihan", "belajar_mandiri", "konseling"] as const;
export type BentukPembinaan = (typeof BENTUK_PEMBINAAN)[number];

/** A training of the catalogue is formal, or one learns by oneself with its material. */
export const BENTUK_PELATIHAN = ["pelatihan", "belajar_mandiri"] as const satisfies readonly BentukPembinaan[];

/** Where the need was seen. `rekan`: the released aggregate, never a single voice. */
export const SUMBER_TEMUAN = ["umpan_balik", "rekan", "evaluasi", "keinginan"] as const;
export type SumberTemuan = (typeof SUMBER_TEMUAN)[number];

export const RENCANA_STATUS = ["proposed", "agreed", "done", "declined", "cancelled"] as const;
export type RencanaStatus = (typeof RENCANA_STATUS)[number];

export const ACTIONS = {
  agree: { from: ["proposed"], to: "agreed", by: ["owner", "penilai"] },
  decline: { from: ["proposed"], to: "declined", by: ["owner", "penilai"] },
  cancel: { from: ["proposed", "agreed"], to: "cancelled", by: ["owner", "penilai"] },
  record: { from: ["agreed"], to: "same", by: ["owner", "penilai"] },
  finish: { from: ["agreed"], to: "done", by: ["owner", "penilai"] },
  look: { from: ["done"], to: "same", by: ["owner", "penilai"] },
} as const satisfies Record<string, Transition<RencanaStatus>>;
export type Action = keyof typeof ACTIONS;

export type Rencana = { status: RencanaStatus; bentuk: BentukPembinaan; proposedBy: string; doneOn: LocalDate | null; /** Entries of its journal. */ entries: number; /** Months at which somebody looked back already. */ looked: readonly number[] };

/** Months after the help at which one looks back (fairness.md 5: the same measure at 3 and 6 months). */
export const LOOKS = [3, 6] as const;
export type Look = (typeof LOOKS)[number];

/** The first month in which that look can be made: the months between are over. */
export function lookFrom(doneOn: LocalDate, look: Look): Month {
  return addMonths(monthOf(doneOn), look + 1);
}

type Context = { actor: string; parties: readonly Party[]; today: LocalDate; note?: string | null; look?: Look };

const MIN_WORDS = 5;

/**
 * Why the action is not allowed now. Whoever proposed does not agree alone: a plan is two people's. Coaching, mentoring and konseling
 * are done only with an entry in the journal (Formats B.1.6, B.1.7); what is declined or given up says why.
 */
export function refusals(rencana: Rencana, action: Action, { actor, parties, today, note, look }: Context): Refusal[] {
  const needsEntry = rencana.bentuk === "coaching" || rencana.bentuk === "mentoring" || rencana.bentuk === "konseling";
  return [
    ...transitionRefusals<RencanaStatus>(ACTIONS[action], rencana.status, parties),
    ...reasons({
      second_person_needed: (action === "agree" || action === "decline") && rencana.proposedBy === actor,
      words_too_short: (action === "decline" || action === "cancel" || action === "look") && (note ?? "").trim().length < MIN_WORDS,
      journal_empty: action === "finish" && needsEntry && rencana.entries === 0,
      too_early: action === "look" && look !== undefined && rencana.doneOn !== null && monthOf(today) < lookFrom(rencana.doneOn, look),
      looked_already: action === "look" && look !== undefined && rencana.looked.includes(look),
    }),
  ];
}

/** Looks that can be made now and were not yet. */
export function looksDue({ status, doneOn, looked }: Pick<Rencana, "status" | "doneOn" | "looked">, today: LocalDate): Look[] {
  if (status !== "done" || doneOn === null) return [];
  return LOOKS.filter((look) => monthOf(today) >= lookFrom(doneOn, look) && !looked.includes(look));
}

/** A place in a training: asked for, given or not, attended or not. */
export const PESERTA_STATUS = ["nominated", "accepted", "refused", "withdrawn"] as const;
export type PesertaStatus = (typeof PESERTA_STATUS)[number];

export type Peserta = { status: PesertaStatus; hasEnded: boolean; taken: number; places: number };

/** Why somebody cannot be given a place, or be marked as having attended. */
export function pesertaRefusals({ status, hasEnded, taken, places }: Peserta, action: "accept" | "refuse" | "withdraw" | "attend"): Refusal[] {
  return reasons({
    wrong_status: action === "attend" ? status !== "accepted" : action === "withdraw" ? status !== "nominated" && status !== "accepted" : status !== "nominated",
    training_full: action === "accept" && taken >= places,
    training_over: (action === "accept" || action === "withdraw") && hasEnded,
    training_not_over: action === "attend" && !hasEnded,
  });
}
