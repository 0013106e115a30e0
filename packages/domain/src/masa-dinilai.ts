/** The part of a year that is judged where it ended early (`perlakuanTahunan`: dinilai_sampai), and what it does to the figures. */
import { addDays, firstDayOf, type Kalender, lastDayOf, type LocalDate, type Month, monthOf, selisihHariKerja } from "./calendar.ts";
import { type Decision, noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { PerlakuanTahunan } from "./regulations/permenpanrb-6-2022-tahunan.ts";
import { withoutNoise } from "./rounding.ts";

/** `sampai`: the first day that is not judged. `hari` working days of its month lie before it, of `hariSebulan`; `isTargetDipotong`: the city's choice. */
export type MasaDinilai = { sampai: LocalDate; hari: number; hariSebulan: number; isTargetDipotong: boolean };

/** Null where the year is judged whole, or not at all. */
export function masaDinilai({ perlakuan, kalender, isTargetDipotong }: { perlakuan: PerlakuanTahunan; kalender: Kalender; isTargetDipotong: boolean }): MasaDinilai | null {
  const { sampai } = perlakuan;
  if (sampai === null) return null;
  const month = monthOf(sampai);
  const before = addDays(firstDayOf(month), -1);
  return { sampai, hari: selisihHariKerja(before, addDays(sampai, -1), kalender), hariSebulan: selisihHariKerja(before, lastDayOf(month), kalender), isTargetDipotong };
}

/** Whether a month's figures are judged: those of which a working day lies before the end. */
export function isMonthJudged(month: Month, { sampai, hari }: MasaDinilai): boolean {
  return month < monthOf(sampai) || (month === monthOf(sampai) && hari > 0);
}

const targetSebagian = rule({
  name: "Target bulan yang tidak utuh",
  cite: cityStandard("indeks: target bulan yang tidak utuh"),
  decide: ({ target, hari, hariSebulan }: { target: number; hari: number; hariSebulan: number }) => noted(withoutNoise((target * hari) / hariSebulan), NOTES.targetSebagian),
});

/** A month's target as it is judged: of the month in which the judged time ends, by the working days that were worked. */
export function judgedTarget(month: Month, target: number, { sampai, hari, hariSebulan, isTargetDipotong }: MasaDinilai): number | Decision<number> {
  return month === monthOf(sampai) && hari < hariSebulan && isTargetDipotong ? targetSebagian({ target, hari, hariSebulan }) : target;
}
