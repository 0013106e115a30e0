import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { appraisal } from "./appraisal.ts";
import { at, day, id, oneOf } from "./columns.ts";
import { evidence } from "./monthly-report.ts";
import { person } from "./people.ts";
import { umpanBalik } from "./umpan-balik.ts";

/** A result handed over on paper: the receipt of who did not open it. `isSigned` false: *menolak menandatangani*, which is a receipt too. */
export const resultHandover = pgTable("result_handover", {
  appraisalId: uuid("appraisal_id").primaryKey().references(() => appraisal.id),
  handedOn: day("handed_on").notNull(),
  isSigned: boolean("is_signed").notNull(),
  note: text("note"),
  recordedBy: uuid("recorded_by").notNull().references(() => person.id),
  recordedAt: at("recorded_at").notNull(),
});

/** The signed document given back by the pegawai (Lampiran BAB V.A.6 and 10), once: agreed, or *menolak menandatangani*. */
export const resultReturn = pgTable("result_return", {
  appraisalId: uuid("appraisal_id").primaryKey().references(() => appraisal.id),
  answer: text("answer").notNull(),
  note: text("note"),
  returnedOn: day("returned_on").notNull(),
  returnedAt: at("returned_at").notNull(),
}, (t) => [check("result_return_answer", oneOf(t.answer, ["setuju", "menolak_menandatangani"]))]);

/**
 * The report of a result to the PyB (Lampiran BAB V.A.7 and 11), once for each version. Who objects cannot be heard to the end within its
 * thirty working days: then it says "dengan keberatan berjalan", and what the decision changes is reported as the next version.
 */
export const resultReport = pgTable("result_report", {
  appraisalId: uuid("appraisal_id").primaryKey().references(() => appraisal.id),
  reportedOn: day("reported_on").notNull(),
  isKeberatanRunning: boolean("is_keberatan_running").notNull(),
});

/**
 * A keberatan on a final result (Lampiran BAB V.B), one on each. What was filed, explained and decided is never changed; a decision
 * that changes the result is a new revision of it (`outcomeId`). Who rated and who objected stay beside it for the watch on what follows.
 */
export const keberatan = pgTable("keberatan", {
  id: id(),
  appraisalId: uuid("appraisal_id").notNull().references(() => appraisal.id),
  personId: uuid("person_id").notNull().references(() => person.id),
  penilaiId: uuid("penilai_id").notNull().references(() => person.id),
  atasanId: uuid("atasan_id").notNull().references(() => person.id),
  status: text("status").notNull().default("filed"),
  receivedOn: day("received_on").notNull(),
  filedOn: day("filed_on").notNull(),
  filedAt: at("filed_at").notNull(),
  explanation: text("explanation"),
  explainedOn: day("explained_on"),
  explainedAt: at("explained_at"),
  putusan: text("putusan"),
  alasan: text("alasan"),
  rekomendasi: text("rekomendasi"),
  decidedOn: day("decided_on"),
  decidedAt: at("decided_at"),
  outcomeId: uuid("outcome_id").references(() => appraisal.id),
  version: integer("version").notNull().default(1),
}, (t) => [
  uniqueIndex("keberatan_once").on(t.appraisalId),
  uniqueIndex("keberatan_outcome_once").on(t.outcomeId),
  index("keberatan_person").on(t.personId),
  index("keberatan_penilai").on(t.penilaiId),
  index("keberatan_atasan").on(t.atasanId, t.status),
  check("keberatan_status", oneOf(t.status, ["filed", "explained", "decided"])),
  check("keberatan_three_people", sql`${t.personId} <> ${t.penilaiId} and ${t.personId} <> ${t.atasanId} and ${t.penilaiId} <> ${t.atasanId}`),
  check("keberatan_explained", sql`num_nonnulls(${t.explanation}, ${t.explainedOn}, ${t.explainedAt}) in (0, 3) and (${t.status} <> 'explained' or ${t.explanation} is not null)`),
  check("keberatan_putusan", sql`${t.putusan} is null or ${oneOf(t.putusan, ["menguatkan", "mengubah"])}`),
  check("keberatan_decided", sql`(${t.status} = 'decided') = (${t.putusan} is not null) and num_nonnulls(${t.putusan}, ${t.alasan}, ${t.decidedOn}, ${t.decidedAt}) in (0, 4)`),
  check("keberatan_outcome", sql`(${t.outcomeId} is not null) = coalesce(${t.putusan} = 'mengubah', false) and (${t.outcomeId} is null or ${t.rekomendasi} is not null)`),
  check("keberatan_days", sql`${t.receivedOn} <= ${t.filedOn} and ${t.filedOn} <= coalesce(${t.explainedOn}, ${t.filedOn}) and ${t.filedOn} <= coalesce(${t.decidedOn}, ${t.filedOn})`),
]);

