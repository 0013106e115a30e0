import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { FaktaPenilaian } from "@teraju/domain";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addRegisterEvidence, addUmpanBalik } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, movePenilai, smallCity, type SetSkp, type SmallCity } from "#test/factories.ts";
import { recompute } from "./decision.ts";

// Wednesday 14 October 2026; Monday the 12th is a holiday of the city.
const { as, pool, clock } = await testApp({ today: "2026-10-14" });
let city: SmallCity;
let period: string;
let kabid: Caller;
let budiSkp: SetSkp;
let evidence: string;
const REASON = "Hasilnya jauh di atas rencana dan dipakai seluruh bidang.";

beforeAll(async () => {
  city = await smallCity(pool);
  await pool.query("insert into hari_khusus (day, kind, name, basis) values ('2026-10-12', 'libur', 'Hari jadi kota', 'Keputusan Wali Kota')");
  period = await addPeriod(pool, city);
  kabid = await as(city.people.kabidA);
  budiSkp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  for (const month of ["2026-07", "2026-08", "2026-09"]) {
    const { rowIds } = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month, skp: budiSkp, penilaiId: city.people.kabidA, status: "checked", realisasi: [22, 9] });
    if (month === "2026-09") evidence = await addRegisterEvidence(pool, { ownerId: city.people.budi, reportRowId: rowIds[0] ?? "" });
  }
});

