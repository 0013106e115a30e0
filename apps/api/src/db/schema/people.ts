import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, day, id, oneOf, validity } from "./columns.ts";

/** A person: ASN, or an official without NIP such as the Wali Kota. */
export const person = pgTable("person", {
  id: id(),
  nip: text("nip").unique(),
  name: text("name").notNull(),
  jenis: text("jenis").notNull(),
  golongan: text("golongan"),
  jobFamily: text("job_family"),
}, (t) => [
  check("person_jenis", oneOf(t.jenis, ["pns", "pppk", "pejabat"])),
  check("person_nip", sql`${t.nip} ~ '^\\d{18}$'`),
  check("person_nip_asn", sql`${t.jenis} <> 'pns' or ${t.nip} is not null`),
]);

/** How a person signs in. No password yet: an activation code opens the account once. */
export const account = pgTable("account", {
  personId: uuid("person_id").primaryKey().references(() => person.id),
  login: text("login").notNull().unique(),
  passwordHash: text("password_hash"),
  activationHash: text("activation_hash"),
  activationExpiresAt: at("activation_expires_at"),
  isActive: boolean("is_active").notNull().default(true),
});

/**
 * Failed sign-ins per name that was typed, known or not, so that waiting tells nobody whether an account exists.
 * The key is a keyed hash of the name: the table is no list of NIP.
 */
export const loginAttempt = pgTable("login_attempt", {
  loginHash: text("login_hash").primaryKey(),
  failures: integer("failures").notNull(),
  nextAttemptAt: at("next_attempt_at").notNull(),
});

/** An opaque session: only the SHA-256 of its token is kept. */
export const session = pgTable("session", {
  tokenHash: text("token_hash").primaryKey(),
  personId: uuid("person_id").notNull().references(() => person.id),
  createdAt: at("created_at").notNull().defaultNow(),
  lastSeenAt: at("last_seen_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
}, (t) => [index("session_person").on(t.personId)]);

/** Days on which a person does not report: leave, study. Suspension and the like come with the organisation issue. */
export const absence = pgTable("absence", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  kind: text("kind").notNull(),
  /** Which cuti (PP 11/2017 Pasal 310 and 318, as changed); null where it was only marked as cuti. */
  cuti: text("cuti"),
  note: text("note"),
  setBy: uuid("set_by").references(() => person.id),
  ...validity(),
}, (t) => [index("absence_person").on(t.personId), check("absence_cuti", sql`${t.cuti} is null or (${t.kind} = 'cuti' and ${oneOf(t.cuti, ["tahunan", "besar", "sakit", "melahirkan", "alasan_penting", "bersama", "cltn"])})`), check("absence_kind", oneOf(t.kind, ["cuti", "tugas_belajar"]))]);

/** In-app messages; `kind` and `params` become words on the screen. */
export const notification = pgTable("notification", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  kind: text("kind").notNull(),
  params: text("params").notNull().default("{}"),
  day: day("day").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  readAt: at("read_at"),
}, (t) => [
  index("notification_person").on(t.personId, t.createdAt),
  uniqueIndex("notification_once_a_day").on(t.personId, t.kind, t.params, t.day),
]);
