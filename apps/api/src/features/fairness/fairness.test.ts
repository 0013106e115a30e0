import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import { testApp, type Caller } from "#test/app.ts";
import { addPeriod } from "#test/appraisal-factories.ts";
import { auditCount } from "#test/factories.ts";
import { type PeerCity, peerCity, releasedCycle } from "#test/peer-factories.ts";
import { raiseSignals } from "./raise.ts";

const test = await testApp({ today: "2026-11-23" });
const { pool, clock, as } = test;
let city: PeerCity;
let periodId: string;
let analis: Caller;
let kabid: Caller;
const raise = () => raiseSignals({ db: createDb(pool), pool, today: clock.today() });

/** A released cycle with levels of everybody, one connected part; the head of Bidang A1 rates all eight di atas, the others as usual. */
beforeAll(async () => {
  city = await peerCity(test, 12);
  periodId = await addPeriod(pool, city);
  await pool.query("update evaluation_period set closed_at = now() where id = $1", [periodId]);
  const cycleId = await releasedCycle(test, city);
  for (const [i, personId] of city.staff.entries()) {
    const unit = i < 12 ? "bidangA1" : i < 24 ? "puskesmasA2" : "dinasB";
    const penilai = { bidangA1: "kabidA", puskesmasA2: "kapus", dinasB: "kadisB" } as const;
    const up = unit === "bidangA1";
    const usual = ["di_atas", "sesuai", "sesuai", "sesuai", "di_bawah"][(i * 7) % 5];
    await pool.query(
      `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, indeks, digest, finalized_at, finalized_on, facts, decision, rulebook)
       values ($1,$2,$3,$4,$4,1,$5,'final',$6,$7,'baik',$8,'d',now(),'2026-10-10','{"hasil":[],"perilaku":[],"umpanBalik":{"positif":0,"netral":0,"negatif":0},"standar":{"batas":{"sebagianBesar":0.5,"sebagianKecil":0.25}}}','{}','r')`,
      [v7(), periodId, personId, city.units[unit], city.people[penilai[unit]], up ? "di_atas" : usual, up ? "di_atas" : "sesuai", 95 + ((i * 13) % 11)]);
    await pool.query("insert into peer_subject_stat (cycle_id, subject_id, n, level, level_variance) values ($1,$2,7,$3,0.05)", [cycleId, personId, ((i * 5) % 9) / 10 - 0.4]);
  }
  analis = await as(city.people.analis);
  kabid = await as(city.people.kabidA);
});

const view = async (who = analis) => (await who("GET", `/api/fairness?period=${periodId}`)).json().view;

describe("the page", () => {
  it("says first whether raters are linked, then who rates how with an interval, by name", async () => {
    const page = await view();
    expect(page.connectivity).toEqual({ isLinked: true, components: 1, people: 36, raters: 0, crossPercent: 30 });
    expect(page.supervisors.map((one: { person: { name: string }; n: number }) => `${one.person.name} ${one.n}`)).toEqual(["kabidA 12", "kadisB 12", "kapus 12"]);
    expect(page.supervisors[0].leniency.low).toBeGreaterThan(0);
    expect(page.calibrated).toEqual({ people: 0, lowered: 0, groups: [] });
    expect(page.afterKeberatan).toEqual([]);
    expect(page.tally).toEqual({ judged: 0, founded: 0, foundedPercent: null, threshold: 30 });
  });
  it("is BKPSDM's; each look is logged", async () => {
    expect((await (await as(city.people.bkpsdm))("GET", "/api/fairness")).statusCode).toBe(200);
    for (const who of ["budi", "kadisA", "auditor", "admin", "wali"] as const) expect((await (await as(city.people[who]))("GET", "/api/fairness")).statusCode).toBe(404);
    expect((await pool.query("select 1 from access_log where action = 'fairness.read'")).rowCount).toBe(2);
  });
});

