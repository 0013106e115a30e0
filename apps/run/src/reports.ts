import { existsSync, readFileSync } from "node:fs";
import type { Counts } from "./stage.ts";

/**
 * What a test runner says of itself: its report file and how it ended.
 * Neither is believed alone. A report without a good end is a crash after the report was written; a good end without a
 * report is a crash that hid itself.
 */
type Said = { reportFile: string; endedWell: boolean };

type VitestReport = { testResults: { name: string; status: string; message?: string; assertionResults: { status: string }[] }[] };

/** Counts of Vitest's JSON report. A file that could not be loaded has no tests to count: it counts as one failure. */
export function vitestCounts(said: Said): Counts {
  const report = read<VitestReport>(said);
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const tests = file.assertionResults.map(({ status }) => status);
    const failed = tests.filter((status) => status === "failed").length;
    counts.passed += tests.filter((status) => status === "passed").length;
    counts.failed += failed === 0 && file.status === "failed" ? 1 : failed;
    counts.skipped += tests.filter((status) => status !== "passed" && status !== "failed").length;
  }
  return believed(counts, said);
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] };

/** Counts of Playwright's JSON report. A story that passes only at its second try is a failure. */
export function playwrightCounts(said: Said): Counts {
  const { stats, errors } = read<PlaywrightReport>(said);
  return believed({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }, said);
}

type CoverageSummary = Record<string, { lines: { total: number; covered: number } }>;

/**
 * Files with a line that no test reached, named on the terminal; their number counts as failures.
 * Vitest's own threshold is content with nothing at all (0 of 0 lines), so the figures are judged here.
 */
export function uncovered(summaryFile: string): number {
  if (!existsSync(summaryFile)) throw new Error("there is no coverage report");
  const { total, ...files }: CoverageSummary = JSON.parse(readFileSync(summaryFile, "utf8"));
  if (!total || total.lines.total === 0) throw new Error("the coverage report covers nothing");
  const faults = Object.entries(files).filter(([, { lines }]) => lines.covered < lines.total);
  for (const [file, { lines }] of faults) console.error(`${file}: ${lines.total - lines.covered} of ${lines.total} lines are reached by no test`);
  return faults.length;
}

function read<Report>({ reportFile }: Said): Report {
  if (!existsSync(reportFile)) throw new Error("the test runner left no report: it crashed");
  const report: Report = JSON.parse(readFileSync(reportFile, "utf8"));
  return report;
}

/** The runner failed although no test did: thresholds, unhandled errors, a crash at the end. */
function believed(counts: Counts, { endedWell }: Said): Counts {
  return endedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}
