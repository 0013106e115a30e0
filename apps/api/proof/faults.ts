/**
 * Faults: the real application and the real PostgreSQL as processes of their own, clients that send reports and notes with
 * ids and versions of their own making and keep a book of every answer, while the application and the postmaster are killed
 * in turn with SIGKILL. In the end each effect that was acknowledged stands exactly once, one without an answer at most once,
 * none in part, and the audit chain holds. `--seconds N --seed N`; `--selftest` plants lies that the judge must find.
 */
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { v7 } from "uuid";
import { createPool } from "#db/client.ts";
import { LARGE, SMALL, sessionsFor } from "../bench/city.ts";
import { openLab, startServer, type Lab, type Server } from "../bench/cluster.ts";
import { Connection, type Ask } from "../bench/http.ts";
import { bodyOf, draftsOf, SENTENCE, type Draft } from "../bench/submit.ts";
import { openJournal, type Kind } from "./journal.ts";
import { checklist, harnessArgs, randomFrom } from "./report.ts";
import { judge, type Verdict } from "./verdict.ts";

const CLIENTS = 16;
/** Between two kills, so that there is work under way for the next one. */
const PAUSE_MS = { least: 600, most: 2_500 };
const KEEPS_ASKING = 0.6;

const { seconds, seed, isSelftest, report } = harnessArgs(240);
const random = randomFrom(seed);
const list = checklist(report);
console.log(`Faults: seed ${seed}, ${seconds} s, ${CLIENTS} clients`);

type Scene = { lab: Lab; url: string; pool: pg.Pool; server: Server; until: number; journal: ReturnType<typeof openJournal>; counts: { asked: number; noAnswer: number; busy: number } };

/** One client: reports and notes in turn until the time is over; an answer that never came is asked for again, or given up. */
async function client(scene: Scene, next: () => { draft: Draft; cookie: string } | undefined): Promise<void> {
  const connection = new Connection(scene.server.port);
  for (;;) {
    const work = next();
    if (work === undefined || performance.now() > scene.until) break;
    const { draft, cookie } = work;
    const note = v7();
    await effect(scene, connection, { kind: "note", id: note }, { method: "POST", path: "/api/daily-note", cookie, body: { id: note, day: "2026-11-20", text: "Melayani warga di loket.", lineId: null } });
    await effect(scene, connection, { kind: "submit", id: draft.id }, { method: "POST", path: `/api/monthly-report/${draft.id}/submit`, cookie, body: bodyOf(draft) });
  }
  connection.close();
}

async function effect({ journal, counts }: Scene, connection: Connection, { kind, id }: { kind: Kind; id: string }, ask: Ask): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    journal.write({ kind, id, what: "intent" });
    counts.asked += 1;
    const answer = await connection.ask(ask).catch(() => null);
    if (answer?.status === 200) return journal.write({ kind, id, what: "ack", ...saidIn(answer.body) });
    const mayHaveHappened = answer === null || answer.status >= 500;
    if (!mayHaveHappened) return journal.write({ kind, id, what: "refused", said: `${answer.status} ${answer.body.slice(0, 200)}` });
    journal.write({ kind, id, what: "unknown" });
    counts[answer === null ? "noAnswer" : "busy"] += 1;
    if (random() > KEEPS_ASKING) return;
    await sleep(50 + random() * 300);
  }
}

function saidIn(body: string): { said?: string } {
  const said: { receiptNumber?: string } = JSON.parse(body);
  return said.receiptNumber === undefined ? {} : { said: said.receiptNumber };
}

/** Kills the application and the postmaster in turn; each is brought back as an operator's supervisor (or our own watch) would. */
async function nemesis(scene: Scene): Promise<{ api: number; postgres: number; slowestMs: number }> {
  const kills = { api: 0, postgres: 0, slowestMs: 0 };
  while (performance.now() < scene.until) {
    await sleep(PAUSE_MS.least + random() * (PAUSE_MS.most - PAUSE_MS.least));
    const start = performance.now();
    if ((kills.api + kills.postgres) % 2 === 0) {
      await scene.server.stop();
      scene.server = await startServer(scene.url, scene.lab.dataDir, { port: scene.server.port });
      kills.api += 1;
    } else {
      process.kill(await postmasterOf(scene.lab), "SIGKILL");
      await backAgain(scene.pool);
      kills.postgres += 1;
    }
    kills.slowestMs = Math.max(kills.slowestMs, performance.now() - start);
  }
  return kills;
}

