import { fork, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { createPool } from "#db/client.ts";
import { startEmbedded } from "#db/embedded/index.ts";
import { migrate } from "#db/migrate.ts";
import { fillCity, TODAY, type CitySize } from "./city.ts";

export type Server = { port: number; pid: number; stop(): Promise<void> };
export type Lab = {
  dataDir: string;
  /** Process id of PostgreSQL. */
  postmaster(): Promise<number>;
  /** A database of its own with a measured city; gives its address. */
  city(name: string, size: CitySize): Promise<string>;
  close(): Promise<void>;
};

/** A PostgreSQL of this run alone, with fsync as in production; thrown away at the end. */
export async function openLab(): Promise<Lab> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "teraju-lab-"));
  // Root's PostgreSQL runs as another user: it must be able to walk in.
  chmodSync(dataDir, 0o755);
  const cluster = await startEmbedded({ dataDir });
  return {
    dataDir,
    postmaster: cluster.pid,
    async city(name, size) {
      await once(cluster.url, (pool) => pool.query(`create database ${name}`));
      await once(cluster.urlOf(name), async (pool) => {
        await migrate(pool);
        await fillCity(pool, size);
      });
      return cluster.urlOf(name);
    },
    async close() {
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function once(url: string, use: (pool: pg.Pool) => Promise<unknown>): Promise<void> {
  const pool = createPool(url, { max: 2, statementTimeoutMs: 0 });
  try {
    await use(pool);
  } finally {
    await pool.end();
  }
}

/** As `pnpm start` and the Dockerfile start it (apps/run/src/deployment.test.ts). */
const NODE_FLAGS = ["--max-semi-space-size=16"];

/** The application in a process of its own on the loopback: on a free port, or on the one it had before it was killed. */
export async function startServer(url: string, dataDir: string, { port: wanted = 0 }: { port?: number } = {}): Promise<Server> {
  const child: ChildProcess = fork(path.join(import.meta.dirname, "server.ts"), [url, TODAY, dataDir, String(wanted)], { execArgv: NODE_FLAGS, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise<void>((resolve) => void child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message: { port: number }) => resolve(message.port));
    child.once("exit", () => reject(new Error("the server ended before it listened")));
  });
  return { port, pid: child.pid ?? 0, stop: async () => { child.kill("SIGKILL"); await ended; } };
}
