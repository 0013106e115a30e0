import { FEWEST_ANSWERS, type PeerForm } from "@teraju/domain";
import { crossedEffects, type CrossedEffects, iccUnbalanced } from "@teraju/statistics";
import type { SealFacts } from "./cycle-queries.ts";
import { type Across, unitReciprocity } from "./unit-reciprocity.ts";

/** A form with its rater, as it is known for the last time inside the seal's transaction. */
export type RatedForm = PeerForm & { readonly raterId: string; readonly subjectId: string };
export type RaterStat = {
  raterId: string; forms: number; leniency: number; leniencyVariance: number;
  spread: number | null; spreadDegrees: number; halo: number | null; haloOthers: number | null; straight: number;
};
export type SubjectStat = { subjectId: string; n: number; level: number; levelVariance: number };
export type SealStatistics = { raters: RaterStat[]; subjects: SubjectStat[]; facts: Omit<SealFacts, "answeredPercent"> };

type Dyad = { form: RatedForm; subject: number; rater: number; mean: number; within: number | null };

/**
 * Every statistic that needs to know the rater, in one pass before the link is destroyed: leniency and levels from the crossed model on
 * the forms' means (colleagues and bawahan each around their own mean), habits of each rater, reliability of the means. Who gave or got
 * fewer than four answers gets no row: an aggregate of one form would be that form. `unitOf`: each person's unit in the draw.
 */
export function sealStatistics(forms: readonly RatedForm[], unitOf: ReadonlyMap<string, string>): SealStatistics {
  const { dyads, subjects, raters } = dyadsOf(forms);
  const fit = dyads.length === 0 ? null : crossedEffects({ ratee: dyads.map((d) => d.subject), rater: dyads.map((d) => d.rater), y: dyads.map((d) => d.mean) }, { method: "moments" });
  const bySubject = Map.groupBy(dyads, (d) => d.subject);
  const icc = iccUnbalanced([...bySubject.values()].map((list) => list.map((d) => d.mean)));
  return {
    raters: [...Map.groupBy(dyads, (d) => d.rater)].flatMap(([rater, own]) => raterStat(raters[rater] ?? "", rater, own, bySubject, fit) ?? []),
    subjects: [...bySubject].flatMap(([subject, own]) => subjectStat(subjects[subject] ?? "", subject, own, fit) ?? []),
    facts: { icc1k: icc?.icc1k ?? null, variances: fit?.variances ?? null, components: fit?.components ?? 0, reciprocity: fit === null ? null : unitReciprocity(across(dyads, fit, (id) => unitOf.get(id))) },
  };
}

/** In the order of ids, so that the same answers give the same figures. */
function dyadsOf(forms: readonly RatedForm[]): { dyads: Dyad[]; subjects: string[]; raters: string[] } {
  const subjects = [...new Set(forms.map((form) => form.subjectId))].toSorted();
  const raters = [...new Set(forms.map((form) => form.raterId))].toSorted();
  const numberOf = (ids: readonly string[]) => new Map(ids.map((id, i) => [id, i]));
  const [bySubject, byRater] = [numberOf(subjects), numberOf(raters)];
  const known = forms.flatMap((form) => {
    const levels = form.levels.filter((level) => level !== null);
    return levels.length === 0 ? [] : [{ form, mean: meanOf(levels), within: deviation(levels) }];
  });
  const city = meanOf(known.map((one) => one.mean));
  const shift = new Map((["rekan", "bawahan"] as const).map((group) => [group, meanOf(known.filter((one) => one.form.group === group).map((one) => one.mean)) - city]));
  const dyads = known.map(({ form, mean, within }): Dyad => ({ form, within, mean: mean - (shift.get(form.group) ?? 0), subject: bySubject.get(form.subjectId) ?? 0, rater: byRater.get(form.raterId) ?? 0 }));
  return { dyads: dyads.toSorted((a, b) => a.subject - b.subject || a.rater - b.rater), subjects, raters };
}

/** Answers of colleagues of other units, with what the model leaves of each. */
function across(dyads: readonly Dyad[], fit: CrossedEffects, unitOf: (id: string) => string | undefined): Across[] {
  return dyads.flatMap(({ form, mean, subject, rater }) => {
    const [from, to] = [unitOf(form.raterId), unitOf(form.subjectId)];
    if (form.group !== "rekan" || from === undefined || to === undefined || from === to) return [];
    return [{ from, to, residual: mean - fit.mean - (fit.rateeEffects[subject] ?? 0) - (fit.raterEffects[rater] ?? 0) }];
  });
}

const STRAIGHT = 7;
function raterStat(raterId: string, rater: number, own: readonly Dyad[], bySubject: ReadonlyMap<number, readonly Dyad[]>, fit: CrossedEffects | null): RaterStat | null {
  if (own.length < FEWEST_ANSWERS || fit === null) return null;
  // What the people are like is taken out first: who rated a varied team is not called varied for it.
  const spread = deviation(own.map((d) => d.mean - (fit.rateeEffects[d.subject] ?? 0)));
  const within = own.flatMap((d) => d.within ?? []);
  const others = own.flatMap((d) => (bySubject.get(d.subject) ?? []).flatMap((o) => (o.rater === rater ? [] : (o.within ?? []))));
  return {
    raterId, forms: own.length, leniency: short(fit.raterEffects[rater] ?? 0), leniencyVariance: short(fit.raterPev[rater] ?? 0),
    spread: spread === null ? null : short(spread ** 2), spreadDegrees: own.length - 1,
    halo: within.length === 0 ? null : short(meanOf(within)), haloOthers: others.length === 0 ? null : short(meanOf(others)),
    straight: own.filter(({ form }) => form.levels.length === STRAIGHT && form.levels[0] !== null && new Set(form.levels).size === 1).length,
  };
}

function subjectStat(subjectId: string, subject: number, own: readonly Dyad[], fit: CrossedEffects | null): SubjectStat | null {
  if (own.length < FEWEST_ANSWERS || fit === null) return null;
  return { subjectId, n: own.length, level: short(fit.rateeEffects[subject] ?? 0), levelVariance: short(fit.rateePev[subject] ?? 0) };
}

/** Two decimals: more would let four known answers be fitted to the figure. */
const short = (value: number): number => Math.round(value * 100) / 100;
function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const centre = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
