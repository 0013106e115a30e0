/**
 * Load: fifty people at once, each on a connection kept open, 85 reads to 15 submits, paced at 200 requests a second (trust.md G1);
 * then the deadline storm: whoever is left sends at once over two hundred connections, as fast as answers come. No answer may
 * be anything but good, or an honest "busy" (429, 503) in the storm. `--seconds N --seed N`; `--selftest` lets one client
 * carry a dead session, which must be counted as errors.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { createPool } from "#db/client.ts";
import { OPEN_MONTH, sessionsFor, SMALL } from "../bench/city.ts";
import { openLab, startServer } from "../bench/cluster.ts";
import { Connection, type Ask } from "../bench/http.ts";
import { quantile, race } from "../bench/measure.ts";
import { bodyOf, draftsOf, type Draft } from "../bench/submit.ts";
import { checklist, harnessArgs, randomFrom } from "./report.ts";

const CLIENTS = 50;
const STORM_CLIENTS = 200;
const PER_SECOND = 200;
const SUBMITS = 0.15;
/** Milliseconds, of trust.md G1. */
const GOAL = { p95: 300, p99: 800, stormP95: 1_000 };

const { seconds, seed, isSelftest, report } = harnessArgs(240);
const random = randomFrom(seed);
const list = checklist(report);

type Work = { draft: Draft; cookie: string };
type Tally = { reads: number[]; submits: number[]; errors: Map<string, number>; busy: number };
const tallyOf = (): Tally => ({ reads: [], submits: [], errors: new Map(), busy: 0 });

const READS = [`/api/session`, `/api/home`, `/api/monthly-report/${OPEN_MONTH}`, "/api/monthly-report?year=2026", "/api/daily-note", "/api/review", `/api/review/team?month=${OPEN_MONTH}`];

function submitAsk({ draft, cookie }: Work): Ask {
  return { method: "POST", path: `/api/monthly-report/${draft.id}/submit`, cookie, body: bodyOf(draft) };
}

async function one(tally: Tally, connection: Connection, ask: Ask): Promise<void> {
  const start = performance.now();
  const answer = await connection.ask(ask).catch((cause: Error) => ({ status: 0, body: cause.message }));
  const took = performance.now() - start;
  if (answer.status === 200) tally[ask.method === "POST" ? "submits" : "reads"].push(took);
  else if (answer.status === 503 || answer.status === 429) tally.busy += 1;
  else {
    const key = `${answer.status} ${ask.method ?? "GET"} ${ask.path.replaceAll(/[0-9a-f-]{36}/g, ":id")} ${answer.body.slice(0, 80)}`;
    tally.errors.set(key, (tally.errors.get(key) ?? 0) + 1);
  }
}

/** The steady part: each client asks at its own times, so that all together make the pace; one that is behind asks at once. */
async function steady(port: number, next: () => Work | undefined, cookies: readonly string[]): Promise<Tally> {
  const tally = tallyOf();
  const end = performance.now() + seconds * 1000;
  const gap = (CLIENTS / PER_SECOND) * 1000;
  await Promise.all(Array.from({ length: CLIENTS }, async (_, lane) => {
    const connection = new Connection(port);
    for (let at = performance.now() + random() * gap; at < end; at += gap) {
      await sleep(Math.max(0, at - performance.now()));
      const work = random() < SUBMITS ? next() : undefined;
      const cookie = isSelftest && lane === 0 ? "sid=gone" : (cookies[Math.floor(random() * cookies.length)] ?? "");
      await one(tally, connection, work === undefined ? { path: READS[Math.floor(random() * READS.length)] ?? "/api/home", cookie } : submitAsk(work));
    }
    connection.close();
  }));
  return tally;
}

async function storm(port: number, rest: readonly Work[]): Promise<Tally & { seconds: number }> {
  const tally = tallyOf();
  const connections = Array.from({ length: STORM_CLIENTS }, () => new Connection(port));
  const { seconds: took } = await race(rest, STORM_CLIENTS, async (work, lane) => { const connection = connections[lane]; if (connection !== undefined) await one(tally, connection, submitAsk(work)); });
  for (const connection of connections) connection.close();
  return { ...tally, seconds: took };
}

const line = (name: string, ms: readonly number[]): string => `${name} ${ms.length}: p50 ${quantile(ms, 0.5).toFixed(1)}, p95 ${quantile(ms, 0.95).toFixed(1)}, p99 ${quantile(ms, 0.99).toFixed(1)} ms`;

async function sentInDatabase(pool: pg.Pool, drafts: readonly Draft[]): Promise<number> {
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from monthly_report where id = any($1) and status = 'submitted'", [drafts.map((d) => d.id)]);
  return rows[0]?.n ?? 0;
}

console.log(`Load: seed ${seed}, ${seconds} s, ${CLIENTS} clients, ${PER_SECOND} requests a second`);
const lab = await openLab();
try {
  const url = await lab.city("load", seconds > 60 ? { ...SMALL, people: 24_000 } : SMALL);
  const pool = createPool(url, { max: 4 });
  const server = await startServer(url, lab.dataDir);
  try {
    const drafts = await draftsOf(pool, 12_000);
    const cookies = await sessionsFor(pool, drafts.map((d) => d.personId));
    const works = drafts.map((draft, i) => ({ draft, cookie: cookies[i] ?? "" }));
    let taken = 0;
    const calm = await steady(server.port, () => works[taken++], cookies);
    const all = [...calm.reads, ...calm.submits];
    console.log(`  ${line("reads", calm.reads)}\n  ${line("submits", calm.submits)}\n  ${(all.length / seconds).toFixed(0)} requests a second`);
    for (const [error, n] of calm.errors) console.log(`  ${n} × ${error}`);
    const errors = [...calm.errors.values()].reduce((a, b) => a + b, 0) + calm.busy;
    if (isSelftest) list.check("a client with a dead session is counted as errors", [...calm.errors.keys()].some((error) => error.startsWith("401")));
    else {
      list.check(`no errors under steady load: ${errors}`, errors === 0 && calm.submits.length > 0);
      list.check(`p95 ≤ ${GOAL.p95} ms and p99 ≤ ${GOAL.p99} ms`, quantile(all, 0.95) <= GOAL.p95 && quantile(all, 0.99) <= GOAL.p99);
      const sent = Math.min(taken, works.length);
      const wild = await storm(server.port, works.slice(sent));
      console.log(`  deadline storm, ${works.length - sent} reports over ${STORM_CLIENTS} connections: ${(wild.submits.length / wild.seconds).toFixed(0)} a second, ${line("accepted", wild.submits)}; busy ${wild.busy}`);
      for (const [error, n] of wild.errors) console.log(`  ${n} × ${error}`);
      list.check("the storm is taken or turned away, nothing else", wild.errors.size === 0 && wild.submits.length > 0);
      list.check(`accepted in the storm: p95 ≤ ${GOAL.stormP95} ms`, quantile(wild.submits, 0.95) <= GOAL.stormP95);
      list.check("the database holds exactly what was accepted", (await sentInDatabase(pool, drafts)) === calm.submits.length + wild.submits.length);
    }
  } finally {
    await server.stop();
    await pool.end();
  }
} finally {
  await lab.close();
}
list.finish();
