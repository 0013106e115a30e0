import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import CareerPage from "./CareerPage.tsx";
import FactsPage from "./FactsPage.tsx";
import ReadinessPage from "./ReadinessPage.tsx";
import TalentPage from "./TalentPage.tsx";
import TppPage from "./TppPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const cite = { regulation: "PermenPANRB 1/2023", part: "Pasal 37", link: null };
const decision = (rule: string, value: unknown, given: Record<string, unknown> = {}, from: unknown[] = []) => ({ rule, cite, given, value, from });
const eko = { id: uuid(1), name: "Eko", golongan: "III/a", jabatan: "Pranata Komputer Ahli Pertama", unit: "Dinas B" };
const pangkat = decision("Kesiapan kenaikan", "perlu_data", {}, [
  decision("Syarat predikat kinerja", "belum_diketahui", { tahun: [{ tahun: 2024, predikat: null }, { tahun: 2025, predikat: "baik" }] }),
  decision("Masa dalam pangkat terakhir", "belum", { sejak: "2025-04-01", pada: "2026-12-01", jalur: "fungsional" }),
  decision("Syarat angka kredit", "terpenuhi", { punya: 61.25, perlu: 50 }), decision("Pangkat berikutnya di dalam jenjang", "terpenuhi", {}),
]);
const CAREER = {
  person: eko, jenjang: "ahli_pertama", predikat: [{ tahun: 2024, predikat: null, sumber: null }, { tahun: 2025, predikat: "baik", sumber: null }], facts: [],
  angkaKredit: { pak: { nilai: 30, perTanggal: "2023-12-31", sumber: "PAK 7/2024" }, total: 61.25, sejakPak: decision("Angka kredit akumulasi", 31.25), tahunTanpaPredikat: [2024], minimal: { kenaikanPangkat: 50, kenaikanJenjang: 100 } },
  pangkat, kenaikanJenjang: null, prestasi: null as unknown, tanggal: ["2026-12-01"],
};

type Answers = (url: string, method: string, body: string) => unknown;
async function open(page: ReactNode, at: string, roles: string[], answers: Answers) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url === "/api/session") return json(response, { person: { id: uuid(9), name: "Analis" }, roles, today: "2026-11-23" });
    const answer = answers(request.url, request.method, request.body);
    return answer instanceof Refused ? problem(response, answer.status, answer.code, answer.details) : json(response, answer as object);
  });
  draw(<Suspense>{page}</Suspense>, { at });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
class Refused {
  readonly status: number;
  readonly code: string;
  readonly details: object;
  constructor(status: number, code: string, details: object) {
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
const sent = (seen: { method?: string; url: string; body: string }[]) => seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url, JSON.parse(body) as object]);

test("one's own career says what is met, what is not, and what nobody recorded, each with its figures", async () => {
  const source = (kind: string, year: number) => ({ kind, personId: uuid(1), sourceId: uuid(year % 10), year, revision: 1, period: null, date: "2026-01-15", state: "berlaku" });
  const papers = [2025, 2024].flatMap((year) => ["konversi_angka_kredit", "akumulasi_angka_kredit", "penetapan_angka_kredit"].map((kind) => source(kind, year)));
  await open(<CareerPage />, "/karier", ["pegawai"], (url) => (url.startsWith("/api/document") ? { person: eko, documents: papers } : CAREER));
  expect((await screen.findByRole("link", { name: "PAK sampai 2025" })).getAttribute("href")).toBe(`/api/document/penetapan_angka_kredit/${uuid(1)}/${uuid(5)}/pdf`);
  expect(screen.queryByRole("link", { name: "Konversi 2024" })).toBeNull();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Sebagian syarat pangkat belum ada datanya.");
  const list = screen.getByRole("region", { name: "Pangkat berikutnya" });
  expect(within(within(list).getAllByRole("list")[0] ?? list).getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "Predikat paling rendah BaikBelum ada predikat tahun 2024.Belum ada data", "Cukup lama dalam pangkat terakhirPangkat terakhir sejak 1 April 2025.Belum", "Angka kredit kumulatif61,25 dari 50.Terpenuhi", "Pangkat berikutnya masih di jenjang iniTerpenuhi"]);
  expect(screen.getByText("Tanggal kenaikan pangkat berikutnya: 1 Desember 2026. Ada dua belas setahun.")).toBeTruthy();
  expect(screen.getByText("30 pada PAK, ditambah 31,25 sesudahnya: 61,25.")).toBeTruthy();
  expect(screen.getByText("Daftar ini hanya untuk jabatan fungsional yang masih punya jenjang di atasnya.")).toBeTruthy();
});

