import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { addCapaian, addPeriod } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-10-05" });
const WHY = "Semua target layanan tercapai; survei kepuasan dinilai terpisah.";
const LATER = "Setelah keberatan diputus, satu predikat berubah. Selebihnya tetap.";
let city: SmallCity;
let period: string;
let budisResult: string;

const asks = async (who: keyof SmallCity["people"], url = `/${city.units.dinasA}/${period}`, body?: object) => (await as(city.people[who]))(body === undefined ? "GET" : "POST", `/api/pola-explanation${url}`, body);
const owed = async (who: keyof SmallCity["people"]) => (await (await as(city.people[who]))("GET", "/api/home")).json().tasks.filter((one: { kind: string }) => one.kind === "pola_explanation");
const beside = async () => (await (await as(city.people.budi))("GET", `/api/result/${budisResult}`)).json().pola;

/** Final results of people of Dinas A. */
async function addFinal(predikat: string, count = 1): Promise<void> {
  await pool.query(
    `with p as (insert into person (id, name, jenis) select gen_random_uuid(), 'Rekan', 'pppk' from generate_series(1, $5) returning id)
     insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, digest, finalized_at, finalized_on, facts, rulebook)
     select gen_random_uuid(), $1, p.id, $2, $2, 2, $3, 'final', 'sesuai', 'sesuai', $4, 'd', now(), '2026-10-04', '{}', 'r' from p`, [period, city.units.dinasA, city.people.kadisA, predikat, count]);
}

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city, { ratingFrom: "2026-10-01", ratingUntil: "2026-10-12" });
});

/** Budi is rated Baik by the verbs. */
async function rateBudi(): Promise<string> {
  const [id, desk] = [v7(), `/api/appraisal/${period}/${city.people.budi}`];
  const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, unitId: city.units.bidangA1 });
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-08", skp, status: "checked", realisasi: [20, 8] });
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  const kabid = await as(city.people.kabidA);
  await kabid("PUT", desk, { id, version: null, hasil: skp.lines.map(({ lineId }) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] });
  expect((await kabid("POST", `${desk}/finalise`, { version: 1 })).statusCode).toBe(200);
  return id;
}

