import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "#db/schema/index.ts";

const DATE_OID = 1082;

type PoolOptions = { max?: number; /** Milliseconds one statement may take; 0 means no limit (migrations, seed). */ statementTimeoutMs?: number };

/**
 * The pool of connections to one database.
 * Idle connections stay open (`idleTimeoutMillis: 0`: cold back-ends double the cost of a request), and a connection
 * that dies, idle or between two statements of a transaction, is only dropped: without the listeners it would end the
 * process. The statement under way, or the next one, fails and says so.
 * A `date` arrives as its text `YYYY-MM-DD`, never as a `Date` of some time zone.
 */
export function createPool(url: string, { max = 10, statementTimeoutMs = 30_000 }: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
    types: { getTypeParser: (oid: number, format?: "text" | "binary") => (oid === DATE_OID ? String : pg.types.getTypeParser(oid, format ?? "text")) },
  });
  pool.on("error", () => undefined);
  // A client that is out of the pool has only its own listeners.
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return pool;
}

export function createDb(pool: pg.Pool) {
  return drizzle(pool, { schema });
}

export type Db = ReturnType<typeof createDb>;
