import { screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import TrainingPage from "./TrainingPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;

test("BKPSDM reads what is seen, with its interval, and no claim from too few", async () => {
  const decision = { rule: "Dampak pelatihan", cite: { regulation: "Standar penilaian kota", part: "x", link: null }, given: {}, value: { putusan: "terlihat", alasan: [] }, from: [] };
  const effect = (more: object) => ({ measure: "capaian", months: 3, trained: 14, matched: 12, pool: 90, effect: 6.25, ci95: [2.1, 10.4], p: 0.01, pTogether: 0.02, g: 0.8, verdict: "terlihat", reasons: ["efek_melampaui_kebetulan"], decision, ...more });
  const rows = [{ training: { id: uuid(7), name: "Manajemen waktu", perilaku: "akuntabel", costPerPerson: 750_000 }, attended: 14, cost: 10_500_000, indikator: ["Jumlah dokumen"], effects: [effect({ measure: "indikator" }), effect({ measure: "indikator", months: 6, verdict: "data_kurang", reasons: ["terlatih_kurang"], effect: null, ci95: null, trained: 3, pTogether: null }), effect({ measure: "perilaku", effect: 0.5, ci95: [0.25, 0.75] }), effect({ measure: "perilaku", months: 6, verdict: "data_kurang", reasons: ["penilai_sama"], pTogether: null }), effect({ measure: "rekan", months: 6, effect: 0.25, ci95: [0.1, 0.4] })], hindrances: [] }, { training: { id: uuid(6), name: "Arsip", perilaku: null, costPerPerson: 0 }, attended: 8, cost: 0, indikator: [], effects: [3, 6].map((months) => effect({ measure: "indikator", months, verdict: "data_kurang", reasons: ["indikator_tidak_disebut"], effect: null, ci95: null, pTogether: null })).concat([effect({ measure: "capaian" })]), hindrances: [] }];
  const answers = (url: string): object => (url.includes("effects") ? { rows, budget: { year: 2026, spent: 10_500_000, planned: 0 } } : url.includes("needs") ? { rows: [], byPerilaku: {} } : { trainings: [] });
  await serveOrigin((request, response) => json(response, request.url === "/api/session" ? { person: { id: uuid(1), name: "Budi" }, roles: ["bkpsdm"], today: "2026-11-23" } : answers(request.url)));
  draw(<Suspense><TrainingPage /></Suspense>, { at: "/pelatihan" });
  await screen.findByRole("heading", { level: 1 });
  expect(screen.getAllByText("12 peserta berubah 6,3 poin dibanding rekan sepadan (selang 2,1 sampai 10,4).")).toBeTruthy();
  expect(screen.getByText(/Kurang dari enam peserta punya data lengkap dan rekan sepadan\./)).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Perilaku Akuntabel, rating penilai" })).toBeTruthy();
  expect(screen.getByText("12 peserta berubah 0,50 tingkat dibanding rekan sepadan (selang 0,25 sampai 0,75).")).toBeTruthy();
  expect(screen.getByText(/Penilainya sama seperti sebelumnya, jadi tidak dapat dipakai untuk menyatakan dampak\./)).toBeTruthy();
  expect(screen.getByText("3 pengamatan diuji bersama. Makin banyak yang dilihat, makin ketat syaratnya.")).toBeTruthy();
  expect(screen.getByText("12 peserta berubah 0,25 tingkat menurut rekan, dibanding rekan sepadan (selang 0,10 sampai 0,40).")).toBeTruthy();
  expect(screen.getByText("Indikator yang dituju rencana peserta: Jumlah dokumen.")).toBeTruthy();
  // Both looks say nothing for the same reason: they are one line, and all capaian stands in by name.
  expect(screen.getAllByText("Indikator yang dituju, 3 dan 6 bulan.").length === 1 && screen.getByText(/Kurang dari enam rencana peserta menyebut/)).toBeTruthy();
  expect(screen.getByText(/Dipakai karena indikator yang dituju tidak dapat diuji/)).toBeTruthy();
  expect(screen.getByText("14 orang ikut, biaya Rp10.500.000.")).toBeTruthy();
});
