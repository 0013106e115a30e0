import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./house.ts";
import { runNode } from "./program.ts";
import { installProofTools, TOOLS } from "./proof-tools.ts";
import type { Counts, Stage } from "./stage.ts";

/**
 * What faults are planted in: the sources of a member, without its files that hold neither rule nor figure. A run plants them in one of
 * `share` blocks of lines, and in others on another day: the domain's 10,000 faults take hours, an eighth of them half an hour on two cores.
 */
type Part = { readonly member: string; readonly without: readonly string[]; readonly share: number };
export const RULES: Part = { member: "packages/domain", without: ["index.ts", "vocabulary.ts", "notes.ts", "refusal.ts"], share: 8 };
export const FIGURES: Part = { member: "packages/statistics", without: ["index.ts"], share: 4 };
const BLOCK = 12;

/** Percent of planted faults that the tests must catch (trust.md G9). */
const LEAST_SCORE = 90;
const CAUGHT = ["Killed", "Timeout"];
const MISSED = ["Survived", "NoCoverage"];

type Report = { files: Record<string, { mutants: { status: string }[] }> };

/**
 * Plants faults in the rules or figures of a part (a condition turned, a threshold moved, a branch emptied) and runs the tests that
 * reach each: one that no test notices is one that nobody holds. Stryker works on a copy beside its own tools.
 */
export function mutationStage(name: string, part: Part): Stage {
  return {
    name,
    run: async () => {
      installProofTools();
      // A folder of this name is nobody else's business: git, the linter and the tests of this member pass it over.
      const work = path.join(TOOLS, "dist");
      prepare(work, part);
      const { ok } = await runNode([path.join(TOOLS, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run"], { cwd: work, isLoud: true });
      if (!ok) throw new Error("Stryker did not finish");
      return countsOf(JSON.parse(readFileSync(path.join(work, "reports/mutation/mutation.json"), "utf8")) as Report);
    },
  };
}

/** The sources that get faults, as Stryker names them: the blocks of lines whose turn it is today, or that TERAJU_MUTATION_BLOCK (from 1) names. */
function placesOf(work: string, { without, share }: Part): string[] {
  const files = globSync("src/**/*.ts", { cwd: work }).filter((file) => !file.endsWith(".test.ts") && !file.endsWith(".fixture.ts") && !without.includes(file.slice("src/".length))).sort();
  const chosen = Number(process.env["TERAJU_MUTATION_BLOCK"]);
  const turn = (Number.isInteger(chosen) && chosen > 0 ? chosen - 1 : Math.floor(Date.now() / 86_400_000)) % share;
  console.log(`Faults in block ${turn + 1} of ${share} of each file, ${BLOCK} lines each`);
  return files.flatMap((file, at) => {
    const lines = readFileSync(path.join(work, file), "utf8").split("\n").length;
    return Array.from({ length: Math.ceil(lines / BLOCK) }, (_, k) => k).filter((k) => (k + at) % share === turn).map((k) => `${file}:${k * BLOCK + 1}-${Math.min(lines, (k + 1) * BLOCK)}`);
  });
}

function prepare(work: string, part: Part): void {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(path.join(ROOT, part.member, "src"), path.join(work, "src"), { recursive: true });
  writeFileSync(path.join(work, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(path.join(work, "vitest.config.ts"), 'export default { test: { include: ["src/**/*.test.ts"], exclude: ["**/*-large.test.ts"], environment: "node", testTimeout: 60_000 } };\n');
  writeFileSync(path.join(work, "stryker.config.json"), JSON.stringify({
    testRunner: "vitest", plugins: [path.join(TOOLS, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
    mutate: placesOf(work, part),
    // TypeScript 7 has no interface that Stryker could rewrite a tsconfig with; there is none in the copy.
    tsconfigFile: "absent.json", disableTypeChecks: false,
    reporters: ["clear-text", "progress-append-only", "json"], clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportMutants: false },
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
