import type { listEvaluationPeriods } from "@teraju/contracts/appraisal";
import type { Output } from "@teraju/contracts/endpoint";
import type { listSignedRatings, SignedRatingView } from "@teraju/contracts/signed-rating";
import type { QueryClient } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { sessionQuery } from "../../session.ts";
import SignedRatingPage from "./SignedRatingPage.tsx";
import SignedRatingsPage from "./SignedRatingsPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-0000000000${String(n).padStart(2, "0")}`;
type Periods = Output<typeof listEvaluationPeriods>["periods"];
const period = { id: uuid(1), kind: "triwulanan", year: 2026, number: 3, firstMonth: "2026-07", lastMonth: "2026-09", ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", state: "closed" } as unknown as Periods[number];
const ILYAS = { id: uuid(2), name: "Ilyas", jabatan: "Kepala Dinas A" };
const FAUZAN = { id: uuid(3), name: "Fauzan" };
const DEWI = { id: uuid(4), name: "Dewi" };
const PAPER: NonNullable<SignedRatingView["paper"]> = {
  id: uuid(5), version: 3, status: "entered", number: "800/17/2026", signedOn: "2026-10-16", hasilKerja: "di_atas", perilakuKerja: "sesuai", alasanHasilKerja: "Sasaran terlampaui.", alasanPerilaku: null,
  basis: [{ aspect: "hasil_kerja", kind: "evidence", id: uuid(6) }], scan: { title: "kertas.pdf" }, enteredBy: FAUZAN, enteredOn: "2026-10-17", confirmedBy: null, confirmedOn: null, returned: null,
};
const VIEW: SignedRatingView = {
  period, person: ILYAS, penilai: { id: uuid(7), name: "Wali" }, paper: PAPER, resultId: null,
  evidence: [{ id: uuid(6), title: "Laporan capaian", month: "2026-09" }], umpanBalik: [{ id: uuid(8), from: "Wali", nada: "positif", text: "Rapi.", givenOn: "2026-09-10" }], isSecond: false, actions: { enter: [], confirm: ["second_person_needed"], return: ["second_person_needed"] },
};
const AS_SECOND: Partial<SignedRatingView> = { isSecond: true, actions: { enter: [], confirm: [], return: [] } };
const LIST: Output<typeof listSignedRatings> = {
  period, lines: [{ person: ILYAS, penilai: "Wali", state: "entered" }, { person: { ...DEWI, jabatan: "Kepala Dinas B" }, penilai: "Wali", state: "returned" }, { person: { ...FAUZAN, jabatan: null }, penilai: "Wali", state: "final" }],
};

type Options = { role?: "bkpsdm_analis" | "bkpsdm_kepala"; view?: Partial<SignedRatingView>; list?: typeof LIST; refuse?: string; inEnglish?: boolean; at?: string };
async function open(page: ReactNode, { role = "bkpsdm_analis", view = {}, list = LIST, refuse, inEnglish = false, at = `/kertas-wali-kota/${uuid(1)}/${uuid(2)}` }: Options = {}) {
  const { seen } = await serveOrigin(({ url, method }, response) => {
    if (method !== "GET") return refuse === undefined ? json(response, { ...VIEW, ...view }) : problem(response, 409, "refused", { refusals: [refuse] });
    if (url.includes("/api/signed-rating/")) return json(response, { ...VIEW, ...view });
    return json(response, url.includes("/api/signed-rating?") ? list : { periods: [period] });
  });
  const session = { person: { ...(role === "bkpsdm_kepala" ? DEWI : FAUZAN), nip: null, jabatan: null, unit: null, unitId: null, opd: null, opdId: null }, roles: [role], leads: null, today: "2026-10-26", isDemo: true };
  const options = { at, prepare: (client: QueryClient) => { client.setQueryData(sessionQuery.queryKey, session); } };
  const tree = <Suspense>{page}</Suspense>;
  if (inEnglish) await drawInEnglish(tree, options);
  else draw(tree, options);
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
const ONE = <Routes><Route path="/kertas-wali-kota/:period/:person" element={<SignedRatingPage />} /></Routes>;
const written = (seen: { method?: string; url: string; body: string }[]) => seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url, JSON.parse(body) as object]);

test("the list says in words how far each paper is; who was rated in the app has none to open", async () => {
  await open(<SignedRatingsPage />, { at: "/kertas-wali-kota" });
  expect(await screen.findByText("Menunggu orang kedua")).toBeTruthy();
  expect(screen.getByText("Dikembalikan")).toBeTruthy();
  expect(screen.getByText("Ditetapkan di Teraju")).toBeTruthy();
  expect(screen.getAllByRole("link", { name: /^Buka kertas/ }).map((link) => link.getAttribute("aria-label"))).toEqual(["Buka kertas Ilyas", "Buka kertas Dewi"]);
});

