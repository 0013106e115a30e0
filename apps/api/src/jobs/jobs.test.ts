import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { createDb, createPool } from "#db/client.ts";
import { TEST_SECRET, testApp } from "#test/app.ts";
import { addPerson, addReport, addSkp, auditCount, movePenilai, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";
import { createQueue } from "../queue.ts";
import { runJobs, startJobs } from "./index.ts";

const { pool, db, clock, as, url, dataDir } = await testApp({ today: "2026-11-02" });
const city: SmallCity = await smallCity(pool);
const skp: SetSkp = await addSkp(pool, { personId: city.people.budi, year: 2026 });
const { rows: [budiSkp] } = await pool.query("select id from skp where person_id = $1", [city.people.budi]);

const run = () => runJobs({ pool, db, clock, dataDir });
type Report = { person_id: string; month: string; kewajiban: string; status: string; penilai_id: string | null; unit_id: string; skp_id: string | null; version: number; rows: number };
const reports = async (month = "2026-11"): Promise<Report[]> => (await pool.query<Report>("select r.*, (select count(*)::int from report_row x where x.report_id = r.id) as rows from monthly_report r where month = $1", [month])).rows;
const budis = async () => (await reports()).find((r) => r.person_id === city.people.budi);

beforeEach(async () => {
  clock.set("2026-11-02");
  await pool.query("delete from monthly_report");
  await pool.query("delete from absence");
  await pool.query("delete from notification");
});

describe("opening a month", () => {
  it("makes one report for every ASN who is placed, with the rows of the SKP; the Wali Kota has none", async () => {
    expect(await run()).toBe(true);
    const all = await reports();
    expect(all).toHaveLength(12);
    expect(all.some((r) => r.person_id === city.people.wali)).toBe(false);
    expect(await budis()).toMatchObject({ kewajiban: "wajib_lapor", status: "draft", penilai_id: city.people.kabidA, unit_id: city.units.bidangA1, skp_id: budiSkp?.id, rows: 2, version: 1 });
    expect(all.find((r) => r.person_id === city.people.citra)).toMatchObject({ kewajiban: "tidak_ada_target", rows: 0 });
  });

  it("opens the month before as well while it can be reported, and not after", async () => {
    await run();
    expect(await reports("2026-10")).toHaveLength(12);
    await pool.query("delete from monthly_report");
    clock.set("2026-11-25");
    await run();
    expect([(await reports("2026-10")).length, (await reports("2026-11")).length]).toEqual([0, 12]);
  });

  it("done again changes nothing and leaves no line in the trail", async () => {
    await run();
    const before = [await reports(), await auditCount(pool, "month.align")];
    await run();
    expect([await reports(), await auditCount(pool, "month.align")]).toEqual(before);
  });

  it("by two processes at once makes each report once", async () => {
    const other = createPool(url);
    const done = await Promise.all([run(), runJobs({ pool: other, db: createDb(other), clock, dataDir }), run()]);
    await other.end();
    expect(done.filter(Boolean).length).toBeGreaterThanOrEqual(1);
    expect(await reports()).toHaveLength(12);
  });

  it("is done by one process while another holds the clockwork", async () => {
    const client = await pool.connect();
    await client.query("select pg_advisory_lock(7234002)");
    expect(await run()).toBe(false);
    await client.query("select pg_advisory_unlock(7234002)");
    client.release();
    expect(await run()).toBe(true);
  });

  it("knows leave, study and who has not begun", async () => {
    await pool.query("insert into absence (id, person_id, kind, valid_from, valid_until) values ($1,$2,'cuti','2026-11-01','2026-12-01'), ($3,$4,'tugas_belajar','2026-01-01',null)", [v7(), city.people.budi, v7(), city.people.citra]);
    const fahri = await addPerson(pool, { name: "Fahri", unitId: city.units.bidangA1, from: "2026-12-01" });
    await run();
    const state = async (id: string) => (await reports()).find((r) => r.person_id === id)?.kewajiban;
    expect([await state(city.people.budi), await state(city.people.citra), await state(fahri)]).toEqual(["cuti", "tugas_belajar", undefined]);
    await pool.query("delete from placement where person_id = $1", [fahri]);
  });

  it("lets a draft follow its person to another penilai, and leaves what was sent", async () => {
    await run();
    await pool.query("update monthly_report set status = 'submitted', submitted_at = now() where person_id = $1", [city.people.eko]);
    await movePenilai(pool, { pegawaiId: city.people.budi, to: city.people.kadisA, on: "2026-11-10" });
    await movePenilai(pool, { pegawaiId: city.people.eko, to: city.people.kadisA, on: "2026-11-10" });
    clock.set("2026-11-11");
    await run();
    expect(await budis()).toMatchObject({ penilai_id: city.people.kadisA, version: 2, rows: 2 });
    expect((await reports()).find((r) => r.person_id === city.people.eko)).toMatchObject({ penilai_id: city.people.kadisB, version: 1 });
  });

  it("brings a draft in line with a changed SKP and keeps what was filled in", async () => {
    await run();
    const [line] = skp.lines;
    await pool.query("update report_row set realisasi = 7 where indikator_id = $1", [line?.indikatorId]);
    await pool.query("update skp set status = 'superseded' where id = $1", [skp.skpId]);
    const next = v7();
    const [h, i, extra] = [v7(), v7(), v7()];
    await pool.query("insert into skp (id, person_id, year, revision, status, pendekatan, effective_from, set_at) values ($1,$2,2026,2,'set','kuantitatif','2026-11-01',now())", [next, city.people.budi]);
    await pool.query("insert into hasil_kerja (id, skp_id, line_id, position, prioritas, text) values ($1,$2,$3,1,'utama','Hasil kerja 1')", [h, next, line?.lineId]);
    await pool.query("insert into indikator (id, hasil_kerja_id, line_id, position, text, jenis, arah, target, monthly_target) select $1, $2, line_id, 1, text, jenis, arah, 300, array_fill(25::numeric, array[12]) from indikator where id = $3", [i, h, line?.indikatorId]);
    await pool.query("insert into indikator (id, hasil_kerja_id, line_id, position, text, jenis, arah) values ($1,$2,$3,2,'Laporan tertulis','uraian','maks')", [extra, h, v7()]);
    await run();
    const { rows } = await pool.query("select indikator_id, target::float8, realisasi::float8, position from report_row x join monthly_report r on r.id = x.report_id where r.person_id = $1 and r.month = '2026-11' order by position", [city.people.budi]);
    expect(rows).toEqual([{ indikator_id: i, target: 25, realisasi: 7, position: 1 }, { indikator_id: extra, target: null, realisasi: null, position: 2 }]);
    await pool.query("delete from monthly_report");
    await pool.query("delete from skp where id = $1", [next]);
    await pool.query("update skp set status = 'set' where id = $1", [skp.skpId]);
  });
});

describe("closing a month", () => {
  const sent = async (status: "submitted" | "draft" | "checked") => addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp, status });
  const status = async (id: string) => (await pool.query<{ status: string }>("select status from monthly_report where id = $1", [id])).rows[0]?.status;

  it("closes on the day after the closing day what was sent and not checked, as the system", async () => {
    const { reportId } = await sent("submitted");
    clock.set("2026-11-20");
    await run();
    expect(await status(reportId)).toBe("submitted");
    clock.set("2026-11-21");
    await run();
    expect(await status(reportId)).toBe("closed_unreviewed");
    const { rows } = await pool.query("select actor_id, payload from audit join audit_payload using (seq) where action = 'month.close'");
    expect(rows).toEqual([{ actor_id: null, payload: JSON.stringify({ closedUnreviewed: 1 }) }]);
  });

  it("waits for the unit that was granted more days", async () => {
    const { reportId } = await sent("submitted");
    await pool.query("insert into report_extension (id, unit_id, month, extra_days, reason) values ($1,$2,'2026-10',3,'Banjir')", [v7(), city.units.dinasA]);
    clock.set("2026-11-21");
    await run();
    expect(await status(reportId)).toBe("submitted");
    clock.set("2026-11-26");
    await run();
    expect(await status(reportId)).toBe("closed_unreviewed");
    await pool.query("delete from report_extension");
  });

  it("leaves drafts and what was checked", async () => {
    const [draft] = [await sent("draft")];
    clock.set("2026-12-01");
    await run();
    expect(await status(draft.reportId)).toBe("draft");
  });
});

