import type { LocalDate, Month, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import { isUnrecorded } from "../../opd-start.ts";
import { BKN_CTE, type SumberGroup, sumberGroups } from "../../sumber-count.ts";
import { IS_SUBMITTED, KIDS_CTE, monthTally, TREE_CTE } from "../../tree.ts";

/** W3 (scale.md): every child of a node for every month, from the covering index `monthly_report_tree` alone. */
export const UNIT_MONTHS = {
  name: "city_unit_months",
  text: `with ${TREE_CTE}, ${KIDS_CTE}
    select k.unit_id as id, k.name, k.kind, k.is_direct,
           not k.is_direct and exists (select from unit_node c join tree on tree.id = c.tree_id where c.parent_id = k.unit_id) as has_children, s.month, ${isUnrecorded("k.opd_id", "s.month")} as is_unrecorded, c.*
      from kid k join span s on s.unit_id = k.unit_id and s.is_direct = k.is_direct
      cross join lateral (${monthTally("r.month = s.month and r.unit_ord between s.ord and s.last_ord")}) c
     order by k.is_direct, k.place, s.month`,
};
export type UnitMonth = {
  id: string; name: string; kind: string; is_direct: boolean; has_children: boolean; month: Month; is_unrecorded: boolean;
  people: number; obliged: number; submitted: number; on_time: number; checked: number; figures: number; capaian_sum: number;
};
export async function unitMonths(pool: Pool, today: LocalDate, unitId: string, months: readonly Month[]): Promise<UnitMonth[]> {
  return (await pool.query<UnitMonth>({ ...UNIT_MONTHS, values: [today, unitId, months] })).rows;
}

const PERIODS = {
  name: "city_periods",
  text: "select id, year, kind, number, last_month from evaluation_period where kind <> 'tahunan' and closed_at is not null and rating_until < $1 order by last_month desc, kind limit 12",
};
export type Period = { id: string; year: number; kind: "bulanan" | "triwulanan" | "tahunan"; number: number; last_month: Month };
/** Closed periods, newest first: only what is final is shown to the city. */
export async function closedPeriods(pool: Pool, today: LocalDate): Promise<Period[]> {
  return (await pool.query<Period>({ ...PERIODS, values: [today] })).rows;
}

const DISTRIBUTION = {
  name: "city_distribution",
  text: `with ${TREE_CTE}, ${KIDS_CTE}
    select k.unit_id as id, k.is_direct, o.predikat as capaian_organisasi, coalesce(json_object_agg(c.predikat, c.n) filter (where c.predikat is not null), '{}') as counts
      from kid k join span s on s.unit_id = k.unit_id and s.is_direct = k.is_direct
      left join capaian_organisasi o on o.period_id = $4 and o.unit_id = k.unit_id and not k.is_direct
      left join lateral (select a.predikat, count(*)::int as n from appraisal a
         where a.period_id = $4 and a.unit_ord between s.ord and s.last_ord and a.is_current and a.status = 'final' group by a.predikat) c on true
     group by k.unit_id, k.is_direct, o.predikat, k.place order by k.is_direct, k.place`,
};
export type DistributionRow = { id: string; is_direct: boolean; capaian_organisasi: string | null; counts: Partial<Record<Predikat, number>> };
export async function distribution(pool: Pool, today: LocalDate, unitId: string, period: Period): Promise<DistributionRow[]> {
  return (await pool.query<DistributionRow>({ ...DISTRIBUTION, values: [today, unitId, [period.last_month], period.id] })).rows;
}

const OFFICIAL = {
  name: "city_official",
  text: `with ${TREE_CTE}, it as (select n.ord, n.last_ord from unit_node n join tree on tree.id = n.tree_id where n.unit_id = $2),
      per as (select id, kind, first_month, last_month from evaluation_period where id = $3), ${BKN_CTE}
    select ${sumberGroups("a.unit_ord between (select ord from it) and (select last_ord from it)")} as groups`,
};
/** How the final results of a unit and all below it stand to the official source. One query. */
export async function official(pool: Pool, today: LocalDate, unitId: string, period: Period): Promise<SumberGroup[]> {
  return (await pool.query<{ groups: SumberGroup[] }>({ ...OFFICIAL, values: [today, unitId, period.id] })).rows[0]?.groups ?? [];
}

/** The unit at the top of today's tree. */
export async function rootUnit(pool: Pool, today: LocalDate): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>({ name: "city_root", text: `with ${TREE_CTE} select n.unit_id as id from unit_node n join tree on tree.id = n.tree_id where n.parent_id is null`, values: [today] });
  return rows[0]?.id ?? null;
}

const RECAP = {
  name: "city_recap",
  text: `with tree as (select id from tree_version where valid_from <= ($1 || '-28')::date and (valid_until is null or valid_until > ($1 || '-28')::date))
    select n.unit_id as id, n.parent_id, n.name, n.kind, o.name as opd, c.* from unit_node n join tree on tree.id = n.tree_id left join unit_node o on o.tree_id = n.tree_id and o.unit_id = n.opd_id
      cross join lateral (
        select count(*)::int as people, count(*) filter (where r.kewajiban = 'wajib_lapor')::int as obliged,
               count(*) filter (where r.kewajiban = 'cuti')::int as cuti, count(*) filter (where r.kewajiban = 'tugas_belajar')::int as tugas_belajar,
               count(*) filter (where r.kewajiban in ('belum_mulai', 'tidak_ada_target'))::int as others, count(*) filter (where r.kewajiban = 'tidak_tercatat')::int as unrecorded,
               count(*) filter (where r.kewajiban = 'wajib_lapor' and ${IS_SUBMITTED})::int as submitted,
               count(*) filter (where r.kewajiban = 'wajib_lapor' and ${IS_SUBMITTED} and r.is_late)::int as late,
               count(*) filter (where r.kewajiban = 'wajib_lapor' and r.status = 'checked')::int as checked,
               count(*) filter (where r.kewajiban = 'wajib_lapor' and r.status = 'closed_unreviewed')::int as unreviewed,
               count(r.capaian) filter (where ${IS_SUBMITTED})::int as figures, avg(r.capaian) filter (where ${IS_SUBMITTED})::float8 as capaian
          from monthly_report r where r.month = $1 and r.unit_ord between n.ord and n.last_ord) c
     where c.people > 0 order by n.ord`,
};
export type RecapRow = { id: string; parent_id: string | null; name: string; kind: string; opd: string | null; people: number; obliged: number; cuti: number; tugas_belajar: number; others: number; unrecorded: number; submitted: number; late: number; checked: number; unreviewed: number; figures: number; capaian: number | null };
export async function recap(pool: Pool, month: Month): Promise<RecapRow[]> {
  return (await pool.query<RecapRow>({ ...RECAP, values: [month] })).rows;
}
