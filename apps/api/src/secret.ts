import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeDataDir } from "./data-dir.ts";

/** The key of this installation: as given, or made once and kept in the data folder, readable by its owner alone. */
export function secretOf(env: { secret: string | undefined; dataDir: string }): string {
  if (env.secret) return env.secret;
  const file = path.join(env.dataDir, "secret");
  makeDataDir(env.dataDir);
  try {
    // "wx": of two processes that start at once, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
  return readFileSync(file, "utf8");
}
