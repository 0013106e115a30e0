import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * The product for one run of the stories: started as a person starts it, on data that are thrown away.
 * Playwright gives PORT and TERAJU_TODAY, and ends it with SIGTERM.
 */
const PREFIX = "teraju-e2e-";

clearLeftovers();
const dataDir = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
chmodSync(dataDir, 0o755);
const start = path.resolve(import.meta.dirname, "../apps/run/src/start.ts");
const product = spawn(process.execPath, [start], { stdio: "inherit", env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", TERAJU_DEMO: "1" } });
product.on("close", (code) => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code ?? 1);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => product.kill("SIGTERM"));

/** A run that was killed left its database running: the folder's name holds the process that is gone. */
function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split("-")[0]);
    if (isAlive(owner)) continue;
    const folder = path.join(tmpdir(), name);
    const cluster = path.join(folder, "postgresql");
    const pidFile = path.join(cluster, "postmaster.pid");
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8").split("\n")[0]) : 0;
    if (pid && belongsTo(pid, realpathSync(cluster))) process.kill(pid, "SIGQUIT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

function belongsTo(pid: number, folder: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) && readFileSync(commandLine, "utf8").includes(folder);
}
