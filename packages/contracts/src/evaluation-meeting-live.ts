/** The meeting while it runs: the projector, who leads, who takes part, commands and the stream of events. */
import { AGENDA_BAGIAN, AGENDA_KIND, ARAH, MEETING_EVENT } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { agendaItem, kehadiran, meetingPerson, meetingStatus, refusals } from "./evaluation-meeting.ts";
import { Id, Instant, LocalDate, Month, optionalText, text } from "./fields.ts";
import { tindakLanjutView } from "./tindak-lanjut.ts";

const unit = z.object({ id: Id, name: z.string(), kind: z.string() });

/** A bullet bar: the figure against the month's target and against last month. No percent, no colour of a person. */
const bar = z.object({
  text: z.string(), satuan: z.nullable(z.string()), arah: z.enum(ARAH),
  target: z.nullable(z.number()), realisasi: z.nullable(z.number()), lastMonth: z.nullable(z.number()),
  /** In place of a figure, for a result told in words. */
  uraian: z.nullable(z.string()),
  /** "perlu dibahas": flagged by the pegawai or the penilai, or under target. */
  isToDiscuss: z.boolean(),
});
const promise = z.object({ id: Id, text: z.string(), owner: z.string(), due: LocalDate, state: z.enum(["lewat", "terbuka", "sebagian", "selesai", "dibatalkan"]), dibawaBulan: z.int() });
const decision = z.object({ id: Id, itemId: z.nullable(Id), text: z.string(), owner: z.string(), due: LocalDate });

/**
 * One slide of the projector. It is the whole of what the room may see of a person: no predikat, rating, peer result or rank
 * has a field here, and a test walks this schema and a real answer.
 */
export const slide = z.object({
  itemId: Id, kind: z.enum(AGENDA_KIND), bagian: z.enum(AGENDA_BAGIAN), position: z.int(), minutes: z.int(),
  person: z.nullable(meetingPerson), /** Who speaks for an absent person. */ speaker: z.nullable(z.string()), unit: z.nullable(unit),
  headline: z.nullable(z.string()),
  /** `tidak_wajib`: on leave and the like; the reason is private. */
  report: z.nullable(z.enum(["ada", "belum", "tidak_wajib"])),
  bars: z.array(bar), /** Rows that found no room. */ moreBars: z.int(),
  kendala: z.nullable(z.string()), bantuan: z.nullable(z.string()),
  photos: z.array(z.object({ id: Id, title: z.string() })),
  promises: z.array(promise),
  /** Of a unit's slide in a cascade: how its month went and whom it names. */
  unitMonth: z.nullable(z.object({ obliged: z.int(), submitted: z.int(), toDiscuss: z.int(), meetingHeld: z.nullable(LocalDate), decisions: z.int(), named: z.array(z.object({ name: z.string(), note: z.nullable(z.string()) })) })),
});
export type Slide = z.output<typeof slide>;

/**
 * The room at one moment; every event carries the whole of it, so that the newest event is enough after a break.
 * The running timer is `spentMs` plus the time since `startedAt` by the server's clock (`serverTime`).
 */
export const meetingState = z.object({
  seq: z.int(), status: meetingStatus, serverTime: Instant,
  itemId: z.nullable(Id), position: z.nullable(z.int()), isBlank: z.boolean(),
  timer: z.nullable(z.object({ itemId: Id, minutes: z.int(), spentMs: z.int(), startedAt: z.nullable(Instant) })),
  controller: z.nullable(z.object({ deviceId: Id, name: z.string() })),
  present: z.int(), invited: z.int(), decisions: z.int(), applause: z.int(), questions: z.int(),
  startedAt: z.nullable(Instant), finishedAt: z.nullable(Instant),
});
export type MeetingState = z.output<typeof meetingState>;

/**
 * One event of the stream (`id:` its seq, `event:` its kind, `data:` this as JSON). `itemId`: the slide it is about.
 * `personId`, `attendance` and `question` only on the leader's stream; `decision` on all.
 */
