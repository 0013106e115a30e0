import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "../../../test/app.ts";
import { addPeriod } from "../../../test/appraisal-factories.ts";
import { addPerson, addReport, addSkp, auditCount, smallCity, type AddedReport, type SmallCity } from "../../../test/factories.ts";

const { as, pool } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let kepala: string;
let october: AddedReport;
const bkpsdm = async () => as(city.people.bkpsdm);

beforeAll(async () => {
  city = await smallCity(pool);
  kepala = await addPerson(pool, { name: "kepala", nip: "197601012001121001", unitId: city.units.dinasB, jabatan: "Kepala BKPSDM", role: "bkpsdm_kepala" });
  const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  october = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp, penilaiId: city.people.kabidA });
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp, penilaiId: city.people.kabidA });
});

describe("a year", () => {
  it("is shown before it is opened as it would be, and opened once with its annual evaluation", async () => {
    const call = await bkpsdm();
    const before = (await call("GET", "/api/cycle?year=2027")).json();
    expect(before).toMatchObject({ isOpen: false, actions: { open: [] } });
    expect(before.periods.map(({ id, kind, number }: { id: unknown; kind: string; number: number }) => [id, kind, number])).toEqual([[null, "triwulanan", 1], [null, "triwulanan", 2], [null, "triwulanan", 3], [null, "triwulanan", 4], [null, "tahunan", 1]]);
    expect(before.months[0]).toMatchObject({ month: "2027-01", batas: "2027-02-05", periksaSampai: "2027-02-11", rapatMulai: "2027-02-10", rapatSampai: "2027-02-16", tutup: "2027-02-19" });
    expect((await call("POST", "/api/cycle", { year: 2027 })).json()).toEqual({ made: 5 });
    expect((await call("POST", "/api/cycle", { year: 2027 })).json()).toMatchObject({ refusals: ["year_open"] });
    expect((await call("POST", "/api/cycle", { year: 2029 })).json()).toMatchObject({ refusals: ["year_too_far"] });
    const after = (await call("GET", "/api/cycle?year=2027")).json();
    expect(after).toMatchObject({ isOpen: true, actions: { open: ["year_open"] } });
    expect(after.periods.map(({ ratingFrom, ratingUntil }: { ratingFrom: string; ratingUntil: string }) => [ratingFrom, ratingUntil])).toEqual(before.periods.map(({ ratingFrom, ratingUntil }: { ratingFrom: string; ratingUntil: string }) => [ratingFrom, ratingUntil]));
  });
});

describe("the calendar", () => {
  const day = (date: string, kind: string | null = "libur") => ({ day: date, kind, name: "Hari percobaan", basis: "SKB percobaan" });

  it("shows which deadlines a change moves before it is written, then moves them everywhere", async () => {
    const [call, budi] = [await bkpsdm(), await as(city.people.budi)];
    const changes = [day("2027-04-08"), day("2027-04-10", "pengganti"), day("2027-04-09")];
    const due = async () => (await budi("GET", "/api/deadline?month=2027-03")).json().clocks.batas;
    expect(await due()).toMatchObject({ mulai: "2027-03-31", sampai: "2027-04-07", hari: 5, libur: [], pengganti: [] });
    const { moves, wrong } = (await call("POST", "/api/calendar/preview", { changes })).json();
    expect(wrong).toEqual([]);
    expect(moves).toContainEqual({ what: "periksaSampai", month: "2027-03", period: null, from: "2027-04-13", to: "2027-04-14" });
    expect(moves).toContainEqual({ what: "rating", month: null, period: { year: 2027, kind: "triwulanan", number: 1 }, from: "2027-04-20", to: "2027-04-21" });
    expect((await budi("GET", "/api/calendar?year=2027")).json()).toMatchObject({ days: [], actions: { change: ["not_yours"] } });
    expect((await call("PUT", "/api/calendar", { changes })).json()).toEqual({ changed: 3 });
    expect((await call("PUT", "/api/calendar", { changes })).json()).toEqual({ changed: 0 });
    expect((await budi("GET", "/api/deadline?month=2027-03")).json().clocks.periksaSampai).toMatchObject({ sampai: "2027-04-14", hari: 9, libur: ["2027-04-08", "2027-04-09"], pengganti: ["2027-04-10"] });
    expect((await pool.query("select rating_until from evaluation_period where year = 2027 and kind = 'triwulanan' and number = 1")).rows).toEqual([{ rating_until: "2027-04-21" }]);
    expect(await auditCount(pool, "calendar.change")).toBe(1);
  });

  it("asks why a past day is corrected only now, and takes a file as its lines say", async () => {
    const call = await bkpsdm();
    expect((await call("PUT", "/api/calendar", { changes: [day("2026-11-20")] })).json()).toMatchObject({ refusals: ["days_wrong"] });
    const file = (csv: string) => call("POST", "/api/calendar/file", { csv });
    expect((await file("tanggal;jenis;nama;dasar;alasan\n2026-11-20;libur;Libur daerah;Keputusan Gubernur;Keputusan baru diterima\n2026-11-19;libur;Libur daerah;Keputusan Gubernur;\n")).json()).toMatchObject({ changes: [{ day: "2026-11-20", alasan: "Keputusan baru diterima" }], wrong: [{ line: 3, masalah: "alasan_kosong" }] });
    const answer = (await file("jenis,tanggal,dasar,nama\r\ncuti bersama,2027-05-07,SKB 3 Menteri,Cuti bersama\r\npiknik,2027-05-10,SKB,\r\n")).json();
    expect(answer).toMatchObject({ read: 2, changes: [{ day: "2027-05-07", kind: "libur" }] });
    expect(answer.wrong.map(({ line, masalah }: { line: number; masalah: string }) => [line, masalah])).toContainEqual([3, "jenis_tidak_dikenal"]);
    for (const [csv, code] of [["tanggal;jenis\n1;2", "columns_missing"], ['tanggal;"jenis\n', "not_csv"]] as const) expect((await file(csv)).json().fields).toEqual([{ path: "body.csv", code }]);
  });
});

