import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { SESSION, uuid } from "../../../test/skp.ts";
import FillTeamPage from "./FillTeamPage.tsx";

const person = (n: number, name: string, jabatan: string, refusals: string[] = []) => ({ person: { id: uuid(n), name, jabatan, unit: "Puskesmas" }, refusals });
const TEAM = {
  year: 2026, sources: [
    { kind: "template", id: uuid(50), title: "Bidan", jabatan: "Bidan Terampil", source: "Contoh kota", hasilKerja: ["Ibu hamil terlayani", "Bayi terlayani"] },
    { kind: "skp", id: uuid(51), title: "Cut", jabatan: "Perawat", source: "2025", hasilKerja: ["Luka terawat"] },
  ],
  people: [person(1, "Ani", "Bidan Terampil"), person(2, "Beni", "Bidan Terampil"), person(3, "Cut", "Perawat"), person(4, "Dian", "Bidan Terampil", ["skp_in_force"])],
};

test("an example is chosen, everybody of its post is taken, and the drafts are made at once; who could not be filled is named", async () => {
  const bodies: unknown[] = [];
  await serveOrigin(({ method, url, body }, response) => {
    const path = `${method} ${url.split("?")[0]}`;
    if (path === "GET /api/session") return json(response, SESSION);
    if (path === "GET /api/skp-team/source") return json(response, TEAM);
    if (path !== "POST /api/skp-team/fill") return problem(response, 404, "not_found");
    bodies.push(JSON.parse(body));
    return json(response, { filled: [{ personId: uuid(1), skpId: uuid(60) }], skipped: [{ personId: uuid(2), refusals: ["revision_in_work"] }] });
  });
  const user = userEvent.setup();
  draw(<FillTeamPage />, { at: "/tim/skp/isi?tahun=2026" });
  const button = await screen.findByRole("button", { name: "Isi draf" });
  expect(screen.getByText("Pilih contohnya dahulu.")).toBeTruthy();
  await user.click(button);
  expect(within(screen.getByLabelText("Contoh yang dipakai")).getAllByRole("option").map((option) => option.textContent)).toEqual(["Pilih contoh", "Bidan (2 orang)", "SKP 2025 Cut (1 orang)"]);
  await user.selectOptions(screen.getByLabelText("Contoh yang dipakai"), "Bidan (2 orang)");
  expect(screen.getAllByRole<HTMLInputElement>("checkbox").map((box) => [box.checked, box.disabled])).toEqual([[true, false], [true, false], [false, false], [false, true]]);
  expect(within(screen.getByRole("region", { name: "Hasil kerja yang diisikan" })).getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Ibu hamil terlayani", "Bayi terlayani"]);
  expect(screen.getByText(/SKP tahun itu sudah berlaku/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Kosongkan pilihan" }));
  expect(screen.getByText("Pilih paling sedikit satu orang.")).toBeTruthy();
  await user.click(screen.getByRole("checkbox", { name: /^Ani/ }));
  await user.click(screen.getByRole("checkbox", { name: /^Beni/ }));
  await user.click(screen.getByRole("button", { name: "Isi 2 draf" }));
  const alert = await screen.findByText("1 draf dibuat.");
  expect(alert).toBeTruthy();
  expect(screen.getByText("Beni: Versi baru SKP ini sudah mulai disusun.")).toBeTruthy();
  expect(bodies).toMatchObject([{ year: 2026, from: { kind: "template", id: uuid(50) }, people: [{ personId: uuid(1) }, { personId: uuid(2) }] }]);
});

test("without an example says how to get one", async () => {
  await serveOrigin(({ url }, response) => json(response, url.startsWith("/api/session") ? SESSION : { ...TEAM, sources: [] }));
  draw(<FillTeamPage />, { at: "/tim/skp/isi?tahun=2026" });
  expect(await screen.findByText("Belum ada contoh untuk jabatan di tim Anda.")).toBeTruthy();
});
