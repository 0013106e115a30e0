import type { EffectRow } from "@teraju/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { stopPrinting } from "../../pdf/print.ts";
import { testApp } from "../../../test/app.ts";
import { readPdf } from "../../../test/pdf.ts";
import { addPerson, addSkp, addReport, smallCity, type SmallCity } from "../../../test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-03-02" });
afterAll(stopPrinting);
let city: SmallCity;
const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"];
const training = (more: object = {}) => ({ id: v7(), name: "Manajemen waktu", bentuk: "pelatihan", provider: "BKPSDM", perilaku: null, about: "Mengatur waktu dan prioritas kerja.", hours: 16, costPerPerson: 750_000, ...more });
const bkpsdm = async () => as(city.people.bkpsdm);

beforeAll(async () => {
  city = await smallCity(pool);
  await pool.query("update person set job_family = 'pengolah' where id = any($1)", [[city.people.budi, city.people.citra]]);
});

describe("the catalogue and a session", () => {
  const [id, sessionId] = [v7(), v7()];
  it("is made by BKPSDM and read by all; a name stands once", async () => {
    const office = await bkpsdm();
    for (const _ of [1, 2]) expect((await office("POST", "/api/training", training({ id }))).json()).toMatchObject({ name: "Manajemen waktu", sessions: [] });
    expect((await office("POST", "/api/training", training())).json().refusals).toEqual(["name_taken"]);
    const session = { id: sessionId, firstDay: "2026-04-06", lastDay: "2026-04-07", place: "Aula", places: 1 };
    expect((await office("POST", `/api/training/${id}/sessions`, { ...session, lastDay: "2026-04-05" })).json().fields).toEqual([{ path: "body.lastDay", code: "before_first_day" }]);
    for (const _ of [1, 2]) expect((await office("POST", `/api/training/${id}/sessions`, session)).json().sessions).toMatchObject([{ places: 1, taken: 0, hasEnded: false }]);
    expect((await (await as(city.people.budi))("GET", "/api/training")).json().trainings).toHaveLength(1);
    expect((await (await as(city.people.budi))("POST", "/api/training", training({ name: "Lain sekali" }))).statusCode).toBe(404);
  });

  it("takes whom a superior or they themselves put forward, as many as there are places, and remembers who came", async () => {
    const office = await bkpsdm();
    const put = async (who: string, personId: string, place = v7()) => (await as(who))("POST", `/api/training/sessions/${sessionId}/places`, { id: place, personId, planId: null });
    const [first, second] = [v7(), v7()];
    expect((await put(city.people.budi, city.people.budi, first)).json()).toEqual({ id: first, status: "nominated" });
    expect((await put(city.people.budi, city.people.budi)).json().refusals).toEqual(["nominated_already"]);
    expect((await put(city.people.kabidA, city.people.citra, second)).statusCode).toBe(200);
    expect((await put(city.people.eko, city.people.citra)).statusCode).toBe(404);
    const act = async (place: string, action: string, version: number, certificate: string | null = null) => office("POST", `/api/training/places/${place}/action`, { version, action, certificate });
    expect((await act(first, "attend", 1)).json().refusals).toEqual(["wrong_status", "training_not_over"]);
    expect((await act(first, "accept", 1)).json().session).toMatchObject({ taken: 1 });
    expect((await act(second, "accept", 1)).json().refusals).toEqual(["training_full"]);
    await expect(pool.query("update training_place set status = 'accepted' where id = $1", [second])).rejects.toThrow(/no place left/);
    clock.set("2026-04-08");
    expect((await act(first, "attend", 2, "S-12/2026")).json().places[0]).toMatchObject({ hasAttended: true, certificate: "S-12/2026" });
    expect((await put(city.people.kabidA, city.people.kabidA)).json().refusals).toEqual(["training_over"]);
  });
});

