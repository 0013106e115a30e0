import type { Input, listOpdStarts, Output, setOpdStarts } from "@teraju/contracts";
import { firstDayOf, mulaiMemakaiRefusals } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { mustRole } from "../../standing.ts";
import { alignReports } from "../month-state/service.ts";
import * as queries from "./queries.ts";

export async function list(ctx: Ctx): Promise<Output<typeof listOpdStarts>> {
  mustRole(ctx, "setup.read");
  return { opds: await queries.listStarts(ctx.pool, ctx.today) };
}

/** The first month on record of these OPD; drafts follow at once, whatever was sent or rated stands in the way. Set so already, it changes nothing. */
export async function set(ctx: Ctx, { unitIds, month, note }: Input<typeof setOpdStarts>["body"]): Promise<Output<typeof setOpdStarts>> {
  mustRole(ctx, "opd-start.set");
  const known = new Map((await queries.listStarts(ctx.pool, ctx.today)).map((one) => [one.id, one]));
  const asked = [...new Set(unitIds)];
  if (asked.some((id) => !known.has(id))) throw new Problem("not_found");
  const words = note?.trim() || null;
  const fresh = asked.filter((id) => known.get(id)?.month !== month || known.get(id)?.note !== words);
  if (fresh.length > 0) {
    refuseIf(mulaiMemakaiRefusals({ month, today: ctx.today, lastRecorded: await queries.lastRecorded(ctx.pool, fresh, month) }));
    await write(ctx, fresh, month, words);
  }
  return list(ctx);
}

async function write(ctx: Ctx, unitIds: readonly string[], month: string, note: string | null): Promise<void> {
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  await change(ctx, async (tx) => {
    await queries.writeStarts(tx, { unitIds, month, note, setBy: ctx.actor.personId, today: ctx.today });
    let changed = 0;
    for (const open of await queries.monthsWithDrafts(tx, unitIds)) {
      const day = firstDayOf(open.month) > ctx.today ? firstDayOf(open.month) : ctx.today;
      changed += (await alignReports(tx, { month: open.month, today: day, personIds: open.personIds, kalender })).changed;
    }
    return { value: undefined, audit: { action: "opd-start.set", target: { type: "opd-start", id: month }, payload: { unitIds, month, note, reports: changed } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") throw new Problem("stale");
    throw error;
  });
}
