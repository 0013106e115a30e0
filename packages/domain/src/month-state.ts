import { type Kalender, type LocalDate, type Month, addDays, addMonths, firstDayOf, isHariKerja, lastDayOf, monthOf } from "./calendar.ts";
import { type Answer, noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { Refusal } from "./refusal.ts";
import { ABSENCE_KIND, type AbsenceKind, type Kewajiban } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

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
 * Whether a person owes a report of the month. Before the month from which their perangkat daerah uses Teraju (`mulaiMemakai`, null:
 * always): tidak tercatat, which is nobody's omission and no zero. No working day in a placement: belum mulai (or no longer here). Away
 * on every working day of the placement: cuti or tugas belajar, whichever took more days (cuti when equal); who is suspended or prepares for retirement
 * plans no SKP (PermenPANRB 6/2022 Lampiran BAB II huruf C angka 8), so that there is no target. No SKP in force that
 * plans something for the month: tidak ada target. Whoever worked one day of the month with a target reports it; the target may be
 * shifted by agreement. All states but the first leave the denominator and are never late.
 */
export const kewajiban = rule({
  name: "Kewajiban lapor bulanan",
  cite: cityStandard("laporan: siapa yang wajib"),
  decide: ({ bulan, penempatan, ketidakhadiran, hasTarget, mulaiMemakai, kalender }: { bulan: Month; penempatan: readonly Span[]; ketidakhadiran: readonly (Span & { kind: AbsenceKind })[]; hasTarget: boolean; mulaiMemakai: Month | null; kalender: Kalender }): Answer<Kewajiban> => {
    if (isBeforeStart(bulan, mulaiMemakai)) return noted<Kewajiban>("tidak_tercatat", NOTES.sebelumMemakai);
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

/** Whether a month, or what ends in it, lies before the first that the perangkat daerah records. */
export function isBeforeStart(month: Month, start: Month | null): boolean {
  return start !== null && month < start;
}

/** So many months ahead a perangkat daerah may plan to begin. */
const MOST_MONTHS_AHEAD = 12;

/**
 * Why a perangkat daerah cannot begin with that month: what was sent or rated of a month before it would cease to be on record.
 * `lastRecorded`: the latest month before it of which there is a sent report or a result; null where there is none.
 */
export function mulaiMemakaiRefusals({ month, today, lastRecorded }: { month: Month; today: LocalDate; lastRecorded: Month | null }): Refusal[] {
  return reasons({ start_after_records: lastRecorded !== null && lastRecorded < month, start_too_far: month > addMonths(monthOf(today), MOST_MONTHS_AHEAD) });
}
