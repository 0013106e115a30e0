import { levels } from "./connectivity.ts";

/** Ratings as columns of equal length: `y[k]` points were given to `ratee[k]` by `rater[k]`. */
export type Ratings = { ratee: ArrayLike<number>; rater: ArrayLike<number>; y: ArrayLike<number> };

/** Variances of the three parts of a rating, in squared points. */
export type Variances = { ratee: number; rater: number; residual: number };

/** One of the two facets: of each level how many ratings it has, and their sum as deviations from `Design.centre`. */
export type Facet = { ids: Int32Array; count: Float64Array; sum: Float64Array };

/** What every estimator needs, gathered in one pass. Sums are of deviations from the mean, so that no digits are lost. */
export type Design = { size: number; centre: number; squares: number; ratee: Facet; rater: Facet };

/** @throws RangeError for columns of unequal length, ids that are no whole numbers from 0, or a rating that is no number. */
export function gather({ ratee, rater, y }: Ratings): Design {
  if (ratee.length !== y.length || rater.length !== y.length) throw new RangeError("ratee, rater and y must be of equal length");
  let total = 0;
  for (let k = 0; k < y.length; k += 1) total += y[k] ?? 0;
  if (!Number.isFinite(total)) throw new RangeError("every rating must be a finite number");
  const centre = y.length === 0 ? 0 : total / y.length;
  let squares = 0;
  // Equal ratings have no variance at all: rounding of the mean must not invent one.
  if (!areEqual(y)) for (let k = 0; k < y.length; k += 1) squares += ((y[k] ?? 0) - centre) ** 2;
  return { size: y.length, centre, squares, ratee: facet(ratee, y, centre), rater: facet(rater, y, centre) };
}

function areEqual(y: ArrayLike<number>): boolean {
  let k = 1;
  while (k < y.length && y[k] === y[0]) k += 1;
  return k >= y.length;
}

function facet(source: ArrayLike<number>, y: ArrayLike<number>, centre: number): Facet {
  const ids = source instanceof Int32Array ? source : Int32Array.from(source);
  const width = levels(ids);
  const count = new Float64Array(width);
  const sum = new Float64Array(width);
  for (let k = 0; k < ids.length; k += 1) {
    const id = ids[k] ?? 0;
    if (id < 0 || id !== source[k]) throw new RangeError("ids must be whole numbers from 0");
    count[id] = (count[id] ?? 0) + 1;
    sum[id] = (sum[id] ?? 0) + (y[k] ?? 0) - centre;
  }
  return { ids, count, sum };
}

/** For each level of `of`, the sum over its ratings of the other facet's value. */
export function gatherSums(of: Int32Array, other: Int32Array, values: Float64Array, into: Float64Array): void {
  into.fill(0);
  for (let k = 0; k < of.length; k += 1) {
    const id = of[k] ?? 0;
    into[id] = (into[id] ?? 0) + (values[other[k] ?? 0] ?? 0);
  }
}

/** How many levels have a rating. */
export function occupied({ count }: Facet): number {
  return count.reduce((total, n) => (n > 0 ? total + 1 : total), 0);
}

/** Σ a·b. */
export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
