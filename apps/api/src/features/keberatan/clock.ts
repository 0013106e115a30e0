import type { ClockView } from "@teraju/contracts/keberatan";
import { type Decision, hitunganTenggat, type LocalDate, rulebookOf } from "@teraju/domain";
import type { Period } from "../appraisal/period.ts";

/** The days to file from receipt, or to decide from filing, counted aloud as of today, by the rulebook and the calendar of the period. */
export function clockOf(peristiwa: "keberatan" | "keputusan", mulai: LocalDate | Decision<LocalDate>, period: Period, today: LocalDate): ClockView {
  const due = rulebookOf(period).rules.jatuhTempo({ peristiwa, mulai, kalender: period.kalender });
  return { ...hitunganTenggat({ mulai: typeof mulai === "string" ? mulai : mulai.value, sampai: due.value, today, kalender: period.kalender }), ground: due };
}
