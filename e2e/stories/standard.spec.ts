import { expect, test, type Page } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { analis, bkpsdm, headOfBkpsdm } from "../people.ts";
import { DESK, PHONE, visitAs } from "../visit.ts";

const NAME = "Standar penilaian percobaan 2027";

test("a standard: the analis drafts it and asks what it would change, the head of BKPSDM publishes it for July 2027", async ({ browser }) => {
  const maker = await visitAs(browser, analis, DESK);
  await maker.page.goto("/standar");
  await isDrawn(maker.page);
  await maker.page.getByRole("button", { name: "Susun standar baru" }).click();
  await maker.page.getByLabel("Nama standar").fill(NAME);
  await maker.page.getByLabel("Dasar hukum").fill("Peraturan Wali Kota percobaan, pasal 3");
  await maker.page.getByLabel("Berlaku mulai").fill("2027-07-01");
  await open(maker.page, "Indeks kota");
  await maker.page.getByLabel("Capaian tertinggi di dalam indeks").fill("110");
  await expect(maker.page.getByText("1 hal berbeda dari standar sekarang.")).toBeVisible();
  await hasNoBarrier(maker.page, "/standar, form open");
  await maker.page.getByRole("button", { name: "Simpan rancangan" }).click();
  await maker.page.getByRole("button", { name: "Hitung" }).click();
  await expect(maker.page.getByText(/^Indeks [\d.]+ dari [\d.]+ orang akan berbeda\.$/)).toBeVisible({ timeout: 30_000 });
  await hasNoBarrier(maker.page, "/standar, what if");
  await maker.page.getByRole("heading", { name: "Bagaimana jika?" }).scrollIntoViewIfNeeded();
  await maker.page.getByRole("button", { name: "Serahkan ke Kepala BKPSDM" }).click();
  await expect(maker.page.getByText("Menunggu Kepala BKPSDM")).toBeVisible();

  const head = await visitAs(browser, headOfBkpsdm, PHONE);
  await head.page.goto("/standar");
  await isDrawn(head.page);
  await fits(head.page, "/standar");
  await head.page.getByRole("button", { name: `Buka rancangan ${NAME}` }).tap();
  await expect(head.page.getByRole("rowheader", { name: "Capaian tertinggi di dalam indeks" })).toBeVisible();
  await fits(head.page, "/standar, draft open");
  await hasNoBarrier(head.page, "/standar, draft open");
  await head.page.getByRole("button", { name: "Terbitkan" }).tap();
  await expect(head.page.getByText("Terbitkan standar ini?")).toBeVisible();
  await head.page.getByRole("button", { name: "Terbitkan" }).tap();
  await expect(head.page.getByText("Akan berlaku")).toBeVisible();
  for (const { context } of [maker, head]) await context.close();
});

test("the calendar: a holiday of 2027 shows the deadlines that it moves before it is saved, and the year follows", async ({ browser }) => {
  const { page, context } = await visitAs(browser, bkpsdm, DESK);
  await page.goto("/tahun?tahun=2027");
  await isDrawn(page);
  const april = page.getByRole("row").filter({ hasText: /^April/ });
  const before = await april.textContent();
  await page.goto("/kalender?tahun=2027");
  await isDrawn(page);
  await page.getByRole("button", { name: "Tambah hari" }).click();
  await page.getByLabel("Hari", { exact: true }).fill("2027-05-05");
  await page.getByLabel("Nama").fill("Hari percobaan");
  await page.getByLabel("Dasar").fill("Keputusan percobaan 1/2027");
  await page.getByRole("button", { name: "Lihat akibatnya" }).click();
  await expect(page.getByRole("heading", { name: /: \d+ tenggat bergeser\.$/ })).toBeVisible();
  await hasNoBarrier(page, "/kalender, effects");
  await picture(page, "kalender");
  await page.getByRole("button", { name: "Simpan perubahan" }).click();
  await expect(page.getByText("Kalender disimpan. Semua tenggat mengikuti.")).toBeVisible();
  await page.goto("/tahun?tahun=2027");
  await isDrawn(page);
  await expect(april).not.toHaveText(before ?? "");
  await context.close();
});

/** A folded part of the form. */
async function open(page: Page, group: string): Promise<void> {
  await page.locator("form").getByText(group, { exact: true }).click();
}
