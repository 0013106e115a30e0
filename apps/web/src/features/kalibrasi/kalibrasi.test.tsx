import type { KalibrasiCase, KalibrasiList, KalibrasiView } from "@teraju/contracts/kalibrasi";
import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import CasePage from "./CasePage.tsx";
import KalibrasiListPage from "./KalibrasiListPage.tsx";
import KalibrasiPage from "./KalibrasiPage.tsx";

const idOf = (n: number) => `0193f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const PERIOD = { id: idOf(1), year: 2026, kind: "triwulanan", number: 3, firstMonth: "2026-07", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "closed" } as const;
const UNIT = { id: idOf(2), name: "Dinas Kesehatan" };
const BAIK = { hasilKerja: "sesuai", perilaku: "sesuai", predikat: "baik" } as const;
const ATAS = { hasilKerja: "di_atas", perilaku: "sesuai", predikat: "baik" } as const;
const counts = (baik: number) => ({ sangat_baik: 0, baik, butuh_perbaikan: 0, kurang: 0, sangat_kurang: 0 });
const budi = { id: idOf(9), name: "Budi", jabatan: "Bidan", unit: "Puskesmas" };
const kabid = { id: idOf(8), name: "Kabid", jabatan: null, unit: "Bidang" };
const PROPOSAL = { id: idOf(5), version: 1, appraisalId: idOf(4), by: "Kadis", on: "2026-11-23", reason: "Bukti Juli kuat.", before: BAIK, after: ATAS, penilai: "Kabid", answer: null, outcome: null };

function view(more: Partial<KalibrasiView> = {}): KalibrasiView {
  return {
    period: PERIOD, unit: UNIT, version: 2, status: "open", as: "kepala", alasanMin: 20, minPegawai: 50, capaianOrganisasi: "baik", people: 60, notFinal: 0, jumlah: counts(59), before: counts(60),
    opened: { by: "Kadis", on: "2026-11-23" }, analis: { name: "Analis", on: "2026-11-23" }, closed: null,
    band: {
      isInPola: false, needsWords: true, decision: { rule: "Pita pola distribusi", cite: { regulation: "SE MenPANRB 3/2023", part: "Pola", link: null }, given: {}, value: [], from: [] },
      lines: [
        { temuan: "puncak_melebihi_70_persen", predikat: ["baik"], arah: "paling_banyak", batas: 70, n: 59, share: { value: 98.3, low: 91, high: 99.7 }, posisi: "di_luar" },
        { temuan: "tanpa_butuh_perbaikan_atau_kurang", predikat: ["butuh_perbaikan", "kurang"], arah: "paling_sedikit", batas: 0, n: 0, share: { value: 0, low: 0, high: 6 }, posisi: "di_luar" },
      ],
    },
    teams: [{ penilai: kabid, n: 8, jumlah: counts(8), peak: { value: 100, low: 67.6, high: 100 }, leniency: { value: 0.4, low: 0.2, high: 0.6 }, isSignal: true }],
    cases: [
      { appraisalId: idOf(3), number: 1, bagian: "patokan", person: null, isRead: false, penilaiId: kabid.id, now: BAIK, revision: 1, evidence: 2, z: 0.1, isFragile: false, actions: { read: [], propose: ["evidence_unread"] } },
      { appraisalId: idOf(4), number: 2, bagian: "penilai", person: budi, isRead: true, penilaiId: kabid.id, now: BAIK, revision: 1, evidence: 0, z: 2.4, isFragile: true, actions: { read: [], propose: [] } },
    ],
    more: 3, proposals: [PROPOSAL], changes: [{ appraisalId: idOf(6), number: null, by: "Kapus", at: "2026-11-23T03:00:00Z", reason: null, before: BAIK, after: ATAS }],
    actions: { open: ["kalibrasi_opened"], attend: ["not_yours"], close: [] }, ...more,
  };
}
const page = (at: string) => ({ at, in: <Routes><Route path="/kalibrasi/:periode/:unit" element={<KalibrasiPage />} /><Route path="/kalibrasi/:periode/:unit/kasus/:kasus" element={<CasePage />} /><Route path="/kalibrasi" element={<KalibrasiListPage />} /></Routes> });
const ADDRESS = `/kalibrasi/${PERIOD.id}/${UNIT.id}`;
const show = (at: string) => draw(page(at).in, { at });

test("the cases stand in three parts, without a name until they were read; the finding names the pola", async () => {
  await serveOrigin((_, response) => json(response, view()));
  show(ADDRESS);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Dinas Kesehatan: 2 garis di luar pola.");
  expect(screen.getByText(/Tidak ada nilai yang berubah di sini/)).toBeTruthy();
  const parts = ["1. Patokan", "2. Penilai dengan tanda kelonggaran", "3. Kasus perbatasan"].map((name) => screen.getByRole("region", { name }).textContent);
  expect(parts[0]).toContain("Kasus 1 Baik. 2 dasar bukti. Nama terbuka setelah buktinya dibaca.");
  expect(parts[1]).toContain("Kasus 2, Budi Kabid");
  expect(parts[1]).toContain("2,4 simpangan dari perkiraan");
  expect(parts[2]).toContain("Ada 3 kasus perbatasan lain");
});

test("the menu of the board does what dragging does: it leads to the case with that proposal", async () => {
  await serveOrigin((_, response) => json(response, view()));
  const { router } = show(`${ADDRESS}?lihat=papan`);
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Pindahkan Kasus 2, Budi ke" }), "hasil kerja di atas, perilaku sesuai");
  expect(`${router.state.location.pathname}${router.state.location.search}`).toBe(`${ADDRESS}/kasus/${idOf(4)}?usul=di_atas%2Csesuai`);
});

test("pola and teams in words with their intervals; what changed since the opening", async () => {
  await serveOrigin((_, response) => json(response, view()));
  show(`${ADDRESS}?lihat=pola`);
  expect(await screen.findByText("59 orang, 98,3%. Selang 95%: 91% sampai 99,7%.")).toBeTruthy();
  expect(screen.getByText(/harus ada/)).toBeTruthy();
  expect(screen.getByText("Baik: 60 saat dibuka, 59 sekarang.")).toBeTruthy();
  expect(screen.getByRole("row", { name: /Kabid perlu klarifikasi/ }).textContent).toContain("100% (67,6% sampai 100%)");
});

test("proposals, changes without one, and the end with its published words", async () => {
  const sent: unknown[] = [];
  await serveOrigin(({ method, body }, response) => { if (method === "POST") sent.push(JSON.parse(body)); json(response, view()); });
  show(`${ADDRESS}?lihat=usul`);
  expect(await screen.findByText("Dari Baik (hasil kerja sesuai, perilaku sesuai) menjadi Baik (hasil kerja di atas, perilaku sesuai).", { selector: "b" })).toBeTruthy();
  expect(screen.getByText("Menunggu jawaban Kabid.")).toBeTruthy();
  expect(screen.getByText("Di luar agenda")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Akhiri rapat kalibrasi" }));
  expect(screen.getByText("Tulis penjelasan, paling sedikit 20 huruf.")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Penjelasan"), "Semua target dinas tercapai.");
  await userEvent.click(screen.getByRole("button", { name: "Akhiri rapat kalibrasi" }));
  await expect.poll(() => sent).toEqual([{ version: 2, explanation: "Semua target dinas tercapai." }]);
});

test.each([["period_closed", "Periode ini sudah ditutup."], ["rating_window_not_open", "Periode penilaian ini belum berakhir."]])("%s: no button is offered, the way leads to the pola", async (refusal, says) => {
  await serveOrigin((_, response) => json(response, view({ status: "not_opened", version: null, cases: [], opened: null, analis: null, actions: { open: [refusal], attend: ["wrong_status"], close: [] } })));
  show(ADDRESS);
  expect(await screen.findByText(says)).toBeTruthy();
  expect(screen.queryByRole("button")).toBe(null);
  expect(screen.getByRole("link", { name: "Pola dan penjelasannya" }).getAttribute("href")).toBe(`/pola/${UNIT.id}/${PERIOD.id}`);
});

test("before it is opened the page says why it cannot be; the analis joins with one press", async () => {
  await serveOrigin((_, response) => json(response, view({ status: "not_opened", version: null, cases: [], opened: null, analis: null, actions: { open: ["pola_unit_small"], attend: ["wrong_status"], close: [] } })));
  show(ADDRESS);
  expect((await screen.findByRole("button", { name: /Buka rapat kalibrasi/ })).getAttribute("aria-disabled")).toBe("true");
  cleanup();
  const sent: unknown[] = [];
  await serveOrigin(({ method, body }, response) => { if (method === "POST") sent.push(JSON.parse(body)); json(response, view({ as: "analis", analis: null, band: null, actions: { open: ["not_unit_head"], attend: [], close: ["not_unit_head"] } })); });
  await drawInEnglish(page(ADDRESS).in, { at: ADDRESS });
  await userEvent.click(await screen.findByRole("button", { name: "I am present" }));
  await expect.poll(() => sent).toEqual([{ version: 2 }]);
});

const CASE: KalibrasiCase = {
  appraisalId: idOf(4), number: 2, bagian: "penilai", person: null, isRead: false, predikat: "baik",
  hasilKerja: { rating: "sesuai", saran: "sesuai", alasan: null, cite: "L", dasar: [{ kind: "evidence", id: idOf(20), title: "Register Juli", bulan: "2026-07" }] },
  perilaku: { rating: "sesuai", saran: null, alasan: "Tertib.", cite: "L", dasar: [{ kind: "umpan_balik", id: idOf(21), dari: "Kabid", isFromPenilai: true, nada: "positif", text: "Rapi.", givenOn: "2026-08-20", reply: null }] },
  behaviours: [{ perilaku: "loyal", rating: "sesuai" }], capaianOrganisasi: { unit: "Bidang", predikat: "baik" }, indeks: 97,
  results: [{ lineId: idOf(22), text: "Imunisasi", prioritas: "utama", rating: "sesuai", indikator: [{ text: "Bayi", jenis: "angka", arah: "maks", satuan: "bayi", target: 60, realisasi: 57, pembilang: null, penyebut: null, capaian: 95, bobot: 100, share: 95 }] }],
  correctionReason: null, rekan: { rata: 3, n: 7 }, actions: { read: [], propose: ["evidence_unread"] },
};

test("a case shows its evidence first; once read, its name and the form open, filled with what was laid on the board", async () => {
  const sent: { url: string; body: unknown }[] = [];
  let shown = CASE;
  await serveOrigin(({ method, url, body }, response) => {
    if (method === "POST") sent.push({ url: url.slice(url.lastIndexOf("/")), body: body === "" ? null : JSON.parse(body) });
    if (url.endsWith("/read")) shown = { ...CASE, isRead: true, person: budi, actions: { read: [], propose: [] } };
    json(response, url.includes("/case/") ? shown : view());
  });
  show(`${ADDRESS}/kasus/${idOf(4)}?usul=di_atas,sesuai`);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Kasus 2: Baik");
  expect(screen.getByText("Register Juli, Juli 2026")).toBeTruthy();
  expect(screen.getByText("Umpan balik rekan: rata-rata 3, dari 7 jawaban.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Kirim usul" })).toBe(null);
  await userEvent.click(screen.getByRole("button", { name: "Ya, saya sudah membaca buktinya" }));
  expect((await screen.findByRole("heading", { level: 1, name: "Kasus 2, Budi: Baik" }))).toBeTruthy();
  const group = screen.getByRole("group", { name: /Rating hasil kerja/ });
  expect(within(group).getByRole<HTMLInputElement>("radio", { name: "Di atas ekspektasi" }).checked).toBe(true);
  await userEvent.click(screen.getByRole("button", { name: "Kirim usul" }));
  expect(screen.getByText("Tulis alasan, paling sedikit 20 huruf.")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Alasan usul"), "Bukti bulan Juli melampaui target.");
  await userEvent.click(screen.getByRole("button", { name: "Kirim usul" }));
  await expect.poll(() => sent.at(-1)).toMatchObject({ url: "/proposal", body: { appraisalId: idOf(4), hasilKerja: "di_atas", perilaku: "sesuai", reason: "Bukti bulan Juli melampaui target." } });
});

test("a penilai answers with words; accepted, the way leads to the own desk", async () => {
  const answered: unknown[] = [];
  const list = (proposal: Partial<KalibrasiList["proposals"][number]> = {}): KalibrasiList => ({
    periods: [PERIOD], period: PERIOD, units: [{ unit: UNIT, people: 60, status: "open", openProposals: 1 }, { unit: { id: idOf(7), name: "Dinas Kecil" }, people: 9, status: "too_small", openProposals: 0 }],
    proposals: [{ ...PROPOSAL, person: budi, period: PERIOD, unit: UNIT, actions: { answer: [] }, ...proposal }],
  });
  await serveOrigin(({ method, body }, response) => {
    if (method === "POST") answered.push(JSON.parse(body));
    json(response, method === "POST" ? PROPOSAL : answered.length > 0 ? list({ answer: { answer: "diterima", words: "Saya setuju.", on: "2026-11-23" }, actions: { answer: ["wrong_status"] } }) : list());
  });
  show("/kalibrasi");
  expect(await screen.findByText("Dinas Kecil", { exact: false })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Tolak" }));
  expect(screen.getByText("Tulis jawaban, paling sedikit 20 huruf.")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Jawaban Anda"), "Saya setuju dengan usul ini.");
  await userEvent.click(screen.getByRole("button", { name: /^Terima/ }));
  await expect.poll(() => answered).toMatchObject([{ version: 1, answer: "diterima", words: "Saya setuju dengan usul ini." }]);
  expect((await screen.findByRole("link", { name: "Ke meja penetapan" })).getAttribute("href")).toBe(`/penetapan/${PERIOD.id}?orang=${budi.id}`);
});
