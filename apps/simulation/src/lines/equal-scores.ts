import { crossedEffects, declaredRelations, hedgesG, icc, krippendorffAlpha, rwg, severity, shrinkVariances, socialRelations, welch } from "@teraju/statistics";
import { count, type Tally } from "../tally.ts";
import type { World } from "../world.ts";

/** Everybody gives everybody the same score: each statistic is null or 0, none is NaN. */
export function equalScores({ city, pairs }: World, tally: Tally): void {
  const [drawn] = pairs;
  if (drawn === undefined) return;
  const fit = crossedEffects({ ...drawn, y: new Float64Array(drawn.rater.length).fill(4) }, { method: "moments" });
  const ones = Array.from({ length: 8 }, () => 4);
  const square = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_unused, j) => (i === j ? null : 4)));
  const step = severity({ supervisor: Int32Array.from(city.teams.flatMap(({ staff }, j) => staff.map(() => j))), score: city.teams.flatMap(({ staff }) => staff.map(() => 4)), predictors: [] });
  const results: unknown[] = [
    fit, step, icc([ones, ones, ones]), krippendorffAlpha([ones, ones], "ordinal"), rwg(ones, 5), socialRelations(square), welch(ones, ones), hedgesG(ones, ones), declaredRelations([...ones, ...ones]), shrinkVariances(ones.map(() => 0), ones),
  ];
  count(tally, "equal scores: NaN", results.reduce<number>((all, result) => all + notNumbers(result), 0));
  count(tally, "equal scores: signals", step?.signal.filter(Boolean).length ?? 0);
}

/** How many entries of a result are NaN or infinite. */
function notNumbers(result: unknown): number {
  if (typeof result === "number") return Number.isFinite(result) ? 0 : 1;
  if (typeof result !== "object" || result === null) return 0;
  const entries: unknown[] = ArrayBuffer.isView(result) ? Array.from(result as Float64Array) : Object.values(result);
  return entries.reduce<number>((all, entry) => all + notNumbers(entry), 0);
}
