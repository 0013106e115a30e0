import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UmpanBalikView } from "@teraju/contracts";
import { v7 } from "uuid";
import { testApp, type Caller } from "#test/app.ts";
import { addReport, addSkp, auditCount, smallCity, type AddedReport, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let skp: SetSkp;
let report: AddedReport;
let kabid: Caller;
let budi: Caller;
let citra: Caller;

beforeAll(async () => {
  city = await smallCity(pool);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA });
  report = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp, penilaiId: city.people.kabidA, status: "checked" });
  [kabid, budi, citra] = await Promise.all([as(city.people.kabidA), as(city.people.budi), as(city.people.citra)]);
});
beforeEach(async () => {
  clock.set("2026-11-23");
  await pool.query("delete from umpan_balik");
});

const give = (who: Caller, more: object = {}) => who("POST", "/api/umpan-balik", { id: v7(), toId: city.people.budi, month: "2026-11", nada: "netral", text: "Laporan lebih rapi.", ...more });
const ask = (who: Caller, more: object = {}) => who("POST", "/api/umpan-balik/request", { id: v7(), fromId: city.people.kabidA, month: "2026-11", question: "Apa yang perlu saya perbaiki?", ...more });
const post = (who: Caller, id: string, what: string, body?: object) => who("POST", `/api/umpan-balik/${id}/${what}`, body);
const mine = async (who: Caller, query = "") => (await who("GET", `/api/umpan-balik${query}`)).json();
const status = async (answer: Promise<{ statusCode: number }>) => (await answer).statusCode;

describe("giving", () => {
  it("is dated today, once for all, and leaves a line in the trail without the words", async () => {
    const given = (await give(kabid)).json();
    expect(given).toMatchObject({ box: "by_me", status: "diberikan", givenOn: "2026-11-23", from: { name: "kabidA", jabatan: "Kepala Bidang A1" }, to: { name: "budi" }, readAt: null, about: { lineId: null, perilaku: null } });
    expect(await auditCount(pool, "umpan-balik.give", given.id)).toBe(1);
    expect((await pool.query("select 1 from audit_payload where payload like '%rapi%'")).rows).toHaveLength(0);
  });

  it("repeated is the same one; another text, or another's id, finds nothing", async () => {
    const id = v7();
    const first = (await give(kabid, { id })).json();
    clock.set("2026-11-24");
    expect((await give(kabid, { id })).json()).toEqual(first);
    expect(await status(give(kabid, { id, text: "Lain lagi" }))).toBe(404);
    expect(await status(give(citra, { id }))).toBe(404);
    expect((await pool.query("select 1 from umpan_balik")).rows).toHaveLength(1);
  });

  it("can be about a result, a row of a report, a behaviour, or the work as a whole: one of them", async () => {
    const lineId = skp.lines[0]?.lineId;
    expect((await give(kabid, { lineId })).json().about).toMatchObject({ lineId, result: "Hasil kerja 1 tersedia" });
    expect((await give(kabid, { month: "2026-10", reportRowId: report.rowIds[1] })).json().about).toMatchObject({ reportRowId: report.rowIds[1], lineId: skp.lines[1]?.lineId, result: "Hasil kerja 2 tersedia" });
    expect((await give(kabid, { perilaku: "kolaboratif" })).json().about.perilaku).toBe("kolaboratif");
    expect((await give(kabid, { lineId, perilaku: "loyal" })).json()).toMatchObject({ status: 400, fields: [{ code: "one_topic" }] });
  });

  it("refuses what does not belong to the person, a month to come and words that are none", async () => {
    expect((await give(kabid, { lineId: v7() })).json().fields).toEqual([{ path: "body.lineId", code: "not_a_result_of_this_person" }]);
    expect((await give(kabid, { reportRowId: report.rowIds[0] })).json().fields).toEqual([{ path: "body.reportRowId", code: "not_a_row_of_this_month" }]);
    expect((await give(kabid, { month: "2026-12" })).json().fields).toEqual([{ path: "body.month", code: "in_the_future" }]);
    expect(await status(give(kabid, { text: "   " }))).toBe(400);
    expect(await status(give(kabid, { nada: "buruk" }))).toBe(400);
    expect(await status(give(kabid, { givenOn: "2026-10-01" }))).toBe(400);
  });

  it("is for penilai, those above, colleagues of the department and own bawahan upwards; not across departments, not to oneself", async () => {
    expect(await Promise.all([city.people.kadisA, city.people.citra, city.people.dewi].map(async (who) => status(give(await as(who)))))).toEqual([200, 200, 200]);
    expect(await status(give(budi, { toId: city.people.kabidA }))).toBe(200);
    expect(await status(give(await as(city.people.kadisA), { toId: city.people.wali }))).toBe(200);
    expect(await Promise.all([city.people.kadisB, city.people.eko, city.people.auditor, city.people.wali].map(async (who) => status(give(await as(who)))))).toEqual([404, 404, 404, 404]);
    expect(await status(give(budi))).toBe(404);
    expect(await status(give(kabid, { toId: v7() }))).toBe(404);
  });

  it("a colleague cannot name results or rows of a paper that is not theirs to read", async () => {
    expect(await status(give(citra, { lineId: skp.lines[0]?.lineId }))).toBe(404);
    expect(await status(give(citra, { month: "2026-10", reportRowId: report.rowIds[0] }))).toBe(404);
  });
});

