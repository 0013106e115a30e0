import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, picture } from "../looks.ts";
import { bkpsdm, headOfBkpsdm, pegawai, penilai } from "../people.ts";
import { DESK, PHONE, visitAs } from "../visit.ts";

test("help that is followed up: a plan of two people, a place in a training, the look back, and what the training is seen to do", async ({ browser }) => {
  const own = await visitAs(browser, pegawai, PHONE);
  await own.page.goto("/pengembangan");
  const running = own.page.getByRole("region", { name: "Mengolah data dengan lembar kerja" });
  await running.getByRole("button", { name: "Ajukan ke sesi ini" }).tap();
  await expect(running.getByText("menunggu BKPSDM")).toBeVisible();
  const done = own.page.getByRole("region", { name: "Menyusun rekap setiap pekan" });
  await done.getByRole("radio", { name: "Membaik" }).tap();
  await done.getByLabel("Ceritakan singkat").fill("Rekap selalu siap hari Senin.");
  await done.getByLabel("Apa yang menghalangi?").fill("Sinyal di posyandu sering hilang.");
  await done.getByRole("button", { name: "Simpan" }).tap();
  await expect(done.getByText("Setelah 3 bulan: Membaik")).toBeVisible();
  await hasNoBarrier(own.page, "/pengembangan");
  await fits(own.page, "/pengembangan");
  await picture(own.page, "pengembangan");

  const office = await visitAs(browser, bkpsdm, DESK);
  await office.page.goto("/pelatihan");
  const time = office.page.getByRole("region", { name: "Manajemen waktu dan prioritas" });
  // What each plan aims at, beside colleagues who hold the same indicator: all that they report is left out then.
  await expect(time.first().getByRole("heading", { name: "Indikator yang dituju" })).toBeVisible();
  await expect(time.first().getByText("Terlihat", { exact: true })).toHaveCount(2);
  await expect(time.first().getByText("Data murid masih dicatat di kertas.")).toBeVisible();
  await expect(office.page.getByRole("region", { name: "Bahasa isyarat dasar" }).first().getByText("Data kurang").first()).toBeVisible();
  await hasNoBarrier(office.page, "/pelatihan");
  await picture(office.page, "dampak-pelatihan");
  await time.last().getByRole("link", { name: "Peserta" }).last().click();
  await office.page.getByRole("button", { name: "Beri kursi" }).click();
  await expect(office.page.getByText("dapat kursi")).toBeVisible();
  await hasNoBarrier(office.page, "/pelatihan/sesi");

  const superior = await visitAs(browser, penilai, DESK);
  await superior.page.goto("/pengembangan-tim");
  await superior.page.getByRole("link", { name: pegawai.name }).click();
  await expect(superior.page.getByText("Setelah 3 bulan: Membaik")).toBeVisible();
  await hasNoBarrier(superior.page, "/pengembangan of a bawahan");
  for (const { context } of [own, office, superior]) await context.close();
});

test("a report on behaviour is taken in, a konselor and an hour are set; a record is read by whom it was reported to", async ({ browser }) => {
  const office = await visitAs(browser, bkpsdm, DESK);
  await office.page.goto("/konseling/penetapan");
  await office.page.getByRole("button", { name: /^Terima laporan tentang/ }).first().click();
  await expect(office.page.getByRole("button", { name: /^Terima laporan tentang/ })).toHaveCount(0);
  await office.page.getByRole("link", { name: /^Tetapkan konseling/ }).first().click();
  await office.page.getByRole("button", { name: "Tetapkan jadwal" }).click();
  await office.page.getByLabel("Cari konselor").fill("Aulia");
  await office.page.getByRole("radio", { name: /^Aulia/ }).first().check();
  await office.page.getByLabel("Nomor dan tanggal surat penunjukan").fill("Surat Kepala BKPSDM 800/301");
  await office.page.getByLabel("Tanggal", { exact: true }).fill("2026-12-01");
  await office.page.getByLabel("Pukul").fill("10:30");
  await office.page.getByLabel("Tempat").fill("Ruang konseling RSUD");
  await office.page.getByRole("button", { name: "Simpan" }).click();
  await expect(office.page.getByText("1 Desember 2026, pukul 10:30, Ruang konseling RSUD.")).toBeVisible();
  await hasNoBarrier(office.page, "/konseling/:id, set");

  const head = await visitAs(browser, headOfBkpsdm, PHONE);
  await head.page.goto("/konseling");
  await head.page.getByRole("link", { name: /^Buka konseling/ }).first().tap();
  await expect(head.page.getByText("Teratasi sebagian")).toBeVisible();
  await expect(head.page.getByText("Catatan konseling")).toHaveCount(0);
  await fits(head.page, "/konseling/:id");
  for (const { context } of [office, head]) await context.close();
});