const url = (who: string, tail = "", of = period) => `/api/appraisal/${of}/${who}${tail}`;
type Part = Record<string, unknown>;
const ratings = (over: Part = {}): Part => ({
  id: v7(), version: null, hasil: budiSkp.lines.map((line) => ({ lineId: line.lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }],
  hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [], ...over,
});
/** Takes away what was saved for this person, so that each test begins anew. */
const forget = (who: string) => pool.query("delete from appraisal where person_id = $1 and status = 'draft'", [who]);

describe("the desk", () => {
  it("lists whom a penilai rates, each once, with the months", async () => {
    const { members, period: shown } = (await kabid("GET", `/api/appraisal/team?period=${period}`)).json();
    expect(shown).toMatchObject({ state: "rating", kind: "triwulanan" });
    expect(members.map((one: { person: { id: string } }) => one.person.id)).toEqual([city.people.budi, city.people.citra]);
    expect(members[0]).toMatchObject({ as: "penilai", state: "unsaved", months: [{ month: "2026-07", status: "checked" }, { month: "2026-08" }, { month: "2026-09" }] });
  });

  it("gives figures of the period, what was said, and no predikat", async () => {
    const body = (await kabid("GET", url(city.people.budi))).json();
    expect(body.results).toHaveLength(2);
    // 66 of 60 and 27 of 30 documents.
    expect(body.results.map((one: { indikator: { capaian: { value: number } }[] }) => one.indikator[0]?.capaian.value)).toEqual([110, 90]);
    expect(body.indeks).toMatchObject({ value: 100, note: expect.stringContaining("bukan dasar predikat") });
    expect(body.evidence).toMatchObject([{ id: evidence, month: "2026-09" }]);
    expect(body.capaianOrganisasi).toMatchObject({ unit: { name: "Bidang A1" }, predikat: null });
    expect(body.actions.finalize).toEqual(expect.arrayContaining(["capaian_organisasi_missing", "ratings_missing"]));
    expect(JSON.stringify(body)).not.toContain("butuh_perbaikan");
  });

  it("suggests from ratings that are not saved, and names no predikat", async () => {
    const { saranHasilKerja, saranPerilaku } = (await kabid("GET", url(city.people.budi, "/saran?hasil=di_atas,di_atas&perilaku=sesuai"))).json();
    expect([saranHasilKerja.value, saranPerilaku.value]).toEqual(["di_atas", "sesuai"]);
    expect((await kabid("GET", url(city.people.budi, "/saran?hasil=di_atas,-&perilaku="))).json().saranHasilKerja).toMatchObject({ value: null });
  });

  it("hears colleagues' published mean in the suggestion for perilaku, or names it as missing", async () => {
    const rekan = async () => (await kabid("GET", url(city.people.budi, "/saran?hasil=sesuai,sesuai&perilaku=sesuai"))).json().saranPerilaku.from;
    expect(await rekan()).toMatchObject([{ rule: "Umpan balik rekan", value: null, given: { sebab: "belum_ada" } }]);
    const [cycle, old] = [v7(), v7()];
    for (const [id, year, semester, on] of [[old, 2025, 2, "2026-01-05"], [cycle, 2026, 1, "2026-07-06"]] as const) {
      await pool.query("insert into peer_cycle (id, year, semester, status, answers_from, answers_until, standar_id, key_hash, sealed_on, sealed_answers) values ($1,$2,$3,'sealed',$4,$4,$5,repeat('a',64),$4,8)", [id, year, semester, on, city.standarId]);
      await pool.query("insert into peer_result (cycle_id, subject_id, groups, is_merged, suggestions, n, rata) values ($1,$2,'[{}]',false,'{}',6,2.5)", [id, city.people.budi]);
    }
    // Sealed is not released; and last year's is too old.
    expect(await rekan()).toMatchObject([{ given: { sebab: "belum_ada" } }]);
    await pool.query("update peer_cycle set status = 'released', released_on = answers_until");
    expect(await rekan()).toMatchObject([{ rule: "Umpan balik rekan", value: { rata: 2, n: 6, bobot: 0.25 }, given: { semester: "2026-1" } }]);
  });

  it("is not there for others: a colleague, another department, the technical admin; the pegawai himself may not rate", async () => {
    for (const who of ["citra", "eko", "admin", "kapus"] as const) expect((await (await as(city.people[who]))("GET", url(city.people.budi))).statusCode).toBe(404);
    for (const who of ["budi", "auditor", "analis", "kadisA"] as const) {
      const caller = await as(city.people[who]);
      const isAtasan = who === "kadisA";
      expect((await caller("GET", url(city.people.budi))).statusCode).toBe(isAtasan ? 200 : 403);
      const put = await caller("PUT", url(city.people.budi), ratings());
      expect(put.statusCode).toBe(isAtasan ? 409 : 403);
      if (isAtasan) expect(put.json().refusals).toEqual(["penilai_in_time"]);
    }
    expect((await kabid("GET", url(city.people.budi, "", v7()))).statusCode).toBe(404);
    expect((await kabid("GET", url(v7()))).statusCode).toBe(404);
  });
});

describe("saving ratings", () => {
  it("saves what the guide suggests without a basis, writes the trail, and takes the same first save twice as one", async () => {
    const body = ratings();
    const first = await kabid("PUT", url(city.people.budi), body);
    expect(first.statusCode).toBe(200);
    expect(first.json().appraisal).toMatchObject({ id: body["id"], version: 1, status: "draft", hasilKerja: "sesuai", predikat: null });
    expect((await kabid("PUT", url(city.people.budi), body)).json().appraisal.version).toBe(1);
    expect((await kabid("PUT", url(city.people.budi), ratings())).statusCode).toBe(412);
    expect((await kabid("PUT", url(city.people.budi), { ...body, version: 7 })).statusCode).toBe(412);
    expect((await kabid("PUT", url(city.people.budi), { ...body, version: 1 })).json().appraisal.version).toBe(2);
    expect(await auditCount(pool, "appraisal.save", String(body["id"]))).toBe(2);
    await forget(city.people.budi);
  });

  it("refuses di atas without evidence or umpan balik, and without a reason where the guide says otherwise", async () => {
    const answer = await kabid("PUT", url(city.people.budi), ratings({ hasilKerja: "di_atas" }));
    expect(answer.statusCode).toBe(409);
    expect(answer.json().refusals).toEqual(["no_basis_hasil_kerja", "reason_missing_hasil_kerja"]);
    const withBasis = ratings({ hasilKerja: "di_atas", basis: [{ aspect: "hasil_kerja", kind: "evidence", id: evidence }] });
    expect((await kabid("PUT", url(city.people.budi), withBasis)).json().refusals).toEqual(["reason_missing_hasil_kerja"]);
    expect((await kabid("PUT", url(city.people.budi), { ...withBasis, alasanHasilKerja: REASON })).statusCode).toBe(200);
    await forget(city.people.budi);
  });

  it("lets an own note carry di bawah only five working days after it was given, the holiday not counted", async () => {
    const note = await addUmpanBalik(pool, { fromId: city.people.kabidA, toId: city.people.budi, month: "2026-09", givenOn: "2026-10-06", perilaku: "akuntabel" });
    const below = () => ratings({ perilaku: [{ perilaku: "akuntabel", rating: "di_bawah" }], perilakuKerja: "di_bawah", basis: [{ aspect: "perilaku", kind: "umpan_balik", id: note }] });
    const answers: Record<string, number> = {};
    for (const day of ["2026-10-06", "2026-10-13", "2026-10-14", "2026-10-15"]) {
      clock.set(day);
      const answer = await kabid("PUT", url(city.people.budi), below());
      answers[day] = answer.statusCode;
      if (answer.statusCode === 409) expect(answer.json().refusals).toEqual(["note_too_recent_perilaku"]);
      await forget(city.people.budi);
    }
    clock.set("2026-10-13");
    expect((await kabid("GET", url(city.people.budi))).json().umpanBalik).toMatchObject([{ id: note, isOwn: true, carriesDiBawah: false, carriesFrom: "2026-10-14" }]);
    clock.set("2026-10-14");
    expect((await kabid("GET", url(city.people.budi))).json().umpanBalik).toMatchObject([{ id: note, carriesDiBawah: true }]);
    expect(answers).toEqual({ "2026-10-06": 409, "2026-10-13": 409, "2026-10-14": 200, "2026-10-15": 200 });
    await pool.query("delete from umpan_balik where id = $1", [note]);
  });

  it("takes no basis of another person or period, and no line that is not in the SKP", async () => {
    const other = await addUmpanBalik(pool, { fromId: city.people.kabidA, toId: city.people.citra, month: "2026-09", givenOn: "2026-09-20" });
    const earlier = await addUmpanBalik(pool, { fromId: city.people.citra, toId: city.people.budi, month: "2026-06", givenOn: "2026-06-20" });
    for (const id of [other, earlier, v7()]) {
      const answer = await kabid("PUT", url(city.people.budi), ratings({ basis: [{ aspect: "hasil_kerja", kind: "umpan_balik", id }] }));
      expect(answer.statusCode).toBe(400);
      expect(answer.json().fields).toEqual([{ path: "body.basis.0.id", code: "unknown" }]);
    }
    expect((await kabid("PUT", url(city.people.budi), ratings({ hasil: [{ lineId: v7(), rating: "sesuai" }] }))).statusCode).toBe(400);
    expect((await kabid("PUT", url(city.people.budi), ratings({ predikat: "baik" }))).statusCode).toBe(400);
    expect((await pool.query("select 1 from appraisal where person_id = $1", [city.people.budi])).rows).toHaveLength(0);
  });

  it("refuses before the window, and without an SKP in force", async () => {
    clock.set("2026-09-30");
    expect((await kabid("PUT", url(city.people.budi), ratings())).json().refusals).toContain("rating_window_not_open");
    clock.set("2026-10-14");
    expect((await kabid("PUT", url(city.people.citra), ratings({ hasil: [] }))).json().refusals).toEqual(["skp_not_set"]);
  });
});

describe("what the pegawai has not sent", () => {
  it("stays the pegawai's own: a draft's figures and evidence are not on the desk", async () => {
    const ekoSkp = await addSkp(pool, { personId: city.people.eko, year: 2026, unitId: city.units.dinasB });
    const { rowIds } = await addReport(pool, city, { personId: city.people.eko, unit: "dinasB", month: "2026-08", skp: ekoSkp, status: "draft", realisasi: [5, 5] });
    const hidden = await addRegisterEvidence(pool, { ownerId: city.people.eko, reportRowId: rowIds[0] ?? "" });
    const kadis = await as(city.people.kadisB);
    const body = (await kadis("GET", url(city.people.eko))).json();
    expect(body).toMatchObject({ evidence: [], months: [{ month: "2026-08", status: "draft" }], indeks: { value: null } });
    expect((await kadis("PUT", url(city.people.eko), ratings({ hasil: [], basis: [{ aspect: "hasil_kerja", kind: "evidence", id: hidden }] }))).statusCode).toBe(400);
  });
});

describe("setting the result", () => {
  it("needs the capaian organisasi of the unit that the penilai leads, entered by the head above", async () => {
    const body = ratings();
    await kabid("PUT", url(city.people.budi), body);
    expect((await kabid("POST", url(city.people.budi, "/finalise"), { version: 1 })).json().refusals).toEqual(["capaian_organisasi_missing"]);
    const key = `/api/capaian-organisasi/${period}/${city.units.bidangA1}`;
    const capaian = { id: v7(), version: null, predikat: "baik", basis: "Rencana aksi perjanjian kinerja triwulan III", document: null };
    expect((await kabid("PUT", key, capaian)).statusCode).toBe(403);
    expect((await (await as(city.people.eko))("PUT", key, capaian)).statusCode).toBe(404);
    expect((await (await as(city.people.kadisA))("PUT", key, capaian)).statusCode).toBe(200);
    expect(await auditCount(pool, "capaian-organisasi.set", capaian.id)).toBe(1);
    expect((await kabid("POST", url(city.people.budi, "/finalise"), { version: 9 })).statusCode).toBe(412);
    const final = await kabid("POST", url(city.people.budi, "/finalise"), { version: 1 });
    expect(final.statusCode).toBe(200);
    expect(final.json().appraisal).toMatchObject({ status: "final", predikat: "baik" });
    expect(await auditCount(pool, "appraisal.finalise", String(body["id"]))).toBe(1);
    expect((await pool.query("select 1 from notification where person_id = $1 and kind = 'result_set'", [city.people.budi])).rows).toHaveLength(1);
  });

  it("is never changed after that: not by the API, not in the database", async () => {
    const id = (await pool.query<{ id: string }>("select id from appraisal where person_id = $1", [city.people.budi])).rows[0]?.id;
    expect((await kabid("PUT", url(city.people.budi), ratings({ id, version: 2 }))).json().refusals).toContain("wrong_status");
    expect((await kabid("POST", url(city.people.budi, "/finalise"), { version: 2 })).json().refusals).toContain("wrong_status");
    await expect(pool.query("update appraisal set predikat = 'sangat_baik' where id = $1", [id])).rejects.toThrow(/never changed/);
    await expect(pool.query("delete from appraisal where id = $1", [id])).rejects.toThrow(/never deleted/);
  });

  it("is corrected by the next revision with a reason; the old one stays and counts until then", async () => {
    const before = (await kabid("GET", url(city.people.budi))).json().appraisal;
    expect((await kabid("POST", url(city.people.budi, "/correct"), { id: v7(), version: before.version, reason: "salah" })).json().refusals).toEqual(["correction_reason_missing"]);
    const correction = { id: v7(), version: before.version, reason: "Realisasi bulan Agustus salah dicatat." };
    expect((await kabid("POST", url(city.people.budi, "/correct"), correction)).json().appraisal).toMatchObject({ revision: 2, status: "draft", isAfterPola: false, correctionReason: correction.reason });
    expect((await kabid("POST", url(city.people.budi, "/correct"), correction)).json().appraisal).toMatchObject({ revision: 2, version: 1 });
    expect((await pool.query("select revision from appraisal where person_id = $1 and is_current", [city.people.budi])).rows).toEqual([{ revision: 1 }]);
    // Also after the window: the correction is not a late evaluation.
    clock.set("2026-11-02");
    const raised = ratings({ id: correction.id, version: 1, hasilKerja: "di_atas", alasanHasilKerja: REASON, basis: [{ aspect: "hasil_kerja", kind: "evidence", id: evidence }] });
    expect((await kabid("PUT", url(city.people.budi), raised)).statusCode).toBe(200);
    expect((await kabid("POST", url(city.people.budi, "/finalise"), { version: 2 })).json().appraisal).toMatchObject({ revision: 2, status: "final" });
    clock.set("2026-10-14");
    const { rows } = await pool.query("select revision, is_current, status from appraisal where person_id = $1 order by revision", [city.people.budi]);
    expect(rows).toEqual([{ revision: 1, is_current: false, status: "final" }, { revision: 2, is_current: true, status: "final" }]);
    expect(await auditCount(pool, "appraisal.correct", correction.id)).toBe(1);
  });

  it("computes again from what is stored: the same digest for every final result", async () => {
    const { rows } = await pool.query<{ facts: FaktaPenilaian; digest: string; predikat: string; indeks: string }>("select facts, digest, predikat, indeks from appraisal where status = 'final'");
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(recompute(row.facts)).toMatchObject({ digest: row.digest, predikat: row.predikat, indeks: Number(row.indeks) });
    const [row] = rows;
    if (row === undefined) throw new Error("no final result");
    const forged = recompute({ ...row.facts, hasilKerja: { ...row.facts.hasilKerja, rating: "di_bawah" } });
    expect(forged.digest).not.toBe(row.digest);
  });
});

describe("who rates", () => {
  it("the atasan, once the penilai is late; the result says so", async () => {
    const skp = await addSkp(pool, { personId: city.people.citra, year: 2026, unitId: city.units.bidangA1 });
    const body = ratings({ hasil: skp.lines.map((line) => ({ lineId: line.lineId, rating: "sesuai" })) });
    clock.set("2026-10-21");
    expect((await kabid("PUT", url(city.people.citra), body)).json().refusals).toEqual(["rating_window_closed"]);
    const kadis = await as(city.people.kadisA);
    const { members } = (await kadis("GET", `/api/appraisal/team?period=${period}`)).json();
    expect(members.filter((one: { as: string }) => one.as === "atasan").map((one: { person: { id: string } }) => one.person.id)).toContain(city.people.citra);
    expect((await kadis("PUT", url(city.people.citra), body)).statusCode).toBe(200);
    expect((await kadis("POST", url(city.people.citra, "/finalise"), { version: 1 })).statusCode).toBe(200);
    const { rows } = await pool.query<{ facts: FaktaPenilaian }>("select facts from appraisal where person_id = $1", [city.people.citra]);
    expect(rows[0]?.facts.penilai).toMatchObject({ id: city.people.kadisA, sebagai: "atasan" });
    clock.set("2026-10-14");
  });

  it("a penilai who left within the evaluation window still rates; outside of it the new one does", async () => {
    const dewiSkp = await addSkp(pool, { personId: city.people.dewi, year: 2026, unitId: city.units.puskesmasA2 });
    await movePenilai(pool, { pegawaiId: city.people.dewi, to: city.people.kabidA, on: "2026-09-25" });
    await pool.query("update placement set valid_until = '2026-09-25' where person_id = $1", [city.people.kapus]);
    await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) select gen_random_uuid(), $1, id, unit_id, 'definitif', '2026-09-25' from jabatan where unit_id = $2 and not is_head limit 1", [city.people.kapus, city.units.dinasB]);
    const kapus = await as(city.people.kapus);
    const body = () => ratings({ hasil: dewiSkp.lines.map((line) => ({ lineId: line.lineId, rating: "sesuai" })) });
    expect((await kabid("PUT", url(city.people.dewi), body())).statusCode).toBe(403);
    expect((await kapus("PUT", url(city.people.dewi), body())).statusCode).toBe(200);
    const idsOf = async (caller: Caller) => (await caller("GET", `/api/appraisal/team?period=${period}`)).json().members.map((one: { person: { id: string } }) => one.person.id);
    expect(await idsOf(kapus)).toContain(city.people.dewi);
    expect(await idsOf(kabid)).not.toContain(city.people.dewi);
    await forget(city.people.dewi);
    await pool.query("update penilai_relation set valid_until = '2026-08-25' where pegawai_id = $1 and valid_until is not null", [city.people.dewi]);
    await pool.query("update penilai_relation set valid_from = '2026-08-25' where pegawai_id = $1 and valid_until is null", [city.people.dewi]);
    expect((await kapus("PUT", url(city.people.dewi), body())).statusCode).toBe(404);
    expect((await kabid("PUT", url(city.people.dewi), body())).statusCode).toBe(200);
    expect(await idsOf(kabid)).toContain(city.people.dewi);
    // Also when the new one is late, the old one has no part in it.
    clock.set("2026-10-21");
    expect(await idsOf(kapus)).not.toContain(city.people.dewi);
    clock.set("2026-10-14");
  });
});

