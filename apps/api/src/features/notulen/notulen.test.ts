import { createHash } from "node:crypto";
import { canonicalText } from "@teraju/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { testApp, type Caller } from "#test/app.ts";
import { TINY_PDF } from "#test/images.ts";
import { addMeeting, addTeam, emptyCity, MEETING_DAY, type Team } from "#test/meeting-factories.ts";
import { qrOnPage, readPdf } from "#test/pdf.ts";

const { app, pool, as, clock, signIn } = await testApp({ today: MEETING_DAY });
const HOSTILE = '<script>alert(1)</script> #set text(fill: red) $1 {{x}} "\\';
let city: SmallCity;
let team: Team;
let kabid: Caller;
let citra: Caller;
let budi: Caller;
let id: string;
const laptop = v7();
const decisionId = v7();
beforeEach(async () => {
  await emptyCity(pool);
  clock.set(MEETING_DAY);
  clock.setTime("10:00:00");
  city = await smallCity(pool);
  team = await addTeam(pool, city);
  [kabid, citra, budi] = await Promise.all([as(city.people.kabidA), as(city.people.citra), as(city.people.budi)]);
  id = await addMeeting(pool, city, { unit: "bidangA1", secretaryId: city.people.citra });
});

const send = (body: Record<string, unknown>) => kabid("POST", `/api/evaluation-meeting/${id}/command`, { id: v7(), deviceId: laptop, ageMs: 0, ...body });
const url = (tail = "") => `/api/evaluation-meeting/${id}/notulen${tail}`;
async function hold(): Promise<void> {
  await budi("PUT", `/api/evaluation-meeting/${id}/my-slide`, { version: 0, headline: HOSTILE, photoIds: [], isPrivate: false });
  await send({ kind: "start" });
  await send({ kind: "attendance", personId: city.people.budi, attendance: "hadir", reason: null });
  await send({ kind: "decide", decisionId, itemId: null, text: `Kendaraan ${HOSTILE}`.slice(0, 200), ownerId: city.people.kabidA, pemilik: "pribadi", due: "2026-12-17" });
  clock.setTime("11:05:00");
  await send({ kind: "finish" });
}
const words = { letterNumber: "800.1.11/214/2026", opening: "Dibuka.", closing: "Ditutup." };

describe("the draft", () => {
  it("stands the moment the meeting ends: attendance, figures, decisions; and as a page too", async () => {
    await hold();
    const view = (await budi("GET", url())).json();
    expect(view).toMatchObject({
      status: "draft", number: "NR/bidangA1/2026-10", unit: { name: "Bidang A1" }, opd: "Dinas A", date: MEETING_DAY, leader: { name: "kabidA" }, secretary: { name: "citra" }, startedAt: "2026-11-19T03:00:00.000Z", finishedAt: "2026-11-19T04:05:00.000Z",
      counts: { hadir: 1, belum_dikonfirmasi: 6, izin: 0, sakit: 0, cuti: 0, dinas_luar: 0, dinas_jaga: 0 }, decisions: [{ id: decisionId, owner: "kabidA", due: "2026-12-17" }], signatures: [], hash: null,
      actions: { edit: ["not_meeting_leader"], sign: ["not_meeting_leader"], addendum: ["not_meeting_leader", "wrong_status"] },
    });
    expect(view.items.find((item: { title: string }) => item.title === "budi")).toMatchObject({ headline: HOSTILE, figures: ["Jumlah dokumen 1: 20 dari 20 dokumen", "Jumlah dokumen 2: 10 dari 10 dokumen"], bantuan: "Satu kendaraan selama dua hari" });
    const pdf = await budi("GET", `/api/evaluation-meeting/${id}/notulen.pdf`);
    expect([pdf.statusCode, pdf.headers["content-type"], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, "application/pdf", "%PDF-"]);
  });

  it("is not there before the meeting is over", async () => {
    await send({ kind: "start" });
    expect((await kabid("GET", url())).statusCode).toBe(404);
  });

  it("takes the secretary's words, never figures; a single signature is taken back with them", async () => {
    await hold();
    const { items, version } = (await citra("GET", url())).json();
    const body = { version, ...words, secretaryId: city.people.citra, summaries: [{ itemId: items[0].itemId, summary: "Akan dibantu." }] };
    expect((await citra("PUT", url(), body)).json()).toMatchObject({ letterNumber: words.letterNumber, opening: "Dibuka.", items: [{ summary: "Akan dibantu." }, ...Array.from({ length: 5 }, () => ({}))] });
    expect((await citra("PUT", url(), body)).statusCode).toBe(200);
    expect((await citra("PUT", url(), { ...body, opening: "Lain" })).statusCode).toBe(412);
    expect((await citra("PUT", url(), { ...body, figures: ["99"] })).statusCode).toBe(400);
    expect((await kabid("POST", url("/sign"), { version: version + 1 })).json()).toMatchObject({ status: "half_signed", signatures: [{ role: "pemimpin", person: { name: "kabidA" } }] });
    expect((await citra("PUT", url(), { ...body, version: version + 2, opening: "Dibuka lagi." })).json()).toMatchObject({ status: "draft", signatures: [] });
    expect((await budi("PUT", url(), body)).statusCode).toBe(403);
    expect((await kabid("PUT", url(), { ...body, version: version + 3, secretaryId: city.people.kabidA })).json().refusals).toEqual(["secretary_is_leader"]);
    expect((await kabid("PUT", url(), { ...body, version: version + 3, secretaryId: city.people.eko })).statusCode).toBe(400);
  });
});

