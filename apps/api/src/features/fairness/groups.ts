import { addMonths, type GroupAttribute, type LocalDate, monthOf, parseNip, PREDIKAT } from "@teraju/domain";
import { benjaminiHochberg, fisherExact, hedgesG, mantelHaenszel, newcombe, welch } from "@teraju/statistics";
import { type Fit, type Interval, intervalOf, short } from "./analysis.ts";
import type { Calibrated, Rating } from "./ratings.ts";

export type Comparison = {
  attribute: GroupAttribute; group: string; against: string; n: number; nAgainst: number; difference: Interval | null; gap: Interval | null; rate: number | null; rateAgainst: number | null; ratio: number | null;
  pFisher: number | null; pAdjusted: number | null; stratifiedOdds: number | null; isSameSign: boolean | null; isSignal: boolean; reason: "too_few" | "not_linked" | null;
};
/** Filters by an attribute are for at least ten people (A8); a signal asks for thirty. */
const LEAST = { shown: 10, signal: 30 };
const ADVERSE = 0.8;
const FDR = 0.1;
const GOOD: readonly string[] = PREDIKAT.slice(0, 2);

type Split = { attribute: GroupAttribute; group: string; against: string; isIn(rating: Rating): boolean | null };

/** Sex and age are read from the NIP, which carries them; nothing is held for this page alone. */
function splitsOf(day: LocalDate): Split[] {
  const bornAfter = (years: number): string => addMonths(monthOf(day), -12 * years);
  const nip = (rating: Rating) => {
    const parsed = rating.nip === null ? null : parseNip(rating.nip);
    return parsed?.valid === true ? parsed : null;
  };
  const age = (is: (born: string) => boolean) => (rating: Rating): boolean | null => {
    const lahir = nip(rating)?.lahir;
    return lahir === undefined ? null : is(lahir.slice(0, 7));
  };
  return [
    { attribute: "jenis_kelamin", group: "perempuan", against: "laki_laki", isIn: (one) => (nip(one) === null ? null : nip(one)?.kelamin === "P") },
    { attribute: "usia", group: "di_bawah_35", against: "lainnya", isIn: age((born) => born > bornAfter(35)) },
    { attribute: "usia", group: "50_ke_atas", against: "lainnya", isIn: age((born) => born <= bornAfter(50)) },
    { attribute: "status", group: "pppk", against: "pns", isIn: (one) => (one.jenis === "pejabat" ? null : one.jenis === "pppk") },
    { attribute: "pegawai_baru", group: "kurang_dari_2_tahun", against: "lainnya", isIn: (one) => { const year = nip(one)?.tahunPengangkatan; return year === undefined ? null : year >= Number(day.slice(0, 4)) - 1; } },
  ];
}

/**
 * Groups by what the penilai's rating differs from expectation, and by the official class. A signal asks for all four: enough people, a
 * ratio under 0.80 either way, an exact test that holds after the multiplicity of the page, and the same sign within units.
 */
export function comparisons(ratings: readonly Rating[], fitted: Fit | null, day: LocalDate): Comparison[] {
  return judged(splitsOf(day).map((split) => compare(split, ratings, fitted, isGood)));
}

/** Whether a rapat kalibrasi lowered a group more often: the same four conditions on the share that was lowered, stratified by department. */
export function loweredComparisons(met: readonly (Rating & Calibrated)[]): Comparison[] {
  const calibrated = new Map(met.map((one) => [one.personId, one]));
  const splits: Split[] = [
    { attribute: "status", group: "pppk", against: "pns", isIn: (one) => (one.jenis === "pejabat" ? null : one.jenis === "pppk") },
    { attribute: "pegawai_baru", group: "kurang_dari_1_tahun", against: "lainnya", isIn: (one) => calibrated.get(one.personId)?.isNew ?? null },
    { attribute: "kembali_cuti", group: "kembali_cuti", against: "lainnya", isIn: (one) => calibrated.get(one.personId)?.isBack ?? null },
  ];
  return judged(splits.map((split) => compare(split, met, null, (one) => calibrated.get(one.personId)?.isLowered === true))).map((one) => (one.reason === "not_linked" ? { ...one, reason: null } : one));
}

function judged(made: readonly Comparison[]): Comparison[] {
  const tested = made.filter((one) => one.pFisher !== null);
  const { adjusted } = benjaminiHochberg(tested.map((one) => one.pFisher ?? 1), FDR);
  return made.map((one) => {
    const at = tested.indexOf(one);
    const pAdjusted = at < 0 ? null : (adjusted[at] ?? null);
    return { ...one, pAdjusted, isSignal: isSignal({ ...one, pAdjusted }) };
  });
}

function isSignal({ n, nAgainst, rate, rateAgainst, ratio, pAdjusted, isSameSign }: Comparison): boolean {
  // Where the other group has none at all there is no ratio, and the difference is as large as can be.
  const isAdverse = ratio === null ? rate !== null && rateAgainst === 0 && rate > 0 : ratio < ADVERSE || ratio > 1 / ADVERSE;
  return Math.min(n, nAgainst) >= LEAST.signal && isAdverse && pAdjusted !== null && pAdjusted <= FDR && isSameSign === true;
}