/** One claim: the whole rating of an aspect (`target` null), or one row of the receipt: a result's line id, or a behaviour's name. */
export const keberatanClaim = pgTable("keberatan_claim", {
  id: id(),
  keberatanId: uuid("keberatan_id").notNull().references(() => keberatan.id),
  position: integer("position").notNull(),
  aspect: text("aspect").notNull(),
  target: text("target"),
  alasan: text("alasan").notNull(),
}, (t) => [
  uniqueIndex("keberatan_claim_position").on(t.keberatanId, t.position),
  check("keberatan_claim_aspect", oneOf(t.aspect, ["hasil_kerja", "perilaku"])),
]);

/** What a claim points at: evidence of the period's reports, or umpan balik that was received. */
export const keberatanBasis = pgTable("keberatan_basis", {
  id: id(),
  claimId: uuid("claim_id").notNull().references(() => keberatanClaim.id),
  evidenceId: uuid("evidence_id").references(() => evidence.id),
  umpanBalikId: uuid("umpan_balik_id").references(() => umpanBalik.id),
}, (t) => [
  index("keberatan_basis_claim").on(t.claimId),
  index("keberatan_basis_evidence").on(t.evidenceId),
  check("keberatan_basis_one", sql`num_nonnulls(${t.evidenceId}, ${t.umpanBalikId}) = 1`),
]);

/** Minutes of one hearing (Lampiran BAB V.B.4), signed by the atasan who wrote them: `hash` is the SHA-256 of the rest. Only grows, until the decision. */
export const keberatanHearing = pgTable("keberatan_hearing", {
  id: id(),
  keberatanId: uuid("keberatan_id").notNull().references(() => keberatan.id),
  heldOn: day("held_on").notNull(),
  place: text("place").notNull(),
  isOwnerPresent: boolean("is_owner_present").notNull(),
  isPenilaiPresent: boolean("is_penilai_present").notNull(),
  others: text("others"),
  said: text("said").notNull(),
  writtenBy: uuid("written_by").notNull().references(() => person.id),
  writtenOn: day("written_on").notNull(),
  writtenAt: at("written_at").notNull(),
  hash: text("hash").notNull(),
}, (t) => [
  index("keberatan_hearing_keberatan").on(t.keberatanId),
  unique("keberatan_hearing_hash").on(t.id, t.hash),
  check("keberatan_hearing_somebody", sql`${t.isOwnerPresent} or ${t.isPenilaiPresent}`),
  check("keberatan_hearing_days", sql`${t.heldOn} <= ${t.writtenOn}`),
  check("keberatan_hearing_sha256", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
]);

/** What each side that was there did with the minutes: signed, or *menolak menandatangani*. Who says nothing has no row. */
export const keberatanHearingAnswer = pgTable("keberatan_hearing_answer", {
  hearingId: uuid("hearing_id").notNull(),
  personId: uuid("person_id").notNull().references(() => person.id),
  answer: text("answer").notNull(),
  note: text("note"),
  answeredOn: day("answered_on").notNull(),
  answeredAt: at("answered_at").notNull(),
  hash: text("hash").notNull(),
}, (t) => [
  primaryKey({ columns: [t.hearingId, t.personId] }),
  foreignKey({ name: "keberatan_hearing_answer_of", columns: [t.hearingId, t.hash], foreignColumns: [keberatanHearing.id, keberatanHearing.hash] }),
  check("keberatan_hearing_answer_kind", oneOf(t.answer, ["setuju", "menolak_menandatangani"])),
]);

/** A keberatan handed by BKPSDM to who stands above its atasan, with the ground. Only grows. */
export const keberatanReassignment = pgTable("keberatan_reassignment", {
  id: id(),
  keberatanId: uuid("keberatan_id").notNull().references(() => keberatan.id),
  fromId: uuid("from_id").notNull().references(() => person.id),
  toId: uuid("to_id").notNull().references(() => person.id),
  ground: text("ground").notNull(),
  basis: text("basis").notNull(),
  byId: uuid("by_id").notNull().references(() => person.id),
  on: day("on").notNull(),
}, (t) => [
  index("keberatan_reassignment_keberatan").on(t.keberatanId),
  check("keberatan_reassignment_ground", oneOf(t.ground, ["berhalangan", "benturan_kepentingan"])),
  check("keberatan_reassignment_moves", sql`${t.fromId} <> ${t.toId}`),
]);
