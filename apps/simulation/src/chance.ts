/** Numbers from 0 to below 1 from a seed (mulberry32): quick, and the same on every machine. */
export type Random = () => number;

export function seeded(...seed: readonly number[]): Random {
  let state = mixed(seed);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One number for several, so that what is drawn for one pair and period does not depend on what was drawn before. */
function mixed(seed: readonly number[]): number {
  let state = 0x9e_37_79_b9;
  for (const part of seed) {
    state = Math.imul(state ^ part, 0x85_eb_ca_6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2_b2_ae_35);
    state ^= state >>> 16;
  }
  return state | 0;
}

/** A standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** So many of the items, without replacement. */
export function sample<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
}
