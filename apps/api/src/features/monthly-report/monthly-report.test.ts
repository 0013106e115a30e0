import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ReportView } from "@teraju/contracts";
import { v7 } from "uuid";
import { testApp, type Caller } from "#test/app.ts";
import { addReport, addSkp, auditCount, movePenilai, smallCity, type AddedReport, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-12-01" });
let city: SmallCity;
let skp: SetSkp;
let budi: Caller;
let report: AddedReport;

beforeAll(async () => {
  city = await smallCity(pool);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp, penilaiId: city.people.kabidA, status: "checked", realisasi: [16, 10] });
  budi = await as(city.people.budi);
});
beforeEach(async () => {
  clock.set("2026-12-01");
  await pool.query("update daily_note set report_row_id = null");
  await pool.query("delete from monthly_report where month = '2026-11'");
  report = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp, penilaiId: city.people.kabidA });
  await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, register_number) values ($1,$2,$3,'register','Surat','B/1')", [v7(), city.people.budi, report.rowIds[0]]);
});

const TARGET = [20, 10];
const rows = (realisasi: (number | null)[] = [17, 10], more: object = {}) => report.rowIds.map((id, i) => ({
  id, realisasi: realisasi[i] ?? null, pembilang: null, penyebut: null, uraian: null, sentence: "Selesai.", cause: (realisasi[i] ?? 0) < (TARGET[i] ?? 0) ? "Hujan." : null, isFlagged: false, ...more,
}));
const draft = (realisasi?: (number | null)[], more?: object) => ({ rows: rows(realisasi, more), kendala: "Jadwal bentrok", bantuan: null });
const mine = async (who = budi): Promise<ReportView> => (await who("GET", "/api/monthly-report/2026-11")).json();
const save = (version: number, body: object = draft(), who = budi) => who("PUT", `/api/monthly-report/${report.reportId}`, { version, ...body });
const submit = (version: number, body: object = { draft: draft() }, who = budi) => who("POST", `/api/monthly-report/${report.reportId}/submit`, { version, ...body });

describe("reading one's month", () => {
  it("shows target, last month, running total, window and what is still missing", async () => {
    const view = await mine();
    expect(view).toMatchObject({
      month: "2026-11", status: "draft", kewajiban: "wajib_lapor", penilai: "kabidA", version: 1,
      jendela: { buka: "2026-11-20", batas: "2026-12-07", periksaSampai: "2026-12-11", tutup: "2026-12-21" },
      actions: { save: [], submit: ["rows_incomplete"], withdraw: ["wrong_status"] },
    });
    expect(view.rows[0]).toMatchObject({ target: 20, realisasi: null, lastMonth: { realisasi: 16 }, yearBefore: 16, isDue: true, hasilKerja: { text: "Hasil kerja 1 tersedia", prioritas: "utama" }, evidence: [{ registerNumber: "B/1" }] });
    expect(view.missing.map((m) => m.what)).toEqual(["realisasi", "sentence", "realisasi", "sentence"]);
  });

  it("sums up only figures whose year is the sum of its months", async () => {
    const [line] = skp.lines;
    await pool.query("update indikator set target = 86, monthly_target = array_fill(86::numeric, array[12]), satuan = 'persen' where id = $1", [line?.indikatorId]);
    expect((await mine()).rows.map((row) => row.yearBefore)).toEqual([null, 10]);
    await pool.query("update indikator set target = 240, monthly_target = array_fill(20::numeric, array[12]), satuan = 'dokumen' where id = $1", [line?.indikatorId]);
  });

  it("moves the ends of the window, not its opening, where the unit was granted more days", async () => {
    await pool.query("insert into report_extension (id, unit_id, month, extra_days, reason) values ($1,$2,'2026-11',2,'Listrik padam')", [v7(), city.units.dinasA]);
    expect((await mine()).jendela).toEqual({ buka: "2026-11-20", batas: "2026-12-09", periksaSampai: "2026-12-15", tutup: "2026-12-23" });
    await pool.query("delete from report_extension");
  });

  it("shows twelve months, empty where nothing was opened", async () => {
    const strip = (await budi("GET", "/api/monthly-report?year=2026")).json();
    expect(strip.months).toHaveLength(12);
    expect([strip.months[8], strip.months[9]]).toEqual([
      { month: "2026-09", kewajiban: null, status: null, isLate: false, capaian: null, tutup: "2026-10-21" }, { month: "2026-10", kewajiban: "wajib_lapor", status: "checked", isLate: false, capaian: 100, tutup: "2026-11-20" }]);
  });

  it("has nothing for a month that was not opened, and no month of another", async () => {
    expect((await budi("GET", "/api/monthly-report/2027-05")).statusCode).toBe(404);
    expect((await (await as(city.people.citra))("GET", "/api/monthly-report/2026-11")).statusCode).toBe(404);
    expect((await budi("GET", "/api/monthly-report/2026-13")).statusCode).toBe(400);
  });

  it("makes the rows of a draft when the SKP is set later in the month", async () => {
    await pool.query("delete from monthly_report where id = $1", [report.reportId]);
    await pool.query("insert into monthly_report (id, person_id, month, unit_id, opd_id, unit_ord, penilai_id, kewajiban) values ($1,$2,'2026-11',$3,$4,$5,$6,'tidak_ada_target')",
      [report.reportId, city.people.budi, city.units.bidangA1, city.units.dinasA, city.ord.bidangA1, city.people.kabidA]);
    const view = await mine();
    expect([view.kewajiban, view.version, view.rows.map((r) => r.target)]).toEqual(["wajib_lapor", 2, [20, 10]]);
    expect((await mine()).version).toBe(2);
  });
});

