import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addRegisterEvidence, addUmpanBalik } from "#test/appraisal-factories.ts";
import { addPenilai, addPerson, addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";
import { TINY_PDF } from "#test/images.ts";
import { readPdf } from "#test/pdf.ts";
import { stopPrinting } from "../../pdf/print.ts";
import { followKeberatan } from "../../jobs/follow-keberatan.ts";
import { remindKeberatan } from "../../jobs/remind-keberatan.ts";
import { recompute } from "../appraisal/decision.ts";

// Results are set on Wednesday 14 October 2026 and opened on Friday the 16th: the fourteenth working day is Thursday 5 November.
const { app, as, pool, db, clock, signIn } = await testApp({ today: "2026-10-14" });
let city: SmallCity;
let period: string;
const callers = new Map<string, Caller>();
const WHY = "Realisasi Agustus tercatat 8, padahal register menunjukkan 20.";
const REASON = "Register layanan Agustus memuat 20 dokumen yang sah.";

type Who = keyof SmallCity["people"];
const by = async (who: Who): Promise<Caller> => {
  const known = callers.get(who) ?? (await as(city.people[who]));
  callers.set(who, known);
  return known;
};
const call = async (who: Who, method: "GET" | "POST" | "PUT", url: string, body?: object) => (await by(who))(method, url, body);
const rateUrl = (of: string) => `/api/appraisal/${period}/${of}`;

type Rated = { resultId: string; skp: SetSkp; evidence: string; note: string };
/** A person's quarter, rated and final; not yet opened. */
async function rate(who: Who, penilai: Who, hasilKerja: "sesuai" | "di_bawah" = "sesuai"): Promise<Rated> {
  clock.set("2026-10-14");
  const personId = city.people[who];
  const skp = await addSkp(pool, { personId, year: 2026, unitId: city.units.bidangA1 });
  let evidence = "";
  for (const month of ["2026-07", "2026-08", "2026-09"]) {
    const { rowIds } = await addReport(pool, city, { personId, unit: "bidangA1", month, skp, penilaiId: city.people[penilai], status: "checked", realisasi: [20, 8] });
    if (month === "2026-08") evidence = await addRegisterEvidence(pool, { ownerId: personId, reportRowId: rowIds[1] ?? "", title: "Register Agustus" });
  }
  const note = await addUmpanBalik(pool, { fromId: city.people.citra === personId ? city.people.budi : city.people.citra, toId: personId, month: "2026-08", givenOn: "2026-08-20", nada: "positif", text: "Rekapnya membantu kami." });
  const resultId = v7();
  const alasanHasilKerja = hasilKerja === "sesuai" ? null : "Dua bulan berturut-turut di bawah rencana kerja.";
  const saved = await call(penilai, "PUT", rateUrl(personId), {
    id: resultId, version: null, hasil: skp.lines.map((line, i) => ({ lineId: line.lineId, rating: i === 1 ? hasilKerja : "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }],
    hasilKerja, perilakuKerja: "sesuai", alasanHasilKerja, alasanPerilaku: null, basis: hasilKerja === "sesuai" ? [] : [{ aspect: "hasil_kerja", kind: "evidence", id: evidence }],
  });
  expect([saved.statusCode, saved.body.slice(0, 300)]).toEqual([200, saved.body.slice(0, 300)]);
  expect((await call(penilai, "POST", `${rateUrl(personId)}/finalise`, { version: 1 })).statusCode).toBe(200);
  return { resultId, skp, evidence, note };
}
async function open(who: Who, resultId: string, on = "2026-10-16"): Promise<void> {
  clock.set(on);
  expect((await call(who, "GET", `/api/result/${resultId}`)).statusCode).toBe(200);
}
const claimOn = ({ skp, evidence, note }: Rated, over: object = {}) => ({ aspect: "hasil_kerja", target: skp.lines[1]?.lineId ?? "", alasan: WHY, basis: [{ kind: "evidence", id: evidence }, { kind: "umpan_balik", id: note }], ...over });
const filing = (rated: Rated, over: object = {}) => ({ id: v7(), resultId: rated.resultId, claims: [claimOn(rated)], ...over });

afterAll(stopPrinting);
let budis: Rated;
let keberatanId: string;

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  await addCapaian(pool, { periodId: period, unitId: city.units.puskesmasA2, setBy: city.people.kadisA });
  await addCapaian(pool, { periodId: period, unitId: city.units.dinasA, setBy: city.people.wali });
  budis = await rate("budi", "kabidA", "di_bawah");
});

describe("before filing", () => {
  it("has no days as long as the result is not received", async () => {
    const form = (await call("budi", "GET", `/api/result/${budis.resultId}/keberatan-material`)).json();
    expect(form).toMatchObject({ clock: null, filed: null, atasan: { name: "kadisA" }, actions: { file: ["result_not_received"] } });
    const refused = await call("budi", "POST", "/api/keberatan", filing(budis));
    expect([refused.statusCode, refused.json().refusals]).toEqual([409, ["result_not_received"]]);
  });

  it("shows the pegawai the rows of the receipt, what they may point at, and the days counted aloud", async () => {
    await pool.query("insert into hari_khusus (day, kind, name, basis) values ('2026-10-28', 'libur', 'Hari jadi kota', 'Keputusan Wali Kota'), ('2026-10-31', 'pengganti', 'Pengganti 28 Oktober', 'Keputusan Wali Kota')");
    await open("budi", budis.resultId);
    clock.set("2026-10-30");
    const form = (await call("budi", "GET", `/api/result/${budis.resultId}/keberatan-material`)).json();
    expect(form.clock).toMatchObject({ mulai: "2026-10-16", sampai: "2026-11-05", hari: 14, ke: 9, sisa: 5, libur: ["2026-10-28"], pengganti: ["2026-10-31"], ground: { rule: "Jatuh tempo", cite: { part: "Lampiran BAB V huruf B angka 2" }, from: [] } });
    expect(form.rows.map((row: { aspect: string; target: string | null; rating: string }) => [row.aspect, row.target, row.rating])).toEqual([
      ["hasil_kerja", null, "di_bawah"], ["hasil_kerja", budis.skp.lines[0]?.lineId, "sesuai"], ["hasil_kerja", budis.skp.lines[1]?.lineId, "di_bawah"], ["perilaku", null, "sesuai"], ["perilaku", "akuntabel", "sesuai"],
    ]);
    expect(form.basis).toMatchObject([{ kind: "evidence", id: budis.evidence, title: "Register Agustus", month: "2026-08", registerNumber: "440/118/2026", hasFile: false }, { kind: "umpan_balik", id: budis.note, from: "citra" }]);
    expect(form).toMatchObject({ actions: { file: [] }, alasanMin: 20, penilai: { name: "kabidA" }, result: { predikat: "butuh_perbaikan" } });
    const receipt = (await call("budi", "GET", `/api/result/${budis.resultId}`)).json();
    expect(receipt.keberatan).toMatchObject({ isAllowed: true, until: "2026-11-05", receivedOn: "2026-10-16", clock: { ke: 9, sisa: 5 }, handover: null });
  });

  it("is the pegawai's own affair: others who see the result may not, for the rest it does not exist", async () => {
    for (const [who, status] of [["kabidA", 403], ["kadisA", 403], ["auditor", 403], ["citra", 404], ["eko", 404], ["admin", 404]] as const) {
      expect([who, (await call(who, "GET", `/api/result/${budis.resultId}/keberatan-material`)).statusCode, (await call(who, "POST", "/api/keberatan", filing(budis))).statusCode]).toEqual([who, status, status]);
    }
    expect((await call("budi", "POST", "/api/keberatan", filing(budis, { resultId: v7() }))).statusCode).toBe(404);
  });

  it("asks for claims with reasons that stand on the receipt, once each, and for evidence of one's own period", async () => {
    const elsewhere = await addUmpanBalik(pool, { fromId: city.people.kabidA, toId: city.people.citra, month: "2026-08", givenOn: "2026-08-21" });
    const attempt = async (claims: object[]) => (await call("budi", "POST", "/api/keberatan", filing(budis, { claims }))).json();
    expect((await attempt([])).refusals).toEqual(["claims_missing"]);
    expect((await attempt([claimOn(budis, { alasan: "Keliru." })])).refusals).toEqual(["words_too_short"]);
    expect((await attempt([claimOn(budis, { target: v7() })])).fields).toEqual([{ path: "body.claims.0.target", code: "unknown" }]);
    expect((await attempt([claimOn(budis, { aspect: "perilaku", target: "loyal" })])).fields).toEqual([{ path: "body.claims.0.target", code: "unknown" }]);
    expect((await attempt([claimOn(budis), claimOn(budis)])).fields).toEqual([{ path: "body.claims.1.target", code: "twice" }]);
    expect((await attempt([claimOn(budis, { basis: [{ kind: "umpan_balik", id: elsewhere }] })])).fields).toEqual([{ path: "body.claims.0.basis.0.id", code: "unknown" }]);
  });
});

describe("a keberatan from filing to a changed result", () => {
  it("is filed on the fourteenth working day, refused on the fifteenth, and sent twice is one", async () => {
    keberatanId = v7();
    const body = filing(budis, { id: keberatanId });
    clock.set("2026-11-06");
    expect((await call("budi", "POST", "/api/keberatan", body)).json().refusals).toEqual(["keberatan_time_over"]);
    clock.set("2026-11-05");
    const filed = await call("budi", "POST", "/api/keberatan", body);
    expect(filed.json()).toMatchObject({
      id: keberatanId, status: "filed", as: "owner", receivedOn: "2026-10-16", filedOn: "2026-11-05", explainUntil: "2026-11-10", comparable: null, keputusan: null, explanation: null,
      clock: { mulai: "2026-11-05", sampai: "2026-11-16", hari: 7, sisa: 7 }, penilai: { name: "kabidA", jabatan: "Kepala Bidang A1" }, atasan: { name: "kadisA" },
      claims: [{ aspect: "hasil_kerja", target: budis.skp.lines[1]?.lineId, text: "Hasil kerja 2 tersedia", rating: "di_bawah", alasan: WHY, basis: [{ kind: "evidence", title: "Register Agustus" }, { kind: "umpan_balik", from: "citra" }] }],
    });
    expect((await call("budi", "POST", "/api/keberatan", body)).statusCode).toBe(200);
    expect((await call("budi", "POST", "/api/keberatan", filing(budis))).json().refusals).toEqual(["keberatan_filed"]);
    expect(await auditCount(pool, "keberatan.file", keberatanId)).toBe(1);
    const { rows } = await pool.query<{ name: string }>("select p.name from notification n join person p on p.id = n.person_id where n.kind = 'keberatan_filed' order by 1");
    expect(rows.map((row) => row.name)).toEqual(["kabidA", "kadisA"]);
  });

  it("holds the result: the penilai begins no correction, the evidence stays", async () => {
    const correction = await call("kabidA", "POST", `${rateUrl(city.people.budi)}/correct`, { id: v7(), version: 2, reason: "Saya keliru membaca register Agustus." });
    expect([correction.statusCode, correction.json().refusals]).toEqual([409, ["keberatan_running"]]);
    await expect(pool.query("update appraisal set is_current = false where id = $1", [budis.resultId])).rejects.toThrow("replaced by its decision only");
  });

  it("is between the three, and the offices that read everything", async () => {
    for (const [who, as] of [["budi", "owner"], ["kabidA", "penilai"], ["kadisA", "atasan"], ["auditor", "reader"], ["analis", "reader"]] as const) expect([who, (await call(who, "GET", `/api/keberatan/${keberatanId}`)).json().as]).toEqual([who, as]);
    for (const who of ["citra", "kapus", "wali", "bkpsdm", "admin"] as const) expect([who, (await call(who, "GET", `/api/keberatan/${keberatanId}`)).statusCode]).toEqual([who, 404]);
    expect((await pool.query("select 1 from access_log where action = 'keberatan.read'")).rows).toHaveLength(2);
    const mine = async (who: Who) => (await call(who, "GET", "/api/keberatan")).json().items.map((one: { id: string; as: string }) => [one.id, one.as]);
    expect([await mine("budi"), await mine("kabidA"), await mine("kadisA"), await mine("auditor")]).toEqual([[[keberatanId, "owner"]], [[keberatanId, "penilai"]], [[keberatanId, "atasan"]], []]);
    expect((await call("budi", "GET", `/api/keberatan?resultId=${budis.resultId}`)).json().items).toMatchObject([{ id: keberatanId, clock: { sampai: "2026-11-16" } }]);
    expect((await call("budi", "GET", `/api/keberatan?resultId=${v7()}`)).json().items).toEqual([]);
    const tasks = async (who: Who) => (await call(who, "GET", "/api/home")).json().tasks.filter((one: { kind: string }) => one.kind === "keberatan");
    expect([await tasks("kabidA"), await tasks("kadisA"), await tasks("budi")]).toEqual([
      [{ kind: "keberatan", as: "penilai", count: 1, clock: { ke: 0, hari: 3, sisa: 3, sampai: "2026-11-10" } }], [{ kind: "keberatan", as: "atasan", count: 1, clock: { ke: 0, hari: 7, sisa: 7, sampai: "2026-11-16" } }],
      [{ kind: "keberatan", as: "owner", count: 1, clock: { ke: 0, hari: 7, sisa: 7, sampai: "2026-11-16" } }],
    ]);
  });

  it("takes new files of both sides until the penilai explains; what lies there stays, and is read by who reads the keberatan", async () => {
    const lay = async (who: Who, id = v7()) => app.inject({ method: "PUT", url: `/api/evidence/${id}/file?keberatanId=${keberatanId}&title=Surat.pdf`, headers: { cookie: await signIn(city.people[who]), "content-type": "application/pdf" }, payload: TINY_PDF });
    const [ours, theirs] = [v7(), v7()];
    for (const _ of [1, 2]) expect((await lay("budi", ours)).statusCode).toBe(200);
    expect((await lay("kabidA", theirs)).statusCode).toBe(200);
    expect([(await lay("kadisA")).json().refusals, (await lay("analis")).json().refusals, (await lay("citra")).statusCode]).toEqual([["not_yours"], ["not_yours"], 404]);
    expect((await call("kadisA", "GET", `/api/keberatan/${keberatanId}`)).json()).toMatchObject({ laid: [{ id: ours, title: "Surat.pdf", by: "owner", hasFile: true }, { id: theirs, by: "penilai" }], actions: { layEvidence: ["not_yours"] } });
    for (const who of ["budi", "kabidA", "kadisA", "analis"] as const) expect((await call(who, "GET", `/api/evidence/${theirs}/file`)).statusCode, who).toBe(200);
    for (const who of ["citra", "kapus", "bkpsdm", "admin"] as const) expect((await call(who, "GET", `/api/evidence/${theirs}/file`)).statusCode, who).toBe(404);
    expect((await (await by("budi"))("DELETE", `/api/evidence/${ours}`)).json().refusals).toEqual(["evidence_in_use"]);
    await expect(pool.query("delete from evidence where id = $1", [ours])).rejects.toThrow();
    expect(await auditCount(pool, "evidence.add", ours)).toBe(1);
  });

  it("waits three working days for the penilai's explanation", async () => {
    expect((await call("budi", "GET", `/api/keberatan/${keberatanId}/document`)).json().refusals).toEqual(["wrong_status"]);
    const decision = { version: 1, putusan: "menguatkan", alasan: REASON, rekomendasi: null, outcomeId: v7(), hasilKerja: null, perilakuKerja: null, rows: [] };
    expect((await call("kadisA", "POST", `/api/keberatan/${keberatanId}/decide`, decision)).json().refusals).toEqual(["explanation_awaited"]);
    const explain = (who: Who, text: string, version = 1) => call(who, "POST", `/api/keberatan/${keberatanId}/explain`, { version, text });
    expect((await explain("kadisA", WHY)).json().refusals).toEqual(["not_your_bawahan"]);
    expect((await explain("kabidA", "Benar.")).json().refusals).toEqual(["words_too_short"]);
    expect((await explain("kabidA", "Register Agustus baru masuk setelah saya menilai.", 7)).statusCode).toBe(412);
    const said = (await explain("kabidA", "Register Agustus baru masuk setelah saya menilai.")).json();
    expect(said).toMatchObject({ status: "explained", explanation: { text: "Register Agustus baru masuk setelah saya menilai.", on: "2026-11-05" }, actions: { explain: ["wrong_status"], decide: ["not_your_bawahan"] } });
    expect((await explain("kabidA", "Register Agustus baru masuk setelah saya menilai.")).statusCode).toBe(200);
    expect((await explain("kabidA", "Saya ubah penjelasan saya sekarang juga.", 2)).json().refusals).toEqual(["wrong_status"]);
    expect(await auditCount(pool, "keberatan.explain", keberatanId)).toBe(1);
  });

  const hearingId = v7();
  const SAID = "Register Agustus dibuka bersama: 20 dokumen, semuanya bertanggal.";
  const hear = (over: object = {}, who: Who = "kadisA") => call(who, "POST", `/api/keberatan/${keberatanId}/hearing`, { version: 2, hearingId, on: "2026-11-06", place: "Ruang Kepala Dinas", isOwnerPresent: true, isPenilaiPresent: true, others: "Sekretaris Dinas", said: SAID, ...over });
  const answer = (who: Who, over: object = {}, of = hearingId) => call(who, "POST", `/api/keberatan/${keberatanId}/hearing/${of}/answer`, { answer: "setuju", note: null, ...over });

  it("has minutes of its hearings, signed by the atasan; who was there signs them or refuses to, and both sides read all of it", async () => {
    clock.set("2026-11-06");
    expect([(await hear({}, "budi")).json().refusals, (await hear({ on: "2026-11-04" })).json().refusals, (await hear({ isOwnerPresent: false, isPenilaiPresent: false, said: "Hadir." })).json().refusals, (await hear({ version: 1 })).statusCode, (await hear({}, "citra")).statusCode])
      .toEqual([["not_your_bawahan"], ["hearing_day_wrong"], ["nobody_heard", "words_too_short"], 412, 404]);
    const heard = (await hear()).json();
    expect(heard).toMatchObject({ version: 3, actions: { recordHearing: [] }, hearings: [{ id: hearingId, on: "2026-11-06", place: "Ruang Kepala Dinas", said: SAID, by: "kadisA", hash: expect.stringMatching(/^[0-9a-f]{64}$/), parties: [{ party: "owner", name: "budi", isPresent: true, answer: null }, { party: "penilai", name: "kabidA", isPresent: true, answer: null }], actions: { answer: ["not_yours"] } }] });
    expect([(await hear()).statusCode, (await hear({ said: `${SAID} Lain.` })).statusCode, await auditCount(pool, "keberatan.hear", keberatanId)]).toEqual([200, 412, 1]);
    expect([(await answer("kadisA")).json().refusals, (await answer("citra")).statusCode, (await answer("budi", {}, v7())).statusCode]).toEqual([["not_yours"], 404, 404]);
    for (const _ of [1, 2]) expect((await answer("budi")).statusCode).toBe(200);
    expect((await answer("budi", { answer: "menolak_menandatangani" })).json().refusals).toEqual(["hearing_answered"]);
    expect((await answer("kabidA", { answer: "menolak_menandatangani", note: "Saya tetap pada penjelasan tertulis." })).statusCode).toBe(200);
    expect(await auditCount(pool, "keberatan.answer_hearing", keberatanId)).toBe(2);
    for (const who of ["budi", "kabidA", "kadisA", "auditor"] as const) {
      expect((await call(who, "GET", `/api/keberatan/${keberatanId}`)).json().hearings[0].parties, who).toMatchObject([{ answer: { answer: "setuju", on: "2026-11-06" } }, { answer: { answer: "menolak_menandatangani", note: "Saya tetap pada penjelasan tertulis." } }]);
    }
    const told = await pool.query<{ name: string }>("select p.name from notification n join person p on p.id = n.person_id where n.kind = 'keberatan_heard' order by 1");
    expect(told.rows.map((one) => one.name)).toEqual(["budi", "kabidA"]);
    clock.set("2026-11-09");
    const alone = v7();
    expect((await hear({ version: 3, hearingId: alone, on: "2026-11-09", isOwnerPresent: false, others: null, said: "Pejabat penilai menerangkan cara menghitung capaian." })).json().hearings.map((one: { id: string }) => one.id)).toEqual([hearingId, alone]);
    expect((await answer("budi", {}, alone)).json().refusals).toEqual(["not_at_hearing"]);
    await expect(pool.query("update keberatan_hearing set said = 'lain'")).rejects.toThrow("only added");
    await expect(pool.query("insert into keberatan_hearing_answer select hearing_id, $1, answer, note, answered_on, answered_at, hash from keberatan_hearing_answer limit 1", [city.people.citra])).rejects.toThrow("who was at the hearing");
    await expect(pool.query("insert into keberatan_hearing select gen_random_uuid(), keberatan_id, held_on, place, true, true, null, said, $1, written_on, written_at, hash from keberatan_hearing limit 1", [city.people.citra])).rejects.toThrow("the atasan of an undecided keberatan");
  });

  const decision = (over: object = {}) => ({
    version: 4, putusan: "mengubah", alasan: REASON, rekomendasi: "Tetap pada tugas ini; catat register setiap pekan.", outcomeId: v7(), hasilKerja: "sesuai", perilakuKerja: null,
    rows: [{ aspect: "hasil_kerja", target: budis.skp.lines[1]?.lineId, rating: "sesuai" }], ...over,
  });
  const decide = (body: object, who: Who = "kadisA") => call(who, "POST", `/api/keberatan/${keberatanId}/decide`, body);

  it("is decided by the atasan alone, with a reason, a change that changes, a recommendation", async () => {
    clock.set("2026-11-09");
    for (const who of ["budi", "kabidA", "auditor"] as const) expect([who, (await decide(decision(), who)).json().refusals]).toEqual([who, ["not_your_bawahan"]]);
    expect((await decide(decision({ alasan: "Setuju." }))).json().refusals).toEqual(["words_too_short"]);
    expect((await decide(decision({ rekomendasi: "" }))).json().refusals).toEqual(["recommendation_missing"]);
    expect((await decide(decision({ hasilKerja: null, rows: [] }))).json().refusals).toEqual(["nothing_changed"]);
    expect((await decide(decision({ perilakuKerja: "di_atas" }))).json().refusals).toEqual(["no_basis_perilaku"]);
    expect((await decide(decision({ putusan: "menguatkan" }))).json().fields).toMatchObject([{ code: "ratings_with_a_confirmation" }]);
    expect((await decide(decision({ rows: [{ aspect: "perilaku", target: "loyal", rating: "sesuai" }] }))).json().fields).toEqual([{ path: "body.rows.0.target", code: "unknown" }]);
    expect((await decide(decision({ version: 1 }))).statusCode).toBe(412);
  });

  it("makes the next version of the result: the old one stays, the new one counts and explains itself", async () => {
    const body = decision();
    const decided = (await decide(body)).json();
    expect(decided).toMatchObject({ status: "decided", keputusan: { putusan: "mengubah", alasan: REASON, on: "2026-11-09", isLate: false, outcome: { id: body.outcomeId, predikat: "baik", hasilKerja: "sesuai" } } });
    expect((await decide(body)).statusCode).toBe(200);
    expect(await auditCount(pool, "keberatan.decide", keberatanId)).toBe(1);
    const fresh = (await call("budi", "GET", `/api/result/${body.outcomeId}`)).json();
    expect(fresh).toMatchObject({
      predikat: "baik", revision: 2, isCurrent: true, correctionReason: REASON, penilai: { name: "kadisA", sebagai: "pemutus_keberatan" },
      hasilKerja: { rating: "sesuai", alasan: REASON, dasar: [{ kind: "evidence", id: budis.evidence }, { kind: "umpan_balik", id: budis.note }] }, perilaku: { rating: "sesuai", alasan: null },
      keberatan: { isAllowed: false, until: null, ground: { rule: "Hak keberatan", cite: { part: "Lampiran BAB V huruf B angka 5 dan 7" } } },
      revisions: [{ id: budis.resultId, revision: 1, predikat: "butuh_perbaikan", isCurrent: false }, { id: body.outcomeId, revision: 2, isCurrent: true }],
    });
    expect(fresh.results[1]).toMatchObject({ rating: "sesuai" });
    expect((await call("budi", "GET", `/api/result/${budis.resultId}`)).json()).toMatchObject({ predikat: "butuh_perbaikan", isCurrent: false, hasilKerja: { rating: "di_bawah" } });
    expect((await call("auditor", "POST", `/api/result/${body.outcomeId}/recompute`)).json()).toMatchObject({ isEqual: true, predikat: "baik" });
    const { rows } = await pool.query("select facts, digest from appraisal where id = $1", [body.outcomeId]);
    expect(recompute(rows[0].facts).digest).toBe(rows[0].digest);
    expect((await call("budi", "GET", "/api/result")).json().results).toMatchObject([{ id: body.outcomeId, predikat: "baik", isOpened: true, penilai: "kadisA" }]);
    const told = await pool.query<{ name: string; kind: string }>("select p.name, n.kind from notification n join person p on p.id = n.person_id where n.kind in ('keberatan_decided', 'result_set') and n.day = '2026-11-09' order by 2, 1");
    expect(told.rows).toEqual([{ name: "budi", kind: "keberatan_decided" }, { name: "kabidA", kind: "keberatan_decided" }, { name: "budi", kind: "result_set" }]);
  });

  it("is printed as Format D.1.3: three people, both sides, decision and recommendation, tagged, in the form's order", async () => {
    const caller = await by("budi");
    const answer = await caller("GET", `/api/keberatan/${keberatanId}/document`);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/pdf"]);
    const bytes = answer.rawPayload;
    const pdf = await readPdf(new Uint8Array(bytes));
    expect(pdf).toMatchObject({ pages: 2, isTagged: true, title: "Dokumen evaluasi kinerja pegawai", language: "id-ID" });
    const plain = (text: string): string => text.replaceAll(/\s+/g, "");
    const text = plain(pdf.text);
    let at = 0;
    for (const part of [
      "PEMERINTAH KOTA LANGSA", "DINAS A", "DOKUMEN EVALUASI KINERJA PEGAWAI", "PERIODE*: TRIWULAN III", "PERIODE PENILAIAN:", "1 JULI SD 30 SEPTEMBER TAHUN 2026", "1. PEGAWAI YANG DINILAI", "NAMA : budi", "NIP : 198503032010011003", "PANGKAT/GOL RUANG", "JABATAN : Pengolah Data", "UNIT KERJA : Bidang A1",
      "2. PEJABAT PENILAI KINERJA", "NAMA : kabidA", "3. ATASAN PEJABAT PENILAI KINERJA", "NAMA : kadisA", "4. EVALUASI KINERJA", "CAPAIAN KINERJA ORGANISASI : BAIK", "PREDIKAT KINERJA PEGAWAI : BUTUH PERBAIKAN", "5. CATATAN/ REKOMENDASI",
      "6. KEBERATAN", "Hasil kerja 2 tersedia: di bawah ekspektasi", WHY, "Bukti: Register Agustus, Agustus 2026", "Hasil diterima 16 Oktober 2026; keberatan diajukan 5 November 2026.", "7. PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", "Register Agustus baru masuk setelah saya menilai.",
      "8. KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", "Mengubah hasil evaluasi: predikat BUTUH PERBAIKAN menjadi BAIK.", REASON, "Rekomendasi", "Tetap pada tugas ini", "Risalah pemeriksaan, 6 November 2026, Ruang Kepala Dinas", SAID, "budi: hadir, menandatangani 6 November 2026.", "kabidA: hadir, menolak menandatangani 6 November 2026.", "Hadir pula: Sekretaris Dinas", "Ditandatangani kadisA. SHA-256", "Risalah pemeriksaan, 9 November 2026", "budi: tidak hadir.", "kabidA: hadir, belum menandatangani sampai putusan.", "10. Pegawai yang Dinilai", "9. Pejabat Penilai Kinerja", "Langsa, 9 November 2026", "11. Atasan Pejabat Penilai Kinerja", "9 November 2026 pukul 10.00 WIB",
    ].map(plain)) {
      const found = text.indexOf(part, at);
      expect(found, part).toBeGreaterThanOrEqual(at);
      at = found;
    }
    expect(Buffer.compare(bytes, (await (await by("kadisA"))("GET", `/api/keberatan/${keberatanId}/document`)).rawPayload)).toBe(0);
    expect((await call("citra", "GET", `/api/keberatan/${keberatanId}/document`)).statusCode).toBe(404);
  });

  it("is not touched afterwards, nor is the atasan's version the penilai's to correct", async () => {
    expect((await decide(decision({ outcomeId: v7(), version: 5 }))).json().refusals).toEqual(["wrong_status"]);
    expect([(await hear({ hearingId: v7(), version: 5 })).json().refusals, (await answer("kabidA", {}, hearingId)).json().refusals]).toEqual([["wrong_status"], ["wrong_status", "hearing_answered"]]);
    expect((await call("kabidA", "POST", `${rateUrl(city.people.budi)}/correct`, { id: v7(), version: 2, reason: "Saya ingin mengembalikan nilai lama." })).statusCode).toBe(403);
    await expect(pool.query("update keberatan set alasan = 'lain' where id = $1", [keberatanId])).rejects.toThrow("never changed");
    await expect(pool.query("delete from keberatan_basis")).rejects.toThrow("only added");
    await expect(pool.query("update keberatan_claim set alasan = 'lain'")).rejects.toThrow("only added");
  });
});

describe("other ways", () => {
  it("confirms without a new version; decided late it says so, and without an explanation once its days are over", async () => {
    const citras = await rate("citra", "kabidA");
    await open("citra", citras.resultId);
    clock.set("2026-10-19");
    const id = v7();
    expect((await call("citra", "POST", "/api/keberatan", filing(citras, { id, claims: [{ aspect: "perilaku", target: null, alasan: WHY, basis: [] }] }))).statusCode).toBe(200);
    clock.set("2026-11-02");
    const decided = (await call("kadisA", "POST", `/api/keberatan/${id}/decide`, { version: 1, putusan: "menguatkan", alasan: REASON, rekomendasi: null, outcomeId: v7(), hasilKerja: null, perilakuKerja: null, rows: [] })).json();
    // 20–23, 26, 27 October, the 28th off, the 29th: the seventh.
    expect(decided).toMatchObject({ status: "decided", explanation: null, keputusan: { putusan: "menguatkan", outcome: null, isLate: true }, clock: { sampai: "2026-10-29", libur: ["2026-10-28"] } });
    expect((await call("citra", "GET", `/api/result/${citras.resultId}`)).json()).toMatchObject({ isCurrent: true, revision: 1 });
  });

  it("runs from a hand-over on paper where the pegawai did not open the result, also one refused to sign", async () => {
    const dewis = await rate("dewi", "kapus");
    const handover = (who: Who, body: object) => call(who, "POST", `/api/result/${dewis.resultId}/handover`, { on: "2026-10-15", isSigned: false, note: "Menolak menandatangani di depan dua saksi.", ...body });
    clock.set("2026-10-20");
    expect((await handover("kadisA", {})).json().refusals).toEqual(["not_your_bawahan"]);
    expect((await handover("citra", {})).statusCode).toBe(404);
    for (const on of ["2026-10-13", "2026-10-21"]) expect((await handover("kapus", { on })).json().refusals).toEqual(["handover_day_wrong"]);
    expect((await handover("kapus", {})).statusCode).toBe(204);
    expect((await handover("kapus", {})).statusCode).toBe(204);
    expect((await handover("kapus", { on: "2026-10-16" })).json().refusals).toEqual(["result_received"]);
    expect(await auditCount(pool, "result.handover", dewis.resultId)).toBe(1);
    expect((await call("kapus", "GET", `/api/result/${dewis.resultId}`)).json().keberatan).toMatchObject({ receivedOn: "2026-10-15", until: "2026-11-04", handover: { on: "2026-10-15", isSigned: false } });
    await expect(pool.query("update result_handover set is_signed = true")).rejects.toThrow("only added");
    clock.set("2026-11-05");
    expect((await call("dewi", "POST", "/api/keberatan", filing(dewis))).json().refusals).toEqual(["keberatan_time_over"]);
    clock.set("2026-11-04");
    expect((await call("dewi", "POST", "/api/keberatan", filing(dewis))).statusCode).toBe(200);
  });

  it("is not open to heads whom the Wali Kota rates, nor where the atasan rated in place of a late penilai", async () => {
    clock.set("2026-10-14");
    const kadis = await rate("kadisA", "wali");
    await open("kadisA", kadis.resultId);
    expect((await call("kadisA", "GET", `/api/result/${kadis.resultId}/keberatan-material`)).json()).toMatchObject({ clock: null, actions: { file: expect.arrayContaining(["keberatan_not_open"]) } });
    expect((await call("kadisA", "POST", "/api/keberatan", filing(kadis))).json().refusals).toContain("keberatan_not_open");
    const kapus = await rate("kapus", "kadisA");
    await pool.query("alter table appraisal disable trigger appraisal_final_stays");
    await pool.query("update appraisal set facts = jsonb_set(facts, '{penilai,sebagai}', '\"atasan\"') where id = $1", [kapus.resultId]);
    await pool.query("alter table appraisal enable trigger appraisal_final_stays");
    await open("kapus", kapus.resultId);
    expect((await call("kapus", "POST", "/api/keberatan", filing(kapus))).json().refusals).toEqual(["keberatan_not_open"]);
  });
});

describe("reminders", () => {
  it("reach the penilai on the last day to explain, the atasan near the end, after it the analis too; each once, each in the trail", async () => {
    // Dewi's, filed on Wednesday 4 November: the penilai has until Monday the 9th, the atasan until Friday the 13th.
    const { rows: [own] } = await pool.query<{ id: string }>("select id from keberatan where person_id = $1", [city.people.dewi]);
    const on = async (day: string): Promise<string[]> => {
      await remindKeberatan({ db, pool, actor: null, today: day, now: `${day}T03:00:00.000Z` });
      const { rows } = await pool.query<{ said: string }>("select p.name || ' ' || n.kind as said from notification n join person p on p.id = n.person_id where n.day = $1 and n.kind like 'keberatan_%due%' order by 1", [day]);
      return rows.map((row) => row.said);
    };
    expect([await on("2026-11-08"), await on("2026-11-09"), await on("2026-11-10")]).toEqual([[], ["kapus keberatan_explain_due"], []]);
    expect([await on("2026-11-11"), await on("2026-11-12"), await on("2026-11-13")]).toEqual([["kadisA keberatan_decide_due"], [], []]);
    expect([await on("2026-11-14"), await on("2026-11-16")]).toEqual([["analis keberatan_overdue", "kadisA keberatan_overdue"], []]);
    expect(await auditCount(pool, "keberatan.remind", own?.id)).toBe(4);
  });
});

describe("an atasan who moves", () => {
  const follow = (day: string) => followKeberatan({ db, pool, actor: null, today: day, now: `${day}T03:00:00.000Z` });
  const atasanOf = async () => (await pool.query<{ id: string; name: string }>("select k.id, p.name from keberatan k join person p on p.id = k.atasan_id where k.person_id = $1", [city.people.dewi])).rows[0];

  it("leaves a running keberatan to the next one above the penilai, who is told; the trail says so, the clock runs on", async () => {
    expect([await follow("2026-11-17"), (await atasanOf())?.name]).toEqual([0, "kadisA"]);
    await pool.query("update penilai_relation set valid_until = '2026-11-18' where pegawai_id = $1", [city.people.dewi]);
    await addPenilai(pool, { pegawaiId: city.people.dewi, penilaiId: city.people.kapus, atasanId: city.people.kadisB, from: "2026-11-18" });
    const [before, moved] = [await call("kadisA", "GET", `/api/keberatan/${(await atasanOf())?.id}`), await follow("2026-11-18")];
    const { id, name } = (await atasanOf()) ?? { id: "", name: "" };
    expect([before.statusCode, moved, name, await follow("2026-11-18"), await auditCount(pool, "keberatan.hand_over", id)]).toEqual([200, 1, "kadisB", 0, 1]);
    clock.set("2026-11-18");
    expect((await call("kadisA", "GET", `/api/keberatan/${id}`)).statusCode).toBe(404);
    expect((await call("kadisB", "GET", `/api/keberatan/${id}`)).json()).toMatchObject({ as: "atasan", clock: { mulai: "2026-11-04", sampai: "2026-11-13" }, actions: { decide: [] } });
  });

  it("where the penilai has another line now, to who rates the penilai; back to the first when he stands above again", async () => {
    await pool.query("update penilai_relation set valid_until = '2026-11-19' where pegawai_id = $1 and valid_until is null", [city.people.dewi]);
    await addPenilai(pool, { pegawaiId: city.people.dewi, penilaiId: city.people.kabidA, atasanId: city.people.wali, from: "2026-11-19" });
    // Kapus, who rated, is rated by kadisA.
    expect([await follow("2026-11-19"), (await atasanOf())?.name]).toEqual([1, "kadisA"]);
    await expect(pool.query("update keberatan set atasan_id = $1, status = 'explained', explanation = 'x', explained_on = '2026-11-19', explained_at = now() where person_id = $2", [city.people.kadisB, city.people.dewi])).rejects.toThrow("never changed");
  });
});

describe("comparable cases", () => {
  it("are shown to the atasan alone, three without a name, and only where there are enough others", async () => {
    const people = [city.people.dewi];
    await pool.query("update person set job_family = 'bidan' where id = any($1)", [people]);
    await pool.query("update jabatan set jenis = 'fungsional', jenjang = 'penyelia' where id in (select jabatan_id from placement where person_id = any($1))", [people]);
    const { rows: [own] } = await pool.query<{ id: string }>("select k.id from keberatan k where k.person_id = $1", [city.people.dewi]);
    const url = `/api/keberatan/${own?.id}`;
    const add = async (n: number): Promise<void> => {
      const id = await addPerson(pool, { name: `Pembanding ${n}`, nip: null, unitId: city.units.dinasB, jabatan: "Bidan Penyelia", jenisJabatan: "fungsional" });
      await pool.query("update person set job_family = 'bidan' where id = $1", [id]);
      await pool.query("update jabatan set jenjang = 'penyelia' where id in (select jabatan_id from placement where person_id = $1)", [id]);
      await addPenilai(pool, { pegawaiId: id, penilaiId: city.people.kadisB });
      const appraisalId = v7();
      await pool.query(`insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, indeks, digest, finalized_at, finalized_on)
        values ($1,$2,$3,$4,$4,$5,$6,'final','sesuai','sesuai','baik',$7,'x',now(),'2026-10-14')`, [appraisalId, period, id, city.units.dinasB, city.ord.dinasB, city.people.kadisB, 80 + n]);
      await pool.query("insert into appraisal_rating (appraisal_id, aspect, target, rating) values ($1,'hasil_kerja',gen_random_uuid()::text,'sesuai'), ($1,'perilaku','loyal','di_atas')", [appraisalId]);
    };
    for (const n of [1, 2, 3, 4]) await add(n);
    expect((await call("kadisA", "GET", url)).json().comparable).toEqual({ cases: null, least: 5 });
    await add(9);
    const { comparable } = (await call("kadisA", "GET", url)).json();
    // Dewi's index is 90: nearest are 89, 84 and 83.
    expect(comparable).toEqual({ least: 5, cases: [89, 84, 83].map((indeks) => ({ predikat: "baik", hasilKerja: "sesuai", perilaku: "sesuai", indeks, rows: { di_atas: 1, sesuai: 1, di_bawah: 0 } })) });
    for (const who of ["dewi", "kapus", "auditor"] as const) expect((await call(who, "GET", url)).json().comparable).toBeNull();
  });
});

describe("a holiday that is entered after it has passed", () => {
  it("moves the days of who still has some, shift staff as the office; days that have run out stay as they were decided", async () => {
    await addCapaian(pool, { periodId: period, unitId: city.units.dinasB, setBy: city.people.wali });
    // Eko works in shifts, on holidays too: his days are the city's.
    await pool.query("update jabatan set name = 'Perawat IGD (giliran jaga)' where id in (select jabatan_id from placement where person_id = $1)", [city.people.eko]);
    const ekos = await rate("eko", "kadisB");
    await open("eko", ekos.resultId);
    const days = async () => (await call("eko", "GET", `/api/result/${ekos.resultId}/keberatan-material`)).json();
    const late = (day: string, alasan: string | null = "Keputusan Gubernur baru diterima.") => ({ changes: [{ day, kind: "libur", name: "Libur Aceh", basis: "Keputusan Gubernur Aceh", alasan }] });
    const ofEko = async (day: string) => (await call("bkpsdm", "POST", "/api/calendar/preview", late(day))).json().clocks.filter(({ peristiwa, mulai }: { peristiwa: string; mulai: string }) => peristiwa === "keberatan" && mulai === "2026-10-16");
    clock.set("2026-11-03");
    expect((await days()).clock).toMatchObject({ sampai: "2026-11-05", hari: 14, libur: ["2026-10-28"] });
    expect((await call("bkpsdm", "PUT", "/api/calendar", late("2026-10-20", null))).json()).toMatchObject({ refusals: ["days_wrong"], fields: [{ path: "body.changes.0.alasan", code: "alasan_kosong" }] });
    const [moved] = await ofEko("2026-10-20");
    expect(moved).toMatchObject({ from: "2026-11-05", to: "2026-11-06" });
    expect(moved.n).toBeGreaterThan(0);
    for (const changed of [1, 0]) expect((await call("bkpsdm", "PUT", "/api/calendar", late("2026-10-20"))).json()).toEqual({ changed });
    expect((await days()).clock).toMatchObject({ sampai: "2026-11-06", hari: 14, libur: ["2026-10-20", "2026-10-28"] });
    // On the last day, moved once, everything is as on any other; on the day after it the days are over, whatever is corrected then.
    clock.set("2026-11-06");
    expect((await days()).actions.file).toEqual([]);
    clock.set("2026-11-09");
    expect(await ofEko("2026-10-21")).toEqual([]);
    expect((await call("bkpsdm", "PUT", "/api/calendar", late("2026-10-21"))).json()).toEqual({ changed: 1 });
    expect((await days()).clock).toMatchObject({ sampai: "2026-11-06", hari: 14, libur: ["2026-10-20", "2026-10-28"] });
    expect((await call("eko", "POST", "/api/keberatan", filing(ekos))).json().refusals).toEqual(["keberatan_time_over"]);
    expect((await call("eko", "GET", "/api/calendar?year=2026")).json().corrections).toMatchObject([{ day: "2026-10-21", on: "2026-11-09", by: "bkpsdm", reason: "Keputusan Gubernur baru diterima." }, { day: "2026-10-20", on: "2026-11-03" }]);
    expect(await auditCount(pool, "calendar.change")).toBe(2);
    await expect(pool.query("update hari_koreksi set day = '2026-10-22'")).rejects.toThrow(/only added/);
  });
});
