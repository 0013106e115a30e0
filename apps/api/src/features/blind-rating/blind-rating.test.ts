import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, useTwoBlind } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-12-28" });
let city: SmallCity;
let period: string;
let skp: SetSkp;
let budi: Caller;
let kabid: Caller;
let kadis: Caller;
let step: string;
let desk: string;
const result = v7();
const WORDS = "Register Maret baru diterima setelah angkanya dihitung.";
const rated = (...ratings: string[]) => ({ ratings: skp.lines.map(({ lineId }, index) => ({ lineId, rating: ratings[index] })) });

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city, { kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-12-21", ratingUntil: "2027-01-31" });
  await useTwoBlind(pool, period);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, unitId: city.units.bidangA1 });
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-05", skp, status: "checked", realisasi: [20, 8] });
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  [budi, kabid, kadis] = [await as(city.people.budi), await as(city.people.kabidA), await as(city.people.kadisA)];
  [step, desk] = [`/api/blind-rating/${period}/${city.people.budi}`, `/api/appraisal/${period}/${city.people.budi}`];
});

const ofKabid = async () => (await kabid("GET", step)).json().step;
const actions = async () => (await kabid("GET", desk)).json().actions;

describe("two blind sides of a year", () => {
  it("are asked of the pegawai and of who rates; the atasan waits for the penilai, and others have no part", async () => {
    expect((await budi("GET", "/api/blind-rating")).json().items).toMatchObject([{ period: { id: period, kind: "tahunan" }, sentOn: null, isOpen: false }]);
    expect((await budi("GET", step)).json()).toMatchObject({ side: "pegawai", person: { name: "budi" }, step: { sent: { pegawai: null, penilai: null }, results: [{ own: null, both: null }, { own: null, both: null }], actions: { send: [], explain: ["not_your_bawahan", "blind_not_open"] } } });
    expect((await kadis("GET", step)).json().step.actions.send).toEqual(["penilai_in_time"]);
    expect((await (await as(city.people.auditor))("GET", step)).statusCode).toBe(403);
    expect((await (await as(city.people.citra))("GET", step)).statusCode).toBe(404);
  });

  it("hold the final result until the penilai's own ratings are locked; saving is free", async () => {
    const body = { id: result, version: null, hasil: rated("sesuai", "di_bawah").ratings, perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
    expect((await kabid("PUT", desk, body)).json()).toMatchObject({ duaSisi: { actions: { send: [] } }, actions: { finalize: ["blind_not_sent"] } });
    expect((await kabid("POST", `${desk}/finalise`, { version: 1 })).json()).toMatchObject({ refusals: ["blind_not_sent"] });
  });

  it("are locked whole, once; the other side hears that it was done, not how it rated", async () => {
    expect((await kabid("PUT", step, { ratings: rated("sesuai", "di_bawah").ratings.slice(0, 1) })).json()).toMatchObject({ refusals: ["ratings_missing"] });
    expect((await kabid("PUT", step, { ratings: [{ lineId: v7(), rating: "sesuai" }] })).statusCode).toBe(400);
    expect((await kabid("PUT", step, rated("sesuai", "di_bawah"))).json()).toMatchObject({ sent: { pegawai: null, penilai: "2026-12-28" }, waitedUntil: "2027-01-04", results: [{ own: "sesuai", both: null }, { own: "di_bawah", both: null }] });
    expect((await kabid("PUT", step, rated("sesuai", "di_bawah"))).statusCode).toBe(200);
    expect((await kabid("PUT", step, rated("di_atas", "di_bawah"))).json()).toMatchObject({ refusals: ["blind_sent"] });
    expect(await auditCount(pool, "blind-rating.send", period)).toBe(1);
    const seen = await budi("GET", step);
    expect(seen.json().step).toMatchObject({ sent: { penilai: "2026-12-28" }, results: [{ own: null, both: null }, { own: null, both: null }] });
    expect(seen.body).not.toMatch(/"(sesuai|di_bawah|di_atas)"/);
    const { rows } = await pool.query<{ payload: string }>("select p.payload from audit_payload p join audit a using (seq) where a.action = 'blind-rating.send'");
    expect(rows[0]?.payload).not.toMatch(/sesuai|di_bawah/);
    expect((await actions()).finalize).toEqual(["blind_awaited"]);
  });

  it("stay apart in PostgreSQL too: the view is empty, a locked form takes nothing more, and there are no words before the gap", async () => {
    expect((await pool.query("select from blind_open")).rowCount).toBe(0);
    const line = skp.lines[0]?.lineId;
    await expect(pool.query("insert into blind_mark values ($1, $2, 'penilai', $3, 'di_atas')", [period, city.people.budi, v7()])).rejects.toThrow("takes no more ratings");
    await expect(pool.query("update blind_mark set rating = 'di_atas'")).rejects.toThrow("only added");
    await expect(pool.query("delete from blind_form")).rejects.toThrow("only added");
    await expect(pool.query("insert into blind_word values ($1, $2, $3, 'Alasan', $4, '2026-12-28')", [period, city.people.budi, line, city.people.kabidA])).rejects.toThrow("more than one level");
    await expect(pool.query("insert into blind_form values ($1, $2, 'pegawai', $3, '2026-12-28', now())", [period, city.people.budi, city.people.kabidA])).rejects.toThrow("rates for itself");
    const quarter = await addPeriod(pool, city);
    await expect(pool.query("insert into blind_form values ($1, $2, 'pegawai', $2, '2026-12-28', now())", [quarter, city.people.budi])).rejects.toThrow("annual evaluation");
  });

  it("open together; a gap of more than one level holds the result until the penilai has said why, which the pegawai reads", async () => {
    clock.set("2027-01-04");
    expect((await budi("PUT", step, rated("di_atas", "di_atas"))).json().results).toMatchObject([
      { own: "di_atas", both: { pegawai: "di_atas", penilai: "sesuai", selisih: { value: { selisih: -1, perluPenjelasan: false } } } },
      { own: "di_atas", both: { pegawai: "di_atas", penilai: "di_bawah", selisih: { value: { selisih: -2, perluPenjelasan: true } } } },
    ]);
    expect((await budi("GET", "/api/blind-rating")).json().items).toMatchObject([{ sentOn: "2027-01-04", isOpen: true }]);
    expect((await actions()).finalize).toEqual(["gap_unexplained"]);
    const [near, far] = skp.lines.map((one) => one.lineId);
    expect((await kabid("POST", `${step}/word`, { lineId: near, text: WORDS })).json()).toMatchObject({ refusals: ["nothing_to_explain"] });
    expect((await kabid("POST", `${step}/word`, { lineId: far, text: "Pendek." })).json()).toMatchObject({ refusals: ["words_too_short"] });
    expect((await budi("POST", `${step}/word`, { lineId: far, text: WORDS })).json()).toMatchObject({ refusals: ["not_your_bawahan"] });
    expect((await kabid("POST", `${step}/word`, { lineId: far, text: WORDS })).statusCode).toBe(200);
    expect((await kabid("POST", `${step}/word`, { lineId: far, text: WORDS })).statusCode).toBe(200);
    expect((await kabid("POST", `${step}/word`, { lineId: far, text: `${WORDS} Lagi.` })).json()).toMatchObject({ refusals: ["gap_explained"] });
    expect((await budi("GET", step)).json().step.results[1].word).toEqual({ text: WORDS, by: "kabidA", on: "2027-01-04" });
    expect((await ofKabid()).actions).toEqual({ send: ["blind_sent"], explain: [] });
    expect((await kabid("POST", `${desk}/finalise`, { version: 1 })).statusCode).toBe(200);
    expect(await auditCount(pool, "blind-rating.explain", period)).toBe(1);
  });

  it("do not exist where the standard has no such step, nor of shorter periods", async () => {
    const other = await addPeriod(pool, city, { kind: "tahunan", year: 2025, number: 1, firstMonth: "2025-01", lastMonth: "2025-12", ratingFrom: "2025-12-21", ratingUntil: "2026-01-31" });
    expect((await budi("GET", `/api/blind-rating/${other}/${city.people.budi}`)).statusCode).toBe(404);
    expect((await budi("GET", "/api/blind-rating")).json().items).toHaveLength(1);
  });

  it("are read from the table of marks by one file alone, the own side's", () => {
    const source = path.resolve(import.meta.dirname, "../..");
    const readers = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && /blind_mark|from\(blindMark\)/.test(readFileSync(path.join(source, name), "utf8")));
    expect(readers.toSorted()).toEqual(["blind-step.ts", path.join("db", "schema", "blind-rating.ts")]);
  });
});
