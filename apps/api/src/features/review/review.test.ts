import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { teamView, type ReviewView } from "@teraju/contracts";
import { v7 } from "uuid";
import * as z from "zod/mini";
import { testApp, type Caller } from "#test/app.ts";
import { addReport, addSkp, auditCount, movePenilai, smallCity, type AddedReport, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-12-03" });
let city: SmallCity;
let skp: SetSkp;
let kabid: Caller;
let report: AddedReport;

beforeAll(async () => {
  city = await smallCity(pool);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-10", skp, penilaiId: city.people.kabidA, status: "checked", realisasi: [16, 10] });
  kabid = await as(city.people.kabidA);
});
beforeEach(async () => {
  clock.set("2026-12-03");
  await pool.query("delete from monthly_report where month >= '2026-11'");
  report = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-11", skp, penilaiId: city.people.kabidA, status: "submitted", realisasi: [17, 10], submittedAt: "2026-11-30T03:00:00Z" });
});

const url = (what = "") => `/api/review/${report.reportId}${what}`;
const view = async (who = kabid): Promise<ReviewView> => (await who("GET", url())).json();
const verdict = (row: number, word: string, note: string | null = null) => ({ rowId: report.rowIds[row], verdict: word, note });
const judge = (version: number, verdicts: object[], who = kabid) => who("PUT", url("/verdicts"), { version, verdicts });
const check = (version: number, acceptRest = false, who = kabid) => who("POST", url("/check"), { version, acceptRest });
const giveBack = (version: number, who = kabid) => who("POST", url("/return"), { version });
const stored = async () => (await pool.query("select status, version, first_verdict_at is not null as begun from monthly_report where id = $1", [report.reportId])).rows[0];

describe("the queue", () => {
  it("lists who waits for me, longest first, with working days, and how the open month stands", async () => {
    const citraSkp = await addSkp(pool, { personId: city.people.citra, year: 2026, penilaiId: city.people.kabidA });
    await addReport(pool, city, { personId: city.people.citra, unit: "bidangA1", month: "2026-11", skp: citraSkp, penilaiId: city.people.kabidA, status: "submitted", submittedAt: "2026-11-24T03:00:00Z" });
    await pool.query("update report_row set is_flagged = true where id = $1", [report.rowIds[1]]);
    const queue = (await kabid("GET", "/api/review")).json();
    // 24 November to 3 December: 25, 26, 27, 30, 1, 2, 3.
    expect(queue.waiting.map((w: { person: { name: string }; waitingDays: number; isEscalated: boolean; underTarget: number; flagged: number; rows: number }) => [w.person.name, w.waitingDays, w.isEscalated, w.underTarget, w.flagged, w.rows]))
      .toEqual([["citra", 7, true, 0, 0, 2], ["budi", 3, false, 1, 1, 2]]);
    expect(queue).toMatchObject({ month: "2026-11", checkUntil: "2026-12-11", counts: { obliged: 2, waiting: 2, checked: 0, returned: 0, notYet: 0, excused: 0 } });
    await pool.query("delete from monthly_report where person_id = $1", [city.people.citra]);
    await pool.query("delete from skp where person_id = $1", [city.people.citra]);
  });

  it("counts checked, returned, not yet reported and excused apart, and opens the next month on its 20th", async () => {
    await pool.query("update monthly_report set status = 'checked' where id = $1", [report.reportId]);
    expect((await kabid("GET", "/api/review")).json()).toMatchObject({ waiting: [], counts: { obliged: 1, checked: 1 } });
    await pool.query("update monthly_report set status = 'draft', kewajiban = 'cuti' where id = $1", [report.reportId]);
    expect((await kabid("GET", "/api/review")).json().counts).toMatchObject({ obliged: 0, notYet: 0, excused: 1 });
    clock.set("2026-12-20");
    expect((await kabid("GET", "/api/review")).json().month).toBe("2026-12");
    clock.set("2026-12-19");
    expect((await kabid("GET", "/api/review")).json().month).toBe("2026-11");
  });

  it("is empty for who rates nobody", async () => {
    expect((await (await as(city.people.budi))("GET", "/api/review")).json().waiting).toEqual([]);
  });
});

describe("reading a report to check it", () => {
  it("shows figures, last month, the year's total, evidence of the row and of its notes, and my last umpan balik", async () => {
    const note = v7();
    await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, register_number) values ($1,$2,$3,'register','Surat','B/1')", [v7(), city.people.budi, report.rowIds[0]]);
    await pool.query("insert into daily_note (id, person_id, day, text, report_row_id) values ($1,$2,'2026-11-10','Catatan pribadi',$3)", [note, city.people.budi, report.rowIds[0]]);
    await pool.query("insert into evidence (id, owner_id, note_id, kind, title, storage_key, sha256, mime, size_bytes) values ($1,$2,$3,'file','Foto','k1','s','image/jpeg',5)", [v7(), city.people.budi, note]);
    await pool.query("insert into umpan_balik (id, from_id, to_id, month, status, nada, text, given_on) values ($1,$2,$3,'2026-10','diberikan','positif','Rapi.','2026-11-05')", [v7(), city.people.kabidA, city.people.budi]);
    const it = await view();
    expect(it).toMatchObject({ month: "2026-11", status: "submitted", waitingDays: 3, person: { name: "budi", jabatan: "Pengolah Data", unit: "Bidang A1" }, lastUmpanBalik: { text: "Rapi.", month: "2026-10" }, actions: { verdict: [], check: ["verdicts_missing"], return: ["no_perbaikan_requested"] } });
    expect(it.rows[0]).toMatchObject({ target: 20, realisasi: 17, capaian: 85, lastMonth: { realisasi: 16 }, yearTotal: 33, verdict: null, evidence: [{ title: "Surat" }, { title: "Foto" }] });
    expect(JSON.stringify(it)).not.toContain("Catatan pribadi");
    await pool.query("delete from daily_note");
    await pool.query("delete from umpan_balik");
  });

  it("gives no total of the year for figures that do not add up, as percents", async () => {
    const [line] = skp.lines;
    await pool.query("update indikator set target = 86, monthly_target = array_fill(86::numeric, array[12]) where id = $1", [line?.indikatorId]);
    expect((await view()).rows.map((row) => row.yearTotal)).toEqual([null, 20]);
    await pool.query("update indikator set target = 240, monthly_target = array_fill(20::numeric, array[12]) where id = $1", [line?.indikatorId]);
  });

  it("shows nothing of a draft, or of what is being repaired, but its state", async () => {
    for (const status of ["draft", "returned"]) {
      await pool.query("update monthly_report set status = $2, kendala = 'Rahasia' where id = $1", [report.reportId, status]);
      expect(await view()).toMatchObject({ status, rows: [], kendala: null, capaian: null, actions: { verdict: ["wrong_status"] } });
    }
    expect((await view(await as(city.people.budi))).rows).toHaveLength(2);
  });

  it("is open to the atasan, to who was penilai in that month, to auditor and analyst; to nobody else", async () => {
    const status = async (who: string) => (await (await as(who))("GET", url())).statusCode;
    expect(await Promise.all([city.people.kadisA, city.people.auditor, city.people.analis].map(status))).toEqual([200, 200, 200]);
    expect(await Promise.all([city.people.citra, city.people.kapus, city.people.kadisB, city.people.bkpsdm, city.people.admin].map(status))).toEqual([404, 404, 404, 404, 404]);
    expect((await kabid("GET", `/api/review/${v7()}`)).statusCode).toBe(404);
    expect((await view(await as(city.people.kadisA))).actions.verdict).toEqual(["not_your_bawahan"]);
  });
});

