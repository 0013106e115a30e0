import "fake-indexeddb/auto";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import type { SkpDraft, SkpView } from "@teraju/contracts/skp";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import "../../../test/render.tsx";
import { may, ME, SESSION, skpView, uuid } from "../../../test/skp.ts";
import { forgetPerson } from "../../session.ts";
import { readKept } from "./kept.ts";
import SkpEditPage from "./SkpEditPage.tsx";

const ID = uuid(100);
const draftView = (over: Partial<SkpView> = {}) => skpView({ status: "draft", version: 1, setAt: null, proposedAt: null, actions: may("save", "propose", "bind"), ...over });

beforeEach(async () => {
  await forgetPerson(new QueryClient());
});

/** A server that keeps the draft, and refuses an old version; `hold` lets a test look at what is on the way. */
async function serving(view: SkpView, refuse: { status: number; code: string; more?: object } | null = null) {
  const kept = { view };
  const bodies: SkpDraft[] = [];
  const state = { refuse };
  const { seen } = await serveOrigin(({ method, url, body }, response) => {
    if (url === "/api/session") return json(response, SESSION);
    if (method === "GET") return json(response, kept.view);
    if (state.refuse !== null) return problem(response, state.refuse.status, state.refuse.code, state.refuse.more);
    const draft = JSON.parse(body) as SkpDraft;
    bodies.push(draft);
    if (draft.version !== kept.view.version) return problem(response, 412, "stale");
    kept.view = { ...kept.view, ...(draft as Partial<SkpView>), version: draft.version + 1 };
    return json(response, kept.view);
  });
  return { seen, bodies, kept, state };
}

/** With a data router of two pages, as leaving is part of what is tested. */
function open(at = `/skp/${ID}/ubah`) {
  const router = createMemoryRouter([{ path: "/skp/:id/ubah", element: <SkpEditPage /> }, { path: "*", element: <p>Halaman lain</p> }], { initialEntries: [at] });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  const view = render(<QueryClientProvider client={client}><RouterProvider router={router} /></QueryClientProvider>);
  return { ...view, router };
}
const save = () => userEvent.click(screen.getByRole("button", { name: "Simpan" }));
const card = (position: number) => screen.getByRole("region", { name: `Hasil kerja ${position}` });

