import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** What a harness of `pnpm proof` is told on its command line. */
export function harnessArgs(usualSeconds: number): { seconds: number; seed: number; isSelftest: boolean; report: string | undefined } {
  const { values } = parseArgs({ options: { seconds: { type: "string" }, seed: { type: "string" }, selftest: { type: "boolean" }, report: { type: "string" } } });
  return { seconds: Number(values.seconds ?? usualSeconds), seed: Number(values.seed ?? Math.floor(Math.random() * 1_000_000)), isSelftest: values.selftest ?? false, report: values.report };
}

/** Collects what was checked, prints each line, and at the end leaves the counts for the stage and the exit code. */
export function checklist(report: string | undefined) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return {
    check(name: string, isHeld: boolean): void {
      counts[isHeld ? "passed" : "failed"] += 1;
      console.log(`${isHeld ? "✓" : "✗"} ${name}`);
    },
    finish(): void {
      if (report !== undefined) writeFileSync(report, JSON.stringify(counts));
      process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
    },
  };
}

/** A seeded source of numbers in [0, 1): a run is drawn again from its printed seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
