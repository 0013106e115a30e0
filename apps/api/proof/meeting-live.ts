/**
 * A meeting as it runs: sixty phones, the projector and the leader's screen follow one meeting on one process, ten more on a second
 * one. The leader presses a key each half second while phones say that they are there, applaud and applaud and some lose their connection; from
 * key to phone p95 ≤ 500 ms, and every phone hears everything once, in order, whatever broke.
 * `--seconds N --seed N`; `--selftest` lets phones forget where they were when their connection breaks, which must be found out.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { createPool } from "#db/client.ts";
import { sessionsFor, SMALL, TODAY } from "../bench/city.ts";
import { openLab, startServer } from "../bench/cluster.ts";
import { Connection, type Ask } from "../bench/http.ts";
import { quantile } from "../bench/measure.ts";
import { EventClient } from "./event-client.ts";
import { checklist, harnessArgs, randomFrom } from "./report.ts";

const PHONES = 60;
const ELSEWHERE = 10;
/** Of the phones on the first process: their connections break now and then. */
const SHAKY = 20;
const KEY_EVERY_MS = 500;
/** Milliseconds from the leader's key to the phone. */
const GOAL_P95 = 500;
const MONTH = "2026-10";

const { seconds, seed, isSelftest, report } = harnessArgs(60);
const random = randomFrom(seed);
const list = checklist(report);

/** An office with enough people below one head. */
async function officeOf(pool: pg.Pool): Promise<{ unitId: string; head: string; people: string[] }> {
  const { rows } = await pool.query<{ unitId: string; head: string; people: string[] }>(`
    select p.unit_id as "unitId", (array_agg(p.person_id) filter (where j.is_head))[1] as head, array_agg(p.person_id order by p.person_id) filter (where not j.is_head) as people
      from placement p join jabatan j on j.id = p.jabatan_id join unit_node n on n.unit_id = p.unit_id where n.depth = 3
     group by p.unit_id having count(*) filter (where not j.is_head) >= $1 order by p.unit_id limit 1`, [PHONES + ELSEWHERE]);
  const office = rows[0];
  if (office === undefined) throw new Error("no office is large enough");
  return office;
}

async function must<T>(connection: Connection, ask: Ask, { mayRefuse = false } = {}): Promise<T> {
  const answer = await connection.ask(ask);
  if (answer.status !== 200 && !(mayRefuse && answer.status === 409)) throw new Error(`${ask.method ?? "GET"} ${ask.path}: ${answer.status} ${answer.body.slice(0, 300)}`);
  return JSON.parse(answer.body);
}

const clockNow = (): string => new Date().toLocaleTimeString("en-GB", { timeZone: "Asia/Jakarta", hour: "2-digit", minute: "2-digit" });

type Key = { readonly commandId: string; readonly pressedAt: number };
/** The slide on the screen, as the room sees it. */
type Stage = { itemId: string };
/** The leader: goes from slide to slide, now and then takes a decision. */
async function lead(connection: Connection, { path, cookie, deviceId, owner }: { path: string; cookie: string; deviceId: string; owner: string }, slides: readonly string[], stage: Stage): Promise<Key[]> {
  const keys: Key[] = [];
  const end = performance.now() + seconds * 1000;
  for (let n = 0; performance.now() < end; n += 1) {
    const id = randomUUID();
    const itemId = slides[n % slides.length] ?? stage.itemId;
    const what = n % 8 === 7 ? { kind: "decide", decisionId: randomUUID(), itemId, text: `Keputusan ${n}`, ownerId: owner, pemilik: "pribadi", due: "2026-12-10" } : { kind: "go", itemId };
    const pressedAt = performance.now();
    await must(connection, { method: "POST", path: `${path}/command`, cookie, body: { id, deviceId, ageMs: 0, ...what } });
    keys.push({ commandId: id, pressedAt });
    if (what.kind === "go") stage.itemId = itemId;
    await sleep(Math.max(0, KEY_EVERY_MS - (performance.now() - pressedAt)));
  }
  return keys;
}

/** The room: presence at first, then applause, and connections that break for a moment and come back. */
async function room(port: number, path: string, cookies: readonly string[], shaky: readonly EventClient[], stage: Stage): Promise<number> {
  const connection = new Connection(port);
  let breaks = 0;
  for (const cookie of cookies) await must(connection, { method: "PUT", path: `${path}/attendance`, cookie, body: { attendance: "hadir", reason: null } });
  const end = performance.now() + seconds * 1000 * 0.8;
  for (let n = 0; performance.now() < end; n += 1) {
    const phone = shaky[Math.floor(random() * shaky.length)];
    if (phone !== undefined && (isSelftest || n % 2 === 0)) {
      phone.close();
      await sleep(random() * 1500);
      await phone.open();
      breaks += 1;
    } else {
      // The leader may have gone on while the hands came together.
      await must(connection, { method: "POST", path: `${path}/applause`, cookie: cookies[Math.floor(random() * cookies.length)] ?? "", body: { id: randomUUID(), itemId: stage.itemId } }, { mayRefuse: true });
    }
    await sleep(300 + random() * 700);
  }
  connection.close();
  return breaks;
}

