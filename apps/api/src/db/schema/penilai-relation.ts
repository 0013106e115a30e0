import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, validity } from "./columns.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

/** Authority to rate the people of a unit, delegated to who acts for its head (PermenPANRB 6/2022 Lampiran BAB IV.A.3) or leads it as a fungsional (angka 7). */
export const penilaiDelegation = pgTable("penilai_delegation", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  unitId: uuid("unit_id").notNull().references(() => unit.id),
  basis: text("basis").notNull(),
  ...validity(),
}, (t) => [index("penilai_delegation_unit").on(t.unitId)]);

/** A further pimpinan (Pasal 1 angka 10): gives work and umpan balik on it, and does not rate (Lampiran BAB IV.A.4). */
export const pimpinanRelation = pgTable("pimpinan_relation", {
  id: id(),
  pegawaiId: uuid("pegawai_id").notNull().references(() => person.id),
  pimpinanId: uuid("pimpinan_id").notNull().references(() => person.id),
  /** The task, as its letter names it. */
  task: text("task").notNull(),
  ...validity(),
}, (t) => [
  index("pimpinan_relation_pimpinan").on(t.pimpinanId),
  check("pimpinan_relation_not_self", sql`${t.pegawaiId} <> ${t.pimpinanId}`),
]);
