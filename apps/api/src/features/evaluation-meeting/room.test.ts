import { beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { testApp, type Caller } from "#test/app.ts";
import { addMeeting, addTeam, emptyCity, MEETING_DAY, type Team } from "#test/meeting-factories.ts";

const { pool, as, clock } = await testApp({ today: MEETING_DAY });
let city: SmallCity;
let team: Team;
let kabid: Caller;
let citra: Caller;
let budi: Caller;
let id: string;
const [laptop, phone] = [v7(), v7()];
beforeEach(async () => {
  await emptyCity(pool);
  clock.set(MEETING_DAY);
  clock.setTime("10:00:00");
  city = await smallCity(pool);
  team = await addTeam(pool, city);
  [kabid, citra, budi] = await Promise.all([as(city.people.kabidA), as(city.people.citra), as(city.people.budi)]);
  id = await addMeeting(pool, city, { unit: "bidangA1", secretaryId: city.people.citra });
});

type Body = Record<string, unknown> & { kind: string };
const send = (who: Caller, body: Body, deviceId = laptop) => who("POST", `/api/evaluation-meeting/${id}/command`, { id: v7(), deviceId, ageMs: 0, ...body });
const state = async () => (await kabid("GET", `/api/evaluation-meeting/${id}/state`)).json();
const leader = async (who = kabid) => (await who("GET", `/api/evaluation-meeting/${id}/leader`)).json();
type Item = { key: string; kind: string; person: { id: string; name: string } | null; status: string; spentMs: number; note: string | null };
const itemOf = async (name: string): Promise<Item> => (await leader()).items.find((item: Item) => item.person?.name === name || item.kind === name);

describe("a meeting from the start to the end", () => {
  it("freezes agenda and slides, keeps the time, and ends with a draft of the minutes", async () => {
    const started = await send(kabid, { kind: "start" });
    expect(started.json()).toMatchObject({ isApplied: true, state: { seq: 1, status: "running", position: 0, invited: 7, controller: { deviceId: laptop, name: "kabidA" } } });
    // Frozen: what is reported now does not change what the room sees.
    await pool.query("update report_row set realisasi = 1 where true");
    const { slides } = (await kabid("GET", `/api/evaluation-meeting/${id}/slides`)).json();
    expect(slides).toHaveLength(8);
    expect(slides.map((slide: { kind: string }) => slide.kind)).toEqual(["opening", ...Array.from({ length: 6 }, () => "person"), "closing"]);
    expect(slides.flatMap((slide: { bars: { realisasi: number }[] }) => slide.bars.map((bar) => bar.realisasi))).not.toContain(1);

    const first = await itemOf("budi");
    await send(kabid, { kind: "go", itemId: first.key });
    clock.setTime("10:04:30");
    const second = await itemOf("citra");
    await send(kabid, { kind: "go", itemId: second.key });
    expect(await itemOf("budi")).toMatchObject({ status: "selesai", spentMs: 270_000 });
    expect(await state()).toMatchObject({ itemId: second.key, timer: { itemId: second.key, spentMs: 0, minutes: 4, startedAt: "2026-11-19T03:04:30.000Z" } });
    clock.setTime("10:05:00");
    await send(kabid, { kind: "timer_stop", itemId: second.key });
    await send(kabid, { kind: "blank", isBlank: true });
    expect(await state()).toMatchObject({ isBlank: true, timer: { spentMs: 30_000, startedAt: null } });
    clock.setTime("11:12:00");
    const done = await send(kabid, { kind: "finish" });
    expect(done.json().state).toMatchObject({ status: "ended", startedAt: "2026-11-19T03:00:00.000Z", finishedAt: "2026-11-19T04:12:00.000Z" });
    expect((await kabid("GET", `/api/evaluation-meeting/${id}/notulen`)).json()).toMatchObject({ status: "draft", number: "NR/bidangA1/2026-10", counts: { belum_dikonfirmasi: 7 } });
    for (const kind of ["start", "go", "timer_stop", "blank", "finish"]) expect(await auditCount(pool, `evaluation-meeting.${kind}`, id), kind).toBeGreaterThan(0);
  });

  it("a decision is one line, an owner and a day; it can be changed and taken back in the room", async () => {
    await send(kabid, { kind: "start" });
    const { key: itemId } = await itemOf("budi");
    const decisionId = v7();
    const decided = { decisionId, itemId, text: "Kendaraan dipinjamkan dua hari", ownerId: city.people.kabidA, pemilik: "pribadi", due: "2026-12-17" };
    await send(kabid, { kind: "decide", ...decided });
    expect((await budi("GET", `/api/evaluation-meeting/${id}/participant`)).json().decisions).toEqual([{ id: decisionId, itemId, text: decided.text, owner: "kabidA", due: "2026-12-17" }]);
    await send(citra, { kind: "change_decision", ...Object.fromEntries(Object.entries(decided).filter(([key]) => key !== "itemId")), text: "Kendaraan dipinjamkan tiga hari" }, phone);
    expect((await leader()).decisions).toMatchObject([{ text: "Kendaraan dipinjamkan tiga hari", owner: { name: "kabidA" }, status: "terbuka" }]);
    await send(kabid, { kind: "retract_decision", decisionId });
    expect((await leader()).decisions).toEqual([]);
    const unit = await send(kabid, { kind: "decide", ...decided, decisionId: v7(), ownerId: city.units.bidangA1, pemilik: "unit" });
    expect(unit.json().isApplied).toBe(true);
    for (const wrong of [{ ownerId: city.people.eko }, { ownerId: city.units.dinasB, pemilik: "unit" }, { due: "2026-11-18" }]) expect((await send(kabid, { kind: "decide", ...decided, decisionId: v7(), ...wrong })).statusCode).toBe(400);
  });

  it("attendance: one's own, the secretary's tick, reasons for leader and secretary alone", async () => {
    clock.setTime("09:29:59");
    const attend = (who: Caller, attendance: string, more = {}) => who("PUT", `/api/evaluation-meeting/${id}/attendance`, { attendance, reason: null, ...more });
    expect((await attend(budi, "hadir")).json().refusals).toEqual(["presence_not_open"]);
    expect((await attend(budi, "sakit", { reason: "Demam" })).json()).toMatchObject({ attendance: "sakit" });
    clock.setTime("09:30:00");
    expect((await attend(budi, "hadir")).json()).toMatchObject({ attendance: "hadir", state: { present: 1, invited: 7 } });
    await send(kabid, { kind: "start" });
    const { presencePath } = (await kabid("GET", `/api/evaluation-meeting/${id}/slides`)).json();
    const code = new URL(presencePath, "http://x").searchParams.get("kode");
    const ani = await as(team.ani);
    expect((await attend(ani, "hadir", { code: "salah" })).statusCode).toBe(400);
    await attend(ani, "hadir", { code });
    await send(citra, { kind: "attendance", personId: team.dodi, attendance: "dinas_jaga", reason: "Piket" }, phone);
    const { attendance } = await leader(citra);
    expect(attendance.map((one: { person: { name: string }; attendance: string; reason: string | null; via: string | null }) => [one.person.name, one.attendance, one.reason, one.via])).toEqual([
      ["ani", "hadir", null, "qr"], ["bella", "belum_dikonfirmasi", null, null], ["budi", "hadir", null, "ponsel"], ["candra", "belum_dikonfirmasi", null, null],
      ["citra", "belum_dikonfirmasi", null, null], ["dodi", "dinas_jaga", "Piket", "pemimpin"], ["kabidA", "belum_dikonfirmasi", null, null],
    ]);
    // Neither the trail nor the stream knows why somebody was away.
    const trail = await pool.query<{ payload: string }>("select payload from audit_payload");
    expect(trail.rows.some((row) => /Piket|Demam/.test(row.payload))).toBe(false);
    const events = await pool.query<{ data: unknown }>("select data from meeting_event");
    expect(JSON.stringify(events.rows)).not.toMatch(/Piket|Demam/);
    await send(kabid, { kind: "finish" });
    const text = JSON.stringify((await budi("GET", `/api/evaluation-meeting/${id}/notulen`)).json());
    expect(text).not.toMatch(/Piket|Demam/);
  });

  it("who is absent is spoken for by another, or put off: then it stands among the first next month", async () => {
    await send(kabid, { kind: "start" });
    const [ani, candra] = [await itemOf("ani"), await itemOf("candra")];
    await send(kabid, { kind: "speaker", itemId: ani.key, speakerId: city.people.budi });
    await send(kabid, { kind: "defer", itemId: candra.key, isDeferred: true });
    const { slides } = (await budi("GET", `/api/evaluation-meeting/${id}/slides`)).json();
    expect(slides.find((slide: { person: { name: string } | null }) => slide.person?.name === "ani").speaker).toBe("budi");
    await send(kabid, { kind: "finish" });
    const next = await addMeeting(pool, city, { unit: "bidangA1", month: "2026-11", date: "2026-12-17" });
    const lines = (await kabid("GET", `/api/evaluation-meeting/${next}`)).json().agenda.items;
    expect(lines.find((item: { person: { name: string } }) => item.person.name === "candra")).toMatchObject({ alasan: ["ditunda", "belum_lapor"], bagian: "perlu_dibahas" });
  });

  it("a phone knows how many speak before its own turn", async () => {
    await send(kabid, { kind: "start" });
    const { items } = await leader();
    const mine = items.findIndex((item: Item) => item.person?.name === "budi");
    const left = async () => (await budi("GET", `/api/evaluation-meeting/${id}/participant`)).json().turnsLeft;
    expect(await left()).toBe(mine - 1);
    for (const item of items.slice(1, mine)) await send(kabid, { kind: "go", itemId: item.key });
    expect(await left()).toBe(mine === 1 ? 0 : 1);
    await send(kabid, { kind: "go", itemId: items[mine].key });
    expect(await left()).toBe(0);
    await send(kabid, { kind: "go", itemId: items[mine + 1].key });
    expect(await left()).toBe(null);
  });

  it("applause for the slide on screen, once each; a question goes to the leader alone", async () => {
    await send(kabid, { kind: "start" });
    const { key: itemId } = await itemOf("bella");
    await send(kabid, { kind: "go", itemId });
    const clap = (itemKey: string) => budi("POST", `/api/evaluation-meeting/${id}/applause`, { id: v7(), itemId: itemKey });
    expect((await clap(itemId)).json().applause).toBe(1);
    expect((await clap(itemId)).json().applause).toBe(1);
    expect((await clap((await itemOf("citra")).key)).json().refusals).toEqual(["slide_not_shown"]);
    const question = { id: v7(), itemId, text: "Apakah caranya bisa ditiru?" };
    await budi("POST", `/api/evaluation-meeting/${id}/question`, question);
    await budi("POST", `/api/evaluation-meeting/${id}/question`, question);
    expect((await leader()).questions).toMatchObject([{ from: "budi", text: question.text, isAnswered: false }]);
    await send(kabid, { kind: "answered", questionId: question.id });
    expect((await budi("GET", `/api/evaluation-meeting/${id}/participant`)).json().myQuestions).toEqual([{ id: question.id, text: question.text, isAnswered: true }]);
    expect((await state()).questions).toBe(0);
  });

  it("the leader's notes are the leader's own", async () => {
    await send(kabid, { kind: "start" });
    const { key: itemId } = await itemOf("budi");
    await send(kabid, { kind: "note", itemId, note: "Tanyakan soal cuti" });
    expect((await itemOf("budi")).note).toBe("Tanyakan soal cuti");
    const others = await Promise.all([leader(citra), budi("GET", `/api/evaluation-meeting/${id}/slides`), budi("GET", `/api/evaluation-meeting/${id}/participant`), budi("GET", `/api/evaluation-meeting/${id}`)]);
    expect(JSON.stringify(others.map((one) => ("body" in one ? one.body : one)))).not.toContain("Tanyakan soal cuti");
  });
});

describe("what goes wrong in a room", () => {
  it("a command sent again, or twice at once, is done once", async () => {
    await send(kabid, { kind: "start" });
    const command = { id: v7(), kind: "decide", decisionId: v7(), itemId: null, text: "Satu kali saja", ownerId: city.people.budi, pemilik: "pribadi", due: "2026-12-17" };
    const both = await Promise.all([send(kabid, command), send(kabid, command), send(kabid, command)]);
    expect(both.map((one) => one.statusCode)).toEqual([200, 200, 200]);
    expect(both.filter((one) => one.json().isApplied)).toHaveLength(1);
    expect((await pool.query("select from tindak_lanjut")).rows).toHaveLength(1);
    expect(await auditCount(pool, "evaluation-meeting.decide", id)).toBe(1);
  });

  it("two starts are one start; two meetings' worth of items are never written", async () => {
    const [one, two] = await Promise.all([send(kabid, { kind: "start" }), send(kabid, { kind: "start" }, phone)]);
    expect([one.statusCode, two.statusCode].sort()).toEqual([200, 409]);
    expect((await pool.query("select from meeting_item where meeting_id = $1", [id])).rows).toHaveLength(8);
  });

  it("the second leader is told, and may take over; words are taken from both", async () => {
    await send(kabid, { kind: "start" });
    const { key: itemId } = await itemOf("budi");
    expect((await send(kabid, { kind: "go", itemId }, phone)).json().refusals).toEqual(["not_in_control"]);
    expect((await send(kabid, { kind: "decide", decisionId: v7(), itemId, text: "Dari ponsel", ownerId: city.people.budi, pemilik: "pribadi", due: "2026-12-17" }, phone)).statusCode).toBe(200);
    expect((await send(kabid, { kind: "take_over" }, phone)).json().state.controller.deviceId).toBe(phone);
    expect((await send(kabid, { kind: "go", itemId }, phone)).statusCode).toBe(200);
    expect((await send(kabid, { kind: "go", itemId })).json().refusals).toEqual(["not_in_control"]);
  });

  it("what waited in an outbox arrives after the end, with the time of the deed by the server's clock", async () => {
    await send(kabid, { kind: "start" });
    const { key: itemId } = await itemOf("budi");
    clock.setTime("10:10:00");
    // Pressed forty seconds ago by a device whose clock may say anything; and one that claims to be older than the meeting.
    await send(kabid, { kind: "go", itemId, ageMs: 40_000 });
    expect((await state()).timer.startedAt).toBe("2026-11-19T03:09:20.000Z");
    await send(kabid, { kind: "timer_start", itemId: (await itemOf("citra")).key, ageMs: 86_400_000 });
    expect((await state()).timer.startedAt).toBe("2026-11-19T03:09:20.000Z");
    await send(kabid, { kind: "finish" });
    expect((await send(citra, { kind: "decide", decisionId: v7(), itemId, text: "Terlambat tiba", ownerId: city.people.budi, pemilik: "pribadi", due: "2026-12-17" }, phone)).statusCode).toBe(200);
    expect((await send(kabid, { kind: "go", itemId })).json().refusals).toContain("wrong_status");
  });

  it("nobody else moves the screen, and nobody begins before the day", async () => {
    expect((await send(budi, { kind: "start" })).statusCode).toBe(403);
    expect((await send(citra, { kind: "start" })).statusCode).toBe(403);
    clock.set("2026-11-18");
    expect((await send(kabid, { kind: "start" })).json().refusals).toEqual(["meeting_not_yet"]);
    expect((await send(await as(city.people.eko), { kind: "start" })).statusCode).toBe(404);
  });

  it("a meeting of nobody can be held", async () => {
    await pool.query("delete from placement where unit_id = $1 and person_id <> $2", [city.units.puskesmasA2, city.people.kapus]);
    id = await addMeeting(pool, city, { unit: "puskesmasA2" });
    const kapus = await as(city.people.kapus);
    expect((await send(kapus, { kind: "start" })).json().state).toMatchObject({ status: "running", invited: 1 });
    expect((await send(kapus, { kind: "finish" })).json().state.status).toBe("ended");
    expect((await kapus("GET", `/api/evaluation-meeting/${id}/notulen`)).json()).toMatchObject({ items: [], decisions: [] });
  });

  it("the events of a meeting are one row of numbers, and never change", async () => {
    await send(kabid, { kind: "start" });
    await expect(pool.query("update meeting_event set kind = 'blank'")).rejects.toThrow("only added");
    await expect(pool.query("insert into meeting_event (meeting_id, seq, kind, at, actor_id, data) select meeting_id, seq, kind, at, actor_id, data from meeting_event")).rejects.toMatchObject({ constraint: "meeting_event_meeting_id_seq_pk" });
  });
});
