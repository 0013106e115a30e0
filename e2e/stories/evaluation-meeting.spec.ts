import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { Effort, effortTable } from "../effort.ts";
import { hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { headOfSix, memberOfSix, secretaryOfSix } from "../people.ts";
import { readQr } from "../qr.ts";
import { activate, DESK, enter, PHONE, read, visitAs } from "../visit.ts";

test.describe.configure({ mode: "serial", timeout: 180_000 });
test.afterAll(() => console.log(`\n${effortTable()}\n`));

const TODAY = "2026-11-23";
const FIRST = "Cek stok ATK";
const IN_THE_CUT = "Minta genset cadangan";

type Meeting = { id: string; month: string; status: string };
type Room = { slides: { itemId: string; kind: string; person: { name: string } | null; promises: { text: string }[] }[]; decisions: { text: string; owner: string }[] };
type Visit = { context: BrowserContext; page: Page };
const meetingOf = async (context: BrowserContext, month: string): Promise<Meeting> => {
  const { meetings } = await read<{ meetings: Meeting[] }>(context.request, "/api/evaluation-meeting?year=2026");
  const found = meetings.find((one) => one.month === month);
  if (found === undefined) throw new Error(`no meeting of ${month}`);
  return found;
};

let leader: Visit;
let secretary: Visit;
let member: Visit;
test.beforeAll(async ({ browser }) => {
  leader = await visitAs(browser, headOfSix, DESK, activate);
  secretary = await visitAs(browser, secretaryOfSix, DESK, activate);
  member = await visitAs(browser, memberOfSix, PHONE, activate);
});
test.afterAll(async () => {
  for (const visit of [leader, secretary, member]) await visit?.context.close();
});

test("the head plans the year at once: October's meeting today, the others by their rhythm", async () => {
  const { page, context } = leader;
  await page.goto("/rapat");
  await page.getByRole("link", { name: /^Rencanakan rapat Subbagian Keuangan/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Rapat evaluasi Subbagian Keuangan, 2026/ })).toBeVisible();
  await page.getByText("Bulan yang sudah lewat").click();
  await page.getByLabel("Hari rapat, Evaluasi Oktober 2026").fill(TODAY);
  await page.getByLabel("Tempat").fill("Ruang rapat");
  await page.getByRole("button", { name: /^Rencanakan \d+ rapat$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Rapat berikutnya/ })).toBeVisible();
  expect((await meetingOf(context, "2026-10")).status).toBe("planned");
  expect((await meetingOf(context, "2026-11")).status).toBe("planned");
});

