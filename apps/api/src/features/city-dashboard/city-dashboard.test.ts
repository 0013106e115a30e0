import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addPerson, addReport, addSkp, smallCity, type SmallCity } from "#test/factories.ts";

const { as, pool } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let period: string;

/** Bidang A1 has eight rated people, Puskesmas A2 two, Dinas B seven; one of A1 and one of B is Kurang. */
beforeAll(async () => {
  city = await smallCity(pool);
  period = v7();
  await pool.query("insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id, closed_at) values ($1, 2026, 'triwulanan', 3, '2026-07', '2026-09', '2026-10-01', '2026-10-20', $2, now())", [period, city.standarId]);
  const crowd = { bidangA1: 8, puskesmasA2: 2, dinasB: 7 } as const;
  for (const [unit, n] of Object.entries(crowd) as [keyof typeof crowd, number][]) {
    for (let i = 0; i < n; i++) {
      const id = await addPerson(pool, { name: `${unit} ${i}`, unitId: city.units[unit] });
      const skp = await addSkp(pool, { personId: id, year: 2026, targets: [120] });
      const { reportId } = await addReport(pool, city, { personId: id, unit, month: "2026-10", skp, status: "checked", penilaiId: city.people.kadisA });
      await pool.query("update monthly_report set capaian = $2, is_late = $3 where id = $1", [reportId, 80 + i, i === 0]);
      const opd = unit === "dinasB" ? "dinasB" : "dinasA";
      await pool.query(`insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, digest, finalized_at) values ($1,$2,$3,$4,$5,$6,$7,'final','sesuai',$8,$9,'x',now())`,
        [v7(), period, id, city.units[unit], city.units[opd], city.ord[unit], city.people.wali, i === 0 && n > 2 ? "di_bawah" : "sesuai", i === 0 && n > 2 ? "kurang" : "baik"]);
    }
  }
});

type Body = { batas: string; total: { capaian: number | null; obliged: number; submitted: number; onTime: number }; rows: { unit: { id: string; name: string }; cells: { capaian: number | null; submitted: number }[]; hasChildren: boolean }[]; distribution: { total: { rated: number | null; counts: Record<string, number | null> }; rows: { unitId: string; rated: number | null; counts: Record<string, number | null> }[] }; isSuppressed: boolean; trail: { name: string }[] };
const read = async (who: "bkpsdm" | "analis" | "auditor", query = ""): Promise<Body> => (await (await as(city.people[who]))("GET", `/api/city-dashboard?month=2026-10${query}`)).json();

describe("the city by department and month", () => {
  it("adds completion and averages up to the city", async () => {
    const body = await read("analis");
    expect(body.total).toMatchObject({ obliged: 17, submitted: 17, onTime: 14 });
    expect(body.batas).toBe("2026-11-06");
    expect(body.rows.map((r) => [r.unit.name, r.cells.at(-1)?.submitted, r.hasChildren])).toEqual([["Dinas A", 10, true], ["Dinas B", 7, false]]);
    expect(body.rows[1]?.cells.at(-1)?.capaian).toBeCloseTo(83);
  });

  it("shows an analyst and the auditor every figure", async () => {
    for (const who of ["analis", "auditor"] as const) {
      const body = await read(who, `&unit=${city.units.dinasA}`);
      expect(body.isSuppressed).toBe(false);
      expect(body.distribution.rows.find((r) => r.unitId === city.units.puskesmasA2)).toMatchObject({ rated: 2, counts: { baik: 2 } });
    }
  });

  it("hides from BKPSDM what would show few people, and what a total would give back", async () => {
    const body = await read("bkpsdm");
    expect(body.isSuppressed).toBe(true);
    // One Kurang in each department: two in the city, so the column and what could be subtracted from is hidden.
    expect(body.distribution.rows.map((r) => r.counts.kurang)).toEqual([null, null]);
    expect(body.distribution.total.counts.kurang).toBeNull();
    const inner = await read("bkpsdm", `&unit=${city.units.dinasA}`);
    expect(inner.distribution.total.rated).toBeNull();
    expect(inner.distribution.rows.every((r) => r.rated === null && Object.values(r.counts).every((n) => n === null))).toBe(true);
    // The averages: the puskesmas has two reports, the bidang would give them back.
    const cells = inner.rows.map((r) => [r.unit.name, r.cells.at(-1)?.capaian]);
    expect(cells).toEqual([["Bidang A1", null], ["Puskesmas A2", null]]);
    expect(inner.total.capaian).not.toBeNull();
    expect(inner.trail.map((u) => u.name)).toEqual(["Kota Langsa", "Dinas A"]);
  });

  it("gives the fixed recap as a workbook, small averages blank for who may not see them", async () => {
    const file = async (who: "bkpsdm" | "analis") => readSheet((await (await as(city.people[who]))("GET", "/api/city-dashboard/export?month=2026-10")).rawPayload);
    const row = async (who: "bkpsdm" | "analis", unit: string) => (await file(who)).find((r) => r[1] === unit);
    expect((await row("bkpsdm", "Puskesmas A2"))?.slice(3)).toEqual([2, 2, 0, 0, 0, 0, 2, 100, 1, 2, 0, null]);
    expect((await row("analis", "Puskesmas A2"))?.at(-1)).toBeCloseTo(80.5);
    expect((await row("bkpsdm", "Bidang A1"))?.at(-1)).toBeNull();
  });

  it("is for BKPSDM and the auditor; only BKPSDM may take it away", async () => {
    const status = async (who: keyof SmallCity["people"], path: string) => (await (await as(city.people[who]))("GET", path)).statusCode;
    for (const who of ["budi", "kadisA", "wali", "admin"] as const) expect(await status(who, "/api/city-dashboard")).toBe(404);
    expect(await status("auditor", "/api/city-dashboard")).toBe(200);
    expect(await status("auditor", "/api/city-dashboard/export?month=2026-10")).toBe(403);
    expect(await status("bkpsdm", `/api/city-dashboard?unit=${v7()}`)).toBe(404);
    expect(await status("bkpsdm", `/api/city-dashboard?period=${v7()}`)).toBe(404);
  });
});

