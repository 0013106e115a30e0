import { PERIODE_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { Id, LocalDate, Month } from "./fields.ts";

/** An evaluation period and where today stands in it: not yet over, to be rated, the penilai is late, closed. */
export const evaluationPeriodView = z.object({
  id: Id, year: z.int(), kind: z.enum(PERIODE_KIND), number: z.int(), firstMonth: Month, lastMonth: Month,
  ratingFrom: LocalDate, ratingUntil: LocalDate, state: z.enum(["running", "rating", "late", "closed"]),
});
export type EvaluationPeriodView = z.output<typeof evaluationPeriodView>;
