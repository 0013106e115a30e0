import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, Suspense } from "react";
import { expect, test } from "vitest";
import { draw } from "../../../test/render.tsx";
import { json, serveOrigin } from "../../../test/server.ts";
import DevelopmentPage from "./DevelopmentPage.tsx";

const uuid = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const plan = (more: object = {}) => ({
  id: uuid(3), version: 1, status: "proposed", source: "umpan_balik", finding: "Laporan terlambat.", perilaku: "akuntabel", line: null, bentuk: "coaching", goal: "Mengatur waktu", measure: "Laporan tepat waktu", dueOn: "2026-12-31", isOverdue: false,
  proposedBy: "Rahmat", proposedOn: "2026-11-20", doneOn: null, note: null, entries: [], looks: [], looksDue: [], training: null, curve: null, actions: { agree: [], decline: [], cancel: [], record: [], finish: ["wrong_status"] }, ...more,
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
  expect(screen.getByText("Dinilai di bawah ekspektasi pada hasil terakhir.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Buat rencana" }));
  await userEvent.type(screen.getByLabelText("Apa yang ingin dicapai?"), "Mengatur waktu");
  await userEvent.type(screen.getByLabelText("Dari mana terlihat berhasil?"), "Laporan tepat waktu");
  fireEvent.change(screen.getByLabelText("Selesai paling lambat"), { target: { value: "2026-12-31" } });
  await userEvent.click(screen.getByRole("button", { name: "Ajukan" }));
  await expect.poll(() => sent(seen)).toEqual([[`/api/development/people/${uuid(1)}/plans`, {
    id: expect.any(String), source: "evaluasi", finding: "Dinilai di bawah ekspektasi pada hasil terakhir.", perilaku: "akuntabel", lineId: null, bentuk: "coaching", goal: "Mengatur waktu", measure: "Laporan tepat waktu", dueOn: "2026-12-31",
  }]]);
});

test("what was put forward is agreed with one press; what is done is looked back at in words", async () => {
  const due = plan({ id: uuid(4), status: "done", doneOn: "2026-07-10", looksDue: [3], goal: "Teliti", curve: { months: [{ month: "2026-06", capaian: 60 }, { month: "2026-07", capaian: null }], before: 60, expected: null, doneMonth: "2026-07" } });
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
