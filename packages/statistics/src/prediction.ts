import { cholesky, inverseDiagonal, zeros } from "./cholesky.ts";
import { dot, gatherSums, occupied, type Design, type Facet, type Variances } from "./design.ts";

export type Prediction = { mean: number; ratee: Float64Array; rater: Float64Array; sweeps: number };

/** Ratios residual / facet of Henderson's equations; a facet without variance has the ratio Infinity, and its effects are 0. */
type Ratios = { ratee: number; rater: number };

const MAX_SWEEPS = 1000;

/**
 * Best linear unbiased predictions of Henderson's mixed-model equations (Henderson 1975) by backfitting, which is block Gauss-Seidel
 * (Ghosh, Hastie & Owen 2020, arXiv 2007.10612); when 1,000 sweeps are not enough, by conjugate gradients on the same equations.
 * Stops when what is still to come is, by the pace of the last rounds, less than 1e-9 of a rating's standard deviation.
 */
export function predict(design: Design, variances: Variances): Prediction {
  const total = variances.ratee + variances.rater + variances.residual;
  // With no residual the equations lose their one solution: a floor far below every digit that is shown keeps it.
  const residual = Math.max(variances.residual, 1e-6 * total);
  const ratios = { ratee: variances.ratee > 0 ? residual / variances.ratee : Infinity, rater: variances.rater > 0 ? residual / variances.rater : Infinity };
  const state: Prediction = { mean: 0, ratee: new Float64Array(design.ratee.count.length), rater: new Float64Array(design.rater.count.length), sweeps: 0 };
  const tolerance = 1e-9 * Math.sqrt(total);
  const work = { ratee: new Float64Array(state.ratee.length), rater: new Float64Array(state.rater.length) };
  let moved = Infinity;
  // Twice in a row: the quick parts of the solution may settle in one round and hide the pace of the slow ones.
  let settled = 0;
  while (settled < 2 && state.sweeps < MAX_SWEEPS) {
    const before = moved;
    moved = sweep(design, ratios, state, work);
    state.sweeps += 1;
    const pace = before === 0 ? 0 : moved / before;
    // Steps of rounding have no pace: they end the search too.
    settled = moved <= tolerance * Math.max(1 - pace, 1e-4) ? settled + 1 : 0;
  }
  if (settled < 2) conjugateGradients(design, ratios, state);
  state.mean += design.centre;
  return state;
}

/** One round of backfitting in place; gives the largest move. Each side is solved together with the mean, which saves most of the rounds. */
function sweep(design: Design, ratios: Ratios, state: Prediction, work: { ratee: Float64Array; rater: Float64Array }): number {
  gatherSums(design.rater.ids, design.ratee.ids, state.ratee, work.rater);
  const raterMove = update(design.rater, ratios.rater, work.rater, state, state.rater);
  gatherSums(design.ratee.ids, design.rater.ids, state.rater, work.ratee);
  return Math.max(raterMove, update(design.ratee, ratios.ratee, work.ratee, state, state.ratee));
}

/** Solves one side's effects and the mean, the other side's being what they are. */
function update(facet: Facet, ratio: number, others: Float64Array, state: Prediction, effects: Float64Array): number {
  // A level with n ratings tells about the mean with the weight n / (1 + n / ratio).
  let [weights, weighted] = [0, 0];
  for (let i = 0; i < effects.length; i += 1) {
    const share = 1 / (1 + (facet.count[i] ?? 0) / ratio);
    weights += share * (facet.count[i] ?? 0);
    weighted += share * ((facet.sum[i] ?? 0) - (others[i] ?? 0));
  }
  const mean = weighted / weights;
  let moved = Math.abs(mean - state.mean);
  state.mean = mean;
  for (let i = 0; i < effects.length; i += 1) {
    const n = facet.count[i] ?? 0;
    const value = ((facet.sum[i] ?? 0) - n * mean - (others[i] ?? 0)) / (n + ratio);
    moved = Math.max(moved, Math.abs(value - (effects[i] ?? 0)));
    effects[i] = value;
  }
  return moved;
}

/** Preconditioned by the diagonal; unknowns are [mean, ratees, raters]. A facet without variance keeps its effects at 0. */
function conjugateGradients(design: Design, ratios: Ratios, state: Prediction): void {
  const split = 1 + state.ratee.length;
  const diagonal = joined(design.size, design.ratee.count.map((n) => n + ratios.ratee), design.rater.count.map((n) => n + ratios.rater));
  const right = joined(0, design.ratee.sum, design.rater.sum);
  const times = (x: Float64Array): Float64Array => multiply(design, diagonal, split, x);
  const precondition = (x: Float64Array): Float64Array => x.map((value, i) => value / (diagonal[i] ?? 1));
  const x = joined(state.mean, state.ratee, state.rater);
  const rest = times(x).map((value, i) => (Number.isFinite(diagonal[i] ?? 0) ? (right[i] ?? 0) - value : 0));
  let scaled = precondition(rest);
  let direction = Float64Array.from(scaled);
  let energy = dot(rest, scaled);
  const enough = 1e-24 * dot(right, precondition(right));
  for (let i = 0; i < MAX_SWEEPS && energy > enough; i += 1) {
    const image = times(direction);
    const step = energy / dot(direction, image);
    x.forEach((value, k) => (x[k] = value + step * (direction[k] ?? 0)));
    rest.forEach((value, k) => (rest[k] = value - step * (image[k] ?? 0)));
    scaled = precondition(rest);
    const next = dot(rest, scaled);
    const ratio = next / energy;
    direction = direction.map((value, k) => (scaled[k] ?? 0) + ratio * value);
    energy = next;
    state.sweeps += 1;
  }
  state.mean = x[0] ?? 0;
  state.ratee.set(x.subarray(1, split));
  state.rater.set(x.subarray(split));
}

