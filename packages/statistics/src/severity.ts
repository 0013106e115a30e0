import { cholesky, solve, zeros } from "./cholesky.ts";
import { levels } from "./connectivity.ts";
import { median } from "./descriptive.ts";
import { normalCdf } from "./distributions.ts";

/** Column by column, one entry per person rated: who the supervisor is (ids from 0), the rating, and what predicts it. */
export type SeverityInput = {
  supervisor: ArrayLike<number>;
  /** The supervisor's rating, in points. */
  score: ArrayLike<number>;
  /** Any number of columns: the peers' predicted level θ̂, the standardized result O, … */
  predictors: readonly ArrayLike<number>[];
};

/** A signal asks for at least `staff` people and a chance ≥ `probability` that the leniency exceeds `points` in size. */
export type SignalRule = { staff: number; points: number; probability: number };

export const SIGNAL: SignalRule = { staff: 5, points: 0.5, probability: 0.9 };

export type Severity = {
  /** Intercept, then one slope per predictor. */
  coefficients: number[];
  /** Of supervisors' leniency and of single ratings around it, in squared points. */
  variances: { supervisor: number; residual: number };
  /** By supervisor: leniency in points (positive = lenient) shrunk to what the data bear, its error variance, and number of people rated. */
  leniency: Float64Array;
  leniencyVariance: Float64Array;
  staff: Float64Array;
  /** By supervisor: Pr(|leniency| > points), and whether that is a signal. */
  probability: Float64Array;
  signal: boolean[];
  /** By person: rating − expectation − supervisor's leniency, in points. */
  residuals: Float64Array;
  /** By person in teams of at least 4: the residual in robust standard errors; `null` in smaller teams or when residuals do not vary. */
  z: (number | null)[];
};

const ROUNDS = 12;
const SMALLEST_TEAM = 4;

/**
 * The supervisor step: score = c₀ + Σ c·predictor + leniency(supervisor) + residual, by 12 rounds of generalized least squares with a
 * random intercept (quasi-demeaning, Fuller & Battese 1973) and the variances from the squares between and within supervisors.
 * Leniency is BLUP: λ·(mean residual), λ = s²_L / (s²_L + s²_R / n). Valid because θ̂ is itself a prediction, so it carries no error to correct for.
 * z = e / s, e = residual / √(1 − λ/n) in teams of at least 4, s = 1.4826 × median absolute deviation of all e.
 * `null` when there are fewer than two supervisors, too few people, or predictors that do not vary independently.
 * @throws RangeError for columns of unequal length or entries that are no finite numbers.
 */
export function severity(input: SeverityInput, rule: SignalRule = SIGNAL): Severity | null {
  const teams = gatherTeams(input);
  const fit = estimate(teams);
  if (fit === null) return null;
  const { coefficients, variances, rest, means } = fit;
  const weights = teams.staff.map((n) => weight(variances, n));
  const leniency = means.map((value, j) => (weights[j] ?? 0) * value);
  const leniencyVariance = weights.map((lambda) => variances.supervisor * (1 - lambda));
  const probability = leniency.map((value, j) => beyond(value, Math.sqrt(leniencyVariance[j] ?? 0), rule.points));
  const signal = Array.from(probability, (p, j) => (teams.staff[j] ?? 0) >= rule.staff && p >= rule.probability);
  const residuals = rest.map((value, k) => value - (leniency[teams.supervisor[k] ?? 0] ?? 0));
  return { coefficients, variances, leniency, leniencyVariance, staff: teams.staff, probability, signal, residuals, z: standardized(teams, residuals, weights) };
}

type Teams = { supervisor: Int32Array; score: Float64Array; columns: Float64Array[]; staff: Float64Array };

function gatherTeams({ supervisor, score, predictors }: SeverityInput): Teams {
  const size = score.length;
  if ([supervisor, ...predictors].some((column) => column.length !== size)) throw new RangeError("all columns must be of equal length");
  if ([supervisor, score, ...predictors].some((column) => !Array.from(column).every(Number.isFinite))) throw new RangeError("every entry must be a finite number");
  const columns = [new Float64Array(size).fill(1), ...predictors.map((column) => Float64Array.from(column))];
  const staff = new Float64Array(levels(supervisor));
  const ids = Int32Array.from(supervisor);
  ids.forEach((j) => (staff[j] = (staff[j] ?? 0) + 1));
  return { supervisor: ids, score: Float64Array.from(score), columns, staff };
}

