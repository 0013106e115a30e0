import { expect, test, type Page } from "@playwright/test";
import { hasNoBarrier } from "../looks.ts";
import { counterClerk, headOfPuskesmas, headOfSubbagian, kepala } from "../people.ts";
import { activate, DESK, PHONE, visitAs } from "../visit.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const THE_REST = /^Isi sisanya: sesuai$/;
const CORRECTION = "Umpan balik bulan Agustus terlewat saat penilaian pertama.";

const desk = (page: Page) => ({
  overall: (name: string) => page.getByRole("group", { name, exact: true }),
  team: page.getByRole("navigation", { name: "Tim yang dinilai" }),
  save: page.getByRole("button", { name: /Simpan rating/ }),
  set: page.getByRole("button", { name: "Tetapkan hasil" }),
});

/** Everything as expected, by the buttons that fill the rest. */
async function rateAsExpected(page: Page): Promise<void> {
  const { overall, save } = desk(page);
  const fill = page.getByRole("button", { name: THE_REST });
  await expect(fill).toHaveCount(2);
  for (const left of [1, 0]) {
    await fill.first().click();
    await expect(fill).toHaveCount(left);
  }
  for (const name of ["Rating hasil kerja", "Rating perilaku kerja"]) await overall(name).getByRole("radio", { name: "sesuai" }).check({ force: true });
  await save.click();
  await expect(page.getByText("Tersimpan.", { exact: true })).toBeVisible();
}

async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name }).click();
  await expect(dialog).toBeHidden();
}

test("without the capaian of the unit ratings can be saved, but no result set; with it, it can", async ({ browser }) => {
  const { context, page } = await visitAs(browser, headOfPuskesmas, DESK, activate);
  const { team, set } = desk(page);
  await page.goto("/penetapan/kini");
  await team.getByRole("link").first().click();
  await expect(page.getByText(/Capaian kinerja organisasi Puskesmas Langsa Baro belum diisi pimpinan di atasnya/)).toBeVisible();
  await rateAsExpected(page);
  await expect(set).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByText("Capaian kinerja organisasi belum ditetapkan.", { exact: true })).toBeVisible();
  await set.click({ force: true });
  await expect(page.getByRole("dialog")).toBeHidden();
  await hasNoBarrier(page, "/penetapan, without capaian");

  await test.step("the head above enters it", async () => {
    const above = await visitAs(browser, kepala, DESK);
    await above.page.goto("/capaian-organisasi");
    await above.page.getByRole("button", { name: "Isi capaian: Puskesmas Langsa Baro" }).click();
    const form = above.page.getByRole("form", { name: "Puskesmas Langsa Baro" });
    await form.getByLabel("Predikat unit").selectOption("Baik");
    await form.getByLabel("Dasar penetapan").fill("Sepuluh dari sebelas rencana aksi triwulan ini tercapai.");
    await form.getByRole("button", { name: "Simpan capaian" }).click();
    await expect(form).toBeHidden();
    await above.context.close();
  });

  await page.reload();
  await expect(page.getByText("Capaian kinerja organisasi Puskesmas Langsa Baro: Baik.")).toBeVisible();
  await set.click();
  await confirm(page, "Tetapkan hasil");
  await expect(page.getByText("Sudah ditetapkan: Baik.")).toBeVisible();
  await context.close();
});

test("the pola is seen only after all ratings; who changes one afterwards is marked, and the pegawai reads it", async ({ browser }) => {
  const { context, page } = await visitAs(browser, headOfSubbagian, DESK, activate);
  const { team, overall, set } = desk(page);
  await page.goto("/penetapan/kini");
  const pola = page.getByRole("region", { name: "Pola Dinas Kesehatan" }).getByRole("button", { name: "Lihat pola" });

  await test.step("not before", async () => {
    await expect(pola).toHaveAttribute("aria-disabled", "true");
    await pola.click({ force: true });
    await expect(page.getByText("Sebaran", { exact: false })).toHaveCount(0);
  });

  await test.step("all are rated, one is set", async () => {
    const unrated = team.getByRole("link").filter({ hasText: "belum dinilai" });
    expect(await unrated.count()).toBeGreaterThan(4);
    for (let left = await unrated.count(); left > 0; left -= 1) {
      await unrated.first().click();
      await rateAsExpected(page);
      await expect(unrated).toHaveCount(left - 1);
    }
    await team.getByRole("link", { name: counterClerk.name }).click();
    await set.click();
    await confirm(page, "Tetapkan hasil");
    await expect(page.getByText("Sudah ditetapkan: Baik.")).toBeVisible();
    await expect(page.getByText("Diubah setelah pola dilihat")).toHaveCount(0);
  });

  await test.step("the pola, without a name; then a correction", async () => {
    await page.goto("/penetapan/kini");
    await pola.click();
    const card = page.getByRole("region", { name: "Pola Dinas Kesehatan" });
    await expect(card.getByRole("status")).toContainText("Panduan, bukan kuota.");
    await expect(card).not.toContainText(counterClerk.name);
    await hasNoBarrier(page, "/penetapan, the pola");
    await team.getByRole("link", { name: counterClerk.name }).click();
    await page.getByRole("button", { name: "Perbaiki hasil" }).click();
    await page.getByRole("dialog").getByLabel("Alasan perbaikan").fill(CORRECTION);
    await confirm(page, "Perbaiki hasil");
    await expect(page.getByText("Diubah setelah pola dilihat")).toBeVisible();
    await expect(overall("Rating perilaku kerja")).toBeVisible();
    await set.click();
    await confirm(page, "Tetapkan hasil");
    await expect(page.getByText("Sudah ditetapkan: Baik.")).toBeVisible();
  });
  await context.close();

  await test.step("the pegawai reads it on the phone, with the reason", async () => {
    const phone = await visitAs(browser, counterClerk, PHONE, activate);
    await phone.page.goto("/hasil");
    await phone.page.getByRole("link", { name: /Triwulan III 2026/ }).click();
    await expect(phone.page.getByText("Diubah setelah pola dilihat")).toBeVisible();
    await expect(phone.page.getByText(CORRECTION)).toBeVisible();
    await hasNoBarrier(phone.page, "/hasil/:id, changed after the pola");
    await phone.context.close();
  });
});
