import type { HariUbah, LocalDate, Month, PeriodeKind, StandarPenilaian } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";

export type DayRow = { day: LocalDate; kind: "libur" | "pengganti"; name: string; basis: string };
const YEAR = { name: "calendar_year", text: "select day, kind, name, basis from hari_khusus where day >= $1 and day < $2 order by day" };
/** The special days on [from, until). */
export async function findDays(pool: Pool, from: LocalDate, until: LocalDate): Promise<DayRow[]> {
  return (await pool.query<DayRow>({ ...YEAR, values: [from, until] })).rows;
}
const SOME = { name: "calendar_days", text: "select day, kind, name, basis from hari_khusus where day = any ($1::date[])" };
export async function findTheseDays(pool: Pool, days: readonly LocalDate[]): Promise<DayRow[]> {
  return (await pool.query<DayRow>({ ...SOME, values: [days] })).rows;
}

export type PeriodRow = { id: string; year: number; kind: PeriodeKind; number: number; lastMonth: Month; ratingUntil: LocalDate; standar: StandarPenilaian };
const PERIODS = {
  name: "calendar_open_periods",
  text: `select e.id, e.year, e.kind, e.number, e.last_month as "lastMonth", e.rating_until as "ratingUntil", s.parameters as standar from evaluation_period e join standar_penilaian s on s.id = e.standar_id
     where e.closed_at is null and e.rating_until >= $1 order by e.last_month, e.kind limit 100`,
};
/** Periods whose rating can still move. */
export async function findOpenPeriods(pool: Pool, today: LocalDate): Promise<PeriodRow[]> {
  return (await pool.query<PeriodRow>({ ...PERIODS, values: [today] })).rows;
}

const MEETINGS = { name: "calendar_meetings", text: "select count(*)::int as n from evaluation_meeting where status = 'planned' and date = any ($1::date[])" };
export async function countMeetings(pool: Pool, days: readonly LocalDate[]): Promise<number> {
  return (await pool.query<{ n: number }>({ ...MEETINGS, values: [days] })).rows[0]?.n ?? 0;
}

const EXTRA = {
  name: "calendar_extension",
  text: `select e.extra_days as "extraDays", e.reason from report_extension e join unit_node n on n.unit_id = e.unit_id
      join tree_version t on t.id = n.tree_id and t.valid_from <= ($1 || '-01')::date and (t.valid_until is null or t.valid_until > ($1 || '-01')::date)
      join unit_node u on u.tree_id = t.id and u.ord between n.ord and n.last_ord
     where e.month = $1::text and u.unit_id = coalesce($2::uuid, (select l.unit_id from placement l where l.person_id = $3 and l.kind = 'definitif' and l.valid_from <= $4 and (l.valid_until is null or l.valid_until > $4) limit 1))
     order by e.extra_days desc limit 1`,
};
/** What an outage added to the month for a unit, or for the one on which a person sits. */
export async function findExtension(pool: Pool, month: Month, unitId: string | null, personId: string, today: LocalDate): Promise<{ extraDays: number; reason: string } | null> {
  return (await pool.query<{ extraDays: number; reason: string }>({ ...EXTRA, values: [month, unitId, personId, today] })).rows[0] ?? null;
}

/** Writes the days; an ordinary day again is no row. */
export async function writeDays(tx: Tx, changes: readonly HariUbah[]): Promise<void> {
  for (const { day, kind, name, basis } of changes) {
    await tx.execute(kind === null ? sql`delete from hari_khusus where day = ${day}` : sql`insert into hari_khusus (day, kind, name, basis) values (${day}, ${kind}, ${name}, ${basis})
      on conflict (day) do update set kind = excluded.kind, name = excluded.name, basis = excluded.basis`);
  }
}