it("predikat stand beside the official source: how many agree, differ, are not rated there, or are in no report", async () => {
  await pool.query("update person set nip = '19850320201001100' || right(name, 1) where name like 'bidangA1 %'");
  const report = v7();
  await pool.query("insert into bkn_report (id, kind, period_kind, year, number, first_month, last_month, title, scope, kept_by, kept_at) values ($1,'penilaian','triwulanan',2026,3,'2026-07','2026-09','Laporan Penilaian SKP','',$2,now())", [report, city.people.bkpsdm]);
  await pool.query(`insert into bkn_row (report_id, line, nip, name, unor, unor_induk, jabatan, is_acting, hasil_kerja, perilaku, predikat, penilai_nip, penilai_name, rated_at, unread)
    select $1, row_number() over (order by name), '''' || nip, name, '', '', '', false, r, r, case when r is not null then 'baik' end, '', '', '', '{}'
      from person cross join lateral (select case when name = 'bidangA1 7' then null else 'sesuai' end as r) x where name like 'bidangA1 %'`, [report]);
  const official = async (who: keyof typeof city.people, tail = "") => (await (await as(city.people[who]))("GET", `/api/city-dashboard?month=2026-10${tail}`)).json<{ official: object }>().official;
  expect(await official("analis")).toEqual({ cocok: 6, berbeda: 1, belum_dinilai_bkn: 1, belum_dicocokkan: 9 });
  expect(await official("analis", `&unit=${city.units.bidangA1}`)).toEqual({ cocok: 6, berbeda: 1, belum_dinilai_bkn: 1, belum_dicocokkan: 0 });
  const whole = (await (await as(city.people.wali))("GET", "/api/mayor-page?month=2026-10")).json<{ period: { official: object } }>();
  expect(whole.period.official).toEqual({ cocok: 6, berbeda: 1, belum_dinilai_bkn: 1, belum_dicocokkan: 9 });
  await pool.query("delete from bkn_row where report_id = $1", [report]);
});

describe("the Wali Kota's page", () => {
  it("shows the city and its departments with their heads, and no name below them", async () => {
    const response = await (await as(city.people.wali))("GET", "/api/mayor-page?month=2026-10");
    const body = response.json();
    expect(body.city).toMatchObject({ people: 17, obliged: 17, submitted: 17, onTime: 14, checked: 17 });
    expect(body.departments.map((d: { unit: { name: string }; head: { name: string } }) => [d.unit.name, d.head.name])).toEqual([["Dinas A", "kadisA"], ["Dinas B", "kadisB"]]);
    expect(response.payload).not.toMatch(/bidangA1 \d|puskesmasA2 \d|dinasB \d|budi|dewi/);
    expect(body.period).toMatchObject({ rated: 17, distribution: { kurang: null }, official: { cocok: 0, berbeda: 0, belum_dinilai_bkn: 0, belum_dicocokkan: 17 } });
    expect((await (await as(city.people.kadisA))("GET", "/api/mayor-page")).statusCode).toBe(404);
  });
});
