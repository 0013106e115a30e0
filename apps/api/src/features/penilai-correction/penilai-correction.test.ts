import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "../../../test/app.ts";
import { addPenilai, addReport, addSkp, auditCount, smallCity, type SmallCity } from "../../../test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
});
/** Eko as he was: rated by the head of Dinas B, nothing asked, nothing reported. */
beforeEach(async () => {
  clock.set("2026-11-23");
  await pool.query("truncate penilai_correction, notification");
  await pool.query("delete from monthly_report");
  await pool.query("delete from skp");
  await pool.query("delete from penilai_relation where pegawai_id = $1", [city.people.eko]);
  await addPenilai(pool, { pegawaiId: city.people.eko, penilaiId: city.people.kadisB, atasanId: city.people.wali });
});

const relations = async (pegawaiId: string): Promise<unknown[]> =>
  (await pool.query("select penilai_id as penilai, atasan_id as atasan, valid_from::text as since, valid_until::text as until from penilai_relation where pegawai_id = $1 order by valid_from", [pegawaiId])).rows;
const messages = async (personId: string): Promise<unknown[]> => (await pool.query("select kind, params from notification where person_id = $1", [personId])).rows;

/** Eko of Dinas B says that he works for Bidang A1 now. */
async function ask(proposedId: string | null = city.people.kabidA): Promise<string> {
  const id = v7();
  const eko = await as(city.people.eko);
  const answer = await eko("POST", "/api/penilai-correction", { id, proposedId, reason: "Saya sudah bertugas di Bidang A1." });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}

it("what waits stands on the Beranda of who decides it: BKPSDM's operators, and the admin of that OPD alone, never their own", async () => {
  const { bkpsdm, analis, citra, budi, eko } = city.people;
  await pool.query("insert into role_assignment (id, person_id, role, unit_id, valid_from) values ($1,$2,'admin_opd',$3,'2026-01-01'), ($4,$5,'admin_opd',$6,'2026-01-01'), ($7,$8,'admin_opd',$3,'2026-01-01')", [v7(), citra, city.units.dinasB, v7(), budi, city.units.dinasA, v7(), eko]);
  const told = async (who: string) => (await (await as(who))("GET", "/api/home")).json().tasks.filter(({ kind }: { kind: string }) => kind === "penilai_correction");
  expect(await told(bkpsdm)).toEqual([]);
  await ask();
  const waiting = [{ kind: "penilai_correction", count: 1 }];
  expect(await Promise.all([bkpsdm, citra, budi, analis, eko].map(told))).toEqual([waiting, waiting, [], [], []]);
  await pool.query("delete from role_assignment where person_id = any($1)", [[citra, budi, eko]]);
});

