import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addRegisterEvidence } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";
import { runJobs } from "../../jobs/index.ts";

const { as, pool, db, clock, dataDir } = await testApp({ today: "2026-12-28" });
let city: SmallCity;
let period: string;
let skp: SetSkp;
let budi: Caller;
let kabid: Caller;
let desk: string;
const id = v7();
const evidence: Record<string, string> = {};
const run = () => runJobs({ pool, db, clock, dataDir });
const messages = async (kind: string) => (await pool.query<{ name: string }>("select p.name from notification n join person p on p.id = n.person_id where n.kind = $1 order by p.name", [kind])).rows.map((one) => one.name);
const ratings = (basis: object[] = []) => ({ hasil: skp.lines.map(({ lineId }) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis });

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city, { kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-12-21", ratingUntil: "2027-01-31" });
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, unitId: city.units.bidangA1 });
  for (const month of ["2026-02", "2026-05", "2026-11"]) {
    await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp, status: "checked", realisasi: [20, 8] });
    const { rows: [row] } = await pool.query<{ id: string }>("select w.id from report_row w join monthly_report m on m.id = w.report_id where m.person_id = $1 and m.month = $2 limit 1", [city.people.budi, month]);
    evidence[month] = await addRegisterEvidence(pool, { ownerId: city.people.budi, reportRowId: row?.id ?? "" });
  }
  budi = await as(city.people.budi);
  kabid = await as(city.people.kabidA);
  desk = `/api/appraisal/${period}/${city.people.budi}`;
});

describe("the year on the penilai's desk", () => {
  it("warns when all that is cited lies in the last quarter, and names the months that nobody cited", async () => {
    const before = (await kabid("GET", desk)).json();
    expect(before).toMatchObject({ year: { periodik: [], rekan: null, janji: { ditepati: 0, jumlah: 0 } }, keterkinian: { value: { hanyaTriwulanAkhir: false, bulanTidakDirujuk: [] } } });
    const cite = (...months: string[]) => months.map((month) => ({ aspect: "hasil_kerja", kind: "evidence", id: evidence[month] }));
    const saved = (await kabid("PUT", desk, { id, version: null, ...ratings(cite("2026-11")) })).json();
    expect(saved.keterkinian).toMatchObject({ rule: "Jaga keterkinian", value: { hanyaTriwulanAkhir: true, bulanTidakDirujuk: ["2026-02", "2026-05"] } });
    const better = (await kabid("PUT", desk, { id, version: 1, ...ratings(cite("2026-11", "2026-02")) })).json();
    expect(better.keterkinian.value).toEqual({ hanyaTriwulanAkhir: false, bulanTidakDirujuk: ["2026-05"] });
  });

  it("takes the capaian organisasi of the year before when this year's is not set by the end of January", async () => {
    const last = await addPeriod(pool, city, { kind: "tahunan", year: 2025, number: 1, firstMonth: "2025-01", lastMonth: "2025-12", ratingFrom: "2025-12-21", ratingUntil: "2026-01-31" });
    await addCapaian(pool, { periodId: last, unitId: city.units.bidangA1, setBy: city.people.kadisA, predikat: "istimewa" });
    clock.set("2027-01-31");
    expect((await kabid("GET", desk)).json().capaianOrganisasi).toMatchObject({ predikat: null });
    clock.set("2027-02-01");
    expect((await (await as(city.people.kadisA))("GET", desk)).json().capaianOrganisasi).toMatchObject({ predikat: "istimewa", basis: expect.stringContaining("tahun sebelumnya") });
    clock.set("2027-01-04");
  });

  it("suggests to who rates a unit's head what the unit reached: another rating needs a reason", async () => {
    const kadisSkp = await addSkp(pool, { personId: city.people.kadisA, year: 2026, unitId: city.units.dinasA });
    await addCapaian(pool, { periodId: period, unitId: city.units.dinasA, setBy: city.people.wali, predikat: "kurang" });
    const url = `/api/appraisal/${period}/${city.people.kadisA}`;
    const wali = await as(city.people.wali);
    const view = (await wali("GET", url)).json();
    expect(view.saranHasilKerja).toMatchObject({ value: "di_bawah", from: [{ rule: "Rating hasil kerja kepala unit" }] });
    const body = { id: v7(), version: null, ...ratings(), hasil: kadisSkp.lines.map(({ lineId }) => ({ lineId, rating: "sesuai" })) };
    expect((await wali("PUT", url, body)).json()).toMatchObject({ refusals: ["reason_missing_hasil_kerja"] });
  });
});