describe("a period of one month", () => {
  it("is rated like a quarter, from its own month alone", async () => {
    const monthly = await addPeriod(pool, city, { kind: "bulanan", number: 8, firstMonth: "2026-08", lastMonth: "2026-08", ratingFrom: "2026-09-01", ratingUntil: "2026-10-20" });
    await addCapaian(pool, { periodId: monthly, unitId: city.units.bidangA1, setBy: city.people.kadisA, predikat: "istimewa" });
    const body = (await kabid("GET", url(city.people.budi, "", monthly))).json();
    expect(body.results[0].indikator[0]).toMatchObject({ capaian: { value: 110, given: { target: 20, realisasi: 22 } } });
    expect(body.evidence).toEqual([]);
    expect((await kabid("PUT", url(city.people.budi, "", monthly), ratings({ basis: [{ aspect: "hasil_kerja", kind: "evidence", id: evidence }] }))).statusCode).toBe(400);
    const rows = ratings({ hasil: budiSkp.lines.map((line) => ({ lineId: line.lineId, rating: "di_bawah" })), hasilKerja: "sesuai", alasanHasilKerja: "Alat baru tiba pada akhir bulan itu." });
    expect((await kabid("PUT", url(city.people.budi, "", monthly), rows)).statusCode).toBe(200);
    expect((await kabid("POST", url(city.people.budi, "/finalise", monthly), { version: 1 })).json().appraisal).toMatchObject({ status: "final", predikat: "baik" });
    expect((await kabid("GET", "/api/evaluation-period")).json().periods.map((one: { kind: string; state: string }) => [one.kind, one.state])).toEqual([["triwulanan", "rating"], ["bulanan", "rating"]]);
  });
});

describe("a closed period", () => {
  it("takes no more ratings", async () => {
    await pool.query("update evaluation_period set closed_at = now() where id = $1", [period]);
    const kadis = await as(city.people.kadisB);
    const answer = await kadis("PUT", url(city.people.eko), ratings({ hasil: [] }));
    expect(answer.json().refusals).toEqual(["period_closed"]);
  });
});
