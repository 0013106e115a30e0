import { AGENDA_BAGIAN, AGENDA_KIND, AGENDA_STATUS, KEHADIRAN, KEHADIRAN_VIA, MEETING_EVENT, MEETING_STATUS } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, day, id, isMonth, oneOf } from "./columns.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

/**
 * A rapat evaluasi of a unit about a month. Everything that a running meeting is stands in its columns, so that a restart loses nothing:
 * the slide on the screen, the timer, which device leads. `lastSeq` numbers its events.
 */
export const evaluationMeeting = pgTable("evaluation_meeting", {
  id: id(),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  month: text("month").notNull(),
  date: day("date").notNull(),
  startTime: text("start_time").notNull(),
  place: text("place").notNull(),
  status: text("status").notNull().default("planned"),
  delegateId: uuid("delegate_id").references(() => person.id),
  secretaryId: uuid("secretary_id").references(() => person.id),
  /** Who led it: frozen at the start. */
  leaderId: uuid("leader_id").references(() => person.id),
  cancelReason: text("cancel_reason"),
  /** Grows with each change of the invitation (RFC 5545 SEQUENCE). */
  icsSequence: integer("ics_sequence").notNull().default(0),
  isGrouped: boolean("is_grouped").notNull().default(false),
  isExceptionsOnly: boolean("is_exceptions_only").notNull().default(false),
  isCascade: boolean("is_cascade").notNull().default(false),
  plannedMinutes: integer("planned_minutes"),
  startedAt: at("started_at"),
  finishedAt: at("finished_at"),
  isPaper: boolean("is_paper").notNull().default(false),
  version: integer("version").notNull().default(1),
  lastSeq: integer("last_seq").notNull().default(0),
  currentItemId: uuid("current_item_id"),
  isBlank: boolean("is_blank").notNull().default(false),
  timerItemId: uuid("timer_item_id"),
  timerStartedAt: at("timer_started_at"),
  controllerDevice: uuid("controller_device"),
  controllerId: uuid("controller_id").references(() => person.id),
}, (t) => [
  uniqueIndex("evaluation_meeting_once").on(t.unitId, t.month).where(sql`${t.status} <> 'cancelled'`),
  index("evaluation_meeting_date").on(t.date),
  check("evaluation_meeting_month", isMonth(t.month)),
  check("evaluation_meeting_status", oneOf(t.status, MEETING_STATUS)),
  check("evaluation_meeting_time", sql`${t.startTime} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
  check("evaluation_meeting_cancelled", sql`(${t.status} = 'cancelled') = (${t.cancelReason} is not null)`),
  check("evaluation_meeting_held", sql`${t.status} not in ('running', 'ended', 'signed') or (${t.startedAt} is not null and ${t.leaderId} is not null)`),
  check("evaluation_meeting_over", sql`(${t.status} in ('ended', 'signed')) = (${t.finishedAt} is not null)`),
]);

/** What the leader arranged before the start: place and minutes of one line, by its key. */
export const meetingChoice = pgTable("meeting_choice", {
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  key: text("key").notNull(),
  position: integer("position"),
  minutes: integer("minutes"),
}, (t) => [primaryKey({ columns: [t.meetingId, t.key] }), check("meeting_choice_minutes", sql`${t.minutes} between 0 and 60`)]);

/** A line of the agenda and its slide, frozen at the start. `note` is the leader's own; `summary` the secretary's words. */
export const meetingItem = pgTable("meeting_item", {
  id: id(),
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  key: text("key").notNull(),
  kind: text("kind").notNull(),
  bagian: text("bagian").notNull(),
  position: integer("position").notNull(),
  personId: uuid("person_id").references(() => person.id),
  unitId: uuid("unit_id").references(() => unit.id),
  minutes: integer("minutes").notNull(),
  usualMinutes: integer("usual_minutes").notNull(),
  alasan: text("alasan").array().notNull(),
  why: jsonb("why"),
  slide: jsonb("slide").notNull(),
  status: text("status").notNull().default("menunggu"),
  spentMs: integer("spent_ms").notNull().default(0),
  speakerId: uuid("speaker_id").references(() => person.id),
  isRaised: boolean("is_raised").notNull().default(false),
  note: text("note"),
  summary: text("summary"),
}, (t) => [
  uniqueIndex("meeting_item_position").on(t.meetingId, t.position),
  uniqueIndex("meeting_item_key").on(t.meetingId, t.key),
  index("meeting_item_person").on(t.personId),
  check("meeting_item_kind", oneOf(t.kind, AGENDA_KIND)),
  check("meeting_item_bagian", oneOf(t.bagian, AGENDA_BAGIAN)),
  check("meeting_item_status", oneOf(t.status, AGENDA_STATUS)),
  check("meeting_item_minutes", sql`${t.minutes} between 0 and 60 and ${t.spentMs} >= 0`),
  // A unit in a cascade may have no head just now.
  check("meeting_item_of", sql`case ${t.kind} when 'person' then ${t.personId} is not null when 'unit' then ${t.unitId} is not null else ${t.personId} is null end`),
]);

/** One person in one meeting: what they show, and whether they were there. Before the start only who has said something has a row. */
export const meetingParticipant = pgTable("meeting_participant", {
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  headline: text("headline"),
  photoIds: uuid("photo_ids").array().notNull().default([]),
  isPrivate: boolean("is_private").notNull().default(false),
  attendance: text("attendance").notNull().default("belum_dikonfirmasi"),
  /** Private: leader and secretary see it, no paper prints it. */
  reason: text("reason"),
  via: text("via"),
  confirmedAt: at("confirmed_at"),
  slideVersion: integer("slide_version").notNull().default(0),
}, (t) => [
  primaryKey({ columns: [t.meetingId, t.personId] }),
  index("meeting_participant_person").on(t.personId),
  check("meeting_participant_attendance", oneOf(t.attendance, KEHADIRAN)),
  check("meeting_participant_via", sql`${t.via} is null or ${oneOf(t.via, KEHADIRAN_VIA)}`),
  check("meeting_participant_photos", sql`cardinality(${t.photoIds}) <= 2`),
]);

/** What happened, in order, once: a command sent twice finds its id here. Rows are only added. */
export const meetingEvent = pgTable("meeting_event", {
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  seq: integer("seq").notNull(),
  kind: text("kind").notNull(),
  at: at("at").notNull(),
  commandId: uuid("command_id"),
  deviceId: uuid("device_id"),
  actorId: uuid("actor_id").notNull().references(() => person.id),
  itemId: uuid("item_id"),
  data: jsonb("data").notNull(),
}, (t) => [
  primaryKey({ columns: [t.meetingId, t.seq] }),
  uniqueIndex("meeting_event_command").on(t.meetingId, t.commandId).where(sql`${t.commandId} is not null`),
  check("meeting_event_kind", oneOf(t.kind, MEETING_EVENT)),
  check("meeting_event_seq", sql`${t.seq} > 0`),
]);

/** Commands that leave no event, such as a private note: their ids, so that each is done once. */
export const meetingCommand = pgTable("meeting_command", {
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  commandId: uuid("command_id").notNull(),
}, (t) => [primaryKey({ columns: [t.meetingId, t.commandId] })]);

export const meetingQuestion = pgTable("meeting_question", {
  id: id(),
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  itemId: uuid("item_id").references(() => meetingItem.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  text: text("text").notNull(),
  at: at("at").notNull(),
  answeredAt: at("answered_at"),
}, (t) => [index("meeting_question_meeting").on(t.meetingId)]);

/** Applause counts once per person and slide. */
export const meetingApplause = pgTable("meeting_applause", {
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  itemId: uuid("item_id").notNull().references(() => meetingItem.id),
  personId: uuid("person_id").notNull().references(() => person.id),
}, (t) => [primaryKey({ columns: [t.meetingId, t.itemId, t.personId] })]);