describe("a pegawai", () => {
  it("sees who rates them, and the heads above as proposals, nearest first", async () => {
    const budi = await as(city.people.budi);
    const it = (await budi("GET", "/api/penilai-correction/mine")).json();
    expect(it).toMatchObject({ penilai: { name: "kabidA", jabatan: "Kepala Bidang A1", unit: "Bidang A1" }, atasan: { name: "kadisA" }, since: "2024-01-01", asked: [], actions: { ask: [], withdraw: ["wrong_status"] } });
    expect(it.candidates.map(({ name, why }: { name: string; why: string }) => [name, why])).toEqual([["kadisA", "head"], ["wali", "head"]]);
  });

  it("asks once, may take it back, and asks again; reporting is not touched", async () => {
    const eko = await as(city.people.eko);
    const skp = await addSkp(pool, { personId: city.people.eko, year: 2026, penilaiId: city.people.kadisB, unitId: city.units.dinasB });
    const { reportId } = await addReport(pool, city, { personId: city.people.eko, unit: "dinasB", month: "2026-11", skp, penilaiId: city.people.kadisB });
    const before = (await pool.query("select * from monthly_report where id = $1", [reportId])).rows;
    const id = await ask();
    expect((await eko("GET", "/api/penilai-correction/mine")).json()).toMatchObject({ asked: [{ id, status: "open", proposed: { name: "kabidA" }, penilai: { name: "kadisB" }, waitingDays: 0, decided: null }], actions: { ask: ["correction_open"], withdraw: [] } });
    expect((await eko("POST", "/api/penilai-correction", { id: v7(), proposedId: null, reason: "Sekali lagi." })).json().refusals).toEqual(["correction_open"]);
    expect((await eko("POST", `/api/penilai-correction/${id}/withdraw`, { version: 1 })).json().status).toBe("withdrawn");
    await ask(null);
    expect((await pool.query("select * from monthly_report where id = $1", [reportId])).rows).toEqual(before);
  });

  it("is refused with reasons: oneself, the one on record, a bawahan, nobody of this city", async () => {
    const kabid = await as(city.people.kabidA);
    const before = await auditCount(pool, "penilai-correction.ask");
    const refusalOf = async (proposedId: string) => (await kabid("POST", "/api/penilai-correction", { id: v7(), proposedId, reason: "Bukan atasan saya." })).json().refusals;
    expect(await refusalOf(city.people.kabidA)).toEqual(["own_appraisal"]);
    expect(await refusalOf(city.people.kadisA)).toEqual(["same_penilai"]);
    expect(await refusalOf(city.people.budi)).toEqual(["penilai_is_bawahan"]);
    const unknown = await kabid("POST", "/api/penilai-correction", { id: v7(), proposedId: v7(), reason: "Bukan atasan saya." });
    expect([unknown.statusCode, unknown.json().fields]).toEqual([400, [{ path: "body.proposedId", code: "unknown_person" }]]);
    expect(await auditCount(pool, "penilai-correction.ask")).toBe(before);
  });

  it("finds two windows at once with one question, not two", async () => {
    const eko = await as(city.people.eko);
    const both = await Promise.all([1, 2].map(() => eko("POST", "/api/penilai-correction", { id: v7(), proposedId: null, reason: "Saya sudah pindah." })));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  it("does not exist for others: neither the question nor its id", async () => {
    const id = await ask();
    for (const who of ["budi", "kadisB", "analis", "auditor", "admin"] as const) {
      const other = await as(city.people[who]);
      expect((await other("GET", `/api/penilai-correction/${id}`)).statusCode, who).toBe(404);
      expect((await other("POST", `/api/penilai-correction/${id}/withdraw`, { version: 1 })).statusCode, who).toBe(404);
      expect((await other("POST", "/api/penilai-correction", { id, proposedId: null, reason: "Punya orang." })).statusCode, who).toBe(404);
    }
  });
});

describe("BKPSDM", () => {
  it("sees the queue by waiting time in working days, and what each would change, before anything is touched", async () => {
    const skp = await addSkp(pool, { personId: city.people.eko, year: 2026, penilaiId: city.people.kadisB, unitId: city.units.dinasB });
    await addReport(pool, city, { personId: city.people.eko, unit: "dinasB", month: "2026-09", skp, penilaiId: city.people.kadisB, status: "checked" });
    await addReport(pool, city, { personId: city.people.eko, unit: "dinasB", month: "2026-10", skp, penilaiId: city.people.kadisB, status: "submitted" });
    const id = await ask();
    clock.set("2026-11-27");
    const bkpsdm = await as(city.people.bkpsdm);
    expect((await bkpsdm("GET", "/api/penilai-correction")).json()).toMatchObject({ open: [{ id, waitingDays: 4, pegawai: { name: "eko", unit: "Dinas B" } }], settled: [] });
    const it = (await bkpsdm("GET", `/api/penilai-correction/${id}`)).json();
    expect(it).toMatchObject({ chosen: { name: "kabidA" }, changes: { from: "2026-10-01", atasan: { name: "kadisA" }, reports: [{ month: "2026-10", status: "submitted" }], skpWaiting: false, periods: [] }, actions: { accept: [], decline: [] } });
    expect(it.candidates.map(({ name, why }: { name: string; why: string }) => [name, why])).toEqual([["kabidA", "proposed"], ["wali", "head"]]);
    expect((await bkpsdm("GET", `/api/penilai-correction/${id}?q=cit`)).json().candidates.at(-1)).toMatchObject({ name: "citra", why: "search" });
    expect((await bkpsdm("GET", `/api/penilai-correction/${id}?from=2024-01-01`)).json().actions.accept).toEqual(["before_relation"]);
    expect(await relations(city.people.eko)).toHaveLength(1);
  });

  it("puts it right after the report was sent: it reaches the new penilai's queue, the checked month stays, all three are told", async () => {
    const { eko, kadisB, kabidA, kadisA } = city.people;
    const skp = await addSkp(pool, { personId: eko, year: 2026, penilaiId: kadisB, unitId: city.units.dinasB });
    await addReport(pool, city, { personId: eko, unit: "dinasB", month: "2026-09", skp, penilaiId: kadisB, status: "checked" });
    await addReport(pool, city, { personId: eko, unit: "dinasB", month: "2026-10", skp, penilaiId: kadisB, status: "submitted" });
    await addReport(pool, city, { personId: eko, unit: "dinasB", month: "2026-11", skp, penilaiId: kadisB });
    const id = await ask();
    const bkpsdm = await as(city.people.bkpsdm);
    const body = { version: 1, penilaiId: kabidA, from: "2026-10-01", note: null };
    expect((await bkpsdm("POST", `/api/penilai-correction/${id}/accept`, body)).json()).toMatchObject({ status: "accepted", version: 2, decided: { penilai: { name: "kabidA" }, from: "2026-10-01", on: "2026-11-23", note: null } });
    expect((await bkpsdm("POST", `/api/penilai-correction/${id}/accept`, body)).statusCode, "a repeated request is harmless").toBe(200);
    expect(await relations(eko)).toEqual([{ penilai: kadisB, atasan: city.people.wali, since: "2024-01-01", until: "2026-10-01" }, { penilai: kabidA, atasan: kadisA, since: "2026-10-01", until: null }]);
    const { rows } = await pool.query("select month, penilai_id as penilai from monthly_report where person_id = $1 order by month", [eko]);
    expect(rows).toEqual([{ month: "2026-09", penilai: kadisB }, { month: "2026-10", penilai: kabidA }, { month: "2026-11", penilai: kabidA }]);
    const waiting = async (who: string) => (await (await as(who))("GET", "/api/review")).json().waiting.map((w: { person: { name: string } }) => w.person.name);
    expect([await waiting(kadisB), await waiting(kabidA)]).toEqual([[], ["eko"]]);
    expect([await messages(eko), await messages(kabidA), await messages(kadisB)]).toEqual([
      [{ kind: "penilai_changed", params: '{"name":"eko","on":"2026-10-01"}' }], [{ kind: "bawahan_gained", params: '{"name":"eko","on":"2026-10-01"}' }], [{ kind: "bawahan_lost", params: '{"name":"eko","on":"2026-10-01"}' }]]);
    expect(await auditCount(pool, "penilai-correction.accept", eko)).toBe(1);
    // The former penilai keeps sight of September, which was theirs, and nothing more.
    const former = await as(kadisB);
    const reportOf = async (month: string) => (await pool.query<{ id: string }>("select id from monthly_report where person_id = $1 and month = $2", [eko, month])).rows[0]?.id ?? "";
    expect((await former("GET", `/api/review/${await reportOf("2026-09")}`)).statusCode).toBe(200);
  });

  it("declines with words that the pegawai reads, and nothing moves", async () => {
    const id = await ask();
    const bkpsdm = await as(city.people.bkpsdm);
    expect((await bkpsdm("POST", `/api/penilai-correction/${id}/decline`, { version: 1, note: "" })).statusCode).toBe(400);
    expect((await bkpsdm("POST", `/api/penilai-correction/${id}/decline`, { version: 1, note: "SK Anda masih di Dinas B." })).json()).toMatchObject({ status: "declined", decided: { note: "SK Anda masih di Dinas B." } });
    expect(await messages(city.people.eko)).toEqual([{ kind: "penilai_correction_declined", params: '{"name":"eko"}' }]);
    expect(await relations(city.people.eko)).toHaveLength(1);
    expect((await bkpsdm("POST", `/api/penilai-correction/${id}/accept`, { version: 2, penilaiId: city.people.kabidA, from: "2026-11-02", note: null })).json().refusals).toEqual(["wrong_status"]);
  });

  it("does not overwrite: not from the day the relation on record began, not over one that follows", async () => {
    const id = await ask();
    const bkpsdm = await as(city.people.bkpsdm);
    const accept = async (from: string) => (await bkpsdm("POST", `/api/penilai-correction/${id}/accept`, { version: 1, penilaiId: city.people.kabidA, from, note: null })).json().refusals;
    expect(await accept("2024-01-01")).toEqual(["before_relation"]);
    await pool.query("update penilai_relation set valid_until = '2027-01-01' where pegawai_id = $1", [city.people.eko]);
    await pool.query("insert into penilai_relation (id, pegawai_id, penilai_id, valid_from) values ($1,$2,$3,'2027-01-01')", [v7(), city.people.eko, city.people.kadisA]);
    expect(await accept("2027-02-01")).toEqual(["before_relation"]);
    expect(await relations(city.people.eko)).toHaveLength(2);
    expect(await accept("2026-12-01")).toBeUndefined();
    expect(await relations(city.people.eko)).toMatchObject([{ until: "2026-12-01" }, { since: "2026-12-01", until: "2027-01-01" }, { since: "2027-01-01" }]);
  });

  it("gives nobody a penilai who sits on no post", async () => {
    const id = await ask();
    await pool.query("update placement set valid_until = '2026-11-01' where person_id = $1", [city.people.kabidA]);
    const bkpsdm = await as(city.people.bkpsdm);
    const answer = await bkpsdm("POST", `/api/penilai-correction/${id}/accept`, { version: 1, penilaiId: city.people.kabidA, from: "2026-11-02", note: null });
    expect([answer.statusCode, answer.json().fields]).toEqual([400, [{ path: "body.penilaiId", code: "unknown_person" }]]);
  });
});

describe("the admin of an OPD", () => {
  it("decides about its own people in two calls, sees nobody else's question, and never their own", async () => {
    const { eko, kabidA, dewi, analis } = city.people;
    for (const [person, unit] of [[analis, city.units.dinasB], [dewi, city.units.dinasA]]) await pool.query("insert into role_assignment (id, person_id, role, unit_id, valid_from) values ($1,$2,'admin_opd',$3,'2026-01-01')", [v7(), person, unit]);
    await pool.query("delete from role_assignment where person_id = $1 and role <> 'admin_opd'", [analis]);
    await pool.query("update placement set valid_until = null where person_id = $1", [kabidA]);
    const id = await ask();
    const [own, other] = [await as(analis), await as(dewi)];
    expect((await other("GET", "/api/penilai-correction")).json()).toEqual({ open: [], settled: [] });
    expect((await other("GET", `/api/penilai-correction/${id}`)).statusCode).toBe(404);
    const mine = v7();
    await own("POST", "/api/penilai-correction", { id: mine, proposedId: kabidA, reason: "Saya di Bidang A1." });
    expect((await own("GET", "/api/penilai-correction")).json().open.map((one: { id: string }) => one.id).sort()).toEqual([id, mine].sort());
    expect((await own("GET", `/api/penilai-correction/${mine}`)).json().actions).toEqual({ accept: ["own_line"], decline: ["own_line"] });
    expect((await own("POST", `/api/penilai-correction/${mine}/decline`, { version: 1, note: "Saya sendiri." })).json().refusals).toEqual(["own_line"]);
    const { chosen, changes, actions } = (await own("GET", `/api/penilai-correction/${id}`)).json();
    expect([chosen.name, actions.accept]).toEqual(["kabidA", []]);
    expect((await own("POST", `/api/penilai-correction/${id}/accept`, { version: 1, penilaiId: chosen.id, from: changes.from, note: null })).json()).toMatchObject({ status: "accepted" });
    expect((await relations(eko)).at(-1)).toMatchObject({ penilai: kabidA });
  });
});
