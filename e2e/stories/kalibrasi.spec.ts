import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { analis, kepala } from "../people.ts";
import { DESK, PHONE, read, visitAs } from "../visit.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const WHY = "Bukti April dan Mei menunjukkan target terlampaui di semua posyandu.";
let address = "";

test("the head opens a rapat kalibrasi; names open with the evidence, and a proposal changes nothing", async ({ browser }) => {
  const head = await visitAs(browser, kepala, DESK);
  const { page } = head;
  const { periods } = await read<{ periods: { id: string; state: string }[] }>(head.context.request, "/api/kalibrasi");
  await page.goto(`/kalibrasi?periode=${periods.find(({ state }) => state === "closed")?.id ?? ""}`);
  await page.getByRole("link", { name: "Buka Dinas Kesehatan" }).click();
  await page.getByRole("button", { name: "Buka rapat kalibrasi" }).click();
  await expect(page.getByText(/Analis BKPSDM belum hadir/)).toBeVisible();
  address = new URL(page.url()).pathname;

  const guest = await visitAs(browser, analis, DESK);
  await guest.page.goto(address);
  await guest.page.getByRole("button", { name: "Saya hadir" }).click();
  await expect(guest.page.getByText(/Analis BKPSDM hadir/)).toBeVisible();
  await guest.context.close();

  await page.goto(`${address}?lihat=pola`);
  await expect(page.getByText(/Selang 95%/).first()).toBeVisible();
  await picture(page, "rapat-kalibrasi");
  await hasNoBarrier(page, "/kalibrasi, pola");
  await page.goto(`${address}?lihat=papan`);
  await hasNoBarrier(page, "/kalibrasi, board");
  // The menu, twin of dragging, leads to the case with that proposal; its name is not there yet.
  await page.getByRole("combobox", { name: "Pindahkan Kasus 2 ke" }).selectOption("hasil kerja di atas, perilaku di atas");
  await expect(page.getByRole("heading", { level: 1, name: /^Kasus 2: / })).toBeVisible();
  await hasNoBarrier(page, "/kalibrasi, a case");
  await page.getByRole("button", { name: "Ya, saya sudah membaca buktinya" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Kasus 2, .+: / })).toBeVisible();
  await page.getByLabel("Alasan usul").fill(WHY);
  await page.getByRole("button", { name: "Kirim usul" }).click();
  await expect(page.getByText(WHY)).toBeVisible();
  await expect(page.getByText(/^Menunggu jawaban /)).toBeVisible();
  await expect(page.getByText("Tidak ada perubahan lain.")).toBeVisible();
  await page.goto(`${address}?lihat=pola`);
  await expect(page.getByText("Belum ada yang berubah.")).toBeVisible();
  await head.context.close();
});

test("a case dragged on the board does what the menu does; on a phone everything fits", async ({ browser }) => {
  const { context, page } = await visitAs(browser, kepala, DESK);
  await page.goto(`${address}?lihat=papan`);
  await isDrawn(page);
  const piece = page.getByRole("listitem").filter({ hasText: /^Kasus 1$|^Kasus 1P/ }).first();
  // As a hand does it: the browser needs a frame between taking up, passing over and letting go.
  const target = page.locator("td[data-name='Perilaku sesuai']").first();
  await piece.scrollIntoViewIfNeeded();
  const [from, to] = [await piece.boundingBox(), await target.boundingBox()];
  if (from === null || to === null) throw new Error("the board is not drawn");
  // Between its link and its menu: a press on the menu would open it.
  await page.mouse.move(from.x + 100, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, from.y + 40, { steps: 8 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\/kasus\/[0-9a-f-]+\?usul=/);
  await context.close();

  const phone = await visitAs(browser, kepala, PHONE);
  for (const view of ["kasus", "papan", "pola", "usul"]) {
    await phone.page.goto(`${address}?lihat=${view}`);
    await isDrawn(phone.page);
    await fits(phone.page, `/kalibrasi ${view} 360`);
  }
  await hasNoBarrier(phone.page, "/kalibrasi, proposals 360");
  await phone.context.close();
});
