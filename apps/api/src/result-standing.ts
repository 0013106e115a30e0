import type { Ctx } from "./context.ts";
import type { ResultRow } from "./final-result.ts";
import { mustPerson, type Span } from "./standing.ts";

/**
 * Throws unless the actor may read this final result: by the table of access, as who set it (who answers for it, wherever they sit
 * today), or as who confirmed the signed paper that it stands on.
 */
export async function mustResult(ctx: Ctx, { personId, penilaiId, facts }: Pick<ResultRow, "personId" | "penilaiId" | "facts">, span: Span): Promise<void> {
  if (penilaiId === ctx.actor.personId || facts.kertas?.dikonfirmasi.id === ctx.actor.personId) return;
  await mustPerson(ctx, "appraisal.read", personId, span);
}