async function signed(): Promise<{ hash: string; verificationPath: string }> {
  await hold();
  await kabid("POST", url("/sign"), { version: 1 });
  const answer = await citra("POST", url("/sign"), { version: 2 });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

describe("signing", () => {
  it("by leader and secretary freezes every word beside its hash, and closes the meeting", async () => {
    const view = await signed();
    expect(view).toMatchObject({ status: "signed", meetingStatus: "signed", signatures: [{ role: "pemimpin" }, { role: "notulis" }], actions: { edit: ["wrong_status"], sign: ["wrong_status", "already_signed"], addendum: [] } });
    const { content, hash } = (await pool.query<{ content: unknown; hash: string }>("select content, hash from notulen where meeting_id = $1", [id])).rows[0] ?? { content: null, hash: "" };
    expect(createHash("sha256").update(canonicalText(content), "utf8").digest("hex")).toBe(hash);
    expect(view.hash).toBe(hash);
    // Names of tomorrow do not change what was signed.
    await pool.query("update person set name = 'Nama Baru' where id = $1", [city.people.budi]);
    expect(JSON.stringify((await citra("GET", url())).json().items)).toContain("budi");
    expect(await auditCount(pool, "notulen.sign", id)).toBe(2);
  });

  it("is refused without a secretary, by another, and twice by one", async () => {
    await pool.query("update evaluation_meeting set secretary_id = null where id = $1", [id]);
    await hold();
    expect((await kabid("POST", url("/sign"), { version: 1 })).json().refusals).toEqual(["no_secretary"]);
    await pool.query("update evaluation_meeting set secretary_id = $2 where id = $1", [id, city.people.citra]);
    await kabid("POST", url("/sign"), { version: 1 });
    expect((await kabid("POST", url("/sign"), { version: 1 })).statusCode).toBe(200);
    expect((await kabid("POST", url("/sign"), { version: 2 })).json().refusals).toEqual(["already_signed"]);
    expect((await budi("POST", url("/sign"), { version: 2 })).statusCode).toBe(403);
  });

  it("after it nothing changes, neither through the app nor behind its back", async () => {
    await signed();
    expect((await citra("PUT", url(), { version: 3, ...words, secretaryId: city.people.citra, summaries: [] })).json().refusals).toEqual(["wrong_status"]);
    expect((await send({ kind: "decide", decisionId: v7(), itemId: null, text: "Terlambat", ownerId: city.people.budi, pemilik: "pribadi", due: "2026-12-17" })).json().refusals).toEqual(["wrong_status"]);
    for (const statement of [
      "update notulen set opening = 'x'", "delete from notulen", "update evaluation_meeting set place = 'x'", "delete from evaluation_meeting", "update meeting_item set summary = 'x'", "delete from meeting_item", "update meeting_participant set attendance = 'hadir'",
      "delete from notulen_signature", "update notulen_signature set hash = 'x'", "update tindak_lanjut set text = 'x'", "update tindak_lanjut set due = '2027-01-01'", "delete from tindak_lanjut",
    ]) await expect(pool.query(statement), statement).rejects.toMatchObject({ code: expect.stringMatching(/^2[03]/) });
  });

  it("a correction is an addendum beside it, added once, with a hash of its own", async () => {
    await signed();
    const body = { id: v7(), text: "Jumlah bayi pada baris dua: 18." };
    expect((await citra("POST", url("/addendum"), body)).json().addenda).toMatchObject([{ number: 1, text: body.text, by: { name: "citra" } }]);
    expect((await citra("POST", url("/addendum"), body)).json().addenda).toHaveLength(1);
    expect((await kabid("POST", url("/addendum"), { id: v7(), text: "Ralat kedua." })).json().addenda.map((one: { number: number }) => one.number)).toEqual([1, 2]);
    await expect(pool.query("update notulen_addendum set text = 'x'")).rejects.toThrow("only added");
  });
});

describe("the public check", () => {
  it("shows number, date and hash, and nothing else, to anybody who holds the page", async () => {
    const { hash, verificationPath } = await signed();
    await citra("POST", url("/addendum"), { id: v7(), text: "Ralat." });
    const answer = await app.inject(`/api${verificationPath}`);
    expect(answer.json()).toEqual({ kind: "notulen", format: null, isCurrent: true, signatures: null, number: "NR/bidangA1/2026-10", date: MEETING_DAY, hash, addenda: [{ number: 1, date: MEETING_DAY, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
    expect((await app.inject(`/api${verificationPath.toLowerCase()}`)).statusCode).toBe(200);
    for (const wrong of ["AAAA-BBBB-CCCC-DDDD", id]) expect((await app.inject(`/api/verifikasi/${wrong}`)).statusCode).toBe(404);
  });
  it("knows nothing of a draft", async () => {
    await hold();
    expect((await pool.query("select code from notulen")).rows).toEqual([{ code: null }]);
  });
});

describe("a meeting held on paper", () => {
  const paper = () => ({
    version: 1, date: "2026-11-18", startedAt: "09:00", finishedAt: "10:10",
    attendance: [{ personId: city.people.budi, attendance: "hadir", reason: null }, { personId: team.dodi, attendance: "sakit", reason: "Demam" }],
    decisions: [{ id: v7(), text: "Membeli genset", ownerId: city.units.bidangA1, pemilik: "unit", due: "2026-12-17" }],
  });
  it("is entered afterwards; its minutes are signed once the scan is there", async () => {
    const body = paper();
    expect((await citra("POST", `/api/evaluation-meeting/${id}/paper`, body)).json()).toMatchObject({ status: "ended", isPaper: true, date: "2026-11-18", present: 1, decisions: 1 });
    expect((await citra("POST", `/api/evaluation-meeting/${id}/paper`, body)).statusCode).toBe(200);
    expect((await pool.query("select from tindak_lanjut")).rows).toHaveLength(1);
    const { version, counts } = (await kabid("GET", url())).json();
    expect(counts).toMatchObject({ hadir: 1, sakit: 1 });
    expect((await kabid("POST", url("/sign"), { version })).json().refusals).toEqual(["scan_missing"]);
    const scan = async (payload: Buffer, type = "application/pdf") => app.inject({ method: "PUT", url: `${url("/scan/file")}?title=Notulen.pdf`, headers: { cookie: await signIn(city.people.citra), "content-type": type }, payload });
    expect((await scan(Buffer.from("<svg>"))).statusCode).toBe(415);
    expect((await scan(TINY_PDF)).json()).toEqual({ hash: createHash("sha256").update(TINY_PDF).digest("hex") });
    expect((await budi("GET", url("/scan/file"))).rawPayload.equals(TINY_PDF)).toBe(true);
    expect((await kabid("POST", url("/sign"), { version: version + 1 })).json()).toMatchObject({ status: "half_signed", hasScan: true });
  });
  it("never before its day, nor with an end before its beginning, nor with strangers", async () => {
    const enter = (more: object) => citra("POST", `/api/evaluation-meeting/${id}/paper`, { ...paper(), ...more });
    expect((await enter({ date: "2026-11-20" })).json().refusals).toEqual(["meeting_not_yet"]);
    expect((await enter({ finishedAt: "09:00" })).statusCode).toBe(400);
    expect((await enter({ attendance: [{ personId: city.people.eko, attendance: "hadir", reason: null }] })).statusCode).toBe(400);
    expect((await budi("POST", `/api/evaluation-meeting/${id}/paper`, paper())).statusCode).toBe(403);
  });
});

it("hostile words stay words in the calendar file and on the page", async () => {
  await hold();
  await pool.query("update evaluation_meeting set place = $2 where id = $1", [id, HOSTILE]);
  const ics = (await budi("GET", `/api/evaluation-meeting/${id}/undangan.ics`)).body.replaceAll("\r\n ", "");
  expect(ics.split("\r\n").filter((line) => line.startsWith("LOCATION"))).toHaveLength(1);
  expect((await budi("GET", `/api/evaluation-meeting/${id}/notulen.pdf`)).statusCode).toBe(200);
});

describe("on the page", () => {
  const page = async () => (await budi("GET", `/api/evaluation-meeting/${id}/notulen.pdf`)).rawPayload;
  it("signed minutes carry the mark that leads to their own number, day and hash", async () => {
    const { hash, verificationPath } = await signed();
    const bytes = await page();
    const { pages, text } = await readPdf(bytes);
    const mark = await qrOnPage(bytes, pages);
    expect(new URL(mark).pathname).toBe(verificationPath);
    const found = (await app.inject(`/api${new URL(mark).pathname}`)).json();
    expect(found).toEqual({ kind: "notulen", format: null, isCurrent: true, signatures: null, number: "NR/bidangA1/2026-10", date: MEETING_DAY, hash, addenda: [] });
    const plain = text.replaceAll(/\s+/g, "");
    expect(plain).toContain(`NomorNR/bidangA1/2026-10,tanggal19November2026Sidikisi(SHA-256)${hash}`);
    expect(plain).not.toContain("Konsep");
    expect(plain).toContain(HOSTILE.replaceAll(/\s+/g, ""));
  });
  it("a draft says that it is one, and nobody's reason for being away is printed", async () => {
    await hold();
    await send({ kind: "attendance", personId: team.dodi, attendance: "sakit", reason: "Demam berdarah" });
    const { text, pages } = await readPdf(await page());
    expect(text.split("Konsep, belum ditandatangani lengkap").length - 1).toBe(pages);
    expect(text).toContain("Sakit");
    expect(text).not.toContain("Demam");
  });
});
