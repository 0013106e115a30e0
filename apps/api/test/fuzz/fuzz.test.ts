import fc from "fast-check";
import type { LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { buildWorld, TODAY, type World } from "../access/world.ts";
import { testApp } from "../app.ts";
import { size } from "../size.ts";
import { problemsOf } from "./oracles.ts";
import { hostile, operationsOf, type Hostile, type Operation } from "./requests.ts";
import { watch, type Watch } from "./state.ts";
import type { Ids } from "./values.ts";

const RUNS = size(2_400, 20_000);
/** The usual run asks the same each time, the full one anew, and prints its seed so that a failure can be seen again. */
const SEED = Number(process.env.FUZZ_SEED ?? size(20_261_123, Date.now() % 2 ** 31));
/** FUZZ_SHRINK=1: stop at the first fault and find the smallest request that shows it. */
const IS_SHRINKING = process.env.FUZZ_SHRINK === "1";

const test = await testApp({ today: TODAY });
const { app, pool, signIn } = test;
let world: World;
let people: string[];
let cookies: string[];
let operations: Operation[];
let ids: Ids;
let state: Watch;

beforeAll(async () => {
  world = await buildWorld(test);
  const { bkpsdm, analis, auditor, admin } = world.city.people;
  for (const [personId, role] of [[bkpsdm, "bkpsdm"], [analis, "bkpsdm_analis"], [auditor, "auditor"], [admin, "admin_teknis"], [world.people.wali, "wali_kota"]]) {
    await pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,$3,'2024-01-01')", [v7(), personId, role]);
  }
  const { diri, penilai, atasan, kabid, kadis, wali, bekas, sekantor } = world.people;
  people = [diri, penilai, kadis, bekas, wali, bkpsdm, auditor, admin, atasan, kabid, sekantor, analis];
  cookies = await Promise.all(people.map(signIn));
  operations = operationsOf((await app.inject("/api/openapi.json")).json());
  ids = await idsOf();
  // Open months and a draft SKP, so that a good request finds something to do.
  await pool.query("update monthly_report set month = '2026-11' where id = $1", [world.draftReport.reportId]);
  await pool.query("update evaluation_period set rating_until = '2026-12-20' where id = $1", [world.q3]);
  state = await watch(pool);
});

async function idsOf(): Promise<Ids> {
  const of = async (text: string): Promise<string[]> => (await pool.query<{ id: string }>(`${text} order by 1 limit 25`)).rows.map((row) => row.id);
  const { report, draftReport, returnedReport, skp, draftSkpId, resultId, draftResultId, q2, q3, evidence } = world;
  return {
    person: [world.people.diri, ...await of("select id from person")], unit: await of("select id from unit"), period: [q2, q3], report: [report, draftReport, returnedReport].map((r) => r.reportId),
    row: [report, draftReport, returnedReport].flatMap((r) => r.rowIds), skp: [skp.skpId, draftSkpId], line: skp.lines.map((l) => l.lineId), note: [world.noteId, world.sentNoteId], evidence: Object.values(evidence),
    umpanBalik: [world.given, world.asked], notification: [world.notificationId], result: [resultId, draftResultId], meeting: [world.meetings.plannedId, world.meetings.heldId], tindakLanjut: [world.meetings.promiseId], peerForm: [world.peers.formId], peerCycle: [world.peers.answeredId, world.peers.releasedId], proposal: [world.proposalId], appraisal: [resultId], signal: [world.peers.signalId, world.peers.otherSignalId], any: [skp.skpId, resultId, world.given],
    rekonsiliasi: [world.rekonsiliasiId], peopleImport: [world.importId],
  };
}

async function send({ operation, actor, url, headers, payload }: Hostile): Promise<LightMyRequestResponse> {
  const cookie = actor < 0 ? undefined : cookies[actor];
  return app.inject({ method: operation.method as "GET", url, headers: { ...(cookie !== undefined && { cookie }), ...headers }, ...(payload === null ? {} : { payload }) });
}

/** A session ends by a good request for it: then there is a new one. */
async function signInAgain(actor: number): Promise<void> {
  await pool.query("update account set is_active = true where not is_active");
  cookies[actor] = await signIn(people[actor] ?? "");
  await state.hasChanged();
}

/** Places in `people`. */
const DOERS = { pegawai: 0, penilai: 1, kepala: 2, bekas: 3, wali: 4, bkpsdm: 5, auditor: 6, admin: 7, kabid: 9, analis: 11 };
/** What went wrong, each kind once, with the first request that showed it. */
const faults = new Map<string, string>();
const counts = new Map<number, number>();
const reached = new Map<string, Set<number>>();

