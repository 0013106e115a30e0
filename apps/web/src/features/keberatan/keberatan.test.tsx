import "fake-indexeddb/auto";
import type { ClockView, KeberatanMaterial, KeberatanView } from "@teraju/contracts/keberatan";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import FilePage from "./FilePage.tsx";
import KeberatanPage from "./KeberatanPage.tsx";
import WatchPage from "./WatchPage.tsx";
import ListPage from "./ListPage.tsx";

const idOf = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const [RESULT, CASE, LINE, EVIDENCE, NOTE] = [idOf(1), idOf(2), idOf(3), idOf(4), idOf(5)];
const ground = { rule: "Jatuh tempo", cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB V huruf B angka 2", link: null }, given: {}, value: "2026-11-05", from: [] };
const clock = (over: Partial<ClockView> = {}): ClockView => ({ mulai: "2026-10-16", sampai: "2026-11-05", hari: 14, ke: 9, sisa: 5, libur: ["2026-10-28"], pengganti: ["2026-10-31"], ground, ...over });
const period = { id: idOf(6), year: 2026, kind: "triwulanan" as const, number: 3, firstMonth: "2026-07", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "late" as const };
const PEOPLE = { pegawai: { id: idOf(10), name: "Cut Meutia", jabatan: "Bidan", unit: "Puskesmas" }, penilai: { id: idOf(11), name: "dr. Teuku", jabatan: null }, atasan: { id: idOf(12), name: "drg. Yusnidar", jabatan: null } };
const result = { id: RESULT, period, revision: 1, predikat: "butuh_perbaikan" as const, hasilKerja: "di_bawah" as const, perilaku: "sesuai" as const };
const rows: KeberatanMaterial["rows"] = [
  { aspect: "hasil_kerja", target: null, text: null, prioritas: null, rating: "di_bawah" },
  { aspect: "hasil_kerja", target: LINE, text: "Bayi mendapat imunisasi lengkap", prioritas: "utama", rating: "di_bawah" },
  { aspect: "perilaku", target: null, text: null, prioritas: null, rating: "sesuai" },
  { aspect: "perilaku", target: "kolaboratif", text: null, prioritas: null, rating: "sesuai" },
];
const evidence = { kind: "evidence" as const, id: EVIDENCE, title: "Register Agustus", month: "2026-08", url: null, registerNumber: "440/118", hasFile: true };
const note = { kind: "umpan_balik" as const, id: NOTE, from: "Rina", nada: "positif" as const, text: "Sangat membantu.", givenOn: "2026-08-20" };
const MATERIAL: KeberatanMaterial = { result, penilai: PEOPLE.penilai, atasan: PEOPLE.atasan, clock: clock(), alasanMin: 20, rows, basis: [evidence, note], filed: null, actions: { file: [] } };
const WHY = "Register Agustus mencatat 20, bukan 8.";
const view = (over: Partial<KeberatanView> = {}): KeberatanView => ({
  id: CASE, version: 1, status: "filed", as: "owner", result, ...PEOPLE, receivedOn: "2026-10-16", filedOn: "2026-10-30",
  claims: [{ aspect: "hasil_kerja", target: LINE, text: "Bayi mendapat imunisasi lengkap", prioritas: "utama", rating: "di_bawah", alasan: WHY, basis: [evidence, note] }],
  explanation: null, explainUntil: "2026-11-04", keputusan: null, clock: clock({ hari: 7, ke: 1, sisa: 6, sampai: "2026-11-09" }), rows, comparable: null, reassigned: [], moreBasis: null, laid: [], hearings: [], alasanMin: 20, actions: { explain: ["not_your_bawahan"], decide: ["not_your_bawahan"], addEvidence: ["wrong_status"], layEvidence: ["wrong_status"], recordHearing: ["not_your_bawahan"] }, ...over,
});
const SESSION = { person: { ...PEOPLE.pegawai, nip: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-10-30", isDemo: false };
const pages = <Suspense><Routes><Route path="/hasil/:id/keberatan" element={<FilePage />} /><Route path="/keberatan" element={<ListPage />} /><Route path="/keberatan/:id" element={<KeberatanPage />} /></Routes></Suspense>;

async function office(shown: KeberatanView, { material = MATERIAL, refuse, items = [] }: { material?: KeberatanMaterial; refuse?: string; items?: object[] } = {}) {
  const { seen } = await serveOrigin(({ method, url }, response) => {
    if (url.startsWith("/api/session")) return json(response, SESSION);
    if (url.endsWith("/keberatan-material")) return json(response, material);
    if (method === "POST" && refuse !== undefined) return problem(response, 409, "refused", { refusals: [refuse] });
    if (method === "GET" && !url.includes(CASE)) return url.startsWith("/api/keberatan?") || url === "/api/keberatan" ? json(response, { items }) : json(response, shown);
    return json(response, shown);
  });
  return { seen, sent: () => seen.filter(({ method }) => method === "POST").map(({ url, body }) => [url, JSON.parse(body) as Record<string, unknown>] as const) };
}
async function open(at: string) {
  const drawn = draw(pages, { at });
  await screen.findByRole("heading", { level: 1 });
  return drawn;
}
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
const part = (name: string) => within(screen.getByRole("region", { name }));

test("a pegawai files in three steps: which rows, why and on what, check and send", async () => {
  const { sent } = await office(view());
  const { router } = await open(`/hasil/${RESULT}/keberatan`);
  expect(screen.getByText("Hari kerja ke-9 dari 14. Sisa 5 hari kerja, sampai Kamis, 5 November.")).toBeTruthy();
  expect(screen.getByText(/Dihitung sejak 16 Oktober 2026\. Sabtu dan Minggu tidak dihitung\. Libur: 28 Okt\. Tetap dihitung: 31 Okt\. Dasar: PermenPANRB 6\/2022/)).toBeTruthy();
  await press("Lanjut");
  expect(within(screen.getByRole("alert")).getByRole("link").textContent).toBe("Pilih paling sedikit satu bagian.");
  await userEvent.click(screen.getByRole("checkbox", { name: /Bayi mendapat imunisasi lengkap/ }));
  await press("Lanjut");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Mengapa ini keliru?");
  await press("Lanjut");
  expect(within(screen.getByRole("alert")).getByRole("link").textContent).toBe('Alasan untuk "Bayi mendapat imunisasi lengkap" terlalu pendek.');
  await userEvent.type(screen.getByLabelText("Mengapa ini keliru?"), WHY);
  await userEvent.click(screen.getByRole("checkbox", { name: /Bukti: Register Agustus, Agustus 2026/ }));
  await userEvent.click(screen.getByRole("checkbox", { name: /Umpan balik Rina, 20 Agustus 2026/ }));
  await press("Lanjut");
  expect(screen.getByText(/Yang membaca: dr\. Teuku sebagai pejabat penilai, dan drg\. Yusnidar/)).toBeTruthy();
  expect(sent()).toEqual([]);
  await press("Kirim keberatan");
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/keberatan\//));
  const [[url, body] = ["", {}]] = sent();
  expect(url).toBe("/api/keberatan");
  expect(body).toEqual({ id: router.state.location.pathname.split("/")[2], resultId: RESULT, claims: [{ aspect: "hasil_kerja", target: LINE, alasan: WHY, basis: [{ kind: "evidence", id: EVIDENCE }, { kind: "umpan_balik", id: NOTE }] }] });
});

test("what is written stays on the device until it is sent, with its id; a refusal is said and loses nothing", async () => {
  const { sent } = await office(view(), { refuse: "keberatan_time_over" });
  await open(`/hasil/${idOf(21)}/keberatan`);
  await userEvent.click(screen.getByRole("checkbox", { name: /Rating perilaku secara utuh/ }));
  await press("Lanjut");
  await userEvent.type(screen.getByLabelText("Mengapa ini keliru?"), WHY);
  await press("Lanjut");
  await press("Kirim keberatan");
  expect((await screen.findByRole("alert")).textContent).toBe("Batas 14 hari kerja sejak hasil diterima sudah lewat.");
  cleanup();
  await open(`/hasil/${idOf(21)}/keberatan`);
  expect(await screen.findByText("Isian Anda yang tadi masih ada.")).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Rating perilaku secara utuh/ }).checked).toBe(true);
  await press("Lanjut");
  await press("Lanjut");
  await press("Kirim keberatan");
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[0]).toEqual(sent()[1]);
});

