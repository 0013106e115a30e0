import { expect, type Page, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { bkpsdm } from "../people.ts";
import { size } from "../size.ts";
import { DESK, PHONE, visitAs } from "../visit.ts";

const NEW = "199803152024031007";

/** Lines of the exported template, as somebody changes them in a spreadsheet; cells of this city hold no quotes. */
function edited(csv: string): { file: Buffer; moved: string } {
  const [head = "", ...lines] = csv.replace(/^\uFEFF/, "").trimEnd().split("\r\n");
  const titles = head.split(";");
  const at = (title: string): number => titles.indexOf(title);
  const cells = lines.map((line) => line.split(";"));
  // Two small offices of one kecamatan, whom no other story reads.
  const staff = cells.filter((row) => row[at("Perangkat Daerah")] === "Kecamatan Langsa Timur" && row[at("Pimpinan Unit")] === "Tidak" && row[at("Status Penempatan")] === "Definitif");
  const mover = staff[0] ?? [];
  const other = staff.find((row) => row[at("Kode Unit")] !== mover[at("Kode Unit")]) ?? [];
  const set = (row: string[], values: Record<string, string>): string[] => row.map((cell, i) => values[titles[i] ?? ""] ?? cell);
  const changed = [
    set(mover, { "Kode Unit": other[at("Kode Unit")] ?? "", "NIP Penilai": other[at("NIP Penilai")] ?? "", "NIP Atasan Penilai": other[at("NIP Atasan Penilai")] ?? "" }),
    set(staff.at(-1) ?? [], { Nama: "Nama yang diperbaiki" }),
    set(other, { "ID Teraju": "", NIP: NEW, Nama: "Calon Pegawai Baru", Golongan: "III/a", "Jenis Pegawai": "PNS" }),
    set(other, { "ID Teraju": "", NIP: "1,98503E+17", Nama: "Angka dari Excel" }),
  ];
  return { file: Buffer.from(`\uFEFF${[head, ...changed.map((row) => row.join(";"))].join("\r\n")}\r\n`), moved: mover[at("Nama")] ?? "" };
}

/** e-Kinerja's report of ten thousand people, the most that a file may hold, of a month before all others of this city: nobody meets it by chance. */
function tenThousand(): Buffer {
  const titles = ["Laporan Penilaian SKP Periode Bulanan Januari Tahun 2025", "Instansi Pemerintah Kota Contoh", "Periode : Januari 2025", "Unor Induk : -", "Unor : -", "Data ditarik pada : 05-02-2025 08:15:00", ""];
  const heading = ["No", "nip", "nama", "skp_unor", "skp_unor_induk", "skp_jabatan", "hasil_kerja", "perilaku_kerja", "hasil_akhir", "golru", "jenis_pegawai", "skp_jenis_jabatan", "is_skp_plt_plh_pjb"];
  const born = (i: number): string => `19${80 + (i % 20)}${String((i % 12) + 1).padStart(2, "0")}${String((i % 28) + 1).padStart(2, "0")}`;
  const rows = Array.from({ length: 10_000 }, (_, i) => [`${i + 1}`, `${born(i)}${2020 + Math.floor(i / 1000) % 5}011${String(i % 1000).padStart(3, "0")}`, `Pegawai Nomor ${i + 1}`, `Unit Lain ${i % 50}`, "Instansi Lain", "Penata Kelola", "SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK", "III/a", "PNS", "PELAKSANA", "0"]);
  return Buffer.from([...titles.map((title) => [title]), heading, ...rows].map((row) => row.join(";")).join("\r\n"));
}

/** Through a list at the pace of a hand on a wheel: how many elements stood in it at most, and the longest that the page did not answer, in ms. */
async function scrolled(page: Page, name: RegExp): Promise<void> {
  const { most, longest } = await page.getByRole("region", { name }).evaluate(async (frame) => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: "longtask" });
    let most = 0;
    const frameOf = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    for (let step = 0; step < 120; step += 1) {
      // Wheel, then the jump of somebody who drags the bar.
      frame.scrollTop += step % 10 === 9 ? frame.scrollHeight / 13 : 240;
      await frameOf();
      most = Math.max(most, frame.querySelectorAll("*").length);
    }
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    observer.disconnect();
    return { most, longest: Math.max(0, ...tasks) };
  });
  test.info().annotations.push({ type: `${name.source}: elements at most, longest task while scrolling`, description: `${most}, ${Math.round(longest)} ms` });
  expect(most, "elements in the list").toBeLessThan(900);
  // On a machine that does nothing else; beside other work the number says nothing of the page.
  expect(longest, "longest task").toBeLessThan(size(5000, 100));
}