test("the agenda has made itself; the head names who takes the minutes and moves a line by keyboard", async () => {
  const { page, context } = leader;
  const { id } = await meetingOf(context, "2026-10");
  await page.goto(`/rapat/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: /Agenda rapat: 6 orang, \d+ menit\./ })).toBeVisible();
  await page.getByText("Ubah waktu dan petugas").click();
  await page.getByLabel("Notulis").selectOption({ label: secretaryOfSix.name });
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(page.getByText(`Notulis ${secretaryOfSix.name}.`)).toBeVisible();
  const lines = page.locator("ol > li[data-key]").filter({ has: page.getByLabel(/^Pindahkan/) });
  const second = (await lines.nth(1).locator("b").first().innerText()).trim();
  await lines.nth(1).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(lines.nth(0).locator("b").first()).toHaveText(second);
  await expect(page.getByText("Tersimpan di server")).toBeVisible();
  await page.reload();
  await expect(lines.nth(0).locator("b").first()).toHaveText(second);
  await test.step("by dragging too: the last line to the top", async () => {
    const last = (await lines.nth(5).locator("b").first().innerText()).trim();
    const handle = await lines.nth(5).locator("[class*=handle]").boundingBox();
    const target = await lines.nth(0).boundingBox();
    if (handle === null || target === null) throw new Error("a line is not on the screen");
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    for (const y of [target.y + target.height, target.y + 8, target.y + 4]) await page.mouse.move(target.x + 80, y, { steps: 8 });
    await page.mouse.up();
    await expect(lines.nth(0).locator("b").first()).toHaveText(last);
    await expect(page.getByText("Tersimpan di server")).toBeVisible();
    await page.getByRole("button", { name: "Kembalikan urutan usulan" }).click();
    await expect(page.getByRole("button", { name: "Kembalikan urutan usulan" })).toHaveCount(0);
  });
  await picture(page, "rapat-agenda");
});

test("a member writes one sentence for the own slide on the phone; no figure can be touched", async () => {
  const { page, context } = member;
  const { id } = await meetingOf(context, "2026-10");
  await page.goto(`/rapat/${id}/slide-saya`);
  await page.getByRole("button", { name: "Pakai usulan" }).tap();
  await page.getByRole("button", { name: "Simpan slide" }).tap();
  await expect(page.getByText("Slide tersimpan.")).toBeVisible();
  await expect(page.getByRole("spinbutton")).toHaveCount(0);
  await hasNoBarrier(page, "one's own slide");
});

test("six people in one meeting, on three screens at once, by keyboard alone, also while the leader's network is cut", async () => {
  const { id } = await meetingOf(leader.context, "2026-10");
  const desk = leader.page;
  const wall = secretary.page;
  const phone = member.page;
  const effort = await Effort.begin(desk, "desk");
  await desk.goto(`/rapat/${id}/pimpin`);
  await wall.goto(`/rapat/${id}/layar`);
  const onWall = wall.getByRole("heading", { level: 1 });
  const beamer = await leader.context.newPage();
  await beamer.goto(`/rapat/${id}/layar`);

  await test.step("the member comes by the code on the first slide, and is present with one tap", async () => {
    const address = new URL(await readQr(wall, "Kode QR untuk menyatakan hadir"));
    await phone.goto(`${address.pathname}${address.search}`);
    await expect(phone.getByRole("heading", { level: 1, name: "Rapat belum dimulai." })).toBeVisible();
  });

  await test.step("start", async () => {
    await desk.getByRole("button", { name: "Mulai rapat" }).focus();
    await desk.keyboard.press("Enter");
    await expect(desk.getByRole("timer").or(desk.getByRole("button", { name: /^Lanjut/ })).first()).toBeVisible();
    await expect.poll(async () => (await meetingOf(leader.context, "2026-10")).status).toBe("running");
    await phone.getByRole("button", { name: "Saya hadir" }).tap();
    await expect(phone.getByText("Kehadiran Anda tercatat.")).toBeVisible();
  });

  const { slides } = await read<Room>(leader.context.request, `/api/evaluation-meeting/${id}/slides`);
  const people = slides.filter(({ kind }) => kind === "person").map(({ person }) => person?.name ?? "");
  expect(people).toHaveLength(6);
  const goOn = () => desk.keyboard.press("ArrowRight");
  const nowAt = desk.getByRole("region", { name: "Sedang tampil" });

  await test.step("the first person: the wall and the phone follow the leader's key", async () => {
    for (let step = 0; step < slides.findIndex(({ kind }) => kind === "person"); step++) await goOn();
    await expect(onWall).toHaveText(people[0] ?? "");
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText(people[0] ?? "");
    const before = people.indexOf(memberOfSix.name);
    await expect(phone.getByText(before === 0 ? "Sekarang giliran Anda." : before === 1 ? "Giliran Anda sesudah ini." : `Giliran Anda ${before} lagi.`)).toBeVisible();
  });

  await test.step("a decision: K, one line, Enter", async () => {
    Object.assign(effort, { taps: 0, keys: 0, fields: 0 });
    await desk.keyboard.press("k");
    await desk.keyboard.type(FIRST);
    await desk.keyboard.press("Enter");
    await effort.reaches("Decision in a meeting", { keys: FIRST.length + 2, seconds: 5 });
    expect(effort.taps).toBe(0);
    await expect(desk.getByRole("listitem").filter({ hasText: FIRST })).toContainText(people[0] ?? "");
    await expect(wall.getByRole("complementary", { name: "Janji dan keputusan" })).toContainText(FIRST);
    await picture(wall, "rapat-layar-utama");
    await picture(desk, "rapat-layar-pemimpin");
    await picture(phone, "rapat-layar-peserta");
    await hasNoBarrier(wall, "the wall");
    await hasNoBarrier(desk, "the leader's screen");
    await hasNoBarrier(phone, "the participant's screen");
  });

  await test.step("blank, and light again", async () => {
    await desk.keyboard.press("b");
    await expect(wall.getByRole("status", { name: "Layar digelapkan sebentar." })).toBeAttached();
    await desk.keyboard.press("b");
    await expect(wall.getByRole("status", { name: "Layar digelapkan sebentar." })).toHaveCount(0);
  });

  await test.step("the leader's network is cut: the meeting goes on, on this laptop and its projector's window", async () => {
    await leader.context.setOffline(true);
    await goOn();
    await goOn();
    await expect(nowAt).toContainText(people[2] ?? "");
    await expect(beamer.getByRole("heading", { level: 1 })).toHaveText(people[2] ?? "");
    await desk.keyboard.press("k");
    await desk.keyboard.type(IN_THE_CUT);
    await desk.keyboard.press("Enter");
    await expect(desk.getByRole("listitem").filter({ hasText: IN_THE_CUT })).toContainText("menunggu sinyal");
    await expect(beamer.getByText(IN_THE_CUT)).toBeVisible();
    await expect(onWall).toHaveText(people[0] ?? "");
    await hasNoBarrier(desk, "the leader's screen without signal");
  });

  await test.step("the signal is back: everything arrives once, and the wall catches up", async () => {
    await leader.context.setOffline(false);
    await expect(desk.getByText("Semua tersimpan di server.")).toBeVisible({ timeout: 30_000 });
    await expect(onWall).toHaveText(people[2] ?? "");
    const { decisions } = await read<Room>(leader.context.request, `/api/evaluation-meeting/${id}/slides`);
    expect(decisions.map(({ text, owner }) => ({ text, owner }))).toEqual([{ text: FIRST, owner: people[0] }, { text: IN_THE_CUT, owner: people[2] }]);
  });

  await test.step("to the last person, each slide whole on two projectors; one line is put off with T", async () => {
    for (const name of people.slice(3)) {
      await goOn();
      await expect(onWall).toHaveText(name);
      await isReadable(wall);
    }
    await desk.keyboard.press("t");
    await expect(desk.getByText("Ditunda ke rapat berikutnya.")).toBeVisible();
    await desk.keyboard.press("t");
    await expect(desk.getByText("Ditunda ke rapat berikutnya.")).toHaveCount(0);
  });

  await test.step("end: the draft of the minutes is there within three seconds", async () => {
    await desk.getByRole("button", { name: "Akhiri rapat" }).focus();
    await desk.keyboard.press("Enter");
    await expect(desk.getByRole("dialog", { name: "Akhiri rapat ini?" })).toBeVisible();
    for (const key of ["Tab", "Tab", "Enter"]) await desk.keyboard.press(key);
    const begun = Date.now();
    await desk.getByRole("link", { name: "Buka notulen" }).focus();
    await desk.keyboard.press("Enter");
    await expect(desk.getByRole("heading", { level: 1, name: /^Notulen rapat evaluasi Oktober 2026/ })).toBeVisible();
    console.log(`notulen after Akhiri rapat: ${Date.now() - begun} ms`);
    await expect(desk.getByText(IN_THE_CUT)).toBeVisible();
    expect(effort.taps, "no pointer touched the leader's screen").toBe(0);
  });
  await beamer.close();
});

test("leader and secretary sign; anybody with the code sees number, day and hash, and nothing else", async ({ browser }) => {
  const { id } = await meetingOf(leader.context, "2026-10");
  for (const { page } of [leader, secretary]) {
    await page.goto(`/rapat/${id}/notulen`);
    await page.getByRole("button", { name: "Tanda tangani" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Tanda tangani" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  const { page } = secretary;
  await expect(page.getByText("Ditandatangani, tidak bisa diubah").first()).toBeVisible();
  await hasNoBarrier(page, "signed minutes");
  const address = await readQr(page, "Kode QR halaman verifikasi");
  const stranger = await browser.newContext({ ...PHONE, locale: "id-ID" });
  const out = await stranger.newPage();
  await out.goto(address);
  await expect(out.getByRole("heading", { level: 1, name: "Notulen ini asli." })).toBeVisible();
  const { hash, number } = await read<{ hash: string; number: string }>(leader.context.request, `/api/evaluation-meeting/${id}/notulen`);
  await expect(out.getByText(hash)).toBeVisible();
  await expect(out.getByText(number)).toBeVisible();
  for (const hidden of [memberOfSix.name, headOfSix.name, FIRST, "Subbagian Keuangan"]) await expect(out.getByText(hidden)).toHaveCount(0);
  await hasNoBarrier(out, "the public verification");
  await stranger.close();
});

test("next month: the promise stands first in its owner's report and on the next agenda, until it is kept with evidence", async ({ browser }) => {
  const { promiseOwner, text } = await test.step("whose promise it is", async () => {
    const { id } = await meetingOf(leader.context, "2026-10");
    const { decisions } = await read<Room>(leader.context.request, `/api/evaluation-meeting/${id}/slides`);
    const own = decisions.find(({ owner }) => owner === memberOfSix.name) ?? decisions[0];
    return { promiseOwner: own?.owner ?? "", text: own?.text ?? "" };
  });
  const { id: next } = await meetingOf(leader.context, "2026-11");
  const { slides } = await read<Room>(leader.context.request, `/api/evaluation-meeting/${next}/slides`);
  expect(slides.flatMap(({ promises }) => promises.map((one) => one.text))).toEqual(expect.arrayContaining([FIRST, IN_THE_CUT]));
  await leader.page.goto(`/rapat/${next}`);
  await expect(leader.page.getByText("Tindak lanjut rapat lalu")).toBeVisible();

  const known = [headOfSix, secretaryOfSix, memberOfSix].find(({ name }) => name === promiseOwner);
  const { context, page } = known === undefined ? await someone(browser, promiseOwner) : await visitAs(browser, known, PHONE, enter);
  await page.goto("/laporan/2026-11");
  const row = page.getByRole("region", { name: "Dari rapat" });
  await expect(row).toContainText(text);
  await expect(row).toContainText("sampai 10 Des");
  await row.getByText("Sudah", { exact: true }).first().tap();
  await expect(row.getByText("Lampirkan bukti. Setelah itu janji ini selesai.")).toBeVisible();
  await hasNoBarrier(page, "a report with a promise");
  const photo = await page.screenshot();
  await row.getByLabel("Berkas").first().setInputFiles({ name: "bukti.png", mimeType: "image/png", buffer: photo });
  await expect.poll(async () => {
    const { items } = await read<{ items: { text: string; status: string }[] }>(context.request, "/api/tindak-lanjut?month=2026-11");
    return items.find((one) => one.text === text)?.status;
  }, { timeout: 20_000 }).toBe("selesai");
  await page.goto("/tindak-lanjut");
  await isDrawn(page);
  await hasNoBarrier(page, "the ledger");
  await context.close();
});

/** The back row can read it: no type under 24 px at 1366, and nothing is cut there or on an old 1024 × 768. */
async function isReadable(wall: Page): Promise<void> {
  const faults = () => wall.evaluate(() => {
    const main = document.querySelector("main");
    if (main === null) return { smallest: 0, cut: ["no wall"] };
    const texts = [...main.querySelectorAll<HTMLElement>("*")].filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "") && element.getBoundingClientRect().width > 2);
    const out = texts.filter((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
    });
    return { smallest: Math.min(...texts.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))), cut: out.map((element) => element.textContent ?? "") };
  });
  await wall.setViewportSize({ width: 1366, height: 768 });
  const large = await faults();
  expect(large.smallest, "type on a projector of 1366").toBeGreaterThanOrEqual(24);
  expect(large.cut).toEqual([]);
  await wall.setViewportSize({ width: 1024, height: 768 });
  expect((await faults()).cut, "on 1024 × 768").toEqual([]);
  await wall.setViewportSize({ width: 1366, height: 768 });
}

/** Somebody of the office whom the story has not met yet, on the own phone. */
async function someone(browser: Parameters<typeof visitAs>[0], name: string): Promise<Visit> {
  const logins: Record<string, string> = { "Hafiz Wibowo": "198907252011121038", "Bustami Munandar Prasetyo": "199610272023041059", "Khairul Efendi": "199204122024211033", "Juliana Maulida": "199005202017012017" };
  return visitAs(browser, { login: logins[name] ?? "", name, password: "empat-baris-sebulan" }, PHONE, activate);
}
