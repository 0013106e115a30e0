import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addUmpanBalik } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, movePenilai, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-10-14" });
let city: SmallCity;
let period: string;
let skp: SetSkp;
let budi: Caller;
let resultId: string;
let noteId: string;

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
  skp = await addSkp(pool, { personId: city.people.budi, year: 2026, unitId: city.units.bidangA1 });
  for (const month of ["2026-07", "2026-08", "2026-09"]) await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp, status: "checked", realisasi: [20, 8] });
  noteId = await addUmpanBalik(pool, { fromId: city.people.kabidA, toId: city.people.budi, month: "2026-08", givenOn: "2026-08-20", nada: "positif", perilaku: "kolaboratif", text: "Membantu tiga bidang lain." });
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  budi = await as(city.people.budi);
  const kabid = await as(city.people.kabidA);
  resultId = v7();
  await kabid("PUT", `/api/appraisal/${period}/${city.people.budi}`, {
    id: resultId, version: null, hasil: skp.lines.map((line) => ({ lineId: line.lineId, rating: "sesuai" })), perilaku: [{ perilaku: "kolaboratif", rating: "di_atas" }],
    hasilKerja: "sesuai", perilakuKerja: "di_atas", alasanHasilKerja: null, alasanPerilaku: null, basis: [{ aspect: "perilaku", kind: "umpan_balik", id: noteId }],
  });
});

const finalise = async () => (await as(city.people.kabidA))("POST", `/api/appraisal/${period}/${city.people.budi}/finalise`, { version: 1 });

