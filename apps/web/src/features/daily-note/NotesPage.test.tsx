import "fake-indexeddb/auto";
import { QueryClient } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { NoteDraft, NoteView } from "@teraju/contracts/daily-note";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { SESSION, uuid } from "../../../test/skp.ts";
import { OutboxRunner } from "../../sending.tsx";
import { forgetPerson } from "../../session.ts";
import { dayBefore, faultOfNote, monthBeside, shortNames } from "./note.ts";
import NotesPage from "./NotesPage.tsx";

const RESULTS = [{ lineId: uuid(10), text: "Tersedianya data gizi balita" }, { lineId: uuid(20), text: "Terbinanya magang" }];
const note = (over: Partial<NoteView> = {}): NoteView => ({ id: uuid(300), day: "2026-11-20", text: "Rapat data di puskesmas.", lineId: uuid(10), isAttached: false, isFixed: false, photos: [], version: 1, ...over });
const page = <><OutboxRunner /><NotesPage /></>;

beforeEach(() => forgetPerson(new QueryClient()));
afterEach(() => forgetPerson(new QueryClient()));

type Asked = { method: string; url: string; body: string };
/** A server with a month's notes; `mode` can be changed while the test runs. */
async function serving(notes: NoteView[] = [], results = RESULTS) {
  const state: { mode: "fine" | "busy" | "refusing"; notes: NoteView[]; ritme: "harian" | "mingguan" | "bulanan" | "impor" } = { mode: "fine", notes, ritme: "harian" };
  const writes: Asked[] = [];
  await serveOrigin(({ method, url, body }, response) => {
    if (url === "/api/session") return json(response, SESSION);
    if (method === "GET") return json(response, { month: "2026-11", today: "2026-11-23", notes: state.notes, results, ritme: state.ritme });
    writes.push({ method, url, body });
    if (state.mode === "busy") return problem(response, 503, "busy");
    if (state.mode === "refusing") return problem(response, 400, "invalid", { fields: [{ path: "body.lineId", code: "unknown_line" }] });
    if (method === "DELETE") {
      state.notes = [];
      return response.writeHead(204).end();
    }
    const sent = JSON.parse(body) as NoteDraft;
    const made = note({ ...sent, lineId: sent.lineId, version: 2, id: method === "PUT" ? uuid(300) : sent.id });
    state.notes = [made, ...state.notes.filter((each) => each.id !== made.id)];
    return json(response, made);
  });
  return { state, writes };
}

