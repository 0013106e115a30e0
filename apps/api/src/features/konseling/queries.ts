import type { development, konseling as rules, LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import { inForce, personJson, type PersonRef } from "../../person-sql.ts";

export type RecordRow = {
  heldFrom: LocalDate; heldUntil: LocalDate; sessions: number; masalah: string; hasil: rules.HasilKonseling; kesepakatan: string; saran: string | null;
  signedBy: string; signedOn: LocalDate; signedAt: string; hash: string;
};
export type KonselingRow = {
  id: string; personId: string; person: PersonRef; penilaiOfPlan: string; goal: string; status: development.RencanaStatus; bentuk: development.BentukPembinaan; isReported: boolean;
  /** In force today. */
  penilaiId: string | null; penilai: PersonRef | null; atasanId: string | null;
  arrangement: { version: number; jenis: rules.KonselorJenis; konselor: PersonRef; dasar: string; scheduledOn: LocalDate; scheduledAt: string; place: string; setBy: string; setOn: LocalDate; isByOffice: boolean } | null;
  entries: { id: string; day: LocalDate; fact: string; option: string | null; step: string; by: string }[];
  record: RecordRow | null;
  followUps: { id: string; text: string; dueOn: LocalDate | null; by: string; on: LocalDate }[];
};

/** A plan `d` of konseling with all that belongs to it, on day $2. The ground of a penilai is the training or the certificate by its name. */
const ONE = {
  name: "konseling_one",
  text: `
    select d.id, d.person_id as "personId", ${personJson("d.person_id", "$2::date")} as person, d.penilai_id as "penilaiOfPlan", d.goal, d.status, d.bentuk,
      exists (select from development_form f where f.plan_id = d.id and f.format = 'B.1.10') as "isReported", r.penilai_id as "penilaiId", ${personJson("r.penilai_id", "$2::date")} as penilai, r.atasan_id as "atasanId",
      case when k.plan_id is not null then json_build_object('version', k.version, 'jenis', k.jenis, 'konselor', ${personJson("k.konselor_id", "$2::date")}, 'scheduledOn', k.scheduled_on, 'scheduledAt', k.scheduled_at,
        'place', k.place, 'setBy', s.name, 'setOn', k.set_on, 'isByOffice', k.is_by_office,
        'dasar', coalesce(k.dasar, (select c.name || ', ' || c.number from konselor_certificate c where c.id = k.certificate_id),
          (select t.name from training_place p join training_session e on e.id = p.session_id join training t on t.id = e.training_id where p.id = k.training_place_id))) end as arrangement,
      coalesce((select json_agg(json_build_object('id', e.id, 'day', e.day, 'fact', e.fact, 'option', e.option, 'step', e.step, 'by', w.name) order by e.day, e.id) from development_entry e join person w on w.id = e.written_by where e.plan_id = d.id), '[]') as entries,
      (select json_build_object('heldFrom', c.held_from, 'heldUntil', c.held_until, 'sessions', c.sessions, 'masalah', c.masalah, 'hasil', c.hasil, 'kesepakatan', c.kesepakatan, 'saran', c.saran, 'signedBy', w.name, 'signedOn', c.signed_on,
        'signedAt', to_char(c.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'hash', c.hash) from konseling_record c join person w on w.id = c.signed_by where c.plan_id = d.id) as record,
      coalesce((select json_agg(json_build_object('id', u.id, 'text', u.text, 'dueOn', u.due_on, 'by', w.name, 'on', u.decided_on) order by u.decided_on, u.id) from konseling_follow_up u join person w on w.id = u.decided_by where u.plan_id = d.id), '[]') as "followUps"
    from development_plan d left join konseling k on k.plan_id = d.id left join person s on s.id = k.set_by
      left join penilai_relation r on r.pegawai_id = d.person_id and ${inForce("r", "$2::date")}
   where d.id = $1 and d.bentuk = 'konseling'`,
};
export async function findKonseling(pool: Pool, id: string, today: LocalDate): Promise<KonselingRow | null> {
  return (await pool.query<KonselingRow>({ ...ONE, values: [id, today] })).rows[0] ?? null;
}

export type ListedRow = {
  id: string; personId: string; name: string; status: development.RencanaStatus; penilaiId: string | null; atasanId: string | null;
  konselorId: string | null; konselor: string | null; jenis: rules.KonselorJenis | null; scheduledOn: LocalDate | null; scheduledAt: string | null; place: string | null; isSigned: boolean; isFollowed: boolean;
};
const MINE = {
  name: "konseling_mine",
  text: `
    select d.id, d.person_id as "personId", p.name, d.status, r.penilai_id as "penilaiId", r.atasan_id as "atasanId", k.konselor_id as "konselorId", q.name as konselor, k.jenis,
      k.scheduled_on as "scheduledOn", k.scheduled_at as "scheduledAt", k.place, c.plan_id is not null as "isSigned", exists (select from konseling_follow_up u where u.plan_id = d.id) as "isFollowed"
    from development_plan d join person p on p.id = d.person_id left join konseling k on k.plan_id = d.id left join person q on q.id = k.konselor_id left join konseling_record c on c.plan_id = d.id
      left join penilai_relation r on r.pegawai_id = d.person_id and ${inForce("r", "$2::date")}
   where d.bentuk = 'konseling' and d.status in ('proposed', 'agreed', 'done') and (d.person_id = $1 or k.konselor_id = $1 or r.penilai_id = $1
      or (c.plan_id is not null and case when k.jenis <> 'independen' and r.atasan_id is not null then r.atasan_id = $1 else $3::boolean end))
   order by c.plan_id is not null, exists (select from konseling_follow_up u where u.plan_id = d.id), coalesce(c.signed_on, k.scheduled_on, d.proposed_on) desc, d.id limit 300`,
};
/** Where the actor has a part: unsigned first, then those on which nobody said what follows. `isHead`: leads the office of personnel. */
export async function findMine(pool: Pool, personId: string, today: LocalDate, isHead: boolean): Promise<ListedRow[]> {
  return (await pool.query<ListedRow>({ ...MINE, values: [personId, today, isHead] })).rows;
}

export type CalonRow = { hubungan: rules.HubunganKonselor; trainingPlaceId: string | null; certificateId: string | null };
const CALON = {
  name: "konseling_calon",
  text: `
    select case when $1::uuid = $2 then 'pegawai' when r.penilai_id = $2 then 'penilai' when r.atasan_id = $2 then 'atasan'
        when exists (select from role_assignment a where a.person_id = $2 and a.role = 'bkpsdm_kepala' and ${inForce("a", "$3::date")}) then 'kepala_kepegawaian' else 'lain' end as hubungan,
      (select p.id from training_place p join training_session s on s.id = p.session_id join konselor_training t on t.training_id = s.training_id where p.person_id = $2 and p.has_attended order by s.last_day desc, p.id limit 1) as "trainingPlaceId",
      (select c.id from konselor_certificate c where c.person_id = $2 order by c.issued_on desc, c.id limit 1) as "certificateId"
    from person o left join penilai_relation r on r.pegawai_id = $1 and ${inForce("r", "$3::date")} where o.id = $2`,
};
/** How somebody stands to the pegawai today, and what training in konseling of theirs is on record; null where there is no such person. */
export async function findCalon(pool: Pool, personId: string, konselorId: string, today: LocalDate): Promise<CalonRow | null> {
  return (await pool.query<CalonRow>({ ...CALON, values: [personId, konselorId, today] })).rows[0] ?? null;
}

const HEADS = { name: "konseling_heads", text: `select a.person_id as id from role_assignment a where a.role = 'bkpsdm_kepala' and ${inForce("a", "$1::date")}` };
/** Who leads the office of personnel today. */
export async function findHeads(pool: Pool, today: LocalDate): Promise<string[]> {
  return (await pool.query<{ id: string }>({ ...HEADS, values: [today] })).rows.map(({ id }) => id);
}
