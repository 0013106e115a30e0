/**
 * The two-blind step of the annual evaluation, an option of the city's standard: pegawai and penilai rate each result without seeing
 * the other's ratings; both open together, and a gap of more than one level needs the penilai's words. The text of PermenPANRB 6/2022
 * knows no such step: it is dialogue before the rating, and neither side's ratings are the rating.
 */
import { type Kalender, type LocalDate, tambahHariKerja } from "./calendar.ts";
import { noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import type { Refusal } from "./refusal.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { StandarPenilaian } from "./standar.ts";
import type { Ekspektasi } from "./vocabulary.ts";
import { type Party, reasons } from "./workflow.ts";

export const BLIND_SIDE = ["pegawai", "penilai"] as const;
export type BlindSide = (typeof BLIND_SIDE)[number];

const LEVEL = { di_bawah: 0, sesuai: 1, di_atas: 2 } as const satisfies Record<Ekspektasi, number>;
/** A gap of more levels than this needs words. */
const WITHOUT_WORDS = 1;

export type SelisihDuaSisi = { /** Levels by which the penilai rates higher; negative: lower. */ selisih: number; perluPenjelasan: boolean };

/** How far apart the two sides rate one result; beyond one level the penilai says why. */
export const selisihDuaSisi = rule({
  name: "Selisih penilaian dua sisi",
  cite: cityStandard("penilaian dua sisi pada evaluasi tahunan (PermenPANRB 6/2022 Lampiran BAB IV tidak mengaturnya)"),
  decide: ({ pegawai, penilai }: { pegawai: Ekspektasi; penilai: Ekspektasi }) => {
    const selisih = LEVEL[penilai] - LEVEL[pegawai];
    const value: SelisihDuaSisi = { selisih, perluPenjelasan: Math.abs(selisih) > WITHOUT_WORDS };
    return noted(value, value.perluPenjelasan && NOTES.selisihPerluPenjelasan);
  },
});

/** The step of one person's year. `sent`: the day on which each side locked its ratings; null before. */
export type Blind = {
  sent: Record<BlindSide, LocalDate | null>;
  /** Results of the SKP in force: a form rates each of them. */
  lines: readonly string[];
  /** Results whose gap needs words, and those that have them. */
  gaps: readonly string[];
  explained: readonly string[];
  isFinal: boolean;
  ratingFrom: LocalDate;
  ratingUntil: LocalDate;
};
export type Context = { parties: readonly Party[]; today: LocalDate; kalender: Kalender; standar: Pick<StandarPenilaian, "penilaian"> };

/** Whether the standard has the step. Standards from before there was any lack the parameter. */
export function isBlindStepOn({ penilaian }: { penilaian: Pick<StandarPenilaian["penilaian"], "duaSisiHari"> }): boolean {
  return (penilaian.duaSisiHari ?? 0) > 0;
}

export function isOpen({ sent }: Pick<Blind, "sent">): boolean {
  return sent.pegawai !== null && sent.penilai !== null;
}

/** The last day on which the pegawai's ratings are waited for, from the day on which the penilai's were locked. Null: nothing is waited for yet. */
export function waitedUntil({ sent }: Pick<Blind, "sent">, { kalender, standar }: Pick<Context, "kalender" | "standar">): LocalDate | null {
  return sent.penilai === null ? null : tambahHariKerja({ mulai: sent.penilai, hari: standar.penilaian.duaSisiHari ?? 0, kalender });
}

function sideOf(parties: readonly Party[]): BlindSide | null {
  return parties.includes("owner") ? "pegawai" : parties.includes("penilai") || parties.includes("atasan") ? "penilai" : null;
}

/** All reasons why the actor may not lock ratings now; `rated` null: the button. Once both are locked nothing is taken back. */
export function sendRefusals(blind: Blind, rated: readonly string[] | null, { parties, today, standar }: Context): Refusal[] {
  const side = sideOf(parties);
  return reasons({
    not_yours: side === null,
    blind_step_off: !isBlindStepOn(standar),
    rating_window_not_open: today < blind.ratingFrom,
    // Lampiran BAB IV.A.11: until then it is the penilai's to rate.
    penilai_in_time: parties.includes("atasan") && !parties.includes("penilai") && today <= blind.ratingUntil,
    skp_not_set: blind.lines.length === 0,
    wrong_status: blind.isFinal,
    blind_sent: side !== null && blind.sent[side] !== null,
    ratings_missing: rated !== null && blind.lines.some((line) => !rated.includes(line)),
  });
}

/** All reasons why the penilai may not say why two ratings of a result lie so far apart; `line` and `text` null: the button. */
export function wordRefusals(blind: Blind, word: { line: string; text: string } | null, { parties, standar }: Context): Refusal[] {
  return reasons({
    not_your_bawahan: sideOf(parties) !== "penilai",
    blind_not_open: !isOpen(blind),
    nothing_to_explain: word !== null && isOpen(blind) && !blind.gaps.includes(word.line),
    gap_explained: word !== null && blind.explained.includes(word.line),
    words_too_short: word !== null && word.text.trim().length < standar.penilaian.alasanMin,
  });
}

/** What the step asks for before a result becomes final: the penilai's own locked ratings, the pegawai's (or the days for them over), words for wide gaps. */
export function finalRefusals(blind: Blind, context: Context): Refusal[] {
  if (!isBlindStepOn(context.standar)) return [];
  const until = waitedUntil(blind, context);
  return reasons({
    blind_not_sent: blind.sent.penilai === null,
    blind_awaited: blind.sent.pegawai === null && until !== null && context.today <= until,
    gap_unexplained: isOpen(blind) && blind.gaps.some((line) => !blind.explained.includes(line)),
  });
}
