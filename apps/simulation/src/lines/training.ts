import { dampakPelatihan, SYARAT_DAMPAK } from "@teraju/domain";
import { lookedTogether, matchedEffect, type MatchedPerson } from "@teraju/statistics";
import { normal, sample, seeded } from "../chance.ts";
import { count, type Tally } from "../tally.ts";

const PEOPLE = 800;
const FAMILIES = 4;
/** Quarters before the training; the two after it are its looks at 3 and at 6 months. */
const BEFORE = 3;
/** Correlation of two quarters' scores, and the common rise in standard deviations. */
const RHO = 0.6;
const TREND = 0.15;
/** Correlation of a person's capaian and perilaku over the years: who works well is mostly rated well. */
const KINSHIP = 0.5;
/** Every sign pattern of 20 people is counted: a row that must not keep to a bound runs for one run of four. */
const DEAR = 4;
/** A rating of perilaku has three steps; one person of five is above or below what is expected. */
const STEP = 1.28;

/** Trainings of `n` people sent from the lowest quarter, `runs` times each: how often an effect is claimed, and how large it seems. */
export function trainings(tally: Tally, runs: number): void {
  for (const [n, effect] of [[6, 0], [10, 0], [20, 0], [10, 0.8], [20, 0.5]] as const) trainingsOf(tally, n === 20 && effect > 0 ? Math.ceil(runs / DEAR) : runs, n, effect);
}

/**
 * One kind of training, as the product looks at it: capaian and the perilaku it aims at, each at 3 and at 6 months, corrected together. It is
 * claimed where any of the four is said to be seen. "each look alone" is what a claim would be without the correction.
 */
export function trainingsOf(tally: Tally, runs: number, n: number, effect: number): void {
  const name = `training ${n}, effect ${effect}`;
  for (let run = 0; run < runs; run += 1) {
    const looks = panel(n, effect, seeded(15, n, effect * 10, run)).map(({ trained, pool }) => matchedEffect(trained, pool));
    const claims = (p: readonly (number | null)[]): boolean => looks.some((found, i) => dampakPelatihan({
      ukur: i < 2 ? "capaian" : "perilaku", bulan: i % 2 === 0 ? 3 : 6, terlatih: n, berpembanding: found.matches.length, kolamCukup: found.refused !== "pool_too_small", periodeSebelum: BEFORE, penilaiBerbeda: true,
      efek: found.effect, p: found.p, ujiBersama: looks.length, pKoreksi: p[i] ?? null, syarat: SYARAT_DAMPAK,
    }).value.putusan === "terlihat");
    const alone = looks.map(({ p }) => p);
    count(tally, `${name}: claimed`, claims(lookedTogether(alone)));
    count(tally, `${name}: each look alone`, claims(alone));
    const estimate = looks[0]?.effect ?? null;
    count(tally, `${name}: estimate`, estimate ?? 0, estimate === null ? 0 : 1);
  }
}

type Look = { trained: MatchedPerson[]; pool: MatchedPerson[] };
/**
 * Capaian of five quarters in standard deviations and ratings of a perilaku in steps; who is trained is chosen by the last quarter before of both,
 * which is why they rise without it. Looks: capaian at 3 and 6 months, perilaku at 3 and 6. Raters afterwards are others: nobody is rated better for having been sent.
 */
function panel(n: number, effect: number, random: () => number): Look[] {
  const people = Array.from({ length: PEOPLE }, (_, i) => {
    const common = normal(random);
    const trait = (): number => Math.sqrt(RHO) * (Math.sqrt(KINSHIP) * common + Math.sqrt(1 - KINSHIP) * normal(random));
    const quarters = (own: number): number[] => Array.from({ length: BEFORE + 2 }, () => own + Math.sqrt(1 - RHO) * normal(random));
    return { id: String(i), stratum: `family ${i % FAMILIES}`, capaian: quarters(trait()), perilaku: quarters(trait()) };
  });
  type Person = (typeof people)[number];
  const last = ({ capaian, perilaku }: Person): number => (capaian[BEFORE - 1] ?? 0) + (perilaku[BEFORE - 1] ?? 0);
  const bar = people.map(last).toSorted((a, b) => a - b)[PEOPLE / 4] ?? 0;
  const sent = new Set(sample(people.filter((person) => last(person) < bar), n, random));
  const after = (person: Person, score: number): number => score + TREND + (sent.has(person) ? effect : 0);
  return (["capaian", "perilaku"] as const).flatMap((measure) => [BEFORE, BEFORE + 1].map((at): Look => {
    const seen = (score: number): number => (measure === "capaian" ? score : stepOf(score));
    const rows = people.map((person) => ({
      isSent: sent.has(person), row: { id: person.id, stratum: person.stratum, before: person[measure].slice(0, BEFORE).map(seen), after: seen(after(person, person[measure][at] ?? 0)) },
    }));
    return { trained: rows.flatMap(({ isSent, row }) => (isSent ? [row] : [])), pool: rows.flatMap(({ isSent, row }) => (isSent ? [] : [row])) };
  }));
}

function stepOf(score: number): number {
  if (score > STEP) return 3;
  return score < -STEP ? 1 : 2;
}
