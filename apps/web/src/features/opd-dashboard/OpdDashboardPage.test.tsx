import type { Output } from "@teraju/contracts/endpoint";
import type { listMatrixPeople, listOpdPeople, readPersonYear, remindLate } from "@teraju/contracts/opd-dashboard";
import type { readUnitMeetingFigures } from "@teraju/contracts/notulen";
import type { SessionView } from "@teraju/contracts/session";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router-dom";
import { beforeEach, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import type { Dashboard } from "./finding.ts";
import OpdDashboardPage from "./OpdDashboardPage.tsx";
import PersonYearPage from "./PersonYearPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const DINAS = { id: uuid(1), name: "Dinas Kesehatan", kind: "opd" };
const GIZI = { id: uuid(2), name: "Bidang Gizi & KIA", kind: "bidang" };
const SESSION: SessionView = {
  person: { id: uuid(9), name: "dr. Teuku Contoh", nip: null, jabatan: "Kepala Dinas Kesehatan", unit: DINAS.name, unitId: DINAS.id, opd: DINAS.name, opdId: DINAS.id },
  roles: ["pegawai", "kepala_opd"], leads: DINAS, today: "2026-11-24", isDemo: false,
};
const MONTHS = ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"];
const person = (n: number, name: string) => ({ id: uuid(n), name, unit: "Bidang P2P" });
const DASHBOARD: Dashboard = {
  unit: DINAS, trail: [DINAS], month: "2026-11", months: ["2026-11", "2026-10"], window: { buka: "2026-11-20", batas: "2026-12-07", periksaSampai: "2026-12-11", tutup: "2026-12-21" },
  completion: { obliged: 52, submitted: 46, missing: 6, late: 0, checked: 30, excused: 2, missingMost: { unit: "Bidang P2P", isDirect: false, count: 4 } },
  heat: {
    months: MONTHS,
    rows: [
      { unit: GIZI, isDirect: false, cells: [90, 92, 90, 86, 78, 71].map((median) => ({ median, n: 9, isUnrecorded: false })), fallingMonths: 4 },
      { unit: DINAS, isDirect: true, cells: MONTHS.map(() => ({ median: null, n: 0, isUnrecorded: false })), fallingMonths: 0 },
    ],
  },
  attention: [
    { kind: "falling_unit", person: null, unit: GIZI, count: 4, figure: 71, text: null },
    { kind: "waiting_review", person: { id: SESSION.person.id, name: SESSION.person.name, unit: DINAS.name }, unit: null, count: 7, figure: 6, text: null },
    { kind: "low_capaian", person: person(20, "Cut Meutia"), unit: null, count: 1, figure: 33.4, text: "Penyuluhan gizi" },
    { kind: "help_wanted", person: person(21, "M. Yusuf"), unit: null, count: 1, figure: null, text: "Butuh mobil" },
    { kind: "often_late", person: person(22, "Nurul Fitri"), unit: null, count: 4, figure: null, text: null },
    { kind: "capaian_organisasi_missing", person: null, unit: DINAS, count: 1, figure: null, text: null },
  ],
  period: {
    id: uuid(30), year: 2026, kind: "triwulanan", number: 3, rated: 52, distribution: { sangat_baik: 5, baik: 41, butuh_perbaikan: 5, kurang: 1, sangat_kurang: 0 }, capaianOrganisasi: "baik",
    pola: { sesuai: false, temuan: ["puncak_melebihi_70_persen"], batas: 0.7, predikat: "baik" },
    matrix: [{ hasilKerja: "di_bawah", perilaku: "sesuai", n: 4 }, { hasilKerja: "sesuai", perilaku: "sesuai", n: 26 }], official: { cocok: 48, berbeda: 4, belum_dinilai_bkn: 0, belum_dicocokkan: 0 },
  },
  trend: [{ month: "2026-09", obliged: 50, submitted: 50, onTime: 47 }, { month: "2026-10", obliged: 50, submitted: 49, onTime: 45 }, { month: "2026-11", obliged: 52, submitted: 46, onTime: 46 }],
};
const PEOPLE: Output<typeof listOpdPeople> = {
  people: [{ id: uuid(20), name: "Cut Meutia", jabatan: "Bidan", unit: "Bidang P2P", status: "draft", kewajiban: "wajib_lapor", isLate: false, capaian: null, submittedAt: null }],
  next: "Cut Meutia|x",
};
const NAMES: Output<typeof listMatrixPeople> = { people: [{ id: uuid(20), appraisalId: uuid(40), name: "Cut Meutia", unit: "Bidang P2P", predikat: "butuh_perbaikan" }] };
const REMINDED: Output<typeof remindLate> = { reminded: [{ id: uuid(20), name: "Cut Meutia" }, { id: uuid(21), name: "M. Yusuf" }], alreadyToday: 1, batas: "2026-12-07" };

const MEETINGS: Output<typeof readUnitMeetingFigures> = {
  planned: 11, held: 10, onTime: 9, cancelled: 0, lengthPercent: 104, kept: 21, carried: 2, overdue: 1, open: 5, keptPercent: 81, next: { id: uuid(60), date: "2026-12-10", time: "09:00", month: "2026-11" },
  longestOverdue: [{ id: uuid(61), text: "Ajukan lemari vaksin", owner: "Cut Meutia", due: "2026-09-10", dibawaBulan: 2 }],
};
const line = (n: number, number: number, more: object) => ({ period: { id: uuid(n), year: 2026, kind: "triwulanan", number, firstMonth: "2026-07", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "closed" }, kesesuaian: "wajib", final: 52, isOwed: false, isKalibrasiOpen: false, explanation: null, ...more });
const POLA = { unit: DINAS, periods: [line(71, 3, { isOwed: true }), line(72, 2, { kesesuaian: "sesuai" }), line(73, 1, { kesesuaian: null, final: 0 })] };
const served = { session: SESSION, dashboard: DASHBOARD, people: PEOPLE };
beforeEach(() => Object.assign(served, { session: SESSION, dashboard: DASHBOARD, people: PEOPLE }));

async function open(at = "/dasbor") {
  const { seen } = await serveOrigin(({ url }, response) => {
    if (url === "/api/session") return json(response, served.session);
    if (url.endsWith("/remind")) return json(response, REMINDED);
    if (url.includes("/matrix")) return json(response, NAMES);
    if (url.startsWith("/api/pola-explanation/")) return json(response, POLA);
    if (url.startsWith("/api/evaluation-meeting-figures/")) return json(response, MEETINGS);
    return json(response, url.includes("/people") ? served.people : served.dashboard);
  });
  const view = draw(<Routes><Route path="/dasbor" element={<OpdDashboardPage />} /><Route path="/dasbor/:unit" element={<OpdDashboardPage />} /></Routes>, { at });
  return { seen, ...view };
}
const heading = (name: string) => screen.findByRole("heading", { name });

test("the page begins with the finding and its one action", async () => {
  await open();
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("46 dari 52 laporan November masuk. 6 orang belum, 4 di Bidang P2P.");
  expect(screen.getByText("Dinas Kesehatan. Batas kirim Senin, 7 Desember. 2 orang tidak wajib lapor bulan ini.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Ingatkan 6 orang" })).toBeDefined();
  expect(screen.getByRole("link", { name: "Unduh XLSX" }).getAttribute("href")).toBe(`/api/opd-dashboard/${DINAS.id}/export?month=2026-11`);
});

