import "fake-indexeddb/auto";
import type { BlindRatingView } from "@teraju/contracts/blind-rating";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { beforeEach, expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import { outbox } from "../../sending.tsx";
import BlindRatingPage from "./BlindRatingPage.tsx";

const idOf = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [ME, PERIOD, ONE, TWO] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const period = { id: PERIOD, year: 2026, kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-12-21", ratingUntil: "2027-01-31", state: "rating" };
const decision = (value: unknown) => ({ rule: "Selisih penilaian dua sisi", cite: { regulation: "Standar penilaian kota", part: "penilaian dua sisi", link: null }, given: {}, value, from: [] });
const step = (over: Partial<BlindRatingView> = {}): BlindRatingView => ({
  sent: { pegawai: null, penilai: "2027-01-04" }, waitedUntil: "2027-01-12",
  results: [{ lineId: ONE, text: "Bayi mendapat imunisasi", own: null, both: null, word: null }, { lineId: TWO, text: "Laporan tersusun", own: null, both: null, word: null }],
  actions: { send: [], explain: ["not_your_bawahan"] }, ...over,
});
const SESSION = { person: { id: ME, name: "Budi", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2027-01-05", isDemo: false };

async function office(shown: BlindRatingView | null) {
  return serveOrigin(({ method, url }, response) => {
    if (url.startsWith("/api/session")) return json(response, SESSION);
    if (url === "/api/blind-rating") return json(response, { items: shown === null ? [] : [{ period, sentOn: shown.sent.pegawai, isOpen: false }] });
    if (method === "PUT") return json(response, step({ sent: { pegawai: "2027-01-05", penilai: null } }));
    return json(response, { period, person: { id: ME, name: "Budi" }, side: "pegawai", step: shown });
  });
}
const page = <Suspense><Routes><Route path="/dua-sisi/:periode" element={<BlindRatingPage />} /></Routes></Suspense>;
const rate = async (result: string, rating: string) => userEvent.click(within(screen.getByRole("group", { name: result })).getByRole("radio", { name: rating }));
beforeEach(() => outbox.wipe());

test("a pegawai rates each result unseen; what is missing is named, and the lock is asked once more", async () => {
  const { seen } = await office(step());
  draw(page, { at: `/dua-sisi/${PERIOD}` });
  expect(await screen.findByRole("heading", { level: 1, name: "Menurut Anda, bagaimana hasil kerja Anda 2026?" })).toBeTruthy();
  expect(screen.getByText(/Anda ditunggu sampai .*12 Januari/)).toBeTruthy();
  await rate("Bayi mendapat imunisasi", "Di atas ekspektasi");
  await userEvent.click(screen.getByRole("button", { name: "Kunci penilaian" }));
  expect(within(screen.getByRole("alert")).getByText("Pilih satu untuk hasil ini. Laporan tersusun")).toBeTruthy();
  await rate("Laporan tersusun", "Sesuai ekspektasi");
  expect(screen.getByText(/Semua hasil sudah dinilai/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Kunci penilaian" }));
  expect(seen.filter(({ method }) => method === "PUT")).toEqual([]);
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Kunci penilaian" }));
  await expect.poll(() => seen.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body))).toEqual([{ ratings: [{ lineId: ONE, rating: "di_atas" }, { lineId: TWO, rating: "sesuai" }] }]);
});

test("what was chosen on this device is there when the page is opened again", async () => {
  await office(step());
  const first = draw(page, { at: `/dua-sisi/${PERIOD}` });
  await screen.findByRole("heading", { level: 1 });
  await rate("Laporan tersusun", "Di bawah ekspektasi");
  first.unmount();
  draw(page, { at: `/dua-sisi/${PERIOD}` });
  await screen.findByRole("heading", { level: 1 });
  await expect.poll(() => within(screen.getByRole("group", { name: "Laporan tersusun" })).getByRole<HTMLInputElement>("radio", { name: "Di bawah ekspektasi" }).checked).toBe(true);
});

test("a locked side waits with its own ratings alone", async () => {
  await office(step({ sent: { pegawai: "2027-01-05", penilai: null }, waitedUntil: null, results: [{ lineId: ONE, text: "Bayi mendapat imunisasi", own: "di_atas", both: null, word: null }], actions: { send: ["blind_sent"], explain: [] } }));
  draw(page, { at: "/dua-sisi/kini" });
  expect(await screen.findByRole("heading", { level: 1, name: "Penilaian Anda terkunci" })).toBeTruthy();
  expect(screen.getByText("Di atas ekspektasi")).toBeTruthy();
  expect(screen.queryByText("Penilai")).toBeNull();
});

test("open sides lie beside each other, with the penilai's words for a wide gap; in English too", async () => {
  const open = step({
    sent: { pegawai: "2027-01-05", penilai: "2027-01-04" }, actions: { send: ["blind_sent"], explain: [] },
    results: [
      { lineId: ONE, text: "Bayi mendapat imunisasi", own: "di_atas", both: { pegawai: "di_atas", penilai: "di_bawah", selisih: decision({ selisih: -2, perluPenjelasan: true }) }, word: { text: "Register Mei belum masuk.", by: "dr. Rahmad", on: "2027-01-06" } },
      { lineId: TWO, text: "Laporan tersusun", own: "sesuai", both: { pegawai: "sesuai", penilai: "di_atas", selisih: decision({ selisih: 1, perluPenjelasan: false }) }, word: null },
    ],
  });
  await office(open);
  const first = draw(page, { at: "/dua-sisi/kini" });
  expect(await screen.findByRole("heading", { level: 1, name: "Kedua sisi terbuka: 1 hasil berselisih jauh" })).toBeTruthy();
  expect(screen.getByText("Penilai lebih rendah 2 tingkat")).toBeTruthy();
  expect(screen.getByText(/Penjelasan dr. Rahmad/)).toBeTruthy();
  expect(screen.getByText("Register Mei belum masuk.")).toBeTruthy();
  first.unmount();
  await drawInEnglish(page, { at: "/dua-sisi/kini" });
  expect(await screen.findByText("Penilai higher by 1 level")).toBeTruthy();
});

test("says where the ratings can no longer be given, and where there is no such step", async () => {
  await office(step({ actions: { send: ["wrong_status"], explain: [] } }));
  const first = draw(page, { at: "/dua-sisi/kini" });
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("button", { name: "Kunci penilaian" })).toBeNull();
  first.unmount();
  await office(null);
  draw(page, { at: "/dua-sisi/kini" });
  expect(await screen.findByText("Tidak ada penilaian dua sisi untuk Anda.")).toBeTruthy();
});
