import type { Aspect } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { appraisal, evaluationPeriod } from "./appraisal.ts";
import { day, id, oneOf } from "./columns.ts";
import { person } from "./people.ts";

/**
 * What a paper signed by the Wali Kota says of one person's period: entered by one of BKPSDM, confirmed by another who opened the
 * scan (`seenVersion` is the version that they saw), neither of them the person rated. Confirmed, it is an appraisal.
 */
export const signedRating = pgTable("signed_rating", {
  id: id(),
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  penilaiId: uuid("penilai_id").notNull().references(() => person.id),
  status: text("status").notNull().default("entered"),
  number: text("number"),
  signedOn: day("signed_on").notNull(),
  hasilKerja: text("hasil_kerja").notNull(),
  perilaku: text("perilaku").notNull(),
  alasanHasilKerja: text("alasan_hasil_kerja"),
  alasanPerilaku: text("alasan_perilaku"),
  basis: jsonb("basis").$type<{ aspect: Aspect; kind: "evidence" | "umpan_balik"; id: string }[]>().notNull(),
  scanKey: text("scan_key").unique(),
  scanMime: text("scan_mime"),
  scanTitle: text("scan_title"),
  scanSha256: text("scan_sha256"),
  enteredBy: uuid("entered_by").notNull().references(() => person.id),
  enteredOn: day("entered_on").notNull(),
  seenBy: uuid("seen_by").references(() => person.id),
  seenVersion: integer("seen_version"),
  confirmedBy: uuid("confirmed_by").references(() => person.id),
  confirmedOn: day("confirmed_on"),
  returnedBy: uuid("returned_by").references(() => person.id),
  returnedOn: day("returned_on"),
  returnReason: text("return_reason"),
  appraisalId: uuid("appraisal_id").unique().references(() => appraisal.id),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("signed_rating_once").on(t.periodId, t.personId),
  check("signed_rating_status", oneOf(t.status, ["entered", "returned", "confirmed"])),
  check("signed_rating_hasil_kerja", oneOf(t.hasilKerja, ["di_atas", "sesuai", "di_bawah"])),
  check("signed_rating_perilaku", oneOf(t.perilaku, ["di_atas", "sesuai", "di_bawah"])),
  check("signed_rating_scan", sql`num_nonnulls(${t.scanKey}, ${t.scanMime}, ${t.scanTitle}, ${t.scanSha256}) in (0, 4)`),
  check("signed_rating_not_self", sql`${t.personId} not in (${t.penilaiId}, ${t.enteredBy}) and (${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.personId})`),
  check("signed_rating_two_people", sql`${t.confirmedBy} is null or ${t.confirmedBy} <> ${t.enteredBy}`),
  check("signed_rating_confirmed", sql`num_nonnulls(${t.confirmedBy}, ${t.confirmedOn}, ${t.appraisalId}) = case when ${t.status} = 'confirmed' then 3 else 0 end`),
  check("signed_rating_returned", sql`num_nonnulls(${t.returnedBy}, ${t.returnedOn}, ${t.returnReason}) = case when ${t.status} = 'returned' then 3 else 0 end and (${t.returnedBy} is null or ${t.returnedBy} not in (${t.personId}, ${t.enteredBy}))`),
  check("signed_rating_seen", sql`${t.status} <> 'confirmed' or (${t.scanKey} is not null and ${t.seenBy} = ${t.confirmedBy} and ${t.seenVersion} < ${t.version})`),
]);
