import type { AppraisalView } from "@teraju/contracts/appraisal";
import type { ResultView } from "@teraju/contracts/result";
import type { FaktaPenilaian } from "@teraju/domain";
import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addRegisterEvidence } from "#test/appraisal-factories.ts";
import { addReport, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { recompute } from "./decision.ts";

const { as, pool } = await testApp({ today: "2026-10-14" });
let city: SmallCity;
let period: string;
let kabid: Caller;
let evidence: string;
let report: string;
const REASON = "Hasilnya jauh di atas rencana dan dipakai seluruh bidang.";
const NIP = "198503032010011003";

type Row = { hasilKerja: string | null; perilaku: string | null; predikat: string | null; line?: number; isActing?: boolean };
/** A report that is kept: the one before is no longer current. Gives its id. */
async function keep(...rows: Row[]): Promise<string> {
  const id = v7();
  await pool.query("update bkn_report set is_current = false");
  await pool.query("insert into bkn_report (id, kind, period_kind, year, number, first_month, last_month, title, scope, pulled_at, kept_by, kept_at) values ($1,'penilaian','triwulanan',2026,3,'2026-07','2026-09','Laporan Penilaian SKP Triwulan III','','05-10-2026',$2,now())", [id, city.people.bkpsdm]);
  for (const { hasilKerja, perilaku, predikat, line = 9, isActing = false } of rows) {
    await pool.query("insert into bkn_row (report_id, line, nip, name, unor, unor_induk, jabatan, is_acting, hasil_kerja, perilaku, predikat, penilai_nip, penilai_name, rated_at, unread) values ($1,$2,$3,'BUDI','','','',$4,$5,$6,$7,'','KABID A','2026-10-02','{}')", [id, line, line === 9 ? NIP : `'${NIP}`, isActing, hasilKerja, perilaku, predikat]);
  }
  return id;
}

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
  kabid = await as(city.people.kabidA);
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  const skp = await addSkp(pool, { personId: city.people.budi, year: 2026, penilaiId: city.people.kabidA, unitId: city.units.bidangA1 });
  const { rowIds } = await addReport(pool, city, { personId: city.people.budi, unit: "bidangA1", month: "2026-09", skp, penilaiId: city.people.kabidA, status: "checked", realisasi: [22, 9] });
  evidence = await addRegisterEvidence(pool, { ownerId: city.people.budi, reportRowId: rowIds[0] ?? "" });
});
beforeEach(async () => {
  await pool.query("delete from appraisal where status = 'draft'");
  report = await keep({ hasilKerja: null, perilaku: "di_bawah", predikat: null, line: 10, isActing: true }, { hasilKerja: "di_atas", perilaku: "sesuai", predikat: "baik" });
});

const url = (tail = "") => `/api/appraisal/${period}/${city.people.budi}${tail}`;
const desk = async (): Promise<AppraisalView> => (await kabid("GET", url())).json();
const adopt = (over: object = {}, call = kabid) => call("POST", url("/adopt"), { id: v7(), version: null, reportId: report, line: 9, ...over });
const bodyOf = ({ appraisal }: AppraisalView, over: object) => ({ id: appraisal?.id, version: appraisal?.version, hasil: [], perilaku: [], hasilKerja: "di_atas", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [], ...over });
const proven = () => ({ alasanHasilKerja: REASON, basis: [{ aspect: "hasil_kerja", kind: "evidence", id: evidence }] });

