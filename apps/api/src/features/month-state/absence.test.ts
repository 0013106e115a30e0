import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addPeriod } from "#test/appraisal-factories.ts";
import { addPenilai, addPerson, addSkp, smallCity, type SmallCity } from "#test/factories.ts";
import { openMonths } from "../../jobs/open-month.ts";
import { tendResults } from "../../jobs/tend-results.ts";

const { app, as, pool, db, clock } = await testApp({ today: "2026-11-02" });
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
  for (const name of ["budi", "citra", "kabidA"] as const) await addSkp(pool, { personId: city.people[name], year: 2026, unitId: city.units.bidangA1 });
  await openMonths({ db, pool, actor: null, today: clock.today(), now: clock.now() });
});

const stateOf = async (personId: string, month = "2026-11"): Promise<string | undefined> => (await pool.query<{ kewajiban: string }>("select kewajiban from monthly_report where person_id = $1 and month = $2", [personId, month])).rows[0]?.kewajiban;
const SURAT = { nomor: "800/5/2026", tanggal: "2026-10-20" };
async function mark(personId: string, by: string, kind: string, firstDay: string, lastDay: string | null): Promise<string> {
  const id = v7();
  const caller = await as(by);
  const answer = await caller("POST", "/api/absence", { id, personId, kind, firstDay, lastDay, note: null, surat: SURAT });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}

