import fc from "fast-check";
import type { DrawInput, DrawPerson, DrawUnit, Prf } from "../assignment.ts";

/**
 * A keyed hash for tests, no cryptography: FNV-1a over the key and the text, stirred into 32 bytes. The domain has no crypto of its own,
 * and no property of the draw may depend on which hash it is given.
 */
export const testPrf = (key: string): Prf => (text) => {
  let hash = 0x81_1c_9d_c5;
  for (const character of `${key}|${text}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return Uint8Array.from({ length: 32 }, (_, i) => {
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d) + i >>> 0;
    hash = Math.imul(hash ^ (hash >>> 13), 0x29_7a_2d_39) >>> 0;
    return hash >>> 24;
  });
};

/** What a city is made from: sizes of units, who leads whom, and conflicts by place in the list of people. */
export type Plan = {
  readonly sizes: readonly number[];
  /** How many people have their unit's first person as penilai: all, or the others have none. */
  readonly isLed: boolean;
  readonly bans: readonly (readonly [number, number])[];
  readonly vetoes: readonly (readonly [number, number])[];
  readonly suggestions: readonly (readonly [number, number])[];
  readonly links: readonly (readonly [number, number])[];
  readonly ratersPerPerson: number;
};

/** The input of a draw from a plan; ids do not follow the order of the units. */
export function cityOf(plan: Plan): DrawInput {
  const units: DrawUnit[] = plan.sizes.map((_, u) => ({ id: `unit-${u}`, worksWith: plan.links.filter(([a]) => a % plan.sizes.length === u).map(([, b]) => `unit-${b % plan.sizes.length}`) }));
  const total = plan.sizes.reduce((all, size) => all + size, 0);
  const name = (i: number): string => `p${String((i * 7919) % 100_003).padStart(6, "0")}`;
  const people: DrawPerson[] = [];
  for (const [u, size] of plan.sizes.entries()) {
    const first = people.length;
    for (let k = 0; k < size; k += 1) people.push({ id: name(first + k), unit: `unit-${u}`, penilai: plan.isLed && k > 0 ? name(first) : null });
  }
  const named = (pairs: Plan["bans"]): [string, string][] => pairs.map(([a, b]): [string, string] => [name(a % total), name(b % total)]).filter(([a, b]) => a !== b);
  const atMostTwo = new Map<string, number>();
  const vetoes = named(plan.vetoes).flatMap(([person, rater]) => {
    atMostTwo.set(person, (atMostTwo.get(person) ?? 0) + 1);
    return (atMostTwo.get(person) ?? 0) > 2 ? [] : [{ person, rater }];
  });
  return {
    period: "2026-S2", people, units, banned: named(plan.bans), vetoes, ratersPerPerson: plan.ratersPerPerson,
    suggestions: named(plan.suggestions).map(([person, rater]) => ({ person, rater })),
  };
}

const pairs = (most: number): fc.Arbitrary<[number, number][]> => fc.array(fc.tuple(fc.nat(9999), fc.nat(9999)), { maxLength: most });

/** Any city, however small or torn by conflicts. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 1, maxLength: 7 }),
  isLed: fc.boolean(), bans: pairs(40), vetoes: pairs(20), suggestions: pairs(30), links: pairs(12),
  ratersPerPerson: fc.integer({ min: 1, max: 9 }),
});

/** A city with room: no unit has more than a third of the people, and nobody has so many conflicts that a full draw could not be. */
export const roomyPlan: fc.Arbitrary<Plan> = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 14 }),
  isLed: fc.boolean(), bans: pairs(30), vetoes: pairs(20), suggestions: pairs(20), links: pairs(20),
  ratersPerPerson: fc.integer({ min: 1, max: 8 }),
}).filter(({ sizes, ratersPerPerson }) => {
  const total = sizes.reduce((all, size) => all + size, 0);
  return total >= 6 * ratersPerPerson + 40 && Math.max(...sizes) * 3 <= total;
});