/** True when the numbers run to the last without a gap, and none came twice. */
const isWhole = ({ heard }: EventClient, seq: number): boolean => heard.at(-1)?.id === seq && heard.every(({ id }, i) => i === 0 || id === (heard[i - 1]?.id ?? 0) + 1);

function latencies(some: readonly EventClient[], keys: readonly Key[]): number[] {
  return some.flatMap(({ heard }) => {
    const times = new Map(heard.map(({ data, at }) => [data.commandId, at]));
    return keys.flatMap(({ commandId, pressedAt }) => { const at = times.get(commandId); return at === undefined ? [] : [at - pressedAt]; });
  });
}
const line = (ms: readonly number[]): string => `${ms.length} times, p50 ${quantile(ms, 0.5).toFixed(0)}, p95 ${quantile(ms, 0.95).toFixed(0)}, p99 ${quantile(ms, 0.99).toFixed(0)} ms`;

console.log(`Meeting: seed ${seed}, ${seconds} s, ${PHONES} phones on one process, ${ELSEWHERE} on another, a key each ${KEY_EVERY_MS} ms`);
const lab = await openLab();
try {
  const url = await lab.city("meeting", SMALL);
  const pool = createPool(url, { max: 2 });
  const { unitId, head, people } = await officeOf(pool);
  const [cookie = "", ...cookies] = await sessionsFor(pool, [head, ...people.slice(0, PHONES + ELSEWHERE)]);
  const [here, there] = [await startServer(url, lab.dataDir), await startServer(url, lab.dataDir)];
  const leader = new Connection(here.port);
  try {
    const [meetingId, deviceId] = [randomUUID(), randomUUID()];
    const path = `/api/evaluation-meeting/${meetingId}`;
    await must(leader, { method: "POST", path: `/api/evaluation-meeting/plan/${unitId}`, cookie, body: { time: clockNow(), place: "Aula", meetings: [{ id: meetingId, month: MONTH, date: TODAY }] } });
    await must(leader, { method: "POST", path: `${path}/command`, cookie, body: { id: randomUUID(), deviceId, ageMs: 0, kind: "start" } });
    const { slides } = await must<{ slides: { itemId: string }[] }>(leader, { path: `${path}/slides`, cookie });
    const items = slides.map(({ itemId }) => itemId);
    const phones = cookies.map((one, i) => new EventClient(i < PHONES ? here.port : there.port, `${path}/events?layar=peserta`, one));
    const screens = ["utama", "pemimpin"].map((layar) => new EventClient(here.port, `${path}/events?layar=${layar}`, cookie));
    await Promise.all([...phones, ...screens].map((one) => one.open()));
    const shaky = phones.slice(0, SHAKY);
    if (isSelftest) for (const one of shaky) one.isForgetful = true;

    const stage: Stage = { itemId: items[0] ?? "" };
    const [keys, breaks] = await Promise.all([lead(leader, { path, cookie, deviceId, owner: head }, items, stage), room(here.port, path, cookies.slice(0, PHONES), shaky, stage)]);
    await sleep(2_000);
    const { seq } = await must<{ seq: number }>(leader, { path: `${path}/state`, cookie });
    const torn = [...phones, ...screens].filter((one) => !isWhole(one, seq)).length;
    if (isSelftest) list.check(`phones that forget where they were are found out: ${torn}`, torn > 0);
    else {
      const steady = { "phones here": phones.slice(SHAKY, PHONES), "phones on the other process": phones.slice(PHONES), "projector and leader": screens };
      for (const [name, some] of Object.entries(steady)) console.log(`  ${name}: ${line(latencies(some, keys))}`);
      console.log(`  ${keys.length} keys, ${seq} events, ${breaks} broken connections`);
      const all = latencies(Object.values(steady).flat(), keys);
      list.check(`from key to phone p95 ≤ ${GOAL_P95} ms: ${quantile(all, 0.95).toFixed(0)} ms`, quantile(all, 0.95) <= GOAL_P95);
      list.check(`each key reached everybody: ${all.length}`, all.length === keys.length * Object.values(steady).flat().length && keys.length > 0);
      list.check(`everybody heard everything once and in order, through ${breaks} broken connections: ${torn} did not`, torn === 0 && breaks > 0);
    }
    for (const one of [...phones, ...screens]) one.close();
  } finally {
    leader.close();
    await Promise.all([here.stop(), there.stop()]);
    await pool.end();
  }
} finally {
  await lab.close();
}
list.finish();
