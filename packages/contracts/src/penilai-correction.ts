import { MONTHLY_REPORT_STATUS, PENILAI_CORRECTION_STATUS, PERIODE_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, Month, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
/** Name, post and unit as they are today. */
const person = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
/** Who might be the right one: `why` says where the proposal comes from; `usulan` is the rules' (rules §1.2), `head` leads a unit on the way up, `plt` stands in for a head. */
const candidate = z.object({ ...person.shape, why: z.enum(["proposed", "usulan", "head", "plt", "search"]) });
export type Candidate = z.output<typeof candidate>;

/** One "Atasan saya salah". `penilai` is who was on record when it was asked; `decided` stands once BKPSDM has carried it out. */
export const penilaiCorrectionView = z.object({
  id: Id, status: z.enum(PENILAI_CORRECTION_STATUS), version: Version,
  pegawai: person, penilai: z.nullable(person), proposed: z.nullable(person),
  reason: z.string(), askedOn: LocalDate, waitingDays: z.nullable(z.int()),
  decided: z.nullable(z.object({ penilai: z.nullable(person), from: z.nullable(LocalDate), on: LocalDate, note: z.nullable(z.string()) })),
});
export type PenilaiCorrectionView = z.output<typeof penilaiCorrectionView>;

export const readMyPenilai = endpoint({
  method: "GET", path: "/api/penilai-correction/mine", access: "signed_in", summary: "Who rates me today, who it might be instead, and what I have asked",
  response: z.object({
    penilai: z.nullable(person), atasan: z.nullable(person), since: z.nullable(LocalDate), basis: z.nullable(z.string()),
    /** Who gives work and umpan balik besides, today. */
    pimpinan: z.array(z.object({ person, task: z.string(), from: LocalDate })),
    /** The kepala daerah rates: what is set is final (Lampiran BAB IV.A.12). */
    isFinal: z.boolean(),
    candidates: z.array(candidate), asked: z.array(penilaiCorrectionView),
    actions: z.object({ ask: refusals, withdraw: refusals }),
  }),
});
/** `proposedId` null: I know that it is wrong, not who is right. Reporting goes on meanwhile. */
export const askPenilaiCorrection = endpoint({
  method: "POST", path: "/api/penilai-correction", access: "signed_in", summary: "Say that the penilai on record is not mine", refuses: [409],
  body: z.strictObject({ id: Id, proposedId: z.nullable(Id), reason: text(500, 5) }), response: penilaiCorrectionView,
});
export const withdrawPenilaiCorrection = endpoint({
  method: "POST", path: "/api/penilai-correction/:id/withdraw", access: "signed_in", summary: "Take my question back", refuses: [409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: penilaiCorrectionView,
});

export const listPenilaiCorrections = endpoint({
  method: "GET", path: "/api/penilai-correction", access: "penilai-correction.read", summary: "The queue: what is open, longest first, then the last twenty that were settled",
  response: z.object({ open: z.array(penilaiCorrectionView), settled: z.array(penilaiCorrectionView) }),
});
/** What would follow, with nothing touched: shown before the second click. */
const changes = z.object({
  reports: z.array(z.object({ month: Month, status: z.enum(MONTHLY_REPORT_STATUS) })),
  /** An SKP that waits to be set, and open evaluation periods which the new penilai would rate. */
  skpWaiting: z.boolean(), periods: z.array(z.object({ year: z.int(), kind: z.enum(PERIODE_KIND), number: z.int() })),
  from: LocalDate, atasan: z.nullable(person),
});
export const previewPenilaiCorrection = endpoint({
  method: "GET", path: "/api/penilai-correction/:id", access: "penilai-correction.read", summary: "One question, who might be right, and what carrying it out would change", refuses: [403],
  params: z.object({ id: Id }),
  query: z.object({ penilaiId: z.optional(Id), from: z.optional(LocalDate), q: z.optional(text(100, 0)) }),
  response: z.object({ correction: penilaiCorrectionView, chosen: z.nullable(person), candidates: z.array(candidate), changes, actions: z.object({ accept: refusals, decline: refusals }) }),
});
export const acceptPenilaiCorrection = endpoint({
  method: "POST", path: "/api/penilai-correction/:id/accept", access: "penilai-correction.decide", summary: "From this day another penilai rates; open work follows", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, penilaiId: Id, from: LocalDate, note: optionalText(500) }), response: penilaiCorrectionView,
});
export const declinePenilaiCorrection = endpoint({
  method: "POST", path: "/api/penilai-correction/:id/decline", access: "penilai-correction.decide", summary: "It stays as it is, with the reason in words", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, note: text(500, 5) }), response: penilaiCorrectionView,
});
