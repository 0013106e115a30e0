import "fake-indexeddb/auto";
import type { MeetingCommand } from "@teraju/contracts/evaluation-meeting-live";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { Route, Routes } from "react-router-dom";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CUT, LEADER, MEETING, PARTICIPANT, ROOM, SESSION, STATE, uuid, YUSUF } from "../../../test/meeting.ts";
import { draw } from "../../../test/render.tsx";
import { json, problem, serveOrigin } from "../../../test/server.ts";
import { outbox, OutboxRunner } from "../../sending.tsx";
import { sessionQuery } from "../../session.ts";
import { deviceId } from "./device.ts";
import LeaderPage from "./LeaderPage.tsx";
import ParticipantPage from "./ParticipantPage.tsx";
import WallPage from "./WallPage.tsx";

const served = { room: ROOM, leader: LEADER, participant: PARTICIPANT, state: STATE, isAway: false };
const commands: MeetingCommand[] = [];

async function open(at: string) {
  const { seen } = await serveOrigin(({ method, url, body }, response) => {
    if (served.isAway) return void response.destroy();
    if (url.endsWith("/command")) {
      commands.push(JSON.parse(body) as MeetingCommand);
      return json(response, { isApplied: true, state: served.state });
    }
    if (url === "/api/session") return json(response, SESSION);
    if (url.endsWith("/slides")) return json(response, served.room);
    if (url.endsWith("/leader")) return json(response, served.leader);
    if (url.endsWith("/participant")) return json(response, served.participant);
    if (url.endsWith("/state")) return json(response, served.state);
    if (method === "PUT" && url.endsWith("/attendance")) return json(response, { attendance: "hadir", state: served.state });
    if (url.endsWith("/applause")) return json(response, served.state);
    if (url.endsWith("/question")) return json(response, { id: uuid(600) });
    return problem(response, 404, "not_found");
  });
  const view = draw(
    <Suspense>
      <OutboxRunner />
      <Routes>
        <Route path="/rapat/:id/layar" element={<WallPage />} />
        <Route path="/rapat/:id/pimpin" element={<LeaderPage />} />
        <Route path="/rapat/:id/hadir" element={<ParticipantPage />} />
        <Route path="*" element={<p>lain</p>} />
      </Routes>
    </Suspense>, { at: `/rapat/${MEETING}/${at}`, prepare: (client) => client.setQueryData(sessionQuery.queryKey, SESSION) });
  return { seen, ...view };
}
const press = (key: string) => fireEvent.keyDown(document.body, { key });
const name = (text: string) => screen.findAllByText(text);

beforeEach(() => {
  Object.assign(served, { room: ROOM, leader: LEADER, participant: PARTICIPANT, state: STATE, isAway: false });
  commands.length = 0;
});
afterEach(() => outbox.wipe());

test("the wall shows the person's month: success, obstacle, help; what is under target is to be discussed", async () => {
  await open("layar");
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe(CUT.name);
  const text = document.body.textContent ?? "";
  const places = ["17 dari 20 bayi", "Kendala", "Dua sesi batal.", "Bantuan yang diminta", "Tukar jadwal."].map((part) => text.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(screen.getAllByText("perlu dibahas")).toHaveLength(1);
  expect(screen.getByText("Berikutnya M. Yusuf")).toBeDefined();
});

test("who has no report is shown without blame", async () => {
  served.room = { ...ROOM, state: { ...STATE, itemId: uuid(203) } };
  served.state = served.room.state;
  await open("layar");
  expect(await screen.findByText("Laporan Oktober belum masuk. Silakan disampaikan lisan.")).toBeDefined();
});

test("the first slide carries the code by which phones say that their people are here", async () => {
  served.room = { ...ROOM, state: { ...STATE, itemId: uuid(200), status: "planned" } };
  served.state = served.room.state;
  await open("layar");
  expect(await screen.findByRole("img", { name: "Kode QR untuk menyatakan hadir" })).toBeDefined();
  expect(screen.getByText("1 dari 3 hadir")).toBeDefined();
});

test("a projector's window follows a leader's window of the same browser while the line is cut", async () => {
  await open("layar");
  await name(CUT.name);
  const channel = new BroadcastChannel(`teraju.meeting.${MEETING}`);
  channel.postMessage(JSON.stringify({ state: { ...STATE, itemId: uuid(203) }, decisions: [{ id: uuid(700), itemId: uuid(203), text: "Sambung internet", owner: YUSUF.name, due: "2026-12-10" }], isAhead: true }));
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(YUSUF.name));
  expect(screen.getByText("Sambung internet")).toBeDefined();
  channel.close();
});

test("the leader decides with K, one line and Enter: owner and day are filled in", async () => {
  await open("pimpin");
  await name(CUT.name);
  press("k");
  expect(document.activeElement).toBe(screen.getByLabelText("Apa yang diputuskan?"));
  await userEvent.keyboard("Kunjungan rumah tiga bayi{Enter}");
  expect(document.activeElement).toBe(document.body);
  await waitFor(() => expect(commands).toHaveLength(1));
  expect(commands[0]).toMatchObject({ kind: "decide", text: "Kunjungan rumah tiga bayi", ownerId: CUT.id, pemilik: "pribadi", due: "2026-12-10", itemId: uuid(202), deviceId: deviceId() });
});

