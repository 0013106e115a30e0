import { expect, test, type Page } from "@playwright/test";
import { hasNoBarrier } from "../looks.ts";
import { kepala, pegawai, penilai } from "../people.ts";
import { DESK, PHONE, read, visitAs } from "../visit.ts";

test.describe.configure({ timeout: 120_000 });

const YEAR = 2027;
const NOTE = "Target hasil kerja pertama terlalu rendah. Sesuaikan dengan capaian tahun ini.";
const BETTER = "Ibu hamil mendapat pemeriksaan kehamilan sesuai standar di puskesmas dan posyandu";
const REVISED = "Ibu hamil mendapat pemeriksaan kehamilan sesuai standar, termasuk kunjungan rumah";
const PRIVATE = "Catatan untuk diri sendiri: tanya cara baca kurva.";

const title = (page: Page, text: string) => page.getByRole("heading", { level: 1, name: text });

/** Writes over the first result's sentence, and goes on to what may be done with it. */
async function rewriteFirstResult(page: Page, text: string): Promise<void> {
  const first = page.getByRole("region", { name: "Hasil kerja 1", exact: true });
  const field = first.getByLabel("Hasil kerja yang dicapai");
  if (!(await field.isVisible())) await first.locator("summary").first().click();
  await field.fill(text);
  await page.getByRole("button", { name: "Simpan, lalu periksa" }).click();
  await expect(page).not.toHaveURL(/ubah/);
  await expect(page.getByText(text)).toBeVisible();
}

test("a new year's SKP: from last year's, proposed, sent back with a note, set, and changed by a new version", async ({ browser }) => {
  const own = await visitAs(browser, pegawai, PHONE);
  const desk = await visitAs(browser, penilai, DESK);
  const mine = own.page;
  const theirs = desk.page;
  const skpId = () => /\/skp\/([0-9a-f-]{36})/.exec(mine.url())?.[1] ?? "";

  await test.step("a draft from last year's is nobody else's", async () => {
    await mine.goto(`/skp?tahun=${YEAR}`);
    await mine.getByRole("button", { name: `Pakai ini: Dari SKP ${YEAR - 1}` }).click();
    await expect(mine).toHaveURL(/\/skp\/.*\/ubah/);
    const id = skpId();
    await hasNoBarrier(mine, "/skp/:id/ubah");
    await rewriteFirstResult(mine, BETTER);
    expect((await desk.context.request.get(`/api/skp/${id}`)).status()).toBe(404);
    await mine.getByRole("button", { name: `Ajukan ke ${penilai.name}` }).click();
    await expect(mine.getByText("Diajukan", { exact: true })).toBeVisible();
  });

  await test.step("the penilai sends it back with a note", async () => {
    await theirs.goto(`/tim/skp?tahun=${YEAR}`);
    await expect(title(theirs, "1 SKP menunggu Anda.")).toBeVisible();
    await theirs.getByRole("link", { name: `Bahas SKP ${pegawai.name}` }).click();
    await expect(theirs.getByText(BETTER)).toBeVisible();
    await theirs.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
    const dialog = theirs.getByRole("dialog");
    await dialog.getByLabel("Apa yang perlu diubah?").fill(NOTE);
    await hasNoBarrier(theirs, "/skp/:id, sending back");
    await dialog.getByRole("button", { name: "Kembalikan", exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("the pegawai reads it, changes, proposes again; it is set", async () => {
    await mine.goto(`/skp?tahun=${YEAR}`);
    await expect(title(mine, `SKP ${YEAR} Anda dikembalikan dengan catatan.`)).toBeVisible();
    await expect(mine.getByText(NOTE)).toBeVisible();
    await mine.getByRole("link", { name: "Ubah rancangan" }).click();
    await rewriteFirstResult(mine, REVISED);
    await mine.getByRole("button", { name: `Ajukan ke ${penilai.name}` }).click();
    await expect(mine.getByText("Diajukan", { exact: true })).toBeVisible();
    await theirs.goto(`/tim/skp?tahun=${YEAR}`);
    await theirs.getByRole("link", { name: `Bahas SKP ${pegawai.name}` }).click();
    await setIt(theirs);
    await mine.goto(`/skp?tahun=${YEAR}`);
    await expect(title(mine, `SKP ${YEAR} Anda berlaku, dengan 4 hasil kerja.`)).toBeVisible();
  });

  await test.step("by agreement it changes: a second version, and the first one stays to be read", async () => {
    await mine.getByRole("button", { name: "Usulkan perubahan" }).click();
    await expect(mine).toHaveURL(/\/ubah/);
    await rewriteFirstResult(mine, BETTER);
    await mine.getByRole("button", { name: `Ajukan ke ${penilai.name}` }).click();
    await theirs.goto(`/tim/skp?tahun=${YEAR}`);
    await theirs.getByRole("link", { name: `Bahas SKP ${pegawai.name}` }).click();
    await setIt(theirs);
    await mine.goto(`/skp?tahun=${YEAR}`);
    await mine.getByRole("link", { name: `Buka SKP ${YEAR}, versi 1` }).click();
    await expect(mine.getByText(REVISED)).toBeVisible();
  });

  await own.context.close();
  await desk.context.close();
});

async function setIt(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Tetapkan", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Tetapkan", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("Ditetapkan", { exact: true })).toBeVisible();
}

test("a daily note is its owner's alone", async ({ browser }) => {
  const own = await visitAs(browser, pegawai, PHONE);
  await own.page.goto("/catatan");
  await own.page.getByLabel("Satu kalimat").fill(PRIVATE);
  await own.page.getByRole("button", { name: "Simpan catatan" }).click();
  await expect(own.page.getByRole("listitem").filter({ hasText: PRIVATE })).toBeVisible();
  const { person } = await read<{ person: { id: string } }>(own.context.request, "/api/session");
  const report = await read<{ id: string }>(own.context.request, "/api/monthly-report/2026-11");
  for (const superior of [penilai, kepala]) {
    const { context } = await visitAs(browser, superior, DESK);
    const { leads } = await read<{ leads: { id: string } }>(context.request, "/api/session");
    for (const path of ["/api/daily-note", "/api/home", `/api/review/${report.id}`, "/api/review/team?month=2026-11", `/api/opd-dashboard/${leads.id}`, `/api/opd-dashboard/${leads.id}/people/${person.id}`]) {
      expect(await (await context.request.get(path)).text(), path).not.toContain(PRIVATE);
    }
    await context.close();
  }
  await own.context.close();
});
