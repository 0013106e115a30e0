import type { LocalDate, StandarPenilaian } from "@teraju/domain";
import type { Pool } from "pg";
import { startOf } from "../../opd-start.ts";

const MINE = {
  name: "blind_mine",
  text: `select e.id as "periodId", s.parameters as standar, f.sent_on as "sentOn", (select count(*) from blind_form b where b.period_id = e.id and b.person_id = $1) = 2 as "isOpen"
    from evaluation_period e join standar_penilaian s on s.id = e.standar_id left join blind_form f on f.period_id = e.id and f.person_id = $1 and f.side = 'pegawai'
   where e.kind = 'tahunan' and e.rating_from <= $2 and exists (select from skp k where k.person_id = $1 and k.year = e.year and k.status = 'set') and not coalesce(e.last_month < ${startOf("$1", "$2")}, false) order by e.year desc limit 10`,
};
/** The years of a pegawai with an SKP whose rating has begun, none that ended before the OPD used Teraju, and whether the own ratings are locked. */
export async function findMine(pool: Pool, personId: string, today: LocalDate): Promise<{ periodId: string; standar: StandarPenilaian; sentOn: LocalDate | null; isOpen: boolean }[]> {
  return (await pool.query<{ periodId: string; standar: StandarPenilaian; sentOn: LocalDate | null; isOpen: boolean }>({ ...MINE, values: [personId, today] })).rows;
}

const NAME = { name: "blind_person", text: "select name from person where id = $1" };
export async function findName(pool: Pool, personId: string): Promise<string | null> {
  return (await pool.query<{ name: string }>({ ...NAME, values: [personId] })).rows[0]?.name ?? null;
}
