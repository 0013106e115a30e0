import { randomUUID } from "node:crypto";
import { expect, test, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { Effort, effortTable } from "../effort.ts";
import { pegawai, pharmacist, pharmacistOfTheCity, doctor, type Person } from "../people.ts";
import { fieldIn, goOn, type Report, type Row, rowOf, stepsOf } from "../report.ts";
import { activate, OURS, PHONE, read, visitAs } from "../visit.ts";

const MONTH = "2026-11";
const SENTENCE = "Stok dan resep bulan ini dicocokkan, selisih nol, laporan rapi.";

test.afterAll(() => console.log(`\n${effortTable()}\n`));

type Visit = { context: BrowserContext; page: Page; effort: Effort; report: Report };

/** Somebody with four figures to report, at the first page, phone in hand. */
async function atTheFirstPage(browser: Parameters<typeof visitAs>[0], person: Person, prepare: (context: BrowserContext, report: Report) => Promise<void> = async () => undefined): Promise<Visit> {
  const { context, page } = await visitAs(browser, person, PHONE, activate);
  const report = await read<Report>(context.request, `/api/monthly-report/${MONTH}`);
  expect(report.rows.filter(({ isDue }) => isDue), `${person.name} has four figures to report`).toHaveLength(4);
  await prepare(context, report);
  const effort = await Effort.begin(page, "phone");
  await page.goto("/beranda");
  await effort.reads();
  return { context, page, effort, report };
}

/** Each result in turn: its figure is typed, its sentence comes as the story wants it. */
async function fill({ page, effort, report }: Visit, figureOf: (row: Row) => [string] | [string, string], sentence: (part: Locator) => Promise<void>): Promise<void> {
  await page.getByRole("main").getByRole("link", { name: /^(Isi laporan|Lanjutkan laporan)$/ }).tap();
  for (const rows of stepsOf(report)) {
    await expect(rowOf(page, rows[0])).toBeVisible();
    await effort.reads();
    for (const row of rows) {
      const part = rowOf(page, row);
      await enterFigure(effort, part, figureOf(row));
      await sentence(part);
      await expect(part.getByLabel("Mengapa di bawah target?"), "the story's figures reach their targets").toHaveCount(0);
    }
    await goOn(page).tap();
  }
}

async function enterFigure(effort: Effort, part: Locator, [figure, outOf]: [string] | [string, string]): Promise<void> {
  const asTarget = part.getByRole("button", { name: /^Sesuai target/ });
  if (await asTarget.isVisible()) await asTarget.tap();
  else await effort.types(fieldIn(part, "figure"), figure);
  if (outOf !== undefined) await effort.types(fieldIn(part, "outOf"), outOf);
}

async function send({ page, effort, context }: Visit): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: /Periksa, lalu kirim/ })).toBeVisible();
  await effort.reads();
  await page.getByRole("button", { name: "Kirim laporan" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Laporan November sudah terkirim." })).toBeVisible();
  expect((await read<Report>(context.request, `/api/monthly-report/${MONTH}`)).status).toBe("submitted");
}

/** A figure that reaches the target, whichever way it counts. */
function reached({ indikator, target }: Row): [string] | [string, string] {
  if (indikator.jenis !== "rasio") return [String(target ?? 1)];
  return indikator.arah === "min" ? ["0", "20"] : ["20", "20"];
}

async function photographs(page: Page, effort: Effort): Promise<void> {
  const photo = await page.screenshot();
  const chooser = page.waitForEvent("filechooser");
  await page.getByText("Kamera", { exact: true }).tap();
  effort.usesCamera();
  await (await chooser).setFiles({ name: "IMG_1.png", mimeType: "image/png", buffer: photo });
  await expect(page.getByRole("listitem").filter({ hasText: "IMG_1.jpg" })).toBeVisible();
}

test("a daily note is two taps and a sentence, without signal too", async ({ browser }) => {
  const { context, page } = await visitAs(browser, pegawai, PHONE);
  const effort = await Effort.begin(page, "phone");
  await page.goto("/beranda");
  await effort.reads();
  await context.setOffline(true);
  // The word comes while nothing is touched: it may not push the page.
  await expect(page.getByText("Tidak ada sinyal. Isian Anda tetap aman.")).toBeVisible();
  await effort.types(page.getByLabel("Satu kalimat tentang pekerjaan hari ini"), "Kelas ibu hamil.");
  await page.getByRole("button", { name: "Catat", exact: true }).tap();
  await expect(page.getByText("Catatan tersimpan.")).toBeVisible();
  await effort.reaches("Daily note, no signal", { taps: 3, seconds: 15 });
  await context.setOffline(false);
  await expect.poll(async () => JSON.stringify(await read(context.request, `/api/daily-note?month=${MONTH}`))).toContain("Kelas ibu hamil.");
  await context.close();
});

test("four figures from daily notes, one of them with a photo", async ({ browser }) => {
  const visit = await atTheFirstPage(browser, pharmacist, async ({ request }, { rows }) => {
    for (const [at, { hasilKerja }] of rows.entries()) {
      const id = randomUUID();
      const made = await request.post("/api/daily-note", { headers: OURS, data: { id, day: "2026-11-18", text: "Stok dan resep hari ini sudah dicocokkan.", lineId: hasilKerja.lineId } });
      expect(made.status()).toBe(200);
      if (at > 0) continue;
      const page = await browser.newPage();
      const photo = await page.screenshot({ type: "jpeg" });
      await page.close();
      const kept = await request.put(`/api/evidence/${randomUUID()}/file?noteId=${id}&title=Rak%20obat`, { headers: { ...OURS, "content-type": "image/jpeg" }, data: photo });
      expect(kept.status()).toBe(200);
    }
  });
  // The notes of a result fill all its sentences at one tap.
  await fill(visit, reached, async (part) => {
    if ((await fieldIn(part, "sentence").inputValue()) === "") await part.getByRole("button", { name: /^Isi dari \d+ catatan harian$/ }).tap();
  });
  await send(visit);
  await visit.effort.reaches("Monthly report, 4 rows, from notes", { taps: 16, seconds: 90 });
  await visit.context.close();
});

test("four figures without notes, a sentence of about sixty letters each", async ({ browser }) => {
  const visit = await atTheFirstPage(browser, pharmacistOfTheCity);
  let isFirst = true;
  await fill(visit, reached, async (part) => {
    await visit.effort.types(fieldIn(part, "sentence"), SENTENCE);
    if (isFirst) await photographs(visit.page, visit.effort);
    isFirst = false;
  });
  await send(visit);
  await visit.effort.reaches("Monthly report, 4 rows, no notes", { taps: 20, seconds: 240 });
  await visit.context.close();
});

test("nothing has changed since last month: only the figures are asked again", async ({ browser }) => {
  const visit = await atTheFirstPage(browser, doctor);
  let isFirst = true;
  await fill(visit, reached, async (part) => {
    await part.getByRole("button", { name: "Sama seperti bulan lalu" }).tap();
    if (isFirst) await photographs(visit.page, visit.effort);
    isFirst = false;
  });
  await send(visit);
  await visit.effort.reaches("Monthly report, 4 rows, nothing changed", { seconds: 90, hope: "≤ 6 taps" });
  await visit.context.close();
});
