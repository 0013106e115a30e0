import { change } from "#db/audit.ts";
import { closeCycle } from "../features/peer-input/cycle.ts";
import { type Cycle, findCycle, listCycles } from "../features/peer-input/cycle-queries.ts";
import { type Files, replace, step } from "../features/peer-input/draw.ts";
import { destroyLeftKeys, sealCycle } from "../features/peer-input/seal.ts";
import type { JobCtx } from "./context.ts";

/**
 * Once a day, and not when an answer comes: the totals of the city, replacements for forms that were declined. The day after the last
 * one the cycle is closed and sealed, whoever is on leave: the link between raters and answers must not lie about. Releasing stays a deed of people.
 */
export async function tendPeerCycles(ctx: JobCtx, files: Files): Promise<void> {
  for (const cycle of await listCycles(ctx.pool)) {
    if (cycle.status === "answering" && (cycle.progressDay === null || cycle.progressDay < ctx.today)) await tendDaily(ctx, files, cycle);
    const now = await findCycle(ctx.pool, cycle.id);
    if (now?.status === "answering" && ctx.today > now.answersUntil) await closeCycle(ctx, now, now.version);
    const closed = await findCycle(ctx.pool, cycle.id);
    if (closed?.status === "closed" && ctx.today > closed.answersUntil) await sealCycle(ctx, files, closed, closed.version);
  }
  await destroyLeftKeys(ctx, files);
}

const TOTALS = {
  name: "peer_totals",
  text: `select (select count(*)::int from peer_invite where cycle_id = $1) - (select count(*)::int from peer_handover where cycle_id = $1) - count(*) filter (where state = 'declined')::int as forms, count(*) filter (where state = 'sent')::int as sent from peer_response where cycle_id = $1`,
};
async function tendDaily(ctx: JobCtx, files: Files, cycle: Cycle): Promise<void> {
  const { rows } = await ctx.pool.query<{ forms: number; sent: number }>({ ...TOTALS, values: [cycle.id] });
  const { forms, sent } = rows[0] ?? { forms: 0, sent: 0 };
  await change(ctx, async (tx) => {
    await step(tx, cycle, cycle.version, { progressDay: ctx.today, progressForms: forms, progressSent: sent });
    return { value: undefined, audit: { action: "peer-cycle.daily_total", target: { type: "peer_cycle", id: cycle.id }, payload: { forms, sent } } };
  });
  const counted = await findCycle(ctx.pool, cycle.id);
  if (counted !== null && ctx.today <= cycle.answersUntil) await replace(ctx, files, counted, counted.version);
}