type Outcome = (one: Rating) => boolean;
function compare({ attribute, group, against, isIn }: Split, ratings: readonly Rating[], fitted: Fit | null, has: Outcome): Comparison {
  const inside = ratings.filter((one) => isIn(one) === true);
  const outside = ratings.filter((one) => isIn(one) === false);
  const base = { attribute, group, against, n: inside.length, nAgainst: outside.length, pAdjusted: null, isSignal: false };
  if (Math.min(inside.length, outside.length) < LEAST.shown) return { ...base, difference: null, gap: null, rate: null, rateAgainst: null, ratio: null, pFisher: null, stratifiedOdds: null, isSameSign: null, reason: "too_few" };
  const [rate, rateAgainst] = [shareOf(inside, has), shareOf(outside, has)];
  const difference = differenceOf(inside, outside, fitted);
  const tables = strata(inside, outside, has);
  const [odds, direction] = [mantelHaenszel(tables).oddsRatio, directionOf(tables)];
  return {
    ...base, difference, gap: gapOf(inside, outside, has), rate: short(rate), rateAgainst: short(rateAgainst), ratio: rateAgainst === 0 ? null : short(rate / rateAgainst),
    pFisher: fisherExact(tableOf(inside, outside, has)).twoSided, stratifiedOdds: odds === null ? null : short(odds),
    isSameSign: direction === 0 || rate === rateAgainst ? null : direction > 0 === rate > rateAgainst, reason: difference === null ? "not_linked" : null,
  };
}

const isGood = (one: Rating): boolean => GOOD.includes(one.predikat);
const shareOf = (ratings: readonly Rating[], has: Outcome): number => ratings.filter(has).length / ratings.length;
function tableOf(a: readonly Rating[], b: readonly Rating[], has: Outcome): [[number, number], [number, number]] {
  const row = (list: readonly Rating[]): [number, number] => [list.filter(has).length, list.filter((one) => !has(one)).length];
  return [row(a), row(b)];
}
/** How much larger the share is in the first group, with its interval. */
function gapOf(a: readonly Rating[], b: readonly Rating[], has: Outcome): Interval | null {
  const found = newcombe({ k: a.filter(has).length, n: a.length }, { k: b.filter(has).length, n: b.length });
  return found === null ? null : { value: short(found.difference), low: short(found.interval[0]), high: short(found.interval[1]) };
}
/** Which way the Mantel–Haenszel odds lie from 1, also where a group without any makes them infinite: the sign of its numerator less its denominator. */
function directionOf(tables: readonly [[number, number], [number, number]][]): number {
  return Math.sign(tables.reduce((sum, [[a, b], [c, d]]) => sum + (a * d - b * c) / Math.max(1, a + b + c + d), 0));
}
function strata(a: readonly Rating[], b: readonly Rating[], has: Outcome): [[number, number], [number, number]][] {
  const units = new Set([...a, ...b].map((one) => one.opdId));
  return [...units].map((unit) => tableOf(a.filter((one) => one.opdId === unit), b.filter((one) => one.opdId === unit), has));
}

/** Of a department: what the penilai's ratings differ from expectation, and nothing of classes, for a test of so few finds hardly anything. */
export type UnitComparison = Pick<Comparison, "attribute" | "group" | "against" | "n" | "nAgainst" | "difference" | "pAdjusted" | "isSignal" | "reason">;
/** People whose ratings can be compared, without which nothing is said of a department. */
export const UNIT_LEAST = 40;

/** Groups within each large enough department, by Welch's test on the residuals; one family over all departments and groups of the period. */
export function unitComparisons(ratings: readonly Rating[], fitted: Fit | null, day: LocalDate): Map<string, UnitComparison[]> {
  if (fitted === null) return new Map();
  const compared = Map.groupBy(ratings.filter((one) => fitted.placeOf.has(one.personId)), (one) => one.opdId);
  const made = [...compared].filter(([, own]) => own.length >= UNIT_LEAST).flatMap(([opdId, own]) => splitsOf(day).map((split) => ({ opdId, ...compareResiduals(split, own, fitted) })));
  const tested = made.filter((one) => one.p !== null);
  const { adjusted, rejected } = benjaminiHochberg(tested.map((one) => one.p ?? 1), FDR);
  const lines = made.map(({ p: _p, ...one }, i) => {
    const at = tested.findIndex((other) => other === made[i]);
    return { ...one, pAdjusted: at < 0 ? null : (adjusted[at] ?? null), isSignal: at >= 0 && rejected[at] === true };
  });
  return new Map([...Map.groupBy(lines, (one) => one.opdId)].map(([opdId, own]) => [opdId, own.map(({ opdId: _own, ...one }) => one)]));
}

function compareResiduals({ attribute, group, against, isIn }: Split, ratings: readonly Rating[], fitted: Fit): Omit<UnitComparison, "pAdjusted" | "isSignal"> & { p: number | null } {
  const [inside, outside] = [ratings.filter((one) => isIn(one) === true), ratings.filter((one) => isIn(one) === false)];
  const difference = differenceOf(inside, outside, fitted);
  const base = { attribute, group, against, n: inside.length, nAgainst: outside.length, difference };
  if (difference === null) return { ...base, reason: "too_few", p: null };
  return { ...base, reason: null, p: welch(residualsOf(inside, fitted), residualsOf(outside, fitted))?.p ?? null };
}

function residualsOf(list: readonly Rating[], fitted: Fit): number[] {
  return list.flatMap((one) => {
    const at = fitted.placeOf.get(one.personId);
    return at === undefined ? [] : (fitted.fit.residuals[at] ?? []);
  });
}

function differenceOf(a: readonly Rating[], b: readonly Rating[], fitted: Fit | null): Interval | null {
  if (fitted === null) return null;
  const [x, y] = [residualsOf(a, fitted), residualsOf(b, fitted)];
  if (Math.min(x.length, y.length) < LEAST.shown) return null;
  const g = hedgesG(x, y)?.g ?? null;
  return g === null ? null : intervalOf(g, (x.length + y.length) / (x.length * y.length) + (g * g) / (2 * (x.length + y.length)));
}
