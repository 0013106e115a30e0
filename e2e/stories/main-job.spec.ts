import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, expect, test, type Browser, type BrowserContext, type LaunchOptions, type Page } from "@playwright/test";
import { hasNoBarrier, picture } from "../looks.ts";
import { auditor, bkpsdm, kepala, pegawai, penilai } from "../people.ts";
import { fieldIn, fillRow, goOn, isEmpty, type Report, rowOf, saysSaved, stepsOf } from "../report.ts";
import { DESK, PHONE, read, signIn, visitAs } from "../visit.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const MONTH = "2026-11";
const REPAIR = "Jumlah persalinan belum sama dengan register puskesmas.";
/** The second result's first row: typed without signal, returned by the penilai, repaired by the pegawai. */
const REPAIRED = "20 dari 20 persalinan, sama dengan register.";
const phoneHome = mkdtempSync(path.join(tmpdir(), "teraju-phone-"));
test.afterAll(() => rmSync(phoneHome, { recursive: true, force: true }));

/** The pegawai's own phone: what it keeps survives its browser. */
function takePhone(launchOptions: LaunchOptions, baseURL: string | undefined): Promise<BrowserContext> {
  return chromium.launchPersistentContext(phoneHome, { ...launchOptions, ...PHONE, locale: "id-ID", timezoneId: "Asia/Jakarta", ...(baseURL === undefined ? {} : { baseURL }) });
}

/** Opens a page on the phone; after a crash the session may be forgotten, and then one signs in again. */
async function openOnPhone(phone: BrowserContext, address: string): Promise<Page> {
  const page = phone.pages()[0] ?? (await phone.newPage());
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  if (page.url().includes("/masuk")) await signIn(page, pegawai);
  return page;
}

/** The phone's browser dies in the middle of everything, as when the battery is empty. */
async function kill(phone: BrowserContext, page: Page): Promise<void> {
  const gone = new Promise((resolve) => phone.once("close", resolve));
  const wire = await phone.newCDPSession(page);
  void wire.send("Browser.crash").catch(() => undefined);
  await gone;
}

/** How often the trail says that this report was sent. */
async function submissionsOf(browser: Browser, reportId: string): Promise<number> {
  const { context } = await visitAs(browser, auditor, DESK);
  const { entries } = await read<{ entries: { action: string }[] }>(context.request, `/api/audit?target=${reportId}`);
  await context.close();
  return entries.filter(({ action }) => action === "monthly_report.submit").length;
}

/** What the two dashboards say: reports arrived, and in words. */
async function dashboards(browser: Browser): Promise<{ department: number; city: number }> {
  const first = async (page: Page, address: string, title: RegExp): Promise<number> => {
    await page.goto(address);
    const heading = page.getByRole("heading", { level: 1, name: title });
    await expect(heading).toBeVisible();
    return Number((await heading.innerText()).split(" ")[0]?.replace(".", ""));
  };
  const head = await visitAs(browser, kepala, DESK);
  const department = await first(head.page, "/dasbor", /dari .* laporan November masuk/);
  await picture(head.page, "dasbor-opd");
  const office = await visitAs(browser, bkpsdm, DESK);
  const city = await first(office.page, "/kota", /dari .* laporan November 2026 masuk/);
  await picture(office.page, "kota");
  await head.context.close();
  await office.context.close();
  return { department, city };
}

let before = { department: 0, city: 0 };
test("before: the dashboards of the department and of the city", async ({ browser }) => {
  before = await dashboards(browser);
  expect(before.city).toBeGreaterThan(before.department);
});

