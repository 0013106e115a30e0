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

/**
 * What is looked at. `indikator`: the one indicator that each person's rencana pengembangan aims at, beside colleagues who hold the same one.
 * `capaian`: all that they report, where the indicator cannot be tested. The perilaku that the training aims at: as the penilai rates it
 * (`perilaku`), and as colleagues drawn by lot see it (`rekan`, from released results alone).
 */
export const UKUR_DAMPAK = ["indikator", "capaian", "perilaku", "rekan"] as const;
export type UkurDampak = (typeof UKUR_DAMPAK)[number];

export const ALASAN_DAMPAK = [
  "belum_waktunya", // the months after it are not over
  "indikator_tidak_disebut", // too few of the plans that led to it name an indicator
  "indikator_tanpa_rekan", // an indicator of nobody else is compared with nothing
  "terlatih_kurang", // fewer people than may carry a claim
  "kolam_kurang", // too few colleagues to choose comparators from
  "periode_sebelum_kurang", // one low period before the training would look like its effect
  "penilai_sama", // scored by the superior who sent them, who is not blind
  "efek_melampaui_kebetulan",
  "efek_dalam_kebetulan",
  "efek_berlawanan", // beyond chance, and downwards
  "sebagian_tanpa_indikator", // said beside the verdict, as the next: some were left out
  "sebagian_tanpa_pembanding",
] as const;
export type AlasanDampak = (typeof ALASAN_DAMPAK)[number];

/** When a claim may be made: people trained and matched, periods (of colleagues: cycles) before the training, and the probability of chance it may carry. */
export type SyaratDampak = { terlatihMin: number; periodeSebelumMin: number; siklusSebelumMin: number; alfa: number };

/**
 * Least six: below it no pattern of signs is rarer than one in twenty (2 / 2⁵ = .0625). Three periods even out the dip that led to the training.
 * Of colleagues two cycles: each is half a year and the mean of four or more, so two are a longer time than three quarters. That useless
 * trainings are not called effective so either is counted in the simulation of the city.
 */
export const SYARAT_DAMPAK: SyaratDampak = { terlatihMin: 6, periodeSebelumMin: 3, siklusSebelumMin: 2, alfa: 0.05 };

export type UkuranDampak = {
  ukur: UkurDampak;
  /** Months between the training and the score after it. */
  bulan: 3 | 6;
  /** Those months are over for somebody, or were scored already. */
  sudahWaktunya: boolean;
  /**
   * Of the look at indicators: people whose plan names one, and those of them whose indicator no colleague of the same job family and kind of
   * unit holds; null for the other looks. Two indicators are the same by their words, unit, kind and direction; nothing else is made comparable.
   */
  sasaran: { bersasaran: number; tanpaRekan: number } | null;
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

/** What leaves nothing to look at: of what follows from it nothing is said. Null where there is something. */
function akar({ ukur, sudahWaktunya, sasaran, periodeSebelum, syarat }: UkuranDampak): AlasanDampak | null {
  if (!sudahWaktunya) return "belum_waktunya";
  if (sasaran !== null && sasaran.bersasaran < syarat.terlatihMin) return "indikator_tidak_disebut";
  if (sasaran !== null && sasaran.bersasaran - sasaran.tanpaRekan < syarat.terlatihMin) return "indikator_tanpa_rekan";
  return ukur === "rekan" && periodeSebelum === 0 ? "periode_sebelum_kurang" : null;
}

/** Why nothing may be claimed; empty when something may. */
function kurang(ukuran: UkuranDampak): AlasanDampak[] {
  const root = akar(ukuran);
  if (root !== null) return [root];
  const { ukur, terlatih, berpembanding, kolamCukup, periodeSebelum, penilaiBerbeda, syarat } = ukuran;
  const checks: readonly (readonly [AlasanDampak, boolean])[] = [
    ["terlatih_kurang", Math.min(terlatih, berpembanding) < syarat.terlatihMin],
    ["kolam_kurang", !kolamCukup],
    ["periode_sebelum_kurang", periodeSebelum < (ukur === "rekan" ? syarat.siklusSebelumMin : syarat.periodeSebelumMin)],
    ["penilai_sama", !penilaiBerbeda],
  ];
  return checks.filter(([, isFound]) => isFound).map(([alasan]) => alasan);
}

/** Who was left out of a look that there is something to say of. */
function tertinggal(ukuran: UkuranDampak): AlasanDampak[] {
  if (akar(ukuran) !== null) return [];
  const { terlatih, berpembanding, sasaran } = ukuran;
  const looked = sasaran?.bersasaran ?? terlatih;
  return [...(looked < terlatih ? ["sebagian_tanpa_indikator" as const] : []), ...(berpembanding < looked ? ["sebagian_tanpa_pembanding" as const] : [])];
}

/**
 * *terlihat* when the trained gained more than their matched colleagues and chance would give as large a difference in at most
 * `alfa` of cases, all looks at the training taken together; *belum_terlihat* when not; *data_kurang* when the figures cannot carry either. Never said of a single person.
 */
export const dampakPelatihan = rule({
  name: "Dampak pelatihan",
  cite: cityStandard("Dampak pelatihan: pembanding sepadan"),
  decide: (ukuran: UkuranDampak): Answer<{ putusan: PutusanDampak; alasan: AlasanDampak[] }> => {
    const { efek, pKoreksi, syarat } = ukuran;
    const leftOut = tertinggal(ukuran);
    const missing = kurang(ukuran);
    if (missing.length > 0) return noted({ putusan: "data_kurang", alasan: [...missing, ...leftOut] }, NOTES.tanpaKlaimDampak);
    // A statistic that gives no figure where every condition is met has nothing to choose from.
    if (efek === null || pKoreksi === null) return noted({ putusan: "data_kurang", alasan: ["kolam_kurang", ...leftOut] }, NOTES.tanpaKlaimDampak);
    if (pKoreksi > syarat.alfa) return noted({ putusan: "belum_terlihat", alasan: ["efek_dalam_kebetulan", ...leftOut] }, NOTES.belumTerlihatBukanTidakAda);
    if (efek > 0) return { putusan: "terlihat", alasan: ["efek_melampaui_kebetulan", ...leftOut] };
    return noted({ putusan: "belum_terlihat", alasan: ["efek_berlawanan", ...leftOut] }, NOTES.belumTerlihatBukanTidakAda);
  },
});
