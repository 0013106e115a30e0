import { createHash } from "node:crypto";
import type pg from "pg";
import { teamStatement } from "../src/features/review/queries.ts";
import { hashToken } from "#http/session.ts";
import { OPEN_MONTH, sessionsFor, TEAM_SIZE, TODAY } from "./city.ts";
import type { Server } from "./cluster.ts";
import { Connection, type Ask } from "./http.ts";
import { cpuOf, cpuOfTree, median, quantile, race } from "./measure.ts";
import { hasPgbench, literal, pgbench, scriptOf } from "./pgbench.ts";
import { bodyOf, draftsOf, reopen, statementOf, type Draft } from "./submit.ts";
import { tripsOf, type Trip } from "./trips.ts";

export type Bench = { url: string; pool: pg.Pool; server: Server; postmaster: number; folder: string; goal: (name: string, isReached: boolean) => void };

/** Connections at once: as many as the application's own pool has. */
const LANES = 10;
const ROUNDS = 7;

type Side = { name: string; /** Process whose CPU belongs to this side, beside PostgreSQL. */ pid: number; run: (item: number, lane: number) => Promise<void> };
type Figures = { rate: number; p50: number; p95: number; ownCpu: number; databaseCpu: number };

/**
 * Lets the sides take turns: `perTurn` items each, in a rotating order, after one round that is not counted.
 * Gives the figures of each side per round.
 */
