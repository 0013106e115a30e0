import type { PeerResultView } from "@teraju/contracts";
import { addMonths, FEWEST_ANSWERS, fewestAnswers, firstDayOf, masukanRekan, roundHalfUp, suppress } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { accessLog } from "#db/schema/audit.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustPerson, mustRole, type Span } from "../../standing.ts";
import { standardOn } from "../../standard.ts";
import { type Cycle, findCycle, listCycles, mustCycle } from "./cycle-queries.ts";
import { periodOf, refOf } from "./cycle-view.ts";
import { findByOpd, findMyResults, findPerson, findResult, type ResultRow } from "./result-queries.ts";

const RELIABLE = 0.7;

export async function list(ctx: Ctx) {
  const [cycles, mine] = await Promise.all([listCycles(ctx.pool), findMyResults(ctx.pool, ctx.actor.personId)]);
  return {
    results: cycles.flatMap((cycle) => {
      const own = mine.find((one) => one.cycleId === cycle.id);
      return own === undefined || cycle.releasedOn === null ? [] : [{ cycle: refOf(cycle), releasedOn: cycle.releasedOn, isShown: own.isShown }];
    }),
  };
}

/** The semester's own months. That the penilai of that time reads nothing for it, the access table says, not the lack of a question. */
function spanOf({ year, semester }: Cycle): Span {
  const from = semester === 1 ? `${year}-01` : `${year}-07`;
  return { from: firstDayOf(from), until: firstDayOf(addMonths(from, 6)) };
}

/** One person's published result, or why there is none. Before the release there is nothing, also no count. */
export async function read(ctx: Ctx, { cycleId, personId }: { cycleId: string; personId: string }): Promise<PeerResultView> {
  const cycle = await findCycle(ctx.pool, cycleId);
  const standing = await mustPerson(ctx, "peer-result.read", personId, cycle === null ? undefined : spanOf(cycle));
  if (cycle === null) throw new Problem("not_found");
  const isMine = standing.relations.includes("self");
  const [person, row] = await Promise.all([findPerson(ctx.pool, personId, ctx.today), cycle.releasedOn === null ? null : findResult(ctx.pool, cycleId, personId)]);
  if (person === null) throw new Problem("not_found");
  if (!isMine) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "peer-result.read", subjectId: personId });
  const icc1k = cycle.releasedOn === null ? null : (cycle.sealFacts?.icc1k ?? null);
  return {
    cycle: refOf(cycle), person, isMine, releasedOn: cycle.releasedOn,
    minJawaban: fewestAnswers(cycle.rekan.jawabanMin), groups: row?.groups ?? [], isMerged: row?.isMerged ?? false, withheld: withheldOf(cycle, row),
    suggestions: { texts: row?.suggestions ?? [], withheld: row !== null && row.suggestions.length > 0 ? null : (withheldOf(cycle, row) ?? "fewer_than_four") },
    reliability: { icc1k: icc1k === null ? null : roundHalfUp(icc1k, 2), isForDevelopmentOnly: icc1k === null || icc1k < RELIABLE },
    dasar: row === null || row.rata === null || row.n === null ? null : masukanRekan({ semester: periodOf(cycle), rata: row.rata, n: row.n, bobot: cycle.rekan.bobot }),
  };
}
function withheldOf(cycle: Cycle, row: ResultRow | null): PeerResultView["withheld"] {
  if (cycle.releasedOn === null) return "not_released";
  return row === null ? "not_drawn" : row.withheld;
}

/**
 * By department: the mean of its people's published means, so that no difference of two cells can say more than the results do. A
 * department of few people is hidden, and with it another, as everywhere where persons' ratings may not be seen.
 */
export async function rollup(ctx: Ctx, id: string) {
  mustRole(ctx, "peer-rollup.read");
  const cycle = await mustCycle(ctx.pool, id);
  refuseIf(cycle.releasedOn === null ? ["wrong_status"] : []);
  const { standar } = await standardOn(ctx.pool, cycle.answersFrom);
  return { cycle: refOf(cycle), ...rollupOf(await findByOpd(ctx.pool, id, cycle.answersFrom), Math.max(standar.sandiMin, FEWEST_ANSWERS)) };
}

/** What is published of departments' means, those of few people hidden and enough others that subtracting gives nothing back. */
export function rollupOf(departments: readonly { id: string; name: string; means: number[] | null }[], k: number) {
  const rows = departments.map((row) => ({ ...row, key: row.id, n: row.means?.length ?? 0 }));
  const { cells, isTotalHidden } = suppress(rows, k);
  const all = rows.flatMap((row) => row.means ?? []);
  return {
    rows: cells.map(({ cell }, i) => ({ unit: { id: rows[i]?.id ?? "", name: rows[i]?.name ?? "" }, people: cell === null ? null : cell.n, mean: cell === null ? null : meanOf(cell.means ?? []) })),
    total: { people: isTotalHidden ? null : all.length, mean: isTotalHidden ? null : meanOf(all) },
  };
}
function meanOf(means: readonly number[]): number | null {
  return means.length === 0 ? null : roundHalfUp(means.reduce((sum, mean) => sum + mean, 0) / means.length, 1);
}
