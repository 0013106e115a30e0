import "fake-indexeddb/auto";
import type { Colleague, UmpanBalikView } from "@teraju/contracts/umpan-balik";
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import UmpanBalikPage from "./UmpanBalikPage.tsx";

const idOf = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const ME = { id: idOf(1), name: "Saya", jabatan: "Bidan", unit: "Puskesmas" };
const BOSS = { id: idOf(2), name: "dr. Teuku", jabatan: "Kepala Puskesmas", unit: "Puskesmas" };
const SESSION = { person: { ...ME, nip: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-01-15", isDemo: false };
const COLLEAGUES: Colleague[] = [{ ...BOSS, relation: "superior" }, { id: idOf(3), name: "Rina", jabatan: "Perawat", unit: "Puskesmas", relation: "colleague" }];

function thread(n: number, more: Partial<UmpanBalikView> = {}): UmpanBalikView {
  return {
    id: idOf(n), box: "to_me", from: BOSS, to: ME, month: "2026-01", about: { lineId: null, reportRowId: null, result: null, perilaku: "kolaboratif" }, status: "diberikan", question: null, requestedOn: null,
    nada: "positif", text: "Imunisasi naik lagi.", givenOn: "2026-01-14", readAt: null, reply: null, repliedAt: null, version: 1, actions: { answer: ["wrong_status"], read: [], reply: [] }, ...more,
  };
}
const QUESTION = thread(11, { box: "asked_of_me", from: ME, to: BOSS, status: "diminta", question: "Apa yang perlu saya perbaiki?", requestedOn: "2026-01-13", nada: null, text: null, givenOn: null, actions: { answer: [], read: ["not_yours"], reply: ["not_yours"] } });

async function office(items: UmpanBalikView[], refuse?: number) {
  let now = items;
  const served = await serveOrigin(({ method, url }, response) => {
    if (url.startsWith("/api/session")) return json(response, SESSION);
    if (url.startsWith("/api/colleague")) return json(response, { people: COLLEAGUES.filter((p) => p.name.toLowerCase().includes(new URLSearchParams(url.split("?")[1]).get("q")?.toLowerCase() ?? "")) });
    if (url.startsWith("/api/umpan-balik/topic")) return json(response, { lines: [{ lineId: idOf(70), text: "Ibu hamil terlayani" }] });
    if (method === "GET") return json(response, { items: now, next: null, unread: now.filter((t) => t.box === "to_me" && t.readAt === null).length, askedOfMe: now.filter((t) => t.box === "asked_of_me").length });
    if (refuse !== undefined) return problem(response, refuse, refuse === 412 ? "stale" : "not_found");
    if (url.endsWith("/read")) now = now.map((t) => ({ ...t, readAt: "2026-01-15T03:00:00.000Z" }));
    if (url.endsWith("/reply")) now = now.map((t) => ({ ...t, reply: "Terima kasih." , actions: { ...t.actions, reply: ["already_replied"] } }));
    return json(response, now[0] ?? thread(99));
  });
  const writes = () => served.seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url.replace("/api/umpan-balik", ""), body === "" ? null : (JSON.parse(body) as Record<string, unknown>)] as const);
  return { ...served, writes };
}

test("the boxes say where something waits", async () => {
  await office([thread(10), QUESTION]);
  draw(<UmpanBalikPage />);
  const boxes = within(await screen.findByRole("navigation", { name: "Saring umpan balik" })).getAllByRole("link");
  expect(boxes.map((link) => link.textContent?.replace(/\s+/g, " ").trim())).toEqual(["Semua", "Untuk saya 1 menunggu Anda", "Ditanyakan ke saya 1 menunggu Anda", "Dari saya", "Pertanyaan saya"]);
});

