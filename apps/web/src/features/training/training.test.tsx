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
  const rows = [{ training: { id: uuid(7), name: "Manajemen waktu", perilaku: "akuntabel", costPerPerson: 750_000 }, attended: 14, cost: 10_500_000, effects: [effect({}), effect({ months: 6, verdict: "data_kurang", reasons: ["terlatih_kurang"], effect: null, ci95: null, trained: 3, pTogether: null }), effect({ measure: "perilaku", effect: 0.5, ci95: [0.25, 0.75] }), effect({ measure: "perilaku", months: 6, verdict: "data_kurang", reasons: ["penilai_sama"], pTogether: null })], hindrances: [] }];
  const answers = (url: string): object => (url.includes("effects") ? { rows, budget: { year: 2026, spent: 10_500_000, planned: 0 } } : url.includes("needs") ? { rows: [], byPerilaku: {} } : { trainings: [] });
  await serveOrigin((request, response) => json(response, request.url === "/api/session" ? { person: { id: uuid(1), name: "Budi" }, roles: ["bkpsdm"], today: "2026-11-23" } : answers(request.url)));
  draw(<Suspense><TrainingPage /></Suspense>, { at: "/pelatihan" });
  await screen.findByRole("heading", { level: 1 });
  expect(screen.getByText("12 peserta berubah 6,3 poin dibanding rekan sepadan (selang 2,1 sampai 10,4).")).toBeTruthy();
  expect(screen.getByText("Kurang dari enam peserta punya data lengkap dan rekan sepadan.")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Perilaku Akuntabel" })).toBeTruthy();
  expect(screen.getByText("12 peserta berubah 0,50 tingkat dibanding rekan sepadan (selang 0,25 sampai 0,75).")).toBeTruthy();
  expect(screen.getByText("Penilainya sama seperti sebelumnya, jadi tidak dapat dipakai untuk menyatakan dampak.")).toBeTruthy();
  expect(screen.getByText("2 pengamatan diuji bersama. Makin banyak yang dilihat, makin ketat syaratnya.")).toBeTruthy();
  expect(screen.getByText("14 orang ikut, biaya Rp10.500.000.")).toBeTruthy();
});
