import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import DevelopmentPage from "./DevelopmentPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const plan = (more: object = {}) => ({
  id: uuid(3), version: 1, status: "proposed", source: "umpan_balik", finding: "Laporan terlambat.", perilaku: "akuntabel", line: null, indikator: null, bentuk: "coaching", goal: "Mengatur waktu", measure: "Laporan tepat waktu", dueOn: "2026-12-31", isOverdue: false,
  proposedBy: "Rahmat", proposedOn: "2026-11-20", doneOn: null, note: null, entries: [], forms: [], looks: [], looksDue: [], training: null, curve: null, behaviour: null, actions: { agree: [], decline: [], cancel: [], record: [], finish: ["wrong_status"] }, ...more,
});
const shown = (more: object = {}) => ({ person: { id: uuid(1), name: "Budi", jabatan: null, unit: null }, isOwn: true, mayWrite: true, penilai: "Rahmat", findings: [], lines: [], plans: [], ...more });

async function open(page: ReactNode, at: string, answers: (url: string, method: string) => unknown) {
  const { seen } = await serveOrigin((request, response) => {
    if (request.url === "/api/session") return json(response, { person: { id: uuid(1), name: "Budi" }, roles: ["pegawai"], today: "2026-11-23" });
    return json(response, answers(request.url, request.method) as object);
  });
  draw(<Suspense>{page}</Suspense>, { at });
  await screen.findByRole("heading", { level: 1 });
  return seen;
}
const sent = (seen: { method: string; url: string; body: string }[]) => seen.filter(({ method }) => method !== "GET").map(({ url, body }) => [url, JSON.parse(body) as object]);

test("a finding becomes a plan that the other side answers", async () => {
  const finding = { source: "evaluasi", text: "", perilaku: "akuntabel", line: null, on: "2026-10-12" };
  const seen = await open(<DevelopmentPage />, "/pengembangan", (_, method) => (method === "GET" ? shown({ findings: [finding] }) : plan()));
  expect(screen.getByText("Akuntabel: dinilai di bawah ekspektasi pada hasil terakhir.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Buat rencana" }));
  await userEvent.type(screen.getByLabelText("Apa yang ingin dicapai?"), "Mengatur waktu");
  await userEvent.type(screen.getByLabelText("Dari mana terlihat berhasil?"), "Laporan tepat waktu");
  fireEvent.change(screen.getByLabelText("Selesai paling lambat"), { target: { value: "2026-12-31" } });
  await userEvent.click(screen.getByRole("button", { name: "Ajukan" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/development/people/${uuid(1)}/plans`, {
    id: expect.any(String), source: "evaluasi", finding: "Akuntabel: dinilai di bawah ekspektasi pada hasil terakhir.", perilaku: "akuntabel", lineId: null, indikatorId: null, bentuk: "coaching", goal: "Mengatur waktu", measure: "Laporan tepat waktu", dueOn: "2026-12-31",
  }]]);
});

test("what was put forward is agreed with one press; what is done is looked back at in words", async () => {
  const due = plan({ id: uuid(4), status: "done", doneOn: "2026-07-10", looksDue: [3], goal: "Teliti", curve: { of: "capaian", months: [{ month: "2026-06", capaian: 60, colleagues: null }, { month: "2026-07", capaian: null, colleagues: null }], before: 60, after: null, expected: null, similar: 0, doneMonth: "2026-07" } });
  const seen = await open(<DevelopmentPage />, "/pengembangan", (_, method) => (method === "GET" ? shown({ plans: [plan(), due] }) : plan()));
  await userEvent.click(screen.getByRole("button", { name: "Setuju" }));
  const card = within(screen.getByRole("region", { name: "Teliti" }));
  expect(card.getByText(/Rekan serumpun terlalu sedikit/)).toBeTruthy();
  await userEvent.click(card.getByRole("radio", { name: "Membaik" }));
  await userEvent.type(card.getByLabelText("Ceritakan singkat"), "Sudah lebih rapi.");
  await userEvent.click(card.getByRole("button", { name: "Simpan" }));
  await expect.poll(() => sent(seen)).toEqual([
    [`/api/development/plans/${uuid(3)}/action`, { version: 1, action: "agree", note: null }],
    [`/api/development/plans/${uuid(4)}/looks/3`, { seen: "membaik", note: "Sudah lebih rapi.", hindrance: "" }],
  ]);
});

test("what a form asks is filled once and then read as PDF; it waits until nothing is left open", async () => {
  const done = plan({ id: uuid(5), status: "done", goal: "Teliti", doneOn: "2026-11-10", forms: [{ format: "B.1.6", on: "2026-11-09", receivedOn: null, refusals: [], isReadable: true }, { format: "B.1.8", on: null, receivedOn: null, refusals: [], isReadable: false }], actions: { agree: [], decline: [], cancel: ["wrong_status"], record: ["wrong_status"], finish: ["wrong_status"] } });
  const seen = await open(<DevelopmentPage />, "/pengembangan", (_, method) => (method === "GET" ? shown({ plans: [done] }) : done));
  const card = within(screen.getByRole("region", { name: "Teliti" }));
  expect(card.getByRole("link", { name: "PDF: Pelaksanaan coaching" }).getAttribute("href")).toBe(`/api/development/plans/${uuid(5)}/forms/B.1.6/pdf`);
  await userEvent.click(card.getByRole("button", { name: "Isi: Umpan balik pelaksanaan bimbingan" }));
  await userEvent.click(card.getByRole("button", { name: "Simpan formulir" }));
  expect(card.getByText("Masih ada yang belum dipilih.")).toBeTruthy();
  for (const one of card.getAllByRole("radio", { name: "Ya" })) await userEvent.click(one);
  await userEvent.click(card.getByRole("button", { name: "Simpan formulir" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/development/plans/${uuid(5)}/forms`, { format: "B.1.8", jawaban: Array.from({ length: 9 }, () => "ya"), catatan: "" }]]);
});

