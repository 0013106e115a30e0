import { type Kalender, type LocalDate, standarLengkap, type StandarPenilaian } from "@teraju/domain";
import type { Pool } from "pg";

export type Standard = { readonly id: string; readonly standar: StandarPenilaian; readonly kalender: Kalender };

/** The city's calendar as the rules take it, as one JSON value: special days, and corrections of days past in the order in which they were recorded. */
export const KALENDER_JSON = `json_build_object(
  'libur', coalesce((select json_agg(day order by day) from hari_khusus where kind = 'libur'), '[]'),
  'hariKerjaPengganti', coalesce((select json_agg(day order by day) from hari_khusus where kind = 'pengganti'), '[]'),
  'koreksi', coalesce((select json_agg(json_build_object('day', day, 'kind', kind, 'dicatat', recorded_on) order by recorded_on, recorded_at, id) from hari_koreksi), '[]'))`;

/** The standard in force on a day (an SQL expression) with the city's calendar, as one JSON value: for statements that need it beside their own rows. */
export const standardJson = (day: string): string => `(
  select json_build_object('id', s.id, 'standar', s.parameters, 'kalender', ${KALENDER_JSON})
    from standar_penilaian s where s.valid_from <= ${day} and (s.valid_until is null or s.valid_until > ${day}))`;

const LOAD = { name: "standard_on_day", text: `select ${standardJson("$1::date")} as standard` };

/** The same, or null for a day before the first standard: nothing of ours lies there. One query. */
export async function findStandard(pool: Pool, day: LocalDate): Promise<Standard | null> {
  const { rows } = await pool.query<{ standard: Standard | null }>({ ...LOAD, values: [day] });
  const standard = rows[0]?.standard ?? null;
  return standard === null ? null : whole(standard);
}

/**
 * The standar penilaian in force on a day, with the city's calendar: what the rules take as input. One query.
 * Throws where no standard is in force: then nothing can be judged, and the installation is incomplete.
 */
export async function standardOn(pool: Pool, day: LocalDate): Promise<Standard> {
  return inForce(await findStandard(pool, day), day);
}

/** The standard that a statement brought along. */
export function inForce(standard: Standard | null, day: LocalDate): Standard {
  if (standard === null) throw new Error(`no standar penilaian is in force on ${day}`);
  return whole(standard);
}

/** As the statement brought it, older than some parameters perhaps. */
function whole(standard: Standard): Standard {
  return { ...standard, standar: standarLengkap(standard.standar) };
}
