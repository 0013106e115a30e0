import { EKSPEKTASI } from "@teraju/domain";
import * as z from "zod/mini";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, text } from "./fields.ts";

const refusals = z.array(z.string());
const ekspektasi = z.enum(EKSPEKTASI);

/** The two-blind step of one person's year as one of its two sides sees it: never the other's ratings before both are locked. */
export const blindRatingView = z.object({
  sent: z.object({ pegawai: z.nullable(LocalDate), penilai: z.nullable(LocalDate) }),
  /** Until when the pegawai's ratings are waited for; null before the penilai's are locked. */
  waitedUntil: z.nullable(LocalDate),
  results: z.array(z.object({
    lineId: Id, text: z.string(),
    /** The asking side's own locked rating. */
    own: z.nullable(ekspektasi),
    /** Both sides' and how far they lie apart; null until both are locked. */
    both: z.nullable(z.object({ pegawai: ekspektasi, penilai: ekspektasi, selisih: decisionView })),
    /** Why they lie more than one level apart. */
    word: z.nullable(z.object({ text: z.string(), by: z.string(), on: LocalDate })),
  })),
  actions: z.object({ send: refusals, explain: refusals }),
});
export type BlindRatingView = z.output<typeof blindRatingView>;

export const listBlindRatings = endpoint({
  method: "GET", path: "/api/blind-rating", access: "signed_in", summary: "The years of which the actor's own ratings are asked, or were given",
  response: z.object({ items: z.array(z.object({ period: evaluationPeriodView, sentOn: z.nullable(LocalDate), isOpen: z.boolean() })) }),
});

const params = z.object({ periodId: Id, personId: Id });
export const readBlindRating = endpoint({
  method: "GET", path: "/api/blind-rating/:periodId/:personId", access: "appraisal.read", summary: "One person's two-blind step, to its two sides", refuses: [403],
  params, response: z.object({ period: evaluationPeriodView, person: z.object({ id: Id, name: z.string() }), side: z.enum(["pegawai", "penilai"]), step: blindRatingView }),
});
/** Locks the side's ratings of all results; the same ratings once more are the same act. */
export const sendBlindRating = endpoint({
  method: "PUT", path: "/api/blind-rating/:periodId/:personId", access: "appraisal.read", summary: "Lock one's own ratings, unseen by the other side", refuses: [403, 409],
  params, body: z.strictObject({ ratings: z.array(z.strictObject({ lineId: Id, rating: ekspektasi })).check(z.minLength(1), z.maxLength(100)) }), response: blindRatingView,
});
export const explainBlindGap = endpoint({
  method: "POST", path: "/api/blind-rating/:periodId/:personId/word", access: "appraisal.read", summary: "The penilai's words for a gap of more than one level", refuses: [403, 409],
  params, body: z.strictObject({ lineId: Id, text: text(2000) }), response: blindRatingView,
});
