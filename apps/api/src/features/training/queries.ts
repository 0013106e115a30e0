import type { development, LocalDate, Month, Perilaku } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";
import { IS_SUBMITTED } from "../../tree.ts";

export type SessionRow = { id: string; firstDay: LocalDate; lastDay: LocalDate; place: string; places: number; taken: number; hasEnded: boolean };
export type TrainingRow = { id: string; name: string; bentuk: "pelatihan" | "belajar_mandiri"; provider: string; perilaku: Perilaku | null; about: string; hours: number; costPerPerson: number; sessions: SessionRow[] };

const SESSION = (s: string): string => `json_build_object('id', ${s}.id, 'firstDay', ${s}.first_day, 'lastDay', ${s}.last_day, 'place', ${s}.place, 'places', ${s}.places, 'hasEnded', ${s}.last_day < $1::date,
  'taken', (select count(*)::int from training_place p where p.session_id = ${s}.id and p.status = 'accepted'))`;
const CATALOGUE = {
  name: "training_catalogue",
  text: `select t.id, t.name, t.bentuk, t.provider, t.perilaku, t.about, t.hours, t.cost_per_person::float8 as "costPerPerson",
    coalesce((select json_agg(${SESSION("s")} order by s.first_day, s.id) from training_session s where s.training_id = t.id), '[]') as sessions
    from training t where $2::uuid is null or t.id = $2 order by t.name limit 300`,
};
/** One training, or the catalogue. One query. */
export async function findTrainings(pool: Pool, today: LocalDate, id: string | null): Promise<TrainingRow[]> {
  return (await pool.query<TrainingRow>({ ...CATALOGUE, values: [today, id] })).rows;
}

export type PlaceRow = { id: string; version: number; person: PersonRef; status: development.PesertaStatus; nominatedBy: string; nominatedOn: LocalDate; planId: string | null; hasAttended: boolean | null; certificate: string | null };
export type SessionPlaces = { trainingId: string; training: string; session: SessionRow; places: PlaceRow[] };
const PLACES = {
  name: "training_session_places",
  text: `select t.id as "trainingId", t.name as training, ${SESSION("s")} as session,
    coalesce((select json_agg(json_build_object('id', x.id, 'version', x.version, 'person', ${personJson("x.person_id", "$1::date")}, 'status', x.status, 'nominatedBy', b.name, 'nominatedOn', x.nominated_on, 'planId', x.plan_id,
        'hasAttended', x.has_attended, 'certificate', x.certificate) order by x.nominated_on, x.id) from training_place x join person b on b.id = x.nominated_by where x.session_id = s.id), '[]') as places
    from training_session s join training t on t.id = s.training_id where s.id = $2`,
};
export async function findSession(pool: Pool, today: LocalDate, id: string): Promise<SessionPlaces | null> {
  return (await pool.query<SessionPlaces>({ ...PLACES, values: [today, id] })).rows[0] ?? null;
}
const PLACE = { name: "training_place_one", text: "select p.session_id as \"sessionId\", p.person_id as \"personId\", p.status from training_place p where p.id = $1" };
export async function findPlace(pool: Pool, id: string): Promise<{ sessionId: string; personId: string; status: development.PesertaStatus } | null> {
  return (await pool.query<{ sessionId: string; personId: string; status: development.PesertaStatus }>({ ...PLACE, values: [id] })).rows[0] ?? null;
}
const PLAN = { name: "training_plan", text: "select 1 from development_plan where id = $1 and person_id = $2 and bentuk in ('pelatihan', 'belajar_mandiri') and status in ('proposed', 'agreed')" };
export async function isOwnPlan(pool: Pool, planId: string, personId: string): Promise<boolean> {
  return ((await pool.query({ ...PLAN, values: [planId, personId] })).rowCount ?? 0) > 0;
}

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

