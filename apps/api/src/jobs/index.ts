import type { Services } from "../context.ts";
import { closeMonths } from "./close-months.ts";
import type { JobCtx } from "./context.ts";
import { followKeberatan } from "./follow-keberatan.ts";
import { writeCheckpoint } from "#db/checkpoint.ts";
import { followRaters } from "./follow-raters.ts";
import { openMonths } from "./open-month.ts";
import { sweepJobFiles } from "../features/documents/job-files.ts";
import { KEEP_DAYS } from "../features/documents/job-queries.ts";
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
const HOUR = 60 * 60 * 1000;

/**
 * The clockwork, once: opens months and evaluation periods, lets open work follow a planned change of the organisation and lines of penilai that begin, tells the atasan penilai, hands running keberatan over and reminds of them, closes what is over, tends the clocks of signed documents and reports them, tends the cycle of umpan balik rekan, signs the audit trail, sweeps away files without a row and archives of documents that are three days old. Each step finds out by itself what is left to do, so
 * that running it again changes nothing. Only one process does it at a time; false where another one is at it.
 */
export async function runJobs({ pool, db, clock, dataDir }: JobServices): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ is: boolean }>("select pg_try_advisory_lock($1) as is", [LOCK_KEY]);
    if (rows[0]?.is !== true) return false;
    try {
      const ctx: JobCtx = { db, pool, actor: null, today: clock.today(), now: clock.now() };
      await openMonths(ctx);
      await followChanges(ctx);
      await followRaters(ctx);
      await tellAtasan(ctx);
      await closeMonths(ctx);
      await openPeriods(ctx);
      await tendResults(ctx);
      // What is open on the last day for its report is reported before it closes.
      await reportResults(ctx);
      await closePeriods(ctx);
      await tendPeerCycles(ctx, { dataDir });
      await raiseSignals(ctx);
      await followKeberatan(ctx);
      await remindKeberatan(ctx);
      await writeCheckpoint(pool, dataDir, ctx.now);
      await sweepEvidence(pool, dataDir);
      await sweepJobFiles(dataDir, KEEP_DAYS);
      return true;
    } finally {
      await client.query("select pg_advisory_unlock($1)", [LOCK_KEY]);
    }
  } finally {
    client.release();
  }
}

/**
 * Runs the clockwork now and every hour. What goes wrong is said and tried again in an hour: an office that cannot close a month must
 * still be able to report. `stop` waits for the run under way.
 */
export function startJobs(services: JobServices, { onError, everyMs = HOUR }: { onError: (error: unknown) => void; everyMs?: number }): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const tick = (): void => { running = running.then(() => runJobs(services)).catch(onError); };
  tick();
  const timer = setInterval(tick, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
