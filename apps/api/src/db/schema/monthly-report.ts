import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, day, decimal, id, isMonth, oneOf } from "./columns.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";
import { hasilKerja, indikator, skp } from "./skp.ts";

/**
 * One row per person and month, made when the month opens; who need not report has the reason in `kewajiban`.
 * Unit, department, place in the tree and penilai are those of that month: a later move changes nothing here.
 */
export const monthlyReport = pgTable("monthly_report", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  month: text("month").notNull(),
  skpId: uuid("skp_id").references(() => skp.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  opdId: uuid("opd_id").notNull().references(() => unit.id),
  unitOrd: integer("unit_ord").notNull(),
  penilaiId: uuid("penilai_id").references(() => person.id),
  kewajiban: text("kewajiban").notNull(),
  status: text("status").notNull().default("draft"),
  kendala: text("kendala"),
  bantuan: text("bantuan"),
  submittedAt: at("submitted_at"),
  isLate: boolean("is_late").notNull().default(false),
  receiptNumber: text("receipt_number").unique(),
  firstVerdictAt: at("first_verdict_at"),
  returnedAt: at("returned_at"),
  checkedAt: at("checked_at"),
  closedAt: at("closed_at"),
  capaian: decimal("capaian", 7, 2),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("monthly_report_person_month").on(t.personId, t.month),
  // W3: completion and average of any node of the tree from the index alone (scale.md).
  index("monthly_report_tree").on(t.month, t.unitOrd, t.opdId, t.kewajiban, t.status, t.isLate, t.capaian),
  index("monthly_report_queue").on(t.penilaiId, t.status, t.submittedAt),
  check("monthly_report_month", isMonth(t.month)),
  check("monthly_report_status", oneOf(t.status, ["draft", "submitted", "returned", "checked", "closed_unreviewed"])),
  check("monthly_report_kewajiban", oneOf(t.kewajiban, ["wajib_lapor", "cuti", "tugas_belajar", "belum_mulai", "tidak_ada_target", "tidak_tercatat"])),
  check("monthly_report_receipt", sql`${t.status} in ('draft', 'returned') or ${t.submittedAt} is not null`),
]);

/** One indicator's figures of the month, with the target as it was agreed then, and the penilai's verdict. */
export const reportRow = pgTable("report_row", {
  id: id(),
  reportId: uuid("report_id").notNull().references(() => monthlyReport.id, { onDelete: "cascade" }),
  hasilKerjaId: uuid("hasil_kerja_id").notNull().references(() => hasilKerja.id),
  indikatorId: uuid("indikator_id").notNull().references(() => indikator.id),
  position: integer("position").notNull(),
  target: decimal("target"),
  realisasi: decimal("realisasi"),
  pembilang: decimal("pembilang"),
  penyebut: decimal("penyebut"),
  uraian: text("uraian"),
  sentence: text("sentence"),
  cause: text("cause"),
  isFlagged: boolean("is_flagged").notNull().default(false),
  capaian: decimal("capaian", 7, 2),
  verdict: text("verdict"),
  verdictNote: text("verdict_note"),
  verdictAt: at("verdict_at"),
  /** Who laid the figures here from which list, until the pegawai changes them. */
  importedBy: uuid("imported_by").references(() => person.id),
  importedOn: day("imported_on"),
  importSource: text("import_source"),
}, (t) => [
  check("report_row_import", sql`(${t.importedBy} is null) = (${t.importedOn} is null) and (${t.importedBy} is null) = (${t.importSource} is null)`),
  uniqueIndex("report_row_indikator").on(t.reportId, t.indikatorId),
  check("report_row_verdict", sql`${t.verdict} is null or ${oneOf(t.verdict, ["terima", "minta_perbaikan", "bahas_di_rapat"])}`),
  check("report_row_ratio", sql`${t.penyebut} is null or ${t.penyebut} > 0`),
]);

/** A daily note: the pegawai's own until attached to a report row. */
export const dailyNote = pgTable("daily_note", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  day: day("day").notNull(),
  text: text("text").notNull(),
  lineId: uuid("line_id"),
  reportRowId: uuid("report_row_id").references(() => reportRow.id, { onDelete: "set null" }),
  version: integer("version").notNull().default(1),
}, (t) => [index("daily_note_person").on(t.personId, t.day), index("daily_note_row").on(t.reportRowId)]);

/** Evidence: a file (kept outside of the database under a random name), a link, or a register number. */
export const evidence = pgTable("evidence", {
  id: id(),
  ownerId: uuid("owner_id").notNull().references(() => person.id),
  reportRowId: uuid("report_row_id").references(() => reportRow.id, { onDelete: "cascade" }),
  noteId: uuid("note_id").references(() => dailyNote.id, { onDelete: "cascade" }),
  /** The promise that it shows kept. Its foreign key stands in the migration: the tables would import each other. */
  tindakLanjutId: uuid("tindak_lanjut_id"),
  /** The keberatan before whose atasan it was laid; foreign key in the migration as well. */
  keberatanId: uuid("keberatan_id"),
  kind: text("kind").notNull(),
  title: text("title").notNull(),
  mime: text("mime"),
  sizeBytes: integer("size_bytes"),
  sha256: text("sha256"),
  storageKey: text("storage_key").unique(),
  url: text("url"),
  registerNumber: text("register_number"),
  createdAt: at("created_at").notNull().defaultNow(),
}, (t) => [
  index("evidence_row").on(t.reportRowId),
  // Taking people back asks for theirs: without it each person costs one reading of all evidence.
  index("evidence_owner").on(t.ownerId),
  index("evidence_note").on(t.noteId),
  index("evidence_tindak_lanjut").on(t.tindakLanjutId),
  index("evidence_keberatan").on(t.keberatanId),
  check("evidence_kind", oneOf(t.kind, ["file", "link", "register"])),
  check("evidence_whole", sql`(${t.kind} = 'file' and ${t.storageKey} is not null and ${t.sha256} is not null) or (${t.kind} = 'link' and ${t.url} is not null) or (${t.kind} = 'register' and ${t.registerNumber} is not null)`),
]);