describe("telling the atasan penilai", () => {
  const told = async () => (await pool.query<{ person_id: string; params: string }>("select person_id, params from notification where kind = 'unchecked_reports'")).rows;

  it("happens once, more than five working days after sending", async () => {
    await pool.query("delete from penilai_relation where pegawai_id = $1", [city.people.dewi]);
    await pool.query("insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, valid_from) values ($1,$2,$3,$4,'2024-01-01')", [v7(), city.people.dewi, city.people.kapus, city.people.kadisA]);
    await addReport(pool, city, { personId: city.people.dewi, unit: "puskesmasA2", month: "2026-10", skp, penilaiId: city.people.kapus, status: "submitted", submittedAt: "2026-11-02T03:00:00Z" });
    clock.set("2026-11-09");
    await run();
    expect(await told()).toEqual([]);
    clock.set("2026-11-10");
    await run();
    await run();
    clock.set("2026-11-11");
    await run();
    const messages = await told();
    expect(messages.map((m) => [m.person_id, JSON.parse(m.params)])).toEqual([[city.people.kadisA, { penilaiId: city.people.kapus, penilai: "kapus", month: "2026-10", count: 1 }]]);
  });
});

describe("the clockwork", () => {
  const processOf = (over: object = {}) => {
    const errors: unknown[] = [];
    const queue = createQueue(pool, (error) => errors.push(error), { lookSeconds: 1 });
    return { queue, errors, services: { pool, db, dataDir, clock, queue, secret: TEST_SECRET, ...over } };
  };
  const jobs = async (): Promise<string[]> => (await pool.query<{ state: string }>("select state from pgboss.job where name = 'clockwork' order by created_on")).rows.map(({ state }) => state);

  it("goes on after a failure and stops when it is told to", async () => {
    let fails = 1;
    const { queue, errors, services } = processOf({ clock: { ...clock, today: () => { if (fails-- > 0) throw new Error("no clock"); return "2026-11-02"; } } });
    await startJobs(services);
    await expect.poll(async () => [errors.length, await jobs()]).toEqual([1, ["retry"]]);
    // Five minutes pass.
    await pool.query("update pgboss.job set start_after = now() where name = 'clockwork'");
    await expect.poll(async () => (await reports()).length, { timeout: 5000 }).toBe(12);
    await expect.poll(jobs).toEqual(["completed"]);
    await queue.stop();
    expect(errors).toHaveLength(1);
  });

  it("called by the calendar while two processes stand by is done once", async () => {
    await pool.query("delete from pgboss.job");
    const processes = [processOf(), processOf()];
    const runs: string[] = [];
    for (const { queue } of processes) await queue.work("clockwork", async ({ id }) => void runs.push(id));
    await pool.query("update pgboss.schedule set cron = extract(minute from now()) || ' * * * *' where name = 'clockwork'");
    await expect.poll(() => runs.length, { timeout: 10_000 }).toBe(1);
    // Each has looked at the calendar once more.
    await sleep(1500);
    for (const { queue } of processes) await queue.stop();
    await pool.query("update pgboss.schedule set cron = '0 * * * *' where name = 'clockwork'");
    expect([runs.length, await jobs(), processes.flatMap(({ errors }) => errors)]).toEqual([1, ["completed"], []]);
  });

  it("ends between two steps when its process does", async () => {
    await expect(runJobs({ pool, db, clock, dataDir }, AbortSignal.abort())).rejects.toThrow("aborted");
    expect(await reports()).toEqual([]);
    expect(await run()).toBe(true);
  });
});

