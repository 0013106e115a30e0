import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, id, oneOf } from "./columns.ts";
import { person } from "./people.ts";

/** What BKPSDM recorded of a person from papers outside of this product; the newest of each kind (and year) counts, none is ever changed. */
export const careerFact = pgTable("career_fact", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  jenis: text("jenis").notNull(),
  tahun: integer("tahun"),
  nilai: text("nilai").notNull(),
  perTanggal: day("per_tanggal").notNull(),
  sumber: text("sumber").notNull(),
  recordedBy: uuid("recorded_by").references(() => person.id),
  recordedOn: day("recorded_on").notNull(),
}, (t) => [
  index("career_fact_person").on(t.personId, t.jenis, t.perTanggal),
  check("career_fact_nilai", sql`case ${t.jenis}
    when 'angka_kredit' then ${t.nilai} ~ '^\\d{1,4}(\\.\\d{1,2})?$'
    when 'predikat' then ${oneOf(t.nilai, ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"])}
    when 'potensial' then ${oneOf(t.nilai, ["rendah", "menengah", "tinggi"])}
    when 'uji_kompetensi' then ${oneOf(t.nilai, ["lulus", "belum"])}
    when 'lowongan' then ${oneOf(t.nilai, ["ada", "tidak_ada"])}
    when 'pangkat' then ${t.nilai} ~ '^(I{1,3}/[a-d]|IV/[a-e])$'
    when 'penetapan_prestasi' then ${oneOf(t.nilai, ["ada", "tidak_ada"])}
    else false end`),
  check("career_fact_tahun", sql`(${t.jenis} = 'predikat') = (${t.tahun} is not null)`),
]);

/** Names that leave the system, frozen as they were when the list was made; it goes out only with a second person's word. */
export const talentList = pgTable("talent_list", {
  id: id(),
  title: text("title").notNull(),
  purpose: text("purpose").notNull(),
  recipient: text("recipient").notNull(),
  rows: jsonb("rows").notNull(),
  digest: text("digest").notNull(),
  madeBy: uuid("made_by").notNull().references(() => person.id),
  madeOn: day("made_on").notNull(),
  status: text("status").notNull().default("draft"),
  decidedBy: uuid("decided_by").references(() => person.id),
  decidedOn: day("decided_on"),
  note: text("note"),
  version: integer("version").notNull().default(1),
}, (t) => [
  check("talent_list_status", oneOf(t.status, ["draft", "approved", "rejected"])),
  check("talent_list_decided", sql`(${t.status} = 'draft') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedOn} is null)`),
  check("talent_list_two_people", sql`${t.decidedBy} <> ${t.madeBy}`),
  check("talent_list_words", sql`${t.status} <> 'rejected' or ${t.note} is not null`),
]);

/** The percents of a Perwal on TPP, from which day; drafted by one, approved by another, never changed after. */
export const tppTable = pgTable("tpp_table", {
  id: id(),
  perwal: text("perwal").notNull(),
  validFrom: day("valid_from").notNull(),
  persen: jsonb("persen").notNull(),
  madeBy: uuid("made_by").notNull().references(() => person.id),
  madeOn: day("made_on").notNull(),
  status: text("status").notNull().default("draft"),
  decidedBy: uuid("decided_by").references(() => person.id),
  decidedOn: day("decided_on"),
  note: text("note"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("tpp_table_from").on(t.validFrom).where(sql`${t.status} = 'approved'`),
  check("tpp_table_status", oneOf(t.status, ["draft", "approved", "rejected"])),
  check("tpp_table_decided", sql`(${t.status} = 'draft') = (${t.decidedBy} is null) and (${t.decidedBy} is null) = (${t.decidedOn} is null)`),
  check("tpp_table_two_people", sql`${t.decidedBy} <> ${t.madeBy}`),
  check("tpp_table_words", sql`${t.status} <> 'rejected' or ${t.note} is not null`),
]);
