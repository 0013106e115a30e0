import type { LocalDate, Month, Perilaku } from "@teraju/domain";
import type { Pool } from "pg";
import { inForce } from "../../person-sql.ts";
import { IS_SUBMITTED } from "../../tree.ts";

export type Attended = {
  trainingId: string; attended: number; months: Month[];
  /** People whose plan named an indicator, and those indicators that several plans aim at. */
  aiming: number; indikator: string[];
  hindrances: string[];
};
const ATTENDED = {
  name: "training_attended",
  // $2: fewest plans of whose indicator one speaks
  text: `select s.training_id as "trainingId", count(*)::int as attended, array_agg(distinct to_char(s.last_day, 'YYYY-MM')) as months, count(distinct p.person_id) filter (where d.indikator_kunci is not null)::int as aiming,
    coalesce((select json_agg(x.text order by x.text) from (select min(a.indikator_text) as text from training_place q join training_session z on z.id = q.session_id join development_plan a on a.id = q.plan_id
      where z.training_id = s.training_id and q.has_attended and z.last_day < $1 and a.indikator_kunci is not null group by a.indikator_kunci having count(*) >= $2) x), '[]') as indikator,
    coalesce((select json_agg(l.hindrance) from development_look l join training_place q on q.plan_id = l.plan_id join training_session z on z.id = q.session_id where z.training_id = s.training_id and l.hindrance is not null), '[]') as hindrances
    from training_place p join training_session s on s.id = p.session_id left join development_plan d on d.id = p.plan_id where p.has_attended and s.last_day < $1 group by s.training_id`,
};
/** Of each training that somebody attended: how many, in which months it ended, what they aimed at, and what stood in the way afterwards. */
export async function findAttended(pool: Pool, today: LocalDate, fewest: number): Promise<Attended[]> {
  return (await pool.query<Attended>({ ...ATTENDED, values: [today, fewest] })).rows;
}

/** Somebody who took a training that ended in the month `m`, or a colleague of the same job family, kind of unit and month who never did. */
export type Eligible = { trainingId: string; perilaku: Perilaku | null; personId: string; m: Month; stratum: string; isTrained: boolean; senders: string[]; /** Of the indicator that their plan aims at. */ kunci: string | null };
const ELIGIBLE = {
  name: "training_eligible",
  text: `
    with attended as (select s.training_id, p.person_id, to_char(s.last_day, 'YYYY-MM') as m, p.nominated_by as sender, d.indikator_kunci as kunci
        from training_place p join training_session s on s.id = p.session_id left join development_plan d on d.id = p.plan_id where p.has_attended and s.last_day < $1),
      trained as materialized (select training_id, person_id, min(m) as m, count(distinct m) as times, array_agg(distinct sender) as senders, min(kunci) as kunci from attended group by training_id, person_id),
      ended as materialized (select m, (m || '-28')::date as day from (select distinct m from trained) x),
      seat as materialized (select distinct on (e.m, s.person_id) e.m, s.person_id, p.job_family || '|' || n.kind || '|' || e.m as stratum
        from ended e join placement s on s.kind = 'definitif' and ${inForce("s", "e.day")} join person p on p.id = s.person_id and p.job_family is not null
        join tree_version t on ${inForce("t", "e.day")} join unit_node n on n.tree_id = t.id and n.unit_id = s.unit_id order by e.m, s.person_id, s.valid_from desc),
      compared as materialized (select distinct t.training_id, k.stratum from trained t join seat k on k.person_id = t.person_id and k.m = t.m)
    select x.training_id as "trainingId", c.perilaku, k.person_id as "personId", k.m, k.stratum, t.person_id is not null as "isTrained", coalesce(t.senders, '{}') as senders, t.kunci
      from compared x join training c on c.id = x.training_id join seat k on k.stratum = x.stratum left join trained t on t.training_id = x.training_id and t.person_id = k.person_id
     where t.person_id is null or (t.times = 1 and t.m = k.m)`,
};
/** All of whom any training that somebody attended can speak. Who attended it twice is left out: what would be before the second is after the first. */
export async function findEligible(pool: Pool, today: LocalDate): Promise<Eligible[]> {
  return (await pool.query<Eligible>({ ...ELIGIBLE, values: [today] })).rows;
}

/** Periods of evaluation (not annual) and released cycles of colleagues: when each begins and ends. */
export type Occasions = { periods: { id: string; first: Month; last: Month }[]; cycles: { id: string; from: LocalDate; until: LocalDate }[] };
const OCCASIONS = {
  name: "training_occasions",
  text: `select coalesce((select json_agg(json_build_object('id', p.id, 'first', p.first_month, 'last', p.last_month)) from evaluation_period p where p.kind <> 'tahunan'), '[]') as periods,
    coalesce((select json_agg(json_build_object('id', c.id, 'from', c.answers_from, 'until', c.answers_until)) from peer_cycle c where c.status = 'released'), '[]') as cycles`,
};
export async function findOccasions(pool: Pool): Promise<Occasions> {
  return (await pool.query<Occasions>(OCCASIONS)).rows[0] ?? { periods: [], cycles: [] };
}

