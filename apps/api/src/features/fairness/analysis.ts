import type { Ekspektasi } from "@teraju/domain";
import { benjaminiHochberg, normalCdf, severity, type Severity, signFlipTest, SIGNAL } from "@teraju/statistics";
import type { CycleFacts, Rating } from "./ratings.ts";

export type Interval = { value: number; low: number; high: number };
const Z95 = 1.959964;
export const POINTS: Record<Ekspektasi, number> = { di_bawah: 1, sesuai: 2, di_atas: 3 };
export const short = (value: number): number => Math.round(value * 100) / 100;
export function intervalOf(value: number, variance: number): Interval {
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  return { value: short(value), low: short(value - half), high: short(value + half) };
}

/**
 * Half a point on the five levels of the simulation (design: fairness, section 7) is an eighth of its width; on the guide's scale 1–3 the
 * eighth is a quarter of a point.
 */
export const RULE = { ...SIGNAL, points: 0.25 };
/** The review list asks for more than chance and for a difference that matters: 0.75 of five levels, three eighths of a point here. */
const REVIEW = { z: 2.5, points: 0.375, periods: 2 };
const FDR = 0.1;
const PAIRS = 10;

/** The supervisor step over one period: who has both a level from colleagues and a figure of results takes part. */
export type Fit = { ratings: Rating[]; fit: Severity; supervisorOf: Map<string, number>; placeOf: Map<string, number> };

export function fitPeriod(all: readonly Rating[], cycle: CycleFacts | null): Fit | null {
  // Unlinked raters cannot be compared: severity and true level would be the same number.
  if (cycle === null || cycle.components !== 1 || cycle.crossPercent <= 0) return null;
  const ratings = all.filter((one) => one.level !== null && one.indeks !== null);
  const supervisorOf = new Map([...new Set(ratings.map((one) => one.penilaiId))].toSorted().map((id, i) => [id, i]));
  const results = standardised(ratings);
  const fit = ratings.length === 0 ? null : severity({
    supervisor: ratings.map((one) => supervisorOf.get(one.penilaiId) ?? 0), score: ratings.map(scoreOf),
    predictors: [ratings.map((one) => one.level ?? 0), results],
  }, RULE);
  return fit === null ? null : { ratings, fit, supervisorOf, placeOf: new Map(ratings.map((one, i) => [one.personId, i])) };
}

/** Mean of the two ratings, 1 to 3. */
export function scoreOf({ hasilKerja, perilaku }: Pick<Rating, "hasilKerja" | "perilaku">): number {
  return (POINTS[hasilKerja] + POINTS[perilaku]) / 2;
}

/** The index within the job family: a target that is easy for nurses is easy for all nurses. */
function standardised(ratings: readonly Rating[]): number[] {
  const z = new Map<string, number>();
  for (const own of Map.groupBy(ratings, (one) => one.family ?? "").values()) {
    const mean = own.reduce((sum, one) => sum + (one.indeks ?? 0), 0) / own.length;
    const deviation = Math.sqrt(own.reduce((sum, one) => sum + ((one.indeks ?? 0) - mean) ** 2, 0) / Math.max(1, own.length - 1));
    for (const one of own) z.set(one.personId, deviation === 0 ? 0 : ((one.indeks ?? 0) - mean) / deviation);
  }
  return ratings.map((one) => z.get(one.personId) ?? 0);
}

export type SupervisorLine = { personId: string; n: number; leniency: Interval | null; reason: "too_few" | "not_linked" | null; isSignal: boolean; p: number | null };
/** Every penilai of the period with an interval, unordered: it is no ranking. */
export function supervisorLines(all: readonly Rating[], fitted: Fit | null): SupervisorLine[] {
  return [...Map.groupBy(all, (one) => one.penilaiId)].map(([personId, team]) => {
    const j = fitted?.supervisorOf.get(personId);
    const n = fitted === null || j === undefined ? 0 : (fitted.fit.staff[j] ?? 0);
    if (fitted === null) return { personId, n: team.length, leniency: null, reason: "not_linked", isSignal: false, p: null };
    if (j === undefined || n < RULE.staff) return { personId, n, leniency: null, reason: "too_few", isSignal: false, p: null };
    return { personId, n, leniency: intervalOf(fitted.fit.leniency[j] ?? 0, fitted.fit.leniencyVariance[j] ?? 0), reason: null, isSignal: fitted.fit.signal[j] ?? false, p: null };
  });
}

