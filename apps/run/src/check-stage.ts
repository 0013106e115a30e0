import { existsSync } from "node:fs";
import path from "node:path";
import { buildWeb } from "./build-web.ts";
import { firstLoadFaults } from "./first-load.ts";
import { ROOT, secondsSince } from "./house.ts";
import { binOf, runNode } from "./program.ts";
import type { Counts, Stage } from "./stage.ts";

/** One check: `fault` gives what is wrong, or nothing. */
type Check = { name: string; fault: () => Promise<string | undefined> };

const MEMBERS = ["packages/domain", "packages/statistics", "packages/statistics/bench", "packages/contracts", "apps/api", "apps/web", "apps/simulation", "apps/run", "e2e"];

const CHECKS: readonly Check[] = [
  ...MEMBERS.map((member) => ({ name: `types of ${member}`, fault: () => typeFault(member) })),
  { name: "lint", fault: () => programFault([binOf("oxlint", "oxlint"), "--deny-warnings"]) },
  { name: "dead code (knip)", fault: () => programFault([binOf("knip", "knip"), "--no-progress", "--no-config-hints"]) },
  { name: "first load of the phone's pages", fault: firstLoadFault },
];

/** Types, lint, dead code and weight: one count for each check. */
export function checkStage(): Stage {
  return {
    name: "check",
    run: async () => {
      const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
      for (const check of CHECKS) counts[(await passes(check)) ? "passed" : "failed"] += 1;
      return counts;
    },
  };
}

async function passes({ name, fault }: Check): Promise<boolean> {
  const start = performance.now();
  const found = await fault().catch((cause: unknown) => String(cause));
  console.log(`${found === undefined ? "✓" : "✗"} ${name} (${secondsSince(start)})`);
  if (found !== undefined) console.error(found);
  return found === undefined;
}

/** The web's tests need Node's types, which its pages must not have: a second project has both. */
async function typeFault(member: string): Promise<string | undefined> {
  const projects = ["tsconfig.json", "tsconfig.node.json"].map((name) => path.join(ROOT, member, name)).filter((file) => existsSync(file));
  if (projects.length === 0) return `${member} has no tsconfig.json`;
  const faults = await Promise.all(projects.map((project) => programFault([binOf("typescript", "tsc"), "-p", project])));
  return faults.filter((fault) => fault !== undefined).join("\n") || undefined;
}

async function programFault(command: string[]): Promise<string | undefined> {
  const { ok, text } = await runNode(command);
  return ok ? undefined : text || "it ended badly without a word";
}

async function firstLoadFault(): Promise<string | undefined> {
  const dist = await buildWeb({ say: () => undefined });
  const faults = firstLoadFaults(dist, (line) => console.log(`    ${line}`));
  return faults.length === 0 ? undefined : faults.join("\n");
}
