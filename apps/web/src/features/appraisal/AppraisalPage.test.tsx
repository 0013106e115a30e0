import "fake-indexeddb/auto";
import type { AppraisalView } from "@teraju/contracts/appraisal";
import type { EvaluationPeriodView } from "@teraju/contracts/evaluation-period";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { beforeEach, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { outbox } from "../../sending.tsx";
import AppraisalPage from "./AppraisalPage.tsx";
import { TeamList } from "./TeamList.tsx";

const PERIOD: EvaluationPeriodView = { id: "019a0000-0000-7000-8000-0000000000aa", year: 2026, kind: "triwulanan", number: 3, firstMonth: "2026-07", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "rating" };
const BUDI = { id: "019a0000-0000-7000-8000-000000000001", name: "Budi", jabatan: "Pengolah Data", unit: "Bidang A1" };
const CITRA = { ...BUDI, id: "019a0000-0000-7000-8000-000000000002", name: "Citra" };
const EVIDENCE = "019a0000-0000-7000-8000-0000000000e1";
const decision = (value: unknown) => ({ rule: "Saran rating hasil kerja", cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB IV", link: null }, given: {}, value, from: [] });
const view = (over: Partial<AppraisalView> = {}): AppraisalView => ({
  period: PERIOD, person: BUDI, as: "penilai", appraisal: null,
  results: [{ lineId: "019a0000-0000-7000-8000-0000000000b1", text: "Laporan tersusun", prioritas: "utama", rating: null, indikator: [{ id: "019a0000-0000-7000-8000-0000000000c1", text: "Jumlah dokumen", jenis: "angka", arah: "maks", satuan: "dokumen", targetText: null, capaian: decision(95), months: [{ month: "2026-07", target: 20, realisasi: 19, pembilang: null, penyebut: null, uraian: null, sentence: "Satu tertunda.", cause: "Listrik padam.", verdict: "terima", verdictNote: null }] }] }],
  perilaku: [{ perilaku: "akuntabel", panduan: ["melaksanakan tugas dengan jujur"], lokal: "Malu terlambat masuk kantor", ekspektasi: [], rating: null }],
  months: [], evidence: [{ id: EVIDENCE, kind: "register", title: "Surat tanda terima", mime: null, url: null, registerNumber: "440/1", month: "2026-09", lineId: "019a0000-0000-7000-8000-0000000000b1" }],
  umpanBalik: [{ id: "019a0000-0000-7000-8000-0000000000d1", from: "dr. Rahmad", isOwn: true, month: "2026-09", lineId: null, perilaku: "akuntabel", nada: "negatif", text: "Rekap terlambat.", givenOn: "2026-10-13", reply: null, carriesDiBawah: false, carriesFrom: "2026-10-20" }],
  saranHasilKerja: decision(null), saranPerilaku: decision(null), indeks: decision(95),
  capaianOrganisasi: { unit: { id: BUDI.id, name: "Bidang A1" }, predikat: null, basis: null }, kepalaUnit: null, keterkinian: null, year: null, duaSisi: null, yearState: null, eKinerja: null, rules: { alasanMin: 20, catatanHari: 5 },
  actions: { save: [], finalize: ["capaian_organisasi_missing"], correct: [] }, ...over,
});
const member = (person: typeof BUDI) => ({ person, as: "penilai", state: "unsaved", hasilKerja: null, perilaku: null, saranHasilKerja: null, saranPerilaku: null, months: [{ month: "2026-07", kewajiban: "wajib_lapor", status: "checked", isLate: false, capaian: 95 }], note: null, exempt: null });

type Answers = { desk?: AppraisalView; refuse?: string[] };
async function open(at: string, { desk = view(), refuse }: Answers = {}) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url === "/api/evaluation-period") return json(response, { periods: [PERIOD] });
    if (request.url.startsWith("/api/appraisal/team")) return json(response, { period: PERIOD, members: [member(BUDI), member(CITRA)], pola: [{ unit: { id: BUDI.id, name: "Dinas A" }, refusals: ["pola_ratings_unsaved"] }] });
    if (request.url.includes("/saran")) return json(response, { saranHasilKerja: decision(request.url.includes("hasil=sesuai") ? "sesuai" : null), saranPerilaku: decision("sesuai") });
    if (request.method === "PUT" && refuse) return problem(response, 409, "refused", { refusals: refuse });
    return json(response, desk);
  });
  const drawn = draw(<Suspense><Routes><Route path="/penetapan/:periode" element={<AppraisalPage />} /></Routes></Suspense>, { at });
  await screen.findByRole("navigation", { name: "Tim yang dinilai" });
  return { seen, ...drawn };
}
const AT_BUDI = `/penetapan/kini?orang=${BUDI.id}`;
beforeEach(() => outbox.wipe());
const group = (name: string) => within(screen.getByRole("group", { name }));
const save = () => userEvent.click(screen.getByRole("button", { name: /Simpan rating/ }));

