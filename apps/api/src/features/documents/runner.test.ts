import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { v7 } from "uuid";
import { afterEach, beforeAll, expect, it } from "vitest";
import { createPool } from "#db/client.ts";
import { TEST_SECRET, testApp, testQueue } from "#test/app.ts";
import { addSkp, smallCity, type SmallCity } from "#test/factories.ts";
import { createQueue, type JobQueue, type Task } from "../../queue.ts";
import { makeDocuments, workDocuments } from "./runner.ts";

const DAY = "2026-10-14";
const { as, pool, db, clock, url, dataDir } = await testApp({ today: DAY });
const services = { pool, db, clock, dataDir, secret: TEST_SECRET };
let city: SmallCity;
const open: JobQueue[] = [];

beforeAll(async () => {
  city = await smallCity(pool);
  for (const [who, unit] of [["budi", "bidangA1"], ["dewi", "puskesmasA2"]] as const) await addSkp(pool, { personId: city.people[who], year: 2026, penilaiId: city.people.kadisA, unitId: city.units[unit] });
});
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.stop();
});

/** A process as far as the queue can tell; it ends with the test. */
function another(): JobQueue {
  const queue = testQueue(pool);
  open.push(queue);
  return queue;
}
async function ask(who: "kadisA" | "bkpsdm" = "kadisA"): Promise<string> {
  const id = v7();
  const answer = await (await as(city.people[who]))("POST", `/api/document-job/unit/${city.units.dinasA}`, { id, kinds: ["skp"], year: 2026, periodId: null, packaging: "zip" });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}
type Row = { status: string; done: number; total: number; attempt: number };
const rowOf = async (id: string): Promise<Row | undefined> => (await pool.query<Row>("select status, done, total, attempt from document_job where id = $1", [id])).rows[0];
const stateOf = async (id: string): Promise<string | undefined> => (await pool.query<{ state: string }>("select state from pgboss.job where id = $1", [id])).rows[0]?.state;
const becomes = async (id: string, status: string): Promise<void> => expect.poll(async () => (await rowOf(id))?.status, { timeout: 20_000, interval: 50 }).toBe(status);

/** Holds every job in the middle: after it began, before its first document is noted. */
async function holdUp(): Promise<() => Promise<void>> {
  const client = await pool.connect();
  await client.query("begin");
  await client.query("lock table official_document in share row exclusive mode");
  return async () => {
    await client.query("rollback");
    client.release();
  };
}

it("two processes take each job once, one at a time each; the queue knows ids and nothing else", async () => {
  const taken: string[] = [];
  const most = [0, 0];
  const ids = [await ask(), await ask(), await ask(), await ask("bkpsdm"), await ask("bkpsdm"), await ask("bkpsdm")];
  for (const at of [0, 1] as const) {
    let now = 0;
    await another().work("documents", async (task) => {
      taken.push(task.id);
      most[at] = Math.max(most[at] ?? 0, (now += 1));
      await makeDocuments(services, task);
      now -= 1;
    });
  }
  for (const id of ids) await becomes(id, "done");
  expect(taken.toSorted()).toEqual(ids.toSorted());
  expect(most.every((n) => n <= 1)).toBe(true);
  expect(await Promise.all(ids.map(rowOf))).toEqual(ids.map(() => ({ status: "done", done: 2, total: 2, attempt: 0 })));
  expect((await pool.query("select 1 from pgboss.job where name = 'documents' and (data is not null or singleton_key is not null)")).rowCount).toBe(0);
});

it("a job whose process is killed in the middle is taken up again by another, ends once, and its file is whole", async () => {
  const letGo = await holdUp();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, "worker.fixture.ts"), url, dataDir, DAY, TEST_SECRET], { stdio: "inherit" });
  const id = await ask();
  const files = async (): Promise<string[]> => (await readdir(path.join(dataDir, "documents"))).filter((name) => name.startsWith(id)).toSorted();
  await expect.poll(files, { timeout: 20_000 }).toEqual([`${id}.part`]);
  await pool.query("update document_job set done = 1 where id = $1", [id]);
  child.kill("SIGKILL");
  await once(child, "exit");
  await letGo();
  expect([await rowOf(id), await stateOf(id)]).toEqual([{ status: "running", done: 1, total: 2, attempt: 0 }, "active"]);
  // Half a minute of silence passes.
  await pool.query("update pgboss.job set heartbeat_on = now() - interval '31 seconds' where id = $1", [id]);
  await workDocuments({ ...services, queue: another() });
  await becomes(id, "done");
  expect(await rowOf(id)).toEqual({ status: "done", done: 2, total: 2, attempt: 1 });
  await expect.poll(() => stateOf(id)).toBe("completed");
  const file = await (await as(city.people.kadisA))("GET", `/api/document-job/${id}/file`);
  expect(Object.keys(unzipSync(new Uint8Array(file.rawPayload)))).toHaveLength(2);
  // What the dead attempt wrote is nobody's file, and is swept away with the old ones.
  expect(await files()).toEqual([`${id}-1`, `${id}.part`]);
});

