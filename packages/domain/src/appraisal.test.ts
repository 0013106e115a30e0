import { describe, expect, test } from "vitest";
import { ACTIONS, type Action, type Appraisal, type Basis, type Context, type Rated, carryingBasis, polaRefusals, refusals } from "./appraisal.ts";
import { DEFAULT_STANDAR } from "./standar.ts";
import { APPRAISAL_STATUS, EKSPEKTASI } from "./vocabulary.ts";

const kalender = { libur: [], hariKerjaPengganti: [] };
const EVIDENCE: Basis = { kind: "evidence", isInPeriod: true };
const note = (givenOn: string, over: Partial<Extract<Basis, { kind: "umpan_balik" }>> = {}): Basis => ({ kind: "umpan_balik", isInPeriod: true, isFromPenilai: true, givenOn, ...over });
const rated = (over: Partial<Rated> = {}): Rated => ({ rating: "sesuai", saran: "sesuai", alasan: null, basis: [], ...over });
const appraisal = (over: Partial<Appraisal> = {}): Appraisal => ({ status: "draft", hasilKerja: rated(), perilaku: rated(), hasCapaianOrganisasi: true, hasSkpInForce: true, isUnderKeberatan: false, isOwn: false, ratingFrom: "2026-10-01", ratingUntil: "2026-10-20", ...over });
/** Wednesday 14 October 2026; five working days before is Wednesday 7 October. */
const context = (over: Partial<Context> = {}): Context => ({ parties: ["penilai"], today: "2026-10-14", kalender, standar: DEFAULT_STANDAR, correctionReason: "Angka bulan Agustus salah dicatat.", ...over });
const REASON = "Hasil survei jauh melampaui rencana.";
const finalize = (over: Partial<Appraisal>, overContext: Partial<Context> = {}) => refusals(appraisal(over), "finalize", context(overContext));

test("ratings of e-Kinerja are taken in time, with an SKP in force, before reason and evidence are there", () => {
  const bare = { hasilKerja: rated({ rating: "di_bawah" }), perilaku: rated({ rating: null }) };
  const adopt = (over: Partial<Appraisal>, overContext: Partial<Context> = {}) => refusals(appraisal({ ...bare, ...over }), "adopt", context(overContext));
  expect([adopt({}), adopt({ hasSkpInForce: false }), adopt({}, { today: "2026-10-21" }), adopt({}, { today: "2026-09-30" })]).toEqual([[], ["skp_not_set"], ["rating_window_closed"], ["rating_window_not_open"]]);
});

describe("who may do what, when", () => {
  const FROM: Record<Action, string> = { save: "draft", adopt: "draft", finalize: "draft", correct: "final" };
  test.each((Object.keys(ACTIONS) as Action[]).flatMap((action) => APPRAISAL_STATUS.map((status) => [action, status] as const)))("%s of a %s appraisal", (action, status) => {
    expect(refusals(appraisal({ status }), action, context())).toEqual(status === FROM[action] ? [] : ["wrong_status"]);
    expect(ACTIONS[action].to).toBe(action === "finalize" ? "final" : "same");
  });
  test.each(Object.keys(ACTIONS) as Action[])("nobody but the penilai and, in his place, the atasan may %s", (action) => {
    const status = action === "correct" ? "final" : "draft";
    for (const party of ["owner", "job"] as const) expect(refusals(appraisal({ status }), action, context({ parties: [party] }))).toEqual(["not_your_bawahan"]);
    expect(refusals(appraisal({ status, isOwn: true }), action, context())).toEqual(["own_appraisal"]);
    expect(refusals(appraisal({ status, isUnderKeberatan: true }), action, context())).toEqual(["keberatan_running"]);
  });

  test("the penilai rates within the time of evaluation, after it the atasan (Lampiran BAB IV.A.11)", () => {
    const by = (parties: Context["parties"], today: string) => finalize({}, { parties, today });
    expect(by(["penilai"], "2026-09-30")).toEqual(["rating_window_not_open"]);
    expect(by(["penilai"], "2026-10-01")).toEqual([]);
    expect(by(["penilai"], "2026-10-20")).toEqual([]);
    expect(by(["penilai"], "2026-10-21")).toEqual(["rating_window_closed"]);
    expect(by(["atasan"], "2026-10-20")).toEqual(["penilai_in_time"]);
    expect(by(["atasan"], "2026-10-21")).toEqual([]);
    expect(by(["penilai", "atasan"], "2026-10-20")).toEqual([]);
    expect(by(["penilai", "atasan"], "2026-10-21")).toEqual([]);
  });
});

