import "fake-indexeddb/auto";
import type { ReviewRow, ReviewView, Waiting } from "@teraju/contracts/review";
import { screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { outbox } from "../../sending.tsx";
import { keep, readKept } from "./kept.ts";
import ReviewPage from "./ReviewPage.tsx";

const idOf = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const ME = idOf(9);
const NAMES = ["Nurul Fitri", "M. Yusuf", "Cut Meutia"];

function row(report: number, position: number, more: Partial<ReviewRow> = {}): ReviewRow {
  return {
    id: idOf(report * 100 + position), position,
    hasilKerja: { lineId: idOf(900 + position), position, text: `Hasil kerja ${position}`, prioritas: "utama" },
    indikator: { text: "Jumlah bayi", jenis: "angka", arah: "maks", satuan: "bayi", targetYear: 240, targetMin: null, targetMax: null, targetText: null },
    isDue: true, target: 20, realisasi: 17, pembilang: null, penyebut: null, uraian: null, sentence: "17 bayi selesai.", cause: "Hujan.", isFlagged: false, capaian: 85,
    lastMonth: { realisasi: 16, pembilang: null, penyebut: null, uraian: null }, yearTotal: 33, evidence: [], verdict: null, verdictNote: null, earlierNote: null, ...more,
  };
}
function view(n: number, more: Partial<ReviewView> = {}): ReviewView {
  return {
    id: idOf(n), month: "2026-11", status: "submitted", version: 4, person: { id: idOf(n + 50), name: NAMES[n - 1] ?? "", jabatan: "Bidan", unit: "Puskesmas" },
    submittedAt: "2026-11-25T03:00:00.000Z", waitingDays: 6, isLate: false, capaian: 85, receiptNumber: "L", returnedAt: null, checkedAt: null, kendala: null, bantuan: null,
    rows: [row(n, 1), row(n, 2), row(n, 3)], lastUmpanBalik: null, actions: { verdict: [], check: ["verdicts_missing"], return: ["no_perbaikan_requested"] }, ...more,
  };
}
function waiting(n: number): Waiting {
  const { id, month, version, person, isLate } = view(n);
  return { reportId: id, month, version, person, submittedAt: "2026-11-25T03:00:00.000Z", waitingDays: 7 - n, isEscalated: false, isLate, isRepaired: false, rows: 3, underTarget: 1, flagged: 0 };
}

type Options = { views?: ReviewView[]; refuse?: { status: number; code: string; refusals?: string[] } };
/** The server's side: a queue from which what is checked or returned is gone, as the real one does. */
async function office({ views = [view(1), view(2), view(3)], refuse }: Options = {}) {
  const open = new Set(views.map(({ id }) => id));
  const served = await serveOrigin(({ method, url, body }, response) => {
    if (url === "/api/session") return json(response, { person: { id: ME, name: "Rahmad", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai", "penilai"], leads: null, today: "2026-11-26", isDemo: false });
    const [, report = "", what] = /^\/api\/review\/([^/?]+)(?:\/(\w+))?/.exec(url) ?? [];
    if (url === "/api/review") return json(response, { waiting: [waiting(1), waiting(2), waiting(3)].filter((w) => open.has(w.reportId)), month: "2026-11", checkUntil: "2026-12-11", counts: { obliged: 5, waiting: 3, checked: 1, returned: 0, notYet: 1, closed: 0, excused: 0 } });
    if (method === "GET") return json(response, views.find(({ id }) => id === report));
    if (refuse !== undefined && what === "check") return problem(response, refuse.status, refuse.code, { refusals: refuse.refusals });
    if (url === "/api/umpan-balik") return json(response, {});
    if (what === "check" || what === "return") open.delete(report);
    return json(response, { id: report, month: "2026-11", status: "submitted", version: (JSON.parse(body) as { version: number }).version + 1, rows: [], actions: { verdict: [], check: [], return: [] } });
  });
  const writes = () => served.seen.filter(({ method }) => method !== "GET").map(({ method, url, body }) => [method, url.replace(/^\/api\//, ""), JSON.parse(body) as unknown]);
  return { ...served, writes };
}
/** The keyboard, and how many keys were pressed; a pointer is never touched. */
function keyboard(user: UserEvent) {
  let count = 0;
  return { press: async (...keys: string[]) => { for (const key of keys) { count += 1; await user.keyboard(key); } }, count: () => count };
}
const heading = () => screen.queryByRole("heading", { level: 2, name: /November 2026/ })?.textContent;
const onScreen = (name: string) => expect.poll(heading).toBe(`${name}, November 2026`);

afterEach(async () => {
  localStorage.clear();
  await outbox.wipe();
});

test("the sentence says how many wait, who longest, and how the month stands", async () => {
  await office();
  draw(<ReviewPage />);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("3 laporan menunggu. Terlama 6 hari kerja: Nurul Fitri.");
  expect(screen.getByText(/November: 1 sudah diperiksa, 0 dikembalikan, 1 belum lapor\./)).toBeTruthy();
});

test("a routine case takes two keys: Terima sisanya, kirim & lanjut; three people are done by keyboard alone", async () => {
  const { writes } = await office();
  draw(<ReviewPage />);
  const keys = keyboard(userEvent.setup());
  for (const name of NAMES) {
    await onScreen(name);
    await keys.press("a", "{Enter}");
  }
  expect(await screen.findByText("Semua sudah Anda periksa.", { selector: "h1" })).toBeTruthy();
  await expect.poll(() => writes()).toEqual([1, 2, 3].map((n) => ["POST", `review/${idOf(n)}/check`, { version: 4, acceptRest: true }]));
  expect(keys.count() / NAMES.length).toBeLessThanOrEqual(4);
});

test("a repair is asked for, said and sent back by keyboard: the next Enter after the note sends", async () => {
  const { writes } = await office();
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  await user.keyboard("1{ArrowDown}2");
  await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  await user.keyboard("Lampirkan daftar hadir{Enter}");
  expect(writes()).toEqual([]);
  await user.keyboard("{ArrowDown}3{Enter}");
  await onScreen("M. Yusuf");
  await expect.poll(() => writes()).toEqual([
    ["PUT", `review/${idOf(1)}/verdicts`, { version: 4, verdicts: [
      { rowId: idOf(101), verdict: "terima", note: null }, { rowId: idOf(102), verdict: "minta_perbaikan", note: "Lampirkan daftar hadir" }, { rowId: idOf(103), verdict: "bahas_di_rapat", note: null }] }],
    ["POST", `review/${idOf(1)}/return`, { version: 5 }],
  ]);
  expect((await screen.findByRole("status")).textContent).toBe("Laporan Nurul Fitri dikembalikan.");
});

test("Enter sends nothing while a row has no verdict, or a repair has no words", async () => {
  const { writes } = await office();
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  await user.keyboard("1{Enter}");
  expect((await screen.findByRole("status")).textContent).toContain("2 hasil kerja belum diputus.");
  await user.keyboard("2");
  await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  await user.keyboard("{Escape}{Enter}");
  expect(await screen.findByText("Tulis apa yang perlu diperbaiki.")).toBeTruthy();
  expect(writes()).toEqual([]);
});

test("J and K go from person to person, and what was decided stays with its report", async () => {
  await office();
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  await user.keyboard("1j");
  await onScreen("M. Yusuf");
  expect(screen.queryByRole("button", { name: "Terima", pressed: true })).toBeNull();
  await user.keyboard("k");
  await onScreen("Nurul Fitri");
  expect(await screen.findByRole("button", { name: "Terima", pressed: true })).toBeTruthy();
});

test("after a press of the mouse Enter sends; on a button that keys reached it presses that button", async () => {
  const { writes } = await office();
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  for (const button of screen.getAllByRole("button", { name: "Terima" })) await user.click(button);
  await user.keyboard("{Enter}");
  await onScreen("M. Yusuf");
  await expect.poll(() => writes()).toEqual([["POST", `review/${idOf(1)}/check`, { version: 4, acceptRest: true }]]);
  screen.getAllByRole("button", { name: "Terima" })[0]?.focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("button", { name: "Terima", pressed: true })).toBe(document.activeElement);
  expect(heading()).toBe("M. Yusuf, November 2026");
});

test("a closed tab loses nothing: verdicts, note and umpan balik are there again, and gone once sent or signed out", async () => {
  await office();
  const first = draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  await user.keyboard("2");
  await expect.poll(() => document.activeElement?.tagName).toBe("INPUT");
  await user.keyboard("Lampirkan daftar hadir{Enter}c");
  await expect.poll(() => document.activeElement?.id).toBe("umpan-balik");
  await user.keyboard("Terima kasih.");
  await expect.poll(async () => (await readKept(ME))[idOf(1)]?.comment.text).toBe("Terima kasih.");
  first.unmount();

  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  expect(await screen.findByDisplayValue("Lampirkan daftar hadir")).toBeTruthy();
  expect(screen.getByDisplayValue("Terima kasih.")).toBeTruthy();
  expect(screen.getByText("Belum dikirim")).toBeTruthy();
  await user.keyboard("{Enter}");
  await onScreen("M. Yusuf");
  await expect.poll(async () => Object.keys(await readKept(ME))).toEqual([]);
  await user.keyboard("1");
  await expect.poll(async () => Object.keys(await readKept(ME))).toEqual([idOf(2)]);
  await outbox.wipe();
  expect(await readKept(ME)).toEqual({});
});

test("what was decided of a report that has changed since is asked for again; the words stay", async () => {
  await office();
  await keep(ME, idOf(1), { version: 2, verdicts: { [idOf(101)]: { verdict: "terima", note: "" } }, comment: { id: idOf(70), text: "Bagus.", nada: "positif", about: "" } });
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  expect(screen.getByText("Pegawai mengubah laporan ini sejak Anda memutus. Silakan putuskan lagi.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Terima", pressed: true })).toBeNull();
  expect(screen.getByDisplayValue("Bagus.")).toBeTruthy();
});

test("C writes umpan balik, which goes along once and about what was chosen", async () => {
  const { writes } = await office();
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  await user.keyboard("c");
  await expect.poll(() => document.activeElement?.id).toBe("umpan-balik");
  await user.keyboard("Imunisasi naik lagi.{Escape}a{Enter}");
  await onScreen("M. Yusuf");
  await expect.poll(() => writes().map(([method, url]) => `${String(method)} ${String(url)}`)).toEqual(["POST umpan-balik", `POST review/${idOf(1)}/check`]);
  expect(writes()[0]?.[2]).toMatchObject({ toId: idOf(51), month: "2026-11", nada: "netral", text: "Imunisasi naik lagi." });
});

test("what could not be kept comes back with the reason, and its decisions are still there", async () => {
  await office({ refuse: { status: 412, code: "stale" } });
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  await user.keyboard("a{Enter}");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Laporan Nurul Fitri belum tersimpan.");
  expect(alert.textContent).toContain("Data ini sudah berubah");
  await user.click(within(alert).getByRole("button", { name: "Buka lagi" }));
  await onScreen("Nurul Fitri");
  await expect.poll(() => screen.queryAllByRole("button", { name: "Terima", pressed: true }).length).toBe(3);
});

test("single keys can be switched off, and then do nothing", async () => {
  const { writes } = await office();
  draw(<ReviewPage />);
  await onScreen("Nurul Fitri");
  const user = userEvent.setup();
  await user.keyboard("?");
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("Orang berikutnya")).toBeTruthy();
  await user.click(within(dialog).getByRole("checkbox"));
  await user.click(within(dialog).getByRole("button", { name: "Tutup" }));
  await user.keyboard("a{Enter}j");
  expect(heading()).toBe("Nurul Fitri, November 2026");
  expect(screen.queryByRole("button", { name: "Terima", pressed: true })).toBeNull();
  expect(writes()).toEqual([]);
});

test("a report that does not wait for me can be read, not judged", async () => {
  await office({ views: [view(1, { status: "checked", actions: { verdict: ["wrong_status"], check: [], return: [] }, rows: [row(1, 1, { verdict: "terima" })] })] });
  draw(<ReviewPage />, { at: `/penilaian?laporan=${idOf(1)}` });
  expect(await screen.findByText("Status: Sudah diperiksa. Laporan ini tidak menunggu Anda.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Terima" })).toBeNull();
  expect(screen.queryByRole("button", { name: /Terima sisanya/ })).toBeNull();
});

test("a repaired row shows what was asked; figures stand beside last month and the year", async () => {
  await office({ views: [view(1, { rows: [row(1, 1, { earlierNote: "Lampirkan daftar hadir" })] })] });
  draw(<ReviewPage />);
  expect(await screen.findByText("Permintaan Anda sebelumnya: Lampirkan daftar hadir")).toBeTruthy();
  expect(screen.getByText("85% dari target")).toBeTruthy();
  expect(screen.getByText("Bulan lalu 16 · Tahun ini 33")).toBeTruthy();
});
