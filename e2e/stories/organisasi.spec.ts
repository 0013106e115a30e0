import { expect, type Page, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { bkpsdm } from "../people.ts";
import { DESK, PHONE, read, visitAs } from "../visit.ts";

/** Two departments whom no other story reads; the plan is taken back at the end. */
const GOES = "Dinas Perpustakaan dan Kearsipan";
const STAYS = "Dinas Lingkungan Hidup";
const MERGED = "Dinas Lingkungan Hidup, Perpustakaan dan Kearsipan";
const DAY = "2027-02-01";

type Tree = { units: { unitId: string; name: string; head: { id: string; name: string } | null }[] };
const names = async (page: Page, on: string): Promise<string[]> => (await read<Tree>(page.request, `/api/organisation?on=${on}`)).units.map(({ name }) => name);

test("BKPSDM merges two departments on a day to come: sees who and what moves, applies it, looks at both days, and takes it back", async ({ browser }) => {
  const { context, page } = await visitAs(browser, bkpsdm, DESK);
  const before = await (await context.request.get(`/api/organisation?on=${DAY}`)).text();
  await page.goto("/organisasi");
  await isDrawn(page);
  await hasNoBarrier(page, "/organisasi");
  await page.getByLabel("Susunan pada hari").fill(DAY);
  await page.getByLabel("Cari unit atau pimpinan").fill("perpustakaan");
  await page.getByRole("treeitem", { name: GOES }).click();
  await page.getByLabel("Cari unit atau pimpinan").fill("");

  // Units, people, and the work that is open: all before anything is written.
  await page.getByRole("button", { name: "Gabungkan" }).click();
  await page.getByRole("searchbox", { name: "Digabungkan ke unit mana?" }).fill("lingkungan hidup");
  await page.getByRole("radio", { name: STAYS, exact: true }).check();
  await page.getByLabel("Nama unit sesudah digabung").fill(MERGED);
  await page.getByRole("button", { name: "Masukkan ke rancangan" }).click();
  const foreseen = page.getByRole("region", { name: "Yang akan terjadi" });
  await expect(foreseen.getByText(/^\d+ unit ikut pindah, dengan \d+ orang di dalamnya$/)).toBeVisible();
  await expect(foreseen.getByText(/^\d+ orang berganti penilai$/)).toBeVisible();
  await expect(foreseen.getByText("1 pimpinan kehilangan jabatan pimpinan")).toBeVisible();
  await foreseen.getByText(/^\d+ orang berganti penilai$/).click();
  await expect(page.getByRole("treeitem", { name: MERGED })).toBeVisible();
  await expect(page.getByRole("treeitem", { name: GOES, exact: false })).toHaveCount(0);
  await page.getByRole("radio", { name: "Sebelum" }).check();
  await expect(page.getByRole("treeitem", { name: GOES })).toBeVisible();
  await page.getByRole("radio", { name: "Sesudah rancangan" }).check();
  expect(await names(page, DAY)).toContain(GOES);
  await hasNoBarrier(page, "/organisasi, with a draft");
  await fits(page, "/organisasi, with a draft");
  await picture(page, "organisasi");
  await page.setViewportSize(PHONE.viewport);
  await fits(page, "/organisasi, with a draft on a phone");
  await page.setViewportSize(DESK.viewport);

  await page.getByLabel("Dasar hukum").fill("Qanun contoh tentang penggabungan dinas");
  await page.getByRole("button", { name: "Terapkan mulai 1 Februari 2027" }).click();
  await hasNoBarrier(page, "/organisasi, asked once more");
  await page.getByRole("dialog").getByRole("button", { name: "Terapkan semua" }).click();
  await expect(page.getByText("Tersimpan. Berlaku mulai 1 Februari 2027.")).toBeVisible();
  expect([(await names(page, "2027-01-31")).includes(GOES), (await names(page, DAY)).includes(GOES), (await names(page, DAY)).includes(MERGED)]).toEqual([true, false, true]);

  // The day before: the tree of then, from the same screen.
  await page.getByLabel("Susunan pada hari").fill("2027-01-31");
  await page.getByLabel("Cari unit atau pimpinan").fill("perpustakaan");
  await expect(page.getByRole("treeitem", { name: GOES })).toBeVisible();

  await page.getByRole("link", { name: "Riwayat dan rencana" }).click();
  const plan = page.getByRole("region", { name: "Rencana" });
  await expect(plan.getByText(`Gabungkan ${GOES} ke ${STAYS}`)).toBeVisible();
  await hasNoBarrier(page, "/organisasi?lihat=perubahan");
  await plan.getByRole("button", { name: "Batalkan rencana 1 Februari 2027" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Batalkan rencana" }).click();
  await expect(page.getByText("dibatalkan", { exact: true })).toBeVisible();
  expect(await (await context.request.get(`/api/organisation?on=${DAY}`)).text()).toBe(before);
  await context.close();
});
