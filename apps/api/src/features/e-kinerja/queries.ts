import type { Aspek, LampiranKind, LocalDate, Month, Perilaku, Perspektif, Prioritas, SkpStatus } from "@teraju/domain";
import type { Pool } from "pg";

export type Note = { day: LocalDate; result: string | null; text: string };
export type Row = {
  result: string; indikator: string; satuan: string | null; target: number | null; targetText: string | null;
  realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; cause: string | null; evidence: string[];
};
const MONTH = {
  name: "e_kinerja_month",
  text: `select
    coalesce((select json_agg(json_build_object('day', n.day, 'text', n.text, 'result',
        (select h.text from hasil_kerja h join skp s on s.id = h.skp_id where h.line_id = n.line_id and s.person_id = $1 order by s.year desc, s.revision desc limit 1)) order by n.day, n.id)
      from daily_note n where n.person_id = $1 and n.day >= ($2 || '-01')::date and n.day < (($2 || '-01')::date + interval '1 month')), '[]') as notes,
    coalesce((select json_agg(q order by q.position) from (
      select x.position, h.text as result, i.text as indikator, i.satuan, x.target::float8 as target, i.target_text as "targetText", x.realisasi::float8 as realisasi, x.pembilang::float8 as pembilang,
             x.penyebut::float8 as penyebut, x.uraian, x.sentence, x.cause,
             coalesce((select json_agg(coalesce(e.url, case when e.register_number is not null then e.title || ' (' || e.register_number || ')' else e.title end) order by e.created_at, e.id) from evidence e where e.report_row_id = x.id), '[]') as evidence
        from monthly_report r join report_row x on x.report_id = r.id join indikator i on i.id = x.indikator_id join hasil_kerja h on h.id = x.hasil_kerja_id
       where r.person_id = $1 and r.month = $2 and (i.monthly_target is null or i.monthly_target[substr(r.month, 6)::int] is not null)) q), '[]') as rows`,
};
/** Notes and due rows of one person's month, in their order. One query. */
export async function findMonth(pool: Pool, personId: string, month: Month): Promise<{ notes: Note[]; rows: Row[] }> {
  const { rows } = await pool.query<{ notes: Note[]; rows: Row[] }>({ ...MONTH, values: [personId, month] });
  return rows[0] ?? { notes: [], rows: [] };
}

export type PlanRow = { pimpinan: string | null; hasilKerja: string; prioritas: Prioritas; aspek: Aspek | null; perspektif: Perspektif | null; indikator: string | null; target: number | null; targetMin: number | null; targetMax: number | null; targetText: string | null; satuan: string | null; bulan: (number | null)[] | null };
export type Plan = { personId: string; name: string; year: number; status: SkpStatus; effectiveFrom: LocalDate; rows: PlanRow[]; perilaku: { perilaku: Perilaku; ekspektasi: string }[]; lampiran: { kind: LampiranKind; text: string }[] };
const PLAN = {
  name: "e_kinerja_skp",
  text: `select s.person_id as "personId", p.name, s.year, s.status, s.effective_from as "effectiveFrom",
    coalesce((select json_agg(json_build_object('pimpinan', h.intervened_text, 'hasilKerja', h.text, 'prioritas', h.prioritas, 'aspek', i.aspek, 'perspektif', i.perspektif, 'indikator', i.text,
        'target', i.target::float8, 'targetMin', i.target_min::float8, 'targetMax', i.target_max::float8, 'targetText', i.target_text, 'satuan', i.satuan, 'bulan', i.monthly_target::float8[]) order by h.position, i.position)
      from hasil_kerja h left join indikator i on i.hasil_kerja_id = h.id where h.skp_id = s.id), '[]') as rows,
    coalesce((select json_agg(json_build_object('perilaku', x.perilaku, 'ekspektasi', x.ekspektasi)) from skp_perilaku x where x.skp_id = s.id), '[]') as perilaku,
    coalesce((select json_agg(json_build_object('kind', x.kind, 'text', x.text) order by x.kind desc, x.position) from skp_lampiran x where x.skp_id = s.id), '[]') as lampiran
    from skp s join person p on p.id = s.person_id where s.id = $1`,
};
/** An SKP with all that e-Kinerja asks for; a result without an indicator is a row too. One query. */
export async function findPlan(pool: Pool, id: string): Promise<Plan | null> {
  return (await pool.query<Plan>({ ...PLAN, values: [id] })).rows[0] ?? null;
}
