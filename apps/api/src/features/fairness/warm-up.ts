import { PEER_INSTRUMENT, WARM_UP_CASES } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { warmUp } from "#db/schema/fairness.ts";
import { findWarmUps } from "./mirror-queries.ts";
import { yearNow } from "./mirror.ts";

/** The four cases; the reference only once this year's levels are given. */
export async function read(ctx: Ctx) {
  const mine = (await findWarmUps(ctx.pool, ctx.actor.personId)).find((one) => one.year === yearNow(ctx));
  return {
    year: yearNow(ctx),
    cases: WARM_UP_CASES.map(({ perilaku, story, reference, why }, i) => ({
      number: i + 1, perilaku, story, levels: [...PEER_INSTRUMENT[perilaku].levels], mine: mine?.levels[i] ?? null, reference: mine === undefined ? null : reference, why: mine === undefined ? null : why,
    })),
  };
}

/** Once a year: after the references are known another answer would measure memory. */
export async function answer(ctx: Ctx, { id, levels }: { id: string; levels: readonly number[] }) {
  const done = (await findWarmUps(ctx.pool, ctx.actor.personId)).some((one) => one.year === yearNow(ctx));
  if (!done) {
    await change(ctx, async (tx) => {
      await tx.insert(warmUp).values({ id, personId: ctx.actor.personId, year: yearNow(ctx), levels: [...levels] }).onConflictDoNothing();
      return { value: undefined, audit: { action: "warm-up.answer", target: { type: "warm_up", id } } };
    });
  }
  return read(ctx);
}
