import { ASPECT, EKSPEKTASI, SIGNED_RATING_STATUS, UMPAN_BALIK_NADA } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { Id, LocalDate, Month, optionalText, text, Version } from "./fields.ts";

const ekspektasi = z.enum(EKSPEKTASI);
const named = z.object({ id: Id, name: z.string() });
const basis = z.object({ aspect: z.enum(ASPECT), kind: z.enum(["evidence", "umpan_balik"]), id: Id });
const SCAN = ["application/pdf", "image/jpeg", "image/png"] as const;

/** Whom the Wali Kota rates in a period; `state`: `none` until a paper is entered, `final` also where the Wali Kota rated in the app. */
export const listSignedRatings = endpoint({
  method: "GET", path: "/api/signed-rating", access: "signed-rating.read", summary: "Whom the Wali Kota rates in a period, and what came in on signed paper",
  query: z.object({ period: Id }),
  response: z.object({ period: evaluationPeriodView, lines: z.array(z.object({ person: z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()) }), penilai: z.string(), state: z.enum(["none", "final", ...SIGNED_RATING_STATUS]) })) }),
});

export const signedRatingView = z.object({
  period: evaluationPeriodView,
  person: z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()) }),
  penilai: named,
  paper: z.nullable(z.object({
    id: Id, version: Version, status: z.enum(SIGNED_RATING_STATUS), number: z.nullable(z.string()), signedOn: LocalDate, hasilKerja: ekspektasi, perilakuKerja: ekspektasi, alasanHasilKerja: z.nullable(z.string()), alasanPerilaku: z.nullable(z.string()),
    basis: z.array(basis), scan: z.nullable(z.object({ title: z.string() })), enteredBy: named, enteredOn: LocalDate, confirmedBy: z.nullable(named), confirmedOn: z.nullable(LocalDate),
    /** Sent back by the second person; null again once it is entered anew. */
    returned: z.nullable(z.object({ by: z.string(), on: LocalDate, reason: z.string() })),
  })),
  /** The result that came of it. */
  resultId: z.nullable(Id),
  /** What the two ratings can stand on: evidence and umpan balik of the period. */
  evidence: z.array(z.object({ id: Id, title: z.string(), month: Month })),
  umpanBalik: z.array(z.object({ id: Id, from: z.string(), nada: z.enum(UMPAN_BALIK_NADA), text: z.string(), givenOn: LocalDate })),
  /** `isSecond`: whether confirming and sending back are the actor's role for this paper. */
  isSecond: z.boolean(),
  actions: z.object({ enter: z.array(z.string()), confirm: z.array(z.string()), return: z.array(z.string()) }),
});
export type SignedRatingView = z.output<typeof signedRatingView>;

const params = z.object({ periodId: Id, personId: Id });

export const readSignedRating = endpoint({
  method: "GET", path: "/api/signed-rating/:periodId/:personId", access: "signed-rating.read", summary: "One rating of the Wali Kota on signed paper", refuses: [403],
  params, response: signedRatingView,
});
/** `id` is made by the client; `version` null when nothing has been entered yet. */
export const enterSignedRating = endpoint({
  method: "PUT", path: "/api/signed-rating/:periodId/:personId", access: "signed-rating.enter", summary: "What the paper signed by the Wali Kota says; until it is confirmed a later entry replaces it", refuses: [403, 409, 412],
  params,
  body: z.strictObject({
    id: Id, version: z.nullable(Version), number: optionalText(100), signedOn: LocalDate, hasilKerja: ekspektasi, perilakuKerja: ekspektasi, alasanHasilKerja: optionalText(2000), alasanPerilaku: optionalText(2000),
    basis: z.array(z.strictObject({ aspect: z.enum(ASPECT), kind: z.enum(["evidence", "umpan_balik"]), id: Id })).check(z.maxLength(100)),
  }),
  response: signedRatingView,
});
/** PDF, JPEG or PNG up to 10 MB as the raw body. */
export const uploadSignedRatingScan = endpoint({
  method: "PUT", path: "/api/signed-rating/:periodId/:personId/scan/file", access: "signed-rating.enter", summary: "The scan of the signed paper", refuses: [403, 409],
  params, query: z.object({ title: text(200) }), body: { binary: SCAN }, response: z.object({ hash: z.string() }),
});
export const readSignedRatingScan = endpoint({
  method: "GET", path: "/api/signed-rating/:periodId/:personId/scan/file", access: "signed-rating.read", summary: "The scan, as an attachment; opening it is what a confirmation rests on", refuses: [403],
  params, response: { binary: SCAN },
});
export const confirmSignedRating = endpoint({
  method: "POST", path: "/api/signed-rating/:periodId/:personId/confirm", access: "signed-rating.confirm", summary: "A second person confirms the entry: the result is set as the Wali Kota's", refuses: [403, 409, 412],
  params, body: z.strictObject({ version: Version }), response: signedRatingView,
});
export const returnSignedRating = endpoint({
  method: "POST", path: "/api/signed-rating/:periodId/:personId/return", access: "signed-rating.confirm", summary: "A second person sends the entry back, with the reason", refuses: [403, 409, 412],
  params, body: z.strictObject({ version: Version, reason: text(1000) }), response: signedRatingView,
});
export const readResultPaper = endpoint({
  method: "GET", path: "/api/result/:id/signed-paper", access: "appraisal.read", summary: "The scan of the paper that a result was given on", refuses: [403],
  params: z.object({ id: Id }), response: { binary: SCAN },
});
