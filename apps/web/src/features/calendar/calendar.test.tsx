import type { previewCalendar, readCalendar } from "@teraju/contracts/calendar";
import type { Output } from "@teraju/contracts/endpoint";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import { SESSION, uuid } from "../../../test/skp.ts";
import CalendarPage from "./CalendarPage.tsx";

const VIEW: Output<typeof readCalendar> = {
  year: 2026, days: [{ day: "2026-11-10", kind: "libur", name: "Libur Aceh", basis: "Keputusan Gubernur", isPast: true }], workingDays: Array.from({ length: 12 }, () => 21), actions: { change: [] },
  corrections: [{ id: uuid(1), day: "2026-11-10", kind: "libur", name: "Libur Aceh", basis: "Keputusan Gubernur", reason: "Surat baru diterima", on: "2026-11-16", by: "Siti" }, { id: uuid(2), day: "2026-11-11", kind: null, name: "Libur Aceh", basis: "Ralat keputusan", reason: "Keputusan diralat.", on: "2026-11-17", by: "Siti" }],
};
const EFFECT: Output<typeof previewCalendar> = { wrong: [], meetings: 0, moves: [], clocks: [{ peristiwa: "keberatan", mulai: "2026-11-09", n: 3, from: "2026-11-27", to: "2026-11-30" }] };

test("a day that has passed is entered with why it comes late, and the legal clocks that move stand there before it is saved", async () => {
  const { seen } = await serveOrigin(({ url, method }, response) => {
    if (url === "/api/session") return json(response, SESSION);
    if (url === "/api/calendar/preview") return json(response, EFFECT);
    return json(response, method === "PUT" ? { changed: 1 } : VIEW);
  });
  draw(<Suspense><CalendarPage /></Suspense>, { at: "/kalender" });
  const late = within(await screen.findByRole("region", { name: "Hari yang dicatat terlambat" }));
  expect(late.getByText("Surat baru diterima. Dicatat Siti, 16 November 2026.")).toBeTruthy();
  expect(late.getByText(/hari biasa/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Tambah hari" }));
  await userEvent.type(screen.getByLabelText("Hari"), "2027-03-19");
  expect(screen.queryByLabelText("Mengapa baru dicatat sekarang?")).toBeNull();
  await userEvent.clear(screen.getByLabelText("Hari"));
  await userEvent.type(screen.getByLabelText("Hari"), "2026-11-13");
  await userEvent.type(screen.getByLabelText("Nama"), "Libur daerah");
  await userEvent.type(screen.getByLabelText("Dasar"), "Keputusan Gubernur");
  await userEvent.type(screen.getByLabelText("Mengapa baru dicatat sekarang?"), "Surat baru diterima.");
  await userEvent.click(screen.getByRole("button", { name: "Lihat akibatnya" }));
  expect(await screen.findByText("Hak keberatan 3 orang, sejak 9 Nov")).toBeTruthy();
  expect(screen.getByText("Hanya tenggat yang masih berjalan ikut bergeser. Tenggat yang sudah habis tetap seperti waktu diputuskan.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Simpan perubahan" }));
  await expect.poll(() => seen.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body))).toEqual([{ changes: [{ day: "2026-11-13", kind: "libur", name: "Libur daerah", basis: "Keputusan Gubernur", alasan: "Surat baru diterima." }] }]);
});
