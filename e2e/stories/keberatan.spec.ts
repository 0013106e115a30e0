import { expect, test } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { auditor, kepala, objector, penilai } from "../people.ts";
import { fileOf, readPrinted } from "../printed.ts";
import { activate, DESK, PHONE, read, visitAs } from "../visit.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const WHY = "Register bulan Maret mencatat semua layanan, tetapi hanya sebagian yang dihitung.";
const EXPLANATION = "Register bulan Maret baru saya terima setelah penilaian ditetapkan.";
const REASON = "Register bulan Maret lengkap dan sah, jadi target layanan tercapai.";
const ADVICE = "Catat register setiap pekan dan lampirkan pada laporan bulanan.";
const WHOLE = "Rating hasil kerja secara utuh";
let keberatanAddress = "";
/** Two results on paper: the quarter's on the fourteenth working day before today, December's one day earlier, and not signed for. */
const HANDED = [
  { year: 2026, kind: "triwulanan", number: 1, on: "2026-11-03", isSigned: true, said: "Diserahkan di atas kertas pada 3 November 2026." },
  { year: 2025, kind: "bulanan", number: 12, on: "2026-11-02", isSigned: false, said: "Diserahkan di atas kertas pada 2 November 2026; pegawai menolak menandatangani." },
] as const;

