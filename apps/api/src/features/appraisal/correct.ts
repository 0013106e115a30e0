import type { AppraisalView } from "@teraju/contracts/appraisal";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { hasSeenPola } from "./queries.ts";
import type { Key } from "./service.ts";
import { viewOf } from "./view.ts";
import { draftOf, loadWork, refusalsOf } from "./work.ts";

/**
 * Begins the next revision as a draft that repeats the final one, which stays and counts until the new one is final. Who has seen
 * the pola before carries that mark on it. The same request sent twice begins one revision.
 */
export async function correct(ctx: Ctx, key: Key, { id, version, reason }: { id: string; version: number; reason: string }): Promise<AppraisalView> {
  const work = await loadWork(ctx, key.periodId, key.personId);
  const { saved } = work;
  if (saved === null) throw new Problem("not_found");
  if (saved.id === id && saved.revision > 1) return viewOf(work, ctx);
  refuseIf(refusalsOf(work, "correct", draftOf(saved), { hasilKerja: null, perilaku: null }, ctx, reason));
  if (saved.version !== version) throw new Problem("stale");
  const isAfterPola = await hasSeenPola(ctx.pool, ctx.actor.personId, key.periodId, saved.opdId);
  await change(ctx, async (tx) => {
    const koreksi = JSON.stringify({ koreksi: { alasan: reason, menggantikan: saved.digest } });
    const made = await tx.execute(sql`
      insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, skp_id, revision, is_current, status, hasil_kerja, perilaku, saran_hasil_kerja, saran_perilaku, alasan_hasil_kerja, alasan_perilaku, facts, is_after_pola, bkn_report_id, bkn_line)
      select ${id}, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, skp_id, revision + 1, false, 'draft', hasil_kerja, perilaku, saran_hasil_kerja, saran_perilaku, alasan_hasil_kerja, alasan_perilaku, ${koreksi}::jsonb, ${isAfterPola}, bkn_report_id, bkn_line
        from appraisal where id = ${saved.id} on conflict do nothing`);
    if (made.rowCount === 0) throw new Problem("stale");
    await tx.execute(sql`insert into appraisal_rating (appraisal_id, aspect, target, rating) select ${id}, aspect, target, rating from appraisal_rating where appraisal_id = ${saved.id}`);
    await tx.execute(sql`insert into appraisal_basis (id, appraisal_id, aspect, evidence_id, umpan_balik_id) select gen_random_uuid(), ${id}, aspect, evidence_id, umpan_balik_id from appraisal_basis where appraisal_id = ${saved.id}`);
    return { value: undefined, audit: { action: "appraisal.correct", target: { type: "appraisal", id }, payload: { ...key, replaces: saved.id, isAfterPola } } };
  });
  return viewOf(await loadWork(ctx, key.periodId, key.personId), ctx);
}
