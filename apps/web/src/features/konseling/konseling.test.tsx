import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import KonselingListPage from "./KonselingListPage.tsx";
import KonselingPage from "./KonselingPage.tsx";
import ReportsPage from "./ReportsPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const someone = (n: number, name: string) => ({ id: uuid(n), name, jabatan: "Analis", unit: "Dinas A" });
const decision = (value: unknown, from: unknown[] = []) => ({ rule: "Pembaca rekaman konseling", cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB III.D.5.d.3", link: "https://contoh.go.id" }, given: { konselor: "independen", adaAtasan: true }, value, from });
const arrangement = { version: 1, jenis: "independen", konselor: someone(2, "Meutia"), dasar: "Surat 800/1/2026", scheduledOn: "2026-11-23", scheduledAt: "09:00", place: "Ruang kecil", setBy: "Salma", setOn: "2026-11-20", isByOffice: true };
const closed = { arrange: ["not_yours"], note: ["not_yours"], sign: ["not_yours"], follow: ["not_yours"] };
const view = (more: object = {}) => ({
  id: uuid(3), person: someone(1, "Budi"), penilai: someone(4, "Rahmat"), goal: "Hadir tepat waktu", status: "agreed", sides: ["konselor"], arrangement, entries: [], record: null, isSigned: false,
  readers: { pembaca: decision(["kepegawaian"]), penentu: decision(["kepegawaian"], [decision(["kepegawaian"])]) }, followUps: [], actions: { ...closed, note: [], sign: [] }, ...more,
});
const record = { heldFrom: "2026-11-23", heldUntil: "2026-11-23", sessions: 2, masalah: "Tidak hadir tanpa kabar.", hasil: "sebagian", kesepakatan: "Memberi kabar sehari sebelumnya.", saran: null, signedBy: "Meutia", signedAt: "2026-11-23T03:00:00.000Z", hash: "ab".repeat(32), format: decision("KONSELING") };

async function open(page: ReactNode, path: string, at: string, answers: (url: string, method: string) => unknown, roles = ["pegawai"]) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url === "/api/session") return json(response, { person: { id: uuid(2), name: "Meutia" }, roles, today: "2026-11-23" });
    return json(response, answers(request.url, request.method) as object);
  });
  draw(<Suspense><Routes><Route path={path} element={page} /></Routes></Suspense>, { at });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
const openOne = (answers: (url: string, method: string) => unknown) => open(<KonselingPage />, "/konseling/:id", `/konseling/${uuid(3)}`, answers);
const sent = (seen: { method: string; url: string; body: string }[]) => seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url, JSON.parse(body) as object]);

test("a konselor writes a note for the two, then fills and signs the record", async () => {
  const seen = await openOne(() => view());
  expect(screen.getByText("Rahasia. Hanya pegawai dan konselor yang membacanya.")).toBeTruthy();
  expect(screen.getByText("Selain pegawai dan konselor: kepala BKPSDM.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Tambah catatan" }));
  await userEvent.type(screen.getByLabelText("Masalah atau keadaan sekarang"), "Jarak rumah jauh.");
  await userEvent.type(screen.getByLabelText("Langkah berikutnya"), "Berangkat lebih awal.");
  await userEvent.click(screen.getByRole("button", { name: "Simpan catatan" }));
  await expect.poll(() => sent(seen).length).toBe(1);
  const form = within(screen.getByRole("form", { name: "Rekaman hasil konseling" }));
  await userEvent.type(form.getByLabelText("Masalah perilaku yang dibahas"), "Tidak hadir tanpa kabar.");
  await userEvent.type(form.getByLabelText("Apa yang disepakati dengan pegawai?"), "Memberi kabar sehari sebelumnya.");
  await userEvent.click(form.getByRole("button", { name: "Tanda tangani rekaman" }));
  expect(form.getByText("Pilih hasilnya dulu.")).toBeTruthy();
  await userEvent.click(form.getByRole("radio", { name: "Teratasi sebagian" }));
  await userEvent.click(form.getByRole("button", { name: "Tanda tangani rekaman" }));
  await expect.poll(() => sent(seen)).toEqual([
    [`/api/konseling/${uuid(3)}/entries`, { id: expect.any(String), day: "2026-11-23", fact: "Jarak rumah jauh.", option: "", step: "Berangkat lebih awal." }],
    [`/api/konseling/${uuid(3)}/record`, { heldFrom: "2026-11-23", heldUntil: "2026-11-23", sessions: 1, masalah: "Tidak hadir tanpa kabar.", hasil: "sebagian", kesepakatan: "Memberi kabar sehari sebelumnya.", saran: "" }],
  ]);
});

