import type { listActing, listPenilaiRelations, readPenilaiRelation } from "@teraju/contracts/penilai-relation";
import type { Output } from "@teraju/contracts/endpoint";
import type { QueryClient } from "@tanstack/react-query";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { sessionQuery } from "../../session.ts";
import LinePage from "./LinePage.tsx";
import RelationPage from "./RelationPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-0000000000${String(n).padStart(2, "0")}`;
const person = (n: number, name: string, jabatan = "Kepala Bidang A1") => ({ id: uuid(n), name, jabatan, unit: "Bidang A1" });
const [BUDI, RAHMAT, ILYAS, WALI] = [person(1, "Budi", "Pengolah Data"), person(2, "Rahmat"), person(4, "Ilyas", "Kepala Dinas A"), person(5, "Wali", "Wali Kota")];
type List = Output<typeof listPenilaiRelations>;
const usulan = { penilai: RAHMAT, atasan: ILYAS, sebagai: "definitif" as const, isFinal: false, isGanda: false, notes: ["Tabel paparan BKN."], cite: "PermenPANRB 6/2022 Pasal 1 angka 9" };
const row: List["rows"][number] = { pegawai: BUDI, penilai: ILYAS, atasan: WALI, since: "2026-01-01", basis: null, issue: "berbeda_dari_usulan", usulan };
const LIST: List = {
  opds: [{ id: uuid(21), name: "Dinas A" }, { id: uuid(22), name: "Dinas B" }], opd: null, people: 4000, counts: { tanpa_penilai: 1, penilai_tidak_bertugas: 0, usulan_ganda: 0, berbeda_dari_usulan: 1 }, found: 120, page: 1,
  rows: [row, { ...row, pegawai: person(6, "Citra"), penilai: null, atasan: null, since: null, issue: "tanpa_penilai" }, { ...row, pegawai: ILYAS, penilai: WALI, issue: null, usulan: { ...usulan, penilai: WALI, isFinal: true } }],
  actions: { change: [] },
};
const LINE: Output<typeof readPenilaiRelation> = {
  pegawai: BUDI, lines: [{ penilai: ILYAS, atasan: WALI, basis: "SK 1/2026", from: "2026-01-01", until: null }, { penilai: RAHMAT, atasan: ILYAS, basis: null, from: "2025-01-01", until: "2026-01-01" }],
  pimpinan: [{ id: uuid(31), pimpinan: person(7, "Dian", "Ketua Tim"), task: "Tim profil kota", from: "2026-02-01", until: null }],
  usulan, candidates: [RAHMAT, WALI], chosen: RAHMAT, changes: { from: "2026-11-01", before: ILYAS, atasan: ILYAS, reports: [{ month: "2026-11", status: "draft" }] }, actions: { change: [], pimpinan: [] },
};
const ACTING: Output<typeof listActing> = {
  acting: [{ id: uuid(41), person: person(8, "Dewi"), unit: { id: uuid(51), name: "Bidang A2" }, kind: "plt", hasDelegasi: true, basis: "SP 7/2026", from: "2026-11-02", until: "2026-12-14", actions: { end: [] } }],
  units: [{ id: uuid(51), name: "Bidang A2", opd: "Dinas A", head: null }, { id: uuid(52), name: "Bidang A1", opd: "Dinas A", head: "Rahmat" }], actions: { change: [] },
};
const SESSION = { person: { id: uuid(9), name: "Fauzan", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["bkpsdm" as const], leads: null, today: "2026-11-23", isDemo: true };

async function open(page: ReactNode, at: string, { list = LIST, refuse, inEnglish = false }: { list?: List; refuse?: string; inEnglish?: boolean } = {}) {
  const { seen } = await serveOrigin(({ url, method }, response) => {
    if (method !== "GET") return refuse === undefined ? (url.includes("acting") || url.includes("pimpinan") ? response.writeHead(204).end() : json(response, { handOvers: 1, reports: 2 })) : problem(response, 409, "refused", { refusals: [refuse] });
    if (url.includes("/people")) return json(response, { people: [person(8, "Dewi", "Bidan")] });
    if (url.includes("/acting")) return json(response, ACTING);
    return json(response, url.includes("/person/") ? LINE : list);
  });
  const tree = <Suspense>{page}</Suspense>;
  const options = { at, prepare: (client: QueryClient) => { client.setQueryData(sessionQuery.queryKey, SESSION); } };
  if (inEnglish) await drawInEnglish(tree, options);
  else draw(tree, options);
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
const sent = (seen: { method?: string; url: string; body: string }[]) => seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url, JSON.parse(body) as object]);
const LINE_PAGE = <Routes><Route path="/penilai/:orang" element={<LinePage />} /></Routes>;

