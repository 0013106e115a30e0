import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import { reasons } from "./workflow.ts";

/**
 * A rating that the Wali Kota gave on signed paper. PermenPANRB 6/2022 Lampiran BAB IV.A leaves the form of the evaluation open; that two
 * people of BKPSDM carry it over, never the one who is rated, is this product's rule.
 */
export const SIGNED_RATING_STATUS = ["entered", "returned", "confirmed"] as const;
export type SignedRatingStatus = (typeof SIGNED_RATING_STATUS)[number];

/** How a final result came from paper: who carried it over, and the SHA-256 (hex) of the scan that both saw. */
export type KertasBertandaTangan = {
  /** Number on the paper, null where it bears none. Left out in results from before it was asked for, whose Decision does not name the paper. */
  nomor?: string | null;
  ditandatangani: LocalDate;
  sidikPindaian: string;
  diisi: { id: string; name: string };
  dikonfirmasi: { id: string; name: string };
};

type Paper = { status: SignedRatingStatus; enteredBy: string; hasScan: boolean; /** Who opened the scan as it is now. */ seenBy: string | null };
type Facts = { paper: Paper | null; personId: string; actorId: string; isRatedByKepalaDaerah: boolean };

/** Why the paper cannot be entered, or entered otherwise, now. */
export function enterRefusals({ paper, personId, actorId, isRatedByKepalaDaerah }: Facts, { signedOn, today }: { signedOn: LocalDate; today: LocalDate }): Refusal[] {
  return reasons({
    own_appraisal: personId === actorId,
    wrong_status: paper?.status === "confirmed",
    not_rated_by_kepala_daerah: !isRatedByKepalaDaerah,
    paper_signed_later: signedOn > today,
  });
}

/** Why what was entered cannot be confirmed now: by another person, who has opened the scan that lies there. */
export function confirmRefusals({ paper, personId, actorId, isRatedByKepalaDaerah }: Facts): Refusal[] {
  return reasons({
    own_appraisal: personId === actorId,
    wrong_status: paper?.status !== "entered",
    not_rated_by_kepala_daerah: !isRatedByKepalaDaerah,
    second_person_needed: paper?.enteredBy === actorId,
    paper_without_scan: paper !== null && !paper.hasScan,
    paper_not_seen: paper !== null && paper.hasScan && paper.seenBy !== actorId,
  });
}

/** Why the second person cannot send back what was entered: it need not have been seen whole, but never by who entered it or is rated. */
export function returnRefusals({ paper, personId, actorId }: Facts): Refusal[] {
  return reasons({
    own_appraisal: personId === actorId,
    wrong_status: paper?.status !== "entered",
    second_person_needed: paper?.enteredBy === actorId,
  });
}

/** What a Decision says of the paper that its ratings were given on, so that its digest covers the scan; nothing for results of before. */
export function kertasInDecision(kertas: KertasBertandaTangan | undefined): { kertas?: { nomor: string | null; ditandatangani: LocalDate; sidikPindaian: string } } {
  if (kertas?.nomor === undefined) return {};
  const { nomor, ditandatangani, sidikPindaian } = kertas;
  return { kertas: { nomor, ditandatangani, sidikPindaian } };
}
