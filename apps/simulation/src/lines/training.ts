import { dampakPelatihan, peerFigure, SYARAT_DAMPAK, type UkurDampak } from "@teraju/domain";
import { lookedTogether, matchedEffect, type MatchedPerson } from "@teraju/statistics";
import { normal, sample, seeded } from "../chance.ts";
import { count, type Tally } from "../tally.ts";

const PEOPLE = 800;
const FAMILIES = 4;
/** Quarters before the training; the two after it are its looks at 3 and at 6 months. */
const BEFORE = 3;
const QUARTERS = BEFORE + 2;
/** Cycles of colleagues before it, the fewest that the product asks for; one comes after. */
const CYCLES = 2;
/** Correlation of two quarters' scores, and the common rise in standard deviations. */
const RHO = 0.6;
const TREND = 0.15;
/** Reliability of the mean of five colleagues (Spearman & Brown, one of them .37). */
const RHO_PEERS = 0.75;
/** Correlation of a person's indicators, perilaku and standing with colleagues over the years: who works well is mostly seen well. */
const KINSHIP = 0.5;
/** Share of a quarter's noise that all measures have in common: a bad quarter is seen by everybody. */
const SHOCK = 0.3;
/** Every sign pattern of 20 people is counted: a row that must not keep to a bound runs for one run of four. */
const DEAR = 4;
/** A rating of perilaku has three steps; one person of five is above or below what is expected. */
const STEP = 1.28;
/** Two indicators of everybody, in percent of target: one that hardly moves and one that moves much. */
const INDIKATOR = [[92, 4], [70, 15]] as const;
/** The mean of both, as a report states it, and each one's part in how it moves. */
const TOTAL = INDIKATOR.reduce((sum, [, spread]) => sum + spread, 0);
const ALL = { mean: INDIKATOR.reduce((sum, [mean]) => sum + mean, 0) / INDIKATOR.length, spread: TOTAL / INDIKATOR.length, parts: INDIKATOR.map(([, spread]) => spread / TOTAL) };
/** Mean and spread of colleagues' levels, from 1 to 4. */
const LEVELS = [2.6, 0.6] as const;

/** What each plan aims at: one of the person's indicators, the one that was lowest; or none, so that all that is reported answers for it. */
type Aim = "indikator" | "capaian";

/** Trainings of `n` people sent from the lowest quarter, `runs` times each: how often an effect is claimed, and how large it seems. */
export function trainings(tally: Tally, runs: number): void {
  for (const [n, effect] of [[6, 0], [10, 0], [20, 0], [10, 0.8], [20, 0.5]] as const) trainingsOf(tally, n === 20 && effect > 0 ? Math.ceil(runs / DEAR) : runs, { n, effect });
  trainingsOf(tally, runs, { n: 10, effect: 0, aim: "capaian" });
}

/**
 * One kind of training, as the product looks at it: the aimed indicator (or all capaian) and the perilaku, each at 3 and at 6 months, and what
 * colleagues say after it, corrected together. It is claimed where any of the five is said to be seen. "each look alone" is what a claim would
 * be without the correction.
 */
export function trainingsOf(tally: Tally, runs: number, { n, effect, aim = "indikator" }: { n: number; effect: number; aim?: Aim }): void {
  const name = `training ${n}, effect ${effect}${aim === "capaian" ? ", no indicator named" : ""}`;
  for (let run = 0; run < runs; run += 1) {
    const looks = panel({ n, effect, aim }, seeded(15, n, effect * 10, run)).map((look) => ({ ...look, found: matchedEffect(look.trained, look.pool) }));
    const claimed = (p: readonly (number | null)[]): Look["ukur"][] => looks.flatMap(({ ukur, bulan, found, periodeSebelum }, i) => (dampakPelatihan({
      ukur, bulan, sudahWaktunya: true, sasaran: ukur === "indikator" ? { bersasaran: n, tanpaRekan: 0 } : null, terlatih: n, berpembanding: found.matches.length, kolamCukup: found.refused !== "pool_too_small",
      periodeSebelum, penilaiBerbeda: true, efek: found.effect, p: found.p, ujiBersama: looks.length, pKoreksi: p[i] ?? null, syarat: SYARAT_DAMPAK,
    }).value.putusan === "terlihat" ? [ukur] : []));
    const alone = looks.map(({ found }) => found.p);
    const together = claimed(lookedTogether(alone));
    count(tally, `${name}: claimed`, together.length > 0);
    count(tally, `${name}: claimed on its aim`, together.includes(aim));
    count(tally, `${name}: each look alone`, claimed(alone).length > 0);
    const estimate = looks[0]?.found.effect ?? null;
    count(tally, `${name}: estimate`, estimate ?? 0, estimate === null ? 0 : 1);
  }
}

