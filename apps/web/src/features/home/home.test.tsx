import "fake-indexeddb/auto";
import { type HomeView, readHome } from "@teraju/contracts/home";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queryKey } from "../../api.ts";
import { outbox } from "../../sending.tsx";
import { sessionQuery } from "../../session.ts";
import { draw } from "../../../test/render.tsx";
import { MEETINGS, TINDAK_LANJUT, VIEW } from "../../../test/meeting.ts";
import { json, serveOrigin } from "../../../test/server.ts";
import HomePage from "./HomePage.tsx";

const SESSION = { person: { id: "budi", name: "Cut Meutia, S.Kep.", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["pegawai", "penilai"], leads: null, today: "2026-11-23", isDemo: false };
const MONTHS = ["2025-12", ...Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`)];
const EMPTY: HomeView = {
  tasks: [], report: null, ritme: "harian", lastUmpanBalik: null, notifications: [],
  strip: MONTHS.map((month) => ({ month, kewajiban: month === "2026-05" ? "cuti" : "wajib_lapor", status: month === "2026-11" || month === "2026-09" ? "draft" : "checked", isLate: month === "2026-03", capaian: null, tutup: month < "2026-11" ? "2026-11-20" : "2026-12-21" })),
};
const REPORT = { kind: "report", month: "2026-11", filled: 2, due: 4, buka: "2026-11-20", batas: "2026-12-04", isLate: false } as const;

function open(view: Partial<HomeView>) {
  return { ...draw(<HomePage />, { prepare: (client) => {
    client.setDefaultOptions({ queries: { staleTime: Infinity, retry: false } });
    client.setQueryData(queryKey(readHome, {}), { ...EMPTY, ...view });
    client.setQueryData(sessionQuery.queryKey, SESSION as never);
  } }), user: userEvent.setup() };
}
beforeEach(() => outbox.start("budi"));
afterEach(() => outbox.wipe());

describe("Beranda", () => {
  it("greets by name and shows the one next task with its button", () => {
    open({ tasks: [REPORT] });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^Selamat (pagi|siang|sore|malam), Cut Meutia$/);
    const card = screen.getByRole("region", { name: "Laporan November" });
    expect(within(card).getByText("2 dari 4 indikator terisi. Batas Jumat, 4 Desember.")).toBeTruthy();
    expect(within(card).getByRole("link", { name: "Lanjutkan laporan" }).getAttribute("href")).toBe("/laporan/2026-11");
  });

  it("joins the tasks of all hats into one list, each with where to do it", () => {
    const period = { periodId: "01900000-0000-7000-8000-000000000009", year: 2026, periode: "triwulanan", number: 3 } as const;
    open({ tasks: [REPORT, { kind: "skp", year: 2026, status: null }, { kind: "review", count: 7, oldestAt: "2026-11-18T03:00:00Z" }, { kind: "rate", ...period, count: 3, until: "2026-12-20" }, { kind: "capaian_organisasi", ...period, count: 2 }, { kind: "umpan_balik_asked", count: 1 }, { kind: "penilai_correction", count: 2 }, { kind: "pola_explanation", ...period, unit: { id: period.periodId, name: "Dinas A" } }] });
    const list = screen.getByRole("region", { name: "Yang perlu Anda kerjakan" });
    expect(within(list).getAllByRole("listitem").map((li) => [li.querySelector("p")?.textContent, li.querySelector("a")?.getAttribute("href")])).toEqual([
      ["SKP 2026 belum disusun.", "/skp"], ["7 laporan menunggu Anda periksa.", "/penilaian"], ["3 orang belum dinilai untuk Triwulan III 2026.", `/penetapan/${period.periodId}`],
      ["Capaian 2 unit untuk Triwulan III 2026 belum diisi.", "/capaian-organisasi"], ["1 orang meminta umpan balik Anda.", "/umpan-balik"], ["2 koreksi atasan menunggu.", "/koreksi-atasan"], ["Jelaskan pola predikat Triwulan III 2026.", `/pola/${period.periodId}/${period.periodId}`]]);
  });

  it("says that all is done and when the next report opens", () => {
    open({ report: { month: "2026-12", kewajiban: "wajib_lapor", status: "draft", filled: 0, due: 4, buka: "2026-12-20", batas: "2027-01-08" } });
    expect(screen.getByText("Semua beres.")).toBeTruthy();
    expect(screen.getByText("Laporan Desember dibuka Minggu, 20 Desember.")).toBeTruthy();
  });

  it("shows twelve months in words: sent, late, excused, missing, open", () => {
    open({});
    const words = within(screen.getByRole("list", { name: "Laporan 12 bulan terakhir" })).getAllByRole("listitem").map((li) => li.textContent ?? "");
    expect(words).toHaveLength(12);
    for (const text of ["Maret 2026: Sudah diperiksa, terlambat", "Mei 2026: Cuti", "September 2026: Sedang diisi", "November 2026: Sedang diisi"]) expect(words.some((w) => w.includes(text))).toBe(true);
  });

  it("keeps a note on the phone without signal", async () => {
    const { user } = open({});
    await user.type(screen.getByLabelText("Satu kalimat tentang pekerjaan hari ini"), "Tiga bayi diimunisasi.");
    await user.click(screen.getByRole("button", { name: "Catat" }));
    expect(await screen.findByText("Catatan tersimpan.")).toBeTruthy();
    expect(outbox.read().entries.map((e) => [e.endpoint, e.input.body])).toEqual([["addNote", { id: expect.any(String), day: "2026-11-23", text: "Tiga bayi diimunisasi.", lineId: null }]]);
  });

  it.each([["harian", "hari ini"], ["mingguan", "minggu ini"], ["bulanan", null], ["impor", null]] as const)("asks for a note as the rumpun's rhythm has it: %s", (ritme, word) => {
    open({ ritme });
    if (word === null) expect(screen.queryByLabelText(/Satu kalimat/)).toBeNull();
    else expect(screen.getByLabelText(`Satu kalimat tentang pekerjaan ${word}`)).toBeTruthy();
  });

  it("tells of a meeting that was planned, moved or cancelled", () => {
    const of = (kind: string, n: number) => ({ id: `01900000-0000-7000-8000-00000000001${n}`, kind, params: { meetingId: "m", month: "2026-10", date: "2026-11-19" }, day: "2026-11-10" });
    open({ notifications: [of("meeting_planned", 1), of("meeting_moved", 2), of("meeting_cancelled", 3)] });
    for (const words of [/Rapat evaluasi Oktober.* diadakan 19/, /Rapat evaluasi Oktober.* berubah\. Kini 19/, /Rapat evaluasi Oktober.*19.* dibatalkan/]) expect(screen.getByText(words)).toBeTruthy();
  });

  it("says what a reminder is about, and puts it away", async () => {
    const { seen } = await serveOrigin((request, response) => (request.method === "POST" ? response.writeHead(204).end() : json(response, EMPTY, request.url === "/api/home" ? 200 : 404)));
    const { user } = open({ notifications: [{ id: "01900000-0000-7000-8000-000000000007", kind: "reminder_report", params: { month: "2026-11" }, day: "2026-11-23" }] });
    expect(screen.getByText("Anda diingatkan mengirim laporan November.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Sudah dibaca" }));
    await waitFor(() => expect(screen.queryByText(/Anda diingatkan/)).toBeNull());
    expect(seen.find(({ method }) => method === "POST")).toMatchObject({ url: "/api/notification/01900000-0000-7000-8000-000000000007/read" });
  });

  it("reads the last umpan balik aloud and offers to answer it", () => {
    open({ lastUmpanBalik: { id: "01900000-0000-7000-8000-000000000008", from: "dr. Teuku", day: "2026-11-18", nada: "positif", text: "Bagus, imunisasi naik lagi.", isAnswered: false } });
    expect(within(screen.getByRole("region", { name: "Dari dr. Teuku, 18 Nov" })).getByRole("link", { name: "Tanggapi" }).getAttribute("href")).toBe("/umpan-balik");
  });

  it("shows the next meeting and one's open promises last, once they have come; a running meeting is one tap away", async () => {
    await serveOrigin(({ url }, response) => {
      if (url.startsWith("/api/tindak-lanjut")) return json(response, { items: [TINDAK_LANJUT], open: 1, overdue: 1 });
      return json(response, { ...MEETINGS, meetings: [{ ...VIEW, status: "running", hats: ["peserta"] }] });
    });
    open({});
    const card = within(await screen.findByRole("region", { name: "Rapat evaluasi" }));
    expect(card.getByText("Rapat sedang berlangsung.")).toBeTruthy();
    expect(card.getByRole("link", { name: "Buka rapat" }).getAttribute("href")).toBe(`/rapat/${VIEW.id}/hadir`);
    expect(card.getByText("Ajukan lemari vaksin")).toBeTruthy();
    expect(card.getByText("dibawa 2 bulan")).toBeTruthy();
  });

  it("a hand-over stands on the page of all three: who is rated, who rates now, who did", async () => {
    const of = (kind: string, n: number, params: Record<string, string | number>) => ({ id: `01900000-0000-7000-8000-0000000000${n}`, kind, params: { on: "2026-11-16", ...params }, day: "2026-11-23" });
    open({ notifications: [of("penilai_changed", 11, { name: "Budi" }), of("bawahan_gained", 12, { name: "Budi" }), of("bawahan_lost", 13, { name: "Citra" }), of("bawahan_gained_many", 14, { count: 30 }), of("bawahan_lost_many", 15, { count: 28 })] });
    expect(await screen.findByText("Penilai Anda berubah mulai 16 November 2026. Buka halaman Atasan saya.")).toBeTruthy();
    for (const said of ["Mulai 16 November 2026 Anda menjadi penilai Budi.", "Mulai 16 November 2026 Anda bukan lagi penilai Citra.", "Mulai 16 November 2026 Anda menjadi penilai 30 orang.", "Mulai 16 November 2026 Anda bukan lagi penilai 28 orang."]) expect(screen.getByText(said)).toBeTruthy();
  });
});
