import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./house.ts";

/** Where the tools lie that only `pnpm proof` needs (mutation testing, Lighthouse): 270 MB that nobody else should download. */
export const TOOLS = path.join(ROOT, "apps/run/proof-tools");

/** Lighthouse's command. */
export const LIGHTHOUSE = path.join(TOOLS, "node_modules/lighthouse/cli/index.js");

/** Installs them as their lock file says, once per lock file. Throws where the registry cannot be reached. */
export function installProofTools(): void {
  const mark = path.join(TOOLS, "node_modules/.installed");
  const lock = createHash("sha256").update(readFileSync(path.join(TOOLS, "package-lock.json"))).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.log("Fetching the tools of pnpm proof …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: TOOLS, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error("npm ci of apps/run/proof-tools failed");
  writeFileSync(mark, lock);
}
