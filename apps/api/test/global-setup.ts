import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { createPool } from "#db/client.ts";
import { startEmbedded, type Embedded } from "#db/embedded/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the run's own PostgreSQL, `{database}` to be filled in, for a role that may create databases. */
    clusterUrl: string;
  }
}

const PREFIX = "teraju-test-";

/** One PostgreSQL for the whole run, with one migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers();
  const dataDir = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Root's PostgreSQL runs as another user: it must be able to walk in.
  chmodSync(dataDir, 0o755);
  const cluster = await startEmbedded({ dataDir, durable: false });
  await makeTemplate(cluster);
  project.provide("clusterUrl", cluster.urlOf("{database}"));
  return async () => {
    await cluster.stop();
    removeData(dataDir);
  };
}

async function makeTemplate(cluster: Embedded): Promise<void> {
  const owner = new pg.Client({ connectionString: cluster.url });
  await owner.connect();
  await owner.query("create database template_migrated");
  await owner.end();
  const pool = createPool(cluster.urlOf("template_migrated"), { max: 1 });
  await migrate(pool);
  await pool.end();
}

/** A run that was killed could not clean up: its name holds the process id, so the next run does. */
async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split("-")[0]);
    if (existsAlive(pid)) continue;
    const dataDir = path.join(tmpdir(), name);
    try {
      if (existsSync(path.join(dataDir, "postgresql"))) await (await startEmbedded({ dataDir, durable: false })).stop();
      removeData(dataDir);
    } catch {
      // Another run is clearing the same folder: it is none of our tests' business.
    }
  }
}

function existsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

function removeData(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
}
