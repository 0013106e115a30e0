import { mean, sum, variance } from "./descriptive.ts";
import { signFlipInterval, signFlipTest } from "./effect.ts";
import { benjaminiHochberg, hedgesG } from "./group-tests.ts";

/** A person with scores in points. */
export type MatchedPerson = {
  id: string;
  /** Only people of the same stratum are compared: job family and kind of unit, and what is measured where that differs between people. */
  stratum: string;
  /** Scores of the periods before, at least one; their mean is what is matched. Three or more even out the dip that caused the referral. */
  before: readonly number[];
  after: number;
};

/**
 * How many comparators each person has, how near they must be (in standard deviations of the scores before within the stratum, since strata may
 * measure on scales of their own), and when no claim is made: `poolPerTrained` people to choose from for each one trained, in each stratum as in all of them.
 */
export type MatchingRule = { comparators: number; caliper: number; minimumTrained: number; poolPerTrained: number };

const MATCHING: MatchingRule = { comparators: 3, caliper: 0.25, minimumTrained: 6, poolPerTrained: 4 };

export type MatchedEffect = {
  /** Per matched person: change minus the mean change of the comparators, in points. */
  matches: { id: string; comparators: string[]; difference: number }[];
  /** Trained people without enough comparators near enough; they are left out. */
  unmatched: string[];
  /** Why no claim is made: too few matched, or too few people to choose from. `null` = the claim below may be read. */
  refused: "too_few_trained" | "pool_too_small" | null;
  /** Mean of the differences in points, sign-flip probability and 95 % interval, and Hedges' g of the changes; `null` when refused. */
  effect: number | null;
  p: number | null;
  pOneSided: number | null;
  exact: boolean | null;
  ci95: [number, number] | null;
  g: number | null;
};

/**
 * Effect of a training: each trained person against the mean of the nearest people of the same stratum who were not trained, without replacement,
 * within the caliper; tested by the sign-flip test. Nearest pairs of the whole are joined first, equal distances by id, so order plays no part.
 * `trained`, `pool`: people; the pool counts each of them once, and only strata in which somebody was trained. Who stands in it under several
 * strata serves in one.
 * @throws RangeError for a person without a score before.
 */
export function matchedEffect(trained: readonly MatchedPerson[], pool: readonly MatchedPerson[], rule: MatchingRule = MATCHING): MatchedEffect {
  const strata = new Set(trained.map(({ stratum }) => stratum));
  const eligible = pool.filter(({ stratum }) => strata.has(stratum));
  const chosen = choose(trained, eligible, rule);
  const inOrder = trained.toSorted(byId);
  const found = inOrder.filter(({ id }) => chosen.get(id)?.length === rule.comparators);
  const changes = found.map((person) => ({ id: person.id, own: change(person), others: chosen.get(person.id) ?? [] }));
  const compared = changes.map(({ others }) => sum(others.map(change)) / others.length);
  const differences = changes.map(({ own }, i) => own - (compared[i] ?? 0));
  const matches = changes.map(({ id, others }, i) => ({ id, comparators: others.map((other) => other.id), difference: differences[i] ?? 0 }));
  const unmatched = inOrder.filter((person) => !found.includes(person)).map(({ id }) => id);
  const refused = refusal({ matched: found.length, trained: trained.length, pool: new Set(eligible.map(({ id }) => id)).size }, rule);
  const test = refused === null ? signFlipTest(differences) : null;
  if (test === null) return { matches, unmatched, refused, effect: null, p: null, pOneSided: null, exact: null, ci95: null, g: null };
  const g = hedgesG(changes.map(({ own }) => own), compared)?.g ?? null;
  return { matches, unmatched, refused, effect: mean(differences), ...test, ci95: signFlipInterval(differences), g };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : Number(a.id > b.id));

function refusal(counts: { matched: number; trained: number; pool: number }, rule: MatchingRule): MatchedEffect["refused"] {
  if (counts.trained < rule.minimumTrained) return "too_few_trained";
  if (counts.pool < rule.poolPerTrained * counts.trained) return "pool_too_small";
  return counts.matched < Math.max(1, rule.minimumTrained) ? "too_few_trained" : null;
}

function level({ id, before }: MatchedPerson): number {
  const value = mean(before);
  if (value === null) throw new RangeError(`${id} has no score before`);
  return value;
}

function change(person: MatchedPerson): number {
  return person.after - level(person);
}

/** Comparators of each trained person by id, nearest first. */
function choose(trained: readonly MatchedPerson[], pool: readonly MatchedPerson[], rule: MatchingRule): Map<string, MatchedPerson[]> {
  const strata = new Map<string, { all: number[]; trained: number; pool: MatchedPerson[] }>();
  for (const [people, isPool] of [[trained, false], [pool, true]] as const) {
    for (const person of people) {
      const own = strata.get(person.stratum) ?? { all: [], trained: 0, pool: [] };
      own.all.push(level(person));
      if (isPool) own.pool.push(person);
      else own.trained += 1;
      strata.set(person.stratum, own);
    }
  }
  const reaches = new Map([...strata].map(([stratum, { all }]) => [stratum, rule.caliper * Math.sqrt(variance(all) ?? 0)]));
  /** Of a stratum that is nearly used up the comparators would be whoever is left: nobody of it is matched. */
  const poolOf = (stratum: string): readonly MatchedPerson[] => {
    const own = strata.get(stratum);
    return own === undefined || own.pool.length < rule.poolPerTrained * own.trained ? [] : own.pool;
  };
  const pairs = trained.flatMap((person) => poolOf(person.stratum)
    .map((other) => ({ person, other, distance: Math.abs(level(person) - level(other)) }))
    .filter(({ distance }) => distance <= (reaches.get(person.stratum) ?? 0)));
  pairs.sort((a, b) => a.distance - b.distance || byId(a.person, b.person) || byId(a.other, b.other));
  const chosen = new Map<string, MatchedPerson[]>();
  const taken = new Set<string>();
  for (const { person, other } of pairs) {
    const own = chosen.get(person.id) ?? [];
    if (own.length === rule.comparators || taken.has(other.id)) continue;
    chosen.set(person.id, [...own, other]);
    taken.add(other.id);
  }
  return chosen;
}

/**
 * Probabilities of several looks at one training, corrected for being looked at together (Benjamini & Hochberg 1995: measures of the same people
 * depend on each other positively). Where the training does nothing, the least of them is at most .05 in at most 5 of 100 trainings, however many
 * looks there are. `p`: null where a look was not made; it stays null and costs the others nothing.
 */
export function lookedTogether(p: readonly (number | null)[]): (number | null)[] {
  const adjusted = benjaminiHochberg(p.filter((one) => one !== null), 0.05).adjusted;
  let at = 0;
  return p.map((one) => (one === null ? null : (adjusted[at++] ?? null)));
}

/**
 * The change to expect without any effect, in points: (1 − r)(μ − x), r the correlation of the scores of two periods. A person one standard
 * deviation below the mean gains .40 of it at r = .6. Print it beside a single person's curve. Source: Galton 1886.
 */
export function expectedRegression({ score, average, correlation }: { score: number; average: number; correlation: number }): number {
  return (1 - correlation) * (average - score);
}
