import type { MeetingView } from "@teraju/contracts/evaluation-meeting";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { beforeEach, expect, test } from "vitest";
import { CUT, LEADER, MEETING, MEETINGS, MY_SLIDE, NOTULEN, SESSION, UNIT, uuid, VIEW, YUSUF } from "../../../test/meeting.ts";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import MeetingListPage from "./MeetingListPage.tsx";
import MeetingPage from "./MeetingPage.tsx";
import MySlidePage from "./MySlidePage.tsx";
import NotulenPage from "./NotulenPage.tsx";
import PaperPage from "./PaperPage.tsx";
import PlanPage from "./PlanPage.tsx";
import VerifyPage from "./VerifyPage.tsx";

const DAYS = [
  { month: "2026-10", date: "2026-11-12", movedFrom: null, isPast: false, existing: { id: MEETING, date: "2026-11-23", status: "planned" } },
  { month: "2026-11", date: "2026-12-10", movedFrom: null, isPast: false, existing: null },
  { month: "2026-12", date: "2027-01-15", movedFrom: "2027-01-14", isPast: false, existing: null },
];
const served = { view: VIEW, notulen: NOTULEN };
beforeEach(() => Object.assign(served, { view: VIEW, notulen: NOTULEN }));

async function open(at: string) {
  const { seen } = await serveOrigin(({ method, url, body }, response) => {
    if (url === "/api/session") return json(response, SESSION);
    if (url.includes("/plan/")) return json(response, method === "POST" ? { meetings: [], kept: [] } : { unit: UNIT, days: DAYS, suggestion: { time: "09:00", place: "Aula" } });
    if (url.endsWith("/my-slide")) return json(response, { ...MY_SLIDE, ...(method === "PUT" && { version: 1, headline: (JSON.parse(body) as { headline: string }).headline }) });
    if (url.endsWith("/leader")) return json(response, LEADER);
    if (url.includes("/notulen")) return json(response, served.notulen);
    if (url.endsWith("/verifikasi/2345-ABCD")) return json(response, { kind: "rekaman_umpan_balik", format: "B.1.5", isCurrent: true, number: "2345-ABCD", date: "2026-10-12", hash: "c3d4", signatures: [{ place: "penilai", on: "2026-10-14" }], addenda: [] });
    if (url.startsWith("/api/verifikasi/")) return url.endsWith("ABCD-EFGH") ? json(response, { kind: "notulen", format: null, isCurrent: true, signatures: null, number: "RE/2026/10/0001", date: "2026-11-23", hash: "a1b2", addenda: [] }) : problem(response, 404, "not_found");
    if (url.startsWith("/api/evaluation-meeting?")) return json(response, MEETINGS);
    if (url.endsWith("/agenda")) served.view = { ...served.view, version: served.view.version + 1 };
    return json(response, served.view);
  });
  const view = draw(
    <Suspense>
      <Routes>
        <Route path="/rapat" element={<MeetingListPage />} />
        <Route path="/rapat/rencana/:unit" element={<PlanPage />} />
        <Route path="/rapat/:id" element={<MeetingPage />} />
        <Route path="/rapat/:id/slide-saya" element={<MySlidePage />} />
        <Route path="/rapat/:id/notulen" element={<NotulenPage />} />
        <Route path="/rapat/:id/kertas" element={<PaperPage />} />
        <Route path="/verifikasi/:code" element={<VerifyPage />} />
      </Routes>
    </Suspense>, { at });
  return { seen, sent: (end: string) => seen.filter(({ method, url }) => method !== "GET" && url.split("?")[0]?.endsWith(end)).map(({ body }) => JSON.parse(body === "" ? "{}" : body) as Record<string, unknown>), ...view };
}
const agenda = () => screen.getAllByRole("listitem").filter((line) => line.dataset["key"] !== undefined).map((line) => line.dataset["key"]);

test("the agenda says how long it will take, and why each line stands where it does", async () => {
  await open(`/rapat/${MEETING}`);
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Agenda rapat: 2 orang, 10 menit.");
  expect(screen.getByText("Notulis belum dipilih.")).toBeDefined();
  expect(screen.getByText("Di bawah target, Minta bantuan")).toBeDefined();
  expect(screen.getByRole("link", { name: "Ke layar pemimpin" }).getAttribute("href")).toBe(`/rapat/${MEETING}/pimpin`);
  expect(screen.getByRole("link", { name: "Unduh undangan kalender" }).getAttribute("href")).toBe(`/api/evaluation-meeting/${MEETING}/undangan.ics`);
});

