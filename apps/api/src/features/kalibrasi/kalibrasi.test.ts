import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addUmpanBalik } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-10-14" });
const WHY = "Bukti tiga bulan menunjukkan target terlampaui.";
let city: SmallCity;
let period: string;
let skp: SetSkp;
let resultId: string;
let kadis: Caller;
let kabid: Caller;
let analis: Caller;
let budi: Caller;
const noteId = { id: "" };

const url = (tail = "") => `/api/kalibrasi/${period}/${city.units.dinasA}${tail}`;
const view = async (who = kadis) => (await who("GET", url())).json();
const ratings = (version: number | null, over: object = {}) => ({
  id: resultId, version, hasil: skp.lines.map((line) => ({ lineId: line.lineId, rating: "sesuai" })), perilaku: [{ perilaku: "kolaboratif", rating: "di_atas" }],
  hasilKerja: "sesuai", perilakuKerja: "di_atas", alasanHasilKerja: null, alasanPerilaku: null, basis: [{ aspect: "perilaku", kind: "umpan_balik", id: noteId.id }], ...over,
});

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, unitId: city.units.bidangA1 });
  for (const month of ["2026-07", "2026-08", "2026-09"]) await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp, status: "checked", realisasi: [20, 8] });
  noteId.id = await addUmpanBalik(pool, { fromId: city.people.kabidA, toId: city.people.budi, month: "2026-08", givenOn: "2026-08-20", nada: "positif", perilaku: "kolaboratif" });
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  [kadis, kabid, analis, budi] = [await as(city.people.kadisA), await as(city.people.kabidA), await as(city.people.analis), await as(city.people.budi)];
  resultId = v7();
  const desk = `/api/appraisal/${period}/${city.people.budi}`;
  await kabid("PUT", desk, ratings(null));
  await kabid("POST", `${desk}/finalise`, { version: 1 });
});

/** Final results of people of Dinas A, rated by its head: all Baik, without evidence. */
async function addFinal(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const id = v7();
    await pool.query("insert into person (id, name, jenis) values ($1,$2,'pppk')", [id, `Rekan ${i}`]);
    await pool.query(
      `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, digest, finalized_at, finalized_on, facts, rulebook)
       values ($1,$2,$3,$4,$4,2,$5,'final','sesuai','sesuai','baik','d',now(),'2026-10-10','{"hasil":[],"perilaku":[],"umpanBalik":{"positif":0,"netral":0,"negatif":0},"standar":{"batas":{"sebagianBesar":0.5,"sebagianKecil":0.25}}}','r')`,
      [v7(), period, id, city.units.dinasA, city.people.kadisA]);
  }
}

