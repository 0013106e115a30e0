import { monthlyReport, type LocalDate, type Month } from "@teraju/domain";
import type { Pool } from "pg";
import type { Standard } from "./standard.ts";

const MONTHS = {
  name: "months_with_reports",
  // A loose index scan: one look per month, however many people there are.
  text: `with recursive m as (
      select max(month) as month from monthly_report
      union all select (select max(r.month) from monthly_report r where r.month < m.month) from m where m.month is not null)
    select month from m where month is not null limit 36`,
};

/** The months of which there are reports, newest first. */
export async function monthsWithReports(pool: Pool): Promise<Month[]> {
  return (await pool.query<{ month: Month }>(MONTHS)).rows.map((r) => r.month);
}

/** The newest month that may already be sent; where none is, the oldest there is. */
export function currentMonth(months: readonly Month[], today: LocalDate, { standar, kalender }: Standard): Month {
  return months.find((m) => monthlyReport.jendelaLaporan(m, standar, kalender).buka <= today) ?? months.at(-1) ?? today.slice(0, 7);
}
