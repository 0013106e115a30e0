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

type Built = {
  gain: number; count: number;
  /** The training aims at a perilaku, whose rating of who was trained rises by one step. */
  perilaku?: { isOtherRater: boolean };
  /** Each plan aims at the one indicator, which all hold: who was trained gains so much on it. */
  aimGain?: number;
  /** Colleagues' released results rise by a level. */
  isHeard?: boolean;
};
/** People of one job family under Dinas B, one of six trained: they gain `gain` from the month after, the others go on as they were. */
async function build({ gain, count, perilaku, aimGain, isHeard = false }: Built): Promise<string> {
  const [id, sessionId] = [v7(), v7()];
  await pool.query("insert into training (id, name, bentuk, provider, perilaku, about, hours, cost_per_person) values ($1,$2,'pelatihan','BKPSDM',$3,'Percobaan dampak.',8,100000)", [id, `Pelatihan ${id}`, perilaku === undefined ? null : "akuntabel"]);
  await pool.query("insert into training_session (id, training_id, first_day, last_day, place, places) values ($1,$2,'2026-04-06','2026-04-07','Aula',50)", [sessionId, id]);
  for (let i = 0; i < count * 6; i += 1) {
    const isTrained = i < count;
    const personId = await addPerson(pool, { name: `${id} ${i}`, unitId: city.units.dinasB });
    await pool.query("update person set job_family = $2 where id = $1", [personId, id]);
    const skp = await addSkp(pool, { personId, year: 2026, unitId: city.units.dinasB, targets: [120] });
    for (const month of MONTHS) {
      const { reportId, rowIds } = await addReport(pool, city, { personId, unit: "dinasB", month, skp, penilaiId: city.people.kadisB, status: "checked" });
      const level = 70 + (i % 7) + ((i * 13 + MONTHS.indexOf(month) * 7) % 5);
      await pool.query("update monthly_report set capaian = $2 where id = $1", [reportId, level + (isTrained && month > "2026-04" ? gain : 0)]);
      if (aimGain !== undefined) await pool.query("update report_row set capaian = $2 where id = $1", [rowIds[0], level - 10 + (isTrained && month > "2026-04" ? aimGain : 0)]);
    }
    if (isHeard) heard.push({ personId, level: 2 + (i % 2) / 2, isTrained });
    if (perilaku !== undefined) await rate(personId, skp.skpId, i, isTrained, perilaku.isOtherRater);
    const planId = isTrained && aimGain !== undefined ? await planOf(personId, skp.lines[0]) : null;
    if (isTrained) await pool.query("insert into training_place (id, session_id, person_id, plan_id, nominated_by, nominated_on, status, has_attended) values ($1,$2,$3,$4,$5,'2026-03-01','accepted',true)", [v7(), sessionId, personId, planId, city.people.kadisB]);
  }
  return id;
}

async function planOf(personId: string, line: { lineId: string; indikatorId: string } | undefined): Promise<string> {
  const id = v7();
  await pool.query(`insert into development_plan (id, person_id, penilai_id, source, finding, line_id, indikator_line_id, indikator_text, indikator_kunci, bentuk, goal, measure, due_on, proposed_by, proposed_on)
    select $1,$2,$3,'evaluasi','Tertinggal.',$4,i.line_id,i.text,i.kunci,'pelatihan','Tepat waktu','Capaian','2026-12-31',$3,'2026-02-20' from indikator i where i.id = $5`, [id, personId, city.people.kadisB, line?.lineId, line?.indikatorId]);
  return id;
}

