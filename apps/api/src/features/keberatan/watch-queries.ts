import type { AlihAtasan, KeberatanStatus, LocalDate } from "@teraju/domain";
import type { Pool } from "pg";

export type OpenRow = {
  id: string; version: number; periodId: string; unit: string; status: KeberatanStatus; filedOn: LocalDate; personId: string; penilaiId: string; atasanId: string; nextId: string | null;
  pegawai: string; penilai: string; atasan: string; next: string | null; timesReassigned: number;
};
const OPEN = {
  name: "keberatan_open",
  text: `
    select k.id, k.version, a.period_id as "periodId", (select n.name from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = a.opd_id order by t.valid_from desc limit 1) as unit,
           k.status, k.filed_on as "filedOn", k.person_id as "personId", k.penilai_id as "penilaiId", k.atasan_id as "atasanId", r.penilai_id as "nextId",
           p.name as pegawai, s.name as penilai, t.name as atasan, x.name as next, (select count(*)::int from keberatan_reassignment m where m.keberatan_id = k.id) as "timesReassigned"
      from keberatan k join appraisal a on a.id = k.appraisal_id join person p on p.id = k.person_id join person s on s.id = k.penilai_id join person t on t.id = k.atasan_id
      left join penilai_relation r on r.pegawai_id = k.atasan_id and r.valid_from <= $1 and (r.valid_until is null or r.valid_until > $1) left join person x on x.id = r.penilai_id
     where k.status <> 'decided' order by k.filed_on, k.id limit 500`,
};
/** Keberatan that wait, with who stands above their atasan today. */
export async function listOpen(pool: Pool, day: LocalDate): Promise<OpenRow[]> {
  return (await pool.query<OpenRow>({ ...OPEN, values: [day] })).rows;
}

const DECIDED = { name: "keberatan_decided", text: "select k.filed_on as \"filedOn\", k.decided_on as \"decidedOn\", a.period_id as \"periodId\" from keberatan k join appraisal a on a.id = k.appraisal_id where k.decided_on >= $1" };
export async function listDecidedSince(pool: Pool, day: LocalDate): Promise<{ filedOn: LocalDate; decidedOn: LocalDate; periodId: string }[]> {
  return (await pool.query<{ filedOn: LocalDate; decidedOn: LocalDate; periodId: string }>({ ...DECIDED, values: [day] })).rows;
}

const MOVES = { name: "keberatan_moves", text: `select f.name as "from", t.name as "to", m.ground, m.basis, m."on" from keberatan_reassignment m join person f on f.id = m.from_id join person t on t.id = m.to_id where m.keberatan_id = $1 order by m."on", m.id` };
export type Move = { from: string; to: string; ground: AlihAtasan; basis: string; on: LocalDate };
export async function listMoves(pool: Pool, id: string): Promise<Move[]> {
  return (await pool.query<Move>({ ...MOVES, values: [id] })).rows;
}
