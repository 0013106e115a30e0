import type { LocalDate, Month, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import { isUnrecorded } from "../../opd-start.ts";
import { BKN_CTE, type SumberGroup, sumberGroups } from "../../sumber-count.ts";
import { monthTally, TREE_CTE } from "../../tree.ts";

const DEPARTMENTS = {
  name: "mayor_departments",
  // A department's people are its interval in the tree of each month; a month before the department began counts nobody.
  text: `with ${TREE_CTE}, dept as (select n.* from unit_node n join tree on tree.id = n.tree_id where n.kind in ('opd', 'kecamatan'))
    select d.unit_id as id, d.name, d.kind, h.name as head, h.kind as head_kind, m.month, ${isUnrecorded("d.unit_id", "m.month")} as is_unrecorded, o.predikat as capaian_organisasi, c.*
      from dept d
      left join lateral (select pe.name, p.kind from placement p join jabatan j on j.id = p.jabatan_id and j.is_head join person pe on pe.id = p.person_id
        where p.unit_id = d.unit_id and p.valid_from <= $1 and (p.valid_until is null or p.valid_until > $1) order by (p.kind = 'definitif') desc limit 1) h on true
      left join capaian_organisasi o on o.unit_id = d.unit_id and o.period_id = $3
      cross join unnest($2::text[]) as m(month)
      left join tree_version v on v.valid_from <= (m.month || '-28')::date and (v.valid_until is null or v.valid_until > (m.month || '-28')::date)
      left join unit_node s on s.tree_id = v.id and s.unit_id = d.unit_id
      cross join lateral (${monthTally("r.month = m.month and r.unit_ord between s.ord and s.last_ord")}) c
     order by d.ord, m.month`,
};
export type DepartmentMonth = {
  id: string; name: string; kind: string; head: string | null; head_kind: "definitif" | "plt" | "plh" | null; month: Month; is_unrecorded: boolean; capaian_organisasi: string | null;
  people: number; obliged: number; submitted: number; on_time: number; checked: number; figures: number; capaian_sum: number;
};
/** Every department in every month asked for, with who heads it and the organisation's result of a period. */
export async function departments(pool: Pool, today: LocalDate, months: readonly Month[], periodId: string | null): Promise<DepartmentMonth[]> {
  return (await pool.query<DepartmentMonth>({ ...DEPARTMENTS, values: [today, months, periodId] })).rows;
}

const CITY_PERIOD = {
  name: "mayor_period",
  text: `with per as (select id, year, kind, number, first_month, last_month from evaluation_period where kind <> 'tahunan' and closed_at is not null and rating_until < $1 order by last_month desc, kind limit 1), ${BKN_CTE}
    select per.id, per.year, per.kind, per.number, ${sumberGroups()} as official, coalesce((select json_object_agg(q.predikat, q.n) from (select predikat, count(*)::int as n from appraisal where period_id = per.id and is_current and status = 'final' group by 1) q), '{}') as counts from per`,
};
export type CityPeriod = { id: string; year: number; kind: "bulanan" | "triwulanan" | "tahunan"; number: number; counts: Partial<Record<Predikat, number>>; official: SumberGroup[] };
/** The last closed period, how many of the city have each predikat, and how these stand to the official source. */
export async function cityPeriod(pool: Pool, today: LocalDate): Promise<CityPeriod | null> {
  return (await pool.query<CityPeriod>({ ...CITY_PERIOD, values: [today] })).rows[0] ?? null;
}