describe("writing a note", () => {
  test("takes a sentence, one chip and one press", async () => {
    const { writes } = await serving();
    draw(page, { at: "/catatan" });
    await userEvent.type(await screen.findByLabelText("Satu kalimat"), "Menginput  40 data keluarga.");
    await userEvent.click(await screen.findByLabelText("Tersedianya data gizi balita"));
    await userEvent.click(screen.getByRole("button", { name: "Simpan catatan" }));
    await expect.poll(() => writes.map(({ method, body }) => [method, JSON.parse(body)])).toMatchObject([["POST", { day: "2026-11-23", text: "Menginput 40 data keluarga.", lineId: uuid(10) }]]);
    const list = await screen.findByRole("region", { name: "Catatan November 2026" });
    expect(await within(list).findByText("Menginput 40 data keluarga.")).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>("Satu kalimat").value).toBe("");
    await expect.poll(() => within(list).queryByText("Belum terkirim")).toBeNull();
    expect(screen.getByText("Catatan tersimpan.")).toBeTruthy();
  });

  test("many results stand in the phone's own list, so that the button to save stays near", async () => {
    const { writes } = await serving([], Array.from({ length: 9 }, (_, i) => ({ lineId: uuid(10 + i), text: `Hasil kerja ke-${i + 1}` })));
    draw(page, { at: "/catatan" });
    await userEvent.type(await screen.findByLabelText("Satu kalimat"), "Rapat.");
    const list = screen.getByRole("combobox", { name: "Untuk hasil kerja" });
    expect(within(list).getAllByRole("option").map((option) => option.textContent).slice(0, 2)).toEqual(["Tanpa kaitan", "1. Hasil kerja ke-1"]);
    await userEvent.selectOptions(list, "3. Hasil kerja ke-3");
    await userEvent.click(screen.getByRole("button", { name: "Simpan catatan" }));
    await expect.poll(() => writes.map(({ body }) => (JSON.parse(body) as NoteDraft).lineId)).toEqual([uuid(12)]);
  });

  test("asks for a sentence first, and for a day that has come", async () => {
    const { writes } = await serving();
    draw(page, { at: "/catatan" });
    await userEvent.click(await screen.findByRole("button", { name: "Simpan catatan" }));
    expect(screen.getByText("Tulis satu kalimat dulu.")).toBeTruthy();
    expect(writes).toEqual([]);
    expect([faultOfNote({ day: "2026-11-24", text: "a", lineId: null }, "2026-11-23"), faultOfNote({ day: "2026-11-23", text: "a", lineId: null }, "2026-11-23"), faultOfNote({ day: "2026-11-23", text: "a".repeat(281), lineId: null }, "2026-11-23")]).toEqual(["dayInFuture", null, "textMissing"]);
  });

  test("is kept while the server cannot be reached, shown as not sent, and sent later once", async () => {
    const { state, writes } = await serving();
    state.mode = "busy";
    draw(page, { at: "/catatan" });
    await userEvent.type(await screen.findByLabelText("Satu kalimat"), "Tanpa sinyal.");
    await userEvent.click(screen.getByRole("button", { name: "Simpan catatan" }));
    expect(await screen.findByText("Belum terkirim")).toBeTruthy();
    expect(await screen.findByText("Tersimpan di perangkat ini. Dikirim sendiri saat ada sinyal.")).toBeTruthy();
    await expect.poll(() => writes.length).toBeGreaterThan(0);
    state.mode = "fine";
    dispatchEvent(new Event("online"));
    await expect.poll(() => screen.queryByText("Belum terkirim"), { timeout: 5000 }).toBeNull();
    expect(new Set(writes.map(({ body }) => (JSON.parse(body) as NoteDraft).id)).size).toBe(1);
    // The next tick draws it from the list, before that is asked for again.
    await expect.poll(() => screen.queryAllByText("Tanpa sinyal.").length).toBe(1);
  });

  test("one that the server does not take can be opened and corrected", async () => {
    const { state, writes } = await serving();
    state.mode = "refusing";
    draw(page, { at: "/catatan" });
    await userEvent.type(await screen.findByLabelText("Satu kalimat"), "Untuk hasil lama.");
    await userEvent.click(screen.getByRole("button", { name: "Simpan catatan" }));
    expect(await screen.findByText("Tidak diterima server. Buka dan perbaiki.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Ubah catatan: Untuk hasil lama." }));
    expect(screen.getByLabelText<HTMLTextAreaElement>("Satu kalimat").value).toBe("Untuk hasil lama.");
    await expect.poll(() => screen.queryByText("Belum terkirim")).toBeNull();
    state.mode = "fine";
    await userEvent.click(screen.getByRole("button", { name: "Simpan catatan" }));
    await expect.poll(() => writes.length).toBe(2);
  });
});

