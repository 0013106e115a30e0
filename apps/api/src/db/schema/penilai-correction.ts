import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, id, oneOf } from "./columns.ts";
import { person } from "./people.ts";

/** "Atasan saya salah": what a pegawai asked, and what BKPSDM made of it. The relation itself stands in penilai_relation. */
export const penilaiCorrection = pgTable("penilai_correction", {
  id: id(),
  pegawaiId: uuid("pegawai_id").notNull().references(() => person.id),
  /** Who was on record when it was asked. */
  penilaiId: uuid("penilai_id").references(() => person.id),
  proposedId: uuid("proposed_id").references(() => person.id),
  reason: text("reason").notNull(),
  status: text("status").notNull().default("open"),
  askedOn: day("asked_on").notNull(),
  decidedBy: uuid("decided_by").references(() => person.id),
  decidedOn: day("decided_on"),
  decidedPenilaiId: uuid("decided_penilai_id").references(() => person.id),
  effectiveFrom: day("effective_from"),
  note: text("note"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("penilai_correction_one_open").on(t.pegawaiId).where(sql`${t.status} = 'open'`),
  index("penilai_correction_queue").on(t.status, t.askedOn),
  check("penilai_correction_status", oneOf(t.status, ["open", "accepted", "declined", "withdrawn"])),
  check("penilai_correction_not_self", sql`${t.pegawaiId} <> ${t.proposedId} and ${t.pegawaiId} <> ${t.decidedPenilaiId}`),
  check("penilai_correction_decided", sql`(${t.status} = 'accepted') = (${t.decidedPenilaiId} is not null and ${t.effectiveFrom} is not null)`),
  check("penilai_correction_decider", sql`(${t.status} in ('accepted', 'declined')) = (${t.decidedBy} is not null and ${t.decidedOn} is not null)`),
  check("penilai_correction_words", sql`${t.status} <> 'declined' or ${t.note} is not null`),
]);