describe("who is exempt from planning", () => {
  it("suspended for the whole month owes nothing of it; taken back, the month is owed again", async () => {
    const { budi, kabidA } = city.people;
    expect(await stateOf(budi)).toBe("wajib_lapor");
    const id = await mark(budi, kabidA, "diberhentikan_sementara", "2026-11-01", null);
    expect(await stateOf(budi)).toBe("tidak_ada_target");
    const boss = await as(kabidA);
    expect((await boss("GET", `/api/absence?personId=${budi}`)).json().absences).toMatchObject([{ kind: "diberhentikan_sementara", firstDay: "2026-11-01", lastDay: null }]);
    expect((await boss("GET", "/api/review/team?month=2026-11")).json().people.find((one: { id: string }) => one.id === budi)).toMatchObject({ months: expect.arrayContaining([expect.objectContaining({ kewajiban: "tidak_ada_target" })]) });
    expect((await boss("DELETE", `/api/absence/${id}`)).statusCode).toBe(204);
    expect(await stateOf(budi)).toBe("wajib_lapor");
  });

  it("who prepares for retirement still reports a month of which a day was worked", async () => {
    await mark(city.people.citra, city.people.kabidA, "masa_persiapan_pensiun", "2026-11-16", null);
    expect(await stateOf(city.people.citra)).toBe("wajib_lapor");
  });

  it("BKPSDM records it on its letter, for anybody but themselves; the penilai sees it and does not take it back, BKPSDM does", async () => {
    const { budi, kabidA, bkpsdm, analis } = city.people;
    const [agency, boss] = [await as(bkpsdm), await as(kabidA)];
    const body = (more: object = {}) => ({ id: v7(), personId: budi, kind: "diberhentikan_sementara", firstDay: "2026-11-01", lastDay: null, note: null, surat: SURAT, ...more });
    expect((await agency("POST", "/api/absence", body({ surat: null }))).json().refusals).toEqual(["letter_missing"]);
    expect((await boss("POST", "/api/absence", body({ kind: "cuti", cuti: "cltn", surat: null }))).json().refusals).toEqual(["letter_missing"]);
    expect((await agency("POST", "/api/absence", body({ surat: { nomor: "800/5", tanggal: "kemarin" } }))).statusCode).toBe(400);
    expect([(await agency("POST", "/api/absence", body({ personId: bkpsdm }))).json().refusals, (await (await as(analis))("POST", "/api/absence", body())).statusCode]).toEqual([["own_line"], 403]);
    const suspended = body();
    expect((await agency("POST", "/api/absence", suspended)).json()).toEqual({ ...suspended, cuti: null });
    expect(await stateOf(budi)).toBe("tidak_ada_target");
    expect((await boss("GET", `/api/absence?personId=${budi}`)).json().absences).toMatchObject([{ id: suspended.id, surat: SURAT, actions: { remove: ["not_yours"] } }]);
    expect((await boss("DELETE", `/api/absence/${suspended.id}`)).json().refusals).toEqual(["not_yours"]);
    await expect(pool.query("update absence set letter_date = null where id = $1", [suspended.id])).rejects.toThrow("absence_letter");
    await expect(pool.query("insert into absence (id, person_id, kind, valid_from) values ($1, $2, 'masa_persiapan_pensiun', '2027-01-01')", [v7(), budi])).rejects.toThrow("absence_letter_needed");
    expect((await agency("DELETE", `/api/absence/${suspended.id}`)).statusCode).toBe(204);
    expect(await stateOf(budi)).toBe("wajib_lapor");
  });

  it("CLTN: its months are cuti; a period all of it is not rated, and its penilai sees why; a period of which a day was worked is", async () => {
    const { eko, kadisB, wali, bkpsdm } = city.people;
    await addSkp(pool, { personId: eko, year: 2026, penilaiId: kadisB, unitId: city.units.dinasB });
    await addPenilai(pool, { pegawaiId: kadisB, penilaiId: wali }).catch(() => undefined);
    const period = await addPeriod(pool, city, { ratingFrom: "2026-10-01", ratingUntil: "2026-11-03" });
    const boss = await as(kadisB);
    const desk = async () => (await boss("GET", `/api/appraisal/team?period=${period}`)).json().members.find(({ person }: { person: { name: string } }) => person.name === "eko");
    const waits = async () => (await boss("GET", "/api/home")).json().tasks.filter(({ kind }: { kind: string }) => kind === "rate").map(({ count }: { count: number }) => count);
    const url = `/api/appraisal/${period}/${eko}`;
    const reminded = async () => (await pool.query("select from notification where kind = 'rating_due' and person_id = $1", [kadisB])).rowCount;
    const id = v7();
    const agency = await as(bkpsdm);
    const leave = { id, personId: eko, kind: "cuti", cuti: "cltn", firstDay: "2026-07-15", lastDay: null, note: null, surat: SURAT };

    expect((await agency("POST", "/api/absence", leave)).statusCode).toBe(200);
    expect(await stateOf(eko)).toBe("cuti");
    expect(await desk()).toMatchObject({ state: "unsaved", exempt: null });
    const before = await waits();
    const remind = async () => { await tendResults({ pool, db, actor: null, today: "2026-11-02", now: clock.now() }); return reminded(); };
    expect(await remind()).toBe(1);
    await pool.query("delete from notification");

    await agency("DELETE", `/api/absence/${id}`);
    expect((await agency("POST", "/api/absence", { ...leave, id: v7(), firstDay: "2026-06-10", lastDay: "2026-09-30" })).statusCode).toBe(200);
    expect(await desk()).toMatchObject({ state: "not_judged", exempt: { kind: "cuti", cuti: "cltn", firstDay: "2026-06-10", lastDay: "2026-09-30", surat: SURAT } });
    expect((await boss("GET", url)).json().actions).toMatchObject({ save: ["period_exempt"], finalize: expect.arrayContaining(["period_exempt"]) });
    const rating = { id: v7(), version: null, hasil: [], perilaku: [], hasilKerja: null, perilakuKerja: null, alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
    expect((await boss("PUT", url, rating)).json().refusals).toEqual(["period_exempt"]);
    expect(await waits()).toEqual(before.flatMap((count: number) => (count > 1 ? [count - 1] : [])));
    expect(await remind()).toBe(0);
  });

  it("a head who is suspended is proposed to nobody: the next one up is", async () => {
    await mark(city.people.kabidA, city.people.kadisA, "diberhentikan_sementara", "2026-11-01", null);
    const bkpsdm = await as(city.people.bkpsdm);
    expect((await bkpsdm("GET", `/api/penilai-relation/person/${city.people.budi}`)).json().usulan).toMatchObject({ penilai: { name: "kadisA" }, notes: expect.arrayContaining([expect.stringMatching(/naik ke jenjang berikutnya/)]) });
  });
});

it("an IPK is read by the guide of the annex, with its article; beyond it or beyond 4 nothing is said", async () => {
  const caller = await as(city.people.kabidA);
  const ask = (query: string) => caller("GET", `/api/kategori-ipk?${query}`);
  expect((await ask("lokasi=dalam_negeri&jenjang=s2_s3_profesi&akreditasi=B&prodi=C&ipk=3.25")).json().kategori).toMatchObject({ value: "baik", cite: { part: "Lampiran BAB II huruf B angka 5 dan 6" } });
  expect((await ask("lokasi=luar_negeri&jenjang=s1&ipk=2.7")).json().kategori.value).toBe("kurang");
  for (const ipk of ["4.01", "3.275", "-1", "tiga"]) expect((await ask(`lokasi=luar_negeri&jenjang=s1&ipk=${ipk}`)).statusCode, ipk).toBe(400);
});

it("a PPPK Paruh Waktu whose number is not issued yet comes in by a code, plans, reports and is on the penilai's list", async () => {
  const id = await addPerson(pool, { name: "pppk-gading", nip: null, unitId: city.units.dinasB, jabatan: "Pengelola Umum Operasional" });
  await addPenilai(pool, { pegawaiId: id, penilaiId: city.people.kadisB, atasanId: city.people.wali });
  const bkpsdm = await as(city.people.bkpsdm);
  const { code } = (await bkpsdm("POST", `/api/account/${id}/activation-code`, { identity: "ktp" })).json();
  const begun = await app.inject({ method: "POST", url: "/api/activation", payload: { nip: "pppk-gading", code, password: "Perahu kayu di muara 7" } });
  expect(begun.json()).toMatchObject({ person: { id, nip: null, jabatan: "Pengelola Umum Operasional" }, roles: ["pegawai"] });
  const caller = await as(id);
  expect((await caller("POST", "/api/skp", { id: v7(), year: 2027, from: { kind: "empty", pendekatan: "kuantitatif" } })).statusCode).toBe(200);
  await addSkp(pool, { personId: id, year: 2026, penilaiId: city.people.kadisB, unitId: city.units.dinasB });
  await openMonths({ db, pool, actor: null, today: clock.today(), now: clock.now() });
  expect(await stateOf(id)).toBe("wajib_lapor");
  expect((await caller("GET", "/api/monthly-report/2026-11")).json()).toMatchObject({ month: "2026-11", status: "draft" });
  expect((await (await as(city.people.kadisB))("GET", "/api/review/team?month=2026-11")).json().people.map((one: { id: string }) => one.id)).toContain(id);
});