export const meetingEvent = z.object({
  seq: z.int(), kind: z.enum(MEETING_EVENT), at: Instant, /** Of the command that caused it. */ commandId: z.nullable(Id), deviceId: z.nullable(Id),
  itemId: z.nullable(Id), state: meetingState,
  decision: z.nullable(decision),
  person: z.nullable(z.object({ id: Id, name: z.string(), attendance: kehadiran })),
  question: z.nullable(z.object({ id: Id, from: z.string(), text: z.string() })),
});
export type MeetingEvent = z.output<typeof meetingEvent>;

const params = z.object({ id: Id });
/** `layar` says how much the events carry; `lastEventId` for a client that cannot send the header `Last-Event-ID`. */
export const readMeetingEvents = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/events", access: "evaluation-meeting.read", summary: "The meeting's events as they happen (text/event-stream); with Last-Event-ID all that were missed come first", refuses: [403],
  params, query: z.object({ layar: z.enum(["utama", "pemimpin", "peserta"]), lastEventId: z.optional(z.string().check(z.regex(/^\d{1,9}$/))), /** `tidak`: the answer ends after what was missed, for who must ask again and again. */ ikuti: z.optional(z.enum(["ya", "tidak"])) }),
  response: { binary: "text/event-stream" },
});
export const readMeetingState = endpoint({ method: "GET", path: "/api/evaluation-meeting/:id/state", access: "evaluation-meeting.read", summary: "The room at this moment", refuses: [403], params, response: meetingState });

/** All slides at once, to be kept: a lost connection does not stop the meeting. Before the start as they would be now. */
export const readSlides = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/slides", access: "evaluation-meeting.read", summary: "Every slide of the projector", refuses: [403],
  params,
  response: z.object({
    meetingId: Id, unit, month: Month, date: LocalDate, place: z.string(), leader: z.string(), state: meetingState, slides: z.array(slide), decisions: z.array(decision),
    /** Path of the page to be shown as QR on the first slide, with the room's code; null once ended. */
    presencePath: z.nullable(z.string()),
  }),
});

const question = z.object({ id: Id, itemId: z.nullable(Id), from: z.string(), text: z.string(), at: Instant, isAnswered: z.boolean() });
/** For who leads, and the secretary: everything of the projector's and what stays on this screen. */
export const readLeaderView = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/leader", access: "evaluation-meeting.assist", summary: "The leader's screen: private notes, time, attendance, decisions, questions", refuses: [403],
  params,
  response: z.object({
    state: meetingState,
    items: z.array(z.object({ ...agendaItem.shape, slide, /** The leader's own, seen by nobody else. */ note: z.nullable(z.string()), isPresent: z.nullable(z.boolean()) })),
    privateDialogues: z.array(meetingPerson),
    attendance: z.array(z.object({ person: meetingPerson, attendance: kehadiran, /** Private: leader and secretary. */ reason: z.nullable(z.string()), via: z.nullable(z.string()), speaksAt: z.nullable(z.int()) })),
    decisions: z.array(tindakLanjutView), questions: z.array(question),
    /** What the quick line is filled with: the day of the next meeting. */
    nextMeeting: z.object({ date: LocalDate, isPlanned: z.boolean() }),
    isLeader: z.boolean(), actions: z.object({ start: refusals, lead: refusals, finish: refusals }),
  }),
});

/** For a phone in the room. */
export const readParticipantView = endpoint({
  method: "GET", path: "/api/evaluation-meeting/:id/participant", access: "evaluation-meeting.read", summary: "Where we are, when my turn comes, whether my presence is known", refuses: [403],
  params,
  response: z.object({
    state: meetingState, unit, month: Month, date: LocalDate, time: z.string(), place: z.string(),
    current: z.nullable(z.object({ itemId: Id, kind: z.enum(AGENDA_KIND), title: z.string() })),
    /** Speakers still before me: 0 it is my turn, null I do not speak or have spoken. */
    turnsLeft: z.nullable(z.int()),
    order: z.array(z.object({ itemId: Id, position: z.int(), kind: z.enum(AGENDA_KIND), title: z.string(), isMine: z.boolean(), isDone: z.boolean() })),
    attendance: kehadiran, decisions: z.array(decision),
    myQuestions: z.array(z.object({ id: Id, text: z.string(), isAnswered: z.boolean() })),
    actions: z.object({ present: refusals, ask: refusals, applaud: refusals }),
  }),
});

