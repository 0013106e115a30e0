import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { analis, kepala } from "../people.ts";
import { DESK, OURS, PHONE, read, visitAs } from "../visit.ts";

test("a rapat kalibrasi of a whole department: the pola as a band, a case dragged on the board does what the menu does, on a phone everything fits", async ({ browser }) => {
  // Opening, attending, proposing and answering are in the story of the year's end.
  const { context, page } = await visitAs(browser, kepala, DESK);
  const { periods } = await read<{ periods: { id: string; state: string }[] }>(context.request, "/api/kalibrasi");
  const period = periods.find(({ state }) => state === "rating")?.id ?? "";
  const { units } = await read<{ units: { unit: { id: string } }[] }>(context.request, `/api/kalibrasi?period=${period}`);
  const api = `/api/kalibrasi/${period}/${units[0]?.unit.id ?? ""}`;
  expect((await context.request.post(`${api}/open`, { headers: OURS, data: { id: randomUUID() } })).status()).toBe(200);
  const guest = await visitAs(browser, analis, DESK);
  expect((await guest.context.request.post(`${api}/attend`, { headers: OURS, data: { version: 1 } })).status()).toBe(200);
  await guest.context.close();
  const address = api.replace("/api", "");
  await page.goto(`${address}?lihat=pola`);
  await expect(page.getByText(/Selang 95%/).first()).toBeVisible();
  await picture(page, "rapat-kalibrasi");
  await hasNoBarrier(page, "/kalibrasi, pola");
  await page.goto(`${address}?lihat=papan`);
  await isDrawn(page);
  await hasNoBarrier(page, "/kalibrasi, board");
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
