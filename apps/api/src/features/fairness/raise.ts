import { addMonths, type LocalDate, lastDayOf, type PeriodeKind } from "@teraju/domain";
import type { Db } from "#db/client.ts";
import { change } from "#db/audit.ts";
import { fairnessRun, fairnessSignal } from "#db/schema/fairness.ts";
import type { Pool } from "pg";
import { type Analysis, analysePeriod } from "./analyse.ts";
import { short } from "./analysis.ts";
import type { Comparison } from "./groups.ts";
import { findDue } from "./signal-queries.ts";

type NewSignal = Omit<typeof fairnessSignal.$inferInsert, "periodId" | "raisedOn" | "expiresOn">;
/** A signal is nobody's any more after two periods. */
const PERIODS = 2;
const MONTHS: Record<PeriodeKind, number> = { bulanan: 1, triwulanan: 3, tahunan: 12 };

/** The last day on which a period's signals are shown: two periods after it, and the month in which the second of them is rated. */
export function expiryOf({ lastMonth, kind }: { lastMonth: string; kind: PeriodeKind }): LocalDate {
  return lastDayOf(addMonths(lastMonth, PERIODS * MONTHS[kind] + 1));
}

/**
 * Raises the signals of the newest closed period, once: after its ratings are final nothing that is found here can have moved them.
 * Without a released cycle it waits. Gives how many were raised.
 */
export async function raiseSignals({ db, pool, today }: { db: Db; pool: Pick<Pool, "query">; today: LocalDate }): Promise<number> {
  let raised = 0;
  for (const { id: periodId, lastMonth, kind } of await findDue(pool)) {
    const analysis = await analysePeriod(pool, periodId, today);
    const cycleId = analysis.cycle?.id;
    if (cycleId === undefined) continue;
    const signals = signalsOf(analysis);
    const expiresOn = expiryOf({ lastMonth, kind });
    await change({ db, actor: null }, async (tx) => {
      await tx.insert(fairnessRun).values({ periodId, cycleId, ranOn: today, groups: analysis.groups });
      if (signals.length > 0) await tx.insert(fairnessSignal).values(signals.map((one) => ({ ...one, periodId, raisedOn: today, expiresOn })));
      return { value: undefined, audit: { action: "fairness.raise", target: { type: "evaluation_period", id: periodId }, payload: { signals: signals.length } } };
    });
    raised += signals.length;
  }
  return raised;
}

/** What would explain each kind innocently is part of it. */
export function signalsOf({ supervisors, persons, declared, groups, calibrated, objectors }: Analysis): NewSignal[] {
  return [
    ...supervisors.filter((one) => one.isSignal).map((one): NewSignal => ({ kind: "supervisor_severity", personId: one.personId, n: one.n, figure: one.leniency, scale: "points", innocent: ["true_difference", "easy_targets", "few_people", "chance", "own_unit_only"] })),
    ...persons.map((one): NewSignal => ({
      kind: "person_residual", personId: one.personId, penilaiId: one.penilaiId, n: one.n, figure: { value: one.residual, low: short(one.residual - halfOf(one)), high: short(one.residual + halfOf(one)) },
      scale: "points", p: one.p, pAdjusted: one.pAdjusted, innocent: ["new_employee", "other_work", "few_raters", "chance", "true_difference"],
    })),
    ...objectors.filter((one) => one.isLow).map((one): NewSignal => ({
      kind: "after_keberatan", personId: one.personId, penilaiId: one.penilaiId, n: one.n, figure: one.residual, scale: "points", p: one.p, pAdjusted: one.pAdjusted, innocent: ["true_difference", "other_work", "few_raters", "chance"],
    })),
    ...(declared.isSignal ? [{ kind: "declared_relations", about: "declared", n: declared.pairs, figure: declared.mean, scale: "smd", p: declared.p, innocent: ["true_difference", "few_people", "chance"] } satisfies NewSignal] : []),
    ...groups.filter((one) => one.isSignal).map((one) => groupSignal(one, `${one.attribute}:${one.group}`)),
    ...calibrated.groups.filter((one) => one.isSignal).map((one) => groupSignal(one, `${LOWERED}:${one.attribute}:${one.group}`)),
  ];
}
/** Marks what is about results that a rapat kalibrasi lowered. */
const LOWERED = "diturunkan";
/** Where raters are not linked, or nothing but shares is compared, the figure is the difference of the shares. */
function groupSignal({ n, nAgainst, difference, gap, pFisher, pAdjusted }: Comparison, about: string): NewSignal {
  return { kind: "group_difference", about, n: n + nAgainst, figure: difference ?? gap, scale: difference === null ? "share" : "smd", p: pFisher, pAdjusted, innocent: ["other_work", "true_difference", "chance"] };
}
/** z is the residual in its own standard errors: half a 95 percent interval is 1.96 of them. */
function halfOf({ residual, z }: { residual: number; z: number }): number {
  return z === 0 ? 0 : Math.abs((1.96 * residual) / z);
}
