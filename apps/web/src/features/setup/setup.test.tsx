import type { readSetup } from "@teraju/contracts/setup";
import type { Output } from "@teraju/contracts/endpoint";
import type { SessionView } from "@teraju/contracts/session";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { beforeEach, expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { sessionQuery } from "../../session.ts";
import SetupPage from "./SetupPage.tsx";

const ID = "019a0000-0000-7000-8000-000000000001";
type View = Output<typeof readSetup>;
const line = (step: View["steps"][number]["step"], count: number, lacking: number): View["steps"][number] => ({ step, count, lacking, isDone: count > 0 && lacking === 0 });
const VIEW: View = {
  steps: [line("operator", 1, 0), line("two_people", 1, 1), line("calendar", 0, 1), line("standard", 0, 1), line("units", 24, 2), line("kepala_daerah", 0, 1), line("people", 4000, 3), line("penilai", 3990, 10), line("start", 20, 4), line("letters", 0, 0)],
  standard: { name: "Standar bawaan Teraju", isBuiltIn: true },
};
const served: { view: View; refusal: string | null } = { view: VIEW, refusal: null };
beforeEach(() => Object.assign(served, { view: VIEW, refusal: null }));
const session = (roles: SessionView["roles"]): SessionView => ({ person: { id: ID, name: "Fauzan", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles, leads: null, today: "2026-11-23", isDemo: true });

async function open(roles: SessionView["roles"] = ["bkpsdm"], drawing: typeof draw | typeof drawInEnglish = draw) {
  const { seen } = await serveOrigin(({ method, body }, response) => {
    if (method === "GET") return json(response, served.view);
    if (served.refusal !== null) return problem(response, 409, "refused", { refusals: [served.refusal] });
    return json(response, { ...JSON.parse(body), basis: undefined });
  });
  await drawing(<Suspense><SetupPage /></Suspense>, { at: "/langkah-awal", prepare: (client) => client.setQueryData(sessionQuery.queryKey, session(roles)) });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
const stepLine = (name: string) => within(screen.getByRole("heading", { level: 2, name: new RegExp(name) }).closest("li") as HTMLElement);

test("each step says how far it is from the data, with the way to do it", async () => {
  await open();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 dari 10 langkah selesai.");
  expect(stepLine("Operator pertama").getByText("1 operator BKPSDM sudah membuat kata sandi.")).toBeDefined();
  expect(stepLine("Analis dan Kepala").getByRole("region").textContent).toBe('pnpm operator NIP "Nama Lengkap" bkpsdm_analis\npnpm operator NIP "Nama Lengkap" bkpsdm_kepala');
  expect(stepLine("Kalender").getByRole("link", { name: "Isi kalender" }).getAttribute("href")).toBe("/kalender");
  expect(stepLine("Standar").getByText("Yang berlaku sekarang: Standar bawaan Teraju.")).toBeDefined();
  expect(stepLine("Unit kerja").getByText("2 dari 24 perangkat daerah belum berkepala.")).toBeDefined();
  expect(stepLine("Pegawai").getByText("4.000 pegawai berjabatan, 3 belum.")).toBeDefined();
  expect(stepLine("Penilai").getByText("10 pegawai belum punya penilai.")).toBeDefined();
  expect(stepLine("Surat akun").getByText("Menunggu langkah sebelumnya.")).toBeDefined();
  expect(stepLine("Surat akun").queryByRole("link")).toBeNull();
});

test("what is another role's says whose it is", async () => {
  served.view = { ...VIEW, steps: VIEW.steps.map((one) => (one.step === "letters" ? line("letters", 3000, 1000) : one)) };
  await open(["admin_teknis"]);
  expect(stepLine("Kalender").queryByRole("link")).toBeNull();
  expect(stepLine("Kalender").getByText("Dikerjakan operator BKPSDM.")).toBeDefined();
  expect(stepLine("Surat akun").getByRole("link", { name: "Cetak surat" })).toBeDefined();
});

test("the mayor is recorded with name, sign-in name and decree; what is missing is named, a refusal read out", async () => {
  const seen = await open();
  await userEvent.click(screen.getByRole("button", { name: "Catat Wali Kota" }));
  const dialog = within(screen.getByRole("dialog", { name: "Catat Wali Kota" }));
  await userEvent.clear(dialog.getByLabelText(/Nama masuk/));
  await userEvent.click(dialog.getByRole("button", { name: "Catat" }));
  expect(within(dialog.getByRole("alert")).getAllByRole("link").map((link) => link.textContent)).toEqual(["Tulis nama lengkap.", "Tulis nama masuk: huruf kecil dan angka, paling sedikit 4.", "Tulis surat keputusannya."]);
  await userEvent.type(dialog.getByLabelText("Nama lengkap"), "Wali Kota Langsa");
  await userEvent.type(dialog.getByLabelText(/Nama masuk/), "walikota");
  await userEvent.type(dialog.getByLabelText(/Dasar/), "SK Mendagri 1");
  served.refusal = "no_units_yet";
  await userEvent.click(dialog.getByRole("button", { name: "Catat" }));
  expect(await dialog.findByText("Impor unit kota dahulu.")).toBeDefined();
  served.refusal = null;
  await userEvent.click(dialog.getByRole("button", { name: "Catat" }));
  expect(await screen.findByText(/Wali Kota Langsa tercatat/)).toBeDefined();
  expect(seen.filter(({ method }) => method === "POST").map(({ url, body }) => [url, JSON.parse(body)]).at(-1)).toEqual(["/api/kepala-daerah", { id: expect.any(String), name: "Wali Kota Langsa", jabatan: "Wali Kota", login: "walikota", from: "2026-11-23", basis: "SK Mendagri 1" }]);
});

test("a city where everything stands says so, in English too", async () => {
  served.view = { ...VIEW, steps: VIEW.steps.map(({ step }) => line(step, 5, 0)) };
  await open(["bkpsdm_kepala"], drawInEnglish);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("All first steps are done.");
  expect(screen.getAllByText("Done")).toHaveLength(10);
});
