import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { skp as rules } from "@teraju/domain";
import { v7 } from "uuid";
import { testApp } from "../../../test/app.ts";
import { addUmpanBalik } from "../../../test/appraisal-factories.ts";
import { addPerson, addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "../../../test/factories.ts";
import { qrOnPage, readPdf } from "../../../test/pdf.ts";
import { stopPrinting } from "../../pdf/print.ts";

const { app, as, pool, clock } = await testApp({ today: "2026-04-10" });
afterAll(stopPrinting);
let city: SmallCity;
let skp: SetSkp;
const at = (id: string, tail: string): string => `/api/development/plans/${id}${tail}`;
const read = async (who: string, about = city.people.budi) => (await as(who))("GET", `/api/development/people/${about}`);
async function propose(who: string, more: object = {}, id = v7()): Promise<string> {
  const answer = await (await as(who))("POST", `/api/development/people/${city.people.budi}/plans`, { id, source: "umpan_balik", finding: "Laporan sering terlambat.", perilaku: null, lineId: skp.lines[0]?.lineId, bentuk: "coaching", goal: "Mengatur waktu kerja sendiri", measure: "Capaian hasil kerja pertama", dueOn: "2026-05-30", ...more });
  expect(answer.statusCode, answer.body).toBe(200);
  return id;
}
const act = async (who: string, id: string, action: string, version: number, note: string | null = null) => (await as(who))("POST", at(id, "/action"), { version, action, note });

beforeAll(async () => {
  city = await smallCity(pool);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  const capaian = { "2026-01": 60, "2026-02": 70, "2026-03": 65, "2026-04": 72, "2026-05": 90, "2026-06": 95, "2026-07": 92 };
  for (const [month, value] of Object.entries(capaian)) {
    const { reportId, rowIds } = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp, penilaiId: city.people.kabidA, status: "checked" });
    await pool.query("update report_row set capaian = $2 where id = $1", [rowIds[0], value]);
    await pool.query("update monthly_report set capaian = $2 where id = $1", [reportId, value]);
  }
  await addUmpanBalik(pool, { fromId: city.people.kabidA, toId: city.people.budi, month: "2026-03", givenOn: "2026-03-20", perilaku: "akuntabel", text: "Laporan sering terlambat." });
});

