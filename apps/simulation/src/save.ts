import { writeFileSync } from "node:fs";
import path from "node:path";
import { POINTS } from "./city.ts";
import type { Result } from "./table.ts";

/** Kept in the repository beside the page that shows it. */
const FILE = path.resolve(import.meta.dirname, "../../api/src/features/fairness/error-rates.json");

/** By kind of signal: what was planted (latent units; how many people or pairs it takes), the measures of what is found and of false alarms. */
const SHOWN = [
  { method: "supervisor_severity", latent: 1, pairs: null, power: "severity 1", false: "severity: small flagged" },
  { method: "supervisor_severity", latent: 1.5, pairs: null, power: "severity 1.5", false: "severity: small flagged" },
  { method: "person_residual", latent: 1.5, pairs: null, power: "favourites 1.5: flagged", false: "null: review list" },
  { method: "person_residual", latent: 2.5, pairs: null, power: "favourites 2.5: flagged", false: "null: review list" },
  { method: "declared_relations", latent: 0.5, pairs: 20, power: "declared: all favoured", false: "declared: nobody favoured" },
  { method: "group_difference", latent: 0.2, pairs: null, power: "group 0.2: city", false: "group 0.0: units" },
] as const;

const places = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** Writes what Metode shows. `day` is the day of the run; seeds are 1 to the number of cities. A measure without a value is left out, and said. */
export function saveErrorRates(day: string, { cities, people }: { cities: number; people: number }, results: readonly Result[]): void {
  const valueOf = (measure: string): number | null => results.find((one) => one.measure === measure)?.value ?? null;
  const rows = SHOWN.flatMap(({ method, latent, pairs, ...of }) => {
    const [power, wrong] = [valueOf(of.power), valueOf(of.false)];
    if (power === null || wrong === null) {
      console.error(`no value for ${of.power} or ${of.false}: left out`);
      return [];
    }
    return [{ method, points: places(latent * POINTS, 2), pairs, powerPercent: places(100 * power, 1), falsePercent: places(100 * wrong, 1) }];
  });
  writeFileSync(FILE, `${JSON.stringify({ day, seeds: [1, cities], people, rows }, null, 2)}\n`);
}
