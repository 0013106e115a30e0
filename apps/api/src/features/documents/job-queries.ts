import type { DocumentPeriod } from "@teraju/contracts/documents";
import type { DocumentJobStatus, DocumentKind, LocalDate, Packaging } from "@teraju/domain";
import type { Pool } from "pg";
import { iso } from "../../report.ts";

export type JobRow = {
  id: string; attempt: number; ownerId: string; personId: string | null; unitId: string | null; kinds: DocumentKind[]; year: number; periodId: string | null; packaging: Packaging; status: DocumentJobStatus;
  total: number; done: number; createdAt: string; finishedAt: string | null; file: { name: string; sizeBytes: number } | null; scope: string; period: DocumentPeriod | null;
};
/** Files are kept for three days. */
export const KEEP_DAYS = 3;
const JOB = `
  select d.id, d.attempt, d.owner_id as "ownerId", d.person_id as "personId", d.unit_id as "unitId", d.kinds, d.year, d.period_id as "periodId", d.packaging, d.status, d.total, d.done, ${iso("d.created_at")} as "createdAt", ${iso("d.finished_at")} as "finishedAt",
         case when d.status = 'done' and d.finished_at > now() - interval '${KEEP_DAYS} days' then json_build_object('name', d.file_name, 'sizeBytes', d.size_bytes) end as file,
         coalesce((select p.name from person p where p.id = d.person_id), (select n.name from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = d.unit_id order by t.valid_from desc limit 1), '') as scope,
         (select json_build_object('id', e.id, 'year', e.year, 'kind', e.kind, 'number', e.number, 'firstMonth', e.first_month, 'lastMonth', e.last_month) from evaluation_period e where e.id = d.period_id) as period
    from document_job d`;
const ONE = { name: "document_job_one", text: `${JOB} where d.id = $1` };
export async function findJob(pool: Pool, id: string): Promise<JobRow | null> {
  return (await pool.query<JobRow>({ ...ONE, values: [id] })).rows[0] ?? null;
}
const MINE = { name: "document_job_mine", text: `${JOB} where d.owner_id = $1 order by d.created_at desc, d.id desc limit 20` };
export async function listJobs(pool: Pool, ownerId: string): Promise<JobRow[]> {
  return (await pool.query<JobRow>({ ...MINE, values: [ownerId] })).rows;
}
const OPEN = { name: "document_job_open", text: "select count(*)::int as n from document_job where owner_id = $1 and status in ('waiting', 'running')" };
export async function countOpen(pool: Pool, ownerId: string): Promise<number> {
  return (await pool.query<{ n: number }>({ ...OPEN, values: [ownerId] })).rows[0]?.n ?? 0;
}

/** A job as one attempt at it began: who holds an older attempt changes nothing any more. */
export type Begun = { id: string; attempt: number; personId: string | null; unitId: string | null; kinds: DocumentKind[]; year: number; periodId: string | null; packaging: Packaging; origin: string };
const BEGIN = {
  name: "document_job_begin",
  text: `
    update document_job set status = 'running', done = 0, attempt = $2, started_at = now() where id = $1 and status in ('waiting', 'running') and attempt <= $2
    returning id, attempt, person_id as "personId", unit_id as "unitId", kinds, year, period_id as "periodId", packaging, origin`,
};
/** Null where it has ended, or a later attempt is at it. */
export async function beginJob(pool: Pool, { id, attempt }: { id: string; attempt: number }): Promise<Begun | null> {
  return (await pool.query<Begun>({ ...BEGIN, values: [id, attempt] })).rows[0] ?? null;
}
const OURS = "id = $1 and attempt = $2 and status = 'running'";
/** Says how far it is; false where it was cancelled or another attempt began. */
export async function tellProgress(pool: Pool, { id, attempt }: Begun, { done, total }: { done: number; total: number }): Promise<boolean> {
  const { rowCount } = await pool.query({ name: "document_job_progress", text: `update document_job set done = $3, total = $4 where ${OURS}`, values: [id, attempt, done, total] });
  return rowCount === 1;
}
/** Ends it with its file, or as failed; nothing where it is no longer this attempt's. */
export async function finishJob(pool: Pool, { id, attempt }: Begun, file: { name: string; sizeBytes: number } | null): Promise<void> {
  await pool.query({
    name: "document_job_finish",
    text: `update document_job set status = case when $3::text is null then 'failed' else 'done' end, file_name = $3, size_bytes = $4, done = case when $3::text is null then done else total end, finished_at = now() where ${OURS}`,
    values: [id, attempt, file?.name ?? null, file?.sizeBytes ?? null],
  });
}
/** Ends a job that the queue has given up. */
export async function endLostJob(pool: Pool, id: string): Promise<void> {
  await pool.query({ name: "document_job_lost", text: "update document_job set status = 'failed', finished_at = now() where id = $1 and status in ('waiting', 'running')", values: [id] });
}

const PERIOD_DAY = { name: "document_job_day", text: "select ((last_month || '-01')::date + interval '1 month' - interval '1 day')::date as day from evaluation_period where id = $1" };
/** The day whose people a job is about: the last of its period or year, today where that has not come. */
export async function dayOf(pool: Pool, { periodId, year }: { periodId: string | null; year: number }, today: LocalDate): Promise<LocalDate> {
  const end = periodId === null ? undefined : (await pool.query<{ day: LocalDate }>({ ...PERIOD_DAY, values: [periodId] })).rows[0]?.day;
  const day = end ?? `${year}-12-31`;
  return day < today ? day : today;
}
