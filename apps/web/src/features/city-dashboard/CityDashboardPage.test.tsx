import type { Output } from "@teraju/contracts/endpoint";
import type { readCityMeetingFigures } from "@teraju/contracts/notulen";
import type { SessionView } from "@teraju/contracts/session";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import CityDashboardPage from "./CityDashboardPage.tsx";
import { belowLimit, type City, hasHidden, heatValue, leastOf } from "./finding.ts";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const KOTA = { id: uuid(1), name: "Kota Langsa", kind: "kota" };
const DINAS = { id: uuid(2), name: "Dinas Kesehatan", kind: "opd" };
const SESSION: SessionView = { person: { id: uuid(9), name: "Contoh", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: ["bkpsdm"], leads: null, today: "2026-11-24", isDemo: false };
const cell = (obliged: number, submitted: number, onTime: number, capaian: number | null) => ({ obliged, submitted, onTime, checked: 0, capaian, isUnrecorded: false });
const counts = (baik: number | null, kurang: number | null) => ({ sangat_baik: 0, baik, butuh_perbaikan: 0, kurang, sangat_kurang: 0 });
const CITY: City = {
  unit: KOTA, trail: [KOTA], month: "2026-11", months: ["2026-11", "2026-10"], batas: "2026-12-07", heatMonths: ["2026-10", "2026-11"], isSuppressed: true, total: cell(103, 52, 52, 101.2),
  rows: [
    { unit: DINAS, isDirect: false, hasChildren: true, people: 100, cells: [cell(100, 85, 80, 97), cell(100, 50, 50, 98)] },
    { unit: KOTA, isDirect: true, hasChildren: false, people: 3, cells: [cell(3, 3, 3, null), cell(3, 2, 2, null)] },
  ],
  period: { id: uuid(30), year: 2026, kind: "triwulanan", number: 2 }, periods: [{ id: uuid(30), year: 2026, kind: "triwulanan", number: 2 }, { id: uuid(31), year: 2026, kind: "triwulanan", number: 1 }],
  official: { cocok: 90, berbeda: 8, belum_dinilai_bkn: 2, belum_dicocokkan: 0 },
  distribution: { total: { rated: 100, counts: counts(98, null) }, rows: [{ unitId: DINAS.id, rated: 97, counts: counts(95, null), capaianOrganisasi: "baik" }, { unitId: KOTA.id, rated: null, counts: counts(null, null), capaianOrganisasi: null }] },
  trend: [{ month: "2026-10", obliged: 103, submitted: 88, onTime: 83, capaian: 97.4 }, { month: "2026-11", obliged: 103, submitted: 52, onTime: 52, capaian: 98 }],
};
const served = { session: SESSION, city: CITY };
beforeEach(() => Object.assign(served, { session: SESSION, city: CITY }));
const FIGURES = { planned: 11, held: 10, onTime: 9, cancelled: 0, lengthPercent: 104, kept: 21, carried: 2, overdue: 1, open: 5, keptPercent: 81 };
const MEETINGS: Output<typeof readCityMeetingFigures> = { year: 2026, total: FIGURES, opds: [{ id: uuid(70), name: "Dinas Kesehatan", ...FIGURES }, { id: uuid(71), name: "Dinas Tanpa Rapat", ...FIGURES, planned: 0, held: 0, onTime: 0, lengthPercent: null, keptPercent: null }] };

async function open(at = "/kota") {
  const { seen } = await serveOrigin(({ url }, response) => json(response, url === "/api/session" ? served.session : url.startsWith("/api/evaluation-meeting-figures") ? MEETINGS : served.city));
  return { seen, ...draw(<CityDashboardPage />, { at }) };
}
const row = (table: string, name: string) => within(within(screen.getByRole("table", { name: table })).getByRole("row", { name: new RegExp(`^${name}`) }));

test("the city's month in a sentence; while it runs, its completion gets no colour and the title speaks of the month before", async () => {
  await open();
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("52 dari 103 laporan November 2026 masuk. 51 belum.");
  expect(screen.getByText("Kota Langsa. Masih berjalan sampai Senin, 7 Desember.")).toBeDefined();
  expect(screen.getByRole("heading", { name: "Laporan masuk Oktober: 1 unit di bawah 90%" })).toBeDefined();
  expect(row("Persen laporan yang masuk, dari yang wajib lapor.", "Dinas Kesehatan").getAllByRole("cell").map((each) => each.textContent)).toEqual(["85", "50"]);
});

test("an average of few people says that it is hidden, and the page says why", async () => {
  await open("/kota?ukuran=capaian");
  expect(await screen.findByText(/memuat kurang dari lima orang/)).toBeDefined();
  expect(row("Rata-rata capaian, persen dari target. Target 100.", "Pegawai langsung Kota Langsa").getAllByRole("cell").map((each) => each.textContent?.replaceAll("\u00AD", ""))).toEqual(["disembunyikan", "disembunyikan"]);
  const direct = row("Jumlah pegawai tiap predikat", "Pegawai langsung Kota Langsa").getAllByRole("cell").map((each) => each.textContent);
  expect(direct).toEqual(["3", "disembunyikan", "0", "disembunyikan", "0", "disembunyikan", "0", "–"]);
  expect(row("Jumlah pegawai tiap predikat", "Jumlah Kota Langsa").getAllByRole("cell").map((each) => each.textContent)).toEqual(["103", "100", "0", "98", "0", "disembunyikan", "0", "–"]);
});

test("who may see every figure reads no word of hiding", async () => {
  served.city = { ...CITY, isSuppressed: false, distribution: { total: { rated: 3, counts: counts(3, 0) }, rows: [] } };
  await open("/kota?ukuran=capaian");
  expect(await screen.findByRole("heading", { level: 1 })).toBeDefined();
  expect(screen.queryByText(/kurang dari lima orang/)).toBeNull();
  expect(hasHidden(CITY)).toBe(true);
});

test("filters and the way down stand in the address and keep each other", async () => {
  const { seen, router } = await open(`/kota?bulan=2026-10&periode=${uuid(31)}&unit=${DINAS.id}`);
  await screen.findByRole("heading", { level: 1 });
  expect(seen.at(-1)?.url).toBe(`/api/city-dashboard?month=2026-10&unit=${DINAS.id}&period=${uuid(31)}`);
  expect(screen.getByRole("link", { name: "Dinas Kesehatan" }).getAttribute("href")).toBe(`/kota?bulan=2026-10&periode=${uuid(31)}&unit=${DINAS.id}`);
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Periode penilaian" }), uuid(30));
  expect(router.state.location.search).toBe(`?bulan=2026-10&periode=${uuid(30)}&unit=${DINAS.id}`);
});

test("the monthly recap is offered to BKPSDM only", async () => {
  const { unmount } = await open();
  expect((await screen.findByRole("link", { name: "Rekap bulanan XLSX" })).getAttribute("href")).toBe("/api/city-dashboard/export?month=2026-11");
  unmount();
  served.session = { ...SESSION, roles: ["auditor"] };
  await open();
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("link", { name: "Rekap bulanan XLSX" })).toBeNull();
});