describe("a pegawai's result", () => {
  it("does not exist while it is a draft, for anybody", async () => {
    for (const who of ["budi", "kabidA", "auditor"] as const) expect((await (await as(city.people[who]))("GET", `/api/result/${resultId}`)).statusCode).toBe(404);
    expect((await budi("GET", "/api/result")).json()).toEqual({ results: [] });
    expect((await finalise()).statusCode).toBe(200);
    expect((await budi("GET", "/api/result")).json().results).toMatchObject([{ id: resultId, predikat: "baik", isOpened: false, penilai: "kabidA" }]);
  });

  it("says why, on what, with the index beside it and the whole Decision", async () => {
    const body = (await (await as(city.people.kabidA))("GET", `/api/result/${resultId}`)).json();
    expect(body).toMatchObject({
      predikat: "baik", isMine: false, openedAt: null, reconciliation: { state: "belum_dicocokkan", laporan: null, ditarik: null }, sumberResmi: null, isAfterPola: false, capaianOrganisasi: { unit: "Bidang A1", predikat: "baik" },
      hasilKerja: { rating: "sesuai", saran: "sesuai", dasar: [], cite: expect.stringContaining("Lampiran BAB IV") },
      perilaku: { rating: "di_atas", saran: "di_atas", dasar: [{ kind: "umpan_balik", dari: "kabidA", isFromPenilai: true, text: "Membantu tiga bidang lain.", reply: null }] },
      indeks: 90,
    });
    expect(body.results.map((one: { indikator: object[] }) => one.indikator[0])).toMatchObject([{ target: 60, realisasi: 60, capaian: 100, bobot: 50, share: 50 }, { target: 30, realisasi: 24, capaian: 80, bobot: 50, share: 40 }]);
    expect(body.decision).toMatchObject({ rule: "Hasil evaluasi kinerja periode", value: "baik", from: [{ rule: "Predikat kinerja", from: [{ rule: "Rating hasil kerja" }, { rule: "Rating perilaku kerja" }] }, { rule: "Indeks kinerja kota", value: 90 }] });
    // A right of keberatan whose days begin with the pegawai's receipt.
    expect(body.keberatan).toMatchObject({ isAllowed: true, until: null, to: { name: "kadisA", jabatan: "Kepala Dinas A" } });
  });

  it("is received when the pegawai opens it first; fourteen working days run from then", async () => {
    clock.set("2026-10-16");
    const first = (await budi("GET", `/api/result/${resultId}`)).json();
    expect(first).toMatchObject({ isMine: true, openedAt: expect.stringContaining("2026-10-16"), keberatan: { isAllowed: true, until: "2026-11-05" } });
    clock.set("2026-10-20");
    expect((await budi("GET", `/api/result/${resultId}`)).json()).toMatchObject({ openedAt: expect.stringContaining("2026-10-16"), keberatan: { until: "2026-11-05" } });
    expect(await auditCount(pool, "result.open", resultId)).toBe(1);
    expect((await pool.query("select 1 from access_log where action = 'result.read' and subject_id = $1", [city.people.budi])).rows.length).toBeGreaterThan(0);
  });

  it("prints the pegawai's answer beside the note, also one given later, without touching the receipt", async () => {
    await pool.query("update umpan_balik set reply = 'Terima kasih, saya lanjutkan.' where id = $1", [noteId]);
    expect((await budi("GET", `/api/result/${resultId}`)).json().perilaku.dasar[0].reply).toBe("Terima kasih, saya lanjutkan.");
    expect((await budi("POST", `/api/result/${resultId}/recompute`)).json()).toMatchObject({ isEqual: true, predikat: "baik" });
  });

  it("is computed again by whoever may read it, and the trail says so", async () => {
    const auditor = await as(city.people.auditor);
    const answer = (await auditor("POST", `/api/result/${resultId}/recompute`)).json();
    expect(answer).toEqual({ isEqual: true, stored: answer.computed, computed: expect.stringMatching(/^[0-9a-f]{64}$/), predikat: "baik" });
    expect(await auditCount(pool, "result.recompute", resultId)).toBe(2);
  });

  it("shows a forged receipt for what it is", async () => {
    // Someone with the database in hand and the trigger switched off.
    const client = await pool.connect();
    await client.query("begin");
    await client.query("alter table appraisal disable trigger appraisal_final_stays");
    await client.query("update appraisal set facts = jsonb_set(facts, '{hasilKerja,rating}', '\"di_atas\"') where id = $1", [resultId]);
    await client.query("alter table appraisal enable trigger appraisal_final_stays");
    await client.query("commit");
    client.release();
    expect((await budi("POST", `/api/result/${resultId}/recompute`)).json()).toMatchObject({ isEqual: false, predikat: "sangat_baik" });
  });

  it("is not there for a colleague, another department, the technical admin or plain BKPSDM; a former penilai of the period sees it", async () => {
    for (const who of ["citra", "eko", "kadisB", "admin", "bkpsdm", "kapus"] as const) {
      const caller = await as(city.people[who]);
      expect([who, (await caller("GET", `/api/result/${resultId}`)).statusCode, (await caller("POST", `/api/result/${resultId}/recompute`)).statusCode]).toEqual([who, 404, 404]);
    }
    await movePenilai(pool, { pegawaiId: city.people.budi, to: city.people.kapus, on: "2026-11-01" });
    clock.set("2026-11-10");
    for (const who of ["kabidA", "kapus", "kadisA", "auditor", "analis"] as const) expect([who, (await (await as(city.people[who]))("GET", `/api/result/${resultId}`)).statusCode]).toEqual([who, 200]);
    expect((await budi("GET", `/api/result/${v7()}`)).statusCode).toBe(404);
    // Kapus again has nothing to do with budi today; what counts is whether he was penilai on a day of that period.
    const kapus = await as(city.people.kapus);
    await movePenilai(pool, { pegawaiId: city.people.budi, to: city.people.kabidA, on: "2026-11-05" });
    expect((await kapus("GET", `/api/result/${resultId}`)).statusCode).toBe(404);
    await pool.query("update penilai_relation set valid_until = '2026-09-01' where pegawai_id = $1 and valid_until = '2026-11-01'", [city.people.budi]);
    await pool.query("update penilai_relation set valid_from = '2026-09-01' where pegawai_id = $1 and valid_from = '2026-11-01'", [city.people.budi]);
    expect((await kapus("GET", `/api/result/${resultId}`)).statusCode).toBe(200);
    clock.set("2026-10-14");
  });
});

describe("a Kepala OPD's result", () => {
  it("rests on the capaian of the own department and is final without keberatan", async () => {
    const kadisSkp = await addSkp(pool, { personId: city.people.kadisA, year: 2026, unitId: city.units.dinasA });
    const wali = await as(city.people.wali);
    const id = v7();
    const url = `/api/appraisal/${period}/${city.people.kadisA}`;
    const desk = (await wali("GET", url)).json();
    expect(desk).toMatchObject({ capaianOrganisasi: { unit: { name: "Dinas A" }, predikat: null }, kepalaUnit: null });
    await addCapaian(pool, { periodId: period, unitId: city.units.dinasA, setBy: city.people.wali, predikat: "baik" });
    expect((await wali("GET", url)).json().kepalaUnit).toMatchObject({ value: "sesuai", cite: { regulation: "SE MenPANRB 3/2023" } });
    const body = { id, version: null, hasil: kadisSkp.lines.map((line) => ({ lineId: line.lineId, rating: "sesuai" })), perilaku: [], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
    expect((await wali("PUT", url, body)).statusCode).toBe(200);
    expect((await wali("POST", `${url}/finalise`, { version: 1 })).statusCode).toBe(200);
    expect((await (await as(city.people.kadisA))("GET", `/api/result/${id}`)).json().keberatan).toMatchObject({ isAllowed: false, until: null, ground: { cite: { part: "Lampiran BAB IV huruf A angka 11 dan 12" } } });
  });
});
