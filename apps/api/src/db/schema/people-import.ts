import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, day, id, isMonth, oneOf } from "./columns.ts";
import { person } from "./people.ts";

/** A file of people that was read. Its rows are kept until it is applied or put away, so that the preview can be made for any day; the city itself changes only when it is applied. */
export const peopleImport = pgTable("people_import", {
  id: id(),
  source: text("source").notNull(),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  sizeBytes: integer("size_bytes").notNull(),
  status: text("status").notNull().default("previewed"),
  version: integer("version").notNull().default(1),
  uploadedBy: uuid("uploaded_by").notNull().references(() => person.id),
  uploadedAt: at("uploaded_at").notNull(),
  /** What stood in the file, as the domain read it; null once it was put away. */
  rows: jsonb("rows"),
  effectiveFrom: day("effective_from"),
  endMissing: boolean("end_missing"),
  /** What was applied, by group. */
  counts: jsonb("counts"),
  appliedBy: uuid("applied_by").references(() => person.id),
  appliedAt: at("applied_at"),
  undoneBy: uuid("undone_by").references(() => person.id),
  undoneAt: at("undone_at"),
}, (t) => [
  index("people_import_uploaded").on(t.uploadedAt),
  check("people_import_source", oneOf(t.source, ["template", "bkn"])),
  check("people_import_status", oneOf(t.status, ["previewed", "applied", "undone", "discarded"])),
  check("people_import_applied", sql`(${t.status} in ('applied', 'undone')) = (${t.appliedBy} is not null and ${t.appliedAt} is not null and ${t.effectiveFrom} is not null and ${t.endMissing} is not null)`),
  check("people_import_undone", sql`(${t.status} = 'undone') = (${t.undoneBy} is not null and ${t.undoneAt} is not null)`),
  check("people_import_rows", sql`(${t.status} = 'discarded') = (${t.rows} is null)`),
]);

/** Every row that an import wrote, in its order: what undoing it takes back. `before` and `after` hold the columns that it changed. */
export const peopleImportChange = pgTable("people_import_change", {
  importId: uuid("import_id").notNull().references(() => peopleImport.id),
  seq: integer("seq").notNull(),
  entity: text("entity").notNull(),
  rowId: uuid("row_id").notNull(),
  op: text("op").notNull(),
  before: jsonb("before"),
  after: jsonb("after"),
}, (t) => [
  primaryKey({ columns: [t.importId, t.seq] }),
  // Whether anything has come of a row since is asked for each of them.
  index("people_import_change_row").on(t.importId, t.entity, t.rowId),
  check("people_import_change_entity", oneOf(t.entity, ["tree_version", "unit", "person", "account", "jabatan", "placement", "penilai_relation", "monthly_report", "notification"])),
  check("people_import_change_op", sql`(${t.op} = 'insert' and ${t.before} is null) or (${t.op} = 'update' and ${t.before} is not null)`),
]);

/** How far an import is that runs now. Written beside its transaction, so that it can be read while that is open. */
export const peopleImportProgress = pgTable("people_import_progress", {
  importId: uuid("import_id").primaryKey().references(() => peopleImport.id),
  step: text("step").notNull(),
  done: integer("done").notNull(),
  total: integer("total").notNull(),
  at: at("at").notNull(),
});

/**
 * A report of e-Kinerja BKN that was kept, of one period and one part of the city. A newer one of the same replaces it: the old one
 * stays, but is no longer current. Periods are BKN's: `number` counts months or quarters from 1.
 */