test("the department's periods stand beside their pola; what is owed leads to where it is written", async () => {
  await open();
  const card = within(await screen.findByRole("region", { name: "Penjelasan pola: 1 periode belum dijelaskan" }));
  expect(card.getByRole("link", { name: "Tulis penjelasan Triwulan III 2026" }).getAttribute("href")).toBe(`/pola/${DINAS.id}/${uuid(71)}`);
  expect(card.getByRole("link", { name: "Buka pola Triwulan II 2026" })).toBeDefined();
  expect(card.getAllByRole("listitem").at(2)?.textContent).toBe("Triwulan I 2026 0 predikatBelum bisa dibaca");
});

test("the map says who falls; a unit's name leads down, the row of direct staff leads nowhere", async () => {
  await open();
  expect(await heading("Bidang Gizi & KIA turun empat bulan berturut-turut")).toBeDefined();
  const map = within(screen.getByRole("table", { name: "Median capaian tiap unit menurut bulan" }));
  expect(map.getByRole("link", { name: "Bidang Gizi & KIA" }).getAttribute("href")).toBe(`/dasbor/${GIZI.id}`);
  expect(map.getByRole("rowheader", { name: "Pegawai langsung Dinas Kesehatan" })).toBeDefined();
  expect(map.queryByRole("link", { name: /Pegawai langsung/ })).toBeNull();
});

