import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { PenilaiCorrectionStatus } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/**
 * "Atasan saya salah": a pegawai says that the pejabat penilai on record (Pasal 1 angka 9: the direct superior, or who was given
 * the authority) is not theirs. Asking changes nothing yet, and blocks nothing; BKPSDM decides.
 */
export type PenilaiCorrection = { status: PenilaiCorrectionStatus };

export const ACTIONS = {
  withdraw: { from: ["open"], to: "withdrawn", by: "owner" },
  accept: { from: ["open"], to: "accepted", by: "bkpsdm" },
  decline: { from: ["open"], to: "declined", by: "bkpsdm" },
} as const satisfies Record<string, Transition<PenilaiCorrectionStatus>>;
export type Action = keyof typeof ACTIONS;

/** What is on record, and who is proposed. `bawahanIds`: those whom the pegawai rates; nobody is rated by one's own bawahan. */
export type Proposal = { pegawaiId: string; penilaiId: string | null; proposedId: string | null; bawahanIds: readonly string[] };

function proposalRefusals({ pegawaiId, penilaiId, proposedId, bawahanIds }: Proposal): Refusal[] {
  return reasons({
    own_appraisal: proposedId === pegawaiId,
    same_penilai: proposedId !== null && proposedId === penilaiId,
    penilai_is_bawahan: proposedId !== null && bawahanIds.includes(proposedId),
  });
}

/** Why the pegawai may not ask now; empty when they may. One question at a time; whom it should be may stay open. */
export function askRefusals(proposal: Proposal, { hasOpen }: { hasOpen: boolean }): Refusal[] {
  return [...reasons({ correction_open: hasOpen }), ...proposalRefusals(proposal)];
}

/**
 * Why the correction may not be carried out as put together: who rates from which day. What was rated under the relation on record
 * stays history, so the change begins after that relation did: nothing dated is overwritten.
 */
export function acceptRefusals(correction: PenilaiCorrection, parties: readonly Party[], proposal: Proposal, { from, relationFrom }: { from: LocalDate; relationFrom: LocalDate | null }): Refusal[] {
  return [
    ...transitionRefusals<PenilaiCorrectionStatus>(ACTIONS.accept, correction.status, parties),
    ...reasons({ penilai_not_named: proposal.proposedId === null, before_relation: relationFrom !== null && from <= relationFrom }),
    ...proposalRefusals(proposal),
  ];
}

/** The same for the two actions that need no more than a state. */
export function refusals({ status }: PenilaiCorrection, action: "withdraw" | "decline", parties: readonly Party[]): Refusal[] {
  return transitionRefusals<PenilaiCorrectionStatus>(ACTIONS[action], status, parties);
}
