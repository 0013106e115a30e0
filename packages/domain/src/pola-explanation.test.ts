import { describe, expect, test } from "vitest";
import { type Context, isOwed, kewajibanPenjelasan, type PolaUnit, writeRefusals } from "./pola-explanation.ts";
import type { PosisiPola, TemuanPola } from "./regulations/se-menpanrb-3-2023.ts";
import { DEFAULT_STANDAR } from "./standar.ts";

const WHY = "Target layanan terlampaui, tetapi survei kepuasan turun.";
const kepala: Context = { parties: ["kepala"], standar: DEFAULT_STANDAR };
const unit = (over: Partial<PolaUnit> = {}): PolaUnit => ({ status: "none", kesesuaian: "wajib", final: 12, isKalibrasiOpen: false, text: null, ...over });
const line = (posisi: PosisiPola, temuan: TemuanPola = "puncak_melebihi_70_persen") => ({ temuan, posisi });
const duty = (orang: number, ...pita: ReturnType<typeof line>[]) => kewajibanPenjelasan({ pita, orang, minPegawai: 50 });

describe("what needs words", () => {
  test("a share outside of its line with its whole interval does; one that may be chance does not", () => {
    expect(duty(60, line("di_dalam")).value).toBe("sesuai");
    expect(duty(60, line("di_dalam"), line("mungkin_kebetulan")).value).toBe("kebetulan");
    expect(duty(60, line("mungkin_kebetulan"), line("di_luar"))).toMatchObject({ value: "wajib", rule: "Kewajiban menjelaskan pola", cite: { regulation: "Standar penilaian kota", part: expect.stringContaining("SE MenPANRB 3/2023") } });
    expect(duty(60, line("di_luar")).note).toBeUndefined();
  });
  test("under fifty people nobody has to be below; a share that is too large is still one", () => {
    const absent = line("di_luar", "tanpa_butuh_perbaikan_atau_kurang");
    expect(duty(50, absent).value).toBe("wajib");
    expect(duty(49, absent)).toMatchObject({ value: "kebetulan", note: "Orangnya sedikit: tidak adanya predikat Butuh Perbaikan atau Kurang tidak perlu dijelaskan." });
    expect(duty(49, absent, line("di_luar")).value).toBe("wajib");
    expect(duty(0).value).toBe("sesuai");
  });
});

describe("the explanation", () => {
  test("is written by who leads, once there is something to explain, and again in another version", () => {
    expect(writeRefusals(unit(), undefined, kepala)).toEqual([]);
    expect(writeRefusals(unit(), WHY, kepala)).toEqual([]);
    expect(writeRefusals(unit({ kesesuaian: "kebetulan" }), WHY, kepala)).toEqual([]);
    expect(writeRefusals(unit(), "pendek", kepala)).toEqual(["words_too_short"]);
    expect(writeRefusals(unit({ kesesuaian: "sesuai" }), undefined, kepala)).toEqual(["pola_met"]);
    expect(writeRefusals(unit({ status: "published", text: WHY, kesesuaian: "sesuai" }), undefined, kepala)).toEqual([]);
    expect(writeRefusals(unit({ status: "published", text: WHY }), `${WHY} `, kepala)).toEqual(["nothing_changed"]);
    expect(writeRefusals(unit({ isKalibrasiOpen: true }), undefined, { ...kepala, parties: ["bkpsdm"] })).toEqual(["not_unit_head", "kalibrasi_running"]);
    expect(writeRefusals(unit({ kesesuaian: null, final: 0 }), undefined, kepala)).toEqual(["capaian_organisasi_missing", "nothing_final"]);
    expect(writeRefusals(unit({ kesesuaian: "sesuai", final: 0 }), undefined, kepala)).toEqual(["nothing_final"]);
  });
  test("is owed from the day after the last day for rating, until it is published", () => {
    const days = (today: string) => ({ today, ratingUntil: "2027-01-31" });
    expect(isOwed(unit(), days("2027-01-31"), kepala)).toBe(false);
    expect(isOwed(unit(), days("2027-02-01"), kepala)).toBe(true);
    expect(isOwed(unit({ status: "published" }), days("2027-02-01"), kepala)).toBe(false);
    for (const kesesuaian of ["sesuai", "kebetulan", null] as const) expect(isOwed(unit({ kesesuaian }), days("2027-02-01"), kepala)).toBe(false);
    for (const pemeriksaan of ["nasihat", "mati"] as const) expect(isOwed(unit(), days("2027-02-01"), { standar: { ...DEFAULT_STANDAR, pola: { ...DEFAULT_STANDAR.pola, pemeriksaan } } })).toBe(false);
  });
});
