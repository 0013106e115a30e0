import type { UnitFairnessView } from "@teraju/contracts";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { accessLog } from "#db/schema/audit.ts";
import { mustUnit } from "../../standing.ts";
import { findPeriod, listPeriods, periodView } from "../appraisal/period.ts";
import { fitPeriod } from "./analysis.ts";
import { UNIT_LEAST, unitComparisons } from "./groups.ts";
import { findCycleFacts, findDepartmentName, findRatings } from "./ratings.ts";

/** Differences between groups of a department, for its head and BKPSDM; 404 for units that are no department. Each look is logged. */
export async function read(ctx: Ctx, unitId: string, periodId: string | undefined): Promise<{ periods: UnitFairnessView["period"][]; view: UnitFairnessView | null }> {
  await mustUnit(ctx, "fairness.unit", unitId);
  const name = await findDepartmentName(ctx.pool, unitId, ctx.today);
  if (name === null) throw new Problem("not_found");
  const periods = (await listPeriods(ctx.pool, ctx.today)).filter((one) => one.state !== "running" && one.kind !== "tahunan");
  const id = periodId ?? (periods.find((one) => one.state === "closed") ?? periods[0])?.id;
  if (id === undefined) return { periods, view: null };
  const [period, cycle] = [await findPeriod(ctx.pool, id), await findCycleFacts(ctx.pool, ctx.today)];
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "fairness.unit", subjectId: unitId });
  const ratings = await findRatings(ctx.pool, id, cycle?.id ?? null);
  const fitted = fitPeriod(ratings, cycle);
  const people = ratings.filter((one) => one.opdId === unitId && fitted?.placeOf.has(one.personId) === true).length;
  const groups = unitComparisons(ratings, fitted, ctx.today).get(unitId) ?? [];
  return { periods, view: { unit: { id: unitId, name }, period: periodView(period, ctx.today), people, least: UNIT_LEAST, groups, reason: fitted === null ? "not_linked" : groups.length === 0 ? "too_few" : null } };
}