test("the penilai records that two printed results were handed over, one of them unsigned", async ({ browser }) => {
  const { context, page } = await visitAs(browser, penilai, DESK);
  const { periods } = await read<{ periods: { id: string; year: number; kind: string; number: number }[] }>(context.request, "/api/evaluation-period");
  for (const { year, kind, number, on, isSigned, said } of HANDED) {
    const period = periods.find((one) => one.year === year && one.kind === kind && one.number === number)?.id ?? "";
    const { members } = await read<{ members: { person: { id: string; name: string } }[] }>(context.request, `/api/appraisal/team?period=${period}`);
    const person = members.find((one) => one.person.name === objector.name)?.person.id ?? "";
    const { appraisal } = await read<{ appraisal: { id: string } }>(context.request, `/api/appraisal/${period}/${person}`);
    await page.goto(`/hasil/${appraisal.id}`);
    await page.getByRole("button", { name: "Catat penyerahan di atas kertas" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Diserahkan pada").fill(on);
    if (!isSigned) await dialog.getByRole("checkbox", { name: "Pegawai menandatangani" }).uncheck({ force: true });
    await dialog.getByRole("button", { name: "Simpan" }).click();
    await expect(page.getByText(said)).toBeVisible();
  }
  await context.close();
});

test("a pegawai opens a result on the phone: on the fifteenth working day it is too late, on the fourteenth they object in three steps", async ({ browser }) => {
  const { context, page } = await visitAs(browser, objector, PHONE, activate);
  const objection = page.getByRole("region", { name: "Ada yang keliru?" });
  await page.goto("/hasil");
  await page.getByRole("link", { name: /Desember 2025.*baru/ }).click();
  await expect(objection.getByText(/^Batas Jumat, 20 November sudah lewat 1 hari kerja\.$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Ajukan keberatan" })).toHaveCount(0);
  await page.goto(`${new URL(page.url()).pathname}/keberatan`);
  await expect(page.getByRole("heading", { level: 1, name: "Keberatan tidak dapat diajukan" })).toBeVisible();

  await page.goto("/hasil");
  await page.getByRole("link", { name: /Triwulan I 2026.*baru.*Butuh perbaikan/ }).click();
  await expect(objection.getByText(/^Hari kerja ke-14 dari 14\. Hari ini hari terakhir, Senin, 23 November\.$/)).toBeVisible();
  await hasNoBarrier(page, "/hasil/:id, with the days of a keberatan");
  await objection.getByRole("link", { name: "Ajukan keberatan" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Bagian mana yang menurut Anda keliru?" })).toBeVisible();
  const next = page.getByRole("button", { name: "Lanjut" });
  await next.click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Pilih paling sedikit satu bagian." })).toBeVisible();
  await hasNoBarrier(page, "/hasil/:id/keberatan, nothing chosen");
  await page.getByRole("checkbox", { name: WHOLE }).check();
  await picture(page, "keberatan-pilih");
  await next.click();
  await page.getByLabel("Mengapa ini keliru?").fill(WHY);
  await page.getByRole("checkbox", { name: /^(Bukti|Umpan balik)/ }).first().check();
  await hasNoBarrier(page, "/hasil/:id/keberatan, reasons");
  await fits(page, "/hasil/:id/keberatan 360");

  // A telephone call, a closed tab: what was written is still there.
  await page.reload();
  await expect(page.getByLabel("Mengapa ini keliru?")).toHaveValue(WHY);
  await next.click();
  await expect(page.getByText(`Yang membaca: ${penilai.name} sebagai pejabat penilai, dan ${kepala.name} sebagai atasannya.`)).toBeVisible();
  await hasNoBarrier(page, "/hasil/:id/keberatan, check");
  await page.getByRole("button", { name: "Kirim keberatan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Keberatan ${objector.name}, Triwulan I 2026` })).toBeVisible();
  await expect(page.getByText(`Menunggu penjelasan ${penilai.name} sampai Kamis, 26 November.`)).toBeVisible();
  await hasNoBarrier(page, "/keberatan/:id, filed");
  await fits(page, "/keberatan/:id 360");
  keberatanAddress = new URL(page.url()).pathname;
  await context.close();
});

test("the atasan waits, the penilai explains", async ({ browser }) => {
  const head = await visitAs(browser, kepala, DESK);
  await head.page.goto(keberatanAddress);
  await expect(head.page.getByText("Pejabat penilai masih punya waktu untuk menjelaskan.")).toBeVisible();
  await head.context.close();

  const { context, page } = await visitAs(browser, penilai, DESK);
  await page.goto("/beranda");
  await expect(page.getByText("1 keberatan menunggu penjelasan Anda.")).toBeVisible();
  await page.getByRole("navigation", { name: "Menu utama" }).getByRole("link", { name: "Keberatan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "1 keberatan belum selesai." })).toBeVisible();
  await hasNoBarrier(page, "/keberatan");
  await page.getByRole("link", { name: new RegExp(objector.name) }).click();
  await page.getByLabel("Penjelasan Anda").fill(EXPLANATION);
  await hasNoBarrier(page, "/keberatan/:id, explaining");
  await page.getByRole("button", { name: "Kirim penjelasan" }).click();
  await expect(page.getByText(`Menunggu keputusan ${kepala.name}`)).toBeVisible();
  await context.close();
});

test("the atasan reads both sides and three nameless cases, and changes the result", async ({ browser }) => {
  const { context, page } = await visitAs(browser, kepala, DESK);
  await page.goto("/keberatan");
  await page.getByRole("link", { name: new RegExp(objector.name) }).click();
  await expect(page.getByText(`"${WHY}"`)).toBeVisible();
  await expect(page.getByText(EXPLANATION)).toBeVisible();
  await expect(page.getByRole("region", { name: "Kasus setara di unit lain" }).getByRole("listitem")).toHaveCount(3);
  await page.getByRole("radio", { name: /^Mengubah hasil/ }).check({ force: true });
  await page.getByLabel(`Rating baru: ${WHOLE}`).selectOption("Sesuai ekspektasi");
  await page.getByLabel("Alasan putusan").fill(REASON);
  await page.getByLabel("Rekomendasi baru").fill(ADVICE);
  await page.getByLabel(/^Risalah pemeriksaan/).fill("Keduanya didengar pada 23 November.");
  await picture(page, "keberatan-putusan");
  await hasNoBarrier(page, "/keberatan/:id, deciding");
  await page.getByRole("button", { name: "Tetapkan putusan" }).click();
  await hasNoBarrier(page, "/keberatan/:id, about to be decided");
  await page.getByRole("dialog").getByRole("button", { name: "Tetapkan putusan" }).click();
  await expect(page.getByText("Predikat: dari Butuh perbaikan menjadi Baik.")).toBeVisible();
  await hasNoBarrier(page, "/keberatan/:id, decided");
  const decided = await fileOf(page, () => page.getByRole("link", { name: "Unduh dokumen evaluasi, Format D.1.3 (PDF)" }).click());
  expect(decided.name).toBe("dokumen-evaluasi-keberatan-2026-1.pdf");
  await context.close();

  // Whoever holds the sheet reads its mark with a telephone: the new document is genuine.
  const { mark } = await readPrinted(decided.bytes);
  const stranger = await browser.newContext({ ...PHONE, locale: "id-ID" });
  const out = await stranger.newPage();
  await out.goto(mark);
  await expect(out.getByRole("heading", { level: 1, name: "Dokumen ini asli." })).toBeVisible();
  await stranger.close();
});

test("the pegawai reads the new result; the old one stays, and both can be computed again", async ({ browser }) => {
  const { context, page } = await visitAs(browser, objector, PHONE);
  await page.goto("/hasil");
  await page.getByRole("link", { name: /Triwulan I 2026.*baru.*Baik/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Hasil Triwulan I 2026, ${objector.name} Baik` })).toBeVisible();
  await expect(page.getByText("Hasil ini adalah keputusan atas keberatan.")).toBeVisible();
  await expect(page.getByText(REASON).first()).toBeVisible();
  await page.getByRole("button", { name: "Hitung ulang" }).click();
  await expect(page.getByText("Sama. Hasil tidak berubah sejak ditetapkan.")).toBeVisible();
  await isDrawn(page);
  await hasNoBarrier(page, "/hasil/:id, a decision");
  await page.getByRole("link", { name: "Versi 1: Butuh perbaikan" }).click();
  await expect(page.getByText("Hasil ini sudah diganti yang baru.")).toBeVisible();
  await context.close();

  const watch = await visitAs(browser, auditor, DESK);
  const { entries } = await read<{ entries: { action: string }[] }>(watch.context.request, `/api/audit?target=${keberatanAddress.split("/")[2] ?? ""}`);
  expect(entries.map(({ action }) => action).sort()).toEqual(["keberatan.decide", "keberatan.explain", "keberatan.file"]);
  await watch.context.close();
});
