import type { MeetingFigures } from "@teraju/contracts/notulen";
import type { Ctx } from "../../context.ts";
import { mustRole, mustUnit } from "../../standing.ts";
import { standardOn } from "../../standard.ts";
import { findOpdFigures, findLongestOverdue, findNextMeeting, findUnitFigures, type Tally } from "./figure-queries.ts";

type Longest = Awaited<ReturnType<typeof findLongestOverdue>>;
type Next = Awaited<ReturnType<typeof findNextMeeting>>;

function figuresOf({ realMinutes, plannedMinutes, kept, open, ...rest }: Tally): MeetingFigures {
  const due = kept + rest.overdue;
  return { ...rest, kept, open, lengthPercent: plannedMinutes > 0 ? Math.round((realMinutes / plannedMinutes) * 100) : null, keptPercent: due > 0 ? Math.round((kept / due) * 100) : null };
}

/** A unit's year of meetings and promises, those of the offices below it included. Two parts of the head's dashboard. */
export async function unitFigures(ctx: Ctx, unitId: string, year: string): Promise<MeetingFigures & { next: Next; longestOverdue: Longest }> {
  await mustUnit(ctx, "opd-dashboard.read", unitId);
  const { standar } = await standardOn(ctx.pool, ctx.today);
  const [tally, next, longestOverdue] = await Promise.all([
    findUnitFigures(ctx.pool, ctx.today, unitId, year, standar.rapat.tepatWaktuMenit), findNextMeeting(ctx.pool, ctx.today, unitId), findLongestOverdue(ctx.pool, ctx.today, unitId),
  ]);
  return { ...figuresOf(tally), next, longestOverdue };
}

/** By department, and the city as a whole; figures alone, no names. */
export async function cityFigures(ctx: Ctx, year: string): Promise<{ year: number; total: MeetingFigures; opds: (MeetingFigures & { id: string; name: string })[] }> {
  mustRole(ctx, "city-dashboard.read");
  const { standar } = await standardOn(ctx.pool, ctx.today);
  const rows = await findOpdFigures(ctx.pool, ctx.today, year, standar.rapat.tepatWaktuMenit);
  const sum = (key: keyof Tally): number => rows.reduce((total, row) => total + row[key], 0);
  const total: Tally = { planned: sum("planned"), held: sum("held"), onTime: sum("onTime"), cancelled: sum("cancelled"), realMinutes: sum("realMinutes"), plannedMinutes: sum("plannedMinutes"), kept: sum("kept"), carried: sum("carried"), overdue: sum("overdue"), open: sum("open") };
  return { year: Number(year), total: figuresOf(total), opds: rows.map(({ id, name, ...tally }) => ({ id, name, ...figuresOf(tally) })) };
}
