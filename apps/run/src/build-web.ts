import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartRefusal } from "@teraju/api/src/start-refusal.ts";
import { ROOT, secondsSince } from "./house.ts";
import { binOf, runNode } from "./program.ts";

const WEB = path.join(ROOT, "apps/web");
const DIST = path.join(WEB, "dist");
const STAMP = path.join(DIST, ".inputs");

/** Everything that the built web depends on: its own sources, the contract, and the exact versions of its libraries. */
const INPUTS = ["apps/web/**/*", "packages/contracts/src/**/*", "packages/domain/src/**/*", "tsconfig.base.json", "pnpm-lock.yaml"];
const NOT_INPUTS = /(^|\/)(node_modules|dist)(\/|$)|\.test\.tsx?$/;

type Building = { say: (line: string) => void; signal?: AbortSignal };

/**
 * Builds the web if its inputs changed since the last build.
 * @returns the folder of the built web.
 * @throws StartRefusal with the builder's own words when it does not build.
 */
export async function buildWeb({ say, signal }: Building): Promise<string> {
  const inputs = digestInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs) return DIST;
  const start = performance.now();
  say("Membangun halaman web (hanya bila berubah) …");
  // Built aside and moved in whole: a killed build, or two at once, never leaves half a web.
  const fresh = path.join(WEB, "node_modules", `.dist-${process.pid}`);
  const built = await runNode([binOf("vite", "vite", "apps/web"), "build", "--outDir", fresh, "--emptyOutDir"], { cwd: WEB, signal });
  if (!built.ok) {
    rmSync(fresh, { recursive: true, force: true });
    throw new StartRefusal(`Halaman web tidak dapat dibangun:\n${built.text}`);
  }
  writeFileSync(path.join(fresh, ".inputs"), inputs);
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(path.dirname(DIST), { recursive: true });
  renameSync(fresh, DIST);
  say(`Halaman web selesai dibangun (${secondsSince(start)}).`);
  return DIST;
}

function digestInputs(): string {
  const hash = createHash("sha256");
  const files = globSync(INPUTS, { cwd: ROOT, exclude: (name) => NOT_INPUTS.test(String(name)), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !NOT_INPUTS.test(file));
  for (const file of files.sort()) hash.update(file).update("\0").update(readFileSync(path.join(ROOT, file))).update("\0");
  return hash.digest("hex");
}