test("the list says how many wait, and J and K go through it", async () => {
  const { router } = await open("/penetapan/kini");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("2 orang menunggu penetapan Anda");
  // On a desk the first who waits is open already.
  expect(await screen.findByRole("heading", { name: "Budi" })).toBeTruthy();
  fireEvent.keyDown(document.body, { key: "j" });
  await expect.poll(() => router.state.location.search).toBe(`?orang=${CITRA.id}`);
  fireEvent.keyDown(document.body, { key: "k" });
  await expect.poll(() => router.state.location.search).toBe(`?orang=${BUDI.id}`);
});

test("who is not rated in the period stays on the list, with the reason and its letter", () => {
  const suspended = { ...member(BUDI), state: "not_judged", exempt: { kind: "diberhentikan_sementara", cuti: null, firstDay: "2026-06-10", lastDay: null, surat: { nomor: "800/5/2026", tanggal: "2026-06-08" } } };
  const away = { ...member(CITRA), state: "not_judged", exempt: { kind: "cuti", cuti: "cltn", firstDay: "2026-06-10", lastDay: "2026-12-31", surat: null } };
  draw(<TeamList members={[suspended, away] as Parameters<typeof TeamList>[0]["members"]} chosenId={null} />);
  const [budi, citra] = screen.getAllByRole("link").map(({ textContent }) => textContent);
  expect(budi).toContain("tidak dinilai");
  expect(budi).toContain("Diberhentikan sementara sejak 10 Juni 2026. Surat 800/5/2026, 8 Juni 2026.");
  expect(citra).toContain("Cuti di luar tanggungan negara, 10 Juni 2026 sampai 31 Desember 2026.");
});

