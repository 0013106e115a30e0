import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, id, isMonth, oneOf, validity } from "./columns.ts";
import { person } from "./people.ts";

/** A unit's identity; its name, parent and place are in `unit_node`, one row per version of the tree. */
export const unit = pgTable("unit", { id: id(), code: text("code").notNull().unique() });

/** A version of the whole tree, in force on [valid_from, valid_until); a reorganisation publishes the next one. */
export const treeVersion = pgTable("tree_version", { id: id(), legalBasis: text("legal_basis").notNull(), ...validity() });

/**
 * A unit in one version of the tree. `ord`..`lastOrd` is the pre-order interval of the unit and all below it,
 * so that "everything under X" is `ord between`, without recursion. `opdId` is the department it belongs to.
 */
export const unitNode = pgTable("unit_node", {
  treeId: uuid("tree_id").notNull().references(() => treeVersion.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  parentId: uuid("parent_id").references(() => unit.id),
  opdId: uuid("opd_id").references(() => unit.id),
  name: text("name").notNull(),
  shortName: text("short_name"),
  kind: text("kind").notNull(),
  depth: integer("depth").notNull(),
  ord: integer("ord").notNull(),
  lastOrd: integer("last_ord").notNull(),
}, (t) => [
  primaryKey({ columns: [t.treeId, t.unitId] }),
  index("unit_node_ord").on(t.treeId, t.ord),
  check("unit_node_kind", oneOf(t.kind, ["kota", "opd", "kecamatan", "bidang", "subbagian", "upt", "puskesmas", "sekolah"])),
  check("unit_node_interval", sql`${t.ord} <= ${t.lastOrd}`),
]);

/**
 * A post in a unit, open on [valid_from, valid_until); without a first day since before what is recorded here. `isHead` marks the post that
 * leads the unit. Nobody sits on it on a day on which it is not open (walls).
 */
export const jabatan = pgTable("jabatan", {
  id: id(),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  name: text("name").notNull(),
  jenis: text("jenis").notNull(),
  jenjang: text("jenjang"),
  isHead: boolean("is_head").notNull().default(false),
  validFrom: day("valid_from"),
  validUntil: day("valid_until"),
}, (t) => [
  check("jabatan_days", sql`${t.validFrom} <= ${t.validUntil}`),
  index("jabatan_unit").on(t.unitId),
  check("jabatan_jenis", oneOf(t.jenis, ["jpt_pratama", "administrator", "pengawas", "pelaksana", "fungsional", "kepala_daerah"])),
]);

/** From which month on a perangkat daerah uses Teraju. What was set before stays on record; only one counts. */
export const opdStart = pgTable("opd_start", {
  id: id(),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  month: text("month").notNull(),
  note: text("note"),
  setBy: uuid("set_by").references(() => person.id),
  setOn: day("set_on").notNull(),
  isCurrent: boolean("is_current").notNull().default(true),
}, (t) => [uniqueIndex("opd_start_one").on(t.unitId).where(sql`${t.isCurrent}`), check("opd_start_month", isMonth(t.month))]);

/** Who sits on which post, when, and as what. No two definitive posts at once; one holder of a headship at once. */
export const placement = pgTable("placement", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  jabatanId: uuid("jabatan_id").notNull().references(() => jabatan.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  kind: text("kind").notNull(),
  ...validity(),
}, (t) => [
  index("placement_person").on(t.personId),
  index("placement_unit").on(t.unitId),
  check("placement_kind", oneOf(t.kind, ["definitif", "plt", "plh"])),
]);

/** Who rates whom: an explicit dated relation (rules §1.2), never computed from rank alone. */
export const penilaiRelation = pgTable("penilai_relation", {
  id: id(),
  pegawaiId: uuid("pegawai_id").notNull().references(() => person.id),
  penilaiId: uuid("penilai_id").notNull().references(() => person.id),
  atasanId: uuid("atasan_id").references(() => person.id),
  basis: text("basis"),
  /** "tree": it followed from posts and units, and follows them further; "recorded": somebody said so. */
  source: text("source").notNull().default("recorded"),
  ...validity(),
}, (t) => [
  check("penilai_relation_source", oneOf(t.source, ["recorded", "tree"])),
  index("penilai_relation_pegawai").on(t.pegawaiId),
  index("penilai_relation_penilai").on(t.penilaiId),
  index("penilai_relation_atasan").on(t.atasanId),
  check("penilai_relation_not_self", sql`${t.pegawaiId} <> ${t.penilaiId}`),
]);

/** More working days for one unit and month after an outage. */
export const reportExtension = pgTable("report_extension", {
  id: id(),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  month: text("month").notNull(),
  extraDays: integer("extra_days").notNull(),
  reason: text("reason").notNull(),
  cause: text("cause"),
  grantedBy: uuid("granted_by").references(() => person.id),
  grantedOn: day("granted_on"),
}, (t) => [check("report_extension_cause", sql`${t.cause} is null or ${oneOf(t.cause, ["listrik", "jaringan", "bencana", "lain"])}`), index("report_extension_unit").on(t.unitId, t.month), check("report_extension_month", isMonth(t.month)), check("report_extension_days", sql`${t.extraDays} between 1 and 10`)]);
