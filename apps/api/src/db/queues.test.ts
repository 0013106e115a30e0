import { getRollbackPlans, PgBoss } from "pg-boss";
import library from "pg-boss/package.json" with { type: "json" };
import { expect, test } from "vitest";
import { testQueue } from "#test/app.ts";
import { testDatabase } from "#test/database.ts";
import { migrate } from "./migrate.ts";
import { QUEUE_SCHEMA } from "./queues.ts";

const { pool } = await testDatabase();
const version = async (): Promise<number> => (await pool.query<{ version: number }>(`select version from ${QUEUE_SCHEMA}.version`)).rows[0]?.version ?? 0;
/** Changes with every table, index, function or type that is made, changed or dropped. */
const shape = async (): Promise<string> => (await pool.query<{ shape: string }>(
  "select md5(string_agg(o, ',' order by o)) as shape from (select c.oid || ':' || c.relname from pg_class c union all select p.oid || ':' || p.xmin from pg_proc p union all select a.attrelid || '.' || a.attname || ':' || a.xmin from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'pgboss'::regnamespace) x (o)")).rows[0]?.shape ?? "";

/** What the library itself finds amiss in its tables, indexes and functions. */
const drift = async () => new PgBoss({ schema: QUEUE_SCHEMA, db: { executeSql: (text, values) => pool.query(text, values) } }).detectSchemaDrift();

test("the tables of the queue are those of the installed library; a service that works makes and changes none", async () => {
  expect([await version(), (await drift()).ok]).toEqual([library.pgboss.schema, true]);
  const before = await shape();
  const queue = testQueue(pool);
  const done = new Promise<void>((resolve) => void queue.work("clockwork", async () => resolve()));
  await queue.send("clockwork");
  await done;
  await queue.stop();
  expect(await shape()).toBe(before);
});

test("a newer library brings its tables along with the migrations, and a second start changes nothing", async () => {
  const before = await shape();
  await migrate(pool);
  expect(await shape()).toBe(before);
  // As an older release left them.
  for (let at = library.pgboss.schema; at > library.pgboss.schema - 4; at = await version()) await pool.query(getRollbackPlans(QUEUE_SCHEMA, at));
  expect((await drift()).ok).toBe(false);
  const early = testQueue(pool);
  await expect(early.send("clockwork")).rejects.toThrow("requires migrations");
  await early.stop();
  await migrate(pool);
  expect([await version(), (await drift()).ok]).toEqual([library.pgboss.schema, true]);
  const queue = testQueue(pool);
  await queue.send("clockwork");
  await queue.stop();
});

test("the clockwork is called each full hour of the city, and keeps its queue small", async () => {
  expect((await pool.query("select name, cron, timezone from pgboss.schedule")).rows).toEqual([{ name: "clockwork", cron: "0 * * * *", timezone: "Asia/Jakarta" }]);
  expect((await pool.query("select name, policy, retry_limit, heartbeat_seconds, dead_letter from pgboss.queue where name !~ '^__' order by name")).rows).toEqual([
    { name: "clockwork", policy: "short", retry_limit: 3, heartbeat_seconds: 30, dead_letter: null },
    { name: "documents", policy: "standard", retry_limit: 3, heartbeat_seconds: 30, dead_letter: "documents-lost" },
    { name: "documents-lost", policy: "standard", retry_limit: 1000, heartbeat_seconds: 30, dead_letter: null },
  ]);
});
