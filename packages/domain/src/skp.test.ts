import { describe, expect, test } from "vitest";
import { ACTIONS, type Action, type Context, type Indikator, type Skp, fillRefusals, isPimpinan, isSetLate, isTargetMissing, kunciIndikator, refusals, templateRefusals } from "./skp.ts";
import { JENIS_JABATAN, SKP_STATUS, UNIT_KIND } from "./vocabulary.ts";

const indikator = (over: Partial<Indikator> = {}): Indikator => ({ text: "Persentase ibu hamil terlayani sesuai standar", jenis: "angka", arah: "maks", target: 90, targetMin: null, targetMax: null, targetText: null, satuan: "persen", aspek: "kuantitas", perspektif: null, ...over });
const skp = (over: Partial<Skp> = {}): Skp => ({
  pendekatan: "kuantitatif", isPimpinan: false, status: "draft", year: 2026, hasPenilai: true, hasRevisionInWork: false,
  hasilKerja: [{ text: "Ibu hamil terlayani sesuai standar", prioritas: "utama", indikator: [indikator()] }], ...over,
});
const context = (over: Partial<Context> = {}): Context => ({ parties: ["owner"], today: "2026-01-20", ...over });

const PARTIES: Record<Action, readonly string[]> = { save: ["owner"], discard: ["owner"], bind: ["owner"], propose: ["owner"], withdraw: ["owner"], sendBack: ["penilai", "atasan"], set: ["penilai", "atasan"], revise: ["owner", "penilai"], supersede: ["job"] };
const FROM: Record<Action, readonly string[]> = { save: ["draft", "returned"], discard: ["draft"], bind: ["draft", "returned", "set"], propose: ["draft", "returned"], withdraw: ["proposed"], sendBack: ["proposed"], set: ["proposed"], revise: ["set"], supersede: ["set"] };
const TO: Record<Action, string> = { save: "same", discard: "same", bind: "same", propose: "proposed", withdraw: "draft", sendBack: "returned", set: "set", revise: "same", supersede: "superseded" };
const EVERY_ACTION = Object.keys(ACTIONS) as Action[];

describe("who may do what, when", () => {
  test.each(EVERY_ACTION.flatMap((action) => SKP_STATUS.map((status) => [action, status] as const)))("%s of a %s SKP", (action, status) => {
    const parties = PARTIES[action].slice(0, 1) as Context["parties"];
    expect(refusals(skp({ status }), action, context({ parties, note: "Target terlalu rendah." }))).toEqual(FROM[action].includes(status) ? [] : ["wrong_status"]);
    expect(ACTIONS[action].to).toBe(TO[action]);
  });

  test.each(EVERY_ACTION.flatMap((action) => (["owner", "penilai", "atasan", "job"] as const).map((party) => [action, party] as const)))("%s by the %s", (action, party) => {
    const code = { owner: "not_yours", penilai: "not_your_bawahan", job: "only_by_system" }[PARTIES[action][0] as "owner" | "penilai" | "job"];
    const status = FROM[action][0] as Skp["status"];
    expect(refusals(skp({ status }), action, context({ parties: [party], today: "2026-02-01", note: "Target terlalu rendah." }))).toEqual(PARTIES[action].includes(party) ? [] : [code]);
  });
});

describe("what an SKP must hold before it is proposed or set", () => {
  const both = (over: Partial<Skp>) => [refusals(skp(over), "propose", context()), refusals(skp({ ...over, status: "proposed" }), "set", context({ parties: ["penilai"] }))];
  const result = (over: Partial<Skp["hasilKerja"][number]>) => ({ text: "Hasil", prioritas: "utama" as const, indikator: [indikator()], ...over });
  test.each<[string, Partial<Skp>, string[]]>([
    ["no result", { hasilKerja: [] }, ["no_hasil_kerja"]],
    ["only tambahan", { hasilKerja: [result({ prioritas: "tambahan" })] }, ["no_hasil_kerja_utama"]],
    ["one utama among tambahan", { hasilKerja: [result({ prioritas: "tambahan" }), result({})] }, []],
    ["a result without an indicator", { hasilKerja: [result({}), result({ indikator: [] })] }, ["no_indikator"]],
    ["an indicator without a target", { hasilKerja: [result({ indikator: [indikator(), indikator({ target: null })] })] }, ["target_missing"]],
  ])("%s", (_name, over, codes) => expect(both(over)).toEqual([codes, codes]));
  test("a draft may be saved with all of that missing", () => expect(refusals(skp({ hasilKerja: [], hasPenilai: false }), "save", context())).toEqual([]));
  test("nobody to propose to", () => expect(refusals(skp({ hasPenilai: false }), "propose", context())).toEqual(["no_penilai"]));

  test.each<[string, Partial<Indikator>, "kuantitatif" | "kualitatif", boolean]>([
    ["a number", {}, "kuantitatif", false],
    ["a target of 0", { target: 0 }, "kuantitatif", false],
    ["no number", { target: null, targetText: "90 persen" }, "kuantitatif", true],
    ["a range", { arah: "rentang", target: null, targetMin: 80, targetMax: 90 }, "kuantitatif", false],
    ["a range of one point", { arah: "rentang", targetMin: 80, targetMax: 80 }, "kuantitatif", false],
    ["a range without its lower end", { arah: "rentang", targetMin: null, targetMax: 90 }, "kuantitatif", true],
    ["a range without its upper end", { arah: "rentang", targetMin: 80, targetMax: null }, "kuantitatif", true],
    ["a range upside down", { arah: "rentang", targetMin: 90, targetMax: 80 }, "kuantitatif", true],
    ["words", { jenis: "uraian", target: null, targetText: "Selesai bulan Juni" }, "kuantitatif", false],
    ["words in the indicator", { jenis: "uraian", target: null }, "kuantitatif", false],
    ["no words", { jenis: "uraian", text: " ", targetText: null }, "kuantitatif", true],
    ["kualitatif: the sentence holds the target", { target: null }, "kualitatif", false],
    ["kualitatif: no sentence", { text: "", target: 5 }, "kualitatif", true],
  ])("target of %s", (_name, over, pendekatan, missing) => expect(isTargetMissing(indikator(over), pendekatan)).toBe(missing));
});

