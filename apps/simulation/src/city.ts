import { normal, type Random, seeded } from "./chance.ts";

/**
 * Variances of one rating, on a scale where they add up to 1 (fairness plan, section 7): literature values of peers and of supervisors. One unit is
 * `POINTS` of the scale 1 to 5.
 */
export const PEER = { level: 0.37, severity: 0.2, dyad: 0.25, error: 0.18 } as const;
export const SUPERVISOR = { level: 0.5, severity: 0.2, dyad: 0.22, error: 0.08 } as const;
export const POINTS = 0.75;
const CENTRE = 3.4;
/** Share of the level that people of one unit have in common; correlation of the measured result with the level. */
const UNIT_SHARE = 0.15;
const RESULT = 0.55;
const SPAN = 9;
export const ITEMS = 7;

export type City = {
  readonly seed: number;
  /** By person: unit, direct superior (−1 for heads of units), true level in standard deviations, the measured result, own leniency as a colleague. */
  readonly unit: Int32Array;
  readonly penilai: Int32Array;
  readonly level: Float64Array;
  readonly result: Float64Array;
  readonly leniency: Float64Array;
  /** By unit: its people. The first is the head. */
  readonly units: readonly (readonly number[])[];
  /** Each supervisor with the people led. */
  readonly teams: readonly { readonly supervisor: number; readonly staff: readonly number[] }[];
};

/** A city of `people` in units of 5 to 200 (log-uniform), about nine of them to a supervisor. The same seed gives the same city. */
export function cityOf(seed: number, people: number): City {
  const random = seeded(seed, 1);
  const units = unitsOf(people, random);
  const unit = new Int32Array(people);
  const penilai = new Int32Array(people).fill(-1);
  units.forEach((staff, u) => {
    for (const person of staff) unit[person] = u;
    lead(staff, penilai);
  });
  const ofUnit = units.map(() => normal(random));
  const level = Float64Array.from(unit, (u) => Math.sqrt(PEER.level) * (Math.sqrt(UNIT_SHARE) * (ofUnit[u] ?? 0) + Math.sqrt(1 - UNIT_SHARE) * normal(random)));
  const result = level.map((value) => RESULT * (value / Math.sqrt(PEER.level)) + Math.sqrt(1 - RESULT ** 2) * normal(random));
  const leniency = Float64Array.from({ length: people }, () => Math.sqrt(PEER.severity) * normal(random));
  const led = Map.groupBy(Array.from({ length: people }, (_, i) => i).filter((person) => penilai[person] !== -1), (person) => penilai[person] ?? -1);
  return { seed, unit, penilai, level, result, leniency, units, teams: [...led].map(([supervisor, staff]) => ({ supervisor, staff })) };
}

function unitsOf(people: number, random: Random): number[][] {
  const units: number[][] = [];
  for (let first = 0; first < people; ) {
    const size = Math.min(people - first, Math.floor(5 * Math.exp(random() * Math.log(200 / 5))));
    // A rest of fewer than five goes to the last unit.
    const last = people - first < 5 ? units.at(-1) : undefined;
    const staff = Array.from({ length: size }, (_, i) => first + i);
    if (last === undefined) units.push(staff);
    else last.push(...staff);
    first += size;
  }
  return units;
}

/** The head leads up to nine people; of larger units the head leads supervisors, who share the others among them. */
function lead(staff: readonly number[], penilai: Int32Array): void {
  const [head = -1, ...others] = staff;
  const supervisors = others.slice(0, others.length <= SPAN + 1 ? 0 : Math.ceil(others.length / (SPAN + 1)));
  others.forEach((person, i) => (penilai[person] = i < supervisors.length ? head : (supervisors[i % Math.max(1, supervisors.length)] ?? head)));
}

/** How a latent value becomes a form: mean of seven behaviours, each on the scale's steps (1 to 5, or its ends and middle alone). */
export type Scale = 5 | 3;

export function formMean(latent: number, itemError: number, random: Random, scale: Scale = 5): number {
  let total = 0;
  for (let item = 0; item < ITEMS; item += 1) {
    const points = CENTRE + POINTS * (latent + Math.sqrt(ITEMS * itemError) * normal(random));
    const step = scale === 5 ? Math.round(points) : 2 * Math.round((points - 1) / 2) + 1;
    total += Math.min(5, Math.max(1, step));
  }
  return total / ITEMS;
}
