import { isBeforeStart, capaianBaris, capaianLaporan, monthlyReport, roundHalfUp, type Arah, type JenisIndikator, type Kewajiban, type LocalDate, type Month, type Prioritas, type Refusal, type Verdict } from "@teraju/domain";
import type { Pool } from "pg";
import { dayInJakarta } from "./clock.ts";
import { inForce, standardJson, type Standard } from "./standard.ts";

type Status = monthlyReport.MonthlyReport["status"];

/** Further working days of the month for the unit or one above it, after an outage. */
export const EXTRA_DAYS = `coalesce((
  select max(e.extra_days) from report_extension e join unit_node n on n.unit_id = e.unit_id
    join tree_version t on t.id = n.tree_id and t.valid_from <= (r.month || '-01')::date and (t.valid_until is null or t.valid_until > (r.month || '-01')::date)
   where e.month = r.month and r.unit_ord between n.ord and n.last_ord), 0)`;

/** An instant as text, in UTC. */
export const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const HEAD = `
  select r.id, r.person_id as "personId", r.month, r.skp_id as "skpId", r.kewajiban, r.status, r.kendala, r.bantuan, ${iso("r.submitted_at")} as "submittedAt", r.is_late as "isLate",
         r.receipt_number as "receiptNumber", ${iso("r.first_verdict_at")} as "firstVerdictAt", ${iso("r.returned_at")} as "returnedAt", r.capaian::float8 as capaian, r.version, ${EXTRA_DAYS}::int as "extraDays"`;

/** A row of the report as it lies in the database, with its indicator. Figures as numbers. */
export const ROWS = `
  select x.id, x.position, x.target::float8 as target, x.realisasi::float8 as realisasi, x.pembilang::float8 as pembilang, x.penyebut::float8 as penyebut, x.uraian, x.sentence, x.cause,
         x.is_flagged as "isFlagged", x.capaian::float8 as capaian, x.verdict, x.verdict_note as "verdictNote",
         i.jenis, i.arah, i.target::float8 as "targetYear", i.target_min::float8 as "targetMin", i.target_max::float8 as "targetMax", i.bobot::float8 as bobot, h.prioritas,
         (i.monthly_target is null or i.monthly_target[substr(r.month, 6)::int] is not null) as "isDue",
         coalesce((select array_agg(n.id order by n.id) from daily_note n where n.report_row_id = x.id), '{}') as "noteIds",
         (select count(*) from evidence e where e.report_row_id = x.id)::int as "ownEvidence"`;
/** Figures of the months may be summed where the year's target is the sum of the months' plan: 20 babies a month, but not 91 percent spent. */
export const ADDS_UP = `(i.jenis = 'angka' and i.target = (select sum(one) from unnest(i.monthly_target) one))`;
/** The month's notes that can be, or are, attached to a row, with the number of their photos: those count as evidence too. */
export const NOTES = `
  coalesce((select json_agg(json_build_object('id', n.id, 'photos', (select count(*) from evidence e where e.note_id = n.id))) from daily_note n
    where n.person_id = r."personId" and (n.report_row_id in (select x.id from report_row x where x.report_id = r.id)
      or (n.report_row_id is null and n.day >= (r.month || '-01')::date and n.day < (r.month || '-01')::date + interval '1 month'))), '[]') as "ownNotes"`;

export type HeadRow = {
  id: string; personId: string; month: Month; skpId: string | null; kewajiban: Kewajiban; status: Status; kendala: string | null; bantuan: string | null; submittedAt: string | null;
  isLate: boolean; receiptNumber: string | null; firstVerdictAt: string | null; returnedAt: string | null; capaian: number | null; version: number; extraDays: number;
};
export type StoredRow = {
  id: string; position: number; target: number | null; realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; cause: string | null;
  isFlagged: boolean; capaian: number | null; verdict: Verdict | null; verdictNote: string | null; jenis: JenisIndikator; arah: Arah; targetYear: number | null; targetMin: number | null; targetMax: number | null;
  bobot: number | null; prioritas: Prioritas; isDue: boolean; noteIds: string[]; ownEvidence: number;
};
export type StoredReport = HeadRow & { rows: StoredRow[]; ownNotes: { id: string; photos: number }[] };

