import { createHmac } from "node:crypto";
import { type DrawInput, drawRaters } from "@teraju/domain";
import { combineSealed, type CrossedEffects, crossedEffects } from "@teraju/statistics";
import { normal, seeded } from "./chance.ts";
import { type City, formMean, PEER } from "./city.ts";

/** Who was asked about whom in one period, in the order of the draw. */
export type Pairs = { readonly rater: Int32Array; readonly ratee: Int32Array };

/** Answers as columns, as the statistics take them. */
export type Answers = { readonly rater: Int32Array; readonly ratee: Int32Array; readonly y: Float64Array };

/** What is planted among colleagues: an addition to the latent value of a form, and whether the form is sent at all. */
export type PeerPlant = {
  readonly bias?: (rater: number, ratee: number) => number;
  /** Chance that a form is sent, given what the rater thinks of this person beyond the level. */
  readonly response?: (dyad: number) => number;
};

const id = (i: number): string => `p${String(i).padStart(6, "0")}`;
const numberOf = (text: string): number => Number(text.slice(1));

/**
 * The draws of a year by the real `drawRaters` with a real keyed hash, each knowing the pairs of those before. Units that work together are those
 * next to each other in a ring, three to each side; without `isNear` raters of other units come from anywhere. `isLinked: false`: each unit draws by itself, as a city without raters of other units would.
 */
export function drawYear(city: City, { periods, raters, isNear, isLinked = true }: { periods: number; raters: number; isNear: boolean; isLinked?: boolean }): Pairs[] {
  const groups = isLinked ? [Array.from(city.unit, (_, i) => i)] : city.units;
  const near = (u: number): string[] => (isNear ? [1, 2, 3].map((step) => `u${(u + step) % city.units.length}`) : []);
  const previous: [string, string][] = [];
  return Array.from({ length: periods }, (_, period) => {
    const drawn = groups.flatMap((people) => {
      const input: DrawInput = {
        period: String(period), banned: [], ratersPerPerson: raters, previous,
        people: people.map((i) => ({ id: id(i), unit: `u${city.unit[i]}`, penilai: (city.penilai[i] ?? -1) < 0 ? null : id(city.penilai[i] ?? -1) })),
        units: isLinked ? city.units.map((_staff, u) => ({ id: `u${u}`, worksWith: near(u) })) : [...new Set(people.map((i) => `u${city.unit[i]}`))].map((unit) => ({ id: unit, worksWith: [] })),
      };
      return drawRaters(input, (text) => createHmac("sha256", `city ${city.seed}`).update(text).digest()).assignments.filter(({ group }) => group === "rekan");
    });
    previous.push(...drawn.map(({ rater, ratee }): [string, string] => [rater, ratee]));
    return { rater: Int32Array.from(drawn, ({ rater }) => numberOf(rater)), ratee: Int32Array.from(drawn, ({ ratee }) => numberOf(ratee)) };
  });
}

/** What a colleague thinks of a person beyond the level and the own leniency; the same in every period. */
const dyadOf = (city: City, rater: number, ratee: number): number => Math.sqrt(PEER.dyad) * normal(seeded(city.seed, 2, rater, ratee));

/** One form, the same whatever else is simulated: with and without something planted it differs by that alone. */
export function peerForm(city: City, period: number, [rater, ratee]: readonly [number, number], bias = 0): number {
  const latent = (city.level[ratee] ?? 0) + (city.leniency[rater] ?? 0) + dyadOf(city, rater, ratee) + bias;
  return formMean(latent, PEER.error, seeded(city.seed, 3, period, rater, ratee));
}

/** The answers of one period. */
export function answersOf(city: City, period: number, pairs: Pairs, { bias = () => 0, response }: PeerPlant = {}): Answers {
  const kept = Array.from(pairs.ratee, (_, k) => k).filter((k) => {
    if (response === undefined) return true;
    const [rater, ratee] = [pairs.rater[k] ?? 0, pairs.ratee[k] ?? 0];
    return seeded(city.seed, 4, period, rater, ratee)() < response(dyadOf(city, rater, ratee));
  });
  const [rater, ratee] = [Int32Array.from(kept, (k) => pairs.rater[k] ?? 0), Int32Array.from(kept, (k) => pairs.ratee[k] ?? 0)];
  return { rater, ratee, y: Float64Array.from(rater, (by, k) => peerForm(city, period, [by, ratee[k] ?? 0], bias(by, ratee[k] ?? 0))) };
}

/** What sealing keeps of a period: the fit, no answers. */
export function seal(answers: Answers): CrossedEffects {
  const fit = crossedEffects(answers, { method: "moments" });
  if (fit === null) throw new Error("a period without answers");
  return fit;
}

/** Level of each person over the periods that were sealed, in points around the mean, as the product combines them. */
export function combined(city: City, sealed: readonly CrossedEffects[]): Float64Array {
  return Float64Array.from(city.level, (_, i) => combineSealed(sealed.map((fit) => ({ effect: fit.rateeEffects[i] ?? 0, pev: fit.rateePev[i] ?? fit.variances.ratee, variance: fit.variances.ratee })))?.effect ?? 0);
}

/** Plain means of a person's answers over the periods; the mean of all where there is none. */
export function rawMeans(city: City, periods: readonly Answers[]): Float64Array {
  const [sum, count] = [new Float64Array(city.level.length), new Float64Array(city.level.length)];
  let [all, n] = [0, 0];
  for (const { ratee, y } of periods) {
    ratee.forEach((i, k) => {
      sum[i] = (sum[i] ?? 0) + (y[k] ?? 0);
      count[i] = (count[i] ?? 0) + 1;
      all += y[k] ?? 0;
      n += 1;
    });
  }
  return sum.map((total, i) => ((count[i] ?? 0) > 0 ? total / (count[i] ?? 1) : all / n));
}

/** Pearson's correlation. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  const average = (list: ArrayLike<number>): number => Array.from(list).reduce((total, value) => total + value, 0) / n;
  const [meanA, meanB] = [average(a), average(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const [x, y] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return both / Math.sqrt(ofA * ofB);
}

export function unitMeans(city: City, values: Float64Array): number[] {
  return city.units.map((staff) => staff.reduce((total, i) => total + (values[i] ?? 0), 0) / staff.length);
}
