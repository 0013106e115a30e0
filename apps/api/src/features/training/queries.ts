import type { development, LocalDate, Perilaku } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";

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