test("ten thousand lines scroll like ten, of an import and of its comparison", async ({ browser }) => {
  const { context, page } = await visitAs(browser, bkpsdm, DESK);
  await page.goto("/impor");
  await page.getByLabel("Berkas XLSX atau CSV").setInputFiles({ name: "sepuluh-ribu.csv", mimeType: "text/csv", buffer: tenThousand() });
  await page.getByRole("button", { name: "Baca berkas" }).click();
  await expect(page.getByText("Pegawai Nomor 1", { exact: true })).toBeVisible({ timeout: 30_000 });
  await scrolled(page, /10\.000 baris/);
  await page.getByRole("region", { name: /10\.000 baris/ }).press("End");
  await expect(page.getByText("Pegawai Nomor 10000", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Simpan untuk dibandingkan" }).click();
  await expect(page.getByText(/^Tersimpan/)).toBeVisible({ timeout: 30_000 });

  await page.goto("/rekonsiliasi?lihat=hanya_di_bkn");
  const report = page.getByLabel("Laporan e-Kinerja");
  await report.selectOption(await report.getByRole("option", { name: /Januari 2025/ }).getAttribute("value"));
  const people = page.getByRole("region", { name: /10\.000 baris/ });
  await expect(people.getByText("Pegawai Nomor 1", { exact: true })).toBeVisible({ timeout: 30_000 });
  // What somebody writes stays theirs, however far they look around meanwhile.
  await people.getByRole("button", { name: "Wajar" }).first().click();
  await people.getByLabel("Mengapa wajar?").fill("Bukan pegawai kota ini");
  await scrolled(page, /10\.000 baris/);
  await expect(people.getByLabel("Mengapa wajar?")).toHaveValue("Bukan pegawai kota ini");
  await people.press("End");
  await expect(people.getByText("Pegawai Nomor 9999", { exact: true })).toBeVisible({ timeout: 30_000 });
  await context.close();
});

test("BKPSDM takes people from a spreadsheet: sees line by line what it would do, applies it, and takes it back", async ({ browser }) => {
  const { context, page } = await visitAs(browser, bkpsdm, DESK);
  await page.goto("/impor");
  await isDrawn(page);
  await hasNoBarrier(page, "/impor");
  const template = await context.request.get("/api/people-template?isi=hari_ini&bentuk=csv");
  const { file, moved } = edited(await template.text());

  await page.getByRole("button", { name: "Baca berkas" }).click();
  await expect(page.getByText("Pilih berkasnya dahulu.")).toBeVisible();
  await page.getByLabel("Berkas XLSX atau CSV").setInputFiles({ name: "catatan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 bukan tabel") });
  await page.getByRole("button", { name: "Baca berkas" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Berkas XLSX atau CSV").setInputFiles({ name: "mutasi-kecamatan.csv", mimeType: "text/csv", buffer: file });
  await page.getByRole("button", { name: "Baca berkas" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "3 perubahan siap, 1 bermasalah." })).toBeVisible();
  await expect(page.getByText(/NIP diubah Excel menjadi angka/)).toBeVisible();
  await page.getByRole("link", { name: /^Pindah/ }).click();
  await expect(page.getByText(moved, { exact: true })).toBeVisible();
  await expect(page.getByText(/^Unit: .+ menjadi .+$/)).toBeVisible();
  await hasNoBarrier(page, "/impor/:id");
  await fits(page, "/impor/:id");
  await page.getByRole("link", { name: /^Bermasalah/ }).click();
  await picture(page, "impor");
  await page.setViewportSize(PHONE.viewport);
  await fits(page, "/impor/:id on a phone");
  await page.setViewportSize(DESK.viewport);

  await page.getByRole("button", { name: "Terapkan" }).click();
  await expect(page.getByRole("dialog").getByText("1 baru, 1 pindah, 1 berubah.")).toBeVisible();
  await hasNoBarrier(page, "/impor/:id, asked once more");
  await page.getByRole("button", { name: "Ya, terapkan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sudah diterapkan, berlaku sejak 1 November 2026." })).toBeVisible();
  await expect(page.getByText("1 baru, 1 pindah, 1 berubah.")).toBeVisible();
  await fits(page, "/impor/:id, applied");
  const after = await (await context.request.get("/api/people-template?isi=hari_ini&bentuk=csv")).text();
  expect(after).toContain(NEW);
  expect(after).toContain("Nama yang diperbaiki");

  await page.getByRole("button", { name: "Batalkan impor ini" }).click();
  await page.getByRole("button", { name: "Ya, batalkan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Impor ini sudah dibatalkan." })).toBeVisible();
  expect(await (await context.request.get("/api/people-template?isi=hari_ini&bentuk=csv")).text()).toBe(await template.text());
  await context.close();
});