describe("a rapat kalibrasi", () => {
  const id = v7();
  it("needs the capaian of the department and fifty people", async () => {
    expect(await view()).toMatchObject({ status: "not_opened", as: "kepala", people: 1, cases: [], actions: { open: ["capaian_organisasi_missing", "pola_unit_small"] } });
    expect((await kadis("GET", "/api/kalibrasi")).json()).toMatchObject({ units: [{ unit: { name: "Dinas A" }, people: 1, status: "too_small" }], proposals: [] });
    await addCapaian(pool, { periodId: period, unitId: city.units.dinasA, setBy: city.people.wali });
    await addFinal(48);
    expect((await kadis("POST", url("/open"), { id })).json().refusals).toEqual(["pola_unit_small"]);
    await addFinal(1);
    expect((await view()).actions.open).toEqual([]);
  });
  it("is opened while the period is evaluated: not before its end, and not once it is closed", async () => {
    clock.set("2026-09-30");
    expect((await kadis("POST", url("/open"), { id })).json().refusals).toEqual(["rating_window_not_open"]);
    clock.set("2026-10-14");
    await pool.query("update evaluation_period set closed_at = now() where id = $1", [period]);
    expect((await kadis("POST", url("/open"), { id })).json().refusals).toEqual(["period_closed"]);
    expect((await kadis("GET", `/api/kalibrasi?period=${period}`)).json().units).toMatchObject([{ status: "not_held" }]);
    await pool.query("update evaluation_period set closed_at = null where id = $1", [period]);
  });
  it("is opened by the head; BKPSDM's analis sees it and joins; for others it is not there", async () => {
    for (const who of ["budi", "kabidA", "kadisB", "bkpsdm", "auditor", "admin", "wali"] as const) expect([who, (await (await as(city.people[who]))("GET", url())).statusCode]).toEqual([who, 404]);
    expect((await analis("POST", url("/open"), { id })).statusCode).toBe(403);
    expect((await kadis("GET", `/api/kalibrasi/${period}/${city.units.bidangA1}`)).statusCode).toBe(404);
    const opened = (await kadis("POST", url("/open"), { id })).json();
    expect(opened).toMatchObject({ status: "open", people: 50, notFinal: 0, opened: { by: "kadisA", on: "2026-10-14" }, analis: null, capaianOrganisasi: "baik", jumlah: { baik: 50, sangat_baik: 0 } });
    expect((await kadis("POST", url("/open"), { id })).statusCode).toBe(200);
    expect((await kadis("POST", url("/open"), { id: v7() })).json().refusals).toEqual(["kalibrasi_opened"]);
    expect(await auditCount(pool, "kalibrasi.open", id)).toBe(1);
    expect((await kadis("POST", url("/attend"), { version: 1 })).statusCode).toBe(403);
    expect((await analis("POST", url("/attend"), { version: 1 })).json()).toMatchObject({ as: "analis", analis: { name: "analis" }, version: 2 });
    expect((await analis("GET", "/api/kalibrasi")).json().units.map((one: { unit: { name: string }; status: string }) => `${one.unit.name} ${one.status}`)).toEqual(["Dinas A open", "Dinas B too_small"]);
  });
  it("shows the band: all 50 Baik is over the 70 percent with its whole interval; teams as a mirror", async () => {
    const { band, teams } = await view();
    expect(band).toMatchObject({ isInPola: false, decision: { rule: "Pita pola distribusi", cite: { regulation: "SE MenPANRB 3/2023" } } });
    expect(band.lines.map((line: { temuan: string; posisi: string; share: object }) => [line.temuan, line.posisi, line.share])).toEqual([
      ["puncak_bukan_sebagian_besar", "di_dalam", { value: 100, low: 92.9, high: 100 }], ["puncak_melebihi_70_persen", "di_luar", { value: 100, low: 92.9, high: 100 }], ["tanpa_butuh_perbaikan_atau_kurang", "di_luar", { value: 0, low: 0, high: 7.1 }],
    ]);
    expect(teams.map((one: { penilai: { name: string }; n: number; leniency: unknown }) => [one.penilai.name, one.n, one.leniency])).toEqual([["kabidA", 1, null], ["kadisA", 49, null]]);
  });
});

describe("a case", () => {
  it("hides its name until the caller has read the evidence; each for themselves", async () => {
    const [first] = (await view()).cases;
    expect(first).toMatchObject({ appraisalId: resultId, number: 1, bagian: "patokan", person: null, isRead: false, evidence: 1, now: { hasilKerja: "sesuai", perilaku: "di_atas", predikat: "baik" }, actions: { read: [], propose: ["evidence_unread"] } });
    const evidence = await kadis("GET", url(`/case/${resultId}`));
    expect(evidence.json()).toMatchObject({ person: null, predikat: "baik", indeks: 90, perilaku: { dasar: [{ kind: "umpan_balik" }] } });
    expect(evidence.body).not.toContain("budi");
    expect((await kadis("POST", url(`/case/${resultId}/read`))).json()).toMatchObject({ person: { name: "budi" }, isRead: true, actions: { propose: [] } });
    expect((await view()).cases[0].person.name).toBe("budi");
    expect((await view(analis)).cases[0].person).toBe(null);
    expect((await kadis("GET", url(`/case/${v7()}`))).statusCode).toBe(404);
    expect((await kabid("GET", url(`/case/${resultId}`))).statusCode).toBe(404);
  });
});

