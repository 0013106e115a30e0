import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { saveErrorRates } from "./save.ts";
import { lineOf, PARTS, type Result, runPart, runTrainings } from "./table.ts";

/**
 * `pnpm simulate [--cities 20] [--people 4000] [--runs 400] [--report file] [--save day]`: cities with planted bias, and what the statistics find of it beside
 * what they must reach. Ends with 1 when something is missed. `--report`: the counts as JSON, for `pnpm proof`.
 * `--save 2026-11-28`: what the page Metode shows of it, as the committed file of the API, with seeds and this day.
 */
const { values } = parseArgs({ options: { cities: { type: "string", default: "3" }, people: { type: "string", default: "4000" }, runs: { type: "string", default: "200" }, report: { type: "string" }, save: { type: "string" } } });
const size = { cities: Number(values.cities), people: Number(values.people) };

const results: Result[] = [];
let product: Result[] = [];
for (const part of PARTS) {
  console.log(`\n${part.title}: ${size.cities} cities of ${size.people} people`);
  // The last part is the product's own year.
  product = runPart(part, size, (city) => process.stderr.write(`\rcity ${city} of ${size.cities} `));
  show(product);
}
console.log(`\nTrainings, ${values.runs} of each kind`);
show(runTrainings(Number(values.runs)));

const judgedOnes = results.filter(({ isReached }) => isReached !== null);
const missed = judgedOnes.filter(({ isReached }) => isReached === false);
console.log(`\n${judgedOnes.length - missed.length} reached, ${missed.length} missed`);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ passed: judgedOnes.length - missed.length, failed: missed.length, skipped: 0 }));
if (values.save !== undefined) saveErrorRates(values.save, size, product);
process.exitCode = missed.length === 0 ? 0 : 1;

function show(rows: readonly Result[]): void {
  process.stderr.write("\r");
  for (const row of rows) console.log(lineOf(row));
  results.push(...rows);
}
