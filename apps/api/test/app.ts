import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import type { Pool } from "pg";
import { afterAll } from "vitest";
import { buildApp } from "../src/app.ts";
import type { Clock } from "../src/context.ts";
import { workDocuments } from "../src/features/documents/runner.ts";
import { hashToken } from "../src/http/session.ts";
import { createQueue, type JobQueue } from "../src/queue.ts";
import type { SiasnConfig } from "../src/siasn.ts";
import { testDatabase, type TestDatabase } from "./database.ts";

export const TEST_SECRET = "rahasia-khusus-untuk-pengujian-saja";

/** A queue that looks for what it missed each second, and says its errors aloud. */
export const testQueue = (pool: Pool): JobQueue => createQueue(pool, console.error, { lookSeconds: 1 });

/** A clock that a test sets: 10 o'clock in Jakarta, unless the test says otherwise ("09:05:30", Jakarta). */
export type TestClock = Clock & { set(day: string): void; setTime(time: string): void };

/** Calls the API as one signed-in person; `body` is sent as JSON. */
export type Caller = (method: "GET" | "POST" | "PUT" | "DELETE", url: string, body?: InjectOptions["payload"]) => Promise<LightMyRequestResponse>;

export type TestApp = TestDatabase & {
  app: FastifyInstance;
  clock: TestClock;
  dataDir: string;
  /** The app's queue, at which nobody works until a test does, or was asked to by `worksDocuments`. */
  queue: JobQueue;
  /** Makes a real session for a person who exists, and gives the header `cookie` for it. */
  signIn(personId: string): Promise<string>;
  /** The same as a caller: `const budi = await as(id); await budi("GET", "/api/session")`. */
  as(personId: string): Promise<Caller>;
};

/**
 * The real app on a fresh database, for one test file: `const { app, as, clock, db } = await testApp();`
 * @param today ISO date on which the file's tests begin.
 */
export async function testApp({ today = "2026-11-23", siasn, worksDocuments = false }: { today?: string; /** BKN's web service, or what stands in for it. */ siasn?: SiasnConfig; /** Jobs of documents are done, as a running product does them. */ worksDocuments?: boolean } = {}): Promise<TestApp> {
  const database = await testDatabase();
  const clock = testClock(today);
  const dataDir = mkdtempSync(path.join(tmpdir(), "teraju-files-"));
  const queue = testQueue(database.pool);
  const app = await buildApp({ pool: database.pool, db: database.db, clock, dataDir, queue, secret: TEST_SECRET, siasn });
  await app.ready();
  if (worksDocuments) await workDocuments({ pool: database.pool, db: database.db, clock, queue, dataDir, secret: TEST_SECRET });
  // Hooks run last first: the app closes before its database goes.
  afterAll(async () => {
    await app.close();
    await queue.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const signIn = (personId: string): Promise<string> => makeSession(database, personId);
  const as = async (personId: string): Promise<Caller> => {
    const cookie = await signIn(personId);
    return (method, url, payload) => app.inject({ method, url, headers: { cookie }, ...(payload === undefined ? {} : { payload }) });
  };
  return { ...database, app, clock, dataDir, queue, signIn, as };
}

async function makeSession({ pool }: TestDatabase, personId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await pool.query("insert into session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '12 hours')", [hashToken(token), personId]);
  return `sid=${token}`;
}

function testClock(start: string): TestClock {
  let day = start;
  let time = "10:00:00";
  return { today: () => day, now: () => new Date(`${day}T${time}.000+07:00`).toISOString(), isDemo: false, set: (next) => (day = next), setTime: (next) => (time = next) };
}