test("Alt and an arrow move a line, it is said aloud, and the new order is sent once", async () => {
  const { sent } = await open(`/rapat/${MEETING}`);
  const line = (await screen.findByText(YUSUF.name, { selector: "b" })).closest("li");
  if (line === null) throw new Error("no line");
  fireEvent.keyDown(line, { key: "ArrowUp", altKey: true });
  expect(screen.getByText("M. Yusuf sekarang nomor 1 dari 2.")).toBeDefined();
  expect(agenda().slice(2, 4)).toEqual([uuid(203), uuid(202)]);
  await waitFor(() => expect(sent("/agenda")).toHaveLength(1), { timeout: 3000 });
  expect(sent("/agenda")[0]).toMatchObject({ version: 3, order: [uuid(203), uuid(202)] });
});

test("the menu moves a line too; other minutes are sent with it", async () => {
  const { sent } = await open(`/rapat/${MEETING}`);
  await userEvent.selectOptions(await screen.findByLabelText("Pindahkan Cut Contoh"), "Ke paling bawah");
  const minutes = screen.getByLabelText(/^Menit untuk M\. Yusuf/);
  await userEvent.clear(minutes);
  await userEvent.type(minutes, "5");
  await userEvent.tab();
  await waitFor(() => expect(sent("/agenda").at(-1)).toMatchObject({ order: [uuid(203), uuid(202)], minutes: [{ key: uuid(203), minutes: 5 }] }), { timeout: 3000 });
});

test("who only takes part reads the agenda, and goes to the own slide and the own screen", async () => {
  served.view = { ...VIEW, hats: ["peserta"], mine: { ...VIEW.mine, isSpeaker: true, position: 2 }, actions: { ...VIEW.actions, agenda: ["not_yours"], arrange: ["not_yours"], cancel: ["not_yours"], paper: ["not_yours"] } } satisfies MeetingView;
  await open(`/rapat/${MEETING}`);
  expect(await screen.findByText("Anda berbicara nomor 2.")).toBeDefined();
  expect(screen.getByRole("link", { name: "Slide saya" })).toBeDefined();
  expect(screen.getByRole("link", { name: "Ke layar peserta" })).toBeDefined();
  expect(screen.queryByLabelText(/Pindahkan/)).toBeNull();
  expect(screen.queryByText("Notulis belum dipilih.")).toBeNull();
});

test("too many for one room: meeting in steps is offered", async () => {
  served.view = { ...VIEW, cascade: { isOffered: true, speakers: 3, minutes: 12, units: [{ unit: { id: uuid(3), name: "Bidang P2P", kind: "bidang" }, people: 14, meeting: null }] } };
  const { sent } = await open(`/rapat/${MEETING}`);
  expect(await screen.findByText("Bidang dan puskesmas rapat lebih dulu. Di sini cukup 3 slide, 12 menit.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Pakai rapat berjenjang" }));
  await waitFor(() => expect(sent("/agenda")[0]).toMatchObject({ isCascade: true }));
});

test("a meeting is cancelled only with a reason", async () => {
  const { sent } = await open(`/rapat/${MEETING}`);
  await userEvent.click(await screen.findByRole("button", { name: "Batalkan rapat" }));
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "Batalkan rapat" }));
  expect(dialog.getByText("Tulis alasannya.")).toBeDefined();
  await userEvent.type(dialog.getByLabelText("Alasan pembatalan"), "Listrik padam.");
  await userEvent.click(dialog.getByRole("button", { name: "Batalkan rapat" }));
  await waitFor(() => expect(sent("/cancel")).toEqual([{ version: 3, reason: "Listrik padam." }]));
});

