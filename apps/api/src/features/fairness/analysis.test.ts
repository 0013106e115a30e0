import { describe, expect, it } from "vitest";
import { declaredLine, fitPeriod, objectorLines, personLines, supervisorLines } from "./analysis.ts";
import { comparisons, loweredComparisons } from "./groups.ts";
import { fragileLines } from "./fragile.ts";
import { cityOf, habitOf, mirrorOf, yearOf } from "./habits.ts";
import type { Habits } from "./mirror-queries.ts";
import type { CycleFacts, Rating, SourcesRow } from "./ratings.ts";

const LINKED: CycleFacts = { id: "c", year: 2026, semester: 1, components: 1, crossPercent: 30, people: 200, raters: 200, reciprocity: null };
/** A small generator: the same numbers each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const rating = (more: Partial<Rating>): Rating => ({ personId: "p", penilaiId: "s", unitId: "u", opdId: "o", hasilKerja: "sesuai", perilaku: "sesuai", predikat: "baik", indeks: 100, level: 0, family: "guru", nip: null, jenis: "pns", ...more });
/** Twenty supervisors of eight people; the first rates everybody up. */
function city(seed: number, lenient = true): Rating[] {
  const next = dice(seed);
  return Array.from({ length: 20 }, (_, s) => Array.from({ length: 8 }, (_unused, i) => {
    const level = next() - 0.5;
    const roll = next() + level * 0.6;
    const usual = roll > 0.85 ? "di_atas" : roll < 0.12 ? "di_bawah" : "sesuai";
    return rating({ personId: `p${s}-${i}`, penilaiId: `s${s}`, opdId: `o${s % 4}`, level, indeks: 95 + 10 * next(), hasilKerja: lenient && s === 0 ? "di_atas" : usual, perilaku: lenient && s === 0 ? "di_atas" : "sesuai" });
  })).flat();
}

describe("supervisors", () => {
  it("one who rates everybody up is found, and nobody else, with an interval", () => {
    const ratings = city(7);
    const lines = supervisorLines(ratings, fitPeriod(ratings, LINKED));
    expect(lines.filter((one) => one.isSignal).map((one) => one.personId)).toEqual(["s0"]);
    const first = lines.find((one) => one.personId === "s0");
    expect(first?.leniency?.low).toBeGreaterThan(0.25);
    expect(lines).toHaveLength(20);
  });
  it("nobody is where nobody does", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const ratings = city(seed, false);
      expect(supervisorLines(ratings, fitPeriod(ratings, LINKED)).filter((one) => one.isSignal)).toEqual([]);
    }
  });
  it("of unlinked raters nothing is said: severity and true level would be the same number", () => {
    const ratings = city(7);
    for (const cycle of [null, { ...LINKED, components: 2 }, { ...LINKED, crossPercent: 0 }]) {
      expect(new Set(supervisorLines(ratings, fitPeriod(ratings, cycle)).map((one) => one.reason))).toEqual(new Set(["not_linked"]));
    }
  });
  it("of fewer than five people nothing is said either; equal scores give no numbers that are none", () => {
    const few = city(7).filter((one) => one.penilaiId !== "s1" || one.personId < "p1-4");
    expect(supervisorLines(few, fitPeriod(few, LINKED)).find((one) => one.personId === "s1")).toMatchObject({ n: 4, leniency: null, reason: "too_few" });
    const flat = city(7, false).map((one) => ({ ...one, hasilKerja: "sesuai", perilaku: "sesuai" }) as const);
    expect(JSON.stringify(supervisorLines(flat, fitPeriod(flat, LINKED)))).not.toContain("null,\"high\"");
    expect(fitPeriod([], LINKED)).toBe(null);
  });
});

