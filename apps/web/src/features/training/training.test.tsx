import { screen } from "@testing-library/react";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import TrainingPage from "./TrainingPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;

test("BKPSDM reads what is seen, with its interval, and no claim from too few", async () => {
  const decision = { rule: "Dampak pelatihan", cite: { regulation: "Standar penilaian kota", part: "x", link: null }, given: {}, value: { putusan: "terlihat", alasan: [] }, from: [] };
  const effect = (more: object) => ({ months: 3, trained: 14, matched: 12, pool: 90, effect: 6.25, ci95: [2.1, 10.4], p: 0.01, g: 0.8, verdict: "terlihat", decision, ...more });
  const rows = [{ training: { id: uuid(7), name: "Manajemen waktu", costPerPerson: 750_000 }, attended: 14, cost: 10_500_000, effects: [effect({}), effect({ months: 6, verdict: "data_kurang", effect: null, ci95: null, trained: 3 })], hindrances: [] }];
  const answers = (url: string): object => (url.includes("effects") ? { rows, budget: { year: 2026, spent: 10_500_000, planned: 0 } } : url.includes("needs") ? { rows: [], byPerilaku: {} } : { trainings: [] });
  await serveOrigin((request, response) => json(response, request.url === "/api/session" ? { person: { id: uuid(1), name: "Budi" }, roles: ["bkpsdm"], today: "2026-11-23" } : answers(request.url)));
  draw(<Suspense><TrainingPage /></Suspense>, { at: "/pelatihan" });
  await screen.findByRole("heading", { level: 1 });
  expect(screen.getByText("6,3 poin di atas 12 rekan sepadan (selang 2,1 sampai 10,4).")).toBeTruthy();
  expect(screen.getByText("3 peserta. Terlalu sedikit untuk menyatakan dampak.")).toBeTruthy();
  expect(screen.getByText("14 orang ikut, biaya Rp10.500.000.")).toBeTruthy();
});