it("a process that was only slow cannot write into the job that another has taken", async () => {
  const id = await ask();
  const letGo = await holdUp();
  const attempt = (n: number): Task => ({ id, attempt: n, signal: new AbortController().signal });
  const slow = makeDocuments(services, attempt(0));
  await becomes(id, "running");
  const next = makeDocuments(services, attempt(1));
  await expect.poll(async () => (await rowOf(id))?.attempt).toBe(1);
  await expect(pool.query("update document_job set attempt = 0 where id = $1", [id])).rejects.toThrow("a later attempt is at this");
  await letGo();
  await Promise.all([slow, next]);
  expect(await rowOf(id)).toEqual({ status: "done", done: 2, total: 2, attempt: 1 });
  expect((await readdir(path.join(dataDir, "documents"))).filter((name) => name.startsWith(id))).toEqual([`${id}-1`]);
  await makeDocuments(services, attempt(2));
  expect(await rowOf(id)).toMatchObject({ status: "done", attempt: 1 });
});

it("a process that ends hands its job back at once", async () => {
  const first = another();
  const letGo = await holdUp();
  await workDocuments({ ...services, queue: first });
  const id = await ask();
  await becomes(id, "running");
  const stopped = first.stop();
  await letGo();
  await stopped;
  expect([(await rowOf(id))?.status, await stateOf(id)]).toEqual(["running", "retry"]);
  await workDocuments({ ...services, queue: another() });
  await becomes(id, "done");
  expect(await rowOf(id)).toEqual({ status: "done", done: 2, total: 2, attempt: 1 });
});

it("a job whose processes died each time ends as failed", async () => {
  const id = await ask();
  await pool.query("update document_job set status = 'running' where id = $1", [id]);
  await pool.query("update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 hour', retry_count = retry_limit where id = $1", [id]);
  await workDocuments({ ...services, queue: another() });
  await becomes(id, "failed");
  expect(await stateOf(id)).toBe("failed");
});

it("a fault ends the job at once and is said, without its words in the queue; an unreachable database is tried again", async () => {
  const said: unknown[] = [];
  const queue = createQueue(pool, (error, where) => said.push([where, error]), { lookSeconds: 1 });
  open.push(queue);
  await workDocuments({ ...services, queue, dataDir: import.meta.filename });
  const id = await ask();
  await becomes(id, "failed");
  expect(said).toEqual([["documents", expect.objectContaining({ code: "ENOTDIR" })]]);
  await expect.poll(() => stateOf(id)).toBe("completed");
  expect((await pool.query("select 1 from pgboss.job where output::text like '%runner.test%'")).rowCount).toBe(0);

  const away = createPool("postgres://teraju:x@127.0.0.1:1/teraju");
  const other = v7();
  await pool.query("insert into document_job (id, owner_id, unit_id, kinds, year, packaging, origin, total, created_at) values ($1,$2,$3,'{skp}',2026,'zip','http://localhost',2,now())", [other, city.people.kadisA, city.units.dinasA]);
  await expect(makeDocuments({ ...services, pool: away }, { id: other, attempt: 0, signal: new AbortController().signal })).rejects.toThrow();
  await away.end();
  expect(await rowOf(other)).toMatchObject({ status: "waiting" });
  await (await as(city.people.kadisA))("POST", `/api/document-job/${other}/cancel`);
});

it("what is cancelled while it waits is taken by nobody; what is asked for twice is one job", async () => {
  const id = await ask();
  expect(await stateOf(id)).toBe("created");
  await (await as(city.people.kadisA))("POST", `/api/document-job/${id}/cancel`);
  expect(await stateOf(id)).toBe("cancelled");
  const taken: string[] = [];
  await another().work("documents", async (task) => void taken.push(task.id));
  const next = await ask();
  await expect.poll(() => taken).toEqual([next]);
  await expect(another().send("documents", { id: next })).rejects.toThrow("asked for before");
});