describe("verdicts", () => {
  it("are kept row by row, and each is a line of the trail", async () => {
    const done = await judge(1, [verdict(1, "terima")]);
    expect([done.statusCode, done.json().version, done.json().rows.map((r: { verdict: string }) => r.verdict)]).toEqual([200, 2, [null, "terima"]]);
    expect((await judge(2, [verdict(0, "bahas_di_rapat", "Perlu dukungan kecamatan"), verdict(1, "terima")])).json().actions.check).toEqual([]);
    expect(await stored()).toEqual({ status: "submitted", version: 3, begun: true });
    expect([await auditCount(pool, "review.verdict", report.rowIds[0]), await auditCount(pool, "review.verdict", report.rowIds[1])]).toEqual([1, 1]);
  });

  it("end the pegawai's right to withdraw", async () => {
    await judge(1, [verdict(0, "terima")]);
    const withdrawn = await (await as(city.people.budi))("POST", `/api/monthly-report/${report.reportId}/withdraw`, { version: 2 });
    expect([withdrawn.statusCode, withdrawn.json().refusals]).toEqual([409, ["verdict_given"]]);
  });

  it("that ask for a repair say which", async () => {
    const bare = await judge(1, [verdict(0, "terima"), verdict(1, "minta_perbaikan", "   ")]);
    expect([bare.statusCode, bare.json().refusals, bare.json().fields]).toEqual([409, ["verdict_note_missing"], [{ path: "body.verdicts.1.note", code: "verdict_note_missing" }]]);
    expect(await stored()).toEqual({ status: "submitted", version: 1, begun: false });
  });

  it("on an old version are stale; the same again changes nothing", async () => {
    await judge(1, [verdict(0, "terima")]);
    expect((await judge(1, [verdict(0, "terima")])).json().version).toBe(2);
    expect((await judge(1, [verdict(0, "bahas_di_rapat")])).statusCode).toBe(412);
    expect(await auditCount(pool, "review.verdict", report.rowIds[0])).toBe(1);
  });

  it("are refused for rows of another report, twice the same row, unknown words and none at all", async () => {
    expect((await judge(1, [{ rowId: v7(), verdict: "terima", note: null }])).statusCode).toBe(400);
    expect((await judge(1, [verdict(0, "terima"), verdict(0, "terima")])).statusCode).toBe(400);
    expect((await judge(1, [verdict(0, "sesuai")])).statusCode).toBe(400);
    expect((await judge(1, [])).statusCode).toBe(400);
  });

  it("a pejabat penilai may not approve before the pegawai submits", async () => {
    await pool.query("update monthly_report set status = 'draft' where id = $1", [report.reportId]);
    expect((await judge(1, [verdict(0, "terima")])).json().refusals).toEqual(["wrong_status"]);
    expect((await check(1, true)).json().refusals).toEqual(["wrong_status"]);
    expect((await giveBack(1)).json().refusals).toContain("wrong_status");
    expect(await auditCount(pool, "review.check", report.reportId)).toBe(0);
  });

  it("are for today's penilai alone: a former one sees and may not, the atasan neither, a stranger finds nothing", async () => {
    await movePenilai(pool, { pegawaiId: city.people.budi, to: city.people.kadisA, on: "2026-12-02" });
    for (const send of [judge(1, [verdict(0, "terima")]), check(1, true), giveBack(1)]) expect((await send).statusCode).toBe(403);
    expect((await kabid("GET", url())).statusCode).toBe(200);
    expect((await kabid("GET", "/api/review")).json().waiting).toEqual([]);
    const kadis = await as(city.people.kadisA);
    expect((await kadis("GET", "/api/review")).json().waiting).toHaveLength(1);
    expect((await judge(1, [verdict(0, "terima")], kadis)).statusCode).toBe(200);
    await pool.query("delete from penilai_relation where pegawai_id = $1 and valid_until is null", [city.people.budi]);
    await pool.query("update penilai_relation set valid_until = null where pegawai_id = $1", [city.people.budi]);
    expect((await judge(2, [verdict(0, "terima")], kadis)).statusCode).toBe(403);
    expect((await judge(2, [verdict(0, "terima")], await as(city.people.budi))).statusCode).toBe(403);
    expect((await judge(2, [verdict(0, "terima")], await as(city.people.kadisB))).statusCode).toBe(404);
    expect((await judge(2, [verdict(0, "terima")], await as(city.people.auditor))).statusCode).toBe(403);
  });
});