describe("asking", () => {
  it("reaches a superior or colleague with the question and one's own result", async () => {
    const asked = (await ask(budi, { lineId: skp.lines[0]?.lineId })).json();
    expect(asked).toMatchObject({ box: "asked_by_me", status: "diminta", requestedOn: "2026-11-23", givenOn: null, about: { result: "Hasil kerja 1 tersedia" }, actions: { answer: ["not_yours"] } });
    expect(await auditCount(pool, "umpan-balik.request", asked.id)).toBe(1);
    expect((await mine(kabid)).items[0]).toMatchObject({ id: asked.id, box: "asked_of_me", actions: { answer: [] } });
    expect(await mine(kabid)).toMatchObject({ askedOfMe: 1, unread: 0 });
    expect(await status(ask(budi, { fromId: city.people.citra }))).toBe(200);
    expect(await status(ask(await as(city.people.kadisB), { fromId: city.people.wali }))).toBe(200);
  });

  it("repeated is asked once; strangers and oneself cannot be asked", async () => {
    const id = v7();
    expect((await ask(budi, { id })).json()).toEqual((await ask(budi, { id })).json());
    expect(await auditCount(pool, "umpan-balik.request", id)).toBe(1);
    expect(await status(ask(citra, { id }))).toBe(404);
    expect(await status(ask(budi, { fromId: city.people.eko }))).toBe(404);
    expect(await status(ask(budi, { fromId: city.people.wali }))).toBe(404);
    expect(await status(ask(budi, { fromId: city.people.budi }))).toBe(404);
    expect(await status(ask(citra, { fromId: city.people.kabidA, lineId: skp.lines[0]?.lineId }))).toBe(400);
  });

  it("is answered by who was asked, dated on the day of the answer, once", async () => {
    const { id } = (await ask(budi)).json();
    clock.set("2026-11-25");
    const answer = (who: Caller, version = 1, text = "Kirim lebih awal.") => post(who, id, "answer", { version, nada: "positif", text });
    expect((await answer(budi)).json().refusals).toEqual(["not_yours"]);
    expect(await status(answer(citra))).toBe(404);
    expect(await status(answer(kabid, 7))).toBe(412);
    expect((await answer(kabid)).json()).toMatchObject({ box: "by_me", status: "diberikan", givenOn: "2026-11-25", requestedOn: "2026-11-23", version: 2 });
    expect((await answer(kabid)).json()).toMatchObject({ version: 2 });
    expect((await answer(kabid, 2, "Atau begini.")).json().refusals).toEqual(["wrong_status"]);
    expect(await auditCount(pool, "umpan-balik.answer", id)).toBe(1);
  });
});

describe("reading and responding", () => {
  let it_: UmpanBalikView;
  beforeEach(async () => {
    it_ = (await give(kabid, { nada: "negatif" })).json();
  });

  it("counts as unread until opened; opened twice is opened once", async () => {
    expect(await mine(budi)).toMatchObject({ unread: 1, items: [{ box: "to_me", readAt: null, actions: { reply: [], read: [] } }] });
    expect((await post(budi, it_.id, "read")).json()).toMatchObject({ readAt: "2026-11-23T03:00:00.000Z", version: 1 });
    clock.set("2026-11-24");
    expect((await post(budi, it_.id, "read")).json().readAt).toBe("2026-11-23T03:00:00.000Z");
    expect(await auditCount(pool, "umpan-balik.read", it_.id)).toBe(1);
    expect((await mine(budi)).unread).toBe(0);
    expect((await post(kabid, it_.id, "read")).json().refusals).toEqual(["not_yours"]);
    expect(await status(post(citra, it_.id, "read"))).toBe(404);
  });

  it("takes one tanggapan from the receiver, which also counts as read", async () => {
    const reply = (who: Caller, version = 1, text = "Baik, saya perbaiki.") => post(who, it_.id, "reply", { version, text });
    expect((await reply(kabid)).json().refusals).toEqual(["not_yours"]);
    expect(await status(reply(citra))).toBe(404);
    expect(await status(reply(budi, 9))).toBe(412);
    expect((await reply(budi)).json()).toMatchObject({ reply: "Baik, saya perbaiki.", readAt: "2026-11-23T03:00:00.000Z", version: 2 });
    expect((await reply(budi)).json()).toMatchObject({ version: 2 });
    expect((await reply(budi, 2, "Sebenarnya tidak.")).json().refusals).toEqual(["already_replied"]);
    expect((await mine(kabid)).items[0].reply).toBe("Baik, saya perbaiki.");
    expect(await auditCount(pool, "umpan-balik.reply", it_.id)).toBe(1);
  });

  it("no endpoint changes or removes what was given", async () => {
    for (const method of ["PUT", "DELETE"] as const) expect(await status(kabid(method, `/api/umpan-balik/${it_.id}`, {}))).toBe(404);
  });
});

