import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { evaluationPeriod } from "./appraisal.ts";
import { day, oneOf } from "./columns.ts";
import { kalibrasi } from "./kalibrasi.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

/**
 * What a perangkat daerah published about its predikat beside its capaian in a period, in versions that stay as they were. `jumlah` and
 * `capaian`: what it spoke about. `kalibrasiId`: the meeting whose end published it; null where it was written without one.
 */
export const polaExplanation = pgTable("pola_explanation", {
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  revision: integer("revision").notNull(),
  text: text("text").notNull(),
  capaian: text("capaian").notNull(),
  jumlah: jsonb("jumlah").notNull(),
  authorId: uuid("author_id").notNull().references(() => person.id),
  writtenOn: day("written_on").notNull(),
  kalibrasiId: uuid("kalibrasi_id").references(() => kalibrasi.id),
}, (t) => [
  primaryKey({ columns: [t.periodId, t.unitId, t.revision] }),
  check("pola_explanation_revision", sql`${t.revision} >= 1`),
  check("pola_explanation_text", sql`length(trim(${t.text})) >= 1`),
  check("pola_explanation_capaian", oneOf(t.capaian, ["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"])),
  check("pola_explanation_jumlah", sql`jsonb_typeof(${t.jumlah}) = 'object'`),
]);
