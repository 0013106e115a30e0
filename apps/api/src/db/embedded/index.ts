import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { StartRefusal } from "../../start-refusal.ts";
import { openCluster, type Cluster } from "./cluster.ts";
import { reachServer, stopServer, urlOf } from "./postmaster.ts";

export type Embedded = {
  /** Address of the database `teraju` for its owner, the role `teraju` (no superuser). */
  url: string;
  /** The same role on another database of this cluster. */
  urlOf(database: string): string;
  /** Address for the superuser, for tests and tools that make databases. */
  adminUrl: string;
  /** Process id of the running server, read from the server itself. */
  pid(): Promise<number>;
  stop(): Promise<void>;
};

type Options = {
  /** Absolute path of the data folder. */
  dataDir: string;
  /** False switches fsync off: only for clusters that are thrown away. */
  durable?: boolean;
  /** Told when a crashed server was brought back, or could not be. */
  onCrash?: (event: "restarted" | "lost") => void;
};

/** Any number: the same in every version, so that versions exclude each other too. */
const LOCK_KEY = 3_170_602;
const LOCK_PATIENCE_MS = 1_500;

/**
 * Starts (or finds again) the PostgreSQL of a data folder and holds it for this process alone.
 * The hold is an advisory lock on a connection of its own: it vanishes with the process however that dies, so no stale
 * lock file can ever keep the operator out. A server that crashes under us is restarted on the same port.
 * @throws StartRefusal when another process holds the folder, or the server does not come up.
 */
export async function startEmbedded({ dataDir, durable = true, onCrash }: Options): Promise<Embedded> {
  const cluster = await openCluster(dataDir, durable);
  const { client, port } = await hold(cluster, dataDir);
  const password = createHash("sha256").update(`${cluster.password} teraju`).digest("hex");
  await prepare(client, password);
  const watch = keepAlive(cluster, { dataDir, port, client, onCrash });
  return {
    url: urlOf("teraju", password, port, "teraju"),
    urlOf: (database) => urlOf("teraju", password, port, database),
    adminUrl: urlOf("postgres", cluster.password, port, "postgres"),
    pid: async () => Number((await watch.client().query("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid")).rows[0]?.pid),
    stop: async () => {
      watch.end();
      await stopServer(cluster);
      await watch.client().end().catch(() => undefined);
    },
  };
}

async function hold(cluster: Cluster, dataDir: string, wantedPort?: number): Promise<{ client: pg.Client; port: number }> {
  const reached = await reachServer(cluster, wantedPort);
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const { rows } = await reached.client.query("select pg_try_advisory_lock($1) as mine", [LOCK_KEY]);
    if (rows[0]?.mine === true) return reached;
    if (Date.now() > deadline) break;
    await sleep(100);
  }
  const holder = await holderOf(reached.client);
  await reached.client.end();
  throw new StartRefusal(`Folder data ${dataDir} sedang dipakai oleh Teraju lain${holder}: hentikan dahulu yang itu, atau isi DATA_DIR dengan folder lain.`);
}

async function holderOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    "select a.application_name as name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.granted and l.objid = $1",
    [LOCK_KEY],
  );
  const name = String(rows[0]?.name ?? "");
  return name ? ` (proses ${name.replace("teraju ", "")})` : "";
}

/** The role and the database of the application; each start may find them made, half made or not at all. */
async function prepare(client: pg.Client, password: string): Promise<void> {
  const role = await client.query("select 1 from pg_roles where rolname = 'teraju'");
  if (role.rowCount === 0) await client.query(`create role teraju login createdb password '${password}'`);
  const database = await client.query("select 1 from pg_database where datname = 'teraju'");
  if (database.rowCount === 0) await client.query("create database teraju owner teraju");
}

type Watched = { dataDir: string; port: number; client: pg.Client; onCrash: Options["onCrash"] };

function keepAlive(cluster: Cluster, watched: Watched): { client(): pg.Client; end(): void } {
  let { client } = watched;
  let ended = false;
  const watch = (): void => {
    client.once("end", () => void (ended || revive()));
  };
  const revive = async (): Promise<void> => {
    try {
      ({ client } = await hold(cluster, watched.dataDir, watched.port));
      if (ended) return await stopServer(cluster);
      watch();
      watched.onCrash?.("restarted");
    } catch {
      watched.onCrash?.("lost");
    }
  };
  watch();
  return { client: () => client, end: () => (ended = true) };
}
