import type { Month } from "@teraju/domain";
import type { Pool } from "pg";
import { iso } from "../../report.ts";

export type EvidenceRow = {
  id: string; ownerId: string; kind: "file" | "link" | "register"; title: string; mime: string | null; sizeBytes: number | null; sha256: string | null; storageKey: string | null;
  url: string | null; registerNumber: string | null; createdAt: string; reportRowId: string | null; noteId: string | null; /** The promise that it shows kept. */ tindakLanjutId: string | null; /** Laid before the atasan of a keberatan. */ keberatanId: string | null;
  /** The report it hangs on, itself or through an attached note; null for what is still private. */
  reportId: string | null; month: Month | null;
  /** The report has been sent: before that, and while it is being repaired, it is the owner's alone. */
  isSent: boolean;
  /** A rating, or a keberatan, stands on it. */
  isUsed: boolean;
};
const FIND = {
  name: "evidence_find",
  text: `select e.id, e.owner_id as "ownerId", e.kind, e.title, e.mime, e.size_bytes as "sizeBytes", e.sha256, e.storage_key as "storageKey", e.url, e.register_number as "registerNumber",
      ${iso("e.created_at")} as "createdAt", e.report_row_id as "reportRowId", e.note_id as "noteId", e.tindak_lanjut_id as "tindakLanjutId", e.keberatan_id as "keberatanId", r.id as "reportId", r.month, coalesce(r.status in ('submitted', 'checked', 'closed_unreviewed'), false) as "isSent", (exists (select from appraisal_basis b where b.evidence_id = e.id) or exists (select from keberatan_basis b where b.evidence_id = e.id) or e.keberatan_id is not null) as "isUsed"
    from evidence e left join daily_note n on n.id = e.note_id left join report_row x on x.id = coalesce(e.report_row_id, n.report_row_id) left join monthly_report r on r.id = x.report_id where e.id = $1`,
};
export async function findEvidence(pool: Pool, id: string): Promise<EvidenceRow | null> {
  return (await pool.query<EvidenceRow>({ ...FIND, values: [id] })).rows[0] ?? null;
}

/** What evidence is to hang on: the row's or the note's owner and report, and how many hang there. */
export type TargetRow = { ownerId: string; reportId: string | null; month: Month | null; count: number };
const ROW_TARGET = {
  name: "evidence_row_target",
  text: `select r.person_id as "ownerId", r.id as "reportId", r.month, (select count(*) from evidence e where e.report_row_id = x.id)::int as count
    from report_row x join monthly_report r on r.id = x.report_id where x.id = $1`,
};
const NOTE_TARGET = {
  name: "evidence_note_target",
  text: `select n.person_id as "ownerId", r.id as "reportId", r.month, (select count(*) from evidence e where e.note_id = n.id)::int as count
    from daily_note n left join report_row x on x.id = n.report_row_id left join monthly_report r on r.id = x.report_id where n.id = $1`,
};
export async function findTarget(pool: Pool, target: { reportRowId?: string | undefined; noteId?: string | undefined }): Promise<TargetRow | null> {
  const statement = target.reportRowId === undefined ? { ...NOTE_TARGET, values: [target.noteId] } : { ...ROW_TARGET, values: [target.reportRowId] };
  return (await pool.query<TargetRow>(statement)).rows[0] ?? null;
}
