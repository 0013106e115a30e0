import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import DocumentsPage from "./DocumentsPage.tsx";
import LetterheadPage from "./LetterheadPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const ME = { id: uuid(1), name: "Budi" };
const PERSON = { ...ME, jabatan: "Pengolah Data", unit: "Bidang A1" };
const Q3 = { id: uuid(3), year: 2026, kind: "triwulanan", number: 3, firstMonth: "2026-07", lastMonth: "2026-09" };
const source = (kind: string, over: object = {}) => ({ kind, personId: uuid(1), sourceId: uuid(2), year: 2026, revision: 1, period: null, date: "2026-01-20", state: "berlaku", ...over });
const DOCUMENTS = [source("skp"), source("dokumen_evaluasi", { period: Q3, revision: 2, state: "keberatan", sourceId: uuid(5) }), source("skp", { year: 2025 })];
const NOBODY = { units: [], years: [2026], periods: [Q3], mayFindPeople: false, mayEditLetterhead: false, toSign: [] as object[] };
const HEAD = { ...NOBODY, units: [{ id: uuid(7), name: "Dinas A", depth: 1, people: 12 }, { id: uuid(8), name: "Bidang A1", depth: 2, people: 3 }], mayFindPeople: true };
const job = (over: object = {}) => ({ id: uuid(9), status: "running", packaging: "zip", kinds: ["skp"], year: 2026, period: null, scope: "Dinas A", total: 24, done: 6, createdAt: "2026-11-23T03:00:00Z", finishedAt: null, file: null, actions: { cancel: [] }, ...over });

const signatures = (mine: object | null) => ({
  format: "B.1.5", digest: "ab12".repeat(16), actions: { sign: mine === null ? [] : ["already_signed"] },
  places: [{ place: "pegawai", name: "Budi", signed: mine, before: null }, { place: "penilai", name: "Citra", signed: null, before: "2026-11-02T02:00:00Z" }],
});

async function open(page: ReactNode, at: string, { scope = NOBODY as object, jobs = [] as object[], documents = DOCUMENTS as object[], show = draw as (...of: Parameters<typeof draw>) => unknown } = {}) {
  const { seen } = await serveOrigin((request, response) => {
    const url = request.url ?? "";
    if (url === "/api/session") return json(response, { person: ME, roles: ["pegawai"], leads: null, isDemo: false, today: "2026-11-23" });
    if (url.endsWith("/signature")) return json(response, signatures(request.method === "POST" ? { at: "2026-11-23T03:15:00Z", act: null } : null));
    if (url.startsWith("/api/document-scope")) return json(response, scope);
    if (url.startsWith("/api/document-person")) return json(response, { people: [PERSON] });
    if (url.startsWith("/api/document-job") && request.method === "POST") return json(response, job());
    if (url.startsWith("/api/document-job")) return json(response, { jobs });
    if (url.startsWith("/api/letterhead") && request.method === "PUT") return json(response, { unit: { id: uuid(4), name: "Kota Langsa", isCity: true }, version: 1, name: null, address: "Jalan Contoh 1", contact: null });
    if (url.startsWith("/api/letterhead")) return json(response, { heads: [{ unit: { id: uuid(4), name: "Kota Langsa", isCity: true }, version: null, name: null, address: null, contact: null }], images: [{ slot: "daerah", sizeBytes: 900 }], mayEdit: true });
    return json(response, { person: PERSON, documents });
  });
  await show(<Suspense>{page}</Suspense>, { at });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}

