import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, day, id, oneOf } from "./columns.ts";
import { treeVersion } from "./organisation.ts";
import { person } from "./people.ts";

/**
 * A draft of steps that was applied. `journal` holds what it wrote, row by row with what stood before, so that one whose day has not come can
 * be taken back whole. `followedOn`: open work of its people was handed over; for a day to come the clockwork does it on that day.
 */
export const reorganisation = pgTable("reorganisation", {
  id: id(),
  effectiveFrom: day("effective_from").notNull(),
  legalBasis: text("legal_basis").notNull(),
  steps: jsonb("steps").notNull(),
  /** Null where it left the tree as it was; set to null when it is taken back. */
  treeId: uuid("tree_id").references(() => treeVersion.id),
  status: text("status").notNull().default("applied"),
  version: integer("version").notNull().default(1),
  outcome: jsonb("outcome").notNull(),
  journal: jsonb("journal").notNull(),
  followedOn: day("followed_on"),
  appliedBy: uuid("applied_by").notNull().references(() => person.id),
  appliedAt: at("applied_at").notNull(),
  takenBackBy: uuid("taken_back_by").references(() => person.id),
  takenBackAt: at("taken_back_at"),
}, (t) => [
  index("reorganisation_from").on(t.effectiveFrom),
  check("reorganisation_status", oneOf(t.status, ["applied", "taken_back"])),
  check("reorganisation_taken_back", sql`(${t.status} = 'taken_back') = (${t.takenBackBy} is not null and ${t.takenBackAt} is not null) and (${t.status} = 'applied' or (${t.treeId} is null and ${t.followedOn} is null))`),
]);
