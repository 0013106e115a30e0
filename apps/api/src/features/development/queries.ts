import { type development, type Ekspektasi, type LocalDate, type Month, type Perilaku, TINGKAT_DIHARAPKAN } from "@teraju/domain";
import type { FormBody } from "@teraju/contracts";
import type { Pool } from "pg";
import type { TargetOf } from "../documents/figures.ts";
import { inForce, personJson, type PersonRef } from "../../person-sql.ts";
import { iso } from "../../report.ts";
import { IS_SUBMITTED } from "../../tree.ts";

/** An indicator by its line, its words, and what makes it the same as a colleague's. */
export type Aim = { id: string; text: string; kunci: string };
export type PlanRow = {
  id: string; version: number; personId: string; penilaiId: string; status: development.RencanaStatus; source: development.SumberTemuan; finding: string; perilaku: Perilaku | null;
  line: { id: string; text: string } | null; indikator: Aim | null; bentuk: development.BentukPembinaan; goal: string; measure: string; dueOn: LocalDate; proposedBy: string; proposedByName: string; proposedOn: LocalDate; doneOn: LocalDate | null; note: string | null; /** The office of personnel has set its konseling. */ isArranged: boolean;
  entries: { id: string; day: LocalDate; fact: string; option: string | null; step: string; by: string; cause: string | null; place: string | null; stepDue: LocalDate | null; changesTarget: boolean }[];
  forms: { format: development.Formulir; on: LocalDate; receivedOn: LocalDate | null }[];
  looks: { look: number; seen: "membaik" | "tetap" | "menurun"; note: string; hindrance: string | null; by: string; on: LocalDate }[];
  training: { sessionId: string; name: string; firstDay: LocalDate; status: development.PesertaStatus; hasAttended: boolean | null } | null;
};
const PLAN = `
  select d.id, d.version, d.person_id as "personId", d.penilai_id as "penilaiId", d.status, d.source, d.finding, d.perilaku, d.bentuk, d.goal, d.measure, d.due_on as "dueOn",
    d.proposed_by as "proposedBy", b.name as "proposedByName", d.proposed_on as "proposedOn", d.done_on as "doneOn", d.note, exists (select from konseling k where k.plan_id = d.id and k.is_by_office) as "isArranged",
    case when d.line_id is not null then json_build_object('id', d.line_id, 'text', coalesce((select h.text from hasil_kerja h join skp k on k.id = h.skp_id where h.line_id = d.line_id and k.person_id = d.person_id order by k.effective_from desc limit 1), '')) end as line,
    case when d.indikator_line_id is not null then json_build_object('id', d.indikator_line_id, 'text', d.indikator_text, 'kunci', d.indikator_kunci) end as indikator,
    coalesce((select json_agg(json_build_object('id', e.id, 'day', e.day, 'fact', e.fact, 'option', e.option, 'step', e.step, 'by', w.name, 'cause', e.cause, 'place', e.place, 'stepDue', e.step_due, 'changesTarget', e.changes_target) order by e.day, e.id) from development_entry e join person w on w.id = e.written_by where e.plan_id = d.id), '[]') as entries,
    coalesce((select json_agg(json_build_object('format', f.format, 'on', f.written_on, 'receivedOn', c.received_on)) from development_form f left join development_receipt c on c.plan_id = f.plan_id and c.format = f.format where f.plan_id = d.id), '[]') as forms,
    coalesce((select json_agg(json_build_object('look', l.look, 'seen', l.seen, 'note', l.note, 'hindrance', l.hindrance, 'by', w.name, 'on', l.looked_on) order by l.look) from development_look l join person w on w.id = l.looked_by where l.plan_id = d.id), '[]') as looks,
    (select json_build_object('sessionId', s.id, 'name', t.name, 'firstDay', s.first_day, 'status', p.status, 'hasAttended', p.has_attended)
       from training_place p join training_session s on s.id = p.session_id join training t on t.id = s.training_id where p.plan_id = d.id order by p.nominated_on desc, p.id desc limit 1) as training
    from development_plan d join person b on b.id = d.proposed_by`;

const OF_PERSON = { name: "development_of_person", text: `${PLAN} where d.person_id = $1 order by d.proposed_on desc, d.id desc limit 50` };
/** A person's plans, newest first. */
export async function findPlans(pool: Pool, personId: string): Promise<PlanRow[]> {
  return (await pool.query<PlanRow>({ ...OF_PERSON, values: [personId] })).rows;
}
const ONE = { name: "development_one", text: `${PLAN} where d.id = $1` };
export async function findPlan(pool: Pool, id: string): Promise<PlanRow | null> {
  return (await pool.query<PlanRow>({ ...ONE, values: [id] })).rows[0] ?? null;
}

