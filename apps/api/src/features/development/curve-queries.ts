import type { Ekspektasi, LocalDate, Month, PeerFigure, Perilaku, ShownGroup } from "@teraju/domain";
import type { Pool } from "pg";
import { inForce } from "../../person-sql.ts";
import { IS_SUBMITTED } from "../../tree.ts";
import type { PlanRow } from "./queries.ts";

export type Measure = "indikator" | "hasil_kerja" | "capaian";
/** Months by their first days: three before the help, as many after it as are looked at. */
export type Span = { first: Month; last: Month; from: Month; to: Month };

const FIGURES = {
  name: "development_figures",
  // $2-$3 months, $4 what; $5 the result's line, $6 the indicator's line, $7 its kunci: an SKP of another year keeps the words and gives other lines.
  text: `select r.month, r.capaian::float8 as capaian from monthly_report r where $4 = 'capaian' and r.person_id = $1 and r.capaian is not null and ${IS_SUBMITTED} and r.month between $2 and $3
    union all select r.month, avg(w.capaian)::float8 from monthly_report r join report_row w on w.report_id = r.id and w.capaian is not null join indikator i on i.id = w.indikator_id join hasil_kerja h on h.id = w.hasil_kerja_id
     where $4 <> 'capaian' and r.person_id = $1 and ${IS_SUBMITTED} and r.month between $2 and $3 and (($4 = 'hasil_kerja' and h.line_id = $5::uuid) or ($4 = 'indikator' and (i.line_id = $6::uuid or i.kunci = $7))) group by r.month order by 1`,
};
/** A person's capaian by month: of the indicator, of the result, or of the whole report. */
export async function findFigures(pool: Pool, { personId, line, indikator }: Pick<PlanRow, "personId" | "line" | "indikator">, of: Measure, { first, to }: Span): Promise<{ month: Month; capaian: number }[]> {
  return (await pool.query<{ month: Month; capaian: number }>({ ...FIGURES, values: [personId, first, to, of, line?.id ?? null, indikator?.id ?? null, indikator?.kunci ?? null] })).rows;
}

export type Colleagues = { average: number | null; later: number | null; correlation: number | null; n: number; near: number; months: { month: Month; capaian: number }[] };
const COLLEAGUES = {
  name: "development_colleagues",
  // $2-$3 months before, $4-$5 after, $6 kunci of the indicator or null for the whole report, $7 the person's own mean before, $8 session of the training, $9 reach in sd, $10 fewest of whom one speaks
  text: `with seat as materialized (select distinct on (s.person_id) s.person_id, p.job_family, n.kind from placement s join person p on p.id = s.person_id and p.job_family is not null
        join tree_version t on ${inForce("t", "($4 || '-01')::date")} join unit_node n on n.tree_id = t.id and n.unit_id = s.unit_id where s.kind = 'definitif' and ${inForce("s", "($4 || '-01')::date")} order by s.person_id, s.valid_from desc),
      peer as materialized (select o.person_id from seat o join seat own on own.person_id = $1 and own.job_family = o.job_family and own.kind = o.kind
        where o.person_id <> $1 and not exists (select from training_place x where x.session_id = $8::uuid and x.person_id = o.person_id and x.has_attended)),
      report as materialized (select r.id, r.person_id, r.month, r.capaian from monthly_report r where r.person_id in (select person_id from peer) and r.month between $2 and $5 and r.capaian is not null and ${IS_SUBMITTED}),
      figure as materialized (select person_id, month, capaian::float8 as score from report where $6::text is null
        union all select r.person_id, r.month, avg(w.capaian)::float8 from report r join report_row w on w.report_id = r.id and w.capaian is not null join indikator i on i.id = w.indikator_id and i.kunci = $6 group by r.person_id, r.month),
      level as materialized (select person_id, avg(score) filter (where month between $2 and $3) as before, avg(score) filter (where month between $4 and to_char(($4 || '-01')::date + interval '2 months', 'YYYY-MM')) as after
        from figure group by person_id having count(*) filter (where month between $2 and $3) = 3),
      near as materialized (select person_id from level where abs(before - $7::float8) <= $9::float8 * (select stddev_samp(before) from level))
    select avg(before) filter (where after is not null) as average, avg(after) as later, corr(before, after) as correlation, count(*) filter (where after is not null)::int as n, (select count(*)::int from near) as near,
      coalesce((select json_agg(x order by x.month) from (select f.month, avg(f.score) as capaian from figure f where f.person_id in (select person_id from near) group by f.month having count(*) >= $10) x), '[]') as months from level`,
};
/** Colleagues of the same job family and kind of unit with the same indicator, who did not have that training: how their months hang together, and those who stood as high. */
export async function findColleagues(pool: Pool, { personId, indikator, training }: Pick<PlanRow, "personId" | "indikator" | "training">, { first, last, from, to }: Span, near: { score: number; reach: number; fewest: number }): Promise<Colleagues> {
  const { rows } = await pool.query<Colleagues>({ ...COLLEAGUES, values: [personId, first, last, from, to, indikator?.kunci ?? null, near.score, training?.sessionId ?? null, near.reach, near.fewest] });
  return rows[0] ?? { average: null, later: null, correlation: null, n: 0, near: 0, months: [] };
}

