import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { HomeView } from "@teraju/contracts";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let skp: SetSkp;
const home = async (who: string): Promise<HomeView> => (await (await as(who))("GET", "/api/home")).json();
const kinds = async (who: string) => (await home(who)).tasks.map((t) => t.kind);
const budisMonth = (month: string, status: "draft" | "submitted" | "returned" | "checked" = "draft", realisasi?: (number | null)[]) =>
  addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp, penilaiId: city.people.kabidA, status, ...(realisasi && { realisasi }) });

beforeAll(async () => {
  city = await smallCity(pool);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026 });
});
beforeEach(async () => {
  clock.set("2026-11-23");
  await pool.query("delete from monthly_report");
  await pool.query("delete from umpan_balik");
});

describe("the pegawai's first page", () => {
  it("names the one next task, how far it is, and its last day", async () => {
    await budisMonth("2026-11", "draft", [17, null]);
    const view = await home(city.people.budi);
    expect(view.tasks).toEqual([{ kind: "report", month: "2026-11", filled: 1, due: 2, buka: "2026-11-20", batas: "2026-12-07", isLate: false }]);
    expect(view.report).toMatchObject({ month: "2026-11", status: "draft", filled: 1, due: 2 });
    expect([view.strip.length, view.strip.at(-1)?.status, view.strip[0]]).toEqual([12, "draft", { month: "2025-12", kewajiban: null, status: null, isLate: false, capaian: null, tutup: "2026-01-21" }]);
  });

  it("has nothing to do before the window opens, for who is excused, and after sending", async () => {
    await budisMonth("2026-11");
    clock.set("2026-11-19");
    expect([await kinds(city.people.budi), (await home(city.people.budi)).report?.buka]).toEqual([[], "2026-11-20"]);
    clock.set("2026-11-23");
    await pool.query("update monthly_report set kewajiban = 'cuti'");
    expect(await kinds(city.people.budi)).toEqual([]);
    await pool.query("update monthly_report set kewajiban = 'wajib_lapor', status = 'submitted', submitted_at = now()");
    expect(await kinds(city.people.budi)).toEqual([]);
  });

  it("puts what was returned first, and last month's report before this one's, marked late after its last day", async () => {
    await budisMonth("2026-10");
    await budisMonth("2026-11", "returned");
    await pool.query("update monthly_report set returned_at = '2026-11-05T03:00:00Z' where month = '2026-11'");
    clock.set("2026-11-20");
    expect(await home(city.people.budi)).toMatchObject({ tasks: [{ kind: "report_returned", month: "2026-11" }, { kind: "report", month: "2026-10", isLate: true }], report: { month: "2026-10" } });
    clock.set("2026-11-23");
    expect((await home(city.people.budi)).tasks).toHaveLength(1);
  });

  it("asks for the SKP of who has none, not of who waits for the penilai", async () => {
    expect((await home(city.people.citra)).tasks).toEqual([{ kind: "skp", year: 2026, status: null }]);
    await pool.query("insert into skp (id, person_id, year, status, pendekatan, effective_from) values ($1,$2,2026,'proposed','kuantitatif','2026-01-01')", [v7(), city.people.citra]);
    expect(await kinds(city.people.citra)).toEqual([]);
    expect((await home(city.people.kabidA)).tasks).toContainEqual({ kind: "skp_to_set", count: 1 });
    await pool.query("delete from skp where person_id = $1", [city.people.citra]);
  });

  it("shows the last umpan balik, what is unread, and what is asked of one", async () => {
    const give = (day: string, text: string) => pool.query("insert into umpan_balik (id, from_id, to_id, month, status, nada, text, given_on) values ($1,$2,$3,'2026-11','diberikan','positif',$4,$5)", [v7(), city.people.kabidA, city.people.budi, text, day]);
    await give("2026-11-10", "Bagus.");
    await give("2026-11-18", "Imunisasi naik lagi.");
    await pool.query("insert into umpan_balik (id, from_id, to_id, month, status, question, requested_on) values ($1,$2,$3,'2026-11','diminta','Bagaimana laporan saya?','2026-11-20')", [v7(), city.people.budi, city.people.citra]);
    const view = await home(city.people.budi);
    expect(view.lastUmpanBalik).toMatchObject({ from: "kabidA", day: "2026-11-18", text: "Imunisasi naik lagi.", nada: "positif", isAnswered: false });
    expect(view.tasks).toEqual([{ kind: "umpan_balik_asked", count: 1 }, { kind: "umpan_balik_received", count: 2 }]);
  });
});

