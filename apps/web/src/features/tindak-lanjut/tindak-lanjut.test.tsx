import "fake-indexeddb/auto";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SESSION, TINDAK_LANJUT } from "../../../test/meeting.ts";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import { outbox } from "../../sending.tsx";
import { PromiseRow } from "../../promises.tsx";
import TindakLanjutPage from "./TindakLanjutPage.tsx";

beforeEach(() => outbox.start("budi"));
afterEach(() => outbox.wipe());

const queued = () => outbox.read().entries.map(({ endpoint, input }) => ({ endpoint, ...(input.body as object | undefined), ...input.query }));

test("a promise not yet kept is answered with one tap", async () => {
  draw(<ul><PromiseRow item={TINDAK_LANJUT} month="2026-11" /></ul>);
  expect(screen.getByText("dibawa 2 bulan")).toBeDefined();
  await userEvent.click(screen.getByLabelText("Belum"));
  await waitFor(() => expect(queued()).toMatchObject([{ endpoint: "answerTindakLanjut", month: "2026-11", jawaban: "belum" }]));
});

test("'Sudah' asks for evidence, and closes only behind it", async () => {
  draw(<ul><PromiseRow item={TINDAK_LANJUT} month="2026-11" /></ul>);
  await userEvent.click(screen.getByLabelText("Sudah"));
  expect(screen.getByText("Lampirkan bukti. Setelah itu janji ini selesai.")).toBeDefined();
  expect(queued()).toEqual([]);
  await userEvent.upload(screen.getByLabelText("Berkas"), new File(["%PDF-1.7"], "surat.pdf", { type: "application/pdf" }));
  await waitFor(() => expect(queued()).toMatchObject([{ endpoint: "uploadEvidence", tindakLanjutId: TINDAK_LANJUT.id, title: "surat.pdf" }, { endpoint: "answerTindakLanjut", jawaban: "sudah" }]));
});

test("the ledger: mine, and for who heads a unit those of its meetings, which only a reason gives up", async () => {
  const { seen } = await serveOrigin(({ url }, response) => {
    if (url === "/api/session") return json(response, SESSION);
    if (url.includes("/unit/")) return json(response, { items: [TINDAK_LANJUT], next: null, counts: { open: 1, overdue: 1, carried: 1, kept: 4, cancelled: 0 } });
    return json(response, url.endsWith("/cancel") ? TINDAK_LANJUT : { items: [TINDAK_LANJUT], open: 1, overdue: 1 });
  });
  draw(<Suspense><TindakLanjutPage /></Suspense>, { at: "/tindak-lanjut" });
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("1 janji rapat terbuka, 1 lewat tanggal.");
  await userEvent.click(screen.getByRole("link", { name: "Janji unit saya" }));
  expect(await screen.findByText("1 terbuka, 1 dibawa, 1 lewat, 4 selesai")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Lepaskan janji ini" }));
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Lepaskan janji ini" }));
  expect(dialog.getByText("Tulis alasannya.")).toBeDefined();
  await userEvent.type(dialog.getByLabelText("Alasan"), "Sudah dibeli provinsi.");
  await userEvent.click(dialog.getByRole("button", { name: "Lepaskan janji ini" }));
  await waitFor(() => expect(seen.some(({ url, body }) => url.endsWith("/cancel") && body.includes("Sudah dibeli provinsi."))).toBe(true));
});
