/**
 * Umpan balik rekan: input of colleagues and bawahan, once a semester (Pasal 18–19: "rekan kerja setingkat, Pegawai di bawahnya").
 * It is input to the rating, never a rating: only the pejabat penilai rates.
 */
import type { Refusal } from "./refusal.ts";
import { PERILAKU, type Perilaku } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** Fewest answers of a group that is shown. A constant, not a parameter: no standard and no environment can lower it. */
export const FEWEST_ANSWERS = 4;

/** A cycle's life: prepared (vetoes, relations), answered after the draw, closed, sealed (no pseudonym left), released once. */
export const PEER_CYCLE_STATUS = ["preparing", "answering", "closed", "sealed", "released"] as const;
export type PeerCycleStatus = (typeof PEER_CYCLE_STATUS)[number];

/** Who answers: colleagues, or the bawahan of a penilai. `gabungan` stands where one of the two is too small to be shown alone. */
export const PEER_GROUP = ["rekan", "bawahan"] as const;
export type PeerGroup = (typeof PEER_GROUP)[number];
export const SHOWN_GROUP = [...PEER_GROUP, "gabungan"] as const;
export type ShownGroup = (typeof SHOWN_GROUP)[number];

/** Why a rater was drawn: same unit, a unit that works together, proposed by the subject, bawahan, in place of one who declined. */
export const DRAWN_BECAUSE = ["same_unit", "other_unit", "suggested", "bawahan", "replacement"] as const;
export type DrawnBecause = (typeof DRAWN_BECAUSE)[number];

/** The levels, from "not yet" to "an example to others"; how they read for each behaviour stands in the instrument. */
export const PEER_LEVELS = [1, 2, 3, 4] as const;
export type PeerLevel = (typeof PEER_LEVELS)[number];
/** One answer: a level, or "tidak cukup mengenal"; null where nothing has been chosen yet. */
export type PeerAnswer = PeerLevel | "tidak_cukup_mengenal";

/** "Kapan Anda melihatnya?", so coarse that it names nobody. */
export const SEEN_WHEN = ["bulan_ini", "semester_ini", "sebelum_semester_ini"] as const;
export type SeenWhen = (typeof SEEN_WHEN)[number];

export const DECLINE_REASON = ["tidak_cukup_mengenal", "hubungan_keluarga_atau_usaha", "sedang_cuti", "lainnya"] as const;
export type DeclineReason = (typeof DECLINE_REASON)[number];

/** Family and business only: no register of political or social ties. */
export const RELATION_KIND = ["keluarga", "usaha"] as const;
export type RelationKind = (typeof RELATION_KIND)[number];

export const FORM_STATE = ["waiting", "draft", "sent", "declined"] as const;
export type FormState = (typeof FORM_STATE)[number];

/** The two sworn verifiers of a draw. */
export const VERIFIER_ROLE = ["inspektorat", "bkpsdm_analis"] as const;
export type VerifierRole = (typeof VERIFIER_ROLE)[number];

export const ACTIONS = {
  nameVerifiers: { from: ["preparing"], to: "same", by: "bkpsdm" },
  setLastDay: { from: ["preparing", "answering"], to: "same", by: "bkpsdm" },
  draw: { from: ["preparing"], to: "answering", by: "bkpsdm" },
  replace: { from: ["answering"], to: "same", by: ["bkpsdm", "job"] },
  close: { from: ["answering"], to: "closed", by: ["bkpsdm", "job"] },
  seal: { from: ["closed"], to: "sealed", by: ["bkpsdm", "job"] },
  release: { from: ["sealed"], to: "released", by: "bkpsdm" },
} as const satisfies Record<string, Transition<PeerCycleStatus>>;
export type Action = keyof typeof ACTIONS;

/** What the rules need to know of a cycle; `today` and the two days are LocalDates. */
export type PeerCycle = { status: PeerCycleStatus; answersUntil: string; verifiers: number; /** Another cycle is being answered, or waits for its seal. */ isOtherUnsealed: boolean };

/** All reasons why the action on the cycle is not allowed now. BKPSDM closes it on its last day at the earliest; the night's job does so after it. */
export function refusals(cycle: PeerCycle, action: Action, parties: readonly Party[], today: string): Refusal[] {
  return [
    ...transitionRefusals<PeerCycleStatus>(ACTIONS[action], cycle.status, parties),
    ...reasons({
      verifiers_missing: action === "draw" && cycle.status === "preparing" && cycle.verifiers < VERIFIER_ROLE.length,
      cycle_unsealed: action === "draw" && cycle.status === "preparing" && cycle.isOtherUnsealed,
      answers_running: action === "close" && cycle.status === "answering" && today < cycle.answersUntil,
    }),
  ];
}

export type FormAction = "save" | "send" | "decline";
/** Answers may be written, sent and changed while the cycle is answered; who declined or sent cannot decline any more. */
export function formRefusals({ cycle, state, answers }: { cycle: PeerCycle; state: FormState; answers: Readonly<Partial<Record<Perilaku, PeerAnswer | null>>> }, action: FormAction, today: string): Refusal[] {
  return reasons({
    answers_closed: cycle.status !== "answering" || today > cycle.answersUntil,
    already_declined: state === "declined",
    already_sent: action === "decline" && state === "sent",
    answers_missing: action === "send" && missingAnswers(answers).length > 0,
  });
}
/** The behaviours without an answer; "tidak cukup mengenal" is one. */
export function missingAnswers(answers: Readonly<Partial<Record<Perilaku, PeerAnswer | null>>>): Perilaku[] {
  return PERILAKU.filter((perilaku) => (answers[perilaku] ?? null) === null);
}
/** Names are taken, and relations declared, until the draw; relations also while it is answered. */
export function preparationRefusals(cycle: Pick<PeerCycle, "status">, part: "choice" | "relation"): Refusal[] {
  const until: readonly PeerCycleStatus[] = part === "choice" ? ["preparing"] : ["preparing", "answering"];
  return reasons({ wrong_status: !until.includes(cycle.status) });
}