test("the pola waits until all ratings are saved, and says so", async () => {
  const { seen } = await open("/penetapan/kini");
  const button = screen.getByRole("button", { name: "Lihat pola" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  await userEvent.click(button);
  expect(seen.some((one) => one.url.startsWith("/api/pola"))).toBe(false);
});

test("ratings ask for a suggestion, and Alt+2 rates the row in which the focus stands", async () => {
  const { seen } = await open(AT_BUDI);
  await screen.findByRole("heading", { name: "Budi" });
  expect(within(screen.getByRole("region", { name: "Rating hasil kerja" })).getByText("Saran muncul setelah semua hasil kerja dinilai.")).toBeTruthy();
  const row = screen.getByRole("group", { name: "Rating: Laporan tersusun" });
  fireEvent.keyDown(within(row).getByRole("radio", { name: "di atas" }), { altKey: true, code: "Digit2", key: "2" });
  expect((within(row).getByRole("radio", { name: "sesuai" }) as HTMLInputElement).checked).toBe(true);
  await expect.poll(() => seen.some((one) => one.url.includes("/saran?hasil=sesuai&perilaku=-"))).toBe(true);
  expect(await within(screen.getByRole("region", { name: "Rating hasil kerja" })).findByText("Saran: sesuai.")).toBeTruthy();
  expect(document.body.textContent).not.toContain("Butuh perbaikan");
});

test("a rating other than sesuai asks for a basis and a reason, and a refusal stands beside the field", async () => {
  const { seen } = await open(AT_BUDI, { refuse: ["no_basis_hasil_kerja", "reason_missing_hasil_kerja"] });
  await screen.findByRole("heading", { name: "Budi" });
  expect(screen.queryByRole("group", { name: "Dasar rating" })).toBeNull();
  await userEvent.click(group("Rating hasil kerja").getByRole("radio", { name: "di atas" }));
  await save();
  const basis = await screen.findByRole("group", { name: "Dasar rating" });
  expect(await within(basis).findByText("Tunjuk bukti atau umpan balik untuk rating hasil kerja.")).toBeTruthy();
  expect(screen.getByLabelText("Alasan berbeda dari saran").getAttribute("aria-invalid")).toBe("true");
  expect(within(basis).getByText(/Dapat menjadi dasar "di bawah" mulai Selasa, 20 Oktober/)).toBeTruthy();
  await userEvent.click(within(basis).getByRole("checkbox", { name: "Surat tanda terima (September)" }));
  await userEvent.type(screen.getByLabelText("Alasan berbeda dari saran"), "Jauh di atas rencana.");
  await save();
  await expect.poll(() => seen.filter((one) => one.method === "PUT").length).toBe(2);
  expect(JSON.parse(seen.findLast((one) => one.method === "PUT")?.body ?? "{}")).toMatchObject({ version: null, hasilKerja: "di_atas", perilakuKerja: null, alasanHasilKerja: "Jauh di atas rencana.", basis: [{ aspect: "hasil_kerja", kind: "evidence", id: EVIDENCE }] });
});

test("the rest is filled with sesuai by one button", async () => {
  await open(AT_BUDI);
  await screen.findByRole("heading", { name: "Budi" });
  const [first] = screen.getAllByRole("button", { name: "Isi sisanya: sesuai" });
  if (first === undefined) throw new Error("no button");
  await userEvent.click(first);
  expect((group("Rating: Laporan tersusun").getByRole("radio", { name: "sesuai" }) as HTMLInputElement).checked).toBe(true);
  expect(screen.getByText("Ada perubahan yang belum disimpan.")).toBeTruthy();
});

test("what was not saved yet waits on this device while somebody else is looked at, and can be discarded", async () => {
  await open(AT_BUDI);
  await screen.findByRole("heading", { name: "Budi" });
  await userEvent.click(group("Rating: Laporan tersusun").getByRole("radio", { name: "di atas" }));
  fireEvent.keyDown(document.body, { key: "j" });
  await expect.poll(() => screen.getByRole("link", { name: /Citra/ }).getAttribute("aria-current")).toBe("true");
  fireEvent.keyDown(document.body, { key: "k" });
  expect(await screen.findByText("Isian Anda yang belum disimpan kami tampilkan lagi.")).toBeTruthy();
  expect((group("Rating: Laporan tersusun").getByRole("radio", { name: "di atas" }) as HTMLInputElement).checked).toBe(true);
  await userEvent.click(screen.getByRole("button", { name: "Buang" }));
  expect((group("Rating: Laporan tersusun").getByRole("radio", { name: "di atas" }) as HTMLInputElement).checked).toBe(false);
});

const SAVED = { id: BUDI.id, version: 2, status: "draft" as const, revision: 1, isAfterPola: false, correctionReason: null, hasilKerja: "sesuai" as const, perilaku: "sesuai" as const, alasanHasilKerja: null, alasanPerilaku: null, basis: [], predikat: null };
test("a result cannot be set before the capaian organisasi; the button says why", async () => {
  await open(AT_BUDI, { desk: view({ appraisal: SAVED }) });
  const button = await screen.findByRole("button", { name: "Tetapkan hasil" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("Capaian kinerja organisasi belum ditetapkan.")).toBeTruthy();
});

test("setting asks once more, sends the version, and a final result can only be corrected", async () => {
  const { seen } = await open(AT_BUDI, { desk: view({ appraisal: SAVED, actions: { save: [], finalize: [], correct: [] } }) });
  await userEvent.click(await screen.findByRole("button", { name: "Tetapkan hasil" }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Tetapkan hasil" }));
  await expect.poll(() => seen.filter((one) => one.method === "POST").map((one) => [one.url, one.body])).toEqual([[`/api/appraisal/${PERIOD.id}/${BUDI.id}/finalise`, '{"version":2}']]);
});

test("a final result is fixed: it can be read and corrected with a reason", async () => {
  const { seen } = await open(AT_BUDI, { desk: view({ appraisal: { ...SAVED, status: "final", predikat: "baik", isAfterPola: true } }) });
  expect(await screen.findByText("Sudah ditetapkan: Baik.")).toBeTruthy();
  expect(screen.getByText("Diubah setelah pola dilihat")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Simpan rating/ })).toBeNull();
  expect((group("Rating hasil kerja").getByRole("radio", { name: "di atas" }) as HTMLInputElement).disabled).toBe(true);
  await userEvent.click(screen.getByRole("button", { name: "Perbaiki hasil" }));
  await userEvent.type(screen.getByLabelText("Alasan perbaikan"), "Angka Agustus salah dicatat.");
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Perbaiki hasil" }));
  await expect.poll(() => JSON.parse(seen.findLast((one) => one.method === "POST")?.body ?? "{}")).toMatchObject({ version: 2, reason: "Angka Agustus salah dicatat." });
});

test("the year shows twelve months of one weight, and says when only its last quarter is cited", async () => {
  const keterkinian = decision({ hanyaTriwulanAkhir: true, bulanTidakDirujuk: ["2026-02"] });
  await open(AT_BUDI, { desk: view({ keterkinian, year: { periodik: [{ id: EVIDENCE, period: PERIOD, predikat: "baik", hasilKerja: "sesuai", perilaku: "sesuai" }], rekan: null, janji: { ditepati: 2, jumlah: 3 } }, months: [{ month: "2026-02", kewajiban: "wajib_lapor", status: "checked", isLate: false, capaian: 88 }, { month: "2026-12", kewajiban: "wajib_lapor", status: "draft", isLate: false, capaian: null }] }) });
  const months = await screen.findByRole("list", { name: "Laporan bulanan" });
  expect(within(months).getAllByRole("listitem")).toHaveLength(12);
  expect(within(months).getByText("88%")).toBeTruthy();
  expect(screen.getByText("Belum dikirim: Des. Setelah dikirim, laporannya ikut dinilai.")).toBeTruthy();
  expect(screen.getByText("Semua yang dirujuk berasal dari Oktober sampai Desember.")).toBeTruthy();
  expect(screen.getByText(/belum dirujuk: Feb/)).toBeTruthy();
  expect(screen.getByText(/Janji rapat ditepati: 2 dari 3\./)).toBeTruthy();
});

test("the two-blind step: locks the saved ratings of the results, and asks for words where the opened sides lie far apart", async () => {
  const [line] = view().results;
  if (line === undefined) throw new Error("the desk has a result");
  const selisih = { ...decision({ selisih: -2, perluPenjelasan: true }), rule: "Selisih penilaian dua sisi" };
  const step = { sent: { pegawai: null, penilai: null }, waitedUntil: null, results: [{ lineId: line.lineId, text: line.text, own: null, both: null, word: null }], actions: { send: [], explain: ["blind_not_open"] } };
  const first = await open(AT_BUDI, { desk: view({ results: [{ ...line, rating: "di_bawah" }], duaSisi: step }) });
  await userEvent.click(await screen.findByRole("button", { name: "Kunci rating hasil" }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Kunci rating hasil" }));
  const sent = () => first.seen.filter(({ url }) => url.startsWith("/api/blind-rating"));
  await expect.poll(() => sent().map(({ method, body }) => [method, JSON.parse(body)])).toEqual([["PUT", { ratings: [{ lineId: line.lineId, rating: "di_bawah" }] }]]);
  first.unmount();

  const opened = { ...step, sent: { pegawai: "2027-01-04", penilai: "2027-01-04" }, results: [{ lineId: line.lineId, text: line.text, own: "di_bawah" as const, both: { pegawai: "di_atas" as const, penilai: "di_bawah" as const, selisih }, word: null }], actions: { send: ["blind_sent"], explain: [] } };
  const second = await open(AT_BUDI, { desk: view({ results: [{ ...line, rating: "di_bawah" }], duaSisi: opened }) });
  const card = within(await screen.findByRole("region", { name: "Kedua sisi terbuka: 1 hasil berselisih jauh" }));
  expect(card.getByText("Penilai lebih rendah 2 tingkat")).toBeTruthy();
  await userEvent.type(card.getByLabelText("Mengapa berselisih jauh: Laporan tersusun"), "Register Mei belum masuk.");
  await userEvent.click(card.getByRole("button", { name: "Simpan penjelasan" }));
  await expect.poll(() => second.seen.filter(({ url }) => url.endsWith("/word")).map(({ body }) => JSON.parse(body))).toEqual([{ lineId: line.lineId, text: "Register Mei belum masuk." }]);
});

const BKN = { reportId: EVIDENCE, line: 12, title: "Laporan Penilaian SKP Triwulan III", pulledAt: "05-10-2026", ratedAt: "2026-10-02", penilai: "dr. Rahmad", hasilKerja: "di_atas" as const, perilaku: "sesuai" as const, isUsed: false, refusals: [] };
test("the rating of e-Kinerja is taken with one press; only reason and basis are left, and one may still rate here", async () => {
  const { seen } = await open(AT_BUDI, { desk: view({ eKinerja: BKN }) });
  expect(await screen.findByText(/Hasil kerja: di atas\. Perilaku: sesuai\. Penilai: dr\. Rahmad, 2026-10-02\./)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Pakai penilaian dari e-Kinerja" }));
  await expect.poll(() => JSON.parse(seen.findLast((one) => one.method === "POST")?.body ?? "{}")).toMatchObject({ version: null, reportId: EVIDENCE, line: 12 });
});
test("ratings that came from e-Kinerja are fixed until one rates here; reason and basis are asked all the same", async () => {
  await open(AT_BUDI, { desk: view({ eKinerja: { ...BKN, isUsed: true }, appraisal: { ...SAVED, hasilKerja: "di_atas" } }) });
  expect(await screen.findByText("Kedua rating diambil dari e-Kinerja BKN.")).toBeTruthy();
  const choice = () => group("Rating hasil kerja").getByRole("radio", { name: "di atas" }) as HTMLInputElement;
  expect([choice().checked, choice().disabled]).toEqual([true, true]);
  await userEvent.click(screen.getByRole("checkbox", { name: "Surat tanda terima (September)" }));
  fireEvent.change(screen.getByLabelText("Alasan berbeda dari saran"), { target: { value: "Jauh di atas rencana." } });
  expect(screen.getByText("Ada perubahan yang belum disimpan.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Nilai sendiri di sini" }));
  expect(choice().disabled).toBe(false);
});
test("a rating of e-Kinerja that does not add up says so beside the button", async () => {
  await open(AT_BUDI, { desk: view({ eKinerja: { ...BKN, refusals: ["bkn_predikat_differs"] } }) });
  expect((await screen.findByRole("button", { name: "Pakai penilaian dari e-Kinerja" })).getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText("Predikat di e-Kinerja tidak sesuai dengan kedua ratingnya.")).toBeTruthy();
});

const NO_USUL = { keadaan: { ...decision(null), rule: "Usul keadaan tahun" }, studi: null };
const STUDI = { lokasi: "luar_negeri" as const, jenjang: "s2_s3_profesi" as const, akreditasiPT: null, akreditasiProdi: null, ipk: 3.4, isGagal: false };

test("what the personnel records say stands in the form; a studi that BKPSDM recorded is read and not typed", async () => {
  const usul = { keadaan: { ...decision({ keadaan: "tugas_belajar", sejak: "2026-02-01" }), rule: "Usul keadaan tahun" }, studi: { version: 1, studi: STUDI, basis: "Surat rektor 44", setBy: "Fauzan", setOn: "2027-01-04" } };
  const first = await open(AT_BUDI, { desk: view({ yearState: { endedOn: null, state: null, usul, perlakuan: null, ipk: null, actions: { set: [] } } }) });
  const card = within(await screen.findByRole("region", { name: "Keadaan tahun ini" }));
  expect(card.getByText("Catatan kepegawaian: Tugas belajar, sejak 1 Februari 2026.")).toBeTruthy();
  expect(card.getByText(/^Profesi, S2, atau S3, Luar negeri, .*IPK 3,40\. Dicatat BKPSDM dari Surat rektor 44 \(Fauzan, 4 Januari 2027\)\.$/)).toBeTruthy();
  expect(card.queryByLabelText("IPK")).toBeNull();
  await userEvent.click(card.getByRole("button", { name: "Simpan keadaan" }));
  await expect.poll(() => first.seen.filter(({ url }) => url.endsWith("/year-state")).map(({ body }) => JSON.parse(body))).toEqual([{ version: null, keadaan: "tugas_belajar", sejak: "2026-02-01", basis: "Surat rektor 44", studi: STUDI }]);
  first.unmount();
  const state = { version: 1, keadaan: "tugas_belajar" as const, sejak: "2026-02-01", basis: "Surat", setBy: "dr. Rahmad", setOn: "2026-12-28", studi: { ...STUDI, ipk: 3.1 } };
  await open(AT_BUDI, { desk: view({ yearState: { endedOn: null, state, usul, perlakuan: { ...decision({ perlakuan: "dinilai", sampai: null }), rule: "Perlakuan evaluasi tahunan" }, ipk: null, actions: { set: [] } } }) });
  expect(await screen.findByText("BKPSDM mencatat hasil studi yang lebih baru. Simpan keadaan sekali lagi.")).toBeTruthy();
});

test("how a year is that is not like others': what was recorded and what follows; the form sends a studi with its IPK", async () => {
  const perlakuan = { ...decision({ perlakuan: "dinilai", sampai: null }), rule: "Perlakuan evaluasi tahunan" };
  const state = { version: 1, keadaan: "tugas_belajar" as const, sejak: "2026-02-01", basis: "Surat kampus 12", setBy: "dr. Rahmad", setOn: "2026-12-28", studi: { lokasi: "dalam_negeri" as const, jenjang: "s1" as const, akreditasiPT: "A" as const, akreditasiProdi: null, ipk: 3.2, isGagal: true } };
  const first = await open(AT_BUDI, { desk: view({ yearState: { endedOn: null, state, usul: NO_USUL, perlakuan, ipk: { ...decision("baik"), rule: "Kategori IPK tugas belajar" }, actions: { set: ["wrong_status"] } } }) });
  const card = within(await screen.findByRole("region", { name: "Keadaan tahun ini" }));
  for (const text of [/Tugas belajar, sejak 1 Februari 2026/, "Dinilai untuk setahun.", "IPK setara Baik. Ini panduan, bukan predikat.", /Studi tidak selesai/]) expect(card.getByText(text)).toBeTruthy();
  expect(card.queryByText("Catat keadaan")).toBeNull();
  first.unmount();

  const { seen } = await open(AT_BUDI, { desk: view({ yearState: { endedOn: "2026-08-01", state: null, usul: { ...NO_USUL, keadaan: { ...NO_USUL.keadaan, value: { keadaan: "pensiun", sejak: "2026-08-01" }, note: "Catatan kepegawaian menyebut hari terakhirnya." } }, perlakuan: null, ipk: null, actions: { set: [] } } }) });
  const form = within(await screen.findByRole("region", { name: "Keadaan tahun ini" }));
  expect(form.getByText(/Tidak ada jabatan lagi sejak 1 Agustus 2026/)).toBeTruthy();
  expect(form.getByText("Catatan tidak menyebut sebabnya. Periksa surat keputusannya.")).toBeTruthy();
  await userEvent.selectOptions(form.getByLabelText("Keadaan"), "Tugas belajar");
  await userEvent.type(form.getByLabelText("Dasar (nomor surat)"), "Surat kampus 12");
  await userEvent.selectOptions(form.getByLabelText("Akreditasi kampus"), "B");
  await userEvent.type(form.getByLabelText("IPK"), "3,51");
  await userEvent.click(form.getByRole("button", { name: "Simpan keadaan" }));
  await expect.poll(() => seen.filter(({ url }) => url.endsWith("/year-state")).map(({ body }) => JSON.parse(body))).toEqual([
    { version: null, keadaan: "tugas_belajar", sejak: "2026-08-01", basis: "Surat kampus 12", studi: { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: "B", akreditasiProdi: null, ipk: 3.51, isGagal: false } },
  ]);
});
