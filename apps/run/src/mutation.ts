import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./house.ts";
import { runNode } from "./program.ts";
import { installProofTools, TOOLS } from "./proof-tools.ts";
import type { Counts, Stage } from "./stage.ts";

/** Percent of planted faults that the tests of the rules must catch (trust.md G9). */
const LEAST_SCORE = 90;
const CAUGHT = ["Killed", "Timeout"];
const MISSED = ["Survived", "NoCoverage"];

type Report = { files: Record<string, { mutants: { status: string }[] }> };

/**
 * Plants faults in every rule of the domain (a condition turned, a threshold moved, a branch emptied) and runs the tests that
 * reach each: one that no test notices is a rule that nobody holds. Stryker works on a copy beside its own tools.
 */
export function mutationStage(name: string): Stage {
  return {
    name,
    run: async () => {
      installProofTools();
      // A folder of this name is nobody else's business: git, the linter and the tests of this member pass it over.
      const work = path.join(TOOLS, "dist");
      prepare(work);
      const { ok } = await runNode([path.join(TOOLS, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run"], { cwd: work, isLoud: true });
      if (!ok) throw new Error("Stryker did not finish");
      return countsOf(JSON.parse(readFileSync(path.join(work, "reports/mutation/mutation.json"), "utf8")) as Report);
    },
  };
}

function prepare(work: string): void {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(path.join(ROOT, "packages/domain/src"), path.join(work, "src"), { recursive: true });
  writeFileSync(path.join(work, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(path.join(work, "vitest.config.ts"), 'export default { test: { include: ["src/**/*.test.ts"], environment: "node" } };\n');
  writeFileSync(path.join(work, "stryker.config.json"), JSON.stringify({
    testRunner: "vitest", plugins: [path.join(TOOLS, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
    // Words and vocabularies hold no rule; the rest of the domain does.
    mutate: ["src/**/*.ts", "!src/**/*.test.ts", "!src/{index,vocabulary,notes,refusal}.ts"],
    // TypeScript 7 has no interface that Stryker could rewrite a tsconfig with; there is none in the copy.
    tsconfigFile: "absent.json", disableTypeChecks: false,
    reporters: ["clear-text", "json"], clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportMutants: false },
    // A fault in a table that is made once when a file is loaded would need all tests again for each.
    ignoreStatic: true, coverageAnalysis: "perTest", concurrency: 2, timeoutMS: 10_000,
  }, null, 2));
}

/** One check per file with its score, and one for the whole: single survivors are looked at, the score is what fails. */
function countsOf(report: Report): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const statuses = Object.values(report.files).flatMap((file) => file.mutants.map((mutant) => mutant.status));
  const caught = statuses.filter((status) => CAUGHT.includes(status)).length;
  const missed = statuses.filter((status) => MISSED.includes(status)).length;
  const score = (caught / (caught + missed)) * 100;
  console.log(`${caught + missed} planted faults, ${caught} caught: ${score.toFixed(1)} % (at least ${LEAST_SCORE} %)`);
  counts[score >= LEAST_SCORE ? "passed" : "failed"] = 1;
  return counts;
}
