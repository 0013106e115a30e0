import { sql, type SQL } from "drizzle-orm";
import { date, numeric, timestamp, uuid, type PgColumn } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** Primary key: UUIDv7, made by the client or by us, so that a retried create is the same create. */
export const id = () => uuid("id").primaryKey().$defaultFn(() => v7());
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });
export const day = (name: string) => date(name, { mode: "string" });
/** A decimal that keeps its places in the database; JavaScript sees a number. */
export const decimal = (name: string, precision = 14, scale = 2) => numeric(name, { precision, scale, mode: "number" });

/** A dated row is in force on every day of [valid_from, valid_until); an open end is null. */
export const validity = () => ({ validFrom: day("valid_from").notNull(), validUntil: day("valid_until") });

/** `column in ('a', 'b')` from a vocabulary, so that the database refuses what the code does not know. */
export function oneOf(column: PgColumn, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((v) => `'${v}'`).join(", "))})`;
}
/** A month is text "2026-10": it sorts, compares and prints as it is. */
export function isMonth(column: PgColumn): SQL {
  return sql`${column} ~ '^\\d{4}-(0[1-9]|1[0-2])$'`;
}
