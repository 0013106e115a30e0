import { connectedComponents } from "./connectivity.ts";
import { gather, type Ratings, type Variances } from "./design.ts";
import { momentVariances } from "./moments.ts";
import { errorVariances, predict, SMALL } from "./prediction.ts";
import { remlVariances } from "./reml.ts";

export type CrossedEffectsOptions = { method: "moments" | "reml" } | { variances: Variances };

export type CrossedEffects = {
  /** Estimated mean of the whole, in points. */
  mean: number;
  /** Of ratee, rater and residual, in squared points; 0 = that facet is not adjusted. */
  variances: Variances;
  /** Predicted deviation of each id from the mean, in points: a person's level, a rater's leniency (positive = lenient). */
  rateeEffects: Float64Array;
  raterEffects: Float64Array;
  /** Variance of the error of each prediction, in squared points: exact up to 300 levels, else approximate (2 to 4 % low in small cities). */
  rateePev: Float64Array;
  raterPev: Float64Array;
  /** Connected parts of the graph of raters and ratees. More than 1: never compare people of different parts. */
  components: number;
  /** Rounds of the solver. */
  sweeps: number;
};

/**
 * Crossed random effects y = mean + ratee + rater + residual: variance components, best linear unbiased predictions and their errors.
 * `r`: columns of equal length; ids are whole numbers from 0 (an id that never occurs is predicted as 0 with its full variance), a pair of ratee and
 * rater should occur once. Typed arrays are not copied. The order of ratings changes results by rounding only: for equal bits give equal order.
 * `o`: `moments` (Gao & Owen 2017, any size), `reml` (≤ 300 levels), or known variances.
 * `null` when there is no rating, or when the design cannot separate the three variances (see `momentVariances`).
 * @throws RangeError for malformed columns, REML beyond 300 levels, or variances that are negative or no numbers.
 */
export function crossedEffects(r: Ratings, o: CrossedEffectsOptions): CrossedEffects | null {
  const design = gather(r);
  if (design.size === 0) return null;
  const isSmall = design.ratee.count.length + design.rater.count.length <= SMALL;
  if ("method" in o && o.method === "reml" && !isSmall) throw new RangeError(`REML is for at most ${SMALL} ratees and raters: take moments`);
  const variances = "variances" in o ? known(o.variances) : momentVariances(design);
  if (variances === null) return null;
  const isReml = "method" in o && o.method === "reml" && design.squares > 0;
  const used = isReml ? remlVariances(design, variances) : variances;
  const { mean, ratee, rater, sweeps } = predict(design, used);
  const errors = errorVariances(design, used);
  const { count } = connectedComponents({ ratee: design.ratee.ids, rater: design.rater.ids });
  return { mean, variances: used, rateeEffects: ratee, raterEffects: rater, rateePev: errors.ratee, raterPev: errors.rater, components: count, sweeps };
}

function known({ ratee, rater, residual }: Variances): Variances {
  if (![ratee, rater, residual].every((value) => value >= 0 && value < Infinity)) throw new RangeError("variances must be numbers from 0");
  return { ratee, rater, residual };
}
