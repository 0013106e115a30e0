import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, real, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { day, decimal, id, oneOf } from "./columns.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";
import { standarPenilaian } from "./standard.ts";

const GROUPS = ["rekan", "bawahan"];

/** A semester's cycle of umpan balik rekan. Its two keys lie outside of the database (`features/peer-input/keys.ts`). */
export const peerCycle = pgTable("peer_cycle", {
  id: id(),
  year: integer("year").notNull(),
  semester: integer("semester").notNull(),
  status: text("status").notNull().default("preparing"),
  answersFrom: day("answers_from").notNull(),
  answersUntil: day("answers_until").notNull(),
  standarId: uuid("standar_id").notNull().references(() => standarPenilaian.id),
  keyHash: text("key_hash").notNull(),
  /** Forms of which the nightly total speaks, and the total of sent ones, both of the whole city. */
  progressDay: day("progress_day"),
  progressForms: integer("progress_forms"),
  progressSent: integer("progress_sent"),
  sealedOn: day("sealed_on"),
  sealedAnswers: integer("sealed_answers"),
  /** City-wide figures found at the seal: ICC, variances, answered share. */
  sealFacts: jsonb("seal_facts"),
  releasedOn: day("released_on"),
  shown: integer("shown"),
  merged: integer("merged"),
  none: integer("none"),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("peer_cycle_semester").on(t.year, t.semester),
  // One at a time holds answers that still have a pseudonym: their table is emptied as a whole when it is sealed.
  uniqueIndex("peer_cycle_one_unsealed").on(sql`(true)`).where(sql`${t.status} in ('answering', 'closed')`),
  check("peer_cycle_status", oneOf(t.status, ["preparing", "answering", "closed", "sealed", "released"])),
  check("peer_cycle_semester_number", sql`${t.semester} in (1, 2)`),
  check("peer_cycle_days", sql`${t.answersFrom} <= ${t.answersUntil}`),
  check("peer_cycle_key_hash", sql`${t.keyHash} ~ '^[0-9a-f]{64}$'`),
  check("peer_cycle_sealed", sql`(${t.status} in ('sealed', 'released')) = (${t.sealedOn} is not null and ${t.sealedAnswers} is not null)`),
  check("peer_cycle_released", sql`(${t.status} = 'released') = (${t.releasedOn} is not null)`),
]);

/** A draw: number 0 is the cycle's, later ones give replacements. `inputs` is what the verifiers recompute it from. */
export const peerDraw = pgTable("peer_draw", {
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  number: integer("number").notNull(),
  drawnOn: day("drawn_on").notNull(),
  root: text("root").notNull(),
  inputs: jsonb("inputs").notNull(),
  /** people, forms, components, crossPercent, shortfall */
  facts: jsonb("facts").notNull(),
}, (t) => [primaryKey({ columns: [t.cycleId, t.number] }), check("peer_draw_root", sql`${t.root} ~ '^[0-9a-f]{64}$'`)]);

/** The two sworn verifiers of a cycle's draw, and what each found. */
export const peerVerifier = pgTable("peer_verifier", {
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  role: text("role").notNull(),
  personId: uuid("person_id").notNull().references(() => person.id),
  digest: text("digest"),
  isEqual: boolean("is_equal"),
  statement: text("statement"),
  verdictOn: day("verdict_on"),
  signature: text("signature"),
}, (t) => [
  primaryKey({ columns: [t.cycleId, t.role] }),
  uniqueIndex("peer_verifier_person").on(t.cycleId, t.personId),
  check("peer_verifier_role", oneOf(t.role, ["inspektorat", "bkpsdm_analis"])),
  check("peer_verifier_verdict", sql`num_nonnulls(${t.digest}, ${t.isEqual}, ${t.statement}, ${t.verdictOn}, ${t.signature}) in (0, 5)`),
]);

/** Two names that shall not be drawn for me, three who know my work. */
export const peerChoice = pgTable("peer_choice", {
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  otherId: uuid("other_id").notNull().references(() => person.id),
  kind: text("kind").notNull(),
  position: integer("position").notNull(),
}, (t) => [
  primaryKey({ columns: [t.cycleId, t.personId, t.otherId] }),
  uniqueIndex("peer_choice_position").on(t.cycleId, t.personId, t.kind, t.position),
  check("peer_choice_kind", oneOf(t.kind, ["veto", "suggestion"])),
  check("peer_choice_position_range", sql`${t.position} between 1 and case ${t.kind} when 'veto' then 2 else 3 end`),
  check("peer_choice_not_self", sql`${t.personId} <> ${t.otherId}`),
]);

