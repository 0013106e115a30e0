import { cholesky, forward, logDeterminant, zeros } from "./cholesky.ts";
import type { Design, Facet, Variances } from "./design.ts";

/**
 * Variance components by restricted maximum likelihood, for small sets. The criterion is lme4's (Bates et al. 2015, equation 41): profiled
 * over mean and residual variance, a function of the two ratios of standard deviations; minimized by Nelder & Mead (1965).
 */
export function remlVariances(design: Design, start: Variances): Variances {
  const isSwapped = design.ratee.count.length < design.rater.count.length;
  const [large, small] = isSwapped ? [design.rater, design.ratee] : [design.ratee, design.rater];
  const criterion = (point: Point): number => profile(design, large, small, point).deviance;
  const ratio = (part: number): number => Math.sqrt(part / Math.max(start.residual, 1e-3 * (start.ratee + start.rater))) || 0.1;
  const first: Point = isSwapped ? [ratio(start.rater), ratio(start.ratee)] : [ratio(start.ratee), ratio(start.rater)];
  const point = settle(criterion, minimize(criterion, first));
  const { residual } = profile(design, large, small, point);
  const [ofLarge, ofSmall] = point.map((theta) => theta ** 2 * residual) as Point;
  return isSwapped ? { ratee: ofSmall, rater: ofLarge, residual } : { ratee: ofLarge, rater: ofSmall, residual };
}

type Point = [number, number];

/** The larger facet is diagonal and is eliminated; what is left to factor is as wide as the smaller one and the mean. */
function profile(design: Design, large: Facet, small: Facet, [a, b]: Point): { deviance: number; residual: number } {
  const width = small.count.length;
  const matrix = zeros(width + 1);
  const right = Float64Array.from({ length: width + 1 }, (_, j) => b * (small.sum[j] ?? 0));
  small.count.forEach((n, j) => {
    add(matrix, j, j, 1 + b * b * n);
    add(matrix, width, j, b * n);
  });
  add(matrix, width, width, design.size);
  let logarithms = 0;
  let squares = design.squares;
  for (const [i, raters] of partners(large, small).entries()) {
    const diagonal = 1 + a * a * (large.count[i] ?? 0);
    const total = a * (large.sum[i] ?? 0);
    logarithms += Math.log(diagonal);
    squares -= total ** 2 / diagonal;
    const entries: [number, number][] = [...raters].map(([j, n]) => [j, a * b * n]);
    entries.push([width, a * (large.count[i] ?? 0)]);
    for (const [j, x] of entries) {
      right[j] = (right[j] ?? 0) - (x * total) / diagonal;
      for (const [k, z] of entries) if (k <= j) add(matrix, j, k, (-x * z) / diagonal);
    }
  }
  const factor = cholesky(matrix);
  if (factor === null) return { deviance: Infinity, residual: 0 };
  const explained = forward(factor, right).reduce((sum, value) => sum + value * value, 0);
  // A model that fits without any rest would have an infinite likelihood.
  const rest = Math.max(squares - explained, 1e-12 * design.squares);
  const free = design.size - 1;
  return { deviance: logarithms + logDeterminant(factor) + free * Math.log(rest / free), residual: rest / free };
}

function add(matrix: Float64Array[], i: number, j: number, value: number): void {
  const row = matrix[i];
  if (row) row[j] = (row[j] ?? 0) + value;
}

/** For each level of `large`, how often it met each level of `small`. */
function partners(large: Facet, small: Facet): Map<number, number>[] {
  const found = Array.from(large.count, () => new Map<number, number>());
  large.ids.forEach((id, k) => {
    const j = small.ids[k] ?? 0;
    found[id]?.set(j, (found[id].get(j) ?? 0) + 1);
  });
  return found;
}

type Vertex = { at: Point; value: number };

/** Nelder & Mead's simplex in the plane. The criterion is even in both ratios, so its sign means nothing. */
function minimize(criterion: (point: Point) => number, first: Point): Point {
  const vertex = (at: Point): Vertex => ({ at, value: criterion(at) });
  let best = vertex(first);
  for (let round = 0; round < 3; round += 1) {
    const { at: [a, b] } = best;
    const step = round === 0 ? 0.3 : 0.01;
    let simplex = [best, vertex([a + step, b]), vertex([a, b + step])];
    for (let i = 0; i < 400 && spread(simplex) > 1e-10; i += 1) simplex = improve(simplex, vertex);
    best = byValue(simplex)[0] ?? best;
  }
  return best.at;
}

const byValue = (simplex: Vertex[]): Vertex[] => simplex.toSorted((a, b) => a.value - b.value);

function spread(simplex: readonly Vertex[]): number {
  const [first] = simplex;
  return Math.max(...simplex.flatMap(({ at }) => at.map((x, i) => Math.abs(x - (first?.at[i] ?? 0)))));
}

function improve(simplex: Vertex[], vertex: (at: Point) => Vertex): Vertex[] {
  const [best, middle, worst] = byValue(simplex) as [Vertex, Vertex, Vertex];
  const centre: Point = [(best.at[0] + middle.at[0]) / 2, (best.at[1] + middle.at[1]) / 2];
  const along = (t: number): Vertex => vertex([centre[0] + t * (worst.at[0] - centre[0]), centre[1] + t * (worst.at[1] - centre[1])]);
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const expanded = along(-2);
    return [best, middle, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < middle.value) return [best, middle, reflected];
  const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
  if (contracted.value < Math.min(worst.value, reflected.value)) return [best, middle, contracted];
  return [best, ...[middle, worst].map(({ at }) => vertex([(best.at[0] + at[0]) / 2, (best.at[1] + at[1]) / 2]))];
}

/** A ratio that is 0 as far as the criterion can tell is 0: that facet has no variance of its own. */
function settle(criterion: (point: Point) => number, [a, b]: Point): Point {
  const bound = criterion([a, b]) + 1e-9;
  const candidates: Point[] = [[0, 0], [0, b], [a, 0]];
  return candidates.find((point) => criterion(point) <= bound) ?? [a, b];
}
