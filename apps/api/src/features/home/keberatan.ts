import type { Task } from "@teraju/contracts";
import { hitunganTenggat, keberatan as rules } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { findPeriod } from "../appraisal/period.ts";
import { clockOf } from "../keberatan/clock.ts";
import { findOpenKeberatan, type OpenKeberatanRow } from "./queries.ts";

type KeberatanTask = Extract<Task, { kind: "keberatan" }>;

/** The days of one keberatan as this person has them: to explain, or until it is decided. */
async function daysOf(ctx: Ctx, { as, filedOn, periodId }: OpenKeberatanRow): Promise<KeberatanTask["clock"]> {
  const period = await findPeriod(ctx.pool, periodId);
  const { kalender, standar } = period;
  const { ke, hari, sisa, sampai } = as === "penilai" ? hitunganTenggat({ mulai: filedOn, sampai: rules.explainUntil(filedOn, { kalender, standar }), today: ctx.today, kalender }) : clockOf("keputusan", filedOn, period, ctx.today);
  return { ke, hari, sisa, sampai };
}

/** One line for each side on which somebody stands, with the clock of the keberatan that ends first: the one filed first. One query, and one for the period. */
export async function keberatanTasks(ctx: Ctx): Promise<KeberatanTask[]> {
  const all = await findOpenKeberatan(ctx.pool, ctx.actor.personId);
  const tasks = (["atasan", "penilai", "owner"] as const).map(async (as): Promise<KeberatanTask[]> => {
    const own = all.filter((one) => one.as === as);
    const [first] = own;
    return first === undefined ? [] : [{ kind: "keberatan", as, count: own.length, clock: await daysOf(ctx, first) }];
  });
  return (await Promise.all(tasks)).flat();
}