describe("the list", () => {
  it("is mine alone, newest first, by person, month and box, a page at a time", async () => {
    const texts = async (who: Caller, query = "") => (await mine(who, query)).items.map((u: UmpanBalikView) => u.text ?? u.question);
    await give(kabid, { month: "2026-10", text: "satu" });
    clock.set("2026-11-24");
    await give(citra, { text: "dua" });
    clock.set("2026-11-30");
    await ask(budi, { question: "tiga" });
    await give(budi, { toId: city.people.citra, text: "empat" });
    expect(await texts(budi)).toEqual(["empat", "tiga", "dua", "satu"]);
    expect(await texts(budi, `?with=${city.people.citra}`)).toEqual(["empat", "dua"]);
    expect(await texts(budi, "?month=2026-10")).toEqual(["satu"]);
    expect(await texts(budi, "?box=asked_by_me")).toEqual(["tiga"]);
    expect(await texts(kabid)).toEqual(["tiga", "satu"]);
    expect(await texts(await as(city.people.kadisA))).toEqual([]);
    const page1 = await mine(budi, "?limit=2");
    const page2 = await mine(budi, `?limit=2&after=${page1.next}`);
    expect([...page1.items, ...page2.items].map((u: UmpanBalikView) => u.text ?? u.question)).toEqual(["empat", "tiga", "dua", "satu"]);
    expect(page2.next).toBe(null);
    for (const after of ["x", "2026-02-31_" + v7(), "2026-11-30_'or 1=1"]) expect(await status(budi("GET", `/api/umpan-balik?after=${encodeURIComponent(after)}`))).toBe(400);
  });
});

describe("whom to choose", () => {
  const names = async (who: string, q = "") => (await (await as(who))("GET", `/api/colleague?q=${encodeURIComponent(q)}`)).json().people.map((p: { name: string; relation: string }) => `${p.name} ${p.relation}`);

  it("offers penilai and atasan, then bawahan, then the department; no NIP", async () => {
    expect(await names(city.people.budi)).toEqual(["kabidA superior", "kadisA superior", "citra colleague", "dewi colleague", "kapus colleague"]);
    expect(await names(city.people.kabidA)).toEqual(["kadisA superior", "wali superior", "budi bawahan", "citra bawahan", "dewi colleague", "kapus colleague"]);
    expect(Object.keys((await budi("GET", "/api/colleague")).json().people[0]).sort()).toEqual(["id", "jabatan", "name", "relation", "unit"]);
  });

  it("searches names, with marks of a pattern taken as they are", async () => {
    expect(await names(city.people.budi, "CIT")).toEqual(["citra colleague"]);
    expect(await names(city.people.budi, "%")).toEqual([]);
    expect(await names(city.people.budi, "eko")).toEqual([]);
    expect(await status(budi("GET", "/api/colleague?q=%00"))).toBe(400);
  });

  it("everyone offered may be asked and given", async () => {
    for (const who of [city.people.budi, city.people.kabidA, city.people.kadisA, city.people.wali]) {
      const caller = await as(who);
      for (const { id } of (await caller("GET", "/api/colleague")).json().people) {
        expect([await status(ask(caller, { fromId: id })), await status(give(caller, { toId: id }))]).toEqual([200, 200]);
      }
    }
  });
});

describe("topics", () => {
  it("are one's own results, or those of whose SKP one reads; for others none", async () => {
    const lines = async (who: Caller) => (await who("GET", `/api/umpan-balik/topic?personId=${city.people.budi}&month=2026-11`)).json().lines.length;
    expect(await Promise.all([budi, kabid, citra].map(lines))).toEqual([2, 2, 0]);
    expect(await status(budi("GET", `/api/umpan-balik/topic?personId=${v7()}&month=2026-11`))).toBe(404);
  });
});
