import { expect, test, type Page } from "@playwright/test";
import { Effort } from "../effort.ts";
import { hasNoBarrier } from "../looks.ts";
import { penilai } from "../people.ts";
import { DESK, read, visitAs } from "../visit.ts";

type Queue = { waiting: { reportId: string; underTarget: number; flagged: number; person: { name: string } }[] };
type Review = { status: string; rows: { verdict: string | null }[] };

const ROUTINE = 4;
/** Half a minute a person to read what the keys do not measure: the goal of 20 people in 15 minutes. */
const KEYS_A_CASE = 4;

/** The report on the desk: its heading begins with the name. */
const onDesk = (page: Page, name: string) => page.getByRole("region", { name, exact: true }).getByRole("heading", { level: 2 });

test("a pejabat penilai checks several people without touching the mouse", async ({ browser }) => {
  const { context, page } = await visitAs(browser, penilai, DESK);
  const effort = await Effort.begin(page, "desk");
  const { waiting } = await read<Queue>(context.request, "/api/review");
  expect(waiting.length).toBeGreaterThan(ROUTINE + 2);
  await page.goto("/penilaian");

  await test.step("routine reports: accept the rest, send, and the next one is there", async () => {
    for (const [at, { person }] of waiting.slice(0, ROUTINE).entries()) {
      await expect(onDesk(page, person.name)).toBeVisible();
      await page.keyboard.press("a");
      await page.keyboard.press("Enter");
      await expect(page.getByText(`Laporan ${person.name} selesai diperiksa.`)).toBeVisible();
      await expect(onDesk(page, waiting[at + 1]?.person.name ?? "")).toBeVisible();
    }
    await effort.perCase("Check a routine report (keyboard)", ROUTINE, { keys: KEYS_A_CASE });
  });

  const [returned, discussed] = waiting.slice(ROUTINE);
  if (returned === undefined || discussed === undefined) throw new Error("The queue is too short.");
  await test.step("one row needs repair: its reason is typed, the report goes back", async () => {
    await page.keyboard.press("a");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("2");
    await expect(page.getByRole("textbox", { name: "Apa yang perlu diperbaiki" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Tulis apa yang perlu diperbaiki.")).toBeVisible();
    await hasNoBarrier(page, "/penilaian, with a missing reason");
    await page.keyboard.type("Angka bulan ini belum sama dengan register.");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Laporan ${returned.person.name} dikembalikan.`)).toBeVisible();
  });

  await test.step("one row is for the meeting, a word of thanks goes along", async () => {
    await expect(onDesk(page, discussed.person.name)).toBeVisible();
    await page.keyboard.press("3");
    await page.keyboard.press("c");
    await page.keyboard.type("Terima kasih, datanya rapi.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Laporan ${discussed.person.name} selesai diperiksa.`)).toBeVisible();
  });

  await test.step("the list of keys opens with a key, and closes with one", async () => {
    await page.keyboard.press("?");
    const list = page.getByRole("dialog");
    await expect(list).toBeVisible();
    await hasNoBarrier(page, "/penilaian, with the list of keys");
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
  });

  expect(effort.taps, "pointer events").toBe(0);
  await expect.poll(async () => (await read<Queue>(context.request, "/api/review")).waiting.length).toBe(waiting.length - ROUTINE - 2);
  const reviewOf = (one: { reportId: string }) => read<Review>(context.request, `/api/review/${one.reportId}`);
  for (const one of waiting.slice(0, ROUTINE)) {
    const { status, rows } = await reviewOf(one);
    expect(status).toBe("checked");
    expect(rows.every(({ verdict }) => verdict === "terima")).toBe(true);
  }
  // What the pegawai now changes is not the penilai's to see until it is sent again.
  expect(await reviewOf(returned)).toMatchObject({ status: "returned", rows: [] });
  expect((await reviewOf(discussed)).rows[0]?.verdict).toBe("bahas_di_rapat");
  await context.close();
});