type Built = { gain: number; count: number; /** The training aims at a perilaku, whose rating of who was trained rises by one step. */ perilaku?: { isOtherRater: boolean } };
/** People of one job family under Dinas B, one of six trained: they gain `gain` from the month after, the others go on as they were. */
async function build({ gain, count, perilaku }: Built): Promise<string> {
  const [id, sessionId] = [v7(), v7()];
  await pool.query("insert into training (id, name, bentuk, provider, perilaku, about, hours, cost_per_person) values ($1,$2,'pelatihan','BKPSDM',$3,'Percobaan dampak.',8,100000)", [id, `Pelatihan ${id}`, perilaku === undefined ? null : "akuntabel"]);
  await pool.query("insert into training_session (id, training_id, first_day, last_day, place, places) values ($1,$2,'2026-04-06','2026-04-07','Aula',50)", [sessionId, id]);
  for (let i = 0; i < count * 6; i += 1) {
    const isTrained = i < count;
    const personId = await addPerson(pool, { name: `${id} ${i}`, unitId: city.units.dinasB });
    await pool.query("update person set job_family = $2 where id = $1", [personId, id]);
    const skp = await addSkp(pool, { personId, year: 2026, unitId: city.units.dinasB, targets: [120] });
    for (const month of MONTHS) {
      const { reportId } = await addReport(pool, city, { personId, unit: "dinasB", month, skp, status: "checked" });
      const level = 70 + (i % 7) + ((i * 13 + MONTHS.indexOf(month) * 7) % 5);
      await pool.query("update monthly_report set capaian = $2 where id = $1", [reportId, level + (isTrained && month > "2026-04" ? gain : 0)]);
    }
    if (perilaku !== undefined) await rate(personId, skp.skpId, i, isTrained, perilaku.isOtherRater);
    if (isTrained) await pool.query("insert into training_place (id, session_id, person_id, nominated_by, nominated_on, status, has_attended) values ($1,$2,$3,$4,'2026-03-01','accepted',true)", [v7(), sessionId, personId, city.people.kadisB]);
  }
  return id;
}

/** Quarterly ratings of one perilaku: three before the training of April, two that began after it. The one over April is neither. */
const QUARTERS = [["2025-07", "2025-09"], ["2025-10", "2025-12"], ["2026-01", "2026-03"], ["2026-04", "2026-06"], ["2026-07", "2026-09"], ["2026-10", "2026-12"]] as const;
const periods: string[] = [];
async function addQuarters(): Promise<void> {
  for (const [first, last] of QUARTERS) {
    const id = v7();
    await pool.query("insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id) values ($1,$2,'triwulanan',$3,$4,$5,$6,$7,$8)",
      [id, Number(first.slice(0, 4)), Number(last.slice(5)) / 3, first, last, `${last}-01`, `${last}-28`, city.standarId]);
    periods.push(id);
  }
}
const STEPS = ["di_bawah", "sesuai", "di_atas"] as const;
async function rate(personId: string, skpId: string, i: number, isTrained: boolean, isOtherRater: boolean): Promise<void> {
  for (const [q, periodId] of periods.entries()) {
    const isAfter = q > 3;
    const id = v7();
    await pool.query(
      `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, skp_id, status, hasil_kerja, perilaku, predikat, digest, finalized_at, finalized_on)
       values ($1,$2,$3,$4,$4,$5,$6,$7,'final','sesuai','sesuai','baik','x',now(),'2026-01-02')`, [id, periodId, personId, city.units.dinasB, city.ord.dinasB, isAfter && isOtherRater ? city.people.kadisA : city.people.kadisB, skpId]);
    const step = Math.min(2, (i % 2) + (isAfter && isTrained ? 1 : 0));
    await pool.query("insert into appraisal_rating (appraisal_id, aspect, target, rating) values ($1,'perilaku','akuntabel',$2)", [id, STEPS[step]]);
  }
}

