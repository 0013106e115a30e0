import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, oneOf } from "./columns.ts";
import { evaluationMeeting } from "./evaluation-meeting.ts";
import { person } from "./people.ts";

/** The minutes of a meeting. With the second signature `content` is frozen beside its SHA-256, and `code` opens the public check. */
export const notulen = pgTable("notulen", {
  meetingId: uuid("meeting_id").primaryKey().references(() => evaluationMeeting.id),
  number: text("number").notNull().unique(),
  letterNumber: text("letter_number"),
  opening: text("opening"),
  closing: text("closing"),
  content: jsonb("content"),
  hash: text("hash"),
  code: text("code").unique(),
  signedAt: at("signed_at"),
  scanKey: text("scan_key").unique(),
  scanMime: text("scan_mime"),
  scanTitle: text("scan_title"),
  scanSha256: text("scan_sha256"),
  version: integer("version").notNull().default(1),
}, (t) => [
  check("notulen_signed", sql`num_nonnulls(${t.content}, ${t.hash}, ${t.code}, ${t.signedAt}) in (0, 4)`),
  check("notulen_hash", sql`${t.hash} is null or ${t.hash} ~ '^[0-9a-f]{64}$'`),
  check("notulen_scan", sql`num_nonnulls(${t.scanKey}, ${t.scanMime}, ${t.scanTitle}, ${t.scanSha256}) in (0, 4)`),
]);

/** Identity, time and the hash of what was signed. */
export const notulenSignature = pgTable("notulen_signature", {
  meetingId: uuid("meeting_id").notNull().references(() => notulen.meetingId),
  role: text("role").notNull(),
  personId: uuid("person_id").notNull().references(() => person.id),
  at: at("at").notNull(),
  hash: text("hash").notNull(),
}, (t) => [primaryKey({ columns: [t.meetingId, t.role] }), uniqueIndex("notulen_signature_person").on(t.meetingId, t.personId), check("notulen_signature_role", oneOf(t.role, ["pemimpin", "notulis"]))]);

/** A correction of signed minutes: added, never changed. */
export const notulenAddendum = pgTable("notulen_addendum", {
  id: id(),
  meetingId: uuid("meeting_id").notNull().references(() => notulen.meetingId),
  number: integer("number").notNull(),
  text: text("text").notNull(),
  byId: uuid("by_id").notNull().references(() => person.id),
  at: at("at").notNull(),
  hash: text("hash").notNull(),
}, (t) => [uniqueIndex("notulen_addendum_number").on(t.meetingId, t.number)]);
