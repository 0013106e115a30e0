import { type Severity, severity } from "@teraju/statistics";
import { normal, seeded } from "./chance.ts";
import { type City, formMean, PEER, type Scale, SUPERVISOR } from "./city.ts";

/** What is planted in supervisors' ratings, in latent units. */
export type SupervisorPlant = {
  /** Leniency of a supervisor instead of the natural one; `undefined` = the natural one. */
  readonly leniency?: (supervisor: number) => number | undefined;
  /** Addition to the rating of one person. */
  readonly bias?: (person: number) => number;
  readonly scale?: Scale;
  /** Another number, other supervisors of the same city: their natural leniency and what they think of each person. */
  readonly cast?: number;
  /** Who rates the person in a period, where that is not the penilai. */
  readonly rater?: (person: number, period: number) => number;
};

/** The supervisor step on a city: rows are pairs of supervisor and person, one for each who is rated by somebody. */
export type SupervisorFit = {
  readonly fit: Severity;
  readonly person: Int32Array;
  readonly supervisor: Int32Array;
  /** By number of a supervisor in `fit`: the person, and the true leniency in latent units. */
  readonly supervisors: readonly { readonly person: number; readonly truth: number }[];
};

const naturalLeniency = (city: City, supervisor: number, cast = 0): number => Math.sqrt(SUPERVISOR.severity) * normal(seeded(city.seed, 5, supervisor, cast));

/** Ratings of the periods' mean, and the supervisor step on what colleagues' answers say of the level (`level`, in points) and the result. */
export function superviseCity(city: City, level: Float64Array, periods: number, plant: SupervisorPlant = {}): SupervisorFit {
  const sums = new Map<string, { person: number; supervisor: number; total: number; n: number }>();
  for (let period = 0; period < periods; period += 1) {
    for (const { supervisor: usual, staff } of city.teams) {
      for (const person of staff) {
        const supervisor = plant.rater?.(person, period) ?? usual;
        const row = sums.get(`${supervisor} ${person}`) ?? { person, supervisor, total: 0, n: 0 };
        row.total += rating(city, period, { supervisor, person }, plant);
        row.n += 1;
        sums.set(`${supervisor} ${person}`, row);
      }
    }
  }
  const rows = [...sums.values()];
  const people = [...new Set(rows.map(({ supervisor }) => supervisor))];
  const numberOf = new Map(people.map((person, j) => [person, j]));
  const supervisor = Int32Array.from(rows, (row) => numberOf.get(row.supervisor) ?? 0);
  const fit = severity({
    supervisor, score: Float64Array.from(rows, ({ total, n }) => total / n),
    predictors: [Float64Array.from(rows, ({ person }) => level[person] ?? 0), Float64Array.from(rows, ({ person }) => city.result[person] ?? 0)],
  });
  if (fit === null) throw new Error("nothing to compare supervisors by");
  return { fit, person: Int32Array.from(rows, ({ person }) => person), supervisor, supervisors: people.map((person) => ({ person, truth: plant.leniency?.(person) ?? naturalLeniency(city, person, plant.cast) })) };
}

function rating(city: City, period: number, { supervisor, person }: { supervisor: number; person: number }, { leniency, bias, scale, cast = 0 }: SupervisorPlant): number {
  const seen = Math.sqrt(SUPERVISOR.level / PEER.level) * (city.level[person] ?? 0);
  const dyad = Math.sqrt(SUPERVISOR.dyad) * normal(seeded(city.seed, 6, supervisor, person, cast));
  const latent = seen + (leniency?.(supervisor) ?? naturalLeniency(city, supervisor, cast)) + dyad + (bias?.(person) ?? 0);
  return formMean(latent, SUPERVISOR.error, seeded(city.seed, 7, period, supervisor, person, cast), scale);
}