test("who guided scores nine competences and the technical ones they name; a report on behaviour says what was tried", async () => {
  const forms = [{ format: "B.1.9", on: null, receivedOn: null, refusals: [], isReadable: false }, { format: "B.1.10", on: null, receivedOn: null, refusals: [], isReadable: false }];
  const seen = await open(<DevelopmentPage />, "/pengembangan", (_, method) => (method === "GET" ? shown({ isOwn: false, plans: [plan({ goal: "Teliti", forms })] }) : plan()));
  await userEvent.click(screen.getByRole("button", { name: "Isi: Evaluasi kompetensi pegawai" }));
  const form = within(screen.getByRole("form", { name: "Evaluasi kompetensi pegawai" }));
  await userEvent.click(form.getByRole("button", { name: "Tambah kompetensi teknis" }));
  for (const one of form.getAllByRole("combobox")) fireEvent.change(one, { target: { value: "3" } });
  for (const one of form.getAllByRole("textbox")) fireEvent.change(one, { target: { value: "Rekap rapi." } });
  await userEvent.click(form.getByRole("button", { name: "Simpan formulir" }));
  const score = { nilai: 3, alasan: "Rekap rapi." };
  await expect.poll(() => sent(seen)).toEqual([[`/api/development/plans/${uuid(3)}/forms`, { format: "B.1.9", nilai: Array.from({ length: 9 }, () => score), teknis: [{ nama: "Rekap rapi.", ...score }], rekomendasi: "Rekap rapi." }]]);
  await userEvent.click(await screen.findByRole("button", { name: "Isi: Laporan permasalahan perilaku kerja" }));
  const report = within(screen.getByRole("form", { name: "Laporan permasalahan perilaku kerja" }));
  for (const one of report.getAllByRole("textbox")) fireEvent.change(one, { target: { value: "Tiga kali tidak hadir." } });
  await userEvent.click(report.getByRole("radio", { name: "Tidak" }));
  await userEvent.click(report.getByRole("button", { name: "Simpan formulir" }));
  await expect.poll(() => sent(seen).length).toBe(2);
  expect(sent(seen)[1]?.[1]).toEqual({ format: "B.1.10", ekspektasi: "Tiga kali tidak hadir.", masalah: "Tiga kali tidak hadir.", serupa: false, upaya: "Tiga kali tidak hadir." });
});

