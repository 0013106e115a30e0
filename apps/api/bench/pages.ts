import { UNIT_MONTHS } from "../src/features/city-dashboard/queries.ts";
import { OPEN_MONTH, sessionsFor, TODAY } from "./city.ts";
import { Connection } from "./http.ts";
import { cpuOf, cpuOfTree, median, quantile } from "./measure.ts";
import type { Bench } from "./ratios.ts";

const NODE_RUNS = 100;
const NODE_ROUNDS = 7;
const WARM = 5;

/** W3: the city by its children for one month, as the application asks for it; alone, and while a tenth of the month's reports has just changed. */
export async function measureNode({ pool, goal }: Bench, goalMs: number): Promise<void> {
  const { rows } = await pool.query<{ id: string }>("select unit_id as id from unit_node where parent_id is null");
  const ask = { ...UNIT_MONTHS, values: [TODAY, rows[0]?.id, [OPEN_MONTH]] };
  const [rounds, floors]: [number[][], number[][]] = [[], []];
  for (let i = 0; i < NODE_ROUNDS; i++) {
    rounds.push(await timed(NODE_RUNS, async () => void (await pool.query(ask))));
    floors.push(await timed(NODE_RUNS, async () => void (await pool.query({ name: "floor", text: "select 1" }))));
  }
  const of = (all: readonly number[][], q: number): number => median(all.map((each) => quantile(each, q)));
  const p95 = of(rounds, 0.95);
  console.log(`\nW3 the city by its departments, one month, ${NODE_ROUNDS} rounds: p50 ${of(rounds, 0.5).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (best round ${Math.min(...rounds.map((each) => quantile(each, 0.95))).toFixed(2)})`);
  console.log(`   what the machine lets a statement that does nothing take in the same rounds: p50 ${of(floors, 0.5).toFixed(2)} ms, p95 ${of(floors, 0.95).toFixed(2)} ms`);
  // Until the next vacuum the index alone does not know these rows to be visible.
  await pool.query("update monthly_report set version = version + 1 where month = $1 and id in (select id from monthly_report where month = $1 order by id limit (select count(*) / 10 from monthly_report where month = $1))", [OPEN_MONTH]);
  const busy = await timed(NODE_RUNS / 2, async () => void (await pool.query(ask)));
  console.log(`   after a tenth of the month's reports changed: p50 ${quantile(busy, 0.5).toFixed(2)} ms, p95 ${quantile(busy, 0.95).toFixed(2)} ms`);
  await pool.query("vacuum monthly_report");
  goal(`W3 one node by its children, one month, p95 ≤ ${goalMs} ms: ${p95.toFixed(2)} ms`, p95 <= goalMs);
}

/** The three whole pages, end to end and one at a time. */
export async function measurePages({ pool, server, postmaster }: Bench, runs: number): Promise<void> {
  const { rows } = await pool.query<{ bkpsdm: string; wali: string; head: string; unit: string }>(
    `select (select person_id from role_assignment where role = 'bkpsdm') as bkpsdm, (select person_id from role_assignment where role = 'wali_kota') as wali,
            p.person_id as head, n.unit_id as unit from unit_node n join placement p on p.unit_id = n.unit_id join jabatan j on j.id = p.jabatan_id and j.is_head where n.ord = 2`);
  const who = rows[0];
  if (who === undefined) throw new Error("the city has no heads");
  const [bkpsdm = "", wali = "", head = ""] = await sessionsFor(pool, [who.bkpsdm, who.wali, who.head]);
  const pages = [
    { name: "city dashboard, 12 months × 29 departments", path: `/api/city-dashboard?month=${OPEN_MONTH}`, cookie: bkpsdm },
    { name: "city dashboard, one department", path: `/api/city-dashboard?month=${OPEN_MONTH}&unit=${who.unit}`, cookie: bkpsdm },
    { name: "mayor's page", path: `/api/mayor-page?month=${OPEN_MONTH}`, cookie: wali },
    { name: "OPD dashboard, the largest department", path: `/api/opd-dashboard/${who.unit}?month=${OPEN_MONTH}`, cookie: head },
    { name: "pegawai's home", path: "/api/home", cookie: head },
  ];
  console.log("\nWhole pages over HTTP, one at a time");
  const connection = new Connection(server.port);
  for (const { name, path, cookie } of pages) {
    let bytes = 0;
    const ask = async (): Promise<void> => {
      const answer = await connection.ask({ path, cookie });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
      ({ bytes } = answer);
    };
    for (let i = 0; i < WARM; i++) await ask();
    const [own, database] = [cpuOf(server.pid), cpuOfTree(postmaster)];
    const each = await timed(runs, ask);
    console.log(`  ${name.padEnd(46)} p50 ${quantile(each, 0.5).toFixed(1)} ms  p95 ${quantile(each, 0.95).toFixed(1)} ms  ${(bytes / 1024).toFixed(0)} KiB  CPU ${((cpuOf(server.pid) - own) / runs).toFixed(1)} + PostgreSQL ${((cpuOfTree(postmaster) - database) / runs).toFixed(1)} ms`);
  }
  connection.close();
}

async function timed(runs: number, work: () => Promise<void>): Promise<number[]> {
  for (let i = 0; i < WARM; i++) await work();
  const each: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work();
    each.push(performance.now() - start);
  }
  return each;
}
