import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPool } from "#db/client.ts";
import { ask } from "./command.ts";
import { startEmbedded, type Embedded } from "./index.ts";

const FIXTURE = path.join(import.meta.dirname, "hold.fixture.ts");
const isRoot = process.getuid?.() === 0;

type Said = { url?: string; pid?: number; refusal?: string };

let home: string;
let dataDir: string;
const held: Embedded[] = [];
const children: ChildProcess[] = [];

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "teraju-embedded-"));
  chmodSync(home, 0o755);
  dataDir = path.join(home, "data");
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const one of held.splice(0)) await one.stop();
  // A holder that was killed left its server behind: take the folder over once more to stop it.
  if (existsSync(path.join(dataDir, "postgresql"))) await (await startEmbedded({ dataDir })).stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(onCrash?: (event: "restarted" | "lost") => void): Promise<Embedded> {
  const one = await startEmbedded({ dataDir, onCrash });
  held.push(one);
  return one;
}

/** Starts a holder and waits for its one line. */
function holder(command: string[] = [process.execPath], fixture = FIXTURE): Promise<{ child: ChildProcess; said: Said }> {
  const [program = "", ...args] = command;
  const child = spawn(program, [...args, fixture, dataDir], { cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  return new Promise((resolve, reject) => {
    let text = "";
    let trouble = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("\n")) resolve({ child, said: JSON.parse(text) });
    });
    child.stderr?.on("data", (chunk: Buffer) => (trouble += chunk.toString()));
    child.on("close", () => reject(new Error(`the holder ended: ${text}${trouble}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once("close", () => resolve()));
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text, rowMode: "array" })).rows[0] ?? [];
  } finally {
    await client.end();
  }
}

describe("the embedded database", () => {
  test("is a real PostgreSQL 18 on loopback, with fsync, a password and btree_gist, for a role without superuser", async () => {
    const { url, adminUrl } = await start();
    const settings = "select current_setting('server_version_num')::int / 10000, current_setting('fsync'), current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('TimeZone')";
    expect(await query(adminUrl, settings)).toEqual([18, "on", "127.0.0.1", "", "UTC"]);
    await query(url, "create extension btree_gist");
    expect(await query(url, "select rolsuper, rolpassword is null from pg_roles where rolname = current_user")).toEqual([false, false]);
    expect(await query(adminUrl, "select rolpassword like 'SCRAM-SHA-256%' from pg_authid where rolname = 'teraju'")).toEqual([true]);
    await expect(query(url.replace(/:[0-9a-f]{64}@/, ":guess@"), "select 1")).rejects.toThrow(/password authentication failed/);
  });

  test("keeps its data over a stop and a start", async () => {
    const first = await start();
    await query(first.url, "create table kept as select 7 as n");
    await first.stop();
    held.pop();
    expect(await query((await start()).url, "select n from kept")).toEqual([7]);
  });

  test("is used again after Node was killed with -9: same server, nothing lost", async () => {
    const { child, said } = await holder();
    await query(said.url ?? "", "create table kept as select 7 as n");
    const gone = ended(child);
    child.kill("SIGKILL");
    await gone;
    const again = await start();
    expect(await again.pid()).toBe(said.pid);
    expect(await query(again.url, "select n from kept")).toEqual([7]);
  });

  test("comes back on the same port after its server was killed with -9; the pool survives", async () => {
    const events: string[] = [];
    const restarted = Promise.withResolvers<void>();
    const one = await start((event) => {
      events.push(event);
      restarted.resolve();
    });
    const pool = createPool(one.url, { max: 2 });
    await pool.query("create table kept as select 7 as n");
    const before = await one.pid();
    process.kill(before, "SIGKILL");
    await restarted.promise;
    expect(events).toEqual(["restarted"]);
    expect((await pool.query("select n from kept")).rows).toEqual([{ n: 7 }]);
    expect(await one.pid()).not.toBe(before);
    await pool.end();
  });

  test("starts although the killed server's process id now belongs to another program", async () => {
    const first = await start();
    await first.stop();
    held.pop();
    const pidFile = path.join(dataDir, "postgresql", "postmaster.pid");
    writeFileSync(pidFile, `${process.pid}\n${path.join(dataDir, "postgresql")}\n0\n1\n\n127.0.0.1\n\nready\n`);
    expect(await query((await start()).url, "select 1")).toEqual([1]);
  });

  test("refuses a second process on the folder with one sentence, and leaves the first alone", async () => {
    const first = await start();
    const { said } = await holder();
    expect(said.refusal).toContain(dataDir);
    expect(said.refusal).toContain(`proses ${process.pid}`);
    expect(said.refusal).toContain("DATA_DIR");
    expect(await query(first.url, "select 1")).toEqual([1]);
  });

  test("refuses a folder that another major version made", async () => {
    await (await start()).stop();
    held.pop();
    const version = path.join(dataDir, "postgresql", "PG_VERSION");
    const right = readFileSync(version, "utf8");
    writeFileSync(version, "15\n");
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/PostgreSQL 15.*PostgreSQL 18/);
    writeFileSync(version, right);
  });

  test.skipIf(!isRoot)("as root runs as another user, also for a data folder that no one else may enter", async () => {
    chmodSync(home, 0o700);
    const one = await start();
    expect(statSync(path.join(dataDir, "postgresql")).uid).not.toBe(0);
    expect(await query(one.url, "select 1")).toEqual([1]);
    await one.stop();
    held.pop();
    const place = ask("readlink", ["-f", path.join(dataDir, "postgresql")], undefined).text;
    expect(place).toMatch(/^\/var\/lib\/teraju\/clusters\/[0-9a-f]{12}$/);
    rmSync(place, { recursive: true });
    rmSync(path.join(dataDir, "postgresql"));
  });

  // Needs root to become someone else; setpriv is part of util-linux.
  test.skipIf(!isRoot || !ask("setpriv", ["--version"], undefined).ok)("runs as a normal user", async () => {
    mkdirSync(dataDir);
    ask("chown", ["65534:65534", dataDir], undefined);
    const { child, said } = await holder(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", process.execPath]);
    expect(await query(said.url ?? "", "select 1")).toEqual([1]);
    expect(statSync(path.join(dataDir, "postgresql")).uid).toBe(65534);
    const gone = ended(child);
    child.kill("SIGTERM");
    await gone;
    rmSync(dataDir, { recursive: true });
  });
});
