import type { Ctx } from "../../context.ts";
import { letterheadsOn } from "../../letterhead.ts";
import { trainingStoryPdf } from "../../pdf/training-story.ts";
import * as service from "./service.ts";

/** The city's training story on one page, of what the page Pelatihan shows today. */
export async function story(ctx: Ctx): Promise<Uint8Array> {
  const [{ rows, budget }, needs, heads] = await Promise.all([service.effects(ctx), service.needs(ctx), letterheadsOn(ctx.pool, ctx.today)]);
  return trainingStoryPdf({ letterhead: heads.of(null), files: heads.files, date: ctx.today, rows, needs: needs.rows, budget });
}
