import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns.ts";

/** The hash-chained trail. Rows are made by `audit_append()` only; triggers refuse every change (migration 0001). */
export const audit = pgTable("audit", {
  seq: bigint("seq", { mode: "number" }).primaryKey(),
  at: at("at").notNull(),
  actorId: uuid("actor_id"),
  action: text("action").notNull(),
  targetType: text("target_type").notNull(),
  targetId: text("target_id").notNull(),
  payloadHash: text("payload_hash").notNull(),
  prev: text("prev").notNull(),
  hash: text("hash").notNull(),
}, (t) => [index("audit_target").on(t.targetType, t.targetId), index("audit_actor").on(t.actorId, t.seq), index("audit_action").on(t.action, t.seq)]);

/** What an audit row says in full, beside the chain: erasing it (UU PDP) does not break the hashes. */
export const auditPayload = pgTable("audit_payload", {
  seq: bigint("seq", { mode: "number" }).primaryKey().references(() => audit.seq),
  salt: text("salt").notNull(),
  payload: text("payload").notNull(),
});

/** Reads of sensitive pages, outside of the chain so that reading never waits for its lock. */
export const accessLog = pgTable("access_log", {
  id: id(),
  at: at("at").notNull().defaultNow(),
  actorId: uuid("actor_id").notNull(),
  action: text("action").notNull(),
  subjectId: text("subject_id"),
}, (t) => [index("access_log_subject").on(t.subjectId, t.at)]);
