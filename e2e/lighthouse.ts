/**
 * Lighthouse on the first pages of a pegawai's phone (slow 4G, 4× slower processor: its own mobile preset): the sign-in page,
 * and the home page of somebody signed in. Three runs each, the median counts. `node lighthouse.ts <Lighthouse's own command file> <report file>`.
 * Best practices counts "no TLS" against a page, which a laptop's loopback is free of; so it is a check too.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.ts";
import { pegawai } from "./people.ts";

const RUNS = 3;
/** Scores of 100 (ux.md): the light lane. */
const GOALS = { performance: 90, accessibility: 100, "best-practices": 100 } as const;
type Category = keyof typeof GOALS;
type Result = { finalDisplayedUrl: string; categories: Record<Category, { score: number }>; audits: Record<string, { numericValue?: number }> };

const [command = "", reportFile = ""] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "teraju-lighthouse-"));
const [port, debugging] = [await freePort(), await freePort()];
const origin = `http://localhost:${port}`;
const product = spawn(process.execPath, ["server.ts"], { cwd: import.meta.dirname, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, PORT: String(port), TERAJU_TODAY: "2026-11-23" } });
const counts = { passed: 0, failed: 0, skipped: 0 };
try {
  await ready();
  const options = await findBrowser();
  const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), `--remote-debugging-port=${debugging}`] });
  try {
    await measure("sign-in page", "/masuk", {});
    await measure("pegawai's home", "/beranda", { Cookie: await cookieOf() });
  } finally {
    await browser.close();
  }
} finally {
  const ended = new Promise((resolve) => product.once("close", resolve));
  product.kill("SIGTERM");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
if (reportFile !== "") writeFileSync(reportFile, JSON.stringify(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

async function measure(name: string, page: string, headers: Record<string, string>): Promise<void> {
  const results: Result[] = [];
  for (let i = 0; i < RUNS; i++) results.push(await lighthouse(page, headers));
  const median = (of: (result: Result) => number): number => results.map(of).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
  const ms = (audit: string): string => `${(median((r) => r.audits[audit]?.numericValue ?? Number.NaN) / 1000).toFixed(2)} s`;
  const bytes = median((r) => r.audits["total-byte-weight"]?.numericValue ?? Number.NaN);
  console.log(`${name}: first paint ${ms("first-contentful-paint")}, largest ${ms("largest-contentful-paint")}, blocked ${ms("total-blocking-time")}, ${(bytes / 1024).toFixed(0)} KiB over the wire`);
  for (const [category, goal] of Object.entries(GOALS) as [Category, number][]) {
    const score = Math.round(median((r) => r.categories[category].score) * 100);
    counts[score >= goal ? "passed" : "failed"] += 1;
    console.log(`${score >= goal ? "✓" : "✗"} ${name}: ${category} ${score} (at least ${goal})`);
  }
}

async function lighthouse(page: string, headers: Record<string, string>): Promise<Result> {
  const output = path.join(folder, "result.json");
  const args = [command, `${origin}${page}`, `--port=${debugging}`, "--output=json", `--output-path=${output}`, `--only-categories=${Object.keys(GOALS).join(",")}`, `--extra-headers=${JSON.stringify(headers)}`, "--quiet"];
  const run = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 180_000 });
  const code = await new Promise<number | null>((resolve) => void run.once("close", resolve));
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}`);
  const result = JSON.parse(readFileSync(output, "utf8")) as Result;
  // Whoever is not signed in is led to the sign-in page, which would be measured in place of the wanted one.
  if (result.finalDisplayedUrl !== `${origin}${page}`) throw new Error(`asked for ${page}, measured ${result.finalDisplayedUrl}`);
  return result;
}

async function cookieOf(): Promise<string> {
  const answer = await fetch(`${origin}/api/session`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ nip: pegawai.login, password: pegawai.password }) });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`signing in answered ${answer.status}`);
  return cookie;
}

async function ready(): Promise<void> {
  const deadline = Date.now() + 180_000;
  for (;;) {
    if (await fetch(`${origin}/api/health`).then((answer) => answer.ok, () => false)) return;
    if (Date.now() > deadline || product.exitCode !== null) throw new Error("the product did not start");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}