/** Who has stated the relations of a cycle, be there none. */
export const peerStatement = pgTable("peer_statement", {
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  statedOn: day("stated_on").notNull(),
}, (t) => [primaryKey({ columns: [t.cycleId, t.personId] })]);

/** Family and business relations as the rater declares them; read by BKPSDM's analyst alone. */
export const peerRelation = pgTable("peer_relation", {
  cycleId: uuid("cycle_id").notNull(),
  personId: uuid("person_id").notNull(),
  otherId: uuid("other_id").notNull().references(() => person.id),
  kind: text("kind").notNull(),
}, (t) => [
  primaryKey({ columns: [t.cycleId, t.personId, t.otherId] }),
  foreignKey({ name: "peer_relation_statement", columns: [t.cycleId, t.personId], foreignColumns: [peerStatement.cycleId, peerStatement.personId] }),
  check("peer_relation_kind", oneOf(t.kind, ["keluarga", "usaha"])),
  check("peer_relation_not_self", sql`${t.personId} <> ${t.otherId}`),
]);

/** Who is asked about whom. It says nothing of whether and what was answered, and never changes. The id is random: it must not tell when it was made. */
export const peerInvite = pgTable("peer_invite", {
  id: uuid("id").primaryKey().default(sql`gen_random_uuid()`),
  cycleId: uuid("cycle_id").notNull(),
  drawNumber: integer("draw_number").notNull(),
  subjectId: uuid("subject_id").notNull().references(() => person.id),
  raterId: uuid("rater_id").notNull().references(() => person.id),
  group: text("rater_group").notNull(),
  because: text("because").notNull(),
}, (t) => [
  foreignKey({ name: "peer_invite_draw", columns: [t.cycleId, t.drawNumber], foreignColumns: [peerDraw.cycleId, peerDraw.number] }),
  uniqueIndex("peer_invite_pair").on(t.cycleId, t.raterId, t.subjectId),
  index("peer_invite_subject").on(t.cycleId, t.subjectId),
  check("peer_invite_group", oneOf(t.group, GROUPS)),
  check("peer_invite_because", oneOf(t.because, ["same_unit", "other_unit", "suggested", "bawahan", "replacement"])),
  check("peer_invite_not_self", sql`${t.subjectId} <> ${t.raterId}`),
]);

/**
 * A form that was handed over to somebody who joined in mid-cycle: whoever had begun it keeps it, nobody else is asked. It is chosen without
 * looking at answers and never changes, so it says nothing of them either.
 */
export const peerHandover = pgTable("peer_handover", {
  cycleId: uuid("cycle_id").notNull(),
  drawNumber: integer("draw_number").notNull(),
  subjectId: uuid("subject_id").notNull().references(() => person.id),
  raterId: uuid("rater_id").notNull().references(() => person.id),
}, (t) => [
  primaryKey({ columns: [t.cycleId, t.raterId, t.subjectId] }),
  foreignKey({ name: "peer_handover_draw", columns: [t.cycleId, t.drawNumber], foreignColumns: [peerDraw.cycleId, peerDraw.number] }),
  foreignKey({ name: "peer_handover_invite", columns: [t.cycleId, t.raterId, t.subjectId], foreignColumns: [peerInvite.cycleId, peerInvite.raterId, peerInvite.subjectId] }),
  check("peer_handover_later", sql`${t.drawNumber} > 0`),
]);

/**
 * An answer before the seal. No rater, no time, no sequence; `pseudonym` is an HMAC under a key that lies outside of the database.
 * `answers`: one per behaviour in the order of PERILAKU; 1–4, 0 for "tidak cukup mengenal", null for not answered yet.
 */