describe("what a training is seen to do", () => {
  let rows: EffectRow[];
  let ids: string[];
  beforeAll(async () => {
    await addQuarters();
    ids = [await build({ gain: 12, count: 8 }), await build({ gain: 0, count: 8 }), await build({ gain: 12, count: 3 }), await build({ gain: 0, count: 8, perilaku: { isOtherRater: true } }), await build({ gain: 0, count: 8, perilaku: { isOtherRater: false } })];
    clock.set("2026-11-23");
    ({ rows } = (await (await bkpsdm())("GET", "/api/training/effects")).json());
  }, 120_000);
  const of = (id: string | undefined) => rows.find((row) => row.training.id === id);

  it("is said when the trained gained more than their matched colleagues, at three and at six months", () => {
    expect(of(ids[0])?.effects.map(({ months, verdict, trained }) => [months, verdict, trained])).toEqual([[3, "terlihat", 8], [6, "terlihat", 8]]);
    for (const { effect, ci95, matched } of of(ids[0])?.effects ?? []) {
      expect(matched).toBeGreaterThanOrEqual(6);
      expect(effect).toBeGreaterThan(8);
      expect((ci95 ?? [0])[0]).toBeGreaterThan(0);
    }
    expect(of(ids[0])).toMatchObject({ attended: 8, cost: 800_000 });
  });
  it("is not claimed of a useless one, nor of three people", () => {
    expect(of(ids[1])?.effects.map(({ verdict }) => verdict)).toEqual(["belum_terlihat", "belum_terlihat"]);
    expect(of(ids[2])?.effects).toMatchObject([{ verdict: "data_kurang", effect: null, p: null }, { verdict: "data_kurang" }]);
    expect(of(ids[2])?.effects[0]?.decision.value).toMatchObject({ alasan: expect.arrayContaining(["terlatih_kurang"]) });
  });
  it("is looked at on the perilaku that it aims at, with a verdict of its own, where others rated afterwards", () => {
    const effects = of(ids[3])?.effects ?? [];
    expect(effects.map(({ measure, months, verdict }) => [measure, months, verdict])).toEqual([["capaian", 3, "belum_terlihat"], ["capaian", 6, "belum_terlihat"], ["perilaku", 3, "terlihat"], ["perilaku", 6, "terlihat"]]);
    for (const one of effects.filter(({ measure }) => measure === "perilaku")) {
      expect(one).toMatchObject({ effect: 1, ci95: [1, 1], p: 2 / 256, decision: { given: { penilaiBerbeda: true, ujiBersama: 4, periodeSebelum: 3 } } });
      // Four looks together: the two that are alike are at the second rank of four.
      expect(one.pTogether).toBeCloseTo((2 / 256) * 2, 10);
    }
    expect(of(ids[0])?.effects.map(({ measure }) => measure)).toEqual(["capaian", "capaian"]);
  });
  it("is not claimed from ratings of who rated before and sent them, however large, and costs the other looks nothing", () => {
    const effects = of(ids[4])?.effects ?? [];
    for (const one of effects.filter(({ measure }) => measure === "perilaku")) expect(one).toMatchObject({ effect: 1, verdict: "data_kurang", reasons: ["penilai_sama"], pTogether: null, decision: { given: { penilaiBerbeda: false } } });
    for (const one of effects.filter(({ measure }) => measure === "capaian")) expect(one.decision.given).toMatchObject({ penilaiBerbeda: true, ujiBersama: 2 });
  });
  it("is not claimed of a capaian of worded indicators that who sent them checked", async () => {
    const WORDED = "update indikator i set jenis = $2 from report_row w join monthly_report r on r.id = w.report_id join person p on p.id = r.person_id where i.id = w.indikator_id and p.job_family = $1";
    await pool.query("update monthly_report r set penilai_id = $2 from person p where p.id = r.person_id and p.job_family = $1", [ids[0], city.people.kadisB]);
    await pool.query(WORDED, [ids[0], "uraian"]);
    const answer: EffectRow[] = (await (await bkpsdm())("GET", "/api/training/effects")).json().rows;
    expect(answer.find((row) => row.training.id === ids[0])?.effects.map(({ verdict, reasons }) => [verdict, reasons[0]])).toEqual([["data_kurang", "penilai_sama"], ["data_kurang", "penilai_sama"]]);
    await pool.query(WORDED, [ids[0], "angka"]);
  });
  it("is nobody's but BKPSDM's to read, names nobody, and counts the year's money", async () => {
    for (const other of [city.people.budi, city.people.kadisA, city.people.auditor, city.people.admin]) expect((await (await as(other))("GET", "/api/training/effects")).statusCode).toBe(404);
    const answer = await (await bkpsdm())("GET", "/api/training/effects");
    expect(answer.body).not.toContain(city.people.budi);
    expect(answer.json().budget).toEqual({ year: 2026, spent: 8 * 100_000 * 4 + 3 * 100_000 + 750_000, planned: 0 });
    expect((await (await bkpsdm())("GET", "/api/training/needs")).json()).toEqual({ rows: [], byPerilaku: {} });
  });
  it("is told on one printed page for BKPSDM", async () => {
    expect((await (await as(city.people.kadisA))("GET", "/api/training/story/pdf")).statusCode).toBe(404);
    const page = await readPdf(new Uint8Array((await (await bkpsdm())("GET", "/api/training/story/pdf")).rawPayload));
    expect([page.pages, page.isTagged, page.title]).toEqual([1, true, "Pelatihan dan dampaknya"]);
    for (const part of ["2 terlihat, 2 belum terlihat, 2 data kurang", `Pelatihan ${ids[0] ?? ""}`, "Rp4.250.000"]) expect(page.text.replaceAll(/\s+/g, "")).toContain(part.replaceAll(/\s+/g, ""));
  });
});
