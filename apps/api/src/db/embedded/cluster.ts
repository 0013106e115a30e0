import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeDataDir } from "../../data-dir.ts";
import { StartRefusal } from "../../start-refusal.ts";
import { findBinaries, SHARED_ROOT, type Binaries } from "./binaries.ts";
import { run, type Runner } from "./command.ts";
import { canEnter, chooseRunner } from "./runner.ts";

/** A PostgreSQL data folder that exists, with what is needed to run and enter it. */
export type Cluster = { dir: string; password: string; runner: Runner; binaries: Binaries };

const PASSWORD_FILE = "teraju.password";

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "password_encryption=scram-sha-256",
  "timezone=UTC",
  "log_timezone=UTC",
  "lc_messages=C",
];

/**
 * Opens the cluster of a data folder, making it at first use.
 * @param dataDir absolute path; the cluster is `<dataDir>/postgresql`, or a link there to a folder the runner can enter.
 * @param durable false only for throw-away test clusters: it switches fsync off.
 * @throws StartRefusal when the folder was made by another major version, or cannot be made.
 */
export async function openCluster(dataDir: string, durable: boolean): Promise<Cluster> {
  makeDataDir(dataDir);
  const runner = chooseRunner(path.join(dataDir, "postgresql"));
  const binaries = findBinaries(runner);
  const dir = placeOf(dataDir, runner);
  if (!existsSync(path.join(dir, "PG_VERSION"))) await initialise(dir, { runner, binaries, durable });
  const made = readFileSync(path.join(dir, "PG_VERSION"), "utf8").trim();
  if (made !== binaries.major) {
    throw new StartRefusal(`Folder ${dir} dibuat oleh PostgreSQL ${made}, sedangkan yang terpasang PostgreSQL ${binaries.major}: pindahkan datanya lebih dahulu.`);
  }
  return { dir, password: readFileSync(path.join(dir, PASSWORD_FILE), "utf8").trim(), runner, binaries };
}

/** Decides where the files lie: inside the data folder if the runner can get there, else in SHARED_ROOT behind a link. */
function placeOf(dataDir: string, runner: Runner): string {
  const inside = path.join(dataDir, "postgresql");
  if (lstatSync(inside, { throwIfNoEntry: false })?.isSymbolicLink()) return readlinkSync(inside);
  if (existsSync(inside) || canEnter(dataDir, runner)) return inside;
  const shelf = path.join(SHARED_ROOT, "clusters");
  mkdirSync(shelf, { recursive: true });
  chmodSync(SHARED_ROOT, 0o755);
  chmodSync(shelf, 0o755);
  // A random name, not one made from the path: a folder that was deleted and made anew must not find its old data.
  const outside = path.join(shelf, randomBytes(6).toString("hex"));
  try {
    symlinkSync(outside, inside);
    return outside;
  } catch {
    return readlinkSync(inside);
  }
}

type Making = { runner: Runner; binaries: Binaries; durable: boolean };

/** The folder appears whole, by a rename: two processes that start at once cannot mix their files. */
async function initialise(dir: string, { runner, binaries, durable }: Making): Promise<void> {
  const fresh = `${dir}.new-${process.pid}`;
  const secret = `${fresh}.password`;
  const password = randomBytes(24).toString("hex");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  give(fresh, runner);
  give(secret, runner);
  try {
    const settings = [...SETTINGS, ...(durable ? [] : ["fsync=off", "full_page_writes=off"])];
    const made = await run(binaries.initdb, initdbArguments(fresh, secret, settings), runner);
    if (!made.ok) throw new StartRefusal(`Folder basis data ${dir} tidak dapat dibuat: ${lastLine(made.text)}`);
    renameSync(secret, path.join(fresh, PASSWORD_FILE));
    renameUnlessThere(fresh, dir);
  } finally {
    rmSync(secret, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

function renameUnlessThere(fresh: string, dir: string): void {
  try {
    renameSync(fresh, dir);
  } catch (cause) {
    // Another process was quicker: its cluster is as good as ours.
    if (!existsSync(path.join(dir, "PG_VERSION"))) throw cause;
  }
}

/** The built-in C.UTF-8 locale sorts alike on every machine and asks nothing of the operating system. */
function initdbArguments(dir: string, secret: string, settings: string[]): string[] {
  return [
    `--pgdata=${dir}`, "--username=postgres", `--pwfile=${secret}`, "--auth=scram-sha-256", "--encoding=UTF8",
    "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
    ...settings.flatMap((setting) => ["-c", setting]),
  ];
}

function give(file: string, runner: Runner): void {
  if (runner) chownSync(file, runner.uid, runner.gid);
}

function lastLine(text: string): string {
  return text.split("\n").findLast((line) => line.includes("error") || line.includes("FATAL")) ?? text.slice(-300);
}
