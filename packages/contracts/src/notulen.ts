/** After the meeting: minutes, signatures, addenda, a meeting held on paper, the public check, and the figures of the year. */
import { FORMAT, KEHADIRAN, NOTULEN_STATUS, PENANDATANGAN, PRINTED_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { ClockTime, kehadiran, meetingPerson, meetingStatus, meetingView, refusals } from "./evaluation-meeting.ts";
import { Id, Instant, LocalDate, Month, optionalText, text, Version, YearText } from "./fields.ts";

const signature = z.object({ role: z.enum(["pemimpin", "notulis"]), person: meetingPerson, at: Instant, /** SHA-256 of what was signed, hexadecimal. */ hash: z.string() });

/** The minutes as they stand. `words` are the secretary's; figures come from the reports and cannot be changed. */
export const notulenView = z.object({
  meetingId: Id, version: Version, status: z.enum(NOTULEN_STATUS), meetingStatus,
  unit: z.object({ id: Id, name: z.string() }), opd: z.string(), month: Month,
  /** Printed in the letterhead; the letter's own number may be typed in. */
  number: z.string(), letterNumber: z.nullable(z.string()),
  date: LocalDate, startedAt: z.nullable(Instant), finishedAt: z.nullable(Instant), place: z.string(), isPaper: z.boolean(),
  leader: meetingPerson, secretary: z.nullable(meetingPerson),
  opening: z.nullable(z.string()), closing: z.nullable(z.string()),
  /** States only: why somebody was away is not in the minutes. */
  attendance: z.array(z.object({ person: meetingPerson, attendance: kehadiran })),
  counts: z.record(z.enum(KEHADIRAN), z.int()),
  items: z.array(z.object({
    itemId: Id, position: z.int(), title: z.string(), jabatan: z.nullable(z.string()), isDeferred: z.boolean(), speaker: z.nullable(z.string()), spentMs: z.int(),
    headline: z.nullable(z.string()), /** "17 dari 20 bayi", row by row, fixed. */ figures: z.array(z.string()), kendala: z.nullable(z.string()), bantuan: z.nullable(z.string()),
    summary: z.nullable(z.string()),
  })),
  promises: z.array(z.object({ id: Id, text: z.string(), owner: z.string(), due: LocalDate, state: z.enum(["lewat", "terbuka", "sebagian", "selesai", "dibatalkan"]), dibawaBulan: z.int() })),
  decisions: z.array(z.object({ id: Id, text: z.string(), owner: z.string(), due: LocalDate, about: z.nullable(z.string()) })),
  signatures: z.array(signature), hash: z.nullable(z.string()), verificationPath: z.nullable(z.string()),
  addenda: z.array(z.object({ id: Id, number: z.int(), text: z.string(), by: meetingPerson, at: Instant, hash: z.string() })),
  hasScan: z.boolean(),
  actions: z.object({ edit: refusals, sign: refusals, addendum: refusals, scan: refusals }),
});
export type NotulenView = z.output<typeof notulenView>;

const one = { params: z.object({ id: Id }), refuses: [403, 409, 412] } as const;
export const readNotulen = endpoint({ ...one, method: "GET", path: "/api/evaluation-meeting/:id/notulen", access: "notulen.read", summary: "The minutes of a meeting", response: notulenView });
/** Editing takes a single signature back: both sign the same words. Items that are left out stay as they are. */
export const editNotulen = endpoint({
  ...one, method: "PUT", path: "/api/evaluation-meeting/:id/notulen", access: "notulen.write", summary: "Edit the words of the minutes, and the letter number",
  body: z.strictObject({
    version: Version, letterNumber: optionalText(100), opening: optionalText(2000), closing: optionalText(2000), secretaryId: z.nullable(Id),
    summaries: z.array(z.strictObject({ itemId: Id, summary: optionalText(1000) })).check(z.maxLength(500)),
  }),
  response: notulenView,
});
/** `hash`: what the signer has seen; other words meanwhile and it is `stale`. */
export const signNotulen = endpoint({
  ...one, method: "POST", path: "/api/evaluation-meeting/:id/notulen/sign", access: "notulen.write", summary: "Sign as leader or as secretary; the second signature makes the minutes immutable",
  body: z.strictObject({ version: Version }), response: notulenView,
});
/** The only way to correct what is signed; the words before stay. */
export const addAddendum = endpoint({
  ...one, method: "POST", path: "/api/evaluation-meeting/:id/notulen/addendum", access: "notulen.write", summary: "A correction of signed minutes",
  body: z.strictObject({ id: Id, text: text(2000) }), response: notulenView,
});
export const readNotulenPdf = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/notulen.pdf", access: "notulen.read", summary: "The minutes as PDF: a draft says so on each page", refuses: [403, 409],
  params: z.object({ id: Id }), response: { binary: "application/pdf" },
});
/** PDF, JPEG or PNG up to 10 MB as the raw body; until the minutes are signed a later one replaces it. */
export const uploadNotulenScan = endpoint({
  method: "PUT", path: "/api/evaluation-meeting/:id/notulen/scan/file", access: "notulen.write", summary: "The scan of minutes signed on paper", refuses: [403, 409],
  params: z.object({ id: Id }), query: z.object({ title: text(200) }), body: { binary: ["application/pdf", "image/jpeg", "image/png"] }, response: z.object({ hash: z.string() }),
});
export const readNotulenScan = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/notulen/scan/file", access: "notulen.read", summary: "The scan, as an attachment", refuses: [403],
  params: z.object({ id: Id }), response: { binary: ["application/pdf", "image/jpeg", "image/png"] },
});

