import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { Route, Routes } from "react-router-dom";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { may, SESSION, skpView, uuid } from "../../../test/skp.ts";
import SkpPage from "./SkpPage.tsx";
import SkpReadPage from "./SkpReadPage.tsx";
import TeamSkpPage from "./TeamSkpPage.tsx";

type Answers = Record<string, unknown>;
/** Answers by "METHOD /path" without the query; the session always. */
async function serving(answers: Answers) {
  return serveOrigin(({ method, url }, response) => {
    const key = `${method} ${url.split("?")[0]}`;
    if (key === "GET /api/session") return json(response, SESSION);
    return key in answers ? json(response, answers[key]) : problem(response, 404, "not_found");
  });
}
const mine = (over: object) => ({ year: 2026, inForce: null, inWork: null, history: [], actions: { create: [] }, ...over });
const revision = (over: object) => ({ id: uuid(100), year: 2026, revision: 1, status: "set", effectiveFrom: "2026-01-01", setAt: "2026-01-20T03:00:00.000Z", setBy: "Penilai Contoh", ...over });

describe("my SKP", () => {
  test("without one offers last year's, the example of the post, a pasted table and an empty one", async () => {
    const { seen } = await serving({
      "GET /api/skp": mine({ history: [revision({ id: uuid(99), year: 2025 })] }),
      "GET /api/skp-template": [{ id: uuid(50), title: "Penata Layanan", source: "Contoh kota", isOwnJabatan: true, pendekatan: "kuantitatif", hasilKerja: ["Arsip tertata"] }],
      "POST /api/skp": skpView({ id: uuid(101), status: "draft" }),
    });
    const { router } = draw(<SkpPage />, { at: "/skp" });
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Belum ada SKP 2026.");
    expect(screen.getByText("Mulai dari tahun lalu, contoh jabatan, atau tempel tabel.")).toBeTruthy();
    expect(screen.getAllByRole("button").map((button) => button.getAttribute("aria-label"))).toEqual(["Pakai ini: Dari SKP 2025", "Pakai ini: Contoh: Penata Layanan", "Pakai ini: Tempel tabel dari e-Kinerja, Excel, atau Word", "Pakai ini: Mulai kosong"]);
    await userEvent.click(screen.getByRole("button", { name: "Pakai ini: Dari SKP 2025" }));
    await expect.poll(() => router.state.location.pathname).toBe(`/skp/${uuid(101)}/ubah`);
    expect(JSON.parse(seen.find(({ method }) => method === "POST")?.body ?? "")).toMatchObject({ year: 2026, from: { kind: "previous", skpId: uuid(99) } });
  });

  test("in force shows the month's target, opens into the plan, and may be changed", async () => {
    const { seen } = await serving({ "GET /api/skp": mine({ inForce: skpView() }), [`POST /api/skp/${uuid(100)}/revise`]: skpView({ id: uuid(102), status: "draft", revision: 2 }) });
    const { router } = draw(<SkpPage />, { at: "/skp" });
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("SKP 2026 Anda berlaku, dengan 2 hasil kerja.");
    expect(screen.getByText("Target November: 25 balita")).toBeTruthy();
    expect(screen.getByText("Target: Predikat A")).toBeTruthy();
    const plan = screen.getByRole("list", { name: "Rencana per bulan", hidden: true });
    expect(within(plan).getAllByRole("listitem", { hidden: true }).map((month) => month.textContent).slice(9)).toEqual(["Okt20", "Nov25", "Des15"]);
    expect(screen.getByText("Gizi balita membaik")).toBeTruthy();
    expect(screen.getByText("membantu orang lain belajar")).toBeTruthy();
    expect(screen.getByText("Laporan masuk sebelum tanggal lima", { exact: false })).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Usulkan perubahan" }));
    await expect.poll(() => router.state.location.pathname).toBe(`/skp/${uuid(102)}/ubah`);
    expect(Object.keys(JSON.parse(seen.find(({ method }) => method === "POST")?.body ?? ""))).toEqual(["id"]);
  });

  test("sent back shows the note and what the rules say, and leads to the draft", async () => {
    const findings: ReturnType<typeof skpView>["findings"] = [
      { kode: "rencana_berupa_aktivitas", tingkat: "saran", cite: { regulation: "PermenPANRB 6/2022", part: "Anak Lampiran 1", link: null }, hasilKerja: 0, indikator: null, rincian: [] },
      { kode: "target_mutlak", tingkat: "saran", cite: { regulation: "PermenPANRB 6/2022", part: "p. 51", link: null }, hasilKerja: 1, indikator: 0, rincian: ["semua"] },
    ];
    await serving({ "GET /api/skp": mine({ inWork: skpView({ status: "returned", setAt: null, note: "Target terlalu rendah.", findings, actions: { ...may("save", "propose", "bind") } }) }) });
    draw(<SkpPage />, { at: "/skp" });
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("SKP 2026 Anda dikembalikan dengan catatan.");
    expect(screen.getByText("Target terlalu rendah.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Ubah rancangan" }).getAttribute("href")).toBe(`/skp/${uuid(100)}/ubah`);
    const card = screen.getByRole("region", { name: "Ada 2 hal untuk dibahas" });
    expect(within(card).getAllByRole("listitem").map((line) => line.textContent)).toEqual([
      expect.stringContaining("Hasil kerja 1. Ini berupa kegiatan."), expect.stringContaining("Hasil kerja 2, indikator 1. Target memakai kata mutlak: “semua”."),
    ]);
  });

  test("a draft that lacks something says beside the button why it cannot be proposed", async () => {
    await serving({ "GET /api/skp": mine({ inWork: skpView({ status: "draft", setAt: null, proposedAt: null, actions: { ...may("save"), propose: ["no_indikator", "target_missing"] } }) }) });
    draw(<SkpPage />, { at: "/skp" });
    const button = await screen.findByRole("button", { name: "Ajukan ke Penilai Contoh" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("Ada hasil kerja tanpa indikator. Ada indikator tanpa target.")).toBeTruthy();
  });

  test("a draft begun from the wrong thing is discarded after a question", async () => {
    const { seen } = await serving({ "GET /api/skp": mine({ inWork: skpView({ status: "draft", setAt: null, proposedAt: null, actions: may("save", "propose", "discard") }) }), [`DELETE /api/skp/${uuid(100)}`]: null });
    const { router } = draw(<SkpPage />, { at: "/skp" });
    await userEvent.click(await screen.findByRole("button", { name: "Buang rancangan" }));
    await userEvent.click(within(screen.getByRole("dialog", { name: "Buang rancangan ini?" })).getByRole("button", { name: "Buang rancangan" }));
    await expect.poll(() => seen.some(({ method }) => method === "DELETE")).toBe(true);
    await expect.poll(() => router.state.location.search).toBe("?tahun=2026");
  });

  test("proposed may be taken back", async () => {
    const { seen } = await serving({ "GET /api/skp": mine({ inWork: skpView({ status: "proposed", setAt: null, actions: may("withdraw") }) }), [`POST /api/skp/${uuid(100)}/withdraw`]: skpView({ status: "draft" }) });
    draw(<SkpPage />, { at: "/skp" });
    await userEvent.click(await screen.findByRole("button", { name: "Tarik kembali" }));
    await expect.poll(() => seen.some(({ method, body }) => method === "POST" && body === '{"version":4}')).toBe(true);
  });

  test("a change in work leaves the one in force in sight", async () => {
    await serving({ "GET /api/skp": mine({ inForce: skpView(), inWork: skpView({ id: uuid(102), revision: 2, status: "draft", setAt: null, proposedAt: null, actions: may("save", "propose") }), history: [revision({ id: uuid(102), revision: 2, status: "draft", setAt: null, setBy: null }), revision({})] }) });
    draw(<SkpPage />, { at: "/skp" });
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Perubahan (versi 2) sedang disusun.");
    expect(screen.getByText("SKP yang sekarang tetap berlaku sampai perubahan ditetapkan.", { exact: false })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "SKP 2026 yang berlaku" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Buka SKP 2026, versi 1" }).getAttribute("href")).toBe(`/skp/${uuid(100)}`);
  });

  test("is bound to the superior's result once that is there", async () => {
    const bindable = skpView({ superiorResults: [{ lineId: uuid(70), text: "Stunting menurun" }], actions: may("revise", "bind") });
    const { seen } = await serving({ "GET /api/skp": mine({ inForce: bindable }), [`PUT /api/skp/${uuid(100)}/binding`]: bindable });
    draw(<SkpPage />, { at: "/skp" });
    await userEvent.click(await screen.findByRole("button", { name: "Kaitkan dengan hasil kerja pimpinan" }));
    await userEvent.selectOptions(screen.getByLabelText("2. Terbinanya magang"), "Stunting menurun");
    await userEvent.click(screen.getByRole("button", { name: "Simpan kaitan" }));
    await expect.poll(() => JSON.parse(seen.find(({ method }) => method === "PUT")?.body ?? "null")).toEqual({ version: 4, bindings: [{ lineId: uuid(20), intervenedLineId: uuid(70) }] });
  });

  test("speaks English too", async () => {
    await serving({ "GET /api/skp": mine({ inForce: skpView() }) });
    await drawInEnglish(<SkpPage />, { at: "/skp" });
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Your SKP 2026 is in force, with 2 results.");
    expect(screen.getByText("Target November: 25 balita")).toBeTruthy();
  });
});

describe("the penilai", () => {
  const proposed = skpView({ status: "proposed", setAt: null, person: { id: uuid(5), name: "Bawahan Contoh", jabatan: "Penata", unit: "Bidang A1" }, actions: { ...may("set", "sendBack"), save: ["not_yours"], propose: ["not_yours"], withdraw: ["not_yours"], revise: ["not_yours"] } });
  const page = <Routes><Route path="/skp/:id" element={<SkpReadPage />} /></Routes>;

  test("sets a proposal after being asked once more", async () => {
    const { seen } = await serving({ [`GET /api/skp/${uuid(100)}`]: proposed, [`POST /api/skp/${uuid(100)}/set`]: { ...proposed, status: "set" } });
    draw(page, { at: `/skp/${uuid(100)}` });
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("SKP 2026, versi 1: Bawahan Contoh");
    expect(screen.queryByRole("link", { name: "Ubah rancangan" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Tetapkan" }));
    const dialog = screen.getByRole("dialog", { name: "Tetapkan SKP Bawahan Contoh?" });
    await userEvent.click(within(dialog).getByRole("button", { name: "Tetapkan" }));
    await expect.poll(() => seen.filter(({ method }) => method === "POST").map(({ url, body }) => [url, body])).toEqual([[`/api/skp/${uuid(100)}/set`, '{"version":4}']]);
  });

  test("sends back only with a note", async () => {
    const { seen } = await serving({ [`GET /api/skp/${uuid(100)}`]: proposed, [`POST /api/skp/${uuid(100)}/send-back`]: { ...proposed, status: "returned" } });
    draw(page, { at: `/skp/${uuid(100)}` });
    await userEvent.click(await screen.findByRole("button", { name: "Kembalikan dengan catatan" }));
    await userEvent.click(screen.getByRole("button", { name: "Kembalikan" }));
    expect(screen.getByText("Tulis alasan SKP dikembalikan.")).toBeTruthy();
    expect(seen.some(({ method }) => method === "POST")).toBe(false);
    await userEvent.type(screen.getByLabelText("Apa yang perlu diubah?"), "Tambah indikator waktu.");
    await userEvent.click(screen.getByRole("button", { name: "Kembalikan" }));
    await expect.poll(() => JSON.parse(seen.find(({ method }) => method === "POST")?.body ?? "null")).toEqual({ version: 4, note: "Tambah indikator waktu." });
  });

  test("sees the team: who waits on top, drafts without a way in, and why an atasan is asked", async () => {
    const person = (n: number, name: string) => ({ id: uuid(n), name, jabatan: "Penata", unit: "Bidang A1" });
    await serving({
      "GET /api/skp-team": {
        year: 2026, deadline: "2026-01-31",
        team: [
          { person: person(6, "Ani"), as: "penilai", inForce: null, inWork: { id: uuid(60), revision: 1, status: "proposed", proposedAt: "2026-01-12T03:00:00.000Z" } },
          { person: person(7, "Beni"), as: "atasan", inForce: null, inWork: { id: uuid(61), revision: 1, status: "proposed", proposedAt: "2026-01-12T03:00:00.000Z" } },
          { person: person(8, "Cut"), as: "penilai", inForce: { id: uuid(62), revision: 2, setAt: "2026-01-20T03:00:00.000Z" }, inWork: null },
          { person: person(9, "Dian"), as: "penilai", inForce: null, inWork: { id: null, revision: 1, status: "draft", proposedAt: null } },
        ],
      },
    });
    draw(<TeamSkpPage />, { at: "/tim/skp" });
    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("2 SKP menunggu Anda.");
    expect(screen.getByText("1 dari 3 orang sudah punya SKP 2026 yang berlaku.")).toBeTruthy();
    const waiting = screen.getByRole("region", { name: "Menunggu Anda" });
    expect(within(waiting).getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")])).toEqual([["Bahas", `/skp/${uuid(60)}`], ["Bahas", `/skp/${uuid(61)}`]]);
    expect(within(waiting).getByText("atasan penilai (Lampiran II.C.5)", { exact: false })).toBeTruthy();
    const others = screen.getByRole("region", { name: "Lainnya" });
    expect(within(others).getAllByRole("listitem").map((row) => row.textContent)).toEqual([expect.stringContaining("Berlaku, versi 2"), expect.stringContaining("Sedang disusun")]);
    expect(within(others).getAllByRole("link")).toHaveLength(1);
  });
});