describe("saving the draft", () => {
  it("keeps what was typed, with capaian by the rule, and is audited", async () => {
    const saved = await save(1);
    expect([saved.statusCode, saved.json().version]).toEqual([200, 2]);
    const view = await mine();
    expect(view).toMatchObject({ kendala: "Jadwal bentrok", actions: { submit: [] }, missing: [] });
    expect(view.rows.map((r) => [r.realisasi, r.capaian, r.cause])).toEqual([[17, 85, "Hujan."], [10, 100, null]]);
    expect(await auditCount(pool, "monthly_report.save", report.reportId)).toBe(1);
  });

  it("said twice is kept once; another text on the old version is stale", async () => {
    await save(1);
    const again = await save(1);
    expect([again.statusCode, again.json().version]).toEqual([200, 2]);
    expect(await auditCount(pool, "monthly_report.save", report.reportId)).toBe(1);
    expect((await save(1, draft([5, 5]))).statusCode).toBe(412);
    expect((await mine()).rows[0]?.realisasi).toBe(17);
  });

  it("takes numerator and denominator of a ratio, never a denominator of nought", async () => {
    await pool.query("update indikator set jenis = 'rasio' where id = $1", [skp.lines[0]?.indikatorId]);
    const ratio = (penyebut: number) => save(1, { ...draft(), rows: [{ ...rows()[0], realisasi: null, pembilang: 57, penyebut }] });
    expect((await ratio(0)).statusCode).toBe(400);
    expect((await ratio(60)).statusCode).toBe(200);
    expect((await mine()).rows[0]).toMatchObject({ pembilang: 57, penyebut: 60, capaian: 475 });
    await pool.query("update indikator set jenis = 'angka' where id = $1", [skp.lines[0]?.indikatorId]);
  });

  it("keeps a figure beyond all measure as no more than the column holds", async () => {
    expect((await save(1, draft([999_999_999_999, 10]))).statusCode).toBe(200);
    expect((await mine()).rows[0]?.capaian).toBe(99_999.99);
  });

  it("refuses rows of another report, a row twice, unknown fields and control characters", async () => {
    const status = async (body: object) => (await save(1, body)).statusCode;
    expect(await status({ ...draft(), rows: [{ ...rows()[0], id: v7() }] })).toBe(400);
    expect(await status({ ...draft(), rows: [rows()[0], rows()[0]] })).toBe(400);
    expect(await status({ ...draft(), status: "checked" })).toBe(400);
    expect(await status(draft([1, 1], { sentence: "a\u0000b" }))).toBe(400);
    expect(await status(draft([-1, 1]))).toBe(400);
    expect((await mine()).version).toBe(1);
  });

  it("is nobody else's: the penilai may see but not write, a stranger finds nothing", async () => {
    expect((await save(1, draft(), await as(city.people.kabidA))).statusCode).toBe(403);
    expect((await save(1, draft(), await as(city.people.citra))).statusCode).toBe(404);
    expect((await save(1, draft(), await as(city.people.kadisB))).statusCode).toBe(404);
  });

  it("ends with the month, one day of grace included", async () => {
    clock.set("2026-12-22");
    expect((await save(1)).statusCode).toBe(200);
    clock.set("2026-12-23");
    expect((await save(2, draft([3, 3]))).json().refusals).toEqual(["period_closed"]);
  });

  it("is not for who is excused", async () => {
    await pool.query("update monthly_report set kewajiban = 'cuti' where id = $1", [report.reportId]);
    expect((await save(1)).json().refusals).toEqual(["not_obliged"]);
    expect((await submit(1)).json().refusals).toContain("not_obliged");
  });
});

