import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { StartRefusal } from "./start-refusal.ts";

/**
 * Makes the data folder at first use; others may enter it, because PostgreSQL may run as another user.
 * @param dataDir absolute path.
 * @throws StartRefusal with one sentence where it cannot be made, is a file, or may not be written.
 */
export function makeDataDir(dataDir: string): void {
  try {
    // Level by level: the recursive mkdir of Node never returns under /proc.
    for (const folder of missing(dataDir)) make(folder);
    if (!statSync(dataDir).isDirectory()) throw new Error("not a folder");
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new StartRefusal(`DATA_DIR ${dataDir} tidak dapat dipakai: isi dengan folder yang boleh ditulisi.`);
  }
}

function missing(folder: string): string[] {
  return existsSync(folder) ? [] : [...missing(path.dirname(folder)), folder];
}

/** Of two processes that start at once one makes it; both find it. */
function make(folder: string): void {
  try {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
}
