import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, real, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, id, oneOf } from "./columns.ts";
import { evaluationPeriod } from "./appraisal.ts";
import { unit } from "./organisation.ts";
import { peerCycle } from "./peer-input.ts";
import { person } from "./people.ts";

/** That the signals of a period have been raised, and with which cycle's levels: once, so that a later cycle does not accuse again. */
export const fairnessRun = pgTable("fairness_run", {
  periodId: uuid("period_id").primaryKey().references(() => evaluationPeriod.id),
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  ranOn: day("ran_on").notNull(),
  /** Differences between groups of the whole city as they were found, for the public page; null in runs from before they were kept. */
  groups: jsonb("groups"),
});

/** "Perlu klarifikasi": a figure that asks for a talk, with the answer of whom it is about and what people found. It changes no rating. */
export const fairnessSignal = pgTable("fairness_signal", {
  id: id(),
  periodId: uuid("period_id").notNull().references(() => fairnessRun.periodId),
  kind: text("kind").notNull(),
  /** Whom it is about; null for the city as a whole. */
  personId: uuid("person_id").references(() => person.id),
  /** Who rated them, where it is about one person's rating: they answer for it. */
  penilaiId: uuid("penilai_id").references(() => person.id),
  unitId: uuid("unit_id").references(() => unit.id),
  about: text("about"),
  n: integer("n").notNull(),
  figure: jsonb("figure"),
  scale: text("scale").notNull(),
  p: real("p"),
  pAdjusted: real("p_adjusted"),
  innocent: text("innocent").array().notNull(),
  raisedOn: day("raised_on").notNull(),
  expiresOn: day("expires_on").notNull(),
  reply: text("reply"),
  repliedOn: day("replied_on"),
  /** The word of whom a rating is about, where somebody else answers for it. */
  personReply: text("person_reply"),
  personRepliedOn: day("person_replied_on"),
  outcome: text("outcome"),
  outcomeNote: text("outcome_note"),
  outcomeOn: day("outcome_on"),
  outcomeBy: uuid("outcome_by").references(() => person.id),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("fairness_signal_once").on(t.periodId, t.kind, sql`coalesce(${t.personId}, '00000000-0000-0000-0000-000000000000'::uuid)`, sql`coalesce(${t.about}, '')`),
  index("fairness_signal_person").on(t.personId),
  index("fairness_signal_penilai").on(t.penilaiId),
  check("fairness_signal_kind", oneOf(t.kind, ["supervisor_severity", "person_residual", "declared_relations", "group_difference", "after_keberatan"])),
  check("fairness_signal_scale", oneOf(t.scale, ["points", "share", "smd"])),
  check("fairness_signal_outcome", sql`${t.outcome} is null or ${oneOf(t.outcome, ["dijelaskan", "nilai_diubah_atasan", "dilanjutkan"])}`),
  check("fairness_signal_judged", sql`num_nonnulls(${t.outcome}, ${t.outcomeNote}, ${t.outcomeOn}, ${t.outcomeBy}) in (0, 4)`),
  check("fairness_signal_person_replied", sql`num_nonnulls(${t.personReply}, ${t.personRepliedOn}) = 0 or (num_nonnulls(${t.personReply}, ${t.personRepliedOn}) = 2 and ${t.penilaiId} is not null)`),
  check("fairness_signal_replied", sql`num_nonnulls(${t.reply}, ${t.repliedOn}) in (0, 2)`),
]);

/** A rater's levels for the four written cases, once a year; seen by nobody else. */
export const warmUp = pgTable("warm_up", {
  id: id(),
  personId: uuid("person_id").notNull().references(() => person.id),
  year: integer("year").notNull(),
  levels: smallint("levels").array().notNull(),
}, (t) => [uniqueIndex("warm_up_year").on(t.personId, t.year), check("warm_up_levels", sql`cardinality(${t.levels}) = 4 and 1 <= all (${t.levels}) and 4 >= all (${t.levels})`)]);
