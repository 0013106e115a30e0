import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./browser.ts";

/** The day on which the demo city of the stories stands still: the same whenever they run. */
const TODAY = "2026-11-23";

// Playwright reads this file again in each of its processes: the port is chosen once and handed down.
// A port that is given may be served already: a developer keeps one city up while writing a story.
const isGiven = process.env["TERAJU_E2E_PORT"] !== undefined;
const port = (process.env["TERAJU_E2E_PORT"] ??= String(await freePort()));
// Through this file a story lets days pass.
const dayFile = (process.env["TERAJU_E2E_DAY"] ??= path.join(tmpdir(), `teraju-e2e-day-${port}`));
const address = `http://localhost:${port}`;

export default defineConfig({
  outputDir: "output/traces",
  // All share one city. The stories change it, one after the other, each with its own people; the walks only read, and go beside
  // them; where days pass the product stops and starts again, so that comes when nobody else is there.
  workers: 2,
  projects: [
    { name: "stories", testDir: "stories", workers: 1 },
    { name: "walks", testDir: "walks", workers: 1 },
    { name: "days", testDir: "days", workers: 1, dependencies: ["stories", "walks"] },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    launchOptions: await findBrowser(),
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `"${process.execPath}" server.ts`,
    url: `${address}/api/health`,
    env: { PORT: port, TERAJU_TODAY: TODAY, TERAJU_E2E_DAY: dayFile },
    reuseExistingServer: isGiven,
    timeout: 180_000,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});

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
