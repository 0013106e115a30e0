import type { AppraisalView } from "@teraju/contracts/appraisal";
import { sumberRefusals } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { type Key, refuse, store } from "./service.ts";
import { viewOf } from "./view.ts";
import { draftOf, loadWork } from "./work.ts";

/**
 * Takes both ratings of the period from the line of e-Kinerja's report that the penilai saw. What was chosen here before gives way;
 * reasons and what they stand on stay, and are asked for before the result is set. Sent again it is the same draft.
 */
export async function adopt(ctx: Ctx, key: Key, { id, version, reportId, line }: { id: string; version: number | null; reportId: string; line: number }): Promise<AppraisalView> {
  const work = await loadWork(ctx, key.periodId, key.personId);
  const { saved, bkn, period } = work;
  const isTaken = saved !== null && saved.bknReportId === reportId && saved.bknLine === line;
  if (isTaken && saved.status === "draft" && saved.version === (version ?? 0) + 1) return viewOf(work, ctx);
  if ((saved === null) !== (version === null)) throw new Problem("stale");
  refuseIf(sumberRefusals(bkn, period));
  if (bkn === null || bkn.reportId !== reportId || bkn.line !== line) throw new Problem("stale");
  const draft = { ...draftOf(saved), hasilKerja: bkn.hasilKerja, perilakuKerja: bkn.perilaku };
  refuse(work, "adopt", draft, ctx);
  await store(ctx, work, { key, id, version, draft, source: { bknReportId: reportId, bknLine: line } }, { action: "appraisal.adopt", payload: { reportId, line } });
  return viewOf(await loadWork(ctx, key.periodId, key.personId), ctx);
}
