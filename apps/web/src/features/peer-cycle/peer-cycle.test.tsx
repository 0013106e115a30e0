import type { Output } from "@teraju/contracts/endpoint";
import type { listPeerCycles, PeerCycleView, readVerification } from "@teraju/contracts/peer-input";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import PeerCyclePage from "./PeerCyclePage.tsx";
import VerificationPage from "./VerificationPage.tsx";

const idOf = (n: number) => `0193f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const HASH = "a".repeat(64);
const ROOT = "b".repeat(64);
const ME = idOf(9);
type Cycles = Output<typeof listPeerCycles>;
/** Every step is refused by the state, but for those named. */
const steps = (named: Partial<PeerCycleView["actions"]>) => ({ nameVerifiers: ["wrong_status"], setLastDay: ["wrong_status"], draw: ["wrong_status"], replace: ["wrong_status"], close: ["wrong_status"], seal: ["wrong_status"], release: ["wrong_status"], ...named });

function cycle(more: Partial<PeerCycleView> = {}): PeerCycleView {
  return {
    id: idOf(1), year: 2026, semester: 2, status: "preparing", answersFrom: "2026-11-16", answersUntil: "2026-11-30", version: 3,
    parameters: { perOrang: 7, lintasUnit: 1, bawahan: 5, minBawahan: 4, minJawaban: 4, bobot: 0.2 }, keyHash: HASH, draw: null, progress: null, sealed: null, released: null, verifiers: [],
    actions: steps({ nameVerifiers: [], draw: ["verifiers_missing"] }), ...more,
  };
}
const DRAW = { on: "2026-11-16", people: 4000, forms: 28000, root: ROOT, components: 1, crossPercent: 20, shortfall: 12, replaced: 3, left: 1, joined: 2 };

async function office(first: Partial<Cycles>, { roles = ["bkpsdm"], answer }: { roles?: string[]; answer?: (url: string, method: string) => unknown } = {}) {
  const view: Cycles = {
    cycles: [], next: null, actions: { open: [] }, candidates: [{ role: "inspektorat", person: { id: idOf(7), name: "Zuraida" } }, { role: "bkpsdm_analis", person: { id: ME, name: "Rina" } }], ...first,
  };
  const served = await serveOrigin(({ method, url }, response) => {
    if (url.startsWith("/api/session")) return json(response, { person: { id: ME, name: "Fauzan", nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles, leads: null, today: "2026-11-23", isDemo: true });
    const own = answer?.(url, method);
    if (own !== undefined) return json(response, own);
    if (url === "/api/peer-cycle" && method === "GET") return json(response, view);
    return method === "GET" ? problem(response, 404, "not_found") : json(response, view.cycles[0] ?? cycle());
  });
  const writes = () => served.seen.filter(({ method }) => method !== "GET").map(({ method, url, body }) => [`${method} ${url}`, JSON.parse(body || "null") as unknown] as const);
  return { ...served, writes };
}

test("a cycle is opened with its two days; the last may not come before the first", async () => {
  const { writes } = await office({ next: { year: 2026, semester: 2, answersFrom: "2026-11-23", answersUntil: "2026-12-07" } });
  draw(<PeerCyclePage />);
  const user = userEvent.setup();
  const until = await screen.findByLabelText("Hari terakhir pengisian");
  await user.clear(until);
  await user.type(until, "2026-11-01");
  await user.click(screen.getByRole("button", { name: "Buka siklus" }));
  expect(screen.getByText("Hari terakhir tidak boleh sebelum hari pertama.")).toBeTruthy();
  await user.clear(until);
  await user.type(until, "2026-12-07");
  await user.click(screen.getByRole("button", { name: "Buka siklus" }));
  await expect.poll(() => writes().length).toBe(1);
  expect(writes()[0]).toEqual(["POST /api/peer-cycle", { id: expect.any(String), year: 2026, semester: 2, answersFrom: "2026-11-23", answersUntil: "2026-12-07" }]);
});

test("the key's fingerprint is there before the draw; the draw waits for two sworn verifiers and says so", async () => {
  const { writes } = await office({ cycles: [cycle()] });
  draw(<PeerCyclePage />);
  const user = userEvent.setup();
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Semester 2 2026 sedang disiapkan. Undian belum dilakukan.");
  expect(screen.getByText(HASH)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Lakukan undian" }).getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText(/Tunjuk dahulu dua verifikator/)).toBeTruthy();
  await user.selectOptions(screen.getByLabelText("Inspektorat"), "Zuraida");
  await user.selectOptions(screen.getByLabelText("Analis BKPSDM"), "Rina");
  await user.click(screen.getByRole("button", { name: "Tetapkan verifikator" }));
  await expect.poll(() => writes()).toEqual([[`PUT /api/peer-cycle/${idOf(1)}/verifier`, { version: 3, inspektoratId: idOf(7), analisId: ME }]]);
});

test("while it is answered there are totals in steps of five percent, and no name of anybody", async () => {
  await office({ cycles: [cycle({ status: "answering", draw: DRAW, progress: { forms: 28000, sentPercent: 45, asOf: "2026-11-22" }, actions: steps({ replace: [], close: ["answers_running"] }) })] });
  draw(<PeerCyclePage />);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Semester 2 2026: sekitar 45% formulir masuk. Diisi sampai 30 November 2026.");
  expect(screen.getByText(/Sekitar 45% dari 28\.000 formulir masuk, keadaan 22 November 2026\./)).toBeTruthy();
  expect(screen.getByText(/Masih dalam masa pengisian/)).toBeTruthy();
  expect(screen.getByText("Seluruh kota terhubung: nilai antarunit bisa dibandingkan.")).toBeTruthy();
});

test("sealing says what it destroys before it does, and asks once more", async () => {
  const { writes } = await office({ cycles: [cycle({ status: "closed", draw: DRAW, actions: steps({ seal: [] }) })] });
  draw(<PeerCyclePage />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Segel" }));
  const dialog = screen.getByRole("dialog", { name: "Segel siklus ini?" });
  expect(within(dialog).getByText("Data yang menghubungkan penilai dengan jawabannya dimusnahkan. Ini tidak bisa dibatalkan.")).toBeTruthy();
  expect(writes()).toEqual([]);
  await user.click(within(dialog).getByRole("button", { name: "Segel" }));
  await expect.poll(() => writes()).toEqual([[`POST /api/peer-cycle/${idOf(1)}/seal`, { version: 3 }]]);
});

test("the auditor reads the cycle without a button, and without the summary of results", async () => {
  const { seen } = await office({ cycles: [cycle({ status: "released", draw: DRAW, sealed: { on: "2026-12-08", answers: 20000 }, released: { on: "2026-12-09", shown: 3500, merged: 40, none: 460 } })] }, { roles: ["auditor"] });
  draw(<PeerCyclePage />);
  expect(await screen.findByText("3.500")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /undian|Segel|Terbitkan/i })).toBeNull();
  expect(seen.some(({ url }) => url.includes("rollup"))).toBe(false);
});

test("the summary says where a small department is hidden; relations open on a press, to the analyst alone", async () => {
  const { seen } = await office(
    { cycles: [cycle({ status: "released", draw: DRAW, sealed: { on: "2026-12-08", answers: 20000 }, released: { on: "2026-12-09", shown: 3500, merged: 40, none: 460 } })] },
    {
      roles: ["bkpsdm_analis"],
      answer: (url) => url.includes("/rollup") ? { cycle: cycle(), rows: [{ unit: { id: idOf(50), name: "Dinas Kesehatan" }, people: 600, mean: 3.1 }, { unit: { id: idOf(51), name: "Sekretariat Kecil" }, people: null, mean: null }], total: { people: 3500, mean: 3 } }
        : url.includes("/relation-declaration") ? { cycle: cycle(), stated: 3100, declarations: [{ by: { id: idOf(60), name: "Ani", jabatan: null, unit: null }, person: { id: idOf(61), name: "Budi", jabatan: null, unit: null }, kind: "usaha" }] } : undefined,
    },
  );
  draw(<PeerCyclePage />);
  const small = await screen.findByRole("row", { name: /Sekretariat Kecil/ });
  expect(within(small).getAllByText("disembunyikan")).toHaveLength(2);
  expect(seen.some(({ url }) => url.includes("relation-declaration"))).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "Buka daftar" }));
  expect(await screen.findByRole("row", { name: /Ani Budi Usaha bersama/ })).toBeTruthy();
});

test("a verifier opens the key only after the close, and publishes the root that was computed", async () => {
  const verification: Output<typeof readVerification> = { cycle: cycle({ status: "closed" }), key: "c".repeat(64), keyHash: HASH, root: ROOT, inputs: { people: [] }, command: "pnpm verify-draw undian.json" };
  const verifiers: PeerCycleView["verifiers"] = [{ role: "bkpsdm_analis", person: { id: ME, name: "Rina" }, verdict: null }];
  const { seen, writes } = await office({ cycles: [cycle({ status: "closed", draw: DRAW, verifiers })] }, { roles: ["bkpsdm_analis"], answer: (url, method) => (url.endsWith("/verification") && method === "GET" ? verification : undefined) });
  draw(<VerificationPage />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Buka" }));
  expect(await screen.findByText("pnpm verify-draw undian.json")).toBeTruthy();
  expect(seen.filter(({ url }) => url.endsWith("/verification"))).toHaveLength(1);
  await user.type(screen.getByLabelText("Akar hasil hitung ulang"), "salah");
  await user.click(screen.getByRole("button", { name: "Umumkan" }));
  expect(screen.getByText("Tulis 64 angka dan huruf a sampai f.")).toBeTruthy();
  await user.clear(screen.getByLabelText("Akar hasil hitung ulang"));
  await user.type(screen.getByLabelText("Akar hasil hitung ulang"), ROOT.toUpperCase());
  await user.type(screen.getByLabelText("Pernyataan Anda"), "Dihitung ulang.");
  await user.click(screen.getByRole("button", { name: "Umumkan" }));
  await expect.poll(() => writes()).toEqual([[`POST /api/peer-cycle/${idOf(1)}/verdict`, { digest: ROOT, statement: "Dihitung ulang." }]]);
});

test("while answers come in, the verifier is told to wait; who is none, is told so", async () => {
  const verifiers: PeerCycleView["verifiers"] = [{ role: "bkpsdm_analis", person: { id: ME, name: "Rina" }, verdict: null }];
  await office({ cycles: [cycle({ status: "answering", draw: DRAW, verifiers })] }, { roles: ["bkpsdm_analis"] });
  const first = draw(<VerificationPage />);
  expect(await screen.findByText("Kunci dan masukan dibuka setelah masa pengisian ditutup.")).toBeTruthy();
  first.unmount();
  await office({ cycles: [cycle()] }, { roles: ["auditor"] });
  draw(<VerificationPage />);
  expect(await screen.findByRole("heading", { level: 1, name: "Tidak ada undian yang menunggu pemeriksaan Anda." })).toBeTruthy();
});
