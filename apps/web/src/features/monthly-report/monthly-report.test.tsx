import "fake-indexeddb/auto";
import { readMyReport, type ReportView } from "@teraju/contracts/monthly-report";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queryKey } from "../../api.ts";
import { outbox } from "../../sending.tsx";
import { sessionQuery } from "../../session.ts";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import CheckPage from "./CheckPage.tsx";
import ReportPage from "./ReportPage.tsx";
import { Route, Routes } from "react-router-dom";

const ROW: ReportView["rows"][number] = {
  id: "01900000-0000-7000-8000-000000000011", position: 1, hasilKerja: { lineId: "01900000-0000-7000-8000-0000000000a1", position: 1, text: "Bayi diimunisasi dasar lengkap", prioritas: "utama" },
  indikator: { text: "Bayi diimunisasi dasar lengkap", jenis: "angka", arah: "maks", satuan: "bayi", targetYear: 240, targetMin: null, targetMax: null, targetText: null },
  isDue: true, target: 20, realisasi: null, pembilang: null, penyebut: null, uraian: null, sentence: null, cause: null, isFlagged: false, imported: null, capaian: null,
  lastMonth: { realisasi: 16, pembilang: null, penyebut: null, uraian: null, sentence: "16 bayi selesai." }, yearBefore: 160, evidence: [], verdict: null, verdictNote: null,
  notes: [{ id: "01900000-0000-7000-8000-0000000000c1", day: "2026-11-18", text: "17 bayi selesai imunisasi dasar.", isAttached: false, photos: [] }],
};
const SECOND: ReportView["rows"][number] = { ...ROW, id: "01900000-0000-7000-8000-000000000012", position: 2, notes: [], lastMonth: null, yearBefore: null, target: 95,
  hasilKerja: { ...ROW.hasilKerja, lineId: "01900000-0000-7000-8000-0000000000a2", position: 2, text: "Balita ditimbang" }, indikator: { ...ROW.indikator, text: "Balita ditimbang", jenis: "rasio", satuan: null } };