describe("a month", () => {
  it("shows who is missing, by department", async () => {
    const call = await as(kepala);
    const { units, state } = (await call("GET", "/api/cycle/month/2026-10")).json();
    expect(state).toBe("ditutup");
    expect(units).toEqual([{ id: city.units.dinasA, name: "Dinas A", people: 1, obliged: 1, sent: 0, checked: 0, missing: 1 }]);
    expect((await call("GET", `/api/cycle/month/2026-10/missing?unit=${city.units.dinasA}`)).json().people).toMatchObject([{ name: "budi", unit: "Bidang A1", status: "draft", penilai: "kabidA" }]);
  });

  it("is extended for a unit after an outage, and everybody concerned is told", async () => {
    const body = { id: v7(), month: "2026-11", unitId: city.units.dinasA, extraDays: 2, cause: "listrik", reason: "Listrik padam dua hari di kantor." };
    expect((await (await bkpsdm())("POST", "/api/cycle/extension", body)).json()).toEqual({ told: 2 });
    expect((await pool.query("select p.name from notification n join person p on p.id = n.person_id where n.kind = 'report_extended' order by 1")).rows).toEqual([{ name: "budi" }, { name: "kabidA" }]);
    expect((await (await as(city.people.budi))("GET", "/api/deadline?month=2026-11")).json()).toMatchObject({ extraDays: 2, extraReason: body.reason, clocks: { batas: { hari: 7 }, rapatSampai: { hari: 12 } } });
    expect((await (await as(city.people.eko))("GET", "/api/deadline?month=2026-11")).json()).toMatchObject({ extraDays: 0, clocks: { batas: { hari: 5 } } });
    expect((await (await bkpsdm())("POST", "/api/cycle/extension", { ...body, id: v7(), month: "2026-09" })).json()).toMatchObject({ refusals: ["period_closed"] });
  });

  it("that is closed is opened again by two people: what stood before is kept, and the pegawai can send", async () => {
    const [id, call] = [v7(), await bkpsdm()];
    const ask = { id, month: "2026-10", unitId: city.units.dinasA, reason: "Register bulan Oktober tertukar dengan September." };
    expect((await call("POST", "/api/cycle/reopening", { ...ask, id: v7(), month: "2026-11" })).json()).toMatchObject({ refusals: ["month_not_closed"] });
    expect((await call("POST", "/api/cycle/reopening", ask)).json()).toEqual({ id, reports: 1 });
    expect((await call("POST", "/api/cycle/reopening", { ...ask, id: v7() })).json()).toMatchObject({ refusals: ["reopening_running"] });
    const decide = async (body: object) => (await as(kepala))("POST", `/api/cycle/reopening/${id}/decision`, { version: 1, confirm: true, note: null, ...body });
    expect((await decide({ confirm: false })).json()).toMatchObject({ refusals: ["words_too_short"] });
    expect((await decide({})).json()).toEqual({ id, status: "confirmed", reports: 1 });
    expect((await pool.query("select v.before->>'status' as was, jsonb_array_length(v.before->'rows') > 0 as has_rows, r.status from report_revision v join monthly_report r on r.id = v.report_id")).rows).toEqual([{ was: "draft", has_rows: true, status: "returned" }]);
    const report = (await (await as(city.people.budi))("GET", "/api/monthly-report/2026-10")).json();
    expect(JSON.stringify(report)).not.toContain("period_closed");
    expect(october.reportId).toBeTruthy();
    await expect(pool.query("delete from report_revision")).rejects.toThrow(/not allowed/);
  });

  it("whose evaluation period is closed stays closed", async () => {
    const period = await addPeriod(pool, city, { number: 4, firstMonth: "2026-10", lastMonth: "2026-12", ratingFrom: "2027-01-01", ratingUntil: "2027-01-20" });
    await pool.query("update evaluation_period set closed_at = now() where id = $1", [period]);
    await pool.query("update monthly_report set status = 'draft' where month = '2026-10'");
    const answer = await (await bkpsdm())("POST", "/api/cycle/reopening", { id: v7(), month: "2026-10", unitId: city.units.dinasA, reason: "Register bulan Oktober tertukar dengan September." });
    expect(answer.json()).toMatchObject({ refusals: ["period_closed"] });
  });
});
