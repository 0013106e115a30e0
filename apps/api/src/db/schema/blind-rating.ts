import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { evaluationPeriod } from "./appraisal.ts";
import { at, day, oneOf } from "./columns.ts";
import { person } from "./people.ts";

/** One side's ratings of a person's year, locked (two-blind step of the standard). Never changed, never taken back. */
export const blindForm = pgTable("blind_form", {
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  side: text("side").notNull(),
  raterId: uuid("rater_id").notNull().references(() => person.id),
  sentOn: day("sent_on").notNull(),
  sentAt: at("sent_at").notNull(),
}, (t) => [
  primaryKey({ columns: [t.periodId, t.personId, t.side] }),
  index("blind_form_person").on(t.personId),
  check("blind_form_side", oneOf(t.side, ["pegawai", "penilai"])),
]);

/** The rating of one result in a locked form. Read by its own side; both sides' through the view `blind_open` alone, which is empty until both forms are there. */
export const blindMark = pgTable("blind_mark", {
  periodId: uuid("period_id").notNull(),
  personId: uuid("person_id").notNull(),
  side: text("side").notNull(),
  lineId: uuid("line_id").notNull(),
  rating: text("rating").notNull(),
}, (t) => [
  primaryKey({ columns: [t.periodId, t.personId, t.side, t.lineId] }),
  foreignKey({ name: "blind_mark_form", columns: [t.periodId, t.personId, t.side], foreignColumns: [blindForm.periodId, blindForm.personId, blindForm.side] }),
  check("blind_mark_rating", oneOf(t.rating, ["di_atas", "sesuai", "di_bawah"])),
]);

/** The penilai's words for a result on which the sides lie more than one level apart; once. */
export const blindWord = pgTable("blind_word", {
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  lineId: uuid("line_id").notNull(),
  text: text("text").notNull(),
  authorId: uuid("author_id").notNull().references(() => person.id),
  saidOn: day("said_on").notNull(),
}, (t) => [primaryKey({ columns: [t.periodId, t.personId, t.lineId] })]);