test("what is new opens on a press, and only then counts as read", async () => {
  const { writes } = await office([thread(10)]);
  draw(<UmpanBalikPage />);
  const user = userEvent.setup();
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("1 umpan balik belum Anda baca.");
  expect(screen.queryByText("Imunisasi naik lagi.")).toBeNull();
  expect(writes()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Baca: Dari dr. Teuku" }));
  expect(await screen.findByText("Imunisasi naik lagi.")).toBeTruthy();
  expect(writes().map(([url]) => url)).toEqual([`/${idOf(10)}/read`]);
  await expect.poll(() => screen.getByRole("heading", { level: 1 }).textContent).toBe("Semua umpan balik sudah Anda baca.");
});

test("the page says that umpan balik cannot be changed", async () => {
  await office([]);
  draw(<UmpanBalikPage />);
  expect(await screen.findByText("Umpan balik tidak bisa diubah setelah dikirim. Keliru? Kirim yang baru.")).toBeTruthy();
  expect(screen.getByText("Belum ada umpan balik di sini.")).toBeTruthy();
});

test("a tanggapan is written once, with the version that was seen; an empty one is not sent", async () => {
  const { writes } = await office([thread(10, { readAt: "2026-01-14T03:00:00.000Z", version: 3 })]);
  draw(<UmpanBalikPage />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Tanggapi: Dari dr. Teuku" }));
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect(screen.getByText("Tulis tanggapan Anda.")).toBeTruthy();
  expect(writes()).toEqual([]);
  await user.type(screen.getByLabelText("Tanggapan Anda"), "Terima kasih.");
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect(await screen.findByText("Terima kasih.")).toBeTruthy();
  expect(writes()).toEqual([[`/${idOf(10)}/reply`, { version: 3, text: "Terima kasih." }]]);
  await expect.poll(() => screen.queryByRole("button", { name: /Tanggapi/ })).toBeNull();
});

test("a question is answered with words and a tone, both of which must be there", async () => {
  const { writes } = await office([QUESTION]);
  draw(<UmpanBalikPage />);
  const user = userEvent.setup();
  expect(await screen.findByText("Apa yang perlu saya perbaiki?")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Jawab" }));
  expect(screen.getByText("Tulis isi umpan balik.")).toBeTruthy();
  expect(screen.getByText("Pilih nadanya.")).toBeTruthy();
  await user.type(screen.getByLabelText("Jawaban Anda"), "Kirim lebih awal.");
  await user.click(screen.getByRole("radio", { name: "Netral" }));
  await user.click(screen.getByRole("button", { name: "Jawab" }));
  await expect.poll(() => writes()).toEqual([[`/${idOf(11)}/answer`, { version: 1, nada: "netral", text: "Kirim lebih awal." }]]);
});

test("asking: person, month and own result; sent under one id however often it is tried", async () => {
  const { writes, seen } = await office([], 404);
  draw(<UmpanBalikPage />, { at: "/umpan-balik?buat=minta" });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("radio", { name: /Rina/ }));
  await user.type(screen.getByLabelText("Kepada siapa"), "teuku");
  await expect.poll(() => seen.some(({ url }) => url === "/api/colleague?q=teuku")).toBe(true);
  // Who was chosen stays in sight while the search goes on.
  expect((screen.getByRole("radio", { name: /Rina/ }) as HTMLInputElement).checked).toBe(true);
  await user.click(screen.getByRole("radio", { name: /dr\. Teuku/ }));
  expect(within(screen.getByLabelText("Bulan")).getAllByRole("option").map((o) => o.textContent)).toEqual(["Januari 2026", "Desember 2025", "November 2025"]);
  await user.selectOptions(screen.getByLabelText("Tentang apa"), await screen.findByRole("option", { name: "Hasil kerja: Ibu hamil terlayani" }));
  await user.type(screen.getByLabelText("Pertanyaan Anda"), "Apa kurangnya?");
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect(await screen.findByRole("alert")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  await expect.poll(() => writes().length).toBe(2);
  const [first, second] = writes();
  expect(first?.[0]).toBe("/request");
  expect(first?.[1]).toMatchObject({ fromId: BOSS.id, month: "2026-01", lineId: idOf(70), question: "Apa kurangnya?" });
  expect(second).toEqual(first);
  // What was typed is still there after a failure.
  expect((screen.getByLabelText("Pertanyaan Anda") as HTMLTextAreaElement).value).toBe("Apa kurangnya?");
});

test("giving from the team page has the person chosen already; words and tone are asked for", async () => {
  const { writes } = await office([]);
  draw(<UmpanBalikPage />, { at: `/umpan-balik?buat=beri&kepada=${idOf(5)}&nama=Budi` });
  const user = userEvent.setup();
  expect(((await screen.findByRole("radio", { name: "Budi" })) as HTMLInputElement).checked).toBe(true);
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect(screen.getByText("Tulis isi umpan balik.")).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("Tentang apa"), "perilaku:kolaboratif");
  await user.type(screen.getByLabelText("Isi umpan balik"), "Membantu posyandu.");
  await user.click(screen.getByRole("radio", { name: "Positif" }));
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  expect((await screen.findByRole("status")).textContent).toBe("Umpan balik untuk Budi terkirim.");
  expect(writes()[0]?.[1]).toMatchObject({ toId: idOf(5), perilaku: "kolaboratif", nada: "positif", text: "Membantu posyandu." });
});

test("a closed tab loses nothing that was being written; sent or given up, nothing is left", async () => {
  const { writes } = await office([thread(10, { readAt: "2026-01-14T03:00:00.000Z" })]);
  const at = `/umpan-balik?buat=beri&kepada=${idOf(6)}&nama=Sari`;
  const user = userEvent.setup();
  draw(<UmpanBalikPage />, { at });
  await user.type(await screen.findByLabelText("Isi umpan balik"), "Datang lebih awal.");
  await user.click(screen.getByRole("radio", { name: "Positif" }));
  await user.click(screen.getByRole("button", { name: "Tanggapi: Dari dr. Teuku" }));
  await user.type(screen.getByLabelText("Tanggapan Anda"), "Siap.");
  cleanup();
  // For somebody else the form is empty.
  draw(<UmpanBalikPage />, { at: `/umpan-balik?buat=beri&kepada=${idOf(7)}&nama=Budi` });
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Isi umpan balik")).value).toBe("");
  cleanup();
  draw(<UmpanBalikPage />, { at });
  expect(await screen.findByText("Tulisan Anda yang belum terkirim.")).toBeTruthy();
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Tanggapan Anda")).value).toBe("Siap.");
  const giveUp = screen.getAllByRole("button", { name: "Batal" }).at(-1);
  if (giveUp) await user.click(giveUp);
  await user.click(screen.getByRole("button", { name: "Kirim" }));
  await expect.poll(() => writes().map(([, body]) => body?.["text"])).toEqual(["Datang lebih awal."]);
  cleanup();
  draw(<UmpanBalikPage />, { at });
  expect((await screen.findByLabelText<HTMLTextAreaElement>("Isi umpan balik")).value).toBe("");
  expect(await screen.findByRole("button", { name: "Tanggapi: Dari dr. Teuku" })).toBeTruthy();
});
