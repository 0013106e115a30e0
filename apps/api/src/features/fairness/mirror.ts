import type { RaterMirrorView } from "@teraju/contracts";
import { EKSPEKTASI, WARM_UP_CASES } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { findPeriod, periodView } from "../appraisal/period.ts";
import { listCycles } from "../peer-input/cycle-queries.ts";
import { analysePeriod } from "./analyse.ts";
import { RULE } from "./analysis.ts";
import { cityOf, mirrorOf, yearOf } from "./habits.ts";
import { findHabits, findRatedPeriod, findWarmUps } from "./mirror-queries.ts";

const SEMESTERS = 2;

/** Cermin penilai: only of oneself; no parameter could ask for another's. */
export async function read(ctx: Ctx): Promise<RaterMirrorView> {
  const all = await listCycles(ctx.pool);
  const cycles = all.filter((one) => one.status === "released").slice(0, SEMESTERS);
  const [habits, warmUps, periodId] = await Promise.all([findHabits(ctx.pool, cycles.map((one) => one.id)), findWarmUps(ctx.pool, ctx.actor.personId), findRatedPeriod(ctx.pool, ctx.actor.personId)]);
  const byRater = Map.groupBy(habits, (one) => one.raterId);
  const own = byRater.get(ctx.actor.personId);
  return {
    cycles: cycles.map(({ id, year, semester }) => ({ id, year, semester })),
    peer: mirrorOf(own === undefined ? null : yearOf(own), [...byRater.values()].map(yearOf)),
    penilai: periodId === null ? null : await asPenilai(ctx, periodId),
    warmUp: { years: warmUps.map(agreementOf), isDueNow: all.some((one) => one.status === "answering") && !warmUps.some((one) => one.year === yearNow(ctx)) },
  };
}

export const yearNow = ({ today }: Pick<Ctx, "today">): number => Number(today.slice(0, 4));

async function asPenilai(ctx: Ctx, periodId: string): Promise<RaterMirrorView["penilai"]> {
  const [period, { ratings, supervisors }] = [await findPeriod(ctx.pool, periodId), await analysePeriod(ctx.pool, periodId, ctx.today)];
  const mine = supervisors.find((one) => one.personId === ctx.actor.personId);
  const team = ratings.filter((one) => one.penilaiId === ctx.actor.personId);
  const city = cityOf(supervisors.flatMap((one) => one.leniency?.value ?? []));
  const interval = mine?.leniency ?? null;
  const given = team.flatMap((one) => [one.hasilKerja, one.perilaku]);
  const [di_atas, sesuai, di_bawah] = EKSPEKTASI.map((name) => given.filter((one) => one === name).length);
  return {
    period: periodView(period, ctx.today),
    leniency: { n: mine?.n ?? 0, least: RULE.staff, mine: interval, reason: interval !== null ? null : (mine?.reason ?? "no_data"), city, side: interval === null || city === null ? null : interval.low > city.median ? "higher" : interval.high < city.median ? "lower" : "around" },
    counts: { di_atas: di_atas ?? 0, sesuai: sesuai ?? 0, di_bawah: di_bawah ?? 0 },
  };
}

function agreementOf({ year, levels }: { year: number; levels: readonly number[] }): RaterMirrorView["warmUp"]["years"][number] {
  const differences = WARM_UP_CASES.map(({ reference }, i) => (levels[i] ?? reference) - reference);
  return { year, exactPercent: (100 * differences.filter((d) => d === 0).length) / differences.length, meanDifference: differences.reduce((sum, d) => sum + d, 0) / differences.length };
}