describe("daily notes", () => {
  const note = async (text: string, personId = city.people.budi) => {
    const id = v7();
    await pool.query("insert into daily_note (id, person_id, day, text, line_id) values ($1,$2,'2026-11-18',$3,$4)", [id, personId, text, skp.lines[0]?.lineId]);
    return id;
  };

  it("are offered on their result, attached with the draft and let go again", async () => {
    const id = await note("Tiga dokumen selesai");
    expect((await mine()).rows.map((r) => r.notes.map((n) => [n.text, n.isAttached]))).toEqual([[["Tiga dokumen selesai", false]], []]);
    await save(1, { ...draft(), rows: [{ ...rows()[0], noteIds: [id] }] });
    expect((await mine()).rows[0]?.notes[0]?.isAttached).toBe(true);
    await save(2, { ...draft(), rows: [{ ...rows()[0], noteIds: [] }] });
    expect((await mine()).rows[0]?.notes[0]?.isAttached).toBe(false);
  });

  it("of another person cannot be attached", async () => {
    const foreign = await note("Rahasia Citra", city.people.citra);
    await save(1, { ...draft(), rows: [{ ...rows()[0], noteIds: [foreign] }] });
    expect((await pool.query("select report_row_id from daily_note where id = $1", [foreign])).rows[0]).toEqual({ report_row_id: null });
  });

  it("bring their photos as evidence, also when they are attached with the sending itself", async () => {
    await pool.query("delete from evidence");
    const id = await note("Empat dokumen");
    expect((await submit(1, { draft: { ...draft(), rows: [{ ...rows()[0], noteIds: [id] }, rows()[1]] } })).json().refusals).toEqual(["no_evidence"]);
    await pool.query("insert into evidence (id, owner_id, note_id, kind, title, storage_key, sha256) values ($1,$2,$3,'file','Foto','k','s')", [v7(), city.people.budi, id]);
    expect((await submit(1, { draft: { ...draft(), rows: [{ ...rows()[0], noteIds: [id] }, rows()[1]] } })).statusCode).toBe(200);
  });
});

