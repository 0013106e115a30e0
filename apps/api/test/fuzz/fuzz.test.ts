import { problemBody } from "@teraju/contracts";
import fc from "fast-check";
import type { LightMyRequestResponse } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { buildWorld, TODAY, type World } from "../access/world.ts";
import { testApp } from "../app.ts";
import { size } from "../size.ts";
import { hostile, operationsOf, type Hostile, type Operation } from "./requests.ts";
import { watch, type Watch } from "./state.ts";
import type { Ids } from "./values.ts";

const RUNS = size(2_000, 20_000);
/** Given to see a failure again; else another one each time, and printed. */
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
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
    umpanBalik: [world.given, world.asked], notification: [world.notificationId], result: [resultId, draftResultId], any: [skp.skpId, resultId, world.given],
  };
}

async function send({ operation, actor, url, headers, payload }: Hostile): Promise<LightMyRequestResponse> {
  const cookie = actor < 0 ? undefined : cookies[actor];
  return app.inject({ method: operation.method as "GET", url, headers: { ...(cookie !== undefined && { cookie }), ...headers }, ...(payload === null ? {} : { payload }) });
}

/** What must never stand in a refusal: where our code lies, how we ask the database, what it answered. */
const INNER = /node_modules|file:\/\/|\.ts:\d+|\n\s+at |\bselect\b.+\bfrom\b|insert into|\bpg_|relation "|violates|syntax error|drizzle|ECONN|\/root|\/home|\/work|\/tmp/i;

function problemsOf({ operation, url }: Hostile, answer: LightMyRequestResponse): string[] {
  const { statusCode: status, headers, body } = answer;
  const wrong: string[] = [];
  if (status >= 500) wrong.push(`${status}: a request brought the server to a fault`);
  // What the router itself turns away has no operation: an address that is none.
  const isAddressed = new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(url.replace(/\?.*/s, ""));
  if (!operation.statuses.includes(status) && !(status === 404 || (status === 400 && !isAddressed))) wrong.push(`${status} is not declared for ${operation.method} ${operation.path}`);
  if (status >= 400) {
    if (!/^application\/problem\+json/.test(String(headers["content-type"]))) wrong.push(`a refusal as ${String(headers["content-type"])}`);
    else {
      const parsed = problemBody.safeParse(JSON.parse(body));
      if (!parsed.success || parsed.data.status !== status) wrong.push("a refusal that is no problem");
    }
    if (INNER.test(body)) wrong.push("a refusal that shows our inside");
  }
  return wrong;
}

/** A session ends by a good request for it: then there is a new one. */
async function signInAgain(actor: number): Promise<void> {
  await pool.query("update account set is_active = true where not is_active");
  cookies[actor] = await signIn(people[actor] ?? "");
  await state.hasChanged();
}

/** Places in `people`. */
const DOERS = { pegawai: 0, penilai: 1, kepala: 2, bekas: 3, wali: 4, bkpsdm: 5, auditor: 6, admin: 7 };
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

describe("whatever is sent", () => {
  it("is answered as the contract says, and a refusal changes nothing", async () => {
    console.log(`fuzz: ${RUNS} requests, seed ${SEED} (FUZZ_SEED=${SEED} repeats them)`);
    await fc.assert(fc.asyncProperty(hostile(operations, ids, people.length, DOERS), async (request) => {
      await judge(request);
      if (request.isReplayed) await judge(request);
    }), { numRuns: RUNS, seed: SEED, endOnFailure: !IS_SHRINKING });
    expect([...faults].map(([what, first]) => `${what}\n  ${first}`)).toEqual([]);
    console.log(`fuzz: ${[...counts].sort(([a], [b]) => a - b).map(([status, n]) => `${status}×${n}`).join(" ")}`);
    expect(reached.size).toBe(operations.length);
    // A fuzz that never gets in proves nothing: most operations must have been done at least once.
    const done = [...reached.values()].filter((statuses) => statuses.has(200) || statuses.has(204)).length;
    console.log(`fuzz: ${done} of ${operations.length} operations succeeded at least once`);
    expect(done).toBeGreaterThan(operations.length / 2);
  }, size(120_000, 1_200_000));
});
