import { beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { testApp, type Caller } from "#test/app.ts";
import { TINY_PDF } from "#test/images.ts";
import { addMeeting, addMonth, addTeam, emptyCity, MEETING_DAY, type Team } from "#test/meeting-factories.ts";

const { app, pool, as, clock, signIn } = await testApp({ today: MEETING_DAY });
let city: SmallCity;
let team: Team;
let kabid: Caller;
let budi: Caller;
let meetingId: string;
let promiseId: string;
let unitPromiseId: string;
const laptop = v7();
/** October's meeting, held on 19 November: Budi promises something by the next one, and so does the bidang itself. */
beforeEach(async () => {
  await emptyCity(pool);
  clock.set(MEETING_DAY);
  clock.setTime("10:00:00");
  city = await smallCity(pool);
  team = await addTeam(pool, city);
  [kabid, budi] = await Promise.all([as(city.people.kabidA), as(city.people.budi)]);
  meetingId = await addMeeting(pool, city, { unit: "bidangA1" });
  [promiseId, unitPromiseId] = [v7(), v7()];
  await command(meetingId, { kind: "start" });
  await command(meetingId, { kind: "decide", decisionId: promiseId, itemId: null, text: "Kunjungan rumah tiga bayi", ownerId: city.people.budi, pemilik: "pribadi", due: "2026-12-17" });
  await command(meetingId, { kind: "decide", decisionId: unitPromiseId, itemId: null, text: "Meminjamkan kendaraan", ownerId: city.units.bidangA1, pemilik: "unit", due: "2026-12-17" });
});

async function command(id: string, body: Record<string, unknown>): Promise<void> {
  const answer = await kabid("POST", `/api/evaluation-meeting/${id}/command`, { id: v7(), deviceId: laptop, ageMs: 0, ...body });
  expect(answer.statusCode, answer.body).toBe(200);
}
const finish = () => command(meetingId, { kind: "finish" });
const answer = (who: Caller, body: Record<string, unknown>, id = promiseId) => who("PUT", `/api/tindak-lanjut/${id}/answer`, { version: 1, month: "2026-11", note: null, ...body });
const mine = async (who: Caller, month?: string) => (await who("GET", `/api/tindak-lanjut${month === undefined ? "" : `?month=${month}`}`)).json();
async function prove(id = promiseId, who = city.people.budi): Promise<void> {
  const sent = await app.inject({ method: "PUT", url: `/api/evidence/${v7()}/file?tindakLanjutId=${id}&title=Daftar`, headers: { cookie: await signIn(who), "content-type": "application/pdf" }, payload: TINY_PDF });
  expect(sent.statusCode, sent.body).toBe(200);
}
type Slide = { kind: string; promises: { id: string; state: string; dibawaBulan: number }[] };
async function opening(date: string, month = "2026-11"): Promise<Slide["promises"]> {
  clock.set(date);
  const next = await addMeeting(pool, city, { unit: "bidangA1", month, date });
  const { slides } = (await kabid("GET", `/api/evaluation-meeting/${next}/slides`)).json();
  return slides.find((slide: Slide) => slide.kind === "promises")?.promises ?? [];
}

describe("a promise comes back until it is kept", () => {
  it("is nobody's before the meeting is over, and then a row of the owner's next report", async () => {
    expect((await mine(budi)).items).toEqual([]);
    await finish();
    expect(await mine(budi)).toMatchObject({ open: 1, overdue: 0, items: [{ id: promiseId, text: "Kunjungan rumah tiga bayi", status: "terbuka", origin: { month: "2026-10", date: MEETING_DAY, unit: "Bidang A1" }, actions: { answer: [], cancel: ["not_your_bawahan"] } }] });
    expect((await mine(budi, "2026-11")).items).toHaveLength(1);
    expect((await mine(budi, "2026-10")).items).toEqual([]);
    // The unit's promise is its head's, who promises like everybody else.
    expect((await mine(kabid, "2026-11")).items).toMatchObject([{ id: unitPromiseId, pemilik: "unit", owner: { name: "kabidA" } }]);
  });

  it("belum and sebagian leave it open; sudah closes it, and only with evidence", async () => {
    await finish();
    expect((await answer(budi, { jawaban: "sebagian", note: "Dua dari tiga" })).json()).toMatchObject({ status: "terbuka", version: 2, answers: [{ month: "2026-11", jawaban: "sebagian", note: "Dua dari tiga" }] });
    expect((await answer(budi, { jawaban: "sebagian", note: "Dua dari tiga" })).json().version).toBe(2);
    expect((await answer(budi, { version: 2, jawaban: "sudah" })).json().refusals).toEqual(["no_evidence"]);
    await prove();
    expect((await answer(budi, { version: 2, jawaban: "sudah" })).json()).toMatchObject({ status: "selesai", closedOn: MEETING_DAY, evidence: [{ title: "Daftar" }], actions: { answer: ["wrong_status"] } });
    expect((await answer(budi, { version: 2, jawaban: "sudah" })).statusCode).toBe(200);
    expect((await answer(budi, { version: 3, jawaban: "belum" })).json().refusals).toEqual(["wrong_status"]);
    await expect(pool.query("update tindak_lanjut set status = 'terbuka', closed_on = null where id = $1", [promiseId])).rejects.toThrow("never changed");
    expect([await auditCount(pool, "tindak-lanjut.answer"), await auditCount(pool, "tindak-lanjut.keep")]).toEqual([1, 1]);
  });

  it("opens the next agenda, overdue first, and says how long it has been carried", async () => {
    await finish();
    await answer(budi, { jawaban: "sebagian" });
    expect(await opening("2026-12-17")).toMatchObject([{ id: promiseId, state: "sebagian", dibawaBulan: 0 }, { id: unitPromiseId, state: "terbuka" }].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect((await opening("2027-02-18", "2027-01")).find((one) => one.id === promiseId)).toMatchObject({ state: "lewat", dibawaBulan: 2 });
  });

  it("a kept one opens the next agenda once, as a success", async () => {
    await finish();
    await prove();
    await answer(budi, { jawaban: "sudah" });
    expect((await opening("2026-12-17")).find((one) => one.id === promiseId)).toMatchObject({ state: "selesai" });
    await pool.query("update evaluation_meeting set status = 'ended', leader_id = $1, started_at = now(), finished_at = now() where month = '2026-11'", [city.people.kabidA]);
    expect((await opening("2027-01-21", "2026-12")).some((one) => one.id === promiseId)).toBe(false);
  });

  it("is given up by a superior, or by the meeting, with a reason; not by its owner", async () => {
    await finish();
    expect((await budi("POST", `/api/tindak-lanjut/${promiseId}/cancel`, { version: 1, reason: "Tidak sempat" })).statusCode).toBe(403);
    expect((await kabid("POST", `/api/tindak-lanjut/${promiseId}/cancel`, { version: 1, reason: "Bayi sudah pindah" })).json()).toMatchObject({ status: "dibatalkan", cancelReason: "Bayi sudah pindah" });
    clock.set("2026-12-17");
    const next = await addMeeting(pool, city, { unit: "bidangA1", month: "2026-11", date: "2026-12-17" });
    await command(next, { kind: "start" });
    await command(next, { kind: "cancel_promise", tindakLanjutId: unitPromiseId, reason: "Anggaran dialihkan" });
    expect((await pool.query("select status, cancel_reason from tindak_lanjut where id = $1", [unitPromiseId])).rows).toEqual([{ status: "dibatalkan", cancel_reason: "Anggaran dialihkan" }]);
  });

  it("answers belong to months after its meeting, up to today", async () => {
    await finish();
    for (const month of ["2026-10", "2026-12"]) expect((await answer(budi, { jawaban: "belum", month })).statusCode, month).toBe(400);
  });
});

describe("who moves", () => {
  async function move(personId: string, on: string): Promise<void> {
    await pool.query("update placement set valid_until = $2 where person_id = $1 and valid_until is null", [personId, on]);
    await pool.query("insert into jabatan (id, unit_id, name, jenis) values ($1,$2,'Pelaksana','pelaksana')", [team.ani, city.units.puskesmasA2]).catch(() => undefined);
    await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) values ($1,$2,$3,$4,'definitif',$5)", [v7(), personId, team.ani, city.units.puskesmasA2, on]);
  }
  it("takes personal promises along to the meeting of the new unit; the unit's stay", async () => {
    await finish();
    await move(city.people.budi, "2026-12-01");
    expect((await opening("2026-12-17")).map((one) => one.id)).toEqual([unitPromiseId]);
    const there = await addMeeting(pool, city, { unit: "puskesmasA2", month: "2026-11", date: "2026-12-17" });
    const { slides } = (await (await as(city.people.kapus))("GET", `/api/evaluation-meeting/${there}/slides`)).json();
    expect(slides.find((slide: Slide) => slide.kind === "promises").promises.map((one: { id: string }) => one.id)).toEqual([promiseId]);
    expect((await mine(budi)).items.map((one: { id: string }) => one.id)).toEqual([promiseId]);
  });
  it("a head who goes leaves the unit's promise to the next head", async () => {
    await finish();
    await pool.query("update placement set valid_until = '2026-12-01' where person_id = $1", [city.people.kabidA]);
    await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) select $1, $2, id, unit_id, 'plt', '2026-12-01' from jabatan where unit_id = $3 and is_head", [v7(), city.people.citra, city.units.bidangA1]);
    clock.set("2026-12-02");
    expect((await mine(await as(city.people.citra))).items.map((one: { id: string }) => one.id)).toEqual([unitPromiseId]);
  });
});

