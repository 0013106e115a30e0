import type { Aspect, Ekspektasi, LocalDate, SignedRatingStatus } from "@teraju/domain";
import type { Pool } from "pg";
import { inForce } from "../../person-sql.ts";

type Named = { id: string; name: string };
export type Stored = {
  id: string; version: number; status: SignedRatingStatus; number: string | null; signedOn: LocalDate; hasilKerja: Ekspektasi; perilakuKerja: Ekspektasi; alasanHasilKerja: string | null; alasanPerilaku: string | null;
  basis: { aspect: Aspect; kind: "evidence" | "umpan_balik"; id: string }[]; scanKey: string | null; scanMime: string | null; scanTitle: string | null; scanSha256: string | null;
  enteredBy: Named; enteredOn: LocalDate; confirmedBy: Named | null; confirmedOn: LocalDate | null; returned: { by: string; on: LocalDate; reason: string } | null; appraisalId: string | null;
  /** Who opened the scan as it is now, what was entered being as it is now. */
  seenBy: string | null;
};
const FIND = {
  name: "signed_rating_find",
  text: `select s.id, s.version, s.status, s.number, s.signed_on as "signedOn", s.hasil_kerja as "hasilKerja", s.perilaku as "perilakuKerja", s.alasan_hasil_kerja as "alasanHasilKerja", s.alasan_perilaku as "alasanPerilaku", s.basis,
      s.scan_key as "scanKey", s.scan_mime as "scanMime", s.scan_title as "scanTitle", s.scan_sha256 as "scanSha256", json_build_object('id', e.id, 'name', e.name) as "enteredBy", s.entered_on as "enteredOn",
      case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as "confirmedBy", s.confirmed_on as "confirmedOn", s.appraisal_id as "appraisalId",
      case when r.id is not null then json_build_object('by', r.name, 'on', s.returned_on, 'reason', s.return_reason) end as returned,
      case when s.seen_version = s.version then s.seen_by end as "seenBy"
    from signed_rating s join person e on e.id = s.entered_by left join person c on c.id = s.confirmed_by left join person r on r.id = s.returned_by where s.period_id = $1 and s.person_id = $2`,
};
/** One query. */
export async function findSigned(pool: Pool, { periodId, personId }: { periodId: string; personId: string }): Promise<Stored | null> {
  return (await pool.query<Stored>({ ...FIND, values: [periodId, personId] })).rows[0] ?? null;
}

const KEPALA = { name: "signed_rating_is_kepala", text: `select exists (select from role_assignment a where a.person_id = $1 and a.role = 'bkpsdm_kepala' and ${inForce("a", "$2")}) as is` };
/** Whether a person is the one who confirms all other papers: the head of BKPSDM on that day. */
export async function isKepala(pool: Pool, personId: string, day: LocalDate): Promise<boolean> {
  return (await pool.query<{ is: boolean }>({ ...KEPALA, values: [personId, day] })).rows[0]?.is === true;
}

const HEADS = {
  name: "signed_rating_heads",
  text: `select distinct p.id, p.name from placement l join jabatan j on j.id = l.jabatan_id join person p on p.id = l.person_id
    where j.is_head and j.jenis = 'kepala_daerah' and ${inForce("l", "$1")} order by p.id`,
};
/** Who leads the city on a day: one, where all is well. */
export async function findHeads(pool: Pool, day: LocalDate): Promise<Named[]> {
  return (await pool.query<Named>({ ...HEADS, values: [day] })).rows;
}

const STATES = {
  name: "signed_rating_states",
  text: `select p.id, p.name, (select j.name from placement l join jabatan j on j.id = l.jabatan_id where l.person_id = p.id and ${inForce("l", "$3")} order by (l.kind = 'definitif') desc limit 1) as jabatan,
      coalesce(s.status, case when exists (select from appraisal a where a.period_id = $1 and a.person_id = p.id and a.is_current and a.status = 'final') then 'final' else 'none' end) as state
    from person p left join signed_rating s on s.period_id = $1 and s.person_id = p.id where p.id = any($2) order by p.name, p.id`,
};
export type Line = { id: string; name: string; jabatan: string | null; state: "none" | "final" | SignedRatingStatus };
export async function listStates(pool: Pool, periodId: string, people: readonly string[], day: LocalDate): Promise<Line[]> {
  return (await pool.query<Line>({ ...STATES, values: [periodId, people, day] })).rows;
}

const OF_RESULT = { name: "signed_rating_of_result", text: `select scan_key as "key", scan_mime as mime, scan_title as title from signed_rating where appraisal_id = $1 and status = 'confirmed'` };
export async function findScanOfResult(pool: Pool, appraisalId: string): Promise<{ key: string; mime: string; title: string } | null> {
  return (await pool.query<{ key: string; mime: string; title: string }>({ ...OF_RESULT, values: [appraisalId] })).rows[0] ?? null;
}