describe("a plan", () => {
  it("begins with what was found, is put forward by one and agreed by the other", async () => {
    const before = (await read(city.people.budi)).json();
    expect(before).toMatchObject({ isOwn: true, mayWrite: true, penilai: "kabidA", plans: [], findings: [{ source: "umpan_balik", text: "Laporan sering terlambat.", perilaku: "akuntabel", on: "2026-03-20" }] });
    expect(before.lines).toHaveLength(2);
    const id = await propose(city.people.budi);
    await propose(city.people.budi, {}, id);
    expect((await act(city.people.budi, id, "agree", 1)).json().refusals).toEqual(["second_person_needed"]);
    expect((await act(city.people.kabidA, id, "decline", 1)).json().refusals).toEqual(["words_too_short"]);
    expect((await act(city.people.kabidA, id, "agree", 1)).json()).toMatchObject({ status: "agreed", version: 2, proposedBy: "budi", actions: { agree: ["wrong_status"], finish: ["journal_empty"] } });
    expect((await pool.query("select kind from notification where person_id = $1", [city.people.budi])).rows).toEqual([{ kind: "development_decided" }]);
    expect((await pool.query("select kind from notification where person_id = $1", [city.people.kabidA])).rows).toEqual([{ kind: "development_proposed" }]);
    expect(await auditCount(pool, "development.propose", id)).toBe(1);
    expect((await (await as(city.people.kabidA))("GET", "/api/development/team")).json().people.find(({ person }: { person: { name: string } }) => person.name === "budi")).toMatchObject({ running: 1, waiting: 0, due: 0 });
  });

  it("is refused for a line of nobody's, a day gone by, and by whom it does not concern", async () => {
    const budi = await as(city.people.budi);
    const body = { id: v7(), source: "keinginan", finding: "Ingin belajar data.", perilaku: null, lineId: null, bentuk: "pelatihan", goal: "Mengolah data", measure: "Capaian", dueOn: "2026-05-30" };
    const url = `/api/development/people/${city.people.budi}/plans`;
    expect((await budi("POST", url, { ...body, lineId: v7() })).json().fields).toEqual([{ path: "body.lineId", code: "unknown_line" }]);
    expect((await budi("POST", url, { ...body, dueOn: "2026-04-09" })).json().fields).toEqual([{ path: "body.dueOn", code: "in_the_past" }]);
    for (const other of [city.people.citra, city.people.eko, city.people.bkpsdm, city.people.analis, city.people.auditor, city.people.admin]) expect((await read(other)).statusCode).toBe(404);
    expect((await (await as(city.people.kadisA))("POST", url, body)).statusCode).toBe(403);
  });

  it("of konseling is written down and finished on its own page: here nobody reads what is said in it", async () => {
    const id = await propose(city.people.kabidA, { bentuk: "konseling", lineId: null, perilaku: "akuntabel" });
    await act(city.people.budi, id, "agree", 1);
    const kabid = await as(city.people.kabidA);
    expect((await kabid("POST", at(id, "/entries"), { id: v7(), day: "2026-04-09", fact: "Beban keluarga mengganggu.", option: null, step: "Menyusun jadwal mingguan." })).json().refusals).toEqual(["wrong_status"]);
    expect((await act(city.people.kabidA, id, "finish", 2)).json().refusals).toEqual(["wrong_status"]);
    for (const who of [city.people.budi, city.people.kabidA, city.people.kadisA]) expect((await read(who)).json().plans.find((one: { id: string }) => one.id === id)).toMatchObject({ bentuk: "konseling", entries: null });
    await expect(pool.query("insert into development_entry (id, plan_id, day, fact, step, written_by) values ($1,$2,'2026-04-09','x','x',$3)", [v7(), id, city.people.kabidA])).rejects.toThrow(/konselor and pegawai/);
    await expect(pool.query("update development_plan set status = 'done', done_on = '2026-04-10' where id = $1", [id])).rejects.toThrow(/signed record/);
  });
});

describe("after the help", () => {
  let id: string;
  it("a plan is done with its journal, and the curve begins", async () => {
    [id = ""] = (await pool.query<{ id: string }>("select id from development_plan where bentuk = 'coaching'")).rows.map((row) => row.id);
    await (await as(city.people.budi))("POST", at(id, "/entries"), { id: v7(), day: "2026-04-10", fact: "Rekap baru dimulai akhir bulan.", option: "Mulai tiap Senin.", step: "Rekap mingguan." });
    expect((await act(city.people.budi, id, "finish", 2)).json()).toMatchObject({ status: "done", doneOn: "2026-04-10", looksDue: [] });
  });

  it("three months later one looks back once; too early nobody does, here and in the database", async () => {
    const url = at(id, "/looks/3");
    const look = { seen: "membaik", note: "Rekap selalu siap hari Senin.", hindrance: "Data masih dicari manual." };
    clock.set("2026-07-31");
    expect((await (await as(city.people.budi))("PUT", url, look)).json().refusals).toEqual(["too_early"]);
    await expect(pool.query("insert into development_look (plan_id, look, seen, note, looked_by, looked_on) values ($1,3,'membaik','x',$2,'2026-07-31')", [id, city.people.budi])).rejects.toThrow(/months after/);
    clock.set("2026-08-03");
    const seen = (await (await as(city.people.budi))("PUT", url, look)).json();
    // The same result: 60, 70, 65 before; nobody else of the job family, so nothing is said of what chance alone would give.
    expect(seen).toMatchObject({ looks: [{ look: 3, seen: "membaik", by: "budi" }], looksDue: [], curve: { of: "hasil_kerja", before: 65, after: (90 + 95 + 92) / 3, expected: null, similar: 0, doneMonth: "2026-04" }, behaviour: null });
    expect(seen.curve.months.map(({ capaian }: { capaian: number | null }) => capaian)).toEqual([60, 70, 65, 72, 90, 95, 92, null]);
    expect((await (await as(city.people.kabidA))("PUT", url, { ...look, seen: "tetap" })).json().refusals).toEqual(["looked_already"]);
    await expect(pool.query("update development_plan set goal = 'lain' where id = $1", [id])).rejects.toThrow(/never changes/);
  });
});