test("who may not file reads why, and finds the one that was filed", async () => {
  await office(view(), { material: { ...MATERIAL, filed: CASE, actions: { file: ["keberatan_filed", "keberatan_time_over"] }, clock: clock({ ke: 15, sisa: -1 }) } });
  await open(`/hasil/${RESULT}/keberatan`);
  expect(screen.getByText("Keberatan atas hasil ini sudah diajukan.")).toBeTruthy();
  expect(screen.getByText("Batas Kamis, 5 November sudah lewat 1 hari kerja.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Buka keberatan Anda" }).getAttribute("href")).toBe(`/keberatan/${CASE}`);
});

test("the pegawai sees the claim, the evidence, the clock, and who is waited for", async () => {
  await office(view());
  await open(`/keberatan/${CASE}`);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Keberatan Cut Meutia, Triwulan III 2026");
  expect(part("Menunggu penjelasan dr. Teuku sampai Rabu, 4 November.").getByText(/Hari kerja ke-1 dari 7\. Sisa 6 hari kerja/)).toBeTruthy();
  const claims = part("Yang dianggap keliru: 1 bagian");
  for (const words of [`"${WHY}"`, "Bukti: Register Agustus, Agustus 2026", "Nomor 440/118", '"Sangat membantu."']) expect(claims.getByText(words)).toBeTruthy();
  expect(claims.getByRole("link", { name: "Buka berkas: Register Agustus" }).getAttribute("href")).toBe(`/api/evidence/${EVIDENCE}/file`);
  expect(screen.getByText("Belum ada penjelasan.")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Keputusan Anda" })).toBeNull();
  expect(screen.queryByRole("region", { name: "Kasus setara di unit lain" })).toBeNull();
});

test("the penilai explains once, in words enough", async () => {
  const { sent } = await office(view({ as: "penilai", actions: { explain: [], decide: ["not_your_bawahan"], addEvidence: ["wrong_status"], layEvidence: ["wrong_status"], recordHearing: ["not_your_bawahan"] } }));
  await open(`/keberatan/${CASE}`);
  await press("Kirim penjelasan");
  expect(screen.getByText("Tulis paling sedikit 20 huruf.")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Penjelasan Anda"), "Register baru saya terima setelah penilaian.");
  await press("Kirim penjelasan");
  await waitFor(() => expect(sent()).toEqual([[`/api/keberatan/${CASE}/explain`, { version: 1, text: "Register baru saya terima setelah penilaian." }]]));
});

const CASES = [1, 2, 3].map((n) => ({ predikat: "baik" as const, hasilKerja: "sesuai" as const, perilaku: "sesuai" as const, indeks: 80 + n, rows: { di_atas: 1, sesuai: 9, di_bawah: 0 } }));
const EXPLAINED = view({ as: "atasan", status: "explained", version: 2, explanation: { text: "Register baru masuk kemudian.", on: "2026-11-02" }, comparable: { cases: CASES, least: 5 }, actions: { explain: ["wrong_status"], decide: [], addEvidence: ["wrong_status"], layEvidence: ["wrong_status"], recordHearing: ["not_your_bawahan"] } });

test("the atasan sees both sides and three nameless cases, and changes the result with reason and recommendation", async () => {
  const { sent } = await office(EXPLAINED);
  await open(`/keberatan/${CASE}`);
  expect(part("Kasus setara di unit lain").getAllByText("1 baris di atas, 9 sesuai, 0 di bawah.")).toHaveLength(3);
  expect(part("Penjelasan pejabat penilai").getByText("Register baru masuk kemudian.")).toBeTruthy();
  const form = part("Keputusan Anda");
  await press("Tetapkan putusan");
  expect(within(form.getByRole("alert")).getAllByRole("link").map((one) => one.textContent)).toEqual(["Pilih putusan.", "Tulis paling sedikit 20 huruf."]);
  await userEvent.click(form.getByRole("radio", { name: /Mengubah hasil/ }));
  await press("Tetapkan putusan");
  expect(within(form.getByRole("alert")).getAllByRole("link").map((one) => one.textContent)).toEqual(["Belum ada rating yang diubah.", "Tulis paling sedikit 20 huruf.", "Hasil yang diubah memerlukan rekomendasi baru."]);
  await userEvent.selectOptions(form.getByLabelText("Rating baru: Rating hasil kerja secara utuh"), "Sesuai ekspektasi");
  await userEvent.selectOptions(form.getByLabelText("Rating baru: Bayi mendapat imunisasi lengkap"), "Sesuai ekspektasi");
  await userEvent.type(form.getByLabelText("Alasan putusan"), "Register memuat dua puluh dokumen yang sah.");
  await userEvent.type(form.getByLabelText("Rekomendasi baru"), "Catat register tiap pekan.");
  await press("Tetapkan putusan");
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByText("Hasil baru dibuat. Hasil lama tetap tersimpan.")).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Tetapkan putusan" }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toEqual([`/api/keberatan/${CASE}/decide`, {
    version: 2, putusan: "mengubah", outcomeId: expect.any(String), alasan: "Register memuat dua puluh dokumen yang sah.", rekomendasi: "Catat register tiap pekan.", hasilKerja: "sesuai", perilakuKerja: null,
    rows: [{ aspect: "hasil_kerja", target: LINE, rating: "sesuai" }],
  }]);
});

