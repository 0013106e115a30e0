import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { createDb } from "#db/client.ts";
import { type Caller, testApp } from "#test/app.ts";
import { addPeriod } from "#test/appraisal-factories.ts";
import { smallCity, type SmallCity } from "#test/factories.ts";
import { releasedCycle } from "#test/peer-factories.ts";
import { raiseSignals } from "./raise.ts";

const test = await testApp({ today: "2026-11-23" });
const { pool, clock, as } = test;
let city: SmallCity;
let periodId: string;
let analis: Caller;

type Result = { personId: string; appraisalId: string; isLowered: boolean };
const FACTS = JSON.stringify({ hasil: [], perilaku: [], umpanBalik: { positif: 0, netral: 0, negatif: 0 }, standar: { batas: { sebagianBesar: 0.5, sebagianKecil: 0.25 } } });

/** A final result of the period, all sesuai; a correction is one level lower in perilaku. */
async function addResult(personId: string, { revision, isLower }: { revision: number; isLower: boolean }): Promise<string> {
  const id = v7();
  await pool.query(
    `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, revision, status, hasil_kerja, perilaku, predikat, indeks, digest, finalized_at, finalized_on, facts, decision, rulebook)
     values ($1,$2,$3,$4,$4,1,$5,$6,'final','sesuai',$7,$8,100,'d',now(),'2026-10-10',$9,'{}','r')`,
    [id, periodId, personId, city.units.dinasA, city.people.kadisA, revision, isLower ? "di_bawah" : "sesuai", isLower ? "butuh_perbaikan" : "baik", FACTS]);
  return id;
}

/** A rapat kalibrasi of Dinas A as its verbs leave it: evidence read, a lower rating proposed and accepted, the correction final. */
async function meet(results: readonly Result[]): Promise<void> {
  const id = v7();
  const lowered = results.filter((one) => one.isLowered);
  await pool.query("insert into kalibrasi (id, period_id, unit_id, opening, opened_by, opened_on, opened_at, analis_id, analis_on) values ($1,$2,$3,$4,$5,'2026-10-12',now(),$6,'2026-10-12')",
    [id, periodId, city.units.dinasA, JSON.stringify({ butir: lowered.map(({ appraisalId }) => ({ appraisalId })) }), city.people.kadisB, city.people.analis]);
  for (const { personId, appraisalId } of lowered) {
    const proposalId = v7();
    await pool.query("insert into kalibrasi_reading (kalibrasi_id, appraisal_id, person_id, read_at) values ($1,$2,$3,now())", [id, appraisalId, city.people.kadisB]);
    await pool.query("insert into kalibrasi_proposal (id, kalibrasi_id, appraisal_id, penilai_id, author_id, reason, hasil_kerja, perilaku, predikat, proposed_on) values ($1,$2,$3,$4,$5,'Bukti perilaku kurang.','sesuai','di_bawah','butuh_perbaikan','2026-10-12')", [proposalId, id, appraisalId, city.people.kadisA, city.people.kadisB]);
    await pool.query("update appraisal set is_current = false where id = $1", [appraisalId]);
    const correctionId = await addResult(personId, { revision: 2, isLower: true });
    await pool.query("update kalibrasi_proposal set answer = 'diterima', words = 'Setuju.', answered_on = '2026-10-13', correction_id = $2 where id = $1", [proposalId, correctionId]);
  }
}

/** 40 PPPK of whom half are lowered, 80 PNS of whom four; every third is new, every tenth back from leave: these are lowered as others are. */
beforeAll(async () => {
  city = await smallCity(pool);
  periodId = await addPeriod(pool, city);
  await pool.query("update evaluation_period set closed_at = now() where id = $1", [periodId]);
  await releasedCycle(test, city);
  const { rows } = await pool.query<{ id: string }>("select id from jabatan where unit_id = $1 limit 1", [city.units.dinasA]);
  const results: Result[] = [];
  for (let i = 0; i < 120; i += 1) {
    const personId = v7();
    await pool.query("insert into person (id, nip, name, jenis) values ($1,$2,$3,$4)", [personId, i < 40 ? null : `198504122010011${String(i).padStart(3, "0")}`, `Orang ${i}`, i < 40 ? "pppk" : "pns"]);
    await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) values ($1,$2,$3,$4,'definitif',$5)", [v7(), personId, rows[0]?.id, city.units.dinasA, i % 3 === 0 ? "2026-03-01" : "2019-03-01"]);
    if (i % 10 === 0) await pool.query("insert into absence (id, person_id, kind, valid_from, valid_until) values ($1,$2,'cuti','2026-06-01','2026-07-15')", [v7(), personId]);
    results.push({ personId, appraisalId: await addResult(personId, { revision: 1, isLower: false }), isLowered: i < 40 ? i % 2 === 0 : i % 20 === 5 });
  }
  await meet(results);
  analis = await as(city.people.analis);
});

it("of those whom a rapat kalibrasi lowered, the page compares PPPK, new staff and who came back from leave, by the same conditions as any group", async () => {
  const { calibrated } = (await analis("GET", `/api/fairness?period=${periodId}`)).json().view;
  expect(calibrated).toMatchObject({ people: 120, lowered: 24 });
  const of = (attribute: string) => calibrated.groups.find((one: { attribute: string }) => one.attribute === attribute);
  expect(of("status")).toMatchObject({ group: "pppk", against: "pns", n: 40, nAgainst: 80, rate: 0.5, rateAgainst: 0.05, ratio: 10, isSameSign: true, isSignal: true, reason: null, gap: { value: 0.45 } });
  expect(of("status").gap.low).toBeGreaterThan(0.25);
  expect(of("status").pAdjusted).toBeLessThan(0.001);
  expect(of("pegawai_baru")).toMatchObject({ group: "kurang_dari_1_tahun", n: 40, nAgainst: 80, isSignal: false });
  // Twelve are shown and are too few for a signal.
  expect(of("kembali_cuti")).toMatchObject({ n: 12, nAgainst: 108, isSignal: false, reason: null });
});

it("a group lowered more often becomes one signal, to be judged by people as any other; ratings that stand on nothing else are not touched", async () => {
  const before = (await pool.query("select id, perilaku, version from appraisal order by id")).rows;
  expect(await raiseSignals({ db: createDb(pool), pool, today: clock.today() })).toBeGreaterThan(0);
  const { rows } = await pool.query<{ id: string; about: string }>("select id, about from fairness_signal where about like 'diturunkan:%'");
  expect(rows.map((one) => one.about)).toEqual(["diturunkan:status:pppk"]);
  const url = `/api/fairness/signal/${rows[0]?.id}`;
  const signal = (await analis("GET", url)).json();
  expect(signal).toMatchObject({ kind: "group_difference", status: "open", person: null, n: 120, scale: "share", figure: { value: 0.45 }, expiresOn: "2027-04-30", actions: { reply: ["not_yours"], judge: [] } });
  expect(signal.figure.low).toBeGreaterThan(0.25);
  expect(signal.innocent).toEqual(expect.arrayContaining(["other_work", "chance"]));
  expect((await analis("POST", `${url}/outcome`, { version: 1, outcome: "dilanjutkan", note: "Dibahas dengan kepala dinas dan Inspektorat." })).json()).toMatchObject({ status: "closed" });
  expect((await analis("GET", "/api/fairness")).json().view.tally).toMatchObject({ judged: 1, founded: 1, foundedPercent: 100 });
  expect((await pool.query("select id, perilaku, version from appraisal order by id")).rows).toEqual(before);
});
