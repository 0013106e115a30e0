import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";
import { tendResults } from "../../jobs/tend-results.ts";

const { as, pool, db } = await testApp({ today: "2026-12-28" });
let city: SmallCity;
let period: string;
let kabid: Caller;
const skps = new Map<string, SetSkp>();
const desk = (name: "budi" | "citra" | "dewi"): string => `/api/appraisal/${period}/${city.people[name]}`;
const state = (name: "budi" | "citra" | "dewi", body: object) => kabid("PUT", `${desk(name)}/year-state`, { version: null, basis: "SK Wali Kota 800/17/2026", studi: null, ...body });
const STUDI = { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: "A", akreditasiProdi: "B", ipk: 3.48, isGagal: false };

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city, { kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-12-21", ratingUntil: "2027-01-31" });
  for (const name of ["budi", "citra", "dewi"] as const) {
    const skp = await addSkp(pool, { personId: city.people[name], year: 2026, unitId: city.units.bidangA1 });
    skps.set(name, skp);
    await addReport(pool, city, { personId: city.people[name], unit: "bidangA1", month: "2026-05", skp, status: "checked", realisasi: [20, 8] });
    await pool.query("update penilai_relation set penilai_id = $2, atasan_id = $3 where pegawai_id = $1", [city.people[name], city.people.kabidA, city.people.kadisA]);
  }
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  kabid = await as(city.people.kabidA);
});

async function rate(name: "budi" | "citra" | "dewi") {
  const hasil = (skps.get(name)?.lines ?? []).map(({ lineId }) => ({ lineId, rating: "sesuai" }));
  return kabid("PUT", desk(name), { id: v7(), version: null, hasil, perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] });
}
const members = async (): Promise<{ person: { name: string }; state: string }[]> => (await kabid("GET", `/api/appraisal/team?period=${period}`)).json().members;