test("the way by achievement stands there only for whom the year ended with the highest predikat", async () => {
  const prestasi = decision("Kesiapan kenaikan", "perlu_data", {}, [decision("Syarat predikat kinerja", "terpenuhi", { tahun: [{ tahun: 2025, predikat: "sangat_baik" }], paling: "sangat_baik" }), decision("Syarat tercatat", "belum_diketahui", { syarat: "penetapan_prestasi", jawaban: null })]);
  await open(<CareerPage />, "/karier", ["pegawai"], (url) => (url.startsWith("/api/document") ? { person: eko, documents: [] } : { ...CAREER, prestasi }));
  const list = screen.getByRole("region", { name: "Jalur prestasi luar biasa" });
  expect(within(within(list).getAllByRole("list")[0] ?? list).getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Predikat Sangat BaikTahun 2025.Terpenuhi", "Penetapan prestasi luar biasaBelum ada data"]);
});

const READY = { jenis: "pangkat", counts: { siap_diperiksa: 1, perlu_data: 2, belum: 3 }, next: null, units: [{ id: uuid(5), name: "Dinas B" }], tanggal: ["2026-12-01"], rows: [{ person: eko, kesiapan: "siap_diperiksa", angkaKredit: 61.25, perlu: 50, belum: [], tidakDiketahui: ["uji_kompetensi"] }] };
test("BKPSDM's list begins with who can be checked; another choice is asked of the server", async () => {
  const seen = await open(<ReadinessPage />, "/kesiapan", ["bkpsdm_analis"], () => READY);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 pegawai siap diperiksa untuk kenaikan pangkat.");
  expect(screen.getByRole("link", { name: "Unduh XLSX" }).getAttribute("href")).toBe("/api/careers/readiness/export?jenis=pangkat&kesiapan=siap_diperiksa");
  await userEvent.selectOptions(screen.getByLabelText("Kesiapan"), "semua");
  await userEvent.selectOptions(screen.getByLabelText("Perangkat daerah"), "Dinas B");
  await expect.poll(() => seen.at(-1)?.url).toBe(`/api/careers/readiness?jenis=pangkat&unit=${uuid(5)}`);
});

const box = (kotak: number, n: number | null, people: object[] | null) => ({ kotak, n, saran: ["bimbingan"], people });
test("a box shows its names when it is chosen; an operator sees counts, hidden where they are small", async () => {
  const talent = { year: 2025, isSuppressed: false, units: [], cite: "x", belumDinilai: 2, tanpaPredikat: 0, boxes: [9, 8, 7, 6, 5, 4, 3, 2, 1].map((one) => box(one, one === 9 ? 1 : 0, one === 9 ? [eko] : [])) };
  await open(<TalentPage />, "/talenta", ["bkpsdm_analis"], (url) => (url.includes("/lists") ? { lists: [] } : talent));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 pegawai punya kotak, 2 belum dinilai potensialnya.");
  expect(screen.queryByText("Eko")).toBeNull();
  await userEvent.click(screen.getByRole("link", { name: /Kotak 9/ }));
  expect(await screen.findByText("Eko")).toBeTruthy();
});
test("an operator has no name, no department and no list", async () => {
  await open(<TalentPage />, "/talenta", ["bkpsdm"], () => ({ year: 2025, isSuppressed: true, units: [], cite: "x", belumDinilai: null, tanpaPredikat: 40, boxes: [9, 8, 7, 6, 5, 4, 3, 2, 1].map((one) => box(one, one > 7 ? null : 30, null)) }));
  expect(screen.getAllByText("tertutup")).toHaveLength(3);
  expect(screen.queryByLabelText("Perangkat daerah")).toBeNull();
  expect(screen.queryByText("Daftar yang keluar dari sistem")).toBeNull();
});

const APPROVAL = { madeBy: "Analis", madeOn: "2026-11-20", status: "draft", decidedBy: null, decidedOn: null, note: null, version: 1, actions: { decide: [] } };
test("the second person approves a list with one press, and rejects it with a reason", async () => {
  const list = { id: uuid(3), title: "Calon peserta seleksi", purpose: "Bahan panitia.", recipient: "Panitia", people: 4, digest: "a", ...APPROVAL };
  const talent = { year: 2025, isSuppressed: false, units: [], cite: "x", belumDinilai: 0, tanpaPredikat: 0, boxes: [] };
  const seen = await open(<TalentPage />, "/talenta", ["bkpsdm_kepala"], (url, method) => (method !== "GET" ? list : url.includes("/lists") ? { lists: [list] } : talent));
  await userEvent.click(await screen.findByRole("button", { name: "Tolak" }));
  await userEvent.type(screen.getByLabelText("Mengapa ditolak?"), "Belum lengkap.");
  await userEvent.click(screen.getByRole("button", { name: "Kirim penolakan" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/talent/lists/${uuid(3)}/decision`, { version: 1, approve: false, note: "Belum lengkap." }]]);
});

test("a Perwal's table is put forward with its five percents", async () => {
  const seen = await open(<TppPage />, "/tpp", ["bkpsdm_analis"], (_, method) => (method === "GET" ? { tables: [], periods: [{ id: uuid(4), year: 2025, kind: "tahunan", number: 1 }] } : {}));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Belum ada tabel TPP yang berlaku.");
  expect(screen.queryByRole("link", { name: "Unduh XLSX" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Masukkan tabel Perwal" }));
  await userEvent.type(screen.getByLabelText("Perwal dan nomornya"), "Perwal 1/2025");
  fireEvent.change(screen.getByLabelText("Berlaku sejak"), { target: { value: "2025-01-01" } });
  for (const [predikat, value] of [["Sangat baik", "100"], ["Baik", "100"], ["Butuh perbaikan", "80"], ["Kurang", "60"], ["Sangat kurang", "40"]] as const) await userEvent.type(screen.getByLabelText(`Persen untuk ${predikat}`), value);
  await userEvent.click(screen.getByRole("button", { name: "Ajukan tabel" }));
  await expect.poll(() => sent(seen)).toEqual([["/api/tpp/tables", { id: expect.any(String), perwal: "Perwal 1/2025", validFrom: "2025-01-01", persen: { sangat_baik: 100, baik: 100, butuh_perbaikan: 80, kurang: 60, sangat_kurang: 40 } }]]);
});

const FACTS = { columns: [], read: 2, unchanged: 0, isApplied: false, wrong: [], fresh: [{ line: 2, name: "Eko", jenis: "angka_kredit", tahun: null, nilai: "30", perTanggal: "2023-12-31", sumber: "PAK 7/2024" }] };
test("a file of facts is shown before it is kept; one with a wrong line cannot be kept", async () => {
  const seen = await open(<FactsPage />, "/karier-data", ["bkpsdm"], (_, __, body) => (body.includes('"apply":true') ? { ...FACTS, isApplied: true } : body.includes("rusak") ? { ...FACTS, wrong: [{ line: 3, kolom: "nip", masalah: "nip_rusak_excel" }] } : FACTS));
  const choose = (text: string) => userEvent.upload(screen.getByLabelText("Berkas CSV"), new File([text], "data.csv", { type: "text/csv" }));
  await choose("rusak");
  expect(await screen.findByText("Excel mengubah NIP ini menjadi angka pendek. Simpan kolom NIP sebagai teks.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Simpan catatan" })).toBeNull();
  await choose("baik");
  await userEvent.click(await screen.findByRole("button", { name: "Simpan catatan" }));
  expect(await screen.findByText("1 catatan tersimpan.")).toBeTruthy();
  expect(sent(seen).map(([, body]) => (body as { apply: boolean }).apply)).toEqual([false, false, true]);
});
test("what is no CSV is said in words", async () => {
  await open(<FactsPage />, "/karier-data", ["bkpsdm"], () => new Refused(400, "invalid", { fields: [{ path: "body.csv", code: "not_csv" }] }));
  await userEvent.upload(screen.getByLabelText("Berkas CSV"), new File(["x"], "x.csv", { type: "text/csv" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Berkas ini bukan CSV.");
});