describe("the check", () => {
  it("accepts the rest with one key, writes each verdict into the trail, and is answered again when asked again", async () => {
    const done = await check(1, true);
    expect(done.json()).toMatchObject({ status: "checked", version: 2, rows: [{ verdict: "terima" }, { verdict: "terima" }] });
    expect([await auditCount(pool, "review.check", report.reportId), await auditCount(pool, "review.verdict", report.rowIds[1])]).toEqual([1, 1]);
    expect((await check(1, true)).json()).toMatchObject({ status: "checked", version: 2 });
    expect(await auditCount(pool, "review.check", report.reportId)).toBe(1);
  });

  it("keeps what was marked for the meeting", async () => {
    await judge(1, [verdict(0, "bahas_di_rapat")]);
    expect((await check(2, true)).json().rows.map((r: { verdict: string }) => r.verdict)).toEqual(["bahas_di_rapat", "terima"]);
  });

  it("needs a verdict on every row, and none that asks for a repair", async () => {
    await judge(1, [verdict(0, "terima")]);
    expect((await check(2)).json().refusals).toEqual(["verdicts_missing"]);
    await judge(2, [verdict(0, "minta_perbaikan", "Lampirkan daftar hadir")]);
    expect((await check(3, true)).json().refusals).toEqual(["perbaikan_requested"]);
  });

  it("of an old version is stale", async () => {
    await judge(1, [verdict(0, "terima"), verdict(1, "terima")]);
    expect((await check(1, true)).statusCode).toBe(412);
    expect((await check(2)).statusCode).toBe(200);
  });
});

