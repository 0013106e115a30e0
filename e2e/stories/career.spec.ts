import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { analis, headOfBkpsdm, pegawai } from "../people.ts";
import { DESK, PHONE, visitAs } from "../visit.ts";

test("a career: one reads one's conditions on the phone; BKPSDM reads who is ready and the nine boxes; two people let a list go out", async ({ browser }) => {
  const own = await visitAs(browser, pegawai, PHONE);
  await own.page.goto("/karier");
  await expect(own.page.getByRole("heading", { level: 2, name: "Pangkat berikutnya" })).toBeVisible();
  await own.page.getByText("Lihat dasar dan perhitungannya").first().tap();
  await expect(own.page.getByText(/^PermenPANRB 1\/2023|Peraturan BKN 4\/2025/).first()).toBeVisible();
  await hasNoBarrier(own.page, "/karier, opened");
  await fits(own.page, "/karier, opened");
  await own.page.reload();
  await picture(own.page, "karier");

  const office = await visitAs(browser, analis, DESK);
  await office.page.goto("/kesiapan");
  await expect(office.page.getByRole("heading", { level: 1 })).toHaveText(/pegawai siap diperiksa untuk kenaikan pangkat\.$/);
  const download = office.page.waitForEvent("download");
  await office.page.getByRole("link", { name: "Unduh XLSX" }).click();
  expect((await download).suggestedFilename()).toBe("kesiapan-pangkat.xlsx");

  await office.page.goto("/talenta?kotak=9");
  await expect(office.page.getByRole("heading", { level: 2, name: "Kotak 9" })).toBeVisible();
  await picture(office.page, "talenta");
  await office.page.getByRole("button", { name: "Buat daftar" }).click();
  await office.page.getByLabel("Judul").fill("Calon peserta seleksi terbuka");
  await office.page.getByLabel("Penerima").fill("Panitia seleksi");
  await office.page.getByLabel("Untuk apa").fill("Bahan panitia seleksi jabatan pimpinan tinggi pratama.");
  await office.page.getByRole("button", { name: "Bekukan dan ajukan" }).click();
  const list = office.page.getByRole("region", { name: "Calon peserta seleksi terbuka" });
  await expect(list.getByText("Menunggu orang kedua")).toBeVisible();
  await expect(list.getByRole("link", { name: "Unduh XLSX" })).toHaveCount(0);

  const head = await visitAs(browser, headOfBkpsdm, DESK);
  await head.page.goto("/talenta");
  await head.page.getByRole("button", { name: "Setujui" }).click();
  await isDrawn(head.page);
  await hasNoBarrier(head.page, "/talenta with a list");
  await office.page.reload();
  await expect(list.getByText("Disetujui", { exact: true })).toBeVisible();
  const sheet = office.page.waitForEvent("download");
  await list.getByRole("link", { name: "Unduh XLSX" }).click();
  expect((await sheet).suggestedFilename()).toBe("talenta.xlsx");
  for (const { context } of [own, office, head]) await context.close();
});