describe("the order of the regulation (Pasal 24 ayat 1)", () => {
  test("ratings may be saved before the capaian organisasi is entered, a predikat may not be set", () => {
    expect(refusals(appraisal({ hasCapaianOrganisasi: false }), "save", context())).toEqual([]);
    expect(finalize({ hasCapaianOrganisasi: false })).toEqual(["capaian_organisasi_missing"]);
  });
  test("both ratings are needed, and an SKP in force", () => {
    expect(finalize({ hasilKerja: rated({ rating: null }) })).toEqual(["ratings_missing"]);
    expect(finalize({ perilaku: rated({ rating: null }) })).toEqual(["ratings_missing"]);
    expect(refusals(appraisal({ hasilKerja: rated({ rating: null }) }), "save", context())).toEqual([]);
    expect(finalize({ hasSkpInForce: false })).toEqual(["skp_not_set"]);
    expect(refusals(appraisal({ hasSkpInForce: false }), "save", context())).toEqual(["skp_not_set"]);
  });
  test("a final result is corrected with a reason of twenty characters", () => {
    const correct = (correctionReason?: string | null) => refusals(appraisal({ status: "final" }), "correct", context({ correctionReason }));
    expect(correct(undefined)).toEqual(["correction_reason_missing"]);
    expect(correct("1234567890123456789")).toEqual(["correction_reason_missing"]);
    expect(correct("  1234567890123456789  ")).toEqual(["correction_reason_missing"]);
    expect(correct("12345678901234567890")).toEqual([]);
  });
});