/** Colleagues' results of three cycles: two that closed before the training, one that opened after it, in which who was trained stands a level higher. */
const heard: { personId: string; level: number; isTrained: boolean }[] = [];
async function addCycles(): Promise<void> {
  for (const [year, semester, from, until] of [[2025, 1, "2025-06-03", "2025-06-17"], [2025, 2, "2025-12-03", "2025-12-17"], [2026, 1, "2026-06-03", "2026-06-17"]] as const) {
    const id = v7();
    await pool.query("insert into peer_cycle (id, year, semester, status, answers_from, answers_until, standar_id, key_hash, sealed_on, sealed_answers, seal_facts) values ($1,$2,$3,'sealed',$4,$5,$6,repeat('a',64),$5,300,'{}')", [id, year, semester, from, until, city.standarId]);
    for (const { personId, level, isTrained } of heard) {
      const mean = level + (isTrained && year === 2026 ? 1 : 0);
      const groups = [{ group: "rekan", n: 5, mean: { from: mean, to: mean }, behaviours: [{ perilaku: "akuntabel", mean: { from: mean, to: mean } }, { perilaku: "loyal", mean: null }] }];
      await pool.query("insert into peer_result (cycle_id, subject_id, opd_id, groups, is_merged, suggestions, n, rata) values ($1,$2,$3,$4,false,'{}',5,$5)", [id, personId, city.units.dinasB, JSON.stringify(groups), mean]);
    }
    await pool.query("update peer_cycle set status = 'released', released_on = $2::date + 20, shown = 40, merged = 0, none = 0 where id = $1", [id, until]);
  }
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
    ids = [await build({ gain: 12, count: 8 }), await build({ gain: 0, count: 8 }), await build({ gain: 12, count: 3 }), await build({ gain: 0, count: 8, perilaku: { isOtherRater: true }, isHeard: true }), await build({ gain: 0, count: 8, perilaku: { isOtherRater: false }, aimGain: 12 })];
    await addCycles();
    clock.set("2026-11-23");
    ({ rows } = (await (await bkpsdm())("GET", "/api/training/effects")).json());
  }, 120_000);
  const of = (id: string | undefined) => rows.find((row) => row.training.id === id);
  const looksOf = (id: string | undefined, measure: string, among = rows) => (among.find((row) => row.training.id === id)?.effects ?? []).filter((one) => one.measure === measure);
  const ask = async (): Promise<EffectRow[]> => (await (await bkpsdm())("GET", "/api/training/effects")).json().rows;

  it("is said when the trained gained more than their matched colleagues, at three and at six months", () => {
    expect(of(ids[0])?.effects.map(({ measure, months, verdict, trained }) => [measure, months, verdict, trained])).toEqual([["indikator", 3, "data_kurang", 8], ["indikator", 6, "data_kurang", 8], ["capaian", 3, "terlihat", 8], ["capaian", 6, "terlihat", 8]]);
    expect(looksOf(ids[0], "indikator").map(({ reasons }) => reasons)).toEqual([["indikator_tidak_disebut"], ["indikator_tidak_disebut"]]);
    for (const { effect, ci95, matched } of looksOf(ids[0], "capaian")) {
      expect(matched).toBeGreaterThanOrEqual(6);
      expect(effect).toBeGreaterThan(8);
      expect((ci95 ?? [0])[0]).toBeGreaterThan(0);
    }
    expect(of(ids[0])).toMatchObject({ attended: 8, cost: 800_000 });
  });
  it("is not claimed of a useless one, nor of three people", () => {
    expect(looksOf(ids[1], "capaian").map(({ verdict }) => verdict)).toEqual(["belum_terlihat", "belum_terlihat"]);
    expect(looksOf(ids[2], "capaian")).toMatchObject([{ verdict: "data_kurang", effect: null, p: null }, { verdict: "data_kurang" }]);
    expect(looksOf(ids[2], "capaian")[0]?.decision.value).toMatchObject({ alasan: expect.arrayContaining(["terlatih_kurang"]) });
  });
  it("is looked at on the perilaku that it aims at, with a verdict of its own, where others rated afterwards", () => {
    const effects = of(ids[3])?.effects ?? [];
    expect(effects.map(({ measure, months, verdict }) => [measure, months, verdict])).toEqual([
      ["indikator", 3, "data_kurang"], ["indikator", 6, "data_kurang"], ["capaian", 3, "belum_terlihat"], ["capaian", 6, "belum_terlihat"], ["perilaku", 3, "terlihat"], ["perilaku", 6, "terlihat"], ["rekan", 6, "terlihat"],
    ]);
    for (const one of looksOf(ids[3], "perilaku")) {
      expect(one).toMatchObject({ effect: 1, ci95: [1, 1], p: 2 / 256, decision: { given: { penilaiBerbeda: true, ujiBersama: 5, periodeSebelum: 3 } } });
      // Five looks together: colleagues' is the third by rank, its probability rounded up to a hundredth.
      expect(one.pTogether).toBeCloseTo(0.01 * (5 / 3), 10);
    }
    expect(of(ids[0])?.effects.map(({ measure }) => measure)).not.toContain("perilaku");
  });
  it("is looked at in what colleagues said of that perilaku, from released results of two cycles before and one after", () => {
    expect(looksOf(ids[3], "rekan")).toMatchObject([{ months: 6, trained: 8, matched: 8, pool: 40, effect: 1, ci95: [1, 1], p: 0.01, g: null, verdict: "terlihat", decision: { given: { periodeSebelum: 2, penilaiBerbeda: true, sasaran: null } } }]);
    expect(looksOf(ids[4], "rekan")).toMatchObject([{ verdict: "data_kurang", reasons: ["periode_sebelum_kurang"], effect: null, pTogether: null }]);
  });
  it("does not tell one person's result of colleagues by the difference that their attendance makes", async () => {
    const [row] = (await pool.query<{ id: string }>("select p.id from training_place p join training_session s on s.id = p.session_id where s.training_id = $1 order by p.id limit 1", [ids[3]])).rows;
    await pool.query("update training_place set has_attended = false where id = $1", [row?.id]);
    const [without] = looksOf(ids[3], "rekan", await ask());
    await pool.query("update training_place set has_attended = true where id = $1", [row?.id]);
    const [whole] = looksOf(ids[3], "rekan");
    // Whoever is left out stands in the pool then, and every figure but the counts reads as before: steps of a quarter, hundredths rounded up.
    for (const one of [without, whole]) expect([one?.effect, ...(one?.ci95 ?? [])].every((value) => Number.isInteger((value ?? 0.1) * 4))).toBe(true);
    expect(whole?.p).toBe(0.01);
    expect(without?.p).toBe(0.02);
    expect(without?.effect).toBe(whole?.effect);
  });
  it("is looked at first on the indicator that each plan aims at, beside colleagues who hold the same one; all capaian is left out then", () => {
    expect(of(ids[4])?.indikator).toEqual(["Jumlah dokumen 1"]);
    expect(looksOf(ids[4], "capaian")).toEqual([]);
    for (const one of looksOf(ids[4], "indikator")) {
      expect(one).toMatchObject({ trained: 8, pool: 40, verdict: "terlihat", reasons: ["efek_melampaui_kebetulan", ...(one.matched < 8 ? ["sebagian_tanpa_pembanding"] : [])], decision: { given: { sasaran: { bersasaran: 8, tanpaRekan: 0 }, penilaiBerbeda: true, ujiBersama: 2 } } });
      expect(one.effect).toBeGreaterThan(8);
    }
  });
  it("is not claimed from ratings of who rated before and sent them, however large, and costs the other looks nothing", () => {
    for (const one of looksOf(ids[4], "perilaku")) expect(one).toMatchObject({ effect: 1, verdict: "data_kurang", reasons: ["penilai_sama"], pTogether: null, decision: { given: { penilaiBerbeda: false } } });
  });
  it("says that the target was changed on the way by who sent them, and that an indicator is nobody else's: then all capaian stands in", async () => {
    const among = "from hasil_kerja h join skp k on k.id = h.skp_id join training_place t on t.person_id = k.person_id join training_session s on s.id = t.session_id where h.id = i.hasil_kerja_id and s.training_id = $1";
    // From May on the rows stand on the indicator of a revision: the same words, half the target.
    await pool.query(`insert into indikator (id, hasil_kerja_id, line_id, position, text, aspek, jenis, arah, target, satuan) select gen_random_uuid(), i.hasil_kerja_id, i.line_id, 9, i.text, i.aspek, i.jenis, i.arah, i.target / 2, i.satuan ${among.replace("from hasil_kerja", "from indikator i, hasil_kerja")}`, [ids[4]]);
    await pool.query("update report_row w set indikator_id = n.id from monthly_report r, indikator o, indikator n where r.id = w.report_id and r.month > '2026-04' and o.id = w.indikator_id and n.line_id = o.line_id and n.position = 9");
    const softened = await ask();
    expect(looksOf(ids[4], "indikator", softened).map(({ verdict, reasons }) => [verdict, reasons[0]])).toEqual([["data_kurang", "penilai_sama"], ["data_kurang", "penilai_sama"]]);
    expect(looksOf(ids[4], "capaian", softened)).toMatchObject([{ verdict: "belum_terlihat" }, { verdict: "belum_terlihat" }]);
    // A plan keeps the words that it named: of whose own nobody else holds, nothing is compared.
    await pool.query(`update indikator i set text = i.text || ' ' || i.line_id ${among}`, [ids[4]]);
    await pool.query("alter table development_plan disable trigger development_plan_stays");
    await pool.query("update development_plan d set indikator_text = i.text, indikator_kunci = i.kunci from indikator i where i.line_id = d.indikator_line_id and i.position = 1");
    await pool.query("alter table development_plan enable trigger development_plan_stays");
    expect(looksOf(ids[4], "indikator", await ask())).toMatchObject([{ verdict: "data_kurang", reasons: ["indikator_tanpa_rekan"], decision: { given: { sasaran: { bersasaran: 8, tanpaRekan: 8 } } } }, { reasons: ["indikator_tanpa_rekan"] }]);
  });
  it("is not claimed of a capaian of worded indicators that who sent them checked", async () => {
    const WORDED = "update indikator i set jenis = $2 from report_row w join monthly_report r on r.id = w.report_id join person p on p.id = r.person_id where i.id = w.indikator_id and p.job_family = $1";
    await pool.query("update monthly_report r set penilai_id = $2 from person p where p.id = r.person_id and p.job_family = $1", [ids[0], city.people.kadisB]);
    await pool.query(WORDED, [ids[0], "uraian"]);
    expect(looksOf(ids[0], "capaian", await ask()).map(({ verdict, reasons }) => [verdict, reasons[0]])).toEqual([["data_kurang", "penilai_sama"], ["data_kurang", "penilai_sama"]]);
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
