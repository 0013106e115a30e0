import type { LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import { declaredLine, type DeclaredLine, type Fit, fitPeriod, objectorLines, type ObjectorLine, personLines, type PersonLine, supervisorLines, type SupervisorLine } from "./analysis.ts";
import { comparisons, type Comparison, loweredComparisons } from "./groups.ts";
import { type CycleFacts, findCalibrated, findCycleFacts, findDeclared, findEarlier, findObjectors, findRatings, type Rating } from "./ratings.ts";

export type Analysis = { cycle: CycleFacts | null; ratings: Rating[]; fitted: Fit | null; supervisors: SupervisorLine[]; persons: PersonLine[]; declared: DeclaredLine; groups: Comparison[]; calibrated: { people: number; lowered: number; groups: Comparison[] }; objectors: ObjectorLine[] };

/** All statistics of a period's ratings, from final ratings and the newest released levels. Some eight queries; about a tenth of a second for 4,000 people. */
export async function analysePeriod(pool: Pick<Pool, "query">, periodId: string, today: LocalDate): Promise<Analysis> {
  const [cycle, earlier] = [await findCycleFacts(pool, today), await findEarlier(pool, periodId)];
  const ratings = await findRatings(pool, periodId, cycle?.id ?? null);
  const before: (Fit | null)[] = [];
  for (const id of earlier) before.push(fitPeriod(await findRatings(pool, id, cycle?.id ?? null), cycle));
  const fitted = fitPeriod(ratings, cycle);
  const met = await findCalibrated(pool, periodId);
  const calibrated = ratings.flatMap((one) => { const of = met.get(one.personId); return of === undefined ? [] : [{ ...one, ...of }]; });
  return {
    cycle, ratings, fitted, supervisors: supervisorLines(ratings, fitted), persons: personLines(fitted, before),
    declared: declaredLine(fitted, cycle === null ? [] : await findDeclared(pool, cycle.id)), groups: comparisons(ratings, fitted, today),
    calibrated: { people: calibrated.length, lowered: calibrated.filter((one) => one.isLowered).length, groups: calibrated.length === 0 ? [] : loweredComparisons(calibrated) },
    objectors: objectorLines(fitted, await findObjectors(pool, periodId)),
  };
}