/** A meeting that was held without the app (power cut): what the paper says. Decisions become promises as in any meeting. */
export const enterPaperMeeting = endpoint({
  ...one, method: "POST", path: "/api/evaluation-meeting/:id/paper", access: "evaluation-meeting.assist", summary: "Enter a meeting that was held on paper",
  body: z.strictObject({
    version: Version, date: LocalDate, startedAt: ClockTime, finishedAt: ClockTime,
    attendance: z.array(z.strictObject({ personId: Id, attendance: kehadiran, reason: optionalText(300) })).check(z.maxLength(500)),
    decisions: z.array(z.strictObject({ id: Id, text: text(300), ownerId: Id, pemilik: z.enum(["pribadi", "unit"]), due: LocalDate })).check(z.maxLength(100)),
  }),
  response: meetingView,
});

/** For anybody who holds a printed page: whether this exists, of which kind and day, and the hash of its content; nothing else of it, and of no person. */
export const verifyNotulen = endpoint({
  method: "GET", path: "/api/verifikasi/:code", access: "public", summary: "Kind, number, date and hash of signed minutes or of an official document",
  params: z.object({ code: z.string().check(z.regex(/^[0-9A-Za-z-]{8,40}$/)) }),
  response: z.object({
    kind: z.enum(["notulen", ...PRINTED_KIND]), /** Of the annex; null for minutes. */ format: z.nullable(z.enum(FORMAT)),
    number: z.string(), date: LocalDate, hash: z.string(),
    /** False where a newer version has taken its place: genuine, but not what counts. */
    isCurrent: z.boolean(),
    /** Where a signature is no part of the hash: who signed this content in the app, as the place under the form and the day. Null: it is part of the hash. */
    signatures: z.nullable(z.array(z.object({ place: z.enum(PENANDATANGAN), on: LocalDate }))),
    addenda: z.array(z.object({ number: z.int(), date: LocalDate, hash: z.string() })),
  }),
});

/** Of meetings held: `lengthPercent` is real against planned minutes, null where none was. `onTime`: begun within 15 minutes of the time on that day. */
const figures = { planned: z.int(), held: z.int(), onTime: z.int(), cancelled: z.int(), lengthPercent: z.nullable(z.int()), kept: z.int(), carried: z.int(), overdue: z.int(), open: z.int(), keptPercent: z.nullable(z.int()) };
export type MeetingFigures = z.output<z.ZodMiniObject<typeof figures>>;
export const readUnitMeetingFigures = endpoint({
  method: "GET", path: "/api/evaluation-meeting-figures/:unitId", access: "opd-dashboard.read", summary: "A unit's meetings and promises of a year, for its dashboard",
  params: z.object({ unitId: Id }), query: z.object({ year: YearText }),
  response: z.object({ ...figures, next: z.nullable(z.object({ id: Id, date: LocalDate, time: ClockTime, month: Month })), longestOverdue: z.array(z.object({ id: Id, text: z.string(), owner: z.string(), due: LocalDate, dibawaBulan: z.int() })) }),
});
export const readCityMeetingFigures = endpoint({
  method: "GET", path: "/api/evaluation-meeting-figures", access: "city-dashboard.read", summary: "Meetings held on time, length against plan, promises kept, by department; no names",
  query: z.object({ year: YearText }),
  response: z.object({ year: z.int(), total: z.object(figures), opds: z.array(z.object({ id: Id, name: z.string(), ...figures })) }),
});