test("the pegawai reports on a phone that loses its signal and then its browser; the report arrives once", async ({ launchOptions, baseURL, browser }) => {
  let phone = await takePhone(launchOptions, baseURL);
  let page = await openOnPhone(phone, "/");
  await expect(page).toHaveURL(/\/beranda$/);
  await picture(page, "beranda");
  const draft = await read<Report>(phone.request, `/api/monthly-report/${MONTH}`);
  expect(draft.status).toBe("draft");
  // The way in leads to the first result that lacks something.
  const steps = stepsOf(draft).filter((rows) => rows.some((row) => row.isDue && isEmpty(row)));
  expect(steps.length).toBeGreaterThan(2);

  await test.step("with signal: the first result, with a photo as evidence", async () => {
    await page.getByRole("link", { name: "Lanjutkan laporan" }).click();
    await expect(page).toHaveURL(/\/laporan\/2026-11/);
    for (const row of (steps[0] ?? []).filter((one) => one.isDue)) await fillRow(page, row, "Pelayanan berjalan sesuai jadwal.");
    const photo = await page.screenshot({ type: "png" });
    await page.getByLabel("Kamera").setInputFiles({ name: "IMG_20261123.png", mimeType: "image/png", buffer: photo });
    await expect(page.getByRole("listitem").filter({ hasText: "IMG_20261123.jpg" })).toBeVisible();
    await saysSaved(page, "server");
    await hasNoBarrier(page, "a filled step");
    await picture(page, "laporan-bulanan");
  });

  await test.step("without signal: the rest, and Kirim", async () => {
    await phone.setOffline(true);
    await expect(page.getByText("Tidak ada sinyal. Isian Anda tetap aman.")).toBeVisible();
    await goOn(page).click();
    for (const rows of steps.slice(1)) {
      // Each step begins at its beginning, wherever the last one was left.
      await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
      for (const row of rows.filter((one) => one.isDue && isEmpty(one))) await fillRow(page, row, "Semua tercatat dan sudah dicocokkan.");
      await saysSaved(page, "phone");
      await goOn(page).click();
    }
    await expect(page.getByRole("heading", { level: 1, name: /Periksa, lalu kirim/ })).toBeVisible();
    await picture(page, "periksa-dan-kirim");
    await hasNoBarrier(page, "the check page without signal");
    await page.getByRole("button", { name: "Kirim laporan" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Laporan November siap terkirim." })).toBeVisible();
    await saysSaved(page, "phone");
    await hasNoBarrier(page, "a report on its way");
  });

  await test.step("the browser is killed; nothing has arrived", async () => {
    await kill(phone, page);
    const { context } = await visitAs(browser, pegawai, PHONE);
    expect((await read<Report>(context.request, `/api/monthly-report/${MONTH}`)).status).toBe("draft");
    await context.close();
  });

  await test.step("the signal is back: it arrives by itself, once, with all that was typed", async () => {
    phone = await takePhone(launchOptions, baseURL);
    page = await openOnPhone(phone, "/beranda");
    await expect.poll(async () => (await read<Report>(phone.request, `/api/monthly-report/${MONTH}`)).status, { timeout: 20_000 }).toBe("submitted");
    await page.goto(`/laporan/${MONTH}/periksa`);
    await expect(page.getByRole("heading", { level: 1, name: "Laporan November sudah terkirim." })).toBeVisible();
    const after = await read<Report>(phone.request, `/api/monthly-report/${MONTH}`);
    expect(after.receiptNumber).not.toBeNull();
    await expect(page.getByText(after.receiptNumber ?? "")).toBeVisible();
    expect(after.rows.flatMap((row) => row.evidence)).toHaveLength(1);
    expect(after.rows.filter((row) => row.isDue && isEmpty(row))).toEqual([]);
    expect(after.rows.find((row) => row.id === steps[1]?.[0]?.id)?.sentence).toBe("Semua tercatat dan sudah dicocokkan.");
    expect(await submissionsOf(browser, after.id)).toBe(1);
  });
  await phone.close();
});

test("the penilai returns one row with a reason; the pegawai repairs it and sends again; the penilai accepts the rest", async ({ launchOptions, baseURL, browser }) => {
  const { context, page } = await visitAs(browser, penilai, DESK);
  const inQueue = page.getByRole("navigation", { name: "Antrean" }).getByRole("link", { name: pegawai.name });
  const desk = page.getByRole("region", { name: pegawai.name, exact: true });

  await test.step("one row back, the others accepted", async () => {
    await page.goto("/penilaian");
    await picture(page, "antrean-penilaian");
    await inQueue.click();
    await desk.getByRole("button", { name: /Minta perbaikan/ }).nth(3).click();
    await desk.getByLabel("Apa yang perlu diperbaiki").fill(REPAIR);
    await desk.getByRole("button", { name: /Lihat bukti: IMG_20261123/ }).click();
    await expect(page.getByRole("img")).toBeVisible();
    await page.getByRole("button", { name: "Terima sisanya" }).click();
    await hasNoBarrier(page, "/penilaian, evidence open and a row returned");
    await page.getByRole("button", { name: "Kembalikan dan lanjut" }).click();
    await expect(page.getByText(`Laporan ${pegawai.name} dikembalikan.`)).toBeVisible();
    await expect(inQueue).toHaveCount(0);
  });

  const phone = await takePhone(launchOptions, baseURL);
  await test.step("the pegawai reads why, repairs, sends again", async () => {
    const hand = await openOnPhone(phone, "/beranda");
    await expect(hand.getByText("Laporan November dikembalikan.")).toBeVisible();
    await hand.getByRole("link", { name: "Perbaiki" }).click();
    const { rows } = await read<Report>(phone.request, `/api/monthly-report/${MONTH}`);
    const row = rows[3];
    if (row === undefined) throw new Error("The returned row is gone.");
    await expect(rowOf(hand, row).getByText(REPAIR)).toBeVisible();
    await hasNoBarrier(hand, "a returned step");
    await fieldIn(rowOf(hand, row), "sentence").fill(REPAIRED);
    await saysSaved(hand, "server");
    await hand.goto(`/laporan/${MONTH}/periksa`);
    await hand.getByRole("button", { name: "Kirim laporan" }).click();
    await expect(hand.getByRole("heading", { level: 1, name: "Laporan November sudah terkirim." })).toBeVisible();
  });
  await phone.close();

  await test.step("repaired: one press takes the rest", async () => {
    await page.reload();
    await expect(inQueue.getByText("Sudah diperbaiki")).toBeVisible();
    await inQueue.click();
    await expect(desk.getByText(REPAIRED)).toBeVisible();
    await expect(desk.getByText(REPAIR)).toBeVisible();
    await page.getByRole("button", { name: "Terima sisanya" }).click();
    await page.getByRole("button", { name: "Kirim dan lanjut" }).click();
    await expect(page.getByText(`Laporan ${pegawai.name} selesai diperiksa.`)).toBeVisible();
    await expect(inQueue).toHaveCount(0);
  });
  await context.close();
});

const NOTE = "Register persalinan September terlambat dua kali.";
const REASON = "Dua bulan berturut-turut register terlambat, sudah disampaikan pada Juli.";

test("the penilai may not rate di bawah with a note of today; with one given in time, and answered for, he may", async ({ browser }) => {
  const { context, page } = await visitAs(browser, penilai, DESK);

  await test.step("today's note", async () => {
    await page.goto("/umpan-balik");
    await page.getByRole("button", { name: "Beri umpan balik" }).click();
    const form = page.getByRole("region", { name: "Beri umpan balik" });
    await form.getByRole("textbox", { name: "Kepada siapa" }).fill("Cut Nurhayati");
    await form.getByRole("radio", { name: pegawai.name }).check();
    await form.getByLabel("Bulan").selectOption("September 2026");
    await form.getByLabel("Isi umpan balik").fill(NOTE);
    await form.getByRole("radio", { name: "Perlu dibenahi" }).check();
    await hasNoBarrier(page, "/umpan-balik, a new one");
    await form.getByRole("button", { name: "Kirim", exact: true }).click();
    await expect(page.getByText(`Umpan balik untuk ${pegawai.name} terkirim.`)).toBeVisible();
  });

  const overall = (name: string) => page.getByRole("group", { name, exact: true });
  const basis = (text: string) => page.getByRole("group", { name: "Dasar rating" }).getByRole("checkbox", { name: text });
  const save = page.getByRole("button", { name: /Simpan rating/ });
  await test.step("ratings, with that note as the ground: refused, and said why", async () => {
    await page.goto("/penetapan/kini");
    await page.getByRole("navigation", { name: "Tim yang dinilai" }).getByRole("link", { name: pegawai.name }).click();
    await expect(overall("Rating perilaku kerja")).toBeVisible();
    for (const group of await page.getByRole("group", { name: /^Rating: / }).all()) await group.getByRole("radio", { name: "sesuai" }).check({ force: true });
    await overall("Rating perilaku kerja").getByRole("radio", { name: "sesuai" }).check({ force: true });
    await overall("Rating hasil kerja").getByRole("radio", { name: "di bawah" }).check({ force: true });
    await basis(NOTE).check();
    await page.getByLabel("Alasan berbeda dari saran").fill(REASON);
    await picture(page, "penetapan");
    await save.click();
    await expect(page.getByText("Catatan Anda tentang hasil kerja terlalu baru untuk dasar rating.").first()).toBeVisible();
    await hasNoBarrier(page, "/penetapan, refused");
  });

  await test.step("the note of July was given in time", async () => {
    await basis(NOTE).uncheck();
    await basis("Mohon perhatikan batas waktu laporan.").check();
    await save.click();
    await expect(page.getByText("Tersimpan.", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Tetapkan hasil" }).click();
    const dialog = page.getByRole("dialog");
    await hasNoBarrier(page, "/penetapan, about to be set");
    await dialog.getByRole("button", { name: "Tetapkan hasil" }).click();
    await expect(page.getByText("Sudah ditetapkan: Butuh perbaikan.")).toBeVisible();
  });
  await context.close();
});

test("the pegawai reads why, and can have it computed again", async ({ launchOptions, baseURL }) => {
  const phone = await takePhone(launchOptions, baseURL);
  const page = await openOnPhone(phone, "/hasil");
  await page.getByRole("link", { name: /Triwulan III 2026.*baru.*Butuh perbaikan/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Hasil Triwulan III 2026, ${pegawai.name} Butuh perbaikan` })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mengapa Butuh perbaikan?" })).toBeVisible();
  await expect(page.getByText("Hasil kerja di bawah dan perilaku sesuai ekspektasi.")).toBeVisible();
  const ground = page.getByRole("region", { name: "Dasar penetapan" });
  await expect(ground.getByText(REASON)).toBeVisible();
  await expect(ground.getByText("Mohon perhatikan batas waktu laporan.")).toBeVisible();
  await expect(page.getByText(NOTE)).toHaveCount(0);
  await expect(page.getByText(/^Hitungan 14 hari kerja mulai besok\. Sisa 14 hari kerja, sampai /).first()).toBeVisible();
  await picture(page, "hasil");
  await hasNoBarrier(page, "/hasil/:id, di bawah");
  await page.getByRole("button", { name: "Hitung ulang" }).click();
  await expect(page.getByText("Sama. Hasil tidak berubah sejak ditetapkan.")).toBeVisible();
  await phone.close();
});

test("after: both dashboards count one report more", async ({ browser }) => {
  expect(await dashboards(browser)).toEqual({ department: before.department + 1, city: before.city + 1 });
});