it("a head reads the ledger of the unit with its counts, page by page; others find nothing", async () => {
  await finish();
  clock.set("2027-01-05");
  const ledger = (await kabid("GET", `/api/tindak-lanjut/unit/${city.units.bidangA1}?status=lewat`)).json();
  expect(ledger).toMatchObject({ counts: { open: 2, overdue: 2, carried: 2, kept: 0, cancelled: 0 }, next: null });
  expect(ledger.items).toHaveLength(2);
  expect((await (await as(city.people.kadisA))("GET", `/api/tindak-lanjut/unit/${city.units.dinasA}`)).json().counts.open).toBe(2);
  expect((await budi("GET", `/api/tindak-lanjut/unit/${city.units.bidangA1}`)).statusCode).toBe(404);
  expect((await (await as(city.people.citra))("GET", `/api/tindak-lanjut/${promiseId}`)).statusCode).toBe(404);
  expect((await kabid("GET", `/api/tindak-lanjut/unit/${city.units.bidangA1}?after=x`)).statusCode).toBe(400);
});

it("next month the whole round: the promise stands in the report, on the agenda, and closes", async () => {
  await finish();
  clock.set("2026-12-02");
  await addMonth(pool, city, team, "2026-11");
  expect((await mine(budi, "2026-11")).items).toMatchObject([{ id: promiseId, status: "terbuka" }]);
  await prove();
  await answer(budi, { jawaban: "sudah" });
  expect((await mine(budi, "2026-11")).items).toMatchObject([{ id: promiseId, status: "selesai" }]);
});
