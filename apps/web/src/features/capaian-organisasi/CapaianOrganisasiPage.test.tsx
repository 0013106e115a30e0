import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import CapaianOrganisasiPage from "./CapaianOrganisasiPage.tsx";
import type { Unit } from "./unit.ts";

const PERIOD = { id: "019a0000-0000-7000-8000-0000000000aa", year: 2026, kind: "bulanan", number: 9, firstMonth: "2026-09", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "rating" };
const unit = (id: string, name: string, depth: number, over: Partial<Unit> = {}): Unit => ({ unit: { id, name, kind: "opd", depth }, head: "drg. Yusnidar", capaian: null, actions: { set: [] }, ...over });
const UNITS = [unit("u1", "Dinas A", 1, { actions: { set: ["not_yours"] } }), unit("u2", "Bidang A1", 2)];

async function open(refuse?: string, units = UNITS) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url === "/api/evaluation-period") return json(response, { periods: [PERIOD] });
    if (request.method === "PUT") return refuse ? problem(response, 409, "refused", { refusals: [refuse] }) : json(response, {});
    return json(response, { period: PERIOD, units });
  });
  draw(<Suspense><CapaianOrganisasiPage /></Suspense>);
  await screen.findByRole("heading", { level: 1 });
  return seen;
}

test("a head enters what the unit below reached, with its basis; the own unit is only read", async () => {
  const seen = await open();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 unit menunggu capaian dari Anda");
  expect(screen.queryByRole("button", { name: "Isi capaian: Dinas A" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Isi capaian: Bidang A1" }));
  const form = within(screen.getByRole("form", { name: "Bidang A1" }));
  await userEvent.click(form.getByRole("button", { name: "Simpan capaian" }));
  expect(within(form.getByRole("alert")).getAllByRole("link").map((link) => link.textContent)).toEqual(["Pilih predikat unit.", "Tulis dasar penetapannya."]);
  expect(seen.some((one) => one.method === "PUT")).toBe(false);
  await userEvent.selectOptions(form.getByLabelText("Predikat unit"), "Butuh perbaikan");
  await userEvent.type(form.getByLabelText("Dasar penetapan"), "Rencana aksi tercapai 60%");
  await userEvent.click(form.getByRole("button", { name: "Simpan capaian" }));
  await expect.poll(() => screen.queryByRole("form")).toBeNull();
  const put = seen.find((one) => one.method === "PUT");
  expect(put?.url).toBe(`/api/capaian-organisasi/${PERIOD.id}/u2`);
  expect(JSON.parse(put?.body ?? "{}")).toMatchObject({ version: null, predikat: "butuh_perbaikan", basis: "Rencana aksi tercapai 60%", document: null });
});

test("a unit whose own parent waits above, out of the tree, says to which it belongs", async () => {
  await open(undefined, [...UNITS, unit("u3", "Subbagian A1", 3, { actions: { set: ["not_yours"] } })]);
  expect(screen.getByRole("heading", { name: "Subbagian A1" }).parentElement?.textContent).toContain("Bidang A1 · Dipimpin drg. Yusnidar");
});

test("a refusal of the server stands in the form", async () => {
  await open("period_closed");
  await userEvent.click(screen.getByRole("button", { name: "Isi capaian: Bidang A1" }));
  await userEvent.selectOptions(screen.getByLabelText("Predikat unit"), "Baik");
  await userEvent.type(screen.getByLabelText("Dasar penetapan"), "Rencana aksi tercapai");
  await userEvent.click(screen.getByRole("button", { name: "Simpan capaian" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Periode ini sudah ditutup.");
});