test("where the Wali Kota rates nobody, the list says what to do first", async () => {
  await open(<SignedRatingsPage />, { at: "/kertas-wali-kota", list: { ...LIST, lines: [] } });
  expect(await screen.findByText("Catat Wali Kota dan garis penilainya dahulu.")).toBeTruthy();
});

test("the analis writes what the paper says with its number, and cannot confirm their own entry", async () => {
  const seen = await open(ONE, { view: { paper: null } });
  expect(screen.getByText("Simpan isi dahulu, lalu unggah pindaian.")).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox", { name: /Nomor pada kertas/ }), "800/17/2026");
  const [above] = screen.getAllByRole("radio", { name: "Di atas ekspektasi" });
  const [, within] = screen.getAllByRole("radio", { name: "Sesuai ekspektasi" });
  if (above === undefined || within === undefined) throw new Error("two ratings are asked for");
  await userEvent.click(above);
  await userEvent.click(within);
  await userEvent.click(screen.getByRole("checkbox", { name: /Laporan capaian/ }));
  await userEvent.type(screen.getByRole("textbox", { name: /Alasan hasil kerja/ }), "Sasaran terlampaui.");
  await userEvent.click(screen.getByRole("button", { name: "Simpan isi" }));
  await expect.poll(() => written(seen)).toMatchObject([[`/api/signed-rating/${uuid(1)}/${uuid(2)}`, { version: null, number: "800/17/2026", signedOn: "2026-10-26", hasilKerja: "di_atas", perilakuKerja: "sesuai", alasanHasilKerja: "Sasaran terlampaui.", alasanPerilaku: null, basis: [{ aspect: "hasil_kerja", kind: "evidence", id: uuid(6) }] }]]);
  expect(screen.queryByRole("button", { name: "Sesuai kertas, tetapkan hasil" })).toBeNull();
});

test("what was sent back comes with who, when and why", async () => {
  await open(ONE, { view: { paper: { ...PAPER, status: "returned", returned: { by: "Dewi", on: "2026-10-18", reason: "Tanggalnya salah." } } } });
  expect(screen.getByText("Dikembalikan Dewi, 18 Oktober 2026")).toBeTruthy();
  expect(screen.getByText("Tanggalnya salah.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Simpan isi" })).toBeTruthy();
});

test("the second person reads the entry, and confirms it after seeing the scan", async () => {
  const seen = await open(ONE, { role: "bkpsdm_kepala", view: AS_SECOND });
  expect(screen.getByText("Ditandatangani 16 Oktober 2026. Nomor 800/17/2026.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Simpan isi" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Sesuai kertas, tetapkan hasil" }));
  await expect.poll(() => written(seen)).toEqual([[`/api/signed-rating/${uuid(1)}/${uuid(2)}/confirm`, { version: 3 }]]);
});

test("the second person sends back with a reason, never without; a refusal is said in words", async () => {
  const seen = await open(ONE, { role: "bkpsdm_kepala", view: AS_SECOND, refuse: "wrong_status" });
  await userEvent.click(screen.getByRole("button", { name: "Kembalikan kepada pengisi" }));
  expect(written(seen)).toEqual([]);
  await userEvent.type(screen.getByRole("textbox", { name: "Yang perlu diperbaiki" }), "Tanggalnya salah.");
  await userEvent.click(screen.getByRole("button", { name: "Kembalikan kepada pengisi" }));
  await expect.poll(() => written(seen)).toEqual([[`/api/signed-rating/${uuid(1)}/${uuid(2)}/return`, { version: 3, reason: "Tanggalnya salah." }]]);
  expect(await screen.findByRole("alert")).toBeTruthy();
});

test.each([["bkpsdm_kepala", DEWI, 1], ["bkpsdm_kepala", FAUZAN, 0], ["bkpsdm_analis", DEWI, 1]] as const)("a settled paper leads %s, confirmed by %o, to %i result", async (role, confirmedBy, links) => {
  await open(ONE, { role, view: { resultId: uuid(9), paper: { ...PAPER, status: "confirmed", confirmedBy, confirmedOn: "2026-10-19" } } });
  expect(screen.getByText(/Dikonfirmasi .*, 19 Oktober 2026\./)).toBeTruthy();
  expect(screen.queryAllByRole("link", { name: "Lihat hasil" })).toHaveLength(links);
  expect(screen.queryByRole("button", { name: "Kembalikan kepada pengisi" })).toBeNull();
});

test("both pages speak English", async () => {
  await open(ONE, { role: "bkpsdm_kepala", view: AS_SECOND, inEnglish: true });
  expect(await screen.findByRole("button", { name: "Send back to who entered it" })).toBeTruthy();
  expect(screen.getByText("Signed 16 October 2026. Number 800/17/2026.")).toBeTruthy();
});
