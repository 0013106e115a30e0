import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";
import { fallingMonths } from "./service.ts";

const { as, pool } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let skp: Record<"budi" | "citra" | "kabidA" | "kapus" | "dewi" | "kadisA", SetSkp>;
let period: string;

beforeAll(async () => {
  city = await smallCity(pool);
  const make = (who: keyof typeof skp) => addSkp(pool, { personId: city.people[who], year: 2026 });
  skp = { budi: await make("budi"), citra: await make("citra"), kabidA: await make("kabidA"), kapus: await make("kapus"), dewi: await make("dewi"), kadisA: await make("kadisA") };
  const report = (who: keyof typeof skp, unit: "bidangA1" | "puskesmasA2" | "dinasA", month: string, status: "draft" | "submitted" | "checked", capaian?: number) =>
    addReport(pool, city, { personId: city.people[who], unit, month, skp: skp[who], status, penilaiId: city.people.kadisA })
      .then(({ reportId }) => (capaian === undefined ? undefined : pool.query("update monthly_report set capaian = $2 where id = $1", [reportId, capaian])));
  for (const [i, month] of ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"].entries()) {
    await report("budi", "bidangA1", month, "checked", 100 - 5 * i);
    await report("dewi", "puskesmasA2", month, "checked", 90 + i);
  }
  await report("budi", "bidangA1", "2026-11", "submitted", 70);
  await report("citra", "bidangA1", "2026-11", "draft");
  await report("kabidA", "bidangA1", "2026-11", "draft");
  await report("dewi", "puskesmasA2", "2026-11", "submitted", 96);
  await report("kadisA", "dinasA", "2026-11", "draft");
  const kapus = await addReport(pool, city, { personId: city.people.kapus, unit: "puskesmasA2", month: "2026-11", skp: skp.kapus });
  await pool.query("update monthly_report set kewajiban = 'cuti' where id = $1", [kapus.reportId]);
  period = v7();
  await pool.query("insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id, closed_at) values ($1, 2026, 'triwulanan', 3, '2026-07', '2026-09', '2026-10-01', '2026-10-20', $2, now())", [period, city.standarId]);
  const rate = (who: "budi" | "dewi", unit: "bidangA1" | "puskesmasA2", hk: string, pk: string, predikat: string) => pool.query(
    `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, digest, finalized_at)
     values ($1,$2,$3,$4,$5,$6,$7,'final',$8,$9,$10,'x',now())`, [v7(), period, city.people[who], city.units[unit], city.units.dinasA, city.ord[unit], city.people.kadisA, hk, pk, predikat]);
  await rate("budi", "bidangA1", "di_bawah", "sesuai", "butuh_perbaikan");
  await rate("dewi", "puskesmasA2", "sesuai", "sesuai", "baik");
});

const url = (unit: string, rest = "") => `/api/opd-dashboard/${unit}${rest}`;

