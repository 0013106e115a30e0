import { check, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, day, id, oneOf, validity } from "./columns.ts";
import { person } from "./people.ts";

/** Standar penilaian: what the city chose (windows, weights, thresholds), from which day, on which legal basis. */
export const standarPenilaian = pgTable("standar_penilaian", {
  id: id(),
  name: text("name").notNull(),
  legalBasis: text("legal_basis").notNull(),
  parameters: jsonb("parameters").notNull(),
  publishedBy: uuid("published_by").references(() => person.id),
  ...validity(),
});

/** Days on which the five-day week does not hold: holidays, and working days that replace them. */
export const hariKhusus = pgTable("hari_khusus", {
  day: day("day").primaryKey(),
  kind: text("kind").notNull(),
  name: text("name").notNull(),
  basis: text("basis").notNull(),
}, (t) => [check("hari_khusus_kind", oneOf(t.kind, ["libur", "pengganti"]))]);

/** Facts of this installation, such as the day on which a demo stands still. */
export const setting = pgTable("setting", {
  key: text("key").primaryKey(),
  value: text("value").notNull(),
  changedAt: at("changed_at").notNull().defaultNow(),
});
