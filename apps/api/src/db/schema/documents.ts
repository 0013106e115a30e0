import { DOCUMENT_JOB_STATUS, DOCUMENT_KIND, FORMAT, PACKAGING, PENANDATANGAN_REKAMAN, PRINTED_KIND, RECORD_KIND } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { check, customType, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { evaluationPeriod } from "./appraisal.ts";
import { at, day, id, oneOf } from "./columns.ts";
import { unit } from "./organisation.ts";
import { person } from "./people.ts";

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/**
 * A document that was printed and can be checked: its code and the hash of its content. Printing the same content again is the same
 * row. `sourceId`: the SKP, the period (Formats B), the final result, the predikat of a year (angka kredit), or the plan (Formats B.1.6 on).
 */
export const officialDocument = pgTable("official_document", {
  code: text("code").primaryKey(),
  kind: text("kind").notNull(),
  format: text("format").notNull(),
  personId: uuid("person_id").notNull().references(() => person.id),
  sourceId: uuid("source_id").notNull(),
  digest: text("digest").notNull(),
  date: day("date").notNull(),
  madeAt: at("made_at").notNull(),
}, (t) => [
  index("official_document_source").on(t.sourceId, t.personId),
  check("official_document_kind", oneOf(t.kind, PRINTED_KIND)),
  check("official_document_format", oneOf(t.format, FORMAT)),
  check("official_document_digest", sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  check("official_document_code", sql`${t.code} ~ '^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$'`),
]);

/**
 * A signature under a record of a period (Formats B.1.2 to B.1.5): who, in whose place, over which content. It holds for that content alone:
 * where the record says something else by now, the row stays and is printed no more.
 */
export const documentSignature = pgTable("document_signature", {
  kind: text("kind").notNull(),
  personId: uuid("person_id").notNull().references(() => person.id),
  periodId: uuid("period_id").notNull().references(() => evaluationPeriod.id),
  place: text("place").notNull(),
  digest: text("digest").notNull(),
  signerId: uuid("signer_id").notNull().references(() => person.id),
  signedAt: at("signed_at").notNull(),
}, (t) => [
  primaryKey({ columns: [t.personId, t.periodId, t.kind, t.place, t.digest] }),
  check("document_signature_kind", oneOf(t.kind, RECORD_KIND)),
  check("document_signature_place", oneOf(t.place, PENANDATANGAN_REKAMAN)),
  check("document_signature_digest", sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  check("document_signature_own", sql`(${t.place} = 'pegawai') = (${t.signerId} = ${t.personId})`),
  // The pegawai alone stands under B.1.2.
  check("document_signature_under", sql`${t.kind} <> 'pendokumentasian' or ${t.place} = 'pegawai'`),
]);

/** Documents of one person or of a unit with all below it, made in the background by the job of the same id in the queue. The file lies in the data folder under that id and its attempt. */
export const documentJob = pgTable("document_job", {
  id: id(),
  ownerId: uuid("owner_id").notNull().references(() => person.id),
  personId: uuid("person_id").references(() => person.id),
  unitId: uuid("unit_id").references(() => unit.id),
  kinds: text("kinds").array().notNull(),
  year: integer("year").notNull(),
  periodId: uuid("period_id").references(() => evaluationPeriod.id),
  packaging: text("packaging").notNull(),
  /** Where the check page lies: the address by which the office reached the server. */
  origin: text("origin").notNull(),
  status: text("status").notNull().default("waiting"),
  total: integer("total").notNull(),
  done: integer("done").notNull().default(0),
  fileName: text("file_name"),
  sizeBytes: integer("size_bytes"),
  createdAt: at("created_at").notNull(),
  /** Which attempt of the queue is at it, or made its file; the first is 0. */
  attempt: integer("attempt").notNull().default(0),
  startedAt: at("started_at"),
  finishedAt: at("finished_at"),
}, (t) => [
  index("document_job_owner").on(t.ownerId, t.createdAt),
  check("document_job_scope", sql`num_nonnulls(${t.personId}, ${t.unitId}) = 1`),
  check("document_job_kinds", sql`cardinality(${t.kinds}) > 0 and ${t.kinds} <@ array[${sql.raw(DOCUMENT_KIND.map((kind) => `'${kind}'`).join(", "))}]::text[]`),
  check("document_job_packaging", oneOf(t.packaging, PACKAGING)),
  check("document_job_status", oneOf(t.status, DOCUMENT_JOB_STATUS)),
  check("document_job_done", sql`${t.done} between 0 and ${t.total}`),
  check("document_job_file", sql`(${t.status} = 'done') = (${t.fileName} is not null) and num_nonnulls(${t.fileName}, ${t.sizeBytes}) in (0, 2)`),
  check("document_job_finished", sql`(${t.status} in ('done', 'failed', 'cancelled')) = (${t.finishedAt} is not null)`),
]);

/** Kop naskah dinas as BKPSDM wrote it: of the city (the tree's root) and of each department. What is null is left out on paper. */
export const letterhead = pgTable("letterhead", {
  unitId: uuid("unit_id").primaryKey().references(() => unit.id),
  name: text("name"),
  address: text("address"),
  contact: text("contact"),
  version: integer("version").notNull().default(1),
});

/** Pictures of the letterhead: the city's arms, and the emblem of the state for Format D. */
export const letterheadImage = pgTable("letterhead_image", {
  slot: text("slot").primaryKey(),
  mime: text("mime").notNull(),
  bytes: bytea("bytes").notNull(),
  sha256: text("sha256").notNull(),
}, (t) => [check("letterhead_image_slot", oneOf(t.slot, ["daerah", "negara"])), check("letterhead_image_mime", oneOf(t.mime, ["image/png", "image/jpeg"])), check("letterhead_image_size", sql`octet_length(${t.bytes}) <= 524288`)]);