test("a plan about a result is measured on its one indicator, or on the one that is chosen", async () => {
  const lines = [{ id: uuid(6), text: "Rekap", indikator: [{ id: uuid(7), text: "Jumlah rekap" }] }, { id: uuid(8), text: "Layanan", indikator: [{ id: uuid(2), text: "Lama layanan" }, { id: uuid(9), text: "Jumlah layanan" }] }];
  const finding = { source: "evaluasi", text: "", perilaku: null, line: { id: uuid(6), text: "Rekap" }, on: "2026-10-12" };
  const seen = await open(<DevelopmentPage />, "/pengembangan", (_, method) => (method === "GET" ? shown({ findings: [finding], lines }) : plan()));
  await userEvent.click(screen.getByRole("button", { name: "Buat rencana" }));
  expect((screen.getByRole("radio", { name: "Jumlah rekap" }) as HTMLInputElement).checked).toBe(true);
  fireEvent.change(screen.getByLabelText("Tentang"), { target: { value: `l:${uuid(8)}` } });
  expect((screen.getByRole("radio", { name: "Tidak menyebut satu indikator" }) as HTMLInputElement).checked).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "Lama layanan" }));
  await userEvent.type(screen.getByLabelText("Apa yang ingin dicapai?"), "Lebih cepat");
  await userEvent.type(screen.getByLabelText("Dari mana terlihat berhasil?"), "Lama layanan turun");
  fireEvent.change(screen.getByLabelText("Selesai paling lambat"), { target: { value: "2026-12-31" } });
  await userEvent.click(screen.getByRole("button", { name: "Ajukan" }));
  await expect.poll(() => sent(seen)[0]?.[1]).toMatchObject({ lineId: uuid(8), indikatorId: uuid(2), perilaku: null });
});

test("what a plan aims at is shown before and after, beside matched colleagues and what would come without help; of one person nothing is proved", async () => {
  const months = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08"].map((month, i) => ({ month, capaian: 60 + 5 * i, colleagues: 61 + i }));
  const curve = { of: "indikator", months, before: 65, after: 80, expected: 70, similar: 12, doneMonth: "2026-07" };
  const aimed = plan({ id: uuid(4), status: "done", goal: "Cepat", perilaku: null, line: { id: uuid(6), text: "Rekap" }, indikator: { id: uuid(7), text: "Jumlah rekap" }, curve });
  const behaviour = { ratings: [{ from: "2026-04", until: "2026-06", rating: "di_bawah", isAfter: false }], peers: [{ year: 2026, semester: 2, groups: [{ group: "gabungan", mean: { from: 3.5, to: 4 } }], isAfter: true }] };
  const polite = plan({ id: uuid(5), status: "done", goal: "Ramah", behaviour });
  await open(<DevelopmentPage />, "/pengembangan", () => shown({ plans: [aimed, polite] }));
  const card = within(screen.getByRole("region", { name: "Cepat" }));
  expect(card.getByText("Indikator yang dituju: Jumlah rekap")).toBeTruthy();
  expect(card.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual(["65", "80", "70", "65"]);
  expect(card.getByText(/Garis: rata-rata 12 rekan sepadan/)).toBeTruthy();
  const other = within(screen.getByRole("region", { name: "Ramah" }));
  expect(other.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual(["Di bawah ekspektasi (April 2026 sampai Juni 2026)", "3,5 sampai 4 dari 4 (semester 2 2026)"]);
  expect(other.getByText(/Satu orang bukan bukti/)).toBeTruthy();
});
