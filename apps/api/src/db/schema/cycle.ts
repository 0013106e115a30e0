import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid, integer } from "drizzle-orm/pg-core";
import { day, id, isMonth, oneOf } from "./columns.ts";
import { monthlyReport } from "./monthly-report.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

/** A closed month of one unit and those below it, opened again by two people, with the reason. */
export const monthReopening = pgTable("month_reopening", {
  id: id(),
  month: text("month").notNull(),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  reason: text("reason").notNull(),
  status: text("status").notNull().default("proposed"),
  madeBy: uuid("made_by").notNull().references(() => person.id),
  madeOn: day("made_on").notNull(),
  decidedBy: uuid("decided_by").references(() => person.id),
  decidedOn: day("decided_on"),
  note: text("note"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("month_reopening_one_open").on(t.month, t.unitId).where(sql`${t.status} = 'proposed'`),
  check("month_reopening_month", isMonth(t.month)),
  check("month_reopening_status", oneOf(t.status, ["proposed", "confirmed", "declined"])),
  check("month_reopening_two_people", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.madeBy}`),
  check("month_reopening_decided", sql`(${t.status} = 'proposed') = (${t.decidedBy} is null)`),
]);

/** A report as it stood before its month was opened again: what was sent and checked then is kept beside what comes after. */
export const reportRevision = pgTable("report_revision", {
  reopeningId: uuid("reopening_id").notNull().references(() => monthReopening.id),
  reportId: uuid("report_id").notNull().references(() => monthlyReport.id),
  before: jsonb("before").notNull(),
}, (t) => [primaryKey({ columns: [t.reopeningId, t.reportId] })]);
