import { afterAll, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { createDb, createPool } from "./client.ts";
import { demoClock } from "../clock.ts";
import { testQueue } from "#test/app.ts";
import { testDatabase } from "#test/database.ts";
import { isUnreachable } from "./unreachable.ts";

const { url } = await testDatabase();
const pools = [createPool("postgres://teraju:x@127.0.0.1:1/teraju"), createPool(url, { max: 1 })] as const;
afterAll(async () => {
  for (const pool of pools) await pool.end();
});

test("while the database is away every request is told to come back: 503 with Retry-After, never 500", async () => {
  const [pool] = pools;
  const app = await buildApp({ pool, db: createDb(pool), clock: demoClock("2026-11-23"), dataDir: "/nowhere", queue: testQueue(pool), secret: "s".repeat(32) });
  for (const address of ["/api/health", "/api/session"]) {
    const answer = await app.inject({ url: address, headers: { cookie: "sid=any" } });
    expect([answer.statusCode, answer.headers["retry-after"], answer.json().code]).toEqual([503, "2", "busy"]);
  }
  await app.close();
});

test("a connection that the server ends is unreachable, also inside Drizzle; a wrong statement is not", async () => {
  const [, pool] = pools;
  const db = createDb(pool);
  const ended: unknown = await db.execute("select pg_terminate_backend(pg_backend_pid())").catch((cause: unknown) => cause);
  expect(isUnreachable(ended)).toBe(true);
  const wrong: unknown = await db.execute("select nothing from nowhere").catch((cause: unknown) => cause);
  expect(wrong).toBeInstanceOf(Error);
  expect(isUnreachable(wrong)).toBe(false);
});

test("a connection that dies in the middle of a transaction fails that transaction, not the process", async () => {
  const pool = createPool(url, { max: 1 });
  const other = createPool(url, { max: 1 });
  const client = await pool.connect();
  await client.query("begin");
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const dead = new Promise((resolve) => client.once("end", resolve));
  await other.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await dead;
  const next: unknown = await client.query("select 1").catch((cause: unknown) => cause);
  expect(isUnreachable(next)).toBe(true);
  client.release(true);
  expect((await pool.query("select 1 as n")).rows).toEqual([{ n: 1 }]);
  await pool.end();
  await other.end();
});
