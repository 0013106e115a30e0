import type { Kalender, LocalDate, StandarPenilaian } from "@teraju/domain";
import type { Pool } from "pg";

export type Standard = { readonly id: string; readonly standar: StandarPenilaian; readonly kalender: Kalender };

const LOAD = {
  name: "standard_on_day",
  text: `
    select s.id, s.parameters,
           coalesce((select json_agg(day order by day) from hari_khusus where kind = 'libur'), '[]') as libur,
           coalesce((select json_agg(day order by day) from hari_khusus where kind = 'pengganti'), '[]') as pengganti
      from standar_penilaian s where s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)`,
};

/**
 * The standar penilaian in force on a day, with the city's calendar: what the rules take as input. One query.
 * Throws where no standard is in force: then nothing can be judged, and the installation is incomplete.
 */
export async function standardOn(pool: Pool, day: LocalDate): Promise<Standard> {
  const { rows } = await pool.query<{ id: string; parameters: StandarPenilaian; libur: LocalDate[]; pengganti: LocalDate[] }>({ ...LOAD, values: [day] });
  const row = rows[0];
  if (row === undefined) throw new Error(`no standar penilaian is in force on ${day}`);
  return { id: row.id, standar: row.parameters, kalender: { libur: row.libur, hariKerjaPengganti: row.pengganti } };
}
