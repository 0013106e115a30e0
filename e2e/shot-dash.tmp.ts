import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.ts";
const base = process.env["BASE"] ?? "http://127.0.0.1:3201";
// args: who|path|name|widths|step;step  (pdf when widths has p)
const WHO: Record<string, string> = { kepala: "197104052000032001", bkpsdm: "198702182009121001", analis: "198911232014032003", wk: "walikota", aud: "198306072008012004", adm: "199205162019031005" };
const browser = await chromium.launch(await findBrowser());
for (const job of process.argv.slice(2)) {
  const [who = "", path = "", name = "", widths = "", ...steps] = job.split("|");
  for (const w of widths.split(",")) {
    const [width = 1366, height = 768] = w === "p" ? [1100, 800] : w.split("x").map(Number);
    const context = await browser.newContext({ viewport: { width, height: height || (width < 500 ? 740 : 768) }, locale: "id-ID" });
    await context.addInitScript(() => { (globalThis as any).print = () => undefined; });
    const page = await context.newPage();
    page.on("console", (m) => m.type() === "error" && console.log("console:", m.text().slice(0, 300)));
    page.on("pageerror", (e) => console.log("pageerror:", String(e).slice(0, 300)));
    await page.request.post(`${base}/api/session`, { data: { nip: WHO[who] ?? who, password: "timbangan-adil-langsa" } });
    await page.goto(`${base}${path}`);
    await page.waitForSelector("main h1", { timeout: 20000 }).catch(() => console.log("no heading"));
    await page.waitForTimeout(700);
    for (const step of steps) { await page.locator(step).first().click().catch((e) => console.log(String(e).slice(0, 200))); await page.waitForTimeout(700); }
    const isDialog = await page.locator("dialog[open]").count();
    console.log(name, w, "scrollWidth", await page.evaluate(() => document.documentElement.scrollWidth), (await page.title()));
    if (w === "p") await page.pdf({ path: `/tmp/dashw/${name}.pdf`, format: "A4", printBackground: false });
    else await page.screenshot({ path: `/tmp/dashw/${name}-${width}.png`, fullPage: !isDialog, ...(isDialog ? {} : { clip: { x: 0, y: Number(process.env["Y"] ?? 0), width, height: Math.min(Number(process.env["H"] ?? 2000), await page.evaluate(() => document.documentElement.scrollHeight)) } }) });
    await context.close();
  }
}
await browser.close();
