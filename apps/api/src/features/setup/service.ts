import type { Output, readSetup } from "@teraju/contracts";
import { BUILT_IN_STANDAR, setupSteps } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { mustRole } from "../../standing.ts";
import { findFacts, standardInForce } from "./queries.ts";

/** How far the first day is; nothing of it is kept, all is counted now. Two queries. */
export async function read(ctx: Ctx): Promise<Output<typeof readSetup>> {
  mustRole(ctx, "setup.read");
  const [facts, name] = await Promise.all([findFacts(ctx.pool, ctx.today), standardInForce(ctx.pool, ctx.today)]);
  return { steps: setupSteps(facts), standard: name === null ? null : { name, isBuiltIn: name === BUILT_IN_STANDAR.name } };
}
