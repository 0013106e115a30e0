import { benjaminiHochberg, crossedEffects, welch } from "@teraju/statistics";
import { sample, seeded } from "../chance.ts";
import { type City, POINTS } from "../city.ts";
import { answersOf, combined, correlation, drawYear, peerForm, rawMeans, seal, unitMeans } from "../peers.ts";
import { count, type Tally } from "../tally.ts";
import { type World, worldFrom } from "../world.ts";

/** How well levels are recovered, adjusted and raw, from the first period, from the sealed year, and from one fit as if nothing were sealed. */
export function recovery(world: World, tally: Tally): void {
  const { city, answers, first, year } = world;
  const whole = unsealed(world);
  const windows = { "one period": { adjusted: first, raw: rawMeans(city, answers.slice(0, 1)) }, year: { adjusted: year, raw: rawMeans(city, answers) }, "nothing sealed": { adjusted: whole, raw: rawMeans(city, answers) } };
  for (const [name, { adjusted, raw }] of Object.entries(windows)) {
    const people = correlation(adjusted, city.level);
    const units = correlation(unitMeans(city, adjusted), unitMeans(city, city.level));
    count(tally, `recovery: ${name}`, people);
    count(tally, `recovery: ${name}, above raw`, people - correlation(raw, city.level));
    count(tally, `units: ${name}`, units);
    count(tally, `units: ${name}, above raw`, units - correlation(unitMeans(city, raw), unitMeans(city, city.level)));
  }
  count(tally, "linked: one part", world.sealed.every(({ components }) => components === 1));
}

/** All answers of the year in one fit, as it could be done if nothing were sealed: what sealing costs. */
function unsealed({ city, answers }: World): Float64Array {
  const joined = (column: "rater" | "ratee"): Int32Array => Int32Array.from(answers.flatMap((period) => [...period[column]]));
  const fit = crossedEffects({ ratee: joined("ratee"), rater: joined("rater"), y: Float64Array.from(answers.flatMap(({ y }) => [...y])) }, { method: "moments" });
  return fit?.rateeEffects ?? new Float64Array(city.level.length);
}

/** A city in which no rater comes from another unit: the statistics must see that its parts cannot be compared. */
export function unlinked({ city, regime }: World, tally: Tally): void {
  const [pairs] = drawYear(city, { ...regime, periods: 1, isNear: false, isLinked: false });
  if (pairs === undefined) return;
  const answers = answersOf(city, 0, pairs);
  const fit = seal(answers);
  count(tally, "unlinked: refused", fit.components > 1);
  count(tally, "unlinked: adjusted minus raw", correlation(combined(city, [fit]), city.level) - correlation(rawMeans(city, [answers]), city.level));
}

const RING = 4;
const BOOST = 1.5;

/** Rings of four colleagues who rate each other higher: how much that lifts them when people choose their raters, and when raters are drawn. */
export function rings({ city, pairs, regime }: World, tally: Tally): void {
  const random = seeded(city.seed, 13);
  for (const ring of ringsOf(city, random)) {
    for (const member of ring) {
      const nominated = [...ring.filter((other) => other !== member), ...sample(city.units[city.unit[member] ?? 0]?.filter((other) => !ring.includes(other)) ?? [], regime.raters - RING + 1, random)];
      count(tally, "ring: nominated", lift(city, 0, member, nominated, ring));
      pairs.forEach(({ rater, ratee }, period) => {
        const drawn = Array.from(rater).filter((_, k) => ratee[k] === member);
        const lifted = lift(city, period, member, drawn, ring);
        count(tally, "ring: drawn, year", lifted);
        if (period === 0) count(tally, "ring: drawn, one period", lifted);
      });
    }
  }
}

/** Ten rings, each inside the unit of somebody chosen by chance. */
function ringsOf(city: City, random: () => number): number[][] {
  return Array.from({ length: 10 }, () => sample(city.units[city.unit[Math.floor(random() * city.level.length)] ?? 0] ?? [], RING, random));
}