describe("what a plan aims at", () => {
  it("is one indicator of its own result, kept in the words that it had", async () => {
    const line = (await read(city.people.budi)).json().lines[0];
    expect(line.indikator).toMatchObject([{ text: "Jumlah dokumen 1" }]);
    const indikatorId: string = line.indikator[0].id;
    const body = { id: v7(), source: "evaluasi", finding: "Tertinggal.", perilaku: null, lineId: line.id, indikatorId: v7(), bentuk: "mentoring", goal: "Mengejar target", measure: "Capaian", dueOn: "2026-12-30" };
    const put = async (more: object) => (await as(city.people.kabidA))("POST", `/api/development/people/${city.people.budi}/plans`, { ...body, ...more });
    expect((await put({})).json().fields).toEqual([{ path: "body.indikatorId", code: "unknown_indikator" }]);
    expect((await put({ lineId: null, indikatorId })).json().fields).toEqual([{ path: "body.indikatorId", code: "unknown_indikator" }]);
    expect((await put({ indikatorId })).json()).toMatchObject({ indikator: { id: indikatorId, text: "Jumlah dokumen 1" }, curve: null });
    await expect(pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, line_id, indikator_line_id, indikator_text, indikator_kunci, bentuk, goal, measure, due_on, proposed_by, proposed_on) select $1,person_id,penilai_id,source,finding,line_id,indikator_line_id,'lain','lain','coaching',goal,measure,due_on,proposed_by,proposed_on from development_plan where id = $2", [v7(), body.id])).rejects.toThrow(/indicator of its own result/);
    await act(city.people.budi, body.id, "decline", 1, "Sudah ada rencana lain.");
  });

  it("has one key for the same indicator in the database and in the rules, however it is typed", async () => {
    const { rows } = await pool.query<{ id: string }>("select i.id from indikator i join hasil_kerja h on h.id = i.hasil_kerja_id where h.skp_id = $1 order by h.position limit 1", [skp.skpId]);
    for (const [text, satuan] of [["  Jumlah \n dokumen;  1. ", " Dokumen "], ["PERSENTASE IBU", null], ["Nilai 80,5. per bulan,", "%"]] as const) {
      await pool.query("update indikator set text = $2, satuan = $3 where id = $1", [rows[0]?.id, text, satuan]);
      const kept = (await pool.query<{ kunci: string }>("select kunci from indikator where id = $1", [rows[0]?.id])).rows[0]?.kunci;
      expect(kept).toBe(rules.kunciIndikator({ text, satuan, jenis: "angka", arah: "maks" }));
    }
    await pool.query("update indikator set text = 'Jumlah dokumen 1', satuan = 'dokumen' where id = $1", [rows[0]?.id]);
  });

  /** Thirty-two colleagues who hold the same indicator; the first eight stand as high as Budi, and rise by 4. */
  async function addColleagues(): Promise<void> {
    await pool.query("update person set job_family = 'pengolah' where id = $1", [city.people.budi]);
    for (let i = 0; i < 32; i += 1) {
      const personId = await addPerson(pool, { name: `rekan ${i}`, unitId: city.units.bidangA1 });
      await pool.query("update person set job_family = 'pengolah' where id = $1", [personId]);
      const own = await addSkp(pool, { personId, year: 2026, unitId: city.units.bidangA1, targets: [240] });
      for (const month of ["2026-01", "2026-02", "2026-03", "2026-05", "2026-06", "2026-07"]) {
        const { rowIds } = await addReport(pool, city, { personId, unit: "bidangA1", month, skp: own, status: "checked" });
        await pool.query("update report_row set capaian = $2 where id = $1", [rowIds[0], (i < 8 ? 65 : 70 + i) + (month > "2026-04" ? 4 : 0)]);
      }
    }
  }
  async function carriedOut(more: string, values: unknown[]): Promise<string> {
    const id = v7();
    await pool.query(`insert into development_plan (id, person_id, penilai_id, source, finding, goal, measure, due_on, proposed_by, proposed_on, bentuk, status, done_on, ${more}) select $1,$2,$3,'evaluasi','Tertinggal.','Mengejar','Capaian','2026-12-30',$3,'2026-03-01','pelatihan','done','2026-04-08',${values.map((_, i) => `$${i + 4}`).join(",")}`, [id, city.people.budi, city.people.kabidA, ...values]);
    await pool.query("insert into development_look (plan_id, look, seen, note, looked_by, looked_on) values ($1,3,'tetap','Masih sama.',$2,'2026-08-03'), ($1,6,'tetap','Masih sama.',$2,'2026-11-02')", [id, city.people.budi]);
    return id;
  }

  it("is measured before and after beside colleagues who stood as high on the same indicator, and beside what would come without any help", async () => {
    await addColleagues();
    const [aim] = (await pool.query<{ line: string; indikator: string; text: string; kunci: string }>("select h.line_id as line, i.line_id as indikator, i.text, i.kunci from indikator i join hasil_kerja h on h.id = i.hasil_kerja_id where h.skp_id = $1 and h.position = 1", [skp.skpId])).rows;
    const id = await carriedOut("line_id, indikator_line_id, indikator_text, indikator_kunci", [aim?.line, aim?.indikator, aim?.text, aim?.kunci]);
    const { curve } = (await read(city.people.budi)).json().plans.find((one: { id: string }) => one.id === id);
    // Everybody rises by 4 and keeps their place (correlation 1): so would who stood at 65.
    expect(curve).toMatchObject({ of: "indikator", before: 65, after: (90 + 95 + 92) / 3, similar: 8 });
    expect(curve.expected).toBeCloseTo(69, 8);
    expect(curve.months.filter(({ colleagues }: { colleagues: number | null }) => colleagues !== null).map(({ month, colleagues }: { month: string; colleagues: number }) => [month, colleagues])).toEqual([["2026-01", 65], ["2026-02", 65], ["2026-03", 65], ["2026-05", 69], ["2026-06", 69], ["2026-07", 69]]);
  });

  it("is a perilaku as well: opened ratings and released results before and after, for its two people alone", async () => {
    const periods = [["2026-01", "2026-03", "di_bawah"], ["2026-05", "2026-07", "sesuai"]] as const;
    for (const [first, last, rating] of periods) {
      const [periodId, appraisalId] = [v7(), v7()];
      await pool.query("insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id) values ($1,2026,'triwulanan',$2,$3,$4,$5,$6,$7)", [periodId, first === "2026-01" ? 1 : 2, first, last, `${last}-01`, `${last}-28`, city.standarId]);
      await pool.query(`insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, skp_id, status, hasil_kerja, perilaku, predikat, digest, finalized_at, finalized_on, opened_at)
        values ($1,$2,$3,$4,$5,$6,$7,$8,'final','sesuai','sesuai','baik','x',now(),'2026-08-02',now())`, [appraisalId, periodId, city.people.budi, city.units.bidangA1, city.units.dinasA, city.ord.bidangA1, city.people.kabidA, skp.skpId]);
      await pool.query("insert into appraisal_rating (appraisal_id, aspect, target, rating) values ($1,'perilaku','akuntabel',$2)", [appraisalId, rating]);
    }
    for (const [year, semester, from, until, mean] of [[2025, 2, "2026-03-03", "2026-03-17", { from: 3, to: 3 }], [2026, 2, "2026-06-03", "2026-06-17", { from: 3.5, to: 4 }]] as const) {
      const cycleId = v7();
      await pool.query("insert into peer_cycle (id, year, semester, status, answers_from, answers_until, standar_id, key_hash, sealed_on, sealed_answers, seal_facts) values ($1,$2,$3,'sealed',$4,$5,$6,repeat('a',64),$5,300,'{}')", [cycleId, year, semester, from, until, city.standarId]);
      const groups = [{ group: "rekan", n: 5, mean, behaviours: [{ perilaku: "akuntabel", mean }, { perilaku: "loyal", mean: null }] }];
      await pool.query("insert into peer_result (cycle_id, subject_id, groups, is_merged, suggestions, n, rata) values ($1,$2,$3,false,'{}',5,3)", [cycleId, city.people.budi, JSON.stringify(groups)]);
      if (year === 2025) await pool.query("update peer_cycle set status = 'released', released_on = '2026-04-05', shown = 40, merged = 0, none = 0 where id = $1", [cycleId]);
    }
    const id = await carriedOut("perilaku", ["akuntabel"]);
    const of = async (who: string) => (await read(who)).json().plans.find((one: { id: string }) => one.id === id).behaviour;
    const behaviour = {
      ratings: [{ from: "2026-01", until: "2026-03", rating: "di_bawah", isAfter: false }, { from: "2026-05", until: "2026-07", rating: "sesuai", isAfter: true }],
      // The later cycle is sealed and not released: nothing of it is known.
      peers: [{ year: 2025, semester: 2, groups: [{ group: "rekan", mean: { from: 3, to: 3 } }], isAfter: false }],
    };
    expect([await of(city.people.budi), await of(city.people.kabidA), await of(city.people.kadisA)]).toEqual([behaviour, behaviour, null]);
  });
});

