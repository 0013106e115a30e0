import { existsSync, readFileSync, rmSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartRefusal } from "../../start-refusal.ts";
import type { Cluster } from "./cluster.ts";
import { run } from "./command.ts";

/** After a crash the old back-ends need some seconds to leave the shared memory, and recovery replays the log. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 300;
const LOG_LIMIT_BYTES = 5_000_000;

/** `postmaster.pid` as PostgreSQL writes it: process id in line 1, port in line 4. */
type PidFile = { pid: number; port: number | undefined };

/**
 * Gives a connection to the cluster's server, starting the server if none runs. A server that an earlier process
 * left behind (it was killed without a chance to stop it) is found by `postmaster.pid` and used again.
 * @param wantedPort the port the server had before, when a running process must keep its address.
 */
export async function reachServer(cluster: Cluster, wantedPort?: number): Promise<{ client: pg.Client; port: number }> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const port = readPidFile(cluster)?.port;
    const client = port && (await connect(cluster, port));
    if (client) return { client, port };
    dropForeignPidFile(cluster);
    const started = await startServer(cluster, wantedPort ?? (await freePort()));
    if (started.ok) continue;
    if (Date.now() > deadline) throw new StartRefusal(`PostgreSQL di ${cluster.dir} tidak dapat dijalankan: ${lastWords(cluster) ?? started.text}`);
    await sleep(PAUSE_MS);
  }
}

/** Stops the server: open transactions are rolled back, data are flushed. */
export async function stopServer(cluster: Cluster): Promise<void> {
  await run(cluster.binaries.pgCtl, ["stop", "-D", cluster.dir, "-m", "fast", "-w", "-t", "30"], cluster.runner);
}

export function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function connect(cluster: Cluster, port: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: urlOf("postgres", cluster.password, port, "postgres"),
    application_name: `teraju ${process.pid}`,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    // Nobody there, another server on that port, or one that is just starting or stopping: the caller asks again.
    await client.end().catch(() => undefined);
    return undefined;
  }
}

async function startServer(cluster: Cluster, port: number): Promise<{ ok: boolean; text: string }> {
  const log = logOf(cluster);
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) truncateSync(log);
  return run(cluster.binaries.pgCtl, ["start", "-D", cluster.dir, "-l", log, "-w", "-t", "60", "-o", `-p ${port}`], cluster.runner);
}

function readPidFile(cluster: Cluster): PidFile | undefined {
  const file = path.join(cluster.dir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) || undefined };
}

/**
 * After a crash the system may have given the old server's process id to someone else (a container does so at every
 * start); PostgreSQL then believes that it still runs. Linux tells us who the process really is.
 */
function dropForeignPidFile(cluster: Cluster): void {
  const pid = readPidFile(cluster)?.pid;
  const who = pid && `/proc/${pid}/comm`;
  if (!who || !existsSync(who)) return;
  if (readFileSync(who, "utf8").trim() !== "postgres") rmSync(path.join(cluster.dir, "postmaster.pid"), { force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

function lastWords(cluster: Cluster): string | undefined {
  const log = logOf(cluster);
  if (!existsSync(log)) return undefined;
  return readFileSync(log, "utf8").split("\n").findLast((line) => /FATAL|PANIC|ERROR/.test(line));
}

function logOf(cluster: Cluster): string {
  return path.join(cluster.dir, "teraju.log");
}
