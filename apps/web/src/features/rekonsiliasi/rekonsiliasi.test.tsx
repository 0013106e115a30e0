import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import RekonsiliasiPage from "./RekonsiliasiPage.tsx";

afterEach(() => vi.unstubAllGlobals());

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const REPORT = { id: uuid(1), kind: "penilaian", title: "Laporan Penilaian SKP", period: { kind: "triwulanan", year: 2026, number: 2 }, scope: "", pulledAt: "20-07-2026", keptAt: "2026-07-20T03:00:00Z", rows: 2 };
const counts = { berbeda: 1, hanya_di_sini: 0, hanya_di_bkn: 0, cocok: 1 };
const ROW = { nip: "198503032010011003", name: "Budi", state: "berbeda", opd: "Dinas A", rating: "sendiri", acting: ["Plt. Kepala Bidang, Bidang B"], beda: [{ aspek: "nilai", key: "predikat=baik|kurang", fields: [{ field: "predikat", here: "baik", bkn: null }, { field: "hasilKerja", here: "sesuai", bkn: "di_bawah" }], tindakan: null, version: null }] };
const VIEW = { report: REPORT, unit: null, day: "2026-06-30", match: { kind: "same", firstMonth: "2026-04", lastMonth: "2026-06" }, areRatingsShown: true, mayDecide: true, usualDue: "2026-12-07", counts, open: 1, overdue: 0, age: 126, opds: [{ opd: "Dinas A", counts, open: 1 }], found: 1, rows: [ROW], next: null };

async function open(roles: string[], { reports = [REPORT], view = VIEW, refuse }: { reports?: object[]; view?: object; refuse?: string } = {}) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url === "/api/session") return json(response, { person: { id: uuid(9), name: "Analis", opdId: uuid(7) }, roles, leads: { id: uuid(8), name: "Dinas A", kind: "opd" }, today: "2026-11-23" });
    if (request.method === "POST") return refuse === undefined ? json(response, ROW) : problem(response, 409, "refused", { refusals: [refuse] });
    return json(response, /\/api\/rekonsiliasi(\?|$)/.test(request.url) ? { reports } : view);
  });
  draw(<Suspense><RekonsiliasiPage /></Suspense>, { at: "/rekonsiliasi" });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}

test("both sides stand beside each other in words, and a decision is two presses", async () => {
  const seen = await open(["bkpsdm_analis"]);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("1 orang masih berbeda dengan e-Kinerja.");
  const table = screen.getByRole("table", { name: "Nilai" });
  expect(within(table).getAllByRole("row").map((row) => row.textContent)).toEqual(["IsiTerajue-Kinerja BKN", "PredikatBaiktidak ada", "Hasil kerjaSesuai ekspektasiDi bawah ekspektasi"]);
  screen.getByText("Di e-Kinerja juga: Plt. Kepala Bidang, Bidang B.");
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Perbaiki di BKN" }));
  await user.click(screen.getByRole("button", { name: "Simpan tindakan: Perbaiki di BKN" }));
  expect(seen.filter(({ method }) => method === "POST").map(({ body }) => JSON.parse(body) as object)).toEqual([{ unit: null, nip: ROW.nip, aspek: "nilai", key: ROW.beda[0]?.key, version: null, tindakan: "perbaiki_di_bkn", pelaksana: "penilai", dueOn: "2026-12-07", note: null }]);
});

test("a head asks about the own department alone, an admin about the one they keep", async () => {
  const seen = await open(["pegawai", "kepala_opd"]);
  expect(seen.filter(({ url }) => url.startsWith("/api/rekonsiliasi")).every(({ url }) => url.includes(uuid(8)))).toBe(true);
});

test("what is decided can be changed; a refusal is said in words", async () => {
  const beda = { ...ROW.beda[0], tindakan: { version: 1, tindakan: "wajar", pelaksana: "bkpsdm", dueOn: null, note: "Plt. sejak pekan lalu.", by: "Laila", on: "2026-11-20", isOverdue: false }, version: 1 };
  await open(["bkpsdm_analis"], { view: { ...VIEW, rows: [{ ...ROW, beda: [beda] }] }, refuse: "rekonsiliasi_no_difference" });
  screen.getByText("Wajar: Plt. sejak pekan lalu.");
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Ubah tindakan" }));
  await user.click(screen.getByRole("button", { name: "Wajar" }));
  await user.type(screen.getByLabelText("Mengapa wajar?"), "Sudah benar.");
  await user.click(screen.getByRole("button", { name: "Simpan tindakan: Wajar" }));
  expect((await screen.findByText("Perbedaan ini sudah tidak ada.")).isConnected).toBe(true);
});

test("who may not see ratings is told so, and who may not decide has no buttons", async () => {
  await open(["bkpsdm"], { view: { ...VIEW, areRatingsShown: false, mayDecide: false, match: { kind: "inside", firstMonth: null, lastMonth: null } } });
  screen.getByText(/Nilai hanya terlihat oleh analis BKPSDM/);
  screen.getByText(/Bulan ini bagian dari triwulan kita/);
  expect(screen.queryByRole("button", { name: "Wajar" })).toBeNull();
});

test("before the first report the page says what comes first", async () => {
  await open(["bkpsdm"], { reports: [] });
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Belum ada laporan e-Kinerja yang disimpan.");
});

test("on a phone a person is a line with the first difference, and opens to both sides and the actions", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  await open(["bkpsdm_analis"]);
  const line = screen.getByRole("button", { name: /^Budi/ });
  expect([line.getAttribute("aria-expanded"), line.textContent]).toEqual(["false", "BudiBerbedaPredikat: Baik, BKN: tidak ada. Dan 1 lagi"]);
  expect(screen.queryByRole("table", { name: "Nilai" })).toBeNull();
  const user = userEvent.setup();
  await user.click(line);
  expect(line.getAttribute("aria-expanded")).toBe("true");
  within(screen.getByRole("table", { name: "Nilai" })).getByText("Di bawah ekspektasi");
  await user.click(screen.getByRole("button", { name: "Perbaiki di BKN" }));
  screen.getByRole("button", { name: "Simpan tindakan: Perbaiki di BKN" });
  await user.click(line);
  expect(screen.queryByRole("table", { name: "Nilai" })).toBeNull();
});

test("a folded line says what was decided, and that it is late", async () => {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  const tindakan = { version: 1, tindakan: "perbaiki_di_bkn", pelaksana: "penilai", dueOn: "2026-11-01", note: "", by: "Laila", on: "2026-10-20", isOverdue: true };
  await open(["bkpsdm_analis"], { view: { ...VIEW, rows: [{ ...ROW, beda: [{ ...ROW.beda[0], tindakan, version: 1 }] }, { ...ROW, nip: "2", name: "Cut", state: "cocok", beda: [] }] } });
  expect(screen.getAllByRole("button", { expanded: false }).map((line) => line.textContent)).toEqual(["BudiBerbedaPerbaiki di BKN, Lewat tanggal", "CutCocokDinas A"]);
});
