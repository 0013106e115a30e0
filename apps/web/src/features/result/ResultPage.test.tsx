import type { ResultView } from "@teraju/contracts/result";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
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
  dokumen: { langkah: [{ langkah: "penyampaian", clock: null, doneOn: "2026-10-12", isLate: false }, { langkah: "pengembalian", clock: null, doneOn: null, isLate: false }, { langkah: "pelaporan", clock: null, doneOn: null, isLate: false }], answer: null, isKeberatanRunning: false, actions: { giveBack: ["not_yours"] } },
  kalibrasi: { proposals: [] }, pola: null, reconciliation: { state: "belum_dicocokkan", laporan: null, ditarik: null }, kertas: null, sumberResmi: null,
};
const page = <Suspense><Routes><Route path="/hasil/:id" element={<ResultPage />} /></Routes></Suspense>;
const ME = "019a0000-0000-7000-8000-000000000001";
const SESSION = { person: { id: ME, name: "Saya", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-10-22", isDemo: false };
const open = async (view: ResultView, filed: object[] = []) => {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url.startsWith("/api/session")) return json(response, SESSION);
    if (request.url.startsWith("/api/keberatan")) return json(response, { items: filed });
    if (request.url.endsWith("/handover")) return response.writeHead(204).end();
    json(response, request.method === "POST" ? { isEqual: view.digest === "ab12", stored: "ab12", computed: "ab12", predikat: "baik" } : view);
  });
  draw(page, { at: `/hasil/${ID}` });
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

test("the right of keberatan counts its days aloud, names who decides, and leads to the form; only for the own current result", async () => {
  await open(VIEW);
  const objection = card("Ada yang keliru?");
  expect(await objection.findByText("Hari kerja ke-9 dari 14. Sisa 5 hari kerja, sampai Jumat, 30 Oktober.")).toBeTruthy();
  expect(objection.getByText("Yang memutuskan: drg. Yusnidar, atasan pejabat penilai.")).toBeTruthy();
  expect(objection.getByRole("link", { name: "Ajukan keberatan" }).getAttribute("href")).toBe(`/hasil/${ID}/keberatan`);
});

test.each([
  ["of another", { isMine: false }], ["that was replaced", { isCurrent: false }],
  ["whose days are over", { keberatan: { ...VIEW.keberatan, clock: VIEW.keberatan.clock && { ...VIEW.keberatan.clock, ke: 15, sisa: -1 } } }],
] as const)("on a result %s there is no button", async (_, over) => {
  await open({ ...VIEW, ...over });
  expect(await card("Ada yang keliru?").findByText(/30 Oktober/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Ajukan keberatan" })).toBeNull();
});

test("one that was filed is opened from the result, for those whom it is between", async () => {
  await open(VIEW, [{ id: `${ID}7`, resultId: ID, as: "owner", status: "filed", pegawai: "Cut Meutia", period: VIEW.period, filedOn: "2026-10-20", putusan: null, outcomeId: null, clock: VIEW.keberatan.clock }]);
  expect((await screen.findByRole("link", { name: "Buka keberatan" })).getAttribute("href")).toBe(`/keberatan/${ID}7`);
});

test("a final result by law offers no keberatan; one that is itself a decision says so", async () => {
  const none = { isAllowed: false, until: null, to: null, ground: leaf("Hak keberatan", false), receivedOn: null, clock: null, handover: null };
  await open({ ...VIEW, keberatan: none });
  expect(card("Ada yang keliru?").getByText(/hasil ini final/)).toBeTruthy();
  cleanup();
  await open({ ...VIEW, penilai: { ...VIEW.penilai, sebagai: "pemutus_keberatan" }, keberatan: none });
  expect(card("Ada yang keliru?").getByText("Hasil ini adalah keputusan atas keberatan.")).toBeTruthy();
});

test("the penilai records a hand-over on paper, also one that was not signed", async () => {
  const seen = await open({ ...VIEW, isMine: false, openedAt: null, penilai: { ...VIEW.penilai, id: ME }, keberatan: { ...VIEW.keberatan, receivedOn: null, clock: null, until: null } });
  await userEvent.click(await screen.findByRole("button", { name: "Catat penyerahan di atas kertas" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Pegawai menandatangani" }));
  await userEvent.type(screen.getByLabelText(/^Catatan/), "Dua saksi hadir.");
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  await waitFor(() => expect(seen.some(({ url }) => url.endsWith("/handover"))).toBe(true));
  expect(JSON.parse(seen.find(({ url }) => url.endsWith("/handover"))?.body ?? "")).toEqual({ on: "2026-10-22", isSigned: false, note: "Dua saksi hadir." });
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
  await serveOrigin((_, response) => json(response, { items: [], results: [{ id: ID, period: { ...VIEW.period, kind: "bulanan", number: 7 }, predikat: "baik", penilai: "dr. Teuku Rizal", finalizedOn: "2026-10-10", isOpened: false, revision: 1 }] }));
  await drawInEnglish(<Suspense><ResultsPage /></Suspense>);
  const link = await screen.findByRole("link", { name: /July/ });
  expect(link.textContent).toBe("July 2026 newGoodSet by dr. Teuku Rizal, 10 October 2026.");
  expect(link.getAttribute("href")).toBe(`/hasil/${ID}`);
});

test("the pegawai counts the days of the document and gives it back, also refusing to sign", async () => {
  const clock = VIEW.keberatan.clock;
  const seen = await open({ ...VIEW, dokumen: { ...VIEW.dokumen, langkah: [...VIEW.dokumen.langkah.slice(0, 1), { langkah: "pengembalian", clock, doneOn: null, isLate: false }], actions: { giveBack: [] } } });
  const document = within(await screen.findByRole("region", { name: "Dokumen evaluasi" }));
  expect(document.getByText(/Selesai 12 Oktober 2026\./)).toBeTruthy();
  expect(document.getByText(/sisa 5|5 hari/i)).toBeTruthy();
  await userEvent.click(document.getByRole("button", { name: "Tolak menandatangani" }));
  await userEvent.click(within(await screen.findByRole("dialog", { name: "Tolak menandatangani?" })).getByRole("button", { name: "Tolak menandatangani" }));
  await waitFor(() => expect(seen.some(({ url }) => url.endsWith("/return"))).toBe(true));
  expect(JSON.parse(seen.find(({ url }) => url.endsWith("/return"))?.body ?? "")).toEqual({ answer: "menolak_menandatangani", note: null });
});

test("ratings that came from e-Kinerja say so, and whether the newest report still agrees", async () => {
  await open({ ...VIEW, sumberResmi: { laporan: "Laporan Penilaian SKP Triwulan III", baris: 9, ditarik: "05-10-2026", penilai: "dr. Rahmad", dinilai: "2026-10-02" }, reconciliation: { state: "berbeda", laporan: "Laporan Penilaian SKP Triwulan III", ditarik: "20-10-2026" }, results: VIEW.results.map((one) => ({ ...one, rating: null })), hasilKerja: { ...VIEW.hasilKerja, saran: null } });
  expect(card("Dasar penetapan").getByText("Rating ini dari e-Kinerja BKN. Pejabat penilai melengkapi alasan dan bukti.")).toBeTruthy();
  expect(screen.getByText("Sumber resmi: e-Kinerja BKN. Berbeda menurut laporan 20-10-2026.")).toBeTruthy();
  expect(screen.getByText(/Triwulan III, baris 9\. Dinilai di sana oleh dr\. Rahmad\./)).toBeTruthy();
});
