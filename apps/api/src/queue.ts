import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";
import { QUEUE_SCHEMA, type QueueName } from "#db/queues.ts";

/** One job in the hand of this process. `attempt` grows each time that it is taken again: whoever holds an older one has lost it. */
export type Task = { readonly id: string; readonly attempt: number; /** Aborted when this process ends, or the job is no longer its own. */ readonly signal: AbortSignal };

/** The queue of jobs that all processes share (pg-boss). It knows a job's id and how it goes, nothing of what it is about. */
export type JobQueue = {
  /** Asks for a job; with `tx` it is asked for when that transaction holds, or never. `id`: of the row that says what it is about. */
  send(name: QueueName, wish?: { id: string; tx?: Tx }): Promise<void>;
  /** Takes it back, waiting or running, together with that transaction. */
  cancel(name: QueueName, wish: { id: string; tx: Tx }): Promise<void>;
  /**
   * Takes jobs one after another from now on. What throws is said and tried again later, a limited number of times; a job whose
   * process died is taken up by another. In a queue of lost jobs, `id` is that of the job that was lost.
   */
  work(name: QueueName, handle: (task: Task) => Promise<void>): Promise<void>;
  /** Waits for the job at hand, which is told, and hands back what is not done. */
  stop(): Promise<void>;
};

/** Between two looks at what was missed: a notice that did not arrive, a job to be tried again; for processes that died, every second time. */
const LOOK_SECONDS = 30;
const STOP_MS = 20_000;

/**
 * The queue over connections of its own to the pool's database, of which one listens; none before it is first used. It makes no tables:
 * those come with the migrations (`db/queues.ts`).
 * @param onError is told of jobs that threw, and of troubles of the library by their message alone.
 */
export function createQueue(pool: Pool, onError: (error: unknown, where: string) => void, { lookSeconds = LOOK_SECONDS }: { lookSeconds?: number } = {}): JobQueue {
  const stopping = new AbortController();
  let boss: PgBoss | null = null;
  const started = async (): Promise<PgBoss> => {
    stopping.signal.throwIfAborted();
    boss ??= listening(new PgBoss({
      connectionString: pool.options.connectionString ?? "", max: 2, connectionTimeoutMillis: 5_000, schema: QUEUE_SCHEMA, useListenNotify: true, notifyHeartbeatIntervalMs: 30_000,
      migrate: false, createSchema: false, reindex: false, monitorVacuum: false, registerInstance: false, openTelemetry: { enabled: false },
      superviseIntervalSeconds: 2 * lookSeconds, monitorIntervalSeconds: 2 * lookSeconds, cronMonitorIntervalSeconds: lookSeconds, cronWorkerIntervalSeconds: lookSeconds, flowIntervalSeconds: 60 * 60,
    }));
    return boss.start();
  };
  const listening = (made: PgBoss): PgBoss => {
    made.on("error", (error) => onError(new Error(error.message), "queue"));
    made.on("warning", ({ message }) => onError(new Error(message), "queue"));
    return made;
  };
  return {
    async send(name, wish) {
      const id = await (await started()).send(name, null, { ...(wish === undefined ? {} : { id: wish.id }), ...(wish?.tx === undefined ? {} : { db: fromDrizzle(wish.tx, sql) }) });
      if (wish !== undefined && id === null) throw new Error(`the job ${wish.id} was asked for before`);
    },
    async cancel(name, { id, tx }) {
      await (await started()).cancel(name, id, { db: fromDrizzle(tx, sql) });
    },
    async work(name, handle) {
      const at = await started();
      let worker = "";
      const options = { includeMetadata: true, batchSize: 1, localConcurrency: 1, pollingIntervalSeconds: Math.min(lookSeconds, 10), notifyPollingIntervalSeconds: Math.max(lookSeconds, 1) } as const;
      worker = await at.work(name, options, async (jobs) => {
        for (const { id, sourceId, retryCount, signal } of jobs) {
          const held = AbortSignal.any([signal, stopping.signal]);
          try {
            await handle({ id: sourceId ?? id, attempt: retryCount, signal: held });
          } catch (cause) {
            if (!held.aborted) onError(cause, name);
            // What is thrown is kept in the queue's table: nothing of what the job was about belongs there.
            throw new Error(held.aborted ? "cut off" : "failed: see the log of the process");
          } finally {
            // Many may have come while it ran, and each notice of them woke the worker once.
            at.notifyWorker(worker);
          }
        }
      });
    },
    async stop() {
      stopping.abort();
      await boss?.stop({ timeout: STOP_MS });
    },
  };
}
