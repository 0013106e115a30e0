import { describe, expect, it } from "vitest";
import { type Blind, type Context, finalRefusals, isBlindStepOn, isOpen, selisihDuaSisi, sendRefusals, waitedUntil, wordRefusals } from "./blind-rating.ts";
import { NOTES } from "./notes.ts";
import { DEFAULT_STANDAR } from "./standar.ts";
import { EKSPEKTASI } from "./vocabulary.ts";

const standar = { ...DEFAULT_STANDAR, penilaian: { ...DEFAULT_STANDAR.penilaian, duaSisiHari: 5 } };
const blind = (over: Partial<Blind> = {}): Blind => ({ sent: { pegawai: null, penilai: null }, lines: ["a", "b"], gaps: [], explained: [], isFinal: false, ratingFrom: "2026-12-21", ratingUntil: "2027-01-31", ...over });
const context = (over: Partial<Context> = {}): Context => ({ parties: ["penilai"], today: "2027-01-04", kalender: { libur: ["2027-01-06"], hariKerjaPengganti: [] }, standar, ...over });
const both = { pegawai: "2027-01-04", penilai: "2027-01-05" };

describe("the gap between two sides", () => {
  it("is counted in levels, the penilai's above the pegawai's positive, and needs words beyond one", () => {
    for (const pegawai of EKSPEKTASI) for (const penilai of EKSPEKTASI) {
      const { value } = selisihDuaSisi({ pegawai, penilai });
      const isFar = new Set([pegawai, penilai, "di_atas", "di_bawah"]).size === 2 && pegawai !== penilai;
      expect(value.perluPenjelasan, `${pegawai} ${penilai}`).toBe(isFar);
      expect(value.selisih).toBe(0 - selisihDuaSisi({ pegawai: penilai, penilai: pegawai }).value.selisih);
    }
  });
  it.each([["di_bawah", "di_atas", 2, NOTES.selisihPerluPenjelasan], ["di_atas", "di_bawah", -2, NOTES.selisihPerluPenjelasan], ["sesuai", "di_atas", 1, undefined], ["di_bawah", "sesuai", 1, undefined], ["sesuai", "sesuai", 0, undefined]] as const)("%s and %s lie %i apart", (pegawai, penilai, selisih, note) => {
    const decision = selisihDuaSisi({ pegawai, penilai });
    expect(decision).toMatchObject({ rule: "Selisih penilaian dua sisi", value: { selisih }, given: { pegawai, penilai }, cite: { regulation: "Standar penilaian kota" } });
    expect(decision.note).toBe(note);
  });
});

describe("locking ratings", () => {
  it("is each side's own act, once, on all results, from the day on which rating begins", () => {
    expect(sendRefusals(blind(), ["a", "b"], context())).toEqual([]);
    expect(sendRefusals(blind(), null, context({ parties: ["owner"] }))).toEqual([]);
    expect(sendRefusals(blind(), ["a"], context())).toEqual(["ratings_missing"]);
    expect(sendRefusals(blind(), null, context({ parties: [] }))).toEqual(["not_yours"]);
    expect(sendRefusals(blind(), null, context({ today: "2026-12-20" }))).toEqual(["rating_window_not_open"]);
    expect(sendRefusals(blind({ lines: [] }), null, context())).toEqual(["skp_not_set"]);
    expect(sendRefusals(blind({ sent: { pegawai: "2027-01-04", penilai: null } }), null, context())).toEqual([]);
    expect(sendRefusals(blind({ sent: { pegawai: "2027-01-04", penilai: null } }), null, context({ parties: ["owner"] }))).toEqual(["blind_sent"]);
    expect(sendRefusals(blind({ isFinal: true }), null, context({ parties: ["owner"] }))).toEqual(["wrong_status"]);
    expect(sendRefusals(blind(), null, context({ standar: DEFAULT_STANDAR }))).toEqual(["blind_step_off"]);
    expect(sendRefusals(blind(), null, context({ parties: ["atasan"], today: "2027-01-31" }))).toEqual(["penilai_in_time"]);
    expect(sendRefusals(blind(), null, context({ parties: ["atasan"], today: "2027-02-01" }))).toEqual([]);
  });
});

describe("words for a wide gap", () => {
  const open = blind({ sent: both, gaps: ["a"] });
  const text = "Register Maret belum dihitung di dalam angka.";
  it("are the penilai's, once both are open, once for each gap, and long enough", () => {
    expect(wordRefusals(open, { line: "a", text }, context())).toEqual([]);
    expect(wordRefusals(open, null, context({ parties: ["atasan"] }))).toEqual([]);
    expect(wordRefusals(open, null, context({ parties: ["owner"] }))).toEqual(["not_your_bawahan"]);
    expect(wordRefusals(open, { line: "b", text }, context())).toEqual(["nothing_to_explain"]);
    expect(wordRefusals({ ...open, explained: ["a"] }, { line: "a", text }, context())).toEqual(["gap_explained"]);
    expect(wordRefusals(open, { line: "a", text: "pendek" }, context())).toEqual(["words_too_short"]);
    expect(wordRefusals(blind(), null, context())).toEqual(["blind_not_open"]);
  });
});

describe("a result with the step switched on", () => {
  const sent = { pegawai: null, penilai: "2027-01-04" };
  it("waits for the penilai's ratings, then for the pegawai's through the days of the standard and no longer, holidays left out", () => {
    expect(finalRefusals(blind(), context())).toEqual(["blind_not_sent"]);
    expect(waitedUntil(blind({ sent }), context())).toBe("2027-01-12");
    expect(waitedUntil(blind(), context())).toBeNull();
    expect(finalRefusals(blind({ sent }), context({ today: "2027-01-12" }))).toEqual(["blind_awaited"]);
    expect(finalRefusals(blind({ sent }), context({ today: "2027-01-13" }))).toEqual([]);
    expect(finalRefusals(blind({ sent: both }), context())).toEqual([]);
  });
  it("waits for words on each wide gap", () => {
    expect(finalRefusals(blind({ sent: both, gaps: ["a", "b"], explained: ["a"] }), context())).toEqual(["gap_unexplained"]);
    expect(finalRefusals(blind({ sent: both, gaps: ["a", "b"], explained: ["a", "b"] }), context())).toEqual([]);
  });
  it("asks nothing where the standard has no such step, also one from before there was any", () => {
    const before: typeof DEFAULT_STANDAR.penilaian = JSON.parse(JSON.stringify({ ...DEFAULT_STANDAR.penilaian, duaSisiHari: undefined }));
    expect(isBlindStepOn({ penilaian: before })).toBe(false);
    expect(isBlindStepOn(standar)).toBe(true);
    expect(finalRefusals(blind(), context({ standar: { penilaian: before } }))).toEqual([]);
    expect(waitedUntil(blind({ sent }), context({ standar: { penilaian: before } }))).toBe("2027-01-04");
    expect([isOpen(blind({ sent })), isOpen(blind({ sent: both }))]).toEqual([false, true]);
  });
});