export type PersonLine = { personId: string; penilaiId: string; n: number; residual: number; z: number; p: number; pAdjusted: number; lists: ("multiplicity" | "review")[] };
/** People whose rating differs from what colleagues and results lead one to expect, upwards or downwards, once the penilai's own leniency is taken out. */
export function personLines(now: Fit | null, earlier: readonly (Fit | null)[]): PersonLine[] {
  if (now === null) return [];
  const known = now.ratings.flatMap((one, i) => {
    const z = now.fit.z[i] ?? null;
    return z === null ? [] : [{ one, i, z, p: 2 * (1 - normalCdf(Math.abs(z))) }];
  });
  const { adjusted, rejected } = benjaminiHochberg(known.map(({ p }) => p), FDR);
  return known.flatMap(({ one, i, z, p }, at): PersonLine[] => {
    const residual = now.fit.residuals[i] ?? 0;
    const isLarge = isOver(z, residual) && earlier.filter((fit) => wasOver(fit, one.personId, Math.sign(z))).length >= REVIEW.periods - 1;
    const lists = [...(rejected[at] === true ? ["multiplicity" as const] : []), ...(isLarge ? ["review" as const] : [])];
    if (lists.length === 0) return [];
    return [{ personId: one.personId, penilaiId: one.penilaiId, n: now.fit.staff[now.supervisorOf.get(one.penilaiId) ?? 0] ?? 0, residual: short(residual), z: short(z), p, pAdjusted: adjusted[at] ?? 1, lists }];
  });
}
function isOver(z: number, residual: number): boolean {
  return Math.abs(z) > REVIEW.z && Math.abs(residual) >= REVIEW.points;
}
function wasOver(fit: Fit | null, personId: string, sign: number): boolean {
  const at = fit?.placeOf.get(personId);
  if (fit === null || at === undefined) return false;
  const z = fit.fit.z[at] ?? null;
  return z !== null && Math.sign(z) === sign && isOver(z, fit.fit.residuals[at] ?? 0);
}

export type ObjectorLine = { personId: string; penilaiId: string; n: number; residual: Interval; p: number; pAdjusted: number; isLow: boolean };
/**
 * Ratings by the same penilai after a keberatan: whether they lie lower than colleagues and results lead one to expect, once that penilai's own
 * severity is taken out. One-sided, since only this direction is feared; multiplicity over all who objected. Who cannot be compared is left out.
 */
export function objectorLines(fitted: Fit | null, objectors: readonly { personId: string; penilaiId: string }[]): ObjectorLine[] {
  if (fitted === null) return [];
  const known = objectors.flatMap(({ personId, penilaiId }) => {
    const i = fitted.placeOf.get(personId);
    const z = i === undefined ? null : (fitted.fit.z[i] ?? null);
    return i === undefined || z === null || z === 0 ? [] : [{ personId, penilaiId, z, residual: fitted.fit.residuals[i] ?? 0, n: fitted.fit.staff[fitted.supervisorOf.get(penilaiId) ?? -1] ?? 0, p: normalCdf(z) }];
  });
  const { adjusted, rejected } = benjaminiHochberg(known.map(({ p }) => p), FDR);
  return known.map(({ z, residual, ...one }, i) => ({ ...one, residual: intervalOf(residual, (residual / z) ** 2), pAdjusted: adjusted[i] ?? 1, isLow: rejected[i] === true }));
}

export type DeclaredLine = { pairs: number; least: number; mean: Interval | null; p: number | null; reason: "too_few" | "not_linked" | null; isSignal: boolean };
/** All declared pairs of penilai and pegawai as one group; of a single pair nothing is said. In standard errors of a residual. */
export function declaredLine(fitted: Fit | null, pairs: readonly { a: string; b: string }[]): DeclaredLine {
  const nothing = { least: PAIRS, mean: null, p: null, isSignal: false };
  if (fitted === null) return { ...nothing, pairs: 0, reason: "not_linked" };
  const declared = new Set(pairs.flatMap(({ a, b }) => [`${a}|${b}`, `${b}|${a}`]));
  const z = fitted.ratings.flatMap((one, i) => (declared.has(`${one.personId}|${one.penilaiId}`) ? (fitted.fit.z[i] ?? []) : []));
  if (z.length < PAIRS) return { ...nothing, pairs: z.length, reason: "too_few" };
  const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
  const variance = z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (z.length - 1);
  const p = signFlipTest(z)?.pOneSided ?? null;
  return { pairs: z.length, least: PAIRS, mean: intervalOf(mean, variance / z.length), p, reason: null, isSignal: p !== null && p <= 0.05 };
}
