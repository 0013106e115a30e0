import { sum } from "./descriptive.ts";

export type SocialRelations = {
  /** Mean of all ratings, in points. */
  mean: number;
  /** By person: how much more they give (actor) and get (partner) than the mean, in points. */
  actor: number[];
  partner: number[];
  /** In squared points. Unbiased, so a variance near 0 may come out a little below it. */
  variances: { actor: number; partner: number; relationship: number };
  /** Do those who give much get much? In squared points. */
  actorPartnerCovariance: number;
  /** Does one person's special view of another come back? In squared points. */
  dyadicCovariance: number;
  /** The same as a correlation; `null` when relationships do not vary. */
  dyadicReciprocity: number | null;
};

/**
 * Kenny's social relations model of one full round robin, everybody rating everybody.
 * `matrix`: n × n, n ≥ 4, row = who rates, column = who is rated; the diagonal is not read. `null` when a person is too few, a rating is
 * missing or the matrix is not square. Source: Kenny 1994, appendix B (davidakenny.net/srm/mathsrm.htm); as TripleR (Schönbrodt et al. 2012).
 */
export function socialRelations(matrix: readonly (readonly (number | null)[])[]): SocialRelations | null {
  const n = matrix.length;
  const isWhole = matrix.every((row, i) => row.length === n && row.every((value, j) => i === j || value !== null));
  if (n < 4 || !isWhole) return null;
  const people = matrix.map((_, i) => i);
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 0;
  const others = (i: number): number[] => people.filter((j) => j !== i);
  const given = people.map((i) => sum(others(i).map((j) => at(i, j))) / (n - 1));
  const received = people.map((i) => sum(others(i).map((j) => at(j, i))) / (n - 1));
  const mean = sum(given) / n;
  const effect = (own: number, other: number): number => ((n - 1) ** 2 * own + (n - 1) * other) / (n * (n - 2)) - ((n - 1) * mean) / (n - 2);
  const actor = people.map((i) => effect(given[i] ?? 0, received[i] ?? 0));
  const partner = people.map((i) => effect(received[i] ?? 0, given[i] ?? 0));
  const relation = (i: number, j: number): number => at(i, j) - mean - (actor[i] ?? 0) - (partner[j] ?? 0);
  const pairs = people.flatMap((i) => people.slice(i + 1).map((j) => [relation(i, j), relation(j, i)] as const));
  const shared = (2 * sum(pairs.map(([a, b]) => ((a + b) / 2) ** 2))) / (((n - 1) * (n - 2)) / 2 - 1);
  const opposed = sum(pairs.map(([a, b]) => (a - b) ** 2)) / ((n - 1) * (n - 2));
  const relationship = (shared + opposed) / 2;
  const dyadicCovariance = (shared - opposed) / 2;
  const product = (a: readonly number[], b: readonly number[]): number => sum(a.map((value, i) => value * (b[i] ?? 0))) / (n - 1);
  const ownBias = (relationship * (n - 1) + dyadicCovariance) / (n * (n - 2));
  const crossBias = (dyadicCovariance * (n - 1) + relationship) / (n * (n - 2));
  return {
    mean, actor, partner,
    variances: { actor: product(actor, actor) - ownBias, partner: product(partner, partner) - ownBias, relationship },
    actorPartnerCovariance: product(actor, partner) - crossBias,
    dyadicCovariance,
    // Ratings that are a sum of actor and partner leave rounding only.
    dyadicReciprocity: relationship > 1e-20 * (1 + mean ** 2) ? dyadicCovariance / relationship : null,
  };
}