test("a reader sees the signed record and what is agreed, no notes, and decides what follows", async () => {
  const seen = await openOne(() => view({ sides: ["pembaca", "penentu"], status: "done", entries: null, record, isSigned: true, actions: { ...closed, follow: [] } }));
  expect(screen.queryByText("Catatan konseling")).toBeNull();
  expect(screen.getByText("Teratasi sebagian")).toBeTruthy();
  expect(screen.getByText(`Sidik isi: ${"ab".repeat(32)}`)).toBeTruthy();
  expect(screen.getByRole("link", { name: "PDF: rekaman hasil konseling" }).getAttribute("href")).toBe(`/api/konseling/${uuid(3)}/pdf`);
  await userEvent.type(screen.getByLabelText("Tindak lanjut yang dibutuhkan"), "Jam masuk digeser sementara.");
  await userEvent.click(screen.getByRole("button", { name: "Tetapkan tindak lanjut" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/konseling/${uuid(3)}/follow-up`, { id: expect.any(String), text: "Jam masuk digeser sementara.", dueOn: null }]]);
});

test("who is no reader learns that it is signed, and nothing of it; a konselor whose day has not come is told so", async () => {
  await openOne(() => view({ sides: ["penilai"], status: "done", entries: null, isSigned: true, actions: { ...closed, arrange: ["written_already"] } }));
  expect(screen.getByText("Rekaman sudah ditandatangani. Rekaman ini tidak dilaporkan kepada Anda.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Ubah jadwal" })).toBeNull();
});

test("a penilai sets a konseling of their own; refused, they read why", async () => {
  const unset = view({ sides: ["penilai"], arrangement: null, readers: null, entries: null, actions: { ...closed, arrange: [] } });
  const { seen } = await serveOrigin((request, response) => {
    if (request.method === "PUT") return problem(response, 409, "refused", { refusals: ["konselor_untrained"] });
    return json(response, request.url === "/api/session" ? { person: { id: uuid(4), name: "Rahmat" }, roles: ["penilai"], today: "2026-11-23" } : unset);
  });
  draw(<Suspense><Routes><Route path="/konseling/:id" element={<KonselingPage />} /></Routes></Suspense>, { at: `/konseling/${uuid(3)}` });
  await screen.findByRole("heading", { level: 1 });
  await userEvent.click(screen.getByRole("button", { name: "Tetapkan jadwal" }));
  const form = within(await screen.findByRole("form", { name: "Tetapkan jadwal" }));
  expect(form.getByText("Konselor: Rahmat")).toBeTruthy();
  expect(form.queryByRole("radio")).toBeNull();
  fireEvent.change(form.getByLabelText("Tanggal"), { target: { value: "2026-11-30" } });
  await userEvent.type(form.getByLabelText("Tempat"), "Ruang kecil");
  await userEvent.click(form.getByRole("button", { name: "Simpan" }));
  expect(await form.findByText(/Pelatihan konseling penilai ini belum tercatat/)).toBeTruthy();
  expect(sent(seen)).toEqual([[`/api/konseling/${uuid(3)}`, { version: null, jenis: "penilai", konselorId: uuid(4), dasar: null, scheduledOn: "2026-11-30", scheduledAt: "09:00", place: "Ruang kecil" }]]);
});

test("BKPSDM names a konselor independen with the letter", async () => {
  const seen = await openOne((url) => (url.startsWith("/api/konselor/candidate") ? { people: [someone(2, "Meutia")] } : view({ sides: ["kepegawaian"], arrangement: null, readers: null, entries: null, actions: { ...closed, arrange: [] } })));
  await userEvent.click(screen.getByRole("button", { name: "Tetapkan jadwal" }));
  const form = within(await screen.findByRole("form", { name: "Tetapkan jadwal" }));
  await userEvent.type(form.getByLabelText("Cari konselor"), "meu");
  await userEvent.click(await form.findByRole("radio", { name: /Meutia/ }));
  await userEvent.type(form.getByLabelText("Nomor dan tanggal surat penunjukan"), "Surat 800/1/2026");
  fireEvent.change(form.getByLabelText("Tanggal"), { target: { value: "2026-11-30" } });
  await userEvent.type(form.getByLabelText("Tempat"), "Ruang kecil");
  await userEvent.click(form.getByRole("button", { name: "Simpan" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/konseling/${uuid(3)}`, { version: null, jenis: "independen", konselorId: uuid(2), dasar: "Surat 800/1/2026", scheduledOn: "2026-11-30", scheduledAt: "09:00", place: "Ruang kecil" }]]);
});

