import { development, PERILAKU } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { bigint, boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, day, id, oneOf } from "./columns.ts";
import { person } from "./people.ts";

/** One piece of help that a pegawai and their penilai agreed on, with what it is for and how one will see that it worked. */
export const developmentPlan = pgTable("development_plan", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  penilaiId: uuid("penilai_id").notNull().references(() => person.id),
  source: text("source").notNull(),
  finding: text("finding").notNull(),
  /** What it is about: a behaviour, or a result of the SKP by its line; neither: the work as a whole. */
  perilaku: text("perilaku"),
  lineId: uuid("line_id"),
  /** The one indicator of that result that it aims at: by its line through revisions, by its words and `kunci` as they were when the plan was put forward. */
  indikatorLineId: uuid("indikator_line_id"),
  indikatorText: text("indikator_text"),
  indikatorKunci: text("indikator_kunci"),
  bentuk: text("bentuk").notNull(),
  goal: text("goal").notNull(),
  measure: text("measure").notNull(),
  dueOn: day("due_on").notNull(),
  status: text("status").notNull().default("proposed"),
  proposedBy: uuid("proposed_by").notNull().references(() => person.id),
  proposedOn: day("proposed_on").notNull(),
  decidedOn: day("decided_on"),
  doneOn: day("done_on"),
  note: text("note"),
  version: integer("version").notNull().default(1),
}, (t) => [
  index("development_plan_person").on(t.personId, t.status),
  index("development_plan_penilai").on(t.penilaiId, t.status),
  check("development_plan_source", oneOf(t.source, development.SUMBER_TEMUAN)),
  check("development_plan_perilaku", sql`${t.perilaku} is null or ${oneOf(t.perilaku, PERILAKU)}`),
  check("development_plan_about", sql`num_nonnulls(${t.perilaku}, ${t.lineId}) <= 1`),
  check("development_plan_indikator", sql`num_nonnulls(${t.indikatorLineId}, ${t.indikatorText}, ${t.indikatorKunci}) in (0, 3) and (${t.indikatorLineId} is null or ${t.lineId} is not null)`),
  check("development_plan_bentuk", oneOf(t.bentuk, development.BENTUK_PEMBINAAN)),
  check("development_plan_status", oneOf(t.status, development.RENCANA_STATUS)),
  check("development_plan_done", sql`(${t.status} = 'done') = (${t.doneOn} is not null)`),
  check("development_plan_two_people", sql`${t.personId} <> ${t.penilaiId}`),
  check("development_plan_words", sql`${t.status} not in ('declined', 'cancelled') or ${t.note} is not null`),
]);

/** The journal (Formats B.1.6 and B.1.7): what stands in the way, what can be done, what will be done. */
export const developmentEntry = pgTable("development_entry", {
  id: id(),
  planId: uuid("plan_id").notNull().references(() => developmentPlan.id),
  day: day("day").notNull(),
  fact: text("fact").notNull(),
  option: text("option"),
  step: text("step").notNull(),
  /** Of coaching (B.1.6). */
  cause: text("cause"),
  changesTarget: boolean("changes_target").notNull().default(false),
  /** Of mentoring (B.1.7). */
  place: text("place"),
  stepDue: day("step_due"),
  writtenBy: uuid("written_by").notNull().references(() => person.id),
}, (t) => [index("development_entry_plan").on(t.planId, t.day)]);

/** Formats B.1.8, B.1.9 and B.1.10 as they were filled, once each; a plan has those that belong to its kind. */
export const developmentForm = pgTable("development_form", {
  planId: uuid("plan_id").notNull().references(() => developmentPlan.id),
  format: text("format").notNull(),
  content: jsonb("content").notNull(),
  writtenBy: uuid("written_by").notNull().references(() => person.id),
  writtenOn: day("written_on").notNull(),
  /** Filling a form once and for all is signing it; null in forms from before the instant was kept. */
  writtenAt: at("written_at"),
}, (t) => [primaryKey({ columns: [t.planId, t.format] }), check("development_form_format", oneOf(t.format, development.FORMULIR)), check("development_form_content", sql`${t.content} ->> 'format' = ${t.format}`)]);

