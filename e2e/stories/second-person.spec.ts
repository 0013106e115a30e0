import { expect, test, type Page } from "@playwright/test";
import { kept } from "../kept.ts";
import { bkpsdm, pegawai } from "../people.ts";
import { DESK, signIn } from "../visit.ts";

test.use(DESK);

const SECRET = "Catatan pribadi yang belum sempat terkirim.";

/** Types a note that cannot leave the device now. */
async function leaveNoteBehind(page: Page): Promise<void> {
  await page.route("**/api/daily-note", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.goto("/beranda");
  await page.getByLabel("Satu kalimat tentang pekerjaan hari ini").fill(SECRET);
  await page.getByRole("button", { name: "Catat", exact: true }).click();
  await expect.poll(() => kept(page)).toContain(SECRET);
}

async function findsNothingOf(page: Page, name: string): Promise<void> {
  expect(await kept(page)).not.toContain(SECRET);
  await expect(page.getByText(name)).toHaveCount(0);
  // All the way back: what the browser still shows of earlier pages.
  for (let step = 0; step < 6; step++) {
    await page.goBack().catch(() => undefined);
    await expect(page.getByText(name)).toHaveCount(0);
    await expect(page.getByText(SECRET)).toHaveCount(0);
  }
}

test("who signs in after somebody has signed out finds nothing of that person", async ({ page }) => {
  await signIn(page, pegawai);
  await page.goto("/hasil");
  await page.getByRole("link", { name: /Triwulan II 2026/ }).click();
  await expect(page.getByText(pegawai.name).first()).toBeVisible();
  await leaveNoteBehind(page);
  await page.getByRole("button", { name: "Keluar", exact: true }).click();
  await expect(page).toHaveURL(/\/masuk/);
  expect(await kept(page)).not.toContain(SECRET);
  await page.goBack();
  await expect(page).toHaveURL(/\/masuk/);

  await page.unroute("**/api/daily-note");
  await signIn(page, bkpsdm);
  await expect(page.getByText(bkpsdm.name).first()).toBeVisible();
  await findsNothingOf(page, pegawai.name);
});

test("a session that ended by itself keeps its words for their owner, and gives nothing to the next person", async ({ page, context }) => {
  await signIn(page, pegawai);
  await leaveNoteBehind(page);
  await context.clearCookies();
  await page.goto("/laporan");
  await expect(page).toHaveURL(/\/masuk/);

  await test.step("the owner comes back: it is still there", async () => {
    await signIn(page, pegawai);
    await expect(page).toHaveURL(/\/laporan/);
    expect(await kept(page)).toContain(SECRET);
  });
  await test.step("somebody else comes: it is gone", async () => {
    await context.clearCookies();
    await page.goto("/laporan");
    await expect(page).toHaveURL(/\/masuk/);
    await page.unroute("**/api/daily-note");
    await signIn(page, bkpsdm);
    await findsNothingOf(page, pegawai.name);
  });
});