export type Scored = { id: string; stratum: string; isTrained: boolean; before: number[]; after: number | null };
const SCORES = {
  name: "training_scores",
  // $1 training, $2 months in which it ended, $3 first and $4 last month after it, counted from its own
  text: `
    with ended as (select m from unnest($2::text[]) m),
    seat as (select distinct on (e.m, s.person_id) e.m, s.person_id, p.job_family || '|' || n.kind || '|' || e.m as stratum
      from ended e join placement s on s.kind = 'definitif' and s.valid_from <= (e.m || '-28')::date and (s.valid_until is null or s.valid_until > (e.m || '-28')::date)
      join person p on p.id = s.person_id and p.job_family is not null join tree_version t on t.valid_from <= (e.m || '-28')::date and (t.valid_until is null or t.valid_until > (e.m || '-28')::date)
      join unit_node n on n.tree_id = t.id and n.unit_id = s.unit_id order by e.m, s.person_id, s.valid_from desc),
    trained as (select p.person_id, to_char(s.last_day, 'YYYY-MM') as m from training_place p join training_session s on s.id = p.session_id where s.training_id = $1 and p.has_attended),
    figure as (select r.person_id, r.month, r.capaian::float8 as capaian from monthly_report r where r.capaian is not null and ${IS_SUBMITTED}),
    span as (select m, to_char((m || '-01')::date - interval '3 months', 'YYYY-MM') as b1, to_char((m || '-01')::date - interval '1 month', 'YYYY-MM') as b2,
      to_char((m || '-01')::date + make_interval(months => $3), 'YYYY-MM') as a1, to_char((m || '-01')::date + make_interval(months => $4), 'YYYY-MM') as a2 from ended)
    select seat.person_id || ' ' || seat.m as id, seat.stratum, exists (select from trained t where t.person_id = seat.person_id and t.m = seat.m) as "isTrained",
      array_agg(f.capaian order by f.month) filter (where f.month between span.b1 and span.b2) as before, avg(f.capaian) filter (where f.month between span.a1 and span.a2) as after
      from seat join span using (m) join figure f on f.person_id = seat.person_id and f.month between span.b1 and span.a2
     where not exists (select from trained t where t.person_id = seat.person_id and t.m <> seat.m)
       and seat.stratum in (select k.stratum from seat k join trained t on t.person_id = k.person_id and t.m = k.m)
     group by seat.person_id, seat.m, seat.stratum
    having count(*) filter (where f.month between span.b1 and span.b2) = 3`,
};
/**
 * Mean capaian of three months before and some months after a training, of who attended and of those of the same job family, kind of unit
 * and month who never did. Who attended twice is left out: what would be before the second is after the first.
 */
export async function findScores(pool: Pool, trainingId: string, months: readonly Month[], [from, to]: readonly [number, number]): Promise<Scored[]> {
  return (await pool.query<Scored>({ ...SCORES, values: [trainingId, months, from, to] })).rows;
}

const BUDGET = {
  name: "training_budget",
  text: `select coalesce(sum(t.cost_per_person) filter (where p.has_attended), 0)::float8 as spent, coalesce(sum(t.cost_per_person) filter (where p.status = 'accepted' and p.has_attended is null), 0)::float8 as planned
    from training_place p join training_session s on s.id = p.session_id join training t on t.id = s.training_id where extract(year from s.first_day) = $1`,
};
export async function findBudget(pool: Pool, year: number): Promise<{ spent: number; planned: number }> {
  return (await pool.query<{ spent: number; planned: number }>({ ...BUDGET, values: [year] })).rows[0] ?? { spent: 0, planned: 0 };
}

export type Need = { unitId: string; unit: string; bentuk: development.BentukPembinaan; perilaku: Perilaku | null; personId: string };
const NEEDS = {
  name: "training_needs",
  text: `select o.unit_id as "unitId", o.name as unit, d.bentuk, d.perilaku, d.person_id as "personId" from development_plan d
    join placement s on s.person_id = d.person_id and s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)
    join tree_version t on t.valid_from <= $1 and (t.valid_until is null or t.valid_until > $1) join unit_node n on n.tree_id = t.id and n.unit_id = s.unit_id join unit_node o on o.tree_id = t.id and o.unit_id = n.opd_id
   where d.status = 'agreed' order by o.ord`,
};
/** Plans that are agreed and not done yet, with the department of each. */
export async function findNeeds(pool: Pool, today: LocalDate): Promise<Need[]> {
  return (await pool.query<Need>({ ...NEEDS, values: [today] })).rows;
}
