import { expect, test } from "@playwright/test";
import { admin, auditor, bkpsdm, kepala, penilai, waliKota } from "../people.ts";
import { DESK, read, visitAs } from "../visit.ts";

type People = { people: { name: string }[]; next: string | null };
type Team = { members: { person: { id: string; name: string } }[] };
type Periods = { periods: { id: string; state: string }[] };

test("the Wali Kota's page names heads of departments and nobody below them", async ({ browser }) => {
  const head = await visitAs(browser, kepala, DESK);
  const { leads } = await read<{ leads: { id: string } }>(head.context.request, "/api/session");
  const names: string[] = [];
  for (let after = ""; ; ) {
    const { people, next } = await read<People>(head.context.request, `/api/opd-dashboard/${leads.id}/people?month=2026-11&state=all${after}`);
    names.push(...people.map(({ name }) => name).filter((name) => name !== kepala.name));
    if (next === null) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  expect(names.length).toBeGreaterThan(300);
  expect(names).toContain(penilai.name);

  const { context, page } = await visitAs(browser, waliKota, DESK);
  await page.goto("/wali-kota");
  await expect(page.getByText(kepala.name)).toBeVisible();
  const text = await page.locator("body").innerText();
  expect(names.filter((name) => text.includes(name))).toEqual([]);
  const answer = await (await context.request.get("/api/mayor-page")).text();
  expect(names.filter((name) => answer.includes(name)), "not in the answer either").toEqual([]);
  await context.close();
  await head.context.close();
});

test("the technical admin runs accounts and sees nobody's ratings", async ({ browser }) => {
  const rater = await visitAs(browser, penilai, DESK);
  const { periods } = await read<Periods>(rater.context.request, "/api/evaluation-period");
  const period = periods.find(({ state }) => state === "rating")?.id ?? "";
  const { members } = await read<Team>(rater.context.request, `/api/appraisal/team?period=${period}`);
  const [one] = members;

  const { context, page } = await visitAs(browser, admin, DESK);
  await page.goto("/admin");
  await page.getByLabel("Cari nama atau NIP").fill(one?.person.name ?? "");
  await page.getByRole("button", { name: "Cari", exact: true }).click();
  await expect(page.getByRole("row", { name: new RegExp(one?.person.name ?? "") })).toBeVisible();
  for (const path of [`/api/appraisal/${period}/${one?.person.id ?? ""}`, "/api/city-dashboard", "/api/mayor-page", "/api/audit"]) {
    expect([403, 404], path).toContain((await context.request.get(path)).status());
  }
  await page.goto(`/penetapan/${period}?orang=${one?.person.id ?? ""}`);
  await expect(page.getByText(one?.person.name ?? "")).toHaveCount(0);
  for (const address of ["/dasbor", "/kota", "/wali-kota", "/audit"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: /Halaman ini tidak ada|Anda tidak memimpin unit/ })).toBeVisible();
  }
  await context.close();
  await rater.context.close();
});

test("small groups are hidden from an office that may not see persons' ratings", async ({ browser }) => {
  const { context, page } = await visitAs(browser, bkpsdm, DESK);
  await page.goto("/kota");
  await expect(page.getByRole("table").getByText("disembunyikan").first()).toBeAttached();
  await context.close();
});

test("the auditor goes through the whole trail, draws thirty results, and draws the same thirty again", async ({ browser }) => {
  const { context, page } = await visitAs(browser, auditor, DESK);
  await page.goto("/audit");
  await page.getByRole("button", { name: "Periksa keutuhan" }).click();
  await expect(page.getByText(/Jejak utuh: [\d.]+ baris sudah diperiksa\./)).toBeVisible({ timeout: 30_000 });

  await page.getByRole("link", { name: "Sampel 30 hasil" }).click();
  await page.getByRole("button", { name: "Ambil sampel" }).click();
  await expect(page.getByRole("heading", { name: "30 dari 30 hasil sama setelah dihitung ulang" })).toBeVisible();
  const drawn = await page.getByRole("table").innerText();
  const seed = /Benih ([0-9a-f]{16})/.exec(await page.locator("main").innerText())?.[1] ?? "";
  expect(seed).toMatch(/^[0-9a-f]{16}$/);
  await page.reload();
  await page.getByLabel("Benih").fill(seed);
  await page.getByRole("button", { name: "Ambil sampel" }).click();
  await expect(page.getByText(`Benih ${seed}`)).toBeVisible();
  expect(await page.getByRole("table").innerText()).toBe(drawn);
  await context.close();
});
