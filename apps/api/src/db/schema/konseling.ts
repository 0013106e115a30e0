import { konseling as rules } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, day, id, oneOf } from "./columns.ts";
import { developmentPlan, training, trainingPlace } from "./development.ts";
import { person } from "./people.ts";

/** Trainings of the catalogue that are trainings in konseling (PermenPANRB 6/2022 Lampiran BAB III.D.5.c.2.(b).(1)). */
export const konselorTraining = pgTable("konselor_training", {
  trainingId: uuid("training_id").primaryKey().references(() => training.id),
  markedBy: uuid("marked_by").notNull().references(() => person.id),
  markedOn: day("marked_on").notNull(),
});

/** A certificate of training in konseling from elsewhere. Only grows. */
export const konselorCertificate = pgTable("konselor_certificate", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  name: text("name").notNull(),
  number: text("number").notNull(),
  issuer: text("issuer").notNull(),
  issuedOn: day("issued_on").notNull(),
  recordedBy: uuid("recorded_by").notNull().references(() => person.id),
  recordedOn: day("recorded_on").notNull(),
}, (t) => [unique("konselor_certificate_once").on(t.personId, t.number), check("konselor_certificate_days", sql`${t.issuedOn} <= ${t.recordedOn}`)]);

/** Who gives a konseling, why they may, when and where: of a plan of that kind, one person at a time. */
export const konseling = pgTable("konseling", {
  planId: uuid("plan_id").primaryKey().references(() => developmentPlan.id),
  jenis: text("jenis").notNull(),
  konselorId: uuid("konselor_id").notNull().references(() => person.id),
  /** Of a penilai the training or the certificate; of the others their function, or the letter of appointment. */
  trainingPlaceId: uuid("training_place_id").references(() => trainingPlace.id),
  certificateId: uuid("certificate_id").references(() => konselorCertificate.id),
  dasar: text("dasar"),
  scheduledOn: day("scheduled_on").notNull(),
  scheduledAt: text("scheduled_at").notNull(),
  place: text("place").notNull(),
  isByOffice: boolean("is_by_office").notNull(),
  setBy: uuid("set_by").notNull().references(() => person.id),
  setOn: day("set_on").notNull(),
  version: integer("version").notNull().default(1),
}, (t) => [
  index("konseling_konselor").on(t.konselorId),
  unique("konseling_signer").on(t.planId, t.konselorId),
  unique("konseling_one_at_a_time").on(t.konselorId, t.scheduledOn, t.scheduledAt),
  check("konseling_jenis", oneOf(t.jenis, rules.KONSELOR_JENIS)),
  check("konseling_basis", sql`case when ${t.jenis} = 'penilai' then ${t.dasar} is null and num_nonnulls(${t.trainingPlaceId}, ${t.certificateId}) = 1 else length(trim(${t.dasar})) >= 5 and ${t.dasar} is not null and num_nonnulls(${t.trainingPlaceId}, ${t.certificateId}) = 0 end`),
  check("konseling_by_office", sql`${t.isByOffice} or (${t.jenis} = 'penilai' and ${t.setBy} = ${t.konselorId})`),
  check("konseling_time", sql`${t.scheduledAt} ~ '^([01]\\d|2[0-3]):[0-5]\\d$'`),
]);

/** The record of what came of it, signed by the konselor in the app: `hash` is the SHA-256 of the rest. One for each konseling, and it stays. */
export const konselingRecord = pgTable("konseling_record", {
  planId: uuid("plan_id").primaryKey(),
  heldFrom: day("held_from").notNull(),
  heldUntil: day("held_until").notNull(),
  sessions: integer("sessions").notNull(),
  masalah: text("masalah").notNull(),
  hasil: text("hasil").notNull(),
  kesepakatan: text("kesepakatan").notNull(),
  saran: text("saran"),
  signedBy: uuid("signed_by").notNull(),
  signedOn: day("signed_on").notNull(),
  signedAt: at("signed_at").notNull(),
  hash: text("hash").notNull(),
}, (t) => [
  foreignKey({ name: "konseling_record_signer", columns: [t.planId, t.signedBy], foreignColumns: [konseling.planId, konseling.konselorId] }),
  check("konseling_record_hasil", oneOf(t.hasil, rules.HASIL_KONSELING)),
  check("konseling_record_days", sql`${t.heldFrom} <= ${t.heldUntil} and ${t.heldUntil} <= ${t.signedOn}`),
  check("konseling_record_sessions", sql`${t.sessions} between 1 and 50`),
  check("konseling_record_sha256", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
]);

/** What follows, by whom the record was reported to. Only grows; the pegawai reads it. */
export const konselingFollowUp = pgTable("konseling_follow_up", {
  id: id(),
  planId: uuid("plan_id").notNull().references(() => konselingRecord.planId),
  text: text("text").notNull(),
  dueOn: day("due_on"),
  decidedBy: uuid("decided_by").notNull().references(() => person.id),
  decidedOn: day("decided_on").notNull(),
}, (t) => [index("konseling_follow_up_plan").on(t.planId)]);