export const peerResponse = pgTable("peer_response", {
  id: uuid("id").primaryKey(),
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  subjectId: uuid("subject_id").notNull().references(() => person.id),
  group: text("rater_group").notNull(),
  pseudonym: text("pseudonym").notNull().unique(),
  state: text("state").notNull(),
  answers: smallint("answers").array().notNull(),
  seenWhen: text("seen_when").array().notNull(),
  suggestion: text("suggestion"),
  declineReason: text("decline_reason"),
}, (t) => [
  check("peer_response_group", oneOf(t.group, GROUPS)),
  check("peer_response_state", oneOf(t.state, ["draft", "sent", "declined"])),
  check("peer_response_pseudonym", sql`${t.pseudonym} ~ '^[0-9a-f]{64}$'`),
  check("peer_response_answers", sql`cardinality(${t.answers}) = 7 and 0 <= all (array_remove(${t.answers}, null)) and 4 >= all (array_remove(${t.answers}, null))`),
  check("peer_response_sent", sql`${t.state} <> 'sent' or array_position(${t.answers}, null) is null`),
  check("peer_response_seen_when", sql`cardinality(${t.seenWhen}) = 7`),
  check("peer_response_declined", sql`(${t.state} = 'declined') = (${t.declineReason} is not null)`),
]);

/** An answer after the seal: no pseudonym, a new random id, in random order. */
export const peerSealed = pgTable("peer_sealed", {
  id: uuid("id").primaryKey().default(sql`gen_random_uuid()`),
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  subjectId: uuid("subject_id").notNull().references(() => person.id),
  group: text("rater_group").notNull(),
  answers: smallint("answers").array().notNull(),
}, (t) => [index("peer_sealed_subject").on(t.cycleId, t.subjectId), check("peer_sealed_group", oneOf(t.group, GROUPS))]);

/** The suggestions after the seal, apart from the answers that they came with; only of people with enough of them. */
export const peerSuggestion = pgTable("peer_suggestion", {
  id: uuid("id").primaryKey().default(sql`gen_random_uuid()`),
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  subjectId: uuid("subject_id").notNull().references(() => person.id),
  text: text("text").notNull(),
}, (t) => [index("peer_suggestion_subject").on(t.cycleId, t.subjectId)]);

/** A published result, frozen: what the person and the penilai see is this row and nothing computed anew. Null `rata`: withheld. */
export const peerResult = pgTable("peer_result", {
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  subjectId: uuid("subject_id").notNull().references(() => person.id),
  opdId: uuid("opd_id").references(() => unit.id),
  groups: jsonb("groups").notNull(),
  isMerged: boolean("is_merged").notNull(),
  withheld: text("withheld"),
  suggestions: text("suggestions").array().notNull(),
  n: integer("n"),
  rata: decimal("rata", 4, 2),
}, (t) => [
  primaryKey({ columns: [t.cycleId, t.subjectId] }),
  // The floor once more, where no code can lower it.
  check("peer_result_floor", sql`(${t.withheld} is null and ${t.n} >= 4 and ${t.rata} is not null) or (${t.withheld} = 'fewer_than_four' and ${t.n} is null and ${t.rata} is null and ${t.groups} = '[]'::jsonb)`),
  check("peer_result_suggestions", sql`cardinality(${t.suggestions}) = 0 or cardinality(${t.suggestions}) >= 4`),
]);

/** What the seal keeps of a rater, from at least four forms: habits, not answers. */
export const peerRaterStat = pgTable("peer_rater_stat", {
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  raterId: uuid("rater_id").notNull().references(() => person.id),
  forms: integer("forms").notNull(),
  leniency: real("leniency").notNull(),
  leniencyVariance: real("leniency_variance").notNull(),
  /** Variance of the form means around the people's own level, and its degrees of freedom. */
  spread: real("spread"),
  spreadDegrees: integer("spread_degrees").notNull(),
  /** Mean standard deviation within a form; of other raters of the same people. */
  halo: real("halo"),
  haloOthers: real("halo_others"),
  straight: integer("straight").notNull(),
}, (t) => [primaryKey({ columns: [t.cycleId, t.raterId] }), check("peer_rater_stat_floor", sql`${t.forms} >= 4`), check("peer_rater_stat_straight", sql`${t.straight} between 0 and ${t.forms}`)]);

/** A person's level once raters' leniency is taken out, from at least four answers; in points around the city's mean. */
export const peerSubjectStat = pgTable("peer_subject_stat", {
  cycleId: uuid("cycle_id").notNull().references(() => peerCycle.id),
  subjectId: uuid("subject_id").notNull().references(() => person.id),
  n: integer("n").notNull(),
  level: real("level").notNull(),
  levelVariance: real("level_variance").notNull(),
}, (t) => [primaryKey({ columns: [t.cycleId, t.subjectId] }), check("peer_subject_stat_floor", sql`${t.n} >= 4`)]);
