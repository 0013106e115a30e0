import { benjaminiHochberg, declaredRelations, normalTwoSided, welch } from "@teraju/statistics";
import { sample, seeded } from "../chance.ts";
import { POINTS } from "../city.ts";
import { type SupervisorFit, superviseCity, type SupervisorPlant } from "../supervisors.ts";
import { count, type Tally } from "../tally.ts";
import type { World } from "../world.ts";

const Q = 0.1;
const REVIEW = 2.5;

const fitOf = ({ city, year, first, regime }: World, plant: SupervisorPlant, window: "year" | "first" = "year"): SupervisorFit =>
  window === "year" ? superviseCity(city, year, regime.periods * regime.ratings, plant) : superviseCity(city, first, regime.ratings, plant);

/** Rows with a residual in standard errors. */
function scored({ fit, person }: SupervisorFit): { person: number; z: number; residual: number }[] {
  return fit.z.flatMap((z, k) => (z === null ? [] : [{ person: person[k] ?? 0, z, residual: fit.residuals[k] ?? 0 }]));
}

const flags = (rows: readonly { z: number }[]): boolean[] => benjaminiHochberg(rows.map(({ z }) => normalTwoSided(z)), Q).rejected;

/** Nothing planted, three casts of supervisors: who is flagged nevertheless. */
export function nothing(world: World, tally: Tally): void {
  for (const cast of [0, 1, 2]) {
    const rows = scored(fitOf(world, { cast }));
    count(tally, "null: any flag", flags(rows).includes(true));
    count(tally, "null: review list", rows.filter(({ z }) => z > REVIEW).length, rows.length);
  }
}

/** One of ten supervisors is lenient or severe by `size`. */
export function severities(world: World, tally: Tally): void {
  for (const [size, scale, window] of [[1, 5, "year"], [1.5, 5, "year"], [1.5, 5, "first"], [1.5, 3, "year"]] as const) {
    const random = seeded(world.city.seed, 8, size * 10);
    const planted = new Map(sample(world.city.teams.map(({ supervisor }) => supervisor), Math.round(world.city.teams.length / 10), random).map((supervisor) => [supervisor, random() < 0.5 ? size : -size]));
    const { fit, supervisors } = fitOf(world, { leniency: (supervisor) => planted.get(supervisor), scale }, window);
    const name = `severity ${size}${scale === 3 ? ", 3 points" : ""}${window === "first" ? ", one period" : ""}`;
    supervisors.forEach(({ person, truth }, j) => {
      if ((fit.staff[j] ?? 0) < 5) return;
      const isSameWay = Math.sign(fit.leniency[j] ?? 0) === Math.sign(truth);
      if (planted.has(person)) count(tally, name, (fit.signal[j] ?? false) && isSameWay);
      // Of supervisors who are hardly lenient at all, and of all that are flagged: on the usual scale.
      if (scale === 3) return;
      if (Math.abs(truth) * POINTS < 0.25) count(tally, "severity: small flagged", fit.signal[j] ?? false);
      if (fit.signal[j]) {
        count(tally, "severity: wrong direction", !isSameWay);
        count(tally, "severity: precision", Math.abs(truth) * POINTS > 0.5);
      }
    });
  }
}

/** One of fifty people is favoured by `size`. */
export function favourites(world: World, tally: Tally): void {
  for (const size of [1, 1.5, 2, 2.5]) {
    const favoured = new Set(sample(Array.from(world.city.level, (_, i) => i), Math.round(world.city.level.length / 50), seeded(world.city.seed, 9, size * 10)));
    const rows = scored(fitOf(world, { bias: (person) => (favoured.has(person) ? size : 0) }));
    const flagged = flags(rows);
    const [right, wrong] = [true, false].map((isRight) => rows.filter(({ person }, k) => flagged[k] && favoured.has(person) === isRight).length);
    count(tally, `favourites ${size.toFixed(1)}: FDR`, (wrong ?? 0) / Math.max(1, (right ?? 0) + (wrong ?? 0)));
    for (const [k, { person, z }] of rows.entries()) {
      if (!favoured.has(person)) continue;
      count(tally, `favourites ${size.toFixed(1)}: flagged`, flagged[k] ?? false);
      count(tally, `favourites ${size.toFixed(1)}: review list`, z > REVIEW);
    }
  }
}

