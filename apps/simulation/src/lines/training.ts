import { matchedEffect, type MatchedPerson } from "@teraju/statistics";
import { normal, sample, seeded } from "../chance.ts";
import { count, type Tally } from "../tally.ts";

const PEOPLE = 800;
const FAMILIES = 4;
/** Correlation of two quarters' scores, and the common rise in standard deviations. */
const RHO = 0.6;
const TREND = 0.15;

/** Trainings of `n` people sent from the lowest quarter, `runs` times each: how often an effect is claimed at 5 %, and how large it seems. */
export function trainings(tally: Tally, runs: number): void {
  for (const [n, effect] of [[6, 0], [10, 0], [20, 0], [10, 0.8], [20, 0.5]] as const) {
    for (let run = 0; run < runs; run += 1) {
      const { trained, pool } = panel(n, effect, seeded(15, n, effect * 10, run));
      const result = matchedEffect(trained, pool);
      const name = `training ${n}, effect ${effect}`;
      count(tally, `${name}: claimed`, (result.pOneSided ?? 1) < 0.05);
      count(tally, `${name}: estimate`, result.effect ?? 0, result.effect === null ? 0 : 1);
    }
  }
}

/** Scores of four quarters in standard deviations; who is trained is chosen by the last before the training, which is why they rise without it. */
function panel(n: number, effect: number, random: () => number): { trained: MatchedPerson[]; pool: MatchedPerson[] } {
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const person = Math.sqrt(RHO) * normal(random);
    const quarters = Array.from({ length: 4 }, () => person + Math.sqrt(1 - RHO) * normal(random));
    return { id: String(i), stratum: `family ${i % FAMILIES}`, before: quarters.slice(0, 3), after: (quarters[3] ?? 0) + TREND };
  });
  const last = ({ before }: MatchedPerson): number => before.at(-1) ?? 0;
  const bar = people.map(last).toSorted((a, b) => a - b)[PEOPLE / 4] ?? 0;
  const trained = new Set(sample(people.filter((person) => last(person) < bar), n, random));
  return { trained: [...trained].map((person) => ({ ...person, after: person.after + effect })), pool: people.filter((person) => !trained.has(person)) };
}