test("one's documents, newest year first, each as PDF and as workbook; what was objected to says so", async () => {
  await open(<DocumentsPage />, "/dokumen");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Anda punya 3 dokumen resmi.");
  expect(screen.getByRole("link", { name: "PDF: SKP dengan lampirannya 2026" }).getAttribute("href")).toBe(`/api/document/skp/${uuid(1)}/${uuid(2)}/pdf`);
  expect(screen.getByRole("link", { name: "Excel: Dokumen evaluasi kinerja Triwulan III 2026, versi 2" }).getAttribute("href")).toBe(`/api/document/dokumen_evaluasi/${uuid(1)}/${uuid(5)}/xlsx`);
  expect(screen.getByText("Keberatan sedang diperiksa")).toBeTruthy();
  expect(screen.getByText("Tahun 2025: 1 dokumen")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Dokumen satu unit" })).toBeNull();
});

test("a record of umpan balik shows who signed it, and is signed as it was read", async () => {
  const seen = await open(<DocumentsPage />, "/dokumen", { documents: [source("rekaman_umpan_balik", { period: Q3, sourceId: uuid(3) }), source("skp")] });
  expect(screen.queryByRole("button", { name: /Tanda tangan: SKP/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Tanda tangan: Rekaman umpan balik Triwulan III 2026" }));
  const [mine, other] = await screen.findAllByText(/Pegawai yang dinilai|Pejabat penilai kinerja/);
  expect(mine?.closest("li")?.textContent).toBe("Pegawai yang dinilai, BudiBelum ditandatangani.");
  expect(other?.closest("li")?.textContent).toContain("Isi berubah sejak ditandatangani 2 November 2026");
  await userEvent.click(screen.getByRole("button", { name: "Tandatangani isi ini: Rekaman umpan balik Triwulan III 2026" }));
  await expect.poll(() => seen.filter(({ method }) => method === "POST").map(({ url, body }) => [url, JSON.parse(body) as object])).toEqual([[`/api/document/rekaman_umpan_balik/${uuid(1)}/${uuid(3)}/signature`, { digest: "ab12".repeat(16) }]]);
});

test("what waits for one's signature stands above all else: of those whom one rated by name, one's own as a number", async () => {
  const toSign = [{ person: ME, period: Q3 }, ...Array.from({ length: 6 }, (_, i) => ({ person: { id: uuid(i + 2), name: `Bawahan ${i + 1}` }, period: Q3 }))];
  await open(<DocumentsPage />, "/dokumen", { scope: { ...NOBODY, toSign } });
  const card = screen.getByRole("region", { name: "7 rekaman umpan balik menunggu tanda tangan Anda" });
  expect(card.textContent).toContain("1 di antaranya milik Anda, di daftar di bawah.");
  expect(within(card).getByRole("link", { name: "Buka dokumen Bawahan 1, Triwulan III 2026" }).getAttribute("href")).toBe(`/dokumen?orang=${uuid(2)}`);
  expect(within(card).getByText("1 orang lagi")).toBeTruthy();
});

test("who has none yet is told when the first one comes; in English too", async () => {
  await open(<DocumentsPage />, "/dokumen", { documents: [], show: drawInEnglish });
  expect(screen.getByText("The first one is there once the SKP is set.")).toBeTruthy();
});

test("a head makes a unit's documents: at least one kind, then a job that shows how far it is", async () => {
  const seen = await open(<DocumentsPage />, "/dokumen", { scope: HEAD, jobs: [job(), job({ id: uuid(6), status: "done", done: 24, file: { name: "dokumen.zip", sizeBytes: 2_400_000 } })] });
  const form = screen.getByRole("region", { name: "Dokumen satu unit" });
  const kinds = ["SKP dengan lampirannya", "Hasil evaluasi kinerja", "Dokumen evaluasi kinerja"];
  for (const name of kinds) await userEvent.click(within(form).getByRole("checkbox", { name }));
  await userEvent.click(within(form).getByRole("button", { name: "Buat dokumen" }));
  expect(within(form).getByRole("alert").textContent).toContain("Pilih paling sedikit satu dokumen.");
  await userEvent.click(within(form).getByRole("checkbox", { name: "SKP dengan lampirannya" }));
  await userEvent.selectOptions(within(form).getByLabelText("Unit"), uuid(8));
  await userEvent.click(within(form).getByRole("radio", { name: "Excel, datanya saja" }));
  await userEvent.click(within(form).getByRole("button", { name: "Buat dokumen" }));
  await expect.poll(() => seen.filter(({ method }) => method === "POST").map(({ url, body }) => [url, JSON.parse(body) as object])).toEqual([
    [`/api/document-job/unit/${uuid(8)}`, { id: expect.any(String), kinds: ["skp"], year: 2026, periodId: null, packaging: "xlsx" }]]);
  const [running, done] = within(screen.getByRole("region", { name: "Pekerjaan saya" })).getAllByRole("listitem");
  expect(within(running ?? form).getByRole("progressbar", { name: "Kemajuan dokumen Dinas A" }).getAttribute("value")).toBe("6");
  expect(running?.textContent).toContain("Sedang dibuat, 6 dari 24 dokumen");
  expect(done?.textContent).toContain("Selesai, 24 dari 24 dokumen · 2,4 MB");
  expect(within(done ?? form).getByRole("link", { name: "Unduh dokumen Dinas A" }).getAttribute("href")).toBe(`/api/document-job/${uuid(6)}/file`);
});

test("the letterhead is written field by field; what is empty goes as nothing", async () => {
  const seen = await open(<LetterheadPage />, "/dokumen/kop");
  await userEvent.type(screen.getByLabelText(/^Alamat/), "Jalan Contoh 1");
  await userEvent.click(screen.getByRole("button", { name: "Simpan" }));
  await expect.poll(() => seen.filter(({ method }) => method === "PUT").map(({ url, body }) => [url, JSON.parse(body) as object])).toEqual([[`/api/letterhead/${uuid(4)}`, { version: null, name: "", address: "Jalan Contoh 1", contact: "" }]]);
  expect(screen.getByRole("img", { name: "Lambang daerah, di kiri kop" })).toBeTruthy();
});