async function judge(request: Hostile): Promise<void> {
  const start = performance.now();
  const answer = await send(request);
  const status = answer.statusCode;
  counts.set(status, (counts.get(status) ?? 0) + 1);
  const name = `${request.operation.method} ${request.operation.path}`;
  reached.set(name, (reached.get(name) ?? new Set()).add(status));
  const wrong = problemsOf(request, answer);
  if (performance.now() - start > 5_000) wrong.push("more than five seconds");
  const hasChanged = await state.hasChanged();
  if (hasChanged && status >= 400) wrong.push(`${status}, and yet the database has changed`);
  if (status === 401 && request.actor >= 0) await signInAgain(request.actor);
  for (const what of wrong) {
    const { operation: _, ...sent } = request;
    faults.set(`${name}: ${what}`, faults.get(`${name}: ${what}`) ?? `${JSON.stringify(sent).slice(0, 700)} → ${answer.body.slice(0, 300)}`);
  }
  // With shrinking wanted, the first fault ends the run and is made small.
  if (IS_SHRINKING) expect(wrong).toEqual([]);
}

describe("the judge", () => {
  const operation: Operation = { method: "GET", path: "/api/skp/{id}", parameters: [], body: null, isUpload: false, statuses: [200, 400, 404] };
  const problem = (status: number, more: object = {}) => ({ statusCode: status, headers: { "content-type": "application/problem+json" }, body: JSON.stringify({ type: "x", title: "x", status, code: "x", requestId: "x", ...more }) });
  const url = "/api/skp/1";

  it("finds nothing in a declared answer", () => {
    expect(problemsOf({ operation, url }, problem(404))).toEqual([]);
    expect(problemsOf({ operation, url }, { statusCode: 200, headers: {}, body: "{}" })).toEqual([]);
  });

  it.each([
    ["a fault", problem(500), "fault"], ["a status that is not declared", problem(409), "not declared"], ["a refusal in another shape", { ...problem(404), headers: { "content-type": "application/json" } }, "a refusal as"],
    ["a problem of another status", { ...problem(404), statusCode: 400 }, "no problem"], ["a statement of the database", problem(400, { title: "select id from person" }), "inside"], ["a place in the code", problem(400, { title: "at service.ts:12" }), "inside"],
  ])("sees %s", (_, answer, word) => {
    expect(problemsOf({ operation, url }, answer).join()).toContain(word);
  });

  it("sees any change of the database, and none where a transaction was taken back", async () => {
    await pool.query("update person set name = name || ' ' where id = $1", [people[0]]);
    expect(await state.hasChanged()).toBe(true);
    expect(await state.hasChanged()).toBe(false);
    const client = await pool.connect();
    await client.query("begin");
    await client.query("delete from notification");
    await client.query("rollback");
    client.release();
    expect(await state.hasChanged()).toBe(false);
  });
});

describe("whatever is sent", () => {
  it("is answered as the contract says, and a refusal changes nothing", async () => {
    console.log(`fuzz: ${RUNS} requests, seed ${SEED} (FUZZ_SEED=${SEED} repeats them)`);
    const ask = (among: readonly Operation[], numRuns: number) => fc.assert(fc.asyncProperty(hostile(among, ids, people.length, DOERS), async (request) => {
      await judge(request);
      if (request.isReplayed) await judge(request);
    }), { numRuns, seed: SEED, endOnFailure: !IS_SHRINKING });
    await ask(operations, RUNS);
    // Chance leaves out one of three hundred now and then: it gets its share alone.
    for (const operation of operations.filter(({ method, path }) => !reached.has(`${method} ${path}`))) await ask([operation], Math.ceil(RUNS / operations.length));
    expect([...faults].map(([what, first]) => `${what}\n  ${first}`)).toEqual([]);
    console.log(`fuzz: ${[...counts].sort(([a], [b]) => a - b).map(([status, n]) => `${status}×${n}`).join(" ")}`);
    expect(reached.size).toBe(operations.length);
    expect(Object.keys(Object.prototype), "nobody has put anything into every object").toEqual([]);
    expect("isAdmin" in {}).toBe(false);
    // A fuzz that never gets in proves nothing: a good part of the operations must have been done at least once.
    const done = [...reached.values()].filter((statuses) => statuses.has(200) || statuses.has(204)).length;
    console.log(`fuzz: ${done} of ${operations.length} operations succeeded at least once`);
    expect(done).toBeGreaterThan(operations.length / 3);
  }, size(120_000, 1_200_000));
});
