import { beforeAll, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addReport, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";

const { as, pool } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
  const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp, penilaiId: city.people.kabidA });
});
const HEAD = "nip;jenis;mulai;selesai;keterangan;nomor_surat;tanggal_surat";
const [BUDI, CITRA] = ["198503032010011003", "198604042010012004"];
const send = async (what: "file" | "import", lines: readonly string[], who: keyof SmallCity["people"] = "bkpsdm") => (await as(city.people[who]))("POST", `/api/absence/${what}`, { csv: [HEAD, ...lines].join("\r\n") });
const GOOD = [`${BUDI};Cuti besar;2026-11-01;2026-11-30;Nomor 800/12;;`, `${CITRA};CLTN;2026-12-01;;;851.2/7;2026-11-16`];

it("a file of leave is looked at first; taken, the kinds stand and open months follow; taken again, nothing changes", async () => {
  const looked = (await send("file", GOOD)).json();
  expect(looked).toMatchObject({ read: 2, same: 0, wrong: [], fresh: [{ line: 2, name: "budi", kind: "cuti", cuti: "besar", firstDay: "2026-11-01", lastDay: "2026-11-30" }, { name: "citra", cuti: "cltn", lastDay: null }] });
  expect((await pool.query("select from absence")).rowCount).toBe(0);
  expect((await send("import", GOOD)).json()).toEqual({ added: 2 });
  expect((await pool.query("select kewajiban from monthly_report where person_id = $1 and month = '2026-11'", [city.people.budi])).rows).toEqual([{ kewajiban: "cuti" }]);
  expect((await send("import", GOOD)).json()).toEqual({ added: 0 });
  expect((await send("file", GOOD)).json()).toMatchObject({ same: 2, fresh: [] });
  expect(await auditCount(pool, "absence.import", "2026-11-23")).toBe(1);
  const shown = (await (await as(city.people.kabidA))("GET", `/api/absence?personId=${city.people.budi}`)).json();
  expect(shown.absences).toMatchObject([{ kind: "cuti", cuti: "besar", note: "Nomor 800/12" }]);
});

it("a line that is wrong keeps the whole file out, and is named with its column", async () => {
  const bad = [`${BUDI};sakit;2026-11-30;2026-12-02;;;`, `${CITRA};liburan;2026-10-01;2026-10-02;;;`, "196501011990031099;sakit;2026-10-01;2026-10-02;;;", `${CITRA};sakit;2026-09-01;2026-09-03;;;`, `${CITRA};tahunan;2026-09-03;2026-09-04;;;`, `${CITRA};Diberhentikan sementara;2026-08-03;;;;`];
  expect((await send("file", bad)).json()).toMatchObject({
    fresh: [{ line: 5 }],
    wrong: [{ line: 2, kolom: "mulai", masalah: "bertumpuk" }, { line: 3, kolom: "jenis", masalah: "jenis_tidak_dikenal" }, { line: 4, kolom: "nip", masalah: "orang_tidak_ada" }, { line: 6, kolom: "mulai", masalah: "bertumpuk" }, { line: 7, kolom: "nomor_surat", masalah: "surat_tidak_ada" }],
  });
  expect((await send("import", bad)).json().refusals).toEqual(["lines_wrong"]);
  expect((await pool.query("select from absence")).rowCount).toBe(2);
  const bkpsdm = await as(city.people.bkpsdm);
  expect((await bkpsdm("POST", "/api/absence/file", { csv: "a;b\n1;2" })).json()).toMatchObject({ code: "invalid", fields: [{ path: "body.csv", code: "columns_missing" }] });
  expect((await bkpsdm("POST", "/api/absence/file", { csv: "\"a" })).json().fields[0].code).toBe("not_csv");
  expect((await send("file", GOOD, "kabidA")).statusCode).toBe(404);
});

it("marked by hand, a kind of cuti is kept, and belongs to cuti alone", async () => {
  const kabid = await as(city.people.kabidA);
  const body = { id: v7(), personId: city.people.citra, kind: "cuti", cuti: "melahirkan", firstDay: "2026-07-01", lastDay: "2026-09-30", note: null };
  expect((await kabid("POST", "/api/absence", body)).json()).toEqual({ ...body, surat: null });
  expect((await kabid("POST", "/api/absence", body)).json()).toEqual({ ...body, surat: null });
  expect((await kabid("POST", "/api/absence", { ...body, cuti: "sakit" })).statusCode).toBe(412);
  expect((await kabid("POST", "/api/absence", { ...body, id: v7(), kind: "tugas_belajar" })).statusCode).toBe(400);
});