type Look = { ukur: UkurDampak; bulan: 3 | 6; periodeSebelum: number; trained: MatchedPerson[]; pool: MatchedPerson[] };
type Scores = { indikator: readonly number[][]; perilaku: number[]; rekan: number[] };
type Person = Scores & { id: string; family: string };

/** Of one person, in standard deviations: two indicators and the perilaku by quarter, and colleagues' means by cycle, the last of these in the last quarter before. */
function personOf(id: number, random: () => number): Person {
  const common = normal(random);
  const shocks = Array.from({ length: QUARTERS }, () => normal(random));
  const noise = (at: number): number => Math.sqrt(SHOCK) * (shocks[at] ?? 0) + Math.sqrt(1 - SHOCK) * normal(random);
  const measure = (rho: number, quarters: readonly number[]): number[] => {
    const trait = Math.sqrt(KINSHIP) * common + Math.sqrt(1 - KINSHIP) * normal(random);
    return quarters.map((at) => Math.sqrt(rho) * trait + Math.sqrt(1 - rho) * noise(at));
  };
  const quarters = shocks.map((_, at) => at);
  return { id: String(id), family: `family ${id % FAMILIES}`, indikator: INDIKATOR.map(() => measure(RHO, quarters)), perilaku: measure(RHO, quarters), rekan: measure(RHO_PEERS, [0, BEFORE - 1, BEFORE + 1]) };
}

/**
 * Who is trained is chosen by how low all of it was in the last quarter before, and each plan aims at the indicator that was lowest then: which
 * is why they rise without any training. Raters afterwards are others: nobody is rated better for having been sent.
 */
function panel({ n, effect, aim }: { n: number; effect: number; aim: Aim }, random: () => number): Look[] {
  const people = Array.from({ length: PEOPLE }, (_, i) => personOf(i, random));
  const at = (scores: readonly number[] | undefined, quarter: number): number => scores?.[quarter] ?? 0;
  const low = ({ indikator }: Person): number => (at(indikator[0], BEFORE - 1) <= at(indikator[1], BEFORE - 1) ? 0 : 1);
  const last = (person: Person): number => at(person.indikator[low(person)], BEFORE - 1) + at(person.perilaku, BEFORE - 1) + at(person.rekan, CYCLES - 1);
  const bar = people.map(last).toSorted((a, b) => a - b)[PEOPLE / 4] ?? 0;
  const sent = new Set(sample(people.filter((person) => last(person) < bar), n, random));
  const risen = (person: Person, score: number): number => score + TREND + (sent.has(person) ? effect : 0);
  const row = (person: Person, scores: readonly number[], stratum: string, [before, then]: readonly [number, number], seen: (score: number) => number): MatchedPerson =>
    ({ id: person.id, stratum, before: scores.slice(0, before).map(seen), after: seen(risen(person, at(scores, then))) });
  const look = (ukur: UkurDampak, bulan: 3 | 6, periodeSebelum: number, rows: (person: Person) => MatchedPerson[]): Look =>
    ({ ukur, bulan, periodeSebelum, trained: people.flatMap((one) => (sent.has(one) ? rows(one) : [])), pool: people.flatMap((one) => (sent.has(one) ? [] : rows(one))) });
  const ofIndikator = (person: Person, which: number, then: number): MatchedPerson => {
    const [mean, spread] = INDIKATOR[which] ?? [0, 1];
    return row(person, person.indikator[which] ?? [], `${person.family}, indicator ${which}`, [BEFORE, then], (score) => mean + spread * score);
  };
  const ofCapaian = (person: Person, then: number): MatchedPerson =>
    row(person, person.perilaku.map((_, quarter) => ALL.parts.reduce((sum, part, which) => sum + part * at(person.indikator[which], quarter), 0)), person.family, [BEFORE, then], (score) => ALL.mean + ALL.spread * score);
  return [
    ...([3, 6] as const).map((bulan, i) => (aim === "capaian"
      ? look("capaian", bulan, BEFORE, (person) => [ofCapaian(person, BEFORE + i)])
      : look("indikator", bulan, BEFORE, (person) => (sent.has(person) ? [ofIndikator(person, low(person), BEFORE + i)] : INDIKATOR.map((_, which) => ofIndikator(person, which, BEFORE + i)))))),
    ...([3, 6] as const).map((bulan, i) => look("perilaku", bulan, BEFORE, (person) => [row(person, person.perilaku, person.family, [BEFORE, BEFORE + i], stepOf)])),
    look("rekan", 6, CYCLES, (person) => [row(person, person.rekan, person.family, [CYCLES, CYCLES], levelOf)]),
  ];
}

function stepOf(score: number): number {
  if (score > STEP) return 3;
  return score < -STEP ? 1 : 2;
}

/** What is published of colleagues' mean: in steps of a half, a band at both ends. */
function levelOf(score: number): number {
  const { from, to } = peerFigure(Math.min(4, Math.max(1, LEVELS[0] + LEVELS[1] * score)));
  return (from + to) / 2;
}