test("without signal the keys go on: the next slide stands at once, the decision waits, and all of it arrives once and in order", async () => {
  await open("pimpin");
  await name(CUT.name);
  served.isAway = true;
  press("ArrowRight");
  const stage = await screen.findByRole("region", { name: "Sedang tampil" });
  await waitFor(() => expect(within(stage).getByText(YUSUF.name)).toBeDefined());
  press("k");
  await userEvent.keyboard("Sambung internet{Enter}");
  expect(await screen.findByText(/menunggu sinyal$/)).toBeDefined();
  expect(screen.getByText(/Tanpa sinyal\. Rapat tetap jalan.* 2 tindakan menunggu sinyal/)).toBeDefined();
  expect(commands).toEqual([]);
  served.isAway = false;
  outbox.wake();
  await waitFor(() => expect(commands.map(({ kind }) => kind)).toEqual(["go", "decide"]), { timeout: 5000 });
  expect(commands[1]).toMatchObject({ text: "Sambung internet", ownerId: YUSUF.id });
  expect(commands.every(({ ageMs }) => ageMs >= 0)).toBe(true);
});

test("a second leader is told who holds the wall, may still decide, and may take over", async () => {
  const held = { ...STATE, controller: { deviceId: uuid(999), name: "dr. Lain" } };
  Object.assign(served, { leader: { ...LEADER, state: held }, state: held });
  await open("pimpin");
  expect(await screen.findByText("Layar sedang dipegang dr. Lain.")).toBeDefined();
  press("ArrowRight");
  await userEvent.click(screen.getByRole("button", { name: "Ambil alih layar" }));
  await waitFor(() => expect(commands.map(({ kind }) => kind)).toEqual(["take_over"]));
});

test("who is not here: the turn is put off, or somebody present tells", async () => {
  const at = { ...STATE, itemId: uuid(203), position: 4 };
  Object.assign(served, { leader: { ...LEADER, state: at }, room: { ...ROOM, state: at }, state: at });
  await open("pimpin");
  expect(await screen.findByText("M. Yusuf tidak hadir.")).toBeDefined();
  await userEvent.selectOptions(screen.getByLabelText("Yang menyampaikan"), CUT.name);
  press("t");
  await waitFor(() => expect(commands.map(({ kind }) => kind)).toEqual(["speaker", "defer"]));
});

test("attendance by H: one button for who is here, a reason only for who is away", async () => {
  await open("pimpin");
  await name(CUT.name);
  press("h");
  const dialog = await screen.findByRole("dialog", { name: "Kehadiran" });
  await userEvent.click(within(dialog).getByRole("button", { name: "M. Yusuf hadir" }));
  await userEvent.selectOptions(within(dialog).getByLabelText("dr. Rahmad Contoh"), "Dinas luar");
  expect(await within(dialog).findByLabelText(/Alasan dr. Rahmad Contoh \(rahasia\)/)).toBeDefined();
  await waitFor(() => expect(commands).toHaveLength(2));
  expect(commands[0]).toMatchObject({ kind: "attendance", personId: YUSUF.id, attendance: "hadir" });
});

test("a phone says where we are, when my turn comes, and takes presence with one tap and the room's code", async () => {
  const { seen } = await open("hadir?kode=abc");
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe(CUT.name);
  expect(screen.getByText("Giliran Anda sesudah ini.")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Saya hadir" }));
  expect(await screen.findByText("Kehadiran Anda tercatat.")).toBeDefined();
  expect(JSON.parse(seen.find(({ url }) => url.endsWith("/attendance"))?.body ?? "{}")).toEqual({ attendance: "hadir", reason: null, code: "abc" });
});

test("applause once for a slide; a question goes to the leader", async () => {
  const { seen } = await open("hadir");
  await userEvent.click(await screen.findByRole("button", { name: "Tepuk tangan" }));
  expect(await screen.findByText("Tepuk tangan terkirim.")).toBeDefined();
  await userEvent.type(screen.getByLabelText("Pertanyaan untuk rapat"), "Kapan lemari datang?");
  await userEvent.click(screen.getByRole("button", { name: "Kirim pertanyaan" }));
  await waitFor(() => expect(JSON.parse(seen.find(({ url }) => url.endsWith("/question"))?.body ?? "{}")).toMatchObject({ text: "Kapan lemari datang?", itemId: uuid(202) }));
});

test("who has spoken, or does not speak, is told so", async () => {
  served.participant = { ...PARTICIPANT, order: PARTICIPANT.order.map((one) => ({ ...one, isDone: one.isDone || one.isMine })) };
  await open("hadir");
  expect(await screen.findByText("Anda tidak punya giliran lagi.")).toBeDefined();
});
