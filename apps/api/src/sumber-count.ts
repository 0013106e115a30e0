import { type BknRating, type Ekspektasi, type Predikat, sumberState, type SumberState } from "@teraju/domain";

/**
 * CTE `bkn`: one line for each NIP of the newest kept report of e-Kinerja BKN over exactly the months of `per` (id, kind, first_month,
 * last_month), chosen as bkn-rating.ts chooses it: a definitive post before an acting one, a rated line before an empty one.
 */
export const BKN_CTE = `bkn as (select distinct on (1) ltrim(b.nip, '''') as nip, b.hasil_kerja, b.perilaku, b.predikat
    from per join bkn_report r on r.is_current and r.kind = 'penilaian' and r.first_month = per.first_month and r.last_month = per.last_month and (r.period_kind = 'tahunan') = (per.kind = 'tahunan')
      join bkn_row b on b.report_id = r.id
   order by 1, b.is_acting, (b.hasil_kerja is null), r.kept_at desc, b.line)`;

/** Final results of `per` as JSON, those alike counted together, each with what e-Kinerja says; `and` narrows them (a: the appraisal). */
export const sumberGroups = (and = "true"): string => `(select coalesce(json_agg(g), '[]') from (
    select a.hasil_kerja as "hasilKerja", a.perilaku, a.predikat, case when b.nip is not null then json_build_object('hasilKerja', b.hasil_kerja, 'perilaku', b.perilaku, 'predikat', b.predikat)::jsonb end as bkn, count(*)::int as n
      from per join appraisal a on a.period_id = per.id and a.is_current and a.status = 'final' join person p on p.id = a.person_id left join bkn b on b.nip = p.nip
     where ${and} group by 1, 2, 3, 4) g)`;
export type SumberGroup = { hasilKerja: Ekspektasi; perilaku: Ekspektasi; predikat: Predikat; bkn: BknRating | null; n: number };

/** How many people are in each state beside the official source; the rule itself is the domain's. */
export function countSumber(groups: readonly SumberGroup[]): Record<SumberState, number> {
  const of = (state: SumberState) => groups.reduce((sum, group) => sum + (sumberState(group, group.bkn) === state ? group.n : 0), 0);
  return { belum_dicocokkan: of("belum_dicocokkan"), belum_dinilai_bkn: of("belum_dinilai_bkn"), cocok: of("cocok"), berbeda: of("berbeda") };
}
