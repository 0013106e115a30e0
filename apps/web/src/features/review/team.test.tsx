import type { TeamRow, TeamView } from "@teraju/contracts/review";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import TeamPage from "./TeamPage.tsx";

const MONTHS = Array.from({ length: 12 }, (_, i) => (i === 0 ? "2025-12" : `2026-${String(i).padStart(2, "0")}`));
const idOf = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
function person(n: number, name: string, last: number | null, change: number | null): TeamRow {
  const months = MONTHS.map((_, i) => (i < 11 ? null : { kewajiban: "wajib_lapor" as const, status: last === null ? ("draft" as const) : ("submitted" as const), isLate: false, capaian: last, reportId: idOf(n + 100) }));
  return { id: idOf(n), name, jabatan: "Bidan", unit: "Puskesmas", months, change };
}
const PEOPLE = [person(2, "Budi", 70, -12.4), person(4, "Dedi", 99, -0.6), person(5, "Eka", 100, 0), person(1, "Ani", 120, 12), person(3, "Cici", null, null)];
const SESSION = (leads: object | null) => ({
  person: { id: idOf(9), name: "Kepala", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai", "penilai"], leads, today: "2026-11-23", isDemo: false,
});
/** As the server answers: its order and its page are its own, tested there. */
function teamOf(people: readonly TeamRow[], url: string): TeamView {
  const asked = new URL(url, "http://x").searchParams;
  const named = people.filter(({ name }) => name.toLowerCase().includes((asked.get("q") ?? "").toLowerCase()));
  const page = Number(asked.get("halaman"));
  return { months: MONTHS, total: people.length, fallen: 1, largest: people.length === 0 ? null : { name: "Budi", change: -12.4 }, found: named.length, page, people: named.slice((page - 1) * 60, page * 60) };
}
const serve = (leads: object | null = null, people = PEOPLE) => serveOrigin(({ url }, response) => json(response, url.startsWith("/api/session") ? SESSION(leads) : teamOf(people, url)));

/** A window of this width, as `matchMedia` answers for it. */
function windowOf(pixels: number): void {
  vi.stubGlobal("matchMedia", (query: string) => Object.assign(new EventTarget(), { media: query, matches: pixels >= Number(/\d+/.exec(query)?.[0]) }));
}
windowOf(1366);
afterEach(() => windowOf(1366));

test("a phone shows a card for each person: figures read out, all actions, no table", async () => {
  windowOf(360);
  await serve();
  draw(<TeamPage />, { at: "/tim" });
  const cards = within(await screen.findByRole("list", { name: "Tim dan capaian dua belas bulan" })).getAllByRole("listitem");
  expect(cards.map((card) => within(card).getByRole("heading").textContent)).toEqual(["Budi", "Dedi", "Eka", "Ani", "Cici"]);
  const [budi] = cards as [HTMLElement];
  expect(within(budi).getByText("−12 poin")).toBeTruthy();
  expect(within(budi).getAllByRole("link").map((link) => link.textContent)).toEqual(["Periksa", "Beri umpan balik", "Tandai cuti"]);
  expect(screen.queryByRole("table")).toBeNull();
});

test("a unit of many is shown by page, in the order chosen for all of them, and a name is found on whichever page it stands", async () => {
  const many = Array.from({ length: 130 }, (_, i) => person(i + 1, `Orang ${String(i + 1).padStart(3, "0")}`, 90, i));
  const { seen } = await serve({ id: idOf(8), name: "Dinas", kind: "opd" }, many.toReversed());
  draw(<TeamPage />, { at: "/tim?cakupan=unit&urut=-nama" });
  const names = async () => (await screen.findAllByRole("rowheader")).map((cell) => cell.textContent?.slice(0, 9));
  expect([(await names()).length, (await names())[0]]).toEqual([60, "Orang 130"]);
  expect(screen.getByText("Orang 1–60 dari 130")).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole("link", { name: "Berikutnya" }));
  expect(await screen.findByText("Orang 61–120 dari 130")).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "Berikutnya" }));
  expect(await screen.findByText("Orang 121–130 dari 130")).toBeTruthy();
  expect([(await names()).length, (await names()).at(-1)]).toEqual([10, "Orang 001"]);
  expect(seen.at(-1)?.url).toBe("/api/review/team?month=2026-11&cakupan=unit&urut=-nama&halaman=3");
  expect(screen.queryByRole("link", { name: "Berikutnya" })).toBeNull();
  await user.type(screen.getByRole("searchbox", { name: "Cari nama" }), "orang 12");
  await expect.poll(names).toEqual(Array.from({ length: 10 }, (_, i) => `Orang ${129 - i}`));
  await user.type(screen.getByRole("searchbox"), "x");
  expect(await screen.findByText("Tidak ada nama yang cocok.")).toBeTruthy();
});

test("the sentence names the finding, and the columns that can be ordered are name and change, not the figure reached", async () => {
  await serve();
  draw(<TeamPage />, { at: "/tim" });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("1 dari 5 orang turun dari laporan sebelumnya. Terbesar: Budi, turun 12 poin.");
  const [, first] = screen.getAllByRole("row");
  expect(within(first as HTMLElement).getByRole("rowheader").textContent).toContain("Budi");
  expect(screen.getAllByRole("columnheader").filter((cell) => within(cell).queryByRole("button")).map((cell) => cell.textContent?.replace(/[↕↑↓]/u, ""))).toEqual(["Nama", "Perubahan"]);
});

test("twelve months are read out, and what waits can be checked from here", async () => {
  await serve();
  draw(<TeamPage />, { at: "/tim" });
  expect((await screen.findAllByRole("img"))[0]?.getAttribute("aria-label")).toMatch(/^Des: belum ada, .*Nov: 70%$/);
  expect(screen.getByRole("link", { name: "Periksa: Budi" }).getAttribute("href")).toBe(`/penilaian?laporan=${idOf(102)}`);
  expect(screen.getAllByRole("link", { name: /: Cici/ }).map((link) => link.textContent)).toEqual(["Beri umpan balik", "Tandai cuti"]);
});

test("only who heads a unit may look at all of it", async () => {
  const { seen } = await serve(null);
  draw(<TeamPage />, { at: "/tim?cakupan=unit" });
  await screen.findByRole("table");
  expect(screen.queryByRole("link", { name: "Seluruh unit" })).toBeNull();
  expect(seen.some(({ url }) => url.includes("cakupan=unit"))).toBe(false);
});

test("a head sees the whole unit on request", async () => {
  const { seen } = await serve({ id: idOf(8), name: "Dinas", kind: "opd" });
  draw(<TeamPage />, { at: "/tim?cakupan=unit" });
  await screen.findByRole("table");
  expect(screen.getByRole("link", { name: "Seluruh unit" }).getAttribute("aria-current")).toBe("page");
  expect(seen.some(({ url }) => url.includes("cakupan=unit"))).toBe(true);
});

test("nobody to rate is said in words", async () => {
  await serve(null, []);
  draw(<TeamPage />, { at: "/tim" });
  expect(await screen.findByText("Anda belum punya bawahan.")).toBeTruthy();
});