test("each line that asks for attention has one button to the place where it is done", async () => {
  await open();
  await heading("Perlu perhatian Anda");
  const address = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect([
    address("Buka: Bidang Gizi & KIA turun empat bulan berturut-turut"), address("Periksa: 7 laporan menunggu diperiksa"), address("Lihat: 33% dari target: Penyuluhan gizi"),
    address("Lihat: Minta bantuan: Butuh mobil"), address("Lihat: 4 kali terlambat dalam enam bulan"), address("Buka: Capaian kinerja organisasi belum ditetapkan"),
  ]).toEqual([`/dasbor/${GIZI.id}`, "/penilaian", `/orang/${uuid(20)}`, `/orang/${uuid(21)}`, `/orang/${uuid(22)}`, "/capaian-organisasi"]);
  expect(screen.getByText("Anda. Terlama 6 hari kerja.")).toBeDefined();
});

test("reports that wait for another penilai lead to the people who wait; direct staff are called so", async () => {
  served.dashboard = { ...DASHBOARD, attention: [{ kind: "falling_unit", person: null, unit: DINAS, count: 3, figure: 80, text: null }, { kind: "waiting_review", person: person(50, "dr. Sri"), unit: null, count: 13, figure: 2, text: null }] };
  await open();
  expect((await screen.findByRole("link", { name: "Lihat: 13 laporan menunggu diperiksa" })).getAttribute("href")).toBe("/dasbor?keadaan=waiting#pegawai");
  expect(screen.getByRole("link", { name: "Buka: Pegawai langsung Dinas Kesehatan turun tiga bulan berturut-turut" }).getAttribute("href")).toBe("/dasbor?keadaan=submitted#pegawai");
});

test("the pattern stands beside the last closed period, in words, and changes nothing", async () => {
  await open();
  expect(await heading("Triwulan III 2026: Baik 41 dari 52 orang")).toBeDefined();
  expect(screen.getByText(/Sumber resmi: e-Kinerja BKN\. Hasil yang ada: 48 orang cocok, 4 berbeda\.$/)).toBeDefined();
  expect(screen.getByText("Sebaran berbeda dari panduan: Predikat yang setara capaian organisasi lebih dari 70%.")).toBeDefined();
  expect(screen.getByText("Garis: pola 70% atau 36 orang. Selisih perlu dijelaskan, bukan diubah.")).toBeDefined();
});

test("a cell of the quadrant opens its names, each with the way to the result", async () => {
  const { seen } = await open();
  expect(await heading("Enam orang butuh pendampingan")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: /Butuh perbaikan 4/ }));
  const dialog = await screen.findByRole("dialog", { name: "Butuh perbaikan: 1 orang" });
  expect(within(dialog).getByText("Hasil kerja di bawah, perilaku sesuai ekspektasi.")).toBeDefined();
  expect(within(dialog).getByRole("link", { name: "Cut Meutia" }).getAttribute("href")).toBe(`/hasil/${uuid(40)}`);
  expect(seen.at(-1)?.url).toBe(`/api/opd-dashboard/${DINAS.id}/matrix?period=${uuid(30)}&hasilKerja=di_bawah&perilaku=sesuai`);
});