const VIEW: ReportView = {
  id: "01900000-0000-7000-8000-000000000001", month: "2026-11", kewajiban: "wajib_lapor", status: "draft", penilai: "dr. Teuku", kendala: null, bantuan: null, isLate: false, capaian: null,
  submittedAt: null, receiptNumber: null, returnedAt: null, version: 3, jendela: { buka: "2026-11-20", batas: "2026-12-04", periksaSampai: "2026-12-11", tutup: "2026-12-21" },
  rules: { sebabDiBawah: 100, buktiWajib: "laporan" }, isHealth: true, rows: [ROW, SECOND], missing: [], actions: { save: [], submit: [], withdraw: ["wrong_status"] },
};
const SESSION = { person: { id: "budi", name: "Budi", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai"], leads: null, today: "2026-11-23", isDemo: false };

/** The page over a real cache and a real outbox; without a server in sight, as on a phone without signal. */
function open(at: string, view: ReportView = VIEW) {
  const drawn = draw(<Routes><Route path="/laporan/:bulan" element={<ReportPage />} /><Route path="/laporan/:bulan/periksa" element={<CheckPage />} /><Route path="*" element={<p>lain</p>} /></Routes>, { at, prepare: (client) => {
    client.setDefaultOptions({ queries: { staleTime: Infinity, retry: false } });
    client.setQueryData(queryKey(readMyReport, { params: { month: view.month } }), view);
    client.setQueryData(sessionQuery.queryKey, SESSION as never);
  } });
  return { ...drawn, user: userEvent.setup() };
}
const queued = () => outbox.read().entries.filter((e) => e.endpoint === "saveReport" || e.endpoint === "submitReport");
type Body = { rows: { id: string; realisasi: number | null; sentence: string | null; cause: string | null; noteIds?: string[]; pembilang: number | null }[] };
const typed = (): Body["rows"] => (queued().at(-1)?.input.body as Body | undefined)?.rows ?? [];

const show = (width: number) => (window as unknown as { happyDOM: { setViewport(size: { width: number; height: number }): void } }).happyDOM.setViewport({ width, height: 740 });
beforeEach(async () => {
  show(360);
  await outbox.start("budi");
});
afterEach(() => outbox.wipe());

describe("one result on a phone", () => {
  it("says which result of how many, its target, last month, the last day, and warns against patients' data", () => {
    open("/laporan/2026-11");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Bayi diimunisasi dasar lengkap");
    for (const text of [/Hasil kerja 1 dari 2\. Target November 20 bayi\./, /Bulan lalu 16/, /Batas kirim Jumat, 4 Desember/, /Jangan sertakan nama, wajah, atau data pasien/]) expect(screen.getByText(text)).toBeTruthy();
  });

  it("keeps each word on the phone at once, and says so", async () => {
    const { user } = open("/laporan/2026-11");
    await user.type(screen.getByLabelText("Berapa bayi yang tercapai?"), "17");
    await user.type(screen.getByLabelText("Apa yang terjadi?"), "Tujuh belas.");
    expect(typed()[0]).toMatchObject({ realisasi: 17, sentence: "Tujuh belas." });
    await waitFor(() => expect(screen.getByText(/^Tersimpan di HP, pukul \d\d\.\d\d$/)).toBeTruthy());
    expect(screen.getByText(/85%/)).toBeTruthy();
    expect(queued()).toHaveLength(1);
  });

  it("asks for a cause only under target", async () => {
    const { user } = open("/laporan/2026-11");
    expect(screen.queryByLabelText("Mengapa di bawah target?")).toBeNull();
    await user.type(screen.getByLabelText("Berapa bayi yang tercapai?"), "17");
    expect(screen.getByLabelText("Mengapa di bawah target?")).toBeTruthy();
    await user.clear(screen.getByLabelText("Berapa bayi yang tercapai?"));
    await user.type(screen.getByLabelText("Berapa bayi yang tercapai?"), "20");
    expect(screen.queryByLabelText("Mengapa di bawah target?")).toBeNull();
  });

  it("takes figure, sentence and notes in two taps", async () => {
    const { user } = open("/laporan/2026-11");
    await user.click(screen.getByRole("button", { name: "Sesuai target: 20" }));
    await user.click(screen.getByRole("button", { name: "Isi dari 1 catatan harian" }));
    expect(typed()[0]).toMatchObject({ realisasi: 20, sentence: "17 bayi selesai imunisasi dasar.", noteIds: [ROW.notes[0]?.id] });
    expect(screen.getByText("1 catatan ikut dilampirkan.")).toBeTruthy();
  });

  it("offers last month's sentence where there are no notes, and still asks for the figure", async () => {
    const { user } = open("/laporan/2026-11", { ...VIEW, rows: [{ ...ROW, notes: [] }, SECOND] });
    await user.click(screen.getByRole("button", { name: "Sama seperti bulan lalu" }));
    expect(typed()[0]).toMatchObject({ realisasi: null, sentence: "16 bayi selesai." });
  });

  it("counts a ratio by its two figures", async () => {
    const { user } = open("/laporan/2026-11?hasil=2");
    await user.type(screen.getByLabelText("Berapa yang tercapai?"), "57");
    await user.type(screen.getByLabelText("Dari berapa?"), "60");
    expect(typed()[1]).toMatchObject({ pembilang: 57, penyebut: 60 });
    expect(screen.getByText("100%")).toBeTruthy();
  });

  it("takes out what the server would refuse, as it is pasted", async () => {
    const { user } = open("/laporan/2026-11");
    await user.click(screen.getByLabelText("Apa yang terjadi?"));
    await user.paste("Selesai\u0007\u202E.");
    expect(typed()[0]?.sentence).toBe("Selesai.");
  });

  it("keeps a link as evidence, and no script", async () => {
    const { user } = open("/laporan/2026-11");
    await user.click(screen.getByRole("button", { name: "Tautan atau nomor" }));
    await user.type(screen.getByLabelText("Nama bukti"), "Berita");
    await user.type(screen.getByRole("textbox", { name: "Tautan" }), "javascript:alert(1)");
    await user.click(screen.getByRole("button", { name: "Tambah bukti" }));
    expect(outbox.read().entries).toHaveLength(0);
    expect(screen.getByText(/Tulis alamat yang diawali https/)).toBeTruthy();
    await user.clear(screen.getByRole("textbox", { name: "Tautan" }));
    await user.type(screen.getByRole("textbox", { name: "Tautan" }), "https://langsakota.go.id/1");
    await user.click(screen.getByRole("button", { name: "Tambah bukti" }));
    expect(outbox.read().entries[0]?.input.body).toMatchObject({ title: "Berita", url: "https://langsakota.go.id/1", reportRowId: ROW.id });
    expect(await screen.findByText("Menunggu sinyal")).toBeTruthy();
  });

  it("shows why a row came back", () => {
    open("/laporan/2026-11?hasil=1", { ...VIEW, status: "returned", rows: [{ ...ROW, verdict: "minta_perbaikan", verdictNote: "Lampirkan daftar nama posyandu." }, SECOND] });
    expect(screen.getByText("Lampirkan daftar nama posyandu.")).toBeTruthy();
  });

  it("asks nothing of who is on leave", () => {
    open("/laporan/2026-11", { ...VIEW, kewajiban: "cuti", rows: [] });
    expect(screen.getByText("Anda tidak wajib lapor bulan ini: Cuti.")).toBeTruthy();
  });
});

describe("the month on a desk", () => {
  it("has all results beneath each other, and one way on", () => {
    show(1366);
    open("/laporan/2026-11");
    expect(screen.getAllByRole("heading", { level: 2 }).map((h) => h.textContent)).toEqual(["Bayi diimunisasi dasar lengkap", "Balita ditimbang"]);
    expect(screen.getAllByLabelText("Apa yang terjadi?")).toHaveLength(2);
    expect(screen.getByRole("link", { name: "Periksa laporan" })).toBeTruthy();
  });
});

describe("checking and sending", () => {
  const filled: ReportView = { ...VIEW, rows: [{ ...ROW, realisasi: 20, sentence: "Selesai.", evidence: [{ id: "01900000-0000-7000-8000-0000000000e1", kind: "register", title: "Surat", mime: null, sizeBytes: null, url: null, registerNumber: "B/1", createdAt: "2026-11-20T00:00:00Z" }] }, { ...SECOND, pembilang: 57, penyebut: 60, sentence: "Selesai." }] };

  it("names what is missing and leads to its field", () => {
    open("/laporan/2026-11/periksa");
    const link = screen.getByRole("link", { name: /Isi jumlah bayi yang tercapai/ });
    expect(link.getAttribute("href")).toBe(`/laporan/2026-11?hasil=1&kurang=1#realisasi-${ROW.id}`);
  });

  it("sends nothing while something is missing", async () => {
    const { user } = open("/laporan/2026-11/periksa");
    await user.click(screen.getByRole("button", { name: "Kirim laporan" }));
    expect([queued(), screen.getByRole("alert").textContent]).toEqual([[], expect.stringContaining("Ada 5 yang kurang")]);
  });

  it("without signal goes into the outbox as one request with all its rows, and says that it is on its way", async () => {
    const { user } = open("/laporan/2026-11/periksa", filled);
    await user.click(screen.getByRole("button", { name: "Kirim laporan" }));
    expect(queued().map((e) => [e.endpoint, e.version, (e.input.body as { finishedOn: string }).finishedOn])).toEqual([["submitReport", 3, "2026-11-23"]]);
    expect(await screen.findByRole("heading", { name: "Laporan November siap terkirim." })).toBeTruthy();
    expect(screen.getByText(/Akan terkirim sendiri saat tersambung/)).toBeTruthy();
  });

  it("does not offer to send before the window opens, and says when", () => {
    open("/laporan/2026-11/periksa", { ...filled, actions: { ...filled.actions, submit: ["window_not_open"] } });
    expect(screen.getByText("Bisa dikirim mulai Jumat, 20 November.")).toBeTruthy();
  });

  it("shows the receipt, and the way back while there is one", () => {
    const sent: ReportView = { ...filled, status: "submitted", submittedAt: "2026-11-23T07:02:00Z", receiptNumber: "L-2026-11-K7M3Q-9XF2B", actions: { save: ["wrong_status"], submit: ["wrong_status"], withdraw: [] } };
    open("/laporan/2026-11/periksa", sent);
    for (const text of ["L-2026-11-K7M3Q-9XF2B", "dr. Teuku"]) expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByText(/23 November 2026, 14\.02 WIB/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Tarik kembali" }).getAttribute("aria-disabled")).toBeNull();
  });

  it("folds away what was sent, so that a phone shows the way back; what the penilai wrote stays in sight", () => {
    const [first, ...rest] = filled.rows;
    const sent: ReportView = { ...filled, status: "submitted", submittedAt: "2026-11-23T07:02:00Z", receiptNumber: "L-1", rows: [{ ...(first ?? ROW), verdict: "bahas_di_rapat", verdictNote: "Bawa datanya." }, ...rest] };
    open("/laporan/2026-11/periksa", sent);
    expect(screen.getByText("Catatan atasan: Bawa datanya.").closest("details")).toBeNull();
    const fold = screen.getByText(`${rest.length} indikator yang Anda laporkan`).closest("details");
    expect([fold?.open, fold?.textContent?.includes(rest[0]?.indikator.text ?? "-")]).toEqual([innerWidth >= 1000, true]);
  });

  it("lets the person choose where the server would not take it", async () => {
    await serveOrigin((request, response) => {
      if (request.method === "POST") problem(response, 412, "stale");
      else json(response, request.url.startsWith("/api/tindak-lanjut") ? { items: [], open: 0, overdue: 0 } : { ...filled, version: 9 });
    });
    const { user } = open("/laporan/2026-11/periksa", filled);
    await user.click(screen.getByRole("button", { name: "Kirim laporan" }));
    expect(await screen.findByText("Laporan ini berubah di tempat lain.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Pakai isian di server" }));
    await waitFor(() => expect(outbox.read().entries).toEqual([]));
  });
});