describe("ratings that come from e-Kinerja BKN", () => {
  it("refuses what is not a whole rating, and a line that the penilai has not seen", async () => {
    expect((await adopt({ line: 8 })).statusCode).toBe(412);
    expect((await adopt({ version: 3 })).statusCode).toBe(412);
    await keep({ hasilKerja: "sesuai", perilaku: null, predikat: null });
    expect((await adopt()).json().refusals).toEqual(["bkn_rating_missing"]);
    report = await keep({ hasilKerja: "sesuai", perilaku: "di_bawah", predikat: "butuh_perbaikan" });
    expect((await desk()).eKinerja).toMatchObject({ hasilKerja: "sesuai", isUsed: false, refusals: ["bkn_predikat_differs"] });
    expect((await adopt()).json().refusals).toEqual(["bkn_predikat_differs"]);
    await keep();
    expect((await desk()).eKinerja).toBeNull();
    expect((await adopt()).json().refusals).toEqual(["bkn_rating_missing"]);
    for (const who of ["citra", "eko", "admin"] as const) expect((await adopt({}, await as(city.people[who]))).statusCode).toBe(404);
  });

  it("no longer come from there once the penilai rates otherwise, or a newer report is kept", async () => {
    const taken: AppraisalView = (await adopt()).json();
    const own: AppraisalView = (await kabid("PUT", url(), bodyOf(taken, { hasilKerja: "sesuai" }))).json();
    expect([own.eKinerja?.isUsed, own.appraisal?.hasilKerja]).toEqual([false, "sesuai"]);
    const again: AppraisalView = (await adopt({ version: own.appraisal?.version })).json();
    expect([again.eKinerja?.isUsed, again.appraisal?.hasilKerja]).toEqual([true, "di_atas"]);
    await keep({ hasilKerja: "di_atas", perilaku: "sesuai", predikat: "baik" });
    const late = await desk();
    expect([late.eKinerja?.isUsed, late.actions.finalize.includes("bkn_replaced")]).toEqual([false, true]);
    await expect(pool.query("update appraisal set hasil_kerja = 'sesuai' where bkn_report_id is not null")).rejects.toThrow(/appraisal_bkn_row/);
    await expect(pool.query("update appraisal set bkn_line = null where bkn_report_id is not null")).rejects.toThrow(/appraisal_bkn_line/);
  });

  it("are taken with one press, ask only for reason and evidence, and the result names its source in its receipt", async () => {
    const before = await desk();
    expect(before.eKinerja).toEqual({ reportId: report, line: 9, title: "Laporan Penilaian SKP Triwulan III", pulledAt: "05-10-2026", ratedAt: "2026-10-02", penilai: "KABID A", hasilKerja: "di_atas", perilaku: "sesuai", isUsed: false, refusals: [] });
    const id = v7();
    const taken = await adopt({ id });
    expect(taken.statusCode).toBe(200);
    expect((await adopt({ id })).json()).toEqual(taken.json());
    expect(await auditCount(pool, "appraisal.adopt", id)).toBe(1);
    const view: AppraisalView = taken.json();
    expect([view.eKinerja?.isUsed, view.appraisal?.hasilKerja, view.appraisal?.perilaku, view.results.map((one) => one.rating)]).toEqual([true, "di_atas", "sesuai", [null, null]]);
    expect(view.actions.finalize).toEqual(["no_basis_hasil_kerja", "reason_missing_hasil_kerja"]);
    const ready: AppraisalView = (await kabid("PUT", url(), bodyOf(view, proven()))).json();
    expect([ready.eKinerja?.isUsed, ready.actions.finalize]).toEqual([true, []]);
    const set: AppraisalView = (await kabid("POST", url("/finalise"), { version: ready.appraisal?.version })).json();
    expect(set.appraisal?.predikat).toBe("baik");
    const { rows: [row] } = await pool.query<{ facts: FaktaPenilaian; digest: string }>("select facts, digest from appraisal where id = $1", [id]);
    expect(row?.facts.sumberResmi).toEqual({ sistem: "e-Kinerja BKN", laporan: "Laporan Penilaian SKP Triwulan III", baris: 9, ditarik: "05-10-2026", penilai: "KABID A", dinilai: "2026-10-02" });
    expect(row === undefined ? null : recompute(row.facts).digest).toBe(row?.digest);
    const result = async (): Promise<ResultView> => (await kabid("GET", `/api/result/${id}`)).json();
    const shown = await result();
    expect([shown.reconciliation, shown.sumberResmi]).toEqual([{ state: "cocok", laporan: "Laporan Penilaian SKP Triwulan III", ditarik: "05-10-2026" }, { laporan: "Laporan Penilaian SKP Triwulan III", baris: 9, ditarik: "05-10-2026", penilai: "KABID A", dinilai: "2026-10-02" }]);
    expect(JSON.stringify(shown.decision)).toContain("Rating diambil dari e-Kinerja BKN");
    expect(shown.results).toMatchObject([{ rating: null, indikator: [{ capaian: 110 }] }, { rating: null }]);
    await keep({ hasilKerja: "sesuai", perilaku: "sesuai", predikat: "baik" });
    expect((await result()).reconciliation.state).toBe("berbeda");
    await keep({ hasilKerja: null, perilaku: null, predikat: null });
    expect((await result()).reconciliation.state).toBe("belum_dinilai_bkn");
    report = await keep({ hasilKerja: "sesuai", perilaku: "sesuai", predikat: "baik" });
    expect((await adopt({ id, version: 3 })).json().refusals).toEqual(["wrong_status"]);
  });
});
