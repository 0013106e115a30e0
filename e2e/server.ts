import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, watchFile, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * The product for one run of the stories: started as a person starts it, on data that are thrown away.
 * Playwright gives PORT and TERAJU_TODAY, and ends it with SIGTERM. A story that needs another day writes it into the file
 * TERAJU_E2E_DAY: the product is started again on the same data, as after a night in which it was off.
 */
const PREFIX = "teraju-e2e-";

clearLeftovers();
const dataDir = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
chmodSync(dataDir, 0o755);
const start = path.resolve(import.meta.dirname, "../apps/run/src/start.ts");
let isMoving = false;
let product = begin(process.env["TERAJU_TODAY"] ?? "");
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => product.kill("SIGTERM"));

const dayFile = process.env["TERAJU_E2E_DAY"];
if (dayFile !== undefined) {
  watchFile(dayFile, { interval: 300 }, () => {
    if (!existsSync(dayFile) || isMoving) return;
    const day = readFileSync(dayFile, "utf8").trim();
    isMoving = true;
    product.once("close", () => {
      product = begin(day);
      void answers().then(() => {
        isMoving = false;
        writeFileSync(`${dayFile}.now`, day);
      });
    });
    product.kill("SIGTERM");
  });
}

function begin(today: string): ChildProcess {
  const started = spawn(process.execPath, ["--max-semi-space-size=16", start], { stdio: "inherit", env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", TERAJU_DEMO: "1", TERAJU_TODAY: today } });
  started.on("close", (code) => {
    if (isMoving && code === 0) return;
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(code ?? 1);
  });
  return started;
}

async function answers(): Promise<void> {
  for (;;) {
    const health = await fetch(`http://localhost:${process.env["PORT"] ?? ""}/api/health`).catch(() => null);
    if (health?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

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
