import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, picture } from "../looks.ts";
import { analis, kepala } from "../people.ts";
import { DESK, PHONE, visitAs } from "../visit.ts";

test("e-Kinerja's report beside ours: what differs, side by side, decided in two presses; a head sees the own department", async ({ browser }) => {
  const office = await visitAs(browser, analis, DESK);
  const { page } = office;
  await page.goto("/rekonsiliasi?opd=Dinas%20Kesehatan&lihat=berbeda");
  await expect(page.getByText("Nilai dibandingkan dengan periode yang sama.")).toBeVisible();
  const person = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Perbaiki di BKN" }) }).first();
  const name = (await person.locator("b").first().textContent()) ?? "";
  await picture(page, "rekonsiliasi");
  await hasNoBarrier(page, "/rekonsiliasi");
  const before = await person.getByRole("button", { name: "Perbaiki di BKN" }).count();
  await person.getByRole("button", { name: "Perbaiki di BKN" }).first().click();
  await page.getByRole("button", { name: "Simpan tindakan: Perbaiki di BKN" }).click();
  const decided = page.getByRole("listitem").filter({ hasText: name });
  await expect(decided.getByText(/^Perbaiki di BKN, oleh .+, paling lambat 7 Desember 2026\.$/)).toBeVisible();
  await expect(decided.getByRole("button", { name: "Perbaiki di BKN" })).toHaveCount(before - 1);
  await office.context.close();

  const head = await visitAs(browser, kepala, PHONE);
  await head.page.goto("/rekonsiliasi");
  await expect(head.page.getByRole("listitem").first()).toBeVisible();
  await expect(head.page.getByRole("main")).not.toContainText("Dinas Perhubungan");
  await hasNoBarrier(head.page, "/rekonsiliasi of a head, 360");
  await fits(head.page, "/rekonsiliasi of a head, 360");
  await head.context.close();
});
