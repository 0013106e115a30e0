import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { dayBecomes } from "../day.ts";
import { Effort } from "../effort.ts";
import { kept } from "../kept.ts";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { analis, bkpsdm, offices, type Person } from "../people.ts";
import { activate, DESK, OURS, PHONE, read, visitAs } from "../visit.ts";

// Days pass in this story, and the city does not go back.
test.describe.configure({ mode: "serial", timeout: 300_000 });

const PERILAKU = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"] as const;
type Form = { id: string; subject: { id: string; name: string }; state: string };
type Visitor = { person: Person; context: BrowserContext };
type Rater = Visitor & { form: Form };

/** Whom the story looks at: one head about whom six answer, and another about whom only three of four do. */
const [umum, keuangan] = offices;
const everybody = [umum.head, ...umum.staff, keuangan.head, ...keuangan.staff];
const visitors = new Map<string, Visitor>();
const visitorOf = ({ name }: Person): Visitor => {
  const found = visitors.get(name);
  if (found === undefined) throw new Error(`${name} has not come in`);
  return found;
};

test.afterAll(async () => {
  for (const { context } of visitors.values()) await context.close();
});

async function confirm(page: Page, act: string, asked: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: act, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: asked });
  await dialog.getByRole("button", { name: act, exact: true }).click();
  await expect(async () => {
    // The night's work came in between: the page has asked anew, and the second press holds.
    if (await dialog.getByRole("alert").isVisible()) await dialog.getByRole("button", { name: act, exact: true }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0, { timeout: 5000 });
  }).toPass({ timeout: 60_000 });
}

test("BKPSDM opens the semester's cycle: the key's fingerprint first, then two sworn verifiers, then the draw", async ({ browser }) => {
  await dayBecomes("2027-01-11");
  const { context, page } = await visitAs(browser, bkpsdm, DESK);
  await page.goto("/siklus-rekan");
  // The night that seals the cycle before may still be at it.
  await expect.poll(async () => JSON.stringify((await read<{ cycles: { status: string }[] }>(context.request, "/api/peer-cycle")).cycles.map(({ status }) => status)), { timeout: 90_000 }).not.toMatch(/answering|closed/);
  await page.getByRole("button", { name: "Buka siklus" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Semester 1 2027 sedang disiapkan. Undian belum dilakukan.");
  await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Lakukan undian" })).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Inspektorat", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Analis BKPSDM", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Tetapkan verifikator" }).click();
  await expect(page.getByText("Inspektorat. Belum memeriksa.").first()).toBeVisible();
  await confirm(page, "Lakukan undian", "Lakukan undian sekarang?");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Semester 1 2027 sedang diisi sampai 25 Januari 2027\.$/);
  await expect(page.getByText("Seluruh kota terhubung: nilai antarunit bisa dibandingkan.").first()).toBeVisible();
  await hasNoBarrier(page, "/siklus-rekan");
  await picture(page, "siklus-rekan");
  await context.close();
});

test("who is drawn for whom, each learns alone: about a head, all of a small office are asked", async ({ browser }) => {
  for (const person of everybody) {
    const { context, page } = await visitAs(browser, person, PHONE, activate);
    await page.close();
    visitors.set(person.name, { person, context });
  }
  for (const { head, staff } of offices) for (const person of staff) await raterOf(person, head);
});

/** A member of the staff with the form about the head; only the member's own session can ask for it. */
async function raterOf(person: Person, head: Person): Promise<Rater> {
  const visitor = visitorOf(person);
  const { forms } = await read<{ forms: Form[] }>(visitor.context.request, "/api/peer-form");
  const form = forms.find(({ subject }) => subject.name === head.name);
  if (form === undefined) throw new Error(`${person.name} is not asked about ${head.name}`);
  return { ...visitor, form };
}