describe("a year that is not like the others'", () => {
  it("of tugas belajar: the IPK's category is shown as a guide; what was recorded is told to the pegawai and stays with the result", async () => {
    expect((await state("budi", { keadaan: "tugas_belajar", sejak: "2026-02-01" })).json().refusals).toEqual(["study_mismatch"]);
    const body = { keadaan: "tugas_belajar", sejak: "2026-02-01", studi: STUDI };
    const shown = (await state("budi", body)).json();
    expect(shown.yearState).toMatchObject({ state: { version: 1, keadaan: "tugas_belajar", studi: STUDI, setBy: "kabidA" }, perlakuan: { value: { perlakuan: "dinilai" }, cite: { part: "Lampiran BAB IV huruf A angka 16 dan 17" } }, ipk: { value: "baik" }, actions: { set: [] } });
    expect((await state("budi", body)).statusCode).toBe(200);
    expect((await state("budi", { ...body, sejak: "2026-03-01" })).statusCode).toBe(412);
    expect(await auditCount(pool, "year-state.set", period)).toBe(1);
    const home = (await (await as(city.people.budi))("GET", "/api/home")).json();
    expect(home.notifications).toMatchObject([{ kind: "year_state_set", params: { keadaan: "tugas_belajar", basis: "SK Wali Kota 800/17/2026" } }]);
    await rate("budi");
    const done = (await kabid("POST", `${desk("budi")}/finalise`, { version: 1 })).json();
    expect(done.appraisal.predikat).toBe("baik");
    expect((await state("budi", { ...body, version: 1, studi: { ...STUDI, isGagal: true } })).json().refusals).toEqual(["wrong_status"]);
    await expect(pool.query("update year_state set is_gagal = true where person_id = $1", [city.people.budi])).rejects.toThrow("a final result rests on this state");
  });

  it("of a studi that failed: a correction makes it Kurang whatever the quadrant says, and the result computes again to the same", async () => {
    const { appraisal } = (await kabid("GET", desk("budi"))).json();
    expect((await kabid("POST", `${desk("budi")}/correct`, { id: v7(), version: appraisal.version, reason: "Surat kampus: yang bersangkutan tidak lulus." })).statusCode).toBe(200);
    expect((await state("budi", { version: 1, keadaan: "tugas_belajar", sejak: "2026-02-01", studi: { ...STUDI, isGagal: true } })).json().yearState.state.version).toBe(2);
    const again = (await kabid("POST", `${desk("budi")}/finalise`, { version: 1 })).json().appraisal;
    expect(again).toMatchObject({ revision: 2, hasilKerja: "sesuai", perilaku: "sesuai", predikat: "kurang" });
    const result = (await kabid("GET", `/api/result/${again.id}`)).json();
    expect(JSON.stringify(result)).toContain("Predikat tugas belajar yang tidak selesai");
    expect((await (await as(city.people.auditor))("POST", `/api/result/${again.id}/recompute`)).json()).toMatchObject({ isEqual: true });
  });

  it("of who retired within it: still with the last penilai, who first says how it ended; then judged for the time with an SKP", async () => {
    await pool.query("update placement set valid_until = '2026-08-01' where person_id = $1", [city.people.citra]);
    await pool.query("update penilai_relation set valid_until = '2026-08-01' where pegawai_id = $1", [city.people.citra]);
    expect((await members()).map((one) => one.person.name)).toContain("citra");
    await rate("citra");
    const shown = (await kabid("GET", desk("citra"))).json();
    expect(shown).toMatchObject({ yearState: { endedOn: "2026-08-01", state: null }, actions: { save: [], finalize: ["year_state_missing"] } });
    expect((await state("citra", { keadaan: "pensiun", sejak: "2027-01-01" })).json().refusals).toEqual(["year_state_later"]);
    // Her only report is of May: a state from its middle on cuts that month's target by working days, and leaves out what came later.
    const targets = (shown: { results: { indikator: { capaian: { given: { target?: number } } }[] }[] }) => shown.results.flatMap(({ indikator }) => indikator.map((one) => one.capaian.given.target ?? null));
    const whole = targets(shown);
    const cut = targets((await state("citra", { keadaan: "pensiun", sejak: "2026-05-15" })).json());
    expect(cut.some((target, at) => target !== null && target < (whole[at] ?? 0))).toBe(true);
    expect((await state("citra", { version: 1, keadaan: "pensiun", sejak: "2026-08-01" })).json().yearState.perlakuan.value).toEqual({ perlakuan: "dinilai_sampai", sampai: "2026-08-01" });
    expect(targets((await kabid("GET", desk("citra"))).json())).toEqual(whole);
    expect((await kabid("POST", `${desk("citra")}/finalise`, { version: 1 })).json().appraisal).toMatchObject({ status: "final", predikat: "baik" });
  });

  it("of who was suspended through all of it: nothing is rated, nobody waits for it and nobody is reminded; taking it back opens the year again", async () => {
    const waits = async () => (await kabid("GET", "/api/home")).json().tasks.find((one: { kind: string }) => one.kind === "rate")?.count ?? 0;
    const before = await waits();
    expect((await state("dewi", { keadaan: "diberhentikan_sementara", sejak: "2025-11-01" })).json()).toMatchObject({ yearState: { perlakuan: { value: { perlakuan: "tidak_dinilai" } } }, actions: { save: ["year_not_judged"], finalize: expect.arrayContaining(["year_not_judged"]) } });
    expect((await members()).find((one) => one.person.name === "dewi")?.state).toBe("not_judged");
    expect(await waits()).toBe(before - 1);
    expect((await rate("dewi")).json().refusals).toEqual(["year_not_judged"]);
    await tendResults({ pool, db, actor: null, today: "2027-02-01", now: "2027-02-01T01:00:00Z" });
    expect((await pool.query("select from notification where kind = 'rating_escalated'")).rowCount).toBe(0);
    expect((await state("dewi", { version: 1, keadaan: "bekerja", sejak: "2026-01-01" })).json().actions.save).toEqual([]);
    expect(await waits()).toBe(before);
  });

  it("is recorded by who rates it alone, of a year alone", async () => {
    const body = { version: null, keadaan: "pensiun", sejak: "2026-08-01", basis: "SK", studi: null };
    expect((await (await as(city.people.dewi))("PUT", `${desk("dewi")}/year-state`, body)).statusCode).toBe(403);
    expect((await (await as(city.people.eko))("PUT", `${desk("dewi")}/year-state`, body)).statusCode).toBe(404);
    const quarter = await addPeriod(pool, city);
    expect((await kabid("PUT", `/api/appraisal/${quarter}/${city.people.dewi}/year-state`, body)).statusCode).toBe(404);
    await expect(pool.query("insert into year_state (period_id, person_id, keadaan, sejak, basis, perlakuan, set_by, set_on) values ($1,$2,'pensiun','2026-08-01','SK','dinilai_sampai',$3,'2026-12-28')", [quarter, city.people.dewi, city.people.kabidA])).rejects.toThrow("annual evaluation");
    await expect(pool.query("delete from year_state")).rejects.toThrow("only added");
  });
});