describe.each([["hasilKerja", "hasil_kerja"], ["perilaku", "perilaku"]] as const)("the rating of %s", (aspect, code) => {
  const decide = (over: Partial<Rated>, overContext: Partial<Context> = {}) => finalize({ [aspect]: rated(over) }, overContext);

  test("sesuai as suggested needs nothing", () => expect(decide({})).toEqual([]));

  test.each(["di_atas", "di_bawah"] as const)("%s needs evidence or umpan balik of the period", (rating) => {
    expect(decide({ rating, saran: rating })).toEqual([`no_basis_${code}`]);
    expect(decide({ rating, saran: rating, basis: [{ ...EVIDENCE, isInPeriod: false }] })).toEqual([`no_basis_${code}`]);
    expect(decide({ rating, saran: rating, basis: [note("2026-08-01", { isInPeriod: false })] })).toEqual([`no_basis_${code}`]);
    expect(decide({ rating, saran: rating, basis: [EVIDENCE] })).toEqual([]);
    expect(decide({ rating, saran: rating, basis: [note("2026-10-14", { isFromPenilai: false })] })).toEqual([]);
    expect(decide({ rating, saran: rating, basis: [note("2026-09-01")] })).toEqual([]);
    expect(refusals(appraisal({ [aspect]: rated({ rating, saran: rating }) }), "save", context())).toEqual([`no_basis_${code}`]);
  });

  test.each([["2026-10-06", []], ["2026-10-07", []], ["2026-10-08", [`note_too_recent_${code}`]], ["2026-10-14", [`note_too_recent_${code}`]]])("di bawah on the penilai's own note of %s alone", (givenOn, codes) => {
    expect(decide({ rating: "di_bawah", saran: "di_bawah", basis: [note(givenOn)] })).toEqual(codes);
  });

  test("a holiday between takes a day from the time to answer", () => {
    expect(decide({ rating: "di_bawah", saran: "di_bawah", basis: [note("2026-10-07")] }, { kalender: { libur: ["2026-10-09"], hariKerjaPengganti: [] } })).toEqual([`note_too_recent_${code}`]);
  });

  test("a recent note beside evidence, another's umpan balik or an older note does no harm", () => {
    for (const other of [EVIDENCE, note("2026-10-13", { isFromPenilai: false }), note("2026-09-01")]) expect(decide({ rating: "di_bawah", saran: "di_bawah", basis: [note("2026-10-14"), other] })).toEqual([]);
    expect(decide({ rating: "di_bawah", saran: "di_bawah", basis: [note("2026-10-14"), { ...EVIDENCE, isInPeriod: false }] })).toEqual([`note_too_recent_${code}`]);
  });

  test("praise may be of today: di atas", () => expect(decide({ rating: "di_atas", saran: "di_atas", basis: [note("2026-10-14")] })).toEqual([]));

  test.each(EKSPEKTASI.flatMap((rating) => [...EKSPEKTASI, null].map((saran) => [rating, saran] as const)))("%s where %s was suggested", (rating, saran) => {
    const needsReason = saran === null ? rating !== "sesuai" : rating !== saran;
    expect(decide({ rating, saran, basis: [EVIDENCE] })).toEqual(needsReason ? [`reason_missing_${code}`] : []);
    expect(decide({ rating, saran, basis: [EVIDENCE], alasan: "Sudah baik." })).toEqual(needsReason ? [`reason_missing_${code}`] : []);
    expect(decide({ rating, saran, basis: [EVIDENCE], alasan: REASON })).toEqual([]);
  });

  test("the number of characters and of days are the standard's", () => {
    const standar = { penilaian: { ...DEFAULT_STANDAR.penilaian, alasanMin: 5, catatanHari: 0 } };
    expect(decide({ rating: "di_bawah", saran: "sesuai", alasan: "Buruk", basis: [note("2026-10-14")] }, { standar })).toEqual([]);
  });
});

test("all reasons of both ratings are given at once", () => {
  const broken = rated({ rating: "di_bawah", saran: "sesuai", basis: [] });
  const recent = rated({ rating: "di_bawah", saran: "sesuai", basis: [note("2026-10-14")] });
  expect(finalize({ status: "final", hasCapaianOrganisasi: false, hasSkpInForce: false, hasilKerja: broken, perilaku: recent }, { parties: ["owner"] })).toEqual([
    "not_your_bawahan", "wrong_status", "skp_not_set", "capaian_organisasi_missing", "no_basis_hasil_kerja", "note_too_recent_perilaku", "reason_missing_hasil_kerja", "reason_missing_perilaku",
  ]);
});

test("a screen can tell which bases carry a rating", () => {
  const basis = [EVIDENCE, { ...EVIDENCE, isInPeriod: false }, note("2026-10-14"), note("2026-09-01"), note("2026-10-14", { isFromPenilai: false })];
  const carrying = (rating: Rated["rating"]) => carryingBasis(rated({ rating, basis }), context()).map((item) => basis.indexOf(item));
  expect(carrying("di_bawah")).toEqual([0, 3, 4]);
  expect(carrying("di_atas")).toEqual([0, 2, 3, 4]);
});

test("the pola is shown after the capaian and all ratings, for fifty people or more", () => {
  const pola = (over: Partial<Parameters<typeof polaRefusals>[0]>) => polaRefusals({ hasCapaianOrganisasi: true, unsaved: 0, people: 50, ...over }, DEFAULT_STANDAR);
  expect(pola({})).toEqual([]);
  expect(pola({ hasCapaianOrganisasi: false })).toEqual(["capaian_organisasi_missing"]);
  expect(pola({ unsaved: 1 })).toEqual(["pola_ratings_unsaved"]);
  expect(pola({ people: 49 })).toEqual(["pola_unit_small"]);
});
