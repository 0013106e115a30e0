import { cpus } from "node:os";
import { cityOf } from "./city.ts";
import { drawYear } from "./peers.ts";

/**
 * `node apps/simulation/src/draw-bench.ts`: time of the draw of a semester's raters, seven for each of 4,000 people, by the real `drawRaters` with
 * the real keyed hash. Median of five cities after one that warms up; at most three seconds. Judged is the processor's time: that of a free core,
 * also while others use the machine; what the clock said stands beside it.
 */
const [PEOPLE, RATERS, CITIES, SECONDS] = [4000, 7, 5, 3];

const took: { processor: number; clock: number }[] = [];
let forms = 0;
for (let seed = 0; seed <= CITIES; seed += 1) {
  const city = cityOf(seed, PEOPLE);
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  const [drawn] = drawYear(city, { periods: 1, raters: RATERS, isNear: true });
  const { user, system } = process.cpuUsage(processor);
  if (seed > 0) took.push({ processor: (user + system) / 1e6, clock: (performance.now() - clock) / 1000 });
  forms = drawn?.ratee.length ?? 0;
}
const medianOf = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(CITIES / 2)] ?? Number.POSITIVE_INFINITY;
const [median, clock] = [medianOf(took.map((one) => one.processor)), medianOf(took.map((one) => one.clock))];
console.log(`${median <= SECONDS ? "reached" : "MISSED "}  draw of ${PEOPLE.toLocaleString("en")} people × ${RATERS}: ${median.toFixed(2)} s (≤ ${SECONDS}), by the clock ${clock.toFixed(2)} s, ${forms.toLocaleString("en")} forms, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`);
