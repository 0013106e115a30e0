import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { PenempatanKind } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

/** What may be wrong with who is recorded as a pegawai's penilai on a day; the first that holds is the one shown. */
export const PENILAI_ISSUE = ["tanpa_penilai", "penilai_tidak_bertugas", "usulan_ganda", "berbeda_dari_usulan"] as const;
export type PenilaiIssue = (typeof PENILAI_ISSUE)[number];

export type RecordedLine = { readonly penilaiId: string; readonly atasanId: string | null; readonly isPenilaiSeated: boolean };
export type ProposedLine = { readonly penilai: string; readonly atasan: string | null; readonly isGanda: boolean };

/** Null: the line is as proposed. A line that differs may be right: the city decides about camat, puskesmas and sekolah. */
export function issueOf(recorded: RecordedLine | null, proposed: ProposedLine | null): PenilaiIssue | null {
  if (recorded === null) return "tanpa_penilai";
  if (!recorded.isPenilaiSeated) return "penilai_tidak_bertugas";
  if (proposed?.isGanda === true) return "usulan_ganda";
  return proposed !== null && proposed.penilai !== recorded.penilaiId ? "berbeda_dari_usulan" : null;
}

export type Change = { readonly pegawaiId: string; readonly penilaiId: string; readonly from: LocalDate };
/** Why another penilai may not be recorded; empty when it may. `relationFrom`: when what is on record that day began. */
export function changeRefusals({ pegawaiId, penilaiId, from }: Change, record: { readonly penilaiId: string | null; readonly relationFrom: LocalDate | null; readonly bawahanIds: readonly string[] }): Refusal[] {
  return reasons({
    own_appraisal: penilaiId === pegawaiId,
    same_penilai: penilaiId === record.penilaiId,
    penilai_is_bawahan: record.bawahanIds.includes(penilaiId),
    before_relation: record.relationFrom !== null && from <= record.relationFrom,
  });
}

type Days = { readonly from: LocalDate; readonly until: LocalDate | null };
const overlap = (a: Days, b: Days): boolean => (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);

export type ActingWish = {
  readonly kind: Exclude<PenempatanKind, "definitif">; readonly from: LocalDate; readonly until: LocalDate; readonly personId: string;
  readonly hasPost: boolean; /** The day on which the post closes, where that is planned. */ readonly postUntil: LocalDate | null; /** Who holds the post definitively on the first day. */ readonly holderId: string | null; /** Who acts on it otherwise. */ readonly others: readonly Days[];
};
/** Why somebody may not act for a head: a Plt. fills an empty post, a Plh. stands in for a head who is away; one at a time. */
export function actingRefusals({ kind, from, until, personId, hasPost, postUntil, holderId, others }: ActingWish): Refusal[] {
  return reasons({
    no_head_post: !hasPost,
    span_empty: until <= from,
    post_closes: postUntil !== null && postUntil < until,
    post_not_vacant: holderId !== null && (kind === "plt" || holderId === personId),
    acting_overlaps: others.some((other) => overlap(other, { from, until })),
  });
}

/** Why it may not end on that day: it has to have begun, and ends earlier than it would. */
export function endRefusals({ from, until }: Days, on: LocalDate): Refusal[] {
  return reasons({ span_empty: on <= from, already_ended: until !== null && on >= until });
}

/** Why somebody may not be a further pimpinan: nobody gives themselves work. */
export function pimpinanRefusals({ pegawaiId, pimpinanId, from, until }: Days & { readonly pegawaiId: string; readonly pimpinanId: string }): Refusal[] {
  return reasons({ own_appraisal: pegawaiId === pimpinanId, span_empty: until !== null && until <= from });
}