/** A report on a problem of behaviour (B.1.10) that the office of personnel took in, with the day; the penilai sees it. */
export const developmentReceipt = pgTable("development_receipt", {
  planId: uuid("plan_id").primaryKey(),
  format: text("format").notNull().default("B.1.10"),
  receivedBy: uuid("received_by").notNull().references(() => person.id),
  receivedOn: day("received_on").notNull(),
}, (t) => [foreignKey({ name: "development_receipt_form", columns: [t.planId, t.format], foreignColumns: [developmentForm.planId, developmentForm.format] }), check("development_receipt_format", sql`${t.format} = 'B.1.10'`)]);

/** The look back at three and six months: what somebody saw, and what stands in the way. */
export const developmentLook = pgTable("development_look", {
  planId: uuid("plan_id").notNull().references(() => developmentPlan.id),
  look: integer("look").notNull(),
  seen: text("seen").notNull(),
  note: text("note").notNull(),
  hindrance: text("hindrance"),
  lookedBy: uuid("looked_by").notNull().references(() => person.id),
  lookedOn: day("looked_on").notNull(),
}, (t) => [primaryKey({ columns: [t.planId, t.look] }), check("development_look_look", sql`${t.look} in (3, 6)`), check("development_look_seen", oneOf(t.seen, ["membaik", "tetap", "menurun"]))]);

/** A training that the city offers; cost in whole rupiah for one person. */
export const training = pgTable("training", {
  id: id(),
  name: text("name").notNull().unique(),
  bentuk: text("bentuk").notNull(),
  provider: text("provider").notNull(),
  perilaku: text("perilaku"),
  about: text("about").notNull(),
  hours: integer("hours").notNull(),
  costPerPerson: bigint("cost_per_person", { mode: "number" }).notNull(),
  madeBy: uuid("made_by").references(() => person.id),
}, (t) => [
  check("training_bentuk", oneOf(t.bentuk, development.BENTUK_PELATIHAN)),
  check("training_perilaku", sql`${t.perilaku} is null or ${oneOf(t.perilaku, PERILAKU)}`),
  check("training_figures", sql`${t.hours} between 1 and 2000 and ${t.costPerPerson} between 0 and 1000000000`),
]);

export const trainingSession = pgTable("training_session", {
  id: id(),
  trainingId: uuid("training_id").notNull().references(() => training.id),
  firstDay: day("first_day").notNull(),
  lastDay: day("last_day").notNull(),
  place: text("place").notNull(),
  places: integer("places").notNull(),
}, (t) => [index("training_session_training").on(t.trainingId, t.firstDay), check("training_session_days", sql`${t.firstDay} <= ${t.lastDay}`), check("training_session_places", sql`${t.places} between 1 and 1000`)]);

/** Somebody's place in a session: put forward, given, attended. */
export const trainingPlace = pgTable("training_place", {
  id: id(),
  sessionId: uuid("session_id").notNull().references(() => trainingSession.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  planId: uuid("plan_id").references(() => developmentPlan.id),
  nominatedBy: uuid("nominated_by").notNull().references(() => person.id),
  nominatedOn: day("nominated_on").notNull(),
  status: text("status").notNull().default("nominated"),
  decidedBy: uuid("decided_by").references(() => person.id),
  hasAttended: boolean("has_attended"),
  certificate: text("certificate"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("training_place_once").on(t.sessionId, t.personId),
  index("training_place_person").on(t.personId),
  check("training_place_status", oneOf(t.status, development.PESERTA_STATUS)),
  check("training_place_attended", sql`${t.hasAttended} is null or ${t.status} = 'accepted'`),
  check("training_place_certificate", sql`${t.certificate} is null or ${t.hasAttended}`),
]);