async function duel(sides: readonly Side[], { perTurn, lanes = LANES, postmaster, before }: { perTurn: number; lanes?: number; postmaster: number; before?: () => Promise<void> }): Promise<Map<string, Figures[]>> {
  const figures = new Map(sides.map((side) => [side.name, [] as Figures[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    await before?.();
    for (let k = 0; k < sides.length; k++) {
      const place = (round + k) % sides.length;
      const side = sides[place];
      if (side === undefined) continue;
      const [own, database] = [cpuOf(side.pid), cpuOfTree(postmaster)];
      const items = Array.from({ length: perTurn }, (_, i) => place * perTurn + i);
      const { seconds, each } = await race(items, lanes, side.run);
      if (round > 0) figures.get(side.name)?.push({ rate: perTurn / seconds, p50: quantile(each, 0.5), p95: quantile(each, 0.95), ownCpu: (cpuOf(side.pid) - own) / perTurn, databaseCpu: (cpuOfTree(postmaster) - database) / perTurn });
    }
  }
  return figures;
}

function show(name: string, rounds: readonly Figures[]): void {
  const m = (of: (f: Figures) => number): string => median(rounds.map(of)).toFixed(2);
  console.log(`  ${name.padEnd(42)} ${median(rounds.map((f) => f.rate)).toFixed(0).padStart(6)}/s  p50 ${m((f) => f.p50)} ms  p95 ${m((f) => f.p95)} ms  CPU ${m((f) => f.ownCpu)} + PostgreSQL ${m((f) => f.databaseCpu)} ms`);
}

/** Median over the rounds of one side's rate by another's in the same round. */
function ratio(figures: ReadonlyMap<string, readonly Figures[]>, side: string, by: string): number {
  const other = figures.get(by) ?? [];
  return median((figures.get(side) ?? []).map((f, i) => f.rate / (other[i]?.rate ?? Number.NaN)));
}

function compare(figures: ReadonlyMap<string, readonly Figures[]>, yardstick: number): number {
  for (const [name, rounds] of figures) show(name, rounds);
  const sameSql = ratio(figures, "end to end", "bare driver, same SQL");
  console.log(`  ratio to the bare driver with the same SQL ${sameSql.toFixed(2)}; to the hot statement alone ${ratio(figures, "end to end", "bare driver, hot statement alone").toFixed(2)}`);
  if (!Number.isNaN(yardstick)) console.log(`  pgbench, hot statement: ${yardstick.toFixed(0)}/s; end to end is ${(median((figures.get("end to end") ?? []).map((f) => f.rate)) / yardstick).toFixed(2)} of it`);
  return sameSql;
}

/** Throws unless the answer is a good one: a fast refusal would be no measure. */
async function must(connection: Connection | undefined, ask: Ask): Promise<void> {
  const answer = await connection?.ask(ask);
  if (answer?.status !== 200) throw new Error(`${ask.path} answered ${answer?.status}: ${answer?.body.slice(0, 300)}`);
}

/** W1: a report of five rows is sent, with its rows. */
export async function measureSubmit({ url, pool, server, postmaster, folder, goal }: Bench): Promise<void> {
  const perTurn = 200;
  let drafts = await draftsOf(pool, perTurn * 3);
  const cookies = await sessionsFor(pool, drafts.map((d) => d.personId));
  const at = (i: number): { draft: Draft; cookie: string } => {
    const [draft, cookie] = [drafts[i], cookies[i]];
    if (draft === undefined || cookie === undefined) throw new Error("no such draft");
    return { draft, cookie };
  };
  const first = at(0);
  const trips = await tripsOf(pool, { method: "POST", url: `/api/monthly-report/${first.draft.id}/submit`, headers: { cookie: first.cookie }, payload: bodyOf(first.draft) as object });
  drafts = await reopen(pool, drafts);
  console.log(`\nW1 submit, ${LANES} connections; round trips: ${trips.map((t) => t.name).join(", ")}`);
  const connections = Array.from({ length: LANES }, () => new Connection(server.port));
  const figures = await duel([
    { name: "end to end", pid: server.pid, run: async (i, lane) => must(connections[lane], { method: "POST", path: `/api/monthly-report/${at(i).draft.id}/submit`, cookie: at(i).cookie, body: bodyOf(at(i).draft) }) },
    { name: "bare driver, same SQL", pid: process.pid, run: async (i) => { for (const trip of trips) await written(pool, tripFor(trip, at(i))); } },
    { name: "bare driver, hot statement alone", pid: process.pid, run: async (i) => written(pool, statementOf(at(i).draft)) },
  ], { perTurn, postmaster, before: async () => { drafts = await reopen(pool, drafts); } });
  for (const connection of connections) connection.close();
  const yardstick = hasPgbench() ? await pgbenchSubmit({ url, pool, folder, drafts }) : Number.NaN;
  const reached = compare(figures, yardstick);
  goal(`W1 submit end to end ≥ 0.60 of the bare driver: ${reached.toFixed(2)}`, reached >= 0.6);
}

/** The same statement for another report. */
function tripFor(trip: Trip, { draft, cookie }: { draft: Draft; cookie: string }): Trip {
  if (trip.name === "report_submit") return statementOf(draft);
  if (trip.name === "session_actor") return { ...trip, values: [hashToken(cookie.slice("sid=".length)), ...trip.values.slice(1)] };
  if (trip.name === "report_for_write") return { ...trip, values: [draft.id] };
  return trip;
}

async function written(pool: pg.Pool, trip: Trip): Promise<void> {
  const { rows } = await pool.query(trip);
  if (rows.length !== 1) throw new Error(`${trip.name} gave ${rows.length} rows`);
}

/** The yardstick looks each report up in one more cheap trip, since pgbench has no lists of values. */
async function pgbenchSubmit({ url, pool, folder, drafts }: { url: string; pool: pg.Pool; folder: string; drafts: readonly Draft[] }): Promise<number> {
  const open = await reopen(pool, drafts);
  await pool.query("create table bench_w1 (i int primary key, id uuid, version int, person uuid, ids text, receipt text)");
  await pool.query("create sequence bench_w1_seq");
  await pool.query("insert into bench_w1 select * from unnest($1::int[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::text[])", [
    open.map((_, i) => i + 1), open.map((d) => d.id), open.map((d) => d.version), open.map((d) => d.personId), open.map((d) => `{${d.rowIds.join(",")}}`),
    open.map((d) => `B-${createHash("sha256").update(d.id).digest("hex").slice(0, 12)}`)]);
  const sample = open[0];
  if (sample === undefined) return Number.NaN;
  const { text, values } = statementOf(sample);
  const put = values.map(literal);
  [put[0], put[1], put[2], put[3], put[18]] = [":id", ":version", ":person", ":ids", ":receipt"];
  const script = `select id, version, person, ids, receipt from bench_w1 where i = (select nextval('bench_w1_seq')) \\gset\n${scriptOf(text, put)}`;
  return pgbench({ url, folder, script, clients: LANES, transactions: open.length });
}

/** W2: a head's team of 200 with twelve months. */
export async function measureTeam({ url, pool, server, postmaster, folder, goal }: Bench): Promise<void> {
  const { rows } = await pool.query<{ id: string; n: number }>("select penilai_id as id, count(*)::int as n from penilai_relation group by 1 order by 2 desc limit 1");
  const leader = rows[0];
  if (leader === undefined || leader.n < TEAM_SIZE) throw new Error("there is no team to read");
  const [cookie = ""] = await sessionsFor(pool, [leader.id]);
  const path = `/api/review/team?month=${OPEN_MONTH}`;
  const trips = await tripsOf(pool, { url: path, headers: { cookie } });
  console.log(`\nW2 team of ${leader.n} with 12 months, ${LANES} connections; round trips: ${trips.map((t) => t.name).join(", ")}`);
  const hot = trips.find((trip) => trip.name === teamStatement({ leaderId: "", today: TODAY, months: [], withUnit: false }).name);
  if (hot === undefined) throw new Error("the team's statement was not sent");
  const connections = Array.from({ length: LANES }, () => new Connection(server.port));
  const figures = await duel([
    { name: "end to end", pid: server.pid, run: async (_, lane) => must(connections[lane], { path, cookie }) },
    { name: "bare driver, same SQL", pid: process.pid, run: async () => { for (const trip of trips) await written(pool, trip); } },
    { name: "bare driver, hot statement alone", pid: process.pid, run: async () => written(pool, hot) },
    { name: "end to end, answer packed (br)", pid: server.pid, run: async (_, lane) => must(connections[lane], { path, cookie, encoding: "br" }) },
  ], { perTurn: 60, postmaster });
  for (const connection of connections) connection.close();
  const yardstick = hasPgbench() ? await pgbench({ url, folder, script: scriptOf(hot.text, hot.values.map(literal)), clients: LANES, transactions: 300 }) : Number.NaN;
  const reached = compare(figures, yardstick);
  goal(`W2 team of 200 end to end ≥ 0.50 of the bare driver: ${reached.toFixed(2)}`, reached >= 0.5);
}
