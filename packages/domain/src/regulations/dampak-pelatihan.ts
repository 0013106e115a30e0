/**
 * The city's own: what may be said of a training. No text of law asks for it; the conditions are those of the method (matched
 * colleagues and a sign-flip test), each a parameter. The figures come from a statistic; here they become a verdict with its reasons.
 */
import { type Answer, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import { cityStandard } from "./city-citation.ts";

/** "data_kurang": nothing may be claimed; "belum_terlihat": looked for and not seen, which is no proof that there is none. */
export const PUTUSAN_DAMPAK = ["terlihat", "belum_terlihat", "data_kurang"] as const;
export type PutusanDampak = (typeof PUTUSAN_DAMPAK)[number];

/** What is looked at: the capaian of measured indicators, or the rating of the one perilaku that the training aims at. */
export const UKUR_DAMPAK = ["capaian", "perilaku"] as const;
export type UkurDampak = (typeof UKUR_DAMPAK)[number];

export const ALASAN_DAMPAK = [
  "terlatih_kurang", // fewer people than may carry a claim
  "kolam_kurang", // too few colleagues to choose comparators from
  "periode_sebelum_kurang", // one low period before the training would look like its effect
  "penilai_sama", // scored by the superior who sent them, who is not blind
  "efek_melampaui_kebetulan",
  "efek_dalam_kebetulan",
  "efek_berlawanan", // beyond chance, and downwards
  "sebagian_tanpa_pembanding", // said beside the verdict: some were left out
] as const;
export type AlasanDampak = (typeof ALASAN_DAMPAK)[number];

/** When a claim may be made: people trained and matched, periods before the training, and the probability of chance it may carry. */
export type SyaratDampak = { terlatihMin: number; periodeSebelumMin: number; alfa: number };

/** Least six: below it no pattern of signs is rarer than one in twenty (2 / 2⁵ = .0625). Three periods even out the dip that led to the training. */
export const SYARAT_DAMPAK: SyaratDampak = { terlatihMin: 6, periodeSebelumMin: 3, alfa: 0.05 };

export type UkuranDampak = {
  ukur: UkurDampak;
  /** Months between the training and the score after it. */
  bulan: 3 | 6;
  /** People who took the training; those of them with comparators near enough. */
  terlatih: number;
  berpembanding: number;
  /** Colleagues of the same job family and kind of unit who did not take it were enough to choose from. */
  kolamCukup: boolean;
  /** Periods before the training whose mean was matched: the least that anybody had. */
  periodeSebelum: number;
  /**
   * Who gave the scores after is neither among who gave those before nor the superior who sent them, for the people trained and for those
   * compared with them; or the score is a measured figure, which nobody gives.
   */
  penilaiBerbeda: boolean;
  /** Change beyond that of the matched colleagues, in points of capaian or steps of a rating, and the two-sided probability of one as large by chance; null when not computed. */
  efek: number | null;
  p: number | null;
  /** Looks at the same training that are tested together, and the probability corrected for them: more looks find more by chance alone. */
  ujiBersama: number;
  pKoreksi: number | null;
  syarat: SyaratDampak;
};

/** Why nothing may be claimed; empty when something may. */
function kurang({ terlatih, berpembanding, kolamCukup, periodeSebelum, penilaiBerbeda, syarat }: UkuranDampak): AlasanDampak[] {
  const checks: readonly (readonly [AlasanDampak, boolean])[] = [
    ["terlatih_kurang", Math.min(terlatih, berpembanding) < syarat.terlatihMin],
    ["kolam_kurang", !kolamCukup],
    ["periode_sebelum_kurang", periodeSebelum < syarat.periodeSebelumMin],
    ["penilai_sama", !penilaiBerbeda],
  ];
  return checks.filter(([, isFound]) => isFound).map(([alasan]) => alasan);
}

/**
 * *terlihat* when the trained gained more than their matched colleagues and chance would give as large a difference in at most
 * `alfa` of cases, all looks at the training taken together; *belum_terlihat* when not; *data_kurang* when the figures cannot carry either. Never said of a single person.
 */
export const dampakPelatihan = rule({
  name: "Dampak pelatihan",
  cite: cityStandard("Dampak pelatihan: pembanding sepadan"),
  decide: (ukuran: UkuranDampak): Answer<{ putusan: PutusanDampak; alasan: AlasanDampak[] }> => {
    const { terlatih, berpembanding, efek, pKoreksi, syarat } = ukuran;
    const leftOut: AlasanDampak[] = berpembanding < terlatih ? ["sebagian_tanpa_pembanding"] : [];
    const missing = kurang(ukuran);
    if (missing.length > 0) return noted({ putusan: "data_kurang", alasan: [...missing, ...leftOut] }, NOTES.tanpaKlaimDampak);
    // A statistic that gives no figure where every condition is met has nothing to choose from.
    if (efek === null || pKoreksi === null) return noted({ putusan: "data_kurang", alasan: ["kolam_kurang", ...leftOut] }, NOTES.tanpaKlaimDampak);
    if (pKoreksi > syarat.alfa) return noted({ putusan: "belum_terlihat", alasan: ["efek_dalam_kebetulan", ...leftOut] }, NOTES.belumTerlihatBukanTidakAda);
    if (efek > 0) return { putusan: "terlihat", alasan: ["efek_melampaui_kebetulan", ...leftOut] };
    return noted({ putusan: "belum_terlihat", alasan: ["efek_berlawanan", ...leftOut] }, NOTES.belumTerlihatBukanTidakAda);
  },
});