const FOR_WRITE = {
  name: "report_for_write",
  text: `with r as (${HEAD} from monthly_report r where r.id = $1)
    select r.*, ${NOTES}, coalesce((select json_agg(q order by q.position) from (${ROWS} from report_row x join indikator i on i.id = x.indikator_id join hasil_kerja h on h.id = x.hasil_kerja_id where x.report_id = r.id) q), '[]') as rows, ${standardJson("(r.month || '-01')::date")} as standard from r`,
};
/** The report with its rows and the standard of its month, as the writing verbs need them, in one round trip; null where there is none. */
export async function findReport(pool: Pool, id: string): Promise<{ report: StoredReport; standard: Standard } | null> {
  const row = (await pool.query<StoredReport & { standard: Standard | null }>({ ...FOR_WRITE, values: [id] })).rows[0];
  if (row === undefined) return null;
  const { standard, ...report } = row;
  return { report, standard: inForce(standard, `${report.month}-01`) };
}

/** What `numeric(7,2)` holds: a capaian beyond it says no more than "very much". */
const MOST_CAPAIAN = 99_999.99;

/** Percent as stored: two decimals. */
export function storedCapaian(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.min(roundHalfUp(value, 2), MOST_CAPAIAN);
}

/** The rows' capaian and the report's, as the standard of that month weighs them. */
export function capaianOf(rows: readonly StoredRow[], { standar }: Standard): { rows: (number | null)[]; report: number | null } {
  const decisions = rows.map((row) => ({ capaian: capaianBaris(row), bobot: row.bobot, prioritas: row.prioritas }));
  return { rows: decisions.map((d) => storedCapaian(d.capaian?.value)), report: storedCapaian(capaianLaporan(decisions, standar).value) };
}

/** Day in Jakarta of an instant of ours. */
export function dayOf(instant: string | null): LocalDate | null {
  return instant === null ? null : dayInJakarta(new Date(instant));
}

/** The stored report as the domain knows it. */
export function domainReport(report: StoredReport, standard: Standard): monthlyReport.MonthlyReport {
  const capaian = capaianOf(report.rows, standard);
  return {
    status: report.status, kewajiban: report.kewajiban, isVerdictGiven: report.firstVerdictAt !== null, returnedOn: dayOf(report.returnedAt),
    rows: report.rows.map((row, i) => ({ ...row, capaian: capaian.rows[i] ?? null, evidenceCount: row.ownEvidence + report.ownNotes.reduce((n, note) => n + (row.noteIds.includes(note.id) ? note.photos : 0), 0) })),
  };
}

export function jendelaOf({ month, extraDays }: Pick<HeadRow, "month" | "extraDays">, { standar, kalender }: Standard): monthlyReport.Jendela {
  return monthlyReport.jendelaLaporan(month, standar, kalender, extraDays);
}

type Asked = { today: LocalDate; finishedOn?: LocalDate | null };
/** Why the owner may not do this now; empty when they may. */
export function ownRefusals(report: StoredReport, action: monthlyReport.Action, standard: Standard, { today, finishedOn = null }: Asked): Refusal[] {
  return monthlyReport.refusals(domainReport(report, standard), action, { parties: ["owner"], today, finishedOn, jendela: jendelaOf(report, standard), standar: standard.standar, kalender: standard.kalender });
}

export type MarkRow = { month: Month; kewajiban: Kewajiban; status: Status; isLate: boolean; capaian: number | null };
type Mark = Omit<MarkRow, "kewajiban" | "status"> & { kewajiban: Kewajiban | null; status: Status | null; tutup: LocalDate };
/**
 * Each month of the strip; one that was not opened for the person stands empty, or as tidak tercatat where it lies before `start`, the first
 * month of their OPD. The ends of past windows by the standard of today.
 */
export function marksOf(months: readonly Month[], found: readonly MarkRow[], standard: Standard, start: Month | null): Mark[] {
  const empty = { status: null, isLate: false, capaian: null };
  return months.map((month) => ({ ...empty, kewajiban: isBeforeStart(month, start) ? ("tidak_tercatat" as const) : null, ...found.find((mark) => mark.month === month), month, tutup: jendelaOf({ month, extraDays: 0 }, standard).tutup }));
}
