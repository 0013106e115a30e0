import type { Services } from "../context.ts";
import { closeMonths } from "./close-months.ts";
import type { JobCtx } from "./context.ts";
import { followKeberatan } from "./follow-keberatan.ts";
import { writeCheckpoint } from "#db/checkpoint.ts";
import { followRaters } from "./follow-raters.ts";
import { openMonths } from "./open-month.ts";
import { sweepJobFiles } from "../features/documents/job-files.ts";
import { KEEP_DAYS } from "../features/documents/job-queries.ts";
import { workDocuments } from "../features/documents/runner.ts";
import { followChanges } from "../features/organisation/service.ts";
import { raiseSignals } from "../features/fairness/raise.ts";
import { tendPeerCycles } from "./peer-cycles.ts";
import { closePeriods, openPeriods } from "./periods.ts";
import { remindKeberatan } from "./remind-keberatan.ts";
import { sweepEvidence } from "./sweep-evidence.ts";
import { tellAtasan } from "./tell-atasan.ts";
import { reportResults, tendResults } from "./tend-results.ts";

export type JobServices = Pick<Services, "pool" | "db" | "clock" | "dataDir">;
const LOCK_KEY = 7_234_002;

/**
 * The clockwork, once: opens months and evaluation periods, lets open work follow a planned change of the organisation and lines of penilai that begin, tells the atasan penilai, hands running keberatan over and reminds of them, closes what is over, tends the clocks of signed documents and reports them, tends the cycle of umpan balik rekan, signs the audit trail, sweeps away files without a row and archives of documents that are three days old. Each step finds out by itself what is left to do, so
 * that running it again changes nothing. Only one process does it at a time; false where another one is at it. That is known by a lock of the
 * session, which goes with its process, where the queue could only guess it after half a minute of silence.
 * @param signal ends it between two steps.
 */
export async function runJobs({ pool, db, clock, dataDir }: JobServices, signal?: AbortSignal): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ is: boolean }>("select pg_try_advisory_lock($1) as is", [LOCK_KEY]);
    if (rows[0]?.is !== true) return false;
    try {
      const ctx: JobCtx = { db, pool, actor: null, today: clock.today(), now: clock.now() };
      const steps: readonly (() => Promise<unknown>)[] = [
        () => openMonths(ctx),
        () => followChanges(ctx),
        () => followRaters(ctx),
        () => tellAtasan(ctx),
        () => closeMonths(ctx),
        () => openPeriods(ctx),
        () => tendResults(ctx),
        // What is open on the last day for its report is reported before it closes.
        () => reportResults(ctx),
        () => closePeriods(ctx),
        () => tendPeerCycles(ctx, { dataDir }),
        () => raiseSignals(ctx),
        () => followKeberatan(ctx),
        () => remindKeberatan(ctx),
        () => writeCheckpoint(pool, dataDir, ctx.now),
        () => sweepEvidence(pool, dataDir),
        () => sweepJobFiles(dataDir, KEEP_DAYS),
      ];
      for (const step of steps) {
        signal?.throwIfAborted();
        await step();
      }
      return true;
    } finally {
      await client.query("select pg_advisory_unlock($1)", [LOCK_KEY]);
    }
  } finally {
    client.release();
  }
}

/**
 * What this process does beside answering: the clockwork, now and at each full hour (once, however many processes there are), and jobs of
 * documents. An office that cannot close a month must still be able to report: what goes wrong is said and tried again.
 */
export async function startJobs(services: Services): Promise<void> {
  const { queue } = services;
  await queue.send("clockwork");
  await queue.work("clockwork", async ({ signal }) => { await runJobs(services, signal); });
  await workDocuments(services);
}
