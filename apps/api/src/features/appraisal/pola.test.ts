import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod } from "#test/appraisal-factories.ts";
import { addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool } = await testApp({ today: "2026-10-14" });
let city: SmallCity;
let period: string;
let kabid: Caller;
const skp: Record<string, SetSkp> = {};

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
  kabid = await as(city.people.kabidA);
  for (const who of ["budi", "citra"] as const) skp[who] = await addSkp(pool, { personId: city.people[who], year: 2026, unitId: city.units.bidangA1 });
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
});

const pola = () => `/api/pola/${period}/${city.units.dinasA}`;
const ratings = (who: "budi" | "citra", version: number | null, over: object = {}) => ({
  id: v7(), version, hasil: (skp[who]?.lines ?? []).map((line) => ({ lineId: line.lineId, rating: "sesuai" })), perilaku: [{ perilaku: "loyal", rating: "sesuai" }],
  hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [], ...over,
});
const rate = (who: "budi" | "citra", version: number | null, over: object = {}) => kabid("PUT", `/api/appraisal/${period}/${city.people[who]}`, ratings(who, version, over));

/** People of Dinas A with saved ratings; `cells` says how many stand where. */
async function addRated(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const id = v7();
    await pool.query("insert into person (id, name, jenis) values ($1, $2, 'pppk')", [id, `Rekan ${i}`]);
    await pool.query("insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, hasil_kerja, perilaku) values ($1,$2,$3,$4,$4,2,$5,$6,'sesuai')",
      [v7(), period, id, city.units.dinasA, city.people.kadisA, i % 10 === 0 ? "di_bawah" : "sesuai"]);
  }
}

describe("the pola of a department", () => {
  it("stays hidden until the actor's own ratings are saved, the capaian exists and fifty people are rated", async () => {
    expect((await kabid("GET", pola())).json().refusals).toEqual(["capaian_organisasi_missing", "pola_ratings_unsaved", "pola_unit_small"]);
    await addCapaian(pool, { periodId: period, unitId: city.units.dinasA, setBy: city.people.wali });
    expect((await rate("budi", null)).statusCode).toBe(200);
    expect((await kabid("GET", pola())).json().refusals).toEqual(["pola_ratings_unsaved", "pola_unit_small"]);
    // Results and behaviours without the two ratings are not yet a rating.
    expect((await rate("citra", null, { hasilKerja: null, perilakuKerja: null })).statusCode).toBe(200);
    await addRated(47);
    expect((await kabid("GET", pola())).json().refusals).toEqual(["pola_ratings_unsaved", "pola_unit_small"]);
    expect((await rate("citra", 1)).statusCode).toBe(200);
    expect((await kabid("GET", pola())).json().refusals).toEqual(["pola_unit_small"]);
    const team = (await kabid("GET", `/api/appraisal/team?period=${period}`)).json();
    expect(team.pola).toEqual([{ unit: { id: city.units.dinasA, name: "Dinas A" }, refusals: ["pola_unit_small"] }]);
    expect(await auditCount(pool, "pola.view")).toBe(0);
  });

  it("shows counts beside the pattern, no names, and records the first look once", async () => {
    await addRated(1);
    const answer = await kabid("GET", pola());
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ people: 50, final: 0, capaianOrganisasi: "baik", jumlah: { sangat_baik: 0, baik: 44, butuh_perbaikan: 6, kurang: 0, sangat_kurang: 0 }, pola: { value: { sesuai: false, temuan: ["puncak_melebihi_70_persen"] }, cite: { regulation: "SE MenPANRB 3/2023" } } });
    for (const name of ["budi", "citra", "Rekan", city.people.budi]) expect(answer.body).not.toContain(name);
    await kabid("GET", pola());
    expect(await auditCount(pool, "pola.view", city.units.dinasA)).toBe(1);
  });

  it("is not there for who rates nobody in that department, nor for a unit that is no department", async () => {
    for (const who of ["budi", "kadisB", "bkpsdm", "auditor"] as const) expect((await (await as(city.people[who]))("GET", pola())).statusCode).toBe(404);
    expect((await kabid("GET", `/api/pola/${period}/${city.units.bidangA1}`)).statusCode).toBe(404);
    expect((await kabid("GET", `/api/pola/${v7()}/${city.units.dinasA}`)).statusCode).toBe(404);
  });

  it("marks a rating that changes after the look, not one that is only saved again", async () => {
    expect((await rate("budi", 1)).json().appraisal).toMatchObject({ version: 2, isAfterPola: false });
    const lowered = [{ perilaku: "loyal", rating: "sesuai" }, { perilaku: "adaptif", rating: "di_atas" }];
    expect((await rate("budi", 2, { perilaku: lowered })).json().appraisal).toMatchObject({ version: 3, isAfterPola: true });
    expect((await rate("budi", 3, { perilaku: lowered })).json().appraisal).toMatchObject({ version: 4, isAfterPola: true });
  });

  it("marks a correction by who had seen it, through to the result", async () => {
    const url = `/api/appraisal/${period}/${city.people.citra}`;
    expect((await kabid("POST", `${url}/finalise`, { version: 2 })).json().appraisal).toMatchObject({ status: "final", isAfterPola: false });
    const id = v7();
    expect((await kabid("POST", `${url}/correct`, { id, version: 3, reason: "Umpan balik bulan Agustus terlewat." })).json().appraisal).toMatchObject({ isAfterPola: true });
    expect((await kabid("POST", `${url}/finalise`, { version: 1 })).statusCode).toBe(200);
    expect((await (await as(city.people.citra))("GET", `/api/result/${id}`)).json()).toMatchObject({ revision: 2, isAfterPola: true, correctionReason: "Umpan balik bulan Agustus terlewat." });
  });
});