test("empty: a unit without people, no closed period, a month that all have sent", async () => {
  served.city = { ...CITY, rows: [], total: cell(0, 0, 0, null), unit: DINAS, trail: [KOTA, DINAS] };
  const { unmount } = await open();
  expect(await screen.findByText("Tidak ada pegawai di unit ini.")).toBeDefined();
  unmount();
  served.city = { ...CITY, period: null, periods: [], total: cell(3, 3, 3, null), trend: [] };
  await open();
  expect(await screen.findByText("Belum ada periode yang ditutup")).toBeDefined();
  expect(screen.getByRole("heading", { name: "Semua 3 laporan November 2026 masuk." })).toBeDefined();
  expect(screen.getByRole("heading", { name: "Belum ada rata-rata yang bisa ditampilkan" })).toBeDefined();
});

test("a figure that cannot be is none, not zero", () => {
  const way = { isSuppressed: true, isRunning: false, hidden: "x" };
  expect([heatValue(cell(0, 0, 0, null), "arrived", way), heatValue(cell(4, 0, 0, null), "capaian", way), heatValue(cell(4, 2, 2, null), "capaian", way), heatValue(cell(4, 2, 2, null), "arrived", { ...way, isRunning: true }), heatValue(cell(0, 0, 0, null), "onTime", { ...way, isRunning: true })]).toEqual([null, null, { hidden: "x" }, { running: 50 }, null]);
  expect([belowLimit(CITY.rows, "onTime", 0), belowLimit([], "arrived", 0), leastOf([85.4, 98]), leastOf([])]).toEqual([1, null, 80, 0]);
});

test("meetings by department: begun on time, their length against the plan, promises kept; no name", async () => {
  await open();
  expect(await screen.findByRole("heading", { name: "9 dari 10 rapat evaluasi mulai tepat waktu" })).toBeDefined();
  expect(row("Rapat evaluasi menurut OPD", "Dinas Kesehatan").getAllByRole("cell").map((each) => each.textContent)).toEqual(["10 dari 11", "9 dari 10", "104%", "81%"]);
  expect(screen.queryByText("Dinas Tanpa Rapat")).toBeNull();
});
