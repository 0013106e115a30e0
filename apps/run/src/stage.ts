import { secondsSince } from "./house.ts";

export type Counts = { passed: number; failed: number; skipped: number };

/** One part of a run; `run` gives its counts and prints what a person needs to mend a failure. */
export type Stage = { name: string; run: () => Promise<Counts> };

/**
 * Runs the stages in order and prints the time of each.
 * A stage that throws, or in which nothing ran, counts as one failure: silence is never success.
 */
export async function runStages(stages: readonly Stage[]): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of stages) {
    console.log(`\n== ${stage.name}`);
    const start = performance.now();
    const counts = await guarded(stage);
    console.log(`== ${stage.name}: ${line(counts)} (${secondsSince(start)})`);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

/** "N passed, N failed, N skipped": the last line of `pnpm test`. */
export function line({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Prints the last line and sets the exit code: zero only if something passed and nothing failed. */
export function finish(total: Counts): void {
  console.log(`\n${line(total)}`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function guarded(stage: Stage): Promise<Counts> {
  try {
    const counts = await stage.run();
    if (counts.passed + counts.failed > 0) return counts;
    console.error(`${stage.name}: no test ran`);
    return { ...counts, failed: 1 };
  } catch (cause) {
    console.error(cause);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
