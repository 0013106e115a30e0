import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./house.ts";
import { binOf, runNode } from "./program.ts";
import { playwrightCounts, uncovered, vitestCounts } from "./reports.ts";
import type { Counts, Stage } from "./stage.ts";

type VitestRun = {
  /** Names of projects in `vitest.config.ts`. */
  projects: readonly string[];
  /** Left out: all files of these projects. */
  files?: readonly string[];
  env?: Record<string, string>;
  /** Sources, seen from the project's folder, of which a line that no test reaches fails the stage. */
  everyLineOf?: string;
};

/** A stage of Vitest projects. */
export function vitestStage(name: string, { projects, files = [], env = {}, everyLineOf }: VitestRun): Stage {
  return {
    name,
    run: () => withReport(async (reportFile) => {
      const coverage = path.join(path.dirname(reportFile), "coverage");
      const args = [
        "run", ...files, "--config", "apps/run/vitest.config.ts", ...projects.flatMap((project) => ["--project", project]),
        "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`,
        ...(everyLineOf === undefined ? [] : coverageArguments(everyLineOf, coverage)),
      ];
      const { ok } = await runNode([binOf("vitest", "vitest"), ...args], { isLoud: true, env });
      const counts = vitestCounts({ reportFile, endedWell: ok });
      return everyLineOf === undefined ? counts : { ...counts, failed: counts.failed + uncovered(path.join(coverage, "coverage-summary.json")) };
    }),
  };
}

function coverageArguments(sources: string, folder: string): string[] {
  return [
    "--coverage.enabled", `--coverage.include=${sources}`, "--coverage.exclude=**/*.test.ts", `--coverage.reportsDirectory=${folder}`,
    "--coverage.reporter=json-summary", "--coverage.reporter=text-summary",
  ];
}

/** The stage of the real browser. `env` reaches the stories: the full size of `pnpm proof` is asked for there. */
export function browserStage(name: string, args: readonly string[] = [], env: Record<string, string> = {}): Stage {
  return {
    name,
    run: () => withReport(async (reportFile) => {
      const command = [binOf("@playwright/test", "playwright", "e2e"), "test", "--reporter=list,json", ...args];
      const { ok } = await runNode(command, { cwd: path.join(ROOT, "e2e"), isLoud: true, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile } });
      return playwrightCounts({ reportFile, endedWell: ok });
    }),
  };
}

/** A stage of programs, one after the other, each of which leaves its counts in the file that is its last argument `--report <file>` (or, with `isBare`, simply `<file>`). */
export function programStage(name: string, runs: readonly (readonly string[])[], { isBare = false, prepare = () => undefined }: { isBare?: boolean; prepare?: () => void } = {}): Stage {
  return {
    name,
    run: async () => {
      prepare();
      const total: Counts = { passed: 0, failed: 0, skipped: 0 };
      for (const args of runs) {
        const counts = await withReport(async (reportFile) => {
          const { ok } = await runNode([...args, ...(isBare ? [] : ["--report"]), reportFile], { isLoud: true });
          return programCounts(reportFile, ok);
        });
        for (const key of ["passed", "failed", "skipped"] as const) total[key] += counts[key];
      }
      return total;
    },
  };
}

/** A program that ended badly failed at least once, whatever it wrote before. */
function programCounts(reportFile: string, endedWell: boolean): Counts {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const counts: Counts = JSON.parse(readFileSync(reportFile, "utf8"));
  return endedWell ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

/** A report lies in a folder of its own, new for each run: an old one can never be read for a new one. */
async function withReport<T>(use: (reportFile: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "teraju-report-"));
  try {
    return await use(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
