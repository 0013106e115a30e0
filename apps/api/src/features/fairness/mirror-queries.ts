import type { Pool } from "pg";

export type Habits = { raterId: string; cycleId: string; forms: number; leniency: number; leniencyVariance: number; spread: number | null; spreadDegrees: number; halo: number | null; haloOthers: number | null; straight: number };
const HABITS = {
  name: "mirror_habits",
  text: `select r.rater_id as "raterId", r.cycle_id as "cycleId", r.forms, r.leniency::float8 as leniency, r.leniency_variance::float8 as "leniencyVariance", r.spread::float8 as spread, r.spread_degrees as "spreadDegrees",
      r.halo::float8 as halo, r.halo_others::float8 as "haloOthers", r.straight from peer_rater_stat r where r.cycle_id = any($1) order by r.rater_id, r.cycle_id`,
};
/** What the seals of these cycles kept of every rater. */
export async function findHabits(pool: Pool, cycleIds: readonly string[]): Promise<Habits[]> {
  return (await pool.query<Habits>({ ...HABITS, values: [cycleIds] })).rows;
}
const RATED = { name: "mirror_period", text: `select e.id from evaluation_period e where e.kind <> 'tahunan' and exists (select from appraisal a where a.period_id = e.id and a.penilai_id = $1 and a.is_current and a.status = 'final') order by e.last_month desc limit 1` };
/** The last period in which the person has made a rating final; null where there is none. */
export async function findRatedPeriod(pool: Pool, penilaiId: string): Promise<string | null> {
  return (await pool.query<{ id: string }>({ ...RATED, values: [penilaiId] })).rows[0]?.id ?? null;
}
const WARM_UPS = { name: "mirror_warm_ups", text: "select year, levels from warm_up where person_id = $1 order by year desc" };
export async function findWarmUps(pool: Pool, personId: string): Promise<{ year: number; levels: number[] }[]> {
  return (await pool.query<{ year: number; levels: number[] }>({ ...WARM_UPS, values: [personId] })).rows;
}
