import type { FairnessView } from "@teraju/contracts";
import type { Ctx } from "../../context.ts";
import { accessLog } from "#db/schema/audit.ts";
import { mustRole } from "../../standing.ts";
import { findPeriod, listPeriods, periodView } from "../appraisal/period.ts";
import { analysePeriod } from "./analyse.ts";
import { fragileLines } from "./fragile.ts";
import { expiryOf } from "./raise.ts";
import { findPeople, findSources } from "./ratings.ts";
import { mayReadKeberatan, mayReadKind, rowOf } from "./signal.ts";
import { findSignalsOf, findTally, type SignalRow } from "./signal-queries.ts";

/** Under so many percent of founded signals the bar is to be raised. */
const THRESHOLD = 30;
/** As many fragile suggestions as a calibration meeting can talk about. */
const FRAGILE_SHOWN = 200;

export async function tally(ctx: Pick<Ctx, "pool">): Promise<FairnessView["tally"]> {
  const { judged, founded } = await findTally(ctx.pool);
  return { judged, founded, foundedPercent: judged === 0 ? null : Math.round((1000 * founded) / judged) / 10, threshold: THRESHOLD };
}

/** The page of a period: left out, the newest that has been rated. Each look is logged. */
export async function read(ctx: Ctx, periodId: string | undefined): Promise<{ periods: FairnessView["period"][]; view: FairnessView | null }> {
  mustRole(ctx, "fairness.read");
  const periods = (await listPeriods(ctx.pool, ctx.today)).filter((one) => one.state !== "running" && one.kind !== "tahunan");
  const id = periodId ?? (periods.find((one) => one.state === "closed") ?? periods[0])?.id;
  if (id === undefined) return { periods, view: null };
  const period = await findPeriod(ctx.pool, id);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "fairness.read", subjectId: id });
  const [analysis, signals, sources] = [await analysePeriod(ctx.pool, id, ctx.today), await findSignalsOf(ctx.pool, id, ctx.today), await findSources(ctx.pool, id)];
  // What asked for a talk two periods ago asks no more, also where it would be found again.
  const isExpired = expiryOf(period) < ctx.today;
  const [persons, objectors] = isExpired ? [[], []] : [analysis.persons, analysis.objectors];
  const fragile = isExpired ? [] : fragileLines(sources).slice(0, FRAGILE_SHOWN);
  const ids = new Set([...analysis.supervisors.map((one) => one.personId), ...persons.flatMap((one) => [one.personId, one.penilaiId]), ...objectors.flatMap((one) => [one.personId, one.penilaiId]), ...fragile.map((one) => one.personId)]);
  const people = await findPeople(ctx.pool, [...ids], ctx.today);
  const signalOf = (is: (row: SignalRow) => boolean): string | null => signals.find(is)?.id ?? null;
  const named = <T extends { personId: string }>(one: T) => { const person = people.get(one.personId); return person === undefined ? [] : [{ person, one }]; };
  const { cycle, ratings, supervisors, declared, groups, calibrated } = analysis;
  return {
    periods,
    view: {
      period: periodView(period, ctx.today), isExpired, cycle: cycle === null ? null : { id: cycle.id, year: cycle.year, semester: cycle.semester },
      connectivity: { isLinked: cycle !== null && cycle.components === 1 && cycle.crossPercent > 0, components: cycle?.components ?? 0, people: cycle?.people ?? ratings.length, raters: cycle?.raters ?? 0, crossPercent: cycle?.crossPercent ?? 0 },
      supervisors: supervisors.flatMap(named).toSorted(byUnitAndName).map(({ person, one }) => ({ person, n: one.n, leniency: one.leniency, reason: one.reason, signalId: signalOf((s) => s.kind === "supervisor_severity" && s.personId === one.personId) })),
      fragile: fragile.flatMap(named).toSorted(byUnitAndName).map(({ person, one }) => ({ person, suggestion: one.suggestion, without: one.without })),
      persons: persons.flatMap(named).toSorted(byUnitAndName).flatMap(({ person, one }) => {
        const penilai = people.get(one.penilaiId);
        return penilai === undefined ? [] : [{ person, penilai, n: one.n, residual: one.residual, z: one.z, lists: one.lists, signalId: signalOf((s) => s.kind === "person_residual" && s.personId === one.personId) }];
      }),
      declared: { pairs: declared.pairs, least: declared.least, mean: declared.mean, p: declared.p, reason: declared.reason, signalId: signalOf((s) => s.kind === "declared_relations") },
      // Who may not read keberatan is not told whose they were.
      afterKeberatan: mayReadKeberatan(ctx) ? objectors.flatMap(named).toSorted(byUnitAndName).flatMap(({ person, one }) => {
        const penilai = people.get(one.penilaiId);
        return penilai === undefined ? [] : [{ person, penilai, n: one.n, residual: one.residual, pAdjusted: one.pAdjusted, isLow: one.isLow, signalId: signalOf((s) => s.kind === "after_keberatan" && s.personId === one.personId) }];
      }) : null,
      calibrated, reciprocity: cycle?.reciprocity ?? null,
      groups, signals: signals.filter((row) => mayReadKind(ctx, row)).map(rowOf), tally: await tally(ctx),
    },
  };
}

type Named = { person: { name: string; unit: string | null } };
function byUnitAndName(a: Named, b: Named): number {
  return (a.person.unit ?? "").localeCompare(b.person.unit ?? "", "id") || a.person.name.localeCompare(b.person.name, "id");
}
