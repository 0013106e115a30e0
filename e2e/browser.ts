import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const SYSTEM = [
  "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser of the stories: Playwright's own if installed, else one of the system, else the one that npm brought. */
export async function findBrowser(): Promise<LaunchOptions> {
  const own = chromium.executablePath();
  if (existsSync(own)) return { executablePath: own, args: FLAGS };
  // Asked for its version, because a distribution may put a mere signpost to its shop under this name.
  const system = SYSTEM.find((program) => spawnSync(program, ["--version"], { timeout: 10_000 }).status === 0);
  if (system) return { executablePath: absolute(system), args: FLAGS };
  return packedBrowser();
}

function absolute(program: string): string {
  return path.isAbsolute(program) ? program : spawnSync("which", [program], { encoding: "utf8" }).stdout.trim();
}

/** `@sparticuz/chromium` comes compressed; it is unpacked once for each version and user. */
async function packedBrowser(): Promise<LaunchOptions> {
  const bin = path.join(path.dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin");
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(bin, "..", "package.json"), "utf8"));
  const home = path.join(tmpdir(), `teraju-chromium-${manifest.version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(home)) await unpack(bin, home);
  const executablePath = path.join(home, "chromium");
  const missing = spawnSync("ldd", [executablePath], { encoding: "utf8" });
  const needsLibraries = missing.status !== 0 || missing.stdout.includes("not found");
  const env = {
    ...environment(),
    FONTCONFIG_FILE: path.join(home, "fonts.conf"),
    ...(needsLibraries ? { LD_LIBRARY_PATH: path.join(home, "al2023", "lib") } : {}),
  };
  return { executablePath, args: FLAGS, env };
}

/** The package unpacks into TMPDIR and takes half a file for a whole one: so it works aside, and the result is moved. */
async function unpack(bin: string, home: string): Promise<void> {
  const { default: packed, inflate } = await import("@sparticuz/chromium");
  const partial = mkdtempSync(`${home}-`);
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = partial;
  try {
    await packed.executablePath();
    await inflate(path.join(bin, "al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  // A machine without any font still writes letters.
  writeFileSync(path.join(partial, "fonts.conf"), `<?xml version="1.0"?><fontconfig><dir>${home}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>`);
  try {
    renameSync(partial, home);
  } catch (cause) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(home)) throw cause;
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
