import type { drawSample, listAudit, verifyAudit } from "@teraju/contracts/audit";
import type { Output } from "@teraju/contracts/endpoint";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import AuditPage from "./AuditPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
type Trail = Output<typeof listAudit>;
const TRAIL: Trail = {
  entries: [
    { seq: 1234, at: "2026-11-24 00:10:00+00", actor: { id: uuid(1), name: "Budi" }, action: "review.check", target: { type: "monthly_report", id: uuid(2), name: null }, payload: '{"month":"2026-10"}' },
    { seq: 1233, at: "2026-11-23 23:00:00+00", actor: null, action: "sesuatu.baru", target: { type: "person", id: uuid(3), name: "Citra" }, payload: null },
  ],
  next: "1233", actions: ["review.check", "sesuatu.baru"],
};
const WHOLE: Output<typeof verifyAudit> = { rows: 33641, head: { seq: 33641, hash: "a3269bc1" }, firstBad: null, erased: 2, checkpoint: { seq: 33620, at: "2026-11-23T22:17:57.000Z" }, milliseconds: 1240 };
const SEED = "0e586fe4018168e2";
type Sample = Output<typeof drawSample>;
const result = (n: number, isEqual: boolean): Sample["results"][number] => ({
  appraisalId: uuid(n), person: `Orang ${n}`, unit: "SD Negeri 1", penilai: "Kepala Sekolah", period: { year: 2026, kind: "triwulanan", number: 1 }, revision: isEqual ? 1 : 2, hasilKerja: "di_atas", perilaku: "sesuai",
  predikat: "baik", finalizedAt: "2026-04-10 08:11:00+00", recomputed: { predikat: isEqual ? "baik" : "kurang", isEqual },
  evidence: isEqual ? [] : [{ aspect: "hasil_kerja", kind: "register", title: "Buku register", reference: "542/DISDIK" }, { aspect: "perilaku", kind: "register", title: "Buku register", reference: "542/DISDIK" }],
});
const SAMPLE: Sample = { seed: SEED, drawnOn: "2026-11-24", population: 13740, results: [result(10, true), result(11, true)] };
const PERIODS = { periods: [{ id: uuid(30), year: 2026, kind: "triwulanan", number: 1, firstMonth: "2026-01", lastMonth: "2026-03", ratingFrom: "2026-04-01", ratingUntil: "2026-04-20", state: "closed" }] };

const served: { trail: Trail; verdict: Output<typeof verifyAudit>; sample: Sample; isBroken: boolean } = { trail: TRAIL, verdict: WHOLE, sample: SAMPLE, isBroken: false };
beforeEach(() => Object.assign(served, { trail: TRAIL, verdict: WHOLE, sample: SAMPLE, isBroken: false }));
async function open(at = "/audit") {
  const { seen } = await serveOrigin(({ url, method }, response) => {
    if (served.isBroken && method === "POST") return problem(response, 500, "bug");
    if (url === "/api/audit/verify") return json(response, served.verdict);
    if (url === "/api/audit/sample") return json(response, served.sample);
    return json(response, url.startsWith("/api/audit") ? served.trail : PERIODS);
  });
  return { seen, ...draw(<AuditPage />, { at }) };
}

test("each row says when, who, what and about whom in words; an action without words keeps its code", async () => {
  await open();
  const [first, second] = (await screen.findAllByRole("row")).slice(1);
  if (!first || !second) throw new Error("no rows");
  expect(within(first).getAllByRole("cell").map((each) => each.textContent).slice(0, 4)).toEqual(["24 November 2026, 07.10", "Budi", "Laporan diperiksa", "Laporan"]);
  expect(within(second).getAllByRole("cell").map((each) => each.textContent)).toEqual(["24 November 2026, 06.00", "Sistem", "sesuatu.baru", "Citra", "Isi sudah dihapus."]);
  await userEvent.click(within(first).getByText("Lihat isi"));
  expect(within(first).getByText('{"month":"2026-10"}')).toBeDefined();
});

test("filters and the page live in the address; a name filters by its actor", async () => {
  const { seen, router } = await open("/audit?mulai=2026-11-01&sebelum=5000");
  expect((await screen.findByRole("link", { name: "Budi" })).getAttribute("href")).toBe(`/audit?mulai=2026-11-01&pelaku=${uuid(1)}`);
  expect(seen.at(-1)?.url).toBe("/api/audit?before=5000&from=2026-11-01");
  expect(screen.getByRole("link", { name: "Halaman berikutnya" }).getAttribute("href")).toBe("/audit?mulai=2026-11-01&sebelum=1233");
  await userEvent.selectOptions(screen.getByRole("combobox", { name: "Tindakan" }), "review.check");
  await userEvent.click(screen.getByRole("button", { name: "Saring" }));
  expect(router.state.location.search).toBe("?mulai=2026-11-01&tindakan=review.check");
  await expect.poll(() => seen.at(-1)?.url).toBe("/api/audit?action=review.check&from=2026-11-01");
  expect((await screen.findByRole("link", { name: "Hapus saringan" })).getAttribute("href")).toBe("/audit");
});

