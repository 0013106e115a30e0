import { buildApp } from "./app.ts";
import { demoClock, realClock } from "./clock.ts";
import { createDb, createPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { demoDay } from "./demo.ts";
import { beginCity } from "./features/setup/host.ts";
import { startJobs } from "./jobs/index.ts";
import { readEnv, type Env } from "./env.ts";
import { createQueue } from "./queue.ts";
import { secretOf } from "./secret.ts";
import { StartRefusal } from "./start-refusal.ts";

export type Running = {
  /** Where a browser finds it, without a trailing slash. */
  address: string;
  /** The day on which a demo stands still; undefined for a real office. */
  demoDay: string | undefined;
  /** Finishes the requests under way, then lets go of the database. */
  stop(): Promise<void>;
};

type Start = { env: Env; /** Told each step, in plain words. */ say: (line: string) => void; /** Folder of the built web; absent where a proxy serves it. */ webRoot?: string; /** Aborted when the operator wants to stop while things are still starting. */ signal: AbortSignal };

/** Database, migrations, demo city, HTTP: everything behind the web, in that order; what was begun is undone if a later step fails. */
export async function startApi({ env, say, webRoot, signal }: Start): Promise<Running> {
  const undo: (() => Promise<void>)[] = [];
  let stopping = Promise.resolve();
  // Whoever asks, and however often, waits for the same end.
  const stop = (): Promise<void> => {
    stopping = stopping.then(async () => {
      for (const step of undo.splice(0).reverse()) await step();
    });
    return stopping;
  };
  // Taking the database away ends a migration or a seed half way: both are transactions.
  signal.addEventListener("abort", () => void stop());
  try {
    say(env.databaseUrl ? "Menghubungi PostgreSQL …" : "Menjalankan PostgreSQL …");
    const database = await openDatabase(env, say, () => endWith("PostgreSQL berhenti dan tidak dapat dijalankan lagi."));
    undo.push(database.close);
    signal.throwIfAborted();
    const day = await prepare(database, env, say);
    const pool = createPool(database.url);
    undo.push(() => pool.end());
    const clock = day ? demoClock(day) : realClock();
    const queue = createQueue(pool, (error, where) => app.log.error({ err: error }, where));
    undo.push(() => queue.stop());
    const services = { pool, db: createDb(pool), clock, dataDir: env.dataDir, queue, secret: secretOf(env), siasn: env.siasn };
    // Only bugs are logged: lines per request, with their ids and addresses, are the proxy's to keep.
    const app = await buildApp({ ...services, webRoot, trustProxy: env.isBehindProxy, logger: { level: "error" } });
    undo.push(() => app.close());
    await startJobs(services);
    return { address: await listen(app, env), demoDay: day, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** Migrations and seed run on a pool of their own, without a limit of time per statement. */
async function prepare(database: { url: string; isEmbedded: boolean }, env: Env, say: Start["say"]): Promise<string | undefined> {
  const pool = createPool(database.url, { max: 2, statementTimeoutMs: 0 });
  try {
    say("Menyiapkan tabel …");
    await migrate(pool);
    const day = await demoDay({ pool, env, isEmbedded: database.isEmbedded, say });
    if (day === undefined) await beginCity({ db: createDb(pool), pool, today: realClock().today() });
    return day;
  } finally {
    await pool.end();
  }
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, env: Env): Promise<string> {
  try {
    await app.listen({ port: env.port, host: env.host });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE") throw new StartRefusal(`PORT ${env.port} sedang dipakai program lain: hentikan program itu, atau isi PORT dengan angka lain.`);
    if (code === "EACCES") throw new StartRefusal(`PORT ${env.port} tidak boleh dipakai oleh pengguna ini: isi PORT dengan angka di atas 1023.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new StartRefusal(`HOST ${env.host} bukan alamat komputer ini.`);
    throw cause;
  }
  const bound = app.server.address();
  const port = bound && typeof bound === "object" ? bound.port : env.port;
  const host = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(env.host) ? "localhost" : env.host;
  return `http://${host}:${port}`;
}

/** Runs until a signal asks to stop; a refusal is one sentence, anything else keeps its stack. Exit code 0 after a clean stop. */
export async function runUntilSignal(start: (signal: AbortSignal) => Promise<Running>): Promise<void> {
  const wish = new AbortController();
  const starting = start(wish.signal);
  let isStopping = false;
  const stop = async (): Promise<void> => {
    // pnpm and the terminal both hand Ctrl-C down: the second signal is the same wish.
    if (isStopping) return;
    isStopping = true;
    wish.abort();
    await starting.then((running) => running.stop(), () => undefined);
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  try {
    await starting;
  } catch (cause) {
    if (isStopping) return;
    if (!(cause instanceof StartRefusal)) throw cause;
    endWith(cause.message);
  }
}

function endWith(sentence: string): void {
  console.error(sentence);
  process.exit(1);
}

if (import.meta.main) {
  await runUntilSignal(async (signal) => {
    const running = await startApi({ env: readEnv(), say: (line) => console.log(line), signal });
    console.log(`Teraju siap di ${running.address}`);
    return running;
  });
}