describe("sending", () => {
  it("gives a receipt with number and time, the weighted capaian, and one line in the trail", async () => {
    const sent = await submit(1);
    expect(sent.statusCode).toBe(200);
    expect(sent.json()).toMatchObject({ status: "submitted", version: 2, isLate: false, capaian: 92.5, submittedAt: "2026-12-01T03:00:00.000Z" });
    expect(sent.json().receiptNumber).toMatch(/^L-2026-11-[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    expect(await auditCount(pool, "monthly_report.submit", report.reportId)).toBe(1);
    expect((await mine()).actions).toEqual({ save: ["wrong_status"], submit: ["wrong_status"], withdraw: [] });
  });

  it("repeated gives the same receipt and writes nothing, also after the penilai has begun", async () => {
    const first = (await submit(1)).json();
    expect((await submit(1)).json()).toEqual(first);
    await pool.query("update report_row set verdict = 'terima' where report_id = $1", [report.reportId]);
    await pool.query("update monthly_report set status = 'checked', first_verdict_at = now(), version = 4 where id = $1", [report.reportId]);
    expect((await submit(1)).json()).toMatchObject({ receiptNumber: first.receiptNumber, status: "checked" });
    expect(await auditCount(pool, "monthly_report.submit", report.reportId)).toBe(1);
  });

  it("of another content on the old version is stale, and leaves what was sent", async () => {
    await submit(1);
    expect((await submit(1, { draft: draft([20, 10]) })).statusCode).toBe(412);
    expect((await mine()).rows[0]?.realisasi).toBe(17);
  });

  it("arrives once when two phones send at the same instant", async () => {
    const answers = await Promise.all([submit(1), submit(1), submit(1)]);
    expect(answers.filter((a) => a.statusCode === 200).length).toBeGreaterThanOrEqual(1);
    expect(await auditCount(pool, "monthly_report.submit", report.reportId)).toBe(1);
  });

  it("without rows sends the draft as it is saved", async () => {
    await save(1);
    expect((await submit(2, {})).json()).toMatchObject({ status: "submitted", version: 3 });
    expect((await submit(2, {})).json()).toMatchObject({ status: "submitted", version: 3 });
  });

  it("is refused with all reasons: figure, sentence, cause, evidence, window", async () => {
    await pool.query("delete from evidence");
    clock.set("2026-11-19");
    const bare = { ...draft([3, null]), rows: [{ ...rows([3, null])[0], cause: null }] };
    expect((await submit(1, { draft: bare })).json().refusals).toEqual(["window_not_open", "rows_incomplete", "cause_missing", "no_evidence"]);
    expect((await mine()).version).toBe(1);
  });

  it("has its first, last and late days", async () => {
    clock.set("2026-12-07");
    expect((await submit(1)).json().isLate).toBe(false);
    await pool.query("update monthly_report set status = 'draft', version = 1 where id = $1", [report.reportId]);
    clock.set("2026-12-08");
    expect((await submit(1)).json().isLate).toBe(true);
    await pool.query("update monthly_report set status = 'draft', version = 1 where id = $1", [report.reportId]);
    expect((await submit(1, { finishedOn: "2026-12-07", draft: draft() })).json().isLate).toBe(false);
    await pool.query("update monthly_report set status = 'draft', version = 1 where id = $1", [report.reportId]);
    clock.set("2026-12-22");
    expect((await submit(1)).json().refusals).toEqual(["period_closed"]);
    expect((await submit(1, { finishedOn: "2026-12-21", draft: draft() })).json()).toMatchObject({ isLate: true });
  });

  it("does not believe a device that finished tomorrow", async () => {
    clock.set("2026-12-22");
    expect((await submit(1, { finishedOn: "2026-12-23", draft: draft() })).json().refusals).toEqual(["period_closed"]);
  });

  it("is the owner's alone", async () => {
    expect((await submit(1, {}, await as(city.people.kabidA))).statusCode).toBe(403);
    expect((await submit(1, {}, await as(city.people.dewi))).statusCode).toBe(404);
    await movePenilai(pool, { pegawaiId: city.people.budi, to: city.people.kadisA, on: "2026-11-15" });
    expect((await submit(1, {}, await as(city.people.kabidA))).statusCode).toBe(403);
  });
});

describe("after a return", () => {
  const sendBack = async () => {
    await submit(1);
    await pool.query("update report_row set verdict = case position when 1 then 'minta_perbaikan' else 'terima' end, verdict_note = case position when 1 then 'Lampirkan daftar' end where report_id = $1", [report.reportId]);
    await pool.query("update monthly_report set status = 'returned', returned_at = '2026-12-09T03:00:00Z', first_verdict_at = now(), version = 3 where id = $1", [report.reportId]);
  };

  it("the row asked for says why; sending it again asks the penilai anew, only for it", async () => {
    await sendBack();
    expect((await mine()).rows[0]).toMatchObject({ verdict: "minta_perbaikan", verdictNote: "Lampirkan daftar" });
    clock.set("2026-12-10");
    const sent = (await submit(3, { draft: draft([18, 10]) })).json();
    expect(sent).toMatchObject({ status: "submitted", isLate: false });
    expect((await mine()).rows.map((r) => r.verdict)).toEqual([null, "terima"]);
  });

  it("a row that was accepted and then changed loses its verdict", async () => {
    await sendBack();
    clock.set("2026-12-10");
    await save(3, draft([18, 9]));
    await submit(4, {});
    expect((await mine()).rows.map((r) => r.verdict)).toEqual([null, null]);
  });

  it("the receipt keeps its number", async () => {
    await sendBack();
    const before = (await mine()).receiptNumber;
    clock.set("2026-12-10");
    expect((await submit(3, { draft: draft([18, 10]) })).json().receiptNumber).toBe(before);
  });
});

describe("taking it back", () => {
  const withdraw = (version: number, who = budi) => who("POST", `/api/monthly-report/${report.reportId}/withdraw`, { version });

  it("makes a draft of it again, once", async () => {
    await submit(1);
    expect((await withdraw(2)).json()).toMatchObject({ status: "draft", version: 3 });
    expect((await withdraw(2)).json()).toMatchObject({ status: "draft", version: 3 });
    expect(await auditCount(pool, "monthly_report.withdraw", report.reportId)).toBe(1);
    expect((await submit(3)).json()).toMatchObject({ status: "submitted" });
  });

  it("is refused once the penilai has begun, on a draft, on an old version, and to others", async () => {
    expect((await withdraw(1)).json().refusals).toEqual(["wrong_status"]);
    await submit(1);
    expect((await withdraw(1)).statusCode).toBe(412);
    expect((await withdraw(2, await as(city.people.kabidA))).statusCode).toBe(403);
    await pool.query("update monthly_report set first_verdict_at = now() where id = $1", [report.reportId]);
    expect((await withdraw(2)).json().refusals).toEqual(["verdict_given"]);
  });
});
