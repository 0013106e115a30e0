import type { Pool } from "pg";
import { v7 } from "uuid";
import { addPerson, addReport, addSkp, type CityUnit, type SmallCity } from "./factories.ts";

export const MEETING_MONTH = "2026-10";
export const MEETING_DAY = "2026-11-19";

/** A planned meeting, straight into the table. Gives its id. */
export async function addMeeting(pool: Pool, city: SmallCity, m: { id?: string; unit: CityUnit; month?: string; date?: string; secretaryId?: string | null; delegateId?: string | null; isCascade?: boolean }): Promise<string> {
  const id = m.id ?? v7();
  await pool.query("insert into evaluation_meeting (id, unit_id, month, date, start_time, place, secretary_id, delegate_id, is_cascade) values ($1,$2,$3,$4,'10:00','Ruang rapat',$5,$6,$7)",
    [id, city.units[m.unit], m.month ?? MEETING_MONTH, m.date ?? MEETING_DAY, m.secretaryId ?? null, m.delegateId ?? null, m.isCascade ?? false]);
  return id;
}

export type Team = Record<"ani" | "bella" | "candra" | "dodi", string>;
/** Four more of Bidang A1, and the reports of all six: Budi asks for help, Citra missed a target, Ani flagged a row, Bella excelled, Candra is plain, Dodi has filed nothing. */
export async function addTeam(pool: Pool, city: SmallCity, month = MEETING_MONTH): Promise<Team> {
  const team = { ani: v7(), bella: v7(), candra: v7(), dodi: v7() };
  for (const [name, id] of Object.entries(team)) await addPerson(pool, { id, name, nip: null, unitId: city.units.bidangA1 });
  await addMonth(pool, city, team, month);
  return team;
}

/** The reports of one month for the people of `addTeam`. */
export async function addMonth(pool: Pool, city: SmallCity, team: Team, month: string): Promise<void> {
  const { budi, citra, kabidA } = city.people;
  const all = { budi, citra, kabidA, ...team };
  for (const [name, personId] of Object.entries(all)) {
    const skp = await addSkpOnce(pool, personId, city);
    const realisasi = name === "citra" ? [8, 10] : name === "bella" ? [30, 10] : [20, 10];
    const { reportId, rowIds } = await addReport(pool, city, { personId, unit: "bidangA1", month, skp, status: name === "dodi" ? "draft" : "checked", ...(name === "dodi" ? {} : { realisasi }) });
    if (name === "budi") await pool.query("update monthly_report set bantuan = 'Satu kendaraan selama dua hari', kendala = 'Jalan tergenang' where id = $1", [reportId]);
    if (name === "ani") await pool.query("update report_row set is_flagged = true where id = $1", [rowIds[0]]);
  }
}

const skps = new WeakMap<SmallCity, Map<string, Awaited<ReturnType<typeof addSkp>>>>();
async function addSkpOnce(pool: Pool, personId: string, city: SmallCity) {
  const known = skps.get(city) ?? new Map<string, Awaited<ReturnType<typeof addSkp>>>();
  skps.set(city, known);
  const skp = known.get(personId) ?? (await addSkp(pool, { personId, year: 2026, unitId: city.units.bidangA1 }));
  known.set(personId, skp);
  return skp;
}

/** Empties the tables between tests. Walls against TRUNCATE are taken down for it and put up again in the same transaction. */
export async function emptyCity(pool: Pool): Promise<void> {
  await pool.query(`do $$
    declare wall record;
    begin
      create temp table walls on commit drop as select tgrelid::regclass as on_table, tgname as name from pg_trigger where tgtype & 32 = 32 and not tgisinternal;
      for wall in select * from walls loop execute format('alter table %s disable trigger %I', wall.on_table, wall.name); end loop;
      truncate person, unit, tree_version, standar_penilaian, hari_khusus, audit, audit_payload cascade;
      for wall in select * from walls loop execute format('alter table %s enable trigger %I', wall.on_table, wall.name); end loop;
    end $$`);
}