describe("the duties of other hats", () => {
  it("count what waits for the penilai and since when", async () => {
    await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp, status: "submitted", submittedAt: "2026-11-03T03:00:00Z" });
    await addReport(pool, city, { personId: city.people.citra, unit: "bidangA1", month: "2026-10", skp, status: "submitted", submittedAt: "2026-11-02T03:00:00Z" });
    expect((await home(city.people.kabidA)).tasks).toContainEqual({ kind: "review", count: 2, oldestAt: "2026-11-02T03:00:00.000Z" });
    expect(await kinds(city.people.kadisA)).not.toContain("review");
  });

  it("name the period to rate and the capaian to enter, until they are done", async () => {
    const periodId = v7();
    await pool.query("insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id) values ($1,2026,'triwulanan',3,'2026-07','2026-09','2026-10-01','2026-12-20',$2)", [periodId, city.standarId]);
    const period = { periodId, year: 2026, periode: "triwulanan", number: 3 };
    expect((await home(city.people.kabidA)).tasks).toContainEqual({ kind: "rate", ...period, count: 2, until: "2026-12-20" });
    expect((await home(city.people.kadisA)).tasks).toContainEqual({ kind: "capaian_organisasi", ...period, count: 2 });
    expect((await home(city.people.wali)).tasks).toContainEqual({ kind: "capaian_organisasi", ...period, count: 2 });
    await pool.query("insert into capaian_organisasi (id, period_id, unit_id, predikat, basis, set_by) values ($1,$2,$3,'baik','PK',$4)", [v7(), periodId, city.units.bidangA1, city.people.kadisA]);
    expect((await home(city.people.kadisA)).tasks).toContainEqual({ kind: "capaian_organisasi", ...period, count: 1 });
    expect(await kinds(city.people.budi)).not.toContain("rate");
    await pool.query("update evaluation_period set closed_at = now()");
    expect(await kinds(city.people.kabidA)).not.toContain("rate");
  });

  it("do not ask the Wali Kota for an SKP or a report", async () => {
    expect(await home(city.people.wali)).toMatchObject({ tasks: [], report: null, strip: [] });
  });
});

describe("messages", () => {
  it("are shown until they are read, once in the trail, and are nobody else's", async () => {
    const id = v7();
    await pool.query("insert into notification (id, person_id, kind, params, day) values ($1,$2,'reminder_report','{\"month\":\"2026-11\"}','2026-11-23')", [id, city.people.budi]);
    const budi = await as(city.people.budi);
    expect((await home(city.people.budi)).notifications).toEqual([{ id, kind: "reminder_report", params: { month: "2026-11" }, day: "2026-11-23" }]);
    expect((await (await as(city.people.citra))("POST", `/api/notification/${id}/read`)).statusCode).toBe(404);
    expect((await budi("POST", `/api/notification/${id}/read`)).statusCode).toBe(204);
    expect((await budi("POST", `/api/notification/${id}/read`)).statusCode).toBe(204);
    expect([(await home(city.people.budi)).notifications, await auditCount(pool, "notification.read", id)]).toEqual([[], 1]);
  });

  it("with words that nobody can read do not break the page", async () => {
    await pool.query("insert into notification (id, person_id, kind, params, day) values ($1,$2,'other','[1]','2026-11-23')", [v7(), city.people.eko]);
    expect((await home(city.people.eko)).notifications[0]?.params).toEqual({});
  });
});
