import type { LocalDate, Month } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/audit.ts";

export type Source = "recorded" | "tree";
export type Line = { id: string; pegawaiId: string; penilaiId: string; atasanId: string | null; basis: string | null; source: Source; mulai: LocalDate; selesai: LocalDate | null };
/** Lines of these people in force on that day or later, oldest first; nobody else changes them meanwhile. */
export async function findLines(tx: Tx, people: readonly string[], from: LocalDate): Promise<Line[]> {
  const { rows } = await tx.execute<Line>(sql`
    select r.id, r.pegawai_id as "pegawaiId", r.penilai_id as "penilaiId", r.atasan_id as "atasanId", r.basis, r.source, r.valid_from::text as mulai, r.valid_until::text as selesai
      from penilai_relation r where r.pegawai_id in (select jsonb_array_elements_text(${JSON.stringify(people)}::jsonb)::uuid) and (r.valid_until is null or r.valid_until > ${from})
     order by r.pegawai_id, r.valid_from for update`);
  return rows;
}

type NewRow = Omit<Line, "id">;
export type Plan = { end: { id: string; until: LocalDate }[]; remove: string[]; begin: NewRow[] };
/** Ends first, then what had not begun, then the new ones: the wall against two lines on one day sees them in that order. */
export async function writePlan(tx: Tx, { end, remove, begin }: Plan): Promise<void> {
  await tx.execute(sql`update penilai_relation r set valid_until = d.until from jsonb_to_recordset(${JSON.stringify(end)}::jsonb) as d(id uuid, until date) where r.id = d.id`);
  await tx.execute(sql`delete from penilai_relation where id in (select jsonb_array_elements_text(${JSON.stringify(remove)}::jsonb)::uuid)`);
  await tx.execute(sql`
    insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, basis, source, valid_from, valid_until)
    select gen_random_uuid(), d."pegawaiId", d."penilaiId", d."atasanId", d.basis, d.source, d.mulai, d.selesai
      from jsonb_to_recordset(${JSON.stringify(begin)}::jsonb) as d("pegawaiId" uuid, "penilaiId" uuid, "atasanId" uuid, basis text, source text, mulai date, selesai date)`);
}

export async function findNames(tx: Tx, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`select id, name from person where id in (select jsonb_array_elements_text(${JSON.stringify(people)}::jsonb)::uuid)`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Sent and returned reports of months from that one on go to the new penilai; each gets a new version. Gives how many. */
export async function moveSentReports(tx: Tx, moved: readonly { pegawaiId: string; after: string }[], from: Month): Promise<number> {
  const { rows } = await tx.execute(sql`
    update monthly_report r set penilai_id = d.after, version = r.version + 1 from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as d("pegawaiId" uuid, after uuid)
     where r.person_id = d."pegawaiId" and r.month >= ${from} and r.status in ('submitted', 'returned') and r.penilai_id is distinct from d.after returning r.id`);
  return rows.length;
}
