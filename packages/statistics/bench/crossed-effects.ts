/**
 * Time and memory of `crossedEffects`: `node packages/statistics/bench/crossed-effects.ts [small|large]`.
 * small: 4,000 staff × 5 ratings in ≤ 0.3 s. large: 4.7 million × 5 in ≤ 90 s and ≤ 1.5 GB, one thread.
 * Ratings are drawn as the draw of raters gives them: 4 in the neighbourhood, 1 from anywhere.
 */
import { crossedEffects } from "../src/index.ts";

const SIZES = { small: { staff: 4_000, seconds: 0.3, megabytes: 1500 }, large: { staff: 4_700_000, seconds: 90, megabytes: 1500 } } as const;
const PER_PERSON = 5;
const NEAR = [1, 2, 5, 7] as const;

function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Variances of one rating as in the simulation plan: level .37, severity .20, the rest .43; scale 1 to 5 around 3.4. */
function city(staff: number): { ratee: Int32Array; rater: Int32Array; y: Float32Array } {
  const random = generator(20_260_101);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const level = Float32Array.from({ length: staff }, () => Math.sqrt(0.37) * normal());
  const severity = Float32Array.from({ length: staff }, () => Math.sqrt(0.2) * normal());
  const size = staff * PER_PERSON;
  const [ratee, rater, y] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
  for (let k = 0; k < size; k += 1) {
    const i = Math.floor(k / PER_PERSON);
    const near = NEAR[k % PER_PERSON];
    const r = near === undefined ? Math.floor(random() * staff) : (i + near) % staff;
    ratee[k] = i;
    rater[k] = r;
    y[k] = Math.min(5, Math.max(1, 3.4 + 0.75 * ((level[i] ?? 0) + (severity[r] ?? 0) + Math.sqrt(0.43) * normal())));
  }
  return { ratee, rater, y };
}

for (const name of process.argv[2] === "large" ? (["large"] as const) : process.argv[2] === "small" ? (["small"] as const) : (["small", "large"] as const)) {
  const { staff, seconds, megabytes } = SIZES[name];
  const ratings = city(staff);
  const start = performance.now();
  const result = crossedEffects(ratings, { method: "moments" });
  const took = (performance.now() - start) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  const isReached = result !== null && took <= seconds && peak <= megabytes;
  const variances = Object.values(result?.variances ?? {}).map((value) => value.toFixed(4)).join(" / ");
  console.log(`${isReached ? "reached" : "MISSED "}  ${staff.toLocaleString("en")} × ${PER_PERSON}: ${took.toFixed(2)} s (≤ ${seconds}), peak ${peak.toFixed(0)} MB (≤ ${megabytes}), ${result?.sweeps} sweeps, ${result?.components} component(s), variances ${variances}`);
}
