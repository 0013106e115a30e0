import { AGENDA_ALASAN, AGENDA_BAGIAN, AGENDA_KIND, AGENDA_STATUS, KEHADIRAN, MEETING_STATUS, NOTULEN_STATUS } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, Month, optionalText, text, Version, YearText } from "./fields.ts";

export const refusals = z.array(z.string());
/** "09:00", Jakarta time. */
export const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const meetingStatus = z.enum(MEETING_STATUS);
export const kehadiran = z.enum(KEHADIRAN);
const unit = z.object({ id: Id, name: z.string(), kind: z.string() });
/** Name, post and unit as they are today. */
export const meetingPerson = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
export type MeetingPerson = z.output<typeof meetingPerson>;
const Minutes = z.int().check(z.minimum(0), z.maximum(60));

/** What I am in this meeting; several at once. `atasan`: I head a unit above it. */
const hat = z.enum(["memimpin", "kepala", "notulis", "peserta", "atasan"]);

/**
 * One meeting in a list. `month` is the month whose reports are looked at, `date` the day of the meeting.
 * `people`: who speaks; `minutes`: the plan's sum, or, once held, how long it took.
 */
export const meetingCard = z.object({
  id: Id, unit, month: Month, date: LocalDate, time: ClockTime, place: z.string(), status: meetingStatus, version: Version,
  hats: z.array(hat), leader: z.nullable(meetingPerson), secretary: z.nullable(meetingPerson),
  people: z.int(), minutes: z.int(), present: z.int(), decisions: z.int(),
  notulen: z.nullable(z.enum(NOTULEN_STATUS)), cancelReason: z.nullable(z.string()), isPaper: z.boolean(),
});
export type MeetingCard = z.output<typeof meetingCard>;

export const listMeetings = endpoint({
  method: "GET", path: "/api/evaluation-meeting", access: "signed_in", summary: "Meetings of a year in which I have a part, whatever the hat, and the units whose year I may plan",
  query: z.object({ year: YearText }),
  response: z.object({ year: z.int(), today: LocalDate, meetings: z.array(meetingCard), plannable: z.array(unit) }),
});

/** "The third Thursday": `week` 1–4 or 5 for the last one, `weekday` 1 Monday … 5 Friday, of the month after the one looked at. */
const rhythm = { week: z.string().check(z.regex(/^[1-5]$/)), weekday: z.string().check(z.regex(/^[1-5]$/)) };
export const previewPlan = endpoint({
  method: "GET", path: "/api/evaluation-meeting/plan/:unitId", access: "evaluation-meeting.plan", summary: "The days that a rhythm gives for a year; a holiday moves to the next working day",
  params: z.object({ unitId: Id }), query: z.object({ year: YearText, ...rhythm }),
  response: z.object({
    unit,
    days: z.array(z.object({ month: Month, date: LocalDate, /** The rhythm's own day, where that was no working day. */ movedFrom: z.nullable(LocalDate), isPast: z.boolean(), existing: z.nullable(z.object({ id: Id, date: LocalDate, status: meetingStatus })) })),
    /** Time and place of the unit's last meeting, to begin with. */
    suggestion: z.object({ time: ClockTime, place: z.string() }),
  }),
});
/** Ids are the client's: sent again it makes nothing new. A month that has a meeting already keeps it. */
export const planMeetings = endpoint({
  method: "POST", path: "/api/evaluation-meeting/plan/:unitId", access: "evaluation-meeting.plan", summary: "Plan one meeting or a year of them", refuses: [403, 409],
  params: z.object({ unitId: Id }),
  body: z.strictObject({ time: ClockTime, place: text(200), meetings: z.array(z.strictObject({ id: Id, month: Month, date: LocalDate })).check(z.minLength(1), z.maxLength(14)) }),
  response: z.object({ meetings: z.array(meetingCard), /** Months that had a meeting already. */ kept: z.array(Month) }),
});