describe("sending back", () => {
  it("needs a row that asks for a repair", async () => {
    expect((await giveBack(1)).json().refusals).toEqual(["no_perbaikan_requested"]);
  });

  it("brings the report to the pegawai with the note, and the repaired one shows what was asked", async () => {
    await judge(1, [verdict(0, "minta_perbaikan", "Lampirkan daftar hadir"), verdict(1, "terima")]);
    expect((await giveBack(2)).json()).toMatchObject({ status: "returned", version: 3 });
    expect((await giveBack(2)).json()).toMatchObject({ status: "returned", version: 3 });
    expect(await auditCount(pool, "review.return", report.reportId)).toBe(1);
    await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, register_number) values ($1,$2,$3,'register','Daftar hadir','B/2')", [v7(), city.people.budi, report.rowIds[0]]);
    const budi = await as(city.people.budi);
    const rows = report.rowIds.map((id, i) => ({ id, realisasi: [18, 10][i] ?? 0, pembilang: null, penyebut: null, uraian: null, sentence: "Selesai sesuai rencana.", cause: i === 0 ? "Hujan." : null, isFlagged: false }));
    expect((await budi("POST", `/api/monthly-report/${report.reportId}/submit`, { version: 3, draft: { rows, kendala: null, bantuan: null } })).statusCode).toBe(200);
    const again = await view();
    expect(again.rows.map((r) => [r.verdict, r.earlierNote])).toEqual([[null, "Lampirkan daftar hadir"], ["terima", null]]);
    expect((await kabid("GET", "/api/review")).json().waiting[0]).toMatchObject({ isRepaired: true, waitingDays: 0 });
    expect((await check(again.version, true)).json()).toMatchObject({ status: "checked" });
  });

  it("of an old version is stale", async () => {
    await judge(1, [verdict(0, "minta_perbaikan", "Lampirkan")]);
    expect((await giveBack(1)).statusCode).toBe(412);
  });
});

