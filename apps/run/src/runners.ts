import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./house.ts";
import { binOf, runNode } from "./program.ts";
import { playwrightCounts, vitestCounts } from "./reports.ts";
import type { Stage } from "./stage.ts";

/** A stage of Vitest projects, named in `vitest.config.ts`; further arguments go to Vitest as they are. */
export function vitestStage(name: string, projects: readonly string[], args: readonly string[] = [], env: Record<string, string> = {}): Stage {
  return {
    name,
    run: () => withReport(async (reportFile) => {
      const which = projects.flatMap((project) => ["--project", project]);
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
      const command = [binOf("vitest", "vitest"), "run", "--config", "apps/run/vitest.config.ts", ...which, ...reporters, ...args];
      const { ok } = await runNode(command, { isLoud: true, env });
      return vitestCounts({ reportFile, endedWell: ok });
    }),
  };
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

/** A report lies in a folder of its own, new for each run: an old one can never be read for a new one. */
async function withReport<T>(use: (reportFile: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "teraju-report-"));
  try {
    return await use(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
