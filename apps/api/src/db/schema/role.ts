import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, oneOf, validity } from "./columns.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

/** Roles by dated assignment, city-wide but for that of one OPD's admin; every other right follows from relations. */
export const roleAssignment = pgTable("role_assignment", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  role: text("role").notNull(),
  /** The OPD whose admin the person is; of that role alone. */
  unitId: uuid("unit_id").references(() => unit.id),
  /** Number and date of the document that appoints the person; where the role opens the city to somebody outside of BKPSDM it must stand. */
  basis: text("basis"),
  /** Who gave it in the product; null for what an installation began with. */
  givenBy: uuid("given_by").references(() => person.id),
  endedBy: uuid("ended_by").references(() => person.id),
  ...validity(),
}, (t) => [
  index("role_assignment_person").on(t.personId),
  check("role_assignment_role", oneOf(t.role, ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "wali_kota", "auditor", "admin_teknis", "admin_opd"])),
  check("role_assignment_not_own", sql`${t.givenBy} <> ${t.personId} and ${t.endedBy} <> ${t.personId}`),
  check("role_assignment_basis", sql`${t.givenBy} is null or ${t.role} not in ('wali_kota', 'auditor') or ${t.basis} is not null`),
  check("role_assignment_unit", sql`(${t.role} = 'admin_opd') = (${t.unitId} is not null)`),
]);