test("a confirmation carries no ratings, also when some were tried before; a rating put back is none", async () => {
  const { sent } = await office({ ...EXPLAINED, id: idOf(31) });
  await open(`/keberatan/${idOf(31)}`);
  const form = part("Keputusan Anda");
  await userEvent.click(form.getByRole("radio", { name: /Mengubah hasil/ }));
  const whole = form.getByLabelText("Rating baru: Rating hasil kerja secara utuh");
  await userEvent.selectOptions(whole, "Sesuai ekspektasi");
  await userEvent.selectOptions(whole, "Tetap: di bawah");
  await userEvent.selectOptions(form.getByLabelText("Rating baru: Rating perilaku secara utuh"), "Di atas ekspektasi");
  await userEvent.click(form.getByRole("radio", { name: /Menguatkan hasil/ }));
  await userEvent.type(form.getByLabelText("Alasan putusan"), "Register sudah dihitung dengan benar.");
  await press("Tetapkan putusan");
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Tetapkan putusan" }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]?.[1]).toMatchObject({ putusan: "menguatkan", hasilKerja: null, perilakuKerja: null, rows: [], rekomendasi: null });
});

test("while the explanation is awaited the atasan reads that; too few cases are not shown", async () => {
  await office(view({ as: "atasan", comparable: { cases: null, least: 5 }, actions: { explain: ["not_your_bawahan"], decide: ["explanation_awaited"], addEvidence: ["wrong_status"], layEvidence: ["wrong_status"], recordHearing: ["not_your_bawahan"] } }));
  await open(`/keberatan/${CASE}`);
  expect(part("Keputusan Anda").getByText("Pejabat penilai masih punya waktu untuk menjelaskan.")).toBeTruthy();
  expect(screen.getByText("Kasus setara kurang dari 5, jadi tidak ditampilkan.")).toBeTruthy();
});

