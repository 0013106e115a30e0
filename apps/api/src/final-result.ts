import type { Decision, Ekspektasi, FaktaPenilaian, LocalDate, PengembalianAnswer, Predikat } from "@teraju/domain";
import type { Pool } from "pg";

/** A final result as it was set, for its reader and for a keberatan about it. */
export type ResultRow = {
  id: string; periodId: string; /** The perangkat daerah of the pegawai; null for who sits in none. */ opdId: string | null; personId: string; penilaiId: string; revision: number; isCurrent: boolean; predikat: Predikat; indeks: number | null;
  saranHasilKerja: Ekspektasi | null; saranPerilaku: Ekspektasi | null; facts: FaktaPenilaian; decision: Decision<Predikat> | null; digest: string; rulebook: string;
  isAfterPola: boolean; finalizedOn: LocalDate; openedAt: string | null; openedOn: LocalDate | null;
  /** Handed over on paper. */
  handover: { on: LocalDate; isSigned: boolean } | null;
  /** Given back by the pegawai, signed or refusing to sign. */
  returned: { answer: PengembalianAnswer; on: LocalDate; at: string } | null;
  /** Reported to the PyB. */
  report: { on: LocalDate; isKeberatanRunning: boolean } | null;
  revisions: { id: string; revision: number; predikat: Predikat; finalizedOn: LocalDate; isCurrent: boolean }[];
};

const FIND = {
  name: "result_find",
  text: `
    select a.id, a.period_id as "periodId", a.opd_id as "opdId", a.person_id as "personId", a.penilai_id as "penilaiId", a.revision, a.is_current as "isCurrent", a.predikat, a.indeks::float8 as indeks,
           a.saran_hasil_kerja as "saranHasilKerja", a.saran_perilaku as "saranPerilaku", a.facts, a.decision, a.digest, a.rulebook, a.is_after_pola as "isAfterPola", a.finalized_on as "finalizedOn",
           to_json(a.opened_at) #>> '{}' as "openedAt", (a.opened_at at time zone 'Asia/Jakarta')::date as "openedOn",
           (select json_build_object('on', h.handed_on, 'isSigned', h.is_signed) from result_handover h where h.appraisal_id = a.id) as handover,
           (select json_build_object('answer', b.answer, 'on', b.returned_on, 'at', to_json(b.returned_at) #>> '{}') from result_return b where b.appraisal_id = a.id) as returned,
           (select json_build_object('on', r.reported_on, 'isKeberatanRunning', r.is_keberatan_running) from result_report r where r.appraisal_id = a.id) as report,
           (select json_agg(json_build_object('id', b.id, 'revision', b.revision, 'predikat', b.predikat, 'finalizedOn', b.finalized_on, 'isCurrent', b.is_current) order by b.revision)
              from appraisal b where b.period_id = a.period_id and b.person_id = a.person_id and b.status = 'final') as revisions
      from appraisal a where a.id = $1 and a.status = 'final'`,
};
/** A final result, whole. One query; null where there is none. */
export async function findResult(pool: Pool, id: string): Promise<ResultRow | null> {
  return (await pool.query<ResultRow>({ ...FIND, values: [id] })).rows[0] ?? null;
}
