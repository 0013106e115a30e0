import type { PeerResultView } from "@teraju/contracts/peer-input";

export type Figure = PeerResultView["groups"][number]["mean"];
type Words = { levels: readonly string[]; between: (low: string, high: string) => string; range: (from: string, to: string) => string; value: (text: string) => string };

/**
 * A mean of 1–4, in steps of a half, as words: a level's own where the figure lies on it, "between" where it lies between two or is a band.
 * The band at the ends (1–1.5, 3.5–4) reads as its inner and outer level.
 */
export function levelWords({ from, to }: Figure, { levels, between }: Words): string {
  const low = levels[Math.floor(from) - 1] ?? "";
  const high = levels[Math.ceil(to) - 1] ?? "";
  return low === high ? low : between(low, high);
}

/** "3", or "3,5 sampai 4". */
export function figureWords({ from, to }: Figure, { range }: Words, number: (value: number) => string): string {
  return from === to ? number(from) : range(number(from), number(to));
}