test("a proposal is taken in two clicks; what follows is read before the second", async () => {
  const seen = await open(<RelationPage />, "/penilai?keadaan=berbeda_dari_usulan");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 pegawai perlu dilihat penilainya.");
  expect(screen.getByText("Dinilai Wali Kota, tanpa keberatan")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Terima usulan untuk Budi" }));
  const dialog = await screen.findByRole("dialog", { name: "Penilai Budi" });
  expect(await within(dialog).findByText("Laporan November 2026 (sedang diisi) pindah ke penilai baru.")).toBeTruthy();
  expect(within(dialog).getByText("Ilyas menjadi Rahmat.")).toBeTruthy();
  await userEvent.click(within(dialog).getByRole("button", { name: "Terapkan" }));
  expect(await screen.findByText("1 pegawai berganti penilai. 2 laporan yang menunggu ikut pindah.")).toBeTruthy();
  expect(sent(seen)).toEqual([["/api/penilai-relation/adopt", { people: [{ personId: uuid(1), penilaiId: uuid(2) }], from: "2026-11-01", basis: "Usulan menurut susunan unit" }]]);
});

test("all proposals of a page at once, from a day; long lists have pages", async () => {
  const seen = await open(<RelationPage />, "/penilai");
  expect(screen.getByRole("link", { name: "Halaman berikutnya" }).getAttribute("href")).toBe("/penilai?halaman=2");
  await userEvent.click(screen.getByRole("button", { name: "Terima 2 usulan di halaman ini" }));
  await userEvent.click(within(await screen.findByRole("dialog", { name: "Terima usulan untuk 2 pegawai" })).getByRole("button", { name: "Terapkan" }));
  await expect.poll(() => sent(seen)).toEqual([["/api/penilai-relation/adopt", { people: [{ personId: uuid(1), penilaiId: uuid(2) }, { personId: uuid(6), penilaiId: uuid(2) }], from: "2026-11-23", basis: "Usulan menurut susunan unit" }]]);
});

test("who may only look has no buttons", async () => {
  await open(<RelationPage />, "/penilai", { list: { ...LIST, actions: { change: ["not_yours"] } } });
  expect(screen.queryByRole("button", { name: /Terima/ })).toBeNull();
  expect(screen.getByRole("link", { name: "Lihat penilai Budi" }).getAttribute("href")).toBe(`/penilai/${uuid(1)}`);
});

test("one line through time: another penilai needs a basis, and what follows stands beside it", async () => {
  const seen = await open(LINE_PAGE, `/penilai/${uuid(1)}`);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Budi dinilai Ilyas.");
  expect(screen.getByText("1 Januari 2025 sampai 1 Januari 2026")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Terapkan" }));
  expect(within(screen.getByRole("alert")).getByRole("link").textContent).toBe("Tulis dasarnya, sedikitnya lima huruf.");
  await userEvent.type(screen.getByLabelText("Dasar"), "SK 800/4/2026");
  await userEvent.click(screen.getByRole("button", { name: "Terapkan" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/penilai-relation/person/${uuid(1)}`, { penilaiId: uuid(2), from: "2026-11-01", basis: "SK 800/4/2026", before: uuid(4) }]]);
});

test("a further pimpinan is added with the task, and ended on a day", async () => {
  const seen = await open(LINE_PAGE, `/penilai/${uuid(1)}`);
  await userEvent.click(screen.getByRole("button", { name: "Tambah pimpinan" }));
  await userEvent.type(screen.getByLabelText("Nama"), "dew");
  await userEvent.click(await screen.findByRole("radio", { name: /Dewi/ }));
  await userEvent.type(screen.getByLabelText("Tugas atau tim"), "Tim vaksinasi");
  await userEvent.click(screen.getByRole("button", { name: "Tambah pimpinan" }));
  expect(await screen.findByText("Tercatat: Dewi.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Akhiri Dian" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Akhiri" }));
  await expect.poll(() => sent(seen)).toEqual([
    ["/api/pimpinan", { id: expect.any(String), pegawaiId: uuid(1), pimpinanId: uuid(8), task: "Tim vaksinasi", from: "2026-11-23", until: null }],
    [`/api/pimpinan/${uuid(31)}/end`, { on: "2026-11-23" }]]);
});

test("an empty post asks for a Plt., with its letter; a refusal stands under the form", async () => {
  const seen = await open(<RelationPage />, "/penilai?tampilan=plt", { refuse: "acting_overlaps" });
  expect(await screen.findByText(/Plt\. Bidang A2, 2 November 2026 sampai 14 Desember 2026\./)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Tunjuk Plt. atau Plh." }));
  await userEvent.click(screen.getByRole("button", { name: "Tunjuk Plt. atau Plh." }));
  expect(within(screen.getByRole("alert")).getAllByRole("link")).toHaveLength(4);
  await userEvent.selectOptions(screen.getByLabelText("Unit"), "Bidang A1 (Rahmat)");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Plh\./ }).checked).toBe(true);
  await userEvent.type(screen.getByLabelText("Nama"), "dew");
  await userEvent.click(await screen.findByRole("radio", { name: /Dewi/ }));
  await userEvent.type(screen.getByLabelText("Sampai dengan sebelum"), "2026-12-24");
  await userEvent.type(screen.getByLabelText("Dasar"), "SP 8/2026");
  await userEvent.click(screen.getByRole("button", { name: "Tunjuk Plt. atau Plh." }));
  expect(await screen.findByText(/sudah ada Plt\. atau Plh\./)).toBeTruthy();
  expect(sent(seen)).toEqual([["/api/acting", { id: expect.any(String), personId: uuid(8), unitId: uuid(52), kind: "plh", from: "2026-11-23", until: "2026-12-24", basis: "SP 8/2026", hasDelegasi: true }]]);
});

test("in English the page says the same", async () => {
  await open(<RelationPage />, "/penilai", { inEnglish: true });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("The rater of one person needs a look.");
});