describe("what the personnel records say of a year", () => {
  const study = (who: Caller, person: string, body: object) => who("PUT", `/api/study/${person}/2026`, { version: null, studi: STUDI, basis: "Surat rektor 44/UN11/2026", ...body });
  const usul = async (name: "budi" | "citra" | "dewi") => (await kabid("GET", desk(name))).json().yearState.usul;
  const away = async (name: "budi" | "citra" | "dewi", kind: string, from: string, cuti: string | null = null) => pool.query("insert into absence (id, person_id, kind, cuti, valid_from, letter_number, letter_date) values ($1,$2,$3,$4,$5,'800/17/2026','2026-01-15')", [v7(), city.people[name], kind, cuti, from]);

  it("of who studies: BKPSDM records what the university wrote, and the penilai takes it as it is", async () => {
    const bkpsdm = await as(city.people.bkpsdm);
    expect((await study(bkpsdm, city.people.dewi, {})).json().refusals).toEqual(["not_studying"]);
    await away("dewi", "tugas_belajar", "2026-09-01");
    expect((await bkpsdm("GET", "/api/study?year=2025")).json().people).toEqual([]);
    expect((await bkpsdm("GET", "/api/study?year=2026")).json().people).toMatchObject([{ person: { name: "dewi" }, from: "2026-09-01", until: null, record: null, actions: { record: [] } }]);
    for (const _ of [1, 2]) expect((await study(bkpsdm, city.people.dewi, {})).json().people).toMatchObject([{ record: { version: 1, studi: STUDI, basis: "Surat rektor 44/UN11/2026", setBy: "bkpsdm" } }]);
    expect((await study(bkpsdm, city.people.dewi, { version: 3, basis: "Surat lain" })).statusCode).toBe(412);
    // Five hundred others, whose names come first, and nothing on record of them yet: the list is full, and she still studies.
    await pool.query("with p as (insert into person (id, name, jenis) select gen_random_uuid(), 'Andi ' || n, 'pppk' from generate_series(1, 500) n returning id) insert into absence (id, person_id, kind, valid_from) select gen_random_uuid(), id, 'tugas_belajar', '2026-09-01' from p");
    expect((await bkpsdm("GET", "/api/study?year=2026")).json().people.some((one: { person: { name: string } }) => one.person.name === "dewi")).toBe(false);
    expect((await study(bkpsdm, city.people.dewi, {})).statusCode).toBe(200);
    expect(await auditCount(pool, "study.record", city.people.dewi)).toBe(1);
    expect((await (await as(city.people.kabidA))("GET", "/api/study?year=2026")).statusCode).toBe(404);
    expect(await usul("dewi")).toMatchObject({ keadaan: { rule: "Usul keadaan tahun", value: { keadaan: "tugas_belajar", sejak: "2026-09-01" } }, studi: { studi: STUDI, basis: "Surat rektor 44/UN11/2026" } });
    const body = { version: 2, keadaan: "tugas_belajar", sejak: "2026-09-01" };
    expect((await state("dewi", { ...body, studi: { ...STUDI, ipk: 3.99 } })).json().refusals).toEqual(["study_not_as_recorded"]);
    await expect(pool.query("update study_record set ipk = 4.01")).rejects.toThrow("study_record_ipk");
    await pool.query("delete from study_record");
    await pool.query("delete from absence");
  });

  it("of who was suspended or on CLTN at its end, and of a PPPK whose perjanjian ended within it", async () => {
    expect((await usul("dewi")).keadaan.value).toBeNull();
    await away("dewi", "cuti", "2026-10-01", "cltn");
    expect((await usul("dewi")).keadaan.value).toEqual({ keadaan: "cltn", sejak: "2026-10-01", surat: "800/17/2026" });
    await pool.query("delete from absence");
    await away("dewi", "diberhentikan_sementara", "2026-11-02");
    expect((await usul("dewi")).keadaan.value).toEqual({ keadaan: "diberhentikan_sementara", sejak: "2026-11-02", surat: "800/17/2026" });
    await pool.query("delete from absence");
    await pool.query("update placement set valid_until = '2026-10-01' where person_id = $1", [city.people.dewi]);
    await pool.query("update penilai_relation set valid_until = '2026-10-01' where pegawai_id = $1", [city.people.dewi]);
    await pool.query("update person set jenis = 'pppk' where id = $1", [city.people.dewi]);
    expect((await usul("dewi")).keadaan).toMatchObject({ value: { keadaan: "perjanjian_berakhir", sejak: "2026-10-01" } });
    expect((await state("dewi", { version: 2, keadaan: "perjanjian_berakhir", sejak: "2026-10-01" })).json().yearState).toMatchObject({ state: { keadaan: "perjanjian_berakhir" }, perlakuan: { value: { perlakuan: "dinilai_sampai", sampai: "2026-10-01" } } });
  });
});
