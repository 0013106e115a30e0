import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { bkpsdm, kepala, pegawai } from "../people.ts";
import { fileOf, readPrinted } from "../printed.ts";
import { DESK, PHONE, visitAs } from "../visit.ts";

test.describe.configure({ timeout: 120_000 });

test("a pegawai downloads SKP and evaluation on the phone; a stranger checks the page by its mark", async ({ browser }) => {
  const { context, page } = await visitAs(browser, pegawai, PHONE);
  await page.goto("/dokumen");
  await expect(page.getByRole("heading", { level: 1, name: /^Anda punya \d+ dokumen resmi\.$/ })).toBeVisible();
  await isDrawn(page);
  await hasNoBarrier(page, "/dokumen");
  await fits(page, "/dokumen 360");

  const skp = await fileOf(page, () => page.getByRole("link", { name: "PDF: SKP dengan lampirannya 2026" }).first().click());
  expect(skp.name).toMatch(/^a-1-6-sasaran-kinerja-pegawai-2026-/);
  const plan = await readPrinted(skp.bytes, "dokumen-skp");
  expect(plan.text).toContain("Ukuran keberhasilan/ indikator kinerja individu dan Target:");
  for (const [kind, name] of [["Hasil evaluasi kinerja", "dokumen-hasil"], ["Dokumen evaluasi kinerja", "dokumen-evaluasi"]] as const) {
    const { bytes } = await fileOf(page, () => page.getByRole("link", { name: new RegExp(`^PDF: ${kind} Triwulan II 2026$`) }).click());
    await readPrinted(bytes, name);
  }
  // The record of a quarter is signed here, over what it says.
  await page.getByRole("button", { name: "Tanda tangan: Rekaman umpan balik Triwulan III 2026" }).click();
  await page.getByRole("button", { name: "Tandatangani isi ini: Rekaman umpan balik Triwulan III 2026" }).click();
  await expect(page.getByText(/^Ditandatangani \d+ .+\.$/)).toBeVisible();
  await hasNoBarrier(page, "/dokumen with a signature");
  await fits(page, "/dokumen 360 with a signature");
  const record = await fileOf(page, () => page.getByRole("link", { name: "PDF: Rekaman umpan balik Triwulan III 2026" }).click());
  expect((await readPrinted(record.bytes)).text).toContain("REKAMAN INFORMASI UMPAN BALIK BERKELANJUTAN");
  await context.close();

  const stranger = await browser.newContext({ ...PHONE, locale: "id-ID" });
  const out = await stranger.newPage();
  await out.goto(plan.mark);
  await expect(out.getByRole("heading", { level: 1, name: "Dokumen ini asli." })).toBeVisible();
  await expect(out.getByText("Sasaran kinerja pegawai (SKP)")).toBeVisible();
  expect(await out.getByRole("main").textContent()).not.toContain("Nurhayati");
  await hasNoBarrier(out, "/verifikasi/:code of a document");
  await fits(out, "/verifikasi/:code of a document 360");
  await stranger.close();
});

test("the head of a department makes a unit's documents in the background and takes them as a zip", async ({ browser }) => {
  const { context, page } = await visitAs(browser, kepala, DESK);
  await page.goto("/dokumen");
  const form = page.getByRole("region", { name: "Dokumen satu unit" });
  const unit = form.getByLabel("Unit");
  const option = await unit.getByRole("option", { name: /Subbagian/ }).first().getAttribute("value");
  await unit.selectOption(option);
  for (const kind of ["SKP dengan lampirannya", "Hasil evaluasi kinerja", "Dokumen evaluasi kinerja"]) await form.getByRole("checkbox", { name: kind }).uncheck();
  await form.getByRole("button", { name: "Buat dokumen" }).click();
  await expect(form.getByRole("alert").getByRole("link", { name: "Pilih paling sedikit satu dokumen." })).toBeVisible();
  for (const kind of ["SKP dengan lampirannya", "Dokumen evaluasi kinerja"]) await form.getByRole("checkbox", { name: kind }).check();
  await form.getByLabel("Periode penilaian").selectOption({ label: "Triwulan II 2026" });
  await form.getByRole("button", { name: "Buat dokumen" }).click();
  const jobs = page.getByRole("region", { name: "Pekerjaan saya" }).getByRole("listitem").first();
  await expect(jobs.getByText(/^Selesai, \d+ dari \d+ dokumen/)).toBeVisible({ timeout: 30_000 });
  const { name, bytes } = await fileOf(page, () => jobs.getByRole("link", { name: /^Unduh dokumen / }).click());
  expect([name, String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0)]).toEqual(["dokumen.zip", "PK"]);
  await hasNoBarrier(page, "/dokumen with a job");
  await fits(page, "/dokumen 1366");
  await picture(page, "dokumen-unit");
  await context.close();
});

test("BKPSDM finds anybody's documents, and writes the letterhead that they stand under", async ({ browser }) => {
  const { context, page } = await visitAs(browser, bkpsdm, DESK);
  await page.goto("/dokumen");
  await page.getByLabel("Nama atau NIP").fill(pegawai.login.slice(0, 10));
  await page.getByRole("link", { name: `Buka dokumen ${pegawai.name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`dokumen resmi ${pegawai.name}$`) })).toBeVisible();
  await page.goto("/dokumen/kop");
  const unit = page.getByLabel("Kop untuk");
  await unit.selectOption({ index: 3 });
  await page.getByLabel("Alamat").fill("Jalan Contoh Nomor 3\nLangsa");
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Tersimpan. Dokumen berikutnya memakai kop ini.")).toBeVisible();
  await hasNoBarrier(page, "/dokumen/kop");
  await page.setViewportSize(PHONE.viewport);
  await fits(page, "/dokumen/kop 360");
  await context.close();
});
