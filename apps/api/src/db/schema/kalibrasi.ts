import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { appraisal, evaluationPeriod } from "./appraisal.ts";
import { at, day, id, oneOf } from "./columns.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

/** Rapat kalibrasi of a perangkat daerah and an evaluation period, one each. `opening`: agenda, teams and distribution as they were, frozen. */
export const kalibrasi = pgTable("kalibrasi", {
  id: id(),
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  status: text("status").notNull().default("open"),
  opening: jsonb("opening").notNull(),
  openedBy: uuid("opened_by").notNull().references(() => person.id),
  openedOn: day("opened_on").notNull(),
  openedAt: at("opened_at").notNull(),
  analisId: uuid("analis_id").references(() => person.id),
  analisOn: day("analis_on"),
  closedOn: day("closed_on"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("kalibrasi_once").on(t.periodId, t.unitId),
  check("kalibrasi_status", oneOf(t.status, ["open", "closed"])),
  check("kalibrasi_analis", sql`num_nonnulls(${t.analisId}, ${t.analisOn}) in (0, 2) and ${t.analisId} is distinct from ${t.openedBy}`),
  check("kalibrasi_closed", sql`(${t.status} = 'closed') = (${t.closedOn} is not null) and (${t.status} = 'open' or ${t.analisId} is not null)`),
]);

/** Who has read the evidence of which case: only then its name opens, and only then a change is proposed. */
export const kalibrasiReading = pgTable("kalibrasi_reading", {
  kalibrasiId: uuid("kalibrasi_id").notNull().references(() => kalibrasi.id),
  appraisalId: uuid("appraisal_id").notNull().references(() => appraisal.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  readAt: at("read_at").notNull(),
}, (t) => [primaryKey({ columns: [t.kalibrasiId, t.appraisalId, t.personId] })]);

/** A proposed change of a final result: author, reason, before and after, and the answer of who set it. The result itself it does not touch. */
export const kalibrasiProposal = pgTable("kalibrasi_proposal", {
  id: id(),
  kalibrasiId: uuid("kalibrasi_id").notNull().references(() => kalibrasi.id),
  appraisalId: uuid("appraisal_id").notNull().references(() => appraisal.id),
  /** Who set the result: they answer. */
  penilaiId: uuid("penilai_id").notNull().references(() => person.id),
  authorId: uuid("author_id").notNull().references(() => person.id),
  reason: text("reason").notNull(),
  hasilKerja: text("hasil_kerja").notNull(),
  perilaku: text("perilaku").notNull(),
  predikat: text("predikat").notNull(),
  proposedOn: day("proposed_on").notNull(),
  answer: text("answer"),
  words: text("words"),
  answeredOn: day("answered_on"),
  /** The revision that an accepted proposal began; a draft until the penilai makes it final. */
  correctionId: uuid("correction_id").references(() => appraisal.id),
  version: integer("version").notNull().default(1),
}, (t) => [
  index("kalibrasi_proposal_meeting").on(t.kalibrasiId),
  index("kalibrasi_proposal_penilai").on(t.penilaiId),
  index("kalibrasi_proposal_appraisal").on(t.appraisalId),
  uniqueIndex("kalibrasi_proposal_open").on(t.appraisalId).where(sql`${t.answer} is null`),
  check("kalibrasi_proposal_hasil_kerja", oneOf(t.hasilKerja, ["di_atas", "sesuai", "di_bawah"])),
  check("kalibrasi_proposal_perilaku", oneOf(t.perilaku, ["di_atas", "sesuai", "di_bawah"])),
  check("kalibrasi_proposal_predikat", oneOf(t.predikat, ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"])),
  check("kalibrasi_proposal_answer", sql`${t.answer} is null or ${oneOf(t.answer, ["diterima", "ditolak"])}`),
  check("kalibrasi_proposal_answered", sql`num_nonnulls(${t.answer}, ${t.words}, ${t.answeredOn}) in (0, 3) and (${t.correctionId} is not null) = coalesce(${t.answer} = 'diterima', false)`),
]);
