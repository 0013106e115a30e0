import { TINDAK_LANJUT_JAWABAN, TINDAK_LANJUT_PEMILIK, TINDAK_LANJUT_STATUS } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { evidenceView } from "./evidence.ts";
import { AskedMonth, Id, LocalDate, Month, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const jawaban = z.enum(TINDAK_LANJUT_JAWABAN);
const person = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });

/**
 * One promise of the ledger. `owner` is who answers for it today: the person, or the head of the unit where it is the unit's.
 * `dibawaBulan`: months by which it has passed the month in which it was due; 0 is in time.
 */
export const tindakLanjutView = z.object({
  id: Id, text: z.string(), owner: person, pemilik: z.enum(TINDAK_LANJUT_PEMILIK), unit: z.object({ id: Id, name: z.string() }),
  due: LocalDate, status: z.enum(TINDAK_LANJUT_STATUS), isOverdue: z.boolean(), dibawaBulan: z.int(),
  /** The meeting in which it was made. */
  origin: z.object({ meetingId: Id, month: Month, date: LocalDate, unit: z.string() }),
  closedOn: z.nullable(LocalDate), cancelReason: z.nullable(z.string()),
  /** The owner's answers by month, newest first. */
  answers: z.array(z.object({ month: Month, jawaban, note: z.nullable(z.string()), on: LocalDate })),
  evidence: z.array(evidenceView),
  version: Version,
  actions: z.object({ answer: refusals, cancel: refusals }),
});
export type TindakLanjutView = z.output<typeof tindakLanjutView>;

/** With `month`: only those that stand as rows in my report of that month, open ones due by its meeting and those answered in it. */
export const listMyTindakLanjut = endpoint({
  method: "GET", path: "/api/tindak-lanjut", access: "signed_in", summary: "My promises, overdue first; with month: the rows of that month's report",
  query: z.object({ month: z.optional(AskedMonth) }),
  response: z.object({ items: z.array(tindakLanjutView), open: z.int(), overdue: z.int() }),
});
/** `status` left out: the open ones. */
export const listUnitTindakLanjut = endpoint({
  method: "GET", path: "/api/tindak-lanjut/unit/:unitId", access: "tindak-lanjut.unit", summary: "Promises of a unit's meetings and of those below it",
  params: z.object({ unitId: Id }), query: z.object({ status: z.optional(z.enum([...TINDAK_LANJUT_STATUS, "lewat"])), after: z.optional(text(200)) }),
  response: z.object({
    items: z.array(tindakLanjutView), next: z.nullable(z.string()),
    /** Of all, whatever was asked for. `carried`: open and past the month in which it was due. */
    counts: z.object({ open: z.int(), overdue: z.int(), carried: z.int(), kept: z.int(), cancelled: z.int() }),
  }),
});
/** `sudah` closes it and needs evidence; evidence is uploaded first, with `tindakLanjutId` as its target. */
export const answerTindakLanjut = endpoint({
  method: "PUT", path: "/api/tindak-lanjut/:id/answer", access: "tindak-lanjut.answer", summary: "Sudah, sebagian or belum, in a month's report", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, month: Month, jawaban, note: optionalText(500) }), response: tindakLanjutView,
});
/** The other way to close: a superior of its owner decides, with a reason that stays with it. */
export const cancelTindakLanjut = endpoint({
  method: "POST", path: "/api/tindak-lanjut/:id/cancel", access: "tindak-lanjut.cancel", summary: "Give up a promise by a decision with a reason", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ version: Version, reason: text(300) }), response: tindakLanjutView,
});
export const readTindakLanjut = endpoint({
  method: "GET", path: "/api/tindak-lanjut/:id", access: "tindak-lanjut.read", summary: "One promise with its story", refuses: [403],
  params: z.object({ id: Id }), response: tindakLanjutView,
});
