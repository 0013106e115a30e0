import { readFileSync } from "node:fs";
import { peopleImport } from "@teraju/domain";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FAMILY_COUNT, hostileFiles } from "#test/sheets/hostile.ts";
import { testDatabase } from "#test/database.ts";
import { smallCity } from "#test/factories.ts";
import { size } from "#test/size.ts";
import { sessionsFor } from "../../../bench/city.ts";
import { startServer, type Server } from "../../../bench/cluster.ts";
import { SHEET_FAULTS } from "../../sheet-file/limits.ts";

const FILES = size(Math.max(110, FAMILY_COUNT * 2), 600);
/** The usual run takes the same files each time, the full one others, and prints the seed that makes them again. */
const SEED = Number(process.env.FUZZ_SEED ?? size(20_261_123, Date.now() % 2 ** 31));
const MOST_MEGABYTES = 400;

const { url, pool } = await testDatabase();
let server: Server;
let cookie: string;
beforeAll(async () => {
  const city = await smallCity(pool);
  // A process of its own, as it runs in production: what its memory is can then be told from the test's.
  server = await startServer(url, "/nowhere");
  [cookie = ""] = await sessionsFor(pool, [city.people.bkpsdm]);
});
afterAll(() => server.stop());

const CODES: readonly string[] = [...SHEET_FAULTS, ...peopleImport.FILE_FAULTS];
const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`, { ...init, headers: { cookie, ...init.headers } });

/** What an import writes. Open months are left out: the first look at a city opens them anyway. */
async function cityAsText(): Promise<string> {
  const tables = ["person", "account", "unit", "unit_node", "tree_version", "jabatan", "placement", "penilai_relation", "notification", "bkn_row"];
  const parts = await Promise.all(tables.map(async (t) => (await pool.query<{ x: string }>(`select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as x from ${t} t`)).rows[0]?.x));
  return parts.join("\n--\n");
}
/** The most memory that the server has held since it began to start, in MB; null where the system does not tell. */
function highWater(): number | null {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "latin1"))?.[1]) / 1024;
  } catch {
    return null;
  }
}

type Looked = { import: { version: number }; from: string; endMissing: boolean; digest: string; actions: { apply: string[] } };
const post = (path: string, body: object): Promise<Response> => ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** What could be read is looked at in every way that a clerk looks at it, carried out where the rules let it, and taken back; gives what went wrong. */
async function useAsClerk(id: string): Promise<string[]> {
  const faults: string[] = [];
  for (const tail of ["/rows?of=orang&group=bermasalah", "/rows?of=unit&group=bermasalah", "/problems"]) {
    const seen = await ask(`/api/people-import/${id}${tail}`);
    if (seen.status !== 200) faults.push(`${seen.status} of ${tail}`);
    await seen.arrayBuffer();
  }
  const answer = await ask(`/api/people-import/${id}?endMissing=ya`);
  if (answer.status !== 200) return [...faults, `${answer.status} of the preview`];
  const { import: { version }, from, endMissing, digest, actions } = await answer.json() as Looked;
  if (actions.apply.length > 0) return faults;
  const applied = await post(`/api/people-import/${id}/apply`, { version, from, endMissing, digest });
  if (applied.status !== 200) return [...faults, `${applied.status} of apply: ${await applied.text()}`];
  const undone = await post(`/api/people-import/${id}/undo`, { version: version + 1 });
  return undone.status === 200 ? faults : [...faults, `${undone.status} of undo: ${await undone.text()}`];
}

it(`${FILES} broken, hostile and bomb files change nothing, cost little, and each gets an honest answer`, { timeout: size(120_000, 900_000) }, async () => {
  const before = await cityAsText();
  const faults: string[] = [];
  let [read, most] = [0, { name: "", ms: 0 }];
  for (const { name, bytes } of hostileFiles(FILES, SEED)) {
    const id = v7();
    const start = performance.now();
    const answer = await ask(`/api/people-import/${id}/file?name=x.xlsx`, { method: "PUT", headers: { "content-type": bytes[0] === 0x50 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv" }, body: Uint8Array.from(bytes) });
    const body = await answer.json() as { code?: string; fields?: { path: string; code: string }[] };
    const ms = performance.now() - start;
    if (ms > most.ms) most = { name, ms };
    if (answer.status === 200) {
      read += 1;
      faults.push(...(await useAsClerk(id)).map((fault) => `${name}: ${fault}`));
    } else if (answer.status === 413) {
      if (body.code !== "too_large") faults.push(`${name}: 413 ${JSON.stringify(body)}`);
    } else if (answer.status !== 400 || !(body.fields ?? []).some((field) => field.path === "body" && CODES.includes(field.code))) {
      faults.push(`${name}: ${answer.status} ${JSON.stringify(body).slice(0, 200)}`);
    }
  }
  const memory = highWater();
  console.log(`${FILES} files (seed ${SEED}): ${read} could be read, the others were refused; the slowest took ${Math.round(most.ms)} ms (${most.name}); memory of the API at most ${memory === null ? "unknown" : `${Math.round(memory)} MB`}`);
  expect(faults).toEqual([]);
  expect(await cityAsText()).toBe(before);
  if (memory !== null) expect(memory).toBeLessThan(MOST_MEGABYTES);
});
