import type { HariUbah, JamBerjalan, LocalDate, Month, PeriodeKind, StandarPenilaian } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";
import { hariKoreksi } from "#db/schema/standard.ts";

export type DayRow = { day: LocalDate; kind: "libur" | "pengganti"; name: string; basis: string };
/** Special days as corrected last: a correction of a day holds over what stood there. */
const DAYS = `(
  select h.day, h.kind, h.name, h.basis from hari_khusus h where not exists (select from hari_koreksi k where k.day = h.day)
  union all select k.day, k.kind, k.name, k.basis from (select distinct on (day) * from hari_koreksi order by day, recorded_on desc, recorded_at desc, id desc) k where k.kind is not null) d`;
const YEAR = { name: "calendar_year", text: `select day, kind, name, basis from ${DAYS} where day >= $1 and day < $2 order by day` };
/** The special days on [from, until). */
export async function findDays(pool: Pool, from: LocalDate, until: LocalDate): Promise<DayRow[]> {
  return (await pool.query<DayRow>({ ...YEAR, values: [from, until] })).rows;
}
const SOME = { name: "calendar_days", text: `select day, kind, name, basis from ${DAYS} where day = any ($1::date[])` };
export async function findTheseDays(pool: Pool, days: readonly LocalDate[]): Promise<DayRow[]> {
  return (await pool.query<DayRow>({ ...SOME, values: [days] })).rows;
}

export type CorrectionRow = { id: string; day: LocalDate; kind: "libur" | "pengganti" | null; name: string; basis: string; reason: string; on: LocalDate; by: string };
const CORRECTIONS = {
  name: "calendar_corrections",
  text: `select k.id, k.day, k.kind, k.name, k.basis, k.reason, k.recorded_on as on, p.name as by from hari_koreksi k join person p on p.id = k.recorded_by
     where k.day >= $1 and k.day < $2 order by k.recorded_on desc, k.recorded_at desc, k.id desc limit 200`,
};
/** Corrections of days on [from, until), the newest first. */
export async function findCorrections(pool: Pool, from: LocalDate, until: LocalDate): Promise<CorrectionRow[]> {
  return (await pool.query<CorrectionRow>({ ...CORRECTIONS, values: [from, until] })).rows;
}

const RECEIVED = "coalesce(least((a.opened_at at time zone 'Asia/Jakarta')::date, h.handed_on), (a.opened_at at time zone 'Asia/Jakarta')::date, h.handed_on)";
/** Legal clocks that may still run since $1: documents with who signed them, with who received them, objections not yet filed and not yet decided. */
const CLOCKS = {
  name: "calendar_running_clocks",
  text: `with a as (
      select a.id, a.finalized_on as signed, ${RECEIVED} as received, a.facts #>> '{penilai,sebagai}' as sebagai, coalesce((a.facts #>> '{penilai,isKepalaDaerah}')::boolean, false) as final
        from appraisal a left join result_handover h on h.appraisal_id = a.id where a.status = 'final' and a.is_current and a.finalized_on >= $1::date - 60)
    select peristiwa, to_char(mulai, 'YYYY-MM-DD') as mulai, count(*)::int as n from (
      select 'penyampaian' as peristiwa, signed as mulai from a where received is null and sebagai = 'penilai'
      union all select 'pengembalian', received from a where received is not null and sebagai = 'penilai' and not exists (select from result_return b where b.appraisal_id = a.id)
      union all select 'keberatan', received from a where received is not null and sebagai = 'penilai' and not final and not exists (select from keberatan k where k.appraisal_id = a.id)
      union all select 'keputusan', k.filed_on from keberatan k where k.status <> 'decided') c
     where mulai >= $1 group by 1, 2 order by 2, 1`,
};
export async function findRunningClocks(pool: Pool, since: LocalDate): Promise<JamBerjalan[]> {
  return (await pool.query<JamBerjalan>({ ...CLOCKS, values: [since] })).rows;
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

/** Adds the corrections of days past. */
export async function addCorrections(tx: Tx, changes: readonly HariUbah[], { on, at, by }: { on: LocalDate; at: string; by: string }): Promise<void> {
  if (changes.length > 0) await tx.insert(hariKoreksi).values(changes.map(({ day, kind, name, basis, alasan }) => ({ day, kind, name, basis, reason: alasan ?? "", recordedOn: on, recordedAt: at, recordedBy: by })));
}

/** Writes the days to come; an ordinary day again is no row. */
export async function writeDays(tx: Tx, changes: readonly HariUbah[]): Promise<void> {
  for (const { day, kind, name, basis } of changes) {
    await tx.execute(kind === null ? sql`delete from hari_khusus where day = ${day}` : sql`insert into hari_khusus (day, kind, name, basis) values (${day}, ${kind}, ${name}, ${basis})
      on conflict (day) do update set kind = excluded.kind, name = excluded.name, basis = excluded.basis`);
  }
}