/** The watch over the server may still be on its way back from the kill before: it is asked until it answers. */
async function postmasterOf(lab: Lab): Promise<number> {
  for (let i = 0; i < 300; i++) {
    const pid = await lab.postmaster().catch(() => null);
    if (pid !== null) return pid;
    await sleep(100);
  }
  throw new Error("the watch over PostgreSQL did not come back within 30 s");
}

async function backAgain(pool: pg.Pool): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await pool.query("select 1").then(() => true, () => false)) return;
    await sleep(100);
  }
  throw new Error("PostgreSQL did not come back within 30 s");
}

function tell(verdict: Verdict): void {
  list.check(`acknowledged effects stand exactly once: ${verdict.acked} acked, ${verdict.lost.length} lost, ${verdict.doubled.length} doubled`, verdict.acked > 0 && verdict.lost.length + verdict.doubled.length === 0);
  list.check(`without an answer: ${verdict.unknown}, of them ${verdict.unknownDone} done once; in part: ${verdict.partial.length}`, verdict.partial.length === 0);
  list.check(`refused: ${verdict.refused}, of them done all the same: ${verdict.refusedButDone.length}; receipts that differ from the answer: ${verdict.otherReceipt.length}`, verdict.refused + verdict.refusedButDone.length + verdict.otherReceipt.length === 0);
  list.check(`audit chain: ${verdict.chainRows} rows, ${verdict.chainFault ?? "whole"}`, verdict.chainFault === null);
}

/** Lies told to the database behind the application's back: each must be found. */
async function selftest(pool: pg.Pool, scene: Scene): Promise<void> {
  const book = scene.journal.read();
  const acked = [...book].filter(([, s]) => s.state === "acked" && s.kind === "submit").map(([id]) => id);
  const [undone = "", doubled = "", torn = ""] = acked;
  const found = async (): Promise<Verdict> => judge(pool, book, SENTENCE);
  await pool.query("update monthly_report set status = 'draft', submitted_at = null, version = 1 where id = $1", [undone]);
  list.check("the judge finds a lost report", (await found()).lost.includes(undone));
  await pool.query("select audit_append(null, 'monthly_report.submit', 'monthly_report', $1, '{}')", [doubled]);
  list.check("the judge finds a doubled report", (await found()).doubled.includes(doubled));
  await pool.query("update report_row set sentence = 'lain' where report_id = $1 and position = 1", [torn]);
  list.check("the judge finds a report written in part", (await found()).partial.includes(torn));
  await pool.query("alter table audit disable trigger audit_only_grows");
  await pool.query("update audit set action = 'lain' where seq = (select max(seq) - 3 from audit)");
  list.check("the judge finds a broken chain", (await found()).chainFault !== null);
}

const lab = await openLab();
try {
  const url = await lab.city("faults", seconds > 60 ? { ...LARGE, people: 30_000 } : SMALL);
  // Tens of thousands of effects are judged right after the last kill, with statistics that are behind: that takes its time.
  const pool = createPool(url, { max: 4, statementTimeoutMs: 300_000 });
  const drafts = await draftsOf(pool, 20_000);
  const cookies = await sessionsFor(pool, drafts.map((d) => d.personId));
  let taken = 0;
  const next = () => {
    const [draft, cookie] = [drafts[taken], cookies[taken]];
    taken += 1;
    return draft === undefined || cookie === undefined ? undefined : { draft, cookie };
  };
  const scene: Scene = { lab, url, pool, server: await startServer(url, lab.dataDir), until: performance.now() + seconds * 1000, journal: openJournal(path.join(lab.dataDir, "journal.jsonl")), counts: { asked: 0, noAnswer: 0, busy: 0 } };
  try {
    const [kills] = await Promise.all([nemesis(scene), ...Array.from({ length: CLIENTS }, async () => client(scene, next))]);
    await backAgain(pool);
    console.log(`${scene.counts.asked} requests; killed: application ${kills.api}, PostgreSQL ${kills.postgres}; slowest return ${(kills.slowestMs / 1000).toFixed(1)} s; no answer ${scene.counts.noAnswer}, busy or failed ${scene.counts.busy}`);
    list.check("both were killed under load", kills.api > 0 && kills.postgres > 0 && scene.counts.noAnswer > 0);
    tell(await judge(pool, scene.journal.read(), SENTENCE));
    if (isSelftest) await selftest(pool, scene);
  } finally {
    await scene.server.stop();
    await pool.end();
  }
} finally {
  await lab.close();
}
list.finish();