const FORM = { name: "development_form", text: "select content from development_form where plan_id = $1 and format = $2" };
/** What a form says, as it was filled; null where nobody did. */
export async function findForm(pool: Pool, planId: string, format: development.Formulir): Promise<FormBody | null> {
  return (await pool.query<{ content: FormBody }>({ ...FORM, values: [planId, format] })).rows[0]?.content ?? null;
}

const WRITTEN = { name: "development_form_written", text: `select written_by as "by", ${iso("written_at")} as at from development_form where plan_id = $1 and format = $2 and written_at is not null` };
/** Who filled a form, and when; null where nobody did, or before the instant was kept. */
export async function findWritten(pool: Pool, planId: string, format: development.Formulir): Promise<{ by: string; at: string } | null> {
  return (await pool.query<{ by: string; at: string }>({ ...WRITTEN, values: [planId, format] })).rows[0] ?? null;
}

const INDIKATOR = {
  name: "development_indikator",
  // of the SKP in force on day $3; the last figure that was sent up to then, and the last before the month of day $4
  text: `
    select i.text, i.jenis, i.arah, i.satuan, i.target::float8 as target, i.target_min::float8 as "targetMin", i.target_max::float8 as "targetMax", i.target_text as "targetText", l.month, l.capaian, b.month as "startMonth", b.capaian as "startCapaian"
      from hasil_kerja h join indikator i on i.hasil_kerja_id = h.id
      left join lateral (select r.month, w.capaian::float8 as capaian from report_row w join monthly_report r on r.id = w.report_id join indikator x on x.id = w.indikator_id
        where x.line_id = i.line_id and r.person_id = $1 and w.capaian is not null and ${IS_SUBMITTED} and r.month <= left($3::text, 7) order by r.month desc limit 1) l on true
      left join lateral (select r.month, w.capaian::float8 as capaian from report_row w join monthly_report r on r.id = w.report_id join indikator x on x.id = w.indikator_id
        where x.line_id = i.line_id and r.person_id = $1 and w.capaian is not null and ${IS_SUBMITTED} and r.month < left($4::text, 7) order by r.month desc limit 1) b on true
     where h.line_id = $2 and h.skp_id = (select k.id from skp k where k.person_id = $1 and k.status in ('set', 'superseded') and k.effective_from <= $3::date order by k.effective_from desc limit 1) order by i.position`,
};
export type IndikatorRow = TargetOf & { text: string; month: Month | null; capaian: number | null; startMonth: Month | null; startCapaian: number | null };
/** Indikator of a result with the last figure sent by `day`, and where it stood before the month of `since`. */
export async function findIndikator(pool: Pool, personId: string, lineId: string, { day, since }: { day: LocalDate; since: LocalDate }): Promise<IndikatorRow[]> {
  return (await pool.query<IndikatorRow>({ ...INDIKATOR, values: [personId, lineId, day, since] })).rows;
}

export type Frame = { person: PersonRef; penilaiId: string | null; penilai: string | null; lines: { id: string; text: string; indikator: Aim[] }[] };
const FRAME = {
  name: "development_frame",
  text: `select ${personJson("$1::uuid", "$2::date")} as person, r.penilai_id as "penilaiId", q.name as penilai,
    coalesce((select json_agg(json_build_object('id', h.line_id, 'text', h.text, 'indikator', (select coalesce(json_agg(json_build_object('id', i.line_id, 'text', i.text, 'kunci', i.kunci) order by i.position), '[]') from indikator i where i.hasil_kerja_id = h.id)) order by h.position) from hasil_kerja h where h.skp_id = (
      select k.id from skp k where k.person_id = $1 and k.status = 'set' and k.effective_from <= $2 order by k.effective_from desc limit 1)), '[]') as lines
    from (select 1) one left join penilai_relation r on r.pegawai_id = $1 and ${inForce("r", "$2")} left join person q on q.id = r.penilai_id`,
};
/** Who the person is, by whom rated, and the results of the SKP in force with their indikator. */
export async function findFrame(pool: Pool, personId: string, today: LocalDate): Promise<Frame> {
  const [row] = (await pool.query<Frame>({ ...FRAME, values: [personId, today] })).rows;
  if (row === undefined) throw new Error("a left join from one row gave none");
  return row;
}