test("the list says of each on which side one stands, and what waits", async () => {
  const one = { id: uuid(3), person: "Budi", sides: ["pembaca", "penentu"], konselor: "Meutia", scheduledOn: "2026-11-23", scheduledAt: "09:00", place: "Ruang kecil", status: "done", isSigned: true, isFollowed: false };
  await open(<KonselingListPage />, "/konseling", "/konseling", () => ({ konseling: [one, { ...one, id: uuid(5), person: "Citra", sides: ["pegawai"], isSigned: false, konselor: null, scheduledOn: null, scheduledAt: null, place: null }] }));
  expect(screen.getByText(/Anda menentukan tindak lanjut; menunggu tindak lanjut/)).toBeTruthy();
  expect(screen.getByText("Belum ada jadwal. untuk Anda")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Buka konseling Budi" }).getAttribute("href")).toBe(`/konseling/${uuid(3)}`);
});

test("BKPSDM takes a report in, filters by state, and records what makes a penilai a konselor", async () => {
  const report = (n: number, name: string, more: object = {}) => ({ planId: uuid(n), person: someone(n, name), penilai: "Rahmat", on: "2026-11-03", received: null, status: "agreed", konseling: null, ...more });
  const reports = [report(3, "Budi"), report(5, "Citra", { received: { on: "2026-11-04", by: "Salma" } }), report(6, "Dewi", { received: { on: "2026-11-04", by: "Salma" }, konseling: { konselor: "Meutia", scheduledOn: "2026-11-30", isSigned: false } })];
  const list = { trainings: [{ id: uuid(7), name: "Dasar konseling", counts: false, attended: 4 }], certificates: [] };
  const seen = await open(<ReportsPage />, "/konseling/penetapan", "/konseling/penetapan", (url) => (url.startsWith("/api/konselor/candidate") ? { people: [someone(4, "Rahmat")] } : url.startsWith("/api/konselor") ? list : url.endsWith("/receipt") ? reports[1] : { reports }), ["bkpsdm"]);
  expect(screen.getByRole("heading", { name: "2 laporan menunggu penetapan konseling." })).toBeTruthy();
  expect(screen.queryByText("Dewi")).toBeNull();
  expect(screen.getByRole("link", { name: "Tetapkan konseling Citra" }).getAttribute("href")).toBe(`/konseling/${uuid(5)}`);
  await userEvent.click(screen.getByRole("button", { name: "Terima laporan tentang Budi" }));
  await userEvent.click(screen.getByRole("link", { name: "Konselor" }));
  await userEvent.click(await screen.findByRole("checkbox", { name: "Dasar konseling (4 orang hadir)" }));
  await userEvent.click(screen.getByRole("button", { name: "Catat sertifikat" }));
  const form = within(await screen.findByRole("form", { name: "Catat sertifikat" }));
  await userEvent.type(form.getByLabelText("Cari pegawai"), "rah");
  await userEvent.click(await form.findByRole("radio", { name: /Rahmat/ }));
  await userEvent.type(form.getByLabelText("Nama pelatihan"), "Pelatihan konseling");
  await userEvent.type(form.getByLabelText("Nomor sertifikat"), "12/2025");
  await userEvent.type(form.getByLabelText("Penerbit"), "LAN");
  fireEvent.change(form.getByLabelText("Tanggal sertifikat"), { target: { value: "2025-08-01" } });
  await userEvent.click(form.getByRole("button", { name: "Simpan" }));
  await expect.poll(() => sent(seen.filter(({ url }) => !url.endsWith("/receipt")))).toEqual([
    [`/api/konselor/training/${uuid(7)}`, { counts: true }],
    ["/api/konselor/certificate", { id: expect.any(String), personId: uuid(4), name: "Pelatihan konseling", number: "12/2025", issuer: "LAN", issuedOn: "2025-08-01" }],
  ]);
  await userEvent.click(screen.getByRole("link", { name: /Dijadwalkan/ }));
  expect(await screen.findByText("Meutia, 30 November 2026")).toBeTruthy();
});