describe("the signed document", () => {
  it("runs its clocks from signature, receipt and the end of January", async () => {
    await pool.query("insert into capaian_organisasi (id, period_id, unit_id, predikat, basis, set_by, set_at) values ($1, $2, $3, 'baik', 'Perjanjian kinerja', $4, '2027-01-04T08:00:00+07:00')", [v7(), period, city.units.bidangA1, city.people.kadisA]);
    expect((await kabid("POST", `${desk}/finalise`, { version: 2 })).statusCode).toBe(200);
    const signed = (await kabid("GET", `/api/result/${id}`)).json().dokumen;
    expect(signed).toMatchObject({ answer: null, isKeberatanRunning: false, actions: { giveBack: ["not_yours", "result_not_received"] } });
    expect(signed.langkah.map((one: { langkah: string; clock: { sampai: string } | null; isLate: boolean }) => [one.langkah, one.clock?.sampai ?? null, one.isLate])).toEqual([["penyampaian", "2027-01-22", false], ["pengembalian", null, false], ["pelaporan", "2027-03-12", false]]);
  });

  it("reminds who signed in the last two working days, once, and then nobody of what was received", async () => {
    clock.set("2027-01-19");
    await run();
    expect(await messages("delivery_due")).toEqual([]);
    clock.set("2027-01-20");
    await run();
    await run();
    expect(await messages("delivery_due")).toEqual(["kabidA"]);
    expect(await auditCount(pool, "result.remind", period)).toBe(1);
  });

  it("comes back once: signed by the pegawai alone, after opening it; the days are counted aloud", async () => {
    expect((await budi("POST", `/api/result/${id}/return`, { answer: "setuju", note: null })).json()).toMatchObject({ refusals: ["result_not_received"] });
    const opened = (await budi("GET", `/api/result/${id}`)).json().dokumen;
    expect(opened.langkah[0]).toMatchObject({ doneOn: "2027-01-20", isLate: false });
    expect(opened.langkah[1]).toMatchObject({ clock: { mulai: "2027-01-20", sampai: "2027-02-09", hari: 14, ke: 0, sisa: 14 } });
    expect((await kabid("POST", `/api/result/${id}/return`, { answer: "setuju", note: null })).json()).toMatchObject({ refusals: ["not_yours"] });
    clock.set("2027-02-05");
    await run();
    expect(await messages("return_due")).toEqual(["budi"]);
    const back = (await budi("POST", `/api/result/${id}/return`, { answer: "menolak_menandatangani", note: "Saya mengajukan keberatan." })).json().dokumen;
    expect(back).toMatchObject({ answer: "menolak_menandatangani", actions: { giveBack: ["result_returned"] } });
    expect(back.langkah[1]).toMatchObject({ doneOn: "2027-02-05", isLate: false });
    expect((await budi("POST", `/api/result/${id}/return`, { answer: "menolak_menandatangani", note: null })).statusCode).toBe(200);
    expect((await budi("POST", `/api/result/${id}/return`, { answer: "setuju", note: null })).json()).toMatchObject({ refusals: ["result_returned"] });
    expect(await auditCount(pool, "result.return", id)).toBe(1);
    await expect(pool.query("update result_return set answer = 'setuju' where appraisal_id = $1", [id])).rejects.toThrow("rows here are only added");
  });

  it("hands the rating to the atasan when the penilai is late", async () => {
    expect(await messages("rating_escalated")).not.toContain("kabidA");
    expect(await messages("rating_escalated")).toContain("wali");
  });

  it("may be objected to on the fourteenth working day of its receipt and not on the fifteenth", async () => {
    const body = { id: v7(), resultId: id, claims: [{ aspect: "hasil_kerja", target: null, alasan: "Realisasi Mei belum dihitung seluruhnya.", basis: [] }] };
    clock.set("2027-02-10");
    expect((await budi("POST", "/api/keberatan", body)).json()).toMatchObject({ refusals: ["keberatan_time_over"] });
    clock.set("2027-02-09");
    expect((await budi("POST", "/api/keberatan", body)).statusCode).toBe(200);
  });

  it("reminds the atasan in the last two of their own fourteen working days, once", async () => {
    const reminded = async () => (await pool.query("select from notification where kind = 'atasan_rating_due' and params like $1", [`%${period}%`])).rowCount;
    clock.set("2027-02-15");
    await run();
    expect(await reminded()).toBe(0);
    clock.set("2027-02-16");
    await run();
    const all = await reminded();
    expect(all).toBeGreaterThan(0);
    await run();
    expect(await reminded()).toBe(all);
  });

  it("is reported on the last of the thirty working days, in time, dengan keberatan berjalan; only a final result is", async () => {
    clock.set("2027-03-11");
    await run();
    expect((await budi("GET", `/api/result/${id}`)).json().dokumen.langkah[2]).toMatchObject({ doneOn: null, isLate: false });
    clock.set("2027-03-12");
    await run();
    await run();
    expect((await budi("GET", `/api/result/${id}`)).json().dokumen).toMatchObject({ isKeberatanRunning: true, langkah: [{}, {}, { langkah: "pelaporan", doneOn: "2027-03-12", isLate: false }] });
    expect(await auditCount(pool, "result.report", period)).toBe(1);
    await expect(pool.query("insert into result_report (appraisal_id, reported_on, is_keberatan_running) values ($1, '2027-03-13', false)", [v7()])).rejects.toThrow("only a final result");
  });
});
