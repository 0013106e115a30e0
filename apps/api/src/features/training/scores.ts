import type { LocalDate, Month, Perilaku } from "@teraju/domain";
import type { Pool } from "pg";
import { IS_SUBMITTED } from "../../tree.ts";

export type Attended = { trainingId: string; attended: number; months: Month[]; hindrances: string[] };
const ATTENDED = {
  name: "training_attended",
  text: `select s.training_id as "trainingId", count(*)::int as attended, array_agg(distinct to_char(s.last_day, 'YYYY-MM')) as months,
    coalesce((select json_agg(l.hindrance) from development_look l join training_place q on q.plan_id = l.plan_id join training_session z on z.id = q.session_id where z.training_id = s.training_id and l.hindrance is not null), '[]') as hindrances
    from training_place p join training_session s on s.id = p.session_id where p.has_attended and s.last_day < $1 group by s.training_id`,
};
/** Of each training that somebody attended: how many, in which months it ended, and what stood in the way afterwards. */
export async function findAttended(pool: Pool, today: LocalDate): Promise<Attended[]> {
  return (await pool.query<Attended>({ ...ATTENDED, values: [today] })).rows;
}

/** `hasOtherRaters`: nobody who scored them afterwards had scored them before or sent them; true of a measured figure, which nobody gives. */
export type Scored = { id: string; stratum: string; isTrained: boolean; before: number[]; after: number | null; hasOtherRaters: boolean };

// $1 training, $2 months in which it ended, $3 first and $4 last month after it, counted from its own
const PEOPLE = `ended as (select m from unnest($2::text[]) m),
    seat as (select distinct on (e.m, s.person_id) e.m, s.person_id, p.job_family || '|' || n.kind || '|' || e.m as stratum
      from ended e join placement s on s.kind = 'definitif' and s.valid_from <= (e.m || '-28')::date and (s.valid_until is null or s.valid_until > (e.m || '-28')::date)
      join person p on p.id = s.person_id and p.job_family is not null join tree_version t on t.valid_from <= (e.m || '-28')::date and (t.valid_until is null or t.valid_until > (e.m || '-28')::date)
      join unit_node n on n.tree_id = t.id and n.unit_id = s.unit_id order by e.m, s.person_id, s.valid_from desc),
    trained as (select p.person_id, to_char(s.last_day, 'YYYY-MM') as m, p.nominated_by as sender from training_place p join training_session s on s.id = p.session_id where s.training_id = $1 and p.has_attended),
    span as (select m, to_char((m || '-01')::date - interval '3 months', 'YYYY-MM') as b1, to_char((m || '-01')::date - interval '1 month', 'YYYY-MM') as b2,
      to_char((m || '-01')::date + make_interval(months => $3), 'YYYY-MM') as a1, to_char((m || '-01')::date + make_interval(months => $4), 'YYYY-MM') as a2 from ended),
    eligible as (select seat.*, exists (select from trained t where t.person_id = seat.person_id and t.m = seat.m) as "isTrained",
        coalesce((select array_agg(t.sender) from trained t where t.person_id = seat.person_id), '{}') as senders
      from seat where not exists (select from trained t where t.person_id = seat.person_id and t.m <> seat.m)
       and seat.stratum in (select k.stratum from seat k join trained t on t.person_id = k.person_id and t.m = k.m))`;
/** Of scores `f` of an eligible person `e`: the row of a `Scored`. `isAfter`, `isBefore`: which scores are which; a score without a rater is measured. */
const scored = (isBefore: string, isAfter: string): string => `e.person_id || ' ' || e.m as id, e.stratum, e."isTrained", array_agg(f.score order by f.month) filter (where ${isBefore}) as before, avg(f.score) filter (where ${isAfter}) as after,
      not (coalesce(array_agg(f.rater) filter (where ${isAfter} and f.rater is not null), '{}') && (e.senders || coalesce(array_agg(f.rater) filter (where ${isBefore} and f.rater is not null), '{}'))) as "hasOtherRaters"`;

const [BEFORE, AFTER] = ["f.month between span.b1 and span.b2", "f.month between span.a1 and span.a2"];
const CAPAIAN = {
  name: "training_capaian",
  // A month whose capaian has a worded indicator in it rests on the word of who checked it; else it is measured.
  text: `
    with ${PEOPLE},
    figure as (select r.person_id, r.month, r.capaian::float8 as score,
        case when exists (select from report_row w join indikator i on i.id = w.indikator_id where w.report_id = r.id and w.capaian is not null and i.jenis = 'uraian') then r.penilai_id end as rater
      from monthly_report r where r.capaian is not null and r.month between (select min(b1) from span) and (select max(a2) from span) and ${IS_SUBMITTED})
    select ${scored(BEFORE, AFTER)}
      from eligible e join span using (m) join figure f on f.person_id = e.person_id and f.month between span.b1 and span.a2
     group by e.person_id, e.m, e.stratum, e."isTrained", e.senders
    having count(*) filter (where ${BEFORE}) = 3`,
};
/**
 * Mean capaian of three months before and some months after a training, of who attended and of those of the same job family, kind of unit
 * and month who never did. Who attended twice is left out: what would be before the second is after the first.
 */
export async function findCapaian(pool: Pool, trainingId: string, months: readonly Month[], [from, to]: readonly [number, number]): Promise<Scored[]> {
  return (await pool.query<Scored>({ ...CAPAIAN, values: [trainingId, months, from, to] })).rows;
}

const PERILAKU = {
  name: "training_perilaku",
  // $5 the perilaku. A period that began before the training and went on after it is neither before nor after.
  text: `
    with ${PEOPLE},
    prior as (select m, id from (select span.m, p.id, row_number() over (partition by span.m order by p.last_month desc) as back from span join evaluation_period p on p.kind <> 'tahunan' and p.last_month < span.m) x where back <= 3),
    later as (select span.m, p.id from span join evaluation_period p on p.kind <> 'tahunan' and p.first_month between span.a1 and span.a2),
    figure as (select a.person_id, a.period_id, p.first_month as month, a.penilai_id as rater, case g.rating when 'di_atas' then 3 when 'sesuai' then 2 else 1 end::float8 as score
      from appraisal a join evaluation_period p on p.id = a.period_id join appraisal_rating g on g.appraisal_id = a.id and g.aspect = 'perilaku' and g.target = $5
     where a.is_current and a.status = 'final' and a.period_id in (select id from prior union select id from later)),
    f as (select f.*, c.m, c.is_after from figure f join (select m, id, false as is_after from prior union all select m, id, true from later) c on c.id = f.period_id)
    select ${scored("not f.is_after", "f.is_after")}
      from eligible e join f on f.person_id = e.person_id and f.m = e.m
     group by e.person_id, e.m, e.stratum, e."isTrained", e.senders
    having count(*) filter (where not f.is_after) = 3`,
};
/**
 * The penilai's final rating of one perilaku (1 di bawah, 2 sesuai, 3 di atas ekspektasi, as in the guide) in the last three periods that ended
 * before a training and in the periods that began in some months after it; of the same people as `findCapaian`.
 */
export async function findPerilaku(pool: Pool, trainingId: string, months: readonly Month[], [from, to]: readonly [number, number], perilaku: Perilaku): Promise<Scored[]> {
  return (await pool.query<Scored>({ ...PERILAKU, values: [trainingId, months, from, to, perilaku] })).rows;
}
