import type { ResultView } from "@teraju/contracts/result";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import ResultPage from "./ResultPage.tsx";
import ResultsPage from "./ResultsPage.tsx";

const ID = "019a0000-0000-7000-8000-000000000009";
const CITE = { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB IV", link: null };
const leaf = (rule: string, value: unknown) => ({ rule, cite: CITE, given: {}, value, from: [] });
const VIEW: ResultView = {
  id: ID,
  period: { id: ID, year: 2026, kind: "triwulanan", number: 3, firstMonth: "2026-07", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "closed" },
  pegawai: { id: ID, name: "Cut Meutia", jabatan: "Bidan Penyelia", unit: "Puskesmas" }, penilai: { id: ID, name: "dr. Teuku Rizal", jabatan: null, sebagai: "penilai" }, isMine: true,
  predikat: "baik",
  hasilKerja: { rating: "sesuai", saran: "sesuai", alasan: null, dasar: [], cite: "PermenPANRB 6/2022, Lampiran BAB IV" },
  perilaku: {
    rating: "di_atas", saran: "sesuai", alasan: "Menjadi panutan bagi dua puskesmas lain.", cite: "PermenPANRB 6/2022, Lampiran BAB IV",
    dasar: [{ kind: "umpan_balik", id: ID, dari: "dr. Teuku Rizal", isFromPenilai: true, nada: "positif", text: "Melatih bidan baru.", givenOn: "2026-08-20", reply: "Terima kasih." }, { kind: "evidence", id: `${ID}1`, title: "Berita acara pelatihan", bulan: "2026-08" }],
  },
  behaviours: [{ perilaku: "kolaboratif", rating: "di_atas" }],
  capaianOrganisasi: { unit: "Puskesmas", predikat: "baik" },
  indeks: 97.5,
  results: [{ lineId: ID, text: "Imunisasi dasar lengkap", prioritas: "utama", rating: "sesuai", indikator: [
    { text: "Bayi diimunisasi", jenis: "angka", arah: "maks", satuan: "bayi", target: 60, realisasi: 57, pembilang: null, penyebut: null, capaian: 95, bobot: 50, share: 47.5 },
    { text: "Ibu hamil terlayani", jenis: "rasio", arah: "maks", satuan: "persen", target: 95, realisasi: 95, pembilang: 19, penyebut: 20, capaian: 100, bobot: 50, share: 50 },
    { text: "Keluhan", jenis: "angka", arah: "min", satuan: "keluhan", target: 4, realisasi: 4, pembilang: null, penyebut: null, capaian: 100, bobot: null, share: null },
    { text: "Tertib SOP", jenis: "uraian", arah: "maks", satuan: null, target: null, realisasi: null, pembilang: null, penyebut: null, capaian: null, bobot: null, share: null },
  ] }],
  decision: { ...leaf("Hasil evaluasi kinerja periode", "baik"), from: [leaf("Predikat kinerja", "baik")] },
  digest: "ab12", rulebook: "2023-01-31", finalizedOn: "2026-10-10", openedAt: "2026-10-12T03:00:00Z", revision: 1, isCurrent: true, isAfterPola: false, correctionReason: null,
  revisions: [{ id: ID, revision: 1, predikat: "baik", finalizedOn: "2026-10-10", isCurrent: true }],
  keberatan: { isAllowed: true, until: "2026-10-30", to: { id: ID, name: "drg. Yusnidar", jabatan: null }, ground: leaf("Jatuh tempo", "2026-10-30"), receivedOn: "2026-10-12", clock: { mulai: "2026-10-12", sampai: "2026-10-30", hari: 14, ke: 9, sisa: 5, libur: [], pengganti: [], ground: leaf("Jatuh tempo", "2026-10-30") }, handover: null },
  reconciliation: "belum_dicocokkan",
};
const page = <Suspense><Routes><Route path="/hasil/:id" element={<ResultPage />} /></Routes></Suspense>;
const open = async (view: ResultView, language: "id" | "en" = "id") => {
  const { seen } = await serveOrigin((request, response) => json(response, request.method === "POST" ? { isEqual: view.digest === "ab12", stored: "ab12", computed: "ab12", predikat: "baik" } : view));
  draw(page, { at: `/hasil/${ID}`, language });
  await screen.findByRole("heading", { level: 1 });
  return seen;
};
const card = (name: string) => within(screen.getByRole("region", { name }));

test("a layman reads the predikat, why, and where he stands in the quadrant", async () => {
  await open(VIEW);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Hasil Triwulan III 2026, Cut Meutia Baik");
  expect(screen.getByText("Sumber resmi: e-Kinerja BKN. Belum dicocokkan.")).toBeTruthy();
  expect(card("Mengapa Baik?").getByText("Hasil kerja sesuai dan perilaku di atas ekspektasi.")).toBeTruthy();
  expect(card("Mengapa Baik?").getByText("Anda").closest("td")?.textContent).toContain("Baik");
});

test("the index shows how each figure enters it, and says that it is not the ground of the predikat", async () => {
  await open(VIEW);
  const results = card("Hasil kerja, indeks 97,5%");
  expect(results.getByText(/Indeks kota, bukan dasar predikat/)).toBeTruthy();
  for (const words of ["57 dari 60 bayi = 95%, bobot 50%", "19 dari 20 = 95%, bobot 50%", "4 keluhan, paling banyak 4 = 100%", "Berupa uraian atau tanpa laporan: tidak dihitung.", "47,5"]) expect(results.getByText(words)).toBeTruthy();
});

test("the basis prints suggestion, departure, reason, evidence, and the pegawai's answer beside the note", async () => {
  await open(VIEW);
  const basis = card("Dasar penetapan");
  for (const words of ["Saran panduan: sesuai. Pejabat penilai mengikuti saran.", "Saran panduan: sesuai. Pejabat penilai tidak mengikuti saran.", 'Alasan: "Menjadi panutan bagi dua puskesmas lain."', '"Melatih bidan baru."', 'Jawaban pegawai: "Terima kasih."', "Bukti: Berita acara pelatihan, Agustus 2026"]) expect(basis.getByText(words)).toBeTruthy();
});

test("the right of keberatan names the last day and whom to address; a result that is final by law says so", async () => {
  await open(VIEW);
  expect(card("Ada yang keliru?").getByText(/sampai Jumat, 30 Oktober, 14 hari kerja/)).toBeTruthy();
  expect(card("Ada yang keliru?").getByText("Sampaikan kepada drg. Yusnidar, atasan pejabat penilai.")).toBeTruthy();
});

test("a final result by law offers no keberatan", async () => {
  await open({ ...VIEW, keberatan: { isAllowed: false, until: null, to: null, ground: leaf("Hak keberatan", false), receivedOn: null, clock: null, handover: null } });
  expect(card("Ada yang keliru?").getByText(/hasil ini final/)).toBeTruthy();
});

test("a change after the pola and a correction are said first", async () => {
  await open({ ...VIEW, isAfterPola: true, revision: 2, correctionReason: "Salah hitung.", revisions: [{ ...VIEW.revisions[0], id: `${ID}0`, revision: 1, predikat: "kurang", finalizedOn: "2026-10-10", isCurrent: false }, { id: ID, revision: 2, predikat: "baik", finalizedOn: "2026-11-01", isCurrent: true }] });
  expect(screen.getByText("Diubah setelah pola dilihat")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Versi 1: Kurang" }).getAttribute("href")).toBe(`/hasil/${ID}0`);
});

test("anybody may have it computed again", async () => {
  const seen = await open(VIEW);
  await userEvent.click(screen.getByRole("button", { name: "Hitung ulang" }));
  expect((await screen.findByRole("status")).textContent).toBe("Sama. Hasil tidak berubah sejak ditetapkan.");
  expect(seen.at(-1)?.url).toBe(`/api/result/${ID}/recompute`);
});

test("the list leads to each result and marks the unread one, also in English", async () => {
  await serveOrigin((_, response) => json(response, { results: [{ id: ID, period: { ...VIEW.period, kind: "bulanan", number: 7 }, predikat: "baik", penilai: "dr. Teuku Rizal", finalizedOn: "2026-10-10", isOpened: false, revision: 1 }] }));
  await drawInEnglish(<Suspense><ResultsPage /></Suspense>);
  const link = await screen.findByRole("link");
  expect(link.textContent).toBe("July 2026 newGoodSet by dr. Teuku Rizal, 10 October 2026.");
  expect(link.getAttribute("href")).toBe(`/hasil/${ID}`);
});
