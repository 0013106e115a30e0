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
 * That a code was handed out: to whom, by whom, how the person was known. Never the code; only `account` has its hash. Stays as it is.
 * `had_password`: a lost password, not a first access.
 */
export const accountCode = pgTable("account_code", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  givenBy: uuid("given_by").references(() => person.id),
  via: text("via").notNull(),
  identity: text("identity"),
  hadPassword: boolean("had_password").notNull(),
  givenAt: at("given_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
}, (t) => [
  index("account_code_person").on(t.personId, t.givenAt),
  index("account_code_giver").on(t.givenBy, t.givenAt),
  check("account_code_via", oneOf(t.via, ["meja", "surat", "server"])),
  check("account_code_identity", sql`(${t.via} = 'meja') = (${t.identity} is not null) and (${t.identity} is null or ${oneOf(t.identity, ["ktp", "kartu_pegawai", "sk_pengangkatan"])})`),
  check("account_code_giver_known", sql`(${t.via} = 'server') = (${t.givenBy} is null)`),
  check("account_code_not_own", sql`${t.givenBy} <> ${t.personId}`),
  // A letter is for who never had a password: printing a heap of them never shuts anybody out.
  check("account_code_letter_first", sql`${t.via} <> 'surat' or not ${t.hadPassword}`),
]);

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

/** Days on which a person does not report: leave, study, suspension, preparation for retirement. */
export const absence = pgTable("absence", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  kind: text("kind").notNull(),
  /** Which cuti (PP 11/2017 Pasal 310 and 318, as changed); null where it was only marked as cuti. */
  cuti: text("cuti"),
  note: text("note"),
  /** The keputusan or surat behind it; what leaves no SKP (Lampiran BAB II huruf C angka 8) has one. */
  letterNumber: text("letter_number"), letterDate: day("letter_date"),
  setBy: uuid("set_by").references(() => person.id),
  ...validity(),
}, (t) => [index("absence_person").on(t.personId), check("absence_cuti", sql`${t.cuti} is null or (${t.kind} = 'cuti' and ${oneOf(t.cuti, ["tahunan", "besar", "sakit", "melahirkan", "alasan_penting", "bersama", "cltn"])})`), check("absence_letter", sql`(${t.letterNumber} is null) = (${t.letterDate} is null)`), check("absence_kind", oneOf(t.kind, ["cuti", "tugas_belajar", "diberhentikan_sementara", "masa_persiapan_pensiun"]))]);

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
