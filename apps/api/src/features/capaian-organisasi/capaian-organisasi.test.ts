import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#test/app.ts";
import { addPeriod } from "#test/appraisal-factories.ts";
import { auditCount, type CityPerson, type CityUnit, smallCity, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-10-14" });
let city: SmallCity;
let period: string;

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
});

const unitsOf = async (who: CityPerson) => (await (await as(city.people[who]))("GET", `/api/capaian-organisasi?period=${period}`)).json().units;
const url = (unit: CityUnit) => `/api/capaian-organisasi/${period}/${city.units[unit]}`;
const capaian = (over: object = {}) => ({ id: v7(), version: null, predikat: "istimewa", basis: "Rencana aksi triwulan III tercapai seluruhnya", document: null, ...over });

describe("capaian kinerja organisasi", () => {
  it("shows each head the units below, to be set, and the own one, to be read", async () => {
    const ofKadis = await unitsOf("kadisA");
    expect(ofKadis.map((one: { unit: { name: string }; head: string; actions: { set: string[] } }) => [one.unit.name, one.head, one.actions.set])).toEqual([
      ["Dinas A", "kadisA", ["not_yours"]], ["Bidang A1", "kabidA", []], ["Puskesmas A2", "kapus", []]]);
    expect((await unitsOf("wali")).map((one: { unit: { name: string } }) => one.unit.name)).toEqual(["Dinas A", "Dinas B"]);
    expect(await unitsOf("budi")).toEqual([]);
  });

  it("is entered by the head above alone: nobody sets the result of the own unit", async () => {
    const outcome = async (who: CityPerson, unit: CityUnit) => (await (await as(city.people[who]))("PUT", url(unit), capaian())).statusCode;
    expect([await outcome("kadisA", "dinasA"), await outcome("wali", "bidangA1"), await outcome("bkpsdm", "bidangA1"), await outcome("kadisB", "bidangA1"), await outcome("budi", "bidangA1")]).toEqual([403, 403, 403, 404, 404]);
    expect((await pool.query("select 1 from capaian_organisasi")).rows).toHaveLength(0);
    expect(await outcome("wali", "dinasA")).toBe(200);
  });

  it("keeps versions, takes the same entry twice as one, and writes what was before into the trail", async () => {
    const kadis = await as(city.people.kadisA);
    const body = capaian();
    expect((await kadis("PUT", url("bidangA1"), body)).json()).toMatchObject({ predikat: "istimewa", version: 1, setBy: "kadisA", kepalaUnit: { value: "di_atas", note: expect.stringContaining("keyakinan rendah") } });
    expect((await kadis("PUT", url("bidangA1"), body)).json().version).toBe(1);
    expect((await kadis("PUT", url("bidangA1"), capaian())).statusCode).toBe(412);
    expect((await kadis("PUT", url("bidangA1"), { ...body, version: 1, predikat: "kurang" })).json()).toMatchObject({ predikat: "kurang", version: 2, kepalaUnit: { value: "di_bawah" } });
    expect((await kadis("PUT", url("bidangA1"), { ...body, version: 1 })).statusCode).toBe(412);
    expect(await auditCount(pool, "capaian-organisasi.set", body.id)).toBe(2);
    const { rows } = await pool.query<{ payload: string }>("select p.payload from audit_payload p join audit a using (seq) where a.target_id = $1 order by a.seq desc limit 1", [body.id]);
    expect(JSON.parse(rows[0]?.payload ?? "{}")).toMatchObject({ predikat: "kurang", before: "istimewa" });
  });

  it("waits for the end of the period and ends when the period is closed", async () => {
    const kadis = await as(city.people.kadisA);
    clock.set("2026-09-30");
    expect((await kadis("PUT", url("puskesmasA2"), capaian())).json().refusals).toEqual(["rating_window_not_open"]);
    clock.set("2026-10-01");
    expect((await kadis("PUT", url("puskesmasA2"), capaian({ basis: " " }))).statusCode).toBe(400);
    expect((await kadis("PUT", url("puskesmasA2"), capaian())).statusCode).toBe(200);
    await pool.query("update evaluation_period set closed_at = now() where id = $1", [period]);
    expect((await kadis("PUT", url("puskesmasA2"), capaian({ version: 1 }))).json().refusals).toEqual(["period_closed"]);
    expect((await kadis("PUT", `/api/capaian-organisasi/${v7()}/${city.units.puskesmasA2}`, capaian())).statusCode).toBe(404);
  });
});