/** Twenty people declared a relation to their superior; all, half or none of them are favoured by half a unit. */
export function declared(world: World, tally: Tally): void {
  const people = world.city.teams.filter(({ staff }) => staff.length >= 4).flatMap(({ staff }) => staff);
  const test = (pairs: readonly number[], fit: SupervisorFit): boolean => {
    const rows = new Map(scored(fit).map(({ person, z }) => [person, z]));
    return (declaredRelations(pairs.flatMap((person) => rows.get(person) ?? []))?.p ?? 1) < 0.05;
  };
  const pairsOf = (set: number): number[] => sample(people, 20, seeded(world.city.seed, 10, set));
  for (const [name, share] of [["declared: all favoured", 1], ["declared: half favoured", 0.5]] as const) {
    for (let set = 0; set < 10; set += 1) {
      const favoured = new Set(pairsOf(set).slice(0, 20 * share));
      count(tally, name, test(pairsOf(set), fitOf(world, { bias: (person) => (favoured.has(person) ? 0.5 : 0) })));
    }
  }
  const nobody = fitOf(world, {});
  for (let set = 0; set < 100; set += 1) count(tally, "declared: nobody favoured", test(pairsOf(set), nobody));
}

/** All supervisors rate one half of the people lower by `size`; three casts of supervisors, for findings in single units are rare. */
export function groups(world: World, tally: Tally): void {
  const random = seeded(world.city.seed, 11);
  const isOf = Array.from(world.city.level, () => random() < 0.5);
  const large = world.city.units.flatMap((staff, u) => (staff.length >= 40 ? [u] : []));
  const compare = (rows: readonly { i: number; residual: number }[]): number => welch(rows.filter(({ i }) => !isOf[i]).map(({ residual }) => residual), rows.filter(({ i }) => isOf[i]).map(({ residual }) => residual))?.p ?? 1;
  for (const size of [0, 0.1, 0.2, 0.3, 0.5]) {
    for (const cast of [0, 1, 2]) {
      const { fit, person } = fitOf(world, { cast, bias: (i) => (isOf[i] ? -size : 0) });
      const residuals = Array.from(person, (i, k) => ({ i, residual: fit.residuals[k] ?? 0 }));
      const ofUnit = Map.groupBy(residuals, ({ i }) => world.city.unit[i] ?? -1);
      const { rejected } = benjaminiHochberg(large.map((u) => compare(ofUnit.get(u) ?? [])), Q);
      count(tally, `group ${size.toFixed(1)}: city`, compare(residuals) < 0.05);
      count(tally, `group ${size.toFixed(1)}: units`, rejected.filter(Boolean).length, large.length);
    }
  }
}

/** The supervisor of every fifth team is replaced at mid-year; half of the new ones are lenient or severe by 1.5. */
export function replacedAtMidYear(world: World, tally: Tally): void {
  const { city, regime } = world;
  const random = seeded(city.seed, 12);
  const next = new Map(city.teams.filter((_, k) => k % 5 === 0).map(({ supervisor, staff }) => [supervisor, { staff: new Set(staff), by: city.level.length + supervisor, truth: random() < 0.5 ? 0 : random() < 0.5 ? 1.5 : -1.5 }]));
  const truthOf = new Map([...next.values()].map(({ by, truth }) => [by, truth]));
  const { fit, supervisors } = fitOf(world, {
    leniency: (supervisor) => truthOf.get(supervisor),
    rater: (person, period) => (period * 2 < regime.periods * regime.ratings ? city.penilai[person] : next.get(city.penilai[person] ?? -1)?.by) ?? city.penilai[person] ?? -1,
  });
  supervisors.forEach(({ person }, j) => {
    const truth = truthOf.get(person);
    if (truth === undefined || (fit.staff[j] ?? 0) < 5) return;
    if (truth === 0) count(tally, "replaced: fair one flagged", fit.signal[j] ?? false);
    else count(tally, "replaced: severe one flagged", fit.signal[j] ?? false);
  });
}
