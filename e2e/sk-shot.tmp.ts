import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.ts";
const base = "http://localhost:3377";
const [,, login = "198503142008042001", width = "360", ...paths] = process.argv;
const browser = await chromium.launch(await findBrowser());
const context = await browser.newContext({ viewport: { width: Number(width), height: 780 }, locale: "id-ID" });
const page = await context.newPage();
page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
page.on("pageerror", (e) => console.log("pageerror:", e.message));
const r = await page.request.post(`${base}/api/session`, { data: { nip: login, password: "timbangan-adil-langsa" } });
console.log("signin", r.status());
for (const p of paths) {
  const [path = "", name = "x", click] = p.split("@");
  await page.goto(`${base}${path}`, { waitUntil: "networkidle" });
  if (click) { for (const c of click.split("|")) { await page.getByText(c).first().click(); await page.waitForTimeout(300); } }
  await page.waitForTimeout(500);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true });
  console.log(name, page.url(), "overflow", overflow);
}
await browser.close();