export const bknReport = pgTable("bkn_report", {
  id: id(),
  importId: uuid("import_id").references(() => peopleImport.id),
  kind: text("kind").notNull(),
  periodKind: text("period_kind").notNull(),
  year: integer("year").notNull(),
  number: integer("number").notNull(),
  /** First and last month that the period covers. */
  firstMonth: text("first_month").notNull(),
  lastMonth: text("last_month").notNull(),
  title: text("title").notNull(),
  /** The "Unor Induk" of its title rows; "" for the whole city. */
  scope: text("scope").notNull(),
  pulledAt: text("pulled_at"),
  keptBy: uuid("kept_by").notNull().references(() => person.id),
  keptAt: at("kept_at").notNull(),
  isCurrent: boolean("is_current").notNull().default(true),
}, (t) => [
  uniqueIndex("bkn_report_current").on(t.kind, t.periodKind, t.year, t.number, t.scope).where(sql`${t.isCurrent}`),
  check("bkn_report_kind", oneOf(t.kind, ["penilaian", "skp"])),
  check("bkn_report_period_kind", oneOf(t.periodKind, ["bulanan", "triwulanan", "tahunan"])),
  check("bkn_report_number", sql`${t.number} between 1 and case ${t.periodKind} when 'bulanan' then 12 when 'triwulanan' then 4 else 1 end`),
  check("bkn_report_first_month", isMonth(t.firstMonth)), check("bkn_report_last_month", isMonth(t.lastMonth)),
]);

/** One line of such a report: a person's SKP in one unit. A person has several where they are Plt. or Plh. somewhere. */
export const bknRow = pgTable("bkn_row", {
  reportId: uuid("report_id").notNull(),
  line: integer("line").notNull(),
  /** As it stands in the file: it may be none of ours, or none at all. */
  nip: text("nip").notNull(),
  name: text("name").notNull(),
  unor: text("unor").notNull(),
  unorInduk: text("unor_induk").notNull(),
  jabatan: text("jabatan").notNull(),
  isActing: boolean("is_acting").notNull(),
  hasilKerja: text("hasil_kerja"),
  perilaku: text("perilaku"),
  predikat: text("predikat"),
  penilaiNip: text("penilai_nip").notNull(),
  penilaiName: text("penilai_name").notNull(),
  ratedAt: text("rated_at").notNull(),
  /** Rating columns whose words are none that we know. */
  unread: text("unread").array().notNull(),
}, (t) => [
  primaryKey({ columns: [t.reportId, t.line] }),
  foreignKey({ columns: [t.reportId], foreignColumns: [bknReport.id], name: "bkn_row_report" }),
  index("bkn_row_nip").on(t.nip),
  check("bkn_row_hasil_kerja", oneOf(t.hasilKerja, ["di_atas", "sesuai", "di_bawah"])),
  check("bkn_row_perilaku", oneOf(t.perilaku, ["di_atas", "sesuai", "di_bawah"])),
  check("bkn_row_predikat", oneOf(t.predikat, ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"])),
]);

/**
 * What is done about a difference between e-Kinerja's report of a period and our data: of a person, their data and their ratings apart.
 * It holds for a newer report of the same period too, as long as the difference itself (`difference_key`) is the same.
 */
export const rekonsiliasiTindakan = pgTable("rekonsiliasi_tindakan", {
  id: id(),
  periodKind: text("period_kind").notNull(),
  year: integer("year").notNull(),
  number: integer("number").notNull(),
  nip: text("nip").notNull(),
  aspek: text("aspek").notNull(),
  differenceKey: text("difference_key").notNull(),
  tindakan: text("tindakan").notNull(),
  pelaksana: text("pelaksana").notNull(),
  dueOn: day("due_on"),
  note: text("note").notNull(),
  decidedBy: uuid("decided_by").notNull().references(() => person.id),
  decidedOn: day("decided_on").notNull(),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("rekonsiliasi_tindakan_once").on(t.periodKind, t.year, t.number, t.nip, t.aspek),
  check("rekonsiliasi_tindakan_period_kind", oneOf(t.periodKind, ["bulanan", "triwulanan", "tahunan"])),
  check("rekonsiliasi_tindakan_aspek", oneOf(t.aspek, ["data", "nilai"])),
  check("rekonsiliasi_tindakan_tindakan", oneOf(t.tindakan, ["perbaiki_di_bkn", "perbaiki_di_sini", "wajar"])),
  check("rekonsiliasi_tindakan_pelaksana", oneOf(t.pelaksana, ["bkpsdm", "admin_opd", "penilai", "pegawai"])),
  check("rekonsiliasi_tindakan_due", sql`(${t.tindakan} = 'wajar') = (${t.dueOn} is null)`),
  check("rekonsiliasi_tindakan_words", sql`${t.tindakan} <> 'wajar' or btrim(${t.note}) <> ''`),
  check("rekonsiliasi_tindakan_key", sql`${t.differenceKey} <> ''`),
]);