/** One line of the agenda. `key` is stable before the start (person, unit, or the kind itself) and is the item's id afterwards. */
export const agendaItem = z.object({
  key: z.string(), kind: z.enum(AGENDA_KIND), bagian: z.enum(AGENDA_BAGIAN), position: z.int(),
  person: z.nullable(meetingPerson), unit: z.nullable(unit), minutes: z.int(),
  /** The minutes that the rule gave, where the leader chose others. */
  usualMinutes: z.int(),
  /** Why it stands here, in the order of weight; `why` is the whole Decision (for the leader; null for others). */
  alasan: z.array(z.enum(AGENDA_ALASAN)), why: z.nullable(decisionView),
  hasReport: z.boolean(), headline: z.nullable(z.string()),
  /** In the room: where it stands and how long it took, milliseconds. */
  status: z.enum(AGENDA_STATUS), spentMs: z.int(), speaker: z.nullable(meetingPerson), isRaised: z.boolean(),
});
export type AgendaItem = z.output<typeof agendaItem>;

/** What may be looked at twice before the meeting. `figure`: how many people, or minutes; `limit`: what is advised. */
const warning = z.object({ kind: z.enum(["too_many_people", "too_long", "no_secretary", "reports_missing", "window_open"]), figure: z.int(), limit: z.int() });

/** The preparation view, and after the start the record of what was planned. Private dialogues only for who leads; others find their own. */
export const meetingView = z.object({
  ...meetingCard.shape,
  delegate: z.nullable(meetingPerson),
  agenda: z.object({
    items: z.array(agendaItem), totalMinutes: z.int(), speakers: z.int(),
    /** Asked for a private dialogue: on no screen of the room. */
    privateDialogues: z.array(agendaItem),
    /** Left out by "hanya pengecualian". */
    leftOut: z.array(agendaItem),
    isGrouped: z.boolean(), isExceptionsOnly: z.boolean(), isCascade: z.boolean(), isOwnOrder: z.boolean(),
    /** The rule's answer as a whole; null for who only takes part. */
    why: z.nullable(decisionView),
  }),
  warnings: z.array(warning),
  /** Offered where the meeting is too large: the offices below meet first, then one slide each here. */
  cascade: z.nullable(z.object({ isOffered: z.boolean(), speakers: z.int(), minutes: z.int(), units: z.array(z.object({ unit, people: z.int(), meeting: z.nullable(z.object({ id: Id, date: LocalDate, status: meetingStatus })) })) })),
  /** Ready to be pasted into a chat, Indonesian. */
  invitation: z.string(),
  /** Presence can be confirmed by oneself between these; ISO instants. */
  presenceFrom: z.string(), presenceUntil: z.nullable(z.string()),
  /** Who may be named delegate or secretary: for who may name them, otherwise empty. */
  candidates: z.array(meetingPerson),
  mine: z.object({ isSpeaker: z.boolean(), position: z.nullable(z.int()), attendance: kehadiran, isPrivate: z.boolean() }),
  actions: z.object({ arrange: refusals, cancel: refusals, agenda: refusals, start: refusals, paper: refusals, slide: refusals, attend: refusals, notulen: refusals }),
});
export type MeetingView = z.output<typeof meetingView>;

const one = { params: z.object({ id: Id }), refuses: [403, 409, 412] } as const;
export const readMeeting = endpoint({ ...one, method: "GET", path: "/api/evaluation-meeting/:id", access: "evaluation-meeting.read", summary: "One meeting: agenda with the reason of each line, minutes, warnings, what I may do", response: meetingView });

