/** A keyed hash, given by the caller (HMAC-SHA256 of the text in UTF-8): the only source of chance of a draw. At least 4 bytes. */
export type Prf = (text: string) => Uint8Array;

/** One text for several words that no other words give. */
export const labelled = (...words: readonly (string | number)[]): string => JSON.stringify(words);

/** The items in the order of their keyed hashes: nobody without the key can foresee it, and their order before plays no part. */
export function keyedOrder<T>(prf: Prf, items: readonly T[], label: (item: T) => string): T[] {
  const hashed = items.map((item) => ({ item, text: label(item), hash: prf(label(item)) }));
  return hashed.toSorted((a, b) => compareBytes(a.hash, b.hash) || compareTexts(a.text, b.text)).map(({ item }) => item);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const i = a.findIndex((byte, at) => byte !== b[at]);
  return i === -1 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}

/** By code unit, not by locale: the same on every machine. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Numbers from 0 to below `below`, all equally likely. */
export type Chance = (below: number) => number;

const WORDS = 2 ** 32;

/**
 * Chance from the keyed hash in counter mode: hashes of (label, 0), (label, 1), …, cut into words of 32 bits. Unlike a seeded generator
 * of numbers it does not give itself away to whoever sees some of what it chose.
 * @throws RangeError when the hash has fewer than 4 bytes.
 */
export function keyedChance(prf: Prf, label: string): Chance {
  let words: number[] = [];
  let block = 0;
  const word = (): number => {
    if (words.length === 0) {
      words = wordsOf(prf(labelled(label, block)));
      block += 1;
    }
    return words.pop() ?? 0;
  };
  return (below) => {
    // The last, incomplete run of `below` numbers would favour the small ones.
    const limit = WORDS - (WORDS % below);
    let drawn = word();
    while (drawn >= limit) drawn = word();
    return drawn % below;
  };
}

function wordsOf(bytes: Uint8Array): number[] {
  const words: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) words.push(bytes.subarray(at, at + 4).reduce((word, byte) => word * 256 + byte, 0));
  if (words.length === 0) throw new RangeError("the keyed hash must give at least 4 bytes");
  return words;
}
