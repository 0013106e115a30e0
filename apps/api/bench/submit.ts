import { submitStatement, type Submission } from "../src/features/monthly-report/write-queries.ts";
import type pg from "pg";
import { OPEN_MONTH } from "./city.ts";

/** A report that waits to be sent, with its rows in order. */
export type Draft = { id: string; personId: string; version: number; rowIds: string[]; realisasi: number[] };

/** The first drafts of the open month. */
export async function draftsOf(pool: pg.Pool, count: number): Promise<Draft[]> {
  const { rows } = await pool.query<Draft>(
    `select r.id, r.person_id as "personId", r.version, array_agg(x.id order by x.position) as "rowIds", array_agg(x.realisasi::float8 order by x.position) as realisasi
       from (select * from monthly_report where month = $1 and status = 'draft' order by person_id limit $2) r join report_row x on x.report_id = r.id group by r.id, r.person_id, r.version`, [OPEN_MONTH, count]);
  return rows;
}

/** Takes the reports back to draft; the next round sends them anew. */
export async function reopen(pool: pg.Pool, drafts: readonly Draft[]): Promise<Draft[]> {
  const { rows } = await pool.query<{ id: string; version: number }>("update monthly_report set status = 'draft', submitted_at = null, receipt_number = null, version = version + 1 where id = any($1) returning id, version", [drafts.map((d) => d.id)]);
  await pool.query("vacuum monthly_report, report_row, audit");
  const versions = new Map(rows.map((r) => [r.id, r.version]));
  return drafts.map((d) => ({ ...d, version: versions.get(d.id) ?? d.version }));
}

/** Stands on every row that a measured report brings. */
export const SENTENCE = "Selesai menurut rencana bulan ini, tanpa kendala yang berarti.";

function rowsOf(draft: Draft) {
  return draft.rowIds.map((id, i) => ({
    id, realisasi: draft.realisasi[i] ?? 10, pembilang: null, penyebut: null, uraian: null, sentence: SENTENCE, cause: "Dua loket ditutup selama perbaikan gedung.", isFlagged: false,
  }));
}

/** What the phone sends. */
export function bodyOf(draft: Draft): unknown {
  return { version: draft.version, draft: { kendala: null, bantuan: null, rows: rowsOf(draft) } };
}

/** What the application then runs as its writing statement. */
export function statementOf(draft: Draft): { name: string; text: string; values: unknown[] } {
  const capaian = draft.rowIds.map((_, i) => (draft.realisasi[i] ?? 10) * 10);
  const reportCapaian = capaian.reduce((a, b) => a + b, 0) / capaian.length;
  const submission: Submission = {
    id: draft.id, version: draft.version, actorId: draft.personId, rows: rowsOf(draft), capaian, noteRows: [], kendala: null, bantuan: null, now: "2026-11-23T03:00:00.000Z", isLate: false, reportCapaian,
    receiptNumber: `L-${OPEN_MONTH}-${draft.id}-${draft.version}`, payload: { month: OPEN_MONTH, version: draft.version, isLate: false, capaian: reportCapaian, finishedOn: null },
  };
  return submitStatement(submission);
}
