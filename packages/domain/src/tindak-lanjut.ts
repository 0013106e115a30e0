import { type LocalDate, type Month, monthOf } from "./calendar.ts";
import { noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import type { Refusal } from "./refusal.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { TindakLanjutJawaban, TindakLanjutPemilik, TindakLanjutStatus } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** A promise of a rapat (*tindak lanjut rapat*): closed by evidence, or by a decision with a reason; nothing else closes it. */
export type TindakLanjut = { status: TindakLanjutStatus; evidenceCount: number };

export const ACTIONS = {
  answer: { from: ["terbuka"], to: "same", by: "owner" },
  keep: { from: ["terbuka"], to: "selesai", by: "owner" },
  cancel: { from: ["terbuka"], to: "dibatalkan", by: ["atasan", "pemimpin"] },
} as const satisfies Record<string, Transition<TindakLanjutStatus>>;
export type Action = keyof typeof ACTIONS;

/** What an answer does: only *sudah* closes. */
export function actionOf(jawaban: TindakLanjutJawaban): "answer" | "keep" {
  return jawaban === "sudah" ? "keep" : "answer";
}

/** All reasons why the action is not allowed now; empty when it is. */
export function refusals(one: TindakLanjut, action: Action, parties: readonly Party[]): Refusal[] {
  return [...transitionRefusals<TindakLanjutStatus>(ACTIONS[action], one.status, parties), ...reasons({ no_evidence: action === "keep" && one.evidenceCount === 0 })];
}

/** Open and past its day. */
export function isOverdue({ status, due }: { status: TindakLanjutStatus; due: LocalDate }, today: LocalDate): boolean {
  return status === "terbuka" && due < today;
}

const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** "Dibawa n bulan": months by which an open promise has passed the month in which it was due; 0 while that month lasts. */
export const dibawaBulan = rule({
  name: "Bulan sejak jatuh tempo",
  cite: cityStandard("rapat: tindak lanjut"),
  decide: ({ due, tanggal }: { due: LocalDate; tanggal: LocalDate }) => Math.max(0, monthNumber(monthOf(tanggal)) - monthNumber(monthOf(due))),
});

/**
 * Whether a promise opens the meeting of `unitRapat`. A unit's promise stays with the unit. A person's stays with the unit of its
 * meeting while they work there (`jalurPemilik`: units from the city down to theirs; null where they have left), and goes along when
 * they move: then to the meeting in which they speak.
 */
export const bukaAgenda = rule({
  name: "Rapat yang dibuka oleh tindak lanjut",
  cite: cityStandard("rapat: tindak lanjut"),
  decide: ({ pemilik, unitAsal, unitRapat, jalurPemilik, isPesertaRapat }: { pemilik: TindakLanjutPemilik; unitAsal: string; unitRapat: string; jalurPemilik: readonly string[] | null; isPesertaRapat: boolean }) => {
    if (pemilik === "unit") return noted(unitAsal === unitRapat, NOTES.janjiTinggal);
    if (jalurPemilik === null || jalurPemilik.includes(unitAsal)) return noted(unitAsal === unitRapat);
    return noted(isPesertaRapat, NOTES.janjiIkutPindah);
  },
});