describe("the month's list", () => {
  test("shows day, sentence, result, photos and what is fixed in a report", async () => {
    await serving([
      note({ photos: [{ id: uuid(400), kind: "file", title: "Foto rapat.jpg", mime: "image/jpeg", sizeBytes: 1000, url: null, registerNumber: null, createdAt: "2026-11-20T03:00:00Z" }] }),
      note({ id: uuid(301), text: "Sudah dilaporkan.", isAttached: true, isFixed: true }),
    ]);
    draw(page, { at: "/catatan" });
    const [first, second] = within(await screen.findByRole("region", { name: "Catatan November 2026" })).getAllByRole("listitem");
    if (first === undefined || second === undefined) throw new Error("two notes");
    expect(first.textContent).toContain("Jumat, 20 November");
    expect(within(first).getByText("Tersedianya data gizi balita")).toBeTruthy();
    expect(within(first).getByRole("img", { name: "Foto rapat.jpg" }).getAttribute("src")).toBe(`/api/evidence/${uuid(400)}/file`);
    expect(within(first).getByLabelText("Tambah foto untuk catatan: Rapat data di puskesmas.")).toBeTruthy();
    expect(within(second).getByText("Sudah terkirim dalam laporan")).toBeTruthy();
    expect(within(second).queryAllByRole("button")).toEqual([]);
  });

  test("an empty month says so and leads to the month before", async () => {
    await serving();
    draw(page, { at: "/catatan" });
    expect(await screen.findByText("Belum ada catatan November 2026.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Ke Oktober 2026" }).getAttribute("href")).toBe("/catatan?bulan=2026-10");
    expect(screen.queryByRole("link", { name: "Ke Desember 2026" })).toBeNull();
  });

  test("a note is corrected with its version, and deleted only after a question", async () => {
    const { writes } = await serving([note()]);
    draw(page, { at: "/catatan" });
    await userEvent.click(await screen.findByRole("button", { name: "Ubah catatan: Rapat data di puskesmas." }));
    const dialog = screen.getByRole("dialog", { name: "Ubah catatan" });
    await userEvent.clear(within(dialog).getByLabelText("Satu kalimat"));
    await userEvent.type(within(dialog).getByLabelText("Satu kalimat"), "Rapat data gizi.");
    await userEvent.click(within(dialog).getByLabelText("Tanpa kaitan"));
    await userEvent.click(within(dialog).getByRole("button", { name: "Simpan perubahan" }));
    await expect.poll(() => writes.map(({ method, url, body }) => [method, url, JSON.parse(body)])).toEqual([["PUT", `/api/daily-note/${uuid(300)}`, { version: 1, day: "2026-11-20", text: "Rapat data gizi.", lineId: null }]]);
    await userEvent.click(await screen.findByRole("button", { name: "Ubah catatan: Rapat data gizi." }));
    await userEvent.click(screen.getByRole("button", { name: "Hapus" }));
    await userEvent.click(within(await screen.findByRole("dialog", { name: "Hapus catatan ini?" })).getByRole("button", { name: "Hapus" }));
    await expect.poll(() => writes.at(-1)?.method).toBe("DELETE");
    expect(await screen.findByText("Belum ada catatan November 2026.")).toBeTruthy();
  });

  test("the form works also while the list cannot come", async () => {
    await serveOrigin(({ url }, response) => (url === "/api/session" ? json(response, SESSION) : problem(response, 500, "bug")));
    draw(page, { at: "/catatan" });
    expect(await screen.findByRole("alert")).toBeTruthy();
    expect(screen.getByLabelText("Satu kalimat")).toBeTruthy();
  });
});

describe("the rhythm of the rumpun", () => {
  test("a guru is told that no notes are asked for, by what, and may write one all the same", async () => {
    (await serving()).state.ritme = "impor";
    draw(page, { at: "/catatan" });
    expect(await screen.findByRole("heading", { level: 1, name: "Anda tidak perlu mencatat harian." })).toBeTruthy();
    expect(screen.getByText("Menurut standar penilaian kota untuk rumpun jabatan Anda.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Buka laporan bulanan" }).getAttribute("href")).toBe("/laporan");
    // Neither the form nor "no notes yet" stands there.
    expect(screen.queryByLabelText("Satu kalimat")).toBeNull();
    expect(screen.queryByText(/Belum ada catatan/)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Tetap tulis catatan" }));
    expect(screen.getByLabelText("Satu kalimat")).toBeTruthy();
  });

  test("weekly asks about the week", async () => {
    (await serving()).state.ritme = "mingguan";
    draw(page, { at: "/catatan" });
    expect(await screen.findByRole("heading", { level: 1, name: "Apa yang Anda kerjakan minggu ini?" })).toBeTruthy();
    expect(screen.getByLabelText("Satu kalimat")).toBeTruthy();
  });
});

test("months and days have neighbours over the end of a year", () => {
  expect([monthBeside("2026-01", -1), monthBeside("2026-12", 1), monthBeside("2026-11", -1), dayBefore("2026-03-01"), dayBefore("2026-01-01")]).toEqual(["2025-12", "2027-01", "2026-10", "2026-02-28", "2025-12-31"]);
});

test("results that begin alike are told apart by what follows", () => {
  const [anc, persalinan] = ["Ibu hamil dengan kehamilan fisiologis mendapat pemeriksaan", "Ibu hamil dengan kehamilan patologis mendapat rujukan"];
  expect(shortNames([anc ?? "", persalinan ?? "", "Arsip tertata rapi"])).toEqual(["… fisiologis mendapat pemeriksaan", "… patologis mendapat rujukan", "Arsip tertata rapi"]);
  expect(shortNames(["Sama saja", "Sama saja"])).toEqual(["Sama saja", "Sama saja"]);
});
