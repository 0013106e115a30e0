import { getConstructionPlans, getMigrationPlans, PgBoss, type QueuePolicy, type UpdateQueueOptions } from "pg-boss";
import library from "pg-boss/package.json" with { type: "json" };
import type pg from "pg";

/** Where pg-boss keeps its tables, apart from ours. */
export const QUEUE_SCHEMA = "pgboss";

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/**
 * What both kinds of work have in common: a process that says nothing for half a minute is taken for dead and its job handed on, who waits is told
 * at once (NOTIFY), and what has ended is forgotten after a day. A job that waits is kept as long as it may take to bring a server back.
 */
const WORK = { notify: true, heartbeatSeconds: 30, deleteAfterSeconds: DAY, retentionSeconds: 365 * DAY, retryLimit: 3 } as const;

/** A queue stands after the one that its lost jobs go to. */
const QUEUES = [
  // Jobs of documents whose process died each time: their rows still have to end.
  { name: "documents-lost", policy: "standard", options: { ...WORK, retryLimit: 1000, retryDelay: 60 } },
  { name: "documents", policy: "standard", options: { ...WORK, expireInSeconds: 6 * HOUR, deadLetter: "documents-lost" } },
  // One that waits is enough, whoever asked for it: it does all that is left to do.
  { name: "clockwork", policy: "short", options: { ...WORK, retryDelay: 5 * 60, expireInSeconds: HOUR } },
] as const satisfies readonly { name: string; policy: QueuePolicy; options: UpdateQueueOptions }[];
export type QueueName = (typeof QUEUES)[number]["name"];

/** Each full hour of the city: a day's work is done when the day begins. */
const CLOCKWORK = { cron: "0 * * * *", tz: "Asia/Jakarta" };

/**
 * Brings the tables of pg-boss to what the installed library needs, and its queues and calendar to what is written here. Done with the
 * migrations and with their rights: a running service only reads and writes rows. The library's own SQL, so that its upgrade is one too.
 */
export async function installQueues(client: pg.ClientBase): Promise<void> {
  const boss = new PgBoss({
    schema: QUEUE_SCHEMA, db: { executeSql: (text, values) => client.query(text, values) },
    migrate: false, createSchema: false, supervise: false, schedule: false, registerInstance: false, openTelemetry: { enabled: false },
  });
  boss.on("error", (cause) => { throw cause; });
  const version = (await boss.isInstalled()) ? await boss.schemaVersion() : null;
  if (version === null) await client.query(getConstructionPlans(QUEUE_SCHEMA));
  // Nobody works meanwhile, and who waits for the lock of the migrations would stand in the way of what is built beside the work.
  else if (version < library.pgboss.schema) await client.query(getMigrationPlans(QUEUE_SCHEMA, version).replaceAll("INDEX CONCURRENTLY", "INDEX"));
  // Throws where a newer release has been at this database: migrations lead forward only.
  await boss.start();
  try {
    for (const { name, policy, options } of QUEUES) {
      // Makes it where it is not there, and changes nothing where it is.
      await boss.createQueue(name, { policy, ...options });
      await boss.updateQueue(name, options);
    }
    await boss.schedule("clockwork", CLOCKWORK.cron, null, { tz: CLOCKWORK.tz });
  } finally {
    await boss.stop();
  }
}
