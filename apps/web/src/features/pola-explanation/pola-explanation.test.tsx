import type { PolaExplanationView } from "@teraju/contracts/pola-explanation";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router-dom";
import { expect, test } from "vitest";
import { draw, drawInEnglish } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import PolaExplanationPage from "./PolaExplanationPage.tsx";

const idOf = (n: number) => `0193f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const PERIOD = { id: idOf(1), year: 2026, kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-12-21", ratingUntil: "2027-01-31", state: "late" } as const;
const UNIT = { id: idOf(2), name: "Dinas Perikanan" };
const decision = (rule: string) => ({ rule, cite: { regulation: "SE MenPANRB 3/2023", part: "Pola", link: null }, given: {}, value: "wajib", from: [] });
const COUNTS = { sangat_baik: 0, baik: 15, butuh_perbaikan: 0, kurang: 0, sangat_kurang: 0 };
const FIRST = { revision: 1, text: "Semua target tercapai.", by: "Kadis", on: "2027-02-01", isFromKalibrasi: true, capaian: "baik", jumlah: { sangat_baik: 0, baik: 15, butuh_perbaikan: 0, kurang: 1, sangat_kurang: 0 } } as const;
const SECOND = { ...FIRST, revision: 2, text: "Sesudah keberatan, satu predikat berubah.", isFromKalibrasi: false, on: "2027-03-01" } as const;

function view(more: Partial<PolaExplanationView> = {}): PolaExplanationView {
  return {
    period: PERIOD, unit: UNIT, capaianOrganisasi: "baik", kesesuaian: "wajib", final: 15, isOwed: true, isKalibrasiOpen: false, explanation: null, alasanMin: 20, minPegawai: 50, jumlah: COUNTS, versions: [],
    band: { isInPola: false, decision: decision("Pita pola distribusi"), duty: decision("Kewajiban menjelaskan pola"), lines: [{ temuan: "puncak_melebihi_70_persen", predikat: ["baik"], arah: "paling_banyak", batas: 70, n: 15, share: { value: 100, low: 79.6, high: 100 }, posisi: "di_luar" }] },
    actions: { write: [] }, ...more,
  };
}
const ADDRESS = `/pola/${UNIT.id}/${PERIOD.id}`;
const page = <Routes><Route path="/pola/:unit/:periode" element={<PolaExplanationPage />} /></Routes>;

test("the head reads the finding, what few people mean, and publishes words that say something", async () => {
  const sent: unknown[] = [];
  await serveOrigin(({ method, body }, response) => { if (method === "POST") sent.push(JSON.parse(body)); json(response, view()); });
  draw(page, { at: ADDRESS });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Dinas Perikanan: predikat berbeda dari capaiannya. Penjelasan belum ada.");
  expect(screen.getByText("15 orang, 100%. Selang 95%: 79,6% sampai 100%.")).toBeTruthy();
  expect(screen.getByText(/^Hanya 15 orang, di bawah 50/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Umumkan penjelasan" }));
  expect(screen.getByText("Tulis penjelasan, paling sedikit 20 huruf.")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Penjelasan"), "Semua target dinas tercapai.");
  await userEvent.click(screen.getByRole("button", { name: "Umumkan penjelasan" }));
  await expect.poll(() => sent).toEqual([{ revision: 0, text: "Semua target dinas tercapai." }]);
});

test("what was published stands with its author and day; the version before it below", async () => {
  await serveOrigin((_, response) => json(response, view({ isOwed: false, explanation: SECOND, versions: [SECOND, FIRST] })));
  draw(page, { at: ADDRESS });
  const card = within(await screen.findByRole("region", { name: "Penjelasan yang diumumkan" }));
  expect(card.getByText(SECOND.text)).toBeTruthy();
  expect(card.getByText("Versi sebelumnya (1)")).toBeTruthy();
  expect(card.getByText(/^Kadis, 1 Februari 2027\. Ditulis saat rapat kalibrasi diakhiri\. Saat ditulis: capaian Baik; Baik 15 dan Kurang/)).toBeTruthy();
  expect(screen.getByRole("textbox", { name: /^Penjelasan/ })).toHaveProperty("value", SECOND.text);
});

test("BKPSDM reads and is asked for nothing; a running meeting is where the words are written", async () => {
  await serveOrigin((_, response) => json(response, view({ actions: { write: ["not_unit_head"] } })));
  const { unmount } = draw(page, { at: ADDRESS });
  expect(await screen.findByText("Belum ada penjelasan.")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
  unmount();
  await serveOrigin((_, response) => json(response, view({ isKalibrasiOpen: true, actions: { write: ["kalibrasi_running"] } })));
  await drawInEnglish(page, { at: ADDRESS });
  expect((await screen.findByRole("link", { name: "To the calibration meeting" })).getAttribute("href")).toBe(`/kalibrasi/${PERIOD.id}/${UNIT.id}?lihat=usul`);
});
