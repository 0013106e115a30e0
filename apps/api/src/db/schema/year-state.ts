import { sql } from "drizzle-orm";
import { boolean, check, index, integer, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { evaluationPeriod } from "./appraisal.ts";
import { day, oneOf } from "./columns.ts";
import { person } from "./people.ts";

/** What the institution of a tugas belajar says of a year, on its letter, as BKPSDM recorded it (Lampiran BAB IV.A.16). */
export const studyRecord = pgTable("study_record", {
  personId: uuid("person_id").notNull().references(() => person.id),
  year: integer("year").notNull(),
  lokasi: text("lokasi").notNull(),
  jenjang: text("jenjang").notNull(),
  akreditasiPT: text("akreditasi_pt"),
  akreditasiProdi: text("akreditasi_prodi"),
  ipk: numeric("ipk", { precision: 3, scale: 2, mode: "number" }),
  isGagal: boolean("is_gagal").notNull(),
  basis: text("basis").notNull(),
  setBy: uuid("set_by").notNull().references(() => person.id),
  setOn: day("set_on").notNull(),
  version: integer("version").notNull().default(1),
}, (t) => [
  primaryKey({ columns: [t.personId, t.year] }),
  check("study_record_lokasi", oneOf(t.lokasi, ["dalam_negeri", "luar_negeri"])),
  check("study_record_jenjang", oneOf(t.jenjang, ["s1", "s2_s3_profesi"])),
  check("study_record_akreditasi", sql`coalesce(${t.akreditasiPT}, 'A') in ('A', 'B', 'C') and coalesce(${t.akreditasiProdi}, 'A') in ('A', 'B', 'C')`),
  check("study_record_ipk", sql`${t.ipk} between 0 and 4`),
  check("study_record_not_self", sql`${t.setBy} <> ${t.personId}`),
]);

/** A year that is not like the others', on its document, and what the rule made of it (`perlakuan`). Fixed with the final result. */
export const yearState = pgTable("year_state", {
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  keadaan: text("keadaan").notNull(),
  sejak: day("sejak").notNull(),
  basis: text("basis").notNull(),
  lokasi: text("lokasi"),
  jenjang: text("jenjang"),
  akreditasiPT: text("akreditasi_pt"),
  akreditasiProdi: text("akreditasi_prodi"),
  ipk: numeric("ipk", { precision: 3, scale: 2, mode: "number" }),
  isGagal: boolean("is_gagal"),
  perlakuan: text("perlakuan").notNull(),
  setBy: uuid("set_by").notNull().references(() => person.id),
  setOn: day("set_on").notNull(),
  version: integer("version").notNull().default(1),
}, (t) => [
  primaryKey({ columns: [t.periodId, t.personId] }),
  index("year_state_person").on(t.personId),
  check("year_state_keadaan", oneOf(t.keadaan, ["bekerja", "tugas_belajar", "pejabat_negara", "diberhentikan_sementara", "cltn", "masa_persiapan_pensiun", "pensiun", "perjanjian_berakhir", "pindah_instansi", "meninggal"])),
  check("year_state_perlakuan", oneOf(t.perlakuan, ["dinilai", "dinilai_sampai", "tidak_dinilai"])),
  check("year_state_studi", sql`case when ${t.keadaan} = 'tugas_belajar' then num_nulls(${t.lokasi}, ${t.jenjang}, ${t.isGagal}) = 0 else num_nonnulls(${t.lokasi}, ${t.jenjang}, ${t.akreditasiPT}, ${t.akreditasiProdi}, ${t.ipk}, ${t.isGagal}) = 0 end`),
  check("year_state_lokasi", sql`${t.lokasi} is null or ${oneOf(t.lokasi, ["dalam_negeri", "luar_negeri"])}`),
  check("year_state_jenjang", sql`${t.jenjang} is null or ${oneOf(t.jenjang, ["s1", "s2_s3_profesi"])}`),
  check("year_state_akreditasi", sql`coalesce(${t.akreditasiPT}, 'A') in ('A', 'B', 'C') and coalesce(${t.akreditasiProdi}, 'A') in ('A', 'B', 'C')`),
  check("year_state_ipk", sql`${t.ipk} between 0 and 4`),
  check("year_state_not_self", sql`${t.setBy} <> ${t.personId}`),
]);