describe("the dashboard of a department", () => {
  it("counts who has reported, without those who are excused, and says where most are missing", async () => {
    const kadis = await as(city.people.kadisA);
    const body = (await kadis("GET", url(city.units.dinasA))).json();
    expect(body.month).toBe("2026-11");
    expect(body.window.buka).toBe("2026-11-20");
    expect(body.completion).toEqual({ obliged: 5, submitted: 2, missing: 3, late: 0, checked: 0, excused: 1, missingMost: { unit: "Bidang A1", isDirect: false, count: 2 } });
  });

  it("shows the median of each office by month, and which fell month after month", async () => {
    const kadis = await as(city.people.kadisA);
    const { heat, attention } = (await kadis("GET", url(city.units.dinasA))).json();
    expect(heat.months).toEqual(["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]);
    const bidang = heat.rows.find((r: { unit: { name: string } }) => r.unit.name === "Bidang A1");
    expect(bidang.cells.map((c: { median: number }) => c.median)).toEqual([100, 95, 90, 85, 80, 70]);
    expect(bidang.fallingMonths).toBe(5);
    expect(attention[0]).toMatchObject({ kind: "falling_unit", unit: { name: "Bidang A1" }, count: 5, figure: 70 });
    expect(attention.map((a: { kind: string }) => a.kind)).toContain("capaian_organisasi_missing");
  });

  it("puts the last closed period in the quadrant, with names on demand, and no pola without the organisation's result or for few people", async () => {
    const kadis = await as(city.people.kadisA);
    const body = (await kadis("GET", url(city.units.dinasA))).json();
    expect(body.period).toMatchObject({ id: period, rated: 2, distribution: { sangat_baik: 0, baik: 1, butuh_perbaikan: 1, kurang: 0, sangat_kurang: 0 }, capaianOrganisasi: null, pola: null, official: { cocok: 0, berbeda: 0, belum_dinilai_bkn: 0, belum_dicocokkan: 2 } });
    const names = (await kadis("GET", url(city.units.dinasA, `/matrix?period=${period}&hasilKerja=di_bawah&perilaku=sesuai`))).json();
    expect(names.people).toEqual([expect.objectContaining({ name: "budi", unit: "Bidang A1", predikat: "butuh_perbaikan" })]);
  });

  it("lists the people behind a figure", async () => {
    const kadis = await as(city.people.kadisA);
    const names = async (state: string) => (await kadis("GET", url(city.units.dinasA, `/people?month=2026-11&state=${state}`))).json().people.map((p: { name: string }) => p.name);
    expect(await names("missing")).toEqual(["citra", "kabidA", "kadisA"]);
    expect(await names("excused")).toEqual(["kapus"]);
    expect(await names("waiting")).toEqual(["budi", "dewi"]);
  });

  it("goes down to a person for who may see them", async () => {
    const kadis = await as(city.people.kadisA);
    const year = (await kadis("GET", `/api/person-year/${city.people.budi}`)).json();
    expect(year.person).toMatchObject({ name: "budi", penilai: "kabidA" });
    expect(year.months).toHaveLength(6);
    expect(year.months[5]).toMatchObject({ month: "2026-11", status: "submitted", tutup: "2026-12-21" });
    expect(year.results).toEqual([expect.objectContaining({ predikat: "butuh_perbaikan", number: 3 })]);
    expect((await (await as(city.people.kadisB))("GET", `/api/person-year/${city.people.budi}`)).statusCode).toBe(404);
  });

  it("reminds each late one once a day and leaves a trail", async () => {
    const kadis = await as(city.people.kadisA);
    const first = (await kadis("POST", url(city.units.dinasA, "/remind"), { month: "2026-11" })).json();
    expect(first.reminded.map((p: { name: string }) => p.name)).toEqual(["citra", "kabidA", "kadisA"]);
    expect([first.alreadyToday, (await kadis("POST", url(city.units.dinasA, "/remind"), { month: "2026-11" })).json().alreadyToday]).toEqual([0, 3]);
    expect((await pool.query("select 1 from notification where kind = 'reminder_report'")).rows).toHaveLength(3);
    expect(await auditCount(pool, "opd-dashboard.remind", city.units.dinasA)).toBe(2);
  });

  it("reminds nobody of a month that is not yet open or already closed", async () => {
    const kadis = await as(city.people.kadisA);
    const refusals = async (month: string) => (await kadis("POST", url(city.units.dinasA, "/remind"), { month })).json().refusals;
    expect([await refusals("2026-12"), await refusals("2026-09")]).toEqual([["window_not_open"], ["period_closed"]]);
    expect(await auditCount(pool, "opd-dashboard.remind", city.units.dinasA)).toBe(2);
  });

  it("gives the month as a workbook", async () => {
    const kadis = await as(city.people.kadisA);
    const response = await kadis("GET", url(city.units.dinasA, "/export?month=2026-11"));
    expect(response.headers["content-disposition"]).toContain("laporan-2026-11-dinas-a.xlsx");
    const rows = await readSheet(response.rawPayload);
    expect(rows.find((r) => r[1] === "budi")).toEqual(["198503032010011003", "budi", "Pengolah Data", "Bidang A1", "Wajib lapor", "Menunggu diperiksa", null, expect.any(String), 70]);
  });

  it("is for those who lead the unit or one above it, and for nobody else", async () => {
    const status = async (who: keyof SmallCity["people"], unit: keyof SmallCity["units"]) => (await (await as(city.people[who]))("GET", url(city.units[unit]))).statusCode;
    expect(await status("kadisA", "puskesmasA2")).toBe(200);
    expect(await status("kapus", "puskesmasA2")).toBe(200);
    expect(await status("kapus", "dinasA")).toBe(404);
    expect(await status("budi", "bidangA1")).toBe(404);
    expect(await status("kadisB", "dinasA")).toBe(404);
    expect(await status("bkpsdm", "dinasA")).toBe(404);
    expect(await status("wali", "dinasA")).toBe(404);
    // The city is no department: its head reads the mayor's page, where nobody below a Kepala OPD is named.
    const wali = await as(city.people.wali);
    const closed = ["", "/people?month=2026-11", "/export?month=2026-11"].map((rest) => wali("GET", url(city.units.kota, rest)));
    expect((await Promise.all([...closed, wali("POST", url(city.units.kota, "/remind"), { month: "2026-11" })])).map((r) => r.statusCode)).toEqual([404, 404, 404, 404]);
    expect((await (await as(city.people.kapus))("POST", url(city.units.dinasA, "/remind"), { month: "2026-11" })).statusCode).toBe(404);
  });

  it("refuses a cursor that is none", async () => {
    const kadis = await as(city.people.kadisA);
    expect((await kadis("GET", url(city.units.dinasA, "/people?month=2026-11&after=entah"))).statusCode).toBe(400);
  });
});

it("counts falls back from the last month that has a figure", () => {
  expect(fallingMonths([94, 92, 95, 93, 91, 85])).toBe(3);
  expect(fallingMonths([90, 80, null, 70, null])).toBe(2);
  expect(fallingMonths([90, 90])).toBe(0);
  expect(fallingMonths([101.4, 101, 100.4, 100, 96.5])).toBe(0);
  expect(fallingMonths([101.4, 101, 100.4, 100, 96.4])).toBe(4);
  expect(fallingMonths([])).toBe(0);
});