describe("the editor", () => {
  test("changes a sentence and saves it with the version, twice in a row", async () => {
    const { bodies } = await serving(draftView());
    open();
    const field = (await screen.findAllByLabelText("Hasil kerja yang dicapai"))[0];
    if (field === undefined) throw new Error("no field");
    await userEvent.clear(field);
    await userEvent.type(field, "Data gizi mutakhir");
    expect(screen.getByText("Ada perubahan yang belum terkirim. Tersimpan di perangkat ini.")).toBeTruthy();
    await save();
    await expect.poll(() => screen.queryByText(/Tersimpan di server, pukul/)).toBeTruthy();
    await userEvent.type(field, " tiap bulan");
    await save();
    await expect.poll(() => bodies.map((body) => [body.version, body.hasilKerja[0]?.text])).toEqual([[1, "Data gizi mutakhir"], [2, "Data gizi mutakhir tiap bulan"]]);
    expect(bodies[0]?.hasilKerja.map((result) => result.lineId)).toEqual([uuid(10), uuid(20)]);
  });

  test("spreads a year's target over the months with one tap, and one month can differ", async () => {
    const { bodies } = await serving(draftView());
    open();
    const first = await screen.findByRole("region", { name: "Hasil kerja 1, indikator 1" });
    const target = within(first).getByLabelText("Target setahun");
    await userEvent.clear(target);
    await userEvent.type(target, "1.200");
    await userEvent.click(within(first).getByText("Rencana per bulan"));
    await userEvent.click(within(first).getByRole("button", { name: "Bagi rata setahun" }));
    expect(within(first).getByText("Jumlah rencana 1.200 dari target 1.200.")).toBeTruthy();
    const december = within(first).getByLabelText("Desember");
    await userEvent.clear(december);
    await userEvent.type(december, "112,5");
    expect(within(first).getByText("Jumlah rencana 1.212,5 dari target 1.200.")).toBeTruthy();
    await save();
    await expect.poll(() => bodies[0]?.hasilKerja[0]?.indikator[0]).toMatchObject({ target: 1200, monthlyTarget: [...Array.from({ length: 11 }, () => 100), 112.5] });
  });

  test("adds, moves and removes results, and brings a removed one back without losing what came after", async () => {
    const { bodies } = await serving(draftView());
    open();
    await userEvent.click(await screen.findByRole("button", { name: "Tambah hasil kerja" }));
    await userEvent.type(within(card(3)).getByLabelText("Hasil kerja yang dicapai"), "Arsip tertata");
    await userEvent.type(within(card(3)).getByLabelText("Indikator"), "Jumlah berkas");
    await userEvent.click(screen.getByRole("button", { name: "Naikkan hasil kerja 3" }));
    expect(screen.getByText("Hasil kerja 3 sekarang nomor 2.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Hapus hasil kerja 1" }));
    await userEvent.type(within(card(1)).getByLabelText("Hasil kerja yang dicapai"), " rapi");
    await userEvent.click(screen.getByRole("button", { name: "Batalkan" }));
    await save();
    await expect.poll(() => bodies[0]?.hasilKerja.map((result) => result.text)).toEqual(["Tersedianya data gizi balita", "Arsip tertata rapi", "Terbinanya magang"]);
  });

  test("names an empty sentence in the summary and beside it, and asks the server nothing", async () => {
    const { bodies } = await serving(draftView());
    open();
    await userEvent.click(await screen.findByRole("button", { name: "Tambah hasil kerja" }));
    await save();
    const summary = screen.getByRole("alert");
    expect(within(summary).getAllByRole("link").map((link) => link.textContent)).toEqual(["Hasil kerja 3: isi kalimatnya.", "Hasil kerja 3, indikator 1: isi kalimatnya."]);
    expect(within(card(3)).getByLabelText("Hasil kerja yang dicapai").getAttribute("aria-invalid")).toBe("true");
    expect(bodies).toEqual([]);
    await userEvent.type(within(card(3)).getByLabelText("Hasil kerja yang dicapai"), "x");
    expect(within(screen.getByRole("alert")).getAllByRole("link")).toHaveLength(1);
  });

  test("says where the server found a fault", async () => {
    await serving(draftView(), { status: 400, code: "invalid", more: { fields: [{ path: "body.hasilKerja.1.intervenedLineId", code: "unknown_line" }] } });
    open();
    await screen.findByRole("region", { name: "Hasil kerja 1" });
    await save();
    expect((await screen.findByRole("alert")).textContent).toContain("Hasil kerja 2: hasil kerja pimpinan ini sudah tidak ada. Pilih yang lain.");
  });

  test("overwrites nothing that was changed elsewhere", async () => {
    const { kept } = await serving(draftView());
    open();
    await screen.findByRole("region", { name: "Hasil kerja 1" });
    kept.view = { ...kept.view, version: 7 };
    await save();
    expect(await screen.findByText("Rancangan ini sudah diubah di tempat lain. Isian Anda di layar ini belum terkirim.")).toBeTruthy();
  });

  test("keeps unsent changes on the device for the same person, and opens them again", async () => {
    const { state } = await serving(draftView(), { status: 503, code: "busy" });
    const first = open();
    await userEvent.click(within(await screen.findByRole("region", { name: "Hasil kerja 1" })).getByLabelText("Tambahan"));
    await waitFor(async () => expect((await readKept(ME, ID))?.draft.hasilKerja[0]?.prioritas).toBe("tambahan"), { timeout: 3000 });
    first.unmount();
    open();
    expect(await screen.findByText("Perubahan yang belum terkirim dari perangkat ini dibuka kembali.")).toBeTruthy();
    expect(within(card(1)).getByLabelText<HTMLInputElement>("Tambahan").checked).toBe(true);
    state.refuse = null;
    await save();
    await waitFor(async () => expect(await readKept(ME, ID)).toBeNull());
    await forgetPerson(new QueryClient());
  });

  test("signing out leaves nothing of the draft on the device", async () => {
    await serving(draftView());
    open();
    await userEvent.click(within(await screen.findByRole("region", { name: "Hasil kerja 1" })).getByLabelText("Tambahan"));
    await waitFor(async () => expect(await readKept(ME, ID)).not.toBeNull(), { timeout: 3000 });
    await forgetPerson(new QueryClient());
    expect(await readKept(ME, ID)).toBeNull();
  });

  test("asks before unsent changes are left, and not when all is sent", async () => {
    await serving(draftView());
    const { router } = open();
    await userEvent.click(within(await screen.findByRole("region", { name: "Hasil kerja 1" })).getByLabelText("Tambahan"));
    await userEvent.click(screen.getByRole("link", { name: "Kembali" }));
    const dialog = await screen.findByRole("dialog", { name: "Perubahan belum terkirim" });
    await userEvent.click(within(dialog).getByRole("button", { name: "Tetap di sini" }));
    expect(router.state.location.pathname).toBe(`/skp/${ID}/ubah`);
    await userEvent.click(screen.getByRole("button", { name: "Simpan, lalu periksa" }));
    await expect.poll(() => router.state.location.pathname).toBe(`/skp/${ID}`);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("offers perspektif to a pimpinan and no superior's result", async () => {
    await serving(draftView({ isPimpinan: true }));
    open();
    const first = await screen.findByRole("region", { name: "Hasil kerja 1, indikator 1" });
    expect(within(first).getByLabelText("Perspektif")).toBeTruthy();
    expect(within(first).queryByLabelText("Aspek")).toBeNull();
    expect(screen.queryByLabelText(/Hasil kerja pimpinan/)).toBeNull();
  });

  test("chooses the superior's result where it is there, and writes it down where it is not", async () => {
    const { bodies } = await serving(draftView({ superiorResults: [{ lineId: uuid(70), text: "Stunting menurun" }] }));
    open();
    const [first] = await screen.findAllByLabelText("Hasil kerja pimpinan yang didukung");
    if (first === undefined) throw new Error("no field");
    await userEvent.selectOptions(first, "Stunting menurun");
    await save();
    await expect.poll(() => bodies[0]?.hasilKerja[0]?.intervenedLineId).toBe(uuid(70));
  });

  test("adds the superior's own expectation to a value and lines to the lampiran", async () => {
    const { bodies } = await serving(draftView());
    open();
    await userEvent.type(await screen.findByLabelText(/Ekspektasi khusus pimpinan: Loyal/), "Hadir apel");
    await userEvent.type(screen.getByLabelText(/^Konsekuensi/), "Penghargaan{enter}{enter}Teguran");
    await save();
    await expect.poll(() => [bodies[0]?.perilaku, bodies[0]?.lampiran]).toEqual([
      [{ perilaku: "akuntabel", ekspektasi: "Laporan masuk sebelum tanggal lima" }, { perilaku: "loyal", ekspektasi: "Hadir apel" }],
      [{ kind: "sumber_daya", text: "Dua laptop" }, { kind: "konsekuensi", text: "Penghargaan" }, { kind: "konsekuensi", text: "Teguran" }],
    ]);
  });

  test("shows a proposed SKP as not to be changed", async () => {
    await serving(draftView({ status: "proposed", actions: may("withdraw") }));
    open();
    expect(await screen.findByText("SKP ini tidak dapat diubah sekarang.")).toBeTruthy();
  });
});

describe("a pasted table", () => {
  test("is looked at before it becomes part of the draft", async () => {
    const { bodies } = await serving(draftView({ hasilKerja: [] }));
    open(`/skp/${ID}/ubah?tempel=1`);
    const dialog = await screen.findByRole("dialog", { name: "Tempel tabel dari e-Kinerja, Excel, atau Word" });
    const field = within(dialog).getByLabelText("Tabel");
    await userEvent.click(field);
    await userEvent.paste("bukan tabel");
    expect(within(dialog).getByText(/Belum ada baris yang terbaca/)).toBeTruthy();
    await userEvent.clear(field);
    await userEvent.paste("Gizi membaik\tTersedianya data\tKuantitas\tJumlah data\t120 data\n\t\tWaktu\tTepat waktu\tmaksimal 5 hari\n\t\tLain\tTanpa target\nPERILAKU KERJA\n1\tLoyal\tEkspektasi Khusus Pimpinan: Hadir apel");
    expect(within(dialog).getByText("Terbaca: 1 hasil kerja, 3 indikator.")).toBeTruthy();
    expect(within(dialog).getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Baris 3: aspek “Lain” tidak dikenal. Pilih sendiri nanti.", "Baris 3 (“Tanpa target”): belum ada target. Isi nanti."]);
    expect(within(dialog).getAllByRole("row").map((row) => within(row).getAllByRole(row.closest("thead") ? "columnheader" : "cell").map((cell) => cell.textContent))).toEqual([
      ["Hasil kerja", "Aspek", "Indikator", "Target"], ["Tersedianya data", "Kuantitas", "Jumlah data", "120 data"], ["", "Waktu", "Tepat waktu", "paling banyak 5 hari"], ["", "", "Tanpa target", ""],
    ]);
    await userEvent.click(within(dialog).getByRole("button", { name: "Tambahkan 1 hasil kerja" }));
    await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
    await save();
    await expect.poll(() => bodies[0]?.hasilKerja).toMatchObject([{ text: "Tersedianya data", intervenedText: "Gizi membaik", indikator: [{ aspek: "kuantitas", target: 120, satuan: "data" }, { arah: "min", target: 5 }, { text: "Tanpa target" }] }]);
    expect(bodies[0]?.perilaku).toContainEqual({ perilaku: "loyal", ekspektasi: "Hadir apel" });
  });
});