describe("the team", () => {
  it("shows twelve months of my bawahan and the change, as the contract says", async () => {
    const answer = await kabid("GET", "/api/review/team?month=2026-11");
    expect(answer.headers["content-type"]).toContain("application/json");
    const team = z.parse(teamView, answer.json());
    expect(team.months).toHaveLength(12);
    expect(team.people.map((p) => [p.name, p.change])).toEqual([["budi", 0], ["citra", null]]);
    expect(team.people[0]?.months.slice(-2)).toMatchObject([{ status: "checked", capaian: 100 }, { status: "submitted", capaian: 100, reportId: report.reportId }]);
    expect(team.people[1]?.months.every((m) => m === null)).toBe(true);
  });

  it("counts everybody, finds a name, and reads the months of one page only", async () => {
    const ask = async (more: string) => z.parse(teamView, (await (await as(city.people.kadisA))("GET", `/api/review/team?month=2026-11&cakupan=unit${more}`)).json());
    const names = async (more: string) => (await ask(more)).people.map((p) => p.name);
    await pool.query("update monthly_report set capaian = 80 where id = $1", [report.reportId]);
    expect(await ask("&halaman=9")).toMatchObject({ total: 5, fallen: 1, largest: { name: "budi", change: -20 }, found: 5, page: 1 });
    expect(await names("&halaman=1")).toEqual(["budi", "citra", "dewi", "kabidA", "kapus"]);
    expect(await names("&urut=-nama")).toEqual(["kapus", "kabidA", "dewi", "citra", "budi"]);
    expect((await names("&urut=-perubahan"))[0]).toBe("budi");
    expect(await ask("&q=KA&halaman=1")).toMatchObject({ total: 5, found: 2, people: [{ name: "kabidA" }, { name: "kapus" }] });
    expect(await ask("&q=%25")).toMatchObject({ found: 0, page: 1, people: [] });
    await pool.query("insert into person (id, jenis, name) select gen_random_uuid(), 'pppk', 'orang ' || lpad(i::text, 3, '0') from generate_series(1, 61) i");
    await pool.query("insert into penilai_relation (id, pegawai_id, penilai_id, valid_from) select gen_random_uuid(), id, $1, '2026-01-01' from person where name like 'orang %'", [city.people.kabidA]);
    const [second, last] = await Promise.all([2, 3].map(async (page) => z.parse(teamView, (await kabid("GET", `/api/review/team?month=2026-11&urut=nama&halaman=${page}`)).json())));
    expect([second?.page, second?.people.map((p) => p.name), last?.page]).toEqual([2, ["orang 059", "orang 060", "orang 061"], 2]);
    await pool.query("delete from penilai_relation where pegawai_id in (select id from person where name like 'orang %')");
    await pool.query("delete from person where name like 'orang %'");
  });

  it("keeps the figures of a draft to its owner", async () => {
    await pool.query("update monthly_report set status = 'draft', capaian = 55 where id = $1", [report.reportId]);
    const team = (await kabid("GET", "/api/review/team?month=2026-11")).json();
    expect([team.people[0].months[11].capaian, team.people[0].change]).toEqual([null, null]);
  });

  it("reaches everyone below the unit on request, and nobody where nobody is led", async () => {
    const names = async (who: string, more = "") => (await (await as(who))("GET", `/api/review/team?month=2026-11${more}`)).json().people.map((p: { name: string }) => p.name);
    expect(await names(city.people.kadisA)).toEqual(["kabidA", "kapus"]);
    expect(await names(city.people.kadisA, "&cakupan=unit")).toEqual(["budi", "citra", "dewi", "kabidA", "kapus"]);
    expect(await names(city.people.budi, "&cakupan=unit")).toEqual([]);
    expect((await kabid("GET", "/api/review/team?month=2026-13")).statusCode).toBe(400);
  });
});
