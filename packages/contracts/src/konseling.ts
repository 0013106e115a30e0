import { development, konseling } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const someone = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
const jenis = z.enum(konseling.KONSELOR_JENIS);
const hasil = z.enum(konseling.HASIL_KONSELING);
/** "09:30", by the clock of Jakarta. */
const Time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const arrangement = z.object({
  version: Version, jenis, konselor: someone,
  /** Their function, or the letter of appointment; of a penilai the training or certificate. */
  dasar: z.string(), scheduledOn: LocalDate, scheduledAt: Time, place: z.string(), setBy: z.string(), setOn: LocalDate, isByOffice: z.boolean(),
});
const record = z.object({
  heldFrom: LocalDate, heldUntil: LocalDate, sessions: z.int(), masalah: z.string(), hasil, kesepakatan: z.string(), saran: z.nullable(z.string()),
  signedBy: z.string(), signedAt: Instant, /** SHA-256 of what was signed, 64 hex digits. */ hash: z.string(), format: decisionView,
});
const konselingView = z.object({
  /** The plan's. */
  id: Id, person: someone, /** Who rates the pegawai today. */ penilai: z.nullable(someone), goal: z.string(), status: z.enum(development.RENCANA_STATUS), sides: z.array(z.enum(["pegawai", "konselor", "penilai", "kepegawaian", "pembaca", "penentu"])),
  arrangement: z.nullable(arrangement),
  /** null for whom it is none of their business: it is between two people. */
  entries: z.nullable(z.array(z.object({ id: Id, day: LocalDate, fact: z.string(), option: z.nullable(z.string()), step: z.string(), by: z.string() }))),
  /** null while nobody signed, and for who may not read it. */
  record: z.nullable(record), isSigned: z.boolean(),
  /** Who reads the record and who decides what follows; null while nothing is arranged. */
  readers: z.nullable(z.object({ pembaca: decisionView, penentu: decisionView })),
  followUps: z.array(z.object({ id: Id, text: z.string(), dueOn: z.nullable(LocalDate), by: z.string(), on: LocalDate })),
  actions: z.object({ arrange: refusals, note: refusals, sign: refusals, follow: refusals }),
});
export type KonselingView = z.output<typeof konselingView>;

export const listKonseling = endpoint({
  method: "GET", path: "/api/konseling", access: "signed_in", summary: "Konseling in which I take part: as pegawai, konselor, penilai, or whom its record is reported to; what waits first",
  response: z.object({ konseling: z.array(z.object({ id: Id, person: z.string(), sides: konselingView.shape.sides, konselor: z.nullable(z.string()), scheduledOn: z.nullable(LocalDate), scheduledAt: z.nullable(Time), place: z.nullable(z.string()), status: z.enum(development.RENCANA_STATUS), isSigned: z.boolean(), isFollowed: z.boolean() })) }),
});
const one = { params: z.object({ id: Id }), response: konselingView } as const;
export const readKonseling = endpoint({ method: "GET", path: "/api/konseling/:id", access: "konseling.read", summary: "One konseling, as far as its reader may know of it", ...one });
export const arrangeKonseling = endpoint({
  method: "PUT", path: "/api/konseling/:id", access: "konseling.arrange", summary: "Set konselor, day and place, or another day", refuses: [403, 409, 412], ...one,
  body: z.strictObject({ version: z.nullable(Version), jenis, konselorId: Id, /** Of a penilai none is asked: the training on record is the ground. */ dasar: optionalText(300), scheduledOn: LocalDate, scheduledAt: Time, place: text(150, 3) }),
});
export const noteKonseling = endpoint({
  method: "POST", path: "/api/konseling/:id/entries", access: "konseling.read", summary: "An entry of the journal, which konselor and pegawai alone read", refuses: [409], ...one,
  body: z.strictObject({ id: Id, day: LocalDate, fact: text(1000, 5), option: optionalText(1000), step: text(1000, 5) }),
});
export const signKonseling = endpoint({
  method: "POST", path: "/api/konseling/:id/record", access: "konseling.read", summary: "Fill and sign the record of what came of it, once", refuses: [409, 412], ...one,
  body: z.strictObject({ heldFrom: LocalDate, heldUntil: LocalDate, sessions: z.int().check(z.minimum(1), z.maximum(50)), masalah: text(1000, 10), hasil, kesepakatan: text(1000, 10), saran: optionalText(1000) }),
});
export const followKonseling = endpoint({
  method: "POST", path: "/api/konseling/:id/follow-up", access: "konseling.read", summary: "Decide what follows; the pegawai reads it", refuses: [409], ...one,
  body: z.strictObject({ id: Id, text: text(1000, 10), dueOn: z.nullable(LocalDate) }),
});
export const printKonseling = endpoint({
  method: "GET", path: "/api/konseling/:id/pdf", access: "konseling.read", summary: "The signed record as tagged PDF, with the mark of its check", refuses: [409],
  params: z.object({ id: Id }), response: { binary: "application/pdf" },
});

const certificate = z.object({ id: Id, person: someone, name: z.string(), number: z.string(), issuer: z.string(), issuedOn: LocalDate, recordedBy: z.string(), recordedOn: LocalDate });
const konselorList = z.object({
  /** Trainings of the catalogue; who attended one that counts may give konseling to their bawahan. */
  trainings: z.array(z.object({ id: Id, name: z.string(), counts: z.boolean(), attended: z.int() })), certificates: z.array(certificate),
});
export const listKonselor = endpoint({ method: "GET", path: "/api/konselor", access: "konselor.keep", summary: "What makes a penilai a konselor: trainings that count, and certificates on record", response: konselorList });
export const countTraining = endpoint({
  method: "PUT", path: "/api/konselor/training/:id", access: "konselor.keep", summary: "Say whether a training of the catalogue is one in konseling",
  params: z.object({ id: Id }), body: z.strictObject({ counts: z.boolean() }), response: konselorList,
});
export const recordCertificate = endpoint({
  method: "POST", path: "/api/konselor/certificate", access: "konselor.keep", summary: "Record a certificate of training in konseling", refuses: [409],
  body: z.strictObject({ id: Id, personId: Id, name: text(150, 5), number: text(100, 3), issuer: text(150, 3), issuedOn: LocalDate }), response: konselorList,
});
export const findKonselor = endpoint({
  method: "GET", path: "/api/konselor/candidate", access: "konselor.keep", summary: "People by a part of their name, at most twenty, to be named konselor or given a certificate",
  query: z.object({ q: text(100, 2) }), response: z.object({ people: z.array(someone) }),
});
