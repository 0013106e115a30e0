import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, day, decimal, id, oneOf } from "./columns.ts";
import { jabatan, unit } from "./organisation.ts";
import { person } from "./people.ts";

/** A person's SKP of a year, one row per revision; the one that is `set` governs, an older one is `superseded`. */
export const skp = pgTable("skp", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  year: integer("year").notNull(),
  revision: integer("revision").notNull().default(1),
  status: text("status").notNull().default("draft"),
  pendekatan: text("pendekatan").notNull(),
  isPimpinan: boolean("is_pimpinan").notNull().default(false),
  jabatanId: uuid("jabatan_id").references(() => jabatan.id),
  unitId: uuid("unit_id").references(() => unit.id),
  penilaiId: uuid("penilai_id").references(() => person.id),
  note: text("note"),
  effectiveFrom: day("effective_from").notNull(),
  proposedAt: at("proposed_at"),
  setAt: at("set_at"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("skp_revision").on(t.personId, t.year, t.revision),
  uniqueIndex("skp_one_in_force").on(t.personId, t.year).where(sql`${t.status} = 'set'`),
  uniqueIndex("skp_one_in_work").on(t.personId, t.year).where(sql`${t.status} in ('draft', 'proposed', 'returned')`),
  index("skp_penilai").on(t.penilaiId, t.status),
  check("skp_status", oneOf(t.status, ["draft", "proposed", "returned", "set", "superseded"])),
  check("skp_pendekatan", oneOf(t.pendekatan, ["kuantitatif", "kualitatif"])),
]);

/** One rencana hasil kerja. `lineId` stays the same through revisions, so that a year's figures keep together. */
export const hasilKerja = pgTable("hasil_kerja", {
  id: id(),
  skpId: uuid("skp_id").notNull().references(() => skp.id, { onDelete: "cascade" }),
  lineId: uuid("line_id").notNull(),
  position: integer("position").notNull(),
  prioritas: text("prioritas").notNull(),
  text: text("text").notNull(),
  intervenedLineId: uuid("intervened_line_id"),
  intervenedText: text("intervened_text"),
  assignedBy: text("assigned_by"),
}, (t) => [
  uniqueIndex("hasil_kerja_position").on(t.skpId, t.position),
  uniqueIndex("hasil_kerja_line").on(t.skpId, t.lineId),
  check("hasil_kerja_prioritas", oneOf(t.prioritas, ["utama", "tambahan"])),
]);

/** An indicator of a result with its target; `monthlyTarget` is the rencana aksi, January first, null where nothing is due. */
export const indikator = pgTable("indikator", {
  id: id(),
  hasilKerjaId: uuid("hasil_kerja_id").notNull().references(() => hasilKerja.id, { onDelete: "cascade" }),
  lineId: uuid("line_id").notNull(),
  position: integer("position").notNull(),
  text: text("text").notNull(),
  /** What makes it the same indicator as a colleague's, or as one's own of another year: its words, its kind and direction, and its unit. */
  kunci: text("kunci").notNull().generatedAlwaysAs(sql`lower(btrim(regexp_replace(text, '\\s+', ' ', 'g'), ' .;,')) || '|' || jenis || '|' || arah || '|' || lower(btrim(coalesce(satuan, '')))`),
  aspek: text("aspek"),
  perspektif: text("perspektif"),
  jenis: text("jenis").notNull(),
  arah: text("arah").notNull().default("maks"),
  target: decimal("target"),
  targetMin: decimal("target_min"),
  targetMax: decimal("target_max"),
  targetText: text("target_text"),
  satuan: text("satuan"),
  bobot: decimal("bobot", 7, 4),
  monthlyTarget: decimal("monthly_target").array(),
}, (t) => [
  uniqueIndex("indikator_position").on(t.hasilKerjaId, t.position),
  check("indikator_aspek", sql`${t.aspek} is null or ${oneOf(t.aspek, ["kuantitas", "kualitas", "waktu", "biaya"])}`),
  check("indikator_perspektif", sql`${t.perspektif} is null or ${oneOf(t.perspektif, ["penerima_layanan", "proses_bisnis", "penguatan_internal", "anggaran"])}`),
  check("indikator_jenis", oneOf(t.jenis, ["angka", "rasio", "uraian"])),
  check("indikator_arah", oneOf(t.arah, ["maks", "min", "rentang"])),
  check("indikator_monthly_target", sql`${t.monthlyTarget} is null or cardinality(${t.monthlyTarget}) = 12`),
]);

/** Ekspektasi khusus pimpinan per BerAKHLAK value (Pasal 10 ayat 4). */
export const skpPerilaku = pgTable("skp_perilaku", {
  skpId: uuid("skp_id").notNull().references(() => skp.id, { onDelete: "cascade" }),
  perilaku: text("perilaku").notNull(),
  ekspektasi: text("ekspektasi").notNull(),
}, (t) => [primaryKey({ columns: [t.skpId, t.perilaku] })]);

/** Lampiran SKP (Pasal 11-13). */
export const skpLampiran = pgTable("skp_lampiran", {
  id: id(),
  skpId: uuid("skp_id").notNull().references(() => skp.id, { onDelete: "cascade" }),
  kind: text("kind").notNull(),
  position: integer("position").notNull(),
  text: text("text").notNull(),
}, (t) => [index("skp_lampiran_skp").on(t.skpId), check("skp_lampiran_kind", oneOf(t.kind, ["sumber_daya", "pertanggungjawaban", "konsekuensi"]))]);

/**
 * A set of results for a jabatan, offered when a new SKP is begun. Made from an SKP in force, or come with the city (`madeBy` null).
 * `ownerId`: the penilai to whose team alone it is offered; null for the whole city. A retired one is offered to nobody.
 */
export const skpTemplate = pgTable("skp_template", {
  id: id(),
  jabatanName: text("jabatan_name").notNull(),
  jobFamily: text("job_family"),
  title: text("title").notNull(),
  source: text("source").notNull(),
  body: text("body").notNull(),
  ownerId: uuid("owner_id").references(() => person.id),
  madeBy: uuid("made_by").references(() => person.id),
  madeOn: day("made_on"),
  sourceSkpId: uuid("source_skp_id").references(() => skp.id),
  retiredOn: day("retired_on"),
  version: integer("version").notNull().default(1),
}, (t) => [
  index("skp_template_jabatan").on(t.jabatanName),
  index("skp_template_family").on(t.jobFamily),
  uniqueIndex("skp_template_name_in_team").on(t.ownerId, t.jabatanName, t.title).where(sql`${t.ownerId} is not null and ${t.retiredOn} is null`),
  uniqueIndex("skp_template_name_in_city").on(t.jabatanName, t.title).where(sql`${t.ownerId} is null and ${t.madeBy} is not null and ${t.retiredOn} is null`),
  check("skp_template_made", sql`num_nonnulls(${t.madeBy}, ${t.madeOn}, ${t.sourceSkpId}) in (0, 3)`),
  check("skp_template_owner", sql`${t.ownerId} is null or ${t.ownerId} = ${t.madeBy}`),
]);