export type Rated = { from: Month; until: Month; rating: Ekspektasi; isAfter: boolean };
const RATINGS = {
  name: "development_ratings",
  text: `select first_month as from, last_month as until, rating, "isAfter" from (
      select e.first_month, e.last_month, g.rating, e.first_month > $3 as "isAfter", row_number() over (partition by e.first_month > $3 order by case when e.first_month > $3 then e.first_month end, e.last_month desc) as at
        from appraisal a join evaluation_period e on e.id = a.period_id and e.kind <> 'tahunan' and (e.last_month < $3 or e.first_month > $3) join appraisal_rating g on g.appraisal_id = a.id and g.aspect = 'perilaku' and g.target = $2
       where a.person_id = $1 and a.is_current and a.status = 'final' and a.opened_at is not null) x where at <= 3 order by first_month`,
};
/** Ratings of a perilaku in results that were opened: of the last three periods that ended before a month, and the first three that began after it. */
export async function findRatings(pool: Pool, personId: string, perilaku: Perilaku, doneMonth: Month): Promise<Rated[]> {
  return (await pool.query<Rated>({ ...RATINGS, values: [personId, perilaku, doneMonth] })).rows;
}

export type Heard = { year: number; semester: number; groups: { group: ShownGroup; mean: PeerFigure }[]; isAfter: boolean };
const PEERS = {
  name: "development_peers",
  text: `select year, semester, groups, "isAfter" from (
      select c.year, c.semester, c.answers_from > $3 as "isAfter", row_number() over (partition by c.answers_from > $3 order by case when c.answers_from > $3 then c.answers_from end, c.answers_until desc) as at,
          (select json_agg(json_build_object('group', g ->> 'group', 'mean', b -> 'mean')) from jsonb_array_elements(r.groups) g cross join lateral jsonb_array_elements(g -> 'behaviours') b where b ->> 'perilaku' = $2 and b -> 'mean' <> 'null'::jsonb) as groups
        from peer_cycle c join peer_result r on r.cycle_id = c.id and r.subject_id = $1 and r.withheld is null where c.status = 'released' and (c.answers_until <= $3 or c.answers_from > $3)) x
    where at <= 2 and groups is not null order by year, semester`,
};
/** What colleagues said of a perilaku, as it was released: of the last two cycles that closed by a day, and the first two that opened after it. The same figures that the person's own page of them shows. */
export async function findPeers(pool: Pool, personId: string, perilaku: Perilaku, doneOn: LocalDate): Promise<Heard[]> {
  return (await pool.query<Heard>({ ...PEERS, values: [personId, perilaku, doneOn] })).rows;
}
