import type { Ctx } from "./context.ts";
import { inForce } from "./person-sql.ts";

export type UnitRef = { id: string; name: string; kind: string };

/** The tree in force on day $1, as a CTE named `tree`. */
export const TREE_CTE = `tree as (select id from tree_version t where ${inForce("t", "$1")})`;

/** A report that has been sent, however the check went on; `r` is the report. */
export const IS_SUBMITTED = "r.status in ('submitted', 'checked', 'closed_unreviewed')";

/**
 * CTEs after `tree`: `kid`, the offices directly below unit $2 and the unit's own direct staff; `span`, each one's interval in the
 * tree of each month of $3, since a reorganisation renumbers the tree and a report keeps the number of its own month.
 */
export const KIDS_CTE = `
  kid as (
    select n.unit_id, n.name, n.kind, false as is_direct, n.ord as place, coalesce(n.opd_id, n.unit_id) as opd_id from unit_node n join tree on tree.id = n.tree_id where n.parent_id = $2
    union all
    select n.unit_id, n.name, n.kind, true, n.ord, coalesce(n.opd_id, n.unit_id) from unit_node n join tree on tree.id = n.tree_id where n.unit_id = $2),
  span as (
    select k.unit_id, k.is_direct, m.month, h.ord, case when k.is_direct then h.ord else h.last_ord end as last_ord
      from kid k cross join unnest($3::text[]) as m(month)
      join tree_version v on v.valid_from <= (m.month || '-28')::date and (v.valid_until is null or v.valid_until > (m.month || '-28')::date)
      join unit_node h on h.tree_id = v.id and h.unit_id = k.unit_id)`;

/**
 * Counts of the reports that `where` picks (`r` is the report), one row, zeros where there are none. Reports of one kind are put
 * together first, so that the seven figures are added over a few groups, not over every report (a third faster at 100,000 people).
 * It reads the covering index `monthly_report_tree` alone.
 */
export const monthTally = (where: string): string => `
  select coalesce(sum(g.n), 0)::int as people,
         coalesce(sum(g.n) filter (where g.is_obliged), 0)::int as obliged,
         coalesce(sum(g.n) filter (where g.is_obliged and g.is_submitted), 0)::int as submitted,
         coalesce(sum(g.n) filter (where g.is_obliged and g.is_submitted and not g.is_late), 0)::int as on_time,
         coalesce(sum(g.n) filter (where g.is_obliged and g.status = 'checked'), 0)::int as checked,
         coalesce(sum(g.figures) filter (where g.is_submitted), 0)::int as figures,
         coalesce(sum(g.capaian_sum) filter (where g.is_submitted), 0)::float8 as capaian_sum
    from (select r.status, r.is_late, r.kewajiban = 'wajib_lapor' as is_obliged, ${IS_SUBMITTED} as is_submitted, count(*) as n, count(r.capaian) as figures, sum(r.capaian) as capaian_sum
            from monthly_report r where ${where} group by r.kewajiban, r.status, r.is_late) g`;

const TRAIL = {
  name: "unit_trail",
  text: `with ${TREE_CTE}, it as (select n.* from unit_node n join tree on tree.id = n.tree_id where n.unit_id = $2)
    select n.unit_id as id, n.name, n.kind from unit_node n join tree on tree.id = n.tree_id join it on it.ord between n.ord and n.last_ord order by n.depth`,
};
/** From the city down to this unit, as the tree stands today. */
export async function unitTrail(ctx: Ctx, unitId: string): Promise<UnitRef[]> {
  return (await ctx.pool.query<UnitRef>({ ...TRAIL, values: [ctx.today, unitId] })).rows;
}
