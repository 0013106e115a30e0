import { type BarisPenilai, type Decision, penilaiPeriode } from "@teraju/domain";
import type { Pool } from "pg";
import type { Period } from "./period.ts";

/** Who rates a person's period, who stands above, and where the person sits on its last day. */
export type Raters = { personId: string; penilai: Decision<string | null>; atasanId: string | null; unitId: string; note: string | null };

type Row = BarisPenilai & { pegawai: string };

const ROWS = `
  select r.pegawai_id as pegawai, p.unit_id as unit, p.kind, r.penilai_id as penilai, r.atasan_id as atasan,
         greatest(r.valid_from, p.valid_from) as mulai, least(r.valid_until, p.valid_until) as selesai
    from penilai_relation r
    join placement p on p.person_id = r.pegawai_id and p.kind in ('definitif', 'plt')
     and p.valid_from < coalesce(r.valid_until, 'infinity') and coalesce(p.valid_until, 'infinity') > r.valid_from
   where r.valid_from <= $3 and coalesce(r.valid_until, 'infinity') > $2 and p.valid_from <= $3 and coalesce(p.valid_until, 'infinity') > $2`;

const OF_PERSON = { name: "raters_of_person", text: `${ROWS} and r.pegawai_id = $1 order by 6` };
/** Every pegawai whom $1 rated, or stood above, on a day of the period. */
const OF_ACTOR = {
  name: "raters_of_actor",
  text: `${ROWS} and r.pegawai_id in (select pegawai_id from penilai_relation where (penilai_id = $1 or atasan_id = $1) and valid_from <= $3 and coalesce(valid_until, 'infinity') > $2) order by 1, 6`,
};

function judge(personId: string, rows: readonly Row[], period: Period): Raters | null {
  const penilai = penilaiPeriode({ pegawai: personId, periode: { mulai: period.mulai, selesai: period.selesai }, penempatan: rows, jendelaHari: period.standar.penilaian.jendelaHari });
  const last = rows.findLast((row) => row.mulai <= period.selesai && (row.selesai === null || row.selesai > period.selesai));
  if (last === undefined || penilai.value === null) return null;
  const line = rows.findLast((row) => row.penilai === penilai.value) ?? last;
  return { personId, penilai, atasanId: line.atasan, unitId: last.unit, note: penilai.note ?? null };
}

/** Null where nobody is recorded on the period's last day. One query. */
export async function ratersOf(pool: Pool, period: Period, personId: string): Promise<Raters | null> {
  const { rows } = await pool.query<Row>({ ...OF_PERSON, values: [personId, period.mulai, period.selesai] });
  return judge(personId, rows, period);
}

/** The people of the period whose penilai or atasan the actor is by the rules: each once, wherever they sat before. One query. */
export async function teamOf(pool: Pool, period: Period, actorId: string): Promise<Raters[]> {
  const { rows } = await pool.query<Row>({ ...OF_ACTOR, values: [actorId, period.mulai, period.selesai] });
  const people = Map.groupBy(rows, (row) => row.pegawai);
  return [...people].flatMap(([personId, own]) => judge(personId, own, period) ?? []).filter((raters) => raters.penilai.value === actorId || raters.atasanId === actorId);
}