/** My own presence or why I am away. `hadir` only within the meeting's window; `code` is the room's, from the QR. Said again it changes nothing. */
export const attendMeeting = endpoint({
  method: "PUT", path: "/api/evaluation-meeting/:id/attendance", access: "evaluation-meeting.attend", summary: "I am here, or why not", refuses: [403, 409],
  params, body: z.strictObject({ attendance: z.enum(["hadir", "izin", "sakit", "cuti", "dinas_luar", "dinas_jaga"]), reason: optionalText(300), code: z.optional(text(40)) }),
  response: z.object({ attendance: kehadiran, state: meetingState }),
});
export const applaud = endpoint({
  method: "POST", path: "/api/evaluation-meeting/:id/applause", access: "evaluation-meeting.attend", summary: "Applause for the slide on screen; once per person and slide", refuses: [403, 409, 412],
  params, body: z.strictObject({ id: Id, itemId: Id }), response: meetingState,
});
export const askQuestion = endpoint({
  method: "POST", path: "/api/evaluation-meeting/:id/question", access: "evaluation-meeting.attend", summary: "A question for the leader's screen", refuses: [403, 409, 412],
  params, body: z.strictObject({ id: Id, itemId: z.nullable(Id), text: text(300) }), response: z.object({ id: Id }),
});

/** A decision is one line, an owner and a day. `ownerId`: a participant where it is `pribadi`; the meeting's unit, or one below it, where it is the unit's. */
const decided = { text: text(300), ownerId: Id, pemilik: z.enum(["pribadi", "unit"]), due: LocalDate };
/** Every command: its own id, the device, and how long ago it was given there (by a clock that only counts), for those that waited in the outbox. */
const sent = { id: Id, deviceId: Id, ageMs: z.int().check(z.minimum(0), z.maximum(86_400_000)) };
const command = <K extends string, S extends z.core.$ZodShape>(kind: K, shape: S) => z.strictObject({ ...sent, kind: z.literal(kind), ...shape });

/** `start` freezes agenda and slides; `go`, `blank`, the timer and `finish` need the screen to be this device's (`take_over`), the others do not. */
export const meetingCommand = z.discriminatedUnion("kind", [
  command("start", {}), command("take_over", {}), command("finish", {}),
  command("go", { itemId: Id }), command("blank", { isBlank: z.boolean() }),
  command("timer_start", { itemId: Id }), command("timer_stop", { itemId: Id }),
  command("attendance", { personId: Id, attendance: kehadiran, reason: optionalText(300) }),
  command("decide", { decisionId: Id, itemId: z.nullable(Id), ...decided }),
  command("change_decision", { decisionId: Id, ...decided }), command("retract_decision", { decisionId: Id }),
  command("defer", { itemId: Id, isDeferred: z.boolean() }), command("speaker", { itemId: Id, speakerId: z.nullable(Id) }), command("raise", { itemId: Id, isRaised: z.boolean() }),
  command("note", { itemId: Id, note: optionalText(2000) }), command("answered", { questionId: Id }),
  /** A promise that the meeting gives up, with its reason. */
  command("cancel_promise", { tindakLanjutId: Id, reason: text(300) }),
]);
export type MeetingCommand = z.input<typeof meetingCommand>;

/** A command that has been carried out is answered again and done once. `isApplied` false: it had been done, or a later one has overtaken it. */
export const commandMeeting = endpoint({
  method: "POST", path: "/api/evaluation-meeting/:id/command", access: "evaluation-meeting.assist", summary: "What the leader does, key by key; safe to send again", refuses: [403, 409, 412],
  params, body: meetingCommand, response: z.object({ isApplied: z.boolean(), state: meetingState }),
});