test("the actor that was chosen is named, with the way out; an empty answer says what to do", async () => {
  const { unmount } = await open(`/audit?pelaku=${uuid(1)}`);
  expect((await screen.findByText(/^Pelaku: Budi/)).querySelector("a")?.getAttribute("href")).toBe("/audit");
  unmount();
  served.trail = { ...TRAIL, entries: [], next: null };
  await open("/audit?tindakan=review.check");
  expect(await screen.findByText("Tidak ada baris pada saringan ini.")).toBeDefined();
});

test("a whole trail is said to be whole, with its head and the checkpoint outside of the database", async () => {
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Periksa keutuhan" }));
  const said = (await screen.findByText("Jejak utuh: 33.641 baris sudah diperiksa.")).closest("[role=status]")?.textContent;
  for (const words of ["Baris terakhir nomor 33.641, sidik jari a3269bc1.", "nomor 33.620, 24 November 2026, 05.17", "2 isi dihapus atas permintaan.", "Selesai dalam 1,2 detik."]) expect(said).toContain(words);
});

test("a broken trail names its first bad row and how it is broken", async () => {
  served.verdict = { ...WHOLE, firstBad: { seq: 120, fault: "hash" } };
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Periksa keutuhan" }));
  const alert = within(await screen.findByRole("alert"));
  expect(alert.getByText("Jejak rusak. Baris pertama yang keliru: nomor 120.")).toBeDefined();
  expect(alert.getByText("Sidik jari baris ini tidak cocok dengan isinya.")).toBeDefined();
  expect(alert.getByRole("link", { name: "Lihat di sekitar baris itu" }).getAttribute("href")).toBe("/audit?sebelum=126");
});

test("a check that fails says so, and is never taken for a whole trail", async () => {
  served.isBroken = true;
  await open();
  await userEvent.click(await screen.findByRole("button", { name: "Periksa keutuhan" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Nomor rujukan: req-7.");
  expect(screen.queryByText(/Jejak utuh/)).toBeNull();
});

test("a sample says how many agree, from how many, and by which seed", async () => {
  const { seen } = await open("/audit?lihat=sampel");
  await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Periode" }), uuid(30));
  await userEvent.type(screen.getByRole("textbox", { name: /^Benih/ }), SEED.toUpperCase());
  await userEvent.click(screen.getByRole("button", { name: "Ambil sampel" }));
  expect(await screen.findByRole("heading", { name: "2 dari 2 hasil sama setelah dihitung ulang" })).toBeDefined();
  expect(screen.getByText(`Dari 13.740 hasil final. Diambil 24 November 2026. Benih ${SEED}.`)).toBeDefined();
  expect(JSON.parse(seen.at(-1)?.body ?? "")).toEqual({ period: uuid(30), seed: SEED });
});

test("a result that differs is the finding; the same document is named once", async () => {
  served.sample = { ...SAMPLE, results: [result(10, true), result(11, false)] };
  await open("/audit?lihat=sampel");
  await userEvent.click(await screen.findByRole("button", { name: "Ambil sampel" }));
  expect(await screen.findByRole("heading", { name: "1 dari 2 hasil berbeda setelah dihitung ulang" })).toBeDefined();
  const row = within(screen.getByRole("row", { name: /^Orang 11/ }));
  expect(row.getByText("Dihitung ulang: Kurang")).toBeDefined();
  expect(row.getByText("Triwulan I 2026, versi 2")).toBeDefined();
  expect(row.getAllByText("Buku register")).toHaveLength(1);
  expect(row.getByRole("link", { name: "Orang 11" }).getAttribute("href")).toBe(`/hasil/${uuid(11)}`);
});

test("a seed that is none asks the server nothing; a period without results says so", async () => {
  const { seen } = await open("/audit?lihat=sampel");
  await userEvent.type(await screen.findByRole("textbox", { name: /^Benih/ }), "bukan benih");
  await userEvent.click(screen.getByRole("button", { name: "Ambil sampel" }));
  expect(screen.getByText(/Benih terdiri atas 16 tanda/)).toBeDefined();
  expect(seen.some(({ method }) => method === "POST")).toBe(false);
  served.sample = { ...SAMPLE, results: [], population: 0 };
  await userEvent.clear(screen.getByRole("textbox", { name: /^Benih/ }));
  await userEvent.click(screen.getByRole("button", { name: "Ambil sampel" }));
  expect(await screen.findByRole("heading", { name: "Belum ada hasil final pada periode ini" })).toBeDefined();
});