/** Answers on the phone, as a person does: seven levels, and one tap to send. */
async function answersOnPhone({ context, form: { subject } }: Rater, suggestion: string | null): Promise<void> {
  const page = await context.newPage();
  const effort = await Effort.begin(page, "phone");
  await page.goto("/umpan-balik/rekan");
  await isDrawn(page);
  await hasNoBarrier(page, "/umpan-balik/rekan");
  await fits(page, "/umpan-balik/rekan");
  await page.getByRole("link", { name: new RegExp(subject.name) }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(subject.name);
  await effort.reads();
  for (const [index, group] of (await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()).entries()) await group.getByRole("radio").nth(2 + (index % 2)).tap();
  await expect(page.getByText("7 dari 7 dijawab")).toBeVisible();
  await expect(page.getByText("Tersimpan di server")).toBeVisible();
  await hasNoBarrier(page, "the form, answered");
  if (suggestion !== null) {
    await page.getByRole("textbox", { name: /Satu saran untuknya/ }).fill(suggestion);
    await page.getByRole("button", { name: "Kirim", exact: true }).tap();
    await expect(page.getByText("Bisa dikenali?")).toBeVisible();
    await expect(page.getByText(/menyebut hari atau tanggal/).first()).toBeVisible();
    await hasNoBarrier(page, "the form, with hints");
    await picture(page, "umpan-balik-rekan");
  }
  await page.getByRole("button", { name: "Kirim", exact: true }).tap();
  await expect(page.getByText("Terkirim.", { exact: true })).toBeVisible();
  if (suggestion === null) await effort.reaches("Umpan balik rekan, one colleague", { taps: 10, seconds: 240 });
  await page.close();
}

async function answersAtOnce({ context, form }: Rater, suggestion: string): Promise<void> {
  const answers = PERILAKU.map((perilaku, index) => ({ perilaku, answer: 2 + (index % 2), seenWhen: null }));
  const sent = await context.request.post(`/api/peer-form/${form.id}/send`, { headers: OURS, data: { answers, suggestion } });
  expect(sent.status()).toBe(200);
}

test("two raters answer on their phones in a few taps; signed out, the phone knows nothing of whom they answered about", async () => {
  const [first, second, ...others] = umum.staff;
  const rater = await raterOf(first, umum.head);
  await answersOnPhone(rater, null);
  await answersOnPhone(await raterOf(second, umum.head), "Pada Senin 4 Januari rapat mulai terlambat.");
  for (const [index, person] of others.entries()) await answersAtOnce(await raterOf(person, umum.head), `Kabari lebih awal jika ada perubahan jadwal (${index + 1}).`);
  for (const person of keuangan.staff.slice(0, 3)) await answersAtOnce(await raterOf(person, keuangan.head), "Bagikan catatan rapat.");

  const { subject } = rater.form;
  const page = await rater.context.newPage();
  await page.goto("/umpan-balik/rekan");
  await page.getByRole("link", { name: new RegExp(subject.name) }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(subject.name);
  expect(await page.title()).not.toContain(subject.name);
  await page.getByRole("link", { name: "Kembali" }).tap();
  await page.getByRole("button", { name: /Akun Anda/ }).tap();
  await page.getByRole("dialog").getByRole("button", { name: "Keluar", exact: true }).tap();
  await expect(page).toHaveURL(/\/masuk/);
  const left = await kept(page);
  expect(left).not.toContain(subject.name);
  expect(left).not.toContain(subject.id);
  for (let step = 0; step < 3; step++) {
    await page.goBack().catch(() => undefined);
    await expect(page.getByText(subject.name)).toHaveCount(0);
  }
  await page.close();
});

/** The pages stand in English from the next look on. */
async function inEnglish(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem("teraju.language", "en"));
}

test("who reads English answers, chooses, states and looks into the mirror in English, without a barrier", async () => {
  const rater = await raterOf(keuangan.staff[3], keuangan.head);
  const page = await rater.context.newPage();
  await inEnglish(page);
  for (const path of ["/umpan-balik/rekan", `/umpan-balik/rekan/isi/${rater.form.id}`, "/umpan-balik/rekan/pilihan", "/umpan-balik/rekan/hubungan", "/umpan-balik/rekan/bukti", "/cermin", "/cermin/pemanasan", "/metode"]) {
    await page.goto(path);
    await isDrawn(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await hasNoBarrier(page, `${path} en`);
    await fits(page, `${path} en`);
  }
  await page.close();
});

test("on the last day BKPSDM closes, seals and releases by hand, each told before it is done; and sees totals only", async ({ browser }) => {
  await dayBecomes("2027-01-25");
  const { context, page } = await visitAs(browser, bkpsdm, DESK);
  await page.goto("/siklus-rekan");
  const finding = page.getByRole("heading", { level: 1 });
  await expect(finding).toHaveText(/^Semester 1 2027.* sampai 25 Januari 2027\.$/);
  await confirm(page, "Tutup pengisian", "Tutup pengisian?");
  await expect(finding).toHaveText("Semester 1 2027 sudah ditutup. Langkah berikutnya menyegel.");
  // Nothing is taken any more, and what waits is gone from the rater's own list.
  expect((await read<{ forms: unknown[] }>(visitorOf(keuangan.staff[3]).context.request, "/api/peer-form")).forms).toEqual([]);
  await hasNoBarrier(page, "/siklus-rekan, closed");
  await page.getByRole("main").getByRole("button", { name: "Segel", exact: true }).click();
  await expect(page.getByRole("dialog").getByText("Data yang menghubungkan penilai dengan jawabannya dimusnahkan. Ini tidak bisa dibatalkan.")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Batal" }).click();
  await confirm(page, "Segel", "Segel siklus ini?");
  await expect(finding).toHaveText("Semester 1 2027 sudah disegel. Hasil siap diterbitkan.");
  const body = (await page.getByRole("main").textContent()) ?? "";
  for (const { name } of everybody) expect(body).not.toContain(name);
  await confirm(page, "Terbitkan hasil", "Terbitkan hasil?");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Semester 1 2027 sudah terbit dan tidak berubah lagi.");
  await hasNoBarrier(page, "/siklus-rekan, released");
  await context.close();
});

test("the desk's pages hold in English too, at the width of a tablet and of an office PC", async ({ browser }) => {
  for (const [person, paths] of [[bkpsdm, ["/siklus-rekan"]], [analis, ["/verifikasi-undian", "/kewajaran"]]] as const) {
    const { context, page } = await visitAs(browser, person, DESK);
    await inEnglish(page);
    for (const path of paths) {
      await page.goto(path);
      await isDrawn(page);
      // A cycle before this one lies folded: what is in it is part of the page.
      for (const folded of await page.locator("main details > summary").all()) await folded.click();
      for (const width of [768, 1366]) {
        await page.setViewportSize({ width, height: 768 });
        await isDrawn(page);
        await hasNoBarrier(page, `${path} ${width} en`);
        await fits(page, `${path} ${width} en`);
      }
    }
    await context.close();
  }
});

async function opensResult(person: Person): Promise<Page> {
  const page = await visitorOf(person).context.newPage();
  await page.goto("/hasil/rekan");
  await page.getByRole("link", { name: /^Baca Semester 1 2027/ }).tap();
  await isDrawn(page);
  return page;
}

test("a pegawai reads a result from four answers, in words and one picture", async () => {
  const page = await opensResult(umum.head);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Pada umumnya perilaku kerja Anda /);
  await expect(page.getByRole("region", { name: /^Dari / }).getByRole("term")).toHaveCount(7);
  await expect(page.getByText(/Yang menilai hanya pejabat penilai\./)).toBeVisible();
  const body = (await page.getByRole("main").textContent()) ?? "";
  for (const { name } of umum.staff) expect(body).not.toContain(name);
  await hasNoBarrier(page, "a result");
  await fits(page, "a result");
  await picture(page, "hasil-rekan");
  await inEnglish(page);
  await page.reload();
  await isDrawn(page);
  await hasNoBarrier(page, "a result en");
  await fits(page, "a result en");
  // The choice stays on the device, and this person reads on in the next story.
  await page.evaluate(() => localStorage.removeItem("teraju.language"));
  await page.close();
});

test("a pegawai with three answers is told why there is no result, and that it is nothing bad", async () => {
  const page = await opensResult(keuangan.head);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hasil tidak ditampilkan.");
  await expect(page.getByText(/Jawaban yang masuk kurang dari 4\./)).toBeVisible();
  await expect(page.getByText(/Tidak adanya hasil bukan nilai buruk/)).toBeVisible();
  await expect(page.getByRole("term")).toHaveCount(0);
  await expect(page.getByText("Bagikan catatan rapat.")).toHaveCount(0);
  await hasNoBarrier(page, "no result");
});

test("who rates reads the own mirror in words and one picture, and nobody else's", async () => {
  const page = await visitorOf(umum.head).context.newPage();
  await page.goto("/cermin");
  await isDrawn(page);
  await expect(page.getByText("Hanya Anda yang bisa membuka halaman ini. Tidak dipakai untuk menilai Anda.")).toBeVisible();
  await expect(page.getByRole("figure").getByRole("term")).toHaveCount(4);
  await expect(page.getByRole("heading", { name: "Sebagai pejabat penilai" })).toBeVisible();
  await hasNoBarrier(page, "/cermin");
  await fits(page, "/cermin");
  await page.setViewportSize(DESK.viewport);
  await picture(page, "cermin-penilai");
});
