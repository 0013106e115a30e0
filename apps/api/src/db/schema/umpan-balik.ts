import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, day, id, isMonth, oneOf } from "./columns.ts";
import { reportRow } from "./monthly-report.ts";
import { person } from "./people.ts";

/** Umpan balik berkelanjutan (Pasal 17-19): asked for, given, read, answered. About a result, a behaviour, or the work as a whole. */
export const umpanBalik = pgTable("umpan_balik", {
  id: id(),
  fromId: uuid("from_id").notNull().references(() => person.id),
  toId: uuid("to_id").notNull().references(() => person.id),
  month: text("month").notNull(),
  lineId: uuid("line_id"),
  reportRowId: uuid("report_row_id").references(() => reportRow.id),
  perilaku: text("perilaku"),
  status: text("status").notNull(),
  question: text("question"),
  requestedOn: day("requested_on"),
  nada: text("nada"),
  text: text("text"),
  givenOn: day("given_on"),
  givenAt: at("given_at"),
  readAt: at("read_at"),
  reply: text("reply"),
  repliedAt: at("replied_at"),
  version: integer("version").notNull().default(1),
}, (t) => [
  index("umpan_balik_to").on(t.toId, t.month),
  index("umpan_balik_from").on(t.fromId, t.status),
  check("umpan_balik_month", isMonth(t.month)),
  check("umpan_balik_status", oneOf(t.status, ["diminta", "diberikan"])),
  check("umpan_balik_nada", sql`${t.nada} is null or ${oneOf(t.nada, ["positif", "netral", "negatif"])}`),
  check("umpan_balik_given", sql`${t.status} = 'diminta' or (${t.text} is not null and ${t.nada} is not null and ${t.givenOn} is not null)`),
  check("umpan_balik_not_self", sql`${t.fromId} <> ${t.toId}`),
]);
