import type { EvaluationPeriodView } from "@teraju/contracts/evaluation-period";
import { addDays, firstDayOf, type Kalender, lastDayOf, type LocalDate, type Month, type Periode, type PeriodeKind, standarLengkap, type StandarPenilaian } from "@teraju/domain";
import type { Pool } from "pg";
import { Problem } from "#http/problem.ts";
import { KALENDER_JSON } from "../../standard.ts";

/** An evaluation period with the standard that judges it: that of the period, never that of today. */
export type Period = Periode & {
  id: string; ratingFrom: LocalDate; ratingUntil: LocalDate; isClosed: boolean;
  /** First and last day. */
  mulai: LocalDate; selesai: LocalDate;
  standar: StandarPenilaian; kalender: Kalender;
};

type Row = { id: string; year: number; kind: PeriodeKind; number: number; firstMonth: Month; lastMonth: Month; ratingFrom: LocalDate; ratingUntil: LocalDate; isClosed: boolean };
const COLUMNS = `e.id, e.year, e.kind, e.number, e.first_month as "firstMonth", e.last_month as "lastMonth", e.rating_from as "ratingFrom", e.rating_until as "ratingUntil", e.closed_at is not null as "isClosed"`;

const FIND = {
  name: "evaluation_period_with_standard",
  text: `
    select ${COLUMNS}, s.parameters as standar, ${KALENDER_JSON} as kalender
      from evaluation_period e join standar_penilaian s on s.id = e.standar_id where e.id = $1`,
};

/** One query. Throws `not_found`. */
export async function findPeriod(pool: Pool, id: string): Promise<Period> {
  const { rows } = await pool.query<Row & { standar: StandarPenilaian; kalender: Kalender }>({ ...FIND, values: [id] });
  const row = rows[0];
  if (row === undefined) throw new Problem("not_found");
  const { standar, ...rest } = row;
  return { ...rest, standar: standarLengkap(standar), mulai: firstDayOf(row.firstMonth), selesai: lastDayOf(row.lastMonth) };
}

/** All periods, newest first: some twenty in a year at most, so the list is not paged. */
export async function listPeriods(pool: Pool, today: LocalDate): Promise<EvaluationPeriodView[]> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from evaluation_period e order by e.last_month desc, e.kind, e.number desc limit 200`);
  return rows.map((row) => periodView(row, today));
}

/** As it goes over the wire, with where today stands in it. */
export function periodView(row: Row | Period, today: LocalDate): EvaluationPeriodView {
  const { id, year, kind, number, firstMonth, lastMonth, ratingFrom, ratingUntil } = row;
  const state = row.isClosed ? "closed" : today < ratingFrom ? "running" : today <= ratingUntil ? "rating" : "late";
  return { id, year, kind, number, firstMonth, lastMonth, ratingFrom, ratingUntil, state };
}

/**
 * The day by which it is told who stood how to the pegawai of a period, as `mustPerson` asks for it: its last one, since that day's
 * penilai rates. Whose line ended before keeps sight of the months that were theirs, not of a result that another sets.
 */
export function spanOf(period: Period): { from: LocalDate; until: LocalDate } {
  return { from: period.selesai, until: addDays(period.selesai, 1) };
}
