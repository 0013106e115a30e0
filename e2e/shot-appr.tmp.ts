import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.ts";
const base = process.env["BASE"] ?? "http://127.0.0.1:5391";
const [who, path, name, ...rest] = process.argv.slice(2);
const nip = { penilai: "197909122006041002", pegawai: "198503142008042001", opd: "197104052000032001" }[who ?? ""] ?? who;
const browser = await chromium.launch(await findBrowser());
for (const [width, height] of [[360, 740], [1366, 768]] as const) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "id-ID" });
  const page = await context.newPage();
  page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
  page.on("pageerror", (e) => console.log("pageerror:", String(e).slice(0, 300)));
  await page.request.post(`${base}/api/session`, { data: { nip, password: "timbangan-adil-langsa" } });
  await page.goto(`${base}${path}`);
  await page.waitForSelector("main h1, main h2", { timeout: 20000 }).catch(() => console.log("no heading"));
  await page.waitForTimeout(1200);
  if (rest[0]) { for (const step of rest) { await page.locator(step).first().click().catch((e) => console.log(String(e).slice(0, 200))); await page.waitForTimeout(700); } }
  console.log(width, "scrollWidth", await page.evaluate(() => document.documentElement.scrollWidth));
  await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true });
  await context.close();
}
await browser.close();
