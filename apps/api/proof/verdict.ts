import type pg from "pg";
import { verifyChain } from "#db/audit-chain.ts";
import type { Standing } from "./journal.ts";

/** What stands in the database of one effect: how often it was done, how often the trail says so, whether its parts agree. */
type Held = { id: string; done: number; audited: number; isWhole: boolean; said: string | null };

const REPORTS = `
  select r.id, (r.status = 'submitted')::int as done, (select count(*)::int from audit a where a.action = 'monthly_report.submit' and a.target_type = 'monthly_report' and a.target_id = r.id::text) as audited,
         (select bool_and((x.sentence = $2) = (r.status = 'submitted')) from report_row x where x.report_id = r.id) and (r.version = case when r.status = 'submitted' then 2 else 1 end) as "isWhole", r.receipt_number as said
    from monthly_report r where r.id = any($1)`;
const NOTES = `
  select i.id, (select count(*)::int from daily_note n where n.id = i.id) as done, (select count(*)::int from audit a where a.action = 'daily-note.create' and a.target_id = i.id::text) as audited, true as "isWhole", null as said
    from unnest($1::uuid[]) i(id) where $2::text is not null`;

export type Verdict = { acked: number; refused: number; unknown: number; unknownDone: number; lost: string[]; doubled: string[]; partial: string[]; refusedButDone: string[]; otherReceipt: string[]; chainRows: number; chainFault: string | null };

/** Compares the clients' book with the database: acked exactly once, unknown never more than once and never in part, trail unbroken. */
export async function judge(pool: pg.Pool, book: ReadonlyMap<string, Standing>, sentence: string): Promise<Verdict> {
  const ids = (kind: string): string[] => [...book].filter(([, s]) => s.kind === kind).map(([id]) => id);
  const reports = (await pool.query<Held>(REPORTS, [ids("submit"), sentence])).rows;
  const notes = (await pool.query<Held>(NOTES, [ids("note"), sentence])).rows;
  const chain = await verifyChain(pool);
  const verdict: Verdict = { acked: 0, refused: 0, unknown: 0, unknownDone: 0, lost: [], doubled: [], partial: [], refusedButDone: [], otherReceipt: [], chainRows: chain.rows, chainFault: chain.firstBad === null ? null : `${chain.firstBad.fault} at ${chain.firstBad.seq}` };
  for (const held of [...reports, ...notes]) weigh(verdict, held, book.get(held.id));
  return verdict;
}

function weigh(verdict: Verdict, held: Held, standing: Standing | undefined): void {
  if (standing === undefined) return;
  verdict[standing.state] += 1;
  if (held.done > 1 || held.audited > 1) verdict.doubled.push(held.id);
  if (held.done !== held.audited && held.audited <= 1 && standing.state !== "acked") verdict.partial.push(held.id);
  if (!held.isWhole) verdict.partial.push(held.id);
  if (standing.state === "acked" && (held.done === 0 || held.audited === 0)) verdict.lost.push(held.id);
  if (standing.state === "acked" && held.said !== null && held.said !== standing.said) verdict.otherReceipt.push(held.id);
  if (standing.state === "refused" && held.done > 0) verdict.refusedButDone.push(held.id);
  if (standing.state === "unknown" && held.done === 1) verdict.unknownDone += 1;
}
