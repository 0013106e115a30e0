import { dot, occupied, type Design, type Facet, type Variances } from "./design.ts";

/**
 * Variance components by the three U-statistics of Gao & Owen (2017, arXiv 1610.08088): O(N), no iteration. A pair of rater
 * and ratee should occur once (dyad means). Negative estimates become 0: that facet is then not adjusted.
 * `null` when the design cannot tell the parts from each other: no rater with two ratings, no ratee with two, or nothing else.
 */
export function momentVariances(design: Design): Variances | null {
  const { size, squares, ratee, rater } = design;
  const withinRatee = size - occupied(ratee);
  const withinRater = size - occupied(rater);
  const pairsRatee = size ** 2 - dot(ratee.count, ratee.count);
  const pairsRater = size ** 2 - dot(rater.count, rater.count);
  const divisor = pairsRatee + pairsRater - (size ** 2 - size);
  if (withinRatee === 0 || withinRater === 0 || divisor <= 0) return null;
  if (squares === 0) return { ratee: 0, rater: 0, residual: 0 };
  const raterAndResidual = Math.max(0, squares - betweenSquares(ratee)) / withinRatee;
  const rateeAndResidual = Math.max(0, squares - betweenSquares(rater)) / withinRater;
  // The sum of deviations is 0, so N·SS − (Σ y)² is N·SS.
  const estimate = (rateeAndResidual * pairsRatee + raterAndResidual * pairsRater - size * squares) / divisor;
  const residual = Math.max(0, estimate);
  return { ratee: Math.max(0, rateeAndResidual - residual), rater: Math.max(0, raterAndResidual - residual), residual };
}

/** Σ (sum of a level)² / (its number of ratings). */
function betweenSquares({ count, sum }: Facet): number {
  return count.reduce((total, n, i) => (n > 0 ? total + (sum[i] ?? 0) ** 2 / n : total), 0);
}