describe("discussion and setting", () => {
  test("it is sent back with words", () => {
    const back = (note?: string | null) => refusals(skp({ status: "proposed" }), "sendBack", context({ parties: ["penilai"], note }));
    expect([back(), back(null), back("  ")]).toEqual([["discussion_note_missing"], ["discussion_note_missing"], ["discussion_note_missing"]]);
    expect(back("Tambahkan target triwulan.")).toEqual([]);
  });

  test("the atasan penilai acts only when the penilai has let January pass (Lampiran BAB II.C.5)", () => {
    const by = (parties: Context["parties"], today: string, action: "set" | "sendBack" = "set") => refusals(skp({ status: "proposed" }), action, context({ parties, today, note: "Perlu dibahas." }));
    expect(by(["atasan"], "2026-01-30")).toEqual(["penilai_in_time"]);
    expect(by(["atasan"], "2026-01-31")).toEqual(["penilai_in_time"]);
    expect(by(["atasan"], "2026-02-01")).toEqual([]);
    expect(by(["atasan"], "2026-01-31", "sendBack")).toEqual(["penilai_in_time"]);
    expect(by(["atasan", "penilai"], "2026-01-31")).toEqual([]);
    expect(by(["penilai"], "2026-02-01")).toEqual([]);
  });

  test("a late setting is a warning and no refusal (Pasal 14 ayat 1)", () => {
    expect(["2026-01-30", "2026-01-31", "2026-02-01"].map((day) => isSetLate(2026, day))).toEqual([false, false, true]);
    expect(refusals(skp({ status: "proposed" }), "set", context({ parties: ["penilai"], today: "2026-02-01" }))).toEqual([]);
  });

  test("the next version is begun once", () => {
    expect(refusals(skp({ status: "set", hasRevisionInWork: true }), "revise", context())).toEqual(["revision_in_work"]);
  });
});

test("pimpinan is who leads as JPT pratama, or leads a unit that stands on its own", () => {
  const found = UNIT_KIND.flatMap((unitKind) => JENIS_JABATAN.filter((jenis) => isPimpinan({ isHead: true, jenis, unitKind })).map((jenis) => `${unitKind}/${jenis}`));
  const mandiri = ["opd", "kecamatan", "upt", "puskesmas", "sekolah"];
  expect(found.toSorted()).toEqual([...mandiri.flatMap((unit) => JENIS_JABATAN.map((jenis) => `${unit}/${jenis}`)), ...["kota", "bidang", "subbagian"].map((unit) => `${unit}/jpt_pratama`)].toSorted());
  for (const unitKind of UNIT_KIND) expect(isPimpinan({ isHead: false, jenis: "jpt_pratama", unitKind })).toBe(false);
});

test("a first draft is laid before who has a post and no SKP of the year", () => {
  const person = { hasInForce: false, hasInWork: false, hasPost: true };
  expect([person, { ...person, hasInForce: true }, { ...person, hasInWork: true }, { ...person, hasPost: false, hasInForce: true }].map(fillRefusals)).toEqual([[], ["skp_in_force"], ["revision_in_work"], ["no_post", "skp_in_force"]]);
});

test("only an SKP in force, of a post, becomes an example", () => {
  expect(templateRefusals({ status: "set", hasPost: true })).toEqual([]);
  expect(templateRefusals({ status: "proposed", hasPost: false })).toEqual(["wrong_status", "no_post"]);
});

describe("the same indicator", () => {
  test.each([
    ["  Persentase ibu hamil\n terlayani  sesuai standar. ", {}],
    ["PERSENTASE IBU HAMIL TERLAYANI SESUAI STANDAR", { satuan: " Persen" }],
    ["Persentase ibu hamil terlayani sesuai standar", { target: 70, aspek: "kualitas" as const }],
  ])("is the same by its words, kind, direction and unit, however it is typed and whatever the target: %j", (text, over) => {
    expect(kunciIndikator(indikator({ text, ...over }))).toBe("persentase ibu hamil terlayani sesuai standar|angka|maks|persen");
  });
  test.each([[{ text: "Persentase ibu hamil terlayani" }], [{ satuan: "orang" }], [{ satuan: null }], [{ arah: "min" as const }], [{ jenis: "rasio" as const }]])("is another one with %j", (over) => {
    expect(kunciIndikator(indikator(over))).not.toBe(kunciIndikator(indikator()));
  });
});