describe("a proposal", () => {
  const id = v7();
  const correctionId = v7();
  const body = (over: object = {}) => ({ id, appraisalId: resultId, hasilKerja: "di_atas", perilaku: "di_atas", reason: WHY, ...over });
  const answer = (over: object = {}) => ({ version: 1, answer: "diterima", words: "Saya setuju, bukti bulan Agustus kuat.", correctionId, ...over });
  const results = async () => (await pool.query("select id, status, is_current, hasil_kerja, perilaku, digest, version from appraisal order by id")).rows;

  it("changes nothing by itself: who set the result is told and decides", async () => {
    const before = await results();
    expect((await kadis("POST", url("/proposal"), body({ hasilKerja: "sesuai" }))).json().refusals).toEqual(["nothing_changed"]);
    expect((await analis("POST", url("/proposal"), body())).statusCode).toBe(403);
    const made = (await kadis("POST", url("/proposal"), body())).json();
    expect(made.proposals).toMatchObject([{ id, by: "kadisA", reason: WHY, penilai: "kabidA", before: { predikat: "baik" }, after: { hasilKerja: "di_atas", perilaku: "di_atas", predikat: "sangat_baik" }, answer: null, outcome: null }]);
    expect((await kadis("POST", url("/proposal"), body())).statusCode).toBe(200);
    expect((await kadis("POST", url("/proposal"), body({ id: v7() }))).json().refusals).toEqual(["proposal_open"]);
    expect(await results()).toEqual(before);
    expect(await auditCount(pool, "kalibrasi.propose", resultId)).toBe(1);
    expect((await kabid("GET", "/api/home")).json().notifications).toContainEqual(expect.objectContaining({ kind: "kalibrasi_proposed" }));
    // The pegawai reads of it once it is answered.
    expect((await budi("GET", `/api/result/${resultId}`)).json()).toMatchObject({ kalibrasi: { proposals: [] }, pola: null });
  });
  it("is answered by who set the result; accepting begins the next revision, which that penilai sets at the own desk", async () => {
    expect((await kabid("GET", "/api/kalibrasi")).json().proposals).toMatchObject([{ id, person: { name: "budi" }, unit: { name: "Dinas A" }, actions: { answer: [] } }]);
    for (const who of [kadis, analis, budi]) expect((await who("POST", `/api/kalibrasi/proposal/${id}/answer`, answer())).statusCode).toBe(404);
    expect((await kabid("POST", `/api/kalibrasi/proposal/${id}/answer`, answer({ words: "ya" }))).json().refusals).toEqual(["words_too_short"]);
    expect((await kabid("POST", `/api/kalibrasi/proposal/${id}/answer`, answer({ version: 4 }))).statusCode).toBe(412);
    expect((await kabid("POST", `/api/kalibrasi/proposal/${id}/answer`, answer())).json()).toMatchObject({ answer: { answer: "diterima", on: "2026-10-14" }, outcome: null });
    expect((await kabid("POST", `/api/kalibrasi/proposal/${id}/answer`, answer())).statusCode).toBe(200);
    const desk = `/api/appraisal/${period}/${city.people.budi}`;
    expect((await kabid("GET", desk)).json().appraisal).toMatchObject({ id: correctionId, status: "draft", revision: 2, hasilKerja: "sesuai", correctionReason: expect.stringContaining(WHY) });
    expect((await budi("GET", `/api/result/${resultId}`)).json()).toMatchObject({ isCurrent: true, kalibrasi: { proposals: [{ answer: "diterima", outcomeId: null }] } });
    const draft = { ...ratings(1, { hasilKerja: "di_atas", alasanHasilKerja: WHY, basis: ["hasil_kerja", "perilaku"].map((aspect) => ({ aspect, kind: "umpan_balik", id: noteId.id })) }), id: correctionId };
    expect((await kabid("PUT", desk, draft)).statusCode).toBe(200);
    expect((await kabid("POST", `${desk}/finalise`, { version: 2 })).statusCode).toBe(200);
    expect((await view()).proposals[0].outcome).toMatchObject({ id: correctionId, predikat: "sangat_baik" });
    expect(await view()).toMatchObject({ changes: [], jumlah: { sangat_baik: 1, baik: 49 }, before: { sangat_baik: 0, baik: 50 } });
  });
  it("stays visible to the pegawai on every version, with author, reason, before and after", async () => {
    for (const one of [resultId, correctionId]) {
      expect((await budi("GET", `/api/result/${one}`)).json().kalibrasi.proposals).toMatchObject([{ by: "kadisA", reason: WHY, before: { predikat: "baik" }, after: { predikat: "sangat_baik" }, answer: "diterima", penilai: "kabidA", outcomeId: correctionId }]);
    }
  });
  it("is not the only way to correct, but no other change stays silent", async () => {
    const next = v7();
    const desk = `/api/appraisal/${period}/${city.people.budi}`;
    expect((await kabid("POST", `${desk}/correct`, { id: next, version: 3, reason: "Rating perilaku keliru tercatat." })).statusCode).toBe(200);
    expect((await kabid("PUT", desk, { ...ratings(1, { perilakuKerja: "sesuai", alasanPerilaku: WHY, hasilKerja: "di_atas", alasanHasilKerja: WHY, basis: [{ aspect: "hasil_kerja", kind: "umpan_balik", id: noteId.id }] }), id: next })).statusCode).toBe(200);
    expect((await kabid("POST", `${desk}/finalise`, { version: 2 })).statusCode).toBe(200);
    expect((await view()).changes).toMatchObject([{ number: 1, by: "kabidA", reason: "Rating perilaku keliru tercatat.", before: { predikat: "sangat_baik" }, after: { predikat: "baik" } }]);
  });
  it("under keberatan is refused, as is one about the own result", async () => {
    const [row] = (await view()).cases;
    const current = (await pool.query<{ id: string }>("select id from appraisal where person_id = $1 and is_current", [city.people.budi])).rows[0]?.id ?? "";
    await budi("GET", `/api/result/${current}`);
    expect((await budi("POST", "/api/keberatan", { id: v7(), resultId: current, claims: [{ aspect: "perilaku", target: null, alasan: WHY, basis: [] }] })).statusCode).toBe(200);
    expect((await kadis("POST", url("/proposal"), body({ id: v7(), perilaku: "di_bawah" }))).json().refusals).toEqual(["keberatan_running"]);
    expect(row.actions.propose).toEqual([]);
    await expect(pool.query("insert into kalibrasi_proposal (id, kalibrasi_id, appraisal_id, penilai_id, author_id, reason, hasil_kerja, perilaku, predikat, proposed_on) select $1, kalibrasi_id, $2, penilai_id, author_id, reason, hasil_kerja, perilaku, predikat, proposed_on from kalibrasi_proposal", [v7(), current])).rejects.toThrow("evidence its author has read");
  });
});