describe("after a keberatan", () => {
  const objectors = [3, 4, 5].map((s) => ({ personId: `p${s}-0`, penilaiId: `s${s}` }));
  const pressed = (ratings: Rating[]) => ratings.map((one) => (one.personId === "p3-0" ? { ...one, level: 0.45, indeks: 104, hasilKerja: "di_bawah" as const, perilaku: "di_bawah" as const } : one));
  it("a rating far below expectation by the same penilai is found, with its interval; usual ones are not", () => {
    const lines = objectorLines(fitPeriod(pressed(city(7, false)), LINKED), objectors);
    expect(lines.filter((one) => one.isLow).map((one) => one.personId)).toEqual(["p3-0"]);
    expect(lines[0]).toMatchObject({ n: 8, penilaiId: "s3" });
    expect(lines[0]?.residual.high).toBeLessThan(0);
    expect(lines[0]?.residual.low).toBeLessThan(lines[0]?.residual.value ?? 0);
  });
  it("only the low side counts, and nobody without a fit or without a rating is spoken of", () => {
    const raised = city(7, false).map((one) => (one.personId === "p3-0" ? { ...one, level: -0.45, hasilKerja: "di_atas" as const, perilaku: "di_atas" as const } : one));
    expect(objectorLines(fitPeriod(raised, LINKED), objectors).some((one) => one.isLow)).toBe(false);
    expect(objectorLines(null, objectors)).toEqual([]);
    expect(objectorLines(fitPeriod(city(7), LINKED), [{ personId: "x", penilaiId: "s1" }])).toEqual([]);
  });
});

describe("lowered by a rapat kalibrasi", () => {
  const met = (share: (i: number) => boolean) => Array.from({ length: 200 }, (_, i) => ({ ...rating({ personId: `p${i}`, opdId: `o${i % 2}`, jenis: i < 60 ? "pppk" : "pns" }), isLowered: share(i), isNew: i % 4 === 1, isBack: i < 4 }));
  it("a group that was lowered more often is a signal under all four conditions", () => {
    const [status, baru, cuti] = loweredComparisons(met((i) => (i < 60 ? i % 3 === 0 : i % 20 === 0)));
    expect(status).toMatchObject({ attribute: "status", group: "pppk", n: 60, nAgainst: 140, isSameSign: true, isSignal: true, reason: null });
    expect(status?.stratifiedOdds).toBeGreaterThan(3);
    expect(baru).toMatchObject({ attribute: "pegawai_baru", group: "kurang_dari_1_tahun", isSignal: false });
    // Four people are not compared: that would name them.
    expect(cuti).toMatchObject({ attribute: "kembali_cuti", n: 4, ratio: null, reason: "too_few" });
  });
  it("nobody lowered, or all groups alike: none", () => {
    for (const share of [() => false, (i: number) => i % 7 === 0]) expect(loweredComparisons(met(share)).some((one) => one.isSignal)).toBe(false);
  });
});

describe("persons", () => {
  const favoured = (seed: number): Rating[] => city(seed, false).map((one) => (one.personId === "p5-3" ? { ...one, hasilKerja: "di_atas", perilaku: "di_atas", level: -0.5 } : { ...one, hasilKerja: "sesuai", perilaku: "sesuai", level: one.level }) as Rating);
  it("a rating far from expectation stands in the list of chance only when it holds among all, and in the review list when it comes again", () => {
    const spread = (seed: number) => favoured(seed).map((one, i) => (i % 5 === 0 && one.personId !== "p5-3" ? ({ ...one, perilaku: "di_bawah" } as Rating) : one));
    const fit = fitPeriod(spread(11), LINKED);
    const before = fitPeriod(spread(11), LINKED);
    const alone = personLines(fit, []).find((one) => one.personId === "p5-3");
    const again = personLines(fit, [before]).find((one) => one.personId === "p5-3");
    expect(alone?.lists ?? []).not.toContain("review");
    expect(again?.lists).toContain("review");
  });
  it("without a fit there are none", () => expect(personLines(null, [])).toEqual([]));
});

describe("declared relations", () => {
  const pairs = Array.from({ length: 12 }, (_, i) => ({ a: `p${i + 1}-0`, b: `s${i + 1}` }));
  it("are tested as one group from ten pairs up, in whichever order they were declared", () => {
    const ratings = city(3, false).map((one) => (one.personId.endsWith("-0") ? ({ ...one, hasilKerja: "di_atas", perilaku: "di_atas" } as Rating) : one));
    const line = declaredLine(fitPeriod(ratings, LINKED), [...pairs.slice(0, 6), ...pairs.slice(6).map(({ a, b }) => ({ a: b, b: a }))]);
    expect(line).toMatchObject({ pairs: 12, isSignal: true });
    expect(line.mean?.low).toBeGreaterThan(0);
    expect(declaredLine(fitPeriod(ratings, LINKED), pairs.slice(0, 9))).toMatchObject({ pairs: 9, mean: null, reason: "too_few" });
    expect(declaredLine(null, pairs)).toMatchObject({ reason: "not_linked" });
  });
  it("are no signal where they are rated as others", () => expect(declaredLine(fitPeriod(city(3, false), LINKED), pairs).isSignal).toBe(false));
});

