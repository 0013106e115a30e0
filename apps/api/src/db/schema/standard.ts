import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, day, id, oneOf, validity } from "./columns.ts";
import { person } from "./people.ts";

/**
 * Standar penilaian: what the city chose (windows, weights, thresholds), from which day, on which legal basis. Never edited: a
 * trigger lets only its end be written, once. Who wrote it did not publish it; both are null for the one that a city starts with.
 */
export const standarPenilaian = pgTable("standar_penilaian", {
  id: id(),
  name: text("name").notNull(),
  legalBasis: text("legal_basis").notNull(),
  parameters: jsonb("parameters").notNull(),
  draftedBy: uuid("drafted_by").references(() => person.id),
  publishedBy: uuid("published_by").references(() => person.id),
  publishedOn: day("published_on"),
  ...validity(),
}, (t) => [check("standar_penilaian_two_people", sql`${t.draftedBy} is null or (${t.publishedBy} is not null and ${t.publishedBy} <> ${t.draftedBy})`)]);

/** What may become a standard: in a table of its own, so that no query of a standard can ever meet it. */
export const standarDraft = pgTable("standar_draft", {
  id: id(),
  name: text("name").notNull(),
  legalBasis: text("legal_basis").notNull(),
  from: day("valid_from").notNull(),
  parameters: jsonb("parameters").notNull(),
  status: text("status").notNull().default("draft"),
  madeBy: uuid("made_by").notNull().references(() => person.id),
  madeOn: day("made_on").notNull(),
  decidedBy: uuid("decided_by").references(() => person.id),
  decidedOn: day("decided_on"),
  note: text("note"),
  version: integer("version").notNull().default(1),
}, (t) => [
  index("standar_draft_status").on(t.status, t.madeOn),
  check("standar_draft_status", oneOf(t.status, ["draft", "proposed", "published", "discarded"])),
  check("standar_draft_two_people", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.madeBy}`),
  check("standar_draft_published", sql`${t.status} <> 'published' or (${t.decidedBy} is not null and ${t.decidedOn} is not null)`),
]);

/** Days on which the five-day week does not hold: holidays, and working days that replace them. */
export const hariKhusus = pgTable("hari_khusus", {
  day: day("day").primaryKey(),
  kind: text("kind").notNull(),
  name: text("name").notNull(),
  basis: text("basis").notNull(),
}, (t) => [check("hari_khusus_kind", oneOf(t.kind, ["libur", "pengganti"]))]);

/** What a day that had passed turned out to have been, and why that came late. Only grows: a clock that had run out by `recordedOn` was decided without it. */
export const hariKoreksi = pgTable("hari_koreksi", {
  id: id(),
  day: day("day").notNull(),
  /** Null: an ordinary day after all. */
  kind: text("kind"),
  name: text("name").notNull(),
  basis: text("basis").notNull(),
  reason: text("reason").notNull(),
  recordedOn: day("recorded_on").notNull(),
  recordedAt: at("recorded_at").notNull().defaultNow(),
  recordedBy: uuid("recorded_by").notNull().references(() => person.id),
}, (t) => [
  index("hari_koreksi_day").on(t.day, t.recordedAt),
  check("hari_koreksi_kind", sql`${t.kind} is null or ${oneOf(t.kind, ["libur", "pengganti"])}`),
  check("hari_koreksi_past", sql`${t.day} <= ${t.recordedOn}`),
  check("hari_koreksi_reason", sql`length(trim(${t.reason})) >= 10`),
]);

/** Facts of this installation, such as the day on which a demo stands still. */
export const setting = pgTable("setting", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
  changedAt: at("changed_at").notNull().defaultNow(),
});