describe("a signal", () => {
  let id: string;
  const url = (tail = "") => `/api/fairness/signal/${id}${tail}`;
  beforeAll(async () => {
    await raise();
    id = (await view()).supervisors[0].signalId;
  });

  it("is raised once, with number, interval, n and what would explain it innocently, and ends after two periods", async () => {
    expect(await raise()).toBe(0);
    expect(await auditCount(pool, "fairness.raise", periodId)).toBe(1);
    expect((await kabid("GET", url())).json()).toMatchObject({ kind: "supervisor_severity", status: "open", n: 12, scale: "points", raisedOn: "2026-11-23", expiresOn: "2027-04-30", innocent: expect.arrayContaining(["true_difference", "chance"]), actions: { reply: [], judge: ["not_yours"] } });
  });
  it("exists for whom it is about and for BKPSDM; who opened it can be seen", async () => {
    for (const who of ["budi", "kadisA", "auditor", "wali"] as const) expect((await (await as(city.people[who]))("GET", url())).statusCode).toBe(404);
    expect((await (await as(city.people.bkpsdm))("GET", url())).json().openings).toEqual([]);
    expect((await kabid("GET", url())).json().openings.map((one: { name: string }) => one.name)).toEqual(["kabidA", "bkpsdm", "kabidA"]);
    expect((await kabid("GET", "/api/fairness/mine")).json().signals).toContainEqual(expect.objectContaining({ id, status: "open" }));
    expect((await (await as(city.people.budi))("GET", "/api/fairness/mine")).json().signals).toEqual([]);
  });
  it("is answered once by whom it is about", async () => {
    expect((await analis("POST", url("/reply"), { version: 1, text: "x" })).statusCode).toBe(403);
    expect((await kabid("POST", url("/reply"), { version: 9, text: "Tim saya baru selesai penilaian layanan." })).statusCode).toBe(412);
    expect((await kabid("POST", url("/reply"), { version: 1, text: "Tim saya baru selesai penilaian layanan." })).json()).toMatchObject({ status: "answered", reply: { on: "2026-11-23" }, version: 2 });
    expect((await kabid("POST", url("/reply"), { version: 2, text: "Lain lagi." })).json().refusals).toEqual(["already_replied"]);
  });
  it("is judged by a person, once, and counted", async () => {
    const body = { version: 2, outcome: "dijelaskan", note: "Layanan memang melampaui target, ada buktinya." };
    expect((await (await as(city.people.bkpsdm))("POST", url("/outcome"), body)).statusCode).toBe(403);
    expect((await kabid("POST", url("/outcome"), body)).statusCode).toBe(404);
    expect((await analis("POST", url("/outcome"), body)).json()).toMatchObject({ status: "closed", outcome: { outcome: "dijelaskan", by: "analis" } });
    expect((await analis("POST", url("/outcome"), { ...body, version: 3 })).json().refusals).toEqual(["outcome_given"]);
    expect((await view()).tally).toMatchObject({ judged: 1, founded: 0, foundedPercent: 0 });
    await expect(pool.query("update fairness_signal set n = 1")).rejects.toThrow("keeps its figure");
  });
});

