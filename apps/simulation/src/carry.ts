import { normalCdf, spearmanBrown } from "@teraju/statistics";
import { PEER, SUPERVISOR } from "./city.ts";

/**
 * What the plan's figures (20 forms a person and year, all of them sent) become in the product's year, by known laws and the plan's own variances:
 * never from our own results. Forms heard: seven raters, two semesters, 70 % response.
 */
const PLAN_FORMS = 20;
export const PRODUCT_FORMS = 7 * 2 * 0.7;

/** Reliability when so many forms are heard instead of the plan's. */
function heard(reliability: number): number {
  const carried = spearmanBrown(reliability, PRODUCT_FORMS / PLAN_FORMS);
  if (carried === null) throw new RangeError("a reliability lies between 0 and 1");
  return carried;
}

/**
 * A correlation r with the truth has reliability r², and reliability follows the number of forms by Spearman–Brown. The plan's room for chance
 * (its result less what must be reached) is taken off again.
 */
export function carriedRecovery(result: number, mustReach: number): number {
  return places(Math.sqrt(heard(result ** 2)) - (result - mustReach));
}

/** The most that any estimator could reach from so many forms: each rater's leniency known exactly, only dyad and error left. */
export function boundWithKnownLeniency(forms: number): number {
  return Math.sqrt(PEER.level / (PEER.level + (PEER.dyad + PEER.error) / forms));
}

/** Correlation of the measured result with the level, and ratings of a supervisor in a year (fairness plan, section 7). */
const RESULT = 0.55;
const RATINGS = 4;
/** Standard deviation of a supervisor's residual when levels are known with correlation r: what is left of the level, dyad, error. */
function residualDeviation(r: number): number {
  const left = 1 / (1 / (1 - r ** 2) + RESULT ** 2 / (1 - RESULT ** 2));
  return Math.sqrt(SUPERVISOR.level * left + SUPERVISOR.dyad + SUPERVISOR.error / RATINGS);
}

/** 2 % favourites, Benjamini–Hochberg at .10: with power w the threshold is the p at which p = q (.02 w + .98 p). */
const FAVOURITES = 0.02;
const Q = 0.1;
const thresholdAt = (power: number): number => quantile(1 - (Q * FAVOURITES * power) / (1 - Q * (1 - FAVOURITES)) / 2);

/**
 * Power carried over: the mean z that gives the plan's power is made smaller as the residual grows wider, and the power at its own threshold found
 * again. The plan's room for chance is taken off.
 */
export function carriedPower(result: number, mustReach: number, planRecovery: number): number {
  const mean = thresholdAt(result) - quantile(1 - result);
  const wider = residualDeviation(Math.sqrt(heard(planRecovery ** 2))) / residualDeviation(planRecovery);
  let power = result;
  for (let i = 0; i < 200; i += 1) power = (power + 1 - normalCdf(thresholdAt(power) - mean / wider)) / 2;
  return places(Math.max(0, power - (result - mustReach)));
}

const places = (value: number): number => Math.round(value * 1000) / 1000;

/** Standard normal quantile by bisection: eight digits are plenty here. */
function quantile(p: number): number {
  let [low, high] = [-10, 10];
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