describe("marking leave", () => {
  const body = (more: object = {}) => ({ id: v7(), personId: city.people.budi, kind: "cuti", firstDay: "2026-11-01", lastDay: "2026-11-30", note: "Cuti besar", ...more });
  const post = async (who: string, payload: object) => (await as(who))("POST", "/api/absence", payload);

  it("by the penilai excuses the open month at once, and is in the trail", async () => {
    await run();
    await pool.query("update penilai_relation set penilai_id = $1 where pegawai_id = $2 and valid_until is null", [city.people.kabidA, city.people.budi]);
    const leave = body();
    const answer = await post(city.people.kabidA, leave);
    expect([answer.statusCode, answer.json()]).toEqual([200, { ...leave, cuti: null, surat: null }]);
    expect(await budis()).toMatchObject({ kewajiban: "cuti" });
    expect((await post(city.people.kabidA, leave)).statusCode).toBe(200);
    expect(await auditCount(pool, "absence.set", city.people.budi)).toBe(1);
    expect((await post(city.people.kabidA, { ...leave, kind: "tugas_belajar" })).statusCode).toBe(412);
    expect((await post(city.people.kadisA, leave)).statusCode).toBe(404);
    expect((await post(city.people.kabidA, body({ firstDay: "2026-11-30", lastDay: null }))).json().refusals).toEqual(["absence_overlaps"]);
  });

  it("of some days only leaves the month to be reported; a sent report stays", async () => {
    await run();
    expect((await post(city.people.kadisA, body({ lastDay: "2026-11-12" }))).statusCode).toBe(200);
    expect(await budis()).toMatchObject({ kewajiban: "wajib_lapor" });
    await pool.query("update monthly_report set status = 'submitted', submitted_at = now() where person_id = $1", [city.people.budi]);
    expect((await post(city.people.kadisA, body({ firstDay: "2026-11-13" }))).statusCode).toBe(200);
    expect(await budis()).toMatchObject({ kewajiban: "wajib_lapor", status: "submitted" });
  });

  const drop = async (who: string, id: string) => (await as(who))("DELETE", `/api/absence/${id}`);
  const list = async (who: string) => (await as(who))("GET", `/api/absence?personId=${city.people.budi}`);

  it("by mistake is seen and taken back: the month is to be reported again, and the trail has both", async () => {
    await run();
    const leave = body();
    expect((await post(city.people.kadisA, leave)).statusCode).toBe(200);
    expect((await list(city.people.kadisA)).json()).toEqual({ person: { id: city.people.budi, name: "budi" }, absences: [{ ...leave, cuti: null, surat: null, actions: { remove: [] } }] });
    const removed = await auditCount(pool, "absence.remove", city.people.budi);
    expect((await drop(city.people.kadisA, leave.id)).statusCode).toBe(204);
    expect(await budis()).toMatchObject({ kewajiban: "wajib_lapor", status: "draft" });
    expect((await list(city.people.kadisA)).json().absences).toEqual([]);
    expect((await drop(city.people.kadisA, leave.id)).statusCode).toBe(404);
    expect(await auditCount(pool, "absence.remove", city.people.budi)).toBe(removed + 1);
  });

  it("stays where its months are settled, and is nothing to who may not mark it", async () => {
    const leave = body({ firstDay: "2026-08-01", lastDay: "2026-08-31" });
    expect((await post(city.people.kadisA, leave)).statusCode).toBe(200);
    expect((await list(city.people.kadisA)).json().absences).toMatchObject([{ id: leave.id, actions: { remove: ["period_closed"] } }]);
    expect((await drop(city.people.kadisA, leave.id)).json().refusals).toEqual(["period_closed"]);
    expect([(await drop(city.people.budi, leave.id)).statusCode, (await list(city.people.budi)).statusCode]).toEqual([403, 403]);
    expect([(await drop(city.people.citra, leave.id)).statusCode, (await list(city.people.citra)).statusCode]).toEqual([404, 404]);
  });

  it("is not for oneself, not for a colleague, not for a stranger, not backwards", async () => {
    expect((await post(city.people.budi, body())).statusCode).toBe(403);
    expect((await post(city.people.citra, body())).statusCode).toBe(404);
    expect((await post(city.people.kadisB, body())).statusCode).toBe(404);
    expect((await post(city.people.auditor, body())).statusCode).toBe(403);
    expect((await post(city.people.kadisA, body({ lastDay: "2026-10-01" }))).statusCode).toBe(400);
  });
});