type Fit = { coefficients: number[]; variances: Severity["variances"]; rest: Float64Array; means: Float64Array };

function estimate(teams: Teams): Fit | null {
  const size = teams.score.length;
  const supervisors = teams.staff.filter((n) => n > 0).length;
  const within = size - supervisors - (teams.columns.length - 1);
  if (supervisors < 2 || within < 1) return null;
  // How many people a team has, for the mean square between teams.
  const typical = (size - teams.staff.reduce((sum, n) => sum + n * n, 0) / size) / (supervisors - 1);
  let fit: Fit | null = null;
  let variances = { supervisor: 0, residual: 1 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const coefficients = generalizedLeastSquares(teams, variances);
    if (coefficients === null) return null;
    const rest = teams.score.map((value, k) => coefficients.reduce((left, c, p) => left - c * (teams.columns[p]?.[k] ?? 0), value));
    const means = teamMeans(teams, rest);
    const centre = rest.reduce((sum, value) => sum + value, 0) / size;
    const squaresWithin = rest.reduce((sum, value, k) => sum + (value - (means[teams.supervisor[k] ?? 0] ?? 0)) ** 2, 0);
    const squaresBetween = means.reduce((sum, value, j) => sum + (teams.staff[j] ?? 0) * (value - centre) ** 2, 0);
    const residual = squaresWithin / within;
    variances = { supervisor: Math.max(0, (squaresBetween / (supervisors - 1) - residual) / typical), residual };
    fit = { coefficients, variances, rest, means };
  }
  return fit;
}

/** Ordinary least squares after taking a share of each team's mean from every column: the same as weighting by the inverse covariance. */
function generalizedLeastSquares(teams: Teams, variances: Severity["variances"]): number[] | null {
  // Teams without any spread would take the whole of the intercept's column away: a floor keeps a trace of it.
  const { supervisor, residual } = variances;
  const floored = { supervisor, residual: Math.max(residual, 1e-9 * supervisor) };
  const share = teams.staff.map((n) => 1 - Math.sqrt(1 - weight(floored, n)));
  const demeaned = (column: Float64Array): Float64Array => {
    const means = teamMeans(teams, column);
    return column.map((value, k) => value - (share[teams.supervisor[k] ?? 0] ?? 0) * (means[teams.supervisor[k] ?? 0] ?? 0));
  };
  const y = demeaned(teams.score);
  const x = teams.columns.map(demeaned);
  const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
  const matrix = zeros(x.length);
  x.forEach((a, i) => x.forEach((b, j) => matrix[i]?.fill(product(a, b), j, j + 1)));
  const factor = cholesky(matrix);
  return factor && [...solve(factor, Float64Array.from(x, (column) => product(column, y)))];
}

function teamMeans(teams: Teams, column: Float64Array): Float64Array {
  const sums = new Float64Array(teams.staff.length);
  column.forEach((value, k) => {
    const j = teams.supervisor[k] ?? 0;
    sums[j] = (sums[j] ?? 0) + value;
  });
  return sums.map((value, j) => ((teams.staff[j] ?? 0) > 0 ? value / (teams.staff[j] ?? 1) : 0));
}

/** λ: how much of a team's mean residual is its supervisor's doing. */
function weight({ supervisor, residual }: Severity["variances"], n: number): number {
  return supervisor === 0 ? 0 : supervisor / (supervisor + residual / n);
}

function beyond(value: number, error: number, points: number): number {
  if (error === 0) return Math.abs(value) > points ? 1 : 0;
  return normalCdf((value - points) / error) + normalCdf((-value - points) / error);
}

/**
 * Taking a share of the team's mean away left each residual a little small, by √(1 − λ/n). That is undone first, in every residual alike, and the
 * scale measured afterwards: measured before, it would be too small itself, and every z too large.
 */
function standardized(teams: Teams, residuals: Float64Array, weights: Float64Array): (number | null)[] {
  const whole = Array.from(residuals, (value, k) => {
    const j = teams.supervisor[k] ?? 0;
    const n = teams.staff[j] ?? 0;
    return n < SMALLEST_TEAM ? null : value / Math.sqrt(1 - (weights[j] ?? 0) / n);
  });
  const known = whole.filter((value) => value !== null);
  const centre = median(known) ?? 0;
  const scale = 1.4826 * (median(known.map((value) => Math.abs(value - centre))) ?? 0);
  return whole.map((value) => (value === null || scale === 0 ? null : value / scale));
}
