import pg from "pg";
import type { Env } from "../env.ts";
import { StartRefusal } from "../start-refusal.ts";
import { startEmbedded } from "./embedded/index.ts";

/** A reachable database, and how to let go of it. */
export type OpenDatabase = { url: string; isEmbedded: boolean; close(): Promise<void> };

const OLDEST_MAJOR = 15;
const WAIT_MS = 30_000;

/**
 * The database of a start: the one that DATABASE_URL names, or the embedded one of the data folder.
 * @param lost called when the embedded server crashed and could not be brought back.
 * @throws StartRefusal when it cannot be reached within 30 s, or is older than PostgreSQL 15.
 */
export async function openDatabase(env: Env, say: (line: string) => void, lost: () => void): Promise<OpenDatabase> {
  if (env.databaseUrl) {
    await checkServer(env.databaseUrl);
    return { url: env.databaseUrl, isEmbedded: false, close: async () => undefined };
  }
  const onCrash = (event: "restarted" | "lost"): void => {
    if (event === "lost") return lost();
    say("PostgreSQL berhenti mendadak dan sudah dijalankan lagi.");
  };
  const embedded = await startEmbedded({ dataDir: env.dataDir, onCrash });
  return { url: embedded.url, isEmbedded: true, close: embedded.stop };
}

/** Waits for a server that is just starting (both may be starting with the machine). */
async function checkServer(url: string): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const answer = await askVersion(url);
    if (answer.version && answer.version >= OLDEST_MAJOR) return;
    if (answer.version) throw new StartRefusal(`DATABASE_URL menunjuk PostgreSQL ${answer.version}, sedangkan Teraju memerlukan PostgreSQL ${OLDEST_MAJOR} atau lebih baru.`);
    if (!answer.mayCome || Date.now() > deadline) throw new StartRefusal(`DATABASE_URL tidak dapat dihubungi: ${answer.reason}.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

type Answer = { version?: number; mayCome: boolean; reason: string };

async function askVersion(url: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    return { version: Number(rows[0]?.major), mayCome: true, reason: "" };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    // Refused or starting up: it may come. A wrong password or a missing database will not.
    return { mayCome: ["ECONNREFUSED", "57P03", "EAI_AGAIN"].includes(code), reason: reasonOf(cause, code) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf(cause: unknown, code: string): string {
  const text = cause instanceof Error ? cause.message : "";
  return text || code || "tidak ada jawaban";
}
