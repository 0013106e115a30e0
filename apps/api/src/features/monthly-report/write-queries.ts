import type { ReportDraft, ReportState } from "@teraju/contracts";
import { iso } from "../../report.ts";

type Rows = ReportDraft["rows"];

const STATE = `r.id, r.month, r.status, r.version, ${iso("r.submitted_at")} as "submittedAt", r.receipt_number as "receiptNumber", r.is_late as "isLate", r.capaian::float8 as capaian`;

/** What an import laid down stays marked until its owner says something else. */
const AS_IMPORTED = ["imported_by", "imported_on", "import_source"].map((column) => `${column} = case when (x.realisasi, x.pembilang, x.penyebut, x.uraian) is distinct from (d.realisasi, d.pembilang, d.penyebut, d.uraian) then null else x.${column} end`).join(", ");
/** The figures and words of all rows at once; `$2`… are arrays of equal length. A row that has changed loses its verdict; a repair that was asked for is answered by sending. */
const WRITE_ROWS = `
  w as (update report_row x set realisasi = d.realisasi, pembilang = d.pembilang, penyebut = d.penyebut, uraian = d.uraian, sentence = d.sentence, cause = d.cause, is_flagged = d.is_flagged, capaian = d.capaian,
      ${AS_IMPORTED},
      verdict = case when x.verdict = 'minta_perbaikan' then case when r.status = 'submitted' then null else x.verdict end
                     when (x.realisasi, x.pembilang, x.penyebut, x.uraian, x.sentence, x.cause) is distinct from (d.realisasi, d.pembilang, d.penyebut, d.uraian, d.sentence, d.cause) then null else x.verdict end
    from r, unnest($4::uuid[], $5::numeric[], $6::numeric[], $7::numeric[], $8::text[], $9::text[], $10::text[], $11::boolean[], $12::numeric[]) as d(id, realisasi, pembilang, penyebut, uraian, sentence, cause, is_flagged, capaian)
   where x.id = d.id and x.report_id = r.id returning 1),
  n as (update daily_note o set report_row_id = d.row_id, version = o.version + 1
    from r, unnest($13::uuid[], $14::uuid[]) as d(id, row_id)
   where o.id = d.id and o.person_id = $3 and (o.report_row_id is null or o.report_row_id in (select y.id from report_row y where y.report_id = r.id)) returning 1)`;
/** One line of the trail, after everything else is written: its lock is held until commit. */
const APPEND = (action: string): string => `
  a as (select audit_append($3::uuid, '${action}', 'monthly_report', r.id::text, $15) from r, (select count(*) from w) w0, (select count(*) from n) n0)
  select ${STATE}, (select count(*) from a) as audited from r`;

/** W1, the hot path: state, rows, notes and trail in one statement and one round trip; no row where somebody was faster. */
const SUBMIT = {
  name: "report_submit",
  text: `with r as (
    update monthly_report set status = 'submitted', submitted_at = $16::timestamptz, is_late = $17, capaian = $18, receipt_number = coalesce(receipt_number, $19),
           kendala = $20, bantuan = $21, first_verdict_at = null, version = version + 1
     where id = $1 and version = $2 and person_id = $3 and status in ('draft', 'returned') returning *),
  ${WRITE_ROWS}, ${APPEND("monthly_report.submit")}`,
};
const SAVE = {
  name: "report_save",
  text: `with r as (
    update monthly_report set kendala = $16, bantuan = $17, version = version + 1
     where id = $1 and version = $2 and person_id = $3 and status in ('draft', 'returned') returning *),
  ${WRITE_ROWS}, ${APPEND("monthly_report.save")}`,
};
export const WITHDRAW = {
  name: "report_withdraw",
  text: `with r as (
    update monthly_report set status = 'draft', is_late = case when returned_at is null then false else is_late end, version = version + 1
     where id = $1 and version = $2 and person_id = $3 and status = 'submitted' and first_verdict_at is null returning *),
  a as (select audit_append($3::uuid, 'monthly_report.withdraw', 'monthly_report', r.id::text, $4) from r)
  select ${STATE}, (select count(*) from a) as audited from r`,
};

type Written = { id: string; version: number; actorId: string; rows: Rows; capaian: (number | null)[]; noteRows: { id: string; rowId: string | null }[]; kendala: string | null; bantuan: string | null; payload: Record<string, unknown> };
export type Submission = Written & { now: string; isLate: boolean; reportCapaian: number | null; receiptNumber: string };

function common({ id, version, actorId, rows, capaian, noteRows, payload }: Written): unknown[] {
  const column = <K extends keyof Rows[number]>(key: K): Rows[number][K][] => rows.map((row) => row[key]);
  return [
    id, version, actorId, column("id"), column("realisasi"), column("pembilang"), column("penyebut"), column("uraian"), column("sentence"), column("cause"), column("isFlagged"), capaian,
    noteRows.map((n) => n.id), noteRows.map((n) => n.rowId), JSON.stringify(payload),
  ];
}

/** The prepared statement of a submission with its values: also what the bench runs on the bare driver. */
export function submitStatement(s: Submission): { name: string; text: string; values: unknown[] } {
  return { ...SUBMIT, values: [...common(s), s.now, s.isLate, s.reportCapaian, s.receiptNumber, s.kendala, s.bantuan] };
}
export function saveStatement(s: Written): { name: string; text: string; values: unknown[] } {
  return { ...SAVE, values: [...common(s), s.kendala, s.bantuan] };
}
export type StateRow = ReportState & { audited: string };
