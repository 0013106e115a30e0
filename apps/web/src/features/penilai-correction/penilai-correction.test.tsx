import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import MyPenilaiPage from "./MyPenilaiPage.tsx";
import QueuePage from "./QueuePage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const person = (n: number, name: string, jabatan = "Kepala Bidang A1") => ({ id: uuid(n), name, jabatan, unit: "Bidang A1" });
const BUDI = person(1, "Budi", "Pengolah Data");
const OPEN = { id: uuid(9), status: "open", version: 1, pegawai: BUDI, penilai: person(2, "Rahmat"), proposed: person(3, "Nurlela"), reason: "Saya pindah bidang.", askedOn: "2026-11-20", waitingDays: 3, decided: null };
const MINE = { penilai: person(2, "Rahmat"), atasan: person(4, "Ilyas"), since: "2026-01-01", basis: null, isFinal: false, pimpinan: [{ person: person(5, "Dian"), task: "Tim profil kota", from: "2026-02-02" }], candidates: [{ ...person(3, "Nurlela"), why: "head" }], asked: [], actions: { ask: [], withdraw: ["wrong_status"] } };

async function open(page: ReactNode, at: string, answers: (url: string, method: string) => unknown, refuse?: string) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.method !== "GET" && refuse) return problem(response, 409, "refused", { refusals: [refuse] });
    return json(response, answers(request.url ?? "", request.method ?? "GET"));
  });
  draw(<Suspense>{page}</Suspense>, { at });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
const sent = (seen: { method?: string; url: string; body: string }[]) => seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url, JSON.parse(body) as object]);

test("who is rated sees by whom, says what is wrong, and leaves open who is right", async () => {
  const seen = await open(<MyPenilaiPage />, "/atasan", (_, method) => (method === "GET" ? MINE : OPEN));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Penilai Anda: Rahmat");
  expect(screen.getByText("Tim profil kota, sejak 2 Februari 2026.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Atasan saya salah" }));
  await userEvent.click(screen.getByRole("button", { name: "Kirim ke BKPSDM" }));
  expect(within(screen.getByRole("alert")).getAllByRole("link").map((link) => link.textContent)).toEqual(["Pilih penilai yang benar, atau pilih “tidak tahu”.", "Tulis apa yang keliru, sedikitnya lima huruf."]);
  await userEvent.click(screen.getByRole("radio", { name: /Tidak ada di daftar/ }));
  await userEvent.type(screen.getByLabelText("Apa yang keliru?"), "Saya pindah bidang.");
  await userEvent.click(screen.getByRole("button", { name: "Kirim ke BKPSDM" }));
  await expect.poll(() => sent(seen)).toEqual([["/api/penilai-correction", { id: expect.any(String), proposedId: null, reason: "Saya pindah bidang." }]]);
});

test("while a question waits there is no second one, and it can be taken back", async () => {
  const seen = await open(<MyPenilaiPage />, "/atasan", (_, method) => (method === "GET" ? { ...MINE, asked: [OPEN], actions: { ask: ["correction_open"], withdraw: [] } } : { ...OPEN, status: "withdrawn" }));
  expect(screen.queryByRole("button", { name: "Atasan saya salah" })).toBeNull();
  expect(screen.getByText("Menunggu BKPSDM")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Batalkan" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/penilai-correction/${uuid(9)}/withdraw`, { version: 1 }]]);
});

const PREVIEW = {
  correction: OPEN, chosen: OPEN.proposed, candidates: [{ ...OPEN.proposed, why: "proposed" }, { ...person(4, "Ilyas"), why: "head" }],
  changes: { from: "2026-10-01", atasan: person(4, "Ilyas"), reports: [{ month: "2026-10", status: "submitted" }], skpWaiting: true, periods: [{ year: 2026, kind: "triwulanan", number: 3 }] },
  actions: { accept: [], decline: [] },
};
const queue = (url: string) => (url.includes(uuid(9)) ? PREVIEW : { open: [OPEN], settled: [] });

test("BKPSDM looks with one click and carries it out with the second; what follows is said before", async () => {
  const seen = await open(<QueuePage />, "/koreksi-atasan", queue);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 pegawai melaporkan atasan salah.");
  await userEvent.click(screen.getByRole("button", { name: "Periksa Budi" }));
  expect((await screen.findAllByRole("listitem")).map((item) => item.textContent)).toEqual([
    "Laporan Oktober 2026 (terkirim) pindah ke penilai baru.", "SKP yang diajukan menunggu penetapan penilai baru.", "Penilaian Triwulan III 2026 mengikuti aturan penilai periode.", "Atasan penilai menjadi Ilyas."]);
  await userEvent.click(screen.getByRole("button", { name: "Terapkan" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/penilai-correction/${uuid(9)}/accept`, { version: 1, penilaiId: uuid(3), from: "2026-10-01", note: null }]]);
});

test("what is not changed needs a sentence, and a refusal stands under the buttons", async () => {
  const seen = await open(<QueuePage />, `/koreksi-atasan?periksa=${uuid(9)}`, queue, "wrong_status");
  await userEvent.click(await screen.findByRole("button", { name: "Tidak diubah" }));
  await userEvent.type(screen.getByLabelText("Mengapa tidak diubah?"), "Sudah benar menurut SK.");
  await userEvent.click(screen.getByRole("button", { name: "Kirim alasan" }));
  expect((await screen.findAllByRole("alert"))[0]?.textContent).toContain("Statusnya sudah berubah.");
  expect(sent(seen)).toEqual([[`/api/penilai-correction/${uuid(9)}/decline`, { version: 1, note: "Sudah benar menurut SK." }]]);
});