describe("a signal about one rating", () => {
  const id = v7();
  const url = (tail = "") => `/api/fairness/signal/${id}${tail}`;
  let person: Caller;
  beforeAll(async () => {
    const [personId = ""] = city.staff;
    person = await as(personId);
    await pool.query(
      "insert into fairness_signal (id, period_id, kind, person_id, penilai_id, n, figure, scale, innocent, raised_on, expires_on) values ($1,$2,'person_residual',$3,$4,12,'{\"value\":0.9,\"low\":0.4,\"high\":1.4}','points','{chance}','2026-11-23','2027-04-30')",
      [id, periodId, personId, city.people.kabidA]);
  });
  it("is answered by who set the rating, and whose rating it is has a word of their own; each once", async () => {
    expect((await person("GET", url())).json()).toMatchObject({ replyAs: "person", actions: { reply: [] }, reply: null, personReply: null });
    expect((await person("POST", url("/reply"), { version: 1, text: "Saya memimpin akreditasi pada triwulan ini." })).json()).toMatchObject({ status: "open", reply: null, personReply: { text: "Saya memimpin akreditasi pada triwulan ini.", on: "2026-11-23" } });
    expect((await kabid("GET", url())).json()).toMatchObject({ replyAs: "answerer", actions: { reply: [] }, personReply: { text: "Saya memimpin akreditasi pada triwulan ini." } });
    expect((await kabid("POST", url("/reply"), { version: 2, text: "Sertifikatnya terlampir pada laporan Agustus." })).json()).toMatchObject({ status: "answered", reply: { text: "Sertifikatnya terlampir pada laporan Agustus." } });
    expect((await person("POST", url("/reply"), { version: 3, text: "Lain lagi." })).json().refusals).toEqual(["already_replied"]);
    await expect(pool.query("update fairness_signal set person_reply = 'lain' where id = $1", [id])).rejects.toThrow("keeps its figure");
    await expect(pool.query("update fairness_signal set person_reply = 'x', person_replied_on = '2026-11-23' where kind = 'supervisor_severity'")).rejects.toThrow("fairness_signal_person_replied");
  });
  it("ends after two periods: from then on nobody is shown it, nor anything of persons in that period; what people found stays counted", async () => {
    clock.set("2027-04-30");
    expect([(await person("GET", url())).statusCode, (await view()).isExpired]).toEqual([200, false]);
    clock.set("2027-05-01");
    for (const who of [person, kabid, analis]) expect((await who("GET", url())).statusCode).toBe(404);
    expect((await kabid("POST", url("/reply"), { version: 3, text: "Terlambat." })).statusCode).toBe(404);
    expect((await person("GET", "/api/fairness/mine")).json().signals).toEqual([]);
    expect(await view()).toMatchObject({ isExpired: true, signals: [], persons: [], fragile: [], afterKeberatan: [], tally: { judged: 1 } });
    clock.set("2026-11-23");
  });
});

describe("a department's page", () => {
  const url = (unit: string) => `/api/fairness/unit/${unit}?period=${periodId}`;
  const of = async (unit: string) => (await (await as(city.people.kadisB))("GET", url(unit))).json().view;
  it("is its head's and BKPSDM's; each look is logged, and a unit below a department has none", async () => {
    for (const who of ["budi", "kadisA", "kabidA", "auditor", "admin"] as const) expect([who, (await (await as(city.people[who]))("GET", url(city.units.dinasB))).statusCode]).toEqual([who, 404]);
    expect((await analis("GET", url(city.units.dinasB))).statusCode).toBe(200);
    expect((await analis("GET", url(city.units.bidangA1))).statusCode).toBe(404);
    expect((await pool.query("select 1 from access_log where action = 'fairness.unit' and subject_id = $1", [city.units.dinasB])).rowCount).toBe(1);
  });
  it("with fewer than forty people says nothing of groups", async () => {
    expect(await of(city.units.dinasB)).toMatchObject({ unit: { name: "Dinas B" }, people: 12, least: 40, groups: [], reason: "too_few" });
  });
  it("with enough says how groups differ there, without a name and without classes", async () => {
    const { rows } = await pool.query<{ id: string }>("select id from peer_cycle where status = 'released'");
    for (let i = 0; i < 40; i += 1) {
      const id = v7();
      const isPppk = i < 20;
      await pool.query("insert into person (id, nip, name, jenis) values ($1,$2,$3,$4)", [id, isPppk ? null : `198504122010011${String(i).padStart(3, "0")}`, `Orang ${i}`, isPppk ? "pppk" : "pns"]);
      await pool.query(
        `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, indeks, digest, finalized_at, finalized_on, rulebook)
         values ($1,$2,$3,$4,$4,1,$5,'final',$6,$7,'baik',$8,'d',now(),'2026-10-10','r')`,
        [v7(), periodId, id, city.units.dinasB, city.people.kadisB, isPppk ? "di_bawah" : "di_atas", i % 3 === 0 ? "di_bawah" : "sesuai", 95 + (i % 11)]);
      await pool.query("insert into peer_subject_stat (cycle_id, subject_id, n, level, level_variance) values ($1,$2,7,$3,0.05)", [rows[0]?.id, id, ((i * 5) % 9) / 10 - 0.4]);
    }
    const shown = await of(city.units.dinasB);
    expect(shown).toMatchObject({ people: 52, reason: null });
    const status = shown.groups.find((one: { attribute: string }) => one.attribute === "status");
    expect(status).toMatchObject({ group: "pppk", n: 32, nAgainst: 20, isSignal: true, reason: null });
    expect(status.difference.high).toBeLessThan(0);
    expect(status.pAdjusted).toBeLessThan(0.01);
    expect(Object.keys(status)).not.toContain("rate");
    expect(JSON.stringify(shown)).not.toContain("Orang");
    expect(shown.groups.find((one: { attribute: string }) => one.attribute === "usia")).toMatchObject({ isSignal: false, reason: "too_few" });
  });
});

