import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, day, decimal, id, isMonth, oneOf } from "./columns.ts";
import { evidence } from "./monthly-report.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";
import { skp } from "./skp.ts";
import { standarPenilaian } from "./standard.ts";
import { umpanBalik } from "./umpan-balik.ts";

/** Evaluation period: monthly or quarterly as the standard says (Pasal 24), or the year. */
export const evaluationPeriod = pgTable("evaluation_period", {
  id: id(),
  year: integer("year").notNull(),
  kind: text("kind").notNull(),
  number: integer("number").notNull(),
  firstMonth: text("first_month").notNull(),
  lastMonth: text("last_month").notNull(),
  ratingFrom: day("rating_from").notNull(),
  ratingUntil: day("rating_until").notNull(),
  standarId: uuid("standar_id").notNull().references(() => standarPenilaian.id),
  closedAt: at("closed_at"),
}, (t) => [
  uniqueIndex("evaluation_period_once").on(t.year, t.kind, t.number),
  check("evaluation_period_kind", oneOf(t.kind, ["bulanan", "triwulanan", "tahunan"])),
  check("evaluation_period_months", sql`${isMonth(t.firstMonth)} and ${isMonth(t.lastMonth)} and ${t.firstMonth} <= ${t.lastMonth}`),
]);

/** Step 1 (Pasal 24-25): a unit's capaian kinerja organisasi, entered by the head above with its basis. */
export const capaianOrganisasi = pgTable("capaian_organisasi", {
  id: id(),
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  predikat: text("predikat").notNull(),
  basis: text("basis").notNull(),
  document: text("document"),
  setBy: uuid("set_by").notNull().references(() => person.id),
  setAt: at("set_at").notNull().defaultNow(),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("capaian_organisasi_once").on(t.periodId, t.unitId),
  check("capaian_organisasi_predikat", oneOf(t.predikat, ["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"])),
]);

/**
 * A person's ratings and predikat of a period. A final one is never changed: a correction is the next `revision`,
 * and only the row with `isCurrent` counts. `decision` is the whole explanation, `digest` its SHA-256.
 */
export const appraisal = pgTable("appraisal", {
  id: id(),
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  opdId: uuid("opd_id").notNull().references(() => unit.id),
  unitOrd: integer("unit_ord").notNull(),
  penilaiId: uuid("penilai_id").notNull().references(() => person.id),
  skpId: uuid("skp_id").references(() => skp.id),
  revision: integer("revision").notNull().default(1),
  isCurrent: boolean("is_current").notNull().default(true),
  status: text("status").notNull().default("draft"),
  hasilKerja: text("hasil_kerja"),
  perilaku: text("perilaku"),
  predikat: text("predikat"),
  saranHasilKerja: text("saran_hasil_kerja"),
  saranPerilaku: text("saran_perilaku"),
  alasanHasilKerja: text("alasan_hasil_kerja"),
  alasanPerilaku: text("alasan_perilaku"),
  indeks: decimal("indeks", 7, 2),
  facts: jsonb("facts"),
  decision: jsonb("decision"),
  digest: text("digest"),
  rulebook: text("rulebook"),
  isAfterPola: boolean("is_after_pola").notNull().default(false),
  /**
   * The line of a report of e-Kinerja BKN from which both ratings were taken; null where they were chosen here. A wall of the
   * database keeps the ratings those of the line.
   */
  bknReportId: uuid("bkn_report_id"),
  bknLine: integer("bkn_line"),
  finalizedAt: at("finalized_at"),
  finalizedOn: day("finalized_on"),
  openedAt: at("opened_at"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("appraisal_current").on(t.periodId, t.personId).where(sql`${t.isCurrent}`),
  uniqueIndex("appraisal_revision").on(t.periodId, t.personId, t.revision),
  index("appraisal_person").on(t.personId),
  index("appraisal_penilai").on(t.penilaiId, t.periodId),
  index("appraisal_tree").on(t.periodId, t.unitOrd, t.opdId, t.status, t.predikat, t.hasilKerja, t.perilaku, t.indeks).where(sql`${t.isCurrent}`),
  check("appraisal_status", oneOf(t.status, ["draft", "final"])),
  check("appraisal_hasil_kerja", sql`${t.hasilKerja} is null or ${oneOf(t.hasilKerja, ["di_atas", "sesuai", "di_bawah"])}`),
  check("appraisal_perilaku", sql`${t.perilaku} is null or ${oneOf(t.perilaku, ["di_atas", "sesuai", "di_bawah"])}`),
  check("appraisal_predikat", sql`${t.predikat} is null or ${oneOf(t.predikat, ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"])}`),
  check("appraisal_final", sql`${t.status} <> 'final' or (${t.hasilKerja} is not null and ${t.perilaku} is not null and ${t.predikat} is not null and ${t.digest} is not null and ${t.finalizedAt} is not null)`),
  check("appraisal_bkn_line", sql`(${t.bknReportId} is null) = (${t.bknLine} is null) and (${t.bknReportId} is null or (${t.hasilKerja} is not null and ${t.perilaku} is not null))`),
  check("appraisal_not_self", sql`${t.personId} <> ${t.penilaiId}`),
]);

/** The rating of one result (`target` = its line id) or of one behaviour (`target` = its name). */
export const appraisalRating = pgTable("appraisal_rating", {
  appraisalId: uuid("appraisal_id").notNull().references(() => appraisal.id, { onDelete: "cascade" }),
  aspect: text("aspect").notNull(),
  target: text("target").notNull(),
  rating: text("rating").notNull(),
}, (t) => [
  primaryKey({ columns: [t.appraisalId, t.aspect, t.target] }),
  check("appraisal_rating_aspect", oneOf(t.aspect, ["hasil_kerja", "perilaku"])),
  check("appraisal_rating_rating", oneOf(t.rating, ["di_atas", "sesuai", "di_bawah"])),
]);

/** What a rating stands on: evidence or umpan balik of the period. */
export const appraisalBasis = pgTable("appraisal_basis", {
  id: id(),
  appraisalId: uuid("appraisal_id").notNull().references(() => appraisal.id, { onDelete: "cascade" }),
  aspect: text("aspect").notNull(),
  evidenceId: uuid("evidence_id").references(() => evidence.id),
  umpanBalikId: uuid("umpan_balik_id").references(() => umpanBalik.id),
}, (t) => [
  index("appraisal_basis_appraisal").on(t.appraisalId),
  check("appraisal_basis_aspect", oneOf(t.aspect, ["hasil_kerja", "perilaku"])),
  check("appraisal_basis_one", sql`num_nonnulls(${t.evidenceId}, ${t.umpanBalikId}) = 1`),
]);

/** Who saw a department's pola of a period, and when first: a rating changed after that is marked. */
export const polaView = pgTable("pola_view", {
  personId: uuid("person_id").notNull().references(() => person.id),
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  opdId: uuid("opd_id").notNull().references(() => unit.id),
  seenAt: at("seen_at").notNull().defaultNow(),
}, (t) => [primaryKey({ columns: [t.personId, t.periodId, t.opdId] })]);
