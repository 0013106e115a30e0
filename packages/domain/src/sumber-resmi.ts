import type { Refusal } from "./refusal.ts";
import { rulebookOf } from "./appraisal-decision.ts";
import type { Periode } from "./calendar.ts";
import type { Ekspektasi, Predikat } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

/** A line of e-Kinerja BKN's report of a period; a rating is null where e-Kinerja has none. */
export type BknRating = { readonly hasilKerja: Ekspektasi | null; readonly perilaku: Ekspektasi | null; readonly predikat: Predikat | null };

/** How a final result stands to the newest kept report of e-Kinerja BKN, the official source. */
export const SUMBER_STATE = ["belum_dicocokkan", "belum_dinilai_bkn", "cocok", "berbeda"] as const;
export type SumberState = (typeof SUMBER_STATE)[number];

/**
 * Why the ratings of e-Kinerja cannot become those of the period: one is missing, or the predikat beside them is not the one that the
 * quadrant gives for them (Lampiran BAB IV.B.3). Which of the two was mistyped is for e-Kinerja to say, never for us to guess.
 */
export function sumberRefusals(row: BknRating | null, periode: Periode): Refusal[] {
  if (row === null || row.hasilKerja === null || row.perilaku === null) return ["bkn_rating_missing"];
  const predikat = rulebookOf(periode).rules.predikatKinerja({ hasilKerja: row.hasilKerja, perilaku: row.perilaku }).value;
  return reasons({ bkn_predikat_differs: row.predikat !== null && row.predikat !== predikat });
}

/** `bkn` null: no report of these months is kept, or the person is not in it. */
export function sumberState(result: { readonly hasilKerja: Ekspektasi; readonly perilaku: Ekspektasi; readonly predikat: Predikat }, bkn: BknRating | null): SumberState {
  if (bkn === null) return "belum_dicocokkan";
  if (bkn.hasilKerja === null && bkn.perilaku === null && bkn.predikat === null) return "belum_dinilai_bkn";
  return bkn.hasilKerja === result.hasilKerja && bkn.perilaku === result.perilaku && bkn.predikat === result.predikat ? "cocok" : "berbeda";
}
