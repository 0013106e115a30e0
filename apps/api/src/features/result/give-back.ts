import type { ResultView, returnResult } from "@teraju/contracts/result";
import { akhirEvaluasi, hitunganTenggat, langkahDokumen, type LocalDate, penerimaanHasil, type Refusal, returnRefusals } from "@teraju/domain";
import type * as z from "zod/mini";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { resultReturn } from "#db/schema/keberatan.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { findResult, type ResultRow } from "../../final-result.ts";
import { mustPerson } from "../../standing.ts";
import { findPeriod, type Period, spanOf } from "../appraisal/period.ts";

function received({ openedOn, handover }: ResultRow): LocalDate | null {
  return penerimaanHasil({ dibuka: openedOn, diserahkan: handover?.on ?? null }).value;
}

function refusalsOf(row: ResultRow, actorId: string): Refusal[] {
  return returnRefusals({ isCurrent: row.isCurrent, receivedOn: received(row), answer: row.returned?.answer ?? null }, { parties: row.personId === actorId ? ["owner"] : [] });
}

/** The three steps of the signed document, each with its clock counted as of today, and whether the actor may give it back. */
export function documentPart(row: ResultRow, period: Period, { today, actorId }: { today: LocalDate; actorId: string }): ResultView["dokumen"] {
  const { kalender } = period;
  const steps = langkahDokumen({
    sebagai: row.facts.penilai.sebagai, signedOn: row.finalizedOn, receivedOn: received(row), returnedOn: row.returned?.on ?? null, reportedOn: row.report?.on ?? null, akhirEvaluasi: akhirEvaluasi(period),
  }, { today, kalender });
  return {
    langkah: steps.map(({ langkah, mulai, due, doneOn, isLate }) => ({
      langkah, doneOn, isLate,
      clock: mulai === null || due === null ? null : { ...hitunganTenggat({ mulai, sampai: due.value, today: doneOn ?? today, kalender }), ground: due },
    })),
    answer: row.returned?.answer ?? null,
    isKeberatanRunning: row.report?.isKeberatanRunning ?? false,
    actions: { giveBack: refusalsOf(row, actorId) },
  };
}

/** The pegawai gives the document back, agreed or refusing to sign, once. The same answer sent again is the same answer. */
export async function giveBack(ctx: Ctx, id: string, { answer, note }: z.output<typeof returnResult.body & {}>): Promise<void> {
  const row = await findResult(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  const period = await findPeriod(ctx.pool, row.periodId);
  await mustPerson(ctx, "appraisal.read", row.personId, spanOf(period));
  if (row.personId === ctx.actor.personId && row.returned?.answer === answer) return;
  refuseIf(refusalsOf(row, ctx.actor.personId));
  await change(ctx, async (tx) => {
    const made = await tx.insert(resultReturn).values({ appraisalId: id, answer, note, returnedOn: ctx.today, returnedAt: ctx.now }).onConflictDoNothing().returning({ id: resultReturn.appraisalId });
    if (made.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "result.return", target: { type: "appraisal", id }, payload: { answer } } };
  });
}
