import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import { reasons } from "./workflow.ts";

/** Step 1 of an evaluation (Pasal 24 ayat 1 huruf a): entered once the period's evaluation has begun, until the period is closed. */
export function refusals(period: { ratingFrom: LocalDate; isClosed: boolean }, { today }: { today: LocalDate }): Refusal[] {
  return reasons({ rating_window_not_open: today < period.ratingFrom, period_closed: period.isClosed });
}