test("reminding says how many were sent and who had one today; the message for WhatsApp names nobody", async () => {
  const { seen } = await open();
  await userEvent.click(await screen.findByRole("button", { name: "Ingatkan 6 orang" }));
  const dialog = within(screen.getByRole("dialog", { name: "Ingatkan 6 orang" }));
  expect(await dialog.findByText("Cut Meutia")).toBeDefined();
  expect(dialog.getByText("dan 5 orang lain")).toBeDefined();
  const message = dialog.getByText(/^Assalamualaikum/).textContent ?? "";
  expect(message).toContain("mohon dikirim paling lambat Senin, 7 Desember");
  expect(message).toContain("/laporan/2026-11");
  expect(message).not.toContain("Meutia");
  await userEvent.click(dialog.getByRole("button", { name: "Kirim pengingat di Teraju" }));
  expect((await dialog.findByText("1 pengingat terkirim.")).closest("[role=status]")?.textContent).toContain("1 orang sudah diingatkan hari ini.");
  expect(JSON.parse(seen.findLast(({ method }) => method === "POST")?.body ?? "")).toEqual({ month: "2026-11" });
  const user = userEvent.setup();
  await user.click(dialog.getByRole("button", { name: "Salin pesan" }));
  expect(await navigator.clipboard.readText()).toBe(message);
  expect(dialog.getByText("Tersalin.")).toBeDefined();
});

test("nobody is reminded of a month that is complete or closed", async () => {
  served.dashboard = { ...DASHBOARD, window: { ...DASHBOARD.window, tutup: "2026-11-20" } };
  const { unmount } = await open();
  await heading("Perlu perhatian Anda");
  expect(screen.queryByRole("button", { name: /^Ingatkan/ })).toBeNull();
  unmount();
  served.dashboard = { ...DASHBOARD, completion: { ...DASHBOARD.completion, submitted: 52, missing: 0, missingMost: null } };
  await open();
  expect(await heading("Semua 52 laporan November masuk.")).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Ingatkan/ })).toBeNull();
});

test("the month, the state and the page of the list live in the address", async () => {
  const { seen, router } = await open("/dasbor?keadaan=late&setelah=B");
  const list = await screen.findByRole("table", { name: "Terlambat" });
  expect(within(list).getByRole("link", { name: "Cut Meutia" }).getAttribute("href")).toBe(`/orang/${uuid(20)}`);
  expect(seen.some(({ url }) => url.endsWith("/people?month=2026-11&state=late&after=B"))).toBe(true);
  expect(screen.getByRole("link", { name: "Halaman berikutnya" }).getAttribute("href")).toBe(`/dasbor?keadaan=late&setelah=Cut+Meutia%7Cx`);
  await userEvent.click(screen.getByRole("link", { name: /^Semua/ }));
  expect(router.state.location.search).toBe("?keadaan=all");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Bulan" }), "2026-10");
  expect(router.state.location.search).toBe("?bulan=2026-10");
  await expect.poll(() => seen.some(({ url }) => url === `/api/opd-dashboard/${DINAS.id}?month=2026-10`)).toBe(true);
});

test("below the department the way back up is shown", async () => {
  served.dashboard = { ...DASHBOARD, unit: GIZI, trail: [DINAS, GIZI] };
  const { seen } = await open(`/dasbor/${GIZI.id}?bulan=2026-11`);
  const crumbs = within(await screen.findByRole("navigation", { name: "Letak halaman ini" }));
  expect(crumbs.getByRole("link", { name: "Dinas Kesehatan" }).getAttribute("href")).toBe(`/dasbor/${DINAS.id}?bulan=2026-11`);
  expect(seen.some(({ url }) => url === `/api/opd-dashboard/${GIZI.id}?month=2026-11`)).toBe(true);
});

