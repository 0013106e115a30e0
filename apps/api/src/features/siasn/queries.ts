import type { SiasnResult } from "@teraju/domain";
import type { Pool } from "pg";

export type ResultForSiasn = Omit<SiasnResult, "periode"> & { kind: SiasnResult["periode"]["kind"]; year: number; number: number; firstMonth: string; lastMonth: string; isCurrent: boolean };
const FIND = {
  name: "siasn_result",
  // The penilai's post on the last day of the period.
  text: `select e.kind, e.year, e.number, e.first_month as "firstMonth", e.last_month as "lastMonth", a.hasil_kerja as "hasilKerja", a.perilaku, a.predikat, a.is_current as "isCurrent", p.nip as "pegawaiNip",
      json_build_object('nip', k.nip, 'name', k.name, 'golongan', k.golongan, 'jabatan', a.facts #>> '{penilai,jabatan}',
        'unit', (select n.name from placement s join unit_node n on n.unit_id = s.unit_id join tree_version t on t.id = n.tree_id, lateral (select (e.last_month || '-01')::date + interval '1 month' - interval '1 day' as d) day
          where s.person_id = k.id and s.valid_from <= d and (s.valid_until is null or s.valid_until > d) and t.valid_from <= d and (t.valid_until is null or t.valid_until > d) order by (s.kind = 'definitif') desc limit 1)) as penilai
    from appraisal a join evaluation_period e on e.id = a.period_id join person p on p.id = a.person_id join person k on k.id = a.penilai_id where a.id = $1 and a.status = 'final'`,
};
/** A final result as SIASN asks for it. One query. */
export async function findResultForSiasn(pool: Pool, id: string): Promise<ResultForSiasn | null> {
  return (await pool.query<ResultForSiasn>({ ...FIND, values: [id] })).rows[0] ?? null;
}
