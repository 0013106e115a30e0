import { TINDAK_LANJUT_JAWABAN, TINDAK_LANJUT_PEMILIK, TINDAK_LANJUT_STATUS } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, day, id, isMonth, oneOf } from "./columns.ts";
import { evaluationMeeting, meetingItem } from "./evaluation-meeting.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

/** A promise made in a meeting. A person's (`ownerId`) goes along when they move; a unit's (`unitId` alone) is its head's of the day. */
export const tindakLanjut = pgTable("tindak_lanjut", {
  id: id(),
  meetingId: uuid("meeting_id").notNull().references(() => evaluationMeeting.id),
  itemId: uuid("item_id").references(() => meetingItem.id),
  pemilik: text("pemilik").notNull(),
  ownerId: uuid("owner_id").references(() => person.id),
  /** Of a unit's promise the unit that owes it; of a person's the unit of the meeting. */
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  text: text("text").notNull(),
  due: day("due").notNull(),
  status: text("status").notNull().default("terbuka"),
  closedOn: day("closed_on"),
  closedBy: uuid("closed_by").references(() => person.id),
  cancelReason: text("cancel_reason"),
  createdAt: at("created_at").notNull(),
  version: integer("version").notNull().default(1),
}, (t) => [
  index("tindak_lanjut_owner").on(t.ownerId, t.status),
  index("tindak_lanjut_unit").on(t.unitId, t.status),
  index("tindak_lanjut_meeting").on(t.meetingId),
  check("tindak_lanjut_status", oneOf(t.status, TINDAK_LANJUT_STATUS)),
  check("tindak_lanjut_pemilik", oneOf(t.pemilik, TINDAK_LANJUT_PEMILIK)),
  check("tindak_lanjut_owner_of", sql`(${t.pemilik} = 'pribadi') = (${t.ownerId} is not null)`),
  check("tindak_lanjut_closed", sql`(${t.status} = 'terbuka') = (${t.closedOn} is null)`),
  check("tindak_lanjut_cancelled", sql`(${t.status} = 'dibatalkan') = (${t.cancelReason} is not null)`),
]);

/** What the owner said of it in a month's report; once per month, the last word counts. */
export const tindakLanjutAnswer = pgTable("tindak_lanjut_answer", {
  tindakLanjutId: uuid("tindak_lanjut_id").notNull().references(() => tindakLanjut.id),
  month: text("month").notNull(),
  jawaban: text("jawaban").notNull(),
  note: text("note"),
  answeredOn: day("answered_on").notNull(),
  answeredBy: uuid("answered_by").notNull().references(() => person.id),
}, (t) => [
  primaryKey({ columns: [t.tindakLanjutId, t.month] }),
  check("tindak_lanjut_answer_month", isMonth(t.month)),
  check("tindak_lanjut_answer_jawaban", oneOf(t.jawaban, TINDAK_LANJUT_JAWABAN)),
]);
