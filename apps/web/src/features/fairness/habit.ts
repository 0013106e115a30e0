import type { Habit } from "@teraju/contracts/fairness";
import type { Format } from "#copy/format.ts";

type City = NonNullable<Habit["city"]>;

/**
 * Where a figure lies among the city's raters: 0 its middle, −1 and 1 the ends of the middle 80 percent. Habits of different units share one scale so.
 * A side without width (everybody alike) leaves the figure in the middle or at the edge of the picture.
 */
export function placeIn({ median, low, high }: City, value: number): number {
  const width = value >= median ? high - median : median - low;
  if (width > 0) return (value - median) / width;
  return value === median ? 0 : Math.sign(value - median) * 2;
}

/** Mine with its interval on the city's scale; null where either is not known. */
export function figureOf({ mine, city }: Habit): { value: number; low: number; high: number } | null {
  if (mine === null || city === null) return null;
  return { value: placeIn(city, mine.value), low: placeIn(city, mine.low), high: placeIn(city, mine.high) };
}

/** "+0,4" and "-0,4": a difference always carries its sign. */
export function signed(value: number, format: Format): string {
  const rounded = Math.round(value * 100) / 100;
  return `${rounded > 0 ? "+" : ""}${format.number(rounded === 0 ? 0 : rounded)}`;
}