export type Finding = { source: "umpan_balik" | "evaluasi" | "rekan"; text: string | null; perilaku: Perilaku | null; line: { id: string; text: string } | null; on: LocalDate | null };
const FINDINGS = {
  name: "development_findings",
  text: `
    (select 'umpan_balik' as source, u.text, u.perilaku, case when h.id is not null then json_build_object('id', h.line_id, 'text', h.text) end as line, u.given_on as on
       from umpan_balik u left join lateral (select h.* from hasil_kerja h join skp k on k.id = h.skp_id where h.line_id = u.line_id and k.person_id = $1 order by k.effective_from desc limit 1) h on true
      where u.to_id = $1 and u.status = 'diberikan' and u.nada = 'negatif' and u.given_on > $2::date - interval '6 months' and u.given_on <= $2 order by u.given_on desc limit 8)
    union all
    (select 'evaluasi', null, case when g.aspect = 'perilaku' then g.target end, case when h.id is not null then json_build_object('id', h.line_id, 'text', h.text) end, a.finalized_on
       from appraisal a join appraisal_rating g on g.appraisal_id = a.id and g.rating = 'di_bawah'
       left join lateral (select h.* from hasil_kerja h join skp k on k.id = h.skp_id where g.aspect = 'hasil_kerja' and h.line_id::text = g.target and k.person_id = $1 order by k.effective_from desc limit 1) h on true
      where a.id = (select x.id from appraisal x where x.person_id = $1 and x.is_current and x.status = 'final' and x.opened_at is not null order by x.finalized_on desc, x.id desc limit 1) limit 8)
    union all
    (select distinct on (b.value ->> 'perilaku') 'rekan', null, b.value ->> 'perilaku', null::json, c.released_on
       from (select * from peer_cycle c where c.status = 'released' and c.released_on <= $2 order by c.released_on desc limit 1) c
       join peer_result r on r.cycle_id = c.id and r.subject_id = $1 and r.withheld is null
       cross join lateral jsonb_array_elements(r.groups) g cross join lateral jsonb_array_elements(g.value -> 'behaviours') b
      where (b.value -> 'mean' ->> 'to')::numeric < ${TINGKAT_DIHARAPKAN})`,
};
/** What was found about somebody in the last half year: umpan balik to mend, what the last opened result rated below, what the released peers' answers put low. */
export async function findFindings(pool: Pool, personId: string, today: LocalDate): Promise<Finding[]> {
  return (await pool.query<Finding>({ ...FINDINGS, values: [personId, today] })).rows;
}

const START = {
  name: "development_start",
  text: `select r.month, r.capaian::float8 as capaian, null as rating from monthly_report r where $3::text is null and r.person_id = $1 and r.capaian is not null and ${IS_SUBMITTED} and r.month < left($2::text, 7)
    union all select e.last_month, null, g.rating from appraisal a join evaluation_period e on e.id = a.period_id join appraisal_rating g on g.appraisal_id = a.id and g.aspect = 'perilaku' and g.target = $3::text
     where a.person_id = $1 and a.is_current and a.status = 'final' and a.opened_at is not null and e.last_month < left($2::text, 7) order by month desc limit 1`,
};
/** Where the need stood before it was put forward: the last opened rating of its perilaku, or the last capaian of the whole report. */
export async function findStart(pool: Pool, { personId, proposedOn, perilaku }: Pick<PlanRow, "personId" | "proposedOn" | "perilaku">): Promise<{ month: Month; capaian: number | null; rating: Ekspektasi | null } | null> {
  return (await pool.query<{ month: Month; capaian: number | null; rating: Ekspektasi | null }>({ ...START, values: [personId, proposedOn, perilaku] })).rows[0] ?? null;
}

export type TeamRow = { person: PersonRef; plans: { status: development.RencanaStatus; proposedBy: string; doneOn: LocalDate | null; looked: number[] }[] };
const TEAM = {
  name: "development_team",
  text: `select ${personJson("r.pegawai_id", "$2::date")} as person,
    coalesce((select json_agg(json_build_object('status', d.status, 'proposedBy', d.proposed_by, 'doneOn', d.done_on, 'looked', coalesce((select json_agg(l.look) from development_look l where l.plan_id = d.id), '[]')))
      from development_plan d where d.person_id = r.pegawai_id and d.status in ('proposed', 'agreed', 'done')), '[]') as plans
    from penilai_relation r join person p on p.id = r.pegawai_id where r.penilai_id = $1 and ${inForce("r", "$2")} order by p.name limit 300`,
};
export async function findTeam(pool: Pool, penilaiId: string, today: LocalDate): Promise<TeamRow[]> {
  return (await pool.query<TeamRow>({ ...TEAM, values: [penilaiId, today] })).rows;
}