/** Where, when, and who stands in; `null` takes the delegate or the secretary back. */
export const arrangeMeeting = endpoint({
  ...one, method: "PUT", path: "/api/evaluation-meeting/:id", access: "evaluation-meeting.arrange", summary: "Move a meeting, name a delegate or the secretary",
  body: z.strictObject({ version: Version, date: LocalDate, time: ClockTime, place: text(200), delegateId: z.nullable(Id), secretaryId: z.nullable(Id) }), response: meetingView,
});
export const cancelMeeting = endpoint({
  ...one, method: "POST", path: "/api/evaluation-meeting/:id/cancel", access: "evaluation-meeting.arrange", summary: "Cancel a meeting with a reason; who was invited is told",
  body: z.strictObject({ version: Version, reason: text(500) }), response: meetingView,
});
/** `order`: keys of the speakers in the leader's own order; empty gives the rule's order back. `minutes`: only those that differ. */
export const editAgenda = endpoint({
  ...one, method: "PUT", path: "/api/evaluation-meeting/:id/agenda", access: "evaluation-meeting.lead", summary: "Order, minutes, by bidang, only exceptions, cascade",
  body: z.strictObject({
    version: Version, isGrouped: z.boolean(), isExceptionsOnly: z.boolean(), isCascade: z.boolean(),
    order: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(500)),
    minutes: z.array(z.strictObject({ key: z.string().check(z.maxLength(60)), minutes: Minutes })).check(z.maxLength(500)),
  }),
  response: meetingView,
});

/** One person's slide as the projector draws it. Numbers come from the report and cannot be changed here. */
export const readMySlide = endpoint({
  ...one, method: "GET", path: "/api/evaluation-meeting/:id/my-slide", access: "evaluation-meeting.attend", summary: "My slide: headline, photos that I may show, whether I ask for a private dialogue",
  response: z.object({
    meetingId: Id, version: z.int().check(z.minimum(0)), headline: z.nullable(z.string()),
    /** A first proposal, from my own sentences; null without a report. */
    suggestion: z.nullable(z.string()),
    photos: z.array(z.object({ id: Id, title: z.string(), isChosen: z.boolean() })),
    isPrivate: z.boolean(), hasReport: z.boolean(),
    bars: z.array(z.object({ text: z.string(), satuan: z.nullable(z.string()), target: z.nullable(z.number()), realisasi: z.nullable(z.number()), lastMonth: z.nullable(z.number()), uraian: z.nullable(z.string()) })),
    kendala: z.nullable(z.string()), bantuan: z.nullable(z.string()),
    actions: z.object({ save: refusals }),
  }),
});
/** `version` 0 the first time. */
export const saveMySlide = endpoint({
  ...one, method: "PUT", path: "/api/evaluation-meeting/:id/my-slide", access: "evaluation-meeting.attend", summary: "One headline sentence, at most two photos, private dialogue instead of the projector",
  body: z.strictObject({ version: z.int().check(z.minimum(0), z.maximum(2_000_000_000)), headline: optionalText(160), photoIds: z.array(Id).check(z.maxLength(2)), isPrivate: z.boolean() }),
  response: readMySlide.response,
});
/** A photo of evidence that its owner opted in, for who takes part. */
export const readMeetingPhoto = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/photo/:photoId", access: "evaluation-meeting.read", summary: "A photo that its owner shows in this meeting", refuses: [403],
  params: z.object({ id: Id, photoId: Id }), response: { binary: ["image/jpeg", "image/png"] },
});
/** Calendar file: METHOD REQUEST with a growing SEQUENCE, CANCEL once cancelled. */
export const readInvitation = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/undangan.ics", access: "evaluation-meeting.read", summary: "The invitation as iCalendar, also its update and its cancellation", refuses: [403],
  params: z.object({ id: Id }), response: { binary: "text/calendar" },
});
/** What is printed beforehand, also for the day without electricity: the agenda with its reasons, the list to be signed, the slides two or three to a sheet. */
export const printMeeting = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/cetak/:kertas", access: "evaluation-meeting.assist", summary: "Agenda, attendance list or slides as PDF", refuses: [403],
  params: z.object({ id: Id, kertas: z.enum(["agenda", "daftar-hadir", "bahan"]) }), response: { binary: "application/pdf" },
});
