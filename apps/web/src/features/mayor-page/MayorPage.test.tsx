import type { SessionView } from "@teraju/contracts/session";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import { changeOf, countChanges, type Department, type Page } from "./finding.ts";
import MayorPage from "./MayorPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const SESSION: SessionView = { person: { id: uuid(9), name: "Wali Kota", nip: null, jabatan: "Wali Kota", unit: null, unitId: null, opd: null, opdId: null }, roles: ["wali_kota"], leads: null, today: "2026-11-24", isDemo: false };
const department = (n: number, name: string, more: Partial<Department> = {}): Department => ({ unit: { id: uuid(n), name, kind: "opd" }, head: { name: `Kepala ${n}`, kind: "definitif" }, obliged: 40, submitted: 20, checked: 5, isUnrecorded: false, capaian: 101, capaianBefore: 100, capaianOrganisasi: "baik", ...more });
const PAGE: Page = {
  month: "2026-11", months: ["2026-11", "2026-10"], batas: "2026-12-07",
  city: { people: 4000, obliged: 3883, submitted: 1939, onTime: 1930, checked: 900, capaian: 101.3, capaianBefore: 100.1, submittedShareBefore: 0.989 },
  departments: [
    department(1, "Sekretariat Daerah"), department(2, "Inspektorat", { capaian: 97.9, capaianBefore: 99.2, head: { name: "Eka", kind: "plt" } }),
    department(3, "Badan Kepegawaian", { capaian: 100.4, capaianBefore: 100.1, head: null, capaianOrganisasi: null }), department(4, "Kecamatan Kecil", { capaian: null, submitted: 3 }),
  ],
  period: { id: uuid(30), year: 2026, kind: "triwulanan", number: 2, official: { cocok: 3900, berbeda: 40, belum_dinilai_bkn: 0, belum_dicocokkan: 17 }, rated: 3957, distribution: { sangat_baik: 878, baik: 2797, butuh_perbaikan: 264, kurang: null, sangat_kurang: null } },
  trend: [{ month: "2026-10", obliged: 3904, submitted: 3862, onTime: 3535, capaian: 101.5 }, { month: "2026-11", obliged: 3883, submitted: 1939, onTime: 1930, capaian: 101.3 }],
};
const served = { page: PAGE };
beforeEach(() => Object.assign(served, { page: PAGE }));
async function open() {
  const { seen } = await serveOrigin(({ url }, response) => json(response, url === "/api/session" ? SESSION : served.page));
  return { seen, ...draw(<MayorPage />, { at: "/wali-kota" }) };
}
const cells = (name: string) => within(screen.getByRole("row", { name: new RegExp(`^${name}`) })).getAllByRole("cell").map((each) => each.textContent?.trim());

test("the city in one sentence, and its four figures beside last month's", async () => {
  await open();
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("1.939 dari 3.883 laporan November 2026 masuk. 1.944 belum.");
  expect(screen.getByText("Kota Langsa, 4.000 pegawai. Masih berjalan sampai Senin, 7 Desember.")).toBeDefined();
  expect(screen.getByText(/Sumber resmi: e-Kinerja BKN\. Hasil yang ada: 3\.900 orang cocok, 40 berbeda, 17 belum dicocokkan\.$/)).toBeDefined();
  expect(screen.getByText("Bulan lalu 98,9%")).toBeDefined();
  expect(screen.getByText("Rata-rata capaian").closest("div")?.textContent).toContain("↑ naik 1,2");
});

test("departments stand in the order of the tree, cannot be sorted, and their change is told in words", async () => {
  await open();
  expect(await screen.findByRole("heading", { name: "Capaian naik di 1 perangkat daerah, tetap di 1, turun di 1" })).toBeDefined();
  const table = within(screen.getByRole("table", { name: "Perangkat daerah" }));
  expect(table.getAllByRole("rowheader").map((each) => each.textContent)).toEqual(["Sekretariat Daerah", "Inspektorat", "Badan Kepegawaian", "Kecamatan Kecil"]);
  expect(table.queryByRole("button")).toBeNull();
  expect(cells("Sekretariat Daerah")).toEqual(["Kepala 1", "50%", "101,0%", "↑ naik 1,0", "Baik"]);
  expect(cells("Inspektorat")).toEqual(["Plt. Eka", "50%", "97,9%", "↓ turun 1,3", "Baik"]);
  expect(cells("Badan Kepegawaian")).toEqual(["belum terisi", "50%", "100,4%", "→ tetap", "–"]);
});

test("few people stay hidden, in the table and in the distribution, and it is said why", async () => {
  await open();
  await screen.findByRole("heading", { name: "Triwulan II 2026: Baik 2.797 dari 3.957 orang" });
  expect(cells("Kecamatan Kecil").slice(2, 4)).toEqual(["disembunyikan", "tanpa pembanding"]);
  expect(screen.getByText("Kurang dan Sangat kurang: disembunyikan. Angka dari kurang dari lima orang disembunyikan.")).toBeDefined();
});

test("a month that is over is compared with the one before; another month is asked for by the address", async () => {
  served.page = { ...PAGE, month: "2026-10", batas: "2026-11-06", city: { ...PAGE.city, submitted: 3883 }, period: null, trend: [] };
  const { seen, router } = await open();
  expect(await screen.findByRole("heading", { name: "Semua 3.883 laporan Oktober 2026 masuk." })).toBeDefined();
  expect(screen.getByText("Masuk", { selector: "dt" }).closest("div")?.textContent).toContain("↑ naik 1,1");
  expect(screen.getByText("Belum ada periode yang ditutup")).toBeDefined();
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Bulan" }), "2026-11");
  expect(router.state.location.search).toBe("?bulan=2026-11");
  await expect.poll(() => seen.at(-1)?.url).toBe("/api/mayor-page?month=2026-11");
});

test("less than half a point is no change", () => {
  expect([changeOf(100.4, 100), changeOf(100.5, 100), changeOf(99.5, 100), changeOf(null, 100), changeOf(100, null)].map((change) => change.kind)).toEqual(["same", "up", "down", "unknown", "unknown"]);
  expect(countChanges([])).toEqual({ up: 0, same: 0, down: 0 });
});
