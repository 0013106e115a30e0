import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.ts";
const base = "http://127.0.0.1:3298";
const nip = process.argv[2] ?? "198503142008042001";
const browser = await chromium.launch(await findBrowser());
for (const [width, height] of [[360, 740], [1366, 768]] as const) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "id-ID", timezoneId: "Asia/Jakarta" });
  const page = await context.newPage();
  page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
  page.on("pageerror", (e) => console.log("pageerror:", String(e).slice(0, 300)));
  const answer = await page.request.post(`${base}/api/session`, { data: { nip, password: "timbangan-adil-langsa" } });
  if (!answer.ok()) console.log("sign in", answer.status());
  for (const path of process.argv.slice(3)) {
    await page.goto(`${base}${path}`);
    await page.waitForSelector("h1, h2", { timeout: 30000 }).catch(() => console.log("no heading", path));
    await page.waitForTimeout(1500);
    console.log(width, path, "scrollWidth", await page.evaluate(() => document.documentElement.scrollWidth));
    await page.screenshot({ path: `/tmp/mrshots/${path.replaceAll(/[/?=]/g, "_")}-${width}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close();