test("a decision is read by both: what, why, the new result, and that it was late", async () => {
  const outcome = { id: idOf(41), predikat: "baik" as const, hasilKerja: "sesuai" as const, perilaku: "sesuai" as const };
  await office(view({ status: "decided", keputusan: { putusan: "mengubah", alasan: WHY, rekomendasi: "Catat register.", on: "2026-11-12", isLate: true, outcome } }));
  await open(`/keberatan/${CASE}`);
  expect(screen.getByText("Predikat: dari Butuh perbaikan menjadi Baik.")).toBeTruthy();
  for (const words of ["Catat register.", "Diputuskan setelah batas tujuh hari kerja.", "Pejabat penilai tidak memberi penjelasan."]) expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Unduh dokumen evaluasi, Format D.1.3 (PDF)" }).getAttribute("href")).toBe(`/api/keberatan/${CASE}/document`);
  expect(screen.getByRole("link", { name: "Buka hasil yang baru" }).getAttribute("href")).toBe(`/hasil/${idOf(41)}`);
});

const ITEM = { id: CASE, resultId: RESULT, as: "atasan", status: "explained", pegawai: "Cut Meutia", period, filedOn: "2026-10-30", putusan: null, outcomeId: null };
test.each([
  [{ ke: 0, sisa: 7 }, "Hitungan 7 hari kerja mulai besok. Sisa 7 hari kerja, sampai Senin, 9 November."],
  [{ ke: 7, sisa: 0 }, "Hari kerja ke-7 dari 7. Hari ini hari terakhir, Senin, 9 November."],
  [{ ke: 8, sisa: -1 }, "Batas Senin, 9 November sudah lewat 1 hari kerja."],
])("the list counts each clock aloud: %j", async (over, words) => {
  await office(view(), { items: [{ ...ITEM, clock: clock({ hari: 7, sampai: "2026-11-09", ...over }) }] });
  await open("/keberatan");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 keberatan belum selesai.");
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByRole("link").getAttribute("href")).toBe(`/keberatan/${CASE}`);
});