test("empty: no unit, nothing pressing, no closed period, everybody reported", async () => {
  served.session = { ...SESSION, leads: null };
  const { unmount } = await open();
  expect(await screen.findByText("Anda tidak memimpin unit.")).toBeDefined();
  unmount();
  Object.assign(served, { session: SESSION, dashboard: { ...DASHBOARD, attention: [], period: null, heat: { months: MONTHS, rows: [] } }, people: { people: [], next: null } });
  await open();
  for (const words of ["Tidak ada yang mendesak saat ini.", "Belum ada periode yang ditutup", "Belum ada capaian yang terkirim", "Semua sudah mengirim laporan."]) expect(await screen.findByText(words)).toBeDefined();
});

const YEAR: Output<typeof readPersonYear> = {
  person: { id: uuid(20), name: "Cut Meutia", jabatan: "Bidan Penyelia", unit: "Bidang P2P", penilai: "dr. Sri" },
  months: [
    { reportId: uuid(60), month: "2026-08", kewajiban: "cuti", status: "draft", isLate: false, capaian: null, tutup: "2026-09-21" },
    { reportId: uuid(61), month: "2026-09", kewajiban: "wajib_lapor", status: "draft", isLate: false, capaian: null, tutup: "2026-10-21" },
    { reportId: uuid(62), month: "2026-10", kewajiban: "wajib_lapor", status: "checked", isLate: true, capaian: 96.6, tutup: "2026-11-20" },
    { reportId: uuid(63), month: "2026-11", kewajiban: "wajib_lapor", status: "draft", isLate: false, capaian: null, tutup: "2026-12-21" },
  ],
  results: [{ appraisalId: uuid(70), year: 2026, kind: "triwulanan", number: 2, predikat: "baik" }],
};
test("a person's year: who is excused or still has time is not counted as missing", async () => {
  await serveOrigin(({ url }, response) => json(response, url === "/api/session" ? SESSION : YEAR));
  draw(<PersonYearPage />, { at: `/orang/${uuid(20)}` });
  expect(await heading("Cut Meutia: 1 dari 2 laporan masuk")).toBeDefined();
  expect(screen.getByText("Bidan Penyelia, Bidang P2P. Pejabat penilai: dr. Sri.")).toBeDefined();
  expect(within(screen.getByRole("list", { name: "Dua belas bulan" })).getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    expect.stringContaining("Agustus 2026: Cuti"), expect.stringContaining("September 2026"), expect.stringContaining("Oktober 2026: Sudah diperiksa, terlambat"), expect.stringContaining("November 2026: Sedang diisi"),
  ]);
  expect(screen.getAllByRole("link", { name: /^Lihat laporan/ }).map((link) => link.getAttribute("href"))).toEqual([`/penilaian/${uuid(62)}`]);
  expect(screen.getByRole("link", { name: "Lihat: Triwulan II 2026" }).getAttribute("href")).toBe(`/hasil/${uuid(70)}`);
});

test("promises of the unit's meetings: kept, carried, overdue, the longest by name, and the way to the next meeting", async () => {
  await open();
  const card = within(await screen.findByRole("region", { name: "Janji rapat" }));
  expect(card.getByText("9 dari 10 rapat mulai tepat waktu. Lama rapat 104% dari rencana.")).toBeDefined();
  expect(card.getAllByRole("definition").map((figure) => figure.textContent)).toEqual(["21", "5", "2", "1"]);
  expect(card.getByText("Cut Meutia, dibawa 2 bulan")).toBeDefined();
  expect(card.getByRole("link", { name: "Buka rapat" }).getAttribute("href")).toBe(`/rapat/${uuid(60)}`);
});
