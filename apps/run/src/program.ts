import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { ROOT } from "./house.ts";

type Options = {
  cwd?: string;
  env?: Record<string, string>;
  /** Ends the program when aborted. */
  signal?: AbortSignal;
  /** True sends its output to the terminal at once, instead of keeping it. */
  isLoud?: boolean;
};

export type Ended = { ok: boolean; text: string };

/** Runs a Node program to its end. A program that a signal ended did not end well. */
export function runNode(args: string[], { cwd = ROOT, env = {}, signal, isLoud = false }: Options = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", isLoud ? "inherit" : "pipe", isLoud ? "inherit" : "pipe"] });
    signal?.addEventListener("abort", () => child.kill());
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, text: text.trim() }));
  });
}

/**
 * The file behind a command of an installed package, as its package.json names it.
 * @param from the member of the workspace that depends on the package, "" for the root.
 */
export function binOf(packageName: string, command: string, from = ""): string {
  const require = createRequire(path.join(ROOT, from, "package.json"));
  const manifest = findManifest(require, packageName);
  const { bin }: { bin: string | Record<string, string> } = require(manifest);
  const file = typeof bin === "string" ? bin : bin[command];
  if (!file) throw new Error(`${packageName} has no command ${command}`);
  return path.join(path.dirname(manifest), file);
}

/** A package need not export its package.json: then it is looked for in the folders that Node would search. */
function findManifest(require: NodeJS.Require, packageName: string): string {
  for (const folder of require.resolve.paths(packageName) ?? []) {
    try {
      return require.resolve(path.join(folder, packageName, "package.json"));
    } catch {
      // Not in this folder: the next one up.
    }
  }
  throw new Error(`${packageName} is not installed`);
}