describe("Formats B.1.6 to B.1.10", () => {
  const plain = (text: string): string => text.replaceAll(/\s+/g, "");
  const formPdf = async (who: string, id: string, format: string) => (await as(who))("GET", at(id, `/forms/${format}/pdf`));
  const fill = async (who: string, id: string, body: object) => (await as(who))("POST", at(id, "/forms"), body);
  const planOf = async (bentuk: string): Promise<string> => (await pool.query<{ id: string }>("select id from development_plan where bentuk = $1", [bentuk])).rows[0]?.id ?? "";
  const formsOf = async (who: string, id: string) => (await read(who)).json().plans.find((one: { id: string }) => one.id === id).forms.map(({ format, on, refusals }: { format: string; on: string | null; refusals: string[] }) => [format, on, ...refusals]);

  it("what the journal of coaching says stands in B.1.6 with the indikator and the last figure sent; the page is checked by its code", async () => {
    const id = await planOf("coaching");
    const answer = await formPdf(city.people.kabidA, id, "B.1.6");
    expect([answer.statusCode, answer.headers["content-disposition"]], answer.body.slice(0, 200)).toEqual([200, 'attachment; filename="b-1-6-pelaksanaan-coaching.pdf"']);
    const bytes = new Uint8Array(answer.rawPayload);
    const pdf = await readPdf(bytes);
    for (const part of ["Format B.1.6", "Laporan sering terlambat.", "240 dokumen", "Rekap baru dimulai akhir bulan.", "Mulai tiap Senin.", "Rekap mingguan."]) expect(plain(pdf.text)).toContain(plain(part));
    const mark = new URL(await qrOnPage(bytes, pdf.pages));
    expect((await app.inject(`/api${mark.pathname}`)).json()).toMatchObject({ kind: "pembinaan", format: "B.1.6", date: "2026-04-10", isCurrent: true });
    expect((await pool.query("select actor_id from access_log where action = 'document.pembinaan'")).rows).toEqual([{ actor_id: city.people.kabidA }]);
    expect((await formPdf(city.people.citra, id, "B.1.6")).statusCode).toBe(404);
  });

  it("B.1.8 is the pegawai's and goes past who guided; B.1.9 is who guided's; each once, and nothing of it changes", async () => {
    const id = await planOf("coaching");
    const heard = { format: "B.1.8", jawaban: ["ya", "ya", "sebagian", "ya", "ya", "tidak", "ya", "ya", "ya"], catatan: null };
    expect((await fill(city.people.kabidA, id, heard)).json().refusals).toEqual(["not_yours"]);
    expect((await formPdf(city.people.budi, id, "B.1.8")).json().refusals).toEqual(["form_empty"]);
    for (const _ of [1, 2]) expect((await fill(city.people.budi, id, heard)).statusCode).toBe(200);
    expect((await fill(city.people.budi, id, { ...heard, catatan: "Lain." })).json().refusals).toEqual(["written_already"]);
    const score = { nilai: 3, alasan: "Rekap selalu siap." };
    const scored = await fill(city.people.kabidA, id, { format: "B.1.9", nilai: Array.from({ length: 9 }, () => score), teknis: [{ nama: "Pengolahan data", ...score }], rekomendasi: "Diberi tugas membimbing." });
    expect([scored.statusCode, await auditCount(pool, "development.form", id)]).toEqual([200, 2]);
    for (const [who, status] of [[city.people.budi, 200], [city.people.kadisA, 200], [city.people.kabidA, 404]] as const) expect((await formPdf(who, id, "B.1.8")).statusCode).toBe(status);
    const said = await readPdf(new Uint8Array((await formPdf(city.people.kadisA, id, "B.1.8")).rawPayload));
    expect(plain(said.text)).toMatch(/PegawaiyangDinilaiDitandatangani(?:di)?TerajuSenin,3Agustus2026pukul[\d.]+WIBFormulirdiisiSidikisi[0-9a-f]{16}…Tanda/);
    expect(plain(said.text)).toContain(plain("3. Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya Sebagian"));
    expect(await formsOf(city.people.kabidA, id)).toEqual([["B.1.6", "2026-04-10"], ["B.1.9", "2026-08-03", "written_already"]]);
    expect(await formsOf(city.people.budi, id)).toEqual([["B.1.6", "2026-04-10"], ["B.1.8", "2026-08-03", "written_already"], ["B.1.9", "2026-08-03", "not_yours", "written_already"]]);
    await expect(pool.query("update development_form set content = content")).rejects.toThrow("only added");
  });

  it("B.1.10 is between the two; B.1.7 names place and day of each step", async () => {
    const talk = await planOf("konseling");
    const report = { format: "B.1.10", ekspektasi: null, masalah: "Tiga kali tidak hadir tanpa kabar.", serupa: false, upaya: "Dua kali umpan balik tertulis." };
    expect((await fill(city.people.kabidA, talk, report)).json().forms).toMatchObject([{ format: "B.1.10", on: "2026-08-03", isReadable: true }]);
    expect([(await formPdf(city.people.budi, talk, "B.1.10")).statusCode, (await formPdf(city.people.kadisA, talk, "B.1.10")).statusCode]).toEqual([200, 404]);
    const office = await as(city.people.bkpsdm);
    expect((await office("GET", "/api/development/reports")).json().reports).toMatchObject([{ planId: talk, on: "2026-08-03", received: null, status: "agreed", konseling: null }]);
    expect((await office("GET", "/api/development/reports")).body).not.toContain("tidak hadir");
    clock.set("2026-08-04");
    for (const _ of [1, 2]) expect((await office("PUT", `/api/development/reports/${talk}/receipt`)).json().received).toMatchObject({ on: "2026-08-04" });
    clock.set("2026-08-03");
    expect(await auditCount(pool, "development.receive", talk)).toBe(1);
    expect((await read(city.people.kabidA)).json().plans.find((one: { id: string }) => one.id === talk).forms).toMatchObject([{ format: "B.1.10", receivedOn: "2026-08-04" }]);
    const said = await readPdf(new Uint8Array((await office("GET", `/api/development/reports/${talk}/pdf`)).rawPayload));
    expect(plain(said.text)).toContain(plain("Tiga kali tidak hadir tanpa kabar."));
    for (const other of [city.people.kadisA, city.people.budi, city.people.admin]) expect((await (await as(other))("GET", `/api/development/reports/${talk}/pdf`)).statusCode).toBe(404);
    expect((await office("PUT", `/api/development/reports/${await planOf("coaching")}/receipt`)).statusCode).toBe(404);
    await expect(pool.query("insert into development_receipt (plan_id, received_by, received_on) values ($1,$2,'2026-08-04')", [await planOf("coaching"), city.people.bkpsdm])).rejects.toThrow(/development_receipt_form/);
    const mentor = await propose(city.people.budi, { bentuk: "mentoring", dueOn: "2026-09-30" });
    expect((await formPdf(city.people.budi, mentor, "B.1.7")).json().refusals).toEqual(["journal_empty"]);
    await act(city.people.kabidA, mentor, "agree", 1);
    await (await as(city.people.kabidA))("POST", at(mentor, "/entries"), { id: v7(), day: "2026-08-03", fact: "Cara membaca register.", option: null, step: "Mencoba sendiri.", place: "Ruang data", stepDue: "2026-08-14" });
    const pdf = await readPdf(new Uint8Array((await formPdf(city.people.budi, mentor, "B.1.7")).rawPayload));
    expect(plain(pdf.text)).toContain(plain("3 Agustus 2026 Ruang data Cara membaca register. Mencoba sendiri. 14 Agustus 2026"));
  });

  it("begins too with what released colleagues' answers see below what is expected, each behaviour once", async () => {
    const cycleId = v7();
    await pool.query("insert into peer_cycle (id, year, semester, status, answers_from, answers_until, standar_id, key_hash, sealed_on, sealed_answers) values ($1,2026,1,'sealed','2026-06-01','2026-06-14',$2,repeat('a',64),'2026-06-15',8)", [cycleId, city.standarId]);
    const group = (behaviours: [string, number | null][]) => ({ group: "rekan", n: 6, behaviours: behaviours.map(([perilaku, to]) => ({ perilaku, mean: to === null ? null : { from: to, to } })) });
    await pool.query("insert into peer_result (cycle_id, subject_id, groups, is_merged, suggestions, n, rata) values ($1,$2,$3,false,'{}',12,2.5)", [
      cycleId, city.people.budi, JSON.stringify([group([["akuntabel", 2.5], ["kompeten", 3], ["loyal", null]]), group([["akuntabel", 2], ["adaptif", 2.5]])]),
    ]);
    const found = async (): Promise<[string, string][]> => (await read(city.people.budi)).json().findings.filter(({ source }: { source: string }) => source === "rekan").map(({ perilaku, on }: { perilaku: string; on: string }) => [perilaku, on]);
    expect(await found()).toEqual([]);
    await pool.query("update peer_cycle set status = 'released', released_on = '2026-07-05' where id = $1", [cycleId]);
    expect(await found()).toEqual([["adaptif", "2026-07-05"], ["akuntabel", "2026-07-05"]]);
  });

  it("what waits and what wants a look stands on the home of both", async () => {
    clock.set("2026-11-02");
    await propose(city.people.budi, { dueOn: "2026-12-30" });
    const tasks = async (who: string) => (await (await as(who))("GET", "/api/home")).json().tasks.filter(({ kind }: { kind: string }) => kind.startsWith("development")).map(({ kind, as: who_, count }: { kind: string; as: string; count: number }) => [kind, who_, count]);
    expect(await tasks(city.people.budi)).toEqual([["development_look", "owner", 1]]);
    expect(await tasks(city.people.kabidA)).toEqual([["development_waiting", "penilai", 1], ["development_look", "penilai", 1]]);
  });
});