/** One score of somebody: when (a month, or the id of a period or cycle), and who gave it; null where nobody gives it. */
export type Score = { personId: string; at: string; score: number; rater: string | null };
type Asked = { people: readonly string[]; at: readonly string[] };

const CAPAIAN = {
  name: "training_capaian",
  // Which SKP have words to check is asked once, and hashed; only their reports are looked into.
  text: `select r.person_id as "personId", r.month as at, r.capaian::float8 as score,
      case when r.skp_id in (select h.skp_id from indikator i join hasil_kerja h on h.id = i.hasil_kerja_id where i.jenis = 'uraian')
        and exists (select from report_row w join indikator i on i.id = w.indikator_id where w.report_id = r.id and w.capaian is not null and i.jenis = 'uraian') then r.penilai_id end as rater
    from monthly_report r where r.person_id = any($1::uuid[]) and r.month = any($2::text[]) and r.capaian is not null and ${IS_SUBMITTED}`,
};
/** All that is reported, by month. A month with a worded indicator in it rests on the word of who checked it; else it is measured. */
export async function findCapaian(pool: Pool, { people, at }: Asked): Promise<Score[]> {
  return (await pool.query<Score>({ ...CAPAIAN, values: [people, at] })).rows;
}

const INDIKATOR = {
  name: "training_indikator",
  text: `select f.person_id as "personId", f.month as at, f.kunci, avg(f.capaian)::float8 as score, case when bool_or(f.jenis = 'uraian' or f.least is distinct from f.most) then f.penilai_id end as rater
    from (select r.person_id, r.month, r.penilai_id, i.kunci, i.jenis, w.capaian, min((i.target, i.target_min, i.target_max)::text) over same as least, max((i.target, i.target_min, i.target_max)::text) over same as most
      from monthly_report r join report_row w on w.report_id = r.id and w.capaian is not null join indikator i on i.id = w.indikator_id and i.kunci = any($3::text[])
     where r.person_id = any($1::uuid[]) and r.month = any($2::text[]) and ${IS_SUBMITTED} window same as (partition by r.person_id, i.kunci)) f
    group by f.person_id, f.month, f.penilai_id, f.kunci`,
};
/** Of these indicators, whoever holds them. A worded one, and one whose target was changed in these months, rests on the word of who checked it or set it. */
export async function findIndikator(pool: Pool, { people, at, kunci }: Asked & { kunci: readonly string[] }): Promise<(Score & { kunci: string })[]> {
  return kunci.length === 0 ? [] : (await pool.query<Score & { kunci: string }>({ ...INDIKATOR, values: [people, at, kunci] })).rows;
}

const PERILAKU = {
  name: "training_perilaku",
  text: `select a.person_id as "personId", a.period_id as at, g.target as perilaku, case g.rating when 'di_atas' then 3 when 'sesuai' then 2 else 1 end::float8 as score, a.penilai_id as rater
    from appraisal a join appraisal_rating g on g.appraisal_id = a.id and g.aspect = 'perilaku' and g.target = any($3::text[])
   where a.person_id = any($1::uuid[]) and a.period_id = any($2::uuid[]) and a.is_current and a.status = 'final'`,
};
/** The penilai's final rating of these perilaku (1 di bawah, 2 sesuai, 3 di atas ekspektasi, as in the guide), by period. */
export async function findPerilaku(pool: Pool, { people, at, perilaku }: Asked & { perilaku: readonly Perilaku[] }): Promise<(Score & { perilaku: Perilaku })[]> {
  return perilaku.length === 0 ? [] : (await pool.query<Score & { perilaku: Perilaku }>({ ...PERILAKU, values: [people, at, perilaku] })).rows;
}

const REKAN = {
  name: "training_rekan",
  text: `select r.subject_id as "personId", r.cycle_id as at, b ->> 'perilaku' as perilaku, sum((g ->> 'n')::int * ((b -> 'mean' ->> 'from')::float8 + (b -> 'mean' ->> 'to')::float8) / 2) / sum((g ->> 'n')::int) as score, null as rater
    from peer_result r cross join lateral jsonb_array_elements(r.groups) g cross join lateral jsonb_array_elements(g -> 'behaviours') b
   where r.subject_id = any($1::uuid[]) and r.cycle_id = any($2::uuid[]) and r.withheld is null and b ->> 'perilaku' = any($3::text[]) and b -> 'mean' <> 'null'::jsonb group by r.subject_id, r.cycle_id, b ->> 'perilaku'`,
};
/**
 * What colleagues said of these perilaku (levels 1 to 4), by cycle: from results that were released and frozen, each the rounded mean of at least
 * four, the middle where a band stands for it. Nothing of who was asked or answered is read. The superior is never among them.
 */
export async function findRekan(pool: Pool, { people, at, perilaku }: Asked & { perilaku: readonly Perilaku[] }): Promise<(Score & { perilaku: Perilaku })[]> {
  return perilaku.length === 0 || at.length === 0 ? [] : (await pool.query<Score & { perilaku: Perilaku }>({ ...REKAN, values: [people, at, perilaku] })).rows;
}
