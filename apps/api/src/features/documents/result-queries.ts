import type { FaktaPenilaian, LocalDate, PengembalianAnswer, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import { iso } from "../../report.ts";

export type ResultOfDocument = {
  id: string; periodId: string; personId: string; penilaiId: string; skpId: string | null; revision: number; predikat: Predikat; facts: FaktaPenilaian; digest: string; finalizedAt: string; finalizedOn: LocalDate;
  /** The newest final one in place of this one; null where this one counts. */
  replacedBy: { revision: number; on: LocalDate } | null;
  isUnderKeberatan: boolean;
  /** The keberatan that this result is the outcome of. */
  keberatanId: string | null;
  /** Handed over on paper. */
  handover: { on: LocalDate; isSigned: boolean } | null;
  /** Given back by the pegawai, signed or refusing to sign. */
  returned: { answer: PengembalianAnswer; at: string } | null;
};
const RESULTS = {
  name: "documents_results",
  text: `
    select a.id, a.period_id as "periodId", a.person_id as "personId", a.penilai_id as "penilaiId", a.skp_id as "skpId", a.revision, a.predikat, a.facts, a.digest, ${iso("a.finalized_at")} as "finalizedAt", a.finalized_on as "finalizedOn",
           case when not a.is_current then (select json_build_object('revision', n.revision, 'on', n.finalized_on) from appraisal n where n.period_id = a.period_id and n.person_id = a.person_id and n.status = 'final' and n.revision > a.revision order by n.revision desc limit 1) end as "replacedBy",
           exists (select from keberatan k where k.appraisal_id = a.id and k.status <> 'decided') as "isUnderKeberatan",
           (select k.id from keberatan k where k.outcome_id = a.id) as "keberatanId",
           (select json_build_object('on', h.handed_on, 'isSigned', h.is_signed) from result_handover h where h.appraisal_id = a.id) as handover,
           (select json_build_object('answer', b.answer, 'at', ${iso("b.returned_at")}) from result_return b where b.appraisal_id = a.id) as returned
      from appraisal a where a.id = any($1) and a.status = 'final'`,
};
/** Final results with what a document of them must say beside it. One query. */
export async function listResults(pool: Pool, ids: readonly string[]): Promise<ResultOfDocument[]> {
  return (await pool.query<ResultOfDocument>({ ...RESULTS, values: [ids] })).rows;
}