function joined(head: number, ratee: Float64Array, rater: Float64Array): Float64Array {
  const all = new Float64Array(1 + ratee.length + rater.length);
  all[0] = head;
  all.set(ratee, 1);
  all.set(rater, 1 + ratee.length);
  return all;
}

/** Left side of Henderson's equations times x. */
function multiply(design: Design, diagonal: Float64Array, split: number, x: Float64Array): Float64Array {
  const [mean, ratee, rater] = [x[0] ?? 0, x.subarray(1, split), x.subarray(split)];
  const image = x.map((value, i) => (value === 0 ? 0 : value * (diagonal[i] ?? 0)));
  image[0] = (image[0] ?? 0) + dot(design.ratee.count, ratee) + dot(design.rater.count, rater);
  design.ratee.count.forEach((n, i) => (image[1 + i] = (image[1 + i] ?? 0) + n * mean));
  design.rater.count.forEach((n, j) => (image[split + j] = (image[split + j] ?? 0) + n * mean));
  design.ratee.ids.forEach((i, k) => {
    const j = design.rater.ids[k] ?? 0;
    image[1 + i] = (image[1 + i] ?? 0) + (rater[j] ?? 0);
    image[split + j] = (image[split + j] ?? 0) + (ratee[i] ?? 0);
  });
  return image;
}

export type ErrorVariances = { ratee: Float64Array; rater: Float64Array };

/** Up to so many levels the equations are inverted; beyond, the errors are approximated. */
export const SMALL = 300;

/** Prediction error variances of the effects, in squared points: of a facet without variance 0, of an id without ratings its variance. */
export function errorVariances(design: Design, variances: Variances): ErrorVariances {
  const width = design.ratee.count.length + design.rater.count.length;
  return (width <= SMALL ? exactErrors(design, variances) : null) ?? approximateErrors(design, variances);
}

/** Diagonal of the inverse of Henderson's left side, times the residual variance. `null` without a residual. */
function exactErrors(design: Design, { ratee, rater, residual }: Variances): ErrorVariances | null {
  const [a, b] = [Math.sqrt(ratee / residual), Math.sqrt(rater / residual)];
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
  // In units of each facet's own standard deviation the matrix stays definite when a variance is 0.
  const split = 1 + design.ratee.count.length;
  const matrix = zeros(split + design.rater.count.length);
  const put = (i: number, j: number, value: number): void => {
    const row = matrix[i];
    if (row) row[j] = (row[j] ?? 0) + value;
  };
  put(0, 0, design.size);
  design.ratee.count.forEach((n, i) => (put(1 + i, 1 + i, 1 + a * a * n), put(1 + i, 0, a * n)));
  design.rater.count.forEach((n, j) => (put(split + j, split + j, 1 + b * b * n), put(split + j, 0, b * n)));
  design.ratee.ids.forEach((i, k) => put(split + (design.rater.ids[k] ?? 0), 1 + i, a * b));
  const factor = cholesky(matrix);
  if (factor === null) return null;
  const inverse = inverseDiagonal(factor);
  return { ratee: inverse.slice(1, split).map((value) => value * ratee), rater: inverse.slice(split).map((value) => value * rater) };
}

/**
 * 1 / (1/A + Σ 1/(E + PEV of the other side)), two rounds. As the mean is estimated too, the average effect of a side keeps the error that
 * it has before any rating: that part is added to the levels that were rated.
 */
function approximateErrors(design: Design, { ratee, rater, residual }: Variances): ErrorVariances {
  const errors = { ratee: new Float64Array(design.ratee.count.length).fill(ratee), rater: new Float64Array(design.rater.count.length) };
  for (let round = 0; round < 2; round += 1) {
    gatherSums(design.rater.ids, design.ratee.ids, errors.ratee.map((value) => 1 / (residual + value)), errors.rater);
    errors.rater.forEach((information, j) => (errors.rater[j] = 1 / (1 / rater + information)));
    gatherSums(design.ratee.ids, design.rater.ids, errors.rater.map((value) => 1 / (residual + value)), errors.ratee);
    errors.ratee.forEach((information, i) => (errors.ratee[i] = 1 / (1 / ratee + information)));
  }
  const averages = { ratee: ratee / occupied(design.ratee), rater: rater / occupied(design.rater) };
  const ofMean = averages.ratee + averages.rater + residual / design.size;
  for (const side of ["ratee", "rater"] as const) {
    const lost = ofMean === 0 ? 0 : averages[side] ** 2 / ofMean;
    design[side].count.forEach((n, i) => (errors[side][i] = (errors[side][i] ?? 0) + (n > 0 ? lost : 0)));
  }
  return errors;
}
