/** The demo city's dice: everything invented comes from here, so that one seed and one day give one city. */
export const SEED = "Kota Langsa / Teraju / 1";

export type Random = {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both possible. */
  int(min: number, max: number): number;
  pick<T>(items: readonly T[]): T;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** Normally distributed around 0 with standard deviation 1. */
  normal(): number;
  /** `count` different items, in the order of `items`. */
  sample<T>(items: readonly T[], count: number): T[];
  /** A UUIDv7 whose time part is `millis`. */
  uuid(millis: number): string;
  hex(digits: number): string;
};

/** sfc32 (public domain, C. Doty-Humphrey), seeded by FNV-1a of a text. A named stream does not shift when another draws more. */
export function randomFrom(name: string, seed: string = SEED): Random {
  const draw = sfc32(`${seed}/${name}`);
  const next = (): number => draw() / 4294967296;
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const hex = (digits: number): string => {
    let text = "";
    while (text.length < digits) text += draw().toString(16).padStart(8, "0");
    return text.slice(0, digits);
  };
  return {
    next, int, hex,
    chance: (p) => next() < p,
    pick<T>(items: readonly T[]): T {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    sample<T>(items: readonly T[], count: number): T[] {
      let need = Math.min(count, items.length);
      return items.filter((_, at) => {
        const take = next() < need / (items.length - at);
        if (take) need -= 1;
        return take;
      });
    },
    uuid(millis: number): string {
      const time = Math.floor(millis).toString(16).padStart(12, "0");
      const rest = hex(18);
      const variant = ((Number.parseInt(rest.slice(3, 5), 16) & 0x3f) | 0x80).toString(16).padStart(2, "0");
      return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${rest.slice(0, 3)}-${variant}${rest.slice(5, 7)}-${rest.slice(6, 18)}`;
    },
  };
}

function sfc32(text: string): () => number {
  let [a, b, c, d] = [fnv(text), fnv(`${text}#b`), fnv(`${text}#c`), 1];
  const draw = (): number => {
    const t = (a + b + d) >>> 0;
    d = (d + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + t) >>> 0;
    return t;
  };
  for (let i = 0; i < 15; i++) draw();
  return draw;
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
