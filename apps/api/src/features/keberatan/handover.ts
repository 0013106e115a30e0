import { keberatan as rules, type LocalDate } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { resultHandover } from "#db/schema/keberatan.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustPerson } from "../../standing.ts";
import { findPeriod, spanOf } from "../appraisal/period.ts";
import { findResult } from "../../final-result.ts";
import { legalOf } from "./work.ts";

/** Records that the penilai handed the result over on paper: from that day the pegawai has it, also who refuses to sign. */
export async function recordHandoverOf(ctx: Ctx, resultId: string, { on, isSigned, note }: { on: LocalDate; isSigned: boolean; note: string | null }): Promise<void> {
  const result = await findResult(ctx.pool, resultId);
  if (result === null) throw new Problem("not_found");
  const period = await findPeriod(ctx.pool, result.periodId);
  const isPenilai = result.penilaiId === ctx.actor.personId;
  if (!isPenilai) await mustPerson(ctx, "appraisal.read", result.personId, spanOf(period));
  if (isPenilai && result.handover?.on === on && result.handover.isSigned === isSigned) return;
  refuseIf(rules.handoverRefusals(legalOf(result, period, true), on, { parties: isPenilai ? ["penilai"] : [], today: ctx.today }));
  await change(ctx, async (tx) => {
    const made = await tx.insert(resultHandover).values({ appraisalId: resultId, handedOn: on, isSigned, note, recordedBy: ctx.actor.personId, recordedAt: ctx.now }).onConflictDoNothing().returning({ id: resultHandover.appraisalId });
    if (made.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "result.handover", target: { type: "appraisal", id: resultId }, payload: { on, isSigned } } };
  });
}