/** Points that the ring adds to the member's mean: the same forms with and without the boost. */
function lift(city: City, period: number, member: number, raters: readonly number[], ring: readonly number[]): number {
  const total = raters.reduce((all, rater) => all + (ring.includes(rater) ? peerForm(city, period, [rater, member], BOOST) - peerForm(city, period, [rater, member]) : 0), 0);
  return total / Math.max(1, raters.length);
}

/** Who gets a result: at least four colleagues answered in a period. */
export function response({ city, pairs, regime }: World, tally: Tally): void {
  for (const share of [0.6, 0.7, 0.8]) {
    const world = worldFrom(city, { ...regime, response: share }, pairs);
    for (const { ratee } of world.answers) {
      const answers = new Int32Array(city.level.length);
      for (const i of ratee) answers[i] = (answers[i] ?? 0) + 1;
      count(tally, `response ${share}: result`, answers.filter((n) => n >= 4).length, answers.length);
    }
    count(tally, `response ${share}: recovery, year`, correlation(world.year, city.level));
  }
}

/** People skip forms about those they dislike: 90 % are sent about liked colleagues, 50 % about disliked ones. */
export function dislike({ city, pairs, regime }: World, tally: Tally): void {
  const world = worldFrom(city, regime, pairs, { response: (dyad) => (dyad > 0 ? 0.9 : 0.5) });
  const plain = worldFrom(city, { ...regime, response: 0.7 }, pairs);
  const mean = (of: World): number => of.sealed.reduce((all, fit) => all + fit.mean, 0) / of.sealed.length;
  count(tally, "dislike: lift of the mean", mean(world) - mean(plain));
  count(tally, "dislike: recovery, year", correlation(world.year, city.level));
}

/** All insiders of one unit, of 40 people or more, rate each other a unit higher: raters of other units must show it. */
export function inflatedUnit({ city, pairs, regime }: World, tally: Tally): void {
  const large = city.units.flatMap((staff, u) => (staff.length >= 40 ? [u] : []));
  const chosen = large[Math.floor(seeded(city.seed, 14)() * large.length)];
  const world = worldFrom(city, regime, pairs, { bias: (rater, ratee) => (city.unit[rater] === chosen && city.unit[ratee] === chosen ? 1 : 0) });
  const tests = large.map((u) => {
    const forms = world.answers.flatMap(({ rater, ratee, y }) => Array.from(y, (value, k) => ({ value, isInside: city.unit[rater[k] ?? 0] === u, isAbout: city.unit[ratee[k] ?? 0] === u }))).filter(({ isAbout }) => isAbout);
    return welch(forms.filter(({ isInside }) => isInside).map(({ value }) => value), forms.filter(({ isInside }) => !isInside).map(({ value }) => value))?.p ?? 1;
  });
  const { rejected } = benjaminiHochberg(tests, 0.1);
  large.forEach((u, k) => count(tally, u === chosen ? "inflated unit: shown" : "inflated unit: others flagged", rejected[k] ?? false));
}

/** One rater with 200 forms, lenient by 1.5: the fit must neither break nor be carried away. */
export function busyRater({ city, pairs }: World, tally: Tally): void {
  const [drawn] = pairs;
  if (drawn === undefined) return;
  const chosen = new Set(Array.from({ length: Math.min(200, city.level.length - 1) }, (_, i) => i + 1));
  const taken = new Set<number>();
  // Person 0 takes one place of each of 200 others.
  const rater = drawn.rater.map((by, k) => {
    const about = drawn.ratee[k] ?? 0;
    if (!chosen.has(about) || taken.has(about)) return by;
    taken.add(about);
    return 0;
  });
  const answers = answersOf(city, 0, { rater, ratee: drawn.ratee }, { bias: (by) => (by === 0 ? BOOST : 0) });
  const fit = seal(answers);
  count(tally, "busy rater: recovery", correlation(combined(city, [fit]), city.level));
  count(tally, "busy rater: leniency found", (fit.raterEffects[0] ?? 0) / (POINTS * ((city.leniency[0] ?? 0) + BOOST)));
}