test("in English too, and an empty list says what comes next", async () => {
  await office(view(), { items: [{ ...ITEM, status: "decided", clock: clock() }] });
  await drawInEnglish(pages, { at: "/keberatan" });
  expect((await screen.findByRole("link")).textContent).toBe("Cut Meutia, Quarter III 2026 DecidedYou decide");
  cleanup();
  await office(view());
  await open("/keberatan");
  expect(screen.getByText("Belum ada keberatan.")).toBeTruthy();
});

test("BKPSDM's list counts aloud and names nobody without the right; the analis hands one on with its ground", async () => {
  const item = (more: object = {}) => ({
    id: CASE, version: 3, unit: "Dinas Kesehatan", period: view().result.period, status: "filed", filedOn: "2026-11-02", explainUntil: "2026-11-05", isExplanationLate: true, clock: clock({ hari: 7, ke: 8, sisa: -1 }),
    people: { pegawai: "Elvira", penilai: "dr. Rahmad", atasan: "drg. Yusnidar", next: "Wali Kota" }, timesReassigned: 0, actions: { reassign: [] }, ...more,
  });
  const sent: unknown[] = [];
  await serveOrigin(({ method, body }, response) => {
    if (method === "POST") sent.push(JSON.parse(body));
    json(response, { items: [item(), item({ id: `${CASE.slice(0, -1)}7`, people: null, actions: { reassign: ["not_yours"] }, isExplanationLate: false })], decidedThisYear: 4, lateThisYear: 1 });
  });
  draw(<WatchPage />);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("2 keberatan menunggu, 2 lewat batas.");
  expect(screen.getByRole("region", { name: "Dinas Kesehatan" }).textContent).not.toContain("Elvira");
  const own = screen.getByRole("region", { name: "Elvira, Dinas Kesehatan" });
  expect(own.textContent).toContain("Atasan boleh memutuskan tanpa itu.");
  await userEvent.click(within(own).getByText("Alihkan kepada Wali Kota"));
  await userEvent.click(within(own).getByRole("button", { name: "Alihkan keberatan" }));
  expect(within(own).getByText("Pilih satu sebab.")).toBeTruthy();
  await userEvent.click(within(own).getByRole("radio", { name: "Atasan berhalangan" }));
  await userEvent.type(within(own).getByLabelText("Dasar pengalihan"), "Cuti besar sampai Desember 2026.");
  await userEvent.click(within(own).getByRole("button", { name: "Alihkan keberatan" }));
  await expect.poll(() => sent).toEqual([{ version: 3, ground: "berhalangan", basis: "Cuti besar sampai Desember 2026." }]);
});

test("either side lays a new file before the atasan; what lies there names whose it is", async () => {
  const { seen } = await office(view({ laid: [{ id: idOf(20), title: "Surat rumah sakit", url: null, registerNumber: null, hasFile: true, by: "owner", on: "2026-10-30" }], actions: { explain: [], decide: ["not_your_bawahan"], addEvidence: ["not_yours"], layEvidence: [], recordHearing: ["not_your_bawahan"] } }));
  await open(`/keberatan/${CASE}`);
  const card = within(screen.getByRole("region", { name: "Berkas baru dari kedua pihak" }));
  expect(card.getByText("Cut Meutia, 30 Oktober 2026")).toBeTruthy();
  expect(card.getByRole("link", { name: /Surat rumah sakit/ }).getAttribute("href")).toBe(`/api/evidence/${idOf(20)}/file`);
  await userEvent.upload(card.getByLabelText(/Tambah berkas/), new File(["%PDF-1.7"], "register.pdf", { type: "application/pdf" }));
  await waitFor(() => expect(seen.filter(({ method }) => method === "PUT").map(({ url }) => url.replace(/evidence\/[^/]+/, "evidence/x"))).toEqual([`/api/evidence/x/file?keberatanId=${CASE}&title=register.pdf`]));
});