describe("the mirror and the method", () => {
  it("shows a penilai their own leniency beside the city's, and counts", async () => {
    const mirror = (await kabid("GET", "/api/rater-mirror")).json();
    expect(mirror.penilai).toMatchObject({ leniency: { n: 12, least: 5, mine: { value: expect.any(Number) } }, counts: { di_atas: 24, sesuai: 0, di_bawah: 0 } });
    expect(mirror.peer.leniency).toMatchObject({ mine: null, reason: "no_data" });
    expect((await (await as(city.people.budi))("GET", "/api/rater-mirror")).json().penilai).toBe(null);
  });
  it("the four cases give their reference after the answer, once a year", async () => {
    const budi = await as(city.people.budi);
    expect((await budi("GET", "/api/rater-mirror/warm-up")).json().cases.map((one: { reference: number | null }) => one.reference)).toEqual([null, null, null, null]);
    const body = { id: v7(), levels: [2, 3, 3, 1] };
    expect((await budi("POST", "/api/rater-mirror/warm-up", body)).json().cases.map((one: { mine: number; reference: number }) => `${one.mine}${one.reference}`)).toEqual(["22", "33", "34", "11"]);
    await budi("POST", "/api/rater-mirror/warm-up", { id: v7(), levels: [4, 4, 4, 4] });
    expect((await budi("GET", "/api/rater-mirror")).json().warmUp.years).toEqual([{ year: 2026, exactPercent: 75, meanDifference: -0.25 }]);
    expect((await budi("POST", "/api/rater-mirror/warm-up", { id: v7(), levels: [4, 4, 4] })).statusCode).toBe(400);
    expect(await auditCount(pool, "warm-up.answer")).toBe(1);
  });
  it("the method's figures are for everybody", async () => {
    const method = (await (await as(city.people.budi))("GET", "/api/fairness/method")).json();
    expect(method).toMatchObject({ minJawaban: 4, perOrang: 7, bobotPercent: 25, cycles: [{ year: 2026, semester: 1, icc1k: 0.8, answeredPercent: 81, shownPercent: 95.2, crossPercent: 30 }] });
    // Of the city's groups, as the run found them: for everybody too.
    expect(method.groups).toMatchObject({ period: { id: periodId }, rows: expect.arrayContaining([expect.objectContaining({ attribute: "status", group: "pppk" })]) });
    // The committed file of `pnpm simulate --save`, of the schema that the page is promised.
    expect(method.errorRates).toMatchObject({ day: expect.stringMatching(/^2026-/), people: 4000, seeds: [1, expect.any(Number)] });
    expect(method.errorRates.rows.map((row: { method: string }) => row.method)).toEqual(["supervisor_severity", "supervisor_severity", "person_residual", "person_residual", "declared_relations", "group_difference"]);
  });
});
