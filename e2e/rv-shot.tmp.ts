import { chromium } from "@playwright/test";
import { AxeBuilder } from "@axe-core/playwright";
import { findBrowser } from "./browser.ts";
const base = process.env["BASE"] ?? "http://127.0.0.1:3177";
const jobs0 = 0;
const jobs: [string, string, string, ((p: import("@playwright/test").Page) => Promise<void>)?][] = [
  ["197909122006041002", "/penilaian", "queue"],
  ["197909122006041002", "/penilaian", "queue-work", async (p) => { await p.keyboard.press("1"); await p.keyboard.press("ArrowDown"); await p.keyboard.press("2"); await p.waitForTimeout(200); await p.keyboard.type("Lampirkan daftar hadir"); await p.keyboard.press("Enter"); await p.keyboard.press("c"); await p.waitForTimeout(200); await p.keyboard.type("Bagus"); await p.keyboard.press("Escape"); await p.locator("button[aria-label^='Lihat bukti']").first().click().catch(() => console.log("no evidence")); await p.waitForTimeout(800); }],
  ["197909122006041002", "/penilaian", "evidence", async (p) => { await p.locator("button[aria-label^='Lihat bukti']").first().click(); await p.waitForTimeout(600); console.log("pressed", await p.locator("button[aria-pressed=true]").count(), "sheet", await p.getByRole("button", { name: "Tutup bukti" }).count()); }],
  ["197909122006041002", "/penilaian", "queue-keys", async (p) => { await p.keyboard.press("?"); }],
  ["197909122006041002", "/tim", "team"],
  ["197104052000032001", "/tim?cakupan=unit", "team-unit"],
  ["198503142008042001", "/umpan-balik", "ub"],
  ["198503142008042001", "/umpan-balik?buat=minta", "ub-ask"],
  ["197909122006041002", "/umpan-balik?buat=beri", "ub-give"],
];
const only = process.argv[2];
const browser = await chromium.launch(await findBrowser());
for (const [width, height] of [[360, 740], [1366, 768]] as const) {
  for (const [nip, path, name, act] of jobs) {
    if (only && name !== only) continue;
    const context = await browser.newContext({ viewport: { width, height }, locale: "id-ID" });
    const page = await context.newPage();
    page.on("console", (m) => m.type() === "error" && console.log(name, "console:", m.text().slice(0, 300)));
    page.on("pageerror", (e) => console.log(name, "pageerror:", String(e).slice(0, 300)));
    await page.request.post(`${base}/api/session`, { data: { nip, password: "timbangan-adil-langsa" } });
    await page.goto(`${base}${path}`);
    await page.waitForSelector("main h1", { timeout: 20000 }).catch(() => console.log(name, "no heading"));
    await page.waitForTimeout(900);
    if (act) await act(page);
    await page.waitForTimeout(300);
    const axe = await new AxeBuilder({ page }).analyze();
    console.log(width, name, "scrollWidth", await page.evaluate(() => document.documentElement.scrollWidth), "axe", axe.violations.map((v) => `${v.id} ${v.nodes.length} ${v.nodes[0]?.html.slice(0, 120)}`));
    await page.screenshot({ path: `/tmp/shots-rv/${name}-${width}.png`, fullPage: width === 360 && !act });
    await context.close();
  }
}
await browser.close();