test("one's own slide: one sentence, two photos at most, or a talk in private; no figure can be touched", async () => {
  const { sent } = await open(`/rapat/${MEETING}/slide-saya`);
  await userEvent.click(await screen.findByRole("button", { name: "Pakai usulan" }));
  for (const photo of ["Posyandu.jpg", "Kelas.jpg", "Rapat.jpg"]) await userEvent.click(screen.getByLabelText(photo));
  expect(screen.getAllByText("Paling banyak dua foto.").length).toBeGreaterThan(0);
  await userEvent.click(screen.getByLabelText("Rapat.jpg"));
  expect(screen.queryByRole("spinbutton")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Simpan slide" }));
  await waitFor(() => expect(sent("/my-slide")).toEqual([{ version: 0, headline: "Imunisasi naik menjadi 17 dari 20 bayi.", photoIds: [uuid(400), uuid(401)], isPrivate: false }]));
});

test("the year is planned at once; a month that has its meeting keeps it", async () => {
  const { sent } = await open(`/rapat/rencana/${UNIT.id}?tahun=2026`);
  expect(await screen.findByText("Sudah ada, Senin, 23 November")).toBeDefined();
  expect(screen.getByText("Bergeser dari Kamis, 14 Januari")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Rencanakan 2 rapat" }));
  await waitFor(() => expect(sent(`/plan/${UNIT.id}`)[0]).toMatchObject({ time: "09:00", place: "Aula", meetings: [{ month: "2026-11", date: "2026-12-10" }, { month: "2026-12", date: "2027-01-15" }] }));
});

test("the list leads each hat to its next step", async () => {
  await open("/rapat");
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Rapat berikutnya Senin, 23 November, pukul 09.00.");
  expect(screen.getByRole("link", { name: "Buka" }).getAttribute("href")).toBe(`/rapat/${MEETING}`);
  expect(screen.getByRole("link", { name: "Notulen" }).getAttribute("href")).toBe(`/rapat/${uuid(101)}/notulen`);
  expect(screen.getByRole("link", { name: "Rencanakan rapat Puskesmas Contoh" })).toBeDefined();
});

test("in the minutes words can be edited and figures not; signing is asked for once", async () => {
  const { sent } = await open(`/rapat/${MEETING}/notulen`);
  expect(await screen.findByText("Imunisasi dasar lengkap: 17 dari 20 bayi")).toBeDefined();
  expect(screen.getByText("Hadir 2 dan Izin 1")).toBeDefined();
  await userEvent.type(screen.getByLabelText(/Ringkasan Cut Contoh/), "Kunjungan rumah dilanjutkan.");
  await userEvent.click(screen.getByRole("button", { name: "Simpan kata-kata" }));
  await waitFor(() => expect(sent("/notulen")[0]).toMatchObject({ version: 2, summaries: [{ itemId: uuid(202), summary: "Kunjungan rumah dilanjutkan." }] }));
  await userEvent.click(screen.getByRole("button", { name: "Tanda tangani" }));
  await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Tanda tangani" }));
  await waitFor(() => expect(sent("/sign")).toEqual([{ version: 2 }]));
});

test("signed minutes show who signed, the hash and the public address; only an addendum can follow", async () => {
  served.notulen = {
    ...NOTULEN, status: "signed", hash: "a1b2", verificationPath: "/verifikasi/ABCD-EFGH", signatures: [{ role: "pemimpin", person: CUT, at: "2026-11-23T03:00:00Z", hash: "a1b2" }],
    actions: { edit: ["wrong_status"], sign: ["wrong_status"], scan: ["wrong_status"], addendum: [] },
  };
  const { sent } = await open(`/rapat/${MEETING}/notulen`);
  expect(await screen.findByRole("img", { name: "Kode QR halaman verifikasi" })).toBeDefined();
  expect(screen.getByText("Pemimpin Cut Contoh, 23 November 2026, 10.00 WIB")).toBeDefined();
  expect(screen.queryByRole("textbox", { name: /Ringkasan/ })).toBeNull();
  await userEvent.type(screen.getByLabelText("Perbaikan setelah ditandatangani"), "Tanggal diperbaiki.");
  await userEvent.click(screen.getByRole("button", { name: "Tambah adendum" }));
  await waitFor(() => expect(sent("/addendum")[0]).toMatchObject({ text: "Tanggal diperbaiki." }));
});

test("the check of a record says which places are signed, by no name", async () => {
  await open("/verifikasi/2345-ABCD");
  expect(await screen.findByRole("heading", { level: 1, name: "Dokumen ini asli." })).toBeDefined();
  expect(screen.getByText("Pejabat penilai kinerja, 14 Oktober 2026")).toBeDefined();
});

test("anybody sees whether minutes are genuine, and nothing of what was said", async () => {
  await open("/verifikasi/ABCD-EFGH");
  expect(await screen.findByRole("heading", { name: "Notulen ini asli." })).toBeDefined();
  expect(screen.getByText("a1b2")).toBeDefined();
});

test("an unknown code is said to be unknown", async () => {
  await open("/verifikasi/XXXX-YYYY");
  expect(await screen.findByRole("heading", { name: "Kode ini tidak dikenal." })).toBeDefined();
});

test("a meeting held on paper is entered with its attendance and decisions", async () => {
  const { sent } = await open(`/rapat/${MEETING}/kertas`);
  fireEvent.change(await screen.findByLabelText("Selesai pukul"), { target: { value: "10:15" } });
  await userEvent.click(screen.getByRole("button", { name: "Tandai semua hadir" }));
  await userEvent.click(screen.getByRole("button", { name: "Tambah keputusan" }));
  await userEvent.click(screen.getByRole("button", { name: "Simpan rapat" }));
  expect(screen.getByText("Isi keputusan, atau hapus barisnya.")).toBeDefined();
  await userEvent.type(screen.getByLabelText("Apa yang diputuskan?"), "Beli genset.");
  await userEvent.click(screen.getByRole("button", { name: "Simpan rapat" }));
  await waitFor(() => expect(sent("/paper")[0]).toMatchObject({ startedAt: "09:00", finishedAt: "10:15", decisions: [{ text: "Beli genset.", due: "2026-12-10", pemilik: "pribadi" }] }));
  expect(sent("/paper")[0]?.["attendance"]).toHaveLength(3);
});