describe("the explanation of a perangkat daerah's pola", () => {
  it("waits for a capaian and for results; among few people a share that may be chance asks for nothing", async () => {
    expect((await asks("kadisA")).json()).toMatchObject({ kesesuaian: null, band: null, final: 0, isOwed: false, actions: { write: ["capaian_organisasi_missing", "nothing_final"] } });
    await addCapaian(pool, { periodId: period, unitId: city.units.dinasA, setBy: city.people.wali });
    budisResult = await rateBudi();
    await addFinal("baik", 6);
    // 7 of 7 Baik: the interval begins at 64.6 percent and reaches the line at 70; nobody below is asked for among seven.
    clock.set("2026-10-13");
    expect((await asks("kadisA")).json()).toMatchObject({ kesesuaian: "kebetulan", isOwed: false, final: 7, minPegawai: 50, actions: { write: [] }, band: { isInPola: false, duty: { rule: "Kewajiban menjelaskan pola", note: expect.stringContaining("Orangnya sedikit") } } });
    expect(await owed("kadisA")).toEqual([]);
  });

  it("is owed by its head from the day after the days for rating, on the first page, and said beside every result", async () => {
    await addFinal("baik", 8);
    clock.set("2026-10-12");
    expect((await asks("kadisA")).json()).toMatchObject({ kesesuaian: "wajib", isOwed: false, actions: { write: [] } });
    expect(await beside()).toBeNull();
    clock.set("2026-10-13");
    expect(await owed("kadisA")).toEqual([{ kind: "pola_explanation", periodId: period, year: 2026, periode: "triwulanan", number: 3, unit: { id: city.units.dinasA, name: "Dinas A" } }]);
    expect(await owed("kadisB")).toEqual([]);
    expect(await beside()).toEqual({ unit: "Dinas A", isOwed: true, explanation: null });
    expect((await asks("analis", "")).json()).toMatchObject({ period: { id: period }, units: [{ unit: { name: "Dinas A" }, capaianOrganisasi: "baik", final: 15, isOwed: true, explanation: null }, { unit: { name: "Dinas B" }, kesesuaian: null, isOwed: false }] });
    expect((await asks("kadisA", `/${city.units.dinasA}`)).json()).toMatchObject({ unit: { name: "Dinas A" }, periods: [{ period: { id: period }, isOwed: true }] });
    expect((await asks("kabidA", `/${city.units.bidangA1}`)).statusCode).toBe(404);
  });

  it("is published by the head alone, once however often it is sent; nothing else changes by it", async () => {
    const results = async () => (await pool.query("select id, status, predikat, version from appraisal order by id")).rows;
    const before = await results();
    expect((await asks("kadisA", undefined, { revision: 0, text: "Pendek." })).json().refusals).toEqual(["words_too_short"]);
    for (const who of ["analis", "wali"] as const) expect([who, (await asks(who, undefined, { revision: 0, text: WHY })).statusCode]).toEqual([who, 403]);
    for (const who of ["budi", "kabidA", "kadisB", "admin"] as const) expect([who, (await asks(who, undefined, { revision: 0, text: WHY })).statusCode]).toEqual([who, 404]);
    for (const _ of [1, 2]) expect((await asks("kadisA", undefined, { revision: 0, text: WHY })).json()).toMatchObject({ isOwed: false, explanation: { revision: 1, text: WHY, by: "kadisA", on: "2026-10-13", isFromKalibrasi: false, capaian: "baik", jumlah: { baik: 15 } } });
    expect(await auditCount(pool, "pola-explanation.write", city.units.dinasA)).toBe(1);
    expect(await owed("kadisA")).toEqual([]);
    expect(await beside()).toEqual({ unit: "Dinas A", isOwed: false, explanation: { text: WHY, by: "kadisA", on: "2026-10-13", revision: 1 } });
    expect(await results()).toEqual(before);
  });

  it("gets another version beside the first, which stays with what it spoke about", async () => {
    await addFinal("kurang");
    expect((await asks("kadisA", undefined, { revision: 0, text: LATER })).statusCode).toBe(412);
    expect((await asks("kadisA", undefined, { revision: 1, text: WHY })).json().refusals).toEqual(["nothing_changed"]);
    clock.set("2026-10-20");
    expect((await asks("kadisA", undefined, { revision: 1, text: LATER })).json()).toMatchObject({ versions: [{ revision: 2, text: LATER, on: "2026-10-20", jumlah: { kurang: 1 } }, { revision: 1, text: WHY, on: "2026-10-13" }] });
    expect((await beside()).explanation).toMatchObject({ text: LATER, revision: 2 });
    expect((await asks("auditor")).json().explanation.revision).toBe(2);
    const add = (revision: number) => pool.query("insert into pola_explanation (period_id, unit_id, revision, text, capaian, jumlah, author_id, written_on) values ($1,$2,$3,'Kata','baik','{}',$4,'2026-10-20')", [period, city.units.dinasA, revision, city.people.kadisA]);
    await expect(add(9)).rejects.toThrow("follow one another");
    await expect(pool.query("update pola_explanation set text = 'lain'")).rejects.toThrow();
    await expect(pool.query("delete from pola_explanation")).rejects.toThrow();
  });

  it("waits for the end of a rapat kalibrasi that runs", async () => {
    await pool.query("insert into kalibrasi (id, period_id, unit_id, opening, opened_by, opened_on, opened_at) values ($1,$2,$3,'{\"butir\":[]}',$4,'2026-10-20',now())", [v7(), period, city.units.dinasA, city.people.kadisA]);
    expect((await asks("kadisA", undefined, { revision: 2, text: WHY })).json().refusals).toEqual(["kalibrasi_running"]);
  });
});
