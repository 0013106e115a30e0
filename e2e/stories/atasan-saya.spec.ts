import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { bkpsdm, doctor, kepala } from "../people.ts";
import { activate, DESK, PHONE, read, visitAs } from "../visit.ts";

test("atasan saya salah: a pegawai asks on the phone, BKPSDM sees what follows and puts it right in two clicks, all are told", async ({ browser }) => {
  const asker = await visitAs(browser, doctor, PHONE, activate);
  await asker.page.goto("/atasan");
  await isDrawn(asker.page);
  const before = await asker.page.getByRole("heading", { level: 1 }).textContent();
  expect(before).toMatch(/^Penilai Anda: /);
  await asker.page.getByRole("button", { name: "Atasan saya salah" }).tap();
  await hasNoBarrier(asker.page, "/atasan, form open");
  await fits(asker.page, "/atasan, form open");
  await asker.page.getByRole("radio", { name: new RegExp(kepala.name.split(",")[0] ?? "") }).tap();
  await asker.page.getByLabel("Apa yang keliru?").fill("Saya ditugaskan langsung oleh Kepala Dinas sejak November.");
  await asker.page.getByRole("button", { name: "Kirim ke BKPSDM" }).tap();
  await expect(asker.page.getByText("Menunggu BKPSDM")).toBeVisible();
  // Reporting is not held up meanwhile.
  await asker.page.goto("/laporan/2026-11?hasil=1");
  await expect(asker.page.getByRole("heading", { level: 1 })).toBeVisible();

  const office = await visitAs(browser, bkpsdm, DESK);
  await office.page.goto("/koreksi-atasan");
  await expect(office.page.getByRole("heading", { level: 1, name: "1 pegawai melaporkan atasan salah." })).toBeVisible();
  await office.page.getByRole("button", { name: `Periksa ${doctor.name}` }).click();
  await expect(office.page.getByText(/^Laporan November 2026 .* pindah ke penilai baru\.$/)).toBeVisible();
  await hasNoBarrier(office.page, "/koreksi-atasan");
  await picture(office.page, "koreksi-atasan");
  await office.page.getByRole("button", { name: "Terapkan" }).click();
  await expect(office.page.getByRole("heading", { level: 1, name: "Tidak ada laporan atasan salah." })).toBeVisible();

  await asker.page.goto("/atasan");
  await expect(asker.page.getByRole("heading", { level: 1, name: `Penilai Anda: ${kepala.name}` })).toBeVisible();
  await asker.page.goto("/beranda");
  await expect(asker.page.getByText(/^Penilai Anda berubah mulai .*Buka halaman Atasan saya\.$/)).toBeVisible();
  const head = await visitAs(browser, kepala, DESK);
  const { people } = await read<{ people: { name: string }[] }>(head.context.request, "/api/review/team?month=2026-11");
  expect(people.map(({ name }) => name)).toContain(doctor.name);
  for (const { context } of [asker, office, head]) await context.close();
});
