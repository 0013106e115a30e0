import type { CrossedEffects } from "@teraju/statistics";
import { type City, cityOf } from "./city.ts";
import { type Answers, answersOf, combined, drawYear, type Pairs, type PeerPlant, seal } from "./peers.ts";

/**
 * How the year is run: periods of colleagues' answers, raters a person, the share of forms that are sent, how often supervisors rate within one
 * such period, and whether raters of other units come from those that work together or from anywhere.
 */
export type Regime = { readonly periods: number; readonly raters: number; readonly response: number; readonly ratings: number; readonly isNear: boolean };

/** The plan's own table is run at five raters a quarter, all forms sent; the product asks seven a semester and hears about 70 % of them; supervisors rate each quarter in both. */
export const QUARTERS: Regime = { periods: 4, raters: 5, response: 1, ratings: 1, isNear: false };
export const SEMESTERS: Regime = { periods: 2, raters: 7, response: 0.7, ratings: 2, isNear: true };

/** A city with a year of colleagues' answers, sealed period by period. What is planted among supervisors comes after and shares it. */
export type World = {
  readonly city: City;
  readonly regime: Regime;
  readonly pairs: readonly Pairs[];
  readonly answers: readonly Answers[];
  readonly sealed: readonly CrossedEffects[];
  /** Level in points around the mean, from the first period alone and from all. */
  readonly first: Float64Array;
  readonly year: Float64Array;
};

export function worldOf(seed: number, people: number, regime: Regime): World {
  const city = cityOf(seed, people);
  return worldFrom(city, regime, drawYear(city, regime));
}

export function worldFrom(city: City, regime: Regime, pairs: readonly Pairs[], plant: PeerPlant = {}): World {
  const response = regime.response < 1 ? () => regime.response : undefined;
  const answers = pairs.map((drawn, period) => answersOf(city, period, drawn, { response, ...plant }));
  const sealed = answers.map(seal);
  return { city, regime, pairs, answers, sealed, first: combined(city, sealed.slice(0, 1)), year: combined(city, sealed) };
}
