import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import AbsencePage from "./AbsencePage.tsx";

const BUDI = "019a0000-0000-7000-8000-000000000001";
const OTHER = "019a0000-0000-7000-8000-000000000009";
const LEAVE = { id: "019a0000-0000-7000-8000-000000000002", personId: BUDI, kind: "cuti", cuti: "melahirkan", firstDay: "2026-11-02", lastDay: "2026-11-30", note: null, surat: { nomor: "800/12", tanggal: "2026-10-26" } };
const OLD = { ...LEAVE, id: "019a0000-0000-7000-8000-000000000003", kind: "tugas_belajar", cuti: null, firstDay: "2025-01-01", lastDay: "2025-06-30", note: null, surat: null, actions: { remove: ["period_closed"] } };

async function open(refuse?: string, roles: readonly string[] = ["pegawai"]) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url === "/api/session") return json(response, { person: { id: OTHER, name: "Atasan" }, roles, today: "2026-11-23" });
    if (request.url?.startsWith("/api/kategori-ipk")) return json(response, { kategori: { rule: "Kategori IPK tugas belajar", cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB II huruf B angka 5 dan 6", link: null }, given: { ipk: 3.27 }, value: "baik", from: [] } });
    if (request.method === "GET") return json(response, { person: { id: BUDI, name: "Budi" }, absences: [{ ...LEAVE, actions: { remove: [] } }, OLD] });
    if (refuse) return problem(response, 409, "refused", { refusals: [refuse] });
    return request.method === "DELETE" ? response.writeHead(204).end() : json(response, LEAVE);
  });
  draw(<Suspense><Routes><Route path="/orang/:id/cuti" element={<AbsencePage />} /></Routes></Suspense>, { at: `/orang/${BUDI}/cuti` });
  await screen.findByRole("heading", { level: 1, name: "Cuti dan keadaan khusus Budi" });
  return seen;
}
const sent = (seen: { method?: string; url: string; body: string }[], method: string) => seen.filter((one) => one.method === method);

test("what is marked stands in words; what is settled says why it stays, the rest can be taken back", async () => {
  const seen = await open();
  expect(screen.getByText("Cuti melahirkan, 2 November 2026 sampai 30 November 2026")).toBeTruthy();
  const old = screen.getByRole("button", { name: "Batalkan: Tugas belajar, 1 Januari 2025 sampai 30 Juni 2025" });
  expect(old.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("Periode ini sudah ditutup.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /^Batalkan: Cuti/ }));
  await expect.poll(() => sent(seen, "DELETE").map(({ url }) => url)).toEqual([`/api/absence/${LEAVE.id}`]);
});

test("marking asks for a first day and an order of days, and sends nothing before", async () => {
  const seen = await open();
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  expect(within(screen.getByRole("alert")).getByRole("link").textContent).toBe("Isi hari pertamanya.");
  await userEvent.type(screen.getByLabelText("Hari pertama"), "2026-12-07");
  await userEvent.type(screen.getByLabelText(/Hari terakhir/), "2026-12-01");
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  expect(within(screen.getByRole("alert")).getByRole("link").textContent).toBe("Hari terakhir tidak boleh sebelum hari pertama.");
  expect(sent(seen, "POST")).toEqual([]);
  await userEvent.clear(screen.getByLabelText(/Hari terakhir/));
  await userEvent.click(screen.getByRole("radio", { name: "Tugas belajar" }));
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  expect(await screen.findByText("Tersimpan.")).toBeTruthy();
  expect(sent(seen, "POST").map(({ body }) => JSON.parse(body) as object)).toEqual([{ id: expect.any(String), personId: BUDI, kind: "tugas_belajar", cuti: null, firstDay: "2026-12-07", lastDay: null, note: null, surat: null }]);
});

test("a refusal stands in the form, and what was typed stays", async () => {
  await open("absence_overlaps");
  await userEvent.type(screen.getByLabelText("Hari pertama"), "2026-11-09");
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  expect(await screen.findByText("Sudah ada cuti atau tugas belajar pada tanggal itu.")).toBeTruthy();
  expect((screen.getByLabelText("Hari pertama") as HTMLInputElement).value).toBe("2026-11-09");
});

test("who studies is judged by the guide of the annex, with its article", async () => {
  const seen = await open();
  await userEvent.selectOptions(screen.getByLabelText("Perguruan tinggi"), "Akreditasi B");
  await userEvent.type(screen.getByLabelText("IPK"), "3,27");
  expect(await screen.findByText("Menurut pedoman: Baik.")).toBeTruthy();
  expect(seen.map(({ url }) => url).at(-1)).toBe("/api/kategori-ipk?lokasi=dalam_negeri&jenjang=s1&akreditasi=B&ipk=3.27");
});

test("a kind of cuti can be named, and goes with cuti alone", async () => {
  const seen = await open();
  await userEvent.selectOptions(screen.getByLabelText(/Jenis cuti/), "Cuti sakit");
  await userEvent.type(screen.getByLabelText("Hari pertama"), "2026-12-07");
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  await expect.poll(() => sent(seen, "POST").map(({ body }) => JSON.parse(body) as object)).toMatchObject([{ kind: "cuti", cuti: "sakit" }]);
});

test("somebody suspended is marked with the letter's number and date, and not without them", async () => {
  const seen = await open();
  expect(screen.getByText("Surat 800/12, 26 Oktober 2026.", { exact: false })).toBeTruthy();
  await userEvent.click(screen.getByRole("radio", { name: "Diberhentikan sementara" }));
  await userEvent.type(screen.getByLabelText("Hari pertama"), "2026-12-07");
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  expect(within(screen.getByRole("alert")).getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["Isi nomor suratnya.", "Isi tanggal suratnya."]);
  await userEvent.type(screen.getByLabelText("Nomor surat"), " 800/5/2026 ");
  await userEvent.type(screen.getByLabelText("Tanggal surat"), "2026-12-01");
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  await expect.poll(() => sent(seen, "POST").map(({ body }) => JSON.parse(body) as object)).toMatchObject([{ kind: "diberhentikan_sementara", surat: { nomor: "800/5/2026", tanggal: "2026-12-01" } }]);
});

test("BKPSDM comes from the search and goes back to it; a penilai goes back to the team", async () => {
  await open(undefined, ["pegawai", "bkpsdm"]);
  expect(screen.getByRole("link", { name: "Cari pegawai lain" }).getAttribute("href")).toBe("/cuti");
});

test("CLTN asks for its letter too, other cuti do not", async () => {
  await open();
  expect(screen.getByRole("link", { name: "Ke tim" })).toBeTruthy();
  expect(screen.getByLabelText(/^Nomor surat/).closest("div")?.textContent).toContain("boleh kosong");
  await userEvent.selectOptions(screen.getByLabelText(/Jenis cuti/), "Cuti di luar tanggungan negara");
  expect(screen.getByText("Keputusan yang menjadi dasarnya. Selama itu tidak ada SKP dan tidak ada rating.")).toBeTruthy();
});