describe("groups", () => {
  const people = (n: number, good: number, jenis: "pns" | "pppk"): Rating[] => Array.from({ length: n }, (_, i) => rating({ personId: `${jenis}${i}`, penilaiId: `s${i % 6}`, opdId: `o${i % 3}`, jenis, predikat: i < good ? "baik" : "kurang", level: 0, indeks: 100 }));
  const status = (a: Rating[], b: Rating[]) => comparisons([...a, ...b], null, "2026-11-23").find((one) => one.attribute === "status");
  it("a ratio under four fifths is no signal without enough people", () => expect(status(people(20, 10, "pppk"), people(20, 20, "pns"))).toMatchObject({ ratio: 0.5, isSignal: false }));
  it("nor without a test that holds", () => expect(status(people(40, 20, "pppk"), people(40, 27, "pns"))).toMatchObject({ ratio: 0.74, isSignal: false }));
  it("with all of it, it is one; the same the other way round", () => {
    expect(status(people(120, 60, "pppk"), people(120, 110, "pns"))).toMatchObject({ isSignal: true, isSameSign: true });
    expect(status(people(120, 110, "pppk"), people(120, 60, "pns"))).toMatchObject({ isSignal: true });
  });
  it("under ten people nothing is shown", () => expect(status(people(9, 1, "pppk"), people(100, 90, "pns"))).toMatchObject({ rate: null, reason: "too_few" }));
});

describe("fragile suggestions", () => {
  const row = (more: Partial<SourcesRow>): SourcesRow => ({ personId: "p", hasil: [], perilaku: [], umpanBalik: { positif: 0, netral: 0, negatif: 0 }, rekan: null, batas: { sebagianBesar: 0.5, sebagianKecil: 0.25 }, bobotRekan: 0.7, ...more });
  const hasil = (...ratings: ("di_atas" | "sesuai" | "di_bawah")[]) => ratings.map((one) => ({ prioritas: "utama" as const, rating: one }));
  it("name the source that they hang on", () => {
    expect(fragileLines([row({ hasil: hasil("sesuai", "sesuai", "sesuai", "sesuai") })])).toEqual([]);
    expect(fragileLines([row({ hasil: hasil("di_atas", "di_atas", "sesuai") })])[0]).toMatchObject({ suggestion: "di_atas", without: [{ source: "satu_hasil_kerja" }] });
    const perilaku = [{ perilaku: "loyal", rating: "sesuai" as const }, { perilaku: "adaptif", rating: "sesuai" as const }];
    expect(fragileLines([row({ perilaku, rekan: { semester: "2026-1", rata: 1.25, n: 4 } })])).toMatchObject([{ suggestion: "di_bawah", without: [{ source: "rekan", suggestion: "sesuai" }] }]);
    expect(fragileLines([row({ perilaku, rekan: { semester: null, sebab: "belum_ada" } })])).toEqual([]);
  });
});

describe("the mirror", () => {
  const semester = (more: Partial<Habits> = {}): Habits => ({ raterId: "r", cycleId: "c", forms: 7, leniency: 0.4, leniencyVariance: 0.04, spread: 0.09, spreadDegrees: 6, halo: 0.2, haloOthers: 0.4, straight: 5, ...more });
  const others = Array.from({ length: 20 }, () => yearOf([semester({ leniency: 0, straight: 1, halo: 0.4 }), semester({ leniency: 0, straight: 0, halo: 0.4 })]));
  it("shows leniency from five forms, the other habits from eight", () => {
    const one = mirrorOf(yearOf([semester()]), others);
    expect([one.leniency.mine?.value, one.halo.mine, one.halo.reason, one.straight.reason]).toEqual([0.4, null, "too_few", "too_few"]);
    const two = mirrorOf(yearOf([semester(), semester()]), others);
    expect(two).toMatchObject({ leniency: { n: 14, side: "higher" }, halo: { side: "lower", mine: { value: 0.5 } }, straight: { side: "higher", mine: { value: 71.43 } }, spread: { mine: { value: 0.3 } } });
  });
  it("says so where there is nothing, and compares with nobody where there are few raters", () => {
    expect(mirrorOf(null, others).leniency).toMatchObject({ mine: null, reason: "no_data", side: null });
    expect(cityOf([1, 2, 3])).toBe(null);
    expect(habitOf({ forms: 9 }, 8, () => ({ value: 1, low: 0, high: 2 }), []).side).toBe(null);
  });
});
