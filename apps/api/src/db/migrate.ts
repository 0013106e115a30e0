import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as migrateFolder } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";
import { installQueues } from "./queues.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../migrations");
/** Any number but the one of the folder hold: one process migrates a database, the others wait for it. */
const LOCK_KEY = 3_170_603;

/** Brings a database to the newest migration and the tables of the queue with it; several processes may do it at once. Forward only. */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [LOCK_KEY]);
    await migrateFolder(drizzle(client), { migrationsFolder: FOLDER });
    await installQueues(client);
    await client.query("select pg_advisory_unlock($1)", [LOCK_KEY]);
  } finally {
    // Closed, not returned: its settings and its lock go with it.
    client.release(true);
  }
}