describe("the end", () => {
  it("comes also after its period was closed, when nothing is proposed any more; it needs published words where the pola is not met, and then stays", async () => {
    await pool.query("update evaluation_period set closed_at = now() where id = $1", [period]);
    const { version, cases } = await view();
    for (const one of cases) expect(one.actions.propose).toContain("period_closed");
    expect((await kadis("POST", url("/close"), { version, explanation: null })).json().refusals).toEqual(["explanation_missing"]);
    const words = "Dinas A mencapai semua target kota; bukti tiap orang sudah dibaca.";
    expect((await kadis("POST", url("/close"), { version, explanation: words })).json()).toMatchObject({ status: "closed", closed: { on: "2026-10-14", explanation: words }, actions: { close: ["wrong_status"] } });
    expect((await kadis("POST", url("/close"), { version, explanation: words })).statusCode).toBe(200);
    expect((await budi("GET", `/api/result/${resultId}`)).json().pola).toEqual({ unit: "Dinas A", isOwed: false, explanation: { text: words, by: "kadisA", on: "2026-10-14", revision: 1 } });
    // One record: the page of the explanation has it too, as what the meeting ended with.
    expect((await kadis("GET", `/api/pola-explanation/${city.units.dinasA}/${period}`)).json()).toMatchObject({ kesesuaian: "wajib", isOwed: false, explanation: { revision: 1, text: words, isFromKalibrasi: true, capaian: "baik" }, actions: { write: [] } });
    expect((await kadis("POST", url(`/case/${resultId}/read`))).statusCode).toBe(200);
    expect((await analis("POST", url(`/case/${resultId}/read`))).json().refusals).toEqual(["wrong_status"]);
    expect((await pool.query("select 1 from access_log where action = 'kalibrasi.case'")).rowCount).toBeGreaterThan(0);
  });
  it("is walled in the database too", async () => {
    await expect(pool.query("update kalibrasi set opened_on = '2026-10-01'")).rejects.toThrow("keeps its opening");
    await expect(pool.query("update kalibrasi_proposal set reason = 'lain'")).rejects.toThrow("stays as it was made");
    await expect(pool.query("delete from kalibrasi_reading")).rejects.toThrow();
    await expect(pool.query("insert into kalibrasi_reading (kalibrasi_id, appraisal_id, person_id, read_at) select id, $1, $2, now() from kalibrasi", [resultId, city.people.analis])).rejects.toThrow("open rapat kalibrasi");
  });
});
