/**
 * What a sealed period leaves behind about one person: the predicted deviation, the variance of its error, and the variance of people in that
 * period (`rateeEffects`, `rateePev`, `variances.ratee` of `crossedEffects`).
 */
export type SealedPrediction = { readonly effect: number; readonly pev: number; readonly variance: number };

/**
 * One prediction from those of several sealed periods, whose single answers are gone. A period told, beside what was known before it, as much as
 * 1/pev − 1/variance; that adds up, and so do predictions weighted by their certainty: 1/pev* = 1/variance* + Σ (1/pev − 1/variance) and
 * effect* = pev* · Σ effect/pev, with variance* the mean of the periods' variances. Equal to predicting from all answers at once where raters do
 * not differ in leniency and the level stays. A period without answers (pev = variance) adds nothing; one in which people did not differ
 * (variance 0) is left out. In units of the answers and their squares. `null` when nothing is left.
 * Source: normal updating, Gelman et al. 2013, section 2.5.
 * @throws RangeError for a pev that is not in (0, variance].
 */
export function combineSealed(periods: readonly SealedPrediction[]): { effect: number; pev: number } | null {
  const telling = periods.filter(({ variance }) => variance > 0);
  if (telling.length === 0) return null;
  let [certainty, weighted] = [telling.length / telling.reduce((all, { variance }) => all + variance, 0), 0];
  for (const { effect, pev, variance } of telling) {
    // An error computed by rounding may pass the variance by a hair.
    if (!(pev > 0 && pev <= variance * (1 + 1e-9))) throw new RangeError("an error variance must be above 0 and at most the variance of people");
    certainty += Math.max(0, 1 / pev - 1 / variance);
    weighted += effect / pev;
  }
  return { effect: weighted / certainty, pev: 1 / certainty };
}