const HEARD = "Register Agustus dibuka bersama di depan keduanya.";
const hearing = (over: Partial<KeberatanView["hearings"][number]> = {}): KeberatanView["hearings"][number] => ({
  id: idOf(20), on: "2026-11-03", place: "Ruang Kepala Dinas", others: "Sekretaris Dinas", said: HEARD, by: PEOPLE.atasan.name, writtenOn: "2026-11-03", hash: "ab".repeat(32),
  parties: [{ party: "owner", name: PEOPLE.pegawai.name, isPresent: true, answer: null }, { party: "penilai", name: PEOPLE.penilai.name, isPresent: false, answer: null }], actions: { answer: ["not_yours"] }, ...over,
});

test("the atasan writes the minutes of a hearing: place, who was there, what was said; all faults are told at once", async () => {
  const { sent } = await office(view({ as: "atasan", status: "explained", actions: { ...view().actions, decide: [], recordHearing: [] } }));
  await open(`/keberatan/${CASE}`);
  const minutes = part("Risalah pemeriksaan");
  expect(minutes.getByText("Belum ada pemeriksaan yang dicatat.")).toBeTruthy();
  await userEvent.click(minutes.getByRole("button", { name: "Catat pemeriksaan" }));
  await userEvent.click(minutes.getByRole("button", { name: "Tanda tangani dan simpan" }));
  expect(within(minutes.getByRole("alert")).getAllByRole("link").map((link) => link.textContent)).toEqual(["Isi tempat pemeriksaan.", "Tandai paling sedikit satu orang.", "Tulis paling sedikit 20 huruf."]);
  await userEvent.type(minutes.getByLabelText("Tempat"), "Ruang Kepala Dinas");
  await userEvent.click(minutes.getByRole("checkbox", { name: "Cut Meutia, pegawai" }));
  await userEvent.type(minutes.getByLabelText("Apa yang dikatakan"), HEARD);
  expect(sent()).toEqual([]);
  await userEvent.click(minutes.getByRole("button", { name: "Tanda tangani dan simpan" }));
  await waitFor(() => expect(sent()).toEqual([[`/api/keberatan/${CASE}/hearing`, { version: 1, hearingId: expect.any(String), on: "2026-10-30", place: "Ruang Kepala Dinas", isOwnerPresent: true, isPenilaiPresent: false, others: null, said: HEARD }]]));
  await waitFor(() => expect(minutes.queryByRole("form")).toBeNull());
});

test("who was at a hearing signs its minutes or refuses to, with a note; what each did stands beside the name", async () => {
  const { sent } = await office(view({ status: "explained", hearings: [hearing({ actions: { answer: [] } })] }));
  await open(`/keberatan/${CASE}`);
  const minutes = part("Risalah pemeriksaan");
  expect(minutes.getByRole("heading", { level: 3 }).textContent).toBe("3 November 2026, Ruang Kepala Dinas");
  expect(minutes.getAllByRole("listitem").map((item) => item.textContent?.trim())).toEqual(["Cut Meutia: belum menandatangani", "dr. Teuku: tidak hadir"]);
  expect(minutes.queryByRole("button", { name: "Catat pemeriksaan" })).toBeNull();
  await userEvent.type(minutes.getByLabelText(/Catatan Anda/), "Jumlahnya 20.");
  await userEvent.click(minutes.getByRole("button", { name: "Menolak menandatangani" }));
  await waitFor(() => expect(sent()).toEqual([[`/api/keberatan/${CASE}/hearing/${idOf(20)}/answer`, { answer: "menolak_menandatangani", note: "Jumlahnya 20." }]]));
  cleanup();
  const answers = hearing({ parties: [{ party: "owner", name: "Cut Meutia", isPresent: true, answer: { answer: "menolak_menandatangani", note: "Jumlahnya 20.", on: "2026-11-04" } }, { party: "penilai", name: "dr. Teuku", isPresent: true, answer: null }] });
  await office(view({ status: "decided", hearings: [answers], keputusan: { putusan: "menguatkan", alasan: WHY, rekomendasi: null, on: "2026-11-12", isLate: false, outcome: null } }));
  await open(`/keberatan/${CASE}`);
  expect(part("Risalah pemeriksaan").getAllByRole("listitem").map((item) => item.textContent?.trim())).toEqual(['Cut Meutia: menolak menandatangani, 4 November 2026 "Jumlahnya 20."', "dr. Teuku: tidak menandatangani sampai putusan"]);
});
