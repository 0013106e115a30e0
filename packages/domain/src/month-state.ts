import { type Kalender, type LocalDate, type Month, addDays, firstDayOf, isHariKerja, lastDayOf } from "./calendar.ts";
import { type Answer, noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import { ABSENCE_KIND, type AbsenceKind, type Kewajiban } from "./vocabulary.ts";

/** Days on [validFrom, validUntil); null: still so. */
export type Span = { validFrom: LocalDate; validUntil: LocalDate | null };

function covers({ validFrom, validUntil }: Span, day: LocalDate): boolean {
  return validFrom <= day && (validUntil === null || day < validUntil);
}

function hariKerjaOf(month: Month, kalender: Kalender): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = firstDayOf(month); day <= lastDayOf(month); day = addDays(day, 1)) if (isHariKerja(day, kalender)) days.push(day);
  return days;
}

/**
 * Whether a person owes a report of the month. No working day in a placement: belum mulai (or no longer here). Away on every working
 * day of the placement: cuti or tugas belajar, whichever took more days (cuti when equal); who is suspended or prepares for retirement
 * plans no SKP (PermenPANRB 6/2022 Lampiran BAB II huruf C angka 8), so that there is no target. No SKP in force that
 * plans something for the month: tidak ada target. Whoever worked one day of the month with a target reports it; the target may be
 * shifted by agreement. All states but the first leave the denominator and are never late.
 */
export const kewajiban = rule({
  name: "Kewajiban lapor bulanan",
  cite: cityStandard("laporan: siapa yang wajib"),
  decide: ({ bulan, penempatan, ketidakhadiran, hasTarget, kalender }: { bulan: Month; penempatan: readonly Span[]; ketidakhadiran: readonly (Span & { kind: AbsenceKind })[]; hasTarget: boolean; kalender: Kalender }): Answer<Kewajiban> => {
    const placed = hariKerjaOf(bulan, kalender).filter((day) => penempatan.some((span) => covers(span, day)));
    if (placed.length === 0) return "belum_mulai";
    const isAway = (day: LocalDate): boolean => ketidakhadiran.some((span) => covers(span, day));
    if (placed.every(isAway)) {
      const daysOf = (kind: AbsenceKind): number => placed.filter((day) => ketidakhadiran.some((span) => span.kind === kind && covers(span, day))).length;
      const most = ABSENCE_KIND.reduce((longest, kind) => (daysOf(kind) > daysOf(longest) ? kind : longest));
      const isExempt = most === "diberhentikan_sementara" || most === "masa_persiapan_pensiun";
      return noted<Kewajiban>(isExempt ? "tidak_ada_target" : most, NOTES.absenPenuh, isExempt && NOTES.tanpaPerencanaan);
    }
    return hasTarget ? "wajib_lapor" : "tidak_ada_target";
  },
});

/** Who counts in "how many of how many have reported". */
export function isInDenominator(state: Kewajiban): boolean {
  return state === "wajib_lapor";
}
